// XML as a reader of a format sees it, whichever way the text is read: elements and their text, in order.
#pragma once

#include <zhitu/base/error.hpp>

#include <span>
#include <string_view>

namespace zhitu::detail {

struct XmlAttribute {
    std::string_view name;
    std::string_view value; // decoded
};

/// The begin of an element. The views are valid during the call only.
struct XmlElement {
    std::string_view name; // without its prefix
    std::span<const XmlAttribute> attributes;
    Position position;

    /// The value of an attribute; empty where there is none.
    [[nodiscard]] std::string_view attribute(std::string_view wanted) const {
        for (const XmlAttribute& attribute : attributes)
            if (attribute.name == wanted) return attribute.value;
        return {};
    }
};

class XmlEvents {
  public:
    XmlEvents() = default;
    XmlEvents(const XmlEvents&) = delete;
    XmlEvents& operator=(const XmlEvents&) = delete;
    virtual ~XmlEvents() = default;

    virtual void open(const XmlElement& element) = 0;
    /// Text of the element that was opened last and is not closed, decoded; it may come in parts. Blanks alone between
    /// two tags are layout and do not come.
    virtual void text(std::string_view text) = 0;
    virtual void close() = 0;
};

/// The name without its prefix.
[[nodiscard]] inline std::string_view local_name(std::string_view name) {
    return name.substr(name.find(':') + 1);
}

} // namespace zhitu::detail

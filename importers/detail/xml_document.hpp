// A checked XML document and where its elements stand.
#pragma once

#include <zhitu/base/error.hpp>
#include <zhitu/base/limits.hpp>

#include <rapidxml/rapidxml.hpp>

#include <string>
#include <string_view>

namespace zhitu::detail {

using XmlNode = rapidxml::xml_node<char>;

/// A document in memory. Elements and the views of their text live as long as it does.
class XmlDocument {
  public:
    /// Throws as check_xml does.
    XmlDocument(std::string_view text, const Limits& limits);

    [[nodiscard]] const XmlNode& root() const;
    /// O(offset of the element).
    [[nodiscard]] Place place(const XmlNode& element) const;
    /// Runs `step` and gives the place of `element` to an Error that has none.
    template <class Step>
    decltype(auto) at(const XmlNode& element, Step step) const {
        try {
            return step();
        } catch (const Error& error) {
            if (error.place().line != 0) throw;
            throw error.at(place(element));
        }
    }

  private:
    std::string source_; // line ends are line feeds
    std::string buffer_; // the same, decoded in place by the parser
    rapidxml::xml_document<char> document_;
};

/// The name of an element or attribute without its prefix.
[[nodiscard]] std::string_view local_name(const rapidxml::xml_base<char>& item);
/// The value of an attribute; empty where there is none.
[[nodiscard]] std::string_view attribute(const XmlNode& element, std::string_view name);
/// All text directly in an element.
[[nodiscard]] std::string text_of(const XmlNode& element);
/// The first element below `element` of this local name, or null.
[[nodiscard]] const XmlNode* find_below(const XmlNode& element, std::string_view name);

} // namespace zhitu::detail

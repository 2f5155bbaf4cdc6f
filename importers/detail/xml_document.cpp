#include <zhitu/importers/detail/xml_document.hpp>

#include <zhitu/importers/detail/xml_check.hpp>

namespace zhitu::detail {
namespace {

// XML 1.0, section 2.11: CR LF and a lone CR are one line feed.
std::string with_line_feeds(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r')
            out += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            out += '\n';
    }
    return out;
}

} // namespace

XmlDocument::XmlDocument(std::string_view text, const Limits& limits)
    : source_(with_line_feeds(text)) {
    check_xml(source_, limits);
    buffer_ = source_;
    try {
        document_.parse<rapidxml::parse_no_string_terminators>(buffer_.data());
    } catch (const rapidxml::parse_error& error) {
        const auto offset = static_cast<std::size_t>(error.where<char>() - buffer_.data());
        throw Error(ErrorCode::bad_input, error.what(), "mend the XML", place_of(source_, offset));
    }
}

const XmlNode& XmlDocument::root() const {
    return *document_.first_node();
}

Place XmlDocument::place(const XmlNode& element) const {
    return place_of(source_, static_cast<std::size_t>(element.name() - buffer_.data()) - 1);
}

std::string_view local_name(const rapidxml::xml_base<char>& item) {
    const std::string_view name(item.name(), item.name_size());
    return name.substr(name.find(':') + 1);
}

std::string_view attribute(const XmlNode& element, std::string_view name) {
    for (const auto* item = element.first_attribute(); item != nullptr; item = item->next_attribute())
        if (std::string_view(item->name(), item->name_size()) == name) return {item->value(), item->value_size()};
    return {};
}

std::string text_of(const XmlNode& element) {
    std::string out;
    for (const XmlNode* child = element.first_node(); child != nullptr; child = child->next_sibling())
        if (child->type() == rapidxml::node_data || child->type() == rapidxml::node_cdata)
            out.append(child->value(), child->value_size());
    return out;
}

const XmlNode* find_below(const XmlNode& element, std::string_view name) {
    const XmlNode* at = element.first_node();
    while (at != nullptr) {
        if (local_name(*at) == name) return at;
        if (at->first_node() != nullptr) {
            at = at->first_node();
            continue;
        }
        while (at != &element && at->next_sibling() == nullptr) at = at->parent();
        at = at == &element ? nullptr : at->next_sibling();
    }
    return nullptr;
}

} // namespace zhitu::detail

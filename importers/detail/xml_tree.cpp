#include <zhitu/importers/detail/xml_tree.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/importers/detail/xml_scanner.hpp>

#include <rapidxml/rapidxml.hpp>

#include <string>
#include <vector>

namespace zhitu::detail {
namespace {

using Node = rapidxml::xml_node<char>;

class NoEvents : public XmlEvents {
    void open(const XmlElement&) override {}
    void text(std::string_view) override {}
    void close() override {}
};

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

class Tree {
  public:
    explicit Tree(std::string text)
        : source_(std::move(text))
        , buffer_(source_) {
        try {
            document_.parse<rapidxml::parse_no_string_terminators>(buffer_.data());
        } catch (const rapidxml::parse_error& error) {
            const auto offset = static_cast<std::size_t>(error.where<char>() - buffer_.data());
            throw Error(ErrorCode::bad_input, error.what(), "mend the XML", place_of(source_, offset));
        }
    }

    void walk(XmlEvents& events) {
        const Node* at = &root();
        while (at != nullptr) {
            enter(*at, events);
            if (at->first_node() != nullptr) {
                at = at->first_node();
                continue;
            }
            leave(*at, events);
            while (at != nullptr && at->next_sibling() == nullptr) {
                at = at->parent() == &document_ ? nullptr : at->parent();
                if (at != nullptr) leave(*at, events);
            }
            if (at != nullptr) at = at->next_sibling();
        }
    }

  private:
    const Node& root() const {
        const Node* node = document_.first_node();
        while (node->type() != rapidxml::node_element) node = node->next_sibling();
        return *node;
    }

    void enter(const Node& node, XmlEvents& events) {
        if (node.type() == rapidxml::node_data || node.type() == rapidxml::node_cdata)
            events.text({node.value(), node.value_size()});
        if (node.type() != rapidxml::node_element) return;
        attributes_.clear();
        for (const auto* item = node.first_attribute(); item != nullptr; item = item->next_attribute())
            attributes_.push_back({{item->name(), item->name_size()}, {item->value(), item->value_size()}});
        const std::size_t offset = static_cast<std::size_t>(node.name() - buffer_.data()) - 1;
        position_.advance(std::string_view(source_).substr(walked_, offset - walked_));
        walked_ = offset;
        events.open({local_name({node.name(), node.name_size()}), attributes_, position_});
    }

    static void leave(const Node& node, XmlEvents& events) {
        if (node.type() == rapidxml::node_element) events.close();
    }

    std::string source_;
    std::string buffer_; // the same, decoded in place by the parser
    rapidxml::xml_document<char> document_;
    std::vector<XmlAttribute> attributes_;
    Position position_; // of `walked_`
    std::size_t walked_ = 0;
};

} // namespace

void walk_xml(std::string_view text, const Limits& limits, XmlEvents& events) {
    MemorySource source(text);
    NoEvents none;
    scan_xml(source, limits, none);
    Tree(with_line_feeds(text)).walk(events);
}

} // namespace zhitu::detail

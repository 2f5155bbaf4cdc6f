#include <zhitu/importers/json.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/importers/detail/json_value.hpp>
#include <zhitu/importers/detail/pending_ends.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace zhitu {
namespace {

using Json = nlohmann::json;
using Event = Json::parse_event_t;

// Characters of a text, telling how far they were read.
class Cursor {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor(std::string_view text, std::size_t at, std::size_t* read)
        : text_(text)
        , at_(at)
        , read_(read) {}

    reference operator*() const { return text_[at_]; }
    Cursor& operator++() {
        *read_ = ++at_;
        return *this;
    }
    friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_ == b.at_; }

  private:
    std::string_view text_;
    std::size_t at_;
    std::size_t* read_;
};

class Reader {
  public:
    Reader(std::string_view text, const ImportOptions& options, GraphBuilder& builder)
        : text_(text)
        , options_(options)
        , builder_(builder) {}

    void read() {
        const Json rest = parse();
        if (!rest.is_object() || !has_nodes_) fail(0, "is no node-link graph", "an object with \"nodes\" is needed");
        if (const auto graph = rest.find("graph"); graph != rest.end() && graph->is_object()) read_graph(*graph);
        if (const auto directed = rest.find("directed"); directed != rest.end() && *directed == Json(false))
            for (const EdgeId edge : edges_) builder_.set(edge, "symmetric", true);
        if (const auto end = ends_.first_missing())
            fail(end->offset, fmt::format("an edge names the node '{}', which is not in the file", end->id),
                 "add the node or remove the edge");
    }

  private:
    [[noreturn]] void fail(std::size_t offset, std::string problem, std::string hint,
                           ErrorCode code = ErrorCode::bad_input) const {
        throw Error(code, std::move(problem), std::move(hint), place_of(text_, offset));
    }

    // The document without the elements of nodes and edges, which are read on the way.
    Json parse() {
        const auto on_event = [this](int depth, Event event, Json& value) { return keeps(depth, event, value); };
        try {
            return Json::parse(Cursor(text_, 0, &read_), Cursor(text_, text_.size(), &read_), on_event);
        } catch (const Json::parse_error& error) {
            if (error.byte > text_.size()) fail(text_.size(), "the JSON breaks off", "the file is not complete");
            fail(std::max<std::size_t>(error.byte, 1) - 1, "is not valid JSON", "mend it here");
        } catch (const Json::out_of_range&) {
            fail(read_ - 1, "a number does not fit", "write it as a string");
        }
    }

    bool keeps(int depth, Event event, Json& value) {
        const bool starts = event == Event::object_start || event == Event::array_start;
        if (starts && static_cast<std::size_t>(depth) >= options_.limits.nesting)
            fail(read_ - 1, fmt::format("values nested deeper than {}", options_.limits.nesting),
                 "raise the limit nesting", ErrorCode::limit);
        if (event == Event::key && depth == 1) enter(value.get_ref<const std::string&>());
        if (depth != 2 || section_ == Section::other || event == Event::key) return true;
        if (event == Event::object_start) element_ = read_ - 1;
        if (event == Event::array_start || event == Event::value)
            fail(read_ - 1, "a node or edge is no object", "write {\"id\": …}");
        if (event != Event::object_end) return true;
        read_element(value);
        return false;
    }

    void enter(const std::string& key) {
        section_ = key == "nodes" ? Section::nodes : key == "edges" || key == "links" ? Section::edges : Section::other;
        has_nodes_ |= section_ == Section::nodes;
    }

    void read_element(const Json& json) {
        try {
            section_ == Section::nodes ? read_node(json) : read_edge(json);
        } catch (const Error& error) {
            if (error.place().line != 0) throw;
            throw error.at(place_of(text_, element_));
        }
    }

    void read_node(const Json& json) {
        const auto id = id_at(json, "id");
        if (!id) fail(element_, "a node has no id", "give every node an \"id\"");
        const auto type = string_at(json, "type");
        auto name = string_at(json, "name");
        const bool named_by_label = !name && (name = string_at(json, "label"));
        const NodeId node = builder_.add_node(*id, type.value_or("Node"), name.value_or(""));
        ends_.has(node);
        for (const auto& [key, value] : json.items()) {
            const bool used = key == "id" || (key == "type" && type) || (key == "name" && !named_by_label && name) ||
                              (key == "label" && named_by_label);
            if (!used) read_node_member(node, key, value);
        }
    }

    void read_node_member(NodeId node, const std::string& key, const Json& value) {
        if (key == "labels" && is_strings(value))
            for (const Json& label : value) builder_.add_label(node, label.get_ref<const std::string&>());
        else if (key == "aliases" && is_strings(value))
            for (const Json& alias : value) builder_.add_alias(node, alias.get_ref<const std::string&>());
        else
            read_member(node, key, value);
    }

    void read_edge(const Json& json) {
        const auto source = end_at(json, "source", "from"), target = end_at(json, "target", "to");
        if (!source || !target) fail(element_, "an edge lacks an end", "give every edge a \"source\" and a \"target\"");
        const auto type = string_at(json, "type");
        const EdgeId edge = builder_.add_edge(end(*source), end(*target), type.value_or("EDGE"));
        edges_.push_back(edge);
        for (const auto& [key, value] : json.items())
            if (!is_end(json, key) && key != "key" && !(key == "type" && type)) read_member(edge, key, value);
    }

    NodeId end(const std::string& id) {
        const NodeId node = builder_.reference(id);
        ends_.names(node, id, element_);
        return node;
    }

    template <class Id>
    void read_member(Id row, const std::string& key, const Json& value) {
        if (key == "props" && value.is_object()) {
            for (const auto& [name, property] : value.items()) builder_.set(row, name, detail::value_of(property));
            return;
        }
        const auto evidence = key == "evidence" ? detail::evidence_of(value) : std::nullopt;
        if (!evidence) return builder_.set(row, key, detail::value_of(value));
        for (const Evidence& entry : *evidence) builder_.add_evidence(row, entry);
    }

    void read_graph(const Json& graph) {
        if (const auto title = string_at(graph, "title")) builder_.set_title(*title);
        if (const auto documents = graph.find("documents"); documents != graph.end())
            for (DocumentInfo& document : detail::documents_of(*documents)) builder_.add_document(std::move(document));
    }

    // Annotations call the ends `from` and `to`, which elsewhere may be properties.
    static std::optional<std::string> end_at(const Json& edge, const char* key, const char* in_annotations) {
        return id_at(edge, edge.contains(key) ? key : in_annotations);
    }
    static bool is_end(const Json& edge, std::string_view key) {
        return key == "source" || key == "target" || (key == "from" && !edge.contains("source")) ||
               (key == "to" && !edge.contains("target"));
    }

    static std::optional<std::string> id_at(const Json& object, const char* key) {
        const auto found = object.find(key);
        return found != object.end() ? detail::id_of(*found) : std::nullopt;
    }

    // A string that is not empty.
    static std::optional<std::string> string_at(const Json& object, const char* key) {
        const auto found = object.find(key);
        if (found == object.end() || !found->is_string() || found->get_ref<const std::string&>().empty()) return {};
        return found->get<std::string>();
    }

    static bool is_strings(const Json& json) {
        return json.is_array() &&
               std::all_of(json.begin(), json.end(), [](const Json& item) { return item.is_string(); });
    }

    enum class Section { other, nodes, edges };

    std::string_view text_;
    const ImportOptions& options_;
    GraphBuilder& builder_;
    std::size_t read_ = 0;    // bytes that the parser has taken
    std::size_t element_ = 0; // where the node or edge at hand begins
    Section section_ = Section::other;
    bool has_nodes_ = false;
    std::vector<EdgeId> edges_;
    detail::PendingEnds ends_;
};

bool recognizes(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{' && text.find("\"nodes\"") != std::string_view::npos;
}

void read(std::string_view text, std::string_view, const ImportOptions& options, GraphBuilder& builder) {
    Reader(text, options, builder).read();
}

} // namespace

Importer json_importer() {
    return {"json", "node-link JSON of zhitu, NetworkX or D3", {".json"}, recognizes, read};
}

} // namespace zhitu

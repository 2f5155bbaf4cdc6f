#include <zhitu/importers/json.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/importers/detail/graph_input.hpp>
#include <zhitu/importers/detail/json_value.hpp>
#include <zhitu/importers/detail/text_window.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace zhitu {
namespace {

using detail::JsonFault;
using detail::JsonMember;
using detail::JsonMembers;
using detail::JsonValue;
using Kind = JsonValue::Kind;

/// Walks through the document one node, edge or other member at a time; nothing else of it is held.
class Reader {
  public:
    explicit Reader(const detail::GraphInput& input)
        : input_(input)
        , builder_(input.builder)
        , window_(input.text, detail::LineEnds::kept)
        , first_edge_(builder_.edge_count()) {}

    void read() {
        while (expected_ != Expected::nothing) step();
        if (!has_nodes_) fail_at({}, "is no node-link graph", "an object with \"nodes\" is needed");
        if (!directed_)
            for (std::size_t edge = first_edge_; edge < builder_.edge_count(); ++edge)
                builder_.set(EdgeId(edge), "symmetric", true);
    }

  private:
    enum class Expected { document, first_member, member, after_member, first_row, row, after_row, end, nothing };
    enum class Rows { nodes, edges };
    using Cursor = detail::JsonCursor;

    [[noreturn]] static void fail_at(Position position, std::string problem, std::string hint,
                                     ErrorCode code = ErrorCode::bad_input) {
        throw Error(code, std::move(problem), std::move(hint), position.in({}));
    }

    // Takes the next thing; where it runs over the end of the window, it is looked at again when there is more.
    void step() {
        Cursor cursor(window_.text(), depth_left());
        cursor.move_to(at_);
        try {
            take(cursor);
            at_ = cursor.offset();
        } catch (const JsonFault& fault) {
            if (fault.kind == JsonFault::Kind::cut && !window_.complete()) {
                window_.more(at_);
                at_ = 0;
            } else {
                tell(fault);
            }
        }
    }

    [[noreturn]] void tell(const JsonFault& fault) const {
        const Position position = window_.position(fault.offset);
        switch (fault.kind) {
        case JsonFault::Kind::cut:
            fail_at(position, "the JSON breaks off", "the file is not complete");
        case JsonFault::Kind::deep:
            fail_at(position, fmt::format("values nested deeper than {}", input_.options.limits.nesting),
                    "raise the limit nesting", ErrorCode::limit);
        case JsonFault::Kind::invalid:
            break;
        }
        fail_at(position, "is not valid JSON", "mend it here");
    }

    /// How many arrays and objects a value may open: the document is one, an array of rows another.
    [[nodiscard]] std::size_t depth_left() const {
        const std::size_t open = expected_ == Expected::first_row || expected_ == Expected::row ? 3 : 1;
        return input_.options.limits.nesting - std::min(open, input_.options.limits.nesting);
    }

    void take(Cursor& cursor) {
        switch (expected_) {
        case Expected::document:
            return take_begin(cursor);
        case Expected::first_member:
            if (cursor.take('}')) return expect(Expected::end);
            return take_member(cursor);
        case Expected::member:
            return take_member(cursor);
        case Expected::after_member:
            return take_separator(cursor, '}', Expected::member, Expected::end);
        case Expected::first_row:
            if (cursor.take(']')) return expect(Expected::after_member);
            return take_row(cursor);
        case Expected::row:
            return take_row(cursor);
        case Expected::after_row:
            return take_separator(cursor, ']', Expected::row, Expected::after_member);
        case Expected::end:
            return take_end(cursor);
        case Expected::nothing:
            return;
        }
    }
    void expect(Expected expected) { expected_ = expected; }

    void take_begin(Cursor& cursor) {
        if (cursor.peek() == '{') {
            cursor.expect('{');
            return expect(Expected::first_member);
        }
        (void)cursor.value();
        fail_at({}, "is no node-link graph", "an object with \"nodes\" is needed");
    }

    void take_end(Cursor& cursor) {
        if (cursor.peek() != '\0' || cursor.offset() != window_.text().size()) cursor.fail();
        if (!window_.complete()) cursor.fail(JsonFault::Kind::cut);
        expect(Expected::nothing);
    }

    static void require_more_behind(Cursor& cursor, std::string_view text) {
        if (cursor.offset() == text.size()) cursor.fail(JsonFault::Kind::cut); // a number may go on
    }

    void take_separator(Cursor& cursor, char close, Expected next, Expected behind) {
        const bool more = cursor.take(',');
        if (!more) cursor.expect(close);
        expect(more ? next : behind);
    }

    void take_member(Cursor& cursor) {
        std::string scratch;
        const std::string key(cursor.key().string(scratch));
        const bool nodes = key == "nodes", edges = key == "edges" || key == "links";
        if (nodes || edges) {
            if (cursor.peek() != '[' && cursor.peek() != '\0')
                fail_at(window_.position(cursor.offset()), fmt::format("\"{}\" is no array", key), "write [ … ]");
            cursor.expect('[');
            rows_ = nodes ? Rows::nodes : Rows::edges;
            has_nodes_ = has_nodes_ || nodes;
            return expect(Expected::first_row);
        }
        const JsonValue value = cursor.value();
        require_more_behind(cursor, window_.text());
        if (key == "directed") directed_ = value.text != "false" || !value.is(Kind::boolean);
        if (key == "graph" && value.is(Kind::object)) read_graph(value);
        expect(Expected::after_member);
    }

    void take_row(Cursor& cursor) {
        const char next = cursor.peek();
        const std::size_t begin = cursor.offset();
        if (next == '\0') cursor.fail();
        if (next != '{') {
            (void)cursor.value();
            fail_at(window_.position(begin), "a node or edge is no object", "write {\"id\": …}");
        }
        cursor.members(members_);
        row_ = window_.next_position(begin);
        try {
            rows_ == Rows::nodes ? read_node() : read_edge();
        } catch (const Error& error) {
            if (error.place().line != 0) throw;
            throw error.at(row_.in({}));
        }
        expect(Expected::after_row);
    }

    void read_node() {
        const JsonValue *id = nullptr, *type = nullptr, *name = nullptr, *label = nullptr;
        for (const auto& [key, value] : members_.all) {
            if (key == "id") id = &value;
            if (key == "type") type = text_or_null(value);
            if (key == "name") name = text_or_null(value);
            if (key == "label") label = text_or_null(value);
        }
        if (name == nullptr) name = label;
        const auto node_id = id != nullptr ? detail::id_of(*id, id_) : std::nullopt;
        if (!node_id) fail_at(row_, "a node has no id", "give every node an \"id\"");
        const NodeId node = builder_.add_node(*node_id, type != nullptr ? type->string(type_) : "Node",
                                              name != nullptr ? name->string(name_) : "");
        input_.ends.has(node);
        for (const JsonMember& member : members_.all)
            if (member.key != "id" && &member.value != type && &member.value != name) read_node_member(node, member);
    }

    void read_node_member(NodeId node, const JsonMember& member) {
        const auto each = [&](auto visit) {
            for (const JsonValue& item : detail::items_of(member.value)) visit(item.string(scratch_));
        };
        if (member.key == "labels" && is_strings(member.value))
            each([&](std::string_view label) { builder_.add_label(node, label); });
        else if (member.key == "aliases" && is_strings(member.value))
            each([&](std::string_view alias) { builder_.add_alias(node, alias); });
        else
            read_member(node, member);
    }

    // Annotations call the ends `from` and `to`, which elsewhere may be properties.
    void read_edge() {
        const JsonValue *source = nullptr, *target = nullptr, *from = nullptr, *to = nullptr, *type = nullptr;
        for (const auto& [key, value] : members_.all) {
            if (key == "source") source = &value;
            if (key == "target") target = &value;
            if (key == "from") from = &value;
            if (key == "to") to = &value;
            if (key == "type") type = text_or_null(value);
        }
        if (source == nullptr) source = from;
        if (target == nullptr) target = to;
        const NodeId source_node = end(source), target_node = end(target);
        const EdgeId edge = builder_.add_edge(source_node, target_node, type != nullptr ? type->string(type_) : "EDGE");
        for (const JsonMember& member : members_.all) {
            const JsonValue* value = &member.value;
            const bool used = value == source || value == target || value == type || member.key == "key" ||
                              member.key == "source" || member.key == "target";
            if (!used) read_member(edge, member);
        }
    }

    NodeId end(const JsonValue* value) {
        const auto id = value != nullptr ? detail::id_of(*value, id_) : std::nullopt;
        if (!id) fail_at(row_, "an edge lacks an end", "give every edge a \"source\" and a \"target\"");
        const NodeId node = builder_.reference(*id);
        input_.ends.names(node, *id, row_);
        return node;
    }

    template <class Id>
    void read_member(Id row, const JsonMember& member) {
        if (member.key == "props" && member.value.is(Kind::object)) {
            JsonMembers properties;
            Cursor(member.value.text, input_.options.limits.nesting).members(properties);
            for (const auto& [name, value] : properties.all) builder_.set(row, name, detail::value_of(value));
            return;
        }
        const auto evidence = member.key == "evidence" ? detail::evidence_of(member.value) : std::nullopt;
        if (!evidence) return builder_.set(row, member.key, detail::value_of(member.value));
        for (const Evidence& entry : *evidence) builder_.add_evidence(row, entry);
    }

    void read_graph(const JsonValue& graph) {
        JsonMembers members;
        Cursor(graph.text, input_.options.limits.nesting).members(members);
        if (const JsonValue* title = members.find("title"); title != nullptr && title->is(Kind::string))
            builder_.set_title(std::string(title->string(scratch_)));
        if (const JsonValue* documents = members.find("documents"))
            for (DocumentInfo& document : detail::documents_of(*documents)) builder_.add_document(std::move(document));
    }

    // The value where it is a string that is not empty.
    static const JsonValue* text_or_null(const JsonValue& value) {
        return value.is(Kind::string) && !value.text.empty() ? &value : nullptr;
    }

    static bool is_strings(const JsonValue& json) {
        const auto items = detail::items_of(json);
        return json.is(Kind::array) &&
               std::all_of(items.begin(), items.end(), [](const JsonValue& item) { return item.is(Kind::string); });
    }

    const detail::GraphInput& input_;
    GraphBuilder& builder_;
    detail::TextWindow window_;
    std::size_t at_ = 0; // in the window
    std::size_t first_edge_;
    Expected expected_ = Expected::document;
    Rows rows_ = Rows::nodes;
    bool has_nodes_ = false;
    bool directed_ = true;
    Position row_; // where the node or edge at hand begins
    JsonMembers members_;
    std::string id_, type_, name_, scratch_; // strings with escapes, decoded
};

bool recognizes(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || text[first] != '{') return false;
    constexpr std::array<std::string_view, 3> keys{"\"nodes\"", "\"edges\"", "\"links\""}; // one may be far behind
    return std::any_of(keys.begin(), keys.end(),
                       [&](std::string_view key) { return text.find(key) != std::string_view::npos; });
}

void read(const detail::GraphInput& input) {
    Reader(input).read();
}

} // namespace

Importer json_importer() {
    Importer importer{"json", "node-link JSON of zhitu, NetworkX or D3", {".json"}, recognizes};
    importer.read_graph = read;
    return importer;
}

} // namespace zhitu

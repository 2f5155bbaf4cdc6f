#include <zhitu/graph/detail/merge_part.hpp>

#include <fmt/format.h>

#include <iterator>

namespace zhitu::detail {
namespace {

void append_key(std::string& out, const Value& value) {
    if (const List* list = value.get_if<List>()) {
        fmt::format_to(std::back_inserter(out), "l{}:", list->size());
        for (const Value& item : *list) append_key(out, item);
        return;
    }
    const std::string text = value.text();
    fmt::format_to(std::back_inserter(out), "{}{}:{}", static_cast<int>(kind_of(value)), text.size(), text);
}

/// The strings of one graph in the pool of all. A graph keeps each string once, so its address tells it.
class Interner {
  public:
    explicit Interner(Dictionary& strings)
        : strings_(strings) {}

    StringId operator()(std::string_view text) {
        const auto [known, fresh] = known_.try_emplace(text.data(), Dictionary::none);
        if (fresh) known->second = strings_.add(text);
        return known->second;
    }

  private:
    Dictionary& strings_;
    std::unordered_map<const char*, StringId> known_;
};

class Compactor {
  public:
    Compactor(const Graph& graph, Pools& pools)
        : graph_(graph)
        , pools_(pools)
        , intern_(pools.strings) {}

    MergePart run(std::string_view source) {
        out_.source = source;
        out_.title = pools_.strings.add(graph_.title());
        for (const DocumentInfo& document : graph_.documents())
            out_.documents.push_back({pools_.strings.add(document.id), pools_.strings.add(document.title),
                                      pools_.strings.add(document.file)});
        add_nodes();
        add_edges();
        add_cells(graph_.node_columns(), out_.node_cells);
        add_cells(graph_.edge_columns(), out_.edge_cells);
        return std::move(out_);
    }

  private:
    void add_nodes() {
        out_.nodes.reserve(graph_.node_count());
        for (const NodeId node : graph_.nodes()) {
            out_.nodes.push_back({intern_(graph_.id(node)), intern_(graph_.name(node)), intern_(graph_.type(node))});
            for (const std::string_view alias : graph_.aliases(node))
                out_.aliases.push_back({node.value(), pools_.strings.add(alias)});
            const auto labels = graph_.labels(node);
            for (std::size_t i = 1; i < labels.size(); ++i) out_.labels.push_back({node.value(), intern_(labels[i])});
            add_passages(node.value(), graph_.evidence(node), out_.node_passages);
        }
        out_.node_passages.shrink_to_fit();
    }

    void add_edges() {
        out_.edges.reserve(graph_.edge_count());
        for (const EdgeId edge : graph_.edges()) {
            out_.edges.push_back(
                {graph_.source(edge).value(), graph_.target(edge).value(), intern_(graph_.type(edge))});
            add_passages(edge.value(), graph_.evidence(edge), out_.edge_passages);
        }
        out_.edge_passages.shrink_to_fit();
    }

    void add_passages(std::uint32_t row, const std::vector<EvidenceView>& evidence,
                      std::vector<MergePart::Passage>& out) {
        for (const EvidenceView& view : evidence) {
            const auto mention = view.mention.value_or(std::pair(0U, 0U));
            out.push_back({row, intern_(view.document), intern_(view.section), intern_(view.quote), view.start,
                           view.end, view.line, mention.first, mention.second});
        }
    }

    void add_cells(std::span<const Column> columns, std::vector<MergePart::Cell>& out) {
        for (const Column& column : columns) {
            if (column.name() == "aliases") continue;
            const StringId name = pools_.strings.add(column.name());
            for (std::size_t i = 0; i < column.rows().size(); ++i)
                out.push_back({column.rows()[i], name, pools_.values.add(column.values()[i])});
        }
        out.shrink_to_fit();
    }

    const Graph& graph_;
    Pools& pools_;
    Interner intern_;
    MergePart out_;
};

} // namespace

std::uint32_t ValuePool::add(const Value& value) {
    std::string key;
    append_key(key, value);
    const std::uint32_t number = keys_.add(key);
    if (number == values_.size()) values_.push_back(value);
    return number;
}

MergePart compact(const Graph& graph, std::string_view source, Pools& pools) {
    return Compactor(graph, pools).run(source);
}

std::string text_of(const MergePart& part, const Pools& pools) {
    std::string out;
    const auto string = [&](StringId id) {
        const std::string_view text = pools.strings[id];
        fmt::format_to(std::back_inserter(out), "{}:{}", text.size(), text);
    };
    const auto number = [&](std::uint32_t value) { fmt::format_to(std::back_inserter(out), "{};", value); };
    const auto words = [&](const std::vector<MergePart::Word>& all) {
        for (const auto& [row, text] : all) number(row), string(text);
    };
    const auto cells = [&](const std::vector<MergePart::Cell>& all) {
        for (const auto& [row, name, value] : all) number(row), string(name), append_key(out, pools.values[value]);
    };
    const auto passages = [&](const std::vector<MergePart::Passage>& all) {
        for (const MergePart::Passage& it : all) {
            for (const std::uint32_t value : {it.row, it.start, it.end, it.line, it.mention_start, it.mention_end})
                number(value);
            for (const StringId text : {it.document, it.section, it.quote}) string(text);
        }
    };
    string(part.title);
    for (const auto& [id, title, file] : part.documents) string(id), string(title), string(file);
    for (const auto& [id, name, type] : part.nodes) string(id), string(name), string(type);
    for (const auto& [source, target, type] : part.edges) number(source), number(target), string(type);
    words(part.aliases);
    words(part.labels);
    cells(part.node_cells);
    cells(part.edge_cells);
    passages(part.node_passages);
    passages(part.edge_passages);
    return out;
}

Evidence evidence_of(const MergePart::Passage& passage, const Pools& pools) {
    Evidence out{std::string(pools.strings[passage.document]),
                 std::string(pools.strings[passage.section]),
                 passage.start,
                 passage.end,
                 passage.line,
                 std::string(pools.strings[passage.quote]),
                 std::nullopt};
    if (passage.mention_end > passage.mention_start) out.mention.emplace(passage.mention_start, passage.mention_end);
    return out;
}

} // namespace zhitu::detail

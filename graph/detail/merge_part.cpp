#include <zhitu/graph/detail/merge_part.hpp>

#include <fmt/format.h>

#include <initializer_list>
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

/// A part as text, each string with its length in front.
class PartText {
  public:
    explicit PartText(const Pools& pools)
        : pools_(pools) {}

    template <class... Ids>
    void add(Ids... strings) {
        for (const StringId id : {strings...})
            fmt::format_to(std::back_inserter(text_), "{}:{}", pools_.strings[id].size(), pools_.strings[id]);
    }
    void add_numbers(std::initializer_list<std::uint32_t> numbers) {
        for (const std::uint32_t number : numbers) fmt::format_to(std::back_inserter(text_), "{};", number);
    }
    void add_cell(const MergePart::Cell& cell) {
        add_numbers({cell.row});
        add(cell.name);
        append_key(text_, pools_.values[cell.value]);
    }
    void add_passage(const MergePart::Passage& it) {
        add_numbers({it.row, it.start, it.end, it.line, it.mention_start, it.mention_end});
        add(it.document, it.section, it.quote);
    }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    const Pools& pools_;
    std::string text_;
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
    PartText out(pools);
    out.add(part.title);
    for (const auto& [id, title, file] : part.documents) out.add(id, title, file);
    for (const auto& [id, name, type] : part.nodes) out.add(id, name, type);
    for (const auto& [source, target, type] : part.edges) out.add_numbers({source, target}), out.add(type);
    for (const auto* words : {&part.aliases, &part.labels})
        for (const auto& [row, text] : *words) out.add_numbers({row}), out.add(text);
    for (const auto* cells : {&part.node_cells, &part.edge_cells})
        for (const MergePart::Cell& cell : *cells) out.add_cell(cell);
    for (const auto* passages : {&part.node_passages, &part.edge_passages})
        for (const MergePart::Passage& passage : *passages) out.add_passage(passage);
    return out.text();
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

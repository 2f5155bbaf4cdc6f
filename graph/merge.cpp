#include <zhitu/graph/merge.hpp>

#include <zhitu/base/unicode.hpp>
#include <zhitu/graph/detail/merge_documents.hpp>
#include <zhitu/graph/detail/merge_names.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace zhitu {
namespace {

using namespace detail;

constexpr std::string_view document_type = "Document"; // its name is the document's id

/// `type:name#2` without the repeat.
std::string_view without_repeat(std::string_view id) {
    const std::size_t mark = id.rfind('#');
    if (mark == std::string_view::npos || mark + 1 == id.size()) return id;
    const std::string_view digits = id.substr(mark + 1);
    const bool number = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number ? id.substr(0, mark) : id;
}

/// Puts the parts together in their order.
class Assembly {
  public:
    Assembly(std::span<const MergePart> parts, const MergedDocuments& documents, NameMerger& names, Pools& pools,
             std::shared_ptr<const Schema> schema)
        : parts_(parts)
        , documents_(documents)
        , names_(names)
        , pools_(pools)
        , schema_(schema.get())
        , builder_(std::move(schema)) {
        count_parts_of_documents();
    }

    /// Throws Error where a node is of another type than in the parts before; nothing of this one is added then.
    void add(std::size_t index) {
        const MergePart& part = parts_[index];
        part_ = &part;
        numbers_of_ids_.clear();
        for (std::size_t i = 0; i < part.documents.size(); ++i)
            numbers_of_ids_.emplace(part.documents[i].id, documents_.numbers[index][i]);
        name_nodes();
        add_nodes();
        add_edges();
    }

    Graph freeze(const FreezeOptions& options) {
        std::set<StringId> titles;
        for (const MergePart& part : parts_) titles.insert(part.title);
        if (titles.size() == 1) builder_.set_title(std::string(pools_.strings[*titles.begin()]));
        for (const DocumentInfo& document : documents_.all) builder_.add_document(document);
        return builder_.freeze(options);
    }

  private:
    static constexpr std::uint32_t no_document = 0xFFFFFFFF;

    // Passages can come twice only where several parts have the document.
    void count_parts_of_documents() {
        parts_of_document_.resize(documents_.all.size());
        for (const auto& numbers : documents_.numbers)
            for (const std::uint32_t number : numbers) ++parts_of_document_[number];
    }

    [[nodiscard]] std::uint32_t number_of(StringId document) const {
        const auto found = numbers_of_ids_.find(document);
        return found == numbers_of_ids_.end() ? no_document : found->second;
    }

    void name_nodes() {
        const MergePart& part = *part_;
        std::vector<StringId> documents(part.nodes.size(), Dictionary::none);
        for (auto it = part.node_passages.rbegin(); it != part.node_passages.rend(); ++it)
            documents[it->row] = it->document;
        repeats_.clear();
        things_.resize(part.nodes.size());
        for (std::size_t i = 0; i < part.nodes.size(); ++i) {
            const MergePart::Node& node = part.nodes[i];
            const bool is_document = pools_.strings[node.type] == document_type && documents[i] != Dictionary::none;
            const auto thing = is_document ? std::nullopt : names_.thing_of(node);
            things_[i] = thing ? *thing : local_thing(node, documents[i]);
            const auto known = types_.find(things_[i].id);
            if (known != types_.end() && known->second != node.type) refuse(node, known->second);
        }
        for (std::size_t i = 0; i < part.nodes.size(); ++i) types_.emplace(things_[i].id, part.nodes[i].type);
    }

    [[noreturn]] void refuse(const MergePart::Node& node, StringId before) const {
        throw Error(ErrorCode::bad_input,
                    fmt::format("node '{}' is a {}, and a {} elsewhere", pools_.strings[node.id],
                                pools_.strings[node.type], pools_.strings[before]),
                    "give nodes of unlike types ids of their own", {part_->source});
    }

    // What belongs to a document: the same repeat of the same id in the same document is the same thing.
    [[nodiscard]] ThingName local_thing(const MergePart::Node& node, StringId document) {
        const std::uint32_t number = number_of(document);
        const std::string base = id_in_document(pools_.strings[node.id], document, number);
        const StringId base_id = pools_.strings.add(base);
        const int repeat = ++repeats_[{base_id, number}];
        const auto [known, fresh] = local_ids_.try_emplace({base_id, number, repeat}, base_id);
        if (fresh) {
            int count = 1;
            while (!used_ids_.insert(known->second).second)
                known->second = pools_.strings.add(fmt::format("{}#{}", base, ++count));
        }
        return {known->second, node.name};
    }

    /// The id without the number of a repeat, with the document as it is called now.
    [[nodiscard]] std::string id_in_document(std::string_view id, StringId document, std::uint32_t number) const {
        if (number == no_document) return std::string(without_repeat(id));
        const std::string& before = written_in_ids(pools_.strings[document]);
        const std::string& now = written_in_ids(documents_.all[number].id);
        if (!id.ends_with("@" + before) && !id.ends_with(":" + before)) id = without_repeat(id);
        if (!id.ends_with("@" + before) && !id.ends_with(":" + before)) return std::string(id);
        return std::string(id.substr(0, id.size() - before.size())) + now;
    }

    /// A document as ids name it.
    [[nodiscard]] const std::string& written_in_ids(std::string_view document) const {
        const auto known = written_.find(document);
        if (known != written_.end()) return known->second;
        return written_.emplace(document, without_blanks(document)).first->second;
    }

    void add_nodes() {
        const MergePart& part = *part_;
        nodes_.resize(part.nodes.size());
        for (std::size_t i = 0; i < part.nodes.size(); ++i) {
            const auto [id, name] = things_[i];
            nodes_[i] = builder_.add_node(pools_.strings[id], pools_.strings[part.nodes[i].type], pools_.strings[name]);
            if (part.nodes[i].name != name) builder_.add_alias(nodes_[i], pools_.strings[part.nodes[i].name]);
        }
        for (const auto& [row, alias] : part.aliases) builder_.add_alias(nodes_[row], pools_.strings[alias]);
        for (const auto& [row, label] : part.labels) builder_.add_label(nodes_[row], pools_.strings[label]);
        add_cells(part.node_cells, nodes_, node_cells_);
        add_passages(part.node_passages, nodes_, node_passages_);
    }

    void add_edges() {
        const MergePart& part = *part_;
        std::vector<bool> rests_on_text(part.edges.size(), false);
        for (const MergePart::Passage& passage : part.edge_passages) rests_on_text[passage.row] = true;
        std::unordered_map<Ends, std::uint32_t, NumbersHash> parallel;
        edges_.assign(part.edges.size(), EdgeId());
        for (std::size_t i = 0; i < part.edges.size(); ++i) {
            const auto [source, target, type] = part.edges[i];
            const Ends ends{nodes_[source].value(), nodes_[target].value(), type, 0};
            // What joining made a loop of is none.
            if (source != target && nodes_[source] == nodes_[target]) continue;
            const std::uint32_t place = rests_on_text[i] ? 0 : ++parallel[ends];
            const auto [known, fresh] =
                known_edges_.try_emplace({nodes_[source].value(), nodes_[target].value(), type, place});
            if (fresh) known->second = builder_.add_edge(nodes_[source], nodes_[target], pools_.strings[type]);
            edges_[i] = known->second;
        }
        add_cells(part.edge_cells, edges_, edge_cells_);
        add_passages(part.edge_passages, edges_, edge_passages_);
    }

    /// A property of a node or an edge: its number above, the name's below.
    using Cells = std::unordered_set<std::uint64_t>;

    template <class Id>
    void add_cells(const std::vector<MergePart::Cell>& cells, const std::vector<Id>& ids, Cells& known) {
        constexpr unsigned half = 32;
        for (const auto& [row, name, value] : cells)
            if (ids[row].valid() && known.insert(std::uint64_t{ids[row].value()} << half | name).second)
                builder_.set(ids[row], pools_.strings[name], pools_.values[value]);
    }

    using Known = std::unordered_set<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, StringId>,
                                     NumbersHash>;

    template <class Id>
    void add_passages(const std::vector<MergePart::Passage>& passages, const std::vector<Id>& ids, Known& known) {
        for (const MergePart::Passage& passage : passages) {
            const Id id = ids[passage.row];
            if (!id.valid()) continue;
            const std::uint32_t number = number_of(passage.document);
            const bool may_repeat = number == no_document || parts_of_document_[number] > 1;
            if (may_repeat && !known.emplace(id.value(), number, passage.start, passage.end, passage.quote).second)
                continue;
            Evidence evidence = evidence_of(passage, pools_);
            if (number != no_document) evidence.document = documents_.all[number].id;
            builder_.add_evidence(id, std::move(evidence));
        }
    }

    /// Source, target and type of an edge, and which of several that rest on no text.
    using Ends = std::tuple<std::uint32_t, std::uint32_t, StringId, std::uint32_t>;

    std::span<const MergePart> parts_;
    const MergedDocuments& documents_;
    NameMerger& names_;
    Pools& pools_;
    const Schema* schema_;
    GraphBuilder builder_;
    std::vector<std::uint32_t> parts_of_document_;

    const MergePart* part_ = nullptr; // at hand
    std::unordered_map<StringId, std::uint32_t> numbers_of_ids_;
    std::vector<ThingName> things_;
    std::vector<NodeId> nodes_;
    std::vector<EdgeId> edges_;
    std::unordered_map<std::pair<StringId, std::uint32_t>, int, NumbersHash> repeats_;

    mutable std::map<std::string, std::string, std::less<>> written_;
    std::unordered_map<StringId, StringId> types_; // by id
    std::unordered_map<std::tuple<StringId, std::uint32_t, int>, StringId, NumbersHash> local_ids_;
    std::unordered_set<StringId> used_ids_;
    std::unordered_map<Ends, EdgeId, NumbersHash> known_edges_;
    Cells node_cells_, edge_cells_;
    Known node_passages_, edge_passages_;
};

/// The parts by their documents and then by what they say.
void sort_parts(std::vector<MergePart>& parts, const Pools& pools) {
    const MergedDocuments documents = merge_documents(parts, pools);
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [&](std::size_t i) {
        std::vector<std::uint32_t> numbers = documents.numbers[i];
        std::sort(numbers.begin(), numbers.end());
        return numbers;
    };
    std::vector<std::vector<std::uint32_t>> keys;
    for (const std::size_t i : order) keys.push_back(key(i));
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (keys[a] != keys[b]) return keys[a] < keys[b];
        const std::string left = text_of(parts[a], pools), right = text_of(parts[b], pools);
        return std::tie(left, parts[a].source) < std::tie(right, parts[b].source);
    });
    std::vector<MergePart> sorted;
    for (const std::size_t i : order) sorted.push_back(std::move(parts[i]));
    parts = std::move(sorted);
}

} // namespace

struct GraphMerger::Data {
    std::shared_ptr<const Schema> schema;
    Pools pools = {};
    std::vector<MergePart> parts = {};
};

GraphMerger::GraphMerger(std::shared_ptr<const Schema> schema)
    : data_(std::make_unique<Data>(Data{std::move(schema)})) {}

GraphMerger::~GraphMerger() = default;

void GraphMerger::add(const Graph& part, std::string_view source) {
    data_->parts.push_back(compact(part, source, data_->pools));
}

Graph GraphMerger::freeze(const FreezeOptions& options, const std::function<void(const Error&)>& refused) {
    auto& [schema, pools, parts] = *data_;
    sort_parts(parts, pools);
    const MergedDocuments documents = merge_documents(parts, pools);
    NameMerger names(schema.get(), pools);
    for (const MergePart& part : parts) names.add(part);
    names.join();
    Assembly assembly(parts, documents, names, pools, schema);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        try {
            assembly.add(i);
        } catch (const Error& error) {
            if (!refused) throw;
            refused(error);
        }
    }
    Graph merged = assembly.freeze(options);
    *data_ = Data{std::move(schema)};
    return merged;
}

} // namespace zhitu

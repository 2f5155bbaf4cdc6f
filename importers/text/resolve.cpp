#include <zhitu/importers/text/resolve.hpp>

#include <zhitu/base/script.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/packs/policy.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace zhitu::text {
namespace {

constexpr std::uint32_t shortest_quote = 4;
constexpr std::uint32_t longest_quote = 380; // characters; consumers of evidence expect a sentence, not a page

class Resolver {
  public:
    Resolver(const Reading& reading, Facts facts, GraphBuilder& builder)
        : reading_(reading)
        , source_(reading.document().source)
        , facts_(std::move(facts))
        , builder_(builder) {}

    void run() {
        document_ = facts_.nodes().empty() ? "" : facts_.node(0).name;
        document_in_ids_ = without_blanks(document_);
        builder_.set_title(document_);
        builder_.add_document({document_, document_, std::filesystem::path(source_.file()).filename().string()});
        std::vector<std::size_t> order = order_of_nodes();
        handles_.resize(facts_.nodes().size());
        for (const std::size_t i : order) add_node(static_cast<int>(i));
        for (const FactEdge& edge : facts_.edges()) add_edge(edge);
    }

  private:
    // By type as the schema lists them, then by place in the text.
    [[nodiscard]] std::vector<std::size_t> order_of_nodes() const {
        std::vector<std::size_t> order(facts_.nodes().size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::map<std::string_view, std::size_t> rank;
        for (const NodeType& node_type : policy_schema()->node_types()) rank.emplace(node_type.name, rank.size());
        const auto key = [&](std::size_t i) {
            const FactNode& node = facts_.nodes()[i];
            return std::tuple(rank[node.type], node.evidence.front().block, node.evidence.front().range.begin, i);
        };
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        return order;
    }

    void add_node(int index) {
        FactNode& node = facts_.node(index);
        choose_name(node);
        const NodeId handle = builder_.add_node(unique_id(node), node.type, node.name);
        handles_[static_cast<std::size_t>(index)] = handle;
        for (const std::string& alias : node.aliases) builder_.add_alias(handle, alias);
        for (const auto& [name, value] : node.properties) builder_.set(handle, name, value);
        set_rules(handle, node);
        std::stable_sort(node.evidence.begin() + 1, node.evidence.end(), [](const Passage& a, const Passage& b) {
            return std::pair(a.block, a.range.begin) < std::pair(b.block, b.range.begin);
        });
        for (const Passage& place : node.evidence)
            for (Evidence& evidence : evidence_of(place)) builder_.add_evidence(handle, std::move(evidence));
    }

    // Which rules found it, and how often the first of them is right.
    template <class Id, class Fact>
    void set_rules(Id handle, const Fact& fact) {
        builder_.set(handle, "rule", fact.rule);
        if (!fact.other_rules.empty())
            builder_.set(handle, "other_rules", List(fact.other_rules.begin(), fact.other_rules.end()));
        if (const auto confidence = reading_.words().pack().confidence(fact.rule))
            builder_.set(handle, "confidence", *confidence);
    }

    // A thing with several forms is called by the longest; a grade in front is left out.
    void choose_name(FactNode& node) const {
        if (node.type == type::industry) return leave_grade_out(node);
        static constexpr std::string_view by_form[] = {type::technology, type::scenario, type::firm, type::body,
                                                       type::region};
        if (std::find(std::begin(by_form), std::end(by_form), node.type) == std::end(by_form)) return;
        const auto longer = [](const std::string& a, const std::string& b) {
            return std::pair(to_utf32(a).size(), b) < std::pair(to_utf32(b).size(), a);
        };
        const auto longest = std::max_element(node.aliases.begin(), node.aliases.end(), longer);
        if (longest != node.aliases.end() && longer(node.name, *longest)) std::swap(node.name, *longest);
        leave_grade_out(node);
    }

    void leave_grade_out(FactNode& node) const {
        constexpr std::size_t shortest_name = 3;
        const std::u32string name = to_utf32(node.name);
        const auto grade = reading_.words().starts_with(name, reading_.words().group("grade"));
        if (!grade || name.size() < grade->length + shortest_name) return;
        const std::string plain = to_utf8(std::u32string_view(name).substr(grade->length));
        const std::string full = std::exchange(node.name, plain);
        std::erase(node.aliases, plain);
        add_alias(node, full);
    }

    [[nodiscard]] std::string unique_id(const FactNode& node) {
        std::string id = fmt::format("{}:{}", lower(node.type), without_blanks(node.name));
        const NodeType* node_type = policy_schema()->node_type(node.type);
        const NameScope scope = node_type != nullptr ? node_type->scope : NameScope::global;
        if (scope == NameScope::document) id += "@" + document_in_ids_;
        if (scope == NameScope::owner && node.owner >= 0) id += "@" + without_blanks(facts_.node(node.owner).name);
        const int repeat = ++used_[id];
        return repeat == 1 ? id : fmt::format("{}#{}", id, repeat);
    }

    [[nodiscard]] static std::string lower(std::string_view text) {
        std::string out(text);
        std::transform(out.begin(), out.end(), out.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return out;
    }

    void add_edge(const FactEdge& edge) {
        const EdgeId handle = builder_.add_edge(handles_[static_cast<std::size_t>(edge.from)],
                                                handles_[static_cast<std::size_t>(edge.to)], edge.type);
        for (const auto& [name, value] : edge.properties) builder_.set(handle, name, value);
        set_rules(handle, edge);
        if (edge.inferred) builder_.set(handle, "inferred", true);
        for (const Passage& place : edge.evidence)
            for (Evidence& evidence : evidence_of(place)) builder_.add_evidence(handle, std::move(evidence));
    }

    // A place in the reading text is one span of the file, or several where a page break or a note cuts it.
    [[nodiscard]] std::vector<Evidence> evidence_of(const Passage& place) const {
        const Block& block = reading_.block(place.block);
        if (block.aligned) return {lines_of(block, place.mention)};
        Range range = widen(block, place.range);
        if (range.size() > longest_quote) range = around(range, place.mention);
        std::vector<Evidence> out;
        std::uint32_t begin = range.begin;
        for (std::uint32_t at = range.begin; at < range.end; ++at) {
            if (at + 1 < range.end && !is_cut(block, at)) continue;
            out.push_back(span(block, lengthen(block, {begin, at + 1}), place.mention));
            begin = at + 1;
        }
        return out;
    }

    // A row of columns is shown as its lines stand, all of them.
    [[nodiscard]] Evidence lines_of(const Block& block, const std::optional<Range>& mention) const {
        const auto [first, last] = std::minmax_element(block.offsets.begin(), block.offsets.end());
        Evidence out;
        out.document = document_;
        out.section = block.section;
        out.start = *first;
        out.end = *last + 1;
        out.line = source_.line_of(out.start);
        out.quote = source_.quote(out.start, out.end);
        if (mention && mention->size() > 0 && block.offsets[mention->begin] < block.offsets[mention->end - 1])
            out.mention.emplace(block.offsets[mention->begin], block.offsets[mention->end - 1] + 1);
        return out;
    }

    // A piece that a cut leaves too short takes in characters behind it, else before it, up to the next cut.
    [[nodiscard]] Range lengthen(const Block& block, Range piece) const {
        const auto size = static_cast<std::uint32_t>(block.text.size());
        while (piece.size() < shortest_quote && piece.end < size && !is_cut(block, piece.end - 1)) ++piece.end;
        while (piece.size() < shortest_quote && piece.begin > 0 && !is_cut(block, piece.begin - 1)) --piece.begin;
        return piece;
    }

    // A quote of fewer than four characters says nothing: its sentence, else its block is the quote.
    [[nodiscard]] Range widen(const Block& block, Range range) const {
        constexpr std::uint32_t shortest = shortest_quote;
        if (range.size() >= shortest) return range;
        for (const Range& sentence : block.sentences)
            if (sentence.begin <= range.begin && range.end <= sentence.end && sentence.size() >= shortest)
                return sentence;
        return {0, static_cast<std::uint32_t>(block.text.size())};
    }

    [[nodiscard]] static Range around(Range range, const std::optional<Range>& mention) {
        std::uint32_t begin = range.begin;
        if (mention && mention->end > begin + longest_quote) begin = mention->end - longest_quote / 2;
        return {begin, std::min(range.end, begin + longest_quote)};
    }

    [[nodiscard]] bool is_cut(const Block& block, std::uint32_t at) const {
        return text::is_cut(reading_.document(), block, at);
    }

    [[nodiscard]] Evidence span(const Block& block, Range range, const std::optional<Range>& mention) const {
        Evidence out;
        out.document = document_;
        out.section = block.section;
        out.start = block.offsets[range.begin];
        out.end = block.offsets[range.end - 1] + 1;
        out.line = source_.line_of(out.start);
        out.quote = source_.quote(out.start, out.end);
        if (mention && mention->begin >= range.begin && mention->end <= range.end && mention->size() > 0)
            out.mention.emplace(block.offsets[mention->begin], block.offsets[mention->end - 1] + 1);
        return out;
    }

    const Reading& reading_;
    const SourceText& source_;
    Facts facts_;
    GraphBuilder& builder_;
    std::string document_;
    std::string document_in_ids_;
    std::vector<NodeId> handles_;               // by fact
    std::unordered_map<std::string, int> used_; // how often each id
};

} // namespace

void resolve(const Reading& reading, Facts facts, GraphBuilder& builder) {
    Resolver(reading, std::move(facts), builder).run();
}

} // namespace zhitu::text

#include <zhitu/queries/condition.hpp>

#include <zhitu/base/error.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/queries/table.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <compare>
#include <optional>
#include <set>

namespace zhitu {
namespace {

struct Operator {
    std::string_view text;
    Comparison comparison;
};

// Longer ones first, so that `<=` is not read as `<`.
constexpr std::array<Operator, 7> operators{{{"!=", Comparison::unequal},
                                             {"<=", Comparison::less_equal},
                                             {">=", Comparison::greater_equal},
                                             {"=", Comparison::equal},
                                             {"<", Comparison::less},
                                             {">", Comparison::greater},
                                             {"~", Comparison::contains}}};

constexpr std::string_view blanks = " \t";
constexpr std::string_view conjunction = " and ";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

class Parser {
  public:
    explicit Parser(std::string_view text)
        : text_(text) {}

    std::vector<Condition> parse() {
        std::vector<Condition> conditions;
        if (trimmed(text_).empty()) return conditions;
        do conditions.push_back(condition());
        while (at_ < text_.size());
        return conditions;
    }

  private:
    Condition condition() {
        Condition out;
        const std::size_t end = std::min(text_.find_first_of("=!<>~", at_), text_.size());
        out.key = std::string(trimmed(text_.substr(at_, end - at_)));
        if (out.key.empty()) throw error("a property is missing");
        at_ = end;
        const auto found = std::find_if(operators.begin(), operators.end(), [&](const Operator& candidate) {
            return text_.substr(at_).starts_with(candidate.text);
        });
        if (found == operators.end()) throw error("a comparison is missing");
        out.comparison = found->comparison;
        at_ = std::min(text_.find_first_not_of(blanks, at_ + found->text.size()), text_.size());
        out.value = value();
        return out;
    }

    // Leaves `at_` behind the separator that follows.
    std::string value() {
        if (at_ < text_.size() && (text_[at_] == '\'' || text_[at_] == '"')) return quoted();
        const std::size_t comma = std::min(text_.find(',', at_), text_.size());
        const std::size_t word = std::min(text_.find(conjunction, at_), text_.size());
        const std::size_t end = std::min(comma, word);
        const std::string_view out = trimmed(text_.substr(at_, end - at_));
        if (out.empty()) throw error("a value is missing");
        skip_separator(end);
        return std::string(out);
    }

    std::string quoted() {
        const std::size_t begin = at_ + 1;
        const std::size_t end = text_.find(text_[at_], begin);
        if (end == std::string_view::npos) throw error("a quote is not closed");
        at_ = end + 1;
        const std::string_view rest = text_.substr(at_);
        const bool separated = trimmed(rest).empty() || trimmed(rest).front() == ',' || rest.starts_with(conjunction);
        if (!separated) throw error("something follows a quoted value");
        skip_separator(trimmed(rest).empty() ? text_.size() : text_.find_first_not_of(blanks, at_));
        if (rest.starts_with(conjunction)) at_ = end + 1 + conjunction.size();
        return std::string(text_.substr(begin, end - begin));
    }

    void skip_separator(std::size_t end) {
        at_ = end;
        if (at_ == text_.size()) return;
        at_ += text_[at_] == ',' ? 1 : conjunction.size();
        if (trimmed(text_.substr(std::min(at_, text_.size()))).empty()) throw error("a condition is missing");
    }

    [[nodiscard]] Error error(std::string problem) const {
        return {ErrorCode::usage, fmt::format("in '{}', column {}: {}", text_, place_of(text_, at_).column, problem),
                "write conditions like year>=2020 and level=national"};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<double> number(const Value& value) {
    if (const auto* real = value.get_if<double>()) return *real;
    if (const auto* integer = value.get_if<std::int64_t>()) return static_cast<double>(*integer);
    return std::nullopt;
}

std::optional<double> parsed_number(std::string_view text) {
    double out = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (status != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return out;
}

bool fits(std::partial_ordering order, Comparison comparison) {
    switch (comparison) {
    case Comparison::equal:
        return order == 0;
    case Comparison::unequal:
        return order != 0;
    case Comparison::less:
        return order < 0;
    case Comparison::less_equal:
        return order <= 0;
    case Comparison::greater:
        return order > 0;
    case Comparison::greater_equal:
        return order >= 0;
    case Comparison::contains:
        break;
    }
    return false;
}

bool compares(const Value& value, const Condition& condition) {
    const auto left = number(value), right = parsed_number(condition.value);
    if (left && right && condition.comparison != Comparison::contains)
        return fits(*left <=> *right, condition.comparison);
    const std::string text = comparison_key(value.text()), wanted = comparison_key(condition.value);
    if (condition.comparison == Comparison::contains) return text.find(wanted) != std::string::npos;
    return fits(text <=> wanted, condition.comparison);
}

bool holds(const Value& value, const Condition& condition) {
    if (value.is_null()) return condition.comparison == Comparison::unequal;
    const List* list = value.get_if<List>();
    if (list == nullptr) return compares(value, condition);
    if (condition.comparison == Comparison::unequal) // none of them is
        return std::all_of(list->begin(), list->end(), [&](const Value& item) { return compares(item, condition); });
    return std::any_of(list->begin(), list->end(), [&](const Value& item) { return compares(item, condition); });
}

Value names_of_neighbors(const Graph& graph, std::span<const EdgeId> edges, NodeId node) {
    List names;
    std::optional<NodeId> before;
    for (const EdgeId edge : edges) {
        const NodeId other = graph.other(edge, node);
        if (before != other) names.emplace_back(graph.name(other));
        before = other;
    }
    return names.empty() ? Value() : Value(std::move(names));
}

std::set<std::string> known_keys(const Graph& graph) {
    std::set<std::string> keys{"name", "id", "type"};
    for (const Column& column : graph.node_columns()) keys.insert(column.name());
    for (const TypeId type : graph.edge_types()) {
        keys.insert(std::string(graph.type_name(type)));
        keys.insert(std::string(incoming_prefix) + std::string(graph.type_name(type)));
    }
    if (graph.schema() == nullptr) return keys;
    for (const NodeType& type : graph.schema()->node_types())
        for (const auto& [name, property] : type.properties) keys.insert(name);
    return keys;
}

} // namespace

std::vector<Condition> parse_conditions(std::string_view text) {
    return Parser(text).parse();
}

void check_conditions(const Graph& graph, const std::vector<Condition>& conditions) {
    const auto known = known_keys(graph);
    for (const Condition& condition : conditions)
        if (!known.contains(condition.key))
            throw Error(ErrorCode::usage, fmt::format("no node has a property '{}'", condition.key),
                        fmt::format("use one of {}", fmt::join(known, ", ")));
}

bool holds(const Graph& graph, NodeId node, const std::vector<Condition>& conditions) {
    return std::all_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
        return holds(value_of(graph, node, condition.key), condition);
    });
}

Value value_of(const Graph& graph, NodeId node, std::string_view key) {
    if (key == "name") return graph.name(node);
    if (key == "id") return graph.id(node);
    if (key == "type") return graph.type(node);
    if (key.starts_with(incoming_prefix)) {
        key.remove_prefix(incoming_prefix.size());
        return names_of_neighbors(graph, graph.in_edges(node, key), node);
    }
    Value value = graph.property(node, key);
    return value.is_null() ? names_of_neighbors(graph, graph.out_edges(node, key), node) : value;
}

} // namespace zhitu

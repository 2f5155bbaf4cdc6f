#include "path_text.hpp"

#include <zhitu/base/unicode.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace zhitu::cli {
namespace {

constexpr std::size_t quotes_of_a_step = 2;

std::size_t left_of(std::size_t columns, std::size_t used) {
    return columns > used ? columns - used : 0;
}

bool contains(const std::vector<Quote>& quotes, const Quote& quote) {
    return std::any_of(quotes.begin(), quotes.end(),
                       [&](const Quote& other) { return other.place == quote.place && other.text == quote.text; });
}

} // namespace

std::vector<Quote> quotes_of(const Graph& graph, std::span<const Step> steps) {
    std::vector<Quote> quotes;
    for (const Step& step : steps) {
        if (!step.edge.valid()) continue;
        const auto evidence = graph.evidence(step.edge);
        for (std::size_t i = 0; i < std::min(evidence.size(), quotes_of_a_step); ++i) {
            Quote quote{place_in_words(graph, evidence[i]), std::string(evidence[i].quote)};
            if (!contains(quotes, quote)) quotes.push_back(std::move(quote));
        }
    }
    return quotes;
}

Value quotes_value(const std::vector<Quote>& quotes) {
    List list;
    for (const Quote& quote : quotes) list.emplace_back(fmt::format("{} “{}”", quote.place, quote.text));
    return list;
}

void write_quotes(const std::vector<Quote>& quotes, const Screen& screen, std::size_t indent, std::ostream& out) {
    std::size_t width = 0;
    for (const Quote& quote : quotes) width = std::max(width, display_width(quote.place));
    for (const Quote& quote : quotes) {
        const std::size_t padding = width - display_width(quote.place) + 3;
        const std::size_t room = std::max<std::size_t>(left_of(screen.columns, indent + width + 3), 20);
        out << std::string(indent, ' ') << quote.place << std::string(padding, ' ')
            << shorten(fmt::format("“{}”", quote.text), room) << '\n';
    }
}

void write_path(const Graph& graph, const Path& path, const Screen& screen, std::size_t indent, std::ostream& out) {
    out << std::string(indent, ' ') << path_in_words(graph, path, words_in(screen.language)) << '\n';
    write_quotes(quotes_of(graph, path.steps), screen, indent, out);
}

Json steps_json(std::span<const Step> steps) {
    Json out = Json::array();
    for (const Step& step : steps)
        out.push_back(
            {{"edge", step.edge.valid() ? Json(edge_key(step.edge)) : Json(nullptr)}, {"forward", step.forward}});
    return out;
}

std::string edge_key(EdgeId edge) {
    return fmt::format("e{}", edge.value());
}

} // namespace zhitu::cli

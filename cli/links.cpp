// zhitu links: which things of one kind link to which of another, and why.
#include "answer.hpp"
#include "counts.hpp"
#include "input.hpp"
#include "path_text.hpp"
#include "types.hpp"

#include <zhitu/graph/lookup.hpp>
#include <zhitu/packs/messages.hpp>
#include <zhitu/packs/pack.hpp>
#include <zhitu/queries/links.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <ostream>

namespace zhitu::cli {
namespace {

struct Options {
    Input input;
    Output output;
    LinksOptions links;
    bool broader = false;
    bool matrix = false;
    bool unlinked = false;
};

/// `text` as one side of the pairs: a type, or the one node of that name.
void choose_side(const Graph& graph, const std::string& text, std::string& type, std::vector<NodeId>& nodes) {
    if (const auto found = find_node_type(graph, text)) {
        type = *found;
        return;
    }
    nodes = find_nodes(graph, text);
    if (!nodes.empty()) return;
    const auto near = nearest_names(graph, text);
    throw Error(ErrorCode::usage, fmt::format("'{}' is neither a type nor a node", text),
                fmt::format("types: {}{}{}", node_types_in_use(graph),
                            near.empty() ? "" : "; near names: ", fmt::join(near, ", ")));
}

std::string score_in_words(double score) {
    return score >= 0.095 ? fmt::format("{:.2f}", score) : fmt::format("{:.2g}", score);
}

void write_link(const Graph& graph, const Link& link, std::size_t rank, const Screen& screen, std::ostream& out) {
    const Words words = words_in(screen.language);
    out << fmt::format("{:>2}  {}  {}  ↔  {}\n", rank, score_in_words(link.score),
                       name_in_words(graph, link.from, words), name_in_words(graph, link.to, words));
    for (const LinkPath& best : link.best) write_path(graph, best.path, screen, 10, out);
}

void write_links(const Graph& graph, const LinksAnswer& answer, const Screen& screen, std::ostream& out) {
    if (answer.links.empty()) out << message("links.none", screen.language) << '\n';
    std::size_t rank = 0;
    for (const Link& link : answer.links) write_link(graph, link, ++rank, screen, out);
}

Table links_table(const Graph& graph, const LinksAnswer& answer, Language language) {
    const Words words = words_in(language);
    Table table;
    table.columns = {{"rank", Heading::message, Align::right},   {"score", Heading::property, Align::right},
                     {"from", Heading::message, Align::left},    {"to", Heading::message, Align::left},
                     {"paths", Heading::property, Align::right}, {"path", Heading::message, Align::left},
                     {"quote", Heading::property, Align::left},  {"from_id", Heading::message, Align::left},
                     {"to_id", Heading::message, Align::left}};
    for (const Link& link : answer.links) {
        const Path& best = link.best.front().path;
        table.rows.push_back({static_cast<std::int64_t>(table.rows.size() + 1), link.score,
                              name_in_words(graph, link.from, words), name_in_words(graph, link.to, words),
                              static_cast<std::int64_t>(link.paths), path_in_words(graph, best, words),
                              quotes_value(quotes_of(graph, best.steps)), graph.id(link.from), graph.id(link.to)});
    }
    return table;
}

Json links_json(const Graph& graph, const LinksAnswer& answer) {
    Json out = Json::array();
    for (const Link& link : answer.links) {
        Json best = Json::array();
        for (const LinkPath& path : link.best)
            best.push_back({{"score", path.score}, {"steps", steps_json(path.path.steps)}});
        out.push_back({{"from", graph.id(link.from)},
                       {"to", graph.id(link.to)},
                       {"score", link.score},
                       {"paths", link.paths},
                       {"best", std::move(best)}});
    }
    return out;
}

Answer ranking(const Graph& graph, const LinksAnswer& found) {
    Answer answer;
    answer.text = [&](std::ostream& out, const Screen& screen) { write_links(graph, found, screen, out); };
    answer.table = [&](Language language) { return links_table(graph, found, language); };
    answer.json = [&] { return links_json(graph, found); };
    answer.part = to_subgraph(graph, found.links);
    return answer;
}

void add_rows(Table& table, const Graph& graph, const std::vector<Unlinked>& nodes, Language language) {
    const Words words = words_in(language);
    for (const Unlinked& one : nodes) {
        Value nearest, path;
        if (one.nearest) {
            nearest = name_in_words(graph, one.nearest->nodes.back(), words);
            path = path_in_words(graph, *one.nearest, words);
        }
        table.rows.push_back({graph.schema() != nullptr ? graph.schema()->node_label(graph.type(one.node), language)
                                                        : graph.type(one.node),
                              name_in_words(graph, one.node, words), nearest, path, graph.id(one.node)});
    }
}

/// One row a node without any pair, with its nearest miss.
Table unlinked_table(const Graph& graph, const UnlinkedNodes& nodes, Language language) {
    Table table;
    table.columns = {{"type", Heading::property, Align::left},
                     {"name", Heading::property, Align::left},
                     {"nearest", Heading::message, Align::left},
                     {"path", Heading::message, Align::left},
                     {"id", Heading::property, Align::left}};
    add_rows(table, graph, nodes.from, language);
    add_rows(table, graph, nodes.to, language);
    return table;
}

/// The steps from narrower to broader terms that the packs know between things of the graph.
std::vector<std::pair<NodeId, NodeId>> broader_steps(const Graph& graph, const Pack& pack) {
    const auto known = pack.broader_pairs();
    const std::vector<std::pair<std::string, std::string>> table(known.begin(), known.end());
    return broader_pairs(graph, table);
}

LinksOptions resolved(const Graph& graph, LinksOptions options) {
    choose_side(graph, options.from, options.from, options.from_nodes);
    choose_side(graph, options.to, options.to, options.to_nodes);
    options.via = node_types_named(graph, options.via);
    return options;
}

Status run(const Options& options, const Context& context) {
    const Graph graph = load(options.input);
    LinksOptions chosen = resolved(graph, options.links);
    if (options.broader) chosen.broader = broader_steps(graph, *packs_in(options.input.packs));
    Answer answer;
    answer.schema = graph.schema();
    if (options.matrix) {
        answer.table = [&](Language) { return to_table(graph, links_matrix(graph, chosen)); };
        give(answer, options.output, context);
    } else if (options.unlinked) {
        const UnlinkedNodes nodes = unlinked(graph, chosen);
        answer.table = [&](Language language) { return unlinked_table(graph, nodes, language); };
        give(answer, options.output, context);
    } else {
        const LinksAnswer found = links(graph, chosen);
        answer = ranking(graph, found);
        answer.schema = graph.schema();
        give(answer, options.output, context);
    }
    return Status::done;
}

void add_query(CLI::App& app, LinksOptions& options) {
    app.add_option("--from", options.from, "What the pairs start at: a type, or the name of a thing")
        ->type_name("TYPE")
        ->capture_default_str();
    app.add_option("--to", options.to, "What they end at, likewise")->type_name("TYPE")->capture_default_str();
    app.add_option("--via", options.via, "Types that paths may lead through, parted by commas or blanks")
        ->type_name("TYPE")
        ->delimiter(',')
        ->default_str(fmt::format("{}", fmt::join(options.via, ",")));
    app.add_option("--max-length", options.max_length, "Steps of a path at most")
        ->type_name("N")
        ->capture_default_str();
    app.add_option("--limit", options.limit, "Pairs at most; 0 is all")->type_name("N")->capture_default_str();
    app.add_option("--best", options.best_paths, "Paths that are shown of each pair")
        ->type_name("N")
        ->check(at_least_one)
        ->capture_default_str();
    app.add_option("--damping", options.damping, "From 0 to 1: how little a step through a hub counts")
        ->type_name("X")
        ->capture_default_str();
    app.add_option("--decay", options.decay, "From 0 to 1: what a path keeps of its weight with each further step")
        ->type_name("X")
        ->capture_default_str();
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->links.best_paths = 1;
    add_input(app, options->input);
    add_query(app, options->links);
    app.add_flag("--broader", options->broader,
                 "Also walk from terms to the broader ones that the reader knows; papers seldom say that an industrial "
                 "robot is a robot");
    auto* matrix = app.add_flag("--matrix", options->matrix, "A row for each start, a column for each end, scores");
    app.add_flag("--unlinked", options->unlinked, "What has no pair at all, with its nearest miss")->excludes(matrix);
    add_output(app, options->output, Forms::tables_and_exports);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command links_command() {
    return {"links",
            "which policies link to which cases, ranked, with the quotes",
            "Finds every pair that is joined by a path through technologies, scenarios, industries or regions, and "
            "ranks the pairs. A pair scores the sum over its paths; a path scores less the longer it is and the more "
            "its steps are shared with others. Each pair is shown with its best path in words and, for each step, the "
            "sentence that it rests on.\n"
            "An export format writes the nodes and edges of the shown paths.",
            {{"links paper.txt --limit 3", "the three strongest links between policies and cases"},
             {"links graph.json --limit 0 --format csv -o links.csv", "all of them, for a spreadsheet"},
             {"links graph.json --from Firm --to Technology --via Case", "other ends, other ways"},
             {"links graph.json --matrix --format csv", "policies by cases"},
             {"links graph.json -o links.graphml", "the best paths as a graph"}},
            setup};
}

} // namespace zhitu::cli

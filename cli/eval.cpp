// zhitu eval: how well a graph holds what an annotation demands.
#include "answer.hpp"
#include "input.hpp"
#include "path_text.hpp"

#include <zhitu/base/encoding.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/packs/messages.hpp>
#include <zhitu/packs/pack.hpp>
#include <zhitu/queries/eval.hpp>
#include <zhitu/queries/quote_finder.hpp>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <ostream>
#include <vector>

namespace zhitu::cli {
namespace {

struct Options {
    std::string gold;
    Input input;
    Output output;
    std::string text;
    bool misses = false;
    bool rules = false;
};

/// Where the grades in front of `name` end from `at` on, so that two characters stay; 0 where none does. Like a
/// regular expression it takes as many words as it can and tries longer ones first.
std::size_t end_of_grades(const Pack& pack, std::u32string_view name, std::size_t at) {
    constexpr std::size_t shortest_name = 2;
    std::vector<std::size_t> ends;
    const GroupId grades = pack.group("annotation.grade");
    pack.walk(name.substr(at), [&](std::uint32_t length, std::uint32_t entry) {
        if (pack.entry(entry).group == grades) ends.push_back(at + length);
    });
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
        if (const std::size_t further = end_of_grades(pack, name, *end); further != 0) return further;
        if (name.size() - *end >= shortest_name) return *end;
    }
    return 0;
}

std::string ungraded(const Pack& pack, std::string_view name) {
    const std::u32string characters = to_utf32(name);
    return to_utf8(std::u32string_view(characters).substr(end_of_grades(pack, characters, 0)));
}

/// The two sides, what they say of the document, and how they compare.
struct Comparison {
    Graph gold, graph;
    std::optional<std::string> text;
    std::string file; // of the text
    Evaluation found;
};

Graph load_gold(const std::string& path) {
    Input input;
    input.path = path;
    input.format = "json";
    return load(input);
}

Comparison compare(const Options& options) {
    Comparison out;
    out.gold = load_gold(options.gold);
    const ImportOptions reading = import_options(options.input);
    std::string read = decode_text(read_file(options.input.path), options.input.path).utf8;
    out.graph = import_text(read, reading, options.input.path);
    if (!options.text.empty()) {
        out.text = decode_text(read_file(options.text), options.text).utf8;
        out.file = options.text;
    } else if (find_importer(read, options.input.path, reading).name == "paper") {
        out.text = std::move(read);
        out.file = options.input.path;
    }
    out.file = std::filesystem::path(out.file).filename().string();
    const auto& pack = reading.pack;
    out.found = evaluate(out.gold, out.graph, {out.text, [&](std::string_view name) { return ungraded(*pack, name); }});
    return out;
}

Value count(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

/// `visit(element, part)` for nodes and edges.
template <class Visit>
void for_parts(const Evaluation& found, Visit visit) {
    visit("node", found.nodes);
    visit("edge", found.edges);
}

Table types_table(const Evaluation& found, Language language) {
    Table table;
    table.columns = {
        {"element", Heading::message, Align::left},  {"type", Heading::property, Align::left},
        {"right", Heading::message, Align::right},   {"wrong", Heading::message, Align::right},
        {"missing", Heading::message, Align::right}, {"precision", Heading::message, Align::right},
        {"recall", Heading::message, Align::right},  {"f1", Heading::message, Align::right},
    };
    for_parts(found, [&](const std::string& element, const EvalPart& part) {
        const auto add = [&](std::string_view type, const EvalCount& counts) {
            table.rows.push_back({message("element." + element, language), type, count(counts.right),
                                  count(counts.wrong), count(counts.missing), counts.precision(), counts.recall(),
                                  counts.f1()});
        };
        for (const EvalType& type : part.types) add(type.type, type.count);
        add(message("eval.all", language), part.all);
    });
    return table;
}

Table rules_table(const Evaluation& found) {
    Table table;
    table.columns = {{"rule", Heading::property, Align::left},  {"right", Heading::message, Align::right},
                     {"wrong", Heading::message, Align::right}, {"optional", Heading::message, Align::right},
                     {"sole", Heading::message, Align::right},  {"precision", Heading::message, Align::right}};
    for (const EvalRule& rule : found.rules) {
        const EvalCount counts{rule.right, rule.wrong, 0};
        table.rows.push_back({rule.rule, count(rule.right), count(rule.wrong), count(rule.optional), count(rule.sole),
                              rule.right + rule.wrong > 0 ? Value(counts.precision()) : Value()});
    }
    return table;
}

/// Something that only one side has.
struct Miss {
    std::string_view verdict; // missing, wrong, unquoted
    std::string_view element; // node, edge
    std::string_view type;
    std::string name; // of an edge: both ends
    Value rule;
    std::vector<Quote> quotes;
};

std::string name_of(const Graph& graph, NodeId node) {
    return std::string(graph.name(node));
}
std::string name_of(const Graph& graph, EdgeId edge) {
    return fmt::format("{} → {}", graph.name(graph.source(edge)), graph.name(graph.target(edge)));
}

class Misses {
  public:
    explicit Misses(const Comparison& sides)
        : sides_(sides) {
        if (sides.text) finder_.emplace(*sides.text);
    }

    std::vector<Miss> all() && {
        const Evaluation& found = sides_.found;
        for (const NodeId node : found.missing_nodes) add_missing("node", node);
        for (const EdgeId edge : found.missing_edges) add_missing("edge", edge);
        for (const NodeId node : found.extra_nodes) add_extra("wrong", "node", node);
        for (const EdgeId edge : found.extra_edges) {
            const bool unquoted = std::binary_search(found.unquoted.begin(), found.unquoted.end(), edge);
            add_extra(sides_.text && unquoted ? "unquoted" : "wrong", "edge", edge);
        }
        return std::move(out_);
    }

  private:
    template <class Id>
    void add_missing(std::string_view element, Id id) {
        const Graph& gold = sides_.gold;
        Miss& miss = out_.emplace_back(Miss{"missing", element, gold.type(id), name_of(gold, id), {}, {}});
        for (std::string& quote : evaluated_quotes(gold, id)) {
            const auto line = finder_ ? finder_->line_of(quote) : std::nullopt;
            miss.quotes.push_back({line ? fmt::format("{}:{}", sides_.file, *line) : "", std::move(quote)});
        }
    }

    template <class Id>
    void add_extra(std::string_view verdict, std::string_view element, Id id) {
        const Graph& graph = sides_.graph;
        Miss& miss = out_.emplace_back(
            Miss{verdict, element, graph.type(id), name_of(graph, id), graph.property(id, "rule"), {}});
        for (const EvidenceView& one : graph.evidence(id))
            miss.quotes.push_back({place_in_words(graph, one), std::string(one.quote)});
    }

    const Comparison& sides_;
    std::optional<QuoteFinder> finder_;
    std::vector<Miss> out_;
};

Table misses_table(const std::vector<Miss>& misses, Language language) {
    Table table;
    table.columns = {{"verdict", Heading::message, Align::left}, {"element", Heading::message, Align::left},
                     {"type", Heading::property, Align::left},   {"name", Heading::property, Align::left},
                     {"rule", Heading::property, Align::left},   {"quote", Heading::property, Align::left}};
    for (const Miss& miss : misses)
        table.rows.push_back({message(fmt::format("verdict.{}", miss.verdict), language),
                              message(fmt::format("element.{}", miss.element), language), miss.type, miss.name,
                              miss.rule, quotes_value(miss.quotes)});
    return table;
}

Json part_json(const EvalPart& part) {
    const auto counts_json = [](const EvalCount& counts) {
        return Json{{"right", counts.right},           {"wrong", counts.wrong},     {"missing", counts.missing},
                    {"precision", counts.precision()}, {"recall", counts.recall()}, {"f1", counts.f1()}};
    };
    Json out = counts_json(part.all);
    out["macro_f1"] = part.macro_f1;
    out["types"] = Json::object();
    for (const EvalType& type : part.types) out["types"][type.type] = counts_json(type.count);
    return out;
}

Json misses_json(const std::vector<Miss>& misses) {
    Json out = Json::array();
    for (const Miss& miss : misses) {
        Json& one = out.emplace_back(Json{{"verdict", miss.verdict},
                                          {"element", miss.element},
                                          {"type", miss.type},
                                          {"name", miss.name},
                                          {"rule", to_json(miss.rule)},
                                          {"quotes", Json::array()}});
        for (const Quote& quote : miss.quotes) one["quotes"].push_back({{"place", quote.place}, {"quote", quote.text}});
    }
    return out;
}

Json eval_json(const Comparison& sides, const Options& options) {
    const Evaluation& found = sides.found;
    Json out{{"nodes", part_json(found.nodes)},
             {"edges", part_json(found.edges)},
             {"evidence", found.evidence()},
             {"optional_edges", found.optional_edges},
             {"years", {{"right", found.right_years}, {"all", found.years}}}};
    if (options.misses) out["misses"] = misses_json(Misses(sides).all());
    if (options.rules) out["rules"] = to_json(rules_table(found));
    return out;
}

void write_totals(const Evaluation& found, Language language, std::ostream& out) {
    const auto say = [&](std::string_view key) { return message(key, language); };
    for_parts(found, [&](const std::string& element, const EvalPart& part) {
        out << fmt::format("{}  F1 {:.3f}  {} {:.3f}  {} {:.3f}  {} {:.3f}\n", say("element." + element), part.all.f1(),
                           say("precision"), part.all.precision(), say("recall"), part.all.recall(), say("macro_f1"),
                           part.macro_f1);
    });
    out << fmt::format("{} {:.3f}\n", say("eval.evidence"), found.evidence());
    out << fmt::format("{} {}/{}\n", say("eval.years"), found.right_years, found.years);
    out << fmt::format("{} {}\n", say("eval.optional"), found.optional_edges);
}

void write_misses(const std::vector<Miss>& misses, const Screen& screen, std::ostream& out) {
    for (const Miss& miss : misses) {
        out << fmt::format("\n{}  {} {} {}{}\n", message(fmt::format("verdict.{}", miss.verdict), screen.language),
                           message(fmt::format("element.{}", miss.element), screen.language), miss.type, miss.name,
                           miss.rule.is_null() ? "" : fmt::format("  ({})", miss.rule.text()));
        write_quotes(miss.quotes, screen, 2, out);
    }
}

void write_eval(const Comparison& sides, const Options& options, const Screen& screen, std::ostream& out) {
    const Headings headings{sides.graph.schema(), screen.language};
    write_totals(sides.found, screen.language, out);
    if (options.misses) return write_misses(Misses(sides).all(), screen, out);
    out << '\n';
    write_text(options.rules ? rules_table(sides.found) : types_table(sides.found, screen.language), headings,
               screen.columns, out);
}

Status run(const Options& options, const Context& context) {
    const Comparison sides = compare(options);
    Answer answer;
    answer.schema = sides.graph.schema();
    answer.table = [&](Language language) {
        if (options.misses) return misses_table(Misses(sides).all(), language);
        return options.rules ? rules_table(sides.found) : types_table(sides.found, language);
    };
    answer.text = [&](std::ostream& out, const Screen& screen) { write_eval(sides, options, screen, out); };
    answer.json = [&] { return eval_json(sides, options); };
    give(answer, options.output, context);
    return Status::done;
}

Run setup(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("GOLD", options->gold, "The annotation: what the graph must hold, as JSON")->required();
    add_input(app, options->input);
    app.add_option("--text", options->text,
                   "The document, in which each quote of an edge must stand; without it GRAPH, where that is a paper")
        ->type_name("FILE");
    auto* misses = app.add_flag("--misses", options->misses,
                                "Show what was missed and what is too much, with quotes, instead of types");
    app.add_flag("--rules", options->rules,
                 "Show how often each rule was right, wrong, and at optional things, instead of types; `sole` is what "
                 "no other rule found")
        ->excludes(misses);
    add_output(app, options->output, Forms::tables);
    return [options](const Context& context) { return run(*options, context); };
}

} // namespace

Command eval_command() {
    return {"eval",
            "how well a graph holds what an annotation demands",
            "Compares a graph, or a paper that is read on the way, with an annotation of the same document: precision, "
            "recall and F1 of nodes and edges, in all and by type. Nodes match by names, aliases and, where names are "
            "phrases, likeness; edges match where their ends do. What the annotation calls optional counts on neither "
            "side. docs/reader.md tells how to write an annotation and what to do with the answer.",
            {{"eval paper.json paper.txt", "the reader's work on a paper"},
             {"eval paper.json paper.txt --misses --pack my-pack", "what a pack of one's own leaves open"},
             {"eval paper.json graph.json --text paper.txt --rules --format csv", "how often each rule is right"}},
            setup};
}

} // namespace zhitu::cli

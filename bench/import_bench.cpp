// What reading papers costs, stage by stage, and how the cost grows with the text.
//
// The text is the example with its body repeated; in each copy the names of policies and firms begin with the copy's
// number, so that things grow in number with the text. The lower bound is what no reader can do without: reading the
// file and decoding it to code points.
#include "measure.hpp"

#include <zhitu/base/encoding.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/importer.hpp>
#include <zhitu/importers/text/layout.hpp>
#include <zhitu/importers/text/relations.hpp>

#include <cmath>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace zhitu;
using bench::Measured;

const std::filesystem::path example = ZHITU_SOURCE_DIR "/examples/ai-manufacturing.txt";
constexpr std::array<int, 3> factors{1, 10, 100};

const text::Vocabulary& vocabulary() {
    static const text::Vocabulary words(Pack::builtin());
    return words;
}

/// The example as front matter, body and references, and the names that the copies tell apart.
struct Parts {
    std::u32string front, body, references;
    std::vector<std::u32string> names; // longest first
};

Parts parts_of_example() {
    const std::string utf8 = decode_text(read_file(example)).utf8;
    const text::Document document = text::read_layout(utf8, "example", vocabulary());
    std::size_t begin = std::u32string::npos, end = begin;
    for (const text::Block& block : document.blocks) {
        if (block.kind != text::BlockKind::heading) continue;
        if (begin == std::u32string::npos) begin = block.offsets.front();
        if (block.section == "refs") end = block.offsets.front();
    }
    // A heading's number is no part of its text: go back to the begin of the line.
    const std::u32string whole = to_utf32(utf8);
    begin = whole.rfind(U'\n', begin) + 1;
    end = whole.rfind(U'\n', end) + 1;
    Parts parts{whole.substr(0, begin), whole.substr(begin, end - begin), whole.substr(end), {}};
    const Graph graph = import_text(utf8);
    for (const char* type : {"Policy", "Firm"})
        for (const NodeId node : graph.nodes(type)) parts.names.push_back(to_utf32(graph.name(node)));
    std::sort(parts.names.begin(), parts.names.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return parts;
}

std::u32string copy_of_body(const Parts& parts, int number) {
    const std::u32string mark = to_utf32(fmt::format("N{}", number));
    std::u32string out;
    for (std::size_t at = 0; at < parts.body.size();) {
        const std::u32string_view rest = std::u32string_view(parts.body).substr(at);
        const auto name = std::find_if(parts.names.begin(), parts.names.end(),
                                       [&](const std::u32string& known) { return rest.starts_with(known); });
        const std::size_t length = name == parts.names.end() ? 1 : name->size();
        if (length > 1) out += mark;
        out += rest.substr(0, length);
        at += length;
    }
    return out;
}

std::string example_times(const Parts& parts, int factor) {
    std::u32string out = parts.front;
    for (int i = 0; i < factor; ++i) out += i == 0 ? parts.body : copy_of_body(parts, i);
    return to_utf8(out + parts.references);
}

struct Size {
    double megabytes = 0;
    std::size_t nodes = 0, edges = 0;
    std::vector<double> seconds; // by stage
};

const std::vector<std::string> stage_names{"read + decode (lower bound)", "layout", "mentions", "relations",
                                           "whole import"};

Size measure_size(const std::string& utf8) {
    const std::filesystem::path file = std::filesystem::temp_directory_path() / "zhitu-import-bench.txt";
    write_file(file, utf8);
    const auto document = text::read_layout(utf8, "bench", vocabulary());
    const auto mentions = text::read_mentions(document, vocabulary());
    const std::vector<std::function<std::size_t()>> stages{
        [&] { return to_utf32(decode_text(read_file(file)).utf8).size(); },
        [&] { return text::read_layout(utf8, "bench", vocabulary()).blocks.size(); },
        [&] { return text::read_mentions(document, vocabulary()).chosen.size(); },
        [&] { return text::read_relations(text::Reading(document, mentions, vocabulary())).edges().size(); },
        [&] { return import_file(file).edge_count(); },
    };
    Size size;
    size.megabytes = static_cast<double>(utf8.size()) / 1e6;
    const Graph graph = import_file(file);
    size.nodes = graph.node_count();
    size.edges = graph.edge_count();
    for (const auto& stage : stages) size.seconds.push_back(bench::measure(stage).seconds);
    std::filesystem::remove(file);
    return size;
}

/// b in seconds ~ megabytes^b between the first and the last size.
double exponent(const std::vector<Size>& sizes, std::size_t stage) {
    return std::log(sizes.back().seconds[stage] / sizes.front().seconds[stage]) /
           std::log(sizes.back().megabytes / sizes.front().megabytes);
}

void print_table(const std::vector<Size>& sizes) {
    fmt::print("| ms a MB of text |");
    for (std::size_t i = 0; i < sizes.size(); ++i)
        fmt::print(" ×{} ({:.2f} MB, {} nodes, {} edges) |", factors[i], sizes[i].megabytes, sizes[i].nodes,
                   sizes[i].edges);
    fmt::print(" × the bound | exponent |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
    for (std::size_t stage = 0; stage < stage_names.size(); ++stage) {
        fmt::print("| {} |", stage_names[stage]);
        for (const Size& size : sizes) fmt::print(" {:.1f} |", 1000 * size.seconds[stage] / size.megabytes);
        fmt::print(" {:.0f} | {:.2f} |\n", sizes.front().seconds[stage] / sizes.front().seconds[0],
                   exponent(sizes, stage));
    }
}

} // namespace

int main() {
    const Parts parts = parts_of_example();
    std::vector<Size> sizes;
    for (const int factor : factors) sizes.push_back(measure_size(example_times(parts, factor)));
    print_table(sizes);
}

// Made-up papers to graphs, one by one. The answer is the number of code points that were read.
#include "work.hpp"

#include <zhitu/base/encoding.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/base/unicode.hpp>
#include <zhitu/importers/importer.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace zhitu::bench {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> papers_in(const fs::path& folder) {
    std::vector<fs::path> papers;
    for (const auto& entry : fs::directory_iterator(folder)) papers.push_back(entry.path());
    std::sort(papers.begin(), papers.end());
    return papers;
}

/// Of all papers, the results of `read(path)` added up.
template <class Read>
std::uint64_t sum_over(const std::vector<fs::path>& papers, Read read) {
    std::uint64_t sum = 0;
    for (const fs::path& paper : papers) sum += read(paper);
    return sum;
}

std::uint64_t code_points(const fs::path& paper) {
    return to_utf32(decode_text(read_file(paper)).utf8).size();
}

} // namespace

void run_text(Runner& runner) {
    const std::vector<fs::path> papers = papers_in(runner.folder());
    const std::uint64_t length = sum_over(papers, code_points);
    runner.time("reading and decoding", [&] { return sum_over(papers, code_points); });
    runner.time(
        "zhitu",
        [&] { return sum_over(papers, [](const fs::path& paper) { return import_file(paper).edge_count(); }); },
        [&](std::uint64_t edges) { return edges > 0 ? length : 0; });
}

} // namespace zhitu::bench

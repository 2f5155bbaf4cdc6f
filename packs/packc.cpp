// Compiles the folders of packs to one file: packc OUT LEXICON|- FOLDER…
#include <zhitu/base/error.hpp>
#include <zhitu/base/file.hpp>
#include <zhitu/packs/compile.hpp>
#include <zhitu/packs/source.hpp>

#include <cstdio>
#include <exception>
#include <iterator>

int main(int argc, char** argv) try {
    if (argc < 4) {
        std::fprintf(stderr, "usage: packc OUT LEXICON|- FOLDER...\n");
        return 2;
    }
    zhitu::PackSource all;
    std::vector<zhitu::PackFinding> findings;
    for (int i = 3; i < argc; ++i) {
        zhitu::PackSource pack = zhitu::read_pack(argv[i], findings);
        std::move(pack.entries.begin(), pack.entries.end(), std::back_inserter(all.entries));
        std::move(pack.rules.begin(), pack.rules.end(), std::back_inserter(all.rules));
        std::move(pack.measures.begin(), pack.measures.end(), std::back_inserter(all.measures));
    }
    for (const auto& finding : findings)
        std::fprintf(stderr, "packc: %s: %s\n", finding.place.text().c_str(), finding.problem.c_str());
    const std::string_view lexicon = argv[2];
    zhitu::write_file(argv[1], compile_pack(all, lexicon == "-" ? "" : zhitu::read_file(argv[2])));
    return findings.empty() ? 0 : 3;
} catch (const std::exception& error) {
    std::fprintf(stderr, "packc: %s\n", error.what());
    return 3;
}

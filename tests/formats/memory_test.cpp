// Large files are read in memory that depends on the graph, not on the file. A program of its own, so that nothing that
// other tests have freed can be used again.
#include <zhitu/importers/importer.hpp>

#include "support/temporary_folder.hpp"
#include "test.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>

using namespace zhitu;

namespace {

constexpr int node_count = 40'000;
constexpr int edge_count = 300'000;
constexpr std::size_t mebibyte = std::size_t{1} << 20;

/// Some 100 MB: much of it is what a reader has no use for, as in files of drawing programs.
std::filesystem::path write_graphml(const TemporaryFolder& folder) {
    const auto file = folder.write("large.graphml", "");
    const std::string drawing = "<data key='g'><y:ShapeNode><y:Geometry height='30.0' width='30.0' x='1.5' y='2.5'/>" +
                                std::string(150, ' ') + "</y:ShapeNode></data>";
    std::ofstream out(file, std::ios::binary);
    out << "<graphml xmlns:y='y'><key id='g' for='all' yfiles.type='nodegraphics'/><key id='n' for='all' attr.name='n' "
           "attr.type='int'/>\n<graph>\n";
    for (int i = 0; i < node_count; ++i)
        out << "<node id='node" << i << "'>" << drawing << "<data key='n'>" << i << "</data></node>\n";
    for (int i = 0; i < edge_count; ++i)
        out << "<edge source='node" << i % node_count << "' target='node" << (i * 7LL) % node_count << "'>" << drawing
            << "<data key='n'>" << i << "</data></edge>\n";
    out << "</graph></graphml>\n";
    return file;
}

std::filesystem::path write_json(const TemporaryFolder& folder) {
    const auto file = folder.write("large.json", "");
    const std::string blanks(250, ' ');
    std::ofstream out(file, std::ios::binary);
    out << "{\"nodes\": [";
    for (int i = 0; i < node_count; ++i)
        out << (i == 0 ? "" : ",") << "{\"id\": \"node" << i << "\"," << blanks << "\"n\": " << i << "}\n";
    out << "], \"edges\": [";
    for (int i = 0; i < edge_count; ++i)
        out << (i == 0 ? "" : ",") << "{\"source\": \"node" << i % node_count << "\", \"target\": \"node"
            << (i * 7LL) % node_count << "\"," << blanks << "\"n\": " << i << "}\n";
    out << "]}\n";
    return file;
}

std::size_t peak_memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

/// Runs `check` in a child process and tells whether it was true there.
bool in_child(const std::function<bool()>& check) {
    const pid_t child = fork();
    if (child == 0) _exit(check() ? EXIT_SUCCESS : EXIT_FAILURE);
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

} // namespace

TEST_CASE("a large file takes at most twice its graph and 64 MiB") {
    const TemporaryFolder folder;
    for (const auto& file : {write_graphml(folder), write_json(folder)}) {
        INFO(file);
        REQUIRE(std::filesystem::file_size(file) > 90 * mebibyte);
        CHECK(in_child([&] {
            const std::size_t before = peak_memory();
            const Graph graph = import_file(file);
            const std::size_t bound = 2 * graph.memory() + 64 * mebibyte;
            return graph.edge_count() == edge_count && bound < 160 * mebibyte && peak_memory() - before < bound;
        }));
    }
}

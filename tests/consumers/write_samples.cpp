// Writes the files that other tools are asked to read: write_samples FOLDER
#include <zhitu/exporters/exporter.hpp>

#include "support/graphs.hpp"

#include <filesystem>
#include <string>

using namespace zhitu;

namespace {

void write(const Graph& graph, const std::filesystem::path& stem) {
    const auto to = [&](const std::string& ending, const char* dialect = "", const char* edges_key = "edges") {
        ExportOptions options;
        options.dialect = dialect;
        options.edges_key = edges_key;
        options.cluster = ending == "-cluster.dot";
        export_file(graph, stem.string() + ending, options);
    };
    to(".graphml");
    to("-strict.graphml", "strict");
    to(".json");
    to("-links.json", "", "links");
    to(".dot");
    to("-cluster.dot");
    to("-plain.dot", "plain");
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const std::filesystem::path folder(arguments[1]);
    std::filesystem::create_directories(folder);
    write(sample_graph(), folder / "sample");
    write(graph_of_strings(nasty_strings()), folder / "nasty");
    write(Graph(), folder / "empty");
}

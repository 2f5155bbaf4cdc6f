#include <zhitu/base/error.hpp>
#include <zhitu/exporters/exporter.hpp>

#include "support/graphs.hpp"
#include "test.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace zhitu;

TEST_CASE("the format follows from the name, and the file is what the text is") {
    const auto path = std::filesystem::temp_directory_path() / "zhitu_exporter_test.graphml";
    const Graph graph = sample_graph();
    export_file(graph, path);
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    ExportOptions options;
    options.format = "graphml";
    CHECK(bytes == export_text(Subgraph(graph), options));
    std::filesystem::remove(path);
}

TEST_CASE("an unknown format or dialect lists the known ones") {
    const Graph graph = sample_graph();
    ExportOptions options;
    options.format = "docx";
    CHECK_THROWS_WITH(export_text(Subgraph(graph), options),
                      Contains("unknown format 'docx'") && Contains("graphml"));
    options.format = "dot";
    options.dialect = "fancy";
    CHECK_THROWS_WITH(export_text(Subgraph(graph), options),
                      Contains("dot has no dialect 'fancy'") && Contains("default"));
}

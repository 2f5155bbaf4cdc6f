// Writes the data sets of workloads.json for the peers in other languages, one folder a size:
//
//   write_data FOLDER WORKLOADS.json sizes|quick
//
// edges.bin (source and target of each edge, 32 bits), edge_types.bin, weights.bin (eighths), node_types.bin (a byte
// each) and questions.json; where a workload reads files, also graph.graphml, graph.json, nodes.csv and edges.csv.
#include "data.hpp"

#include <fmt/format.h>
#include <fmt/os.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <map>

namespace {

using namespace zhitu::bench;
namespace fs = std::filesystem;

template <class Number>
void write_numbers(const fs::path& path, const std::vector<Number>& numbers) {
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(numbers.data()),
               static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
}

void write_arrays(const fs::path& folder, const Data& data) {
    std::vector<std::uint32_t> ends;
    for (std::size_t i = 0; i < data.edge_count(); ++i) {
        ends.push_back(data.sources[i]);
        ends.push_back(data.targets[i]);
    }
    write_numbers(folder / "edges.bin", ends);
    write_numbers(folder / "edge_types.bin", data.edge_types);
    write_numbers(folder / "weights.bin", data.weights);
    write_numbers(folder / "node_types.bin", data.node_types);
    const nlohmann::json questions{{"node_type_names", data.node_type_names},
                                   {"edge_type_names", data.edge_type_names},
                                   {"start", data.start},
                                   {"seeds", data.seeds},
                                   {"sparse_seeds", data.sparse_seeds},
                                   {"person_pairs", data.person_pairs},
                                   {"tag_pairs", data.tag_pairs}};
    std::ofstream(folder / "questions.json") << questions;
}

std::string_view node_type(const Data& data, std::uint32_t node) {
    return data.node_type_names[data.node_types[node]];
}

std::string_view edge_type(const Data& data, std::size_t edge) {
    return data.edge_type_names[data.edge_types[edge]];
}

void write_csv(const fs::path& folder, const Data& data) {
    auto nodes = fmt::output_file((folder / "nodes.csv").string());
    nodes.print("id,type,year,score,city\n");
    for (std::uint32_t node = 0; node < data.node_count(); ++node)
        nodes.print("{},{},{},{},{}\n", node, node_type(data, node), year_of(node), score_of(node), city_of(node));
    auto edges = fmt::output_file((folder / "edges.csv").string());
    edges.print("source,target,type,weight\n");
    for (std::size_t i = 0; i < data.edge_count(); ++i)
        edges.print("{},{},{},{}\n", data.sources[i], data.targets[i], edge_type(data, i), data.weights[i] / 8.0);
}

void write_graphml(const fs::path& folder, const Data& data) {
    auto out = fmt::output_file((folder / "graph.graphml").string());
    out.print(R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="type" for="node" attr.name="type" attr.type="string"/>
  <key id="year" for="node" attr.name="year" attr.type="long"/>
  <key id="score" for="node" attr.name="score" attr.type="double"/>
  <key id="city" for="node" attr.name="city" attr.type="string"/>
  <key id="etype" for="edge" attr.name="type" attr.type="string"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="directed">
)");
    for (std::uint32_t node = 0; node < data.node_count(); ++node)
        out.print("    <node id=\"n{}\">\n      <data key=\"type\">{}</data>\n      <data key=\"year\">{}</data>\n"
                  "      <data key=\"score\">{}</data>\n      <data key=\"city\">{}</data>\n    </node>\n",
                  node, node_type(data, node), year_of(node), score_of(node), city_of(node));
    for (std::size_t i = 0; i < data.edge_count(); ++i)
        out.print("    <edge source=\"n{}\" target=\"n{}\">\n      <data key=\"etype\">{}</data>\n"
                  "      <data key=\"weight\">{}</data>\n    </edge>\n",
                  data.sources[i], data.targets[i], edge_type(data, i), data.weights[i] / 8.0);
    out.print("  </graph>\n</graphml>\n");
}

void write_json(const fs::path& folder, const Data& data) {
    auto out = fmt::output_file((folder / "graph.json").string());
    out.print("{{\"directed\": true, \"multigraph\": false, \"graph\": {{}}, \"nodes\": [\n");
    for (std::uint32_t node = 0; node < data.node_count(); ++node)
        out.print("{}{{\"id\": \"n{}\", \"type\": \"{}\", \"year\": {}, \"score\": {}, \"city\": \"{}\"}}",
                  node == 0 ? "" : ",\n", node, node_type(data, node), year_of(node), score_of(node), city_of(node));
    out.print("\n], \"edges\": [\n");
    for (std::size_t i = 0; i < data.edge_count(); ++i)
        out.print("{}{{\"source\": \"n{}\", \"target\": \"n{}\", \"type\": \"{}\", \"weight\": {}}}",
                  i == 0 ? "" : ",\n", data.sources[i], data.targets[i], edge_type(data, i), data.weights[i] / 8.0);
    out.print("\n]}}\n");
}

/// The wanted data sets, and whether a workload reads files of it.
std::map<std::pair<std::string, std::size_t>, bool> wanted(const fs::path& workloads, const std::string& mode) {
    std::map<std::pair<std::string, std::size_t>, bool> out;
    for (const nlohmann::json& workload : nlohmann::json::parse(std::ifstream(workloads)))
        for (const std::size_t size : workload.at(mode))
            if (workload.at("data") != "text") out[{workload.at("data"), size}] |= workload.value("files", false);
    return out;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        fmt::print(stderr, "usage: write_data FOLDER WORKLOADS.json sizes|quick\n");
        return 2;
    }
    for (const auto& [set, files] : wanted(argv[2], argv[3])) {
        const fs::path folder = fs::path(argv[1]) / fmt::format("{}-{}", set.first, set.second);
        fs::create_directories(folder);
        const Data data = make_data(set.first, set.second);
        write_arrays(folder, data);
        if (!files) continue;
        write_csv(folder, data);
        write_graphml(folder, data);
        write_json(folder, data);
    }
}

// Runs the workloads of zhitu and of the peers in C++, and prints a line a figure (runner.hpp):
//
//   zhitu_bench FOLDER WORKLOADS.json sizes|quick [NAME…]
//
// FOLDER is what write_data made.
#include "work/work.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <boost/version.hpp>
#ifdef ZHITU_BENCH_IGRAPH
#include <igraph.h>
#endif

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace zhitu::bench;

/// What workloads.json says of the workloads that are asked for, in its order, by data set and size.
using Plan = std::map<std::pair<std::string, std::size_t>, std::vector<std::string>>;

Plan plan_of(const std::string& path, const std::string& mode, const std::vector<std::string>& names) {
    Plan plan;
    for (const nlohmann::json& workload : nlohmann::json::parse(std::ifstream(path))) {
        const std::string name = workload.at("name");
        if (!names.empty() && std::find(names.begin(), names.end(), name) == names.end()) continue;
        for (const std::size_t size : workload.at(mode)) plan[{workload.at("data"), size}].push_back(name);
    }
    return plan;
}

void print_versions() {
    fmt::print("#version\tBGL\tBoost {}.{}\n", BOOST_VERSION / 100'000, BOOST_VERSION / 100 % 1000);
#ifdef ZHITU_BENCH_IGRAPH
    const char* version = nullptr;
    igraph_version(&version, nullptr, nullptr, nullptr);
    fmt::print("#version\tigraph C\t{}\n", version);
#else
    fmt::print("#skip\tigraph C\t*\t*\tthe package libigraph-dev is not installed\n");
#endif
#ifndef ZHITU_BENCH_EXPAT
    fmt::print("#skip\texpat alone\t*\t*\tthe package libexpat1-dev is not installed\n");
#endif
#ifndef ZHITU_BENCH_SIMDJSON
    fmt::print("#skip\tsimdjson alone\t*\t*\tthe package libsimdjson-dev is not installed\n");
#endif
}

void run(const std::vector<std::string>& names, const Data& data, std::size_t size, Runner& runner) {
    for (const std::string& name : names) {
        const auto known = workloads();
        const auto workload =
            std::find_if(known.begin(), known.end(), [&](const Workload& w) { return w.name == name; });
        if (workload == known.end()) continue; // peers in other languages may have it
        fmt::print(stderr, "{} {}\n", name, size);
        runner.begin(name, data, size);
        workload->run(runner);
    }
}

Data data_of(const std::string& name, std::size_t size) {
    if (name != "text") return make_data(name, size);
    Data none;
    none.name = name;
    return none;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        fmt::print(stderr, "usage: zhitu_bench FOLDER WORKLOADS.json sizes|quick [NAME…]\n");
        return 2;
    }
#ifdef ZHITU_BENCH_IGRAPH
    igraph_set_attribute_table(&igraph_cattribute_table);
#endif
    print_versions();
    const std::string mode = argv[3];
    Runner runner(argv[1], mode == "quick" ? Budget{1.5, 3} : Budget{});
    for (const auto& [set, names] : plan_of(argv[2], mode, {argv + 4, argv + argc}))
        run(names, data_of(set.first, set.second), set.second, runner);
}

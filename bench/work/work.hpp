// The workloads in C++: one file each, one line each in work.cpp and in workloads.json.
#pragma once

#include "../runner.hpp"

#include <span>
#include <string_view>

namespace zhitu::bench {

/// Measures every peer in this program at the size that the runner stands at.
struct Workload {
    std::string_view name;
    void (*run)(Runner&);
};

[[nodiscard]] std::span<const Workload> workloads();

void run_build(Runner& runner);
void run_memory(Runner& runner);
void run_bfs_social(Runner& runner);
void run_bfs_rmat(Runner& runner);
void run_hops_2(Runner& runner);
void run_hops_3(Runner& runner);
void run_simple_paths(Runner& runner);
void run_links(Runner& runner);
void run_shortest(Runner& runner);
void run_shortest_weighted(Runner& runner);
void run_k_shortest(Runner& runner);
void run_read_graphml(Runner& runner);
void run_read_json(Runner& runner);
void run_write_graphml(Runner& runner);
void run_write_json(Runner& runner);
void run_text(Runner& runner);

} // namespace zhitu::bench

#include "work.hpp"

#include <array>

namespace zhitu::bench {

std::span<const Workload> workloads() {
    static constexpr std::array table{
        Workload{"memory", run_memory},
        Workload{"build", run_build},
        Workload{"bfs-social", run_bfs_social},
        Workload{"bfs-rmat", run_bfs_rmat},
        Workload{"hops-2", run_hops_2},
        Workload{"hops-3", run_hops_3},
        Workload{"simple-paths", run_simple_paths},
        Workload{"links", run_links},
        Workload{"shortest", run_shortest},
        Workload{"shortest-weighted", run_shortest_weighted},
        Workload{"k-shortest", run_k_shortest},
        Workload{"read-graphml", run_read_graphml},
        Workload{"read-json", run_read_json},
        Workload{"write-graphml", run_write_graphml},
        Workload{"write-json", run_write_json},
        Workload{"text", run_text},
    };
    return table;
}

} // namespace zhitu::bench

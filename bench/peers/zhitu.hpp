// How zhitu gets the data: in one place, whatever the builder's interface is.
#pragma once

#include "../data.hpp"

#include <zhitu/graph/graph.hpp>

#include <string>
#include <vector>

namespace zhitu::bench {

/// "0", "1", … : the ids of the nodes.
[[nodiscard]] std::vector<std::string> node_ids(const Data& data);

enum class Properties { none, all };

/// The frozen graph: ids, types and edges, numbered as in `data`, and properties where asked for.
[[nodiscard]] Graph build_graph(const Data& data, const std::vector<std::string>& ids,
                                Properties properties = Properties::none);
[[nodiscard]] Graph build_graph(const Data& data, Properties properties = Properties::none);

} // namespace zhitu::bench

#!/usr/bin/env bash
# Builds the benchmarks (release) and runs them; prints the tables and writes them into bench/results.md.
#
#   bench/run.sh
#   BUILD_DIR=build-clang CXX=clang++-16 bench/run.sh
. "$(dirname "$0")/../scripts/common.sh"

folder=${BUILD_DIR:-build-bench}
BUILD_DIR=$folder scripts/build.sh --all -DZHITU_BUILD_BENCH=ON -DZHITU_BUILD_TESTS=OFF -DZHITU_BUILD_CLI=OFF

processor=$(lscpu | sed -n 's/^Model name: *//p' | head -n 1)
compiler=$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "$folder/CMakeCache.txt")
boost=$(sed -n 's/.*define BOOST_LIB_VERSION "\([0-9_]*\)".*/\1/p' /usr/include/boost/version.hpp | tr _ .)
results=$(mktemp)
trap 'rm -f "$results"' EXIT

{
    cat <<TEXT
# Speed

Made by \`bench/run.sh\`. Medians of five runs after a warm-up, all ways in one run on one machine; compare the ratios, not
the milliseconds. Each way must give the same answer.

- $(date -u +%F), ${processor:-unknown processor}, $(nproc) threads (one is used)
- $("$compiler" --version | head -n 1), Release; Boost ${boost:-unknown}

## The graph

100,000 nodes and 1,000,000 edges of six types, targets skewed. Times as multiples of the bare loop, which walks two arrays
without types, names or edge numbers and is the lower bound (of building: two counting sorts). zhitu also takes in the ids
of the nodes and sorts edges by type and neighbour; the peers have neither.

TEXT
    "$folder/bench/zhitu_graph_bench"
    cat <<'TEXT'

## The reader of papers

The example with its body repeated, names of policies and firms varied. The last two columns: how many times the lower bound
it takes at ×1, and b where the time grows with the size to the power of b.

TEXT
    "$folder/bench/zhitu_import_bench"
} >"$results"
cp "$results" bench/results.md
cat bench/results.md

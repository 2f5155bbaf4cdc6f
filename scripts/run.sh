#!/usr/bin/env bash
# From papers to a graph, in one go: installs what is missing, builds, reads the files, and shows what it found.
#
#   scripts/run.sh [FILE…]      default: examples/ai-manufacturing.txt; writes into out/
files=()
for file in "$@"; do files+=("$(realpath -- "$file")"); done
. "$(dirname "$0")/common.sh"
[ ${#files[@]} -gt 0 ] || files=(examples/ai-manufacturing.txt)

scripts/install-deps.sh
scripts/build.sh
zhitu=build/zhitu
graph=out/graph.json
mkdir -p out

"$zhitu" import "${files[@]}" -o "$graph"
"$zhitu" export "$graph" -o out/graph.graphml
"$zhitu" export "$graph" -o out/graph.dot
sfdp -Goverlap=prism -Tsvg out/graph.dot -o out/graph.svg

printf '\nWhat it found:\n'
"$zhitu" stats "$graph" --lang zh
printf '\nPolicies and the cases they hang together with, best first (all: %s links %s):\n' "$zhitu" "$graph"
"$zhitu" links "$graph" --limit 3

cat <<TEXT

The graph is in $root/out:
  graph.svg      the picture; open it in a browser
  graph.graphml  for Gephi, yEd, Cytoscape and NetworkX
  graph.json     node-link JSON with the sentence behind every edge; the input of further commands
  graph.dot      for Graphviz
More: $zhitu --help
TEXT

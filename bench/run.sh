#!/usr/bin/env bash
# Builds zhitu (release), installs the peers, makes the data, measures all of them on this machine in one run, checks that
# they agree, and prints the tables. A whole run also writes them into bench/results.md.
#
#   bench/run.sh                    about a quarter of an hour
#   bench/run.sh --quick            a tenth of the sizes: some three minutes
#   bench/run.sh [--quick] NAME…    some of the workloads of bench/workloads.json
#   BUILD_DIR=build-clang CXX=clang++-16 bench/run.sh
. "$(dirname "$0")/../scripts/common.sh"

mode=sizes
if [ "${1:-}" = --quick ]; then
    mode=quick
    shift
fi
names=("$@")
folder=${BUILD_DIR:-build-bench}
data=$folder/data
figures=$folder/figures
plan=bench/workloads.json

bench/peers/install.sh "$folder"
BUILD_DIR=$folder scripts/build.sh --all -DZHITU_BUILD_BENCH=ON -DZHITU_BUILD_TESTS=OFF -DZHITU_BUILD_CLI=OFF

say "making data"
rm -rf "$data" "$figures"
mkdir -p "$data" "$figures"
"$folder/bench/zhitu_bench_data" "$data" "$plan" "$mode"
papers_of() { python3 -c 'import json, sys; [print(*w[sys.argv[2]]) for w in json.load(open(sys.argv[1])) if w["data"] == "text"]' "$@"; }
for count in $(papers_of "$plan" "$mode"); do python3 bench/papers.py "$data/text-$count" "$count"; done

# measure NAME COMMAND…: the figures of one program; where it breaks off, those it printed until then, and why.
measure() {
    local name=$1
    shift
    say "measuring $name"
    "$@" "$data" "$plan" "$mode" "${names[@]}" >"$figures/$name.tsv" 2>"$figures/$name.log" && return
    local status=$? last
    last=$(tail -n 1 "$figures/$name.log" | tr '\t' ' ')
    printf '#skip\t%s\t*\t*\tended with status %d after: %s\n' "$name" "$status" "$last" >>"$figures/$name.tsv"
}

measure cpp "$folder/bench/zhitu_bench"
! grep -q '^#skip.cpp' "$figures/cpp.tsv" || die "zhitu's own program failed: $(tail -n 1 "$figures/cpp.tsv")"
for peer in bench/peers/*_peer.py; do
    measure "$(basename "$peer" _peer.py)" "$folder/venv/bin/python" -B "$peer"
done

results=$folder/results.md
{
    cat <<TEXT
# Speed

Made by \`bench/run.sh\`: all ways in one run on one machine, medians of five runs after a warm-up; compare the ratios, not
the milliseconds. All ways gave the same answers. The data are made from a seed: \`social\` is like the social network of
LDBC (degrees after Zipf, 3 node types, 6 edge types, 4 properties, a node for every ten edges), \`rmat\` is that of Graph500.

- $(date -u +%F), $(lscpu | sed -n 's/^Model name: *//p' | head -n 1), $(nproc) threads, one used
- $("$(sed -n 's/^CMAKE_CXX_COMPILER:[A-Z]*=//p' "$folder/CMakeCache.txt")" --version | head -n 1), Release
TEXT
    printf -- '- '
    python3 -B bench/table.py "$plan" "$mode" "$figures"/*.tsv
} >"$results"

if [ "$mode" = sizes ] && [ ${#names[@]} -eq 0 ]; then
    {
        cat <<'TEXT'
## The reader of papers by stage

The example with its body repeated, names of policies and firms varied. The last two columns: how many times the lower bound
it takes at ×1, and b where the time grows with the size to the power of b.

TEXT
        "$folder/bench/zhitu_import_bench"
    } >>"$results"
    cp "$results" bench/results.md
fi
cat "$results"

#!/usr/bin/env bash
# Imports made-up papers with two jobs and prints text read in a second and the peak of memory, at three sizes.
#
#   bench/corpus.sh [COUNT…]      1000 3000 10000 where none is given
#
# Compare figures of one run on an idle machine.
. "$(dirname "$0")/../scripts/common.sh"

counts=("$@")
[ ${#counts[@]} -gt 0 ] || counts=(1000 3000 10000)
scripts/build.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

echo "| papers | text, MB | seconds | MB/s | processor seconds | peak memory, MB | graph as JSON, MB |"
echo "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
for count in "${counts[@]}"; do
    python3 bench/papers.py "$folder/$count" "$count"
    python3 - "$folder/$count" "$folder/graph.json" <<'PYTHON'
import os, pathlib, resource, subprocess, sys, time

papers = sorted(map(str, pathlib.Path(sys.argv[1]).iterdir()))
text = sum(os.path.getsize(paper) for paper in papers) / 1e6
begin = time.monotonic()
subprocess.run(["build/zhitu", "import", *papers, "--jobs", "2", "-o", sys.argv[2]], check=True)
seconds = time.monotonic() - begin
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"| {len(papers)} | {text:.1f} | {seconds:.1f} | {text / seconds:.2f} | {used.ru_utime + used.ru_stime:.1f} "
      f"| {used.ru_maxrss / 1024:.0f} | {os.path.getsize(sys.argv[2]) / 1e6:.0f} |", flush=True)
PYTHON
done

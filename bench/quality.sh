#!/usr/bin/env bash
# Measures how well the reader reads annotated documents: a table by document, by type and by rule.
#
#   bench/quality.sh [--write] [BINARY] [GOLD.json…]
#
# The text of an annotation lies beside it, or in examples/. Without annotations those of tests/corpus are taken (the
# unread ones aside) and, where ../shared/gold lies beside the source tree, those there. --write puts the counts by rule
# into packs/zh/confidence.txt, from which the next build takes its confidences.
. "$(dirname "$0")/../scripts/common.sh"

write=
if [ "${1:-}" = --write ]; then
    write=packs/zh/confidence.txt
    shift
fi
binary=${1:-build/zhitu}
shift || true
[ -x "$binary" ] || die "$binary is not there; build it first (scripts/build.sh)"
shopt -s nullglob
golds=("$@")
[ $# -gt 0 ] || golds=($(ls tests/corpus/*.json | grep -v floors.json) ../shared/gold/paper-visible.json ../shared/gold/docs/*.json)

answers=$(mktemp -d)
trap 'rm -rf "$answers"' EXIT
for gold in "${golds[@]}"; do
    [ -e "$gold" ] || continue
    name=$(basename "$gold" .json)
    text=${gold%.json}.txt
    [ -e "$text" ] || text=examples/$name.txt
    [ -e "$text" ] || die "$gold: there is no text; put $name.txt beside it"
    "$binary" eval "$gold" "$text" --rules --format json -o "$answers/$name.json"
done
python3 -B bench/quality_tables.py "$answers" $write

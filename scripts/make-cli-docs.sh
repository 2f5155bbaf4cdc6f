#!/usr/bin/env bash
# Writes docs/cli.md from the help of the program: make-cli-docs.sh [PROGRAM [OUTPUT]].
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
program=${1:-build/zhitu}
output=${2:-docs/cli.md}
[[ -x $program ]] || die "$program is not there; build it first (scripts/build.sh)"

# The names below "Commands:", each at a margin of two blanks.
names() { "$program" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]\{1,\}\) .*/\1/p'; }

page() {
    printf '# The command line\n\nMade from `zhitu --help` by scripts/make-cli-docs.sh; change the help, not this page.\n'
    printf '\n```\n%s\n```\n' "$("$program" --help)"
    for name in $(names); do
        printf '\n## zhitu %s\n\n```\n%s\n```\n' "$name" "$("$program" "$name" --help)"
    done
}

page >"$output.part"
mv "$output.part" "$output"

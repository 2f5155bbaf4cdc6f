#!/usr/bin/env bash
# All C++ sources are formatted as .clang-format says. `--fix` formats them; another argument is the root to look at.
. "$(dirname "$0")/../common.sh"

formatter=$(command -v clang-format-16) || {
    printf 'skipped: clang-format-16 is not installed\n'
    exit 77
}

sources() {
    find . -type d \( -name build -o -name 'build-*' -o -name out \) -prune -o \
        \( -name '*.cpp' -o -name '*.hpp' \) -print0 | sort -z
}

if [ "${1:-}" = --fix ]; then
    sources | xargs -0 -r "$formatter" --style=file -i
    exit
fi
cd "${1:-.}"
output=$(sources | xargs -0 -r "$formatter" --style=file --dry-run -Werror 2>&1) && exit
# The first place of each file that is not formatted; all that was said where it is something else.
place='s|^\./([^:]+:[0-9]+):[0-9]+: error: code should be.*|\1: is not formatted; run scripts/check/format.sh --fix|p'
found=$(printf '%s\n' "$output" | sed -nE "$place" | sort -u -t: -k1,1)
printf '%s\n' "${found:-$output}"
exit 1

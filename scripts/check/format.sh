#!/usr/bin/env bash
# All C++ sources are formatted as .clang-format says. `--fix` formats them; another argument is the root to look at.
. "$(dirname "$0")/../common.sh"

formatter=$(command -v clang-format-16) || {
    printf 'skipped: clang-format-16 is not installed\n'
    exit 77
}
mode=(--dry-run -Werror)
case "${1:-}" in
    --fix) mode=(-i) ;;
    ?*) cd "$1" ;;
esac
find . -type d \( -name build -o -name 'build-*' -o -name out \) -prune -o \( -name '*.cpp' -o -name '*.hpp' \) -print0 | sort -z |
    xargs -0 -r "$formatter" --style=file "${mode[@]}"

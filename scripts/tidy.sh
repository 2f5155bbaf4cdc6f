#!/usr/bin/env bash
# clang-tidy over the sources, with the checks of .clang-tidy; takes FILE… or all. Not part of the tests: it is slow.
. "$(dirname "$0")/common.sh"

tidy=$(command -v clang-tidy-16) || die "clang-tidy-16 is missing; run scripts/install-deps.sh --test"
quietly build-tidy/logs/configure.log cmake -S . -B build-tidy -G Ninja -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_CXX_COMPILER=clang++-16 -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
if [ $# -gt 0 ]; then
    printf '%s\0' "$@"
else
    find base graph packs importers exporters queries cli -name '*.cpp' -print0 | sort -z
fi | xargs -0 -P "$(nproc)" -n 4 "$tidy" -p build-tidy --quiet 2>/dev/null

#!/usr/bin/env bash
# Builds the program into build/zhitu (release). Prints progress only; the output of a failure is shown.
#
#   scripts/build.sh [--all] [-DNAME=VALUE…]     --all builds the tests too
#   BUILD_DIR=build-clang CXX=clang++-16 scripts/build.sh --all
. "$(dirname "$0")/common.sh"

folder=${BUILD_DIR:-build}
target=zhitu_cli
options=(-G Ninja -DCMAKE_BUILD_TYPE=Release)
for argument in "$@"; do
    case "$argument" in
        --all) target=all ;;
        -D*) options+=("$argument") ;;
        *) die "unknown argument '$argument'; use --all or -DNAME=VALUE" ;;
    esac
done
if command -v ccache >/dev/null; then
    options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$root}
fi

quietly "$folder/logs/configure.log" cmake -S . -B "$folder" "${options[@]}"
mkdir -p "$folder/logs"
export NINJA_STATUS='[%f/%t] '
if [ -t 1 ]; then
    cmake --build "$folder" --target "$target"
else
    say "building $folder ($target)"
    quietly "$folder/logs/build.log" cmake --build "$folder" --target "$target"
fi

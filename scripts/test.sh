#!/usr/bin/env bash
# Builds with warnings as errors and runs all tests and house-rule checks. The last line is `N passed, N failed, N skipped`.
#
#   scripts/test.sh [--clang]      --clang compiles everything with clang++ first, warnings as errors there too
#
# With CI=true a skip that tests/skips.txt does not name is a failure.
. "$(dirname "$0")/common.sh"

with_clang=no
case "${1:-}" in
    "") ;;
    --clang) with_clang=yes ;;
    *) die "unknown option '$1'; use --clang or nothing" ;;
esac

scripts/install-deps.sh --test
scripts/build.sh --all -DZHITU_WERROR=ON
if [ $with_clang = yes ]; then
    clang=$(command -v clang++-16 || command -v clang++) || die "no clang++; run scripts/install-deps.sh --test"
    BUILD_DIR=build-clang CXX=$clang scripts/build.sh --all -DZHITU_WERROR=ON
    # Compilers differ in what a shared library shows.
    quietly build-clang/logs/symbols.log ctest --test-dir build-clang --output-on-failure -R '^package\.symbols$'
fi

say "testing"
mkdir -p build/logs
status=0
ctest --test-dir build --output-junit logs/tests.xml --test-output-size-passed 1000000 --test-output-size-failed 1000000 \
    -j "$(nproc)" >build/logs/tests.log 2>&1 || status=$?
python3 scripts/test-summary.py build/logs/tests.xml tests/skips.txt || status=1
exit "$status"

#!/usr/bin/env bash
# Installs with apt what zhitu needs, and of that only what is missing. For Debian 12 and 13.
#
#   scripts/install-deps.sh           to build, to draw pictures, and to read PDF
#   scripts/install-deps.sh --test    also what the tests and the house-rule checks use
. "$(dirname "$0")/common.sh"

# Each with its reason in README.md.
build=(cmake ninja-build pkg-config libboost-graph-dev librapidxml-dev nlohmann-json3-dev libfmt-dev libcli11-dev
    libicu-dev zlib1g-dev libzstd-dev catch2 python3 python3-jieba libopencc-data opencc)
pictures=(graphviz fonts-noto-cjk)
papers=(poppler-utils)
# pandoc reads DOCX and HTML; at 170 MB it is left to who wants that.
tests=(pandoc g++ ccache git python3-networkx python3-igraph libxml2-utils dpkg-dev file
    fakeroot)
# Formatting and warnings differ from one clang to the next, so the tests stay at this one. Debian 13 has it no more:
# there the tests do without it and say so.
clang_tools=(clang-16 clang-format-16 clang-tidy-16)

installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }
offered() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'; }

# Sets `missing` to those of the packages that are not installed.
find_missing() {
    local package
    missing=()
    for package in "$@"; do installed "$package" || missing+=("$package"); done
}

# apt LOG ARGUMENT…: apt-get as root, quietly.
apt() {
    local log=build/logs/$1 sudo=sudo
    shift
    [ "$(id -u)" -ne 0 ] || sudo=
    quietly "$log" $sudo env DEBIAN_FRONTEND=noninteractive apt-get "$@"
}

wanted=("${build[@]}" "${pictures[@]}" "${papers[@]}")
command -v g++ >/dev/null || command -v clang++ >/dev/null || wanted+=(g++)
optional=()
case "${1:-}" in
    "") ;;
    --test)
        wanted+=("${tests[@]}")
        optional=("${clang_tools[@]}")
        ;;
    *) die "unknown option '$1'; use --test or nothing" ;;
esac

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    die "no apt on this system; install these by its own means and build with cmake: ${wanted[*]}"
fi

find_missing "${wanted[@]}"
if [ ${#missing[@]} -gt 0 ] && [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    die "not root, and there is no sudo; install as root: ${missing[*]}"
fi
if [ ${#missing[@]} -gt 0 ] || ! offered cmake; then
    # A source of others that is out of reach is no reason to stop.
    (apt apt-update.log update) || say "install-deps: going on with the lists that are there"
fi
for package in "${optional[@]}"; do ! offered "$package" || wanted+=("$package"); done

find_missing "${wanted[@]}"
[ ${#missing[@]} -gt 0 ] || exit 0
say "installing ${#missing[@]} packages: ${missing[*]}"
apt apt-install.log install -y --no-install-recommends "${missing[@]}"

#!/usr/bin/env bash
# Installs the peers that can be had: Debian's packages with apt where they are missing, those of PyPI into a venv of
# their own. What cannot be had is left out, and the results say so.
#
#   bench/peers/install.sh FOLDER       the venv is FOLDER/venv
. "$(dirname "$0")/../../scripts/common.sh"

folder=$1
debian=(libigraph-dev libexpat1-dev libsimdjson-dev)
pypi=(numpy networkx igraph networkit kuzu ladybug pyoxigraph jieba)
mkdir -p "$folder/logs"

sudo=
[ "$(id -u)" -eq 0 ] || sudo="sudo -n"
for package in "${debian[@]}"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed && continue
    say "installing $package"
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$package" \
        >"$folder/logs/$package.log" 2>&1 || say "$package cannot be installed"
done

[ -x "$folder/venv/bin/python" ] || quietly "$folder/logs/venv.log" python3 -m venv "$folder/venv"
for package in "${pypi[@]}"; do
    "$folder/venv/bin/pip" show -q "$package" >/dev/null 2>&1 && continue
    say "installing $package"
    "$folder/venv/bin/pip" install -q "$package" >"$folder/logs/$package.log" 2>&1 || say "$package cannot be installed"
done

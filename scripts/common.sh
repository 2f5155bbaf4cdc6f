#!/usr/bin/env bash
# What the scripts share. Sourced by them, from any folder: sets `root` and goes there.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*" >&2; }
die() {
    say "$(basename "$0"): $*"
    exit 1
}

# quietly LOG COMMAND…: runs the command with its output in LOG, which is shown only where it fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 || {
        tail -n 60 "$log" >&2
        die "'$1' failed; the whole output is in $log"
    }
}

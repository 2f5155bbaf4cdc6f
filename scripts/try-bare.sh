#!/usr/bin/env bash
# Tries a clean clone of HEAD on a bare Debian: runs scripts/run.sh and scripts/test.sh there and shows how they end.
#
#   scripts/try-bare.sh [SUITE]     bookworm (default) or trixie; as root, with debootstrap
#   KEEP=yes scripts/try-bare.sh    leaves the folder for a look
#
# Packages come from where this machine has its own, with the same settings of apt.
. "$(dirname "$0")/common.sh"

suite=${1:-bookworm}
[ "$(id -u)" -eq 0 ] || die "needs root: it makes a system in a folder of its own"
command -v debootstrap >/dev/null || die "debootstrap is missing; install it with apt"

# The place that this machine's apt has Debian itself from.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Component: main' |
    grep -v security | head -n 1) || true
[ -n "$mirror" ] || die "apt knows no source of Debian; run apt-get update first"

system=$(mktemp -d)
finish() {
    if [ "${KEEP:-no}" = yes ]; then say "left in $system"; else rm -rf --one-file-system "$system"; fi
}
trap finish EXIT

say "making a bare $suite"
quietly build/logs/debootstrap.log debootstrap --variant=minbase --include=git "$suite" "$system" "$mirror"
cp -L /etc/resolv.conf "$system/etc/resolv.conf"
apt-config dump | grep -iE '^Acquire::(https?|Check-|Retries)' >"$system/etc/apt/apt.conf.d/99host" || true
git clone --quiet . "$system/srv/zhitu"

# Mounts of /proc and of terminals in a name space of its own: they are gone with the command, whatever happens.
inside() {
    unshare --mount --pid --fork sh -c 'mount -t proc proc "$0/proc" &&
        mount -t devpts -o newinstance,ptmxmode=0666 devpts "$0/dev/pts" && exec chroot "$0" "$@"' "$system" \
        env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} ${no_proxy:+no_proxy="$no_proxy"} \
        "$@"
}

status=0
for script in run test; do
    say "scripts/$script.sh on $suite"
    begin=$SECONDS
    inside "/srv/zhitu/scripts/$script.sh" >"build/logs/bare-$suite-$script.log" 2>&1 || status=1
    tail -n 25 "build/logs/bare-$suite-$script.log"
    say "$((SECONDS - begin)) seconds; all of it is in build/logs/bare-$suite-$script.log"
done
exit "$status"

#!/usr/bin/env bash
# The small tools that some tests look through: strace (what is asked of the disk) and libfaketime (a system clock that jumps). Debian's, where root may install them; without one its tests are skipped and counted.
set -uo pipefail
missing=""
command -v strace >/dev/null || missing="$missing strace"
ls /usr/lib/*/faketime/libfaketimeMT.so.1 >/dev/null 2>&1 || missing="$missing libfaketime"
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then echo "Not installed, and only root may install them with apt-get:$missing" >&2; exit 1; fi
echo "Installing$missing ..." >&2
{ apt-get -qq update; DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing; } >/dev/null 2>&1 || { echo "apt-get could not install:$missing" >&2; exit 1; }

#!/usr/bin/env bash
# Power: before SQLite's store acknowledges a commit, the disk was told to keep it. Seen from outside, by the system calls: bash eng/fsyncs.sh [COMMITS] [--no-build]
# Where strace is missing, or may not trace, it says so and ends with 0.
set -euo pipefail
cd "$(dirname "$0")/.."
commits=${1:-500}
command -v strace >/dev/null || { echo "skipped: strace is not installed"; exit 0; }

project=tests/SocialOps.Sqlite.Tests folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
[ "${2:-}" = --no-build ] || dotnet build "$project" --nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false >&2
strace -f -q -e trace=fdatasync,fsync,write -e signal=none -o "$folder/trace" \
  dotnet "$project/bin/Debug/net10.0/SocialOps.Sqlite.Tests.dll" --commit "$folder/ops.db" "$commits" >/dev/null 2>"$folder/errors" \
  || { if grep -qi 'ptrace' "$folder/errors"; then echo "skipped: strace may not trace here"; exit 0; fi; cat "$folder/errors" >&2; exit 1; }

# Each acknowledgement is a line on standard output; a sync must have ended between it and the one before.
awk -v expected="$commits" '
  /f(data)?sync.*= 0/ { syncs++; since++ }
  /write\([0-9]+, "acknowledged/ { acknowledged++; if (!since) bare++; since = 0 }
  END { printf "%d commits acknowledged, %d without a sync before; %d syncs\n", acknowledged, bare, syncs; exit !(acknowledged == expected && bare == 0) }' "$folder/trace"

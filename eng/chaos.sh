#!/usr/bin/env bash
# Takes the database away from two working processes (crashes, standstills, cut, half-open and slow connections) and checks what is left: bash eng/chaos.sh [CYCLES] [SEED] [LONGEST SECONDS]
# Its last line: cycles N (immediate a, paused b, cut after commit c, cut d, half-open e, delayed f), ...
set -euo pipefail
cd "$(dirname "$0")/.."
export SOCIALOPS_CHAOS=${1:-12} DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if [ -n "${2:-}" ]; then export SOCIALOPS_SEED=$2; fi
if [ -n "${3:-}" ]; then export SOCIALOPS_CHAOS_LONGEST=$3; fi
# The run has a server of its own; this only says that there is PostgreSQL.
export SOCIALOPS_POSTGRES=${SOCIALOPS_POSTGRES:-own}

project=tests/SocialOps.Reliability.Tests log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build "$project" --nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false >/dev/null
dotnet "$project/bin/Debug/net10.0/SocialOps.Reliability.Tests.dll" -method "*Database_GoesAwayAgainAndAgain*" -noColor 2>&1 | tee "$log" | grep -vE '^(xUnit|  (Discover|Start|Finish)| *$)' || true
grep -E '^cycles ' "$log" | tail -1
grep -q 'Errors: 0, Failed: 0, Skipped: 0' "$log"

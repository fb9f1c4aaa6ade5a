#!/usr/bin/env bash
# Kills workers (SIGKILL) at random moments and at named failpoints, and checks what is left: bash eng/kills.sh sqlite|postgres [KILLS] [SEED]
# Its last line: runs N, kills N, lost 0, doubled 0, violations 0 (seed S); ...
set -euo pipefail
cd "$(dirname "$0")/.."
store=${1:-} kills=${2:-300}
case $store in sqlite) class=SqliteKillTests ;; postgres) class=PostgreSqlKillTests ;; *) sed -n '2,3s/^# //p' "$0" >&2; exit 2 ;; esac
export SOCIALOPS_KILLS=$kills DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if [ -n "${3:-}" ]; then export SOCIALOPS_SEED=$3; fi

project=tests/SocialOps.Reliability.Tests log=$(mktemp) server=""
trap 'if [ -n "$server" ]; then bash eng/postgres.sh remove "$server"; fi; rm -f "$log"' EXIT
dotnet build "$project" --nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false
if [ "$store" = postgres ] && [ -z "${SOCIALOPS_POSTGRES:-}" ]; then
  server=$(mktemp -d)
  started=$(bash eng/postgres.sh start "$server")
  eval "$started"
fi

dotnet "$project/bin/Debug/net10.0/SocialOps.Reliability.Tests.dll" -class "SocialOps.Reliability.Tests.Kills.$class" -noColor 2>&1 | tee "$log" | grep -E '^runs |\[FAIL\]|found \{' || true
grep -E '^runs ' "$log" | tail -1
grep -q 'Errors: 0, Failed: 0, Skipped: 0' "$log"

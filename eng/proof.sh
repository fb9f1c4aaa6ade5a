#!/usr/bin/env bash
# Every fault of docs/reliability.md in large counts, one part after the other: bash eng/proof.sh [-o REPORT] [PART...]
# Parts: simulation fuzz power clocks restores tenants audit races kills chaos. All of them take some hours on two cores; each part's summary lines go to standard output and, with commit, times and seeds, into REPORT.
# Counts are this script's; a variable of the same name that is set already (SOCIALOPS_RACES=100) wins.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
report=""
if [ "${1:-}" = -o ]; then report=$(realpath "$2"); shift 2; fi
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(simulation fuzz power clocks restores tenants audit races kills chaos)

server="" failed=0 log=$(mktemp)
trap 'if [ -n "$server" ]; then bash eng/postgres.sh remove "$server"; fi; rm -f "$log"' EXIT
bash eng/tools.sh || true
for project in Tests Sqlite.Tests PostgreSql.Tests Simulation.Tests Reliability.Tests AgencyFile.Tests; do
  dotnet build "tests/SocialOps.$project" --nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false >/dev/null || exit 1
done

say() { echo "$*"; if [ -n "$report" ]; then echo "$*" >>"$report"; fi; }
postgres() {
  if [ -z "${SOCIALOPS_POSTGRES:-}" ]; then server=$(mktemp -d); eval "$(bash eng/postgres.sh start "$server")"; export SOCIALOPS_POSTGRES; fi
}
# run PROJECT FILTER...: the lines that the tests say, and what failed
run() {
  local project=$1; shift
  dotnet "tests/SocialOps.$project/bin/Debug/net10.0/SocialOps.$project.dll" "$@" -showliveoutput -noColor >"$log" 2>&1
  local code=$?
  grep -a -o '\[OUTPUT\] .*' "$log" | sed 's/^\[OUTPUT\] */    /' | grep -v '^ *$' | while IFS= read -r line; do say "$line"; done
  if [ $code -ne 0 ]; then grep -a -A12 '\[FAIL\]' "$log"; say "    FAILED: $project $*"; failed=1; fi
}
script() { local line; line=$("$@" 2>&1 | tail -1); say "    $line"; case $line in *"lost 0, doubled 0"*) ;; *) failed=1 ;; esac; }

say "Commit $(git rev-parse --short HEAD), $(date -u +%F), $(nproc) cores, .NET $(dotnet --version), $(. /etc/os-release && echo "$PRETTY_NAME")"
for part in "${parts[@]}"; do
  start=$SECONDS
  say "" ; say "$part"
  case $part in
    simulation) SOCIALOPS_SIMULATIONS=${SOCIALOPS_SIMULATIONS:-100000} run Simulation.Tests -class "*.SimulationTests" ;;
    fuzz) SOCIALOPS_FUZZ=${SOCIALOPS_FUZZ:-100000} run Tests -class "SocialOps.Tests.Fuzzing.*"; SOCIALOPS_FUZZ=${SOCIALOPS_FUZZ:-100000} run AgencyFile.Tests -class "*FuzzTests" ;;
    power) SOCIALOPS_POWER_STATES=${SOCIALOPS_POWER_STATES:-5000} run Sqlite.Tests -class "*PowerLossTests" ;;
    clocks) SOCIALOPS_CLOCKS=${SOCIALOPS_CLOCKS:-100} run Sqlite.Tests -class "*ClockJumpTests" ;;
    restores) SOCIALOPS_RESTORES=${SOCIALOPS_RESTORES:-100} run Sqlite.Tests -method "*Restores_AtRandomMoments*" ;;
    tenants) SOCIALOPS_TWINS=${SOCIALOPS_TWINS:-200} run Sqlite.Tests -class "*TwinTests" ;;
    audit) run Sqlite.Tests -class "*AuditTamperTests"; SOCIALOPS_AUDIT_EVENTS=${SOCIALOPS_AUDIT_EVENTS:-1000} run Tests -class "*Audit*" ;;
    races) postgres; for store in Sqlite PostgreSql; do SOCIALOPS_RACES=${SOCIALOPS_RACES:-10000} run $store.Tests -class "*CaseRaceTests" -class "*ApprovalRaceTests"; done ;;
    kills) postgres; for store in sqlite postgres; do script bash eng/kills.sh $store "${SOCIALOPS_KILLS:-300}" ${SOCIALOPS_SEED:-}; done ;;
    chaos) script bash eng/chaos.sh "${SOCIALOPS_CHAOS:-100}" ${SOCIALOPS_SEED:-} ;;
    *) echo "No part '$part': simulation fuzz power clocks restores tenants audit races kills chaos." >&2; exit 2 ;;
  esac
  say "    ($((SECONDS - start)) s)"
done
exit $failed

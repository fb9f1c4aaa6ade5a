#!/usr/bin/env bash
# Builds the worker of the kills from a copy of these sources that is one release later, for the rolling upgrade: bash eng/next.sh DIR [WORKER]
# The later release adds a column to two tables (a migration that only adds) and gives case.clock rows another payload version. Prints the worker's path.
# A copy and four edits rather than an older commit: a clone may be shallow, and what is compared is always this release with the next one.
set -euo pipefail
[ -n "${1:-}" ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
cd "$(dirname "$0")/.."
mkdir -p "$1"
dir=$(cd "$1" && pwd)
tar -c --exclude=bin --exclude=obj src tests/Processes Directory.Build.props Directory.Packages.props global.json .editorconfig README.md eng | tar -x -C "$dir"
cd "$dir"

# edit FILE TEXT NEW: fails when the text is not there (any more), exactly once.
edit() {
  [ "$(grep -cF -- "$2" "$1")" -eq 1 ] || { echo "$1 does not hold this once: $2" >&2; exit 1; }
  TEXT=$2 NEW=$3 awk '{ i = index($0, ENVIRON["TEXT"]); if (i) $0 = substr($0, 1, i - 1) ENVIRON["NEW"] substr($0, i + length(ENVIRON["TEXT"])); print }' "$1" >"$1.new" && mv "$1.new" "$1"
}

migrations=src/SocialOps.Relational/Migrations/postgresql
number=$(printf '%04d' $(($(ls $migrations | wc -l) + 1)))
printf -- '-- needs 1\nALTER TABLE record ADD COLUMN next_note text;\nALTER TABLE work_item ADD COLUMN next_note text;\n' >"$migrations/$number-next-notes.sql"
edit src/SocialOps/Inbox/CaseHandlers.cs 'class ClockHandler(CaseUnit cases) : CaseHandler(cases)' 'class ClockHandler(CaseUnit cases) : CaseHandler(cases), IWorkHandler'
edit src/SocialOps/Inbox/CaseHandlers.cs 'public override string Kind => CaseClocks.WorkKind;' 'public override string Kind => CaseClocks.WorkKind; public int PayloadVersion => 2;'
edit src/SocialOps/Inbox/CaseChange.cs '$"{State.Id}/{sequence}", payload));' '$"{State.Id}/{sequence}", payload, kind == CaseClocks.WorkKind ? 2 : 1));'

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 UseSharedCompilation=true
dotnet build tests/Processes/SocialOps.KillWorker --nologo -v q -clp:ErrorsOnly -p:RunAnalyzers=false -nodeReuse:false >&2
echo "$dir/tests/Processes/SocialOps.KillWorker/bin/Debug/net10.0/SocialOps.KillWorker.dll"

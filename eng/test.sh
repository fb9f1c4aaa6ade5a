#!/usr/bin/env bash
# Builds the solution once and runs every test. Ends with: N passed, N failed, N skipped
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

dotnet build SocialOps.sln --nologo -v q -clp:ErrorsOnly || { echo "The build failed."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

results=$(mktemp -d) postgres=""
trap 'if [ -n "$postgres" ]; then bash eng/postgres.sh remove "$postgres"; fi; rm -rf "$results"' EXIT

bash eng/tools.sh || true

# PostgreSQL, unless the caller has a server already. Without one its tests are skipped, and the closing line counts them.
if [ -z "${SOCIALOPS_POSTGRES:-}" ]; then
  postgres=$(mktemp -d)
  if started=$(bash eng/postgres.sh start "$postgres"); then eval "$started"; fi
fi

failures=0
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet test "$project" --no-build --nologo -v q --logger "trx;LogFileName=$name.trx" --results-directory "$results" || failures=$((failures + 1))
done

# The closing line counts what the result files say; a project that ended without one has failed.
passed=0 failed=0 skipped=0
count() { grep -o "<Counters [^>]*" "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*'; }
for project in tests/*/*.csproj; do
  file="$results/$(basename "$project" .csproj).trx"
  if [ ! -f "$file" ]; then failed=$((failed + 1)); continue; fi
  total=$(count "$file" total); ok=$(count "$file" passed); bad=$(count "$file" failed)
  passed=$((passed + ok)); failed=$((failed + bad)); skipped=$((skipped + total - ok - bad))
done
if [ "$failures" -gt 0 ] && [ "$failed" -eq 0 ]; then failed=$failures; fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]

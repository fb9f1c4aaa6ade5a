#!/usr/bin/env bash
# Plants bugs one by one and shows which test catches each: bash eng/plants.sh [NAME...]. About half a minute a plant; with SOCIALOPS_POSTGRES also those of PostgreSQL.
# Files are put back afterwards; do not work in the same folder meanwhile.
set -euo pipefail
cd "$(dirname "$0")/.."
git diff --quiet -- src || { echo "There are changes in src; commit them first, so that nothing is lost."; exit 1; }
dotnet build eng/plants -v q -clp:ErrorsOnly --nologo
dotnet eng/plants/bin/Debug/net10.0/SocialOps.Plants.dll --root "$PWD" "$@"

#!/usr/bin/env bash
# Packs what is committed twice, from two clones in folders of different depth, and compares what the packages hold byte by byte: eng/compare.sh [FEED1 FEED2]
# Given two folders of packages it compares those. Takes some minutes. What may differ is named below, nothing else may.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
one=${1:-$work/1} two=${2:-$work/2}
if [ $# -ne 2 ]; then
  for feed in "$one" "$two"; do
    clone=$work/clones-of-$(basename "$feed")/$([ "$feed" = "$one" ] || echo in/a/deeper/folder/)clone
    git clone -q "$root" "$clone"
    dotnet msbuild "$clone/eng/packages.proj" -nologo -v:q -p:To="$feed/"
  done
fi

python3 - "$one" "$two" <<'P'
import os, re, sys, zipfile

# NuGet gives the core properties a name of chance and every zip entry the time of packing; .rels points at that name.
def content(path):
    files = {}
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            data = z.read(name)
            if name.endswith('.psmdcp'):
                name = 'package/services/metadata/core-properties/*.psmdcp'
            if name == '_rels/.rels':
                data = re.sub(rb'core-properties/[0-9a-f]+\.psmdcp|Id="R[0-9A-F]+"', b'', data)
            files[name] = data
    return files

one, two = sys.argv[1:3]
names = sorted(os.listdir(one))
faults, compared, size = [], 0, 0
if names != sorted(os.listdir(two)):
    faults.append(f'the packages differ: {names} and {sorted(os.listdir(two))}')
for package in names:
    a, b = content(os.path.join(one, package)), content(os.path.join(two, package))
    for name in sorted(a.keys() | b.keys()):
        compared, size = compared + 1, size + len(a.get(name, b''))
        if a.get(name) != b.get(name):
            faults.append(f'{package}: {name}')
print(f'{len(names)} packages, {compared} files, {size} bytes compared, {len(faults)} differ')
print('\n'.join(faults))
sys.exit(1 if faults or not names else 0)
P

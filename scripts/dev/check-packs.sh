#!/usr/bin/env bash
# Every rule pack under rules/ passes `rules check` and its own worked examples (`rules test`).
set -uo pipefail
cd "$(dirname "$0")/../.."
program=${BUILD:-build}/spbe
status=0
for entry in rules/*/pack.lua; do
    pack=$(dirname "$entry")
    for verb in check test; do
        "$program" rules "$verb" "$pack" >/dev/null || { echo "spbe rules $verb $pack: says no"; status=1; }
    done
done
exit $status

#!/usr/bin/env bash
# What changes would bring, the range of the index, proofs, roll-ups and comparisons of thousands of random assessments
# in all three instruments against another calculation: oracle.sh [CASES], of which that many are changes.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-soak-XXXXXX")
trap 'rm -rf "$folder"' EXIT
half=$((${1:-6000} / 2))
for part in 0 1; do
    mkdir "$folder/$part"
    (cd "$folder/$part" && /usr/bin/python3 "$ROOT/tests/cli/what_oracle.py" $((1000000 + part * half)) "$half") &
    pids[part]=$!
done
wait "${pids[0]}"
wait "${pids[1]}"
(cd "$folder" && /usr/bin/python3 "$ROOT/tests/cli/explain_oracle.py" 1000 60)
(cd "$folder" && /usr/bin/python3 "$ROOT/tests/cli/rollup_oracle.py" 1000 600)
(cd "$folder" && /usr/bin/python3 "$ROOT/tests/cli/compare_oracle.py" 1000 1500)

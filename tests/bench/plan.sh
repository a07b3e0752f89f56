#!/usr/bin/env bash
# How many instructions a plan costs, counted by callgrind, so that a slow-down is seen on any machine however
# busy: `spbe plan` less `spbe evaluate` over the same assessment, so that starting up and reading are no part
# of it. The bounds, in plan.txt, leave the hardest of them well under one second. Builds by gcc only.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT

# All indicators at level 1, every third owned by each of four units.
/usr/bin/python3 - >"$folder/kota.json" <<'PY'
import json
answers = {f"I{n:02}": {"claimed": 1, "unit": f"Dinas {n % 4}"} for n in range(1, 48)}
print(json.dumps({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
                  "agency": {"name": "Kota Contoh", "kind": "kota"}, "answers": answers}))
PY

# Costs that are hard to tell apart: near the weight of the indicator, in hundredths.
"$SPBE" rules show spbe-2020 --json --year 2024 >"$folder/pack.json"
/usr/bin/python3 - "$folder/pack.json" >"$folder/fine.csv" <<'PY'
import json, random, sys
random.seed(59)
print("indikator;tingkat;biaya")
for domain in json.load(open(sys.argv[1]))["domains"]:
    for aspect in domain["aspects"]:
        for indicator in aspect["indicators"]:
            for level in range(2, 6):
                cost = float(indicator["weight"]) * 1000 + random.randint(0, 9999) / 100
                print(f"{indicator['id']};{level};{cost:.2f}")
PY

# Instructions of one run: COMMAND [ARG]...; statuses 0 and 1 are fine.
count()
{
    local status=0
    valgrind --tool=callgrind --callgrind-out-file="$folder/out" "$SPBE" "$@" >/dev/null 2>"$folder/log" ||
        status=$?
    [ "$status" -le 1 ] || { cat "$folder/log"; exit 1; }
    awk '/^(summary|totals):/ { total = $2 } END { print total }' "$folder/out"
}

floor=$(count evaluate "$folder/kota.json" --json "$folder/result.json")
result=0
while read -r name bound options; do
    case $name in '' | '#'*) continue ;; esac
    # shellcheck disable=SC2086 # options are words
    each=$(($(count plan "$folder/kota.json" ${options//FOLDER/$folder} --json "$folder/plan.json") - floor))
    if [ "$each" -gt "$bound" ]; then
        echo "FAIL  $name: $each instructions (at most $bound)"
        result=1
    else
        echo "ok    $name: $each instructions (at most $bound)"
    fi
done <"$ROOT/tests/bench/plan.txt"
exit "$result"

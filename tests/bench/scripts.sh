#!/usr/bin/env bash
# What a script costs over the same work by commands, in processor time, the lowest of some runs: evaluating a stream of
# assessments into lines of text, rolling it up into a workbook, and many answers in one file. The bounds hold on any
# machine: both sides run on it, one after the other.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
count=${COUNT:-2000}
runs=${RUNS:-3}
export SPBE_USER=Siti

lua5.4 tests/bench/generate.lua --count "$count" >"$folder/many.jsonl"
cat >"$folder/evaluate.lua" <<'LUA'
local out = spbe.output(arg[2])
for item in spbe.results(arg[1], { form = "summary" }) do
  out:write(item.result.assessment.agency.name .. " " .. item.result.index.value .. "\n")
end
out:close()
LUA
cat >"$folder/rollup.lua" <<'LUA'
spbe.rollup(arg[1], { output = arg[2] })
LUA
cat >"$folder/answer.lua" <<'LUA'
local a = spbe.open(arg[1])
a:begin()
for i = 1, 47 do
  a:claim(string.format("I%02d", i), i % 5 + 1)
end
a:commit()
LUA

# Processor time of a command, of this and all its processes, in milliseconds: the lowest of the runs.
cost()
{
    /usr/bin/python3 - "$runs" "$@" <<'PY'
import os, subprocess, sys
best = None
for _ in range(int(sys.argv[1])):
    before = os.times()
    subprocess.run(sys.argv[2:], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    spent = (after.children_user + after.children_system) - (before.children_user + before.children_system)
    best = spent if best is None else min(best, spent)
print(round(best * 1000))
PY
}

result=0
# NAME BOUND_PERCENT SCRIPT_MS NATIVE_MS
judge()
{
    local percent=$((100 * $3 / ($4 > 0 ? $4 : 1)))
    if [ "$percent" -gt "$2" ]; then
        echo "FAIL  $1: script $3 ms, command $4 ms: $percent % (at most $2 %)"
        result=1
    else
        echo "ok    $1: script $3 ms, command $4 ms: $percent % (at most $2 %)"
    fi
}

cat >"$folder/fresh.sh" <<'SH'
rm -f "$1/k.spbe"
"$SPBE" new "$1/k.spbe" --instrument spbe-2020 --agency K --kind kota --year 2024
SH
cat >"$folder/script.sh" <<'SH'
bash "$1/fresh.sh" "$1" && "$SPBE" run "$1/answer.lua" "$1/k.spbe"
SH
cat >"$folder/native.sh" <<'SH'
bash "$1/fresh.sh" "$1"
for i in $(seq 1 47); do "$SPBE" claim "$1/k.spbe" "I$(printf %02d "$i")" $((i % 5 + 1)); done
SH
judge "evaluate $count" 500 \
    "$(cost "$SPBE" run "$folder/evaluate.lua" "$folder/many.jsonl" "$folder/lines.txt")" \
    "$(cost "$SPBE" evaluate "$folder/many.jsonl" --summary --json "$folder/out.jsonl")"
judge "rollup $count" 130 \
    "$(cost "$SPBE" run "$folder/rollup.lua" "$folder/many.jsonl" "$folder/a.xlsx")" \
    "$(cost "$SPBE" rollup "$folder/many.jsonl" -o "$folder/b.xlsx")"
judge 'claims 47' 60 "$(cost bash "$folder/script.sh" "$folder")" "$(cost bash "$folder/native.sh" "$folder")"
exit $result

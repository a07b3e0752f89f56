#!/usr/bin/env bash
# A roll-up of 1,300 assessments, each with every answer: processor time (user and system) of the program with its worker, and
# memory, for the workbook and for the document. Ten times as many must not take ten times the memory.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
lua5.4 "$ROOT/tests/bench/generate.lua" --count 1300 --pack "$ROOT/rules/spbe-2020" |
    sed 's/"year":20[0-9][0-9]/"year":2024/' >"$folder/many.jsonl"
for _ in 1 2 3 4 5 6 7 8 9 10; do cat "$folder/many.jsonl"; done >"$folder/large.jsonl"
PYTHONPATH=$ROOT/tests/bench /usr/bin/python3 - "$folder" "$SPBE" <<'PY'
import statistics, sys
from support_measure import Verdicts, processor_seconds
folder, spbe = sys.argv[1], sys.argv[2]
verdicts = Verdicts()
for form, bound in (("xlsx", 2), ("json", 0.5), ("csv", 0.5)):
    runs = [processor_seconds(spbe, "rollup", f"{folder}/many.jsonl", "-o", f"{folder}/rekap.{form}") for _ in range(5)]
    verdicts.at_most(f"1,300 assessments to {form}", statistics.median(r[0] for r in runs), bound, " s")
    verdicts.at_most(f"1,300 assessments to {form}, memory", max(r[1] for r in runs), 128, " MiB")
_, memory = processor_seconds(spbe, "rollup", f"{folder}/large.jsonl", "-o", f"{folder}/large.json")
verdicts.at_most("13,000 assessments, memory", memory, 64, " MiB")
verdicts.end()
PY

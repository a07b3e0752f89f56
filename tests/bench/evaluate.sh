#!/usr/bin/env bash
# Batches of assessments against cJSON alone on the same bytes (support_cjson_floor.c), pairs run in turn, medians
# of their ratios; processor time of whole processes, so that other work on the machine counts little. Two streams: one in
# which nearly every claim is above what is supported, and one in which all is well. Memory must not
# grow with the number of documents. One assessment, as a person waits for it.
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
"${CC:-gcc}" -O2 -o "$folder/floor" "$ROOT/tests/bench/support_cjson_floor.c" -lcjson
lua5.4 "$ROOT/tests/bench/generate.lua" --count "${DOCUMENTS:-8000}" --pack "$ROOT/rules/spbe-2020" >"$folder/claims.jsonl"
"$SPBE" rules show spbe-2020 --json --year 2024 >"$folder/pack.json"
/usr/bin/python3 "$ROOT/tests/bench/support_sound.py" "$folder/pack.json" "${DOCUMENTS:-8000}" >"$folder/sound.jsonl"
PYTHONPATH=$ROOT/tests/bench /usr/bin/python3 - "$folder" "$SPBE" "$ROOT" "${PAIRS:-9}" <<'PY'
import os, statistics, subprocess, sys
from support_measure import Verdicts, processor_seconds, told_seconds, wall_seconds
folder, spbe, root, pairs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
verdicts = Verdicts()
for stream in ("claims", "sound"):
    documents = f"{folder}/{stream}.jsonl"
    results = f"{folder}/{stream}.results"
    size = sum(len(line) for line in open(documents, "rb")) / sum(1 for _ in open(documents, "rb"))
    print(f"      {stream}: documents of {size / 1000:.1f} kB")
    subprocess.run([spbe, "evaluate", documents, "--json", results], check=True)
    summary, full = [], []
    for _ in range(pairs):
        floor, _ = processor_seconds(folder + "/floor", documents)
        ours, memory = processor_seconds(spbe, "evaluate", "--summary", "--json", "-", documents)
        summary.append(floor / ours)
        floor = told_seconds(folder + "/floor", documents, results)
        ours, full_memory = processor_seconds(spbe, "evaluate", "--json", "-", documents)
        full.append(floor / ours)
    verdicts.at_least(f"{stream}, summaries against a bare parse", statistics.median(summary), 1.5, " x")
    verdicts.at_least(f"{stream}, documents against parsing and printing", statistics.median(full), 1.0, " x")
    if len(os.sched_getaffinity(0)) > 1:
        for what, form in (("summaries", ["--summary"]), ("documents", [])):
            command = [spbe, "evaluate", *form, "--json", "-", documents]
            gain = [wall_seconds(*command) / wall_seconds(*command, "--jobs", "2") for _ in range(pairs)]
            verdicts.at_least(f"{stream}, {what} with --jobs 2, by the clock", statistics.median(gain), 1.7, " x")
    verdicts.at_most(f"{stream}, memory", max(memory, full_memory), 24, " MiB")
few = f"{folder}/few.jsonl"
open(few, "wb").writelines(open(f"{folder}/claims.jsonl", "rb").readlines()[:400])
_, small = processor_seconds(spbe, "evaluate", "--json", "-", few)
_, large = processor_seconds(spbe, "evaluate", "--json", "-", f"{folder}/claims.jsonl")
verdicts.at_most("memory more for ten times the documents", large - small, 0.5, " MiB")
example = root + "/tests/examples/kota-bandar-lampung-2023.json"
verdicts.at_most("one assessment, whole process, the quickest of 21",
                 1000 * min(wall_seconds(spbe, "evaluate", example) for _ in range(21)), 20, " ms")
verdicts.end()
PY

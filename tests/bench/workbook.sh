#!/usr/bin/env bash
# Writing the leadership workbook, its result document in hand, against the bare library writing the same
# cells (support_workbook_floor.c): whole processes, run in turn, the median of the pairs' ratios. The
# program starts a worker, runs the template there, checks everything and reads the file back; all of that
# may cost half of what the library costs, no more.
set -euo pipefail
bound=${BOUND:-1.5}
pairs=${PAIRS:-21}
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm # in memory: no disk is measured
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
"$SPBE" rules show spbe-2020 --json --year 2024 >"$folder/pack.json"
/usr/bin/python3 "$ROOT/tests/cli/assess.py" "$folder/pack.json" full >"$folder/kota.json"
"$SPBE" report "$folder/kota.json" -o "$folder/saved.json"
"$SPBE" report "$folder/saved.json" -o "$folder/kota.xlsx"
/usr/bin/python3 "$ROOT/tests/bench/support_workbook_cells.py" "$ROOT" "$folder/kota.xlsx" >"$folder/cells"
"${CC:-gcc}" -O2 -o "$folder/floor" "$ROOT/tests/bench/support_workbook_floor.c" -lxlsxwriter
/usr/bin/python3 - "$folder" "$SPBE" "$pairs" "$bound" <<'PY'
import resource, statistics, subprocess, sys, time
folder, spbe, pairs, bound = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])


def quiet():
    """Waits a little for a moment in which nothing else runs: two processes work side by side here."""
    for _ in range(100):
        if int(open("/proc/loadavg").read().split()[3].split("/")[0]) <= 1:
            return
        time.sleep(0.02)


def seconds(*command):
    quiet()
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


times = []
for _ in range(pairs):
    times.append((seconds(folder + "/floor", folder + "/cells", folder + "/floor.xlsx", "1"),
                  seconds(spbe, "report", folder + "/saved.json", "-o", folder + "/kota.xlsx")))
ratio = statistics.median(ours / floor for floor, ours in times)
cells = sum(1 for line in open(folder + "/cells", encoding="utf-8") if line.split("\t")[0] in
            ("text", "number", "blank", "formula", "formulatext"))
print(f"workbook of {cells} cells: bare library {1000 * statistics.median(t[0] for t in times):.1f} ms, "
      f"spbe report {1000 * statistics.median(t[1] for t in times):.1f} ms; ratio {ratio:.2f} (at most {bound}); "
      f"largest process {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MiB")
sys.exit(0 if ratio <= bound else 1)
PY

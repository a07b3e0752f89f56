#!/usr/bin/env bash
# Memory ends at the n-th allocation of the program itself, alone and for good, for every n: while a pack is
# loaded, a stack with an overlay, a template's workbook written. Each run ends as it would without that, or in
# our sentence; what stands at the output is whole or absent.
#
#   memory.sh            every n
#   memory.sh STEP       every STEP-th
#
# Two things are known and told, not refused: libxlsxwriter itself breaks where memory ends while it packs the
# parts of a workbook (the program then ends without a file), and goes on without a style or a part where single
# requests fail, with words of its own.
set -euo pipefail
step=${1:-1}
folder=$(mktemp -d "${TMPDIR:-/tmp}/spbe-memory-XXXXXX")
trap 'rm -rf "$folder"' EXIT
gcc -std=gnu17 -O1 -fPIC -shared -o "$folder/end.so" "$ROOT/tests/soak/support_memory_end.c"
cd "$folder"

cp "$ROOT/tests/examples/kota-bandar-lampung-2023.json" kota.json
mkdir tambah
cat >tambah/overlay.lua <<'LUA'
local function lenient(input) return { 5, 2 }, "tanpa batas" end
return {
  format = "spbe-overlay/1",
  id = "tambah", title = "Tanpa batas", base = "kami-uji",
  author = "Inspektorat", date = "2026-11-22", reason = "Uji", source = "Nota",
  changes = { { change = "function", of = "I01", to = lenient } },
}
LUA
cat >gambar.lua <<'LUA'
local s = sheet("Satu")
style("tebal", { bold = true })
s:text(1, 1, report.assessment.agency.name, "tebal")
s:number(1, 2, 2.5)
s:formula(2, 2, "=SUM(B1)", 2.5)
s:chart(3, 1, { kind = "radar", series = { { name = "a", values = "=" .. at(s, 1, 2, 2, 2) } } })
LUA

# COMMAND...: with memory that ends at allocation $1, once where $2 is 1; leaves its status.
ending()
{
    local at=$1 once=$2
    shift 2
    status=0
    { # the shell tells of signals; here the status does
        (
            ulimit -c 0
            export MEMORY_ENDS_AT=$at
            [ "$once" = 0 ] || export MEMORY_ENDS_ONCE=1
            LD_PRELOAD=$folder/end.so exec "$@"
        ) >out 2>err </dev/null || status=$?
    } 2>/dev/null
}

# What is wrong with how it ended; nothing when all is well.
verdict()
{
    if [ "$status" -ge 128 ]; then
        if [ "$may_break" = 1 ] && [ ! -e out.xlsx ]; then broken=$((broken + 1)); else echo "status $status"; fi
    elif [ "$status" -eq 0 ]; then
        if [ -s err ]; then
            if [ "$may_break" = 1 ]; then broken=$((broken + 1)); else echo 'words and no failure'; fi
        fi
        [ "$may_break" = 1 ] || cmp -s out whole || echo 'another output'
    else
        [ "$(grep -c '^spbe: ' err)" -eq 1 ] || echo 'not one sentence'
        # memory may end behind the file too
        [ ! -e out.xlsx ] || /usr/bin/python3 -m zipfile -t out.xlsx >/dev/null || echo 'half a file'
    fi
}

# NAME MAY_BREAK COMMAND...: every n.
sweep()
{
    local name=$1 may_break=$2 count n once status broken=0 runs=0
    shift 2
    MEMORY_COUNT=count LD_PRELOAD=$folder/end.so "$@" >whole
    read -r count <count
    for ((n = 1; n <= count; n += step)); do
        for once in 0 1; do
            rm -f out.xlsx
            ending "$n" "$once" "$@"
            verdict >wrong
            [ ! -s wrong ] || { echo "$name: allocation $n ($once): $(cat wrong)"; cat err; exit 1; }
            runs=$((runs + 1))
        done
    done
    rm -f out.xlsx
    [ -z "$(find . -name '*.tmp*' -o -name '.*.xlsx*')" ] || { echo "$name: left files"; ls -a; exit 1; }
    echo "$name: $count allocations, $runs runs, $broken of them went wrong inside of a library"
}

sweep 'a pack' 0 "$SPBE" --lang en rules check "$ROOT/tests/packs/kami"
sweep 'a stack' 0 "$SPBE" --lang en rules show "$ROOT/tests/packs/kami" tambah
sweep 'a template' 1 "$SPBE" --lang en report kota.json -o out.xlsx --template gambar.lua

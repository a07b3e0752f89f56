# The sheet Peta of the leadership workbook: the heat map, the waterfall, progress, and the radar of the bases.

TOOL=$ROOT/tests/cli/workbook.py

# Writes kota.json and lalu.json: two years of a city with units, claims, answers, evidence and verdicts.
two_years()
{
    spbe rules show spbe-2020 --json --year 2024 >pack.json
    /usr/bin/python3 "$ROOT/tests/cli/assess.py" pack.json full >full.json
    /usr/bin/python3 - <<'PY'
import json
now = json.load(open("full.json"))
for n, (name, answer) in enumerate(now["answers"].items()):
    if n % 5:
        answer["unit"] = ["Dinas Kominfo", "Bappeda", "Inspektorat"][n % 3]
    if n % 4 == 0:
        answer["claimed"] = 1 + n % 5
    if n % 7 == 0:
        for key in ("claimed", "verified", "verified_reason", "stages", "criteria", "evidence"):
            answer.pop(key, None)
json.dump(now, open("kota.json", "w"))
then = {"format": now["format"], "instrument": now["instrument"], "year": 2023, "agency": now["agency"],
        "answers": {name: {"claimed": 1 + (n * 3) % 5} for n, name in enumerate(now["answers"])}}
json.dump(then, open("lalu.json", "w"))
PY
}

# Protects what leadership sees at a glance: every cell of the map is the value of the result, the waterfall ends
# at the index, and progress counts every indicator once; all of it as LibreOffice calculates it too.
test_the_map_shows_what_the_result_says()
{
    two_years
    expect_exit 0 spbe report kota.json --previous lalu.json -o laporan.xlsx
    spbe report kota.json -o hasil.json
    spbe evaluate lalu.json --json lalu.out
    sound laporan.xlsx
    mkdir again
    /usr/bin/python3 "$TOOL" recalculate laporan.xlsx again
    count=$(/usr/bin/python3 "$TOOL" compare laporan.xlsx again/laporan.xlsx)
    case $count in *", 0 differ") ;; *) fail "$count" ;; esac
    /usr/bin/python3 "$TOOL" show again/laporan.xlsx >cells.txt
    /usr/bin/python3 - <<'PY' || fail 'the map is not the result'
import json, re
from fractions import Fraction as F
result, before = json.load(open("hasil.json")), json.load(open("lalu.out"))
sheets = {}
for line in open("cells.txt", encoding="utf-8"):
    fields = line.rstrip("\n").split("\t", 3)
    if len(fields) == 4:
        sheets.setdefault(fields[0], {})[fields[1]] = fields[3]
shown, units, stages = sheets["Peta"], {}, {}
for domain in result["domains"]:
    for aspect in domain["aspects"]:
        for one in aspect["indicators"]:
            place = next(cell for cell, text in shown.items() if text == one["id"])
            column, row = re.fullmatch(r"([A-Z]+)([0-9]+)", place).groups()
            for n, basis in enumerate(("claimed", "supported", "verified")):
                cell = shown.get(column + str(int(row) + 1 + n), "")
                assert cell == "" if one[basis] is None else abs(float(cell) - float(F(one[basis]))) < 1e-9, (one["id"], basis)
            stage = 1 if one["verified"] is not None else \
                2 if one["supported"] is not None and F(one["supported"]) >= F(one["claimed"] or 0) else \
                3 if one["claimed"] is not None else 4
            for key in [domain["id"]] + ([one["unit"]] if one.get("unit") else []):
                stages.setdefault(key, [0, 0, 0, 0])[stage - 1] += 1
numbers = sheets["Daftar"]
for row in range(2, 2 + len(stages)):
    label = numbers[f"AN{row}"]
    key = label if label in stages else label.split(" ")[0]
    assert [int(float(numbers[f"{c}{row}"])) for c in ("AO", "AP", "AQ", "AR")] == stages[key], label
last = 3 + sum(len(domain["aspects"]) for domain in result["domains"])
def number(cell):
    return float(numbers[cell])
assert abs(number("AF2") - float(F(before["index"]["exact"]))) < 1e-9
assert abs(number(f"AF{last}") - float(F(result["index"]["exact"]))) < 1e-9
assert abs(number("AF2") + sum(number(f"AG{n}") - number(f"AH{n}") for n in range(3, last)) - number(f"AF{last}")) < 1e-9
assert all(number(f"AE{n}") >= 0 for n in range(2, last + 1))
PY
}

# Protects a first year, and instruments of other shapes: from 0 to the index, values between levels, level 0, slots.
test_the_map_fits_every_instrument()
{
    plain_only
    local name
    for name in kota-bandar-lampung-2023 kota-denpasar-2018; do
        expect_exit 0 spbe report "$ROOT/tests/examples/$name.json" -o "$name.xlsx" --lang en
        sound "$name.xlsx"
        /usr/bin/python3 "$TOOL" show "$name.xlsx" >cells.txt
        expect_file 'Every indicator: what is claimed, supported and verified' cells.txt
        expect_file 'What each aspect contributes to the index' cells.txt
    done
    printf '{"format":"spbe-assessment/1","instrument":"pemdi-2026","year":2026,"agency":{"name":"Kota","kind":"kota"},"answers":{"I01":{"claimed":"1.26"}}}' >kota.json
    expect_exit 0 spbe report kota.json -o pemdi.xlsx
    sound pemdi.xlsx
    mkdir again
    /usr/bin/python3 "$TOOL" recalculate pemdi.xlsx again
    count=$(/usr/bin/python3 "$TOOL" compare pemdi.xlsx again/pemdi.xlsx)
    case $count in *", 0 differ") ;; *) fail "$count" ;; esac
}

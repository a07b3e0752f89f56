# spbe plan -o: the action plan as a workbook, for whoever carries it out and whoever asks how far it has come.

KOTA=$ROOT/tests/examples/kota-bandar-lampung-2023.json
TOOL=$ROOT/tests/cli/workbook.py

# Protects the paper that people work by: it holds the plan of the document, calculates itself, and is the same
# on every run.
test_an_action_plan_holds_the_plan_and_recalculates_equally()
{
    expect_exit 0 spbe plan "$KOTA" --target 2,6 --by 2027-12-31 -o rencana.xlsx --json plan.json
    expect_no_stdout
    expect_no_stderr
    recalculates rencana.xlsx 110
    /usr/bin/python3 "$TOOL" show rencana.xlsx >cells.txt
    for words in 'Rencana aksi: langkah menurut urutan kerja' 'Tidak ada yang lebih murah' '31 Desember 2027' \
        'Penanggung jawab' 'Bersanding dengan rencana terbaik berikutnya' 'Taksiran penyusun'; do
        expect_file "$words" cells.txt
    done
    /usr/bin/python3 - <<'PY' || fail 'the sheet is not the plan'
import json
plan = json.load(open("plan.json"))
rows = {}
for line in open("cells.txt", encoding="utf-8"):
    sheet, cell, kind, value = line.rstrip("\n").split("\t", 3)
    if sheet == "Rencana Aksi":
        rows[cell] = value
order = plan["order"]
assert sorted(order) == list(range(len(plan["steps"])))
for n, position in enumerate(order):
    step, row = plan["steps"][position], str(6 + n)
    assert rows["B" + row].startswith(step["indicator"] + " "), row
    assert float(rows["H" + row]) == float(step["cost"]) and int(rows["I" + row]) == step["months"]
    assert abs(float(rows["M" + row]) - float(step["index"]["exact"])) < 1e-9
    assert all(one["text"] in rows["E" + row] for one in step["criteria"])
starts = [plan["steps"][position]["start"] for position in order]
assert starts == sorted(starts)
assert plan["steps"][order[-1]]["index"] == plan["after"]
PY
    expect_exit 0 spbe plan "$KOTA" --target 2,6 --by 2027-12-31 -o again.xlsx
    expect_same rencana.xlsx again.xlsx
}

# Protects other instruments and other ways to ask: levels from 0, values between levels, no day, no months, English.
test_an_action_plan_fits_every_instrument()
{
    plain_only
    local name
    for name in spbe-2018:2018:0 pemdi-2026:2026:1.26; do
        spbe rules show "${name%%:*}" --json >pack.json
        /usr/bin/python3 - "$name" >kota.json <<'PY'
import json, sys
name, year, value = sys.argv[1].split(":")
pack = json.load(open("pack.json"))
ids = []
for aspect in pack.get("aspects") or [a for d in pack["domains"] for a in d["aspects"]]:
    for indicator in aspect["indicators"]:
        ids += [slot["id"] for slot in indicator.get("slots", [])] or [indicator["id"]]
claim = value if "." in value else int(value)
print(json.dumps({"format": "spbe-assessment/1", "instrument": name, "year": int(year),
                  "agency": {"name": "Kota Contoh", "kind": "kota"}, "answers": {one: {"claimed": claim} for one in ids}}))
PY
        expect_exit 0 spbe plan kota.json --target 2,5 -o "${name%%:*}.xlsx" --json plan.json --lang en
        /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-plan.schema.json" plan.json ||
            fail "$name: the document is invalid"
        recalculates "${name%%:*}.xlsx" 40
    done
    /usr/bin/python3 "$TOOL" show pemdi-2026.xlsx >cells.txt
    expect_file 'Action plan: steps in the order of work' cells.txt
    /usr/bin/python3 -c 'import json; assert json.load(open("plan.json"))["steps"][0]["items"]' || fail 'no items that score'
}

# Protects people from an empty page: a target out of reach, and one that is reached, have a page too.
test_an_action_plan_without_steps_says_why()
{
    expect_exit 1 spbe plan "$KOTA" --target 5 --keep I03 -o jauh.xlsx
    sound jauh.xlsx
    /usr/bin/python3 "$TOOL" show jauh.xlsx >cells.txt
    expect_file 'Sasaran tidak terjangkau' cells.txt
    expect_file 'tetap di tempatnya' cells.txt
    # ... with a name as long as names of ministries are, of which a foot of a page takes a part
    sed 's/"name":"[^"]*"/"name":"Kementerian Koordinator Bidang Hukum, Hak Asasi Manusia, Imigrasi, dan Pemasyarakatan beserta unitnya"/' \
        "$KOTA" >panjang.json
    expect_exit 0 spbe plan panjang.json --target 2,6 -o panjang.xlsx
    # ... from an index whose chart would begin at 24 * 0.1, which is not 2.4
    expect_exit 0 spbe plan "$ROOT/tests/examples/kota-denpasar-2018.json" --target 2,7 -o denpasar.xlsx
    expect_exit 0 spbe plan "$KOTA" --target 2 -o cukup.xlsx
    /usr/bin/python3 "$TOOL" show cukup.xlsx >cells.txt
    expect_file 'Yang diminta sudah tercapai' cells.txt
}

# Protects work in progress: what is typed as done is counted by the sheets, and by no one else.
test_what_is_done_is_counted_by_the_workbook()
{
    expect_exit 0 spbe plan "$KOTA" --target 2,6 -o rencana.xlsx --json plan.json
    /usr/bin/python3 - "$ROOT/tests/cli" <<'PY'
import sys
sys.path.insert(0, sys.argv[1])
import workbook
book = workbook.Workbook("rencana.xlsx")
part = book.parts["Rencana Aksi"]
workbook.rewrite("rencana.xlsx", "terisi.xlsx", part, lambda xml: workbook.typed(workbook.typed(xml, "O6", "selesai"), "O7", "selesai"))
PY
    mkdir -p again
    /usr/bin/python3 "$TOOL" recalculate terisi.xlsx again
    /usr/bin/python3 "$TOOL" show again/terisi.xlsx >cells.txt
    /usr/bin/python3 - <<'PY' || fail 'progress is not counted'
import json
from fractions import Fraction as F
plan = json.load(open("plan.json"))
done = [plan["steps"][n] for n in plan["order"][:2]]
values = [line.rstrip("\n").split("\t", 3)[3] for line in open("cells.txt", encoding="utf-8") if line.startswith("Ringkasan\t")]
index = float(F(plan["before"]["exact"]) + sum(F(step["gain"]) for step in done))
def near(value):
    try:
        return abs(float(value) - index) < 1e-9
    except ValueError:
        return False
assert any(near(value) for value in values)
PY
}

# Protects an agency's own paper, and the document as a file: -o takes both, and never replaces what is read.
test_a_plan_goes_where_it_is_sent()
{
    expect_exit 0 spbe plan "$KOTA" --target 2,6 -o plan.json
    expect_exit 0 spbe plan "$KOTA" --target 2,6 --json other.json
    expect_same plan.json other.json
    printf 'local page = sheet("Kami")\npage:number(1, 1, report.total.cost)\n' >kami.lua
    expect_exit 0 spbe plan "$KOTA" --target 2,6 -o kami.xlsx --template kami.lua
    /usr/bin/python3 "$TOOL" show kami.xlsx >cells.txt
    expect_file 75 cells.txt
    cp "$KOTA" kota.json
    expect_exit 2 spbe plan kota.json --target 3 -o kota.json
    expect_same kota.json "$KOTA"
}

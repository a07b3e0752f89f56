# What the facts of an instrument leave uncertain is no secret of its pack: whoever gets a report gets the doubts.

TOOL=$ROOT/tests/cli/workbook.py
export SPBE_USER=Siti

# Holds the pack's own words against a report's JSON and the sheet Catatan of its workbook: PACK YEAR, and how many
# marks of doubt the facts have (gaps, conflicts between papers, notes on the confidence of an indicator, criteria
# that are doubtful).
doubts_are_shown()
{
    printf '{"format":"spbe-assessment/1","instrument":"%s","year":%s,"answers":{}}\n' "$1" "$2" >a.json
    spbe rules show "$1" --json >pack.json
    spbe report a.json -o laporan.json
    spbe report a.json -o laporan.xlsx
    /usr/bin/python3 "$TOOL" show laporan.xlsx >cells.txt
    /usr/bin/python3 - "$3" "$4" "$5" "$6" <<'PY' || fail "doubts of $1 are not shown"
import json, sys
pack, report = json.load(open("pack.json")), json.load(open("laporan.json"))
sheet = [line.split("\t", 3)[3].rstrip("\n") for line in open("cells.txt", encoding="utf-8")
         if line.startswith("Catatan\t") and line.count("\t") >= 3]
def indicators(tree):
    for group in tree.get("domains") or [tree]:
        for aspect in group["aspects"]:
            yield from aspect["indicators"]
notes = report["instrument"]["notes"]
gaps, conflicts = pack.get("gaps", []), pack.get("known_conflicts", [])
shown = {i["id"]: i for i in indicators(report)}
on_sheet = lambda text: any(text[:200] in cell for cell in sheet)
for gap in gaps:
    assert gap in notes and on_sheet(gap), gap
assert len(report["instrument"]["conflicts"]) == len(conflicts)
for conflict in report["instrument"]["conflicts"]:
    assert on_sheet(conflict["text"]), conflict
doubts = doubtful = 0
for i in indicators(pack):
    own = i.get("confidence_note") or i.get("confidence_detail", {}).get("ladder")
    if own:
        doubts += 1
        assert shown[i["id"]]["confidence_note"] == own and on_sheet(own), i["id"]
    basis = i.get("conversion", {}).get("basis")
    assert basis is None or on_sheet(basis), i["id"]
    marked = {c["id"] for level in i.get("levels", []) for c in level["criteria"] if c.get("uncertain")}
    told = {c["id"] for level in shown.get(i["id"], {}).get("levels", []) for c in level["criteria"]
            if "pasti" in c.get("conditions", "") or "ragu" in c.get("conditions", "")}
    assert marked <= told, (marked, told)
    doubtful += len(marked)
found = [len(gaps), len(conflicts), doubts, doubtful]
assert found == [int(n) for n in sys.argv[1:]], found
assert len(gaps) >= len(pack.get("uncertain", []))
PY
}

test_doubts_of_the_pack_of_2020_stand_in_its_reports()
{
    doubts_are_shown spbe-2020 2024 0 12 7 0
}

test_doubts_of_the_pack_of_2018_stand_in_its_reports()
{
    doubts_are_shown spbe-2018 2018 4 0 0 0
}

test_doubts_of_the_pack_of_2026_stand_in_its_reports()
{
    doubts_are_shown pemdi-2026 2026 13 0 20 5
}

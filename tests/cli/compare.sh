# Comparisons from outside: numbers against an independent calculation, LibreOffice, different instruments.

TOOL=$ROOT/tests/cli/workbook.py
export SPBE_USER=Rani

# Writes NAME.json: SEED decides the claims, verdicts and answers of a city in YEAR.
city()
{
    /usr/bin/python3 - "$2" "$3" >"$1.json" <<'PY'
import json, random, sys
random.seed(int(sys.argv[1]))
answers = {}
for n in range(1, 48):
    answers[f"I{n:02}"] = {"claimed": random.randint(1, 5), "verified": random.randint(1, 5),
                           "verified_reason": f"catatan asesor {n}",
                           "criteria": {f"I{n:02}.2.a": {"met": random.random() > 0.5}},
                           "evidence": [{"title": f"Dokumen {random.randint(1, 2)}/{n}", "supports": [f"I{n:02}.2.a"]}]}
print(json.dumps({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": int(sys.argv[2]),
                  "agency": {"name": "Kota Contoh", "kind": "kota"}, "answers": answers}))
PY
}

# Protects every difference: as Python's fractions give it, criterion by criterion, document by document.
test_compare_numbers_are_those_of_an_independent_calculation()
{
    city lama 1 2023
    city baru 2 2024
    expect_exit 0 spbe compare lama.json baru.json --json banding.json
    expect_no_stdout
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-comparison.schema.json" banding.json || fail 'not valid'
    /usr/bin/python3 - <<'PY' || fail 'the numbers differ'
import json
from fractions import Fraction as F
old, new = (json.load(open(n + ".json"))["answers"] for n in ("lama", "baru"))
result = json.load(open("banding.json"))
assert result["comparable"] and [s["basis"] for s in result["sides"]] == ["verified"] * 2
total, sizes = 0, []
for entry in result["indicators"]:
    i = entry["id"]
    delta = new[i]["verified"] - old[i]["verified"]
    part = delta * F(entry["weight"]) / 100
    assert F(entry["delta"]) == delta and F(entry["contribution"]) == part
    assert entry["values"] == [str(old[i]["verified"]), str(new[i]["verified"])]
    total, sizes = total + part, sizes + [abs(part)]
    moved = {c["id"]: c for change in entry["changes"] for c in change["criteria"]}
    key = i + ".2.a"
    titles = [a[i]["evidence"][0]["title"] for a in (old, new)]
    differs = old[i]["criteria"][key] != new[i]["criteria"][key] or titles[0] != titles[1]
    assert (key in moved) == differs, i
    if differs:
        word = {True: "yes", False: "no"}
        assert [moved[key]["from"], moved[key]["to"]] == [word[a[i]["criteria"][key]["met"]] for a in (old, new)]
        assert moved[key]["document"] == (titles[1] if titles[0] != titles[1] else None)
    for change in entry["changes"]:
        assert change["reason"] == f"catatan asesor {int(i[1:])}"
assert F(result["delta"]) == total == F(result["sides"][1]["index"]["exact"]) - F(result["sides"][0]["index"]["exact"])
assert sizes == sorted(sizes, reverse=True)
assert result["rose"] == sum(new[i]["verified"] > old[i]["verified"] for i in old)
assert result["fell"] == sum(new[i]["verified"] < old[i]["verified"] for i in old)
PY
}

test_compare_workbooks_recalculate_equally()
{
    plain_only
    city satu 1 2022
    city dua 2 2023
    city tiga 3 2024
    expect_exit 0 spbe compare satu.json dua.json -o dua.xlsx
    recalculates dua.xlsx 100
    expect_exit 0 spbe compare satu.json dua.json tiga.json -o tren.xlsx --lang en
    recalculates tren.xlsx 100
    /usr/bin/python3 "$TOOL" show tren.xlsx >cells.txt
    expect_file '[2] 2023' cells.txt
    expect_file 'What rose and fell' cells.txt
    expect_file '2023→2024 (' cells.txt # a step by its years and values, in one line
    expect_file 'Of each step the main cause is told' cells.txt
    unzip -l tren.xlsx | piped 'charts/chart2.xml' || fail 'no trend chart'
}

# Self against assessor: one file, two bases, and the assessor's reasons.
test_compare_sets_a_claim_against_a_verdict()
{
    city kota 5 2024
    expect_exit 0 spbe compare kota.json --basis claimed,verified
    expect_stdout 'catatan asesor'
    expect_stdout 'Indeks-indeks ini'
    expect_exit 0 spbe compare kota.json --basis claimed,verified --json banding.json
    expect_json banding.json sides.0.basis claimed
    expect_json banding.json sides.1.basis verified
    expect_exit 0 spbe compare kota.json --basis claimed,supported,verified -o banding.xlsx
    recalculates banding.xlsx 60
    expect_exit 2 spbe compare kota.json
    expect_exit 2 spbe compare kota.json --basis claimed
    expect_exit 2 spbe compare kota.json --basis claimed,apa
    expect_exit 2 spbe compare kota.json --basis claimed,
}

# Two instruments: honestly beside each other, and nothing subtracted.
test_compare_says_what_cannot_be_compared()
{
    expect_exit 0 spbe compare "$ROOT/tests/examples/kota-denpasar-2018.json" "$ROOT/tests/examples/kota-bandar-lampung-2023.json"
    expect_stdout 'instrumen yang berbeda'
    expect_stdout '2,64'
    expect_stdout '2,15'
    ! grep -qE '[-+]0,49|Selisih' "$OUT" || fail 'something was subtracted'
    expect_exit 0 spbe compare "$ROOT/tests/examples/kota-denpasar-2018.json" \
        "$ROOT/tests/examples/kota-bandar-lampung-2023.json" --json banding.json -o banding.xlsx
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-comparison.schema.json" banding.json || fail 'not valid'
    expect_json banding.json comparable false
    expect_json banding.json delta null
    expect_json banding.json indicators '[]'
    sound banding.xlsx
    /usr/bin/python3 "$TOOL" show banding.xlsx | cut -f1 | sort -u >sheets.txt
    [ "$(cat sheets.txt)" = Perbandingan ] || fail "sheets: $(cat sheets.txt)"
}

# Where a crosswalk leads from one instrument to the other: the interval in which the earlier index would lie, and
# what kept its subject, as Python's fractions give them from the pack's own words; in JSON, workbook, terminal.
test_compare_gives_an_interval_where_part_carries_over()
{
    local old=$ROOT/tests/examples/kota-denpasar-2018.json new=$ROOT/tests/examples/kota-bandar-lampung-2023.json
    expect_exit 0 spbe compare "$old" "$new" --json banding.json -o banding.xlsx
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-comparison.schema.json" banding.json || fail 'not valid'
    spbe rules show spbe-2020 --json >pack.json
    cp "$ROOT/rules/spbe-2020/crosswalk_2018.lua" padanan.lua
    /usr/bin/python3 - "$old" "$new" <<'PY' || fail 'the numbers differ'
import json, re, sys
from fractions import Fraction as F
old, new = (json.load(open(path))["answers"] for path in sys.argv[1:])
weight = {i["id"]: F(str(i["weight"])) for d in json.load(open("pack.json"))["domains"] for a in d["aspects"] for i in a["indicators"]}
same = dict(re.findall(r'relation = "same", to = "([^"]+)", from = { "([^"]+)" }', open("padanan.lua").read()))
value = {i: max(1, old[same[i]]["claimed"]) for i in same}
total = sum(weight.values())
low, high = (sum(weight[i] * value.get(i, end) for i in weight) / total for end in (1, 5))
part = sum(weight[i] for i in same)
means = [sum(weight[i] * v for i, v in side.items()) / part for side in (value, {i: new[i]["claimed"] for i in same})]
bridge = json.load(open("banding.json"))["bridges"][0]
assert F(bridge["lowest"]["exact"]) == low and F(bridge["highest"]["exact"]) == high
assert bridge["verdict"] == "open" and {i["id"] for i in bridge["indicators"]} == set(same)
assert F(bridge["weight"]) == F(bridge["part"]["weight"]) == part * 100 / total
assert [F(bridge["part"]["from"]), F(bridge["part"]["to"])] == means
assert F(bridge["part"]["change"]) == means[1] - means[0]
for i in bridge["indicators"]:
    assert F(i["low"]) == F(i["high"]) == value[i["id"]] and F(i["change"]) == new[i["id"]]["claimed"] - value[i["id"]]
PY
    recalculates banding.xlsx 10
    /usr/bin/python3 "$TOOL" show banding.xlsx >cells.txt
    expect_file 'Menurut aturan spbe-2020, indeks [1] akan terletak antara 1,53 (Kurang) dan 4,49 (Memuaskan)' cells.txt
    expect_exit 0 spbe compare "$new" "$old" --lang en
    expect_stdout 'From [2] to [1]: 10 of 47 indicators kept their subject'
    expect_stdout 'Kept its subject'
    # Nothing is known between the instruments of 2020 and 2026.
    echo '{"format":"spbe-assessment/1","instrument":"pemdi-2026","year":2026,"answers":{"I01":{"claimed":3}}}' >pemdi.json
    expect_exit 0 spbe compare "$new" pemdi.json --lang en
    expect_stdout 'No crosswalk between spbe-2020 and pemdi-2026 is known'
}

# A trend across instruments: the step between two years by the same rules is there, with a chart and the causes.
test_compare_tells_the_steps_of_a_trend_across_instruments()
{
    city lama 1 2023
    city baru 2 2024
    local old=$ROOT/tests/examples/kota-denpasar-2018.json
    expect_exit 0 spbe compare "$old" lama.json baru.json --json tren.json -o tren.xlsx
    expect_exit 0 spbe compare lama.json baru.json --basis claimed --json dua.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-comparison.schema.json" tren.json || fail 'not valid'
    /usr/bin/python3 - <<'PY' || fail 'the step differs from the comparison of these two'
import json
trend, two = (json.load(open(n + ".json")) for n in ("tren", "dua"))
step, = trend["steps"]
assert [s["basis"] for s in trend["sides"]] == ["claimed"] * 3
assert (step["from"], step["to"]) == (1, 2) and not trend["comparable"] and trend["delta"] is None
for key in ("delta", "rose", "fell", "stayed"):
    assert step[key] == two[key], key
assert [i["contribution"] for i in step["indicators"]] == [i["contribution"] for i in two["indicators"]]
PY
    sound tren.xlsx
    /usr/bin/python3 "$TOOL" show tren.xlsx >cells.txt
    expect_file 'Paling menaikkan indeks' cells.txt
    unzip -l tren.xlsx | piped 'charts/chart1.xml' || fail 'no chart'
}

# The same assessment twice, in files of either kind: nothing rose, nothing fell.
test_compare_of_the_same_finds_nothing()
{
    city kota 5 2024
    cp kota.json sama.json
    expect_exit 0 spbe compare kota.json sama.json --basis claimed
    expect_stdout 'Tidak ada indikator yang nilainya berubah.'
    expect_exit 0 spbe compare kota.json sama.json --json banding.json
    expect_json banding.json rose 0
    expect_json banding.json fell 0
    expect_json banding.json delta 0
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024
    spbe import kota.spbe kota.json
    expect_exit 0 spbe compare kota.json kota.spbe --basis claimed --json banding.json
    expect_json banding.json delta 0
}

test_compare_gives_the_same_bytes_again()
{
    city lama 1 2023
    city baru 2 2024
    for form in xlsx json; do
        spbe compare lama.json baru.json -o first.$form
        sleep 0.3
        spbe compare lama.json baru.json -o second.$form
        expect_same first.$form second.$form
    done
    spbe compare lama.json baru.json --json - >third.json
    expect_same first.json third.json
}

# What cannot be read, a basis without data, an output that is an input: told, and nothing is written.
test_compare_refuses_what_it_cannot_do()
{
    city kota 5 2024
    echo '{' >rusak.json
    expect_exit 3 spbe compare kota.json rusak.json -o banding.xlsx
    expect_stderr 'rusak.json'
    [ ! -e banding.xlsx ] || fail 'a workbook of half a comparison'
    expect_exit 3 spbe compare kota.json tidak-ada.json
    cat kota.json kota.json >dua.jsonl
    expect_exit 3 spbe compare kota.json dua.jsonl
    cp kota.json asli.json
    expect_exit 2 spbe compare kota.json asli.json -o kota.json
    expect_same asli.json kota.json
    expect_exit 2 spbe compare
    cp "$ROOT/tests/examples/kota-bandar-lampung-2023.json" b.json
    expect_exit 1 spbe compare b.json b.json --basis verified
    expect_stderr 'Bandar Lampung, 2023: tidak memiliki nilai verifikasi'
}

# Values between levels, no domains: a trend of Pemdi.
test_compare_of_values_between_levels()
{
    for year in 2026 2027 2028; do
        /usr/bin/python3 - $year >$year.json <<'PY'
import json, sys
year = int(sys.argv[1])
print(json.dumps({"format": "spbe-assessment/1", "instrument": "pemdi-2026", "year": year,
                  "agency": {"name": "Kabupaten Contoh", "kind": "kabupaten"},
                  "answers": {f"I{i:02}": {"claimed": f"{1 + (year * i) % 40 / 10:.1f}"} for i in range(1, 21)}}))
PY
    done
    expect_exit 0 spbe compare 2026.json 2027.json 2028.json --json banding.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-comparison.schema.json" banding.json || fail 'not valid'
    /usr/bin/python3 - <<'PY' || fail 'the numbers differ'
import json
from fractions import Fraction as F
result = json.load(open("banding.json"))
answers = [json.load(open(f"{year}.json"))["answers"] for year in (2026, 2027, 2028)]
assert result["domains"] == [] and len(result["sides"]) == 3
for entry in result["indicators"]:
    values = [F(a[entry["id"]]["claimed"]) for a in answers]
    assert [F(v) for v in entry["values"]] == values and F(entry["delta"]) == values[2] - values[0]
assert sum(F(e["contribution"]) for e in result["indicators"]) == F(result["delta"])
PY
    expect_exit 0 spbe compare 2026.json 2027.json 2028.json -o banding.xlsx
    recalculates banding.xlsx 40
}

# Pemdi: which item was accepted or no longer, which document came, another outside index, told in the document
# as an independent count has them, in the table, and in the workbook.
test_compare_names_items_and_outside_indices()
{
    spbe rules show pemdi-2026 --json >pack.json
    /usr/bin/python3 - <<'PY'
import json, random
indicators = [i for a in json.load(open("pack.json"))["aspects"] for i in a["indicators"]]
point = lambda bands, n: str(int(bands[0][0] + (bands[-1][1] - bands[0][0]) * n / 4))
for year, seed in ((2026, 1), (2027, 2)):
    draw, answers = random.Random(seed), {}
    for i in indicators:
        ids = [f"{i['id']}.{l['level']}.e{n}" for l in i["levels"] for n, _ in enumerate(l.get("evidence", []), 1)]
        if "conversion" in i:
            answers[i["id"]] = {"measures": {i["conversion"]["input"]: point(i["conversion"]["bands"], draw.randint(1, 3))}}
        else:
            answers[i["id"]] = {"items": {e: {"met": draw.random() > 0.3} for e in ids if draw.random() > 0.2},
                                "evidence": [{"title": f"Laporan {draw.randint(1, 2)}", "pages": "4", "supports": ids[:1]}]}
    json.dump({"format": "spbe-assessment/1", "instrument": "pemdi-2026", "year": year,
               "agency": {"name": "Kota Contoh", "kind": "kota"}, "answers": answers}, open(f"{year}.json", "w"))
PY
    expect_exit 0 spbe compare 2026.json 2027.json --json banding.json -o banding.xlsx
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-comparison.schema.json" banding.json || fail 'not valid'
    /usr/bin/python3 - <<'PY' || fail 'the items differ'
import json
old, new = (json.load(open(f"{y}.json"))["answers"] for y in (2026, 2027))
word = lambda a, e: {True: "yes", False: "no", None: "none"}[a.get("items", {}).get(e, {}).get("met")]
proof = lambda a, e: [d["title"] for d in a.get("evidence", []) if e in d["supports"]]
told = measures = 0
for entry in json.load(open("banding.json"))["indicators"]:
    a, b = old[entry["id"]], new[entry["id"]]
    items = {i["id"]: i for c in entry["changes"] for i in c["items"]}
    wanted = {e for e in {*a.get("items", {}), *b.get("items", {})} if word(a, e) != word(b, e)}
    wanted |= {e for d in a.get("evidence", []) + b.get("evidence", []) for e in d["supports"] if proof(a, e) != proof(b, e)}
    assert set(items) == wanted, (entry["id"], set(items) ^ wanted)
    for e, i in items.items():
        assert [i["from"], i["to"]] == [word(a, e), word(b, e)] and i["points"] != "0"
        assert (i["document"], i["pages"]) == ((proof(b, e)[0], "4") if proof(a, e) != proof(b, e) else (None, None))
    assert sum(c["items_count"] for c in entry["changes"]) == len(items)
    told += len(items)
    for key in a.get("measures", {}):
        moved = [m for c in entry["changes"] for m in c["measures"]]
        assert moved == ([] if a["measures"] == b["measures"] else [{"id": key, "from": a["measures"][key], "to": b["measures"][key]}])
        measures += len(moved)
assert told > 40 and measures > 0
PY
    recalculates banding.xlsx 30
    /usr/bin/python3 "$TOOL" show banding.xlsx >cells.txt
    expect_file 'diterima → tidak diterima' cells.txt
    expect_exit 0 spbe compare 2026.json 2027.json --lang en
    expect_stdout 'accepted → not accepted'
    expect_stdout 'indeks_'
}

# Self against assessor: the criteria between both values, with document and page, or the word that there is none.
test_compare_says_what_is_at_issue_with_an_assessor()
{
    cat >kota.json <<'JSON'
{"format":"spbe-assessment/1","instrument":"spbe-2020","year":2024,"agency":{"name":"Kota Contoh","kind":"kota"},"answers":{
 "I12":{"claimed":4,"criteria":{"I12.3.a":{"met":true},"I12.3.b":{"met":true}},
        "evidence":[{"title":"Perwali 9/2023","pages":"3–5","supports":["I12.3.a"]}],
        "stages":[{"stage":"visitasi","value":2,"reason":"peta rencana belum ditetapkan"}]},
 "I13":{"claimed":2,"verified":2,"verified_reason":"sesuai"}}}
JSON
    expect_exit 0 spbe compare kota.json --basis claimed,verified --json banding.json -o banding.xlsx
    /usr/bin/python3 - <<'PY' || fail 'what is at issue is not told'
import json
result = json.load(open("banding.json"))
entry = {e["id"]: e for e in result["indicators"]}
change = entry["I12"]["changes"][0]
assert (change["reason"], change["reason_by"], change["stage"]) == ("peta rencana belum ditetapkan", "assessor", "visitasi")
first, second = change["criteria"][:2]
assert all(c["at_issue"] and c["level"] in (3, 4) and c["from"] == c["to"] for c in change["criteria"])
assert (first["id"], first["document"], first["pages"], first["document_on"]) == ("I12.3.a", "Perwali 9/2023", "3–5", "both")
assert (second["id"], second["document"], second["documents_to"]) == ("I12.3.b", None, 0)
assert entry["I13"]["changes"] == []
PY
    /usr/bin/python3 "$TOOL" show banding.xlsx >cells.txt
    expect_file 'Asesor (tahap visitasi): peta rencana belum ditetapkan' cells.txt
    expect_file 'I12.3.a terpenuhi; dokumen: 1, Perwali 9/2023, hlm. 3–5' cells.txt
    expect_file 'I12.3.b terpenuhi, tanpa dokumen' cells.txt
}

# Units of one file: every mean, share and gain as Python's fractions give them; the gains add up to the index.
test_compare_sets_unit_against_unit()
{
    city kota 7 2024
    /usr/bin/python3 - <<'PY'
import json
city = json.load(open("kota.json"))
for n, answer in enumerate(city["answers"].values()):
    if n % 4:
        answer["unit"] = ["", "Bappeda", "Diskominfo", "Inspektorat"][n % 4]
json.dump(city, open("kota.json", "w"))
PY
    expect_exit 0 spbe compare kota.json --units --json unit.json -o unit.xlsx
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-comparison.schema.json" unit.json || fail 'not valid'
    spbe evaluate kota.json --json full.json
    /usr/bin/python3 - <<'PY' || fail 'the numbers differ'
import json
from fractions import Fraction as F
answers = json.load(open("kota.json"))["answers"]
rows = {i["id"]: i for d in json.load(open("full.json"))["domains"] for a in d["aspects"] for i in a["indicators"]}
result = json.load(open("unit.json"))
units = {u["name"]: u for u in result["by_unit"]}
assert len(result["sides"]) == 1 and set(units) == {"Bappeda", "Diskominfo", "Inspektorat", None}
assert result["by_unit"][-1]["name"] is None
values = [F(u["sides"][0]["value"]) for u in result["by_unit"][:-1]]
assert values == sorted(values, reverse=True)
total = 0
for name, unit in units.items():
    own = [i for i in answers if answers[i].get("unit") == name]
    weight = sum(F(rows[i]["weight"]) for i in own)
    now = unit["sides"][0]
    for basis in ("claimed", "supported", "verified"):
        assert F(now[basis]) == sum(F(rows[i]["weight"]) * rows[i][basis] for i in own) / weight, (name, basis)
    assert F(now["gained"]) == sum(F(rows[i]["weight"]) * rows[i]["verified"] for i in own) / 100
    assert F(now["possible"]) == weight / 20 and F(now["missing"]) == F(now["possible"]) - F(now["gained"])
    assert now["borne_out"] == sum(rows[i]["supported"] >= rows[i]["claimed"] for i in own)
    assert now["accepted"] == sum(rows[i]["verified"] >= rows[i]["claimed"] for i in own)
    assert (now["indicators"], now["claims"], now["judged"], now["documents"]) == (len(own),) * 4
    missing = [F(i["missing"]) for i in unit["indicators"]]
    assert missing == sorted(missing, reverse=True) and {i["id"] for i in unit["indicators"]} == set(own)
    total += F(now["gained"])
assert total == F(result["by_unit_sum"]["gained"]) == F(result["sides"][0]["index"]["exact"])
PY
    recalculates unit.xlsx 100
    unzip -l unit.xlsx | piped 'charts/chart2.xml' || fail 'no charts of the units'
    expect_exit 0 spbe compare kota.json --unit diskominfo --unit Bappeda
    expect_stdout 'Diskominfo'
    ! grep -q Inspektorat "$OUT" || fail 'a unit that was not named'
}

# Which unit rose: the same units in two years, from the application's own files, as HTML too.
test_compare_says_which_unit_rose()
{
    for year in 2023 2024; do
        spbe new $year.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year $year
        for unit in Bappeda Diskominfo; do spbe unit add $year.spbe $unit; done
        spbe unit assign $year.spbe Bappeda I11,I12
        spbe unit assign $year.spbe Diskominfo I16
        spbe claim $year.spbe I11 $((year - 2020))
        spbe claim $year.spbe I16 2
    done
    expect_exit 0 spbe compare 2023.spbe 2024.spbe --units --json unit.json -o unit.html
    expect_json unit.json by_unit.0.name Bappeda
    expect_json unit.json by_unit.0.delta 0.5
    expect_json unit.json by_unit.1.delta 0
    expect_file 'Unit bersanding' unit.html
    expect_exit 0 spbe compare 2023.spbe 2024.spbe --units -o unit.xlsx
    recalculates unit.xlsx 100
    expect_exit 0 spbe compare 2023.spbe 2024.spbe --unit Bappeda --lang en
    expect_stdout '+0.50'
    expect_stdout '(Bappeda)'
}

# What people get wrong: the order, a file twice, two files of one agency and year; each is told, and all is shown.
test_compare_says_what_people_get_wrong()
{
    city lama 1 2023
    city baru 2 2024
    expect_exit 0 spbe compare baru.json lama.json
    expect_stdout 'Tahun yang lebih baru disebut lebih dahulu ([1] tahun 2024, [2] tahun 2023)'
    expect_exit 0 spbe compare baru.json baru.json
    expect_stdout '[1] dan [2] adalah penilaian yang sama pada dasar yang sama'
    sed 's/"claimed": 3/"claimed": 4/' baru.json >unit-b.json
    expect_exit 0 spbe compare baru.json unit-b.json --basis claimed -o dua.xlsx
    expect_exit 0 spbe compare baru.json unit-b.json --basis claimed
    expect_stdout 'Kota Contoh (baru.json)'
    expect_stdout 'Kota Contoh (unit-b.json)'
    expect_exit 7 spbe compare lama.json baru.json --json /dev/full
    expect_exit 7 bash -c '"$SPBE" compare lama.json baru.json >/dev/full'
    expect_stderr 'tidak'
    mkdir kunci
    echo semula >kunci/b.xlsx
    chmod a-w kunci kunci/b.xlsx
    if [ ! -w kunci ]; then
        expect_exit 7 spbe compare lama.json baru.json -o kunci/b.xlsx
    fi
    [ "$(cat kunci/b.xlsx)" = semula ] || fail 'a file that could not be written was changed'
}

# Protects the promise that causes add up: contributions of indicators, aspects, domains and units are each the
# difference of the index, exactly, between neighbours too; over years, overlays, other instruments between, bases of
# their own, units that one side does not have; and what is told as different is what differs in the documents.
test_causes_add_up_to_the_difference_of_the_index()
{
    SPBE=$SPBE /usr/bin/python3 "$ROOT/tests/cli/compare_oracle.py" 16 10 >out.txt || fail "$(cat out.txt)"
    grep -q '^10 cases, 0 different' out.txt || fail 'not all were tried'
}

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

recalculates()
{
    mkdir -p again
    /usr/bin/python3 "$TOOL" check "$1" || fail "$1 is not sound"
    /usr/bin/python3 "$TOOL" recalculate "$1" again
    count=$(/usr/bin/python3 "$TOOL" compare "$1" "again/$1")
    case $count in *", 0 differ") ;; *) fail "$1: $count" ;; esac
    [ "${count%% *}" -ge "$2" ] || fail "$1: only $count"
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
    /usr/bin/python3 "$TOOL" check banding.xlsx || fail 'not sound'
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

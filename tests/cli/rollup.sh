# The roll-up from outside: numbers against an independent calculation, LibreOffice, bad documents.

TOOL=$ROOT/tests/cli/workbook.py
EXAMPLE=$ROOT/tests/examples/kota-bandar-lampung-2023.json

# COUNT assessments of 2024, one a line; every ninth has gaps.
agencies()
{
    /usr/bin/python3 - "$1" <<'PY'
import json, random, sys
random.seed(7)
kinds = ["kementerian", "lembaga", "provinsi", "kabupaten", "kota", "lainnya"]
for n in range(int(sys.argv[1])):
    answers = {f"I{i:02}": {"claimed": 1 + min(4, int(random.random() * 4 + n % 3 * 0.5))} for i in range(1, 48)
               if n % 9 != 4 or random.random() > 0.3}
    print(json.dumps({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
                      "agency": {"name": f"Instansi {n}", "kind": kinds[n * n % 6]}, "answers": answers}))
PY
}

# Protects every number: index, rank, means and quartiles as Python's fractions and statistics give them.
test_rollup_numbers_are_those_of_an_independent_calculation()
{
    agencies 83 >many.jsonl
    spbe rules show spbe-2020 --json --year 2024 >pack.json
    expect_exit 0 spbe rollup many.jsonl --json rekap.json
    expect_no_stdout
    expect_no_stderr
    /usr/bin/python3 - <<'PY' || fail 'the numbers differ'
import json
from fractions import Fraction as F
from statistics import mean, quantiles
documents = [json.loads(line) for line in open("many.jsonl")]
pack = json.load(open("pack.json"))
[group] = json.load(open("rekap.json"))["groups"]
weights = {i["id"]: F(str(i["weight"])) for i in group["indicators"]}
assert sum(weights.values()) == 100
value = lambda d, i: F(d["answers"].get(i, {"claimed": 1})["claimed"])
indices = {d["agency"]["name"]: sum(value(d, i) * w for i, w in weights.items()) / 100 for d in documents}


def check(entry, values, given):
    cuts = quantiles(values, n=4, method="inclusive")
    assert [F(entry[k]) for k in ("least", "lower", "median", "upper", "most")] == [min(values), *cuts, max(values)], entry
    assert F(entry["mean_exact"]) == mean(values) and entry["count"] == len(values) and entry["given"] == given, entry


complete = sum(len(d["answers"]) == 47 for d in documents)
check(group["index"], list(indices.values()), complete)
assert group["complete"] == complete < group["count"] == 83
for entry in group["indicators"]:
    values = [value(d, entry["id"]) for d in documents]
    given = [value(d, entry["id"]) for d in documents if entry["id"] in d["answers"]]
    check(entry, values, len(given))
    assert F(entry["mean_given"]) == mean(given)
for aspect in group["aspects"]:
    members = [e["id"] for e in group["indicators"] if e["aspect"] == aspect["id"]]
    total = sum(weights[i] for i in members)
    check(aspect, [sum(value(d, i) * weights[i] for i in members) / total for d in documents],
          sum(all(i in d["answers"] for i in members) for d in documents))
for kind in group["kinds"]:
    own = [d for d in documents if d["agency"]["kind"] == kind["kind"]]
    check(kind, [indices[d["agency"]["name"]] for d in own], sum(len(d["answers"]) == 47 for d in own))
    assert sum(kind["predicates"]) + kind["without_predicate"] == len(own)
for row in group["assessments"]:
    assert F(row["index"]["exact"]) == indices[row["agency"]]
    assert row["rank"] == 1 + sum(other > indices[row["agency"]] for other in indices.values())
assert [r["rank"] for r in group["assessments"]] == sorted(r["rank"] for r in group["assessments"])
means = {e["id"]: F(e["mean_exact"]) for e in group["indicators"]}
assert [means[i] for i in group["weakest"]] == sorted(means.values())
PY
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-rollup.schema.json" rekap.json || fail 'not valid'
}

# Protects the numbers of the workbook: its formulas give in LibreOffice what the engine stored.
test_rollup_workbook_recalculates_equally()
{
    agencies 40 >many.jsonl
    expect_exit 0 spbe rollup many.jsonl -o rekap.xlsx
    expect_no_stdout
    recalculates rekap.xlsx 84
    expect_exit 0 spbe rollup many.jsonl --json rekap.json
    /usr/bin/python3 "$TOOL" show rekap.xlsx >cells.txt
    /usr/bin/python3 - <<'PY' || fail 'the sheet of the indicators is not the document'
import json
from decimal import Decimal
cells = {}
for line in open("cells.txt", encoding="utf-8"):
    sheet, cell, kind, value = line.rstrip("\n").split("\t")[:4]
    if sheet == "Indikator":
        cells[cell] = value
group, = json.load(open("rekap.json"))["groups"]
assert len(group["indicators"]) == 47
for n, data in enumerate(group["indicators"]):
    row = str(6 + n)
    assert cells["A" + row] == data["id"], row
    for column, key in zip("EFGHI", ("least", "lower", "median", "upper", "most")):
        assert Decimal(cells[column + row]) == Decimal(data[key]), (data["id"], key)
    numerator, _, denominator = data["mean_exact"].partition("/")
    mean = Decimal(numerator) / Decimal(denominator or 1)
    assert abs(Decimal(cells["D" + row]) - mean) < Decimal("1e-12"), data["id"]
    assert (int(cells["J" + row]), int(cells["K" + row])) == (data["given"], data["count"])
PY
    /usr/bin/python3 "$TOOL" show rekap.xlsx >cells.txt
    expect_file 'belum memiliki nilai untuk semua indikator' cells.txt
    expect_file $'\tInstansi 3' cells.txt
}

# The same input gives the same bytes, in each form.
test_rollup_gives_the_same_bytes_again()
{
    agencies 30 >many.jsonl
    for form in xlsx csv json; do
        spbe rollup many.jsonl -o first.$form
        sleep 0.3
        spbe rollup many.jsonl -o second.$form
        expect_same first.$form second.$form
    done
    spbe rollup many.jsonl --json - >third.json
    expect_same first.json third.json
    spbe rollup - -o fourth.json <many.jsonl
    expect_same first.json fourth.json
}

# Two instruments and two years: groups of their own everywhere, sheets of their own, nothing mixed.
test_rollup_keeps_instruments_apart()
{
    expect_exit 0 spbe rollup "$ROOT"/tests/examples/*.json -o rekap.xlsx
    /usr/bin/python3 "$TOOL" show rekap.xlsx | cut -f1 | sort -u >sheets.txt
    [ "$(wc -l <sheets.txt)" = 12 ] || fail "sheets: $(cat sheets.txt)"
    spbe rollup "$ROOT"/tests/examples/*.json --json rekap.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-rollup.schema.json" rekap.json || fail 'not valid'
    expect_json rekap.json groups.0.rules.id spbe-2018
    expect_json rekap.json groups.0.index.mean 2.64
    expect_json rekap.json groups.1.year 2021
    expect_json rekap.json groups.1.index.mean 2.95
    expect_json rekap.json groups.2.year 2023
    expect_json rekap.json groups.2.index.mean 2.15
    spbe rollup "$ROOT"/tests/examples/*.json -o rekap.csv
    expect_file 'spbe-2018:I35-1' rekap.csv
    /usr/bin/python3 -c 'import csv
rows = list(csv.reader(open("rekap.csv", newline="")))
assert len(rows) == 4 and {len(r) for r in rows} == {len(rows[0])}' || fail 'ragged'
}

# A bad document spoils no other: told by number and place, the good ones done, exit 3.
test_rollup_tells_bad_documents_and_does_the_others()
{
    agencies 5 >some.jsonl
    { head -n 2 some.jsonl; echo '{"format":"spbe-assessment/1","year":1}'; tail -n 3 some.jsonl; } >mixed.jsonl
    expect_exit 3 spbe rollup mixed.jsonl -o rekap.json
    expect_stderr 'mixed.jsonl, dokumen 3'
    expect_json rekap.json groups.0.count 5
    expect_exit 3 spbe rollup mixed.jsonl
    expect_stdout 'Instansi 4'
    # Nothing at all could be read: nothing is written.
    echo '{' >bad.json
    expect_exit 3 spbe rollup bad.json -o none.xlsx
    [ ! -e none.xlsx ] || fail 'a workbook of nothing'
    expect_no_stdout
}

test_rollup_of_files_says_which_basis_it_rests_on()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 --as Rani
    spbe claim kota.spbe I11 3 --as Rani
    agencies 1 >one.jsonl
    expect_exit 0 spbe rollup kota.spbe one.jsonl
    expect_stdout '1/47'
    expect_stdout '47/47'
    expect_stdout 'belum memiliki nilai untuk semua indikator'
    # As with evaluate: a basis of which there is nothing is a verdict of no.
    expect_exit 1 spbe rollup kota.spbe one.jsonl --basis supported
    expect_stdout 'nilai yang didukung bukti: 2'
    expect_exit 2 spbe rollup one.jsonl --basis apa
    expect_exit 2 spbe rollup
}

# Protects who asks for two forms at once: both are written, and are what each alone would be.
test_rollup_writes_both_outputs()
{
    agencies 3 >some.jsonl
    expect_exit 0 spbe rollup some.jsonl -o rekap.csv --json rekap.json
    expect_no_stdout
    spbe rollup some.jsonl -o alone.csv
    expect_same alone.csv rekap.csv
    expect_exit 0 spbe rollup some.jsonl -o rekap.xlsx --json -
    expect_same rekap.json "$OUT"
    sound rekap.xlsx
    expect_exit 2 spbe rollup some.jsonl -o rekap.doc --json rekap.json
}

# The output never replaces what is read.
test_rollup_does_not_write_over_its_input()
{
    agencies 2 >some.json
    cp some.json before.json
    expect_exit 2 spbe rollup some.json -o some.json
    expect_same before.json some.json
    expect_exit 2 spbe rollup some.json --json some.json
    expect_same before.json some.json
}

# One agency, two of one name, names that a sheet could take for something else.
test_rollup_of_odd_agencies()
{
    agencies 3 | sed 's/Instansi 1/Instansi 0/; s/Instansi 2/=1+1/' >odd.jsonl
    sed -i '2s/"lembaga"/"kementerian"/' odd.jsonl
    expect_exit 0 spbe rollup odd.jsonl -o odd.xlsx
    sound odd.xlsx
    /usr/bin/python3 "$TOOL" show odd.xlsx >cells.txt
    expect_file 'instansi yang sudah ada di sini' cells.txt
    expect_file '=1+1' cells.txt
    expect_exit 0 spbe rollup odd.jsonl --lang en
    expect_stdout 'an agency that stands here already'
    head -n 1 odd.jsonl >one.jsonl
    expect_exit 0 spbe rollup one.jsonl -o one.xlsx --lang en
    sound one.xlsx
}

# An agency's own template reads the same rows.
test_rollup_with_a_template_of_ones_own()
{
    agencies 3 >some.jsonl
    cat >kami.lua <<'LUA'
--- Daftar nama
local page, row = sheet("Nama"), 0
local part = rows()
while part do
  for _, entry in ipairs(part) do
    row = row + 1
    page:cells(row, 1, { entry.rank, entry.agency, exact(entry.index.exact) })
  end
  part = rows()
end
LUA
    expect_exit 0 spbe rollup some.jsonl -o kami.xlsx --template kami.lua
    /usr/bin/python3 "$TOOL" show kami.xlsx >cells.txt
    expect_file $'Nama\tB3' cells.txt
}

# COUNT assessments of Pemdi; every third has no outside index.
pemdi()
{
    /usr/bin/python3 - "$1" <<'PY'
import json, sys
for n in range(int(sys.argv[1])):
    answers = {f"I{i:02}": {"claimed": f"{1 + (n * 7 + i) % 40 / 10:.1f}"} for i in range(1, 21)}
    print(json.dumps({"format": "spbe-assessment/1", "instrument": "pemdi-2026", "year": 2026,
                      "agency": {"name": f"Kabupaten {n}", "kind": "kabupaten"}, "answers": answers}))
PY
}

# An instrument without domains, with values between levels: exact means, a sound workbook, LibreOffice agrees.
test_rollup_of_values_between_levels()
{
    pemdi 12 >pemdi.jsonl
    expect_exit 0 spbe rollup pemdi.jsonl --json rekap.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-rollup.schema.json" rekap.json || fail 'not valid'
    /usr/bin/python3 - <<'PY' || fail 'the numbers differ'
import json
from fractions import Fraction as F
[group] = json.load(open("rekap.json"))["groups"]
documents = [json.loads(line) for line in open("pemdi.jsonl")]
assert group["domains"] == [] and len(group["indicators"]) == 20
for entry in group["indicators"]:
    values = [F(d["answers"][entry["id"]]["claimed"]) for d in documents]
    assert F(entry["mean_exact"]) == sum(values) / 12 and F(entry["least"]) == min(values)
PY
    expect_exit 0 spbe rollup pemdi.jsonl -o rekap.xlsx
    recalculates rekap.xlsx
}

# Enough assessments for many pages of rows: every one arrives on both sheets, in the order of the ranking.
test_rollup_pages_lose_no_row()
{
    agencies 1500 >many.jsonl
    expect_exit 0 spbe rollup many.jsonl -o rekap.xlsx
    expect_exit 0 spbe rollup many.jsonl --json rekap.json
    expect_exit 0 spbe rollup many.jsonl -o rekap.csv
    /usr/bin/python3 "$TOOL" show rekap.xlsx >cells.txt
    /usr/bin/python3 - <<'PY' || fail 'rows differ'
import csv, json
rows = json.load(open("rekap.json"))["groups"][0]["assessments"]
assert len(rows) == 1500
names = [row["agency"] for row in rows]
cells = [line.rstrip("\n").split("\t") for line in open("cells.txt")]
for sheet in ("Peringkat", "Nilai"):
    found = {int(c[1][1:]): c[3] for c in cells if c[0] == sheet and c[1][0] == "B" and c[1][1:].isdigit()}
    assert [found[6 + n] for n in range(1500)] == names, sheet
table = list(csv.DictReader(open("rekap.csv", newline="")))
assert [line["agency"] for line in table] == names
for line, row in zip(table, rows):
    assert line["index"] == row["index"]["value"] and line["rank"] == str(row["rank"])
    assert [line[f"I{i:02}"] for i in range(1, 48)] == [v or "" for v in row["indicators"]]
PY
}

# Rules that an overlay changed: the weights of the sheet are the changed ones, and the document says so.
test_rollup_by_changed_rules()
{
    mkdir -p koreksi
    cat >koreksi/overlay.lua <<'LUA'
return {
  format = "spbe-overlay/1",
  id = "koreksi", title = "Bobot layanan publik dinaikkan", base = "spbe-2020",
  author = "Inspektorat", date = "2026-11-22", reason = "Temuan reviu", source = "Nota Dinas 1/2026",
  changes = {
    { change = "weight", of = "I42", to = 3.2, was = 3, reason = "Layanan langsung kepada warga" },
    { change = "weight", of = "I43", to = 2.8 },
  },
}
LUA
    agencies 6 >some.jsonl
    expect_exit 0 spbe rollup some.jsonl --rules koreksi --json rekap.json
    expect_json rekap.json groups.0.rules.overlays.0.id koreksi
    expect_json rekap.json groups.0.indicators.41.weight 3.2
    expect_exit 0 spbe rollup some.jsonl --rules koreksi -o rekap.xlsx
    mkdir again
    recalculates rekap.xlsx
    expect_exit 3 spbe rollup "$ROOT/tests/examples/kota-denpasar-2018.json" --rules koreksi
}

# A disk that is full, a reader that goes away, a template that fails: nothing half-written, one sentence.
test_rollup_leaves_nothing_half_written()
{
    agencies 20 >some.jsonl
    expect_exit 7 spbe rollup some.jsonl --json /dev/full
    expect_exit 7 spbe rollup some.jsonl -o /tidak-ada/rekap.csv
    expect_exit 7 bash -c '"$SPBE" rollup some.jsonl --json - >/dev/full'
    expect_stderr 'cakram penuh'
    echo 'error("rusak")' >rusak.lua
    expect_exit 4 spbe rollup some.jsonl -o rekap.xlsx --template rusak.lua
    expect_stderr 'rusak.lua:1'
    [ ! -e rekap.xlsx ] || fail 'a workbook of a template that failed'
    # A template that asks for pages without end gets none, and ends.
    printf 'sheet("A")\nfor i = 1, 100 do\n  rows()\nend\n' >tanya.lua
    expect_exit 0 spbe rollup some.jsonl -o tanya.xlsx --template tanya.lua
    rm tanya.xlsx
    left=$(ls -A)
    case $left in *rekap* | *xlsx*) false ;; esac || fail 'a temporary file is left'
}

# In a pipe and with more than twenty bad documents: the first twenty by name, the rest counted.
test_rollup_counts_what_it_does_not_name()
{
    agencies 2 >mixed.jsonl
    for _ in $(seq 25); do echo '{}'; done >>mixed.jsonl
    expect_exit 3 spbe rollup mixed.jsonl --json rekap.json
    [ "$(grep -c 'dokumen [0-9]' "$ERR")" = 20 ] || fail 'not twenty by name'
    expect_stderr '25 dari 27'
    expect_json rekap.json groups.0.count 2
}

# Protects small and odd groups: one to four assessments, the same agency twice, none with a name, equal indexes,
# indicators that nobody answered, instruments and years mixed; every number against plain lists.
test_rollup_of_few_and_odd_assessments_is_that_of_plain_lists()
{
    SPBE=$SPBE /usr/bin/python3 "$ROOT/tests/cli/rollup_oracle.py" 0 6 >out.txt || fail "$(cat out.txt)"
    grep -q '^6 cases, 0 different' out.txt || fail 'not all were tried'
}

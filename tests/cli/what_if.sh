# spbe what-if: what a change would bring, asked before anything is changed.

KOTA=$ROOT/tests/examples/kota-bandar-lampung-2023.json

# Protects the promise in the name: the index that is shown is the one that evaluating the changed document
# gives, and no file changes.
test_the_effect_is_that_of_the_changed_document()
{
    cp "$KOTA" kota.json
    expect_exit 0 spbe what-if kota.json I11=4 I12=3 I05=5 --json what.json
    expect_no_stdout
    expect_same kota.json "$KOTA"
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-what-if.schema.json" what.json ||
        fail 'the document is invalid'
    /usr/bin/python3 - "$KOTA" >after.json <<'PY'
import json, sys
assessment = json.load(open(sys.argv[1]))
for indicator, value in ("I11", 4), ("I12", 3), ("I05", 5):
    assessment["answers"][indicator]["claimed"] = value
print(json.dumps(assessment))
PY
    spbe evaluate after.json --basis claimed --json result.json
    /usr/bin/python3 - what.json result.json <<'PY'
import json, sys
from fractions import Fraction
what, result = (json.load(open(name)) for name in sys.argv[1:])
claimed = what["indexes"]["claimed"]
assert claimed["after"]["exact"] == result["index"]["exact"]
assert Fraction(claimed["change"]) == Fraction(claimed["after"]["exact"]) - Fraction(claimed["before"]["exact"])
assert sum(Fraction(c["effect"]["claimed"]) for c in what["changes"]) == Fraction(claimed["change"])
values = {a["id"]: a for d in result["domains"] for a in d["aspects"]}
for aspect in what["aspects"]:
    assert aspect["after"] == values[aspect["id"]]["exact"], aspect
assert {a["id"] for a in what["aspects"]} == {"A1", "A2"}
PY
    expect_exit 0 spbe what-if kota.json I11=4 I12=3 I05=5 --json again.json
    expect_same what.json again.json
}

# Protects an assessment file: it is read, and stays byte by byte what it was.
test_an_assessment_file_stays_as_it_is()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 --as Siti
    spbe claim kota.spbe I11 3 --as Siti
    spbe answer kota.spbe I11.2.a yes --as Siti
    sha256sum kota.spbe >before
    expect_exit 0 spbe what-if kota.spbe I11=4 I11.2.b=ya
    expect_stdout 'I11=4'
    expect_stdout 'I11.2.b=ya'
    sha256sum -c --quiet before || fail 'the file changed'
}

# Protects people at a terminal: what moves, by how much, and why an answer alone may bring nothing.
test_the_view_tells_each_change_and_what_moves()
{
    expect_exit 0 spbe what-if "$KOTA" I11=4 I22.3.a=ya
    for words in 'nilai klaim' '2,15 Cukup' '2,23 Cukup' '+0,075' 'I22.3.a=ya' 'belum punya bukti dukung' \
        'A2  Perencanaan Strategis SPBE: 1,25 → 2,00' 'Sejauh mana indeks masih terbuka'; do
        expect_stdout "$words"
    done
    expect_no_stderr
    expect_exit 0 spbe what-if "$KOTA" I11=4 --lang en
    expect_stdout 'How far the index is still open'
    in_terminal "$SPBE" what-if "$KOTA" I11=4
    grep -q $'\033\[' "$OUT" || fail 'no colours on a terminal'
    in_terminal env NO_COLOR=1 "$SPBE" what-if "$KOTA" I11=4
    if grep -q $'\033\[[0-9;]*m' "$OUT"; then fail 'colours in spite of NO_COLOR'; fi
    expect_exit 0 spbe what-if "$KOTA" I11=4
    if grep -q $'\033' "$OUT"; then fail 'colours in a pipe'; fi
}

# Protects from a wrong answer: slips are told as everywhere, and status 2 is for words that make no change.
test_slips_are_told_as_everywhere()
{
    expect_exit 3 spbe what-if "$KOTA" I11=6
    expect_stderr 'I11'
    expect_exit 3 spbe what-if "$KOTA" I11.2.z=ya
    expect_exit 2 spbe what-if "$KOTA" I11.2.a=barangkali
    expect_exit 2 spbe what-if "$KOTA" I11
    expect_exit 2 spbe what-if "$KOTA" I11=3 I11=4
    expect_exit 2 spbe what-if "$KOTA" I11=3 --basis apa
    expect_no_stdout
    cp "$KOTA" kota.json
    expect_exit 2 spbe what-if kota.json I11=3 --json kota.json
    expect_same kota.json "$KOTA"
}

# Protects other systems that have no file: standard input in, standard output out, nothing else there.
test_documents_go_through_pipes()
{
    spbe what-if - I11=4 --json - <"$KOTA" >what.json
    [ "$(wc -l <what.json)" -eq 1 ] || fail 'not one line'
    expect_json what.json format spbe-what-if/1
    expect_json what.json changes.0.effect.claimed 0.075
}

# Protects Pemdi: items and outside indices can be tried one by one, and together they give what evaluating the
# changed assessment gives; claims go by the plan's own numbers.
test_items_and_outside_indices_can_be_tried()
{
    /usr/bin/python3 - <<'PY'
import json
answers = {"I01": {"items": {"I01.1.e1": {"met": True}}}, "I05": {"measures": {"indeks_sdi": "25"}},
           "I13": {"items": {f"I13.1.e{n}": {"met": n < 3} for n in (1, 2, 3)}}}
def write(name):
    json.dump({"format": "spbe-assessment/1", "instrument": "pemdi-2026", "year": 2026,
               "agency": {"name": "Kota Contoh", "kind": "kota"}, "answers": answers}, open(name, "w"))
write("kota.json")
answers["I01"]["items"]["I01.2.e1"] = {"met": True}
answers["I13"]["items"]["I13.1.e3"] = {"met": True}
answers["I05"]["measures"] = {"indeks_sdi": "68.75"}
answers["I18"] = {"measures": {"sdi_interoperabilitas": "50"}}
write("after.json")
PY
    expect_exit 0 spbe what-if kota.json I01.2.e1=yes I13.1.e3=ya indeks_sdi=68,75 I18/sdi_interoperabilitas=50 --json what.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-what-if.schema.json" what.json || fail 'the document is invalid'
    spbe evaluate after.json --basis supported --json after.out
    /usr/bin/python3 - <<'PY' || fail 'not what an evaluation gives'
import json
from fractions import Fraction
what, after = json.load(open("what.json")), json.load(open("after.out"))
assert what["indexes"]["supported"]["after"]["exact"] == after["index"]["exact"]
moved = Fraction(what["indexes"]["supported"]["change"])
assert moved == sum(Fraction(one["effect"]["supported"]) for one in what["changes"])
assert [one["indicator"] for one in what["changes"]] == ["I01", "I13", "I05", "I18"]
PY
    expect_exit 0 spbe what-if kota.json I13.1.e1=- indeks_sdi=-
    expect_stdout '-7/120'
    expect_exit 3 spbe what-if kota.json I13.1.e9=ya
    expect_exit 3 spbe what-if kota.json indeks_sdi=101
    expect_exit 2 spbe what-if kota.json indeks_sdi=5 I05/indeks_sdi=6
    expect_no_stdout
}

# Protects every number: of random assessments with verdicts at several stages, carried answers and gaps, in all
# three instruments, indexes, effects, domains, aspects and ranges are those that another program computes from the
# definitions. Thousands of them in the soak part.
test_numbers_are_those_of_an_independent_calculation()
{
    SPBE=$SPBE /usr/bin/python3 "$ROOT/tests/cli/what_oracle.py" 0 9 >out.txt || fail "$(cat out.txt)"
    grep -q '^9 cases, 0 different' out.txt || fail 'not all were tried'
}

# spbe plan at its edges: every kind of input, every kind of output that fails, what cannot be moved at all.

KOTA=$ROOT/tests/examples/kota-bandar-lampung-2023.json

# An assessment file with units: I01 to I05 of one, I06 to I10 of another, all at level 2.
store()
{
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota --year 2024 --as Siti
    spbe unit add kota.spbe Dinas --as Siti
    spbe unit add kota.spbe Bappeda --as Siti
    spbe unit assign kota.spbe Dinas I01,I02,I03,I04,I05 --as Siti
    spbe unit assign kota.spbe Bappeda I06,I07,I08,I09,I10 --as Siti
    local number
    for number in $(seq -w 1 10); do
        spbe claim kota.spbe "I$number" 2 --as Siti
    done
}

# Protects agencies that work in an assessment file: units and values come from it, and it stays as it was.
test_an_assessment_file_is_planned_with_its_units()
{
    store
    sha256sum kota.spbe >before
    expect_exit 0 spbe plan kota.spbe --aspect A1=2,6 --per-unit 3 --json plan.json
    sha256sum -c --quiet before || fail 'the file changed'
    expect_json plan.json total.steps 6
    /usr/bin/python3 - <<'PY'
import collections, json
plan = json.load(open("plan.json"))
count = collections.Counter(step["unit"] for step in plan["steps"])
assert count == {"Dinas": 3, "Bappeda": 3}, count
assert plan["target"] is None and plan["aspects"][0]["least"] == "2.6"
PY
    expect_exit 1 spbe plan kota.spbe --aspect A1=2,7 --per-unit 3
    expect_exit 0 spbe plan kota.spbe --aspect A1=2,7 --per-unit 4
    expect_stdout 'Dinas'
    expect_stdout 'Bappeda'
}

# Protects against half a promise: a plan is for one assessment, and an index of few indicators says so.
test_a_plan_is_for_one_assessment()
{
    cat "$KOTA" "$KOTA" >two.jsonl
    expect_exit 3 spbe plan two.jsonl --target 3
    expect_exit 3 spbe plan nothing.json --target 3
    spbe plan - --target 3 --json - <"$KOTA" >plan.json
    expect_json plan.json format spbe-plan/1
    store
    expect_exit 0 spbe plan kota.spbe --target 1,5
    expect_stdout '10 dari 47 indikator'
}

# Protects what cannot move: with everything kept the highest index is the present one.
test_with_everything_kept_nothing_rises()
{
    local all
    all=$(printf 'I%02d,' $(seq 47))
    expect_exit 1 spbe plan "$KOTA" --target 3 --keep "${all%,}" --json plan.json
    expect_json plan.json highest.exact 2.1545
    expect_json plan.json before.exact 2.1545
    expect_exit 0 spbe plan "$KOTA" --target 2,15 --keep "${all%,}" --json plan.json
    expect_json plan.json reached true
}

# Protects outputs: they appear whole or not at all, and a full disk is told.
test_outputs_appear_whole_or_not_at_all()
{
    expect_exit 7 spbe plan "$KOTA" --target 3 --json missing/plan.json
    [ ! -e missing ] || fail 'a folder was made'
    if [ -w /dev/full ]; then
        expect_exit 7 spbe plan "$KOTA" --target 3 --json /dev/full
    fi
    echo old >plan.json
    expect_exit 2 spbe plan "$KOTA" --target 9 --json plan.json
    expect_file old plan.json
    expect_exit 3 spbe plan "$KOTA" --target 3 --costs missing.csv --json plan.json
    expect_file old plan.json
    mkdir folder
    expect_exit 3 spbe plan "$KOTA" --target 3 --costs folder
}

# Protects readers of both languages: the same plan, in other words.
test_both_languages_tell_the_same_plan()
{
    spbe plan "$KOTA" --target 2,6 --by 2027-12-31 --json id.json
    spbe plan "$KOTA" --target 2,6 --by 2027-12-31 --json en.json --lang en
    /usr/bin/python3 - <<'PY'
import json
one, other = json.load(open("id.json")), json.load(open("en.json"))
assert (one.pop("lang"), other.pop("lang")) == ("id", "en")
assert one == other
PY
}

# Protects pipes and files from colours, and gives them to people.
test_colours_are_for_terminals()
{
    expect_exit 0 spbe plan "$KOTA" --target 2,6
    if grep -q $'\033' "$OUT"; then fail 'colours in a pipe'; fi
    in_terminal "$SPBE" plan "$KOTA" --target 2,6
    grep -q $'\033\[' "$OUT" || fail 'no colours on a terminal'
}

# Protects a stricter year: the same levels reach "Baik" by rounding in 2023, and need more in 2024.
test_the_same_levels_need_more_where_nothing_is_rounded()
{
    sed 's/"year": *2023/"year": 2024/' "$KOTA" >later.json
    local target
    for target in 2,155 2,16 2,2 2,6; do
        spbe plan "$KOTA" --target "$target" --json rounded.json
        spbe plan later.json --target "$target" --json exact.json
        /usr/bin/python3 - <<'PY'
import json
from fractions import Fraction
rounded, exact = json.load(open("rounded.json")), json.load(open("exact.json"))
assert Fraction(rounded["target"]["threshold"]) < Fraction(exact["target"]["threshold"]) + Fraction(1, 200)
assert Fraction(rounded["after"]["exact"]) >= Fraction(rounded["target"]["threshold"])
assert Fraction(exact["after"]["exact"]) >= Fraction(exact["target"]["index"])
PY
    done
}

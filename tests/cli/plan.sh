# spbe plan: the cheapest way to a target, for an agency that decides what to do next year.

KOTA=$ROOT/tests/examples/kota-bandar-lampung-2023.json

# An assessment of 2024 with all indicators at one level: claims LEVEL [UNIT OF I01..].
claims()
{
    /usr/bin/python3 - "$@" <<'PY'
import json, sys
answers = {f"I{n:02}": {"claimed": int(sys.argv[1])} for n in range(1, 48)}
for unit in sys.argv[2:]:
    name, ids = unit.split("=")
    for one in ids.split(","):
        answers[one]["unit"] = name
print(json.dumps({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
                  "agency": {"name": "Kota Contoh", "kind": "kota"}, "answers": answers}))
PY
}

# Protects the first use: a table, the totals, the proof, and whose costs these are.
test_plan_shows_steps_totals_and_proof()
{
    expect_exit 0 spbe plan "$KOTA" --target 2,60
    for words in 'Indeks 2,15 Cukup → 2,60 Baik' 'Target 2,6; dengan pembulatan, tercapai mulai 2,595' \
        'Seluruhnya:' 'Tidak ada yang lebih murah' 'poin upaya' 'Taksiran penyusun' \
        'Rencana tercepat, berapa pun biayanya'; do
        expect_stdout "$words"
    done
    expect_no_stderr
    expect_exit 0 spbe plan "$KOTA" --target 2.60 --lang en
    expect_stdout 'Nothing cheaper exists'
}

# Protects what templates draw from: the document is valid, complete, and the index in it is true: the
# assessment with the plan's levels is evaluated to it.
test_the_document_is_valid_and_its_index_is_true()
{
    expect_exit 0 spbe plan "$KOTA" --target baik --by 2027-12-31 --json plan.json
    expect_no_stdout
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-plan.schema.json" plan.json ||
        fail 'the document is invalid'
    /usr/bin/python3 - "$KOTA" plan.json >after.json <<'PY'
import json, sys
assessment, plan = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
for step in plan["steps"]:
    claimed = assessment["answers"][step["indicator"]]
    assert claimed["claimed"] == int(step["from"]) == step["to_level"] - 1, step
    claimed["claimed"] = step["to_level"]
    assert step["criteria"] and step["evidence"] and step["start"] < step["end"] <= "2027-12-31"
assert plan["target"]["predicate"] == "Baik" and plan["target"]["threshold"] == "2.595"
assert sum(float(s["cost"]) for s in plan["steps"]) == float(plan["total"]["cost"])
print(json.dumps(assessment))
PY
    spbe evaluate after.json --basis claimed --json result.json
    expect_json result.json index.predicate Baik
    expect_json result.json index.exact "$(/usr/bin/python3 -c \
        'import json; print(json.load(open("plan.json"))["after"]["exact"])')"
    expect_exit 0 spbe plan "$KOTA" --target baik --by 2027-12-31 --json again.json
    expect_same plan.json again.json
    expect_exit 0 spbe plan "$KOTA" --target baik --by 2027-12-31 --json -
    expect_same "$OUT" plan.json
}

# Protects a year whose predicate is read from the exact index: half a hundredth below is not enough.
test_the_target_is_read_as_the_year_reads_it()
{
    claims 3 >kota.json
    expect_exit 0 spbe plan kota.json --target 3,5 --json plan.json
    expect_json plan.json target.reading exact
    expect_json plan.json target.threshold 3.5
    expect_json plan.json after.predicate 'Sangat Baik'
    expect_exit 0 spbe plan kota.json --target 'sangat baik' --json other.json
    expect_json other.json total.cost "$(/usr/bin/python3 -c \
        'import json; print(json.load(open("plan.json"))["total"]["cost"])')"
}

# Protects who is done already from a list of things to do.
test_a_target_that_is_reached_needs_no_steps()
{
    expect_exit 0 spbe plan "$KOTA" --target 2
    expect_stdout 'Yang diminta sudah tercapai'
    expect_exit 0 spbe plan "$KOTA" --target 2 --json plan.json
    expect_json plan.json reached true
    expect_json plan.json total.cost 0
}

# Protects people from a promise that cannot be kept: status 1, the highest index, and what stands in the way.
test_a_target_out_of_reach_says_how_far_one_can_come()
{
    claims 4 >kota.json
    printf 'indikator;tetap\nI47;ya\n' >biaya.csv
    expect_exit 1 spbe plan kota.json --target 5 --keep I03,I04 --costs biaya.csv
    for words in 'tidak terjangkau' '4,94' 'I03' 'tetap di tempatnya' 'I47' 'berkas biaya'; do
        expect_stdout "$words"
    done
    expect_exit 1 spbe plan kota.json --target 5 --keep I03,I04 --costs biaya.csv --json plan.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-plan.schema.json" plan.json ||
        fail 'the document is invalid'
    expect_json plan.json possible false
    expect_json plan.json blocked.0.why kept
    expect_exit 1 spbe plan kota.json --aspect A1=5 --keep I01
    expect_stdout 'A1 paling tinggi mencapai'
    expect_exit 1 spbe plan kota.json --target 4,9 --from 2027-01-01 --by 2027-03-01
    expect_stdout 'tidak akan selesai pada waktunya'
}

# Protects a small unit from a plan that no one can carry out: its bound holds, whatever it costs.
test_units_take_no_more_steps_than_they_can()
{
    claims 3 Dinas=I01,I02,I03,I04,I05,I06,I07,I08,I09,I10 Bappeda=I11,I12,I13,I14 >kota.json
    expect_exit 0 spbe plan kota.json --aspect A1=3,4 --per-unit 4 --json plan.json
    expect_json plan.json total.steps 4
    expect_exit 1 spbe plan kota.json --aspect A1=3,5 --per-unit 4
    expect_stdout 'tiap unit paling banyak mengerjakan 4 langkah'
}

# Protects an agency's own figures: they go before those of the rules, by indicator and by step, in exact
# decimals; what the file does not say is told to be a guess.
test_costs_of_the_agency_go_before_those_of_the_rules()
{
    claims 3 >kota.json
    printf 'Indikator;Tingkat;Biaya;Bulan;Tetap\nI47;;12,50;2;\nI47;4;0,25;;\n46;;;;ya\n' >biaya.csv
    expect_exit 0 spbe plan kota.json --target 3,01 --costs biaya.csv
    expect_stdout '0,25'
    expect_stdout 'Berkas memberi biaya untuk 1 dari 1 langkah'
    expect_exit 0 spbe plan kota.json --target 3,01 --costs biaya.csv --json plan.json
    expect_json plan.json steps.0.indicator I47
    expect_json plan.json steps.0.cost 0.25
    expect_json plan.json steps.0.months 2
    expect_json plan.json steps.0.price_by file
    printf 'sep=,\r\nid,cost\r\nI47,"1,5"\r\n' >biaya.csv
    expect_exit 0 spbe plan kota.json --target 3,01 --costs biaya.csv --json plan.json
    expect_json plan.json steps.0.cost 1.5
}

# Protects whoever fills the file in: all of its problems are told at once, each with its line.
test_all_problems_of_a_file_of_costs_are_told_at_once()
{
    printf 'indikator;tingkat;biaya;bulan;tetap\nI01;9;1;;\nI99;;1;;\n;;1;;\nI02;;1.000;;\nI03;;;500;\nI04;;;;hm\n' >biaya.csv
    expect_exit 3 spbe plan "$KOTA" --target 3 --costs biaya.csv
    [ "$(grep -c '^spbe: biaya.csv: baris [2-7]: ' "$ERR")" -eq 6 ] || fail 'not six problems'
    expect_stderr 'memuat 6 masalah'
    expect_no_stdout
}

# Protects the way back: the file that is written is the file that is read, and changes nothing.
test_a_file_of_costs_is_written_to_be_filled_in()
{
    claims 3 >kota.json
    expect_exit 0 spbe plan kota.json --write-costs biaya.csv
    [ "$(wc -l <biaya.csv)" -eq 189 ] || fail 'not one row for each of 188 steps'
    spbe plan kota.json --target 3,5 --json without.json
    expect_exit 0 spbe plan kota.json --target 3,5 --costs biaya.csv --json with.json
    /usr/bin/python3 - without.json with.json <<'PY'
import json, sys
one, other = (json.load(open(name)) for name in sys.argv[1:])
assert one["total"] == other["total"] and one["ties"] == other["ties"]
assert other["prices"]["steps_by_file"] == 188
PY
}

# Protects the promise of a proof in time: every target of the large instrument, under one second each.
test_any_target_is_planned_within_a_second()
{
    claims 1 >kota.json
    local target begun
    for target in 1,5 2,6 3,5 4,2 4,95; do
        begun=$(date +%s%N)
        expect_exit 0 spbe plan kota.json --target "$target" --aspect A7=2,2 --json plan.json
        [ -n "${SPBE_SANITIZED:-}" ] || [ $((($(date +%s%N) - begun) / 1000000)) -lt 1000 ] ||
            fail "$target took more than a second"
    done
}

# Protects other instruments: without costs of their own, every step counts as one.
test_a_pack_without_costs_counts_steps()
{
    cp -r "$ROOT/rules/spbe-2020" pack
    /usr/bin/python3 - <<'PY'
import re
text = open("pack/pack.lua").read()
open("pack/pack.lua", "w").write(re.sub(r"\n  plan = \{.*?\n  \},\n", "\n", text, flags=re.S))
PY
    claims 3 >kota.json
    expect_exit 0 spbe plan kota.json --target 3,2 --rules pack
    expect_stdout 'tiap langkah selebihnya dihitung 1'
    expect_exit 0 spbe plan kota.json --target 3,2 --rules pack --json plan.json
    /usr/bin/python3 - <<'PY'
import json
plan = json.load(open("plan.json"))
assert plan["prices"]["unit"] == "langkah" and plan["prices"]["pack_source"] in (None, "")
assert int(plan["total"]["cost"]) == len(plan["steps"])
PY
}

# Protects a basis without data: the plan is made from nothing, and the status says so.
test_a_basis_without_data_ends_with_1()
{
    expect_exit 1 spbe plan "$KOTA" --target 2 --basis verified
    expect_stderr 'tidak memiliki nilai verifikasi'
    expect_exit 2 spbe plan "$KOTA" --target 2 --basis apa
}

# Protects inputs from being written over.
test_outputs_never_replace_what_is_read()
{
    cp "$KOTA" kota.json
    expect_exit 2 spbe plan kota.json --target 3 --json kota.json
    expect_exit 2 spbe plan kota.json --write-costs kota.json
    expect_same kota.json "$KOTA"
}

# Plans, and holds the plan against one made in another language in the plainest way: ARG...
second_opinion()
{
    local status=0
    spbe plan kota.json "$@" --json plan.json || status=$?
    [ "$status" -le 1 ] || fail "status $status: $*"
    /usr/bin/python3 "$ROOT/tests/cli/plan_oracle.py" pack.json kota.json plan.json \
        ${costs:+"$costs"} || fail "$*"
}

# Protects the proof on the whole instrument of 47 indicators, where nobody can try everything: another
# program finds the same cost, and counts as many ties.
test_a_second_program_finds_the_same_plan()
{
    local costs=
    spbe rules show spbe-2020 --json --year 2024 >pack.json
    cp "$KOTA" kota.json
    second_opinion --target 2,6
    second_opinion --target baik --keep I03,I04,I11
    second_opinion --aspect A5=3
    second_opinion --target 2,8 --aspect A2=3 --aspect A8=2,5
    claims 4 >kota.json
    second_opinion --target 4,2
    second_opinion --target 4,95
    second_opinion --target 5
}

# The same with an agency's own costs, fine enough that no two plans are alike, and with fixed steps.
test_a_second_program_agrees_about_own_costs()
{
    local costs=biaya.csv
    spbe rules show spbe-2020 --json --year 2024 >pack.json
    claims 2 >kota.json
    /usr/bin/python3 - >biaya.csv <<'PY'
import random
random.seed(7)
print("indikator;tingkat;biaya;bulan;tetap")
for number in range(1, 48):
    for level in range(3, 6):
        fixed = "ya" if random.random() < 0.03 else ""
        print(f"I{number:02};{level};{random.randint(100, 99999) / 100:.2f};{random.randint(1, 9)};{fixed}"
              .replace(".", ","))
PY
    second_opinion --target 3 --costs biaya.csv
    second_opinion --target 3,5 --costs biaya.csv
    second_opinion --target 4,9 --costs biaya.csv
}

# The same with units that take only so many steps.
test_a_second_program_agrees_about_units()
{
    local costs=
    spbe rules show spbe-2020 --json --year 2024 >pack.json
    claims 3 Dinas=I01,I11,I21,I31,I41,I42 Bappeda=I02,I12,I22,I32,I43 Inspektorat=I29,I30,I03 >kota.json
    second_opinion --target 3,5 --per-unit 1
    second_opinion --target 3,9 --per-unit 3
    second_opinion --target 4,9 --per-unit 2
}

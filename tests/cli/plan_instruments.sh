# spbe plan and what-if over other instruments than that of 2020: level 0 and slots (2018), values between levels
# and no domains (pemdi). What a plan says is held against an evaluation of the levels that it leads to.

# Assessments of an instrument, one value everywhere: claims INSTRUMENT YEAR VALUE.
claims()
{
    spbe rules show "$1" --json --year "$2" >pack.json
    /usr/bin/python3 - "$@" <<'PY'
import json, sys
name, year, value = sys.argv[1], int(sys.argv[2]), sys.argv[3]
pack = json.load(open("pack.json"))
aspects = [a for d in pack["domains"] for a in d["aspects"]] if pack.get("domains") else pack["aspects"]
ids = []
for aspect in aspects:
    for indicator in aspect["indicators"]:
        ids += [slot["id"] for slot in indicator.get("slots", [])] or [indicator["id"]]
claim = int(value) if "." not in value else value
print(json.dumps({"format": "spbe-assessment/1", "instrument": name, "year": year,
                  "agency": {"name": "Kota Contoh", "kind": "kota"},
                  "answers": {one: {"claimed": claim} for one in ids}}))
PY
}

# The plan's index is that of an evaluation, and one step less of any indicator misses the target.
holds()
{
    /usr/bin/python3 - <<'PY'
import json
plan, assessment = json.load(open("plan.json")), json.load(open("kota.json"))
last = {step["indicator"]: step for step in plan["steps"]}
def number(text):
    return int(text) if "." not in text and "/" not in text else text
def write(name, values):
    document = json.loads(json.dumps(assessment))
    for indicator, value in values.items():
        document["answers"].setdefault(indicator, {})["claimed"] = number(value)
    json.dump(document, open(name, "w"))
values = {name: step["to"] for name, step in last.items()}
write("after.json", values)
with open("less.jsonl", "w") as out:
    for name, step in last.items():
        write("one.json", {**values, name: step["from"]})
        print(open("one.json").read(), file=out)
PY
    spbe evaluate after.json --basis claimed --json after.out
    /usr/bin/python3 - <<'PY'
import json
plan, after = json.load(open("plan.json")), json.load(open("after.out"))
assert after["index"]["exact"] == plan["after"]["exact"], (after["index"], plan["after"])
assert after["index"]["predicate"] == plan["after"]["predicate"]
PY
    spbe evaluate less.jsonl --basis claimed --summary --json less.out
    /usr/bin/python3 - <<'PY'
import json
from fractions import Fraction
threshold = Fraction(json.load(open("plan.json"))["target"]["threshold"])
for line in open("less.out"):
    assert Fraction(json.loads(line)["index"]["exact"]) < threshold, line
PY
}

# Protects 2018: level 0, and an indicator that is assessed several times.
test_a_plan_for_2018_starts_at_level_0()
{
    claims spbe-2018 2018 0 >kota.json
    for target in 1 2,6 3,5; do
        expect_exit 0 spbe plan kota.json --target "$target" --json plan.json
        /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-plan.schema.json" plan.json ||
            fail 'the document is invalid'
        expect_json plan.json steps.0.from 0
        holds
    done
    expect_exit 0 spbe plan kota.json --target 5
    expect_stdout '0 → 1'
}

# Protects Pemdi: a raise leads to the beginning of the next band, the last one to the whole of the highest, and
# the highest index of all is within reach.
test_a_plan_for_pemdi_goes_through_bands()
{
    claims pemdi-2026 2026 1.26 >kota.json
    for target in 2 3,5; do
        expect_exit 0 spbe plan kota.json --target "$target" --json plan.json
        /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-plan.schema.json" plan.json ||
            fail 'the document is invalid'
        expect_json plan.json steps.0.from 1.26
        holds
    done
    expect_exit 0 spbe plan kota.json --target 5 --json plan.json
    expect_json plan.json after.exact 5
    holds
}

# Protects what-if over them: a value between levels, and one of a slot.
test_what_if_takes_the_values_of_each_instrument()
{
    claims pemdi-2026 2026 2 >kota.json
    expect_exit 0 spbe what-if kota.json I01=2,34 --json what.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-what-if.schema.json" what.json ||
        fail 'the document is invalid'
    expect_exit 3 spbe what-if kota.json I01=5,1
    claims spbe-2018 2018 2 >kota.json
    expect_exit 0 spbe what-if kota.json I35-1=4 I01=0 --json what.json
    expect_json what.json changes.0.indicator I35-1
    expect_exit 3 spbe what-if kota.json I01=2,5
}

# Protects whoever reads a plan of these: costs and months are there for every step, and told to be a judgement.
test_every_instrument_has_costs_that_are_told_to_be_judged()
{
    local name
    for name in spbe-2018:2018:0 pemdi-2026:2026:1.26; do
        IFS=: read -r pack year value <<<"$name"
        claims "$pack" "$year" "$value" >kota.json
        expect_exit 0 spbe plan kota.json --target 4,9 --by 2031-12-31 --json plan.json
        /usr/bin/python3 - <<'PY' || fail "$pack"
import json
plan = json.load(open("plan.json"))
assert "bukan angka resmi" in plan["prices"]["pack_source"] and plan["prices"]["unit"] == "poin upaya"
assert all(float(step["cost"]) > 0 and step["months"] > 0 and step["what"] and step["price_by"] == "pack" for step in plan["steps"])
PY
        expect_exit 0 spbe plan kota.json --target 4,9
        expect_stdout 'Taksiran penyusun'
    done
}

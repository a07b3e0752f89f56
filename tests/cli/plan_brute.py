#!/usr/bin/python3
"""Small instruments nobody has seen before, and plans over them held against trying everything.

    plan_brute.py FIRST COUNT        instruments FIRST to FIRST + COUNT - 1, in the present folder

Each number makes an instrument of up to 3 aspects and 6 indicators, an assessment, prices in the pack, a file
of costs and what is asked: an index or a predicate, least values of aspects, kept indicators, units with a
bound, days. Values lie between levels in every third. `spbe plan` makes its plan; here all sets of raises are
tried, from the definition of a plan alone: whole levels in order, sums of fractions, months that follow
each other. Compared are whether it is possible, the cost, that the steps are the fewest and come to it, the
index, the number of ties, the next best cost, the quickest plan, and every day.

Prints how many cases there were, of which kinds; ends with status 1 when one differs.
"""
import calendar
import itertools
import json
import math
import os
import random
import subprocess
import sys
from collections import Counter
from fractions import Fraction

BANDS = ["Kurang", "Cukup", "Baik", "Unggul"]
KINDS = ["process", "service"]


def shares(dice, count, whole):
    """Parts of a whole, some of them odd."""
    cuts = sorted(Fraction(dice.randint(1, 99), 100) for _ in range(count - 1))
    parts = [(b - a) * whole for a, b in zip([Fraction(0)] + cuts, cuts + [Fraction(1)])]
    if min(parts) == 0 or dice.random() < .4:
        parts = [Fraction(whole, count)] * count
    return parts


def word(number):
    """A number as a pack takes it: a text with a fraction."""
    return f'"{number.numerator}/{number.denominator}"' if number.denominator != 1 else str(number)


def make_instrument(dice, between):
    """Aspects with indicators, levels, bands, the pack's own prices."""
    low, high = (1, dice.randint(3, 5)) if between else (dice.randint(0, 1), dice.randint(2, 4))
    aspects, number = [], 0
    sizes = [dice.randint(1, 3) for _ in range(dice.randint(1, 3))]
    while sum(sizes) > (5 if high - low > 3 else 6):
        sizes.pop()
    for a, weight in enumerate(shares(dice, len(sizes), Fraction(100))):
        mine = []
        for part in shares(dice, sizes[a], weight):
            number += 1
            mine.append({"id": f"I{number:02}", "weight": part, "aspect": f"A{a + 1}", "kind": dice.choice(KINDS)})
        aspects.append({"id": f"A{a + 1}", "weight": weight, "indicators": mine})
    cuts = sorted({Fraction(dice.randint(low * 10 + 3, high * 10 - 3), 10) for _ in range(dice.randint(1, 3))})
    prices = None
    if dice.random() < .7:
        prices = [{"level": level, "kind": kind, "cost": dice.randint(1, 9), "months": dice.randint(0, 7)}
                  for kind in KINDS for level in range(low + 1, high + 1)]
    return {"low": low, "high": high, "between": between, "aspects": aspects, "cuts": cuts, "prices": prices,
            "reading": dice.choice(["exact", "rounded"]), "decimals": 2}


def write_pack(made):
    """The instrument as a rule pack."""
    low, high = made["low"], made["high"]
    edges = [Fraction(low)] + made["cuts"] + [Fraction(high)]
    bands = [f'{{ name = "{BANDS[i]}", min = {word(edges[i])}, max = {word(edges[i + 1])}, '
             f'max_inclusive = {"true" if i == len(edges) - 2 else "false"} }}' for i in range(len(edges) - 1)]
    names = "{ " + ", ".join(f'"T{level}"' for level in range(low, high + 1)) + " }"
    count = sum(len(a["indicators"]) for a in made["aspects"])
    plan = ""
    if made["prices"] is not None:
        rows = ", ".join(f'{{ level = {p["level"]}, kind = "{p["kind"]}", cost = {p["cost"]}, '
                         f'months = {p["months"]}, what = "kerja" }}' for p in made["prices"])
        plan = f'plan = {{ unit = "poin", date = "2026-01-01", source = "uji", steps = {{ {rows} }} }},'
    more = "continuous = true, " if made["between"] else ""
    with open("pack/pack.lua", "w", encoding="utf-8") as out:
        out.write(f'''return {{
  format = "spbe-pack/1", id = "acak-1", title = "Instrumen acak", short_title = "Acak", language = "id",
  files = {{ domains = {{ "domain_1.lua" }} }}, years = {{ first = 2024, last = 2024 }},
  structure = {{ domains = 1, aspects = {len(made["aspects"])}, indicators = {count} }},
  legal_basis = {{ {{ id = "acak", title = "Peraturan acak" }} }},
  scale = {{ {more}lowest = {low}, highest = {high}, unanswered = {low} }},
  rounding = {{ published_decimals = {made["decimals"]}, predicate_on = {{ ["2024"] = "{made["reading"]}" }} }},
  predicates = {{ {", ".join(reversed(bands))} }},
  level_names = {{ process = {names}, service = {names} }},
  cumulative = true, evidence_duty = {{ from_level = {low + 1}, at_least = 1 }}, {plan}
}}
''')
    with open("pack/domain_1.lua", "w", encoding="utf-8") as out:
        out.write('return { id = "D1", no = 1, name = "Semua", weight = 100, aspects = {\n')
        for a, aspect in enumerate(made["aspects"]):
            out.write(f'{{ id = "{aspect["id"]}", no = {a + 1}, name = "Aspek {a + 1}", '
                      f'weight = {word(aspect["weight"])}, indicators = {{\n')
            for one in aspect["indicators"]:
                out.write(f'{{ id = "{one["id"]}", no = {int(one["id"][1:])}, name = "{one["id"]}", '
                          f'short_name = "{one["id"]}", kind = "{one["kind"]}", weight = {word(one["weight"])}, '
                          'levels = {\n')
                for level in range(low, high + 1):
                    values = ""
                    if made["between"]:
                        last = level == high
                        values = (f' value_from = {word(band_of(made, level)[0])}, '
                                  f'value_to = {word(band_of(made, level)[1])}, '
                                  f'value_to_inclusive = {"true" if last else "false"},')
                    base = level == low and not made["between"]
                    criteria = "" if base else f'{{ id = "{one["id"]}.{level}.a", text = "Ada.", basis = "acak" }}'
                    out.write(f'{{ level = {level}, name = "T{level}",{values} '
                              f'{"baseline = true, " if base else ""}criteria = {{ {criteria} }} }},\n')
                out.write("} },\n")
            out.write("} },\n")
        out.write("} }\n")


def band_of(made, level):
    """Where the values of a level begin and end, in an instrument with values between levels."""
    half = Fraction(1, 2)
    return (max(level - half, Fraction(made["low"])),
            level + half if level < made["high"] else Fraction(made["high"]))


def goals_of(made, value):
    """What a value is raised to, one step after the other: (level, value)."""
    if not made["between"]:
        return [(level, Fraction(level)) for level in range(int(value) + 1, made["high"] + 1)]
    goals = [(level, band_of(made, level)[0]) for level in range(made["low"], made["high"] + 1)
             if band_of(made, level)[0] > value]
    at = goals[-1][1] if goals else value
    return goals + ([(made["high"], Fraction(made["high"]))] if at < made["high"] else [])


def make_case(dice, made):
    """An assessment, a file of costs, and what is asked."""
    ones = [one for aspect in made["aspects"] for one in aspect["indicators"]]
    answers, case = {}, {"values": {}, "units": {}, "rows": {}, "keep": [], "least": {}, "ones": ones}
    for one in ones:
        value = Fraction(dice.randint(made["low"], made["high"]) if dice.random() < .3 else made["low"])
        if made["between"] and dice.random() < .6:
            value = min(Fraction(made["high"]), value + Fraction(dice.randint(0, 99), 100))
        case["values"][one["id"]] = value
        whole = value.denominator == 1
        answers[one["id"]] = {"claimed": int(value) if whole else f"{float(value):.2f}"}
        if dice.random() < .7:
            case["units"][one["id"]] = answers[one["id"]]["unit"] = dice.choice(["Dinas", "Badan"])
        if dice.random() < .12:
            case["keep"].append(one["id"])
    document = {"format": "spbe-assessment/1", "instrument": "acak-1", "year": 2024,
                "agency": {"name": "Kota Acak", "kind": "kota"}, "answers": answers}
    json.dump(document, open("kota.json", "w", encoding="utf-8"))
    words = ["--basis", "claimed"]
    span = (made["low"] * 100, made["high"] * 100)
    case["target"] = None
    draw = dice.random()
    if draw < .6:
        case["target"] = Fraction(dice.randint(*span), 100) + (Fraction(5, 1000) if draw < .1 else 0)
        case["target"] = min(case["target"], Fraction(made["high"]))
        words += ["--target", f"{float(case['target']):.3f}".replace(".", dice.choice(".,"))]
    elif draw < .85:
        edges = [Fraction(made["low"])] + made["cuts"]
        band = dice.randrange(len(edges))
        case["target"] = edges[band]
        words += ["--target", dice.choice([BANDS[band], BANDS[band].lower(), BANDS[band].upper()])]
    for aspect in made["aspects"]:
        if dice.random() < .4 or (case["target"] is None and not case["least"]):
            case["least"][aspect["id"]] = Fraction(dice.randint(*span), 100)
            words += ["--aspect", f"{aspect['id']}={float(case['least'][aspect['id']]):.2f}"]
    if case["keep"]:
        words += ["--keep", ",".join(case["keep"])]
    case["most"] = dice.choice([0, 0, 1, 2, 3, 4])
    words += ["--per-unit", str(case["most"])] if case["most"] else []
    case["by"], case["from"] = None, None
    if dice.random() < .6:
        case["by"] = (2028, dice.randint(1, 12), dice.choice([1, 15, 28]))
        if case["by"][1] in (1, 3, 5, 7, 8, 10, 12) and dice.random() < .4:
            case["by"] = (2028, case["by"][1], 31)
        words += ["--by", day(case["by"])]
        if dice.random() < .6:
            case["from"] = (dice.choice([2026, 2027, 2028]), 1, dice.choice([1, 31]))
            words += ["--from", day(case["from"])] if case["from"] <= case["by"] else []
            case["from"] = case["from"] if case["from"] <= case["by"] else None
    if dice.random() < .6:
        words += ["--costs", "biaya.csv"]
        write_costs(dice, made, case)
    return case, words


def write_costs(dice, made, case):
    """A file of costs with holes."""
    style = dice.choice(["coarse", "fine", "digits"])
    with open("biaya.csv", "w", encoding="utf-8") as out:
        out.write("indikator;tingkat;biaya;bulan;tetap\n")
        for one in case["ones"]:
            levels = ["", *range(made["low"] + 1, made["high"] + 1)]
            dice.shuffle(levels)
            for level in levels:
                if dice.random() < .4:
                    continue
                most = {"coarse": 3, "fine": 9999, "digits": 10**13}[style]
                cents = dice.randint(0, most) * (100 if style == "coarse" else 1)
                row = {"cost": Fraction(cents, 100) if dice.random() < .8 else None,
                       "months": dice.randint(0, 9) if dice.random() < .6 else None, "fixed": dice.random() < .06}
                case["rows"][one["id"], level] = row
                cost = "" if row["cost"] is None else f"{cents // 100},{cents % 100:02}"
                months = "" if row["months"] is None else row["months"]
                out.write(f"{one['id']};{level};{cost};{months};{'ya' if row['fixed'] else dice.choice(['', '', 'tidak'])}\n")


def price(made, case, one, level):
    """Cost, months, fixed of a step."""
    cost, months, fixed = Fraction(1), 0, False
    for row in made["prices"] or []:
        if row["level"] == level and row["kind"] == one["kind"]:
            cost, months = Fraction(row["cost"]), row["months"]
            break
    for key in "", level:
        row = case["rows"].get((one["id"], key))
        if row is not None:
            cost = cost if row["cost"] is None else row["cost"]
            months = months if row["months"] is None else row["months"]
            fixed = fixed or row["fixed"]
    return cost, months, fixed


def day(date):
    return "%04d-%02d-%02d" % date


def before(date, months):
    """The same day so many months before, or the last of its month."""
    year, month = divmod(date[0] * 12 + date[1] - 1 - months, 12)
    return (year, month + 1, min(date[2], calendar.monthrange(year, month + 1)[1]))


def choices_of(made, case, one):
    """All that an indicator may come to: (value, cost, steps, months of each step)."""
    result = [(case["values"][one["id"]], Fraction(0), 0, [])]
    for level, value in goals_of(made, case["values"][one["id"]]):
        cost, months, fixed = price(made, case, one, level)
        spent = result[-1][3] + [months]
        late = case["from"] is not None and before(case["by"], sum(spent)) < case["from"]
        if fixed or late or one["id"] in case["keep"]:
            break
        result.append((value, result[-1][1] + cost, result[-1][2] + 1, spent))
    return result


def is_reached(made, case, values):
    """What is asked, on a set of values."""
    total = sum(one["weight"] * values[one["id"]] for one in case["ones"]) / 100
    read = Fraction(math.floor(total * 100 + Fraction(1, 2)), 100) if made["reading"] == "rounded" else total
    if case["target"] is not None and read < case["target"]:
        return False
    return all(sum(one["weight"] * values[one["id"]] for one in aspect["indicators"])
               >= case["least"][aspect["id"]] * aspect["weight"]
               for aspect in made["aspects"] if aspect["id"] in case["least"])


def keeps_bounds(case, chosen):
    """No unit takes more steps than it may."""
    steps = Counter()
    for one, choice in zip(case["ones"], chosen):
        steps[case["units"].get(one["id"])] += choice[2]
    return case["most"] == 0 or all(n <= case["most"] for unit, n in steps.items() if unit is not None)


def try_everything(made, case):
    """All good sets of raises."""
    good = []
    for chosen in itertools.product(*(choices_of(made, case, one) for one in case["ones"])):
        values = {one["id"]: choice[0] for one, choice in zip(case["ones"], chosen)}
        if keeps_bounds(case, chosen) and is_reached(made, case, values):
            good.append((sum(choice[1] for choice in chosen), sum(choice[2] for choice in chosen), chosen))
    return good


def compare(made, case, plan, good):
    """Holds the program's plan against all good ones."""
    assert plan["possible"] == bool(good), "whether it is possible"
    if not good:
        return
    least = min(cost for cost, _, _ in good)
    assert Fraction(plan["total"]["cost"]) == least, f"cost {plan['total']['cost']}, least {least}"
    alike = [one for one in good if one[0] == least]
    assert int(plan["ties"]) == len(alike) - 1, f"ties {plan['ties']}, {len(alike) - 1}"
    raised = Counter(step["indicator"] for step in plan["steps"])
    mine = [c for c in alike if all(raised[one["id"]] == choice[2] for one, choice in zip(case["ones"], c[2]))]
    assert len(mine) == 1, "its steps are none of the cheapest"
    chosen = mine[0][2]
    assert mine[0][1] == min(steps for _, steps, _ in alike) == plan["total"]["steps"], "the fewest steps"
    values = {one["id"]: choice[0] for one, choice in zip(case["ones"], chosen)}
    total = sum(one["weight"] * values[one["id"]] for one in case["ones"]) / 100
    assert Fraction(plan["after"]["exact"]) == total, "the index"
    lesser = [cost for cost, _, other in good if any(o[2] < c[2] for o, c in zip(other, chosen))]
    assert plan["next_proven"], "the next one is not proven"
    told = plan["next"] and Fraction(plan["next"]["cost"])
    assert told == (min(lesser) if lesser else None), f"next {told}, {min(lesser) if lesser else None}"
    longest = min(max((sum(c[3]) for c in other), default=0) for _, _, other in good)
    assert plan["total"]["months_fastest"] == longest, f"quickest {longest}"
    check_days(case, plan, chosen, longest)


def check_days(case, plan, chosen, longest):
    """Every day of every step, counted back from the end."""
    months = max((sum(choice[3]) for choice in chosen), default=0)
    assert plan["total"]["months"] == months, "the months"
    if case["by"] is None:
        assert plan["total"]["begin_by"] is None and plan["total"]["out_of_reach_after"] is None
        return
    assert plan["total"]["begin_by"] == day(before(case["by"], months)), "the day to begin"
    assert plan["total"]["out_of_reach_after"] == day(before(case["by"], longest)), "the day it is out of reach"
    for one, choice in zip(case["ones"], chosen):
        steps = [step for step in plan["steps"] if step["indicator"] == one["id"]]
        for i, step in enumerate(steps):
            assert step["end"] == day(before(case["by"], sum(choice[3][i + 1:]))), "the end of a step"
            assert step["start"] == day(before(case["by"], sum(choice[3][i:]))), "the beginning of a step"


def run(number, kinds):
    """One instrument; gives what differs, or None."""
    dice = random.Random(number)
    made = make_instrument(dice, number % 3 == 2)
    write_pack(made)
    case, words = make_case(dice, made)
    done = subprocess.run([os.environ.get("SPBE", "spbe"), "plan", "kota.json", "--rules", "pack", "--json", "plan.json",
                           *words], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        return f"status {done.returncode}: {done.stderr} ({' '.join(words)})"
    plan = json.load(open("plan.json", encoding="utf-8"))
    good = try_everything(made, case)
    kinds["possible" if good else "impossible"] += 1
    kinds["reached" if plan["reached"] else "with steps"] += 1
    kinds["combined"] += case["target"] is not None and bool(case["least"]) and case["most"] > 0
    kinds["ties"] += plan["ties"] != "0"
    kinds["choices"] += len(good)
    try:
        assert (done.returncode == 0) == bool(good), "the status"
        compare(made, case, plan, good)
    except AssertionError as error:
        return f"{error} ({' '.join(words)})"
    return None


def main():
    first, count = int(sys.argv[1]), int(sys.argv[2])
    os.makedirs("pack", exist_ok=True)
    kinds, wrong = Counter(), 0
    for number in range(first, first + count):
        difference = run(number, kinds)
        if difference is not None:
            wrong += 1
            print(f"instrument {number}: {difference}")
    print(f"{count} instruments, {wrong} differences:", ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()

#!/usr/bin/python3
"""Plans a second time, in another way, and holds the program's plan against it.

    plan_oracle.py PACK.json ASSESSMENT.json PLAN.json [COSTS.csv]

PACK.json is what `spbe rules show --json --year` says; the values are the claimed ones. The second way is
the plainest there is: the cheapest cost for every number of index units, indicator by indicator, over exact
fractions; aspects with a least value are added up by themselves first, and only what is enough goes on. No
bounds, no pruning. With units it goes unit by unit and counts steps. Not for both at once.

Ends with status 1, and says why, when the plan is not the cheapest, is not counted rightly, or does not hold.
"""
import csv
import json
import sys
from fractions import Fraction

NEVER = (10**30, 0)


def indicators(pack):
    """All indicators in order, each with its aspect."""
    for domain in pack["domains"]:
        for aspect in domain["aspects"]:
            for indicator in aspect["indicators"]:
                yield indicator, aspect["id"]


def own_price(pack, indicator, aspect, level):
    """The first row of the pack's table that fits."""
    for row in pack.get("plan", {"steps": []})["steps"]:
        if (row["level"] == level and row.get("kind", indicator["kind"]) == indicator["kind"]
                and aspect in row.get("aspects", [aspect])):
            return Fraction(str(row["cost"])), row["months"], False
    return Fraction(1), 0, False


def read_costs(path):
    """Rows of a file of costs by indicator and level; level "" is all of them."""
    rows = {}
    if path is not None:
        with open(path, encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter=";"):
                rows[row["indikator"], row["tingkat"]] = row
    return rows


def price(pack, rows, indicator, aspect, level):
    """What a step costs, how long it takes, whether it is fixed."""
    cost, months, fixed = own_price(pack, indicator, aspect, level)
    for key in "", str(level):
        row = rows.get((indicator["id"], key))
        if row is not None:
            cost = Fraction(row["biaya"].replace(",", ".")) if row["biaya"] else cost
            months = int(row["bulan"]) if row["bulan"] else months
            fixed = fixed or row["tetap"] == "ya"
    return cost, months, fixed


def options(pack, rows, indicator, aspect, value, plan):
    """What an indicator may come to: (units gained, cost, steps) from staying on."""
    weight = Fraction(str(indicator["weight"])) * 100
    assert weight.denominator == 1
    kept = {b["indicator"] for b in plan["blocked"] if b["why"] == "kept"}
    result, cost = [(0, Fraction(0), 0)], Fraction(0)
    for level in range(value + 1, 6):
        step, _, fixed = price(pack, rows, indicator, aspect, level)
        if fixed or indicator["id"] in kept:
            break
        cost += step
        result.append((int(weight) * (level - value), cost, level - value))
    return result


def add(table, choices, top):
    """One more indicator: the least cost and how many ways, for each number of units up to `top`."""
    result = {}
    for units, (cost, ways) in table.items():
        for gain, more, _ in choices:
            key, whole = min(top, units + gain), cost + more
            old = result.get(key, NEVER)
            if whole < old[0]:
                result[key] = (whole, ways)
            elif whole == old[0]:
                result[key] = (whole, old[1] + ways)
    return result


def join(table, other, top):
    """Two tables of different indicators."""
    result = {}
    for one, (cost, ways) in table.items():
        for two, (more, others) in other.items():
            key, whole = min(top, one + two), cost + more
            old = result.get(key, NEVER)
            if whole < old[0]:
                result[key] = (whole, ways * others)
            elif whole == old[0]:
                result[key] = (whole, old[1] + ways * others)
    return result


def whole_units(value, weight):
    """The least number of units, in hundredths of a percent, that is not below value × weight."""
    return -((-value * weight * 100) // 1)


def by_aspect(pack, choices, values, plan, need):
    """The table of all indicators; what leaves an aspect below its least value is dropped."""
    least = {a["id"]: Fraction(a["least"]) for a in plan["aspects"] if a["least"] is not None}
    table = {0: (Fraction(0), 1)}
    for domain in pack["domains"]:
        for aspect in domain["aspects"]:
            mine = [i["id"] for i in aspect["indicators"]]
            part = {0: (Fraction(0), 1)}
            for name in mine:
                part = add(part, choices[name], 10**9)
            if aspect["id"] in least:
                weights = {i["id"]: Fraction(str(i["weight"])) for i in aspect["indicators"]}
                now = sum(weights[name] * 100 * values[name] for name in mine)
                wanted = whole_units(least[aspect["id"]], sum(weights.values())) - now
                part = {u: rest for u, rest in part.items() if u >= wanted}
            table = join(table, part, need)
    return table


def by_unit(choices, units, most, need):
    """The same, unit by unit, each with at most so many steps; those without a unit are free."""
    table = {0: (Fraction(0), 1)}
    for unit in dict.fromkeys(units.values()):
        mine = [name for name in choices if units[name] == unit]
        parts = {0: {0: (Fraction(0), 1)}}
        for name in mine:
            grown = {}
            for taken, part in parts.items():
                for choice in choices[name]:
                    steps = taken + choice[2]
                    if unit is None or steps <= most:
                        moved = add(part, [choice], need)
                        grown[steps] = merge(grown.get(steps, {}), moved)
            parts = grown
        whole = {}
        for part in parts.values():
            whole = merge(whole, part)
        table = join(table, whole, need)
    return table


def merge(one, two):
    """The better of two tables that go different ways."""
    result = dict(one)
    for key, (cost, ways) in two.items():
        old = result.get(key, NEVER)
        if cost < old[0]:
            result[key] = (cost, ways)
        elif cost == old[0]:
            result[key] = (cost, old[1] + ways)
    return result


def check_steps(pack, rows, values, plan):
    """The plan holds: whole steps in order, costs as priced, the index as told."""
    now, cost, index = dict(values), Fraction(0), Fraction(plan["before"]["exact"])
    names = {i["id"]: (i, aspect) for i, aspect in indicators(pack)}
    for step in plan["steps"]:
        indicator, aspect = names[step["indicator"]]
        assert int(step["from"]) == now[indicator["id"]] and step["to_level"] == int(step["to"]) == int(step["from"]) + 1, step
        now[indicator["id"]] += 1
        priced = price(pack, rows, indicator, aspect, step["to_level"])
        assert Fraction(step["cost"]) == priced[0] and step["months"] == priced[1], step
        assert not priced[2], step
        cost += priced[0]
        index += Fraction(step["gain"])
    assert cost == Fraction(plan["total"]["cost"]), "the cost"
    assert index == Fraction(plan["after"]["exact"]), "the index"
    total = sum(Fraction(str(i["weight"])) * now[i["id"]] for i, _ in indicators(pack)) / 100
    assert total == index, "the index from the values"


def main():
    pack, assessment, plan = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:4])
    rows = read_costs(sys.argv[4] if len(sys.argv) > 4 else None)
    answers = assessment["answers"]
    values = {i["id"]: answers[i["id"]]["claimed"] for i, _ in indicators(pack)}
    units = {i["id"]: answers[i["id"]].get("unit") for i, _ in indicators(pack)}
    choices = {i["id"]: options(pack, rows, i, aspect, values[i["id"]], plan)
               for i, aspect in indicators(pack)}
    need = 0
    if plan["target"] is not None:
        now = sum(Fraction(str(i["weight"])) * 100 * values[i["id"]] for i, _ in indicators(pack))
        need = max(0, int(whole_units(Fraction(plan["target"]["threshold"]), 100) - now))
    if plan["per_unit"] > 0:
        table = by_unit(choices, units, plan["per_unit"], need)
    else:
        table = by_aspect(pack, choices, values, plan, need)
    assert (need in table) == plan["possible"], "whether it is possible"
    if plan["possible"]:
        cost, ways = table[need]
        assert cost == Fraction(plan["total"]["cost"]), f"{cost} is the least cost"
        assert ways - 1 == int(plan["ties"]), f"{ways - 1} other plans cost as little"
        check_steps(pack, rows, values, plan)


if __name__ == "__main__":
    try:
        main()
    except AssertionError as error:
        sys.exit(f"{sys.argv[3]}: {error}")

#!/usr/bin/env python3
"""Computes the effect of overlays anew and compares it with `spbe rules impact --json`.

    impact_oracle.py IMPACT.json DOCUMENTS PACK.json STEP.json...

PACK.json is `spbe rules show --json` of the pack, STEP.json that of the pack with the changes of the first
step, of the first two, and so on: each step is a set of rules that oracle.py can compute with, so nothing
of what tells effects apart in the program is used here. Also checked: that the moves of an assessment add
up to its difference, the totals of each step, and the order of the rows.
"""
import json
import sys
from fractions import Fraction

import oracle


def index_of(pack, document, basis):
    """The index and its predicate on a basis, and the value of each indicator."""
    found = oracle.values(pack, document)
    domains, counted = [], {}
    for domain in pack["domains"]:
        aspects = []
        for aspect in domain["aspects"]:
            rows = []
            for indicator in oracle.inside_of(aspect):
                value = found[indicator["id"]][basis]
                value = Fraction(str(pack["scale"]["unanswered"])) if value is None else Fraction(value)
                counted[indicator["id"]] = value
                rows.append((value, Fraction(str(indicator["weight"]))))
            aspects.append((oracle.mean(rows), Fraction(str(aspect["weight"]))))
        domains.append((oracle.mean(aspects), Fraction(str(domain["weight"]))))
    index = oracle.mean(domains)
    year = min(document["year"], pack["years"]["last"])
    return index, oracle.predicate(pack, index, year), counted


def differences(before, after):
    """What moved, as the program tells it: indicator, from, to; in the order of ids."""
    return [(i, before[i], after[i]) for i in sorted(before) if before[i] != after[i]]


class Check:
    """Collects what differs."""

    def __init__(self):
        self.compared, self.wrong = 0, 0

    def same(self, what, found, wanted):
        self.compared += 1
        if found != wanted:
            self.wrong += 1
            print(f"    {what}: {found}, computed anew {wanted}")


def told_moves(row):
    """The moves of a row by the number of their step."""
    return {move["step"]: move for move in row["moves"]}


def check_row(check, row, document, packs, totals):
    """One assessment: before, every step, after."""
    name, basis = row["agency"], row["basis"]
    check.same(f"{name} basis", basis, oracle.main_basis(oracle.values(packs[0], document)))
    last = index_of(packs[0], document, basis)
    check.same(f"{name} before", Fraction(row["before"]["exact"]), last[0])
    check.same(f"{name} predicate before", row["before"]["predicate"], last[1])
    told = told_moves(row)
    for step, pack in enumerate(packs[1:], 1):
        now = index_of(pack, document, basis)
        delta, moved = now[0] - last[0], differences(last[2], now[2])
        predicate = now[1] if now[1] != last[1] else None
        move = told.get(step, {"delta": "0", "levels": []})
        check.same(f"{name} step {step}", Fraction(move["delta"]), delta)
        check.same(f"{name} step {step} predicate", move.get("predicate"), predicate)
        check.same(f"{name} step {step} levels",
                   [(v["indicator"], Fraction(v["from"]), Fraction(v["to"])) for v in move["levels"]], moved)
        if delta or predicate or moved:
            total = totals[step - 1]
            total["moved"] += 1
            total["up"] += delta > 0
            total["down"] += delta < 0
            total["predicates"] += predicate is not None
        last = now
    check.same(f"{name} after", Fraction(row["after"]["exact"]), last[0])
    check.same(f"{name} predicate after", row["after"]["predicate"], last[1])
    check.same(f"{name} difference", Fraction(row["delta"]),
               Fraction(row["after"]["exact"]) - Fraction(row["before"]["exact"]))
    check.same(f"{name} sum of the moves", sum(Fraction(m["delta"]) for m in row["moves"]),
               Fraction(row["delta"]))


def effect(row):
    """What rows are sorted by, the largest first."""
    other = row["before"]["predicate"] != row["after"]["predicate"]
    return other, abs(Fraction(row["delta"])), sum(len(m["levels"]) for m in row["moves"])


def main(impact_path, documents_path, *pack_paths):
    impact = json.load(open(impact_path, encoding="utf-8"))
    packs = [json.load(open(path, encoding="utf-8")) for path in pack_paths]
    documents = {}
    for line in open(documents_path, encoding="utf-8"):
        document = json.loads(line)
        documents[document["agency"]["name"]] = document
    check = Check()
    totals = [{"moved": 0, "up": 0, "down": 0, "predicates": 0} for _ in packs[1:]]
    check.same("steps", len(impact["steps"]), len(packs) - 1)
    check.same("assessments", len(impact["assessments"]), len(documents))
    for row in impact["assessments"]:
        check_row(check, row, documents[row["agency"]], packs, totals)
    for step, total in zip(impact["steps"], totals):
        for key, value in total.items():
            check.same(f"step {step['no']} {key}", step[key], value)
    effects = [effect(row) for row in impact["assessments"]]
    check.same("order", effects, sorted(effects, reverse=True))
    print(f"    {len(documents)} assessments, {check.compared} values compared, {check.wrong} differ")
    sys.exit(1 if check.wrong or not documents else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""Comparisons whose causes add up: random assessments side by side, every difference computed anew.

    compare_oracle.py FIRST COUNT        cases FIRST to FIRST + COUNT - 1, in the present folder

Each case sets two to four random assessments (what_oracle.py) of several years beside each other, sometimes with
an overlay that changes weights, with another instrument among them, on one basis or each on its own, or one
assessment on two bases; with units, of which some are missing on a side. The contributions of the indicators, of
the aspects, of the domains and of the units must each add up to the difference of the index, exactly; between
neighbours, too. Values, the order, what rose and fell, and which criteria, items and outside indices are told as
different are computed from the documents alone.

Prints how many values were compared; ends with status 1 when one differs.
"""
import json
import os
import random
import sys
from fractions import Fraction

import oracle
from what_oracle import BASES, PACKS, make_document, run_cases, spbe, sums_of, values_of, write

OVERLAY = """return {
  format = "spbe-overlay/1", id = "bobot", title = "Bobot layanan", base = "spbe-2020", author = "Inspektorat",
  date = "2026-11-22", reason = "Temuan reviu", source = "Nota Dinas 1/2026",
  changes = {
    { change = "weight", of = "I42", to = 3.2, was = 3, reason = "Layanan langsung" },
    { change = "weight", of = "I43", to = 2.8 },
  },
}
"""
UNITS = ["Dinas Kominfo", "Bappeda", "Inspektorat", None]
TITLES = ["Peraturan Wali Kota", "Laporan", "Notula rapat", ""]


class Side:
    """One assessment as it counts."""

    def __init__(self, pack, document):
        self.pack, self.document = pack, document
        self.year = min(document["year"], pack["years"]["last"])
        self.found = values_of(pack, document)
        self.sums = sums_of(pack, self.found)
        self.given = {b: sum(f[b] is not None for f in self.found.values()) for b in BASES}
        self.main = oracle.main_basis(self.found)
        self.nothing = Fraction(pack["scale"]["unanswered"])

    def value(self, name, basis):
        one = self.found[name][basis]
        return self.nothing if one is None else Fraction(one)

    def answer(self, name):
        return self.document["answers"].get(name) or {}

    def unit(self, name):
        return self.answer(name).get("unit")


def settled(sides):
    """The basis that all are shown on, without --basis."""
    for basis in ("verified", "supported", "claimed"):
        if all(s.given[basis] == len(s.found) for s in sides):
            return [basis] * len(sides)
    if len({s.main for s in sides}) == 1:
        return [sides[0].main] * len(sides)
    if all(s.given["claimed"] for s in sides):
        return ["claimed"] * len(sides)
    if len({s.pack["id"] for s in sides}) > 1 and not all(s.given["supported"] for s in sides):
        return [s.main for s in sides]
    return ["supported"] * len(sides)


def different(old, new, indicator, key, name):
    """Whether an answer, or what is put forward for it, is another on the two sides."""
    said = [(s.answer(indicator).get(key, {}).get(name) or {}).get("met") for s in (old, new)]
    titles = [sorted(e.get("title") or "" for e in s.answer(indicator).get("evidence", []) if name in e["supports"])
              for s in (old, new)]
    return said[0] is not said[1] or len(titles[0]) != len(titles[1]) or set(titles[0]) != set(titles[1])


class Case:
    def __init__(self, number, packs):
        dice = random.Random(number)
        self.wrong, self.compared = [], 0
        pack = packs[PACKS[number % 3]]
        self.rules = []
        if pack["id"] == "spbe-2020" and dice.random() < 0.3:
            pack, self.rules = packs["bobot"], ["--rules", "bobot"]
        self.sides, self.names = [], []
        for n in range(dice.choice([1, 2, 2, 2, 3, 4])):
            mine = packs[dice.choice(PACKS)] if not self.rules and dice.random() < 0.12 else pack
            self.add(dice, mine, n)
        self.choose(dice)

    def add(self, dice, pack, number):
        document = make_document(dice, pack, number)
        if self.sides and dice.random() < 0.5:  # the year after: mostly the same
            again = self.sides[-1]
            if again.pack is pack:
                answers = json.loads(json.dumps(again.document["answers"]))
                for name in dice.sample(sorted(document["answers"]), len(document["answers"]) // 4):
                    answers[name] = document["answers"][name]
                document["answers"] = answers
        for indicator in oracle.indicators(pack):
            answer = document["answers"].get(indicator["id"])
            if answer is not None:
                answer.pop("unit", None)
                unit = dice.choice(UNITS[: 3 + number % 2])
                answer.update({} if unit is None else {"unit": unit})
                for one in answer.get("evidence", []):
                    one["title"] = dice.choice(TITLES) if dice.random() < 0.3 else one.get("title", "")
        self.sides.append(Side(pack, document))
        self.names.append(f"compare.{number}.json")
        write(self.names[-1], document)

    def choose(self, dice):
        """Bases, and whether units are compared."""
        self.words, self.units = list(self.names) + self.rules, False
        if len(self.sides) == 1:
            self.sides *= 2
            self.bases = dice.sample([b for b in BASES if self.sides[0].given[b]] or BASES, 2) if sum(
                self.sides[0].given[b] > 0 for b in BASES) > 1 else None
            if self.bases is None:
                self.bases = ["claimed", "supported"]
            self.words += ["--basis", ",".join(self.bases)]
            return
        self.bases = settled(self.sides)
        shared = [b for b in BASES if all(s.given[b] for s in self.sides)]
        if shared and dice.random() < 0.3:
            self.bases = [dice.choice(shared)] * len(self.sides)
            self.words += ["--basis", self.bases[0]]
        elif dice.random() < 0.2:
            self.bases = [dice.choice([b for b in BASES if s.given[b]] or ["claimed"]) for s in self.sides]
            self.words += ["--basis", ",".join(self.bases)]
        alike = len({id(s.pack) for s in self.sides}) == 1
        if alike and dice.random() < 0.5 and any(s.unit(n) for s in self.sides for n in s.found):
            self.units = True
            self.words.append("--units")

    def same(self, what, told, wanted):
        self.compared += 1
        if told != wanted:
            self.wrong.append(f"{what}: {told}, computed anew {wanted}")

    def index(self, side):
        return self.sides[side].sums[self.bases[side]].index

    def delta(self, name, old, new):
        return (self.sides[new].value(name, self.bases[new]) - self.sides[old].value(name, self.bases[old]))

    # ---- what is told ----

    def heads(self, told):
        self.same("bases", [s["basis"] for s in told["sides"]], self.bases)
        for n, one in enumerate(told["sides"]):
            self.same(f"index {n}", (Fraction(one["index"]["exact"]), one["index"]["given"], one["index"]["predicate"]),
                      (self.index(n), self.sides[n].given[self.bases[n]],
                       oracle.predicate(self.sides[n].pack, self.index(n), self.sides[n].document["year"])))

    def groups(self, told, whole):
        for key in ("domains", "aspects"):
            for one in told[key]:
                values = [s.sums[b].groups[one["id"]] for s, b in zip(self.sides, self.bases)]
                self.same(f"{one['id']} values", [Fraction(v) for v in one["values"]], values)
                self.same(f"{one['id']} delta", Fraction(one["delta"]), values[-1] - values[0])
            if told[key]:
                self.same(f"sum of {key}", sum(Fraction(one["contribution"]) for one in told[key]), whole)

    def indicators(self, told, old, new, whole):
        """The list of a comparison, or of one of its steps."""
        pack, parts = self.sides[old].pack, []
        weights = {i["id"]: Fraction(str(i["weight"])) for i in oracle.indicators(pack)}
        for one in told["indicators"]:
            delta = self.delta(one["id"], old, new)
            self.same(f"{one['id']} delta", Fraction(one["delta"]), delta)
            self.same(f"{one['id']} contribution", Fraction(one["contribution"]), delta * weights[one["id"]] / 100)
            self.same(f"{one['id']} unit", one["unit"], self.sides[new].unit(one["id"]))
            parts.append(Fraction(one["contribution"]))
        self.same("sum of the indicators", sum(parts), whole)
        self.same("the delta", Fraction(told["delta"]), whole)
        ids = list(weights)
        order = sorted(ids, key=lambda i: (-abs(self.delta(i, old, new) * weights[i]), ids.index(i)))
        self.same("the order", [one["id"] for one in told["indicators"]], order)
        signs = [self.delta(i, old, new) for i in ids]
        self.same("rose, fell, stayed", (told["rose"], told["fell"], told["stayed"]),
                  (sum(d > 0 for d in signs), sum(d < 0 for d in signs), sum(d == 0 for d in signs)))

    def values(self, told):
        for one in told["indicators"]:
            wanted = [s.found[one["id"]][b] for s, b in zip(self.sides, self.bases)]
            self.same(f"{one['id']} values", [v if v is None else Fraction(v) for v in one["values"]],
                      [v if v is None else Fraction(v) for v in wanted])

    def changes(self, told):
        """Between neighbours: what changes contribute is the difference of their indexes, and each names what is
        different."""
        sums = {}
        for indicator in told["indicators"]:
            for one in indicator["changes"]:
                pair = (one["from"], one["to"])
                sums[pair] = sums.get(pair, 0) + Fraction(one["contribution"])
                self.same(f"{indicator['id']} change", Fraction(one["delta"]), self.delta(indicator["id"], *pair))
                self.causes(indicator["id"], one, *pair)
        for pair in zip(range(len(self.sides)), range(1, len(self.sides))):
            if self.sides[pair[0]].pack is self.sides[pair[1]].pack:
                self.same(f"sum of the changes {pair}", sums.get(pair, 0), self.index(pair[1]) - self.index(pair[0]))

    def causes(self, name, told, old, new):
        old, new = self.sides[old], self.sides[new]
        if old is new or old.document == new.document:
            return  # what is at issue, not what is different
        indicator = next(i for i in oracle.indicators(new.pack) if i["id"] == name)
        criteria, items, kinds = [], [], [s.document["agency"]["kind"] for s in (old, new)]
        for level in indicator["levels"]:
            for one in level["criteria"]:
                if "applies_to" in one or one.get("decisive"):
                    return
                asked = [oracle.counts(one, s.year) for s in (old, new)]
                if any(asked) and (asked[0] != asked[1] or different(old, new, name, "criteria", one["id"])):
                    criteria.append(one["id"])
            if "items" in new.pack and "conversion" not in indicator:
                ids = [f"{name}.{level['level']}.e{n}" for n in range(1, len(level["evidence"]) + 1)]
                items += [i for i in ids if different(old, new, name, "items", i)]
        self.same(f"{name} criteria", (sorted(c["id"] for c in told["criteria"]), told["criteria_count"]),
                  (sorted(criteria), len(criteria)))
        self.same(f"{name} items", (sorted(c["id"] for c in told["items"]), told["items_count"]), (sorted(items), len(items)))

    def by_unit(self, told, whole):
        """Each unit by its own indicators; with those of nobody they are all of the index."""
        last, names = len(self.sides) - 1, [u["name"] for u in told["by_unit"]]
        self.same("units", sorted(n or "" for n in names),
                  sorted({s.unit(i) or "" for s in self.sides for i in s.found}))
        highest = Fraction(self.sides[0].pack["scale"]["highest"])
        for unit in told["by_unit"]:
            for n, standing in enumerate(unit["sides"]):
                side, basis = self.sides[n], self.bases[n]
                mine = [(side.value(i["id"], basis), Fraction(str(i["weight"]))) for i in oracle.indicators(side.pack)
                        if side.unit(i["id"]) == unit["name"]]
                self.same(f"{unit['name']} indicators", standing["indicators"], len(mine))
                gained = sum(v * w for v, w in mine) / 100
                possible = sum(highest * w for _, w in mine) / 100
                if mine:
                    self.same(f"{unit['name']} gained", (Fraction(standing["gained"]), Fraction(standing["missing"])),
                              (gained, possible - gained))
                    self.same(f"{unit['name']} value", Fraction(standing["value"]), oracle.mean(mine))
        gained = sum(Fraction(u["sides"][last]["gained"] or 0) for u in told["by_unit"])
        self.same("what all units bring", (gained, Fraction(told["by_unit_sum"]["gained"])), (self.index(last),) * 2)
        self.same("what units change", sum(Fraction(u["contribution"] or 0) for u in told["by_unit"]), whole)

    def run(self):
        done = spbe("compare", *self.words, "--json", "-")
        empty = any(s.given[b] == 0 for s, b in zip(self.sides, self.bases))
        if done.returncode != (1 if empty and "--basis" in self.words else 0):
            self.wrong.append(f"status {done.returncode}: {done.stderr}")
            return
        if not done.stdout:
            return
        told, last = json.loads(done.stdout), len(self.sides) - 1
        self.heads(told)
        self.same("comparable", told["comparable"], len({id(s.pack) for s in self.sides}) == 1)
        if not told["comparable"]:
            self.same("nothing is subtracted", (told["delta"], told["indicators"], told["domains"], told["aspects"]),
                      (None, [], [], []))
            for step in told["steps"]:
                self.indicators(step, step["from"], step["to"], self.index(step["to"]) - self.index(step["from"]))
                self.changes_of_step(step)
            return
        whole = self.index(last) - self.index(0)
        self.groups(told, whole)
        self.indicators(told, 0, last, whole)
        self.values(told)
        self.changes(told)
        if self.units:
            self.by_unit(told, whole)

    def changes_of_step(self, step):
        for indicator in step["indicators"]:
            for one in indicator["changes"]:
                self.causes(indicator["id"], one, one["from"], one["to"])


def main():
    first, count = int(sys.argv[1]), int(sys.argv[2])
    os.makedirs("bobot", exist_ok=True)
    with open("bobot/overlay.lua", "w", encoding="utf-8") as out:
        out.write(OVERLAY)
    packs = {name: json.loads(spbe("rules", "show", name, "--json").stdout) for name in PACKS + ["bobot"]}
    run_cases(first, count, lambda number: Case(number, packs))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Roll-ups of few and odd assessments against plain lists.

    rollup_oracle.py FIRST COUNT        cases FIRST to FIRST + COUNT - 1, in the present folder

Each case is a handful of random assessments (what_oracle.py) of mixed instruments and years, so that groups of
one, two, three and four occur: with the same agency twice, agencies without name or kind, equal indexes,
indicators that nobody answered. Everything that `spbe rollup --json` tells is computed anew: groups, bases,
ranks and their order, means and quartiles of every domain, aspect and indicator by the place they have among the
sorted values, predicates by kind, the weakest. The CSV must hold the same values.

Prints how many values were compared; ends with status 1 when one differs.
"""
import csv
import io
import json
import random
import sys
from collections import Counter, defaultdict
from fractions import Fraction

import oracle
from what_oracle import BASES, KINDS, PACKS, make_document, run_cases, spbe, sums_of, values_of, write

NAMES = ["Kota A", "Kota B", "Dinas \"X\", Kab. é", "", "=1+1"]


class Row:
    """One assessment as it counts."""

    def __init__(self, packs, document, number):
        self.pack, self.year, self.number = packs[document["instrument"]], document["year"], number
        self.kind = document["agency"]["kind"]
        self.agency = document["agency"]["name"] or ("many.jsonl" if number == 0 else f"many.jsonl, dokumen {number + 1}")
        self.found = values_of(self.pack, document)
        self.basis = oracle.main_basis(self.found)
        sums = sums_of(self.pack, self.found)[self.basis]
        nothing = Fraction(self.pack["scale"]["unanswered"])
        self.values = {name: nothing if one[self.basis] is None else Fraction(one[self.basis])
                       for name, one in self.found.items()}
        self.values.update(sums.groups, index=sums.index)
        self.given = {name: one[self.basis] is not None for name, one in self.found.items()}
        for domain in oracle.domains_of(self.pack):
            for aspect in domain["aspects"]:
                self.given[aspect["id"]] = all(self.given[i["id"]] for i in oracle.inside_of(aspect))
            self.given[domain["id"]] = all(self.given[a["id"]] for a in domain["aspects"])
        self.given["index"] = all(self.given[name] for name in self.found)
        self.predicate = oracle.predicate(self.pack, sums.index, self.year)


def quartile(values, k):
    """The value at the place 1 + (n - 1) k / 4; between two, on the straight line."""
    place = Fraction((len(values) - 1) * k, 4)
    low = int(place)
    return values[low] if place == low else values[low] + (values[low + 1] - values[low]) * (place - low)


class Case:
    def __init__(self, number, packs):
        dice = random.Random(number)
        self.wrong, self.compared = [], 0
        years = {name: pack["years"]["last"] - dice.randint(0, 1) for name, pack in packs.items()}
        plain = dice.random() < 0.4
        documents = []
        for n in range(dice.choice([1, 2, 3, 4, 5, 8, 12])):
            pack = packs[dice.choice(PACKS[: dice.randint(1, 3)])]
            document = self.plain(dice, pack) if plain else make_document(dice, pack, n)
            document["year"] = max(pack["years"]["first"], years[pack["id"]] + dice.choice([0, 0, 0, 1]))
            document["agency"] = {"name": dice.choice(NAMES), "kind": dice.choice(KINDS[-4:])}
            documents.append(document)
        with open("many.jsonl", "w", encoding="utf-8") as out:
            out.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in documents)
        self.rows = [Row(packs, one, n) for n, one in enumerate(documents)]

    @staticmethod
    def plain(dice, pack):
        """The same claim everywhere, of one or two heights: many are equal."""
        value, answers = dice.randint(1, 2), {}
        for indicator in oracle.indicators(pack):
            if dice.random() < 0.97:
                answers[indicator["id"]] = {"claimed": value}
        return {"format": "spbe-assessment/1", "instrument": pack["id"], "answers": answers}

    def same(self, what, told, wanted):
        self.compared += 1
        if told != wanted:
            self.wrong.append(f"{what}: {told}, computed anew {wanted}")

    def stat(self, what, told, rows, unit):
        values = sorted(row.values[unit] for row in rows)
        mean = sum(values) / len(values)
        for k, key in enumerate(("least", "lower", "median", "upper", "most")):
            self.same(f"{what} {key}", Fraction(told[key]), quartile(values, k))
        self.same(f"{what} mean", (Fraction(told["mean_exact"]), Fraction(told["mean"])),
                  (mean, Fraction(int(mean * 100 + Fraction(1, 2)), 100)))
        given = [row.values[unit] for row in rows if row.given[unit]]
        self.same(f"{what} count", (told["count"], told["given"]), (len(rows), len(given)))
        if "mean_given" in told:
            self.same(f"{what} mean of those given", told["mean_given"] and Fraction(told["mean_given"]),
                      sum(given) / len(given) if given else None)

    def predicates(self, told, bands, rows):
        count = Counter(row.predicate for row in rows)
        self.same("predicates", (told["predicates"], told["without_predicate"]), ([count[b] for b in bands], 0))

    def ranking(self, told, rows):
        kinds = {kind: n for n, kind in enumerate(KINDS)}
        order = sorted(rows, key=lambda r: (-r.values["index"], r.agency.encode(), kinds[r.kind], r.number))
        seen = sorted(rows, key=lambda r: (r.agency.encode(), kinds[r.kind], r.number))
        twice = {id(b) for a, b in zip(seen, seen[1:]) if (a.agency, a.kind) == (b.agency, b.kind)}
        ids = list(order[0].found)
        aspects = [a["id"] for d in oracle.domains_of(order[0].pack) for a in d["aspects"]]
        wanted = [(1 + sum(o.values["index"] > r.values["index"] for o in rows), r.agency, r.kind, r.basis, r.values["index"],
                   r.predicate, sum(r.given[i] for i in ids), len(ids), id(r) in twice,
                   [r.values[a] for a in aspects], [r.values[i] if r.given[i] else None for i in ids]) for r in order]
        self.same("rows", [(t["rank"], t["agency"], t["kind"], t["basis"], Fraction(t["index"]["exact"]),
                            t["index"]["predicate"], t["index"]["given"], t["index"]["of"], t["twice"],
                            [Fraction(a) for a in t["aspects"]],
                            [i if i is None else Fraction(i) for i in t["indicators"]]) for t in told["assessments"]], wanted)
        self.same("twice", told["twice"], len(twice))
        return [(row, t) for row, t in zip(order, told["assessments"])]

    def group(self, told, rows):
        pack = rows[0].pack
        self.same("count", (told["count"], told["complete"]), (len(rows), sum(r.given["index"] for r in rows)))
        self.same("bases", told["bases"], {b: sum(r.basis == b for r in rows) for b in BASES})
        self.stat("index", told["index"], rows, "index")
        self.predicates(told, told["scale"]["bands"], rows)
        self.same("domains", [d["id"] for d in told["domains"]], [d["id"] for d in pack.get("domains", [])])
        for key in ("domains", "aspects", "indicators"):
            for one in told[key]:
                self.stat(one["id"], one, rows, one["id"])
        kinds = [k for k in KINDS if any(r.kind == k for r in rows)]
        self.same("kinds", [k["kind"] for k in told["kinds"]], kinds)
        for one in told["kinds"]:
            own = [r for r in rows if r.kind == one["kind"]]
            self.stat(f"kind {one['kind']}", one, own, "index")
            self.predicates(one, told["scale"]["bands"], own)
        weights = {i["id"]: Fraction(str(i["weight"])) for i in oracle.indicators(pack)}
        ids = list(weights)
        weak = sorted(ids, key=lambda i: (sum(r.values[i] for r in rows), -weights[i], ids.index(i)))
        self.same("weakest", told["weakest"], weak[: len(told["weakest"])])
        return self.ranking(told, rows)

    def table(self, told, order):
        """The CSV: a line for each, groups and ranks in the same order; no name is taken for a formula."""
        lines = list(csv.DictReader(io.StringIO(told)))
        safe = ["'" + row.agency if row.agency[0] == "=" else row.agency for row, _ in order]
        self.same("lines", [line["agency"] for line in lines], safe)
        for line, (row, one) in zip(lines, order):
            self.same("a line", (line["rank"], line["index"]), (str(one["rank"]), one["index"]["value"]))

    def run(self):
        done = spbe("rollup", "many.jsonl", "--json", "-")
        if done.returncode != 0:
            self.wrong.append(f"status {done.returncode}: {done.stderr}")
            return
        told, groups, order = json.loads(done.stdout), defaultdict(list), []
        for row in self.rows:
            groups[row.pack["id"], row.year].append(row)
        self.same("groups", [(g["rules"]["id"], g["year"]) for g in told["groups"]], sorted(groups))
        for one, key in zip(told["groups"], sorted(groups)):
            order += self.group(one, groups[key])
        done = spbe("rollup", "many.jsonl", "-o", "many.csv")
        with open("many.csv", encoding="utf-8-sig", newline="") as table:
            self.table(table.read(), order)


def main():
    first, count = int(sys.argv[1]), int(sys.argv[2])
    packs = {name: json.loads(spbe("rules", "show", name, "--json").stdout) for name in PACKS}
    run_cases(first, count, lambda number: Case(number, packs))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Holds the proofs of `spbe explain` against the rules and a calculation of their values anew.

    explain_oracle.py FIRST COUNT [INDICATORS]    cases FIRST to FIRST + COUNT - 1, in the present folder

Each case is a random assessment (what_oracle.py). Of each indicator the proof is read as a person would: its
three values, value × weight = contribution, the index that it is part of, what the next level would add, how each
level stands, every criterion with its text, answer and source, every item with what it adds, every document, and
the reasons. All of them together must add up to the index; what is quoted must stand in the rules so. INDICATORS:
so many of each case, chosen at random, and no sum.
"""
import json
import random
import re
import sys
from collections import Counter
from fractions import Fraction

import oracle
from what_oracle import BASES, Case, spbe, sums_of, values_of, write, PACKS

LABELS = {"claimed": "claimed value", "supported": "supported value", "verified": "verified value"}
WORDS = {True: "✓ met", False: "✗ not met", None: "· not answered"}
ITEM_WORDS = {True: "✓ accepted", False: "✗ not accepted", None: "· not answered"}
NUMBER = r"-?\d+(?:\.\d+|/\d+)?"


def flat(text):
    return " ".join(text.split())


class Proof:
    """One proof, line breaks aside, and what it should say."""

    def __init__(self, case, indicator, found, sums, told):
        self.case, self.indicator, self.told = case, indicator, flat(told)
        self.answer = case.document["answers"].get(indicator["id"]) or {}
        self.found, self.sums, self.pack = found[indicator["id"]], sums, case.pack
        self.year = min(case.document["year"], case.pack["years"]["last"])
        self.scored = oracle.scores(case.pack, indicator)
        self.weight = Fraction(str(indicator["weight"]))
        self.nothing = Fraction(case.pack["scale"]["unanswered"])

    def want(self, what, text):
        self.case.same(f"{self.indicator['id']} {what}", text if flat(text) in self.told else "not there", text)

    def number(self, what, pattern, wanted):
        match = re.search(pattern.replace("NUMBER", f"({NUMBER})"), self.told)
        self.case.same(f"{self.indicator['id']} {what}",
                       None if match is None else tuple(Fraction(one) for one in match.groups()), wanted)

    def value(self, basis):
        one = self.found[basis]
        return self.nothing if one is None else Fraction(one)

    def values(self):
        for basis in BASES:
            label, one = LABELS[basis], self.found[basis]
            pattern = f"{label}: NUMBER" if one is not None else f"{label}: – \\(nothing given, counted as NUMBER\\)"
            self.number(label, pattern, (self.value(basis),))
        self.want("basis", {b: f"{LABELS[b]}:" for b in BASES}[self.case.basis])
        marked = [b for b in BASES if re.search(f"{LABELS[b]}: [^←:]* ← the basis", self.told)]
        self.case.same(f"{self.indicator['id']} marked basis", marked, [self.case.basis])

    def contribution(self):
        value = self.value(self.case.basis)
        part = value * self.weight / 100
        self.number("contribution", r"NUMBER × NUMBER % = NUMBER \(of the index NUMBER, \d+ of \d+",
                    (value, self.weight, part, self.sums[self.case.basis].index))
        return part

    def asked(self, criterion):
        """Whether the year and the kind of agency ask for it: pusat is kementerian and lembaga; nothing limited is
        asked of others."""
        wanted, kind = criterion.get("applies_to"), self.case.document["agency"]["kind"]
        central = "pusat" if kind in ("kementerian", "lembaga") else kind
        return oracle.counts(criterion, self.year) and (wanted is None or central in wanted)

    def criteria(self):
        """Every criterion that is asked, in order; and no other."""
        asked = [c for level in self.indicator["levels"] for c in level["criteria"] if self.asked(c)]
        for criterion in asked:
            self.criterion(criterion)
        listed = re.findall(r"(I\d\d(?:-\d)?\.\d\.[a-z]+) [✓✗·] ", self.told)
        self.case.same(f"{self.indicator['id']} criteria", listed, [c["id"] for c in asked])

    def criterion(self, criterion):
        met = (self.answer.get("criteria", {}).get(criterion["id"]) or {}).get("met")
        if criterion.get("decisive") and self.answer.get("measures"):
            return  # the outside index says it
        text = flat(criterion["text"])
        match = re.search(re.escape(f"{criterion['id']} {WORDS[met]} ") + r"(?:\(.{1,160}?\) )?" + re.escape(text)
                          + r"((?: \[\d+\])?)", self.told)
        self.case.same(f"{criterion['id']} with its text", match is not None, True)
        if match and "basis" in criterion and criterion["basis"] and match.group(1):
            title = {d["id"]: d["title"] for d in self.pack["legal_basis"]}.get(criterion["basis"])
            self.want(f"source of {criterion['id']}", f"{match.group(1).strip()} {title}")

    def evidence(self):
        for number, one in enumerate(self.answer.get("evidence", []), 1):
            ids = [i for i in one.get("supports", []) if re.search(re.escape(i) + " [✓✗·]", self.told)]
            count = len(re.findall(f"evidence {number}: ", self.told))
            self.case.same(f"{self.indicator['id']} document {number}", count, len(ids))

    def levels(self):
        for level in self.indicator["levels"]:
            head = f"Level {level['level']} {level.get('name', '')}"
            if self.scored:
                self.want("band", f"{head} {text_of(level['value_from'])} – {text_of(level['value_to'])}:" if level.get("name")
                          else f"{text_of(level['value_from'])} – {text_of(level['value_to'])}:")
                self.items(level)
                continue
            ids = [c["id"] for c in level["criteria"] if oracle.counts(c, self.year)]
            waits = self.answer.get("carried") is not None
            said = [] if waits else [(self.answer.get("criteria", {}).get(i) or {}).get("met") for i in ids]
            proof = 0 if waits else sum(bool(set(e["supports"]) & set(ids)) for e in self.answer.get("evidence", []))
            met = sum(one is True for one in said)
            if ids:
                due = f"; evidence: {proof} of 1" if level["level"] >= 2 else ""
                self.want(f"level {level['level']}", f"({met}/{len(ids)}{due})")

    def items(self, level):
        if "conversion" in self.indicator:
            return
        for number, points in enumerate(oracle.points_of(level), 1):
            name = f"{self.indicator['id']}.{level['level']}.e{number}"
            met = (self.answer.get("items", {}).get(name) or {}).get("met")
            self.number(name, re.escape(f"{name} {ITEM_WORDS[met]} (+") + r"NUMBER\)", (points,))

    def reasons(self):
        """Whatever a reason names belongs to the indicator; whatever it quotes stands there."""
        why = self.told.split(" Why ")[1].split(" Levels, criteria, evidence ")[0]
        known = {c["id"]: flat(c["text"]) for level in self.indicator["levels"] for c in level["criteria"]
                 if self.asked(c)}
        for name in re.findall(r"(?<![\w-])I\d\d(?:-\d)?\.\d\.(?:[a-df-z]\w*|e(?!\d)\w*)", why):
            self.case.same(f"reason names {name}", name in known, True)
        for name, quoted in re.findall(r"(I\d\d(?:-\d)?\.\d\.[a-z]+)(?:, which is not met)?: '(.*?)'(?: -|$)", why):
            self.case.same(f"reason quotes {name}", quoted, known.get(name))
        named = self.pack["level_names"].get(self.indicator.get("kind"), self.pack["level_names"])
        names = {n: named[str(n)] if isinstance(named, dict) else named[n - 1] for n in range(1, 6)}
        names[0] = self.pack.get("level_zero_rule", {}).get("name")
        for number, name in re.findall(r"level (\d) \((.*?)\)", why):
            self.case.same(f"level {number} is called so", name, names[int(number)])

    def check(self):
        self.want("head", f"{self.indicator['id']} {self.indicator['name']}")
        self.values()
        self.criteria()
        self.evidence()
        self.levels()
        self.reasons()
        for article in self.indicator.get("legal_basis", []):
            self.want("article", article)
        return self.contribution()


def text_of(number):
    value = Fraction(str(number))
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"


def run(number, packs, some):
    case = Case(number, packs)
    write("explain.in.json", case.document)
    found = values_of(case.pack, case.document)
    sums, parts = sums_of(case.pack, found), []
    basis = ["--basis", case.basis] if case.asked else []
    indicators = list(oracle.indicators(case.pack))
    for indicator in indicators if some is None else random.Random(number).sample(indicators, some):
        done = spbe("explain", "explain.in.json", indicator["id"], *basis, "--lang", "en")
        if done.returncode != 0:
            case.wrong.append(f"{indicator['id']}: status {done.returncode}: {done.stderr}")
            continue
        parts.append(Proof(case, indicator, found, sums, done.stdout).check())
    if some is None:
        case.same("sum of the contributions", sum(parts), sums[case.basis].index)
    return case, len(parts)


def main():
    first, count = int(sys.argv[1]), int(sys.argv[2])
    some = int(sys.argv[3]) if len(sys.argv) > 3 else None
    packs = {name: json.loads(spbe("rules", "show", name, "--json").stdout) for name in PACKS}
    total, wrong = Counter(), 0
    for number in range(first, first + count):
        case, proofs = run(number, packs, some)
        total["proofs"] += proofs
        total["facts"] += case.compared
        wrong += bool(case.wrong)
        for one in case.wrong[:4]:
            print(f"case {number} ({case.pack['id']}, {case.basis}): {one[:400]}")
    print(f"{count} cases, {wrong} different; {total['proofs']} proofs, {total['facts']} facts compared")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Random assessments, random changes: what they bring and how far the index is open, computed anew.

    what_oracle.py FIRST COUNT        cases FIRST to FIRST + COUNT - 1, in the present folder

Each case is an assessment of one of the instruments of the program, with claims, answers, evidence, verdicts
at several stages, answers that were carried over and wait, and gaps; and up to six changes. `spbe what-if`
tells what they bring; here the changes are made in the document itself, and everything is computed from the
definitions (`spbe help planning`), in fractions: indexes, predicates, domains and aspects on each basis, what
each change does alone, the range before and after. What `spbe evaluate` says of the changed document must be
the same again.

Prints how many values were compared; ends with status 1 when one differs.
"""
import copy
import json
import os
import random
import subprocess
import sys
from collections import Counter
from fractions import Fraction

import oracle

BASES = ["claimed", "supported", "verified"]
ENDS = ["lowest", "expected", "highest"]
STAGES = ["dokumen", "interviu", "visitasi", "reviu"]
KINDS = ["kementerian", "lembaga", "provinsi", "kabupaten", "kota", "lainnya", None]
PACKS = ["spbe-2020", "spbe-2018", "pemdi-2026"]


def spbe(*words):
    return subprocess.run([os.environ.get("SPBE", "spbe"), *words], capture_output=True, text=True, check=False)


# ---- an assessment and changes ----

def with_verdicts(dice, answer):
    """Spreads a verified value over stages: the latest one that has a value says it, of two the second."""
    value = answer.get("verified")
    if value is None or dice.random() < 0.5:
        return
    last = dice.randrange(4)
    stages = [(last, value)]
    for stage in range(last + 1):
        if dice.random() < 0.4:
            stages.insert(0 if stage == last else dice.randint(0, len(stages)), (stage, dice.randint(1, 5)))
    answer["stages"] = [{"stage": STAGES[stage], "value": one, "reason": "menurut dokumen", "by": "Asesor"}
                        for stage, one in stages]
    if dice.random() < 0.5:
        del answer["verified"]


def make_document(dice, pack, number):
    """Some are nearly empty, some complete on a basis, most a mixture of everything."""
    lowest, answers, temper = pack["scale"]["lowest"], {}, dice.random()
    for indicator in oracle.indicators(pack):
        if dice.random() > (0.3 if temper < 0.15 else 0.93 if temper < 0.6 else 1):
            continue
        answer = (oracle.random_scored(indicator, dice, pack["scale"]["highest"]) if oracle.scores(pack, indicator)
                  else oracle.random_answer(indicator, dice, lowest))
        for one in answer.get("evidence", []):
            one.update({"date": f"20{dice.randint(18, 26)}-0{dice.randint(1, 9)}-28", "pages": "3-7"})
        if temper > 0.85:
            answer.setdefault("verified", 2)
        elif temper < 0.75 and dice.random() < 0.7:
            answer.pop("verified", None)
        with_verdicts(dice, answer)
        if dice.random() < 0.12:
            answer["carried"] = "kota-lama.spbe, 2023"
        if dice.random() < 0.1:
            answer["unit"] = "Dinas Kominfo"
        answers[indicator["id"]] = answer
    return {"format": "spbe-assessment/1", "instrument": pack["id"],
            "year": dice.randint(pack["years"]["first"], pack["years"]["last"] + 2),
            "agency": {"name": f"Instansi \"{number}\" 🏛", "kind": dice.choice(KINDS)}, "answers": answers}


def make_value(dice, pack):
    """A value of the scale, as typed, or "-"."""
    if dice.random() < 0.12:
        return "-"
    low, high = pack["scale"]["lowest"], pack["scale"]["highest"]
    if "items" in pack and dice.random() < 0.6:
        return f"{dice.randint(100 * low, 100 * high) / 100}".replace(".", dice.choice(",."))
    return str(dice.randint(low, high))


def make_change(dice, pack, basis):
    """(what, id, typed value): of an indicator, a criterion, an item or an outside index."""
    indicator = dice.choice(list(oracle.indicators(pack)))
    level = dice.choice(indicator["levels"])
    what = dice.choice(["value", "value", "answer", "item", "measure"])
    word = dice.choice(["ya", "yes", "tidak", "no", "-", "ya", "yes"])
    if what == "answer" and level["criteria"]:
        return "criteria", dice.choice(level["criteria"])["id"], word
    if "items" in pack and what == "item" and "conversion" not in indicator and level["evidence"]:
        return "items", f"{indicator['id']}.{level['level']}.e{dice.randint(1, len(level['evidence']))}", word
    if what == "measure" and "conversion" in indicator:
        bands = indicator["conversion"]["bands"]
        typed = str(Fraction(dice.randint(int(bands[0][0] * 100), int(bands[-1][1] * 100)), 100) * 1.0)
        key = indicator["conversion"]["input"]
        return "measures", dice.choice([key, f"{indicator['id']}/{key}"]), "-" if dice.random() < 0.1 else typed
    if "items" in pack and basis == "supported":
        return None
    return "value", indicator["id"], make_value(dice, pack)


def make_changes(dice, pack, basis):
    """No two of the same thing."""
    changes = {}
    for _ in range(dice.randint(0, 6)):
        one = make_change(dice, pack, basis)
        if one is not None:
            changes.setdefault((one[0], one[1].split("/")[-1]), one)
    return list(changes.values())


# ---- changes by their definition ----

def support(pack, document, indicator, level):
    """Everything up to a level met and proven, confirmed where it waited, and the next criterion not met."""
    answer = document["answers"].setdefault(indicator["id"], {})
    answer.pop("carried", None)
    year, below = min(document["year"], pack["years"]["last"]), []
    for one in indicator["levels"]:
        for criterion in one["criteria"]:
            if not oracle.counts(criterion, year):
                continue
            answer.setdefault("criteria", {})[criterion["id"]] = {"met": one["level"] <= level}
            if one["level"] > level:
                answer.setdefault("evidence", []).append({"supports": below})
                return
            below.append(criterion["id"])
    answer.setdefault("evidence", []).append({"supports": below})


def change_value(pack, document, name, typed, basis):
    answer = document["answers"].setdefault(name, {})
    value = None if typed == "-" else Fraction(typed.replace(",", "."))
    if basis == "supported" and value is None:
        answer["criteria"], answer["evidence"] = {}, []
    elif basis == "supported":
        support(pack, document, next(i for i in oracle.indicators(pack) if i["id"] == name), value)
    else:
        answer[basis] = None if value is None else int(value) if value.denominator == 1 else str(value)
        if basis == "verified":
            answer.pop("stages", None)


def changed(pack, document, changes, basis):
    after = copy.deepcopy(document)
    for what, name, typed in changes:
        if what == "value":
            change_value(pack, after, name, typed, basis)
            continue
        met = {"ya": True, "yes": True, "-": None}.get(typed, False)
        if what != "measures":
            after["answers"].setdefault(name.split(".")[0], {}).setdefault(what, {})[name] = {"met": met}
            continue
        key = name.split("/")[-1]
        for indicator in oracle.indicators(pack):
            if indicator.get("conversion", {}).get("input") == key:
                after["answers"].setdefault(indicator["id"], {})["measures"] = {key: None if typed == "-" else typed}
    return after


# ---- values by their definition ----

def verified(answer):
    """The last value of the latest stage that has one; without stages what stands there."""
    stages = answer.get("stages")
    if not stages:
        return oracle.given(answer.get("verified"))
    latest = max(STAGES.index(one["stage"]) for one in stages)
    return oracle.given([one["value"] for one in stages if one["stage"] == STAGES[latest]][-1])


def reached(indicator, answer, year, lowest):
    """The level that answers reach, evidence aside."""
    best = lowest
    for level in indicator["levels"]:
        ids = [c["id"] for c in level["criteria"] if oracle.counts(c, year)]
        if not all(answer.get("criteria", {}).get(i, {}).get("met") is True for i in ids):
            break
        best = level["level"]
    return max(best, lowest)


def values_of(pack, document):
    """indicator -> what each basis has, and what is said of it if it is confirmed."""
    year, lowest, found = min(document["year"], pack["years"]["last"]), pack["scale"]["lowest"], {}
    for indicator in oracle.indicators(pack):
        answer = document["answers"].get(indicator["id"]) or {}
        if oracle.scores(pack, indicator):
            said = most = oracle.scored_value(indicator, answer)
        else:
            said = oracle.supported(indicator, answer, year, lowest)
            most = None if said is None else reached(indicator, answer, year, lowest)
        waits = answer.get("carried") is not None
        found[indicator["id"]] = {"claimed": oracle.given(answer.get("claimed")),
                                  "supported": None if waits else said, "verified": verified(answer),
                                  "met": None if waits else most, "confirmed": most}
    return found


def ends_of(pack, one):
    """Lowest, expected, highest of one indicator."""
    nothing = Fraction(pack["scale"]["unanswered"])
    if one["verified"] is not None:
        return [one["verified"]] * 3
    claimed = one["claimed"]
    low = nothing if one["supported"] is None else one["supported"]
    expected = nothing if one["met"] is None else one["met"]
    high = nothing if one["confirmed"] is None else one["confirmed"]
    if claimed is None:
        return [low, expected, max(high, expected)]
    expected = claimed if one["met"] is None else min(one["met"], claimed)
    return [min(low, claimed), expected, max(high, claimed)]


class Sums:
    """Index, domains and aspects of what `value` says of each indicator."""

    def __init__(self, pack, value):
        self.groups, whole = {}, []
        for domain in oracle.domains_of(pack):
            inside = []
            for aspect in domain["aspects"]:
                rows = [(value(i["id"]), Fraction(i["weight"] if isinstance(i["weight"], str) else str(i["weight"])))
                        for i in oracle.inside_of(aspect)]
                self.groups[aspect["id"]] = oracle.mean(rows)
                inside.append((oracle.mean(rows), Fraction(str(aspect["weight"]))))
            self.groups[domain["id"]] = oracle.mean(inside)
            whole.append((oracle.mean(inside), Fraction(str(domain["weight"]))))
        self.index = oracle.mean(whole)


def sums_of(pack, found):
    nothing = Fraction(pack["scale"]["unanswered"])
    return {b: Sums(pack, lambda name, b=b: nothing if found[name][b] is None else Fraction(found[name][b]))
            for b in BASES}


# ---- what is told ----

class Case:
    def __init__(self, number, packs):
        dice = random.Random(number)
        self.number, self.pack, self.wrong, self.compared = number, packs[PACKS[number % 3]], [], 0
        self.document = make_document(dice, self.pack, number)
        found = values_of(self.pack, self.document)
        self.basis = oracle.main_basis(found)
        self.asked = dice.random() < 0.3
        if self.asked:
            self.basis = dice.choice([b for b in BASES if any(f[b] is not None for f in found.values())] or [self.basis])
        self.changes = make_changes(dice, self.pack, self.basis)

    def same(self, what, told, wanted):
        self.compared += 1
        if told != wanted:
            self.wrong.append(f"{what}: {told}, computed anew {wanted}")

    def index(self, what, told, exact):
        rounded = Fraction(int(exact * 100 + Fraction(1, 2)), 100)
        self.same(f"{what} exact", Fraction(told["exact"]), exact)
        self.same(f"{what} value", Fraction(told["value"]), rounded)
        self.same(f"{what} predicate", told["predicate"], oracle.predicate(self.pack, exact, self.document["year"]))

    def indexes(self, told, before, after, given):
        self.same("indexes", list(told), [b for b in BASES if given[0][b] + given[1][b] > 0])
        for basis, one in told.items():
            self.index(f"{basis} before", one["before"], before[basis].index)
            self.index(f"{basis} after", one["after"], after[basis].index)
            self.same(f"{basis} change", Fraction(one["change"]), after[basis].index - before[basis].index)
            self.same(f"{basis} given", (one["given"], one["of"]), (given[1][basis], len(list(oracle.indicators(self.pack)))))

    def groups(self, told, before, after):
        for key, ids in (("domains", [d["id"] for d in self.pack.get("domains", [])]),
                         ("aspects", [a["id"] for d in oracle.domains_of(self.pack) for a in d["aspects"]])):
            moved = [(i, b, before[b].groups[i], after[b].groups[i]) for i in ids for b in BASES
                     if before[b].groups[i] != after[b].groups[i]]
            self.same(key, [(g["id"], g["basis"], Fraction(g["before"]), Fraction(g["after"])) for g in told[key]], moved)

    def alone(self, told, before):
        self.same("changes", [one["change"] for one in told], [f"{name}={typed}" for _, name, typed in self.changes])
        for one, change in zip(told, self.changes):
            after = sums_of(self.pack, values_of(self.pack, changed(self.pack, self.document, [change], self.basis)))
            acts = self.basis if change[0] == "value" else "supported"
            self.same(f"{one['change']} acts", one["basis"], acts)
            for basis in BASES:
                self.same(f"{one['change']} on {basis}", Fraction(one["effect"][basis]),
                          after[basis].index - before[basis].index)

    def range(self, what, told, found):
        ends = {name: ends_of(self.pack, one) for name, one in found.items()}
        sums = [Sums(self.pack, lambda name, e=e: ends[name][e]) for e in range(3)]
        for one, end in zip(sums, ENDS):
            self.index(f"{what} {end}", told[end], one.index)
        rows = [(name, *values) for name, values in ends.items() if values[0] < values[2]]
        self.same(f"{what} open", [(o["indicator"], *(Fraction(o[e]) for e in ENDS)) for o in told["open"]], rows)
        self.same(f"{what} spread", sum(Fraction(o["spread"]) for o in told["open"]), sums[2].index - sums[0].index)

    def compare(self, told):
        after = changed(self.pack, self.document, self.changes, self.basis)
        found = [values_of(self.pack, document) for document in (self.document, after)]
        sums = [sums_of(self.pack, one) for one in found]
        given = [{b: sum(f[b] is not None for f in one.values()) for b in BASES} for one in found]
        self.same("basis", told["basis"], self.basis)
        self.indexes(told["indexes"], *sums, given)
        self.groups(told, *sums)
        self.alone(told["changes"], sums[0])
        self.range("range before", told["range_before"], found[0])
        self.range("range after", told["range_after"], found[1])
        return after

    def evaluated(self, after, told):
        """What `spbe evaluate` says of the changed document, on the same basis."""
        result = json.loads(told)
        sums = sums_of(self.pack, values_of(self.pack, after))
        self.index("evaluate", result["index"], sums[self.basis].index)
        for domain in result["domains"] or [{"id": None, "aspects": result["aspects"]}]:
            for group in ([domain] if domain["id"] else []) + domain["aspects"]:
                self.same(f"evaluate {group['id']}", Fraction(group["exact"]), sums[self.basis].groups[group["id"]])


def write(name, document):
    with open(name, "w", encoding="utf-8") as out:
        json.dump(document, out, ensure_ascii=False)


def run(number, packs):
    case = Case(number, packs)
    write("what.in.json", case.document)
    basis = ["--basis", case.basis] if case.asked else []
    words = [f"{name}={typed}" for _, name, typed in case.changes]
    done = spbe("what-if", "what.in.json", *words, *basis, "--json", "-")
    if done.returncode != 0:
        case.wrong.append(f"status {done.returncode}: {done.stderr}")
        return case
    after = case.compare(json.loads(done.stdout))
    if number % 4 == 0:
        write("what.after.json", after)
        done = spbe("evaluate", "what.after.json", "--basis", case.basis, "--json", "-")
        if done.returncode != 0:
            case.wrong.append(f"evaluate: status {done.returncode}: {done.stderr}")
            return case
        case.evaluated(after, done.stdout)
    return case


def run_cases(first, count, make):
    """Runs the cases that `make` gives for numbers from `first` on, tells what differs, and ends the program: 1 when
    anything does. A case has run(), compared (values), wrong (sentences), and may have words (of its command)."""
    compared = wrong = 0
    for number in range(first, first + count):
        case = make(number)
        case.run()
        compared += case.compared
        wrong += bool(case.wrong)
        words = f" ({' '.join(case.words)})" if hasattr(case, "words") else ""
        for one in case.wrong[:4]:
            print(f"case {number}{words}: {one[:500]}")
    print(f"{count} cases, {wrong} different; {compared} values compared")
    sys.exit(wrong > 0)


def main():
    first, count = int(sys.argv[1]), int(sys.argv[2])
    packs = {name: json.loads(spbe("rules", "show", name, "--json").stdout) for name in PACKS}
    kinds, wrong = Counter(), 0
    for number in range(first, first + count):
        case = run(number, packs)
        kinds["values"] += case.compared
        kinds["changes"] += len(case.changes)
        wrong += bool(case.wrong)
        for one in case.wrong[:3]:
            print(f"case {number} ({case.pack['id']}, {case.basis}, {case.changes}): {one[:600]}")
    print(f"{count} cases, {wrong} different; {kinds['changes']} changes, {kinds['values']} values compared")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()

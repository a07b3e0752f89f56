#!/usr/bin/env python3
"""Computes results anew, in fractions and from the definitions, and compares them with spbe's.

    oracle.py write PACK.json COUNT SEED      random assessments, one a line
    oracle.py check PACK.json DOCUMENTS RESULTS    every value of every result; status 1 when one differs

PACK.json comes from `spbe rules show PACK --json`. Nothing here is shared with the program: levels
are counted from the top down, sums are made per domain, per aspect and over all, predicates are looked
up in the pack's own table. Where items or outside indices score, a value is what the highest level that
can be begun has to give for the items accepted, or a point of a straight line.
"""
import json
import random
import sys
from fractions import Fraction

from assess import scored


def inside_of(aspect):
    """What has a value of its own: indicators, and each slot by itself."""
    return [one for indicator in aspect["indicators"] for one in scored(indicator)]


def domains_of(pack):
    """The domains; of a pack without any, one around all aspects, which the result does not tell."""
    return pack.get("domains") or [{"id": None, "weight": 100, "aspects": pack["aspects"]}]


def indicators(pack):
    return [i for d in domains_of(pack) for a in d["aspects"] for i in inside_of(a)]


def scores(pack, indicator):
    """Whether items or an outside index score it, not criteria."""
    return "items" in pack or "conversion" in indicator


def counts(criterion, year):
    if criterion.get("withdrawn"):
        return False
    return criterion.get("from", 0) <= year <= criterion.get("until", 9999)


def random_answer(indicator, dice, lowest):
    """Good answers are more likely low on the scale, so that all levels occur."""
    criteria, evidence, reached = {}, [], dice.randint(1, 6)
    for level in indicator["levels"]:
        for criterion in level["criteria"]:
            if dice.random() < 0.02:
                continue
            met = level["level"] < reached or dice.random() < 0.2
            criteria[criterion["id"]] = {"met": met if dice.random() < 0.98 else None}
            if dice.random() < 0.6:
                evidence.append({"title": "Laporan", "supports": [criterion["id"]]})
    answer = {"criteria": criteria, "evidence": evidence}
    if dice.random() < 0.9:
        answer["claimed"] = dice.randint(lowest, 5)
    if dice.random() < 0.9:
        answer["verified"] = dice.randint(lowest, 5)
    return answer


def random_decimal(dice, low, high):
    """A value between levels, as documents write it: often with two decimals, sometimes a fraction."""
    if dice.random() < 0.1:
        return str(Fraction(dice.randint(int(low) * 7, int(high) * 7), 7))
    value = Fraction(dice.randint(int(low * 100), int(high * 100)), 100)
    return int(value) if value.denominator == 1 else f"{float(value):.2f}".rstrip("0")


def random_scored(indicator, dice, highest):
    """Items that are mostly accepted up to a level, some beyond; an outside index on its scale, its ends
    and its cuts more often than chance would have it; criteria, which explain and must not count."""
    answer, reached = {"items": {}, "criteria": {}}, dice.randint(0, 6)
    for level in indicator["levels"]:
        for number in range(1, len(level["evidence"]) + 1):
            met = dice.random() < (0.97 if level["level"] < reached else 0.25)
            if dice.random() < 0.8 or level["level"] < reached:
                answer["items"][f"{indicator['id']}.{level['level']}.e{number}"] = {"met": met}
        for criterion in level["criteria"]:
            if dice.random() < 0.3:
                answer["criteria"][criterion["id"]] = {"met": dice.random() < 0.5}
    if "conversion" in indicator and dice.random() < 0.8:
        bands = indicator["conversion"]["bands"]
        cuts = [Fraction(str(edge)) for band in bands for edge in band[:2]]
        low, high = int(cuts[0] * 100), int(cuts[-1] * 100)
        value = dice.choice(cuts) if dice.random() < 0.3 else Fraction(dice.randint(low, high), 100)
        text = int(value) if value.denominator == 1 else str(float(value))
        answer["measures"] = {indicator["conversion"]["input"]: text}
    for word in ("claimed", "verified"):
        if dice.random() < 0.7:
            answer[word] = random_decimal(dice, 1, highest)
    return answer


def write(pack, count, seed):
    dice, lowest, first = random.Random(seed), pack["scale"]["lowest"], pack["years"]["first"]
    for number in range(count):
        complete = dice.random() < 0.3
        answers = {}
        for indicator in indicators(pack):
            if complete or dice.random() < 0.95:
                answers[indicator["id"]] = (random_scored(indicator, dice, pack["scale"]["highest"]) if scores(pack, indicator)
                                            else random_answer(indicator, dice, lowest))
                if complete:
                    answers[indicator["id"]].setdefault("verified", 3)
        document = {"format": "spbe-assessment/1", "instrument": pack["id"],
                    "year": dice.randint(first, pack["years"]["last"] + 2), "agency": {"name": f"Kota {number}"},
                    "answers": answers}
        print(json.dumps(document, separators=(",", ":")))


def supported(indicator, answer, year, lowest):
    """The level below which nothing is missing, or None when nothing of the year was answered. The
    lowest level of the scale is granted to everyone."""
    met, any_answer = {}, False
    proven = {c for item in answer.get("evidence", []) for c in item["supports"]}
    for level in indicator["levels"]:
        ids = [c["id"] for c in level["criteria"] if counts(c, year)]
        said = [answer.get("criteria", {}).get(i, {}).get("met") for i in ids]
        any_answer = any_answer or any(s is not None for s in said)
        duty = level["level"] < 2 or not ids or bool(proven & set(ids))
        met[level["level"]] = all(s is True for s in said) and duty
    best = next((n for n in range(5, lowest, -1) if all(met[k] for k in range(1, n + 1))), lowest)
    return best if any_answer else None


def points_of(level):
    """What each item of a level adds: as declared, or equal shares."""
    width = Fraction(str(level["value_to"])) - Fraction(str(level["value_from"]))
    count = len(level["evidence"])
    return [Fraction(str(p)) for p in level.get("item_points", [])] or [width / count] * count


def scored_value(indicator, answer):
    """The value that items or an outside index give, or None when there is nothing to score."""
    if "conversion" in indicator:
        measure = answer.get("measures", {}).get(indicator["conversion"]["input"])
        if measure is None:
            return None
        x = Fraction(str(measure))
        low, high, start, end = next([Fraction(str(n)) for n in band]
                                     for band in indicator["conversion"]["bands"] if x <= Fraction(str(band[1])))
        return start + (end - start) * (x - low) / (high - low)
    said = {key: one.get("met") for key, one in answer.get("items", {}).items()}
    if not any(met is not None for met in said.values()):
        return None
    met = {level["level"]: [said.get(f"{indicator['id']}.{level['level']}.e{n}") is True
                            for n in range(1, len(level["evidence"]) + 1)] for level in indicator["levels"]}
    for level in reversed(indicator["levels"]):
        below = [one for number, items in met.items() if number < level["level"] for one in items]
        if all(below):
            gained = sum(p for p, one in zip(points_of(level), met[level["level"]]) if one)
            end = Fraction(str(level["value_to"]))
            full = all(met[level["level"]])
            return end if full else min(end, Fraction(str(level["value_from"])) + gained)
    return None


def given(value):
    """A value of a document or a result as a number."""
    return None if value is None else Fraction(str(value))


def level_of(indicator, value):
    """The number of the level whose band holds a value."""
    return max((l["level"] for l in indicator["levels"] if Fraction(str(l["value_from"])) <= value),
               default=None)


def values(pack, document):
    """indicator -> {basis: value or None}"""
    found, year = {}, min(document["year"], pack["years"]["last"])
    for indicator in indicators(pack):
        answer = document["answers"].get(indicator["id"], {})
        found[indicator["id"]] = {
            "claimed": given(answer.get("claimed")),
            "supported": (scored_value(indicator, answer) if scores(pack, indicator)
                          else supported(indicator, answer, year, pack["scale"]["lowest"])),
            "verified": given(answer.get("verified")),
        }
    return found


def mean(rows):
    """Weighted mean of (value, weight)."""
    return sum(v * w for v, w in rows) / sum(w for _, w in rows)


def main_basis(found):
    if all(v["verified"] is not None for v in found.values()):
        return "verified"
    if all(v["supported"] is not None for v in found.values()):
        return "supported"
    return "claimed" if any(v["claimed"] is not None for v in found.values()) else "supported"


def predicate(pack, exact, year):
    rounded = Fraction(int(exact * 100 + Fraction(1, 2)), 100)
    dated = {int(first): how for first, how in pack["rounding"]["predicate_on"].items()}
    read = exact if dated[max(first for first in dated if first <= year)] == "exact" else rounded
    return max((Fraction(str(p["min"])), p["name"]) for p in pack["predicates"]
               if read >= Fraction(str(p["min"])))[1]


class Comparison:
    def __init__(self, number):
        self.number, self.values, self.wrong = number, 0, 0

    def same(self, what, found, wanted):
        self.values += 1
        if found != wanted:
            self.wrong += 1
            print(f"    document {self.number}, {what}: {found}, computed anew {wanted}")


def check_values(pack, document, result, comparison):
    found, basis = values(pack, document), result["basis"]
    comparison.same("basis", basis, main_basis(found))
    whole = []
    told_domains = result["domains"] or [{"id": None, "aspects": result["aspects"]}]
    for domain, told in zip(domains_of(pack), told_domains, strict=True):
        inside = []
        for aspect, told_aspect in zip(domain["aspects"], told["aspects"]):
            rows = []
            for indicator, row in zip(inside_of(aspect), told_aspect["indicators"], strict=True):
                value = found[indicator["id"]]
                for one in value:
                    comparison.same(f"{row['id']} {one}", given(row[one]), value[one])
                if scores(pack, indicator):
                    counts_as = given(row["value"])
                    comparison.same(f"{row['id']} level", row["level"], level_of(indicator, counts_as))
                counted = pack["scale"]["unanswered"] if value[basis] is None else value[basis]
                rows.append((counted, Fraction(str(indicator["weight"]))))
            comparison.same(told_aspect["id"], Fraction(told_aspect["exact"]), mean(rows))
            inside.append((mean(rows), Fraction(str(aspect["weight"]))))
        if told["id"] is not None:
            comparison.same(told["id"], Fraction(told["exact"]), mean(inside))
        whole.append((mean(inside), Fraction(str(domain["weight"]))))
    index = mean(whole)
    comparison.same("index", Fraction(result["index"]["exact"]), index)
    comparison.same("value", Fraction(result["index"]["value"]),
                    Fraction(int(index * 100 + Fraction(1, 2)), 100))
    comparison.same("predicate", result["index"]["predicate"],
                    predicate(pack, index, document["year"]))
    comparison.same("given", result["index"]["given"],
                    sum(v[basis] is not None for v in found.values()))
    contributions = [Fraction(i["contribution"]) for d in told_domains for a in d["aspects"]
                     for i in a["indicators"]]
    comparison.same("contributions", sum(contributions), index)


def check(pack, documents, results):
    wrong = total = 0
    pairs = list(zip(open(documents, encoding="utf-8"), open(results, encoding="utf-8"), strict=True))
    for number, (document, result) in enumerate(pairs, 1):
        comparison = Comparison(number)
        check_values(pack, json.loads(document), json.loads(result), comparison)
        wrong += comparison.wrong
        total += comparison.values
    print(f"    {len(pairs)} assessments, {total} values compared, {wrong} differ")
    sys.exit(1 if wrong or not pairs else 0)


if __name__ == "__main__":
    PACK = json.load(open(sys.argv[2], encoding="utf-8"))
    if sys.argv[1] == "write":
        write(PACK, int(sys.argv[3]), int(sys.argv[4]))
    else:
        check(PACK, sys.argv[3], sys.argv[4])

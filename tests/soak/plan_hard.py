"""Orders for plans that are made to be hard: units cut at random through the aspects, minima of several aspects, bounds
of units that hardly suffice, costs of ten kinds (equal, near the weights, of many digits, sums of subsets), days.

    SPBE=build/spbe plan_hard.py SEED COUNT FOLDER

Tells how long the slowest took (processor time), how many were refused as too long to prove, and leaves the files of
those and of all above half a second in FOLDER. Ends with 1 when a plan fails in any other way, or a document
does not hold what it says: the raised levels must add up to its cost. COUNT cases from SEED are always the same.
"""

import json
import os
import random
import resource
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

SPBE = os.environ["SPBE"]
PACKS = {"spbe-2020": (2024, 1), "spbe-2018": (2018, 0), "pemdi-2026": (2026, 1)}  # year, lowest level
SLOW = 0.5


def instrument(name):
    """Indicators (or items): id, aspect, weight; and the aspects."""
    year, _ = PACKS[name]
    shown = subprocess.run([SPBE, "rules", "show", name, "--json", "--year", str(year)],
                           check=True, capture_output=True).stdout
    pack = json.loads(shown)
    aspects = [a for d in pack["domains"] for a in d["aspects"]] if pack.get("domains") else pack["aspects"]
    items = []
    for aspect in aspects:
        for indicator in aspect["indicators"]:
            names = [slot["id"] for slot in indicator.get("slots", [])] or [indicator["id"]]
            weight = float(Fraction(str(indicator["weight"]))) / len(names)
            items += [(item, aspect["id"], weight) for item in names]
    return items, [aspect["id"] for aspect in aspects]


def level_of(chance, name, style):
    lowest = PACKS[name][1]
    level = lowest if style == "low" else chance.randint(lowest, 3 if style == "mid" else 4)
    if name == "pemdi-2026" and chance.random() < 0.7:  # values between levels
        return f"{min(5, max(1, level + chance.randint(1, 99) / 100)):.2f}"
    return level


def cost_of(chance, kind, weight, level):
    return {
        "fine": lambda: weight * 1000 + chance.randint(0, 9999) / 100,
        "digits": lambda: chance.randint(10**10, 10**12 - 1) + chance.randint(0, 99) / 100,
        "equal": lambda: 1,
        "ties": lambda: chance.choice([1, 1, 2, 2, 3]),
        "same": lambda: weight * 1000,
        "convex": lambda: weight * 1000 * (6 - level) + chance.randint(0, 99) / 100,
        "subset": lambda: weight * 1000000 + chance.randint(0, 9) / 100,
        "zero": lambda: chance.choice([0, 0, 1, 1000000]),
        "lumpy": lambda: weight * 10**6 + chance.choice([0, 0.01, 0.02, 10**5, 12345.67]),
    }[kind]()


def write_costs(chance, kind, name, items, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("indikator;tingkat;biaya;bulan\n")
        for item, _, weight in items:
            for level in range(PACKS[name][1] + 1, 6):
                months = chance.choice([0, 1, 3, 6, 12, 24])
                out.write(f"{item};{level};{cost_of(chance, kind, weight, level):.2f};{months}\n")


def write_case(chance, instruments, folder):
    """Writes an assessment and its costs; the options of `spbe plan`."""
    name = chance.choice(list(PACKS))
    items, aspects = instruments[name]
    year, lowest = PACKS[name]
    style = chance.choice(["low", "mixed", "mid"])
    units = chance.choice([0, 1, 3, 4, 8, 12, 24])
    answers = {}
    for item, _, _ in items:
        answers[item] = {"claimed": level_of(chance, name, style)}
        if units:
            answers[item]["unit"] = f"Unit {chance.randrange(units)}"
    document = {"format": "spbe-assessment/1", "instrument": name, "year": year,
                "agency": {"name": "Kota Contoh", "kind": "kota"}, "answers": answers}
    (folder / "case.json").write_text(json.dumps(document), encoding="utf-8")
    kind = chance.choice(["none", "fine", "digits", "equal", "ties", "same", "convex", "subset", "zero", "lumpy"])
    options = []
    if kind != "none":
        write_costs(chance, kind, name, items, folder / "case.csv")
        options += ["--costs", str(folder / "case.csv")]
    options += ["--target", f"{chance.uniform(lowest + 1, 4.9):.3f}"]
    share = chance.choice([0.2, 0.5, 0.8])
    for aspect in aspects:
        if chance.random() < share:
            options += ["--aspect", f"{aspect}={chance.choice(['2,5', '3', '3,3', '3,77', '4'])}"]
    if units:
        options += ["--per-unit", str(max(1, int(len(items) * 4 / units * chance.uniform(0.05, 1))))]
    if chance.random() < 0.3:
        options += ["--by", "2028-12-31", "--from", chance.choice(["2027-01-01", "2026-01-01", "2025-01-01"])]
    return options


def holds(plan):
    """Whether the steps of a plan add up to its cost."""
    if not plan["possible"]:
        return True
    return sum(Fraction(step["cost"]) for step in plan["steps"]) == Fraction(plan["total"]["cost"])


def run(options, folder):
    """Status and processor time of one plan."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([SPBE, "plan", str(folder / "case.json"), "--json", str(folder / "plan.json"), *options],
                          capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    refused = done.returncode == 6
    if not refused and (done.returncode not in (0, 1)
                        or not holds(json.loads((folder / "plan.json").read_text(encoding="utf-8")))):
        sys.exit(f"{done.returncode}: {' '.join(options)}\n{done.stderr}")
    return refused, took


def keep(folder, number):
    for end in ("json", "csv"):
        if (folder / f"case.{end}").exists():
            (folder / f"case.{end}").rename(folder / f"case-{number}.{end}")


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(exist_ok=True)
    chance = random.Random(seed)
    instruments = {name: instrument(name) for name in PACKS}
    times, refusals = [], 0
    for number in range(count):
        options = write_case(chance, instruments, folder)
        refused, took = run(options, folder)
        times.append(took)
        refusals += refused
        if refused or took > SLOW:
            print(f"case-{number}: {took:.2f} s{', refused' if refused else ''}: {' '.join(options)}", flush=True)
            keep(folder, number)
    times.sort()
    print(f"{count} orders: median {times[count // 2]:.3f} s, slowest {times[-1]:.2f} s, {refusals} refused")


main()

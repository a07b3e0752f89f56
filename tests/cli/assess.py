#!/usr/bin/env python3
"""Writes assessments to test with, made from the pack itself.

    assess.py PACK.json MODE [SEED] [CHANGED]  > assessment.json

PACK.json comes from `spbe rules show PACK --json`. MODE: mixed (every outcome occurs), full
(everything met and proven), partial (30 indicators), unanswered (nothing). SEED varies the answers.
CHANGED: after writing, also writes CHANGED, in which some answers, claims and what evidence supports
are different, and CHANGED.cells, which says how: "answer I01.2.a Ya", "claim I05 4", "supports 3 I01.2.b".
"""
import json
import random
import sys

TITLES = ["Peraturan Wali Kota tentang SPBE", "=Laporan kegiatan", "+Notula rapat reviu", "-Tangkapan layar",
          "@Dokumen Peta Rencana", "Laporan evaluasi \"tahunan\" <final> & lampiran"]


def scored(indicator):
    """The indicator, or each of its slots with the indicator's levels and criteria under its id."""
    for slot in indicator.get("slots", []):
        levels = [dict(level, criteria=[dict(c, id=c["id"].replace(indicator["id"], slot["id"], 1))
                                        for c in level["criteria"]]) for level in indicator["levels"]]
        yield dict(indicator, id=slot["id"], weight=slot["weight"], levels=levels)
    if "slots" not in indicator:
        yield indicator


def indicators(pack):
    for domain in pack["domains"]:
        for aspect in domain["aspects"]:
            for indicator in aspect["indicators"]:
                yield from scored(indicator)


def answer(mode, level, reached, dice):
    if mode == "full":
        return True
    if level <= reached:
        return dice.random() > 0.06
    return False if level == reached + 1 else None


def fill(indicator, mode, dice, lowest):
    reached = 5 if mode == "full" else dice.randint(lowest, 5)
    criteria, evidence = {}, []
    for level in indicator["levels"]:
        ids = [c["id"] for c in level["criteria"]]
        for one in ids:
            met = answer(mode, level["level"], reached, dice)
            if met is not None:
                criteria[one] = {"met": met}
        if ids and level["level"] <= reached and (mode == "full" or dice.random() > 0.1):
            evidence.append({"title": dice.choice(TITLES), "number": f"{len(evidence) + 1}/2024",
                             "date": "2024-02-29", "file": "bukti.pdf", "sha256": "%064x" % dice.getrandbits(256),
                             "pages": "3–7", "supports": ids})
    made = {"claimed": reached if mode == "full" else min(5, reached + dice.randint(0, 1))}
    if criteria:
        made["criteria"] = criteria
    if evidence:
        made["evidence"] = evidence
    if dice.random() > 0.5:
        made["verified"] = max(lowest, reached - 1)
        made["verified_reason"] = "menurut dokumen"
        made["note"] = "=HYPERLINK(\"http://contoh\") _x0041_"
    return made


def change(document, dice):
    """Other answers, claims and supports; says which cells of the workbook that is."""
    lines, row = [], 0
    for key, made in document["answers"].items():
        for one in made.get("criteria", {}):
            if dice.random() < 0.06:
                made["criteria"][one]["met"] = not made["criteria"][one]["met"]
                lines.append(f"answer {one} {'Ya' if made['criteria'][one]['met'] else 'Tidak'}")
        for item in made.get("evidence", []):
            row += 1
            if dice.random() < 0.05:
                item["supports"] = item["supports"][:1]
                lines.append(f"supports {row} {item['supports'][0]}")
            elif dice.random() < 0.05:
                item["supports"] = []
                lines.append(f"supports {row} -")
        if dice.random() < 0.1:
            made["claimed"] = dice.randint(1, 5)
            lines.append(f"claim {key} {made['claimed']}")
    return lines


def main():
    pack, mode = json.load(open(sys.argv[1], encoding="utf-8")), sys.argv[2]
    dice = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    document = {"format": "spbe-assessment/1", "instrument": pack["id"], "year": pack["years"]["last"],
                "agency": {"name": "=Kota Contoh", "kind": "kota"}, "answers": {}}
    for number, indicator in enumerate(indicators(pack), 1):
        if mode != "unanswered" and not (mode == "partial" and number > 30):
            document["answers"][indicator["id"]] = fill(indicator, mode, dice, pack["scale"]["lowest"])
    print(json.dumps(document, ensure_ascii=False))
    if len(sys.argv) > 4:
        lines = change(document, dice)
        json.dump(document, open(sys.argv[4], "w", encoding="utf-8"), ensure_ascii=False)
        open(sys.argv[4] + ".cells", "w", encoding="utf-8").write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

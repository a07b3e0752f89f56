#!/usr/bin/env python3
"""Assessments in which all is well, one a line: support_sound.py PACK.json COUNT. Claims are what answers
and evidence support, evidence is dated and young, only criteria of the year are answered. PACK.json is
of 2024. The same arguments give the same bytes."""
import json
import random
import sys

pack, count = json.load(open(sys.argv[1], encoding="utf-8")), int(sys.argv[2])
dice = random.Random(5)
indicators = [i for d in pack["domains"] for a in d["aspects"] for i in a["indicators"]]


def answer(indicator):
    reached = dice.randint(1, 3)
    criteria, evidence = {}, []
    for level in indicator["levels"]:
        for criterion in level["criteria"]:
            if level["level"] <= reached + 1:
                criteria[criterion["id"]] = {"met": level["level"] <= reached}
        if 2 <= level["level"] <= reached:
            evidence.append({"title": f"Laporan {indicator['short_name']} {level['level']}",
                             "number": f"{dice.randint(1, 99)}/2024",
                             "date": f"2024-{dice.randint(1, 12):02}-11", "pages": "2-7",
                             "supports": [level["criteria"][0]["id"]]})
    row = {"claimed": reached, "criteria": criteria}
    if evidence:
        row["evidence"] = evidence
    return row


for number in range(count):
    document = {"format": "spbe-assessment/1", "instrument": pack["id"], "year": 2024,
                "agency": {"name": f"Kota Contoh {number}", "kind": "kota"},
                "answers": {i["id"]: answer(i) for i in indicators}}
    print(json.dumps(document, ensure_ascii=False, separators=(",", ":")))

#!/usr/bin/env python3
"""Kills the program at random moments while it writes, and looks at what is left.

    SPBE=build/spbe tests/soak/kill.py WRITES

Answers, claims, attachments and imports go into one file, WRITES of them, one process each. About
two in three are killed (SIGKILL) after a random time, from the first to the last millisecond that
the step takes. What was acknowledged (exit status 0) must be there ever after; what was killed must
be there whole or not at all. Now and then, and at the end, `spbe verify` must call the file whole.
"""
import json
import os
import random
import signal
import subprocess
import sys
import time

SPBE = os.environ["SPBE"]
FILE = "bunuh.spbe"
dice = random.Random(int(os.environ.get("SEED", "20241122")))


def spbe(*arguments, kill_after=None):
    """Exit status, or None when it was killed."""
    child = subprocess.Popen([SPBE, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if kill_after is not None:
        time.sleep(kill_after)
        child.send_signal(signal.SIGKILL)
    error = child.communicate()[1].decode("utf-8", "replace")
    if child.returncode not in (0, -signal.SIGKILL):
        sys.exit(f"{arguments}: status {child.returncode}: {error}")
    return 0 if child.returncode == 0 else None


def state():
    done = subprocess.run([SPBE, "export", FILE], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"export: {done.stderr.decode()}")
    return json.loads(done.stdout)["answers"] if b'"answers"' in done.stdout else {}


def fact(answers, key):
    """The present text of what a write was about."""
    indicator = answers.get(key[1][:3], {})
    if key[0] == "answer":
        return indicator.get("criteria", {}).get(key[1], {}).get("note")
    if key[0] == "claim":
        return indicator.get("note")
    return sorted(item["title"] for item in indicator.get("evidence", []))


def one_write(number):
    """What a write is about, the text it leaves, and its command line."""
    indicator = f"I{dice.randint(1, 47):02d}"
    kind = dice.choice(["answer", "answer", "claim", "attach", "import"])
    text = f"tulis-{number}"
    if kind == "answer":
        criterion = indicator + ".2.a"
        return ("answer", criterion), text, ["answer", FILE, criterion, "yes", "--note", text]
    if kind == "claim":
        return ("claim", indicator), text, ["claim", FILE, indicator, "3", "--note", text]
    if kind == "import":
        document = {"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
                    "answers": {indicator: {"note": text, "claimed": 2}}}
        with open("masuk.json", "w", encoding="utf-8") as out:
            json.dump(document, out)
        return ("claim", indicator), text, ["import", FILE, "masuk.json"]
    with open("bukti.txt", "wb") as out:
        out.write(dice.randbytes(dice.choice([10, 5000, 1500000])))
    return ("attach", indicator), text, ["attach", FILE, indicator, "bukti.txt", "--title", text]


def main():
    writes = int(sys.argv[1])
    os.environ["SPBE_USER"] = "Siti"
    for name in (FILE, FILE + "-journal"):
        if os.path.exists(name):
            os.unlink(name)
    spbe("new", FILE, "--instrument", "spbe-2020", "--agency", "Kota", "--kind", "kota",
         "--year", "2024")
    usual = 0.05  # seconds of a step, followed as the machine's mood changes
    known = {}  # what was acknowledged last
    killed = kept = lost = 0
    number = -1
    # Where the disk is memory, few moments lie between a lasting change and the end of the process: then it
    # goes on until one was met, for four times as long at most.
    while number + 1 < writes or (lost == killed and number + 1 < 4 * writes):
        number += 1
        key, text, arguments = one_write(number)
        before = fact(state(), key) if number % 5 == 0 else known.get(key)
        after = dice.uniform(0, usual * 1.2) if dice.random() < 0.67 else None
        begun = time.monotonic()
        done = spbe(*arguments, kill_after=after)
        if after is None:
            usual = 0.6 * usual + 0.4 * (time.monotonic() - begun)
        answers = state()  # rolls back what the killed one left
        now = fact(answers, key)
        there = text in now if key[0] == "attach" else now == text
        if done == 0:
            kept += 1
            if not there:
                sys.exit(f"write {number} was acknowledged and is lost: {key} {now!r}")
        else:
            killed += 1
            lost += not there
            if key[0] != "attach" and not there and before is not None and now != before:
                sys.exit(f"write {number} was killed and left neither old nor new: {now!r}")
        known[key] = now
        for other, value in known.items():
            if fact(answers, other) != value:
                sys.exit(f"write {number} changed what it had nothing to do with: {other}")
        if number % 50 == 49:
            spbe("verify", FILE)
    spbe("verify", FILE)
    print(f"{number + 1} writes: {kept} acknowledged and all there, {killed} killed, {lost} of these"
          " undone")
    if killed < writes // 4 or lost == 0 or lost == killed:
        sys.exit("the moments were badly chosen: too few kills, or none in the middle")


main()

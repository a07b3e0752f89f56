#!/usr/bin/env python3
"""Gives every workbook of make.py to the program: honest ones are taken in, hostile ones refused by the
sentence that make.py names, within two seconds and 256 MiB, with nothing changed.

    check.py PROGRAM FILE.spbe       in a folder that it may fill; the last line counts
"""
import os
import re
import resource
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
MEMORY = 256 << 20
sanitized = "SPBE_SANITIZED" in os.environ
SECONDS = 20 if sanitized else 2


def bounded():
    if not sanitized:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def take(program, store, path):
    begun = time.monotonic()
    done = subprocess.run([program, "import", store, path, "--lang", "id", "--dry-run"],
                          capture_output=True, text=True, preexec_fn=bounded, timeout=60,
                          env={**os.environ, "SPBE_USER": "Siti"})
    return done, time.monotonic() - begun


def main(program, store):
    table = subprocess.run([sys.executable, "scripts/dev/messages.py"], cwd=ROOT, capture_output=True,
                           text=True, check=True).stdout
    rows = {line.split("\t")[0]: line.split("\t") for line in table.splitlines()}
    kinds = subprocess.run([sys.executable, f"{HERE}/make.py", "--list"], capture_output=True, text=True,
                           check=True).stdout.split("\n")
    subprocess.run([sys.executable, f"{HERE}/make.py", "--all", "."], check=True)
    bad, count, slowest = 0, 0, (0, "")
    before = open(store, "rb").read()
    for line in filter(None, kinds):
        name, id = line.split(" ")
        done, seconds = take(program, store, name + ".xlsx")
        slowest = max(slowest, (seconds, name))
        count += 1
        if id == "-":
            good = done.returncode == 0 and all(f"I{n} " in done.stdout for n in ("01", "02", "47"))
        else:
            good = done.returncode == int(rows[id][1]) and any(
                re.search(rows[id][3], told) for told in done.stderr.splitlines())
        if not good or seconds > SECONDS:
            bad += 1
            print(f"    {name}: {id} expected; status {done.returncode}, {seconds:.2f} s, "
                  f"{done.stderr[:300]}{done.stdout[:200]}")
    if open(store, "rb").read() != before:
        bad += 1
        print("    the file was changed")
    print(f"    {count} workbooks, {bad} wrong; slowest {slowest[1]}: {slowest[0]:.2f} s")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

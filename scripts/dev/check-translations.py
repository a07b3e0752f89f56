#!/usr/bin/env python3
"""Every text that people read is translated: what xgettext finds in core/ (_ and N_, and the words of
core/limit.h) and templates/*.lua (_) has exactly one Indonesian sentence, none fuzzy, none left over,
each with the same conversions of printf. Names each gap; status 1 when there is one.
"""
import glob
import re
import subprocess
import sys
from collections import Counter

sys.path.insert(0, "scripts/dev")
from messages import CONVERSION, literals  # noqa: E402  (same folder)

ENTRY = re.compile(r'^msgid((?:\s*"(?:[^"\\]|\\.)*")+)\s*^msgstr((?:\s*"(?:[^"\\]|\\.)*")+)', re.M)


def entries(text):
    """(msgid, msgstr, comment lines) of each entry but the header."""
    for block in re.split(r"\n\s*\n", text):
        match = ENTRY.search(block)
        if match and literals(match.group(1)):
            flags = [line for line in block.split("\n") if line.startswith("#,")]
            yield literals(match.group(1)), literals(match.group(2)), " ".join(flags)


def xgettext(files, *options):
    """msgid -> where it first stands."""
    if not files:
        return {}
    done = subprocess.run(["xgettext", "--from-code=UTF-8", "--no-wrap", "--omit-header", "-o", "-",
                           *options, *files], capture_output=True, text=True, check=True)
    found = {}
    for block in re.split(r"\n\s*\n", done.stdout):
        match = ENTRY.search(block)
        place = re.search(r"^#: (\S+)", block, re.M)
        if match:
            found.setdefault(literals(match.group(1)), place.group(1) if place else "?")
    return found


def wanted():
    """Everything that must be translated."""
    sources = sorted(glob.glob("core/*.[ch]"))
    found = xgettext(sources, "--language=C", "--keyword", "--keyword=_", "--keyword=N_")
    found.update(xgettext(["core/limit.h"], "--language=C", "--keyword", "--keyword=row:3",
                          "--keyword=row:4"))
    found.update(xgettext(["core/limit.h"], "--language=C", "--keyword", "--keyword=row:4"))
    templates = sorted(glob.glob("templates/**/*.lua", recursive=True))
    found.update(xgettext(templates, "--language=Lua", "--keyword", "--keyword=_"))
    found.pop("", None)
    return found


def conversions(text):
    """What printf would take, in any order: a translation may number its arguments."""
    return Counter(re.sub(r"^%\d+\$", "%", c) for c in CONVERSION.findall(text))


def main():
    bad, known, sources = [], {}, wanted()
    for path in sorted(glob.glob("templates/lang/id/*.po")):
        text = open(path, encoding="utf-8").read()
        if re.search(r"^#~", text, re.M):
            bad.append(f"{path}: keeps obsolete entries")
        for msgid, msgstr, flags in entries(text):
            if "fuzzy" in flags:
                bad.append(f"{path}: is fuzzy: {msgid}")
            if not msgstr:
                bad.append(f"{path}: is not translated: {msgid}")
            if msgid in known and known[msgid] != msgstr:
                bad.append(f"{path}: is translated twice, differently: {msgid}")
            if msgid not in sources:
                bad.append(f"{path}: nothing says this any more: {msgid}")
            elif msgstr and conversions(msgid) != conversions(msgstr):
                bad.append(f"{path}: other conversions than in English: {msgid}")
            known[msgid] = msgstr
    bad += [f"{place}: has no Indonesian: {text}" for text, place in sources.items() if text not in known]
    print("\n".join(bad + [f"texts: {len(sources)}, translated: {len(set(sources) & set(known))}"]))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()

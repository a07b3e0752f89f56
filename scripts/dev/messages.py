#!/usr/bin/env python3
"""Prints core/message.h as a table: name, exit status, English and Indonesian pattern, TAB between.

A pattern is a POSIX extended regular expression of the whole sentence, in which every conversion of
printf stands for any text. A row without a translation has its English text in both places.
With --names only the names are printed, with --texts name and English text.
"""
import ast
import glob
import re
import sys

ROW = re.compile(r'^#define\s+M_(\w+)\s+(ERROR_\w+),\s*"(\w+)",\s*N_\((.*)\)\s*$')
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
CONVERSION = re.compile(r"%(?:\d+\$)?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?[diouxXcsfgeaP%]")


def literals(source):
    """The text of adjacent C string literals."""
    return "".join(ast.literal_eval(part) for part in LITERAL.findall(source))


def rows(path="core/message.h"):
    """(name, kind, text) of each row; complains about a row whose names differ."""
    source = open(path, encoding="utf-8").read().replace("\\\n", " ")
    for line in source.split("\n"):
        if not line.startswith("#define M_"):
            continue
        match = ROW.match(line)
        if match is None:
            sys.exit(f"{path}: cannot be read as a row: {line[:90]}")
        if match.group(1) != match.group(3):
            sys.exit(f"{path}: M_{match.group(1)} calls itself {match.group(3)}")
        yield match.group(1), match.group(2), literals(match.group(4))


def statuses(path="core/error.h"):
    """Exit status of each kind."""
    source = open(path, encoding="utf-8").read()
    return {m.group(1): m.group(2) for m in re.finditer(r'row\((ERROR_\w+), "\w+", (\d), \d+\)', source)}


def translations(language="id"):
    """msgid -> msgstr of all catalogues of a language."""
    found = {}
    for path in sorted(glob.glob(f"templates/lang/{language}/*.po")):
        for block in re.split(r"\n\s*\n", open(path, encoding="utf-8").read()):
            lines = [line for line in block.split("\n") if not line.startswith("#")]
            match = re.search(r'msgid((?:\s*"(?:[^"\\]|\\.)*")+)\s*msgstr((?:\s*"(?:[^"\\]|\\.)*")+)',
                              "\n".join(lines))
            if match and literals(match.group(2)):
                found.setdefault(literals(match.group(1)), literals(match.group(2)))
    return found


def pattern(text):
    """The sentence as an extended regular expression."""
    out, at = "", 0
    for match in CONVERSION.finditer(text):
        out += re.sub(r"([][.*^$+?(){}|\\])", r"\\\1", text[at:match.start()])
        out += "%" if match.group() == "%%" else ".*"
        at = match.end()
    out += re.sub(r"([][.*^$+?(){}|\\])", r"\\\1", text[at:])
    return out + "$"


def main():
    if "--names" in sys.argv:
        print("\n".join(name for name, _, _ in rows()))
        return
    if "--texts" in sys.argv:
        print("\n".join(f"{name}\t{text}" for name, _, text in rows()))
        return
    known, status = translations(), statuses()
    for name, kind, text in rows():
        print(name, status[kind], pattern(text), pattern(known.get(text, text)), sep="\t")


if __name__ == "__main__":
    main()

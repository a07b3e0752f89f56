#!/usr/bin/env python3
"""Prints what a workbook holds, one thing a line, for tests/bench/support_workbook_floor.c:

    sheet NAME | column FIRST LAST WIDTH | row ROW HEIGHT | merge ROW COLUMN ROW COLUMN FORMAT
    text ROW COLUMN FORMAT TEXT | number ROW COLUMN FORMAT NUMBER | blank ROW COLUMN FORMAT
    formula ROW COLUMN FORMAT NUMBER FORMULA | formulatext ROW COLUMN FORMAT VALUE TAB FORMULA

Rows and columns from 0; fields are separated by TAB, "\\n" in a text is written \\n.
"""
import re
import sys

sys.path.insert(0, sys.argv[1] + "/tests/cli")
from workbook import MAIN, Workbook  # noqa: E402


def place(cell):
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1


def put(*fields):
    print(*[str(field).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", " ") for field in fields], sep="\t")


def sheet(book, name):
    root = book.read(book.parts[name])
    put("sheet", name)
    for column in root.iter(MAIN + "col"):
        put("column", int(column.get("min")) - 1, int(column.get("max")) - 1, column.get("width"))
    for merge in root.iter(MAIN + "mergeCell"):
        first, last = merge.get("ref").split(":")
        put("merge", *place(first), *place(last), 1)
    for row in root.iter(MAIN + "row"):
        put("row", int(row.get("r")) - 1, row.get("ht") or 15)
    styles = {cell.get("r"): cell.get("s") or 0 for cell in root.iter(MAIN + "c")}
    for cell, kind, formula, text in book.cells(name):
        where = (*place(cell), styles[cell])
        if formula is not None and kind == "str":
            put("formulatext", *where, text, formula.text)
        elif formula is not None:
            put("formula", *where, text, formula.text)
        elif kind == "s":
            put("text", *where, text)
        elif text == "":
            put("blank", *where)
        else:
            put("number", *where, text)


book = Workbook(sys.argv[2])
for name in book.parts:
    sheet(book, name)

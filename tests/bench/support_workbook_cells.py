#!/usr/bin/env python3
"""Prints what a workbook holds, one thing a line, for tests/bench/support_workbook_floor.c:

    sheet NAME | column FIRST LAST WIDTH | row ROW HEIGHT | merge ROW COLUMN ROW COLUMN FORMAT
    text ROW COLUMN FORMAT TEXT | number ROW COLUMN FORMAT NUMBER | blank ROW COLUMN FORMAT
    formula ROW COLUMN FORMAT NUMBER FORMULA | formulatext ROW COLUMN FORMAT VALUE TAB FORMULA
    condition ROW COLUMN ROW COLUMN FORMULA | choice ROW COLUMN ROW COLUMN FORMULA
    chart KIND | series CATEGORIES VALUES          of the chart before; KIND as the library's names end

Rows and columns from 0; fields are separated by TAB, "\\n" in a text is written \\n.
"""
import os
import re
import sys
from xml.etree import ElementTree

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


CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def related(book, part, kind):
    """The parts of a kind that a part points to, in the order of their numbers."""
    rels = os.path.join(os.path.dirname(part), "_rels", os.path.basename(part) + ".rels")
    if rels not in book.archive.namelist():
        return []
    found = [os.path.normpath(os.path.join(os.path.dirname(part), rel.get("Target")))
             for rel in ElementTree.fromstring(book.archive.read(rels)) if rel.get("Type").endswith("/" + kind)]
    return sorted(found, key=lambda name: int(re.search(r"(\d+)\.xml", name).group(1)))


def kind_of(plot):
    """"barChart" with its direction and grouping becomes COLUMN_STACKED, and the like."""
    kind = plot.tag[len(CHART):-len("Chart")].upper()
    if kind == "BAR":
        grouping = plot.find(CHART + "grouping")
        column = plot.find(CHART + "barDir").get("val") == "col"
        stacked = grouping is not None and grouping.get("val") == "stacked"
        kind = ("COLUMN" if column else "BAR") + ("_STACKED" if stacked else "")
    return kind


def charts(book, name):
    for drawing in related(book, book.parts[name], "drawing"):
        for chart in related(book, drawing, "chart"):
            plots = [plot for plot in book.read(chart).iter(CHART + "plotArea").__next__() if plot.tag.endswith("Chart")]
            put("chart", kind_of(plots[0]))
            for series in (one for plot in plots for one in plot.iter(CHART + "ser")):
                put("series", *[next((f.text for f in (series.find(CHART + part) or []) for f in f.iter(CHART + "f")), "")
                                for part in ("cat", "val")])


def areas(element):
    """The areas of a rule, each as its two corners."""
    for area in element.get("sqref").split(" "):
        first, last = (area + ":" + area).split(":")[:2]
        yield (*place(first), *place(last))


def rules(root):
    for element in root.iter(MAIN + "conditionalFormatting"):
        for rule in element.iter(MAIN + "cfRule"):
            for area in areas(element):
                put("condition", *area, rule.findtext(MAIN + "formula") or "1")
    for element in root.iter(MAIN + "dataValidation"):
        for area in areas(element):
            put("choice", *area, element.findtext(MAIN + "formula1") or "1")


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
    rules(root)
    charts(book, name)


book = Workbook(sys.argv[2])
for name in book.parts:
    sheet(book, name)

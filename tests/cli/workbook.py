#!/usr/bin/env python3
"""Looks into workbooks, for tests/cli/report.sh.

    workbook.py recalculate FILE FOLDER       LibreOffice recalculates everything; FOLDER/FILE holds the result
    workbook.py compare FILE RECALCULATED     prints "N formulas, M differ" and the first that differ
    workbook.py plant FILE OTHER SHEET CELL VALUE     a copy in which one formula's stored value is wrong
    workbook.py cell FILE SHEET CELL          prints a cell's value
    workbook.py apply FILE OTHER CHANGES BASIS        a copy with the changes of assess.py typed in, and the basis
    workbook.py agrees FILE RESULT.json BASIS         index, predicate and every indicator are as in a result document
    workbook.py check FILE                    parts well-formed, no macro, links outside to the web only, formulas by the rule
    workbook.py show FILE                     all cells, one a line: sheet, cell, kind, value
"""
import json
import os
import re
import sys
import zipfile
from xml.etree import ElementTree

import office

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FUNCTIONS = set("ABS AND COUNTIF COUNTIFS IF INDEX INT LEN MATCH MAX MIN OR ROUND SUM SUMPRODUCT".split())


class Workbook:
    """The sheets of a workbook by name, each with its cells: (formula or None, value)."""

    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        self.shared = self.strings()
        self.parts = self.sheets()

    def read(self, part):
        return ElementTree.fromstring(self.archive.read(part))

    def strings(self):
        if "xl/sharedStrings.xml" not in self.archive.namelist():
            return []
        return ["".join(t.text or "" for t in item.iter(MAIN + "t"))
                for item in self.read("xl/sharedStrings.xml").findall(MAIN + "si")]

    def sheets(self):
        targets = {r.get("Id"): r.get("Target") for r in self.read("xl/_rels/workbook.xml.rels")}
        found = {}
        for sheet in self.read("xl/workbook.xml").iter(MAIN + "sheet"):
            target = targets[sheet.get(RELATION + "id")]
            found[sheet.get("name")] = target.lstrip("/") if target.startswith("/") else "xl/" + target
        return found

    def cells(self, sheet):
        for cell in self.read(self.parts[sheet]).iter(MAIN + "c"):
            formula, value = cell.find(MAIN + "f"), cell.find(MAIN + "v")
            text = "" if value is None or value.text is None else value.text
            if cell.get("t") == "s":
                text = self.shared[int(text)]
            yield cell.get("r"), cell.get("t") or "n", formula, text


def same(one, other):
    try:
        return abs(float(one) - float(other)) <= 1e-9
    except ValueError:
        return one == other


def compare(path, other):
    ours, theirs = Workbook(path), Workbook(other)
    count, differ = 0, []
    for sheet in ours.parts:
        found = {place: (kind, text) for place, kind, _, text in theirs.cells(sheet)}
        for place, kind, formula, text in ours.cells(sheet):
            if formula is None:
                continue
            count += 1
            their_kind, their_text = found.get(place, ("n", ""))
            if their_kind in ("b", "e") or not same(text, their_text):
                differ.append(f"{sheet}!{place}: stored {text!r}, recalculated {their_text!r} ({formula.text})")
    print(f"{count} formulas, {len(differ)} differ")
    for line in differ[:10]:
        print("  " + line)


def rewrite(path, other, part, change):
    """Copies a workbook, one part changed."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data.decode()).encode() if name == part else data)


def plant(path, other, sheet, cell, value):
    def change(text):
        changed, count = re.subn(r'(<c r="%s"[^>]*><f>[^<]*</f><v>)[^<]*' % cell, r"\g<1>" + value, text)
        assert count == 1, "there is no formula in " + cell
        return changed
    rewrite(path, other, Workbook(path).parts[sheet], change)


def typed(xml, cell, text):
    """A sheet's XML with something else in a cell that can be changed."""
    new = f'<c r="{cell}"\\1 t="inlineStr"><is><t>{text}</t></is></c>'
    if re.fullmatch(r"[0-9.]+", text):
        new = f'<c r="{cell}"\\1><v>{text}</v></c>'
    changed, count = re.subn(r'<c r="%s"( s="\d+")?[^>]*?(?:/>|>.*?</c>)' % cell, new, xml, count=1)
    assert count == 1, "there is no cell " + cell
    return changed


def apply(path, other, changes, basis):
    book = Workbook(path)
    rows = {sheet: {text: place[1:] for place, _, _, text in book.cells(sheet) if place[0] == "A" and place[1].isdigit()}
            for sheet in ("Kriteria", "Indikator")}
    edits = {"Ringkasan": [("J7", basis)], "Kriteria": [], "Indikator": [], "Bukti": []}
    for line in open(changes, encoding="utf-8").read().split("\n"):
        kind, place, text = (line.split(" ") + ["", "", ""])[:3]
        if kind == "answer":
            edits["Kriteria"].append(("E" + rows["Kriteria"][place], text))
        elif kind == "claim":
            edits["Indikator"].append(("D" + rows["Indikator"][place], text))
        elif kind == "supports":
            edits["Bukti"].append((f"H{int(place) + 5}", "" if text == "-" else text))
    parts = {book.parts[sheet]: list_ for sheet, list_ in edits.items()}
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name).decode() if name in parts else source.read(name)
            for cell, text in parts.get(name, []):
                data = typed(data, cell, text)
            target.writestr(name, data)


def agrees(path, result, basis):
    wanted, book, bad = json.load(open(result, encoding="utf-8")), Workbook(path), []
    summary = {place: text for place, _, _, text in book.cells("Ringkasan")}
    cells = {place: text for place, _, _, text in book.cells("Indikator")}
    rows = {text: place[1:] for place, text in cells.items() if place[0] == "A" and place[1].isdigit()}

    def want(what, found, value):
        exact = re.fullmatch(r"(-?\d+)/(\d+)", str(value))
        plain = int(exact[1]) / int(exact[2]) if exact else value
        if not same(found, str(plain)):
            bad.append(f"{what}: the sheet says {found}, the engine {value}")
    index = wanted["indexes"][basis]
    want("index", summary["A7"], index["exact"])
    want("predicate", summary["D7"], index["predicate"])
    want("given", summary["J8"], index["given"])
    for domain in wanted["domains"] or [wanted]:
        for aspect in domain["aspects"]:
            for indicator in aspect["indicators"]:
                row = rows[indicator["id"]]
                want(indicator["id"] + " supported", cells.get("E" + row, ""), indicator["supported"] or "")
                if indicator[basis] is not None:
                    want(indicator["id"], cells["G" + row], indicator[basis])
    print("\n".join(bad[:10]) if bad else "agrees")
    sys.exit(1 if bad else 0)


def is_web_link(relation):
    """Links that a person clicks may lead to the web; nothing may be fetched from there."""
    return (relation.get("Type", "").endswith("/hyperlink")
            and re.match(r"(https?://[A-Za-z0-9]|mailto:)[!#-;=?-Z_a-z~]*$", relation.get("Target", "")))


def check_part(name, data, problems):
    if not name.endswith((".xml", ".rels", ".vml")):
        return
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        problems.append(f"{name}: {error}")
        return
    if name.endswith(".rels"):
        problems.extend(f"{name}: leads outside, to {r.get('Target')}" for r in root
                        if r.get("TargetMode") == "External" and not is_web_link(r))


def check_formula(place, formula, problems):
    bare = re.sub(r'"[^"]*"', '""', formula)
    names = set(re.findall(r"([A-Za-z_.]+)\(", bare))
    if not names <= FUNCTIONS:
        problems.append(f"{place}: calls {sorted(names - FUNCTIONS)}")
    if "&" in bare or "[" in bare or "|" in bare:
        problems.append(f"{place}: {formula}")


def check(path):
    problems = []
    book = Workbook(path)
    for name in book.archive.namelist():
        if re.search(r"vba|macro|activeX|externalLink|embeddings|connections", name, re.I):
            problems.append("holds " + name)
        check_part(name, book.archive.read(name), problems)
    for sheet in book.parts:
        for place, kind, formula, _ in book.cells(sheet):
            if formula is not None:
                check_formula(f"{sheet}!{place}", formula.text, problems)
            if kind in ("b", "e"):
                problems.append(f"{sheet}!{place}: a truth value or an error")
    print("\n".join(problems) if problems else "sound")
    sys.exit(1 if problems else 0)


def show(path):
    book = Workbook(path)
    for sheet in book.parts:
        for place, kind, formula, text in book.cells(sheet):
            print(sheet, place, "formula" if formula is not None else kind, text.replace("\n", " | "), sep="\t")


def cell(path, sheet, place):
    print(next(text for found, _, _, text in Workbook(path).cells(sheet) if found == place))


if __name__ == "__main__":
    {"recalculate": office.convert, "compare": compare, "plant": plant, "check": check, "show": show, "cell": cell,
     "apply": apply, "agrees": agrees}[sys.argv[1]](*sys.argv[2:])

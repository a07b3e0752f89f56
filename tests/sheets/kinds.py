#!/usr/bin/env python3
"""Fills in a form with every kind of cell that spreadsheet programs write.

    kinds.py FORM.xlsx OUT.xlsx [--wrong]

Shared, inline and rich texts, numbers as text, a day in the epoch of 1904, a column and a row inserted in front,
a sheet more. --wrong: a formula with its cached value and a truth value where answers belong.
"""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

from fill import NS, SPACE, Sheet

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def cell_of(row, column):
    cell = next(c for c in row if re.match(r"[A-Z]+", c.get("r")).group() == column)
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
    return cell


def rich(cell, *runs):
    cell.set("t", "inlineStr")
    inner = tree.SubElement(cell, NS + "is")
    for run in runs:
        text = tree.SubElement(tree.SubElement(inner, NS + "r"), NS + "t")
        text.text = run
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def value(cell, text, kind=None, formula=None):
    if kind:
        cell.set("t", kind)
    if formula:
        tree.SubElement(cell, NS + "f").text = formula
    tree.SubElement(cell, NS + "v").text = text


def fill(rows, shared, wrong):
    value(cell_of(rows["I01"], "D"), "3", "str")
    rich(cell_of(rows["I01"], "E"), "tebal ", "dan ", "miring")
    value(cell_of(rows["I02"], "D"), "2.0")
    value(cell_of(rows["I01.2.a"], "D"), str(shared), "s")
    value(cell_of(rows["I01.2.a"], "F"), str(shared + 1), "s")
    value(cell_of(rows["I01.2.a"], "H"), str(45047 - 1462))  # 2023-05-01, counted from 1904
    value(cell_of(rows["I01.2.b"], "D"), "TIDAK", "str")
    if wrong:
        value(cell_of(rows["I02.2.a"], "D"), "Ya", "str", 'IF(1=1,"Ya","")')
        value(cell_of(rows["I02.2.b"], "D"), "1", "b")


def add_strings(data):
    root = tree.fromstring(data)
    first = len(root)
    for text in ("Ya", "SK & <lampiran>"):
        tree.SubElement(tree.SubElement(root, NS + "si"), NS + "t").text = text
    for name in ("count", "uniqueCount"):
        root.set(name, str(len(root)))
    return first, tree.tostring(root, xml_declaration=True, encoding="UTF-8")


def add_sheet(parts):
    parts["xl/worksheets/sheet99.xml"] = ('<worksheet xmlns="%s"><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
                                          '<t>coretan</t></is></c></row></sheetData></worksheet>' % SPACE).encode()
    book = parts["xl/workbook.xml"].decode()
    book = book.replace("</sheets>", '<sheet name="Coretan" sheetId="99" r:id="rId99"/></sheets>')
    book = re.sub(r"<workbookPr[^/]*/>", '<workbookPr date1904="1"/>', book)
    assert "date1904" in book
    parts["xl/workbook.xml"] = book.encode()
    relations = parts["xl/_rels/workbook.xml.rels"].decode()
    parts["xl/_rels/workbook.xml.rels"] = relations.replace(
        "</Relationships>", '<Relationship Id="rId99" Type="%s/worksheet" Target="worksheets/sheet99.xml"/>'
        "</Relationships>" % OFFICE).encode()
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace(
        "</Types>", '<Override PartName="/xl/worksheets/sheet99.xml" ContentType="application/vnd.'
        'openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>').encode()


def drop_layout(root):
    """What would lie at the wrong place once rows and columns have moved."""
    for name in ("mergeCells", "dataValidations", "autoFilter", "sheetViews", "sheetProtection", "conditionalFormatting"):
        for part in root.findall(NS + name):
            root.remove(part)


def main(source, target, *options):
    tree.register_namespace("", SPACE)
    tree.register_namespace("r", OFFICE)
    archive = zipfile.ZipFile(source)
    parts = {name: archive.read(name) for name in archive.namelist()}
    strings = ["".join(t.text or "" for t in si.iter(NS + "t"))
               for si in tree.fromstring(parts["xl/sharedStrings.xml"])]
    shared, parts["xl/sharedStrings.xml"] = add_strings(parts["xl/sharedStrings.xml"])
    for name in [n for n in parts if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)]:
        sheet = Sheet(parts[name], strings)
        rows = dict(sheet.ids())
        if "spbe:id" in rows and "I01" in rows:
            fill(rows, shared, "--wrong" in options)
            sheet.move()
            drop_layout(sheet.root)
            parts[name] = tree.tostring(sheet.root, xml_declaration=True, encoding="UTF-8")
    book = parts["xl/workbook.xml"].decode()
    parts["xl/workbook.xml"] = re.sub(r"<definedNames>.*?</definedNames>", "", book, flags=re.S).encode()
    add_sheet(parts)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""Fills in a form as a person would, without a spreadsheet program.

    fill.py FORM.xlsx OUT.xlsx ID:value=TEXT ID:note=TEXT ID:formula=FORMULA …
    fill.py FORM.xlsx OUT.xlsx --filler=NAME
    fill.py FORM.xlsx OUT.xlsx --break-seal | --no-columns | --other-rules | --other-pack | --move | --reverse
    fill.py FORM.xlsx OUT.xlsx --unhide | --rename-key | --drop-row | --empty-key

Cells of evidence are ID:title, :number, :date, :pages, :file, :supports; ID may be E12 for an item of the
register, +1, +2, … for its free rows; ID:pages@date=45047 gives the cell the looks of another. --1904 makes the
workbook count its days from 1904. A value that is a number is written as one. "" empties a cell; ID:id=TEXT changes the hidden id of a row.
--move inserts a column and a row in front; --reverse turns the order of all rows around (their ids go with
them); the others spoil what is hidden, but for --unhide, which only shows it.
"""
import hashlib
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NS = "{" + SPACE + "}"
COLUMN = {"decision": "K", "id": "A", "value": "D", "note": "E", "formula": "D"}


def letters(reference):
    return re.match(r"[A-Z]+", reference).group()


def shift(column):
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    number, out = number + 1, ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(65 + rest) + out
    return out


class Sheet:
    def __init__(self, data, strings):
        self.root = tree.fromstring(data)
        self.data = self.root.find(NS + "sheetData")
        self.strings = strings

    def text(self, cell):
        value = cell.find(NS + "v")
        if value is None:
            return "".join(t.text or "" for t in cell.iter(NS + "t"))
        return self.strings[int(value.text)] if cell.get("t") == "s" else value.text

    def ids(self):
        for row in self.data:
            for cell in row:
                if letters(cell.get("r")) == "A" and self.text(cell):
                    yield self.text(cell), row
                break

    def columns(self, header):
        """Column letters by the words of the hidden row."""
        found = {}
        for cell in header:
            word = self.text(cell)
            if word.startswith("spbe:"):
                found[word[5:]] = letters(cell.get("r"))
        return found

    def free(self):
        """The free rows of the register: +1, +2, …"""
        rows = [row for row in self.data if len(row) and letters(row[0].get("r")) != "A"]
        return {"+%d" % (n + 1): row for n, row in enumerate(rows)}

    def write(self, row, column, text, formula=False, style=None):
        cell = next((c for c in row if letters(c.get("r")) == column), None)
        if style is not None:
            cell.set("s", style)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        if formula:
            tree.SubElement(cell, NS + "f").text = text
            tree.SubElement(cell, NS + "v").text = "3"
        elif re.fullmatch(r"[0-9.]+", text):
            tree.SubElement(cell, NS + "v").text = text
        elif text:
            cell.set("t", "inlineStr")
            tree.SubElement(tree.SubElement(cell, NS + "is"), NS + "t").text = text

    def seal(self, rows):
        sealed = ""
        for id, row in rows.items():
            if id not in ("spbe-form/1", "seal"):
                cells = {letters(cell.get("r")): self.text(cell) for cell in row}
                sealed += "\t".join(cells.get(column, "") for column in "ABCDEFGHI").rstrip("\t") + "\n"
        self.write(rows["seal"], "B", hashlib.sha256(sealed.encode()).hexdigest())

    def move(self):
        for row in self.data:
            number = int(row.get("r")) + 1
            row.set("r", str(number))
            for cell in row:
                cell.set("r", shift(letters(cell.get("r"))) + str(number))

    def reverse(self):
        rows = list(self.data)[4:]
        numbers = [row.get("r") for row in rows]
        for row in rows:
            self.data.remove(row)
        for row, number in zip(reversed(rows), numbers):
            row.set("r", number)
            for cell in row:
                cell.set("r", letters(cell.get("r")) + number)
            self.data.append(row)


def main(source, target, *changes):
    tree.register_namespace("", SPACE)
    archive = zipfile.ZipFile(source)
    parts = {name: archive.read(name) for name in archive.namelist()}
    strings = ["".join(t.text or "" for t in si.iter(NS + "t"))
               for si in tree.fromstring(parts["xl/sharedStrings.xml"])]
    for name in sorted(n for n in parts if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)):
        sheet = Sheet(parts[name], strings)
        rows = dict(sheet.ids())
        key = "spbe-form/1" in rows
        for filler in (c.split("=", 1)[1] for c in changes if c.startswith("--filler=")):
            if "spbe:filler" in rows:
                sheet.write(rows["spbe:filler"], "C", filler)
        if "spbe:id" in rows:
            columns = sheet.columns(rows["spbe:id"])
            if "supports" in columns:
                rows.update(sheet.free())
            for change in changes:
                if ":" in change and change.split(":")[0] in rows:
                    id, rest = change.split(":", 1)
                    what, text = rest.split("=", 1)
                    what, _, like = what.partition("@")
                    column = columns.get(what) or COLUMN[what]
                    style = like and next(c.get("s") for c in rows[id] if letters(c.get("r")) == columns[like])
                    sheet.write(rows[id], column, text, what == "formula", style or None)
            if "--no-columns" in changes:
                sheet.write(rows["spbe:id"], "A", "id")
            if "--reverse" in changes:
                sheet.reverse()
            if "--move" in changes:
                sheet.move()
        if key and "--break-seal" in changes:
            sheet.write(rows["I01"], "B", "0123456789abcdef")
        if key and "--drop-row" in changes:
            sheet.data.remove(rows["I01"])
        if key and "--empty-key" in changes:
            for row in list(sheet.data):
                sheet.data.remove(row)
        if key and "--other-rules" in changes:
            sheet.write(rows["instrument"], "B", "spbe-2018")
            sheet.seal(rows)
        if key and "--other-pack" in changes:
            sheet.write(rows["instrument"], "C", "0123456789abcdef")
            sheet.seal(rows)
        parts[name] = tree.tostring(sheet.root, xml_declaration=True, encoding="UTF-8")
    if "--1904" in changes:
        book = parts["xl/workbook.xml"]
        parts["xl/workbook.xml"] = book.replace(b"<workbookPr ", b'<workbookPr date1904="1" ')
    for change, old, new in (("--unhide", b' state="hidden"', b""), ("--rename-key", b'name="_spbe', b'name="Lembar')):
        if change in changes:
            parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(old, new)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""Fills a form in as a person does, in LibreOffice: jumps from one unlocked cell to the next, types, saves.

    person.py FORM.xlsx FOLDER ID:WHAT=TEXT …     as fill.py names cells; key:filler=TEXT for the identity sheet

Walks through each sheet by Tab: all cells to be filled in must come, row by row, and no other (the first 60 of a
sheet). Types each text into its cell, as keys would: LibreOffice makes numbers and days of them. Saves
FOLDER/isi.xlsx. Prints how many cells it came to; a locked cell, a sheet that is not protected, or a wrong
stop ends it with a sentence; where LibreOffice itself ended, the status is 75.
"""
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import DisposedException
from com.sun.star.uno import RuntimeException

FILTER = "Calc MS Excel 2007 XML"


def values(**settings):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in settings.items())


class Office:
    """One LibreOffice of our own, with its own profile."""

    def __init__(self, folder):
        pipe = "spbe-%d" % os.getpid()
        self.process = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nologo", "--accept=pipe,name=%s;urp;" % pipe,
             "-env:UserInstallation=file://" + os.path.abspath(folder) + "/profile"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ, HOME=os.path.abspath(folder)))
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(300):
            try:
                self.context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
                break
            except Exception:
                time.sleep(0.1)
        else:
            self.process.kill()
            print("LibreOffice does not answer")
            sys.exit(75)
        manager = self.context.ServiceManager
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", self.context)
        self.dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", self.context)

    def open(self, path):
        return self.desktop.loadComponentFromURL("file://" + os.path.abspath(path), "_blank", 0, values(Hidden=True))

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:
            pass
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Form:
    def __init__(self, office, document):
        self.office, self.document = office, document
        self.view = document.CurrentController
        self.cells = {}
        for name in document.Sheets.ElementNames:
            if document.Sheets.getByName(name).IsVisible:
                self.learn(name)

    def learn(self, sheet_name):
        """Where each cell is, by the ids of its row and the hidden names of its column."""
        sheet = self.document.Sheets.getByName(sheet_name)
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        rows = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn,
                                            cursor.RangeAddress.EndRow).DataArray
        heads = {}
        free = 0
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                if isinstance(text, str) and text.startswith("spbe:") and number == 0:
                    heads[text[5:]] = column
            id = row[0]
            if number > 4 and "supports" in heads and not id:
                free += 1
                id = "+%d" % free
            if isinstance(id, str) and id.startswith("spbe:"):
                id = "key" if "fact" in heads and number > 0 else id
            if id == "key":
                self.cells["key", row[0][5:]] = (sheet_name, heads["fact"], number)
            elif isinstance(id, str) and id not in ("", "id", "spbe:id"):
                for name, column in heads.items():
                    self.cells.setdefault((id, name), (sheet_name, column, number))

    def run(self, command, **settings):
        self.office.dispatcher.executeDispatch(self.view.Frame, ".uno:" + command, "", 0, values(**settings))

    def type(self, id, what, text):
        if (id, what) not in self.cells:
            sys.exit("the form has no cell %s:%s" % (id, what))
        name, column, row = self.cells[id, what]
        sheet = self.document.Sheets.getByName(name)
        cell = sheet.getCellByPosition(column, row)
        if cell.CellProtection.IsLocked:
            sys.exit("%s:%s is locked" % (id, what))
        self.view.setActiveSheet(sheet)
        self.view.select(cell)
        self.run("EnterString", StringName=text)

    def walk(self, sheet_name, most):
        """Jumps through the sheet from its first input on: every input is reached, row by row, and nothing else."""
        sheet = self.document.Sheets.getByName(sheet_name)
        if not sheet.isProtected():
            sys.exit("%s is not protected" % sheet_name)
        inputs = []
        for row, column in sorted({(row, column) for name, column, row in self.cells.values() if name == sheet_name}):
            if len(inputs) < most and not sheet.getCellByPosition(column, row).CellProtection.IsLocked:
                inputs.append((row, column))
        if not inputs:
            return 0
        self.view.setActiveSheet(sheet)
        first = sheet.getCellByPosition(inputs[0][1], inputs[0][0])
        self.run("GoToCell", ToPoint=first.AbsoluteName.split(".")[-1])  # select() would keep Tab within the cell
        for row, column in inputs[1:]:
            self.run("JumpToNextUnprotected")
            at = self.view.Selection.RangeAddress
            if (at.StartRow, at.StartColumn) != (row, column):
                sys.exit("%s: Tab leads to row %d, column %d instead of row %d, column %d" %
                         (sheet_name, at.StartRow + 1, at.StartColumn + 1, row + 1, column + 1))
        return len(inputs)


def main(source, folder, *changes):
    try:
        office = Office(folder)
    except RuntimeException:
        sys.exit(75)
    try:
        form = Form(office, office.open(source))
        for name in form.document.Sheets.ElementNames:
            if form.document.Sheets.getByName(name).IsVisible:
                print("%s: %d cells" % (name, form.walk(name, 60)))
        for change in changes:
            id, rest = change.split(":", 1)
            what, text = rest.split("=", 1)
            form.type(id, what, text)
        target = "file://" + os.path.abspath(os.path.join(folder, "isi.xlsx"))
        form.document.storeToURL(target, values(FilterName=FILTER))
    except RuntimeException as problem:  # of which DisposedException is one
        if "disposed" in str(problem) or isinstance(problem, DisposedException):
            sys.exit(75)
        raise
    finally:
        office.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

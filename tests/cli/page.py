#!/usr/bin/env python3
"""Looks into pages of HTML, for tests/cli/html.sh.

    page.py check FILE...                 strict XML, every element closed in HTML too, nothing from elsewhere, ids
                                          once, links lead somewhere, no table cell over another
    page.py shows FILE RESULT.json        every value of a result document is there, as the engine rounds it
    page.py texts FILE WORKBOOK           every text of the sheets of a workbook that can be seen is there
    page.py text FILE                     all that can be read, one piece a line
"""
import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from xml.etree import ElementTree

VOID = {"meta", "br", "col", "img"}
SELF_CLOSED = VOID | {"path", "rect", "circle"}
REFERENCES = {"src", "href", "action", "formaction", "poster", "background", "cite", "data", "xlink:href"}


def refuse(sentence):
    print(sentence)
    sys.exit(1)


class Page(HTMLParser):
    """A page as a browser reads it: elements are counted, texts gathered."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.targets, self.texts = [], set(), set(), []
        self.tables, self.csp, self.language = [], None, None
        self.feed(source)
        self.close()
        if self.open:
            refuse(f"left open: {self.open}")

    def handle_startendtag(self, tag, attributes):
        if tag not in SELF_CLOSED:
            refuse(f"<{tag}/> is read as open in HTML")
        self.note(tag, dict(attributes))

    def handle_starttag(self, tag, attributes):
        self.note(tag, dict(attributes))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            refuse(f"</{tag}> closes {self.open[-3:]}")
        self.open.pop()

    def note(self, tag, attributes):
        if tag in ("script", "link", "iframe", "object", "embed", "base", "form", "input"):
            refuse(f"<{tag}> has no place here")
        for name, value in attributes.items():
            if name.startswith("on"):
                refuse(f"{tag} has {name}")
            if name in REFERENCES and not (value.startswith("#") or value.startswith("data:image/png;base64,")):
                refuse(f"{tag} refers to {value}")
            if name == "style" and ("url(" in value or "<" in value):
                refuse(f"a style says {value}")
        if "id" in attributes:
            if attributes["id"] in self.ids:
                refuse(f"the id {attributes['id']} is there twice")
            self.ids.add(attributes["id"])
        if tag == "a":
            self.targets.add(attributes["href"][1:])
        if tag == "html":
            self.language = attributes.get("lang")
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy":
            self.csp = attributes["content"]

    def handle_data(self, data):
        if "style" not in self.open and data.strip():
            self.texts.append(data)


def text_of(element):
    """The text of a cell, its line breaks as such; figures have their own."""
    parts = [element.text or ""]
    for child in element:
        parts.append("\n" if child.tag == "br" else "" if child.tag == "figure" else text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def check_table(table):
    """No cell lies over another, none beyond the columns."""
    columns = sum(int(col.get("span", "1")) for col in table.iter("col"))
    if columns == 0:
        return
    taken = {}
    for row, element in enumerate(table.findall("./*/tr")):
        column = 0
        for cell in element:
            while taken.get((row, column)):
                column += 1
            for r in range(int(cell.get("rowspan", "1"))):
                for c in range(int(cell.get("colspan", "1"))):
                    if taken.get((row + r, column + c)):
                        refuse(f"two cells in row {row + 1}, column {column + c + 1}")
                    taken[row + r, column + c] = True
            column += int(cell.get("colspan", "1"))
        if column > columns:
            refuse(f"row {row + 1} has {column} columns of {columns}")


def check(path):
    with open(path, "rb") as file:
        source = file.read()
    tree = ElementTree.fromstring(source)
    page = Page(source.decode("utf-8"))
    if page.language not in ("id", "en"):
        refuse("no language")
    if page.csp is None or "default-src 'none'" not in page.csp or "script" in page.csp:
        refuse(f"the policy is {page.csp}")
    if page.targets - page.ids:
        refuse(f"links to nothing: {sorted(page.targets - page.ids)[:3]}")
    for word in ("http:", "https:", "@import", "url("):
        style = "".join(element.text or "" for element in tree.iter("style"))
        if word in style:
            refuse(f"the style sheet says {word}")
    for table in tree.iter("table"):
        check_table(table)
    for figure in tree.iter("svg"):
        if figure.get("role") != "img" or not figure.get("aria-label") or figure.find("desc") is None:
            refuse("a chart says nothing to who does not see it")
    for picture in tree.iter("img"):
        if picture.get("alt") is None:
            refuse("a picture says nothing to who does not see it")
    return tree


def cells_of(tree):
    return [text_of(cell) for table in tree.iter("table") for cell in table.iter() if cell.tag in ("td", "th")]


def shows(path, result):
    cells = set(cells_of(check(path)))
    with open(result, encoding="utf-8") as file:
        document = json.load(file)
    wanted = [document["index"]["value"].replace(".", ","), document["index"]["predicate"],
              document["assessment"]["agency"]["name"]]
    aspects = document.get("aspects") or [a for d in document["domains"] for a in d["aspects"]]
    for group in document["domains"] + aspects:
        wanted += [group["value"].replace(".", ","), group["name"]]
    for aspect in aspects:
        for indicator in aspect["indicators"]:
            wanted += [indicator["id"], indicator["value"].replace(".", ",")]
    missing = [one for one in wanted if one not in cells and not any(one in cell for cell in cells)]
    if missing:
        refuse(f"not there: {missing[:5]}")
    print(f"{len(wanted)} values")


def texts(path, workbook):
    tool = os.path.join(os.path.dirname(os.path.abspath(__file__)), "workbook.py")
    shown = subprocess.run([sys.executable, tool, "show", workbook], check=True, capture_output=True, text=True).stdout
    tree = check(path)
    sections = {s.find("h2").text: "\0".join(cells_of(s)).replace("\n", " ") for s in tree.iter("section")}
    count = 0
    for line in shown.splitlines():
        sheet, place, kind, value = (line.split("\t") + ["", "", ""])[:4]
        if sheet not in sections or kind != "s" or not value.strip():
            continue
        count += 1
        if value.replace(" | ", " ").replace("\n", " ") not in sections[sheet].replace(" | ", " "):
            refuse(f"{sheet} {place}: {value!r} is not there")
    print(f"{count} texts")


def main():
    if sys.argv[1] == "check":
        for path in sys.argv[2:]:
            check(path)
    elif sys.argv[1] == "text":
        with open(sys.argv[2], encoding="utf-8") as file:
            print("\n".join(Page(file.read()).texts))
    else:
        {"shows": shows, "texts": texts}[sys.argv[1]](*sys.argv[2:])


main()

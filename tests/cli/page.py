#!/usr/bin/env python3
"""Looks into pages of HTML, for tests/cli/html.sh.

    page.py check FILE...                 strict XML, every element closed in HTML too, nothing from elsewhere, ids
                                          once, links lead somewhere, no table cell over another
    page.py shows FILE RESULT.json        every value of a result document is there, as the engine rounds it
    page.py texts FILE WORKBOOK           every text of the sheets of a workbook that can be seen is there
    page.py narrow FILE...                what a screen of 390 pixels makes of each sheet: "board" or "table", its
                                          name, bands, figures put below each other, rows named by a heading
    page.py text FILE                     all that can be read, one piece a line
"""
import json
import os
import re
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
            outside = tag == "a" and name == "href" and re.match(r"(https?://|mailto:)[!#-;=?-Z_a-z~]+$", value)
            if outside and attributes.get("rel") != "noopener noreferrer":
                refuse(f"what {value} opens knows of this page")
            if name in REFERENCES and not outside and not (value.startswith("#") or value.startswith("data:image/png;base64,")):
                refuse(f"{tag} refers to {value}")
            if name == "style" and ("url(" in value or "<" in value):
                refuse(f"a style says {value}")
        if "id" in attributes:
            if attributes["id"] in self.ids:
                refuse(f"the id {attributes['id']} is there twice")
            self.ids.add(attributes["id"])
        if tag == "a" and attributes["href"].startswith("#"):
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


def luminance(color):
    """WCAG 2.1, relative luminance."""
    parts = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    parts = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def check_contrast(tree, style):
    """Texts of every style stand out from their ground as WCAG 2.1 AA asks: 4.5, large ones 3."""
    used = {name for cell in tree.iter() if cell.tag in ("td", "th") and (cell.text or "").strip("\n \u2013")
            for name in cell.get("class", "").split()}
    for name, body in re.findall(r"^td\.([sk]\d+),[^{]*\{([^}]*)\}", style, re.M):
        rules = dict(rule.split(":", 1) for rule in body.split(";") if rule)
        if name not in used or name[0] == "k":
            continue
        size = float(rules.get("font-size", "10pt").removesuffix("pt"))
        one, other = sorted([luminance(rules.get("color", "#1f2937")), luminance(rules.get("background", "#ffffff"))])
        contrast = (other + 0.05) / (one + 0.05)
        if contrast < (3 if size >= 14 else 4.5):
            refuse(f"{name} {body}: contrast {contrast:.2f}")


def check_structure(tree):
    """What a screen reader goes by: one heading of the page, one a sheet, headings of columns and rows."""
    if len(list(tree.iter("h1"))) != 1 or not tree.find(".//h1").text:
        refuse("the page has no heading, or several")
    if not tree.find(".//title").text:
        refuse("the page has no title")
    for section in tree.iter("section"):
        heading = section.find("h2")
        if heading is None or heading.get("id") != section.get("aria-labelledby"):
            refuse(f"{section.get('id')} has no heading")
    for cell in tree.iter("th"):
        if cell.get("scope") not in ("col", "row"):
            refuse(f"the heading {text_of(cell)!r} does not say of what")


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
    check_structure(tree)
    check_contrast(tree, "".join(element.text or "" for element in tree.iter("style")))
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


def classes(element):
    return (element.get("class") or "").split()


def check_pinned(section, style):
    """A wide table: a box that is never higher than the screen, and in each row of its body the cells of the column
    that stays, or a cell that takes its place."""
    number = section.get("id")
    kept = re.search(rf"\(max-width:700px\)\{{#{number} \.z\{{position:static\}}#{number} \.(z\d+)", style)
    if f"#{number} .x{{max-height:" not in style or kept is None:
        refuse(f"{section.find('h2').text} has no box, or no column that stays")
    if not any(kept[1] in classes(cell) for cell in section.iter() if cell.tag in ("td", "th")):
        refuse(f"{section.find('h2').text} has no cell of the column that stays")


def narrow(path):
    tree = check(path)
    style = "".join(element.text or "" for element in tree.iter("style"))
    for section in tree.iter("section"):
        board = "r" in classes(section)
        if not board:
            check_pinned(section, style)
        wide = [e for e in section.iter("div") if "wide" in classes(e)]
        slim = [e for e in section.iter("div") if "slim" in classes(e)]
        if len(wide) != len(slim):
            refuse("a wide chart is not drawn for narrow screens")
        bodies = [e for table in section.iter("table") if "g" in classes(table) for e in table.findall("tbody")]
        below = sum("o1" in classes(cell) for cell in section.iter())
        rows = sum(cell.get("scope") == "row" for cell in section.iter("th")) - len(
            [cell for details in section.iter("details") for cell in details.iter("th") if cell.get("scope") == "row"])
        print(f"{'board' if board else 'table'}\t{section.find('h2').text}\t{len(bodies)}\t{below}\t{rows}")


def main():
    if sys.argv[1] == "narrow":
        for path in sys.argv[2:]:
            narrow(path)
    elif sys.argv[1] == "check":
        for path in sys.argv[2:]:
            check(path)
    elif sys.argv[1] == "text":
        with open(sys.argv[2], encoding="utf-8") as file:
            print("\n".join(Page(file.read()).texts))
    else:
        {"shows": shows, "texts": texts}[sys.argv[1]](*sys.argv[2:])


main()

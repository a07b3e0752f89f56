#!/usr/bin/env python3
"""Workbooks as they come: honest ones in every shape that programs write, and hostile ones.

    make.py NAME FILE        writes one
    make.py --list           NAME, then the message that refuses it, or "-" for an honest one
    make.py --limit N NAME FILE      one that reaches a number: make.py --limit 65 depth deep.xlsx

The honest ones all say the same: I01 has level 3, I02 level 2 and I47 level 4.
"""
import base64
import random
import struct
import sys
import zlib

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


# ---- archives, byte by byte -----------------------------------------------------------------------

class Part:
    """One part; what is not given is told as it is."""

    def __init__(self, name, data, method=8, flag=0, crc=None, size=None, packed=None, at=None):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.data = data if isinstance(data, bytes) else data.encode()
        self.method, self.flag, self.at = method, flag, at
        self.crc = zlib.crc32(self.data) if crc is None else crc
        self.size = len(self.data) if size is None else size
        self.body = self.data if packed is None and method != 8 else packed
        if self.body is None:
            press = zlib.compressobj(9, zlib.DEFLATED, -15)
            self.body = press.compress(self.data) + press.flush()


def archive(parts, count=None, tail=b"", directory=None):
    """The bytes of an archive. count: what it says of its parts; directory: changes the bytes of it."""
    out, heads = b"", b""
    for part in parts:
        fields = struct.pack("<HHHHIII", part.flag, part.method, 0, 0x5A21, part.crc,
                             len(part.body), part.size)
        offset = len(out) if part.at is None else part.at
        heads += (b"PK\1\2" + struct.pack("<HH", 20, 20) + fields +
                  struct.pack("<HHHHHII", len(part.name), 0, 0, 0, 0, 0, offset) + part.name)
        if part.at is None:
            out += (b"PK\3\4" + struct.pack("<H", 20) + fields +
                    struct.pack("<HH", len(part.name), 0) + part.name + part.body)
    if directory:
        heads = directory(heads)
    count = len(parts) if count is None else count
    return out + heads + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count & 0xFFFF, count & 0xFFFF,
                                                 len(heads), len(out), len(tail)) + tail


# ---- workbooks ------------------------------------------------------------------------------------

def relations(*rows):
    return XML + f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="{id}" Type="{kind if "/" in kind else OFFICE + "/" + kind}" '
        f'Target="{target}"{more}/>' for id, kind, target, more in rows) + "</Relationships>"


def sheet(rows, space=MAIN):
    return XML + f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'


def text(place, value):
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def number(place, value, more=""):
    return f'<c r="{place}"{more}><v>{value}</v></c>'


HEAD = f'<row r="1">{text("A1", "Indikator")}{text("B1", "Tingkat")}</row>'
GOOD = (HEAD + f'<row r="2">{number("A2", 1)}{number("B2", 3)}</row>'
        f'<row r="3">{text("A3", "I02")}{number("B3", 2)}</row>'
        f'<row r="4">{text("A4", "47")}{text("B4", "4")}</row>')
CONTENT = (XML + f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
           '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
           'officedocument.spreadsheetml.sheet.main+xml"/></Types>')


def workbook(*sheets, before="", space=MAIN, office=OFFICE):
    rows = "".join(f'<sheet name="{name}" sheetId="{i + 1}" {more} r:id="rId{i + 1}"/>'
                   for i, (name, more) in enumerate(sheets))
    return (XML + f'<workbook xmlns="{space}" xmlns:r="{office}">{before}'
            f'<sheets>{rows}</sheets></workbook>')


def book(rows=GOOD, **changes):
    """The parts of a workbook with one sheet. changes: part by a short name; None leaves it out."""
    parts = {
        "types": ("[Content_Types].xml", CONTENT),
        "package": ("_rels/.rels", relations(("rId1", "officeDocument", "xl/workbook.xml", ""))),
        "workbook": ("xl/workbook.xml", workbook(("Data", ""))),
        "relations": ("xl/_rels/workbook.xml.rels",
                      relations(("rId1", "worksheet", "worksheets/sheet1.xml", ""))),
        "sheet": ("xl/worksheets/sheet1.xml", rows if rows.startswith("<?xml") else sheet(rows)),
    }
    more = changes.pop("more", [])
    for name, data in changes.items():
        if data is None:
            del parts[name]
        else:
            parts[name] = (parts[name][0], data)
    return [Part(name, data) for name, data in parts.values()] + more


def common(strings=None, styles=None, before="", rows=GOOD):
    """A workbook with texts or styles in parts of their own."""
    links = [("rId1", "worksheet", "worksheets/sheet1.xml", "")]
    more = []
    if strings is not None:
        links.append(("rId2", "sharedStrings", "sharedStrings.xml", ""))
        more.append(Part("xl/sharedStrings.xml", strings))
    if styles is not None:
        links.append(("rId3", "styles", "styles.xml", ""))
        more.append(Part("xl/styles.xml", styles))
    return archive(book(rows, relations=relations(*links), more=more,
                        workbook=workbook(("Data", ""), before=before)))


def strings(*texts):
    return XML + f'<sst xmlns="{MAIN}">' + "".join(f"<si>{t}</si>" for t in texts) + "</sst>"


STYLES = (XML + f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" '
          'formatCode="[$-421]d mmmm yyyy;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/>'
          '<xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>')


def swap(parts, name, **changes):
    """The same parts, one told otherwise."""
    return [Part(p.name, p.data, **changes) if p.name == name.encode() else p for p in parts]


SHEET = "xl/worksheets/sheet1.xml"


def honest():
    yield "inline", archive(book())
    yield "stored", archive([Part(p.name, p.data, method=0) for p in book()])
    yield "shared", common(strings("<t>Indikator</t>", "<t>Tingkat</t>", "<t>I02</t>"), rows=(
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
        '<row><c><v>1</v></c><c><v>3</v></c></row>'
        '<row><c t="s"><v>2</v></c><c><v> 2 </v></c></row><row><c><v>47</v></c><c><v>4</v></c></row>'))
    yield "rich", common(strings(
        "<r><rPr><b/></rPr><t>Indi</t></r><r><t>kator</t></r><rPh sb='0' eb='1'><t>xx</t></rPh>"
        "<phoneticPr fontId='1'/>", "<t>Ting</t><extLst><ext><t>yy</t></ext></extLst>"), rows=(
            '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>Ting</t></r><r><t>kat</t></r>'
            '<rPh sb="0" eb="1"><t>zz</t></rPh></is></c></row>') + GOOD.split("</row>", 1)[1])
    yield "absolute", archive(book(
        package=relations(("r", "officeDocument", "/xl/workbook.xml", "")),
        relations=relations(("rId1", "worksheet", "/xl/worksheets/sheet1.xml", ""))))
    yield "elsewhere", archive([Part(n, d) for n, d in (
        ("[Content_Types].xml", CONTENT),
        ("_rels/.rels", relations(("r", "officeDocument", "buku/../b/w.xml", ""))),
        ("b/_rels/w.xml.rels", relations(("rId1", "worksheet", "./../lembar.xml", ""))),
        ("b/w.xml", workbook(("Data", ""))), ("lembar.xml", sheet(GOOD)))])
    yield "capitals", archive(book(relations=relations(
        ("rId1", "worksheet", "WorkSheets/Sheet1.XML", ""))))
    yield "prefixed", archive(book(
        f'{XML}<x:worksheet xmlns:x="{MAIN}"><x:sheetData>' +
        GOOD.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:") +
        "</x:sheetData></x:worksheet>"))
    yield "strict", archive(book(sheet(GOOD, STRICT), workbook=workbook(
        ("Data", ""), space=STRICT, office="http://purl.oclc.org/ooxml/officeDocument/relationships")))
    yield "utf16", archive(book(sheet=("﻿" + sheet(GOOD).replace("UTF-8", "UTF-16")).encode(
        "utf-16-le")))
    yield "extras", archive(book(
        f'{XML}<worksheet xmlns="{MAIN}" xmlns:x14="http://schemas.microsoft.com/office/x14" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14">'
        f'<sheetPr><tabColor rgb="FF00FF00"/></sheetPr><!-- x --><sheetData>{GOOD}'
        '<x14:row><x14:c><x14:v>9</x14:v></x14:c></x14:row></sheetData><extLst><ext uri="{1}">'
        '<x14:dataValidations><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'
        "</x14:dataValidations></ext></extLst></worksheet>"))
    others = relations(("rId1", "worksheet", "worksheets/sheet1.xml", ""),
                       ("rId2", "worksheet", "worksheets/sheet2.xml", ""),
                       ("rId3", "chartsheet", "chartsheets/sheet1.xml", ""))
    yield "sheets", archive(book(
        "<row r='3'>" + text("C3", "catatan") + "</row>", relations=others,
        workbook=workbook(("Petunjuk", 'state="hidden"'), ("Data", ""), ("Bagan", "")),
        more=[Part("xl/worksheets/sheet2.xml", sheet(GOOD)), Part("xl/chartsheets/sheet1.xml", "<x/>")]))
    yield "moved", archive(book(
        f'<row r="4">{text("B4", "Laporan 2024")}</row><row r="6">{text("C6", "LEVEL")}'
        f'{text("F6", "No. Indikator")}</row><row r="7">{number("C7", 3)}{number("F7", 1)}</row>'
        f'<row r="9">{number("C9", 2)}{text("F9", "Indikator 2")}</row><row r="10"/>'
        f'<row r="12">{number("A12", 77)}{text("C12", "Tingkat 4")}{text("F12", "i-47")}</row>'))
    yield "dates", common(None, STYLES, '<workbookPr date1904="1"/>', GOOD + (
        '<row r="9">' + number("D9", 40000, ' s="1"') + number("E9", 40000.5, ' s="2"') + "</row>"))
    yield "folders", archive([Part("xl/", "", method=0)] + book())
    yield "comment", archive(book(), tail=b"disimpan oleh Siti")
    yield "floats", archive(book(GOOD.replace("<v>3</v>", "<v>3.0000000000000000</v>").replace(
        "<v>2</v>", "<v>2E0</v>")))


def hostile():
    bad = lambda name, id, data: (name, id, data)
    parts = book()
    ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
    yield bad("password", "ARCHIVE_PASSWORD", ole + bytes(2048))
    yield bad("empty", "ARCHIVE_KIND", b"")
    yield bad("html", "ARCHIVE_KIND", b"<html><table><tr><td>Indikator</td></tr></table></html>")
    yield bad("pdf", "ARCHIVE_KIND", b"%PDF-1.7\n")
    yield bad("in-front", "ARCHIVE_KIND", b"MZ" + archive(parts))
    yield bad("only-magic", "ARCHIVE_CUT", b"PK\3\4")
    yield bad("cut", "ARCHIVE_CUT", archive(parts)[:-40])
    yield bad("cut-half", "ARCHIVE_CUT", archive(parts)[:700])
    yield bad("no-directory", "ARCHIVE_CUT", archive(parts, directory=lambda d: b""))
    yield bad("garbled-directory", "ARCHIVE_CUT", archive(parts, directory=lambda d: d[::-1]))
    yield bad("more-told", "ARCHIVE_CUT", archive(parts, count=len(parts) + 3))
    yield bad("parts", "ARCHIVE_PARTS", archive(parts + [Part(f"x/{i}", "") for i in range(996)]))
    yield bad("parts-told", "ARCHIVE_PARTS", archive(parts, count=65000))
    for name, word in (("up", "../../etc/passwd"), ("inner-up", "xl/../../x"), ("root", "/etc/passwd"),
                       ("backslash", "..\\x"), ("drive", "C:/x"), ("nul", b"xl/a\0b"),
                       ("control", "xl/\n"), ("accent", "xl/é"), ("nameless", b""),
                       ("long-name", "x" * 300)):
        yield bad("name-" + name, "ARCHIVE_NAME", archive(parts + [Part(word, "x")]))
    yield bad("twice", "ARCHIVE_TWICE", archive(parts + [parts[4]]))
    yield bad("twice-capitals", "ARCHIVE_TWICE", archive(parts + [Part(SHEET.upper(), "x")]))
    yield bad("encrypted", "ARCHIVE_ENCRYPTED", archive(swap(parts, SHEET, flag=1)))
    yield bad("encrypted-strong", "ARCHIVE_ENCRYPTED", archive(swap(parts, SHEET, flag=0x40)))
    for method in (1, 9, 12, 14, 93, 99):
        yield bad(f"method-{method}", "ARCHIVE_METHOD", archive(swap(parts, SHEET, method=method)))
    yield bad("overlap", "ARCHIVE_OVERLAP", archive(parts + [Part("xl/media/image1.png", parts[0].data, at=0)]))
    yield bad("overlap-many", "ARCHIVE_OVERLAP", archive(
        parts + [Part(f"xl/media/image{i:03}.p", parts[0].data, at=0) for i in range(500)]))
    big = bytes(2 << 20)
    yield bad("ratio", "ARCHIVE_RATIO", archive(parts + [Part("xl/media/x", big)]))
    yield bad("bomb", "ARCHIVE_RATIO", archive(swap(parts, SHEET, packed=Part("x", bytes(60 << 20)).body,
                                                    size=60 << 20)))
    yield bad("part-large", "ARCHIVE_PART_LARGE", archive(swap(parts, SHEET, size=(64 << 20) + 1)))
    yield bad("part-huge", "ARCHIVE_PART_LARGE", archive(swap(parts, SHEET, size=0xFFFFFFFE)))
    heavy = Part("xl/m", bytes(200000), method=0)
    yield bad("large", "ARCHIVE_LARGE", archive(parts + [
        Part(f"xl/m{i}", heavy.data, method=8, packed=heavy.data * 2, size=50 << 20) for i in range(3)]))
    yield bad("crc", "ARCHIVE_DAMAGED", archive(swap(parts, SHEET, crc=1)))
    yield bad("crc-types", "ARCHIVE_DAMAGED", archive(swap(parts, "[Content_Types].xml", crc=1)))
    yield bad("size-lies", "ARCHIVE_DAMAGED", archive(swap(parts, SHEET, size=9999)))
    yield bad("stream", "ARCHIVE_DAMAGED", archive(swap(parts, SHEET, packed=b"\xff" * 200)))
    yield bad("stream-cut", "ARCHIVE_DAMAGED", archive(swap(parts, SHEET, packed=parts[4].body[:-9])))
    yield bad("offset", "ARCHIVE_DAMAGED", archive(parts + [Part("xl/y", "x", at=0x7FFFFFF0)]))
    yield bad("strings-gone", "ARCHIVE_MISSING", archive(book(relations=relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", "sharedStrings", "s.xml", "")))))
    # XML
    wrap = lambda head, rows: f"<?xml version='1.0'?>{head}<worksheet xmlns='{MAIN}'>{rows}</worksheet>"
    lol = "".join(f"<!ENTITY l{i} '{f'&l{i - 1};' * 10}'>" for i in range(1, 9))
    yield bad("laughs", "XML_DOCTYPE", archive(book(wrap(
        f"<!DOCTYPE x [<!ENTITY l0 'lol'>{lol}]>", "<sheetData><row><c><v>&l8;</v></c></row></sheetData>"))))
    yield bad("outside", "XML_DOCTYPE", archive(book(wrap(
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "&e;"))))
    yield bad("doctype", "XML_DOCTYPE", archive(book(wrap("<!DOCTYPE worksheet>", ""))))
    yield bad("doctype-strings", "XML_DOCTYPE", common(f"<!DOCTYPE sst><sst xmlns='{MAIN}'/>"))
    yield bad("doctype-workbook", "XML_DOCTYPE", archive(book(workbook="<!DOCTYPE workbook><workbook/>")))
    yield bad("doctype-types", "XML_DOCTYPE", archive(book(types="<!DOCTYPE Types><Types/>")))
    yield bad("entity", "XML_FORM", archive(book(GOOD.replace("I02", "&nbsp;"))))
    yield bad("xml-cut", "XML_FORM", archive(book(sheet=sheet(GOOD)[:-30])))
    yield bad("xml-two-roots", "XML_FORM", archive(book(sheet=sheet(GOOD) + "<a/>")))
    yield bad("xml-empty", "XML_FORM", archive(book(sheet="")))
    yield bad("xml-bytes", "XML_FORM", archive(book(sheet=sheet(GOOD).encode() + b"\xff\xfe\x00")))
    yield bad("xml-utf8", "XML_FORM", archive(book(sheet=sheet(GOOD).encode().replace(b"I02", b"\xc0\xaf"))))
    yield bad("xml-control", "XML_FORM", archive(book(GOOD.replace("I02", "&#1;"))))
    yield bad("xml-encoding", "XML_FORM", archive(book(sheet(GOOD).replace("UTF-8", "EBCDIC-9"))))
    yield bad("deep", "XML_DEEP", archive(book("<a>" * 70 + "</a>" * 70)))
    yield bad("deep-text", "XML_DEEP", common(strings("<r>" * 200 + "</r>" * 200)))
    yield bad("attributes", "XML_ATTRIBUTES", archive(book(
        "<row " + " ".join(f"a{i}='1'" for i in range(100)) + "/>")))
    pad = base64.b64encode(noise(3 << 20)).decode()
    yield bad("tag", "XML_TAG", archive(book(f"<row a='{pad}'/>")))
    yield bad("remark", "XML_TAG", archive(book(f"<!--{pad}--><row/>")))
    # Workbooks
    yield bad("no-types", "SHEET_NONE", archive(book(types=None)))
    yield bad("no-package", "SHEET_NONE", archive(book(package=None)))
    yield bad("no-workbook", "SHEET_NONE", archive(book(workbook=None)))
    yield bad("ods", "SHEET_NONE", archive([
        Part("mimetype", "application/vnd.oasis.opendocument.spreadsheet", method=0),
        Part("content.xml", "<x/>")]))
    yield bad("word", "SHEET_NONE", archive(book(workbook="<w:document xmlns:w='w'/>")))
    yield bad("package-outside", "SHEET_NONE", archive(book(package=relations(
        ("r", "officeDocument", "https://example.org/w.xml", ' TargetMode="External"')))))
    yield bad("package-up", "SHEET_NONE", archive(book(package=relations(
        ("r", "officeDocument", "../../xl/workbook.xml", "")))))
    yield bad("macro-type", "SHEET_MACRO", archive(book(types=CONTENT.replace(
        "openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"))))
    yield bad("macro-part", "SHEET_MACRO", archive(parts + [Part("xl/vbaProject.bin", "x")]))
    yield bad("macro-sheet", "SHEET_MACRO", archive(book(relations=relations(
        ("rId1", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet",
         "worksheets/sheet1.xml", "")))))
    yield bad("binary", "SHEET_MACRO", archive(book(types=CONTENT.replace(
        "openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        "ms-excel.sheet.binary.macroEnabled.main"))))
    yield bad("activex", "SHEET_MACRO", archive(parts + [Part("xl/activeX/activeX1.bin", "x")]))
    yield bad("relation-gone", "SHEET_RELATION", archive(book(relations=None)))
    yield bad("relation-up", "SHEET_RELATION", archive(book(relations=relations(
        ("rId1", "worksheet", "../../../etc/passwd", "")))))
    yield bad("relation-outside", "SHEET_RELATION", archive(book(relations=relations(
        ("rId1", "worksheet", "http://example.org/s.xml", ' TargetMode="External"')))))
    yield bad("sheet-gone", "SHEET_RELATION", archive(book(sheet=None)))
    yield bad("sheet-twice", "SHEET_TWICE", archive(book(
        workbook=workbook(("Data", ""), ("DATA", "")), relations=relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml", ""),
            ("rId2", "worksheet", "worksheets/sheet1.xml", "")))))
    yield bad("sheets", "SHEET_COUNT", limit_sheets(201))
    yield bad("root", "SHEET_ROOT", archive(book(XML + "<worksheet xmlns='x'/>")))
    yield bad("root-strings", "SHEET_ROOT", common(sheet("")))
    yield bad("root-styles", "SHEET_ROOT", common(None, sheet("")))
    # Cells
    for name, place in (("zero", "A0"), ("column", "XFE1"), ("row", "A1048577"), ("far", "ZZZZZZ1"),
                        ("word", "Halo"), ("minus", "A-1"), ("absolute", "$A$1"), ("lead", "A01")):
        yield bad("place-" + name, "SHEET_PLACE", archive(book(f"<row>{number(place, 1)}</row>")))
    for name, row in (("row-zero", "0"), ("row-far", "1048577"), ("row-huge", "99999999999999999999"),
                      ("row-word", "satu"), ("row-cell", "A1")):
        yield bad(name, "SHEET_PLACE", archive(book(f'<row r="{row}"/>')))
    yield bad("row-over", "SHEET_PLACE", archive(book('<row r="1048576"/><row/>')))
    yield bad("column-over", "SHEET_PLACE", archive(book(f'<row>{number("XFD1", 1)}<c/></row>')))
    yield bad("cell-twice", "SHEET_ORDER", archive(book(f'<row>{number("A1", 1)}{number("A1", 2)}</row>')))
    yield bad("cell-back", "SHEET_ORDER", archive(book(f'<row>{number("B1", 1)}{number("A1", 2)}</row>')))
    yield bad("cell-elsewhere", "SHEET_ORDER", archive(book(f'<row r="1">{number("A2", 1)}</row>')))
    yield bad("row-twice", "SHEET_ORDER", archive(book(HEAD + HEAD)))
    yield bad("row-back", "SHEET_ORDER", archive(book('<row r="5"/><row r="4"/>')))
    yield bad("data-twice", "SHEET_ORDER", archive(book(GOOD + "</sheetData><sheetData>" + GOOD)))
    for name, value in (("far", "7"), ("minus", "-1"), ("word", "x"), ("huge", "99999999999999999999"),
                        ("none", ""), ("fraction", "0.5")):
        yield bad("string-" + name, "SHEET_STRING", common(strings("<t>a</t>"), rows=(
            f'<row><c r="A1" t="s"><v>{value}</v></c></row>')))
    yield bad("type", "SHEET_TYPE", archive(book(number_of('t="x"', "1"))))
    yield bad("type-empty", "SHEET_TYPE", archive(book(number_of('t=""', "1"))))
    for name, kind, value in (("word", "n", "tiga"), ("inf", "n", "Infinity"), ("nan", "n", "NaN"),
                              ("hex", "n", "0x10"), ("flag", "b", "2"), ("day", "d", "kemarin"),
                              ("exponent", "n", "1E"), ("point", "n", ".")):
        yield bad("value-" + name, "SHEET_VALUE", archive(book(number_of(f't="{kind}"', value))))
    yield bad("cells", "SHEET_CELLS", limit_cells(200001))
    yield bad("long-text", "SHEET_CELL_LONG", limit_cell(32768))
    yield bad("long-shared", "SHEET_CELL_LONG", common(strings("<t>" + "x" * 32768 + "</t>")))
    yield bad("longest-text", "SHEET_CELL_LONG", archive(book(
        f'<row><c t="str"><v>{" " + pad[:900000]}</v></c></row>')))
    yield bad("texts-again", "SHEET_TEXT", limit_text(1025))
    yield bad("texts", "SHEET_TEXT", common(strings(
        *("<t>" + pad[i:i + 32000] + "</t>" for i in range(1100)))))
    yield bad("strings", "SHEET_STRINGS", common(strings("") .replace("<si></si>", "<si/>" * 200001)
                                                 .replace("<si/><si/>", "<si/><!--a--><si/>", 5)))
    # Tables
    row = lambda a, b: archive(book(HEAD + f'<row r="2">{a}{b}</row>'))
    yield bad("header", "TABLE_HEADER", archive(book(GOOD.replace("Tingkat", "Warna"))))
    yield bad("no-level", "TABLE_EMPTY", archive(book(HEAD)))
    yield bad("indicator", "TABLE_INDICATOR", row(number("A2", 99), number("B2", 1)))
    yield bad("no-indicator", "TABLE_NO_INDICATOR", row("", number("B2", 1)))
    yield bad("indicator-twice", "TABLE_TWICE", archive(book(GOOD.replace("I02", "I01"))))
    yield bad("formula", "TABLE_FORMULA", row(number("A2", 1), '<c r="B2"><f>1+2</f><v>3</v></c>'))
    yield bad("formula-bare", "TABLE_FORMULA", row(number("A2", 1), '<c r="B2"><f>1+2</f></c>'))
    yield bad("flag", "TABLE_KIND", row(number("A2", 1), number("B2", 1, ' t="b"')))
    yield bad("error", "TABLE_KIND", row(number("A2", 1), number("B2", "#N/A", ' t="e"')))
    yield bad("level", "EDIT_SCALE", row(number("A2", 1), number("B2", 9)))
    yield bad("half", "EDIT_WHOLE", row(number("A2", 1), number("B2", "2.5")))
    yield bad("level-word", "EDIT_NUMBER", row(number("A2", 1), text("B2", "tiga")))


def number_of(kind, value):
    return f'<row><c r="A1" {kind}><v>{value}</v></c></row>'


# ---- numbers that a limit is about ----------------------------------------------------------------

def limit_sheets(count):
    rows = workbook(*((f"S{i}" if i else "Data", "") for i in range(count)))
    for i in range(2, count + 1):
        rows = rows.replace(f'r:id="rId{i}"', 'r:id="rId2"')
    return archive(book(workbook=rows, relations=relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml", ""), ("rId2", "worksheet", "s.xml", "")),
        more=[Part("xl/s.xml", sheet(""))]))


def noise(count):
    """Bytes that deflate cannot shorten, the same each time."""
    return random.Random(1).randbytes(count)


def limit_cells(count):
    rest, rows = count - 8, []
    for i in range(rest // 1000 + 1):
        cells = min(1000, rest - 1000 * i)
        rows.append("<row>" + "".join(f"<c s='{(i * 31 + j * j) % 10}'/>" for j in range(cells)) + "</row>")
    return archive(book(GOOD + "".join(rows)))


def limit_cell(count):
    return archive(book(GOOD + f'<row r="9">{text("D9", "x" * count)}</row>'))


def limit_text(count):
    """count texts of 32 KiB less one, one shared text told again and again; the table's own come on top."""
    piece = base64.b64encode(noise(32767)).decode()[:32767]
    rows = "".join(f'<row r="{i + 9}"><c r="D{i + 9}" t="s"><v>0</v></c></row>' for i in range(count))
    return common(strings(f"<t>{piece}</t>"), rows=GOOD + rows)


def limit_file(count):
    data = archive(book(more=[Part("xl/media/x", noise(1000), method=0)]))
    return archive(book(more=[Part("xl/media/x", noise(1000) + bytes(count - len(data)), method=0)]))


def limit_part(count):
    piece = noise(1 << 20)
    return archive(book(more=[Part("xl/media/x", (piece * (count // len(piece) + 1))[:count],
                                   packed=piece, crc=0, size=count)]))


def limit_unpacked(count):
    own = sum(len(p.data) for p in book())
    piece, rest, more = noise(1 << 20), count - own, []
    while rest > 0:
        size = min(rest, 60 << 20)
        more.append(Part(f"xl/media/x{len(more)}", b"", packed=piece, crc=0, size=size))
        rest -= size
    return archive(book(more=more))


def limit_ratio(count):
    packed = noise(10000)
    return archive(book(more=[Part("xl/media/x", b"", packed=packed, crc=0, size=10000 * count)]))


def limit_parts(count):
    return archive(book(more=[Part(f"xl/media/{i}", "") for i in range(count - 5)]))


def limit_depth(count):
    return archive(book(GOOD + "<a>" * (count - 2) + "</a>" * (count - 2)))


def limit_attributes(count):
    return archive(book(GOOD + "<row " + " ".join(f"a{i}='1'" for i in range(count)) + "/>"))


def limit_tag(count):
    """A tag of `count` bytes, but for the pieces of 64 KiB in which a part comes."""
    piece = base64.b64encode(noise(count)).decode()[:count - 20]
    return archive(book(f"<row r='1' a='{piece}'/>" + GOOD.replace(
        'r="1"', 'r="5"').replace('"A1"', '"A5"').replace('"B1"', '"B5"').replace('r="2"', 'r="6"').replace(
        '"A2"', '"A6"').replace('"B2"', '"B6"').replace('r="3"', 'r="7"').replace('"A3"', '"A7"').replace(
        '"B3"', '"B7"').replace('r="4"', 'r="8"').replace('"A4"', '"A8"').replace('"B4"', '"B8"')))


def main(arguments):
    if arguments[:1] == ["--list"]:
        for name, _ in honest():
            print(name, "-")
        for name, id, _ in hostile():
            print("bad-" + name, id)
        return 0
    if arguments[:1] == ["--limit"]:
        data = globals()["limit_" + arguments[2]](int(arguments[1]))
        open(arguments[3], "wb").write(data)
        return 0
    if arguments[:1] == ["--all"]:
        for name, data in honest():
            open(f"{arguments[1]}/{name}.xlsx", "wb").write(data)
        for name, _, data in hostile():
            open(f"{arguments[1]}/bad-{name}.xlsx", "wb").write(data)
        return 0
    found = dict(honest()) | {"bad-" + name: data for name, _, data in hostile()}
    open(arguments[1], "wb").write(found[arguments[0]])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
"""Makes small PDF documents for the tests: pdf.py OUT.pdf KIND [TEXT...]

plain TEXT...      one page for each text; a line for each "|" in it
watermark WORD TEXT  one page with a large grey word across it
scan               one page that is a picture only
bomb               a page that draws a form that draws two that draw two ...
huge BYTES         one page of so many letters
broken             the beginning of a PDF, and nothing else
"""
import sys
import zlib


def document(objects):
    """The bytes of a PDF with these objects, the first being its catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def stream(content, extra=b""):
    packed = zlib.compress(content)
    return b"<< /Filter /FlateDecode /Length %d %s >>\nstream\n" % (len(packed), extra) + packed + b"\nendstream"


def pages(contents, resources=b"/Font << /F 3 0 R >>", more=()):
    """A document with a page for each content stream; `more` objects come behind the font."""
    first = 4 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + 2 * i) for i in range(len(contents)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *more]
    for i, content in enumerate(contents):
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
                       b" /Resources << %s >> >>" % (first + 2 * i + 1, resources))
        objects.append(stream(content))
    return document(objects)


def lines(text, size=11):
    shown = text.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %d Tf 60 780 Td 16 TL " % size + b" ".join(b"(%s) Tj T*" % line
                                                             for line in shown.split(b"|")) + b" ET\n"


def watermark(word, text):
    return (b"0.8 g BT /F 90 Tf 0.7071 0.7071 -0.7071 0.7071 130 250 Tm (%s) Tj ET 0 g\n"
            % word.encode("latin-1") + lines(text))


def make(kind, texts):
    if kind == "plain":
        return pages([lines(text) for text in texts])
    if kind == "watermark":
        return pages([watermark(texts[0], texts[1])])
    if kind == "scan":
        picture = stream(b"\x80" * 10000, b"/Type /XObject /Subtype /Image /Width 100 /Height 100"
                         b" /ColorSpace /DeviceGray /BitsPerComponent 8")
        return pages([b"q 500 0 0 700 40 60 cm /P Do Q"], b"/XObject << /P 4 0 R >>", [picture])
    if kind == "bomb":
        depth = 40
        forms = [stream(b"/X Do /X Do" if i < depth - 1 else lines("x"),
                        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <<"
                        b" /Font << /F 3 0 R >> /XObject << /X %d 0 R >> >>" % (5 + i))
                 for i in range(depth)]
        return pages([b"/X Do"], b"/XObject << /X 4 0 R >>", forms)
    if kind == "huge":
        row = "kata " * 16
        return pages([lines("|".join([row] * 60))] * (int(texts[0]) // (len(row) * 60) + 1))
    if kind == "broken":
        return b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog"
    sys.exit(__doc__)


if __name__ == "__main__":
    with open(sys.argv[1], "wb") as out:
        out.write(make(sys.argv[2], sys.argv[3:]))

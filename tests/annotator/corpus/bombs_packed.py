"""Bombs in containers: documents of word processors, workbooks, PDF."""

import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.annotator.corpus.bombs_labelled import times
from tests.annotator.corpus.files_made import docx, odt, packed

_BOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml'
    '.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship'
    ' Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    ' Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"'
    ' Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a"'
    ' sheetId="1" r:id="r1"/></sheets></workbook>',
}
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
_STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)


def book(folder, rows, strings=""):
    members = {
        **_BOOK,
        "xl/worksheets/sheet1.xml": _SHEET.format(rows),
        "xl/sharedStrings.xml": _STRINGS.format(strings),
    }
    return packed(folder / "a.xlsx", **members)


def cells(count):
    return "".join(f'<c t="str"><v>{n}</v></c>' for n in range(count))


def pdf(folder, *objects):
    written = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF"
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}"
    path = folder / "a.pdf"
    path.write_bytes(written + end.encode())
    return path


CATALOG = "<</Type/Catalog/Pages 2 0 R>>"
PAGES = "<</Type/Pages/Count 1/Kids[3 0 R]>>"
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>"


def stream(content, entries=""):
    return f"<<{entries}/Length {len(content)}>>stream\n{content}\nendstream"


def shown(folder, content, *more, entries=""):
    return pdf(folder, CATALOG, PAGES, PAGE, stream(content, entries), *more)


def deflated(content):
    return zlib.compress(content, 9).decode("latin-1")


def lying(folder):
    """Write an archive whose members declare wrong sizes."""
    path = docx(folder / "a.docx", "<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    raw = path.read_bytes()
    at = raw.rindex(b"PK\1\2")
    path.write_bytes(raw[: at + 20] + b"\xfe\xff\xff\xff\xfe\xff\xff\xff" + raw[at + 28 :])
    return path


def crowded(folder, count):
    path = folder / "a.docx"
    with zipfile.ZipFile(path, "w") as file:
        for number in range(count):
            file.writestr(str(number), "")
    return path


BOMBS: dict[str, Callable[[Path, float], Path]] = {
    "docx, empty paragraphs": lambda f, s: docx(f / "a.docx", "<w:p/>" * times(1.2e6, s)),
    "docx, paragraphs": lambda f, s: docx(f / "a.docx", "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * times(1.2e6, s)),
    "docx, spaces": lambda f, s: docx(f / "a.docx", " " * times(1e9, s)),
    "docx, one long word": lambda f, s: docx(f / "a.docx", f"<w:p><w:r><w:t>{'x' * times(6e7, s)}</w:t></w:r></w:p>"),
    "docx, nested tables": lambda f, s: docx(f / "a.docx", "<w:tbl><w:tr><w:tc>" * times(1e5, s, 300)),
    "docx, nested a little": lambda f, s: docx(f / "a.docx", ("<w:p>" * 200 + "</w:p>" * 200) * times(5000, s)),
    "docx, cells": lambda f, s: docx(
        f / "a.docx", f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * times(5e5, s)}</w:tr></w:tbl>"
    ),
    "docx, laughs": lambda f, s: packed(
        f / "a.docx", **{"_rels/.rels": f"{_LAUGHS}<Relationships>&l;</Relationships>"}
    ),
    "docx, lying sizes": lambda f, s: lying(f),
    "docx, members": lambda f, s: crowded(f, times(250_000, s)),
    "odt, nested lists": lambda f, s: odt(f / "a.odt", "<text:list><text:list-item>" * times(1e5, s, 300)),
    "odt, a billion spaces": lambda f, s: odt(f / "a.odt", '<text:p>x<text:s text:c="1000000000"/>y</text:p>'),
    "odt, spaces": lambda f, s: odt(f / "a.odt", f"<text:p>{'<text:s/>' * times(3e6, s)}x</text:p>"),
    "xlsx, a million columns": lambda f, s: book(f, f"<sheetData><row>{cells(times(1e6, s))}</row></sheetData>"),
    "xlsx, far row": lambda f, s: book(
        f,
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>text</v></c></row><row r="1048576">'
        '<c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>',
    ),
    "xlsx, far rows": lambda f, s: book(
        f,
        "<sheetData>"
        + "".join(f'<row r="{n * 4}"><c r="XFD{n * 4}" t="str"><v>x</v></c></row>' for n in range(1, times(2.6e5, s)))
        + "</sheetData>",
    ),
    "xlsx, row without end": lambda f, s: book(
        f,
        '<sheetData><row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2000000000"><c t="str"><v>a</v></c></row>'
        "</sheetData>",
    ),
    "xlsx, strings": lambda f, s: book(f, "<sheetData/>", "<si><t>x</t></si>" * times(1e7, s)),
    "xlsx, laughs": lambda f, s: packed(
        f / "a.xlsx", **{**_BOOK, "xl/worksheets/sheet1.xml": f"{_LAUGHS}{_SHEET.format('&l;')}"}
    ),
    "xlsx, spaces": lambda f, s: book(f, " " * times(9e8, s)),
    "pdf, pages in a loop": lambda f, s: pdf(f, CATALOG, "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"),
    "pdf, a million pages": lambda f, s: pdf(
        f, CATALOG, f"<</Type/Pages/Count {times(1e6, s)}/Kids[{'3 0 R ' * times(1e6, s)}]>>", PAGE, stream("")
    ),
    "pdf, lying count": lambda f, s: pdf(f, CATALOG, "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>", PAGE, stream("")),
    "pdf, nested arrays": lambda f, s: pdf(f, CATALOG, PAGES, "[" * times(1e6, s, 5000)),
    "pdf, nested names": lambda f, s: pdf(f, "<</Type/Catalog/Pages " + "<</A " * times(1e5, s, 5000)),
    "pdf, unpacks": lambda f, s: shown(f, deflated(bytes(times(1e9, s))), entries="/Filter/FlateDecode"),
    "pdf, many filters": lambda f, s: shown(
        f, deflated(b"x" * 1000), entries=f"/Filter[{'/FlateDecode ' * times(1e5, s)}]"
    ),
    "pdf, form within itself": lambda f, s: shown(
        f, "/X Do", stream("/X Do /X Do", "/Type/XObject/Subtype/Form/Resources<</XObject<</X 5 0 R>>>>")
    ),
    "pdf, operators": lambda f, s: shown(f, "BT (x) Tj ET " * times(2e6, s)),
    "pdf, open strings": lambda f, s: shown(f, "(" * times(1e6, s)),
    "pdf, length in a loop": lambda f, s: pdf(f, CATALOG, PAGES, PAGE, "<</Length 4 0 R>>stream\nx\nendstream"),
    "pdf, old tables in a loop": lambda f, s: _previous(f),
}


def _previous(folder):
    path = folder / "a.pdf"
    path.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\nxref\n0 1\n0000000000 65535 f \n"
        b"trailer<</Size 2/Root 1 0 R/Prev 51>>\nstartxref\n51\n%%EOF"
    )
    return path

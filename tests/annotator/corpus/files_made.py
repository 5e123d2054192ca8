"""Minimal files of the kinds that readers take, written by hand."""

import zipfile

SPACE = "http://schemas.openxmlformats.org"
WORD = f'xmlns:w="{SPACE}/wordprocessingml/2006/main" xmlns:mc="{SPACE}/markup-compatibility/2006"'


def put(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def packed(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return path


def docx(path, body, core=""):
    relation = f'Type="{SPACE}/officeDocument/2006/relationships/officeDocument" Target="word/main.xml"'
    members = {
        "_rels/.rels": f"<Relationships><Relationship {relation}/></Relationships>",
        "word/main.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
    }
    if core:
        members["docProps/core.xml"] = f'<cp:props xmlns:cp="c" xmlns:dc="d">{core}</cp:props>'
    return packed(path, **members)


def odt(path, body, meta=""):
    spaces = 'xmlns:o="o" xmlns:text="t" xmlns:table="tb" xmlns:dc="d"'
    return packed(
        path,
        **{
            "content.xml": f"<o:content {spaces}><o:body><o:text>{body}</o:text></o:body></o:content>",
            "meta.xml": f"<o:meta {spaces}>{meta}</o:meta>",
        },
    )


def pdf(path, *pages):
    """Write a PDF from pages, each a list of lines; each line is placed separately."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for n, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 60 780 Td {shown} ET"
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * n} 0 R>>"
        )
        objects.append(f"<</Length {len(stream.encode('cp1252'))}>>stream\n{stream}\nendstream")
    written = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj{content}endobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF"
    written += (f"xref\n0 {size}\n0000000000 65535 f \n{table}{end}").encode()
    path.write_bytes(written)
    return path

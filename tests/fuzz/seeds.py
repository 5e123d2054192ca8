"""Small valid files of each kind, the seeds of fuzzing."""

import gzip
from dataclasses import dataclass
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook

from annotator.formats.fit import Options
from annotator.formats.registry import IMPORTERS, exporter, importer_for
from tests.annotator.corpus.files_made import docx, odt, pdf
from tests.annotator.corpus.readers import test_warc
from tests.annotator.formats.checked import full
from tests.annotator.formats.reading import SCHEMA
from tests.annotator.formats.tools.uima import test_webanno

BODY = "Köln wächst 🎈.\n\nMarta Öztürk sagte am 3. Mai 2026, die Brücke sei „sicher“.\n"
WORD = (
    "<w:p><w:r><w:t>Köln wächst.</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>9</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
PAGE = (
    '<html lang="de"><head><meta charset="utf-8"><title>Köln</title><meta name="author" content="A. Adler">'
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-05-03"}</script></head>'
    f"<body><article><h1>Köln</h1><p>{BODY}</p><p>{BODY * 4}</p></article></body></html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Bote</title><item><title>Köln</title>'
    "<link>https://bote.example/1</link><pubDate>Mon, 09 Mar 2026 23:30:00 +0100</pubDate>"
    "<description>&lt;p&gt;Köln wächst.&lt;/p&gt;</description></item></channel></rss>"
)
NITF = (
    "<nitf><head><title>Köln</title></head><body><body.head><hedline><hl1>Köln</hl1></hedline></body.head>"
    "<body.content><p>Köln wächst.</p></body.content></body></nitf>"
)
NINJS = (
    '{"uri":"u:1","headline":"Köln","body_text":"Köln wächst.","versioncreated":"2026-05-03T10:00:00Z","language":"de"}'
)


@dataclass(frozen=True, kw_only=True)
class Seed:
    """A seed file: its name, its content, and files next to it that are read along."""

    name: str
    content: bytes
    beside: tuple[tuple[str, bytes], ...] = ()


def of_format(name: str, folder: Path) -> list[Seed]:
    """Return labelled files as this program writes them, or samples of what it only reads."""
    if name == "json-labels":
        return [Seed(name="a.json", content=_JSON_LABELS.encode())]
    if name == "inception":
        return [Seed(name="a.zip", content=_inception())]
    target = folder / f"seed{exporter(name).suffix}"
    exporter(name).write([full()], target, Options(schema=SCHEMA, suggestions=True))
    paths = sorted(path for path in ([target] if target.is_file() else target.rglob("*")) if path.is_file())
    read = [path for path in paths if importer_for(path) is IMPORTERS[name]]
    beside = tuple((path.name, path.read_bytes()) for path in paths if path not in read)
    return [Seed(name=path.name, content=path.read_bytes(), beside=beside) for path in read]


_JSON_LABELS = (
    '[{"text": "Bonn ruht.", "entities": [[0, 4, "LOC"]]},'
    ' {"text": "Bonn", "tracks": [{"project": "p", "denotations":'
    ' [{"id": 1, "span": {"begin": 0, "end": 4}, "obj": "LOC"}]}]},'
    ' {"paragraphs": [{"raw": "Bonn ruht", "sentences": [{"tokens": [{"orth": "Bonn", "ner": "U-LOC"}]}]}]}]'
)


def _inception() -> bytes:
    """Return a project with one document in WebAnno TSV."""
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("exportedproject.json", "{}")
        lines = "".join(f"{line}\n" for line in (*test_webanno.HEAD, *test_webanno.ROWS))
        archive.writestr("annotation/eins.txt/ada.tsv", lines)
    return content.getvalue()


_ARCHIVE = test_warc.record(test_warc.answer(PAGE.encode()))


def of_reader(name: str, folder: Path) -> list[Seed]:
    """Return files for a reader of articles."""
    return [Seed(name=f"a{suffix}", content=content) for suffix, content in _articles(name, folder)]


def _articles(name: str, folder: Path) -> list[tuple[str, bytes]]:
    made: dict[str, list[tuple[str, str | bytes]]] = {
        "text": [(".txt", BODY), (".txt", BODY.encode("utf-16")), (".txt", BODY.encode("cp1252", "replace"))],
        "markdown": [(".md", f"# Köln\n\n{BODY}\n\n> *Köln* [wächst](https://a.example)\n")],
        "html": [(".html", PAGE)],
        "mhtml": [(".mhtml", _letter("text/html", PAGE))],
        "warc": [(".warc", _ARCHIVE), (".warc.gz", gzip.compress(_ARCHIVE, mtime=0))],
        "docx": [(".docx", docx(folder / "a.docx", WORD, "<dc:title>Köln</dc:title>").read_bytes())],
        "odt": [(".odt", odt(folder / "a.odt", "<text:h>Köln</text:h><text:p>Köln wächst.</text:p>").read_bytes())],
        "pdf": [
            (".pdf", pdf(folder / "a.pdf", ["Koeln waechst.", "Nichts steht hier, und es steht da."]).read_bytes())
        ],
        "csv": [(".csv", "title;text;date\nKöln;Köln wächst.;2026-05-03\n"), (".tsv", "text\tid\nKöln\t1\n")],
        "xlsx": [(".xlsx", _workbook(folder / "a.xlsx"))],
        "jsonl": [(".jsonl", '{"headline": "Köln", "body": "Köln wächst."}\n' * 2), (".jsonl", NINJS)],
        "json": [(".json", f"[{NINJS}]"), (".json", '{"articles": [{"title": "Köln", "content": "Köln wächst."}]}')],
        "feed": [(".rss", FEED)],
        "xml": [(".xml", NITF), (".xml", FEED)],
        "eml": [(".eml", _letter("text/plain", BODY))],
    }
    assert name in made, f"give the reader {name} a valid file in `_articles` of tests/fuzz/seeds.py"
    return [(suffix, content if isinstance(content, bytes) else content.encode()) for suffix, content in made[name]]


def _letter(kind: str, body: str) -> bytes:
    letter = EmailMessage()
    letter["From"] = "Bote <brief@bote.example>"
    letter["Subject"] = "Köln wächst – schnell"
    letter["Date"] = "Mon, 09 Mar 2026 23:30:00 +0100"
    letter.set_content(body, subtype=kind.rpartition("/")[2])
    letter.add_alternative("<p>Köln</p>", subtype="html")
    return letter.as_bytes()


def _workbook(path: Path) -> bytes:
    book = Workbook()
    sheet = book.create_sheet()
    for row in (["title", "text"], ["Köln", "Köln wächst."]):
        sheet.append(row)
    book.save(path)
    return path.read_bytes()

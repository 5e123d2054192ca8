"""Documents of word processors: DOCX and ODT. Comments, headers, footnotes and deleted text are left out.

Source: ECMA-376, part 1, chapter 17 (WordprocessingML); OpenDocument 1.3, part 3, chapters 5 and 6.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from annotator.corpus.article import Draft, Found, ReadingChoices
from annotator.corpus.readers.tree import Rules, first, local, paragraphs, parse_xml, text_of, within
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.safe_zip import Archive, opened
from annotator.system.whole_files import Broken
from annotator.text.normalization import one_line

_LIMIT = 64  # MB of one part of a document

_DOCX = Rules(
    blocks=frozenset({"p"}),
    dropped=frozenset({"del", "movefrom", "fallback", "footnotereference", "endnotereference", "ppr", "rpr", "sdtpr"}),
    breaks={"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "\u2011"},
    rows=frozenset({"tr"}),
    cells=frozenset({"tc"}),
    words=frozenset({"t"}),
)
_ODT = Rules(
    blocks=frozenset({"p", "h", "list-item", "text-box"}),
    dropped=frozenset({"annotation", "note", "tracked-changes", "sequence-decls", "forms", "table-of-content", "desc"}),
    breaks={"tab": " ", "line-break": "\n", "s": " "},
    rows=frozenset({"table-row"}),
    cells=frozenset({"table-cell"}),
)
_TITLES = frozenset({"title", "titel"})  # styles of headlines
_MADE_UP = ("microsoft word", "unbenannt", "untitled", "dokument", "document")  # titles that programs make up


def read_docx(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read a Word document."""
    del asked
    with opened(path) as archive:
        body = first(_xml(archive, _main_part(archive)), "body")
        about = _xml(archive, "docProps/core.xml") if archive.find("docProps/core.xml") else None
    if body is None:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "a file inside is missing"))
    title = next((_line_of(p) for p in within(body, "p") if _docx_style(p) in _TITLES), None)
    yield _draft(path, paragraphs(body, _DOCX), about, title)


def read_odt(path: Path, asked: ReadingChoices) -> Iterator[Found]:
    """Read a LibreOffice Writer document."""
    del asked
    with opened(path) as archive:
        content = _xml(archive, "content.xml")
        about = _xml(archive, "meta.xml") if archive.find("meta.xml") else None
    body = first(content, "body", "text")
    if body is None:
        raise TextError("text.empty", file=path.name)
    titled = (p for p in body.iter() if local(p) in {"p", "h"} and _attribute(p, "style-name").lower() in _TITLES)
    yield _draft(path, paragraphs(body, _ODT), about, text_of(next(titled, None)))


def _line_of(paragraph: Any) -> str | None:
    """Return the text of a Word paragraph on one line, None if it is empty."""
    return one_line(" ".join(paragraphs(paragraph, _DOCX))) or None


def _draft(path: Path, found: list[str], about: Any | None, title: str | None) -> Draft:
    if not found:
        raise TextError("text.empty", file=path.name)
    stated = text_of(first(about, "title")) if about is not None else None
    if stated is not None and stated.lower().startswith(_MADE_UP):
        stated = None
    author = text_of(first(about, "creator")) if about is not None else None
    return Draft(
        text="\n\n".join(found),
        title=title or stated,
        author=author if author and " " in author else None,  # single words are account names
        guessed=title is None,
    )


def _main_part(archive: Archive) -> str:
    """Return the name of the part that holds the text: word/document.xml in Word, but other programs may differ."""
    for relation in within(_xml(archive, "_rels/.rels"), "relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    raise Broken(QT_TRANSLATE_NOOP("Errors", "a file inside is missing"))


def _xml(archive: Archive, name: str) -> Any:
    return parse_xml(archive.read(name, _LIMIT))


def _docx_style(paragraph: Any) -> str:
    style = first(paragraph, "ppr", "pstyle")
    return "" if style is None else _attribute(style, "val").lower()


def _attribute(element: Any, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")

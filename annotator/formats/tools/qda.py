"""REFI-QDA projects (``.qdpx``) for qualitative analysis programs such as ATLAS.ti, MAXQDA and NVivo.

Layers are codes, and labels codes below them. A field whose value is a name is a code below ``Fields``, any other is
part of a note. Positions are code points, the end exclusive.
Source: https://www.qdasoftware.org, REFI-QDA 1.0 §10
"""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator.formats.base import Exporter, Importer, Put
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.control_characters import replace_controls
from annotator.formats.tools.qda_in import DOUBT, FIELDS, NOTE, TITLE, read
from annotator.model.schema import Schema
from annotator.model.values import Annotated, Span

_SPACE = "urn:QDA-XML:project:1.0"
_VALUE = re.compile(r"[\w-]{1,40}")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a fixed date, so that equal projects give equal bytes


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    with (
        ZipFile(path, "w", ZIP_DEFLATED) as archive,
        tempfile.TemporaryFile("w+", encoding="utf-8") as sources,
        tempfile.TemporaryFile("w+", encoding="utf-8") as notes,
        tempfile.TemporaryFile("w+", encoding="utf-8") as links,
    ):
        project = _Project(options.schema, sources, notes, links)

        def put(fitted: Fitted) -> None:
            document = fitted.annotated.document
            _write(archive, f"sources/{_guid(document.id)}.txt", document.text)
            project.add(fitted.annotated)

        yield put
        with archive.open(ZipInfo("project.qde", _EPOCH), "w", force_zip64=True) as member:
            for piece in project.pieces():
                member.write(piece.encode("utf-8"))


def _write(archive: ZipFile, name: str, text: str) -> None:
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    archive.writestr(info, text.encode("utf-8"))


class _Project:
    """The content of ``project.qde``; codes and users are complete after the last article."""

    def __init__(self, schema: Schema | None, sources: IO[str], notes: IO[str], links: IO[str]) -> None:
        self._sources, self._notes, self._links = sources, notes, links
        self._users: dict[str, None] = {}
        self._codes: dict[tuple[str, ...], str] = {}  # path → colour
        for label in schema.labels if schema else ():
            self._codes[label.layer, label.id] = label.light

    def add(self, annotated: Annotated) -> None:
        """Write an article's part."""
        document = annotated.document
        name = f"{_guid(document.id)}"
        self._sources.write(
            f"<TextSource guid={quoteattr(name)} name={_attribute(document.title)}"
            f" plainTextPath={quoteattr(f'internal://{name}.txt')}>\n"
        )
        for span in annotated.spans:
            self._sources.write(self._selection(span, document.text))
        self._sources.write("</TextSource>\n")
        for relation in annotated.relations:
            ends = f'originGUID="{_guid(relation.head)}" targetGUID="{_guid(relation.tail)}"'
            self._links.write(
                f'<Link guid="{_guid(relation.id)}" name={_attribute(relation.label)} direction="OneWay" {ends}/>\n'
            )

    def pieces(self) -> Iterator[str]:
        """Yield the file; its schema allows no empty section."""
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield f'<Project name="Spanwright" origin="Spanwright" xmlns="{_SPACE}">\n'
        if self._users:
            yield "<Users>\n"
            yield from (f'<User guid="{_user(name)}" name={_attribute(name)}/>\n' for name in sorted(self._users))
            yield "</Users>\n"
        if self._codes:
            yield "<CodeBook>\n<Codes>\n"
            yield from self._codebook(())
            yield "</Codes>\n</CodeBook>\n"
        for name, file in (("Sources", self._sources), ("Notes", self._notes), ("Links", self._links)):
            if file.tell():
                yield f"<{name}>\n"
                file.seek(0)
                while piece := file.read(1 << 16):
                    yield piece
                yield f"</{name}>\n"
        yield "</Project>\n"

    def _selection(self, span: Span, text: str) -> str:
        user = f'creatingUser="{_user(span.annotator)}"'
        self._users[span.annotator] = None
        paths = [(span.layer, span.label), *((FIELDS, name, value) for name, value in _coded_fields(span))]
        codings = []
        for path in paths:
            self._codes.setdefault(path, "#888888")
            code = _code(path)
            codings.append(
                f'<Coding guid="{uuid5(UUID(span.id), code)}" {user}><CodeRef targetGUID="{code}"/></Coding>\n'
            )
        note = self._note(span)
        return (
            f'<PlainTextSelection guid="{_guid(span.id)}" name={_attribute(span.quote(text)[:80])}'
            f' startPosition="{span.start}" endPosition="{span.end}" {user}>\n{"".join(codings)}{note}'
            "</PlainTextSelection>\n"
        )

    def _note(self, span: Span) -> str:
        """Write notes for what no code holds, and return the references to them."""
        coded = dict(_coded_fields(span))
        rest = {name: value for name, value in span.attributes.items() if name == DOUBT or name not in coded}
        written = {NOTE: span.note, FIELDS: json.dumps(rest) if rest else ""}
        pointers = []
        for name, words in written.items():
            if words:
                guid = uuid5(UUID(span.id), name)
                content = f"<PlainTextContent>{_content(words)}</PlainTextContent>"
                self._notes.write(f'<Note guid="{guid}" name="{name}">{content}</Note>\n')
                pointers.append(f'<NoteRef targetGUID="{guid}"/>\n')
        return "".join(pointers)

    def _codebook(self, above: tuple[str, ...]) -> Iterator[str]:
        """Yield the codes below a path; codes that only group others cannot be applied."""
        below: dict[str, None] = {path[len(above)]: None for path in self._codes if _is_below(path, above)}
        for name in below:
            path = (*above, name)
            codable = str(path in self._codes).lower()
            colour = f' color="{self._codes[path]}"' if path in self._codes else ""
            yield f'<Code guid="{_code(path)}" name={_attribute(name)} isCodable="{codable}"{colour}>\n'
            yield from self._codebook(path)
            yield "</Code>\n"


def _coded_fields(span: Span) -> Iterator[tuple[str, str]]:
    """Yield the fields that are codes."""
    for name, value in span.attributes.items():
        if isinstance(value, str) and _VALUE.fullmatch(value) and _VALUE.fullmatch(name) and name != DOUBT:
            yield name, value
    if span.doubt:
        yield DOUBT, "yes"


def _is_below(path: tuple[str, ...], above: tuple[str, ...]) -> bool:
    return len(path) > len(above) and path[: len(above)] == above


def _guid(identifier: str) -> str:
    return str(UUID(identifier))


def _user(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"urn:spanwright:user:{name}"))


def _code(path: tuple[str, ...]) -> str:
    return str(uuid5(NAMESPACE_URL, "urn:spanwright:code:" + "/".join(path)))


def _attribute(words: str) -> str:
    return quoteattr(replace_controls(words))


def _content(words: str) -> str:
    return escape(replace_controls(words), {"\r": "&#13;"})


QDA_OUT = Exporter(
    name="qdpx",
    title=TITLE,
    suffix=".qdpx",
    holds=Capabilities(
        overlap=True,
        white_space=True,
        relations=True,
        attributes=True,
        annotators=True,
        details=frozenset({"title", "text"}),
        without_controls=frozenset({"title", "note"}),
    ),
    open=_open,
)
QDA_IN = Importer(name="qdpx", title=TITLE, suffixes=(".qdpx",), read=read)

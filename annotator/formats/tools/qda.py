"""REFI-QDA projects (``.qdpx``) for qualitative analysis programs such as ATLAS.ti, MAXQDA and NVivo.

Layers are codes, and labels codes below them or below broader labels. A field with a closed list is a code below
``Fields``, any other field is in a note. Positions are code points, end exclusive.
Source: https://www.qdasoftware.org, REFI-QDA 1.0 §10
"""

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from annotator.formats.base import Exporter, Importer, Put, ReadOptions
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.problem import Problem
from annotator.formats.shared.control_characters import xml_attribute, xml_content
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.label_tree import above
from annotator.formats.shared.metadata.facts import annotator_id, value_from_text
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.schema import Schema
from annotator.model.values import Annotated, Span
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.safe_xml import Element, parse
from annotator.system.safe_zip import Archive, opened
from annotator.system.whole_files import Broken, decoded, reading

LIMIT = 256  # MB of the project file
LIMIT_TEXT = 64  # MB of a text

TITLE = "REFI-QDA project"
FIELDS, NOTE, DOUBT = "Fields", "note", "doubt"

_INSIDE = "internal://"
_COMPARED = 30  # characters of a selection's name


def read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Yield a project's texts with their selections, and problems.

    Raises:
        FormatError: ``text.missing`` or ``format.broken``.
    """
    with reading(path, TITLE), opened(path) as archive:
        project = _ReadProject(_description(archive), archive)
        sources = list(project.sources())
    for source in sources:
        yield from _accepted(path, project, source, options)


def _accepted(
    path: Path, project: "_ReadProject", source: Element, options: ReadOptions
) -> Iterator[Annotated | Problem]:
    text = project.texts.get(source.line)
    if text is None:
        name = source.attributes.get("name", "")
        yield Problem(file=path.name, line=source.line, code="record.source", details={"name": name})
        return
    record, lines = project.record(source, text)
    project.add_broader_codes(options.vocabulary)
    yield from read_record(record, file=path.name, line=source.line, options=options, lines=lines)


def _description(archive: Archive) -> Element:
    """Parse the project file, whatever its name."""
    name = next((name for name in archive.members if name.lower().endswith(".qde") and "/" not in name), None)
    if name is None:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "there is no project.qde inside"))
    return parse(archive.read(name, LIMIT))


class _ReadProject:
    """A project's description and the texts it names."""

    def __init__(self, root: Element, archive: Archive) -> None:
        self._root = root
        self._users = {user.attributes.get("guid"): user.attributes.get("name") for user in root.within("User")}
        self._codes: dict[str | None, tuple[str, ...]] = {}
        self._notes = {note.attributes.get("guid"): note for note in root.within("Note")}
        self._links: dict[str | None, list[Element]] = {}
        for link in root.within("Link"):
            self._links.setdefault(link.attributes.get("originGUID"), []).append(link)
        book = root.first("CodeBook")
        codes = book.first("Codes") if book else None
        self._name_codes(codes, ())
        self.texts: dict[int, str] = {}
        for source in self.sources():
            self._find_text(source, archive)

    def sources(self) -> Iterator[Element]:
        """Return the text sources."""
        found = self._root.first("Sources")
        return found.all("TextSource") if found else iter(())

    def record(self, source: Element, text: str) -> tuple[dict[str, Any], dict[str, int]]:
        """Return the record of a text source, and the line in the file for each row of the record."""
        selections = list(source.all("PlainTextSelection"))
        text = _counted(text, selections)
        spans: list[dict[str, Any]] = []
        relations: list[dict[str, Any]] = []
        lines: dict[str, int] = {}
        for selection in selections:
            for span in self._spans(selection):
                spans.append(span)
                lines[f"spans {len(spans)}"] = selection.line
            for link in self._links.get(selection.attributes.get("guid"), ()):
                relations.append(_relation(link))
                lines[f"relations {len(relations)}"] = link.line
        facts = {"id": source.attributes.get("guid"), "title": source.attributes.get("name") or None}
        return {**facts, "text": text, "spans": spans, "relations": relations}, lines

    def add_broader_codes(self, vocabulary: Vocabulary) -> None:
        """Add the broader codes to the vocabulary. Our own layers are left out: they are codes, but not labels."""
        layers = {layer.id for layer in vocabulary.schema.layers} if vocabulary.schema is not None else set()
        for path in self._codes.values():
            if path[0] != FIELDS and len(path) > 1 + (path[0] in layers):
                vocabulary.add_broader(path[-1], path[-2])

    def _find_text(self, source: Element, archive: Archive) -> None:
        inline, path = source.first("PlainTextContent"), source.attributes.get("plainTextPath", "")
        if inline is not None:
            self.texts[source.line] = inline.text
            return
        member = _member(path, archive)
        if member is not None:
            with suppress(TextError):  # not UTF-8: reported as missing
                self.texts[source.line] = decoded(archive.read(member, LIMIT_TEXT), path).removeprefix("\ufeff")

    def _name_codes(self, codes: Element | None, above: tuple[str, ...]) -> None:
        for code in codes.all("Code") if codes else ():
            path = (*above, code.attributes.get("name", ""))
            self._codes[code.attributes.get("guid")] = path
            self._name_codes(code, path)

    def _spans(self, selection: Element) -> Iterator[dict[str, Any]]:
        """Yield a span per code of a selection; codes of fields apply to all of its spans."""
        refs = [(coding, ref) for coding in selection.all("Coding") for ref in coding.all("CodeRef")]
        paths = [(coding, self._codes.get(ref.attributes.get("targetGUID"))) for coding, ref in refs]
        fields: dict[str, Any] = {
            path[1]: path[2] for _, path in paths if path and path[0] == FIELDS and len(path) == 3
        }
        doubt, note = fields.pop(DOUBT, "") == "yes", self._note(selection, fields)
        key = selection.attributes.get("guid", "")
        coded = [(coding, path) for coding, path in paths if not path or path[0] != FIELDS]
        for number, (coding, path) in enumerate(coded):
            user = coding.attributes.get("creatingUser") or selection.attributes.get("creatingUser")
            yield {
                "id": key + f"/{number}" * bool(number),
                "layer": path[0] if path and len(path) > 1 else None,
                "label": path[-1] if path else None,
                "start": _position(selection, "startPosition"),
                "end": _position(selection, "endPosition"),
                "attributes": dict(fields),
                "note": note,
                "doubt": doubt,
                "annotator": self._users.get(user),
            }

    def _note(self, selection: Element, fields: dict[str, Any]) -> str:
        """Return a selection's notes; our note with fields goes into ``fields`` instead."""
        described = selection.first("Description")
        notes = [described.text] if described and described.text else []
        for ref in selection.all("NoteRef"):
            note = self._notes.get(ref.attributes.get("targetGUID"))
            content = note.first("PlainTextContent") if note else None
            if note is None or content is None:
                continue
            found = value_from_text(content.text)
            if note.attributes.get("name") == FIELDS and isinstance(found, dict):
                fields.update(found)
            else:
                notes.append(content.text)
        return "\n".join(notes)


def _member(path: str, archive: Archive) -> str | None:
    """Return the member with a source's text; some programs give its path in the archive, others only its name."""
    name = path.removeprefix(_INSIDE).removeprefix("relative://").replace("\\", "/").lstrip("./")
    tried = (f"sources/{name}", name) if name else ()
    return next((member for each in tried if (member := archive.find(each))), None)


def _relation(link: Element) -> dict[str, Any]:
    ends = [link.attributes.get("originGUID"), link.attributes.get("targetGUID")]
    return {"label": link.attributes.get("name") or "Link", "head": ends[0], "tail": ends[1]}


def _position(selection: Element, name: str) -> int | str | None:
    given = selection.attributes.get(name)
    digits = given is not None and given.removeprefix("-").isdecimal() and len(given) < 12
    return int(given) if given is not None and digits else given


def _counted(text: str, selections: list[Element]) -> str:
    """Return the text with CRLF or LF, whichever fits the positions, as programs count differently."""
    if "\r\n" not in text:
        return text
    short = text.replace("\r\n", "\n")
    return text if _matches(text, selections) > _matches(short, selections) else short


def _matches(text: str, selections: list[Element]) -> int:
    found = 0
    for selection in selections:
        name, start = selection.attributes.get("name", "")[:_COMPARED], _position(selection, "startPosition")
        if name and isinstance(start, int) and start >= 0:
            found += "".join(text[start : start + 2 * _COMPARED].split()).startswith("".join(name.split()))
    return found


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
        self._schema = schema
        for label in schema.labels if schema else ():
            self._codes[self._path(label.layer, label.id)] = label.light

    def add(self, annotated: Annotated) -> None:
        """Write the part about an article."""
        document = annotated.document
        name = f"{_guid(document.id)}"
        self._sources.write(
            f"<TextSource guid={quoteattr(name)} name={xml_attribute(document.title)}"
            f" plainTextPath={quoteattr(f'internal://{name}.txt')}>\n"
        )
        for span in annotated.spans:
            self._sources.write(self._selection(span, document.text))
        self._sources.write("</TextSource>\n")
        for relation in annotated.relations:
            ends = f'originGUID="{_guid(relation.head)}" targetGUID="{_guid(relation.tail)}"'
            self._links.write(
                f'<Link guid="{_guid(relation.id)}" name={xml_attribute(relation.label)} direction="OneWay" {ends}/>\n'
            )

    def _path(self, layer: str, label: str) -> tuple[str, ...]:
        return (layer, *above(self._schema, layer, label), label)

    def pieces(self) -> Iterator[str]:
        """Yield the file in pieces; empty sections are left out, because the file's XML schema forbids them."""
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield f'<Project name="Spanwright" origin="Spanwright" xmlns="{_SPACE}">\n'
        if self._users:
            yield "<Users>\n"
            yield from (
                f'<User guid="{annotator_id(name)}" name={xml_attribute(name)}/>\n' for name in sorted(self._users)
            )
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
        user = f'creatingUser="{annotator_id(span.annotator)}"'
        self._users[span.annotator] = None
        paths = [self._path(span.layer, span.label), *((FIELDS, name, value) for name, value in _coded_fields(span))]
        codings = []
        for path in paths:
            self._codes.setdefault(path, "#888888")
            code = _code(path)
            codings.append(
                f'<Coding guid="{uuid5(UUID(span.id), code)}" {user}><CodeRef targetGUID="{code}"/></Coding>\n'
            )
        note = self._note(span)
        return (
            f'<PlainTextSelection guid="{_guid(span.id)}" name={xml_attribute(span.quote(text)[:80])}'
            f' startPosition="{span.start}" endPosition="{span.end}" {user}>\n{"".join(codings)}{note}'
            "</PlainTextSelection>\n"
        )

    def _note(self, span: Span) -> str:
        """Write notes for what no code holds; return the references to them."""
        coded = dict(_coded_fields(span))
        rest = {name: value for name, value in span.attributes.items() if name == DOUBT or name not in coded}
        written = {NOTE: span.note, FIELDS: json.dumps(rest) if rest else ""}
        pointers = []
        for name, words in written.items():
            if words:
                guid = uuid5(UUID(span.id), name)
                content = f"<PlainTextContent>{xml_content(words)}</PlainTextContent>"
                self._notes.write(f'<Note guid="{guid}" name="{name}">{content}</Note>\n')
                pointers.append(f'<NoteRef targetGUID="{guid}"/>\n')
        return "".join(pointers)

    def _codebook(self, above: tuple[str, ...]) -> Iterator[str]:
        """Yield the codes below a path; codes that only group others are marked as not codable."""
        below = dict.fromkeys(path[len(above)] for path in self._codes if path[: len(above)] == above and path != above)
        for name in below:
            path = (*above, name)
            codable = str(path in self._codes).lower()
            colour = f' color="{self._codes[path]}"' if path in self._codes else ""
            yield f'<Code guid="{_code(path)}" name={xml_attribute(name)} isCodable="{codable}"{colour}>\n'
            yield from self._codebook(path)
            yield "</Code>\n"


def _coded_fields(span: Span) -> Iterator[tuple[str, str]]:
    """Yield the fields that are written as codes."""
    for name, value in span.attributes.items():
        if isinstance(value, str) and _VALUE.fullmatch(value) and _VALUE.fullmatch(name) and name != DOUBT:
            yield name, value
    if span.doubt:
        yield DOUBT, "yes"


def _guid(identifier: str) -> str:
    return str(UUID(identifier))


def _code(path: tuple[str, ...]) -> str:
    return str(uuid5(NAMESPACE_URL, "urn:spanwright:code:" + "/".join(path)))


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
        details=frozenset({"title", "text", "hierarchy"}),
        without_controls=frozenset({"title", "note"}),
    ),
    open=_open,
)
QDA_IN = Importer(name="qdpx", title=TITLE, suffixes=(".qdpx",), read=read)

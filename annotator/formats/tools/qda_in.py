"""Reading REFI-QDA projects of any program."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from annotator.formats.base import ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.facts import value_from_text
from annotator.formats.shared.incoming import read_record
from annotator.model.values import Annotated
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
        project = _Project(_description(archive), archive)
        sources = list(project.sources())
    for source in sources:
        yield from _accepted(path, project, source, options)


def _accepted(path: Path, project: "_Project", source: Element, options: ReadOptions) -> Iterator[Annotated | Problem]:
    text = project.texts.get(source.line)
    if text is None:
        name = source.attributes.get("name", "")
        yield Problem(file=path.name, line=source.line, code="record.source", details={"name": name})
        return
    record, lines = project.record(source, text)
    yield from read_record(record, file=path.name, line=source.line, options=options, lines=lines)


def _description(archive: Archive) -> Element:
    """Parse the project file, whatever its name."""
    name = next((name for name in archive.members if name.endswith(".qde") and "/" not in name), None)
    if name is None:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "there is no project.qde inside"))
    return parse(archive.read(name, LIMIT))


class _Project:
    """The description of a project, with the texts that it names."""

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
        """Return the record of a source, and the lines of its rows."""
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

    def _find_text(self, source: Element, archive: Archive) -> None:
        inline, path = source.first("PlainTextContent"), source.attributes.get("plainTextPath", "")
        if inline is not None:
            self.texts[source.line] = inline.text
            return
        member = f"sources/{path.removeprefix(_INSIDE)}".lower()
        if path.startswith(_INSIDE) and member in archive.members:
            with suppress(TextError):  # not UTF-8: reported as missing
                self.texts[source.line] = decoded(archive.read(member, LIMIT_TEXT), path).removeprefix("\ufeff")

    def _name_codes(self, codes: Element | None, above: tuple[str, ...]) -> None:
        for code in codes.all("Code") if codes else ():
            path = (*above, code.attributes.get("name", ""))
            self._codes[code.attributes.get("guid")] = path
            self._name_codes(code, path)

    def _spans(self, selection: Element) -> Iterator[dict[str, Any]]:
        """Yield a span for each code of a selection; codes of fields apply to all of them."""
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
                "layer": path[-2] if path and len(path) > 1 else None,
                "label": path[-1] if path else None,
                "start": _position(selection, "startPosition"),
                "end": _position(selection, "endPosition"),
                "attributes": dict(fields),
                "note": note,
                "doubt": doubt,
                "annotator": self._users.get(user),
            }

    def _note(self, selection: Element, fields: dict[str, Any]) -> str:
        """Return the notes of a selection; our note with fields is added to ``fields``."""
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


def _relation(link: Element) -> dict[str, Any]:
    ends = [link.attributes.get("originGUID"), link.attributes.get("targetGUID")]
    return {"label": link.attributes.get("name") or "Link", "head": ends[0], "tail": ends[1]}


def _position(selection: Element, name: str) -> int | str | None:
    given = selection.attributes.get(name)
    digits = given is not None and given.removeprefix("-").isdecimal() and len(given) < 12
    return int(given) if given is not None and digits else given


def _counted(text: str, selections: list[Element]) -> str:
    """Return the text with CRLF or LF, whichever fits the positions: programs differ in counting CRLF."""
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

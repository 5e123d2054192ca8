"""Reading brat's standoff. Events become relations from their trigger."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.formats.base import Importer, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.json_fields import UnusableRow
from annotator.formats.shared.label_tree import add_all_broader
from annotator.formats.shared.metadata.facts import value_from_text
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.formats.tools.brat import (
    ALIASES,
    DOUBT,
    FIELDS,
    IDENTITY,
    LINE_ENDS,
    NOTE,
    SETTINGS,
    WIKIDATA,
    broader_types,
    names_for,
)
from annotator.model.values import Annotated, Part, quote
from annotator.system import packed
from annotator.system.errors import FormatError
from annotator.system.whole_files import read_text, reading
from annotator.text.normalization import name_in_words, one_line

LIMIT = 64  # MB of each of the two files

_TITLE = "brat standoff"
_PLACE = re.compile(r"(\d{1,12}) (\d{1,12})", re.ASCII)


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    article = packed.beside(path, ".txt")
    if path.is_file() and not article.is_file():
        raise FormatError("format.companion", file=path.name, companion=article.name)
    with reading(path, _TITLE):
        standoff = _Standoff(path.name, read_text(article, LIMIT))
        standoff.read(read_text(path, LIMIT).removeprefix("\ufeff"))
    options = replace(options, vocabulary=_with_conf_names(path, options.vocabulary))
    record = standoff.record()
    tree = dict(broader_types(path))
    for span in record["spans"]:
        add_all_broader(options.vocabulary, span["label"], tree)
    yield from standoff.problems
    yield from read_record(record, file=path.name, line=0, options=options, lines=standoff.lines)


def _with_conf_names(path: Path, vocabulary: Vocabulary) -> Vocabulary:
    """Add the names in the folder's configuration to the user's mapping, which takes precedence."""
    if vocabulary.schema is None:
        return vocabulary
    return replace(vocabulary, renamed={**names_for(path, vocabulary.schema), **vocabulary.renamed})


class _Standoff:
    """The lines of a file; references between lines are resolved at the end."""

    def __init__(self, file: str, text: str) -> None:
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}  # row, such as "spans 3" → line
        self._file = file
        self._text = text
        self._line = 0
        self._spans: dict[str, dict[str, Any]] = {}
        self._triggers: dict[str, str] = {}  # event → its span
        self._relations: list[tuple[int, dict[str, Any]]] = []
        self._named: dict[str, dict[str, Any]] = {}  # relations by their key, such as "R1"
        self._identities: dict[str, dict[str, Any]] = {}
        self._references: list[tuple[int, list[str]]] = []  # lines that refer to other lines

    def read(self, content: str) -> None:
        for self._line, line in enumerate(content.split("\n"), 1):
            columns = line.rstrip("\r").split("\t")
            if not columns[0].strip():
                continue
            self._try(self._read_row, columns)
        for number, columns in sorted(self._references, key=lambda found: found[1][0][0] not in "RE*"):
            self._line = number  # relations first: the other lines describe them
            self._try(self._read_reference, columns)
        self.problems.sort(key=lambda problem: problem.line)

    def record(self) -> dict[str, Any]:
        for number, (line, _) in enumerate(self._relations, 1):
            self.lines[f"relations {number}"] = line
        return {
            "text": self._text,
            "title": name_in_words(packed.bare(Path(self._file)).stem),
            "spans": list(self._spans.values()),
            "relations": [relation for _, relation in self._relations],
            "identities": list(self._identities.values()),
        }

    def _try(self, read: Any, columns: list[str]) -> None:
        try:
            read(columns)
        except UnusableRow as refused:
            problem = Problem(file=self._file, line=self._line, code=refused.code, details=refused.details)
            self.problems.append(problem)

    def _read_row(self, columns: list[str]) -> None:
        key, kind = columns[0], columns[0][0]
        words = columns[1].split() if len(columns) > 1 else []
        if kind == "T":
            self._span(key, columns)
        elif kind == "E" and words:
            self._triggers[key] = words[0].partition(":")[2]
            self._references.append((self._line, columns))
        elif kind in "RAMN#*" and words:
            self._references.append((self._line, columns))
        else:
            raise UnusableRow("line.unknown", line=columns[0])

    def _span(self, key: str, columns: list[str]) -> None:
        label, _, places = columns[1].partition(" ") if len(columns) > 1 else ("", "", "")
        found = [_PLACE.fullmatch(place) for place in places.split(";")]
        if not label or not all(found):
            raise UnusableRow("line.unknown", line=key)
        if key in self._spans:
            raise UnusableRow("row.twice")
        parts = _joined(self._text, [(int(place[1]), int(place[2])) for place in found if place])
        span: dict[str, Any] = {"id": key, "label": label, "parts": [list(part) for part in parts], "attributes": {}}
        if len(columns) > 2:
            span["quote"] = self._quote(parts, "\t".join(columns[2:]))
        self._spans[key] = span
        self.lines[f"spans {len(self._spans)}"] = self._line

    def _quote(self, parts: list[Part], words: str) -> str:
        """Return the quote with the line ends of the text, which brat writes as spaces."""
        ours = quote(self._text, tuple(parts))
        return ours if one_line(ours) == one_line(words) else words

    def _read_reference(self, columns: list[str]) -> None:
        words = columns[1].split()
        match columns[0][0]:
            case "R":
                ends = dict(word.partition(":")[::2] for word in words[1:])
                if len(ends) != 2:
                    raise UnusableRow("line.unknown", line=columns[0])
                self._named[columns[0]] = self._relate(words[0], *ends.values())
            case "E":
                given = [word.partition(":")[::2] for word in words[1:]]
                for role, end in given:
                    self._relate(_unnumbered(role, {each for each, _ in given}), columns[0], end)
            case "*":
                for other in words[2:]:
                    self._relate(words[0], words[1], other)
            case _:
                self._describe(columns[0][0], words, "\t".join(columns[2:]))

    def _relate(self, label: str, head: str, tail: str) -> dict[str, Any]:
        ends = {"head": self._triggers.get(head, head), "tail": self._triggers.get(tail, tail)}
        relation: dict[str, Any] = {"label": label, **ends, "attributes": {}}
        self._relations.append((self._line, relation))
        return relation

    def _describe(self, kind: str, words: list[str], rest: str) -> None:
        """Add a field or note to the span or relation that it describes, or a reference to a span."""
        field, name = words[0], words[1] if len(words) > 1 else ""
        span = self._spans.get(self._triggers.get(name, name))
        if span is None and kind in "AM#" and name in self._named:
            said = rest if kind == "#" else words[2] if len(words) > 2 else True
            _put(self._named[name]["attributes"], "note" if field == NOTE else field, said)
            return
        if span is None:
            raise UnusableRow("row.end", field=field, id=name)
        if kind == "N":
            reference = words[2] if len(words) > 2 else ""
            _put(span["attributes"], "identity", reference)
            self._add_identity(reference, rest, span["label"])
        elif kind == "#" and field == ALIASES:
            identity = self._identities.get(str(span["attributes"].get("identity")), {})
            identity["aliases"] = value_from_text(rest)
        elif kind == "#" and field == NOTE:
            span["note"] = "\n".join(filter(None, (span.get("note"), _plain_text(rest))))
        elif kind == "#" and field == FIELDS and isinstance(fields := value_from_text(rest), dict):
            span["attributes"].update(fields)
        elif kind == "#":
            _put(span["attributes"], field, value_from_text(rest))
        elif field == DOUBT:
            span["doubt"] = True
        else:
            _put(span["attributes"], field, words[2] if len(words) > 2 else True)

    def _add_identity(self, reference: str, name: str, label: str) -> None:
        base, _, key = reference.partition(":")
        known = None if base == IDENTITY else key if base == WIKIDATA else reference
        named = _plain_text(name) or reference
        self._identities.setdefault(reference, {"id": reference, "name": named, "label": label, "kb_id": known})


def _put(attributes: dict[str, Any], field: str, value: Any) -> None:
    """Set a field; raise `UnusableRow` if it has another value."""
    if attributes.setdefault(field, value) != value:
        raise UnusableRow("row.second", field=field, value=str(value))


def _unnumbered(role: str, roles: set[str]) -> str:
    """Return the role of an event's argument without its number: Theme2 is the second Theme."""
    bare = role.rstrip("0123456789")
    return bare if bare in roles else role


def _joined(text: str, pieces: list[Part]) -> list[Part]:
    """Join pieces separated only by line ends."""
    joined = pieces[:1]
    for start, end in pieces[1:]:
        between = text[joined[-1][1] : start]
        if between and LINE_ENDS.issuperset(between):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _plain_text(line: str) -> str:
    """Return the text of a line; numbers keep their spelling."""
    found = value_from_text(line)
    return found if isinstance(found, str) else line


BRAT_IN = Importer(name="brat", title=_TITLE, suffixes=(".ann",), read=_read, belongs=(".txt",), settings=SETTINGS)

"""Reading WebAnno TSV 3.3, as exported by INCEpTION, and 3.2.

Offsets count UTF-16 units. The file has only the text of sentences; whatever stood between them becomes a line break. A
span's label is its feature ``value``, else its layer if the project has a label of that name, else its first feature;
other features are fields.
Source: https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_webannotsv
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.formats.base import Importer, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.json_fields import UnusableRow
from annotator.formats.shared.metadata.facts import value_from_text
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.formats.tools.uima.cas import ANNOTATOR, DOUBT, ENTITY, FIELDS, NOTE, VALUE
from annotator.model.values import ENTITIES, Annotated
from annotator.system import packed
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import Broken, read_text, reading
from annotator.text.normalization import name_in_words
from annotator.text.offsets import OffsetMap

NONE, PLAIN = "_", "*"  # no annotation, and an annotation without a value

_STACKED = re.compile(r"(?:\\.|[^|\\])+", re.DOTALL)
_NUMBERED = re.compile(r"((?:\\.|[^\\])*?)(?:\[(\d{1,9})(?:_(\d{1,9}))?\])?", re.DOTALL)
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_MEANT = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A value in a cell, which holds several if labels are stacked.

    Attributes:
        number: The number that rows of the same span share, 0 if there is none.
        ends: The numbers of a relation's head and tail.
    """

    value: str
    number: int = 0
    ends: tuple[int, int] = (0, 0)


def cells(written: str) -> list[Cell]:
    """Return the stacked values of a cell. An escaped ``_`` or ``*`` keeps its backslash."""
    return [_cell(part) for part in _STACKED.findall(written)]


def unescaped(written: str) -> str:
    """Resolve backslash escapes."""
    return _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[1]), written)


def _cell(part: str) -> Cell:
    found = _NUMBERED.fullmatch(part)
    if found is None:
        return Cell(value=unescaped(part))
    words = found[1] if found[1] in {"\\_", "\\*"} else unescaped(found[1])
    one, other = int(found[2] or 0), int(found[3] or 0)
    return Cell(value=words, ends=(one, other)) if found[3] else Cell(value=words, number=one)


LIMIT = 64  # MB

_TITLE = "WebAnno TSV"
_FORMAT = "#FORMAT=WebAnno TSV 3."
_ROW = re.compile(r"(\d{1,9}-\d{1,9}(?:\.\d{1,9})?)\t(\d{1,9})-(\d{1,9})\t", re.ASCII)
_TEXT = "#Text="
_SLOT, _BASE = "ROLE_", "BT_"
_OURS = frozenset({VALUE, FIELDS, NOTE, DOUBT, ANNOTATOR})  # the features of a layer that this program wrote
_FURTHEST = 1 << 26  # UTF-16 units of a text


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    with reading(path, _TITLE):
        yield from read_content(read_text(path, LIMIT), path, options)


def read_content(content: str, path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Yield the article and problems of a file's content; ``path`` names it.

    Raises:
        Broken: The content is not WebAnno TSV.
    """
    document = _Document(path.name)
    document.read(content.removeprefix("\ufeff"))
    record = document.record(options.vocabulary)
    options = replace(options, utf16=False)  # the document has converted its offsets
    yield from document.problems
    yield from read_record(record, file=path.name, line=0, options=options, lines=document.lines)


@dataclass(kw_only=True)
class _Layer:
    """A layer in the header, with the columns of its features."""

    kind: str  # SP, RL or CH
    name: str
    features: list[str]
    column: int

    @property
    def short(self) -> str:
        """The name without its package."""
        return self.name.rsplit(".", maxsplit=1)[-1]


@dataclass(kw_only=True)
class _OpenSpan:
    """A span whose rows are being read: offsets in UTF-16 units, features by name."""

    line: int
    layer: _Layer
    start: int
    end: int
    features: dict[str, str] = field(default_factory=dict)


class _Document:
    """The content of a file. References between rows are resolved at the end."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}  # row, such as "spans 3" → line
        self._file = file
        self._line = 0
        self._layers: list[_Layer] = []
        self._text: list[str] = []
        self._length = 0  # length of the text in UTF-16 units
        self._sentence: str | None = None
        self._spans: dict[tuple[str, str, int], _OpenSpan] = {}  # (layer, row or "" if numbered, number)
        self._spans_at: dict[tuple[str, str, int], tuple[str, str, int]] = {}  # (layer, row, number) → key of its span
        self._links: list[tuple[int, str, tuple[str, str, int], tuple[str, str, int]]] = []

    def read(self, content: str) -> None:
        if not content.startswith(_FORMAT):
            raise Broken(QT_TRANSLATE_NOOP("Errors", "its first line does not say WebAnno TSV 3"))
        for self._line, line in enumerate(content.replace("\r\n", "\n").split("\n"), 1):
            try:
                if line.startswith("#T_"):
                    self._declare(line)
                elif line.startswith(_TEXT):
                    words = unescaped(line.removeprefix(_TEXT))
                    self._sentence = words if self._sentence is None else f"{self._sentence}\n{words}"
                elif line and not line.startswith("#"):
                    self._row(line)
            except UnusableRow as refused:
                self._report(refused.code, **refused.details)
        length = str(len("".join(self._text)))  # only now the whole text is known
        self.problems = [
            replace(problem, details={**problem.details, "length": length})
            if problem.code == "row.outside"
            else problem
            for problem in self.problems
        ]

    def record(self, vocabulary: Vocabulary) -> dict[str, Any]:
        text = "".join(self._text)
        units = OffsetMap(text)
        names = {key: f"s{number}" for number, key in enumerate(self._spans)}
        for number, found in enumerate(self._spans.values(), 1):
            self.lines[f"spans {number}"] = found.line
        relations = []
        for line, label, head, tail in self._links:
            ends = [names.get(self._spans_at.get(end, end), "/".join(map(str, end))) for end in (head, tail)]
            relations.append({"label": label, "head": ends[0], "tail": ends[1]})
            self.lines[f"relations {len(relations)}"] = line
        spans = [_span(found, names[key], units, vocabulary) for key, found in self._spans.items()]
        return {
            "text": text,
            "title": name_in_words(packed.bare(Path(self._file)).stem),
            "spans": spans,
            "relations": relations,
        }

    def _report(self, code: str, **details: str) -> None:
        self.problems.append(Problem(file=self._file, line=self._line, code=code, details=details))

    def _declare(self, line: str) -> None:
        kind, _, rest = line.removeprefix("#T_").partition("=")
        name, *features = rest.split("|")
        if kind not in {"SP", "RL", "CH"} or not name:
            raise UnusableRow("line.unknown", line=line[:40])
        column = self._layers[-1].column + max(1, len(self._layers[-1].features)) if self._layers else 0
        self._layers.append(_Layer(kind=kind, name=name, features=features, column=column))

    def _row(self, line: str) -> None:
        found = _ROW.match(line)
        if not found:
            raise UnusableRow("line.unknown", line=line[:40])
        key, start, end = found[1], int(found[2]), int(found[3])
        if not start < end <= _FURTHEST:
            raise UnusableRow("row.outside", start=str(start), end=str(end), length=str(_FURTHEST))
        self._put_sentence(start)
        token, *columns = line[found.end() :].split("\t")
        self._check_token(unescaped(token), start, end)
        last = self._layers[-1] if self._layers else None
        wide = last.column + max(1, len(last.features)) if last is not None else 0
        if len([cell for cell in columns if cell]) < wide:
            self._report("row.cut", columns=str(wide))
        for layer in self._layers:
            given = [cells(cell) for cell in columns[layer.column : layer.column + max(1, len(layer.features))]]
            if layer.kind == "RL":
                self._link(layer, key, given)
            else:
                self._label(layer, key, start, end, given)

    def _put_sentence(self, start: int) -> None:
        if self._sentence is None:
            return
        sentence, self._sentence = self._sentence, None
        if start < self._length:
            raise UnusableRow("row.outside", start=str(start), end="?", length=str(self._length))
        self._text += ["\n" * (start - self._length), sentence]
        self._length = start + len(sentence.encode("utf-16-le", "surrogatepass")) // 2

    def _check_token(self, token: str, start: int, end: int) -> None:
        if end > self._length:
            raise UnusableRow("row.outside", start=str(start), end=str(end), length=str(self._length))
        if len(token.encode("utf-16-le", "surrogatepass")) // 2 != end - start:
            self._report("row.quote", quote=token, start=str(start), end=str(end), found="?")

    def _label(self, layer: _Layer, row: str, start: int, end: int, given: list[list[Cell]]) -> None:
        for place in range(max(map(len, given), default=0)):
            stacked = [column[place] for column in given if place < len(column)]
            number = next((cell.number for cell in stacked if cell.number), 0)
            if all(cell.value == NONE for cell in stacked):
                continue
            at = layer.name, row, number or -place
            key = (layer.name, "", number) if number else at
            first = number == 0 and place == 0
            self._spans_at[at] = self._spans_at.setdefault((layer.name, row, 0), key) if first else key
            span = self._spans.setdefault(key, _OpenSpan(line=self._line, layer=layer, start=start, end=end))
            span.start, span.end = min(span.start, start), max(span.end, end)
            for name, cell in zip(layer.features, stacked, strict=False):
                if cell.value not in {NONE, PLAIN}:
                    span.features.setdefault(name, cell.value)
            self._slots(layer, key)

    def _slots(self, layer: _Layer, key: tuple[str, str, int]) -> None:
        """Add links from slot features: roles in one column, target rows in the next."""
        span = self._spans[key]
        for place, name in enumerate(layer.features[:-1]):
            if not name.startswith(_SLOT) or span.line != self._line:
                continue
            base = layer.features[place + 1]
            roles, rows = span.features.pop(name, ""), span.features.pop(base, "")
            short = name.rsplit(":", maxsplit=1)[-1].split("_", maxsplit=1)[0]
            for role, row in zip(roles.split(";"), rows.split(";"), strict=False):
                target = re.fullmatch(r"([\d.-]+)(?:\[(\d+)\])?", row)
                if target:
                    tail = base, target[1], int(target[2] or 0)
                    self._links.append((self._line, short if role in {"", PLAIN, NONE} else role, key, tail))

    def _link(self, layer: _Layer, row: str, given: list[list[Cell]]) -> None:
        if not layer.features or not layer.features[-1].startswith(_BASE):
            raise UnusableRow("line.unknown", line=layer.name[:40])
        base = layer.features[-1].removeprefix(_BASE)
        for place, end in enumerate(given[-1] if given else ()):
            if end.value == NONE:
                continue
            words = [column[place].value for column in given[:-1] if place < len(column)]
            label = next((word for word in words if word not in {NONE, PLAIN}), layer.short)
            head, tail = end.ends
            self._links.append((self._line, label, (base, end.value, head), (base, row, tail)))


def _span(found: _OpenSpan, key: str, units: OffsetMap, vocabulary: Vocabulary) -> dict[str, Any]:
    features = {name: words for name, words in found.features.items() if not name.startswith((_SLOT, _BASE))}
    if {*_OURS} <= {*found.layer.features}:
        return _own_span(found, features, key, units)
    named = VALUE if VALUE in features else next(iter(features), None)
    if named != VALUE and vocabulary.names_layer(features.get(named or "", ""), found.layer.short, found.layer.short):
        named = None
    label = features.pop(named) if named is not None else found.layer.short
    if found.layer.kind == "CH":
        label, _, chain = label.partition("->")
        label = label if label not in {PLAIN, NONE} else found.layer.short
        features = {"chain": chain.split("-")[0]}
    place = {"start": units.to_code_point(found.start), "end": units.to_code_point(found.end)}
    return {"id": key, "layer": found.layer.short, "label": label, "attributes": features, **place}


def _own_span(found: _OpenSpan, features: dict[str, str], key: str, units: OffsetMap) -> dict[str, Any]:
    """Return a span of a file that this program wrote; see `annotator.formats.tools.uima.webanno_out`."""
    values = {name: value_from_text(words) for name, words in features.items() if name not in {VALUE, DOUBT}}
    note, annotator, packed = (values.pop(name, None) for name in (NOTE, ANNOTATOR, FIELDS))
    short = found.layer.short
    return {
        "id": key,
        "layer": ENTITIES if found.layer.name == ENTITY else short[:1].lower() + short[1:],
        "label": features.get(VALUE),
        "attributes": {**values, **(packed if isinstance(packed, dict) else {})},
        "note": note if isinstance(note, str) else features.get(NOTE, ""),
        "doubt": features.get(DOUBT) == "true",
        "annotator": annotator if isinstance(annotator, str) else features.get(ANNOTATOR),
        "start": units.to_code_point(found.start),
        "end": units.to_code_point(found.end),
    }


WEBANNO_IN = Importer(
    name="webanno",
    title=_TITLE,
    suffixes=(".tsv",),
    read=_read,
    signs=re.compile(r"\A\ufeff?#FORMAT=WebAnno TSV 3\."),
)

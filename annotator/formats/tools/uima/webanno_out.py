"""Writes WebAnno TSV 3.3: a file per article, as INCEpTION imports them.

The types and features are those of CAS XMI (see `annotator.formats.tools.uima.cas`); INCEpTION knows them once it has
imported a CAS XMI file. Relations are slots of their head, because a relation of WebAnno joins labels of one layer
only. Rows are tokens, and parts of tokens where a label begins or ends inside a token.
Source: https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_webannotsv
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotator.formats.base import Exporter, FileLayout
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.metadata.facts import value_to_text
from annotator.formats.shared.tokens.training_tokens import tokenise
from annotator.formats.shared.writers import folder_writer
from annotator.formats.tools.uima.cas import ANNOTATOR, DOUBT, FIELDS, NOTE, VALUE, Types, type_of, types_of
from annotator.formats.tools.uima.webanno import NONE, PLAIN
from annotator.model.values import Annotated, Part, Relation, Span
from annotator.text import sentences
from annotator.text.offsets import OffsetMap

_LAST = (FIELDS, NOTE, DOUBT, ANNOTATOR)
_SPECIAL = re.compile(r"[\\\[\]|_*;]|->")
_CONTROLS = {"\t": r"\t", "\n": r"\n", "\r": r"\r", "\b": r"\b", "\f": r"\f"}
_CONTROL = re.compile("[\t\n\r\b\f]")


def _written(fitted: Fitted, options: Options) -> Iterator[str]:
    yield from (f"{line}\n" for line in _Article(fitted.annotated, types_of(options.schema)).lines())


@dataclass(frozen=True, kw_only=True)
class _Row:
    """A row: its name, made of the numbers of its sentence and token, and its range in code points."""

    name: str
    part: Part


@dataclass(kw_only=True)
class _Layer:
    """A layer's columns: features, then a pair of columns for each layer that its slots point to."""

    name: str
    features: list[str]
    tails: list[str] = field(default_factory=list)

    @property
    def header(self) -> str:
        """The layer's line in the head of the file."""
        slots = [f"ROLE_{self.name}:to{_short(tail)}_{self.name}To{_short(tail)}Link|{tail}" for tail in self.tails]
        return "|".join([f"#T_SP={self.name}", *self.features, *slots])


class _Article:
    """The lines of one article."""

    def __init__(self, annotated: Annotated, types: Types) -> None:
        self._annotated = annotated
        self._text = annotated.document.text
        self._units = OffsetMap(self._text)
        self._spans = {span.id: span for span in annotated.spans}
        self._links: dict[str, list[Relation]] = {}
        for relation in annotated.relations:
            self._links.setdefault(relation.head, []).append(relation)
        self._layers = self._columns(types)
        self._sentences, tokens = _split(annotated)
        self._rows: list[list[_Row]] = [[] for _ in self._sentences]
        self._first: dict[str, str] = {}  # span → the name of its first row
        self._at: dict[tuple[str, str], list[Span]] = {}  # (layer, row) → spans
        self._lay_out(tokens)
        self._numbers = self._numbered()

    def lines(self) -> Iterator[str]:
        yield "#FORMAT=WebAnno TSV 3.3"
        yield from (layer.header for layer in self._layers.values())
        yield ""
        for (start, end), rows in zip(self._sentences, self._rows, strict=True):
            yield ""
            yield from (f"#Text={_escaped_text(line)}" for line in self._text[start:end].split("\n"))
            for row in rows:
                yield "\t".join([*self._place(row), *self._cells(row), ""])

    def _columns(self, types: Types) -> dict[str, _Layer]:
        found: dict[str, _Layer] = {}
        for span in self._annotated.spans:
            name = type_of(span.layer)
            layer = found.setdefault(name, _Layer(name=name, features=_features(name, types)))
            for relation in self._links.get(span.id, ()):
                tail = type_of(self._spans[relation.tail].layer)
                if tail not in layer.tails:
                    layer.tails.append(tail)
        return {name: found[name] for name in sorted(found)}

    def _lay_out(self, tokens: list[list[Part]]) -> None:
        """Make the rows of all tokens and parts of tokens, and find the rows of each span."""
        every = [part for inside in tokens for part in inside]
        names = [f"{s}-{t}" for s, inside in enumerate(tokens, 1) for t, _ in enumerate(inside, 1)]
        ends = [end for _, end in every]
        pieces: dict[int, set[Part]] = {}
        touched: dict[str, list[tuple[int, Part]]] = {}
        for span in self._annotated.spans:
            at = bisect_right(ends, span.start)
            while at < len(every) and every[at][0] < span.end:
                part = max(every[at][0], span.start), min(every[at][1], span.end)
                touched.setdefault(span.id, []).append((at, part))
                if part != every[at]:
                    pieces.setdefault(at, set()).add(part)
                at += 1
        known: dict[tuple[int, Part], str] = {}
        number = 0
        for rows, inside in zip(self._rows, tokens, strict=True):
            for part in inside:
                rows.append(_Row(name=names[number], part=part))
                known[number, part] = names[number]
                for piece_number, piece in enumerate(sorted(pieces.get(number, ())), 1):
                    rows.append(_Row(name=f"{names[number]}.{piece_number}", part=piece))
                    known[number, piece] = rows[-1].name
                number += 1
        for span in self._annotated.spans:
            for key in touched.get(span.id, ()):
                self._first.setdefault(span.id, known[key])
                self._at.setdefault((type_of(span.layer), known[key]), []).append(span)

    def _numbered(self) -> dict[str, int]:
        """Return numbers for the spans that need one: those of several rows, stacked ones, and ends of relations."""
        often: dict[str, int] = {}
        needed: set[str] = {end for relation in self._annotated.relations for end in (relation.head, relation.tail)}
        for stacked in self._at.values():
            for span in stacked:
                often[span.id] = often.get(span.id, 0) + 1
            if len(stacked) > 1:
                needed.update(span.id for span in stacked)
        needed |= {key for key, count in often.items() if count > 1}
        wanted = [span.id for span in self._annotated.spans if span.id in needed]
        return {key: number for number, key in enumerate(wanted, 1)}

    def _place(self, row: _Row) -> tuple[str, str, str]:
        start, end = row.part
        offsets = f"{self._units.to_utf16(start)}-{self._units.to_utf16(end)}"
        return row.name, offsets, _escaped_text(self._text[start:end])

    def _cells(self, row: _Row) -> Iterator[str]:
        for layer in self._layers.values():
            stacked = self._at.get((layer.name, row.name), [])
            columns = [self._column(span, row, layer) for span in stacked]
            if not columns:
                yield from [NONE] * (len(layer.features) + 2 * len(layer.tails))
            else:
                yield from ("|".join(cells) for cells in zip(*columns, strict=True))

    def _column(self, span: Span, row: _Row, layer: _Layer) -> list[str]:
        """Return a span's cells in one row; only the first row of a span has its links."""
        number = self._numbers.get(span.id)
        mark = f"[{number}]" if number is not None else ""
        values = _values(span, layer)
        cells = [_escaped(values[name]) if values.get(name) else PLAIN for name in layer.features]
        for tail in layer.tails:
            first = row.name == self._first[span.id]
            links = [link for link in self._links.get(span.id, ()) if self._tail_type(link) == tail] if first else []
            roles = ";".join(_escaped(link.label) for link in links)
            rows = ";".join(f"{self._first[link.tail]}[{self._numbers[link.tail]}]" for link in links)
            cells += [roles or NONE, rows or NONE]
        return [f"{cell}{mark}" for cell in cells]

    def _tail_type(self, relation: Relation) -> str:
        return type_of(self._spans[relation.tail].layer)


def _features(name: str, types: Types) -> list[str]:
    known = [feature for feature in types.get(name, {}) if feature not in {VALUE, *_LAST}]
    return [VALUE, *known, *_LAST]


def _values(span: Span, layer: _Layer) -> dict[str, str]:
    known = [name for name in layer.features if name in span.attributes and name not in {VALUE, *_LAST}]
    rest = {name: value for name, value in span.attributes.items() if name not in known}
    return {
        VALUE: span.label,
        **{name: _words(span.attributes[name]) for name in known},
        FIELDS: json.dumps(rest, ensure_ascii=False) if rest else "",
        NOTE: _words(span.note) if span.note else "",
        DOUBT: "true" if span.doubt else "",
        ANNOTATOR: _words(span.annotator),
    }


def _words(value: object) -> str:
    """Return a value as text that is neither empty nor one of the format's signs ``_`` and ``*``."""
    words = value_to_text(value)
    return json.dumps(value) if words in {"", NONE, PLAIN} else words


def _short(name: str) -> str:
    return name.rpartition(".")[2]


def _escaped(words: str) -> str:
    return _CONTROL.sub(lambda found: _CONTROLS[found[0]], _SPECIAL.sub(lambda found: f"\\{found[0]}", words))


def _escaped_text(words: str) -> str:
    return _CONTROL.sub(lambda found: _CONTROLS[found[0]], words.replace("\\", "\\\\"))


def _split(annotated: Annotated) -> tuple[list[Part], list[list[Part]]]:
    """Return the sentences, and the tokens of each.

    A sentence extends from its first token to the next sentence, without the line breaks between them, which the format
    adds by itself. White space before all tokens is a token.
    """
    text = annotated.document.text
    begins = [start for start, _ in sentences.split(text)]
    grouped: dict[int, list[Part]] = {}
    for part in _tokens(annotated, begins):
        grouped.setdefault(max(0, bisect_right(begins, part[0]) - 1), []).append(part)
    inside = list(grouped.values())
    lead = text[: inside[0][0][0]]
    if lead.strip("\n"):
        inside[0].insert(0, (0, len(lead)))
    tiled: list[Part] = []
    for number, parts in enumerate(inside):
        after = inside[number + 1][0][0] if number + 1 < len(inside) else len(text)
        kept = len(text[:after].rstrip("\n")) if number + 1 < len(inside) else after
        tiled.append((parts[0][0], max(parts[-1][1], kept)))
    return tiled, inside


def _tokens(annotated: Annotated, begins: Sequence[int]) -> Iterator[Part]:
    """Yield the tokens; a token that reaches into the next sentence is cut there."""
    for token in tokenise(annotated.document):
        start, end = token.idx, token.idx + len(token)
        cuts = begins[bisect_right(begins, start) : bisect_left(begins, end)]
        for first, after in pairwise([start, *cuts, end]):
            if annotated.document.text[first:after].strip():
                yield first, after


WEBANNO_OUT = Exporter(
    name="webanno",
    title="WebAnno TSV",
    suffix="",
    holds=Capabilities(
        overlap=True,
        relations=True,
        attributes=True,
        annotators=True,
        details=frozenset({"text"}),
    ),
    open=folder_writer(".tsv", _written),
    layout=FileLayout.FOLDER,
)

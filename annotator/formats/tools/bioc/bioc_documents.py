"""BioC in XML and JSON, the exchange format of PubTator, TeamTat and other tools for scientific texts.

An article is a document of one passage; offsets count characters from the beginning of the document. Label, layer,
annotator, note, doubt and fields are infons. Other tools count UTF-16 units or bytes; the quoted words show which.
Source: https://bioc.sourceforge.net, BioC.dtd; https://github.com/bionlp/bioc
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.formats.base import ReadOptions
from annotator.formats.capabilities import ALL_ROWS
from annotator.formats.problem import Problem
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.json_fields import object_of, objects_in
from annotator.formats.shared.metadata.article_details import USUAL
from annotator.formats.shared.metadata.facts import facts_from, facts_to
from annotator.formats.shared.metadata.named_facts import relation_pairs, row_of_relation, row_of_span, span_pairs
from annotator.formats.shared.units import ToPoint, unit_of
from annotator.model.values import Annotated, Relation, Span
from annotator.text.normalization import one_line

LIMIT = 256  # MB
HELD = replace(ALL_ROWS, details=USUAL)
"""The capabilities of BioC, in XML as in JSON."""

SOURCE = "Spanwright"
HEAD, TAIL = "head", "tail"

_TYPE = "type"
_FURTHEST = 1 << 40
_UNITS = (("utf-16-le", 2), ("utf-8", 1))
_MOST_GAP = 2  # line breaks between passages


def document_of(annotated: Annotated) -> dict[str, Any]:
    """Return an article as a document of BioC's JSON."""
    document = annotated.document
    ids = {span.id: f"T{number}" for number, span in enumerate(annotated.spans, 1)}
    facts = facts_to(document, without={"id"})
    relations = [_relation(relation, number, ids) for number, relation in enumerate(annotated.relations, 1)]
    passage = {
        "offset": 0,
        "infons": {_TYPE: "article"},
        "text": document.text,
        "sentences": [],
        "annotations": [_annotation(span, ids[span.id], document.text) for span in annotated.spans],
        "relations": relations,
    }
    return {"id": document.id, "infons": facts, "passages": [passage], "annotations": [], "relations": []}


def _annotation(span: Span, key: str, text: str) -> dict[str, Any]:
    return {
        "id": key,
        "infons": {_TYPE: span.label, **span_pairs(span)},
        "text": span.quote(text),
        "locations": [{"offset": start, "length": end - start} for start, end in span.parts],
    }


def _relation(relation: Relation, number: int, ids: Mapping[str, str]) -> dict[str, Any]:
    ends = ((HEAD, relation.head), (TAIL, relation.tail))
    return {
        "id": f"R{number}",
        "infons": {_TYPE: relation.label, **relation_pairs(relation)},
        "nodes": [{"refid": ids[end], "role": role} for role, end in ends],
    }


def articles(documents: Iterable[Mapping[str, Any]], path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Yield the articles and problems of documents of BioC's JSON."""
    for number, document in enumerate(documents, 1):
        record = _Document(document, options).record()
        for entry in read_record(record, file=path.name, line=0, options=replace(options, utf16=False)):
            place = f"documents {number} {entry.place}".strip() if isinstance(entry, Problem) else ""
            yield replace(entry, place=place) if isinstance(entry, Problem) else entry


@dataclass(kw_only=True)
class _Piece:
    """A passage or a sentence of a document.

    Attributes:
        offset: Where the piece begins, as the file counts.
        begin: Where it begins in the article's text, in code points.
        to_point: Converts an offset within the piece, in the file's unit, to code points.
    """

    offset: int
    begin: int
    text: str
    annotations: list[Mapping[str, Any]] = field(default_factory=list)
    to_point: ToPoint = int


class _Document:
    """A document of a file: its passages put together to one text, and its annotations and relations."""

    def __init__(self, document: Mapping[str, Any], options: ReadOptions) -> None:
        self._document = document
        self._text = ""
        self._pieces: list[_Piece] = []
        self._relations = [*objects_in(document.get("relations"))]
        self._loose = [*objects_in(document.get("annotations"))]  # of the document or of passages without a text
        self._title: str | None = None
        for passage in objects_in(document.get("passages")):
            self._add_passage(passage)
        self._offsets = [piece.offset for piece in self._pieces]
        for piece in self._pieces:
            quoted = [entry for one in piece.annotations for entry in _quoted(one, piece)]
            piece.to_point = unit_of(piece.text, quoted, utf16=options.utf16)

    def record(self) -> dict[str, Any]:
        facts = facts_from(object_of(self._document.get("infons")))
        if self._title and not isinstance(facts.get("title"), str):
            facts["title"] = self._title
        every = [*self._loose, *(one for piece in self._pieces for one in piece.annotations)]
        return {
            **facts,
            "id": self._document.get("id"),
            "text": self._text,
            "spans": [self._span(one) for one in every],
            "relations": [row for relation in self._relations for row in _links(relation)],
        }

    def _add_passage(self, passage: Mapping[str, Any]) -> None:
        self._relations += objects_in(passage.get("relations"))
        sentences = [*objects_in(passage.get("sentences"))]
        for sentence in sentences:
            self._relations += objects_in(sentence.get("relations"))
        annotations = [*objects_in(passage.get("annotations"))]
        text = passage.get("text")
        if isinstance(text, str) and text.strip():
            annotations += (one for sentence in sentences for one in objects_in(sentence.get("annotations")))
            self._add(passage, annotations, "\n")
        else:
            self._loose += annotations
            for number, sentence in enumerate(sentences):
                self._add(sentence, [*objects_in(sentence.get("annotations"))], " " if number else "\n")
        named = object_of(passage.get("infons")).get(_TYPE)
        if named == "title" and self._title is None and self._pieces:
            self._title = one_line(self._pieces[-1].text)

    def _add(self, found: Mapping[str, Any], annotations: list[Mapping[str, Any]], between: str) -> None:
        text = found.get("text")
        if not isinstance(text, str) or not text:
            self._loose += annotations
            return
        offset = _number(found.get("offset"))
        last = self._pieces[-1] if self._pieces else None
        gap = _gap(last, offset) if last is not None and offset is not None else 0
        if last is not None and gap != 0:
            self._text += between * min(max(gap, 1), _MOST_GAP) if between == "\n" else between
        begin = len(self._text)
        self._text += text
        self._pieces.append(
            _Piece(offset=begin if offset is None else offset, begin=begin, text=text, annotations=annotations)
        )

    def _span(self, annotation: Mapping[str, Any]) -> dict[str, Any]:
        pairs = object_of(annotation.get("infons"))
        parts = [self._place(place) for place in objects_in(annotation.get("locations"))]
        said = annotation.get("text")
        return {
            "id": annotation.get("id"),
            "label": pairs.get(_TYPE) or pairs.get("label"),
            "parts": parts,
            **({"quote": said} if isinstance(said, str) and said and len(parts) == 1 else {}),
            **row_of_span(pairs),
        }

    def _place(self, place: Mapping[str, Any]) -> list[Any]:
        offset, length = _number(place.get("offset")), _number(place.get("length"))
        if offset is None or length is None:
            return [None, None]
        at = bisect_right(self._offsets, offset) - 1
        if at < 0:
            return [offset, offset + length]
        piece = self._pieces[at]
        first = offset - piece.offset
        return [piece.begin + piece.to_point(first), piece.begin + piece.to_point(first + length)]


def _gap(last: _Piece, offset: int) -> int:
    """Return the number of characters between a piece and the next one, which begins at ``offset`` in the file.

    The unit of offsets is unknown here. The usual gap is 1, so return 1 if any unit gives it, else count code points.
    """
    lengths = [len(last.text), *(len(last.text.encode(coded)) // size for coded, size in _UNITS)]
    gaps = [offset - last.offset - length for length in lengths]
    return 1 if 1 in gaps else gaps[0]


def _quoted(annotation: Mapping[str, Any], piece: _Piece) -> Iterator[tuple[int, int, str]]:
    places, said = [*objects_in(annotation.get("locations"))], annotation.get("text")
    if len(places) == 1 and isinstance(said, str):
        offset, length = _number(places[0].get("offset")), _number(places[0].get("length"))
        if offset is not None and length is not None and offset >= piece.offset:
            yield offset - piece.offset, offset - piece.offset + length, said


def _links(relation: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a relation from the head, else from the first node, to each other node."""
    pairs = object_of(relation.get("infons"))
    nodes = [*objects_in(relation.get("nodes"))]
    first = next((node for node in nodes if node.get("role") == HEAD), nodes[0] if nodes else {})
    for number, node in enumerate(node for node in nodes if node is not first):
        key = str(relation.get("id"))
        yield {
            "id": f"{key}/{number}" if number else key,
            "label": pairs.get(_TYPE) or node.get("role"),
            "head": first.get("refid"),
            "tail": node.get("refid"),
            **row_of_relation(pairs),
        }


def _number(value: Any) -> int | None:
    if isinstance(value, str) and value.strip().isdecimal() and len(value) < 12:
        value = int(value)
    return value if type(value) is int and 0 <= value < _FURTHEST else None

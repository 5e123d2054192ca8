"""spaCy's DocBin (``.spacy``), the input of ``spacy train``.

Source: https://spacy.io/api/docbin; spaCy 3.8 returns lists in ``user_data`` as tuples.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.formats.base import Exporter, Put
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.training_tokens import boundaries, edges
from annotator.model.json_rows import annotated_to
from annotator.model.sentence_states import unread
from annotator.model.values import CLAIMS, ENTITIES, Annotated, Part, Span
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin
    from spacy.tokens import Span as DocSpan

USER_DATA = "spanwright"  # the key of the record in `Doc.user_data`

_INTEGERS = range(-(2**63), 2**64)  # what msgpack holds


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    from spacy.tokens import DocBin

    packed = DocBin(store_user_data=True)

    def put(fitted: Fitted) -> None:
        pack(annotate(fitted, options), packed)

    yield put
    try:
        packed.to_disk(path)
    except ValueError:  # spaCy's E870
        reason = QT_TRANSLATE_NOOP("Errors", "it has grown too large for one file; export fewer articles or a split")
        raise FormatError("format.target", file=path.name, reason=reason) from None


def pack(doc: "Doc", into: "DocBin") -> None:
    """Add a document to a DocBin."""
    with _encoders_found_once():
        into.add(doc)


@cache
def _encoders() -> dict[str, Any]:
    from srsly.msgpack import msgpack_encoders

    found: dict[str, Any] = msgpack_encoders.get_all()
    return found


@contextmanager
def _encoders_found_once() -> Iterator[None]:
    """Cache srsly 2.5's lookup of encoders, which it repeats for every value.

    It runs four times for each document and took two thirds of an export's time.
    """
    from srsly.msgpack import msgpack_encoders

    found = _encoders()
    vars(msgpack_encoders)["get_all"] = lambda: found
    try:
        yield
    finally:
        del vars(msgpack_encoders)["get_all"]


def annotate(fitted: Fitted, options: Options) -> "Doc":
    """Return a document as spaCy's `Doc`.

    Non-overlapping spans of layer `ENTITIES` are in ``ents``; each layer has its span group in ``spans``, with the ids
    in ``span_id``. The record without its text is in ``user_data[USER_DATA]``, its offsets in code points. Page
    furniture that is left out counts as not annotated rather than as free of entities; with ``only_read``, so do
    unread sentences.
    """
    doc = fitted.doc
    if doc is None:
        raise TypeError("a DocBin needs tokens")
    annotated = fitted.annotated
    identities = {identity.id: identity.kb_id or "" for identity in annotated.identities}
    places = _Places(doc)
    made = {span.id: places.span(span, identities) for span in annotated.spans}
    groups: dict[str, list[DocSpan]] = defaultdict(list)
    for span in annotated.spans:
        groups[span.layer].append(made[span.id])
    for layer in _layers(annotated, options):
        doc.spans[layer] = groups[layer]
    entities = [made[span.id] for span in fitted.flat]
    skipped = annotated.document.excluded if options.exclude_furniture else ()
    if options.only_read:
        skipped = (*skipped, *unread(annotated.document, annotated.spans, annotated.sentences))
    doc.set_ents(entities, missing=places.untouched(skipped, entities), default="outside")
    record = annotated_to(annotated)
    del record["text"]
    doc.user_data[USER_DATA] = _packable(record)
    return doc


class _Places:
    """Converts offsets to tokens."""

    def __init__(self, doc: "Doc") -> None:
        self._doc = doc
        self._first, self._after = boundaries(doc)

    def span(self, span: Span, identities: dict[str, str]) -> "DocSpan":
        from spacy.tokens import Span as DocSpan

        first, after = self._first[span.start], self._after[span.end]
        known = identities.get(str(span.attributes.get("identity")), "")
        return DocSpan(self._doc, first, after, label=span.label, kb_id=known, span_id=span.id)

    def untouched(self, ranges: tuple[Part, ...], entities: "list[DocSpan]") -> "list[DocSpan]":
        """Return the tokens of the ranges that are in no entity, each as its own span."""
        taken = {i for entity in entities for i in range(entity.start, entity.end)}
        if not ranges:
            return []
        tokens_at = edges(self._doc)
        found = (tokens_at.snap(start, end) for start, end in ranges if start < end)
        tokens = {i for place in found if place for i in range(self._first[place[0]], self._after[place[1]])}
        return [self._doc[i : i + 1] for i in sorted(tokens - taken)]


def _layers(annotated: Annotated, options: Options) -> list[str]:
    """Return the span groups; usual ones are present even if empty, so that documents agree."""
    expected = options.layers or (ENTITIES, CLAIMS)
    return sorted({*expected, *(span.layer for span in annotated.spans)})


def _packable(value: Any) -> Any:
    """Replace integers that msgpack cannot hold with their digits."""
    if isinstance(value, dict):
        return {key: _packable(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_packable(entry) for entry in value]
    return str(value) if isinstance(value, int) and value not in _INTEGERS else value


DOCBIN = Exporter(
    name="docbin",
    title="spaCy DocBin",
    suffix=".spacy",
    holds=Capabilities(
        overlap=True,
        tokens=True,
        relations=True,
        relation_attributes=True,
        across=True,
        identities=True,
        attributes=True,
        annotators=True,
        labels=True,
        progress=True,
        flat=ENTITIES,
        unknown=True,
        relation_annotators=True,
        details=None,
    ),
    open=_open,
)

"""Splits a long article into short ones for models with limited input length."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.formats.fit import Fitted
from annotator.formats.shared.tokens.training_tokens import places
from annotator.model.values import Document, Part, Span
from annotator.text.normalization import fingerprint

if TYPE_CHECKING:
    from spacy.tokens import Doc


def in_pieces(fitted: Fitted) -> Iterator[Fitted]:
    """Yield each piece of a fitted article as an article; without pieces, the article itself."""
    if not fitted.pieces:
        yield fitted
    for number, piece in enumerate(fitted.pieces, 1):
        yield _piece(fitted, piece, number)


def _piece(fitted: Fitted, piece: Part, number: int) -> Fitted:
    annotated = fitted.annotated
    document = _document(annotated.document, piece, f"{number}/{len(fitted.pieces)}")
    spans = tuple(_moved(annotated.spans, piece, document.id))
    here = {span.id for span in spans}
    relations = tuple(relation for relation in annotated.relations if relation.head in here)
    return replace(
        fitted,
        annotated=replace(annotated, document=document, spans=spans, relations=relations),
        flat=tuple(_moved(fitted.flat, piece, document.id)),
        doc=None if fitted.doc is None else _doc(fitted.doc, piece),
        pieces=(),
    )


def _document(whole: Document, piece: Part, number: str) -> Document:
    text = whole.text[slice(*piece)]
    return replace(
        whole,
        id=fingerprint(f"{whole.id} {number}")[: len(whole.id)],
        title=f"{whole.title} ({number})",
        text=text,
        sha256=fingerprint(text),
        excluded=(),
    )


def _moved(spans: Iterable[Span], piece: Part, document: str) -> Iterator[Span]:
    first, after = piece
    for span in spans:
        if first <= span.start < after:
            parts = tuple((start - first, end - first) for start, end in span.parts)
            yield replace(span, document=document, parts=parts)


def _doc(doc: "Doc", piece: Part) -> "Doc":
    from spacy.tokens import Doc

    starts = places(doc).starts
    tokens = doc[bisect_left(starts, piece[0]) : bisect_left(starts, piece[1])]
    words, spaces = [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]
    return Doc(doc.vocab, words=words, spaces=spaces)

"""Article details other than labels; those that a format cannot hold are reported once for all articles."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from annotator.formats.capabilities import Capabilities
from annotator.formats.loss import Loss, LossLog
from annotator.formats.shared.metadata.facts import FACTS
from annotator.model.values import BATCH, BY_HAND, OWN_TOKENS, PRIORITY, Annotated, Document

USUAL = frozenset({*FACTS, "text"})
"""The details held by formats that write `facts.facts_to` and the text."""

_META = "meta."  # prefix of other fields of a document
_REPORTED_APART = frozenset({BATCH, OWN_TOKENS, PRIORITY})
_EMPTY: tuple[Any, ...] = (None, "", [], {})
_NO_LANGUAGE = ("language", "other")


def missing_details(
    annotated: Annotated, written: Annotated, holds: Capabilities, *, split: bool, broader: bool = False
) -> tuple[str, ...]:
    """Return the article's details missing from the file: keys of `loss.DETAILS`, and ``meta.NAME``.

    ``written`` is the written part of the article. ``split`` is whether the files show the article's split, ``broader``
    whether a written label has a broader one.
    """
    if holds.details is None:
        return ()
    if not (holds.bare or written.spans or written.labels):
        return ("article",)
    known = [*_known(annotated, written, split=split), *(["hierarchy"] if broader else [])]
    return tuple(name for name in known if name not in holds.details)


def _known(annotated: Annotated, written: Annotated, *, split: bool) -> Iterator[str]:
    document = annotated.document
    said = (name for name in ("text", *FACTS) if getattr(document, name))
    yield from (name for name in said if (name, document.language) != _NO_LANGUAGE)
    if document.excluded:
        yield "excluded"
    if annotated.split and not split:
        yield "split"
    made = (row.origin for rows in (written.spans, written.relations) for row in rows)
    if any(origin is not BY_HAND and origin != BY_HAND for origin in made) or any(s.rule for s in written.suggestions):
        yield "origin"
    for name, value in document.meta.items():
        if name not in _REPORTED_APART and value not in _EMPTY:
            yield _META + name


class MissingDetails:
    """The details missing from an export, counted over all articles."""

    def __init__(self) -> None:
        self._first: dict[str, Document] = {}
        self._counts: Counter[str] = Counter()

    def add(self, document: Document, details: Sequence[str]) -> None:
        """Add the details that an article loses."""
        self._counts.update(details)
        for name in details:
            self._first.setdefault(name, document)

    def losses(self) -> list[Loss]:
        """Return one loss per detail, sorted by name, pointing to the first article with it."""
        return [replace(self._loss(name), count=self._counts[name]) for name in sorted(self._first)]

    def _loss(self, name: str) -> Loss:
        return LossLog(self._first[name]).add("detail", name, name.removeprefix(_META), "detail")

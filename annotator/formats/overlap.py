"""Chooses among overlapping spans for a format without overlap."""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable
from itertools import pairwise
from typing import Any, TypeAlias

from annotator.model.values import Span, by_place
from annotator.system.errors import FormatError
from annotator.text.parts import length

LONGEST, SHORTEST, FIRST, LAYER = "longest", "shortest", "first", "layer:"

_Order: TypeAlias = Callable[[Span], Any]


def check(policy: str) -> str:
    """Return the policy if it is ``longest``, ``shortest``, ``first`` or ``layer:NAME``.

    Raises:
        FormatError: ``format.overlap``.
    """
    if policy in {LONGEST, SHORTEST, FIRST} or (policy.startswith(LAYER) and policy != LAYER):
        return policy
    raise FormatError("format.overlap", policy=policy)


def flatten(
    spans: Iterable[Span], policy: str, kept: Collection[str] = ()
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Choose spans by the policy so that none overlap.

    ``longest`` and ``shortest`` count characters, ``first`` compares starts, ``layer:NAME`` prefers one layer. Ties go
    to the longer, then the earlier span, then by label and id. Spans with ids in ``kept`` come first.

    Returns:
        The chosen and the other spans, each sorted by (start, end, id).
    """
    in_order = by_place(spans)
    if all(before.end <= after.start for before, after in pairwise(in_order)):
        return in_order, ()  # as in most articles
    taken: list[tuple[int, int]] = []
    chosen: list[Span] = []
    others: list[Span] = []
    order = _order(policy)
    for span in sorted(in_order, key=lambda one: (one.id not in kept, order(one))):
        if any(_overlaps(taken, start, end) for start, end in span.parts):
            others.append(span)
            continue
        chosen.append(span)
        for part in span.parts:
            insort(taken, part)
    return by_place(chosen), by_place(others)


def _order(policy: str) -> _Order:
    if policy == SHORTEST:
        return lambda span: (length(span.parts), span.start, span.label, span.id)
    if policy == FIRST:
        return lambda span: (span.start, -length(span.parts), span.label, span.id)
    layer = policy.removeprefix(LAYER) if policy.startswith(LAYER) else None
    return lambda span: (span.layer != layer, -length(span.parts), span.start, span.label, span.id)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    after = bisect_left(taken, (end, end))
    return after > 0 and taken[after - 1][1] > start

"""The uncertainty of a figure: how much it would vary with other articles."""

import random
from collections.abc import Sequence
from typing import TypeAlias

from annotator.quality.measures.spans import SharedLabels

LEAST = 10  # articles; with fewer, an interval would only seem exact
_TIMES = 1_000
_OUTSIDE = 0.025  # share of the resamples outside the interval, on each side

Interval: TypeAlias = tuple[float, float]


def interval(shares: Sequence[SharedLabels], *, seed: int = 0) -> Interval | None:
    """Return the interval that holds F in 95 of 100 resamples of the articles; None for fewer than `LEAST` articles."""
    if len(shares) < LEAST:
        return None
    draw = random.Random(seed)  # noqa: S311  # the same figures each time
    figures = []
    for _ in range(_TIMES):
        drawn = draw.choices(shares, k=len(shares))
        both = sum([share[1] for share in drawn])
        if both:
            figures.append(sum([share[0] for share in drawn]) / both)
    if not figures:
        return None
    figures.sort()
    cut = int(_OUTSIDE * len(figures))
    return figures[cut], figures[-1 - cut]

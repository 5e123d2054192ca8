"""Where the cards beside one block stand: near the line of their claim, none over another, none beyond the block.

Each block has its cards to itself, so that nothing moves while one scrolls and only what is seen is laid out.
Heights are pixels from the block's top.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Heights of a card of two lines and of one, and the gaps between cards; ``joined`` between claims of one line."""

    full: int
    short: int
    gap: int
    joined: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The upper edges of cards, all of one ``height``. The last one stands for ``folded`` claims, if there are any."""

    tops: tuple[int, ...]
    height: int
    folded: int = 0


def places(wanted: Sequence[int], twins: Sequence[bool], room: int, sizes: Sizes) -> Places:
    """Place cards in a room of a height. ``twins`` tells of each card whether the one before has the same words.

    Where two lines a card are too many, each has one; where these are too many, the last ones are folded into one.
    """
    gaps = [0, *(sizes.joined if twin else sizes.gap for twin in twins[1:])]
    for height in (sizes.full, sizes.short):
        if len(wanted) * height + sum(gaps) <= room:
            return Places(tops=_spread(wanted, gaps, height, room), height=height)
    fit = max(1, (room + sizes.gap) // (sizes.short + sizes.gap))
    if fit >= len(wanted):  # a room too small even for one
        return Places(tops=_spread(wanted, gaps, sizes.short, max(room, sizes.short)), height=sizes.short)
    tops = _spread(wanted[:fit], gaps[:fit], sizes.short, max(room, sizes.short))
    return Places(tops=tops, height=sizes.short, folded=len(wanted) - fit + 1)


def _spread(wanted: Sequence[int], gaps: Sequence[int], height: int, room: int) -> tuple[int, ...]:
    """Push cards down where they would cover one another, and then up where they would leave the room."""
    tops: list[int] = []
    for top, gap in zip(wanted, gaps, strict=True):
        tops.append(max(top, tops[-1] + height + gap) if tops else max(0, top))
    limit = room - height
    for index in range(len(tops) - 1, -1, -1):
        tops[index] = max(0, min(tops[index], limit))
        limit = tops[index] - gaps[index] - height
    return tuple(tops)

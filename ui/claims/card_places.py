"""Placement of the cards beside one block: near the line of their claim, without overlap, within the block.

Cards are placed per block, so that nothing moves while scrolling and only visible blocks are laid out.
Heights are pixels from the block's top.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Heights of two-line and one-line cards, and gaps; ``joined`` is the gap between claims with the same words."""

    full: int
    short: int
    gap: int
    joined: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The tops of cards, all of one ``height``. If ``folded`` is not 0, the last one stands for that many claims."""

    tops: tuple[int, ...]
    height: int
    folded: int = 0


def places(wanted: Sequence[int], twins: Sequence[bool], room: int, sizes: Sizes) -> Places:
    """Place cards at their wanted tops in a room of a height. ``twins`` marks those on the words of the one before.

    If two-line cards do not fit, one-line cards are used; if these do not fit, the last ones are folded into one.
    """
    gaps = [0, *(sizes.joined if twin else sizes.gap for twin in twins[1:])]
    for height in (sizes.full, sizes.short):
        if len(wanted) * height + sum(gaps) <= room:
            return Places(tops=_spread(wanted, gaps, height, room), height=height)
    fit = max(1, (room + sizes.gap) // (sizes.short + sizes.gap))
    if fit >= len(wanted):  # there is not even room for one
        return Places(tops=_spread(wanted, gaps, sizes.short, max(room, sizes.short)), height=sizes.short)
    tops = _spread(wanted[:fit], gaps[:fit], sizes.short, max(room, sizes.short))
    return Places(tops=tops, height=sizes.short, folded=len(wanted) - fit + 1)


def _spread(wanted: Sequence[int], gaps: Sequence[int], height: int, room: int) -> tuple[int, ...]:
    """Push cards down where they would overlap, then up where they would leave the room."""
    tops: list[int] = []
    for top, gap in zip(wanted, gaps, strict=True):
        tops.append(max(top, tops[-1] + height + gap) if tops else max(0, top))
    limit = room - height
    for index in range(len(tops) - 1, -1, -1):
        tops[index] = max(0, min(tops[index], limit))
        limit = tops[index] - gaps[index] - height
    return tuple(tops)

"""Which lane each of several overlapping spans is drawn in."""

from collections.abc import Sequence
from heapq import heappop, heappush


def assign(intervals: Sequence[tuple[int, int]]) -> list[int]:
    """Give each interval the lowest lane, counted from 0, where it overlaps nothing.

    Args:
        intervals: Code points, end exclusive, sorted by start, the longer first where they start together.

    Returns:
        A lane for each interval, in the same order.
    """
    busy: list[tuple[int, int]] = []  # end and lane
    free: list[int] = []
    lanes: list[int] = []
    for start, end in intervals:
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        lane = heappop(free) if free else len(busy)
        heappush(busy, (end, lane))
        lanes.append(lane)
    return lanes

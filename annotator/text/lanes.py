"""Lanes for drawing overlapping spans."""

from collections.abc import Sequence
from heapq import heappop, heappush


def assign(intervals: Sequence[tuple[int, int]]) -> list[int]:
    """Assign each interval the lowest lane, from 0, in which it overlaps nothing.

    Args:
        intervals: Code points, end exclusive, sorted by start, longer first among equal starts.

    Returns:
        The lane of each interval, in the same order.
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

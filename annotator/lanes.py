"""Which lane each of several overlapping spans is drawn in."""

from collections.abc import Sequence


def assign(intervals: Sequence[tuple[int, int]], first: int = 0) -> list[int]:
    """Give each interval the lowest lane, counted from ``first``, where it overlaps nothing.

    Args:
        intervals: Code points, end exclusive, sorted by start, the longer first where they start together.
        first: The lane to begin with.

    Returns:
        A lane for each interval, in the same order.
    """
    ends: list[int] = []
    lanes: list[int] = []
    for start, end in intervals:
        lane = next((i for i, taken in enumerate(ends) if taken <= start), len(ends))
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = end
        lanes.append(first + lane)
    return lanes

"""The time that the disk takes to make edits durable."""

from collections import deque
from statistics import median

FRAME = 1 / 60  # seconds; longer is noticeable
_KEPT = 1_000


class Commits:
    """The commits since a file was opened, in seconds of the disk alone. The last thousand give the median."""

    def __init__(self) -> None:
        self.count = 0
        self.slow = 0  # commits longer than a frame
        self.slowest = 0.0
        self._last: deque[float] = deque(maxlen=_KEPT)

    @property
    def median(self) -> float:
        """The median time of a commit; 0 before the first."""
        return median(self._last) if self._last else 0.0

    def add(self, seconds: float) -> None:
        """Add the time of one commit."""
        self.count += 1
        self.slow += seconds > FRAME
        self.slowest = max(self.slowest, seconds)
        self._last.append(seconds)

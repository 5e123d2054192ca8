"""The times that commits took since a file was opened."""

from collections import deque
from statistics import median

FRAME = 1 / 60  # seconds of a frame on screen; longer delays are noticeable
_KEPT = 1_000


class Commits:
    """The times that commits took since a file was opened, in seconds; the median is of the last thousand."""

    def __init__(self) -> None:
        self.count = 0
        self.slow = 0  # commits longer than a frame
        self.slowest = 0.0
        self._last: deque[float] = deque(maxlen=_KEPT)

    @property
    def median(self) -> float:
        """The median time of a commit in seconds; 0 before the first commit."""
        return median(self._last) if self._last else 0.0

    def add(self, seconds: float) -> None:
        """Add the time of one commit."""
        self.count += 1
        self.slow += seconds > FRAME
        self.slowest = max(self.slowest, seconds)
        self._last.append(seconds)

"""The correction of an adapter's scores, fitted to how often names were right in held-out articles.

An adapter's scores are higher than the share of right names, by an amount that differs between projects. Two numbers,
slope and shift, correct them. They start from usual values, measured on the SmartData news with a model that had not
been trained on them; a few held-out names change these little. The slope changes least: a few names tell little about
it, and it decides how many names count as sure. Source: Platt, Probabilistic Outputs for Support Vector Machines, 1999.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from annotator.system.whole_files import put

_LEAST = 0.001  # scores closer to 0 or 1 count as this close
_USUAL = 0.5, -0.4
_PRIOR = 300.0, 100.0  # how strongly each of the two numbers stays at the usual one
_STEPS = 30
_ENOUGH = 1e-9
_LARGEST = 100  # bytes of a file
_MOST = 20.0  # of either number


@dataclass(frozen=True, slots=True)
class Trust:
    """The correction of scores: a score's log odds are multiplied by ``slope``, then ``shift`` is added."""

    slope: float = 1.0
    shift: float = 0.0

    def of(self, score: float) -> float:
        """Return the corrected score, which is the share of names with this score that are right."""
        if self == Trust():
            return score
        return 1 / (1 + math.exp(-(self.slope * _log_odds(score) + self.shift)))

    def to_disk(self, path: Path) -> None:
        """Write the two numbers as JSON."""
        put(path, json.dumps([self.slope, self.shift]).encode())

    @classmethod
    def from_disk(cls, path: Path) -> "Trust":
        """Read what `to_disk` wrote.

        Raises:
            ValueError: if the file contains something else.
            OSError: if the file cannot be read.
        """
        with path.open("rb") as stream:
            value = json.loads(stream.read(_LARGEST))
        if not isinstance(value, list) or len(value) != len(("slope", "shift")):
            raise ValueError(f"{path.name} does not contain two numbers")
        if not all(isinstance(number, float | int) and abs(number) <= _MOST for number in value) or value[0] <= 0:
            raise ValueError(f"{path.name} does not contain two numbers")
        return cls(*map(float, value))


def trust_in(scored: Iterable[tuple[float, bool]]) -> Trust:
    """Return the correction that fits names best, each given as its score and whether it was right."""
    pairs = [(_log_odds(score), float(right)) for score, right in scored]
    slope, shift = _USUAL
    for _ in range(_STEPS):
        by_slope, by_shift = _PRIOR[0] * (_USUAL[0] - slope), _PRIOR[1] * (_USUAL[1] - shift)
        a, b, c = _PRIOR[0], 0.0, _PRIOR[1]  # the matrix of second derivatives
        for odds, right in pairs:
            chance = 1 / (1 + math.exp(-(slope * odds + shift)))
            by_slope += (right - chance) * odds
            by_shift += right - chance
            weight = chance * (1 - chance)
            a, b, c = a + weight * odds * odds, b + weight * odds, c + weight
        size = a * c - b * b
        to_slope, to_shift = (c * by_slope - b * by_shift) / size, (a * by_shift - b * by_slope) / size
        slope, shift = min(_MOST, max(0.1, slope + to_slope)), min(_MOST, max(-_MOST, shift + to_shift))
        if abs(to_slope) + abs(to_shift) < _ENOUGH:
            break
    return Trust(round(slope, 4), round(shift, 4))


def _log_odds(score: float) -> float:
    bounded = min(1 - _LEAST, max(_LEAST, score))
    return math.log(bounded / (1 - bounded))

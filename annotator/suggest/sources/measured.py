"""How often the shipped models are right, by score, in texts that they have not learnt from.

`python tests/benchmarks/suggestions.py --scores` prints the counts. The German texts are GermEval dev and the frozen
fifth of SmartData, the English ones are WNUT dev.
"""

from collections.abc import Sequence
from typing import TypeAlias

from annotator.suggest.sources.source import SourceInfo, Speed
from annotator.suggestions.reliability import BOUNDS, Bin
from annotator.system.resources import resource_path

_Row: TypeAlias = tuple[float, int, int, float]  # the lowest score, names found, names right, their mean score

_COUNTS: dict[tuple[str, Speed], Sequence[_Row]] = {}


def measured(info: SourceInfo) -> tuple[Bin, ...]:
    """Return the names that a shipped model found at its speed, the highest scores first; none for other sources."""
    is_shipped = info.encoder is not None and info.encoder.folder == resource_path("models", "encoder")
    rows = _COUNTS.get((info.language or "", info.speed), ()) if is_shipped else ()
    ends = dict(zip(BOUNDS, (*BOUNDS[1:], 1.0), strict=True))
    return tuple(
        Bin(lowest=lowest, highest=ends[lowest], decided=found, accepted=right, mean=mean)
        for lowest, found, right, mean in rows
    )

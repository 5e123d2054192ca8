"""The share of right names of the shipped models, by score, in texts that they have not learnt from.

`python tests/benchmarks/suggestions.py --scores` prints the counts. The German texts are GermEval dev and the frozen
fifth of SmartData, the English ones are WNUT dev.
"""

from collections.abc import Sequence
from typing import TypeAlias

from annotator.suggest.sources.source import SourceInfo, Speed
from annotator.suggestions.reliability import BOUNDS, Bin

_Row: TypeAlias = tuple[float, int, int, float]  # the lowest score, names found, names right, their mean score

#: The beginning of the seal of the encoder that was measured; another one has other counts.
_SEAL = "eaac81e4"
_COUNTS: dict[tuple[str, Speed], Sequence[_Row]] = {
    ("de", Speed.THOROUGH): (
        (0.95, 1865, 1804, 0.9874),
        (0.9, 467, 407, 0.9224),
        (0.8, 223, 174, 0.8593),
        (0.7, 280, 177, 0.7428),
        (0.6, 220, 128, 0.6557),
        (0.5, 187, 89, 0.5398),
        (0.0, 153, 59, 0.4837),
    ),
    ("de", Speed.FAST): (
        (0.95, 1977, 1871, 0.9894),
        (0.9, 260, 199, 0.9258),
        (0.8, 264, 170, 0.8522),
        (0.7, 180, 111, 0.7502),
        (0.6, 202, 108, 0.6501),
        (0.5, 160, 65, 0.5502),
        (0.0, 193, 63, 0.408),
    ),
    ("en", Speed.THOROUGH): (
        (0.95, 150, 141, 0.9683),
        (0.9, 100, 85, 0.9259),
        (0.8, 117, 89, 0.8542),
        (0.7, 46, 28, 0.7494),
        (0.6, 53, 29, 0.6332),
        (0.5, 122, 50, 0.5763),
    ),
    ("en", Speed.FAST): (
        (0.95, 140, 125, 0.982),
        (0.9, 55, 39, 0.9262),
        (0.8, 56, 40, 0.8518),
        (0.7, 52, 33, 0.7524),
        (0.6, 49, 29, 0.6566),
        (0.5, 45, 17, 0.5434),
        (0.0, 63, 25, 0.4158),
    ),
}


def measured(info: SourceInfo) -> tuple[Bin, ...]:
    """Return the names that a shipped model found at the speed of ``info``, best first; none for other sources."""
    is_measured = info.encoder is not None and (info.encoder.seal or "").startswith(_SEAL)
    rows = _COUNTS.get((info.language or "", info.speed), ()) if is_measured else ()
    ends = dict(zip(BOUNDS, (*BOUNDS[1:], 1.0), strict=True))
    return tuple(
        Bin(lowest=lowest, highest=ends[lowest], decided=found, accepted=right, mean=mean)
        for lowest, found, right, mean in rows
    )

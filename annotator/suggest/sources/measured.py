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
_SEAL = "bf6b2380"
_COUNTS: dict[tuple[str, Speed], Sequence[_Row]] = {
    ("de", Speed.THOROUGH): (
        (0.95, 1698, 1649, 0.9892),
        (0.9, 660, 583, 0.9233),
        (0.8, 227, 170, 0.8537),
        (0.7, 189, 130, 0.7533),
        (0.6, 157, 85, 0.6452),
        (0.5, 273, 146, 0.548),
        (0.0, 177, 69, 0.4844),
    ),
    ("de", Speed.FAST): (
        (0.95, 1977, 1871, 0.9894),
        (0.9, 260, 199, 0.9258),
        (0.8, 266, 171, 0.852),
        (0.7, 180, 111, 0.7502),
        (0.6, 202, 108, 0.6501),
        (0.5, 160, 65, 0.5502),
        (0.0, 195, 64, 0.4075),
    ),
    ("en", Speed.THOROUGH): (
        (0.95, 15, 14, 0.9753),
        (0.9, 218, 200, 0.9201),
        (0.8, 75, 58, 0.861),
        (0.7, 55, 41, 0.7504),
        (0.6, 46, 31, 0.6504),
        (0.5, 131, 56, 0.5353),
    ),
    ("en", Speed.FAST): (
        (0.95, 140, 125, 0.982),
        (0.9, 55, 39, 0.9262),
        (0.8, 56, 40, 0.8518),
        (0.7, 52, 33, 0.7524),
        (0.6, 49, 29, 0.6566),
        (0.5, 45, 17, 0.5434),
        (0.0, 64, 25, 0.4158),
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

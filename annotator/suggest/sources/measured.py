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
_SEAL = "f5b17024"
_COUNTS: dict[tuple[str, Speed], Sequence[_Row]] = {
    ("de", Speed.THOROUGH): (
        (0.95, 1877, 1815, 0.9842),
        (0.9, 355, 314, 0.9311),
        (0.8, 377, 285, 0.8452),
        (0.7, 198, 133, 0.7581),
        (0.6, 163, 102, 0.6483),
        (0.5, 262, 138, 0.5497),
        (0.0, 183, 69, 0.4739),
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
        (0.95, 15, 14, 0.9753),
        (0.9, 218, 200, 0.9201),
        (0.8, 75, 58, 0.861),
        (0.7, 55, 41, 0.7504),
        (0.6, 46, 31, 0.6504),
        (0.5, 130, 56, 0.5354),
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

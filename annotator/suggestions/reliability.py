"""The reliability of a source, measured by people's decisions: counts, calibration, pace. Pure functions."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import reduce
from statistics import fmean, median
from typing import TypeAlias

from annotator.model.values import Acceptance

LabelKey: TypeAlias = tuple[str, str]  # layer, label

#: The lower bounds of the score bins. Bins are narrower at the top, where suggestions are accepted unread. The bounds
#: of the tiers are among them.
BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
#: The number of decisions below which a share means little.
FEW = 20
_DAYS = 14  # days counted one by one; if there are more, decisions are counted by month
_LONGEST = 120_000  # milliseconds; a longer decision includes a pause
_Z = 1.96  # standard deviations on each side of a 95% interval


class Verdict(StrEnum):
    """The outcome of a decided suggestion."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A person's last decision about a suggestion.

    ``day`` is an ISO date. ``together`` is how many suggestions of its layer were decided in the same step, and
    ``milliseconds`` is the duration of the step, 0 if unknown. ``acceptance`` says whether a person looked at the
    suggestion alone, also for rejections and corrections; None if unknown. ``overturned`` is whether an accepted label
    was changed or removed later.
    """

    layer: str
    label: str
    score: float | None
    fate: Verdict
    day: str
    together: int = 1
    milliseconds: int = 0
    acceptance: Acceptance | None = Acceptance.LOOKED
    overturned: bool = False

    @property
    def looked(self) -> bool:
        """Whether a person looked at the suggestion alone."""
        return self.acceptance is Acceptance.LOOKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of suggestions that a person looked at, by their fate.

    ``missed`` are labels set by hand where nothing was suggested. ``unread`` are labels that were accepted without a
    look, or without a record of one: they say nothing about how many are right.
    """

    accepted: int = 0
    corrected: int = 0
    rejected: int = 0
    missed: int = 0
    pending: int = 0
    unread: int = 0

    @property
    def decided(self) -> int:
        """The number of decided suggestions."""
        return self.accepted + self.corrected + self.rejected

    @property
    def share(self) -> float | None:
        """The share accepted unchanged, 0 to 1; None if nothing was decided."""
        return self.accepted / self.decided if self.decided else None

    @property
    def found(self) -> float | None:
        """The share of labels that were suggested, 0 to 1, even with another label or boundaries; None if no labels."""
        suggested = self.accepted + self.corrected + self.unread
        there = suggested + self.missed
        return suggested / there if there else None

    def plus(self, other: "Tally") -> "Tally":
        """Return the sum of two tallies."""
        return Tally(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Decisions about suggestions with a score from ``lowest`` up to ``highest``; ``mean`` is their mean score."""

    lowest: float
    highest: float
    decided: int
    accepted: int
    mean: float

    @property
    def share(self) -> float:
        """The share accepted unchanged, 0 to 1."""
        return self.accepted / self.decided

    @property
    def between(self) -> tuple[float, float]:
        """The 95% confidence interval of the share; see `likely_share`."""
        return likely_share(self.accepted, self.decided)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The number of single decisions, and their median duration in seconds."""

    decisions: int
    seconds: float


def fate_of(state: str, *, kept: bool, touched: bool) -> Verdict:
    """Return what became of a suggestion after all edits.

    Args:
        state: The suggestion's state: ``accepted``, ``corrected`` or ``rejected``.
        kept: Whether the suggestion's words still carry its label.
        touched: Whether one of its words still carries a label of its layer.
    """
    if state != Verdict.ACCEPTED:
        return Verdict(state)
    if kept:
        return Verdict.ACCEPTED
    return Verdict.CORRECTED if touched else Verdict.REJECTED


def by_label(
    decisions: Iterable[Decision], missed: Mapping[LabelKey, int], pending: Mapping[LabelKey, int]
) -> dict[LabelKey, Tally]:
    """Count decisions by label, sorted by layer and label; add the counts ``missed`` and ``pending``."""
    counted: dict[LabelKey, Tally] = {}
    for decision in decisions:
        key = decision.layer, decision.label
        counted[key] = counted.get(key, Tally()).plus(_one(decision))
    for key in counted.keys() | missed.keys() | pending.keys():
        tally = counted.get(key, Tally())
        counted[key] = replace(tally, missed=missed.get(key, 0), pending=pending.get(key, 0))
    return dict(sorted(counted.items()))


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    return reduce(Tally.plus, tallies, Tally())


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncounted:
    """Decisions left out of the figures: ``sight`` were made by sight, ``unknown`` before this was recorded.

    ``changed`` are the decisions by sight whose label was changed or removed later.
    """

    sight: int = 0
    unknown: int = 0
    changed: int = 0


def uncounted(decisions: Iterable[Decision]) -> Uncounted:
    """Count the decisions without a record that a person looked at the suggestion alone."""
    apart = [decision for decision in decisions if not decision.looked]
    sight = [decision for decision in apart if decision.acceptance is Acceptance.SIGHT]
    changed = sum(decision.overturned for decision in sight)
    return Uncounted(sight=len(sight), unknown=len(apart) - len(sight), changed=changed)


def over_time(decisions: Sequence[Decision]) -> tuple[tuple[str, Tally], ...]:
    """Count decisions by day (ISO date), in order; if there are many days, by month (``2026-11``)."""
    days = {decision.day for decision in decisions}
    length = len("2026-11-24") if len(days) <= _DAYS else len("2026-11")
    counted: dict[str, Tally] = {}
    for decision in decisions:
        time = decision.day[:length]
        counted[time] = counted.get(time, Tally()).plus(_one(decision))
    return tuple(sorted(counted.items()))


def by_week(decisions: Iterable[Decision]) -> dict[str, dict[str, Tally]]:
    """Count decisions by week and layer, in order; a week is named by its Monday, an ISO date.

    Decisions without a date are left out.
    """
    counted: dict[str, dict[str, Tally]] = {}
    for decision in decisions:
        try:
            day = date.fromisoformat(decision.day)
        except ValueError:  # a log made elsewhere may have any text as a time
            continue
        layers = counted.setdefault((day - timedelta(days=day.weekday())).isoformat(), {})
        layers[decision.layer] = layers.get(decision.layer, Tally()).plus(_one(decision))
    return {week: dict(sorted(counted[week].items())) for week in sorted(counted)}


def reliability(decisions: Iterable[Decision]) -> tuple[Bin, ...]:
    """Compare the scores in each bin with the share accepted; the highest bin comes first, empty bins are left out."""
    return binned(
        (decision.score, decision.fate is Verdict.ACCEPTED) for decision in decisions if decision.score is not None
    )


def binned(scored: Iterable[tuple[float, bool]]) -> tuple[Bin, ...]:
    """Count suggestions, each given as its score and whether it was right, by bin, as `reliability` does."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for score, right in scored:
        place = max(i for i, bound in enumerate(BOUNDS) if bound <= max(0.0, score))
        groups.setdefault(place, []).append((score, right))
    ends = (*BOUNDS[1:], 1.0)
    return tuple(
        Bin(
            lowest=BOUNDS[place],
            highest=ends[place],
            decided=len(group),
            accepted=sum(right for _, right in group),
            mean=fmean(score for score, _ in group),
        )
        for place, group in sorted(groups.items(), reverse=True)
    )


def joined(bins: Iterable[Bin], lowest: float = 0.0) -> Bin | None:
    """Return all bins from a score on as one bin; None if there is none."""
    chosen = [each for each in bins if each.lowest >= lowest]
    if not chosen:
        return None
    decided = sum(each.decided for each in chosen)
    return Bin(
        lowest=min(each.lowest for each in chosen),
        highest=max(each.highest for each in chosen),
        decided=decided,
        accepted=sum(each.accepted for each in chosen),
        mean=sum(each.decided * each.mean for each in chosen) / decided,
    )


def calibration_error(bins: Iterable[Bin]) -> float | None:
    """Return the mean difference between scores and accepted shares, 0 to 1; None if nothing was decided.

    Source: the expected calibration error of Guo et al. (2017): On Calibration of Modern Neural Networks.
    """
    known = list(bins)
    decided = sum(each.decided for each in known)
    return sum(each.decided * abs(each.share - each.mean) for each in known) / decided if decided else None


def pace(milliseconds: Iterable[int]) -> Pace | None:
    """Return the pace of single decisions, leaving out pauses; None if no duration is known."""
    taken = [each for each in milliseconds if 0 < each <= _LONGEST]
    return Pace(decisions=len(taken), seconds=median(taken) / 1000) if taken else None


def likely_share(part: int, whole: int) -> tuple[float, float]:
    """Return the 95% confidence interval of a share, as two shares from 0 to 1.

    Source: Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference. Journal of
        the American Statistical Association 22, 209-212.
    """
    n, p, square = whole, part / whole, _Z * _Z
    middle = (p + square / (2 * n)) / (1 + square / n)
    half = _Z * math.sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n)
    return max(0.0, middle - half), min(1.0, middle + half)


def _one(decision: Decision) -> Tally:
    if decision.looked:
        return Tally(**{decision.fate.value: 1})
    return Tally(unread=int(decision.fate is Verdict.ACCEPTED))

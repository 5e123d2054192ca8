"""Axes of charts: round ticks, and amounts as text."""

import math
from enum import StrEnum
from typing import NamedTuple

from ui.base.i18n import number, translate

SECOND, MINUTE, HOUR = 1_000, 60_000, 3_600_000  # in milliseconds
_TIMES = tuple(
    step * unit
    for unit, steps in ((SECOND, (1, 2, 5, 10, 15, 30)), (MINUTE, (1, 2, 5, 10, 15, 30)), (HOUR, (1, 2, 5)))
    for step in steps
)
_ROUND = (1, 2, 5, 10)
_ROUGH = (  # durations below the first are rounded to the second
    (SECOND, SECOND / 10),
    (3 * SECOND, SECOND / 2),
    (10 * SECOND, SECOND),
    (MINUTE, 5 * SECOND),
    (3 * MINUTE, MINUTE / 2),
    (HOUR, MINUTE),
    (3 * HOUR, HOUR / 2),
)


class ChartUnit(StrEnum):
    """The unit of a chart's amounts: a count, milliseconds, or per cent (0 to 100)."""

    COUNT = "count"
    TIME = "time"
    PERCENT = "percent"


class Scale(NamedTuple):
    """An axis from 0 to ``top`` with a tick at each ``step``."""

    top: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The ticks, from 0 to ``top``."""
        return tuple(order * self.step for order in range(round(self.top / self.step) + 1))


def scale(most: float, unit: ChartUnit, intervals: int) -> Scale:
    """Return the axis for amounts up to ``most``, with about ``intervals`` intervals of a round width."""
    if unit is ChartUnit.PERCENT:
        return Scale(100, 25)
    wanted = max(most, 1) / max(1, intervals)
    step = next((time for time in _TIMES if time >= wanted), None) if unit is ChartUnit.TIME else None
    if step is None:
        whole = HOUR if unit is ChartUnit.TIME else 1
        size = 10 ** max(0, math.floor(math.log10(wanted / whole)))
        step = whole * next(size * each for each in _ROUND if size * each * whole >= wanted)
    return Scale(step * max(1, math.ceil(most / step)), step)


def amount_words(amount: float, unit: ChartUnit) -> str:
    """Return an amount as text."""
    match unit:
        case ChartUnit.TIME:
            return rough_duration(amount)
        case ChartUnit.PERCENT:
            return percent(amount)
        case _:
            return number(amount)


def tick_words(amount: float, unit: ChartUnit) -> str:
    """Return the amount at a tick as text; these amounts are round."""
    if unit is not ChartUnit.TIME:
        return amount_words(amount, unit)
    return _duration(amount)


def percent(amount: float) -> str:
    """Return an amount in per cent as text."""
    return translate("Numbers", "{number}%").format(number=number(amount))


def rough_duration(milliseconds: float) -> str:
    """Return a duration as text, rounded as in a newspaper: 38.4 s is "40 s", 10.9 min is "11 min".

    A duration that would be rounded to nothing is "under 0.1 s".
    """
    if 0 < milliseconds < SECOND / 10:
        return translate("Numbers", "under {count} s").format(count=number(0.1, 1))
    step = next((step for below, step in _ROUGH if milliseconds < below), HOUR)
    return _duration(round(milliseconds / step) * step)


def _duration(milliseconds: float) -> str:
    """Return a duration as text, with a decimal place only if it needs one."""
    whole = SECOND if milliseconds < MINUTE else MINUTE if milliseconds < HOUR else HOUR
    digits = 0 if milliseconds % whole == 0 else 1
    if milliseconds < MINUTE:
        return translate("Numbers", "{count} s").format(count=number(milliseconds / SECOND, digits))
    if milliseconds < HOUR:
        return translate("Numbers", "{count} min").format(count=number(milliseconds / MINUTE, digits))
    return translate("Numbers", "{count} h").format(count=number(milliseconds / HOUR, digits))

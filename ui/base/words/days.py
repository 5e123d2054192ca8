"""Days as people type them: a date in any way a newspaper prints it, a month or a year."""

import re
from calendar import monthrange
from datetime import date

from annotator.corpus.dates import whole_date

_PERIODS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
        r"(?:(?P<month>\d{1,2})\.\s*)?(?P<year>\d{4})",
    )
)


def day_from(words: str, *, last: bool) -> str | None:
    """Read a day as an ISO date; of a month or a year the first or the last one. None for nothing.

    Raises:
        ValueError: It is none.
    """
    typed = words.strip()
    return (whole_date(typed) or _in_period(typed, last=last)) if typed else None


def _in_period(typed: str, *, last: bool) -> str:
    found = next((match for form in _PERIODS if (match := form.fullmatch(typed))), None)
    if found is None:
        raise ValueError(typed)
    parts = found.groupdict()
    year = int(parts["year"])
    month = int(parts["month"] or (12 if last else 1))
    day = int(parts.get("day") or (monthrange(year, month)[1] if last else 1))
    return date(year, month, day).isoformat()

"""Days as people type them: a date in any form that newspapers print, a month or a year."""

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
    """Return a typed day as an ISO date: the first or last day of a month or year, None for empty text.

    Raises:
        ValueError: The text is not a day.
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

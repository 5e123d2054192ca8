"""Texts with a number or a day in them."""

import re
from datetime import date

from ui.base.i18n import number, translate


def occurrences_text(count: int) -> str:
    """Return a number of occurrences with its noun, as in "3 occurrences"."""
    one, many = translate("Occurrences", "1 occurrence"), translate("Occurrences", "{count} occurrences")
    return one if count == 1 else many.format(count=number(count))


def in_articles(count: int) -> str:
    """Return the phrase "in 3 articles". It is a text of its own, because other languages decline the noun."""
    one, many = translate("Occurrences", "in 1 article"), translate("Occurrences", "in {count} articles")
    return one if count == 1 else many.format(count=number(count))


def articles_words(count: int) -> str:
    """Return a number of articles with its noun, as in "3 articles"."""
    one, many = translate("Occurrences", "1 article"), translate("Occurrences", "{count} articles")
    return one if count == 1 else many.format(count=number(count))


_PERIODS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
        r"(?:(?P<month>\d{1,2})\.\s*)?(?P<year>\d{4})",
    )
)


def day_from(words: str, *, last: bool) -> str | None:
    """Return a typed day as an ISO date, or None for empty text.

    A month or year gives its first day, or its last day with ``last``.

    Raises:
        ValueError: The text is not a day, month or year.
    """
    from annotator.corpus.dates import whole_date  # not needed before the window is painted

    typed = words.strip()
    return (whole_date(typed) or _in_period(typed, last=last)) if typed else None


def _in_period(typed: str, *, last: bool) -> str:
    from calendar import monthrange  # not needed before the window is painted

    found = next((match for form in _PERIODS if (match := form.fullmatch(typed))), None)
    if found is None:
        raise ValueError(typed)
    parts = found.groupdict()
    year = int(parts["year"])
    month = int(parts["month"] or (12 if last else 1))
    day = int(parts.get("day") or (monthrange(year, month)[1] if last else 1))
    return date(year, month, day).isoformat()

"""Dates as newspapers print them, in German and English, as files store them, and as people type them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januar jänner january jan",
            "februar feber february feb",
            "märz maerz march mär mrz mar",
            "april apr",
            "mai may",
            "juni june jun",
            "juli july jul",
            "august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "dezember december dez dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<year>[12][0-9]{3})(?![0-9])"
_DAY = r"(?<![0-9.])(?P<day>[0-3]?[0-9])"
_PACKED = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])(?:T|$)")
_SECONDS = re.compile(r"[1-9][0-9]{8,9}(?:\.[0-9]+)?|[1-9][0-9]{11,12}")
_MILLISECONDS = 1e11  # larger numbers are milliseconds
_ANY = re.compile(r"[0-9](?:[0-9]{3}|\.\s?[0-9])")  # a quick test: every form contains this, and few lines do
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![0-9-])(?P<year>[12][0-9]{3})(?P<dash>[-/])(?P<number>[01][0-9])(?P=dash)(?P<day>[0-3][0-9])(?![0-9])",
        rf"{_DAY}\.\s?(?P<number>[01]?[0-9])\.\s?(?:{_YEAR}|(?P<short>[0-9]{{2}})(?![0-9]))",
        rf"{_DAY}(?:\.|st|nd|rd|th)?\s{{1,2}}(?:of\s)?{_MONTH},?\s{{1,2}}{_YEAR}",
        rf"\b{_MONTH}\s{{1,2}}(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s{{1,2}}{_YEAR}",
    )
)
_DAY_OF_YEAR = re.compile(
    rf"(?:\w+,\s)?(?:[0-3]?[0-9](?:\.|st|nd|rd|th)?\s(?:of\s)?{_MONTH}|(?:{'|'.join(_MONTHS)})\.?\s[0-3]?[0-9]\w*)",
    re.IGNORECASE,
)
_PERIODS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
        r"(?:(?P<month>\d{1,2})\.\s*)?(?P<year>\d{4})",
    )
)


def find_dates(line: str) -> list[tuple[int, int, str]]:
    """Return (start, end, ISO date) of each date in a line, in order, in code points, end exclusive.

    Dates without a year are ignored, and so are those such as 3/4/2026, whose order differs between countries.
    """
    return sorted(_in_forms(line)) if _ANY.search(line) else []


def is_day_of_year(words: str) -> bool:
    """Return whether the words are nothing but a day and a month without a year, such as "Dec 1"."""
    return _DAY_OF_YEAR.fullmatch(words) is not None


def whole_date(value: str) -> str | None:
    """Return the ISO date if the string is nothing but a date that `find_dates` knows, else None."""
    return next((iso for start, end, iso in find_dates(value) if (start, end) == (0, len(value))), None)


def iso_date(value: object) -> str | None:
    """Return the ISO date of a publication date in a file, None if there is none.

    Strings may be ISO 8601, with or without dashes, a mail or feed date, or printed as in newspapers. Numbers are
    seconds or milliseconds since 1970. The day is that of the time zone in the string.
    """
    if isinstance(value, date):
        return value.isoformat()[:10]
    written = str(value or "").strip()[:100]
    if _SECONDS.fullmatch(written):
        seconds = float(written)
        return datetime.fromtimestamp(seconds / (1000 if seconds > _MILLISECONDS else 1), UTC).date().isoformat()
    packed = _PACKED.match(written)
    if packed:
        return _iso({"year": packed[1], "number": packed[2], "day": packed[3]})
    found = find_dates(written)
    return found[0][2] if found else _of_mail(written)


def _of_mail(written: str) -> str | None:
    from email.utils import parsedate_to_datetime  # loads sockets; the window imports this module before it is painted

    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def _in_forms(line: str) -> Iterator[tuple[int, int, str]]:
    for form in _FORMS:
        for match in form.finditer(line):
            iso = _iso(match.groupdict())
            if iso is not None:
                yield match.start(), match.end(), iso


def _iso(found: dict[str, str | None]) -> str | None:
    month = found.get("month")
    number = _MONTHS[month.lower()] if month else int(found.get("number") or 0)
    year = int(found.get("year") or "20" + (found.get("short") or ""))
    try:
        return date(year, number, int(found["day"] or 0)).isoformat()
    except ValueError:
        return None


def day_from(words: str, *, last: bool) -> str | None:
    """Return a typed day as an ISO date, or None for empty text.

    A month or year gives its first day, or its last day with ``last``.

    Raises:
        ValueError: The text is not a day, month or year.
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

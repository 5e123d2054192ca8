"""Dates as newspapers print them, in German and English."""

import re
from collections.abc import Iterator
from datetime import date

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
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<![0-9-])(?P<year>[12][0-9]{3})(?P<dash>[-/])(?P<number>[01][0-9])(?P=dash)(?P<day>[0-3][0-9])(?![0-9])",
        rf"{_DAY}\.\s?(?P<number>[01]?[0-9])\.\s?(?:{_YEAR}|(?P<short>[0-9]{{2}})(?![0-9]))",
        rf"{_DAY}(?:\.|st|nd|rd|th)?\s{{1,2}}(?:of\s)?{_MONTH},?\s{{1,2}}{_YEAR}",
        rf"\b{_MONTH}\s{{1,2}}(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?,?\s{{1,2}}{_YEAR}",
    )
)


def find_dates(line: str) -> list[tuple[int, int, str]]:
    """Give the dates in a line, in order: start and end in code points, end exclusive, and the ISO date.

    A date without a year is none, nor is one with slashes that the two sides of the Atlantic read differently.
    """
    return sorted(_in_forms(line))


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

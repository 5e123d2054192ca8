"""Days as people type them: a date, a month or a year, in the German or the international way."""

import re
from calendar import monthrange
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_GERMAN = re.compile(r"(?:(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*)?(\d{4})")


def day_from(words: str, *, last: bool) -> str | None:
    """Read a day as an ISO date; of a month or a year the first or the last one. None for nothing.

    Raises:
        ValueError: It is none.
    """
    typed = words.strip()
    if not typed:
        return None
    iso, german = _ISO.fullmatch(typed), _GERMAN.fullmatch(typed)
    if iso is not None:
        year, month, day = iso.groups()
    elif german is not None:
        day, month, year = german.groups()
    else:
        raise ValueError(words)
    in_year = int(month) if month else 12 if last else 1
    if not 1 <= in_year <= 12:
        raise ValueError(words)
    in_month = int(day) if day else monthrange(int(year), in_year)[1] if last else 1
    return date(int(year), in_year, in_month).isoformat()

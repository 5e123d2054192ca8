"""Recognise lines that give nothing but a date: "Published 14 September 2025", "Stand: 3. Mai 2026, 14:22 Uhr"."""

import re

_MONTH = (
    r"(?:Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Apr(?:il)?|May|Mai|June?|Juni?|July?|Juli?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?)\b\.?"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"
_DATE = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\.? ?{_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    r"|\d{1,2}\. ?\d{1,2}\. ?\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4}"
)
_TIME = r"\d{1,2}[:.]\d\d(?: ?(?:Uhr|[AaPp]\.?[Mm]\b\.?))?|\d{1,2} ?(?:Uhr|[ap]m)\b|GMT|BST|CES?T|MESZ?"
_LEAD = (
    r"(?i:first|last|zuletzt|erstmals|published|posted|updated|modified|created|erschienen|veröffentlicht|publiziert"
    r"|aktualisiert|geändert|erstellt|stand|datum|date|on|am|at|um|vom)\b"
)
_LONGEST = 100
_ONLY_DATES = re.compile(rf"\W*(?:(?:{_DATE}|{_TIME}|{_DAY}|{_LEAD})\W*)++")
_ANY_DATE = re.compile(_DATE)


def is_only_date(words: str) -> bool:
    """Return whether a line gives nothing but a date, with or without a time of day or a word for what it dates."""
    if len(words) > _LONGEST or _ONLY_DATES.fullmatch(words) is None:
        return False
    return _ANY_DATE.search(words) is not None

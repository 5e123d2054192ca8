"""Dateline and byline of a report ("BERLIN (dpa) – …"): their names are not claimants."""

import re

_PARTICLE = r"am|an der|bei|de|da|del|im|in|la|on|of|ob der|upon|vor der"
_NAME = r"[^\W\d_a-zäöüß][\w.'’-]*"
_PLACE = rf"{_NAME}(?:[ /](?:(?:{_PARTICLE}) )?{_NAME}){{0,3}}(?:, {_NAME}(?: {_NAME})?)?"
_CAPITALS = r"[A-ZÄÖÜ]{5,}(?:[ /-][A-ZÄÖÜ]{2,}){0,3}|[A-ZÄÖÜ]{2,}(?:[ /-][A-ZÄÖÜ]{2,}){1,3}"
_DATE = (
    r"(?:\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄ][a-zä]{2,8}\.?)(?: ?\d{4})?"  # 9. März 2026, 9.3.
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"  # March 9, 9 March 2026
)
_AGENCY = (
    r"(?i:dpa|afp|ap|reuters|rtr|epd|kna|apa|sda|sid|dts|ots|dapd|ddp|pa|aap|ani|pti|upi|xinhua|kyodo|yonhap|tass"
    r"|bloomberg|ansa|efe|pap|belga|anp)(?:[-/ ][\w.]+)*"
)
_DASH = r" ?(?:[-–—]|--) "
_LONGEST_AGENCY = 30
_DATELINE = re.compile(
    rf"\s*(?:{_PLACE}(?:, {_DATE})? ?\({_AGENCY}\)(?:{_DASH}|[:.]? )|{_PLACE}, {_DATE}(?:{_DASH}|[:.] )"
    rf"|{_PLACE}, {_DATE} \([^()\n]{{2,{_LONGEST_AGENCY}}}\){_DASH}"  # an unknown agency
    rf"|(?:{_CAPITALS}){_DASH}(?=[^\W\d_a-zäöüß]))"
)
_LONGEST_BYLINE = 100
_BYLINE = re.compile(
    rf"\s*(?:Von|VON|By|BY):? {_NAME} (?:(?:von|van|de|der|zu|al|bin) )*{_NAME}[^.!?:;]*(?:{_DATE})?\s*\Z"
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Return the end of a paragraph's dateline: its start if it has none, its end if it is a byline.

    Offsets are code points.
    """
    if end - start <= _LONGEST_BYLINE and _BYLINE.match(text[start:end]):
        return end
    found = _DATELINE.match(text, start, end)
    return found.end() if found is not None else start

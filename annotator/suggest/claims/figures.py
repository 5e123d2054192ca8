"""Detection of measured figures: shares, sums of money, millions."""

import re

_NUMBER = r"\d[\d.,]*"
_UNITS = (
    "prozent prozentpunkte prozentpunkten millionen million milliarden milliarde mio mrd billionen billion trillion"
    " percent per\\scent euro euros dollar dollars pfund pounds franken kronen"
).split()
_FIGURE = re.compile(
    rf"(?<![\w.,]){_NUMBER}[\s\u00a0-]?(?:[%€$£]|(?:{'|'.join(_UNITS)})\b)|[€$£]\s?{_NUMBER}", re.IGNORECASE
)


def has_figure(text: str) -> bool:
    """Return whether a text has a measured figure; years, ages and plain counts are none."""
    return _FIGURE.search(text) is not None

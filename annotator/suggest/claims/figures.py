"""Whether a claim rests on a figure that somebody has measured: shares, sums of money, millions."""

import re

_NUMBER = r"\d[\d.,]*"
_UNITS = (
    "prozent prozentpunkte prozentpunkten millionen million milliarden milliarde mio mrd billionen billion trillion"
    " percent per\\scent euro euros dollar dollars pfund pounds franken kronen"
).split()
_FIGURE = re.compile(
    rf"(?<![\w.,]){_NUMBER}[\s\u00a0-]?(?:[%€$£]|(?:{'|'.join(_UNITS)})\b)|[€$£]\s?{_NUMBER}", re.IGNORECASE
)


def has_figure(words: str) -> bool:
    """Tell whether there is such a figure; years, ages and counts of anything else are none."""
    return _FIGURE.search(words) is not None

"""Filling sentences with text from articles and untrusted files."""

import re
from collections.abc import Mapping

_LONGEST = 80  # characters of a quote
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")


def fill(sentence: str, details: Mapping[str, str]) -> str:
    """Fill a sentence with details, each shortened to one line without control characters."""
    return sentence.format(**{name: _shorten(text) for name, text in details.items()})


def _shorten(text: str) -> str:
    line = _CONTROL.sub(" ", " ".join(text[: _LONGEST * 4].split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"

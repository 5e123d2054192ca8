"""The order of names and titles in lists."""

import re

from annotator.text.stems import folded

_SIGNS = re.compile(r"\A[\W_]+")


def sort_key(text: str) -> str:
    """Return the key that sorts a text as in a dictionary: without case, accents, and signs before its first word."""
    return _SIGNS.sub("", folded(text))

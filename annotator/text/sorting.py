"""The order of names and titles in lists."""

import re
from collections.abc import Sequence

from annotator.text.stems import folded

_SIGNS = re.compile(r"\A[\W_]+")


def sort_key(text: str) -> str:
    """Return the key that sorts a text as in a dictionary: without case, accents, and signs before its first word."""
    return _SIGNS.sub("", folded(text))


def title_fit(title: str, words: Sequence[str]) -> int:
    """Return how well a title fits the words found in it.

    Returns:
        0 if it begins with them, 1 if all of them begin a word, else 2.
    """
    whole, sought = title.casefold(), [word.casefold() for word in words]
    if _SIGNS.sub("", whole).startswith(" ".join(sought)):
        return 0
    return 1 if all(re.search(rf"(?<![^\W_]){re.escape(word)}", whole) for word in sought) else 2

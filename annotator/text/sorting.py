"""The order of names and titles in lists."""

import re
import unicodedata

_SIGNS = re.compile(r"[\W_]+")


def sort_key(text: str) -> str:
    """Return the key that sorts a text as in a dictionary: without case, accents, and signs before its first word."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SIGNS.sub("", bare, count=1) if _SIGNS.match(bare) else bare

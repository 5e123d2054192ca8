"""Names in ASCII letters, for files and ids."""

import unicodedata

_SMALL = {"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
_CAPITAL = {letter.upper(): spelt.capitalize() for letter, spelt in _SMALL.items()}
_TABLE = str.maketrans(_SMALL | _CAPITAL | {"ß": "ss", "ẞ": "SS", "ı": "i"})


def in_ascii(name: str) -> str:
    """Return a name in ASCII: German letters are spelt out, accents dropped, all other characters left out."""
    composed = unicodedata.normalize("NFC", name)
    return unicodedata.normalize("NFKD", composed.translate(_TABLE)).encode("ascii", "ignore").decode("ascii")

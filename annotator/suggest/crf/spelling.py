"""Words as models know them. It imports nothing large: the window asks, too."""

import unicodedata

LONGEST_WORD = 80
# The training corpora write straight quotes; articles are typeset.
_PLAIN = str.maketrans({**dict.fromkeys("„“”‟«»", '"'), **dict.fromkeys("‚‘’‹›", "'")} | {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": None, "\u200b": None,
})  # fmt: skip


def plain(word: str) -> str:
    """Give a word as the model knows it: composed, straight quotes, no soft hyphen, not endless."""
    if word.isascii():
        return word[:LONGEST_WORD]
    return unicodedata.normalize("NFC", word[:LONGEST_WORD].translate(_PLAIN))

"""The spelling of words in the models. The window imports this module, so it must stay small."""

import unicodedata

LONGEST_WORD = 80
# The training corpora write straight quotes; articles are typeset.
_PLAIN = str.maketrans({**dict.fromkeys("„“”‟«»", '"'), **dict.fromkeys("‚‘’‹›", "'")} | {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": None, "\u200b": None,
})  # fmt: skip


def plain(word: str) -> str:
    """Return a word in the models' spelling: composed, straight quotes, no soft hyphens, `LONGEST_WORD` at most."""
    if word.isascii():
        return word[:LONGEST_WORD]
    return unicodedata.normalize("NFC", word[:LONGEST_WORD].translate(_PLAIN))

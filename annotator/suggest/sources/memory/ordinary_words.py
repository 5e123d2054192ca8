"""Recognising names that are ordinary words too ("Lage", "Essen", "Target"), by a model's lexicon."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.suggest.crf.lexicon import Lexicon

_NOUN = "N"
_NEARLY = 1.5  # a difference of logarithms: a mere name is at least four times as frequent with a capital letter


def is_ordinary(word: str, lexicon: "Lexicon") -> bool:
    """Return whether a single word is listed as a noun, or is about as frequent in lower case."""
    if not word.isalpha():
        return False
    if _NOUN in lexicon.word_class(word):
        return True
    small, large = lexicon.log_probability(word.lower()), lexicon.log_probability(word)
    return small is not None and (large is None or small >= large - _NEARLY)

"""Finding who hears what an English verb reports: "told | reporters | that", "warned | the BBC"."""

from collections.abc import Sequence

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.sentence_words import Token

_TELLERS = frozenset("tell inform remind assure warn advise ask".split())
_NO_HEARERS = frozenset("of that whether if against about for to it".split())
_HEARERS = frozenset("him her them me us reporters journalists members parliament investors jurors residents".split())
_AFTER_HEARER = frozenset(
    "a an he her his how if it its of she that the their they to what when where whether which who why".split()
)


def past_hearer(tokens: Sequence[Token], lemma: str, first: int, last: int) -> int:
    """Return the token after the hearer ("told reporters", "told the BBC"); ``first`` if there is no hearer."""
    if lemma not in _TELLERS or first >= last or tokens[first].low in _NO_HEARERS:
        return first
    if tokens[first].low in _HEARERS:
        return first + 1
    end = first + 1
    while end < last and tokens[end].low not in _AFTER_HEARER and tokens[end].is_word:
        if tokens[end - 1].is_capital and not tokens[end].is_capital:
            break
        if tokens[end].low in en.TAIL_STARTS or tokens[end].low in en.AUXILIARIES:
            break
        end += 1
    is_clause = lemma == "warn" and end < last and tokens[end].low in en.AUXILIARIES
    return first if is_clause else end  # "warned | prices could rise"

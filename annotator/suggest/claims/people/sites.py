"""Finding which named place of work "the plant" or "the school" means in English, if the name lacks that noun."""

import re
from collections.abc import Sequence
from functools import lru_cache

from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.sentence_words import Token

_SITES = frozenset(
    "abattoir academy airport aquarium brewery cathedral clinic college dairy distillery factory gallery garage"
    " hospital hotel laboratory library mine museum nursery observatory plant prison quarry refinery resort"
    " school shipyard smelter station theatre university zoo".split()
)
_AT = re.compile(r"\b[Aa]t (?:the )?\Z")
_BACK = 10  # characters before a name that show that something happens at a site
_REACH = 300  # mentions before the noun
_WORDS = 2  # of "the plant"


def site_meant(cast: Cast, words: Sequence[Token]) -> Name | None:
    """Return the only body or place named before "the plant", if something happened "at" it; otherwise None.

    Its noun must not have occurred before, since it could then mean something without a name.
    """
    if len(words) != _WORDS or words[0].low != "the" or words[1].low not in _SITES:
        return None
    start, noun = words[0].start, words[1].low
    names = [name for name in cast.before(start, _REACH) if not cast.is_person(name)]
    if not names or len({cast.key(name) for name in names}) != 1:
        return None
    before = cast.text[max(0, names[0].start - _BACK) : names[0].start]
    return names[-1] if _AT.search(before) is not None and _first_mention(cast.text, noun) == words[1].start else None


@lru_cache(maxsize=len(_SITES))  # "the plant" may occur in each sentence of a long text
def _first_mention(text: str, noun: str) -> int:
    """Return where a text first mentions a noun, -1 if it never does."""
    found = re.search(rf"\b{noun}s?\b", text, re.IGNORECASE)
    return found.start() if found is not None else -1

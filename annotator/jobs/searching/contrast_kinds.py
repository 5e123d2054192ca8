"""The kinds of contrasts between two claims. The window imports this module, so it is light, unlike `contrasts`."""

from typing import NamedTuple

NUMBER, TIME, MEASURE, DENIED, OPPOSITE, PLACE, SWAPPED, WORDS = (
    "number time measure denied opposite place swapped words".split()
)
"""`DENIED`: only one of both is negated. `WORDS`: one word or phrase in the place of another."""


class Contrast(NamedTuple):
    """What differs; of `WORDS` also the words of either claim."""

    kind: str
    here: str = ""
    there: str = ""

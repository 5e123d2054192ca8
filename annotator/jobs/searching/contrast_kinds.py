"""The kinds of contrasts between two claims. The window imports this module, so it is light, unlike `contrasts`."""

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The kinds of contrasts."""

    NUMBER = "number"
    TIME = "time"
    MEASURE = "measure"
    DENIED = "denied"  # only one of both claims is negated
    OPPOSITE = "opposite"
    PLACE = "place"
    SWAPPED = "swapped"
    STANCE = "stance"  # one claimant affirms the claim, the other refutes it
    WORDS = "words"  # one word or phrase in the place of another


class Contrast(NamedTuple):
    """A difference between two claims; for `Kind.WORDS`, ``here`` and ``there`` are the words that differ."""

    kind: Kind
    here: str = ""
    there: str = ""

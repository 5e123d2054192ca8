"""The kinds of contrasts between two claims. The window imports this module, so it is light, unlike `contrasts`."""

from enum import StrEnum
from typing import NamedTuple


class ContrastKind(StrEnum):
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
    """A difference between two claims; for `ContrastKind.WORDS`, ``here`` and ``there`` are the words that differ."""

    kind: ContrastKind
    here: str = ""
    there: str = ""

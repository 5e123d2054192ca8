"""What attributes words to somebody, found in a sentence: the same values for both languages."""

from dataclasses import dataclass, field
from enum import Enum, auto

from annotator.model.values import Part
from annotator.suggest.claims.found import NOBODY, Found, Kind, Speaker


class Shape(Enum):
    """Where the content stands: after the frame, around it, or with a phrase ("laut Polizei") inside it."""

    BEFORE_CONTENT = auto()
    AFTER_CONTENT = auto()
    PHRASE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A cue with its speaker; ``first`` and ``last`` are the tokens that it takes up, ``stretch`` where it stands.

    ``begin`` is the stretch in which its speaker begins, ``verb`` the index of the verb's token, and ``after`` where
    an object of the verb may begin.
    """

    shape: Shape
    stretch: int
    first: int
    last: int
    cue: Part
    speaker: Speaker
    lemma: str = ""
    begin: int = -1
    verb: int = -1
    after: int = -1
    kind: Kind | None = None
    only_clause: bool = False
    refutes: bool = False

    @property
    def opens(self) -> int:
        """The first of its stretches."""
        return self.begin if self.begin >= 0 else self.stretch


@dataclass(slots=True)
class Context:
    """What is known from the sentences before: who spoke last, with which cue, and whether it was indirect."""

    speaker: Speaker = NOBODY
    cue: Part | None = None
    running: bool = False
    body: Speaker = NOBODY
    claim: Found | None = None
    sentence: Part | None = None
    waiting: list[Part] = field(default_factory=list)

"""What attributes words to somebody in a sentence: values for both languages."""

from dataclasses import dataclass, field
from enum import Enum, auto

from annotator.model.values import Part
from annotator.suggest.claims.found import NOBODY, Found, Kind, Speaker


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a speech verb.

    With ``only_clause`` the verb is too common in other uses: it counts only with a clause of its own, or with an
    object that its language lists.
    """

    lemma: str
    kind: Kind | None = None
    only_clause: bool = False
    refutes: bool = False


class Shape(Enum):
    """Where the content stands: after the frame, before it, or around a phrase such as "laut Polizei"."""

    BEFORE_CONTENT = auto()
    AFTER_CONTENT = auto()
    PHRASE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A cue with its speaker, in the tokens from ``first`` up to ``last`` of a ``stretch``.

    ``begin`` is the stretch in which the speaker begins, ``verb`` the token of the verb, and ``after`` the token at
    which an object of the verb may begin.
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


@dataclass(slots=True)
class Context:
    """What is known from the sentences before: the last speaker and cue, and whether their speech may go on.

    ``body`` is the last person or body named, ``claim`` the last claim of the last sentence, ``waiting`` the quoted
    sentences whose speaker is not known yet.
    """

    speaker: Speaker = NOBODY
    cue: Part | None = None
    running: bool = False
    body: Speaker = NOBODY
    claim: Found | None = None
    sentence: Part | None = None
    waiting: list[Part] = field(default_factory=list)

"""What attributes words to somebody in a sentence: values for both languages."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

from annotator.model.values import Part
from annotator.suggest.sources.source import SourceInfo, SourceKind

CLAIM = "CLAIM"  # the label of the ready schemas
INFO = SourceInfo(name="claims", version="5", language=None, kind=SourceKind.RULES, labels=(CLAIM,))


class Rule(StrEnum):
    """The rule that found a claim; the value is shown with the suggestion."""

    QUOTATION = "quotation"
    QUOTATION_GOES_ON = "quotation goes on"
    SPEECH_VERB = "speech verb"
    ACCORDING_TO = "according to"
    SUBJUNCTIVE_GOES_ON = "subjunctive goes on"
    REPORTED_ACT = "reported act"
    INTENTION = "intention"
    HEARSAY = "hearsay"
    HEADLINE = "headline"
    ATTRIBUTED_AFTER = "attributed afterwards"
    DISPUTED = "disputed"


class Form(StrEnum):
    """How speech is reported: the values of the schema's attribute ``speech``."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"


class Kind(StrEnum):
    """What a claim does: the values of the schema's attribute ``kind``."""

    FACT = "fact_claim"
    OPINION = "opinion"
    PREDICTION = "prediction"
    DEMAND = "demand"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Name:
    """An entity that may speak: its range and label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a claim: a name, a phrase that names nobody (``name`` is None), or nobody at all (no ``part``)."""

    part: Part | None = None
    name: Name | None = None


NOBODY = Speaker()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim found by a rule: offsets are code points, end exclusive, parts in order."""

    parts: tuple[Part, ...]
    cue: Part | None
    speaker: Speaker
    form: Form
    kind: Kind
    rule: Rule
    refutes: bool = False


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

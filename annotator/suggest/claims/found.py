"""The values that the rules pass on."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.values import Part


class Rule(StrEnum):
    """Why something is taken for a claim; `label` has the name that stands in a suggestion."""

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
    """How speech is given: the values of the schema's attribute ``speech``."""

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
    """An entity that somebody may speak as: its words' place and its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a claim: a name, or words that name nobody (``name`` is None), or nobody at all (no ``part``)."""

    part: Part | None = None
    name: Name | None = None


NOBODY = Speaker()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim that a rule has found: offsets are code points, end exclusive, parts in order."""

    parts: tuple[Part, ...]
    cue: Part | None
    speaker: Speaker
    form: Form
    kind: Kind
    rule: Rule
    refutes: bool = False

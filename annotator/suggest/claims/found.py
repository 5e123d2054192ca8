"""Values that the rules return."""

from dataclasses import dataclass
from enum import StrEnum

from annotator.model.values import Part


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

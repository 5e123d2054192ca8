"""Values of both languages for the frames that attribute words to a speaker."""

from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto

from annotator.model.values import Part
from annotator.suggest.sources.source import SourceInfo, SourceKind

CLAIM = "CLAIM"  # the label of the ready schemas
INFO = SourceInfo(name="claims", version="8", language=None, kind=SourceKind.RULES, labels=(CLAIM,))


class Rule(StrEnum):
    """The rule that found a claim; its value is shown with the suggestion."""

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
    AUTHOR = "author's own"


class Form(StrEnum):
    """How speech is reported: the values of the schema's attribute ``speech``; `OWN` for the author's own claims."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"
    OWN = ""


class Kind(StrEnum):
    """The kinds of claims: the values of the schema's attribute ``kind``."""

    FACT = "fact_claim"
    OPINION = "opinion"
    PREDICTION = "prediction"
    DEMAND = "demand"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Name:
    """The range and label of an entity that may speak."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of a claim: a name, an unnamed phrase (``name`` is None), or none (no ``part``).

    ``rivals`` are other names that a pronoun may mean about as likely.
    """

    part: Part | None = None
    name: Name | None = None
    rivals: tuple[Name, ...] = ()


NOBODY = Speaker()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim found by a rule, with its parts in order; offsets are code points, end exclusive."""

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

    With ``only_clause`` the verb is common in other uses, so it counts only with its own clause or an object that its
    language lists.
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
    """A cue with its speaker, in the tokens of a ``stretch`` from ``first`` to ``last``, exclusive.

    ``begin`` is the stretch in which the speaker begins, ``verb`` the verb's token, and ``after`` the first token of a
    possible object.
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
    """State after the earlier sentences: the last speaker and cue, and whether their speech may continue.

    ``subject`` is the person or body that the last sentence is about; while ``place``, that sentence, is set, it is not
    yet known (see `subjects`). ``body`` is the last person or body named, ``claim`` the last sentence's last claim,
    ``waiting`` the quoted sentences without a speaker so far.
    """

    speaker: Speaker = NOBODY
    cue: Part | None = None
    running: bool = False
    body: Speaker = NOBODY
    subject: Speaker = NOBODY
    place: Part | None = None
    claim: Found | None = None
    sentence: Part | None = None
    waiting: list[Part] = field(default_factory=list)

"""The value types for frames, which attribute words to a speaker; shared by both languages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from typing import NamedTuple, TypeAlias

from annotator.model.values import Part
from annotator.suggest.sources.source import SourceInfo, SourceKind

CLAIM = "CLAIM"  # the label in the built-in schemas
INFO = SourceInfo(name="claims", version="33", language=None, kind=SourceKind.RULES, labels=(CLAIM,))


class Rule(StrEnum):
    """The rule that found a claim; its value is displayed with the suggestion."""

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
    ANSWER = "interview answer"
    TOLD = "told to the speaker"
    AUTHOR = "author's own"
    MEANING = "by meaning"  # no rule found it


#: Rules that leave no doubt whose claim it is.
CERTAIN = frozenset({Rule.ANSWER, Rule.AUTHOR, Rule.TOLD})


class Form(StrEnum):
    """The forms of reported speech: the values of the schema's attribute ``speech``.

    `OWN`, which is not one of these values, is for the author's own claims.
    """

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


class Name(NamedTuple):
    """The range and label of an entity that may speak."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker of a claim: a name, an unnamed phrase (``name`` is None), or nobody (``part`` is None too).

    ``rivals`` are other names that the speaker's pronoun is about as likely to mean. ``reference`` is the pronoun or
    role that stands for the speaker in the claim's sentence; speakers are equal whatever stands for them.
    """

    part: Part | None = None
    name: Name | None = None
    rivals: tuple[Name, ...] = ()
    reference: Part | None = field(default=None, compare=False)


NOBODY = Speaker()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A suggested claim; its parts are in text order, and offsets are code points, end exclusive.

    ``unclear``: the claimant does not say whether it is true ("declined to say whether …"). ``score`` is the
    probability that it is a claim, None if a rule found it. ``by_author`` tells that the author claims it, as in "I
    suspect that …"; and of a claim that no rule found, ``by_nobody`` tells that the article does not say who does.
    """

    parts: tuple[Part, ...]
    cue: Part | None
    speaker: Speaker
    form: Form
    kind: Kind
    rule: Rule
    refutes: bool = False
    unclear: bool = False
    score: float | None = None
    by_author: bool = False
    by_nobody: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a speech verb.

    ``only_clause``: the verb has other common uses, so it counts only with a dependent clause or with an object listed
    in its language's ``OBJECTS``. ``refutes``: the verb denies its content.
    """

    lemma: str
    kind: Kind | None = None
    only_clause: bool = False
    refutes: bool = False


class Shape(Enum):
    """The place of a frame: before the reported words, after them, or as a phrase among them ("laut Polizei")."""

    BEFORE_CONTENT = auto()
    AFTER_CONTENT = auto()
    PHRASE = auto()


class Frame(NamedTuple):
    """A cue with its speaker: the tokens from ``first`` to ``last``, exclusive, in the stretch numbered ``stretch``.

    ``begin`` is the number of the stretch in which the speaker begins. ``verb`` is the verb's token, and ``after`` the
    first token of a possible object; both are -1 for a phrase.
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
    unclear: bool = False


def without_views(every: Sequence[Frame], last: int) -> list[Frame]:
    """Return frames, each phrase joined to the frame after it, if content follows: "Ihrer Ansicht nach, so Roth, …".

    ``last`` is the number of the sentence's last stretch.
    """
    found: list[Frame] = []
    for frame in every:
        view = found[-1] if found and frame.shape is Shape.AFTER_CONTENT and frame.stretch < last else None
        if view is not None and view.shape is Shape.PHRASE and view.last <= frame.first <= view.last + 1:
            found[-1] = frame._replace(first=view.first)
        else:
            found.append(frame)
    return found


@dataclass(slots=True)
class Context:
    """The context from earlier sentences: the last speaker and cue, and whether their speech may continue.

    ``subject`` is the person or body that the last sentence is about. It is not known yet while ``place``, the last
    sentence's range, is set (see `subjects`). ``body`` is the last person or body named, ``claim`` the last sentence's
    last claim, and ``sentence`` the last sentence. ``waiting`` are the quoted sentences that have no speaker so far.
    ``quoted`` is who was quoted last, and the offset where that ended.
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
    quoted: tuple[Speaker, int | None] = (NOBODY, None)


Kinds: TypeAlias = Callable[[str, str, Sequence[Found]], list[Found]]
"""A function that returns the claims of an article in a language with their kinds decided again.

It also decides the form and the stance of claims that no rule found.
"""

Finder: TypeAlias = Callable[[str, str, Sequence[Found], Sequence[Name]], list[Found]]
"""A function that returns claims in the sentences of an article in which the rules found none.

Its arguments are the text, its language, the rules' claims, and the known entities.
"""

Claimants: TypeAlias = Finder
"""A function that returns the claims of an article with their claimants decided again; arguments as for `Finder`."""

Adviser: TypeAlias = Callable[[str, tuple[Part, ...], Found | None, Sequence[Name]], Found | None]
"""A function that fills in what the rules leave open of a claim that a person labelled.

Its arguments are the text, the claim's parts, the rules' proposal if they have one, and the known entities.
"""

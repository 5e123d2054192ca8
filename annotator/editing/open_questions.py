"""Open questions to answer before an article is done or exported: labels that need a look, each for a reason.

They never prevent anything. That a person has looked at one is recorded in ``Origin.confirmed``, prefixed with
`_LOOKED`.
"""

from collections import Counter, defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from annotator.editing.accepted_spans import looked
from annotator.editing.inconsistencies import Inconsistency, Strings, plain_spaces
from annotator.model.rules import Find, faults_of, unseen_fields
from annotator.model.schema import Schema, Words
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, Acceptance, Document, OriginKind, Part, Relation, Span
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.text.tokens import Tokens

_LOOKED = "looked."  # ids of the schema contain no point, so none begins like this
_DOUBT, _ALIKE, _CLAIMANT, _RULE = f"{_LOOKED}doubt", f"{_LOOKED}name", f"{_LOOKED}claimant", f"{_LOOKED}rule."
_RELATION, _ATTRIBUTE = "claimant", "claimant_kind"
_NEEDS_NONE = ("author", "unnamed")  # values of `_ATTRIBUTE`; another program may have written an unhashable one


class QuestionKind(StrEnum):
    """The reasons why a label needs a look, in the order of the list."""

    DOUBTFUL = "doubtful"  # a suggestion with a low score accepted by sight, or a label marked as doubtful
    NAMES = "names"  # a name is not labelled alike everywhere
    FIELDS = "fields"  # nobody has looked at fields of a claim that was not looked at alone
    RULES = "rules"  # a label breaks a rule of the schema
    CLAIMANTS = "claimants"  # a claim has no claimant


HEADINGS: Mapping[QuestionKind, str] = {
    QuestionKind.DOUBTFUL: QT_TRANSLATE_NOOP("Questions", "Doubtful labels"),
    QuestionKind.NAMES: QT_TRANSLATE_NOOP("Questions", "Inconsistent names"),
    QuestionKind.FIELDS: QT_TRANSLATE_NOOP("Questions", "Fields not looked at"),
    QuestionKind.RULES: QT_TRANSLATE_NOOP("Questions", "Broken rules"),
    QuestionKind.CLAIMANTS: QT_TRANSLATE_NOOP("Questions", "Claims without claimant"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A label, or a name in all its places, that needs a look.

    ``start`` and ``end`` are the place to look at, in code points, end exclusive. ``documents`` are all documents where
    the name is labelled, or only ``document`` for a label. ``about`` are the ids of the fields or of the rule.
    """

    kind: QuestionKind
    document: str
    title: str
    start: int
    end: int
    quote: str
    span: str = ""
    layer: str = ENTITIES
    label: str = ""
    score: float | None = None
    marked: bool = False  # whether the annotator marked it as doubtful
    about: tuple[str, ...] = ()
    words: Words = field(default_factory=dict)  # the rule's words
    name: Inconsistency | None = None
    documents: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """The key that identifies the question: its kind, its label or name, and the fields or rule it is about."""
        return self.kind, self.span or self.quote, *self.about


def questions_about_spans(
    schema: Schema, document: Document, spans: Sequence[Span], relations: Iterable[Relation], *, sure_from: float
) -> Iterator[list[OpenQuestion]]:
    """Yield a list of the open questions about each span, except whether a name is labelled alike everywhere.

    ``spans`` are in order, and ``relations`` those whose head is one of them. A suggestion with a score of at least
    ``sure_from`` counts as sure.
    """
    by_id = {span.id: span for span in spans}
    by_head: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        by_head[relation.head].append(relation)
    for span in spans:
        yield list(_questions_of(schema, document, span, by_head.get(span.id, ()), by_id.get, sure_from))


def _questions_of(
    schema: Schema, document: Document, span: Span, relations: Sequence[Relation], find: Find, sure_from: float
) -> Iterator[OpenQuestion]:
    seen = span.origin.confirmed
    if _DOUBT not in seen and (span.doubt or _is_doubtful(span, sure_from)):
        yield _about(span, document, QuestionKind.DOUBTFUL, score=span.origin.score, marked=span.doubt)
    # A person who looked at a claim alone before accepting it saw its fields, too.
    if span.origin.acceptance is not Acceptance.LOOKED and (unseen := unseen_fields(schema, span)):
        yield _about(span, document, QuestionKind.FIELDS, about=tuple(attribute.id for attribute in unseen))
    for fault in faults_of(schema, span, relations, find):
        if not is_excused(span, fault.rule.id):
            yield _about(span, document, QuestionKind.RULES, about=(fault.rule.id,), words=fault.rule.words)
    if _CLAIMANT not in seen and _lacks_claimant(schema, span, relations):
        yield _about(span, document, QuestionKind.CLAIMANTS)


def is_excused(span: Span, rule: str) -> bool:
    """Return whether a person has looked at a span that breaks a rule, and left it as it is."""
    return f"{_RULE}{rule}" in span.origin.confirmed


class NameChecker:
    """Finds names that are not labelled alike in some documents.

    First `add` all documents, then `count` each, then ask for `questions`.
    """

    def __init__(self) -> None:
        self._labelled: Counter[tuple[str, str]] = Counter()
        self._first: dict[tuple[str, str], tuple[Document, Span]] = {}
        self._left_out: dict[str, tuple[Document, Part]] = {}
        self._documents: dict[str, list[str]] = defaultdict(list)
        self._settled: dict[str, set[str]] = {}
        self._strings: Strings | None = None

    def add(self, document: Document, spans: Iterable[Span]) -> Iterator[None]:
        """Take in a document's names, with many pauses; names that a person has looked at there are skipped."""
        here: dict[str, list[Span]] = defaultdict(list)
        for span in spans:
            if span.layer == ENTITIES:
                here[plain_spaces(span.quote(document.text))].append(span)
                yield
        bare = replace(document, text="")  # thousands of texts would fill the memory
        for words, named in here.items():
            if all(_ALIKE in span.origin.confirmed for span in named):
                self._settled.setdefault(document.id, set()).add(words)
                continue
            self._documents[words].append(document.id)
            for span in named:
                yield
                self._labelled[words, span.label] += 1
                self._first.setdefault((words, span.label), (bare, span))

    def count(
        self, document: Document, tokens: Tokens, decided: Sequence[Part], pending: Sequence[Part]
    ) -> Iterator[None]:
        """Count the unlabelled places of names in a document, and remember the first place of each name.

        It pauses as often as `Strings.count_unlabelled`.
        """
        if self._strings is None:
            self._strings = Strings((words, label, count) for (words, label), count in self._labelled.items())
        settled = self._settled.get(document.id, set())
        for found in self._strings.count_unlabelled(document.text, tokens, decided, settled, pending):
            if found is not None and found[0] not in self._left_out:
                self._left_out[found[0]] = replace(document, text=""), found[1]
            yield

    def questions(self) -> list[OpenQuestion]:
        """Return a question for each name that is not labelled alike everywhere, the most damage first."""
        return [self._question(name) for name in self._strings.inconsistencies()] if self._strings else []

    def _question(self, name: Inconsistency) -> OpenQuestion:
        """Return the question about a name, at its likely mistake: a place with its rarest label, or without one."""
        label, count = name.labels[-1]
        document, span = self._first[name.words, label]
        part = (span.start, span.end)
        if name.left_out and (name.left_out <= count or len(name.labels) == 1):
            document, part = self._left_out[name.words]
        return OpenQuestion(
            kind=QuestionKind.NAMES,
            document=document.id,
            title=document.title,
            start=part[0],
            end=part[1],
            quote=name.words,
            label=name.usual,
            name=name,
            documents=tuple(self._documents[name.words]),
        )


def open_questions(
    schema: Schema,
    document: Document,
    spans: Sequence[Span],
    relations: Iterable[Relation],
    tokens: Tokens,
    decided: Sequence[Part],
    pending: Sequence[Part],
    *,
    sure_from: float,
) -> Generator[None, None, tuple[OpenQuestion, ...]]:
    """Return all open questions in one document, with many pauses.

    For the arguments see `questions_about_spans` and `Strings.count_unlabelled`.
    """
    found: list[OpenQuestion] = []
    for some in questions_about_spans(schema, document, spans, relations, sure_from=sure_from):
        found += some
        yield
    names = NameChecker()
    yield from names.add(document, spans)
    yield from names.count(document, tokens, decided, pending)
    return (*found, *names.questions())


def counted(questions: Iterable[OpenQuestion]) -> Mapping[QuestionKind, int]:
    """Count questions by kind, in the order of the list; kinds without questions are left out."""
    found = Counter(question.kind for question in questions)
    return {kind: found[kind] for kind in QuestionKind if found[kind]}


def settled(question: OpenQuestion, span: Span, *, by_sight: bool) -> Span:
    """Return a span with its question recorded as settled; unless ``by_sight``, also recorded as looked at alone."""
    marks = {
        QuestionKind.DOUBTFUL: (_DOUBT,),
        QuestionKind.NAMES: (_ALIKE,),
        QuestionKind.FIELDS: question.about,
        QuestionKind.RULES: tuple(f"{_RULE}{rule}" for rule in question.about),
        QuestionKind.CLAIMANTS: (_CLAIMANT,),
    }[question.kind]
    confirmed = tuple(sorted({*span.origin.confirmed, *marks}))
    after = span if by_sight or question.kind is QuestionKind.NAMES else looked(span)
    return replace(after, origin=replace(after.origin, confirmed=confirmed))


def _is_doubtful(span: Span, sure_from: float) -> bool:
    if span.layer == ATTRIBUTION:
        return False  # cues and objects came with a claim, which is asked about itself
    origin = span.origin
    if origin.kind is not OriginKind.SUGGESTION or origin.acceptance is not Acceptance.SIGHT:
        return False
    return origin.score is None or origin.score < sure_from


def _lacks_claimant(schema: Schema, span: Span, relations: Iterable[Relation]) -> bool:
    if span.layer != CLAIMS or schema.relation(_RELATION) is None:
        return False
    there = any(relation.label == _RELATION for relation in relations)
    return not there and span.attributes.get(_ATTRIBUTE) not in _NEEDS_NONE


def _about(
    span: Span,
    document: Document,
    kind: QuestionKind,
    *,
    score: float | None = None,
    marked: bool = False,
    about: tuple[str, ...] = (),
    words: Words | None = None,
) -> OpenQuestion:
    return OpenQuestion(
        kind=kind,
        document=document.id,
        title=document.title,
        start=span.start,
        end=span.end,
        quote=span.quote(document.text),
        span=span.id,
        layer=span.layer,
        label=span.label,
        score=score,
        marked=marked,
        about=about,
        words=words or {},
        documents=(document.id,),
    )

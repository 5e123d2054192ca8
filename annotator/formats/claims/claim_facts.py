"""Each claim of an article with all its facts, for the claim formats."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from annotator.formats.capabilities import ANY_SPANS, CLAIMANT, CUE, EVIDENCE, OBJECT, WITHIN, ClaimsOnly
from annotator.formats.fit import Fitted
from annotator.model.citations import CITATIONS, FORMERLY, citations_of
from annotator.model.schema import ROLE, Schema, words
from annotator.model.values import CLAIMS, Document, Elsewhere, Part, Relation, Span
from annotator.text import sentences
from annotator.text.normalization import one_line

_WITH_FIELDS = WITHIN | {EVIDENCE}
SUPPORTED, REFUTED, UNDECIDED = "supported", "refuted", "not_enough_evidence"
CONFLICTING = "conflicting_cherrypicked"  # these four are values of the attribute "verdict"
CITED = frozenset({CITATIONS, *FORMERLY})  # the attributes that become `Claim.evidence`
_ROLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "supports": {"de": "stützt", "en": "supports"},
        "refutes": {"de": "widerspricht", "en": "refutes"},
        "context": {"de": "Zusammenhang", "en": "context"},
    }
)
QUOTED_CLAIMS = replace(ANY_SPANS, relations=True, relation_attributes=True, identities=True)
"""The capabilities shared by the formats that quote claims with their evidence."""

WHOLE_CLAIMS = replace(
    QUOTED_CLAIMS,
    attributes=True,
    annotators=True,
    claims=ClaimsOnly(fields=None, relations=None),
    details=frozenset({"title", "publisher", "published", "url"}),
    bare=False,
)
"""The capabilities of formats for readers: claims with all their facts, nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimant:
    """The claimant. ``label`` is the label of the name, or "" if the article names nobody."""

    name: str
    label: str = ""
    kb_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Evidence for or against a claim: a span, an address with a quote, or a related claim.

    Attributes:
        role: The role of the evidence, such as ``supports``.
        document: The id of the article with the evidence, "" for an address.
        sentences: The range of the article's sentences that the span touches, counted from 0, end exclusive.
    """

    role: str | None
    quote: str
    title: str = ""
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    document: str = ""
    sentences: Part = (0, 0)

    @property
    def place(self) -> str:
        """The known facts about where the evidence is, in one line."""
        return ", ".join(filter(None, (self.publisher, self.title, self.published, self.url)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim with everything that belongs to it.

    Attributes:
        text: The self-contained text if there is one, else the quote.
        sentence: The whole sentences that the claim touches.
        related: Other claims with the type of the relation, for example a claim that this one repeats.
    """

    span: Span
    document: Document
    text: str
    quote: str
    sentence: str
    claimant: Claimant | None
    cue: str
    object: str
    evidence: tuple[Evidence, ...]
    related: tuple[tuple[str, Evidence], ...]

    def value(self, attribute: str) -> str:
        """Return the value of an attribute as text, or "" if the claim has none."""
        value = self.span.attributes.get(attribute)
        return "" if value is None else str(value)


class Gatherer:
    """Collects a fitted document's claims with their facts."""

    def __init__(self, fitted: Fitted) -> None:
        self._every = fitted.every
        self._annotated = fitted.annotated
        self.sentences = sentences.split(fitted.annotated.document.text)
        self._relations: dict[str, list[Relation]] = defaultdict(list)
        for relation in fitted.annotated.relations:
            self._relations[relation.head].append(relation)
        self._identities = {identity.id: identity for identity in fitted.annotated.identities}

    def claims(self) -> Iterator[Claim]:
        """Yield the claims in text order."""
        for span in self._annotated.spans:
            if span.layer == CLAIMS:
                yield self._claim(span)

    def sentence_range(self, span: Span) -> Part:
        """Return the range of sentences that a span touches, counted from 0, end exclusive."""
        first = bisect_right(self.sentences, span.start, key=lambda sentence: sentence[1])
        return first, max(first + 1, bisect_left(self.sentences, span.end, key=lambda sentence: sentence[0]))

    def tails(self, claim: Span, label: str) -> list[Span]:
        """Return the tails, in this article, of a claim's relations of a type."""
        ids = (relation.tail for relation in self._relations.get(claim.id, ()) if relation.label == label)
        return [self._every[id_] for id_ in ids if id_ in self._every]

    def _claim(self, span: Span) -> Claim:
        document = self._annotated.document
        quote = one_line(span.quote(document.text))
        text = span.attributes.get("claim_text")
        return Claim(
            span=span,
            document=document,
            text=one_line(text) if isinstance(text, str) and text.strip() else quote,
            quote=quote,
            sentence=self._sentence(span),
            claimant=self._claimant(span),
            cue=self._words(span, CUE),
            object=self._words(span, OBJECT),
            evidence=tuple(self._evidence(span)),
            related=tuple(
                (relation.label, found)
                for relation in self._relations.get(span.id, ())
                if relation.label not in _WITH_FIELDS and (found := self._cited(relation)) is not None
            ),
        )

    def _sentence(self, span: Span) -> str:
        first, after = self.sentence_range(span)
        every = self.sentences[first:after]
        return one_line(self._annotated.document.text[every[0][0] : every[-1][1]]) if every else ""

    def _words(self, claim: Span, label: str) -> str:
        return "; ".join(one_line(tail.quote(self._annotated.document.text)) for tail in self.tails(claim, label))

    def _claimant(self, claim: Span) -> Claimant | None:
        document = self._annotated.document
        for tail in self.tails(claim, CLAIMANT):
            identity = self._identities.get(str(tail.attributes.get("identity")))
            name = identity.name if identity is not None else one_line(tail.quote(document.text))
            return Claimant(name=name, label=tail.label, kb_id=identity.kb_id if identity is not None else None)
        author = document.author or document.publisher
        if claim.attributes.get("claimant_kind") == "author" and author:
            return Claimant(name=author)
        return None

    def _evidence(self, claim: Span) -> Iterator[Evidence]:
        for relation in self._relations.get(claim.id, ()):
            if relation.label == EVIDENCE and (found := self._cited(relation)) is not None:
                yield found
        for cited in citations_of(claim.attributes):
            yield Evidence(role=cited.role or None, quote=one_line(cited.quote), url=cited.url or None)

    def _cited(self, relation: Relation) -> Evidence | None:
        """Return the tail of a relation as evidence, whether it is in this or in another article."""
        document = self._annotated.document
        tail = self._every.get(relation.tail)
        far = next((found for found in self._annotated.elsewhere if found.id == relation.tail), None)
        source: Document | Elsewhere
        if tail is not None:
            source, quote, place = document, tail.quote(document.text), (document.id, self.sentence_range(tail))
        elif far is not None:
            source, quote, place = far, far.quote, (far.document, far.sentences)
        else:
            return None
        role = relation.attributes.get(ROLE)
        return Evidence(
            role=None if role is None else str(role),  # another program may have written a number or a list
            quote=one_line(quote),
            title=source.title,
            publisher=source.publisher,
            url=source.url,
            published=source.published,
            document=place[0],
            sentences=place[1],
        )


def value_words(schema: Schema | None, attribute: str, value: Any, language: str) -> str:
    """Return the schema's name for a claim attribute's value in a language, or the value itself."""
    known = schema.attribute(CLAIMS, attribute) if schema is not None else None
    found = next((choice for choice in known.values if choice.id == value), None) if known is not None else None
    return words(found.name, language) if found is not None else str(value)


def role_words(evidence: Evidence, language: str) -> str:
    """Return the name of an evidence role in a language, or the role itself."""
    return words(_ROLES.get(evidence.role or "", {}), language) or evidence.role or ""


def number_of(identifier: str) -> int:
    """Return a number for an id. It has at most 53 bits, so that every JSON reader can hold it."""
    return int(identifier[-13:], 16)

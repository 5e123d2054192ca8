"""The source that suggests what a language model answers: only labels of the schema, only quotes found in the text."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from annotator.editing.proposed_relations import CLAIMANT
from annotator.model.schema import SPEAKER, Schema, may_join
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, Document, DraftRelation, Part, Suggestion, new_id
from annotator.suggest.llm.client import Client, UnusableAnswer
from annotator.suggest.llm.prompts import OfferedLabels, Prompts, answer_schema, messages, offered, to_suggest, version
from annotator.suggest.llm.quotes import QuoteFinder
from annotator.suggest.passages import Passage, passages
from annotator.suggest.sources.source import REASONED, Cancelled
from annotator.system.errors import ModelError
from annotator.text.normalization import one_line

NAME = "llm"
TOGETHER = 6_000  # characters in one request
_MOST = 500  # entries that are read from an answer, and suggestions made from it
_REASON = 300  # characters
_KIND = "claimant_kind"


@dataclass(slots=True, kw_only=True)
class AnswerCounts:
    """Counts of suggestions made from a language model's answers, and of entries repaired or dropped."""

    taken: int = 0
    repaired: int = 0
    unknown: int = 0  # not a label of the schema
    not_found: int = 0  # the quote is not in the text


@dataclass(kw_only=True)
class LanguageModelSource:
    """The source that asks a language model for suggestions in documents of one language."""

    client: Client
    schema: Schema
    prompts: Prompts
    language: str
    counts: AnswerCounts = field(default_factory=AnswerCounts)
    _offered: OfferedLabels = field(init=False, repr=False)
    _instructions: str = field(init=False, repr=False)
    _form: Mapping[str, Any] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._offered = offered(self.schema)
        if not self._offered.every:
            raise ModelError("llm.no_labels")
        self._instructions = to_suggest(self.prompts, self.schema, self.language)
        self._form = answer_schema(self._offered)

    @property
    def name(self) -> str:
        """The source's name in files, on the command line and in suggestions."""
        return NAME

    @property
    def version(self) -> str:
        """The model's name and a hash of the prompt."""
        return version(self.client.connection.model, self._instructions)

    def suggest(
        self, document: Document, cancelled: Cancelled, names: Sequence[tuple[Part, str]] = ()
    ) -> list[Suggestion]:
        """Return suggestions for a document in text order; if cancelled, only those found so far.

        Page furniture is neither sent nor labelled; ``cancelled`` is checked before each request. ``names`` are the
        places and labels of the document's known names, any of which may be a claimant.

        Raises:
            Declined: The model declined to answer about a part of the document.
            UnusableAnswer: An answer could not be read.
            ModelError: The model cannot be asked.
        """
        found: dict[tuple[str, tuple[Part, ...], str], Suggestion] = {}
        for passage in passages(document, together=TOGETHER):
            if cancelled():
                break
            answer = self.client.ask(messages(self._instructions, passage.text), self._form)
            for suggestion in islice(self._read(document, passage, answer, names), _MOST):
                found.setdefault(suggestion.key, suggestion)
        self.counts.taken += len(found)
        return sorted(found.values(), key=lambda each: (each.start, each.end, each.layer, each.label))

    def _read(
        self, document: Document, passage: Passage, answer: Mapping[str, Any], names: Sequence[tuple[Part, str]]
    ) -> Iterator[Suggestion]:
        finder = QuoteFinder(passage.text)
        taken: dict[str, int] = {}  # how many places of each quote are used so far
        named: list[tuple[Part, str]] = []
        entries = _entries(answer, "labels")
        labels: dict[str, set[str]] = {}
        for entry in entries:
            labels.setdefault(_text(entry, "quote"), set()).add(_text(entry, "label"))
        for entry in entries:
            quote = _text(entry, "quote")
            known = self._offered.every.get(_text(entry, "label"))
            if known is None:
                self.counts.unknown += 1
                continue
            every = known.layer != CLAIMS and len(labels[quote]) == 1
            for place in self._places(finder, passage, quote, taken, every=every):
                if known.layer == ENTITIES:
                    named.append((place, known.id))
                yield self._suggestion(document, known.layer, known.id, place, _text(entry, "reason"))
        if not (self._offered.claims and self._offered.names):
            return
        label, taken = next(iter(self._offered.claims.values())), {}
        for entry in _entries(answer, "claims"):
            for place in self._places(finder, passage, _text(entry, "quote"), taken, every=False):
                claim = self._suggestion(document, CLAIMS, label.id, place, _text(entry, "reason"))
                yield self._with_claimant(claim, finder, passage, _text(entry, "claimant"), (*named, *names))

    def _places(
        self, finder: QuoteFinder, passage: Passage, quote: str, taken: dict[str, int], *, every: bool
    ) -> Iterable[Part]:
        """Return the places of a quote in the document: with ``every`` all of them, otherwise the next unused one."""
        found = finder.find(quote)
        at = taken.get(quote, 0)
        taken[quote] = at + 1
        if every and at:
            return ()
        wanted = found.places if every else found.places[at : at + 1]
        placed = [part for place in wanted if (part := _whole_place(passage, place)) is not None]
        if not found.places or (wanted and not placed):
            self.counts.not_found += 1
        self.counts.repaired += found.repaired and bool(placed)
        return placed

    def _suggestion(self, document: Document, layer: str, label: str, place: Part, reason: str) -> Suggestion:
        said = plain_reason(self.client.connection.without_key(reason))
        return Suggestion(
            id=new_id(),
            document=document.id,
            layer=layer,
            label=label,
            parts=(place,),
            source=self.name,
            version=self.version,
            rule=f"{REASONED}: {said}" if said else None,
        )

    def _with_claimant(
        self,
        claim: Suggestion,
        finder: QuoteFinder,
        passage: Passage,
        quote: str,
        names: Sequence[tuple[Part, str]],
    ) -> Suggestion:
        """Return a claim with its claimant, if the quote of the claimant is found and the schema allows the relation.

        If the quote occurs several times, the place nearest to the claim is used.
        """
        relation = self.schema.relation(CLAIMANT)
        found = [_whole_place(passage, place) for place in finder.find(quote).places] if quote and relation else []
        places = [place for place in found if place is not None]
        if relation is None or not places:
            return claim
        near = min(places, key=lambda place: _distance(place, (claim.start, claim.end)))
        inside = [(part, label) for part, label in names if near[0] <= part[0] and part[1] <= near[1]]
        ends = [(ENTITIES, label, part) for part, label in inside[:1]]
        ends += [(ATTRIBUTION, SPEAKER, near)] if self.schema.label(ATTRIBUTION, SPEAKER) is not None else []
        for layer, label, part in ends:
            if may_join(relation, (claim.layer, claim.label), (layer, label)):
                draft = DraftRelation(label=relation.id, layer=layer, tail_label=label, parts=(part,))
                kind = "entity" if layer == ENTITIES else "unnamed"
                attribute = self.schema.attribute(CLAIMS, _KIND)
                values = {_KIND: kind} if attribute is not None and attribute.allows(kind) else {}
                return replace(claim, attributes=values, relations=(draft,))
        return claim


def plain_reason(words: str) -> str:
    """Return the reason that a model gave as one short line of plain text."""
    clean = "".join(" " if c.isspace() else c for c in words[: 4 * _REASON] if c.isspace() or not _is_control(c))
    line = one_line(clean)
    return line if len(line) <= _REASON else f"{line[: _REASON - 1].rstrip()}…"


def entries_of(answer: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the objects in the list called ``name`` of an answer.

    Raises:
        UnusableAnswer: The answer has no list of this name.
    """
    found = answer.get(name)
    if not isinstance(found, list):
        raise UnusableAnswer
    return [entry for entry in found[:_MOST] if isinstance(entry, Mapping)]


def _entries(answer: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return the objects in the list called ``name``; one of the lists "labels" and "claims" may be missing."""
    if name not in answer and {"labels", "claims"} & answer.keys():
        return []
    return entries_of(answer, name)


def _text(entry: Mapping[str, Any], name: str) -> str:
    found = entry.get(name)
    return found if isinstance(found, str) else ""


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _whole_place(passage: Passage, place: Part) -> Part | None:
    """Return the range in the document of a range in a passage, or None if it crosses a paragraph's end."""
    part = passage.place(*place)
    return part if part is not None and part[1] - part[0] == place[1] - place[0] else None


def _distance(one: Part, other: Part) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])

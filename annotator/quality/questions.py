"""The questions of adjudication: where annotators of an article differ, and what each of them labelled there."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, TypeAlias, TypeGuard

from annotator.model.values import Relation, Row, Span
from annotator.quality.measures.alignment import MOST_RATERS, align
from annotator.quality.measures.common import CommonArticle
from annotator.quality.measures.units import Parts, Unit

Voters: TypeAlias = tuple[str, ...]
Ballots: TypeAlias = tuple[Voters, ...]
"""The voters for each choice, by the number of the choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way in which people labelled some words; ``spans`` are their spans, sorted by name.

    An adjudicator's own answer has no spans; then ``id`` may set the id of its gold span.
    """

    layer: str
    label: str
    parts: Parts
    spans: tuple[Span, ...] = ()
    id: str = ""

    @property
    def voters(self) -> Voters:
        """The people who labelled the words this way."""
        return tuple(span.annotator for span in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Spans taken to be the same: how each of ``people`` labelled these words, the variant with the most voters first.

    ``without`` are the people who set no label here. A unanimous question has one variant and nobody without. ``asked``
    is the fingerprint of the choices, ``counted`` the fingerprint of the choices and their voters.
    """

    document: str
    layer: str
    people: Voters
    variants: tuple[Variant, ...]
    without: Voters
    start: int
    end: int
    asked: str
    counted: str

    @property
    def ballots(self) -> Ballots:
        """The voters of each variant, then those without a label, if there are any."""
        return (*(variant.voters for variant in self.variants), *([self.without] if self.without else ()))

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans with which people labelled these words."""
        return tuple(span for variant in self.variants for span in variant.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldQuestion:
    """A field of a gold span for which people gave different values; None in ``values`` means no value."""

    document: str
    layer: str
    span: str
    field: str
    values: tuple[Any, ...]
    ballots: Ballots
    start: int
    end: int
    asked: str
    counted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationQuestion:
    """Whether a gold span has a relation to one of ``tails``; people who drew none have the last ballot."""

    document: str
    layer: str
    head: str
    label: str
    tails: tuple[str, ...]
    ballots: Ballots
    start: int
    end: int
    asked: str
    counted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelQuestion:
    """The values of a label of the whole article; a choice has several values or none, an empty tuple.

    Its place is the start of the text. ``counted`` is unique only within ``layer``.
    """

    document: str
    layer: str
    label: str
    values: tuple[tuple[str, ...], ...]
    ballots: Ballots
    asked: str
    counted: str
    start: int = 0
    end: int = 1


AnyQuestion: TypeAlias = Question | FieldQuestion | RelationQuestion | LabelQuestion


def questions(article: CommonArticle) -> list[Question]:
    """Return the questions of an article in text order, including unanimous ones."""
    found = [
        _question(article, layer, spans)
        for layer in article.units
        for spans in _tuples(article.spans[layer], article.units[layer])
    ]
    return sorted(found, key=lambda each: (each.start, each.end, each.layer))


def relation_question(
    spans: Mapping[str, Span], label: str, head: str, tails: Mapping[str, Collection[str]], people: Collection[str]
) -> RelationQuestion:
    """Return the question about a relation from ``head``, a gold span that ``people`` labelled.

    ``spans`` are the gold spans by id; ``tails`` says who drew the relation, by the id of the gold span that it leads
    to.
    """
    ordered = sorted(tails.items(), key=lambda each: (-len(each[1]), spans[each[0]].start, each[0]))
    without = tuple(name for name in sorted(people) if not any(name in who for _, who in ordered))
    ballots: Ballots = (*(tuple(sorted(set(who))) for _, who in ordered), *([without] if without else ()))
    place = spans[head]
    about = (head, label)
    return RelationQuestion(
        document=place.document,
        layer=f"{place.layer}.{label}",
        head=head,
        label=label,
        tails=tuple(tail for tail, _ in ordered),
        ballots=ballots,
        start=place.start,
        end=place.end,
        asked=fingerprint("relation", *about, sorted(tails), bool(without)),
        counted=fingerprint("relation", *about, [tail for tail, _ in ordered], ballots),
    )


def is_about(row: Row | None, question: RelationQuestion, single: Collection[str]) -> TypeGuard[Relation]:
    """Return whether a gold row is a relation that a question asks about; ``single`` are types that a head has once."""
    if not isinstance(row, Relation) or (row.label, row.head) != (question.label, question.head):
        return False
    return row.label in single or row.tail in question.tails


def fingerprint(*values: Any) -> str:
    """Return the SHA-256 of JSON-serialisable values."""
    return sha256(json.dumps(values, ensure_ascii=True, sort_keys=True).encode()).hexdigest()


def _question(article: CommonArticle, layer: str, spans: Sequence[Span | None]) -> Question:
    said: defaultdict[tuple[str, Parts], list[Span]] = defaultdict(list)
    for span in spans:
        if span is not None:
            said[span.label, span.parts].append(span)
    without = tuple(name for name, span in zip(article.people, spans, strict=True) if span is None)
    ordered = sorted(said.items(), key=lambda each: (-len(each[1]), each[0][1], each[0][0]))
    variants = tuple(
        Variant(layer=layer, label=label, parts=parts, spans=tuple(theirs)) for (label, parts), theirs in ordered
    )
    choices = sorted([variant.label, variant.parts] for variant in variants)
    votes = sorted([variant.label, variant.parts, variant.voters] for variant in variants)
    return Question(
        document=article.document,
        layer=layer,
        people=article.people,
        variants=variants,
        without=without,
        start=min(variant.parts[0][0] for variant in variants),
        end=max(variant.parts[-1][1] for variant in variants),
        asked=fingerprint(article.document, layer, choices, bool(without)),
        counted=fingerprint(article.document, layer, votes, without),
    )


@dataclass(slots=True)
class _Left:
    """Units split into ``shared``, which every person has, and each person's ``rest``; as indices of their units."""

    shared: list[list[int]] = field(default_factory=list)
    rest: list[list[int]] = field(default_factory=list)


def _tuples(spans: Sequence[Sequence[Span]], units: Sequence[Sequence[Unit]]) -> Iterator[list[Span | None]]:
    """Yield the spans taken to be the same, with a place for each person, None if the person has none."""
    left = _shared(units)
    for numbers in left.shared:
        yield [rows[number] for rows, number in zip(spans, numbers, strict=True)]
    rest = [[rows[number] for number in kept] for rows, kept in zip(units, left.rest, strict=True)]
    for places in _aligned(rest):
        yield [
            None if place is None else rows[kept[place]]
            for rows, kept, place in zip(spans, left.rest, places, strict=True)
        ]


def _shared(units: Sequence[Sequence[Unit]]) -> _Left:
    """Split the units into those that everybody has exactly alike, which need no alignment, and the others."""
    counts = [Counter((unit.label, unit.parts) for unit in rows) for rows in units]
    common = counts[0].copy()
    for other in counts[1:]:
        common &= other
    found = _Left()
    numbers: list[dict[tuple[str, Parts], list[int]]] = []
    for rows in units:
        waiting, theirs, rest = common.copy(), defaultdict[tuple[str, Parts], list[int]](list), list[int]()
        for number, unit in enumerate(rows):
            key = unit.label, unit.parts
            if waiting[key] > 0:
                waiting[key] -= 1
                theirs[key].append(number)
            else:
                rest.append(number)
        numbers.append(theirs)
        found.rest.append(rest)
    for key, times in common.items():
        found.shared += [[theirs[key][time] for theirs in numbers] for time in range(times)]
    return found


def _aligned(units: Sequence[Sequence[Unit]]) -> list[list[int | None]]:
    """Return the best alignment; people beyond `MOST_RATERS` are aligned in groups with the result so far."""
    found: list[list[int | None]] = [list(each.indices) for each in align(units[:MOST_RATERS])[0]]
    for first in range(MOST_RATERS, len(units), MOST_RATERS - 1):
        coming = units[first : first + MOST_RATERS - 1]
        standing = [_usual(units, places) for places in found]
        joined: list[list[int | None]] = []
        for each in align([standing, *coming])[0]:
            known, *more = each.indices
            joined.append([*(found[known] if known is not None else [None] * first), *more])
        found = joined
    return found


def _usual(units: Sequence[Sequence[Unit]], places: Sequence[int | None]) -> Unit:
    """Return the unit that most people have in a tuple."""
    theirs = [rows[place] for rows, place in zip(units, places, strict=False) if place is not None]
    return Counter(sorted(theirs)).most_common(1)[0][0]

"""Near-duplicates among imported articles, and the labels of one version that still fit the other.

Source: see `annotator.text.near_duplicates`.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain, pairwise
from typing import NamedTuple, TypeAlias

from annotator.corpus.article import Article
from annotator.jobs.snapshots import Readable, opening
from annotator.model.values import ATTRIBUTION, ENTITIES, Annotated, DraftRelation, Part, Span, Suggestion, new_id
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.text.near_duplicates import Sketch, alike, sketch
from annotator.text.normalization import fingerprint

_WORD = re.compile(r"\w+|[^\w\s]")
_MOST = 4_000  # words between the common beginning and end of two versions; more are not compared


class _Token(NamedTuple):
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A range carried to the other version: its offsets there, and whether its words changed."""

    start: int
    end: int
    changed: bool


class Alignment:
    """Two versions of a text, aligned word by word wherever the words are unchanged."""

    def __init__(self, before: str, after: str) -> None:
        self._mine, self._theirs = _tokens(before), _tokens(after)
        self._pairs = _paired(_words(before, self._mine), _words(after, self._theirs))

    def carried(self, start: int, end: int) -> Carried | None:
        """Return a range's place in the second version, or None if that version lacks its first or last word.

        A boundary inside a word keeps its distance from the start or end of that word.
        """
        first = bisect_left(self._mine, start, key=lambda token: token.end - 1)
        last = bisect_left(self._mine, end, key=lambda token: token.start) - 1
        if first > last or first not in self._pairs or last not in self._pairs:
            return None
        other_first, other_last = self._pairs[first], self._pairs[last]
        begin = self._theirs[other_first].start + start - self._mine[first].start
        finish = self._theirs[other_last].end - (self._mine[last].end - end)
        if begin >= finish:
            return None
        inner = [self._pairs.get(number) for number in range(first, last + 1)]
        same = inner == list(range(other_first, other_last + 1))
        return Carried(start=begin, end=finish, changed=not same)


def _tokens(text: str) -> list[_Token]:
    return [_Token(match.start(), match.end()) for match in _WORD.finditer(text)]


def _words(text: str, tokens: Sequence[_Token]) -> list[str]:
    return [text[start:end] for start, end in tokens]


def _paired(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Map the index of each word in ``before`` to its index in ``after``; words that ``after`` lacks are left out."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    pairs = {n: n for n in range(head)}
    pairs |= {len(before) - n: len(after) - n for n in range(1, tail + 1)}
    mine, theirs = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(mine) <= _MOST and len(theirs) <= _MOST:
        for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
            pairs |= {head + block.a + n: head + block.b + n for n in range(block.size)}
    return pairs


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the identical words at the beginning of two sequences."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


_INDEXED = 32  # how many of a text's smallest hashes are indexed; near-duplicates share some of them
_LOOKED_UP = 16  # texts remembered per hash; one that more texts share is from a footer, or they are known duplicates


class Likeness:
    """An index of text sketches. Texts are numbered in the order they are added; each takes about two kilobytes."""

    def __init__(self) -> None:
        self._sketches: list[array[int]] = []
        self._first: dict[int, int] = {}  # hash → number of the first text with it; most hashes occur in only one text
        self._others: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._sketches)

    def latest(self, count: int) -> "list[array[int]]":
        """Return the sketches of the last texts, in order."""
        return self._sketches[len(self._sketches) - count :]

    def add(self, sketch: Sketch) -> int | None:
        """Add a text; return the number of the first near-duplicate added before, or None."""
        found = next(self.like(sketch), None)
        number = len(self._sketches)
        self._sketches.append(array("I", sketch))
        for value in sketch[:_INDEXED]:
            if self._first.setdefault(value, number) != number:
                others = self._others.setdefault(value, [])
                if len(others) < _LOOKED_UP - 1:
                    others.append(number)
        return found

    def like(self, sketch: Sketch) -> Iterator[int]:
        """Return the numbers of all near-duplicates of a text, in ascending order."""
        known = [value for value in sketch[:_INDEXED] if value in self._first]
        shared = {self._first[value] for value in known}
        shared.update(chain.from_iterable(self._others[value] for value in known if value in self._others))
        return (number for number in sorted(shared) if alike(tuple(self._sketches[number]), sketch))


GROUP = "group"  # key in a document's meta; the value is the SHA-256 of the text that the document nearly duplicates
CARRIED = "carried"  # the source of suggestions carried over from another version
_UNSURE = 0.5  # the score of a suggestion whose words changed
_SURE = 1.0  # the score of a name that a person labelled without doubt and whose words are the same
_MOST_CHARACTERS = 200_000_000  # total length of the articles kept in memory, so that labels can be carried to them

Place: TypeAlias = tuple[tuple[Part, ...], bool]
"""The parts in the other version, in code points, end exclusive, and whether their words differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearDuplicate:
    """A near-duplicate of another article, which is in the project (``document``) or was imported earlier.

    ``sha256`` is the SHA-256 of this article's text; ``group`` is the SHA-256 and ``title`` the title of the other
    article. ``suggestions`` are the current annotator's labels that still fit, not yet assigned to a document.
    ``changed`` are the words of labels whose words changed, ``orphans`` the labelled words that this article lacks.
    """

    sha256: str
    group: str
    title: str
    present: bool
    document: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    changed: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()


class SketchedArticle(NamedTuple):
    """An article as it is compared with others: the SHA-256 of its text, its title and its `Sketch`."""

    sha256: str
    title: str
    sketch: "array[int]"


class ImportedVersions:
    """Imported articles, to be compared with each other and then with a project.

    ``earlier`` are articles that an earlier job read for the same import.
    """

    def __init__(self, earlier: Sequence[SketchedArticle] = ()) -> None:
        self._known = Likeness()
        self._titles = [article.title for article in earlier]
        self._prints = [article.sha256 for article in earlier]
        self._texts: list[str | None] = [None] * len(earlier)
        self._characters = 0
        self._earlier = len(earlier)
        for article in earlier:
            self._known.add(tuple(article.sketch))

    def add(self, article: Article) -> NearDuplicate | None:
        """Add an article; return a description of its match if an earlier one is a near-duplicate, else None."""
        sha256, sketched = fingerprint(article.text), sketch(article.text)
        found = next((number for number in self._known.like(sketched) if self._prints[number] != sha256), None)
        self._known.add(sketched)
        self._titles.append(article.title)
        self._prints.append(sha256)
        self._characters += len(article.text)
        self._texts.append(article.text if self._characters <= _MOST_CHARACTERS else None)
        if found is None:
            return None
        return NearDuplicate(sha256=sha256, group=self._prints[found], title=self._titles[found], present=False)

    def latest(self, count: int) -> tuple[SketchedArticle, ...]:
        """Return the last articles, in order."""
        first = len(self._prints) - count
        return tuple(map(SketchedArticle, self._prints[first:], self._titles[first:], self._known.latest(count)))

    def look_through(self, project: Readable, progress: Progress = no_progress) -> Iterator[NearDuplicate]:
        """Yield the imported articles that nearly duplicate a document of the project; exact duplicates are left out.

        Raises:
            StoreError: The project cannot be read.
        """
        if len(self._known) == self._earlier:
            return
        with opening(project) as opened:
            total = opened.read.counts.sizes()[0]
            seen = set(range(self._earlier))
            for done, (id_, text) in enumerate(opened.read.texts()):
                progress(done, total)
                for number in sorted(set(self._known.like(sketch(text))) - seen):
                    if self._texts[number] != text:
                        seen.add(number)
                        yield self._near(opened, id_, number)

    def _near(self, project: Project, id_: str, number: int) -> NearDuplicate:
        found = project.read.annotated(id_, project.annotator)
        text = self._texts[number]
        suggestions, changed, orphans = ((), (), ()) if text is None else carry(found, text)
        return NearDuplicate(
            sha256=self._prints[number],
            group=found.document.sha256,
            title=found.document.title,
            present=True,
            document=id_,
            suggestions=suggestions,
            changed=changed,
            orphans=orphans,
        )


def carry(found: Annotated, text: str) -> tuple[tuple[Suggestion, ...], tuple[str, ...], tuple[str, ...]]:
    """Carry the labels of a document to another version of its text.

    Returns:
        The suggestions, not yet assigned to a document; the words of labels whose words changed; the labelled words
        that the other version lacks.
    """
    if not found.spans:
        return (), (), ()
    places = {span.id: place for span, place in placed(found, text)}
    whole = {id_: place for id_, place in places.items() if place is not None}
    kept = {span.id: span for span in found.spans if span.id in whole}
    words = {span.id: span.quote(found.document.text) for span in found.spans}
    return (
        tuple(_suggestion(found, span, kept, whole) for span in kept.values()),
        tuple(words[id_] for id_, (_, differs) in whole.items() if differs),
        tuple(words[id_] for id_ in places if id_ not in whole),
    )


def placed(found: Annotated, text: str) -> list[tuple[Span, Place | None]]:
    """Return each label of a document with its place in another version, or None if that version lacks its words."""
    alignment = Alignment(found.document.text, text)
    return [(span, _placed(alignment, span)) for span in found.spans]


def _placed(alignment: Alignment, span: Span) -> Place | None:
    carried = [alignment.carried(start, end) for start, end in span.parts]
    whole = [part for part in carried if part is not None]
    parts = tuple((part.start, part.end) for part in whole)
    in_order = all(one[1] <= two[0] for one, two in pairwise(parts))
    if len(whole) < len(carried) or not in_order:
        return None
    return parts, any(part.changed for part in whole)


def _suggestion(found: Annotated, span: Span, tails: Mapping[str, Span], places: Mapping[str, Place]) -> Suggestion:
    parts, differs = places[span.id]
    drawn = (relation for relation in found.relations if relation.head == span.id and relation.tail in tails)
    same = _SURE if span.layer == ENTITIES and not span.doubt else None
    return Suggestion(
        id=new_id(),
        document="",
        layer=span.layer,
        label=span.label,
        parts=parts,
        attributes=span.attributes,
        relations=tuple(_drawn(relation.label, tails[relation.tail], places) for relation in drawn),
        score=_UNSURE if differs else same,
        source=CARRIED,
        version=found.document.sha256[:8],
    )


def without_ends(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """Drop cues and speakers that come with a suggested claim, unless they have values of their own."""
    every = list(suggestions)
    ends = {(draft.layer, draft.parts, draft.tail_label) for each in every for draft in each.relations}
    return [each for each in every if each.layer != ATTRIBUTION or each.attributes or each.key not in ends]


def _drawn(label: str, tail: Span, places: Mapping[str, Place]) -> DraftRelation:
    return DraftRelation(label=label, layer=tail.layer, tail_label=tail.label, parts=places[tail.id][0])

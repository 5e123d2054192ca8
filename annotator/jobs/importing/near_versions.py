"""Imported articles that are near-duplicates of others, and which labels of those still fit.

Source: see `annotator.text.near_duplicates`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from annotator.corpus.article import Article
from annotator.corpus.likeness import Likeness
from annotator.jobs.snapshots import Readable, opening
from annotator.model.values import Annotated, DraftRelation, Part, Span, Suggestion, new_id
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.text.alignment import Alignment
from annotator.text.near_duplicates import sketch
from annotator.text.normalization import fingerprint

GROUP = "group"  # in a document's meta: the SHA-256 of the text that it nearly duplicates
CARRIED = "carried"  # the source of suggestions from another version
_UNSURE = 0.5  # the score of a suggestion whose words differ slightly
_MOST_CHARACTERS = 200_000_000  # characters of articles kept in memory to carry labels to them

Place: TypeAlias = tuple[tuple[Part, ...], bool]
"""The parts in the other version, in code points, end exclusive, and whether the words differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A near-duplicate of another article, which is in the project (``document``) or was imported before it.

    ``sha256`` is that of its text, ``group`` that of the other's, ``title`` the other's title. ``suggestions`` are the
    current annotator's labels that still fit, without a document yet; ``orphans`` are the words of labels without a
    place, ``changed`` those of labels whose words differ.
    """

    sha256: str
    group: str
    title: str
    present: bool
    document: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    changed: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()


class Versions:
    """Imported articles, compared with each other and then with a project."""

    def __init__(self) -> None:
        self._known = Likeness()
        self._titles: list[str] = []
        self._prints: list[str] = []
        self._texts: list[str | None] = []
        self._characters = 0

    def add(self, article: Article) -> Near | None:
        """Add an article; return the earlier one that it nearly duplicates, if any."""
        sha256 = fingerprint(article.text)
        found = self._known.add(sketch(article.text))
        self._titles.append(article.title)
        self._prints.append(sha256)
        self._characters += len(article.text)
        self._texts.append(article.text if self._characters <= _MOST_CHARACTERS else None)
        if found is None:
            return None
        return Near(sha256=sha256, group=self._prints[found], title=self._titles[found], present=False)

    def look_through(self, project: Readable, progress: Progress = no_progress) -> Iterator[Near]:
        """Yield near-duplicates of a project's documents, without exact duplicates.

        Raises:
            StoreError: The project cannot be read.
        """
        if not len(self._known):
            return
        with opening(project) as opened:
            total = opened.read.counts.sizes()[0]
            seen: set[int] = set()
            for done, (id_, text) in enumerate(opened.read.texts()):
                progress(done, total)
                for number in sorted(set(self._known.like(sketch(text))) - seen):
                    if self._texts[number] != text:
                        seen.add(number)
                        yield self._near(opened, id_, number)

    def _near(self, project: Project, id_: str, number: int) -> Near:
        found = project.read.annotated(id_, project.annotator)
        text = self._texts[number]
        suggestions, changed, orphans = ((), (), ()) if text is None else carry(found, text)
        return Near(
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
        The suggestions, without a document yet; the words of labels that changed; those of labels without a place.
    """
    if not found.spans:
        return (), (), ()
    places = {span.id: place for span, place in placed(found, text)}
    whole = {id_: place for id_, place in places.items() if place is not None}
    words = {span.id: span.quote(found.document.text) for span in found.spans}
    return (
        tuple(_suggestion(found, span, whole) for span in found.spans if span.id in whole),
        tuple(words[id_] for id_, (_, differs) in whole.items() if differs),
        tuple(words[id_] for id_ in places if id_ not in whole),
    )


def placed(found: Annotated, text: str) -> list[tuple[Span, Place | None]]:
    """Return the labels of a document with their places in another version of its text, None if the words are gone."""
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


def _suggestion(found: Annotated, span: Span, places: Mapping[str, Place]) -> Suggestion:
    parts, differs = places[span.id]
    tails = {other.id: other for other in found.spans if other.id in places}
    drawn = (relation for relation in found.relations if relation.head == span.id and relation.tail in tails)
    return Suggestion(
        id=new_id(),
        document="",
        layer=span.layer,
        label=span.label,
        parts=parts,
        attributes=span.attributes,
        relations=tuple(_drawn(relation.label, tails[relation.tail], places) for relation in drawn),
        score=_UNSURE if differs else None,
        source=CARRIED,
        version=found.document.sha256[:8],
    )


def _drawn(label: str, tail: Span, places: Mapping[str, Place]) -> DraftRelation:
    return DraftRelation(label=label, layer=tail.layer, tail_label=tail.label, parts=places[tail.id][0])

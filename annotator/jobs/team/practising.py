"""Practice: a package with articles whose answers are known, and how close a person's labels come to the answers."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from annotator.editing.log.row_keys import RowKey, key_of
from annotator.jobs.snapshots import Readable, reading
from annotator.jobs.team import packing
from annotator.jobs.team import rounds as rounds_of
from annotator.jobs.team.packing import Written
from annotator.model import answers
from annotator.model.answers import PASS_MARK
from annotator.model.packages import ANSWERS, SuggestionTreatment, check_name
from annotator.model.schema import Schema
from annotator.model.values import (
    DOCUMENT,
    GOLD,
    PRACTICE,
    Annotated,
    DocumentLabel,
    DocumentState,
    Package,
    Relation,
    Row,
    Span,
    State,
    quote,
)
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project
from annotator.quality.disagreements import Difference, differences
from annotator.quality.measures.common import CommonArticle, common
from annotator.quality.measures.relations import shares
from annotator.quality.measures.spans import SharedLabels, exact, total
from annotator.store.reader import DocumentQuery, Reader
from annotator.system.errors import StoreError

_OWN = Span | Relation | DocumentState | DocumentLabel  # a person's rows that count
NUMBER = 10  # articles in a package
_LONGEST = 300  # characters shown of labelled words
_NONE = SharedLabels(0, 0)


class PracticeMistake(NamedTuple):
    """A place where a person's label differs from the answer, in code points, end exclusive.

    ``own`` or ``answer`` is None if there is no label. If both labels are the same, ``fields`` are those that differ.
    A label of the whole article has layer `DOCUMENT`: ``words`` is the label, ``own`` and ``answer`` are its values.
    """

    document: str
    start: int
    end: int
    words: str
    layer: str
    own: str | None
    answer: str | None
    fields: tuple[str, ...] = ()


class LabelCounts(NamedTuple):
    """Counts of a label: set by the person, set in the answers, and set in both on the same words."""

    layer: str
    label: str
    own: int
    answers: int
    same: int

    @property
    def share(self) -> SharedLabels:
        """The agreement of the person's labels with the answers; its ``f`` is None if there are neither."""
        return SharedLabels(2 * self.same, self.own + self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practised:
    """An article that a person finished for practice, with the places that differ from the answers, in text order."""

    document: str
    title: str
    labels: tuple[LabelCounts, ...]
    places: tuple[PracticeMistake, ...] = ()
    relations: SharedLabels = _NONE
    of_article: SharedLabels = _NONE

    @property
    def f(self) -> float | None:
        """The F-score of all labels of words; 1 if there was nothing to label and nothing was labelled."""
        return _f(self.labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A round of practice; ``number`` is how many articles it has, ``articles`` are the finished ones."""

    person: str
    annotator: str
    pass_mark: int
    number: int
    articles: tuple[Practised, ...]

    @property
    def labels(self) -> tuple[LabelCounts, ...]:
        """The counts of each label over all articles, the most frequent answer first."""
        sums: dict[tuple[str, str], Counter[str]] = {}
        for each in (label for article in self.articles for label in article.labels):
            found = sums.setdefault((each.layer, each.label), Counter())
            found.update(own=each.own, answers=each.answers, same=each.same)
        every = [LabelCounts(*key, each["own"], each["answers"], each["same"]) for key, each in sums.items()]
        return tuple(sorted(every, key=lambda each: (-each.answers, each.layer, each.label)))

    @property
    def f(self) -> float | None:
        """The F-score of all labels, 0 to 1; None before an article is finished."""
        return _f(self.labels) if self.articles else None

    @property
    def of_articles(self) -> SharedLabels:
        """The share of labels of whole articles that are the answer; the pass mark does not count them."""
        return total([each.of_article for each in self.articles])

    @property
    def is_finished(self) -> bool:
        """Whether all articles are finished."""
        return len(self.articles) == self.number

    @property
    def passed(self) -> bool | None:
        """Whether the F-score in whole per cent reaches the pass mark; None while articles are open."""
        return None if not self.is_finished or self.f is None else round(100 * self.f) >= self.pass_mark


def write(
    project: Readable,
    folder: Path,
    person: str,
    number: int = NUMBER,
    pass_mark: int = PASS_MARK,
    by: str = GOLD,
    seed: int = 1,
    *,
    progress: Progress = no_progress,
) -> list[Written]:
    """Write a package with articles whose answers are known; it shows the answers once an article is done.

    The answers are the labels set ``by`` somebody. Articles that the person labelled or practised on before are left
    out. ``number`` is the most articles, ``pass_mark`` the F-score in per cent from which the person passes. Another
    ``seed`` draws other articles.

    Raises:
        StoreError: ``practice.nothing``, ``package.within``, ``store.exists``, or a file could not be written.
    """
    check_name(person)
    with reading(project) as opened:
        if opened.packed is not None:
            raise StoreError("package.within", file=opened.path.name)
        documents = rounds_of.drawn(opened, _free(opened, person, by), by, number, seed)
        if not documents:
            raise StoreError("practice.nothing", annotator=person, by=by)
        options = {"suggestions": str(SuggestionTreatment.WITHHELD), "by": by, "pass_mark": pass_mark}
        written = rounds_of.planned(opened, folder, person, PRACTICE, documents, options)
        settings = {ANSWERS: answers.dumps(list(opened.read.gathering.each(documents, by)), by, pass_mark)}
        packing.write_all(
            opened, folder, [written], SuggestionTreatment.WITHHELD, progress, blank=True, settings=settings
        )
    return [written]


def offered(project: Readable, person: str, by: str, *, progress: Progress = no_progress) -> int:
    """Return the number of articles that a person can practise on."""
    with reading(project) as opened:
        progress(0, 1)
        return len(_free(opened, person, by))


def within(project: Readable, *, progress: Progress = no_progress) -> Practice | None:
    """Return the results so far in a package for practice; None in other projects.

    Raises:
        StoreError: ``package.broken``, or the project cannot be read.
    """
    with reading(project) as opened:
        packed = opened.packed
        if packed is None or packed.purpose != PRACTICE:
            return None
        known = answers.loads(opened.read.setting(ANSWERS), file=opened.path.name) or answers.PracticeAnswers()
        ids = opened.read.document_ids(DocumentQuery(annotator=packed.annotator))
        each = (
            _as_first_done(opened.read, own, packed.annotator)
            for own in opened.read.gathering.each(ids, packed.annotator)
        )
        both = (known.beside(own) for own in each if own is not None)
        found = _practised(opened.schema, both, packed.annotator, GOLD, len(ids), progress)
        return Practice(
            person=packed.annotator.rpartition("~")[0] or packed.annotator,
            annotator=packed.annotator,
            pass_mark=known.pass_mark,
            number=len(ids),
            articles=tuple(found),
        )


def results(project: Readable, person: str | None = None, *, progress: Progress = no_progress) -> list[Practice]:
    """Return the results of practice from the packages that came back, oldest first; ``person`` None means everyone."""
    with reading(project) as opened:
        return results_in(opened, person, progress=progress)


def results_in(opened: Project, person: str | None = None, *, progress: Progress = no_progress) -> list[Practice]:
    """Return the same as `results`, for a project that is already open."""
    every = rounds_of.written(opened, PRACTICE)
    return [_result(opened, name, each, progress) for name, each in every if person in {None, name}]


def as_mapping(found: Practice) -> dict[str, Any]:
    """Return the figures as JSON values."""
    return {
        "annotator": found.person,
        "round": found.annotator,
        "articles": found.number,
        "finished": len(found.articles),
        "f": found.f,
        "pass_mark": found.pass_mark,
        "passed": found.passed,
        "article_labels": found.of_articles.f,
        "labels": [{**each._asdict(), "f": each.share.f} for each in found.labels],
        "by_article": [
            {
                "article": each.document,
                "title": each.title,
                "f": each.f,
                "relations": each.relations.f,
                "article_labels": each.of_article.f,
                "places": [place._asdict() for place in each.places],
            }
            for each in found.articles
        ],
    }


# Internal


def _f(labels: Sequence[LabelCounts]) -> float:
    found = total([each.share for each in labels]).f
    return 1.0 if found is None else found


def _free(opened: Project, person: str, by: str) -> list[str]:
    read = opened.read
    begun = {*read.assigned.labels_in(person), *rounds_of.had(opened, person, PRACTICE)}
    begun |= {id_ for id_, people in read.assigned.given().items() if person in people}
    for state in (State.DONE, State.SKIPPED):
        begun.update(read.document_ids(DocumentQuery(annotator=person, state=state)))
    known = read.document_ids(DocumentQuery(annotator=by, state=State.DONE))
    return [id_ for id_ in known if id_ not in begun]


def _result(opened: Project, person: str, package: Package, progress: Progress) -> Practice:
    options = package.options
    there = opened.read.taken_ids(package.documents)
    by = str(options.get("by", GOLD))
    ids = [id_ for id_ in opened.read.document_ids(DocumentQuery(annotator=by, state=State.DONE)) if id_ in there]
    each = opened.read.gathering.each(ids, None, rounds=True)
    both = (own for one in each if (own := _as_first_done(opened.read, one, package.annotator)) is not None)
    found = _practised(opened.schema, both, package.annotator, by, len(ids), progress)
    mark = options.get("pass_mark")
    return Practice(
        person=person,
        annotator=package.annotator,
        pass_mark=mark if isinstance(mark, int) else PASS_MARK,
        number=len(there),
        articles=tuple(found),
    )


def _as_first_done(read: Reader, annotated: Annotated, own: str) -> Annotated | None:
    """Return an article with a person's labels as they were when it was first done; None if it never was.

    The answers are shown from then on, so later changes say nothing about the person.
    """
    id_ = annotated.document.id
    rows: dict[RowKey, Row] = {}
    for step in read.log.steps(id_, own):
        is_done = False
        for change in read.log.edit(step.id).changes:
            if change.before is not None:
                rows.pop(key_of(change.before), None)
            if isinstance(row := change.after, _OWN) and row.annotator == own:
                rows[key_of(row)] = row
                is_done |= isinstance(row, DocumentState) and row.document == id_ and row.state is State.DONE
        if is_done:
            break
    else:
        is_so = any(row.annotator == own and row.state is State.DONE for row in annotated.states)
        return annotated if is_so else None
    spans = [row for row in rows.values() if isinstance(row, Span) and row.document == id_]
    relations = [row for row in rows.values() if isinstance(row, Relation)]
    labels = [row for row in rows.values() if isinstance(row, DocumentLabel) and row.document == id_]
    return replace(
        annotated,
        spans=(*(row for row in annotated.spans if row.annotator != own), *spans),
        relations=(*(row for row in annotated.relations if row.annotator != own), *relations),
        labels=(*(row for row in annotated.labels if row.annotator != own), *labels),
        states=(
            *(row for row in annotated.states if row.annotator != own),
            DocumentState(document=id_, annotator=own, state=State.DONE),
        ),
    )


def _practised(
    schema: Schema, articles: Iterable[Annotated], own: str, by: str, number: int, progress: Progress
) -> list[Practised]:
    found: list[Practised] = []
    for at, annotated in enumerate(articles):
        progress(at, number)
        article = common(annotated, (own, by))
        if article is not None:
            found.append(_compared(schema, annotated, article, own, by))
    progress(number, number)
    return found


def _compared(schema: Schema, annotated: Annotated, article: CommonArticle, own: str, by: str) -> Practised:
    labels: list[LabelCounts] = []
    places: list[PracticeMistake] = []
    side, other = article.people.index(own), article.people.index(by)
    text = annotated.document.text
    for layer, units in article.units.items():
        mine, theirs = Counter(each.label for each in units[side]), Counter(each.label for each in units[other])
        for label, share in exact(units[side], units[other]).items():
            labels.append(LabelCounts(layer, label, mine[label], theirs[label], round(share.common / 2)))
        places += [_place(each, annotated, layer) for each in differences(article, layer, own, by)]
        known = {(row.label, row.parts): row for row in article.spans[layer][other]}
        for row in article.spans[layer][side]:
            answer = known.get((row.label, row.parts))
            fields = _fields(schema, row, answer) if answer is not None else ()
            if fields:
                words = quote(text, row.parts)[:_LONGEST]
                places.append(
                    PracticeMistake(row.document, row.start, row.end, words, layer, row.label, row.label, fields)
                )
    given, wanted = _of_article(annotated, own), _of_article(annotated, by)
    places += [
        PracticeMistake(article.document, 0, 0, name, DOCUMENT, *values) for name, values in _differing(given, wanted)
    ]
    return Practised(
        document=article.document,
        title=annotated.document.title,
        labels=tuple(labels),
        places=tuple(sorted(places, key=lambda each: each[1:3])),
        relations=total(list(shares(article, side, other).values())),
        of_article=SharedLabels(2 * len(given & wanted), len(given) + len(wanted)),
    )


def _of_article(annotated: Annotated, annotator: str) -> set[tuple[str, str]]:
    return {(row.label, row.value) for row in annotated.labels if row.annotator == annotator}


def _differing(
    own: Collection[tuple[str, str]], answers: Collection[tuple[str, str]]
) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
    """Yield each label of the whole article whose values differ, with the person's values and those of the answer."""
    for name in sorted({label for label, _ in (*own, *answers)}):
        mine, theirs = (sorted(value for label, value in rows if label == name) for rows in (own, answers))
        if mine != theirs:
            yield name, (", ".join(mine) or None, ", ".join(theirs) or None)


def _place(difference: Difference, annotated: Annotated, layer: str) -> PracticeMistake:
    row = difference.one or difference.other
    words = quote(annotated.document.text, row.parts)[:_LONGEST] if row is not None else ""
    return PracticeMistake(annotated.document.id, difference.start, difference.end, words, layer, *difference.labels)


def _fields(schema: Schema, own: Span, answer: Span) -> tuple[str, ...]:
    """Return the closed fields in which two labels on the same words differ."""
    return tuple(
        each.id
        for each in schema.attributes_of(own.layer)
        if each.closed and own.attributes.get(each.id) != answer.attributes.get(each.id)
    )

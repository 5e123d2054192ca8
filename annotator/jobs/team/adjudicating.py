"""Adjudication: making gold labels from what several people labelled, by hand or by a rule."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from annotator.editing.edits import Change, Edit
from annotator.jobs.snapshots import Readable, reading
from annotator.model.values import GOLD, NOBODY, Annotated, Relation, Row, Settled, State
from annotator.processes.worker import Progress, no_progress
from annotator.quality.article_labels import label_questions
from annotator.quality.asked_article import SchemaFacts
from annotator.quality.measures.common import common
from annotator.quality.outvoted import outvoted
from annotator.quality.questions import Question, questions
from annotator.quality.settling import Adjudication, as_edit
from annotator.quality.strategies import BY_HAND, ChosenStrategy, Closeness, Strategy, decide, parse
from annotator.store.reader import DocumentQuery
from annotator.system.errors import StoreError

if TYPE_CHECKING:
    from annotator.project.project import Project


class WaitingArticle(NamedTuple):
    """An article that several people finished; ``is_mine`` is whether the current annotator still has it open.

    ``outvoted`` counts the settled questions whose answer has lost its majority since.
    """

    document: str
    title: str
    people: int
    open: int
    settled: int
    outvoted: int
    is_mine: bool


@dataclass(slots=True, kw_only=True)
class RuleFigures:
    """The figures of a rule: how many disagreements it settles and leaves open, and how many questions are unanimous.

    ``compared`` counts the answers given by people, ``agrees`` those among them that the rule would give, too. ``own``
    counts the articles left out because the adjudicator still has them open, ``left_out`` the relations to other
    articles, which cannot be adjudicated.
    """

    articles: int = 0
    own: int = 0
    unanimous: int = 0
    settles: int = 0
    left: int = 0
    agrees: int = 0
    compared: int = 0
    left_out: int = 0

    @property
    def disagreements(self) -> int:
        """The number of disagreements that were open before."""
        return self.settles + self.left


def articles(project: "Project") -> list[str]:
    """Return the ids of the documents that several people finished."""
    return project.read.figures.done_by_several([name for name in project.read.annotators() if name not in NOBODY])


def following(project: Readable, document: str, person: str, *, progress: Progress = no_progress) -> str | None:
    """Return the next article after ``document`` for a person to adjudicate, None if nothing is left to ask.

    After the last article the search goes on from the first. Gold that is done counts if labels that came later, such
    as those of a merge, raise questions.
    """
    with reading(project) as opened:
        every = articles(opened)
        place = every.index(document) + 1 if document in every else 0
        ids = [id_ for id_ in (*every[place:], *every[:place]) if id_ != document]
        done = set(opened.read.document_ids(DocumentQuery(annotator=GOLD, state=State.DONE)))
        facts, given = SchemaFacts.of_schema(opened.schema), opened.read.assigned.given()
        for at, annotated in enumerate(opened.read.gathering.each(ids, None)):
            progress(at, len(ids))
            id_ = annotated.document.id
            if is_open_to(annotated, person, dealt=person in given.get(id_, ())):
                continue
            if id_ not in done:
                return id_
            one = adjudication(annotated, opened.read.settled(id_), facts)
            if one is not None and (_open(one) or outvoted(one, opened.read.log.newcomers(id_))):
                return id_
        progress(len(ids), len(ids))
        return None


def _open(one: Adjudication) -> int:
    """Count the open questions on which people differ."""
    return sum(len(each.ballots) > 1 for each in one.open())


def adjudication(annotated: Annotated, settled: Sequence[Settled], facts: SchemaFacts) -> Adjudication | None:
    """Return the adjudication of an article, or None if fewer than two people finished it."""
    article = common(annotated)
    if article is None:
        return None
    rows: list[Row] = [*settled]
    for each in (annotated.spans, annotated.relations, annotated.states, annotated.labels):
        rows += [row for row in each if row.annotator == GOLD]
    relations: list[Relation] = [row for of_person in article.relations for row in of_person]
    return Adjudication(article.document, questions(article), relations, rows, facts, label_questions(annotated))


class AdjudicationStart(NamedTuple):
    """The adjudication of an article, None if fewer than two people finished it, and the changes to start with.

    ``left_out`` counts the relations to other articles, which cannot be adjudicated. ``newcomers`` are, by the
    fingerprint of a settled question, the people whose labels came after its answer.
    """

    one: Adjudication | None
    changes: Sequence[Change] = ()
    left_out: int = 0
    newcomers: Mapping[str, Collection[str]] = MappingProxyType({})


def beginning(project: Readable, document: str, person: str, *, progress: Progress = no_progress) -> AdjudicationStart:
    """Return the data with which a person starts to adjudicate an article.

    Raises:
        StoreError: ``adjudicate.still_open``, or the project cannot be read.
    """
    with reading(project) as opened:
        progress(0, 1)
        annotated = opened.read.annotated(document, None)
        if is_open_to(annotated, person, dealt=opened.read.assigned.is_dealt(document, person)):
            raise StoreError("adjudicate.still_open", title=annotated.document.title)
        settled = opened.read.settled(document)
        one = adjudication(annotated, settled, SchemaFacts.of_schema(opened.schema))
        if one is None:
            return AdjudicationStart(None)
        newcomers = opened.read.log.newcomers(document)
        return AdjudicationStart(one, begun(one, by=person), left_out(annotated), newcomers)


def is_open_to(annotated: Annotated, person: str, *, dealt: bool = False) -> bool:
    """Return whether a person was dealt an article or has begun it, but has not finished it.

    Nobody may adjudicate an article that they still have open.
    """
    states = [row.state for row in annotated.states if row.annotator == person]
    if states and states[0] is not State.OPEN:
        return False
    return dealt or bool(states) or any(span.annotator == person for span in annotated.spans)


def waiting(project: Readable, *, progress: Progress = no_progress) -> list[WaitingArticle]:
    """List the articles that several people finished, with the numbers of open and settled questions."""
    with reading(project) as opened:
        found: list[WaitingArticle] = []
        facts = SchemaFacts.of_schema(opened.schema)
        ids, given = articles(opened), opened.read.assigned.given()
        for at, annotated in enumerate(opened.read.gathering.each(ids, None)):
            progress(at, len(ids))
            id_ = annotated.document.id
            one = adjudication(annotated, opened.read.settled(id_), facts)
            if one is not None:
                disagreed = [each for each in one.first if len(each.ballots) > 1]
                answered = sum(one.answer_to(each) is not None for each in disagreed)
                lost = len(outvoted(one, opened.read.log.newcomers(id_)))
                begun(one, by=opened.annotator)  # questions about fields of agreed labels come up only then
                found.append(
                    WaitingArticle(
                        document=id_,
                        title=annotated.document.title,
                        people=len({row.annotator for row in annotated.states if row.state is State.DONE} - NOBODY),
                        open=_open(one),
                        settled=answered,
                        outvoted=lost,
                        is_mine=is_open_to(annotated, opened.annotator, dealt=opened.annotator in given.get(id_, ())),
                    )
                )
        progress(len(ids), len(ids))
        return found


def left_out(annotated: Annotated) -> int:
    """Count the relations that people who finished an article drew to other articles; equal ones count once."""
    done = {row.annotator for row in annotated.states if row.state is State.DONE} - NOBODY
    here = {span.id: (span.layer, span.label, span.parts) for span in annotated.spans}
    drawn = (row for row in annotated.relations if row.annotator in done)
    return len({(row.label, here.get(row.head), row.tail) for row in drawn if row.tail not in here})


def begun(one: Adjudication, *, by: str) -> list[Change]:
    """Return the changes that make gold of everything that all agree on; empty if that was done before."""
    rule = ChosenStrategy(strategy=Strategy.UNANIMOUS)
    return [*one.automatic(rule, by=by), *one.finished()]


class ByRule(NamedTuple):
    """The figures of a rule, and the edit that settles what the rule can settle, None if it can settle nothing."""

    told: RuleFigures
    edit: Edit | None


def by_rule(project: Readable, rule: str, person: str, *, progress: Progress = no_progress) -> ByRule:
    """Return the figures of a rule, and one edit with all that it settles. People's own answers stay.

    Raises:
        AnnotatorError: ``adjudicate.rule``, ``store.no_annotator``, or the project cannot be read.
    """
    with reading(project) as opened:
        told = RuleFigures()
        made = [change for edit in _settling(opened, parse(rule), person, told, progress) for change in edit.changes]
        return ByRule(told, as_edit(made, by=person) if made else None)


def adjudicate(
    project: "Project", rule: ChosenStrategy, *, dry_run: bool = False, progress: Progress = no_progress
) -> RuleFigures:
    """Store all that a rule settles, one edit for each article, in one transaction. People's own answers stay.

    Raises:
        StoreError: ``store.no_annotator``, or the project cannot be read or written.
    """
    told = RuleFigures()
    steps = _settling(project, rule, project.annotator, told, progress)
    if dry_run:
        list(steps)
        return told
    with project.together():
        for edit in steps:
            project.do(edit)
    return told


def _settling(
    project: "Project", rule: ChosenStrategy, by: str, told: RuleFigures, progress: Progress
) -> Iterator[Edit]:
    """Yield an edit for each article in which a rule settles something, and add to the counts in ``told``."""
    if rule.strategy is Strategy.PERSON:
        project.read.people.require(rule.name, rounds=False)
    if rule.strategy is Strategy.CLOSEST:
        rule = _with_order(project, rule)
    facts = SchemaFacts.of_schema(project.schema)
    ids, given = articles(project), project.read.assigned.given()
    for at, id_ in enumerate(ids):
        progress(at, len(ids))
        annotated = project.read.annotated(id_, None)
        if is_open_to(annotated, by, dealt=by in given.get(id_, ())):
            told.own += 1
            continue
        settled = project.read.settled(id_)
        one = adjudication(annotated, settled, facts)
        if one is None:
            continue
        told.articles += 1
        told.left_out += left_out(annotated)
        _compare(one, rule, told)
        changes = begun(one, by=by)
        told.unanimous += _answers(changes)
        more = one.automatic(rule, by=by)
        told.settles += _answers(more)
        told.left += len(one.open())
        edit = as_edit([*changes, *more, *one.finished()], by=by)
        if edit.changes:
            yield edit
    progress(len(ids), len(ids))


def _answers(changes: Sequence[Change]) -> int:
    return sum(isinstance(change.after, Settled) for change in changes)


def _compare(one: Adjudication, rule: ChosenStrategy, told: RuleFigures) -> None:
    """Count the answers given by people, and how many of them the rule would give, too."""
    for question in one.questions:
        answer = one.answer_to(question)
        if answer is None or answer.rule != BY_HAND:
            continue
        choice = decide(question.ballots, rule)
        if choice is not None:
            told.compared += 1
            told.agrees += _chosen(question, choice) == _taken(one, answer)


def _chosen(question: Question, choice: int) -> list[object]:
    return [(each.layer, each.label, each.parts) for each in question.variants[choice : choice + 1]]


def _taken(one: Adjudication, answer: Settled) -> list[object]:
    spans = (one.spans.get(id_) for id_ in answer.taken)
    return [(span.layer, span.label, span.parts) for span in spans if span is not None]


def _with_order(project: "Project", rule: ChosenStrategy) -> ChosenStrategy:
    closeness = Closeness()
    for annotated in project.read.gathering.each(articles(project), None):
        article = common(annotated)
        if article is not None:
            closeness.add(article)
    return ChosenStrategy(strategy=rule.strategy, order=closeness.order())

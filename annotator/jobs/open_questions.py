"""Finding a project's open questions, and marking them as looked at; see `annotator.editing.open_questions`."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from annotator.editing.edits import Change, EditKind, SlicedEdit, edit_of
from annotator.editing.inconsistencies import plain_spaces
from annotator.editing.open_questions import NameChecker, OpenQuestion, QuestionKind, questions_about_spans, settled
from annotator.jobs.searching.project_search import decided_parts, pending_parts
from annotator.jobs.snapshots import Readable, reading
from annotator.model.values import ENTITIES, Annotated, Span, State, SuggestionState
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.tiers import SURE_FROM
from annotator.text.tokens import provisional

if TYPE_CHECKING:
    from annotator.jobs.exporting.gold_or_only import GoldOrOnly
    from annotator.project.project import Project
    from annotator.store.reader import Reader

MOST = 5_000  # questions listed of each kind; all are counted
_TOGETHER = 500  # spans read at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The articles to search, chosen as for an export; ``annotator`` None means everyone's labels.

    With ``gold_or_only``, articles and labels are those that `gold_or_only` chooses; ``annotator`` is ignored.
    """

    annotator: str | None
    gold_or_only: bool = False
    done_only: bool = False
    replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestions:
    """The open questions, by kind, article and place, and the number of questions of each kind."""

    rows: tuple[OpenQuestion, ...] = ()
    counts: Mapping[QuestionKind, int] = field(default_factory=dict)


def find(
    project: Readable, scope: Scope | None = None, *, most: int = MOST, progress: Progress = no_progress
) -> OpenQuestions:
    """Return the open questions of a scope, by default those about the current annotator's labels. Runs as a job."""
    with reading(project) as opened:
        walk = _Walk(opened, scope or Scope(annotator=opened.annotator), most, progress)
        return walk.asked()


def count(
    project: Readable, scope: Scope | None = None, *, progress: Progress = no_progress
) -> Mapping[QuestionKind, int]:
    """Return the number of open questions of each kind; kinds without questions are missing. Runs as a job."""
    return find(project, scope, most=0, progress=progress).counts


def looking(read: "Reader", questions: Iterable[OpenQuestion], *, annotator: str, by_sight: bool) -> SlicedEdit:
    """Build the edit that records questions as looked at, together if ``by_sight``; None if nothing changes.

    It pauses often. Labels of people other than ``annotator`` stay unchanged.
    """
    before: dict[str, Span] = {}
    after: dict[str, Span] = {}
    for found in _with_spans(read, list(questions), annotator):
        if found is None:
            yield
            continue
        question, span = found
        if span.annotator == annotator:
            before.setdefault(span.id, span)
            after[span.id] = settled(question, after.get(span.id, span), by_sight=by_sight)
    changes: list[Change] = []
    for at, (id_, span) in enumerate(after.items()):
        if span != before[id_]:
            changes.append(Change(before=before[id_], after=span))
        if at % _TOGETHER == 0:
            yield
    return edit_of(EditKind.LOOK, changes, annotator=annotator)


def _with_spans(
    read: "Reader", asked: Sequence[OpenQuestion], annotator: str
) -> Iterator[tuple[OpenQuestion, Span] | None]:
    """Yield each question with each of its spans as they are now; a None in between is an opportunity to pause."""
    about = [question for question in asked if question.span]
    for first in range(0, len(about), _TOGETHER):
        some = about[first : first + _TOGETHER]
        spans = {span.id: span for span in read.spans_of({question.span for question in some})}
        yield from ((question, spans[question.span]) for question in some if question.span in spans)
        yield None
    for document, names in _by_document(asked).items():
        annotated = read.annotated(document, annotator)
        for span in annotated.spans:
            name = names.get(plain_spaces(span.quote(annotated.document.text)))
            if span.layer == ENTITIES and name is not None:
                yield name, span
        yield None


def _by_document(asked: Iterable[OpenQuestion]) -> dict[str, dict[str, OpenQuestion]]:
    """Return the questions about names, by document id and by the words of the name."""
    found: dict[str, dict[str, OpenQuestion]] = {}
    for question in asked:
        for document in question.documents if question.name is not None else ():
            found.setdefault(document, {})[question.quote] = question
    return found


class _Walk:
    """Reads all documents twice: first for their labels, then for places where a known name is not labelled."""

    def __init__(self, project: "Project", scope: Scope, most: int, progress: Progress) -> None:
        self._project = project
        self._scope = scope
        self._most = most
        self._progress = progress
        self._rows: dict[QuestionKind, list[OpenQuestion]] = {kind: [] for kind in QuestionKind}
        self._counts = dict.fromkeys(QuestionKind, 0)
        self._mixed: GoldOrOnly | None = None
        self._names = NameChecker()
        self._started: list[str] = []  # documents that somebody has begun, so a missing name can be an oversight

    def asked(self) -> OpenQuestions:
        """Return all questions and their numbers."""
        ids = self._ids()
        for annotated in self._each(ids, 0, 2 * len(ids)):
            self._take(annotated)
        known = len(self._started)
        for annotated in self._each(self._started, known, 2 * known):
            self._count(annotated)
        for question in self._names.questions():
            self._add(question)
        self._progress(1, 1)
        rows = tuple(row for kind in QuestionKind for row in self._rows[kind])
        return OpenQuestions(rows=rows, counts={kind: count for kind, count in self._counts.items() if count})

    def _ids(self) -> list[str]:
        from annotator.jobs.exporting.gold_or_only import gold_or_only
        from annotator.store.reader import DocumentQuery

        scope = self._scope
        if scope.gold_or_only:
            self._mixed = gold_or_only(self._project, replaced=scope.replaced)
            return list(self._mixed.whose)
        state = State.DONE if scope.done_only else None
        return self._project.read.document_ids(
            DocumentQuery(annotator=scope.annotator, state=state, replaced=scope.replaced)
        )

    def _each(self, ids: Collection[str], done: int, total: int) -> Iterator[Annotated]:
        if self._mixed is not None:
            found = self._mixed.each(self._project, ids)
        else:
            found = self._project.read.gathering.each(ids, self._scope.annotator)
        for at, annotated in enumerate(found):
            self._progress(done + at, total)
            yield annotated

    def _take(self, annotated: Annotated) -> None:
        started = annotated.sentences or any(state.state is not State.OPEN for state in annotated.states)
        if not (annotated.spans or started):
            return
        self._started.append(annotated.document.id)
        document, schema, relations = annotated.document, self._project.schema, annotated.relations
        for some in questions_about_spans(schema, document, annotated.spans, relations, sure_from=SURE_FROM):
            for question in some:
                self._add(question)
        for _ in self._names.add(document, annotated.spans):
            pass

    def _count(self, annotated: Annotated) -> None:
        document, read = annotated.document, self._project.read
        refused = tuple(read.suggestions(document.id, SuggestionState.REJECTED))
        tokens = read.tokens(document.id) or provisional(document.text)
        decided = decided_parts(annotated.spans, refused, document.excluded)
        pending = pending_parts(read.suggestions(document.id, SuggestionState.PENDING))
        for _ in self._names.count(document, tokens, decided, pending):
            pass

    def _add(self, question: OpenQuestion) -> None:
        self._counts[question.kind] += 1
        if len(self._rows[question.kind]) < self._most:
            self._rows[question.kind].append(question)

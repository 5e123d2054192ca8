"""Check an export before it is written: its losses, the spans to review, and the splits. Runs as a job."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from annotator.editing import splitting
from annotator.editing.edits import SlicedEdit
from annotator.editing.open_questions import QuestionKind
from annotator.editing.splitting import SPLITS
from annotator.formats.base import Report
from annotator.formats.loss import LossKind
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.open_questions import Scope
from annotator.jobs.rule_breaches import breaches
from annotator.jobs.snapshots import Readable, opening
from annotator.model.schema import Schema
from annotator.model.values import Annotated, State
from annotator.processes import slices
from annotator.processes.worker import Progress, no_progress
from annotator.project.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A split (train, dev or test): its name, its number of documents, and spans by (layer, label)."""

    name: str
    documents: int
    labels: Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """The result of `check`: a report, and the splits in the order of `splitting.SPLITS`.

    ``splits`` is empty if the documents are not split. ``breaking`` counts the spans that break rules or have
    unreviewed fields; these spans are exported, too. ``questions`` is empty until somebody counts the questions, which
    takes as long again.
    """

    report: Report
    splits: tuple[Split, ...] = ()
    breaking: int = 0
    questions: Mapping[QuestionKind, int] = field(default_factory=dict)
    scope: Scope = field(default_factory=partial(Scope, annotator=None))


def check(project: Readable, request: Request, *, progress: Progress = no_progress) -> Preflight:
    """Report what `export_files.export` would write.

    Raises:
        FormatError: ``format.…``.
        StoreError: The project cannot be read, ``store.no_annotator`` or ``store.no_labels``.
        SchemaError: ``value.layer``.
    """
    with opening(project) as opened:
        counter = _LabelCounter(request, opened.schema)
        report = export_files.preflight(opened, request, progress=progress, seen=counter.count)
        scope = _scope(opened, request)
    return Preflight(report=report, splits=counter.splits(report), breaking=counter.breaking, scope=scope)


def _scope(project: Project, request: Request) -> Scope:
    """Return the scope of a request: whose labels it exports, and of which articles."""
    annotator = export_files.whose(project, request)
    query = export_files.state_query(project, request, annotator)
    done_only, mixed = query.state is State.DONE, request.gold_or_only
    return Scope(annotator=annotator, gold_or_only=mixed, done_only=done_only, replaced=request.replaced)


def remembering(project: Project, dealt: Mapping[str, str]) -> SlicedEdit:
    """Store the split of documents as an edit, pausing often; see `Timeline.doing`."""
    edit = splitting.remember(project.read.counts.splits(), dealt, annotator=project.annotator)
    yield from project.timeline.doing(slices.ready(edit))
    return edit


class _LabelCounter:
    """Counts labels, and spans to review; a document that passes twice is counted once."""

    def __init__(self, request: Request, schema: Schema) -> None:
        self._options = request.options
        self._schema = schema
        self._labels: dict[str, Counter[tuple[str, str]]] = {}
        self._breaking: dict[str, int] = {}

    @property
    def breaking(self) -> int:
        return sum(self._breaking.values())

    def count(self, annotated: Annotated) -> None:
        self._breaking[annotated.document.id] = len({breach.span for breach in breaches(self._schema, annotated)})
        layers = self._options.layers
        counted = (span for span in annotated.spans if not layers or span.layer in layers)
        self._labels[annotated.document.id] = Counter((span.layer, span.label) for span in counted)

    def splits(self, report: Report) -> tuple[Split, ...]:
        if not report.dealt:
            return ()
        lost = {(x.document, x.id): x for x in report.losses if x.row == "span" and x.kind is LossKind.LOST}
        for loss in lost.values():
            self._labels[loss.document][loss.layer, loss.label] -= 1
        dealt = report.dealt
        return tuple(self._split_of(name, [id_ for id_, of in dealt.items() if of == name]) for name in SPLITS)

    def _split_of(self, name: str, documents: list[str]) -> Split:
        labels: Counter[tuple[str, str]] = Counter()
        for document in documents:
            labels.update(self._labels[document])
        return Split(name=name, documents=len(documents), labels=dict(labels))

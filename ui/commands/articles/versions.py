"""Corrected versions of articles: which article the open one replaces, and which labels carry over."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from annotator.system.errors import AnnotatorError
from ui.base import i18n
from ui.base.look.plain_text import one_line
from ui.base.words.counted import counted
from ui.bridge.session import Session
from ui.choosing import ranking
from ui.choosing.filter_list import ChoiceRow, FilterList
from ui.deciding import refusals
from ui.deciding.aim import Aim
from ui.deciding.edit_names import shortened
from ui.jobs.workers import Job, JobProcess

if TYPE_CHECKING:
    from annotator.jobs.importing.article_replacement import Compared, Succession

_WIDTH, _SHOWN, _FOUND = 560, 10, 20
_BELOW = 44  # pixels left free for the line that explains the keys
_LONGEST = 120


class ArticlePicker(FilterList):
    """A popup list of articles; ``chosen`` emits an article's id."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, name="articlePicker", most=_SHOWN)
        self.setAccessibleName(self.tr("Articles"))
        self.list.setAccessibleName(self.tr("Articles"))
        self._session = session
        self._likely: Sequence[str] = ()
        self._without: frozenset[str] = frozenset()
        for signal in (session.document_opened, session.project_closed):
            signal.connect(self.leave)

    def offer(self, wanted: str, likely: Sequence[str], without: Collection[str]) -> None:
        """Show the list over the upper part of the window.

        Args:
            wanted: The prompt in the field.
            likely: Articles to list first.
            without: Articles to leave out.
        """
        self._likely, self._without = likely, frozenset(without)
        self.field.setPlaceholderText(wanted)
        self.field.setAccessibleName(wanted)
        room = self.window().rect()
        self.resize(min(_WIDTH, room.width() - 32), self.height())
        self.move(QPoint((room.width() - self.width()) // 2, max(8, room.height() // 9)))
        self.open_list(room.height() - self.y() - _BELOW)

    def rows_for(self, typed: str) -> Sequence[ChoiceRow]:
        from annotator.model.query import Query  # with the store: not before the window is painted

        project, title = self._session.required(), " ".join(typed.split())
        if not title:
            return list(self._rows(self._likely))
        return list(self._rows(project.read.search.ids(Query(title=title), project.annotator, first=_FOUND)))

    def _rows(self, ids: Iterable[str]) -> Iterable[ChoiceRow]:
        project = self._session.required()
        wanted = [id_ for id_ in ids if id_ not in self._without]
        for line in project.read.lines(wanted, project.annotator):
            facts = (line.publisher, i18n.date(line.published))
            yield ChoiceRow(
                id=line.id,
                name=one_line(line.title, _LONGEST),
                detail=" · ".join(filter(None, facts)),
                names=ranking.names(line.title),
            )


_LIKELY = 20


class Versions(QObject):
    """Commands about versions. Each choice is stored in one undo step; the process for files compares the texts."""

    failed = Signal(object)
    replaced = Signal()  # the open article now replaces another one, whose labels can be compared

    def __init__(self, session: Session, files: JobProcess, aim: Aim, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._files = files
        self._aim = aim
        self._window = window
        self._picker: ArticlePicker | None = None
        self._job: Job | None = None
        session.document_opened.connect(self._cancel)
        session.project_closed.connect(self._cancel)

    def choose_replaced(self) -> None:
        """Ask which article the open one replaces."""
        from annotator.model.query import Order, Query  # with the store: not before the window is painted

        if self._picker is None:
            self._picker = ArticlePicker(self._session, self._window)
            self._picker.chosen.connect(self._on_chosen)
        document, project = self._session.required_opened().document, self._session.required()
        group, search = str(document.meta.get("group", "")), project.read.search
        near = project.read.documents_with_text([group]).values()
        titled = search.ids(Query(title=document.title), project.annotator, first=_LIKELY)
        recent = search.ids(Query(publisher=document.publisher), project.annotator, Order.NEWEST, first=_LIKELY)
        likely = list(dict.fromkeys((*near, *titled, *recent)))
        self._picker.offer(self.tr("Title of the article that this one replaces"), likely, {document.id})

    def accept_same(self) -> None:
        """Accept all labels of the old version whose words are unchanged in the open article."""
        from annotator.jobs.importing import article_replacement

        project, document = self._session.required(), self._session.required_opened().document
        if not project.read.replaced.older(document.id):
            self._aim.told.emit(refusals.replaces_nothing(), False)
            return
        self._start(article_replacement.find, document.id, done=self.accept)

    def accept(self, found: "tuple[Compared, ...]") -> None:
        """Accept the labels whose words a comparison with the old version found unchanged."""
        from annotator.jobs.importing import article_replacement
        from annotator.model.values import Span

        self._job = None
        project, document = self._session.required(), self._session.required_opened().document
        edit = article_replacement.accepting(project.read, document.id, found, project.annotator)
        if edit is None:
            self._aim.told.emit(self.tr("No label with unchanged words is left."), False)
        elif self._session.do(edit):
            count = sum(isinstance(change.after, Span) for change in edit.changes)
            one, many = self.tr("One label accepted."), self.tr("{count} labels accepted, in one step.")
            self._aim.told.emit(counted(count, one, many), True)

    def restore(self, old: str) -> None:
        """Return an old version to the list of articles."""
        from annotator.jobs.importing import article_replacement

        project = self._session.required()
        edit = article_replacement.restoring(project.read, old, project.annotator)
        if edit is not None and self._session.do(edit):
            words = self.tr("“{title}” is back in the list.")
            title = project.read.document(old).title
            here = self._session.required_opened().document.id in edit.document_ids
            self._aim.told.emit(words.format(title=shortened(title)), here)

    # Inside

    @Slot(str)
    def _on_chosen(self, old: str) -> None:
        from annotator.jobs.importing import article_replacement

        self._start(article_replacement.prepare, old, self._session.required_opened().document.id, done=self._replace)

    def _replace(self, wanted: "Succession") -> None:
        from annotator.jobs.importing import article_replacement
        from annotator.processes import slices

        self._job = None
        project = self._session.required()
        try:
            title = project.read.document(wanted.old).title
            edit = slices.finish(article_replacement.replacing(project.read, [wanted], project.annotator))
        except AnnotatorError as error:
            self.failed.emit(error)
            return
        if edit is not None and self._session.do(edit):
            words = self.tr("This article now replaces “{title}”, which is set aside with its labels.")
            self._aim.told.emit(words.format(title=shortened(title)), True)
            self.replaced.emit()

    def _start(self, function: Callable[..., object], *documents: str, done: Callable[[Any], None]) -> None:
        self._cancel()
        path = self._session.required().path
        self._job = self._files.start(function, path, *documents, done=done, failed=self._on_failed)

    def _on_failed(self, error: AnnotatorError) -> None:
        self._job = None
        self.failed.emit(error)

    @Slot()
    def _cancel(self) -> None:
        """Cancel the running job, because another article was opened or the project was closed."""
        job, self._job = self._job, None
        if job is not None:
            self._files.cancel(job)

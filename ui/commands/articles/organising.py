"""Commands about whole articles: labels, the reason for skipping, batch, priority, page rules."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QWidget

from annotator.editing.edits import Edit
from annotator.model.values import PRIORITY, Priority, priority_of
from ui.article.view import ArticleView
from ui.base.widgets.button_names import name_buttons
from ui.base.words.counted import articles_words
from ui.bridge.session import Session
from ui.commands.articles.article_labels import ArticleLabels
from ui.commands.articles.page_rule_commands import PageRules
from ui.deciding.aim import Aim
from ui.deciding.edit_names import shortened
from ui.jobs.bulk_edits import Asker, Everywhere

_LONGEST = 5_000  # characters of a reason


class ArticleOrganiser(QObject):
    """Asks for a value and stores it as one undo step."""

    skipping = Signal(str)  # reason for skipping the open article

    def __init__(self, session: Session, view: ArticleView, aim: Aim, everywhere: Everywhere, window: QWidget) -> None:
        super().__init__(window)
        self.labels = ArticleLabels(session, view, aim, window)
        self.rules = PageRules(session, view, aim, everywhere, window)
        self._session = session
        self._aim = aim
        self._everywhere = everywhere
        self._window = window
        self._ids: Sequence[str] = ()  # the articles whose batch is asked for

    def skip_because(self) -> None:
        """Ask for a reason and skip the open article; earlier reasons are offered."""
        project, state = self._session.required(), self._session.required_opened().state
        dialog = self._ask("reasonDialog", self.tr("Skip Article"), self.tr("Reason for skipping:"))
        dialog.setComboBoxEditable(True)
        dialog.setComboBoxItems(project.read.search.reasons(project.annotator))
        dialog.setTextValue(state.note if state is not None else "")
        dialog.textValueSelected.connect(self._on_reason)
        self._open(dialog)

    def choose_batch(self) -> None:
        """Ask for the batch of the open article."""
        self.choose_batch_of([self._session.required_opened().document.id])

    @Slot(list)
    def choose_batch_of(self, ids: Sequence[str]) -> None:
        """Ask for the batch of several articles."""
        if not self._session.writable or not ids:
            return
        self._ids = tuple(ids)
        read = self._session.required().read
        words = self.tr("Batch for {articles} (leave empty for none):")
        dialog = self._ask("batchDialog", self.tr("Batch"), words.format(articles=articles_words(len(ids))))
        dialog.setComboBoxEditable(True)
        dialog.setComboBoxItems(read.search.batches())
        meta = read.document(ids[0]).meta if len(ids) == 1 else {}
        dialog.setTextValue(str(meta.get("batch", "")))
        dialog.textValueSelected.connect(self._on_batch)
        self._open(dialog)

    def look_sooner(self) -> None:
        """Raise the open article's priority; high priority comes first in every order."""
        self._prioritise(-1)

    def look_later(self) -> None:
        """Lower the open article's priority."""
        self._prioritise(1)

    # Inside

    def _prioritise(self, step: int) -> None:
        document, every = self._session.required_opened().document, list(Priority)
        before = every.index(priority_of(document.meta))
        after = every[max(0, min(len(every) - 1, before + step))]
        others = {name: value for name, value in document.meta.items() if name != PRIORITY}
        named = {} if after is Priority.NORMAL else {PRIORITY: str(after)}
        changed = self._session.describe(replace(document, meta={**others, **named}))
        words = {
            Priority.HIGH: self.tr("High priority: it comes first in every order."),
            Priority.NORMAL: self.tr("Normal priority."),
            Priority.LOW: self.tr("Low priority: it comes last in every order."),
        }
        self._aim.told.emit(words[after], changed)

    def _ask(self, name: str, title: str, words: str) -> QInputDialog:
        dialog = QInputDialog(self._window)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(words)
        return dialog

    def _open(self, dialog: QInputDialog) -> None:
        dialog.open()  # creates field and buttons
        name_buttons(dialog)
        for field in dialog.findChildren(QWidget):
            if field.focusPolicy() != Qt.FocusPolicy.NoFocus and not field.accessibleName():
                field.setAccessibleName(dialog.labelText())

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        self.skipping.emit(reason.strip()[:_LONGEST])

    @Slot(str)
    def _on_batch(self, name: str) -> None:
        from annotator.jobs import article_steps  # with the store: not before the window is painted

        if self._everywhere.busy:
            return
        project, batch = self._session.required(), name.strip()[:_LONGEST]
        steps = article_steps.batching(project.read, self._ids, batch, project.annotator)
        self._everywhere.make(Asker(done=partial(self._on_batched, batch)), steps, len(self._ids))

    def _on_batched(self, batch: str, edit: Edit | None) -> None:
        if edit is None:
            return
        opened = self._session.opened
        words = (
            self.tr("Put into the batch “{batch}”: {articles}.")
            if batch
            else self.tr("Removed from the batch: {articles}.")
        )
        here = opened is not None and opened.document.id in edit.document_ids
        articles = articles_words(len(edit.document_ids))
        self._aim.told.emit(words.format(batch=shortened(batch), articles=articles), here)

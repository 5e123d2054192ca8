"""Commands about whole articles: labels, the reason for skipping, batch, priority, page rules."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QWidget

from annotator.editing import edits
from annotator.editing.edits import Edit
from annotator.model.schema import Value, words
from annotator.model.values import PRIORITY, Priority, priority_of
from ui.article.view import ArticleView
from ui.base.i18n import ui_language
from ui.base.widgets.buttons import input_dialog, name_buttons
from ui.base.words.counted import articles_words
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.commands.articles.page_rule_commands import PageRules
from ui.commands.keys.hints import byline
from ui.deciding.aim import Aim
from ui.deciding.edit_names import shortened
from ui.jobs.bulk_edits import Asker, Everywhere
from ui.panels.claim.choice_popup import ChoicePopup, PopupChoice

_TOP = 48  # pixels below the upper edge of the article
_PART = "\n"  # between the ids of label and value: no id holds a line break


class ArticleLabels(QObject):
    """A popup above the article that sets its labels; choosing a label that is set removes it."""

    def __init__(self, session: Session, view: ArticleView, aim: Aim, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._view = view
        self._aim = aim
        self._window = window

    def choose(self) -> None:
        """Open the popup with the schema's document labels."""
        choices = list(self._choices(self._session.required_opened()))
        if not choices:
            self._aim.told.emit(self.tr("This project’s schema has no labels for whole articles."), False)
            return
        popup = ChoicePopup(choices, None, "", self._window)  # a child of the article would lose its keys to it
        popup.setAccessibleName(self.tr("Labels of the article"))
        popup.chosen.connect(self._on_chosen)
        popup.open_at(self._view)
        popup.resize(popup.sizeHint())
        left = max(0, (self._view.width() - popup.width()) // 2)
        popup.move(self._view.mapToGlobal(QPoint(left, _TOP)))

    def byline(self, opened: Opened) -> str:
        """Return the open article's versions, metadata and labels as one line."""
        fields = self._session.required().schema.document_labels
        chosen = {(label.label, label.value) for label in opened.labels}
        names = (_name(value) for field in fields for value in field.values if (field.id, value.id) in chosen)
        return " · ".join((*self._versions(opened.document.id), byline(opened.document), *names))

    # Inside

    def _versions(self, id_: str) -> Iterator[str]:
        """Yield texts about the version that replaces an article, and about the versions that it replaces."""
        read = self._session.required().read
        newer = read.replaced.newer(id_)
        if newer is not None:
            yield self.tr("Replaced by “{title}”").format(title=shortened(read.document(newer).title))
        for older in read.replaced.older(id_):
            yield self.tr("Replaces “{title}”").format(title=shortened(read.document(older).title))

    def _choices(self, opened: Opened) -> Iterator[PopupChoice]:
        chosen = {(label.label, label.value) for label in opened.labels}
        for field in (field for field in self._session.required().schema.document_labels if field.shown):
            title = words(field.name, ui_language())
            for value in field.values:
                sign = "✓  " if (field.id, value.id) in chosen else ""
                yield PopupChoice(
                    id=f"{field.id}{_PART}{value.id}",
                    name=f"{sign}{title}: {_name(value)}",
                    key=value.key or "",
                    help=words(value.help, ui_language()),
                )

    @Slot(object)
    def _on_chosen(self, choice: str) -> None:
        opened, annotator = self._session.required_opened(), self._session.required().annotator
        label, _, value = choice.partition(_PART)
        there = any((own.label, own.value) == (label, value) for own in opened.labels)
        wanted = None if there else value
        self._session.do(edits.classify(opened.document.id, opened.labels, label, wanted, annotator=annotator))
        self._view.setFocus()


def _name(value: Value) -> str:
    return words(value.name, ui_language()) or value.id


_LONGEST = 5_000  # characters of a reason


class ArticleOrganiser(QObject):
    """Commands for whole articles. Each asks for a value and stores it in one undo step."""

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
        """Ask for a reason, offering earlier ones, and skip the open article."""
        project, state = self._session.required(), self._session.required_opened().state
        dialog = input_dialog(self._window, "reasonDialog", self.tr("Skip Article"), self.tr("Reason for skipping:"))
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
        dialog = input_dialog(
            self._window, "batchDialog", self.tr("Batch"), words.format(articles=articles_words(len(ids)))
        )
        dialog.setComboBoxEditable(True)
        dialog.setComboBoxItems(read.search.batches())
        meta = read.document(ids[0]).meta if len(ids) == 1 else {}
        dialog.setTextValue(str(meta.get("batch", "")))
        dialog.textValueSelected.connect(self._on_batch)
        self._open(dialog)

    def look_sooner(self) -> None:
        """Raise the open article's priority. Articles of high priority come first in every order."""
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

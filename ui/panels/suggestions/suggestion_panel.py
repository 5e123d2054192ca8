"""The list of pending suggestions of the open article."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QWidget

from annotator.editing.edits import Change, Edit
from annotator.model import source_choices
from annotator.model.source_choices import SOURCES
from annotator.model.values import GOLD, Suggestion
from annotator.text.language import OTHER
from ui.base import i18n
from ui.base.i18n import number
from ui.base.later import Later
from ui.base.look.plain_text import plain, tooltip, unbroken
from ui.base.rows.plain_table import RowsView
from ui.base.widgets.chips import Card
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.tabs import Tabs
from ui.base.window_keys import OwnKeys
from ui.bridge.session import Session
from ui.deciding.decisions import Decisions
from ui.deciding.names_along import names_along
from ui.panels.suggestions.by_others import ByOthers
from ui.panels.suggestions.suggestion_filter import SuggestionFilters, along_words
from ui.panels.suggestions.suggestion_list import ROW, SuggestionDelegate, SuggestionModel

_MANY = 1000  # suggestions


class SureButton(QPushButton):
    """The button that accepts sure suggestions. Its tooltip mentions the action that accepts all."""

    def __init__(self) -> None:
        super().__init__()
        self._followed: tuple[QAction, ...] = ()  # those that accept the sure ones, and all
        self._allowed: dict[str, bool] = {}
        named(self, "acceptSure", role="link")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_count(None)

    def follow(self, sure: QAction, every: QAction) -> None:
        """Trigger ``sure`` when clicked, and say in the tooltip that ``every`` accepts all visible ones."""
        self.clicked.connect(sure.trigger)
        self._followed = sure, every
        for action in self._followed:
            action.changed.connect(self._explain)
        self._explain()

    def allow(self, why: str, allowed: bool) -> None:  # noqa: FBT001 - what is so
        """Show the button, unless it is not allowed for this or another reason."""
        self._allowed[why] = allowed
        self.setVisible(all(self._allowed.values()))

    def show_count(self, count: int | None) -> None:
        """Show how many suggestions the button accepts; None, if no filter is set, shows no number."""
        words = self.tr("Accept Sure Suggestions")
        if count is not None:
            words = self.tr("Accept 1 Sure Suggestion") if count == 1 else self.tr("Accept {count} Sure Suggestions")
            words = words.format(count=number(count))
        self.setText(words)
        self.setAccessibleName(words)

    @Slot()
    def _explain(self) -> None:
        keys = [action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) for action in self._followed]
        patterns = (
            self.tr("Accept the visible sure suggestions ({key})."),
            self.tr(
                "{key} accepts all visible ones. You are asked about the doubtful ones before the article is done."
            ),
        )
        words = " ".join(pattern.format(key=key or "–") for pattern, key in zip(patterns, keys, strict=True))
        self.setToolTip(tooltip(words))
        self.setAccessibleDescription(words)


class SuggestionView(RowsView):
    """The list of suggestions. As in the article, Enter accepts, Backspace rejects; Escape goes to the article."""

    accepting = Signal()
    rejecting = Signal()

    def __init__(self) -> None:
        super().__init__("suggestionList", QCoreApplication.translate("SuggestionPanel", "Suggestions"), ROW)
        self.verticalHeader().setDefaultSectionSize(max(ROW, self.fontMetrics().height() + 12))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(SuggestionDelegate(self))
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(200, 5 * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 2 * ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show only whole rows, as half a row at the bottom looks like a mistake."""
        super().resizeEvent(event)
        self.setViewportMargins(0, 0, 0, self.height() % self.verticalHeader().defaultSectionSize())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.isAutoRepeat()  # a held key decides only once
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not held:
                self.accepting.emit()
            case Qt.Key.Key_Backspace | Qt.Key.Key_Delete if not held:
                self.rejecting.emit()
            case _:
                super().keyPressEvent(event)


class SuggestionPanel(Card):
    """A heading with the number of suggestions, and their list.

    The card above the list shows the origin of the active suggestion.
    """

    activated = Signal(str)
    filtered = Signal(int)  # least height in pixels while the filters are shown, else 0
    left = Signal()
    emptied = Signal(bool)  # whether no suggestion is pending
    narrowed = Signal(object)  # the SuggestionFilter that the article must follow, too

    def __init__(self, session: Session, decisions: Decisions) -> None:
        super().__init__()
        named(self, "suggestionPanel", self.tr("Suggestions"))
        self._session = session
        self._decisions = decisions
        self._following = False
        self._active: str | None = None
        self._document = ""  # id of the document whose suggestions are shown
        self.awaits = False  # whether more suggestions are still to come
        self._changes: list[Change] | None = None  # changes to apply; None: read all rows again
        self._later = Later(self._apply_changes, self, session.settling)
        self.title.setText(self.tr("Suggestions"))
        self._count = plain(role="muted", name="suggestionCount")
        self._order = Tabs("suggestionOrder", ((False, self.tr("Position")), (True, self.tr("Doubt"))))
        self._order.setAccessibleName(self.tr("Sort order"))
        self.header.insertWidget(1, self._count)
        self.header.addWidget(self._order)
        self.filters = SuggestionFilters("suggestionFilter")
        self.filters.hide()
        self._filtering = named(
            QPushButton(self.tr("Filter")), "suggestionFiltering", self.tr("Filter the suggestions"), role="tab"
        )
        self._filtering.setToolTip(
            tooltip(
                self.tr("Suggestions that are filtered out are hidden in the article, too, and no key accepts them.")
            )
        )
        self._filtering.setCheckable(True)
        self._filtering.toggled.connect(self._on_filtering)
        self.sure = SureButton()
        self.model = SuggestionModel(self)
        self.model.along = partial(_along, session, decisions)
        self.list = SuggestionView()
        self.list.setModel(self.model)
        self._held = plain(
            unbroken(self.tr("Suggestions are held back in 5% of the sentences.")),
            "muted",
            name="suggestionsHeld",
            wraps=True,
        )
        self._held.hide()
        foreign = self.tr("This article is neither German nor English, so the built-in models do not read it.")
        self._foreign = plain(unbroken(foreign), "muted", wraps=True, name="suggestionsForeign")
        self._foreign.hide()
        self._elsewhere = ByOthers()
        for part in (self._foreign, self._elsewhere, self.filters, self.list, self._held):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.list, 1)
        self._foot = QWidget()
        fill(QHBoxLayout(self._foot), self.sure, 1, self._filtering, margins=0)
        self.body.addWidget(self._foot)
        self.body.addStretch(0)
        self._connect()
        self._apply_changes()

    def _connect(self) -> None:
        session = self._session
        self._order.chosen.connect(self._on_arranged)
        self.filters.changed.connect(self._on_narrowed)
        self.filters.left.connect(self._take_keyboard)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.accepting.connect(self._accept)
        self.list.rejecting.connect(self._reject)
        self.list.leaving.connect(self.left)
        self.list.customContextMenuRequested.connect(self._on_menu)
        for signal in (session.document_opened, session.project_closed):
            signal.connect(self._on_other_rows)
        session.suggestions_changed.connect(self._on_suggested)
        session.settled.connect(self._on_settled)

    @property
    def is_empty(self) -> bool:
        """Whether there are no suggestions, so that only the heading is shown."""
        return not self.list.isVisibleTo(self)

    @Slot(bool)
    def await_more(self, awaited: bool) -> None:  # noqa: FBT001 - what is so
        """Set whether more suggestions for the article are still to come."""
        self.awaits = awaited
        self._say_count()

    def leave_filter(self) -> None:
        """Hide and reset the filter."""
        self._filtering.setChecked(False)

    def set_active(self, id_: str | None) -> None:
        """Select the row with this id without emitting `activated`; any other id selects none."""
        self._active = id_
        self._later.ask()

    def _apply_changes(self) -> None:
        """Apply pending changes to the list, and select the active row."""
        opened = self._session.opened
        bar, before = self.list.verticalScrollBar(), self._current()
        seen = self.list.viewport().rect().intersects(self.list.visualRect(self.list.currentIndex()))
        document = opened.document.id if opened is not None else ""
        there = bar.value() if document == self._document else 0
        self._document, self._following = document, True
        if self._changes is None or opened is None or not self.model.apply_changes(self._changes, opened.document.id):
            self._show_all()
            self.list.executeDelayedItemsLayout()
            bar.setValue(there)
        self._changes = []
        self._select()
        if before is not None and before.id == self._active and not seen:  # the user had scrolled away from it
            bar.setValue(there)
        self._following = False
        self._say_count()

    def _show_all(self) -> None:
        opened, project = self._session.opened, self._session.project
        self.sure.setEnabled(opened is not None and self._session.writable)
        self.sure.allow("not gold", opened is None or opened.annotator != GOLD)  # answers are not sure or unsure
        self._held.setVisible(project is not None and source_choices.loads(project.read.setting(SOURCES)).holds_back)
        self.model.arrange(self.filters.wanted, by_doubt=self._order.value is True)
        if opened is None or project is None:
            self.model.show_all((), "", None)
        else:
            self.filters.offer(project.schema, {suggestion.source for suggestion in opened.suggestions})
            self.model.show_all(opened.suggestions, opened.document.text, project.schema)

    def _select(self) -> None:
        opened = self._session.opened
        suggestion = opened.suggestion(self._active) if opened is not None else None
        row = self.model.row_of(suggestion) if suggestion is not None else None
        if row is None and self.list.currentIndex().isValid():
            self.list.selectionModel().clear()
        elif row is not None:
            index = self.model.index(row)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            # keep the following row visible, too
            self.list.scrollTo(self.model.index(min(row + 1, self.model.rowCount() - 1)))
            self.list.scrollTo(index)

    @Slot()
    def _on_other_rows(self) -> None:
        self._changes = None
        self._later.ask()

    @Slot()
    def _on_arranged(self) -> None:
        """Show the list from the top, because filter or order changed."""
        self.list.verticalScrollBar().setValue(0)
        self._on_other_rows()

    @Slot()
    def _on_narrowed(self) -> None:
        self._filtering.setChecked(self._filtering.isChecked() or not self.filters.wanted.everything)
        self._on_arranged()
        self.narrowed.emit(self.filters.wanted)

    @Slot(bool)
    def _on_filtering(self, shown: bool) -> None:  # noqa: FBT001
        """Show the filters, or hide and reset them."""
        self._show_filters(shown)
        if shown:
            self.filters.take_keyboard()
        else:
            self.filters.clear()

    @Slot()
    def _take_keyboard(self) -> None:
        self._later.catch_up()
        self.list.setFocus()
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        opened = self._session.opened
        here = [edit for edit in edits if opened is not None and opened.document.id in edit.document_ids]
        if here:
            if self._changes is not None:
                self._changes.extend(change for edit in here for change in edit.changes)
            self._later.ask()

    @Slot(str)
    def _on_suggested(self, document: str) -> None:
        if self._session.opened is not None and self._session.opened.document.id == document:
            self._on_other_rows()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        suggestion = self.model.suggestion(current.row()) if current.isValid() else None
        if suggestion is not None and not self._following:
            self._active = suggestion.id
            self.activated.emit(suggestion.id)

    @Slot(QPoint)
    def _on_menu(self, place: QPoint) -> None:
        if not self.list.indexAt(place).isValid() or not self._session.writable:
            return
        menu = QMenu(self)
        OwnKeys(menu)
        menu.setObjectName("suggestionMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Accept"), self._accept)
        menu.addAction(self.tr("Reject"), self._reject)
        menu.popup(self.list.viewport().mapToGlobal(place))

    @Slot()
    def _accept(self) -> None:
        self._settle(self._decisions.accept)

    @Slot()
    def _reject(self) -> None:
        self._settle(self._decisions.reject)

    def _settle(self, deciding: Callable[[Iterable[str]], bool]) -> None:
        self._later.catch_up()
        suggestion = self._current()
        if suggestion is None or not self._session.writable:
            return
        row = self.model.row_of(suggestion)
        settled = deciding([suggestion.id])
        self._later.catch_up()
        if settled and row is not None and self.model.rowCount():
            index = self.model.index(min(row, self.model.rowCount() - 1))
            self.list.selectionModel().clear()
            self.list.setCurrentIndex(index)

    def _current(self) -> Suggestion | None:
        index = self.list.currentIndex()
        return self.model.suggestion(index.row()) if index.isValid() else None

    def _say_count(self) -> None:
        opened = self._session.opened
        shown, every = self.model.rowCount(), len(opened.suggestions) if opened is not None else 0
        short = None  # where the full words would cut the heading
        if shown < every:
            count = {"shown": i18n.number(shown), "count": i18n.number(every)}
            words = self.tr("{shown} of {count} open").format(**count)
            short = self.tr("{shown} of {count}").format(**count)
        else:
            none = self.tr("still coming") if self.awaits else self.tr("none open")
            words = self.tr("{count} open").format(count=i18n.number(every)) if every else none
            short = i18n.number(every) if every >= _MANY else None
        self._count.setText(short or words)
        self._count.setAccessibleName(words)
        by_others = self._elsewhere.explain(opened)
        told = " · ".join(filter(None, (words if short else "", by_others)))
        self._count.setToolTip(tooltip(told) if told else "")
        self._foreign.setVisible(opened is not None and opened.document.language == OTHER and not every)
        self._show_rows(every > 0)

    def _show_rows(self, there: bool) -> None:  # noqa: FBT001 - what is so
        """Show the list if there are rows; else show only the heading, and return the focus to the article."""
        if there != self.is_empty:
            return
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.left.emit()
        for part in (self.list, self._foot, self._order):
            part.setVisible(there)
        self._show_filters(there and self._filtering.isChecked())
        self.emptied.emit(not there)

    def _show_filters(self, shown: bool) -> None:  # noqa: FBT001 - what is so
        self.filters.setVisible(shown)
        self.filtered.emit(self.minimumSizeHint().height() if shown else 0)


def _along(session: Session, decisions: Decisions, suggestion: Suggestion) -> str:
    opened = session.opened
    return along_words(names_along(decisions, suggestion), opened.document.text) if opened is not None else ""

"""The head of the search page: the query, the choice of labels, and saved queries."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QMessageBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.jobs.searching.sentence_search import LONGEST as LONGEST_SAYING
from annotator.model.query import LONGEST, Query, saved_from, saved_to
from annotator.model.schema import Label, Schema, words
from annotator.system.errors import AnnotatorError
from ui.base.i18n import translate, ui_language
from ui.base.look.look import ICON, label_icon
from ui.base.look.plain_text import one_line, tooltip
from ui.base.look.sizes import APART
from ui.base.saving import Unsaved, question_box, typed_again
from ui.base.settings import MISSING, ProjectRows
from ui.base.widgets.buttons import input_dialog, name_buttons
from ui.base.widgets.inputs import clearable, fill, named
from ui.base.window_keys import OwnKeys, WindowKeys
from ui.bridge.session import Session
from ui.filtering.filter_words import query_words
from ui.filtering.filters import FilterBar
from ui.occurrences.drawer_page import put_below

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class QueryLine(QLineEdit):
    """The query field. Return searches again, Down goes to the list, Escape closes the page and keeps the text."""

    returned = Signal()
    down = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        WindowKeys(self)
        named(self, "searchWords", self.tr("Words to find in titles and texts"))
        clearable(self)
        self.show_mode(meaning=False)

    def show_mode(self, *, meaning: bool) -> None:
        """Show hints for a search by meaning, or for a search by words."""
        if meaning:
            self.setMaxLength(LONGEST_SAYING)
            self.setPlaceholderText(self.tr("Find sentences that say this, in German or English"))
            self.setToolTip(
                tooltip(self.tr("Finds sentences that say the same in other words, also in the other language."))
            )
            return
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(self.tr("Find in all articles: words, or “words together”"))
        words = self.tr(
            "Finds texts with all these words; words in “quotation marks” must be side by side. The last word"
            " may be incomplete. Case and accents do not matter."
        )
        keys = self.tr("Return shows the best articles first, Down goes to the list, Esc back to the article.")
        self.setToolTip(tooltip(f"{words}\n{keys}"))

    def show_words(self, words: str) -> None:
        """Set the text without emitting a signal."""
        with QSignalBlocker(self):
            self.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _ENTER:
            self.returned.emit()
        elif key == Qt.Key.Key_Down:
            self.down.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class LabelChoice(QComboBox):
    """A choice of one of a layer's labels, none at first. A label's key selects it, too."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[Label] = []
        named(self, "searchLabel", self.tr("Label for all results"))
        self.setPlaceholderText(self.tr("Label…"))
        self.setIconSize(QSize(ICON, ICON))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentIndexChanged.connect(self.changed)

    @property
    def value(self) -> str | None:
        """The id of the selected label, or None."""
        return self._labels[self.currentIndex()].id if 0 <= self.currentIndex() < len(self._labels) else None

    def offer(self, schema: Schema, layer: str) -> None:
        """Offer the labels of a layer; the selection stays if it is still among them."""
        labels = [label for label in schema.labels if label.layer == layer and label.active]
        if labels == self._labels:
            return
        before = self.value
        with QSignalBlocker(self):
            self._labels = labels
            self.clear()
            for label in labels:
                name = words(label.name, ui_language()) or label.id
                self.addItem(label_icon(label, self.palette()), f"{name}  {(label.key or '').upper()}".rstrip())
            self.setCurrentIndex(next((at for at, label in enumerate(labels) if label.id == before), -1))
        self.setEnabled(bool(labels))

    def press(self, key: str) -> bool:
        """Select the label that has this key; return False if none has it."""
        found = next((at for at, label in enumerate(self._labels) if key and label.key == key.lower()), None)
        if found is None:
            return False
        self.setCurrentIndex(found)
        return True


_SETTING = "searches"
_SAVED = ProjectRows("searches.json", private=True)  # the searches of each project, to offer them in others
_TYPED = ProjectRows("search_names.json", private=True)
_MOST_OTHERS = 20  # searches of other projects in the menu
_LONGEST = 60  # characters of a saved search's name


class SavedSearches(QToolButton):
    """A button with a menu of saved searches that can also save the current one.

    A search belongs to its project, so that it goes with the file. Other projects on this computer offer it, too.
    """

    chosen = Signal(object)  # a Query
    wanted = Signal()  # save the current query
    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        named(self, "searchSaved", self.tr("Saved searches"), role="chip")
        self.setText(self.tr("Saved"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.offer)

    @property
    def searches(self) -> dict[str, Query]:
        """The saved searches by name."""
        return saved_from(self._session.required().read.setting(_SETTING) or "")

    @Slot()
    def offer(self) -> None:
        """Open the menu."""
        menu = QMenu(self)
        OwnKeys(menu)
        menu.setObjectName("searchSavedMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        searches = self.searches
        for name, query in searches.items():
            menu.addAction(_title(name), partial(self.chosen.emit, query))
        self._offer_others(menu, searches)
        if menu.actions():
            menu.addSeparator()
        keep = menu.addAction(self.tr("&Save This Search…"), self.wanted.emit)
        keep.setEnabled(self._session.writable)
        for title, change in ((self.tr("&Rename"), self.rename), (self.tr("&Delete"), self.forget)):
            below = menu.addMenu(title)
            below.setEnabled(bool(searches) and self._session.writable)
            for name in searches:
                below.addAction(_title(name), partial(change, name))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _offer_others(self, menu: QMenu, own: Mapping[str, Query]) -> None:
        """Add a submenu of the searches that other projects have and that fit this one, the newest project first."""
        project = self._session.required()
        self._remember(own)
        found: dict[Path, dict[str, Query]] = {}
        for path, row in reversed(_SAVED.read().items()):
            searches = saved_from(str(next(iter(row), ""))).items() if path != str(project.path) else ()
            able = {name: q for name, q in searches if q not in own.values() and _fits(q, project.schema)}
            found |= {Path(path): able} if able else {}
        others: dict[Query, str] = {}  # titles
        for file in MISSING.left_out([*found]):
            for name, query in found[file].items():
                others.setdefault(query, f"{_title(name)} ({_title(file.stem)})")
        if others:
            below = menu.addMenu(self.tr("From &Other Projects"))
            for query, title in list(others.items())[:_MOST_OTHERS]:
                below.addAction(title, partial(self.chosen.emit, query))

    def _remember(self, searches: Mapping[str, Query]) -> None:
        path, row = self._session.required().path, [saved_to(searches)] if searches else None
        if row != _SAVED.row(path):
            _SAVED.put(path, row)

    def save(self, query: Query) -> None:
        """Ask for a name and save a search."""
        name = query_words(query, self._session.required().schema)[:_LONGEST]
        self._ask_name("saveSearchDialog", self.tr("Save Search"), name, partial(self.keep, query))

    def rename(self, name: str) -> None:
        """Ask for another name of a search."""
        renames = partial(self.keep, self.searches[name], old=name)
        self._ask_name("renameSearchDialog", self.tr("Rename Search"), name, renames)

    def keep(self, query: Query, name: str, *, old: str = "") -> None:
        """Save a search, which was called ``old``; if another one has the name, ask whether to replace it."""
        name, searches = name.strip()[:_LONGEST], self._without(old)
        replaces = partial(self._write, {**searches, name: query})
        if searches.get(name, query) != query:
            words = self.tr("A search named “{name}” is saved already.").format(name=name)
            question = question_box(self.window(), "replaceSearchQuestion", self.tr("Save Search"), words)
            question.addButton(QMessageBox.StandardButton.Cancel)
            question.addButton(self.tr("Replace"), QMessageBox.ButtonRole.AcceptRole).clicked.connect(replaces)
            question.open()
            name_buttons(question)
        elif name:
            replaces()

    def forget(self, name: str) -> None:
        """Delete a search."""
        self._write(self._without(name))

    def _without(self, name: str) -> dict[str, Query]:
        return {known: query for known, query in self.searches.items() if known != name}

    def _ask_name(self, dialog_name: str, title: str, name: str, then: Callable[[str], object]) -> None:
        asked = self.tr("Name of the search:")
        unsaved = Unsaved(_TYPED, self._session.required().path, dialog_name, name)
        typed = unsaved.restored(1)
        dialog = input_dialog(self.window(), dialog_name, title, f"{typed_again()}\n{asked}" if typed else asked)
        dialog.setTextValue("".join(typed) or name)
        keep = partial(unsaved.keep)  # a connected method alone would not keep its object alive (seen with 6.11)
        dialog.textValueChanged.connect(keep)
        dialog.textValueSelected.connect(then)
        for ended in (dialog.accepted, dialog.rejected):
            ended.connect(keep)
        dialog.open()
        name_buttons(dialog)

    def _write(self, searches: dict[str, Query]) -> None:
        try:
            self._session.required().keep(_SETTING, saved_to(searches))
            self._remember(searches)
        except AnnotatorError as error:
            self.failed.emit(error)


def _title(name: str) -> str:
    """Return a name from a file as the text of a menu's line."""
    return one_line(name, _LONGEST).replace("&", "&&")


def _fits(query: Query, schema: Schema) -> bool:
    """Return whether a schema has the labels and fields that a search is about."""
    labels = [(query.layer or "", query.label)] if query.label is not None else []
    labels += [query.beside] if query.beside is not None else []
    asked = {pair[0] for pair in (query.attribute, query.article_label) if pair is not None}
    return all(schema.label(*each) for each in labels) and asked <= {field.id for field in schema.fields}


class SearchHead(QWidget):
    """The query field, the filters and the saved searches; choosing a saved search replaces the query."""

    changed = Signal()
    saved_chosen = Signal()
    failed = Signal(object)  # an AnnotatorError

    def __init__(self, session: Session, close: QWidget) -> None:
        super().__init__()
        self.line = QueryLine()
        self.filters = FilterBar(session, "search")
        self.saved = SavedSearches(session)
        self.meaning = _meaning_button()
        self._first, self._chips, self._close = QGridLayout(), QWidget(), close
        chips = (self.meaning, self.filters.button, self.saved)
        fill(QHBoxLayout(self._chips), *chips, 1, margins=0, spacing=APART)
        for column, part in enumerate((self.line, self._chips, close)):
            self._first.addWidget(part, 0, column)
        self._first.setColumnStretch(0, 1)
        self._first.setHorizontalSpacing(APART)
        self._first.setVerticalSpacing(6)
        fill(QVBoxLayout(self), self._first, self.filters, margins=(12, 6, 8, 6), spacing=6)
        self.line.textChanged.connect(self.changed)
        self.meaning.toggled.connect(self._on_meaning)
        self.filters.changed.connect(self.changed)
        self.saved.chosen.connect(self._on_chosen)
        self.saved.wanted.connect(self._on_wanted)
        self.saved.failed.connect(self.failed)

    @property
    def query(self) -> Query:
        """The query from the field and the filters."""
        words = self.line.text().strip() and self.line.text()
        return replace(self.filters.ask_for(words), meaning=bool(words) and self.meaning.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the buttons to a separate row if they would leave too little of the query."""
        super().resizeEvent(event)
        needed = self.line.sizeHint().width() + self._chips.sizeHint().width() + self._close.sizeHint().width()
        put_below(self._first, self._chips, 1, below=event.size().width() < needed + 4 * APART)

    def show_query(self, query: Query) -> None:
        """Show a query without emitting `changed`."""
        with QSignalBlocker(self.meaning):
            self.meaning.setChecked(query.meaning)
        self.line.show_mode(meaning=query.meaning)
        self.line.show_words(query.words)
        self.filters.show_query(query.without("words", "meaning"))

    @Slot(bool)
    def _on_meaning(self, meaning: bool) -> None:  # noqa: FBT001
        self.line.show_mode(meaning=meaning)
        self.changed.emit()

    @Slot(object)
    def _on_chosen(self, query: Query) -> None:
        self.show_query(query)
        self.saved_chosen.emit()

    @Slot()
    def _on_wanted(self) -> None:
        self.saved.save(self.query)


def _meaning_button() -> QToolButton:
    made = named(QToolButton(), "searchMeaning", translate("SearchHead", "By meaning"), role="chip")
    made.setText(made.accessibleName())
    made.setToolTip(tooltip(translate("SearchHead", "Find sentences that say the same, in German or English")))
    made.setCheckable(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made

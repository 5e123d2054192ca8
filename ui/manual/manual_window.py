"""Help → Manual: the chapters, a search in all of them, and the text."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.actions.actions import ActionSpec
from ui.base.i18n import ui_language
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain, tooltip
from ui.base.widgets.buttons import dialog_button
from ui.base.widgets.inputs import clearable, fill, named
from ui.base.words.counted import counted
from ui.manual import chapters as pages
from ui.manual.finding import FoundSection, Index
from ui.manual.hit_rows import HitRows
from ui.manual.manual_text import ManualText
from ui.manual.markup import ActionWords, shown

_LEFT = 312
_DIGIT = "\N{FIGURE SPACE}"  # as wide as a digit
_PAUSE = 120  # milliseconds between the last letter and the search
_HIT = Qt.ItemDataRole.UserRole


class SearchField(QLineEdit):
    """The search field: Return goes to the next hit, Shift+Return to the previous one, Down into the list."""

    stepped = Signal(int)
    list_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Trail:
    """The history of places: chapters that were read, and how far each was scrolled."""

    def __init__(self) -> None:
        self.past: list[tuple[str, int]] = []
        self.future: list[tuple[str, int]] = []  # left by going back

    def leave(self, place: tuple[str, int]) -> None:
        """Record the place that the reader leaves by opening a new one."""
        self.past.append(place)
        self.future.clear()

    def back(self, here: tuple[str, int]) -> tuple[str, int]:
        """Go back: return the place before ``here``."""
        self.future.append(here)
        return self.past.pop()

    def forward(self, here: tuple[str, int]) -> tuple[str, int]:
        """Go forward: return the place that was left by going back."""
        self.past.append(here)
        return self.future.pop()


class ManualWindow(QDialog):
    """The manual in the window's language, in a window that can stay open beside the article."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manualWindow")
        self.setWindowTitle(self.tr("Manual"))
        self.setSizeGripEnabled(True)
        self._known = ActionWords(specs)
        self._chapters = pages.chapters(ui_language())
        self._index: Index | None = None
        self._trail = Trail()
        self._chapter = ""
        self._left = QWidget(self)
        self.search = named(SearchField(self._left), "manualSearch", self.tr("Search the manual"))
        clearable(self.search)
        self.search.setPlaceholderText(self.tr("Search the manual"))
        self.count = plain("", "muted", name="manualCount")
        self.lists = QStackedWidget(self._left)
        self.list = _narrow_list("manualChapters", self.tr("Chapters"), self.lists)
        for place, chapter in enumerate(self._chapters, 1):
            self.list.addItem(f"{place:{_DIGIT}>2}  {chapter.title}")
        self.hits = _narrow_list("manualHits", self.tr("Places found"), self.lists)
        self.hits.setItemDelegate(HitRows(self.hits))
        self.lists.addWidget(self.list)
        self.lists.addWidget(self.hits)
        self.text = named(ManualText(self), "manualText", self.tr("Text of the manual"))
        self.back = self._step_button("manualBack", "←", self.tr("Back"), QKeySequence.StandardKey.Back)
        self.forward = self._step_button("manualForward", "→", self.tr("Forward"), QKeySequence.StandardKey.Forward)
        self.title = plain("", "title", name="manualTitle", wraps=True)
        self._typing = QTimer(self, interval=_PAUSE, singleShot=True)
        self._lay_out()
        self._connect()
        resize_within_screen(self, 1040, 720)
        self.search.setFocus()

    @property
    def chapter(self) -> str:
        """The id of the current chapter."""
        return self._chapter

    def open_chapter(self, chapter: str) -> None:
        """Show a chapter from its beginning, and record in the history where the reader was."""
        if chapter != self._chapter and self._chapter:
            self._trail.leave(self._here())
        self._show(chapter)
        self.text.verticalScrollBar().setValue(0)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return  # QDialog would press its default button
        super().keyPressEvent(event)

    # Inside

    def _step_button(self, name: str, sign: str, spoken: str, key: QKeySequence.StandardKey) -> QPushButton:
        button = dialog_button(name, sign)
        button.setProperty("role", "chip")
        button.setAccessibleName(spoken)
        keys = QKeySequence.keyBindings(key)
        written = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        button.setToolTip(tooltip(f"{spoken} ({written})" if written else spoken))
        button.setEnabled(False)
        shortcut = QShortcut(self)
        shortcut.setKeys(key)
        shortcut.activated.connect(button.click)
        return button

    def _lay_out(self) -> None:
        self._left.setFixedWidth(_LEFT)
        fill(QVBoxLayout(self._left), self.search, self.count, (self.lists, 1), margins=12, spacing=8)
        bar = fill(QHBoxLayout(), self.back, self.forward, (self.title, 1), margins=12, spacing=6)
        right = fill(QVBoxLayout(), bar, (self.text, 1), margins=0, spacing=0)
        fill(QHBoxLayout(self), self._left, (right, 1), margins=0, spacing=0)
        self.count.hide()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_chapter)
        self.hits.currentRowChanged.connect(self._on_hit)
        self.text.chapter_wanted.connect(self._on_link)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_forward)
        self.search.textChanged.connect(self._typing.start)
        self.search.stepped.connect(self._on_step)
        self.search.list_wanted.connect(self._enter_list)
        self._typing.timeout.connect(self._find)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._focus_search)

    @Slot()
    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def _enter_list(self) -> None:
        self._finish_typing()
        (self.hits if self.lists.currentWidget() is self.hits else self.list).setFocus()

    @Slot(int)
    def _on_chapter(self, row: int) -> None:
        if 0 <= row < len(self._chapters):
            self.open_chapter(self._chapters[row].id)

    @Slot(str)
    def _on_link(self, file_name: str) -> None:
        wanted = pages.chapter_id(file_name)
        if any(chapter.id == wanted for chapter in self._chapters):
            self.open_chapter(wanted)

    @Slot()
    def _go_back(self) -> None:
        self._return_to(self._trail.back(self._here()))

    @Slot()
    def _go_forward(self) -> None:
        self._return_to(self._trail.forward(self._here()))

    def _return_to(self, place: tuple[str, int]) -> None:
        chapter, scrolled = place
        self._show(chapter)
        self.text.verticalScrollBar().setValue(scrolled)

    def _here(self) -> tuple[str, int]:
        return self._chapter, self.text.verticalScrollBar().value()

    def _show(self, chapter: str) -> None:
        """Show a chapter (an unknown id means the first) and select it in the list. The current one is not reloaded."""
        row = next((row for row, each in enumerate(self._chapters) if each.id == chapter), 0)
        found = self._chapters[row]
        if found.id != self._chapter:
            self._chapter = found.id
            self.text.show_text(shown(found.text, self._known), pages.FOLDER / ui_language())
            self.title.setText(found.title)
            with QSignalBlocker(self.list):
                self.list.setCurrentRow(row)
        self.back.setEnabled(bool(self._trail.past))
        self.forward.setEnabled(bool(self._trail.future))

    # Searching

    @Slot()
    def _find(self) -> None:
        typed = self.search.text().strip()
        self.lists.setCurrentWidget(self.hits if typed else self.list)
        self.count.setVisible(bool(typed))
        with QSignalBlocker(self.hits):
            self.hits.clear()
        if not typed:
            self.text.show_words("")
            return
        if self._index is None:
            self._index = Index(self._chapters, self._known)
        found = self._index.find(typed)
        words = counted(len(found), self.tr("One place"), self.tr("{count} places"))
        self.count.setText(words if found else self.tr("Nothing found"))
        for hit in found:
            self.hits.addItem(self._row(hit))
        self.hits.setCurrentRow(0 if found else -1)

    def _row(self, hit: FoundSection) -> QListWidgetItem:
        row = QListWidgetItem(f"{hit.heading}\n{hit.extract}".strip())
        row.setData(_HIT, hit)
        return row

    @Slot(int)
    def _on_hit(self, row: int) -> None:
        if row < 0:
            return
        hit = self.hits.item(row).data(_HIT)
        chapter, section = hit[0], hit[1]
        if chapter != self._chapter:
            self._trail.leave(self._here())
        self._show(chapter)
        self.text.show_words(self.search.text(), section)

    @Slot(int)
    def _on_step(self, by: int) -> None:
        if self._finish_typing():
            return
        if self.hits.count():
            self.hits.setCurrentRow((self.hits.currentRow() + by) % self.hits.count())

    def _finish_typing(self) -> bool:
        """Run a search that still waits for a pause in typing; return whether there was one."""
        waiting = self._typing.isActive()
        if waiting:
            self._typing.stop()
            self._find()
        return waiting


def _narrow_list(name: str, spoken: str, parent: QWidget) -> QListWidget:
    made = named(QListWidget(parent), name, spoken)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    font = made.font()
    font.setFeature(QFont.Tag("tnum"), 1)  # digits of one width, so that the titles after them are aligned
    made.setFont(font)
    return made

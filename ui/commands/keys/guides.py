"""The guidelines of the current label: the label of the active row, or the one selected in the picker."""

from functools import cached_property

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.model.schema import Label, words
from annotator.model.values import Span, Suggestion
from ui.article.screen_place import place_of
from ui.article.view import ArticleView
from ui.base.i18n import ui_language
from ui.base.look.plain_text import plain
from ui.base.widgets.buttons import close_button
from ui.base.widgets.chips import LabelChip
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.scrolled import scrolled
from ui.bridge.session import Session, leads
from ui.choosing.picker import LabelPicker, put_beside
from ui.deciding import refusals
from ui.deciding.aim import Aim

_POPUP_WIDTH, _HEIGHT = 380, 420
_POPUP_GAP = 8


class GuidePopup(QFrame):
    """A popup with the guidelines of one label; Escape closes it from anywhere in its window."""

    edit_wanted = Signal(str, str)  # layer, label
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "guidePopup", role="popup")
        self.setAccessibleName(self.tr("Guidelines"))
        self.label: Label | None = None
        self._head = QHBoxLayout()
        self._inside = QWidget()
        self._chip: LabelChip | None = None
        self.help = _text("guideHelp")
        self.guidelines = _text("guideText")
        self._caption = plain(self.tr("Examples"), "muted")
        self.examples = _text("guideExamples")
        italic = QFont(self.examples.font())
        italic.setItalic(True)
        self.examples.setFont(italic)
        self.edit = named(QPushButton(self.tr("Edit…")), "guideEdit", role="link")
        self.edit.clicked.connect(self._on_edit)
        close = close_button("guideClose", self.tr("Close the guidelines"), self.leave)
        for button in (self.edit, close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), parent, self.leave)
        self._escape.setEnabled(False)
        self._lay_out(close)
        self.hide()

    def show_label(self, label: Label, place: QRect) -> None:
        """Show a label's help, guidelines and examples beside a place of the window."""
        self.label = label
        if self._chip is not None:
            self._chip.hide()
            self._chip.deleteLater()
        self._chip = LabelChip(label)
        self._chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head.insertWidget(0, self._chip)
        language = ui_language()
        said, cases = words(label.guidelines, language), label.examples.get(language) or _any(label)
        self.help.setText(words(label.help, language))
        self.help.setVisible(bool(self.help.text()))
        self.guidelines.setText(said or self.tr("This label has no guidelines yet."))
        self.guidelines.setProperty("role", "" if said else "muted")
        self.examples.setText("\n".join(cases))
        for widget in (self._caption, self.examples):
            widget.setVisible(bool(cases))
        self.setAccessibleDescription("\n".join((self.help.text(), self.guidelines.text(), self.examples.text())))
        self._fit(place)
        self.show()
        self.raise_()
        self._escape.setEnabled(True)

    @Slot()
    def leave(self) -> None:
        """Close the popup."""
        if self.isVisible():
            self.hide()
            self._escape.setEnabled(False)
            self.closed.emit()

    def _fit(self, place: QRect) -> None:
        room = self.window().size()
        width = min(_POPUP_WIDTH, room.width() - 2 * _POPUP_GAP)
        inside = self._inside.layout()
        height = inside.heightForWidth(width - 2 * _POPUP_GAP - 16) if inside is not None else _HEIGHT
        wanted = height + self._head.sizeHint().height() + 4 * _POPUP_GAP
        self.resize(width, min(wanted, _HEIGHT, room.height() - 2 * _POPUP_GAP))
        put_beside(self, place)

    def _lay_out(self, close: QPushButton) -> None:
        self._head.setSpacing(8)
        self._head.addStretch(1)
        self._head.addWidget(self.edit)
        self._head.addWidget(close)
        fill(
            QVBoxLayout(self._inside), self.help, self.guidelines, self._caption, self.examples, 1, margins=0, spacing=8
        )
        area = scrolled(self._inside, "guidePage", "")
        fill(QVBoxLayout(self), self._head, (area, 1), margins=(12, 8, 8, 12), spacing=8)

    @Slot()
    def _on_edit(self) -> None:
        if self.label is not None:
            self.leave()
            self.edit_wanted.emit(self.label.layer, self.label.id)


def _any(label: Label) -> tuple[str, ...]:
    return next((cases for cases in label.examples.values() if cases), ())


def _text(name: str) -> QLabel:
    label = plain(name=name, wraps=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label


_GAP = 6
_WIDTH = 404  # pixels for the popup in a corner of the article
KEY = "Shift+F1"


class Guides(QObject):
    """Opens and closes the popup with guidelines. While open, it shows the label of the active row or of the picker."""

    edit_wanted = Signal(str, str)  # layer, label

    def __init__(self, session: Session, aim: Aim, picker: LabelPicker, view: ArticleView, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._aim = aim
        self._picker = picker
        self._view = view
        self._window = window
        self._is_made = False
        key = QShortcut(QKeySequence(KEY), picker, self._on_picker)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        session.painted.connect(self.follow)
        picker.list.selectionModel().currentChanged.connect(self.follow)
        for over in (session.document_opened, picker.closed):
            over.connect(self.close_guide)

    @cached_property
    def popup(self) -> "GuidePopup":
        """The popup with guidelines, built on first use."""
        made = GuidePopup(self._window)
        made.edit_wanted.connect(self.edit_wanted)
        self._is_made = True
        return made

    @property
    def is_open(self) -> bool:
        """Whether guidelines are shown."""
        return self._is_made and self.popup.isVisible()

    def turn(self) -> None:
        """Show the guidelines of the active row's label, or close them if they are open."""
        if self.is_open:
            self.close_guide()
        elif not self._show():
            self._aim.told.emit(refusals.no_label(None), False)

    @Slot()
    def follow(self) -> None:
        """Show the current label if the popup is open."""
        if self.is_open:
            self._show()

    @Slot()
    def close_guide(self) -> None:
        """Close the popup."""
        if self.is_open:
            self.popup.leave()

    @Slot()
    def _on_picker(self) -> None:
        if self.is_open:
            self.close_guide()
        else:
            self._show()

    def _show(self) -> bool:
        project, wanted = self._session.project, self._wanted()
        label = project.schema.label(*wanted) if project is not None and wanted is not None else None
        if label is None:
            return False
        self.popup.edit.setVisible(leads(self._session))
        self.popup.show_label(label, self._place())
        return True

    def _wanted(self) -> tuple[str, str] | None:
        if self._picker.isVisible():
            chosen = self._picker.current()
            layer, _, label = chosen.id.partition(" ") if chosen is not None else ("", "", "")
            return layer, label
        row = self._aim.row()
        return (row.layer, row.label) if row is not None else None

    def _place(self) -> QRect:
        """Return the place for the popup: beside the picker if that is open, else in a corner of the article."""
        if self._picker.isVisible():
            beside = self._picker.geometry()
            return QRect(beside.right() + _GAP, beside.top() - 2 * _GAP, 1, 1)
        return self._corner(self._aim.row())

    def _corner(self, row: Span | Suggestion | None) -> QRect:
        """Return the article's right corner, upper or lower, that is farther from a row."""
        view = self._view
        found = place_of(view, row.start, row.end) if row is not None else QRect()
        above = view.mapFromGlobal(found.topLeft()).y() < view.height() // 2
        corner = view.mapTo(self._window, QPoint(view.width(), view.height() if above else 0))
        return QRect(corner.x() - _WIDTH, corner.y(), 1, 1)

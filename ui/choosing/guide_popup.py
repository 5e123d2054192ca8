"""The guidelines of a label, in a corner of the article; it takes no keyboard focus."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from annotator.model.schema import Label, words
from ui.base.i18n import ui_language
from ui.base.look.plain_text import plain
from ui.base.widgets.chips import LabelChip
from ui.choosing.picker import put_beside

_WIDTH, _HEIGHT = 380, 420
_GAP = 8


class GuidePopup(QFrame):
    """Popup for one label; Escape closes it wherever the focus is in its window."""

    edit_wanted = Signal(str, str)  # layer, label
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guidePopup")
        self.setProperty("role", "popup")
        self.setAccessibleName(self.tr("Guidelines"))
        self.label: Label | None = None
        self._head = QHBoxLayout()
        self._chip: LabelChip | None = None
        self.help = _text("guideHelp")
        self.guidelines = _text("guideText")
        self._caption = plain(self.tr("Examples"), "muted")
        self.examples = _text("guideExamples")
        italic = QFont(self.examples.font())
        italic.setItalic(True)
        self.examples.setFont(italic)
        self.edit = self._button("guideEdit", self.tr("Edit…"), "link")
        self.edit.clicked.connect(self._on_edit)
        close = self._button("guideClose", "✕", "tab")
        close.setAccessibleName(self.tr("Close the guidelines"))
        close.clicked.connect(self.leave)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), parent, self.leave)
        self._escape.setEnabled(False)
        self._lay_out(close)
        self.hide()

    def show_label(self, label: Label, place: QRect) -> None:
        """Show help, guidelines and examples of a label beside a place of the window."""
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
        width = min(_WIDTH, room.width() - 2 * _GAP)
        inside = self._inside.layout()
        height = inside.heightForWidth(width - 2 * _GAP - 16) if inside is not None else _HEIGHT
        wanted = height + self._head.sizeHint().height() + 4 * _GAP
        self.resize(width, min(wanted, _HEIGHT, room.height() - 2 * _GAP))
        put_beside(self, place)

    def _lay_out(self, close: QPushButton) -> None:
        self._head.setSpacing(8)
        self._head.addStretch(1)
        self._head.addWidget(self.edit)
        self._head.addWidget(close)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for widget in (self.help, self.guidelines, self._caption, self.examples):
            inside.addWidget(widget)
        inside.addStretch(1)
        area = QScrollArea()
        area.setObjectName("guidePage")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 12)
        layout.setSpacing(8)
        layout.addLayout(self._head)
        layout.addWidget(area, 1)

    def _button(self, name: str, words_: str, role: str) -> QPushButton:
        button = QPushButton(words_)
        button.setObjectName(name)
        button.setProperty("role", role)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    @Slot()
    def _on_edit(self) -> None:
        if self.label is not None:
            self.leave()
            self.edit_wanted.emit(self.label.layer, self.label.id)


def _any(label: Label) -> tuple[str, ...]:
    return next((cases for cases in label.examples.values() if cases), ())


def _text(name: str) -> QLabel:
    label = plain()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return label

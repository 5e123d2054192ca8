"""The dialog for the prompts of a language model, with a preview of the whole text that is sent."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from annotator.model.schema import Schema
from annotator.suggest.llm.prompts import LABELS, REVIEW, SUGGEST, Prompts, to_review, to_suggest
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import plain
from ui.base.saving import Unsaved, typed_again
from ui.base.settings import ProjectRows
from ui.base.widgets.buttons import dialog_button, name_buttons
from ui.base.widgets.dialog_parts import button_box
from ui.base.widgets.inputs import fill, named
from ui.base.widgets.tabs import Tabs

_WIDTH, _HEIGHT = 760, 640
_TYPED = ProjectRows("prompts.json", private=True)


class PromptDialog(QDialog):
    """Two prompts to edit, for suggestions and for doubts, each above a preview of the whole text that is sent."""

    chosen = Signal(object)  # the edited Prompts

    def __init__(
        self, prompts: Prompts, schema: Schema, language: str, project: Path, parent: QWidget | None = None
    ) -> None:
        """Build the dialog; what was typed in it is kept for ``project`` until it is closed."""
        super().__init__(parent)
        self.setObjectName("promptDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What the Model Is Told"))
        self._schema = schema
        self._language = language
        before = prompts.to_suggest, prompts.to_review
        self._before = before
        self._unsaved = Unsaved(_TYPED, project, *before)
        typed = self._unsaved.restored(2)
        suggest, review = typed or before
        self._words = {False: suggest, True: review}
        self._again = named(plain(typed_again(), "muted"), "promptAgain")
        self._again.setVisible(bool(typed))
        self.tabs = Tabs("promptTab", ((False, self.tr("For suggestions")), (True, self.tr("For doubts"))))
        self.words = named(QPlainTextEdit(), "promptWords", self.tr("Your words"))
        self.preview = named(QPlainTextEdit(readOnly=True), "promptPreview", self.tr("All that the model is told"))
        for field in (self.words, self.preview):
            field.setTabChangesFocus(True)
        self.usual = dialog_button("promptUsual", self.tr("&Restore Default"))
        buttons = button_box(self)
        buttons.addButton(self.usual, QDialogButtonBox.ButtonRole.ResetRole)
        self._lay_out(buttons)
        name_buttons(self)
        self.tabs.chosen.connect(self.turn)
        self.words.textChanged.connect(self._on_edited)
        self.usual.clicked.connect(self._restore)
        self.turn()
        resize_within_screen(self, _WIDTH, _HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    @Slot()
    def accept(self) -> None:
        suggest, review = self._words[False], self._words[True]
        usual = Prompts(suggest="" if suggest == SUGGEST else suggest, review="" if review == REVIEW else review)
        self.chosen.emit(usual)
        super().accept()

    def done(self, result: int) -> None:
        self._unsaved.keep()
        super().done(result)

    @property
    def _reviews(self) -> bool:
        return self.tabs.value is True

    @Slot()
    def turn(self) -> None:
        """Show the prompt of the selected tab."""
        self.words.setPlainText(self._words[self._reviews])
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        self._words[self._reviews] = self.words.toPlainText()
        typed = self._words[False], self._words[True]
        self._unsaved.keep(*(typed if typed != self._before else ()))
        prompts = Prompts(suggest=self._words[False], review=self._words[True])
        told = to_review if self._reviews else to_suggest
        self.preview.setPlainText(told(prompts, self._schema, self._language))

    @Slot()
    def _restore(self) -> None:
        self.words.setPlainText(REVIEW if self._reviews else SUGGEST)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        hint = self.tr("{place} stands for the labels of the project, with their guidelines and examples.")
        upper, lower = QWidget(), QWidget()
        fill(
            QVBoxLayout(upper),
            plain(hint.format(place=LABELS), "muted", wraps=True),
            (self.words, 1),
            margins=(0, 0, 0, 8),
            spacing=8,
        )
        title = plain(self.tr("The model is told, before each article:"), "muted", wraps=True)
        fill(QVBoxLayout(lower), title, (self.preview, 1), margins=(0, 8, 0, 0), spacing=8)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(upper)
        halves.addWidget(lower)
        head = fill(QHBoxLayout(), self.tabs, 1)
        fill(QVBoxLayout(self), head, (halves, 1), self._again, buttons, margins=16, spacing=12)

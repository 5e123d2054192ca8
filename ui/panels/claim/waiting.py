"""The content of a field that waits for words of the article."""

from PySide6.QtCore import QCoreApplication, QObject, Slot

from ui.panels.claim.words_wanted import WordsWanted
from ui.panels.span.field_grid import FieldGrid


class FieldPrompt(QObject):
    """Shows the typed search in the waiting field, or a prompt to click."""

    def __init__(self, words: WordsWanted, fields: FieldGrid, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self._fields = fields
        for signal in (words.started, words.ended, words.sought_changed):
            signal.connect(self._show)

    @Slot()
    def _show(self) -> None:
        want, sought = self._words.want, self._words.sought
        asked = QCoreApplication.translate("ClaimCard", "Click in the article…")
        self._fields.wait_at(want.field.id if want is not None else None, sought.typed if sought is not None else asked)

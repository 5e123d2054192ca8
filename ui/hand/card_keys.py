"""What the keys do while they go to the claim card, or while it waits for words of the article."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.hand.key_line import Hint
from ui.panels.claim_card import ClaimCard

translate = QCoreApplication.translate


class CardKeys(QObject):
    """Follows the keyboard in and out of the card."""

    changed = Signal()  # `hints` gives others

    def __init__(self, card: ClaimCard, parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        self._shown = self.hints()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        card.pointing.connect(self._look)
        card.pointing_ended.connect(self._look)

    def hints(self) -> tuple[Hint, ...]:
        """Give what to show at the foot; nothing where keys go elsewhere."""
        if self._card.waits_for is not None:
            return (
                Hint(keys=(), words=translate("Hints", "Click on it in the article")),
                Hint(keys=("⏎",), words=translate("Hints", "take what is at the caret")),
                Hint(keys=("Esc",), words=translate("Hints", "back to the card")),
            )
        if not self._card.holds_keyboard or self._card.claim is None:
            return ()
        if isinstance(self._card.window().focusWidget(), QLineEdit):
            return (
                Hint(keys=("⏎",), words=translate("Hints", "keep it")),
                Hint(keys=("Esc",), words=translate("Hints", "leave it as it was")),
            )
        return (
            Hint(keys=(), words=translate("Hints", "Press a field’s key, then that of its value")),
            Hint(keys=("Esc",), words=translate("Hints", "back to the article")),
        )

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        self._look()

    @Slot()
    def _look(self) -> None:
        now = self.hints()
        if now != self._shown:
            self._shown = now
            self.changed.emit()

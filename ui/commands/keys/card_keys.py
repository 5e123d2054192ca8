"""Key hints while the claim card has the focus or waits for words of the article."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QLineEdit

from ui.base.i18n import number
from ui.base.keys.key_line import Hint
from ui.panels.claim.claim_card import ClaimCard
from ui.panels.span.typed_words import Sought

translate = QCoreApplication.translate


class CardKeys(QObject):
    """Emits `changed` whenever the card's state may change its hints."""

    changed = Signal()  # `hints` may have changed

    def __init__(self, card: ClaimCard, parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        for signal in (card.words.started, card.words.ended, card.words.sought_changed, card.changed):
            signal.connect(self.changed)

    def hints(self) -> tuple[Hint, ...]:
        """Return the hints, or none if the keys go elsewhere."""
        if self._card.words.want is not None:
            point = translate("Hints", "“{field}”: click its words, or type them")
            sought = self._card.words.sought
            words = point.format(field=self._card.words.field) if sought is None else _sought_words(sought)
            if sought is not None and not sought.fitting:
                less = Hint(keys=("⌫",), words=translate("Hints", "delete a letter"))
                return (Hint(keys=(), words=words, loud=True), less, *_back())
            return (
                Hint(keys=(), words=words, loud=sought is not None),
                Hint(
                    keys=("⏎",),
                    words=translate("Hints", "take what is at the caret")
                    if sought is None
                    else translate("Hints", "choose"),
                ),
                Hint(keys=("⇥",), words=translate("Hints", "next match")),
                *_back(),
            )
        if not self._card.holds_keyboard or self._card.claim is None:
            return ()
        if isinstance(self._card.window().focusWidget(), QLineEdit):
            return (
                Hint(keys=("⏎",), words=translate("Hints", "save")),
                Hint(keys=("Esc",), words=translate("Hints", "cancel")),
            )
        return (
            *self._proposed(),
            Hint(keys=(), words=translate("Hints", "Press a field’s key, then a value’s key")),
            *self._twins(),
            Hint(keys=("Esc",), words=translate("Hints", "back to the article")),
        )

    def _proposed(self) -> tuple[Hint, ...]:
        if not self._card.aimed:
            return ()
        take = translate("Hints", "accept “{field}”").format(field=self._card.aimed)
        return (
            Hint(keys=("⏎",), words=take),
            Hint(keys=("⌫",), words=translate("Hints", "reject")),
            Hint(keys=("⇧⏎",), words=translate("Hints", "accept all")),
        )

    def _twins(self) -> tuple[Hint, ...]:
        another = Hint(keys=("+",), words=translate("Hints", "another claim on these words"))
        if len(self._card.twins) < 2:
            return (another,)
        return (Hint(keys=("␣",), words=translate("Hints", "next claim here")), another)


def _sought_words(sought: Sought) -> str:
    """Return the typed text and how many words match it."""
    if not sought.fitting:
        return translate("Hints", "No visible words match “{typed}”").format(typed=sought.typed)
    words = translate("Hints", "“{typed}”: match {place} of {count}")
    return words.format(typed=sought.typed, place=number(sought.place), count=number(sought.fitting))


def _back() -> tuple[Hint, ...]:
    return (Hint(keys=("Esc",), words=translate("Hints", "back to the card")),)

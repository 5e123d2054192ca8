"""Key hints for the widget that has the keyboard, if it is not the article."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from ui.article.find_in_article import FindField
from ui.base.i18n import number, translate
from ui.base.key_line import Hint
from ui.base.rows.plain_table import RowsView
from ui.deciding.edit_names import shortened
from ui.panels.articles.left_list import SearchLine
from ui.panels.claim.choice_popup import ChoicePopup
from ui.panels.claim.claim_card import ClaimCard
from ui.panels.span.span_fields import NEW
from ui.panels.span.typed_words import Sought
from ui.panels.suggestions.suggestion_panel import SuggestionView
from ui.panels.top_bar import SearchField


class CardKeys(QObject):
    """The key hints of the claim card. `changed` is emitted when they may have changed."""

    changed = Signal()  # `hints` may have changed

    def __init__(self, card: ClaimCard, parent: QObject) -> None:
        super().__init__(parent)
        self._card = card
        for signal in (card.words.started, card.words.ended, card.words.sought_changed, card.changed):
            signal.connect(self.changed)

    def hints(self) -> tuple[Hint, ...]:
        """Return the claim card's hints, or none if other widgets get the keys."""
        if self._card.words.want is not None:
            return self._waiting(self._card.words.sought, cites=self._card.words.want.field.cites)
        if not self._card.holds_keyboard or self._card.claim is None:
            return ()
        if isinstance(self._card.window().focusWidget(), QLineEdit):
            return (
                Hint(keys=("⏎",), words=translate("Hints", "save")),
                Hint(keys=("Esc",), words=translate("Hints", "cancel")),
            )
        return (
            *self._proposed(),
            Hint(keys=(), words=translate("Hints", "Claim card: press a field’s key, then a value’s key"), loud=True),
            *self._twins(),
            Hint(keys=("Esc",), words=translate("Hints", "back to the article")),
        )

    def _waiting(self, sought: Sought | None, *, cites: bool) -> tuple[Hint, ...]:
        """Return the hints while a field waits for words of the article; with ``cites``, it also takes an address."""
        if sought is not None and not sought.fitting:
            fails = _sought_words(sought)
            less = Hint(keys=("⌫",), words=translate("Hints", "delete a letter"))
            keep = (
                (Hint(keys=("⏎",), words=translate("Hints", "write it as evidence from elsewhere")),) if cites else ()
            )
            return (Hint(keys=(), words=fails, loud=True), *keep, less, *_back())
        point = translate("Hints", "“{field}”: click its words, or type them")
        if cites:
            point = translate("Hints", "“{field}”: click words, or type or paste an address")
        words = point.format(field=self._card.words.field) if sought is None else _sought_words(sought)
        caret = translate("Hints", "take what is at the caret")
        return (
            Hint(keys=(), words=words, loud=sought is not None),
            Hint(keys=("⏎",), words=caret if sought is None else translate("Hints", "choose")),
            Hint(keys=("⇥",), words=translate("Hints", "next match")),
            *_back(),
        )

    def _proposed(self) -> tuple[Hint, ...]:
        if self._card.proposed.together:
            return (
                Hint(keys=("⏎",), words=translate("Hints", "accept all proposals")),
                Hint(keys=("↓",), words=translate("Hints", "one by one")),
                Hint(keys=("⌫",), words=translate("Hints", "reject all")),
            )
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
        return (Hint(keys=("␣",), words=translate("Hints", "next claim on these words")), another)


def _sought_words(sought: Sought) -> str:
    """Return the typed text with the place and the number of the words that match."""
    if not sought.fitting:
        return translate("Hints", "No visible words match “{typed}”").format(typed=sought.typed)
    if sought.away:
        words = translate("Hints", "“{typed}”: match {place} of {count} is out of sight: “{words}”")
    else:
        words = translate("Hints", "“{typed}”: match {place} of {count}")
    rank = {"place": number(sought.place), "count": number(sought.fitting)}
    return words.format(typed=sought.typed, words=shortened(sought.away), **rank)


def _back() -> tuple[Hint, ...]:
    return (Hint(keys=("Esc",), words=translate("Hints", "back to the card")),)


class FocusKeys(QObject):
    """The key hints of the widget that has the keyboard: fields, lists, buttons, claim card and open value lists."""

    changed = Signal()  # `hints` may have changed

    def __init__(self, card_keys: CardKeys, window: QWidget) -> None:
        super().__init__(window)
        self._card_keys = card_keys
        self._window = window
        card_keys.changed.connect(self.changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.changed)

    def hints(self) -> tuple[Hint, ...]:
        """Return the hints of the widget that has the keyboard, or none if that is the article."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, ChoicePopup):
            return _values(popup.by_letters)
        focus = QApplication.focusWidget()
        found = next((hints for kind, hints in _PLACES if isinstance(focus, kind)), None)
        if found is not None:
            return found()
        if card := self._card_keys.hints():
            return card
        inside = focus is not None and self._window.isAncestorOf(focus)
        return _pressed() if inside and isinstance(focus, QAbstractButton | QComboBox) else ()


def _values(by_letters: str) -> tuple[Hint, ...]:
    words = translate("Hints", "Press a value’s key")
    if by_letters == NEW:
        words = translate("Hints", "Press a value’s key, or type or paste an address")
    elif by_letters:
        words = translate("Hints", "Press a value’s key, or type a name")
    return (
        Hint(keys=(), words=words),
        Hint(keys=("↑", "↓"), words=translate("Hints", "previous, next")),
        Hint(keys=("⏎",), words=translate("Hints", "choose")),
        Hint(keys=("Esc",), words=translate("Hints", "cancel")),
    )


def _titles() -> tuple[Hint, ...]:
    return (
        Hint(keys=(), words=translate("Hints", "Type words of a title")),
        Hint(keys=("⏎", "↓"), words=translate("Hints", "to the list")),
        Hint(keys=("Esc",), words=translate("Hints", "clear the field, back to the article")),
    )


def _found() -> tuple[Hint, ...]:
    return (
        Hint(keys=(), words=translate("Hints", "Type what to find")),
        Hint(keys=("⏎",), words=translate("Hints", "next place")),
        Hint(keys=("⇧⏎",), words=translate("Hints", "previous place")),
        Hint(keys=("Esc",), words=translate("Hints", "back to the article")),
    )


def _narrowed() -> tuple[Hint, ...]:
    return (
        Hint(keys=(), words=translate("Hints", "Type a few letters")),
        Hint(keys=("⏎", "↓"), words=translate("Hints", "to the list")),
        Hint(keys=("Esc",), words=translate("Hints", "clear the field, then back to the list")),
    )


def _suggestions() -> tuple[Hint, ...]:
    return (
        Hint(keys=("↑", "↓"), words=translate("Hints", "move in the list, the article follows")),
        Hint(keys=("⏎",), words=translate("Hints", "accept")),
        Hint(keys=("⌫",), words=translate("Hints", "reject")),
        Hint(keys=("Esc",), words=translate("Hints", "back to the article")),
    )


def _rows() -> tuple[Hint, ...]:
    return (
        Hint(keys=("↑", "↓"), words=translate("Hints", "move in the list, the article follows")),
        Hint(keys=("⏎", "Esc"), words=translate("Hints", "back to the article")),
    )


def _pressed() -> tuple[Hint, ...]:
    return (
        Hint(keys=("␣",), words=translate("Hints", "press the button")),
        Hint(keys=("⇥",), words=translate("Hints", "next")),
    )


_PLACES: tuple[tuple[type[QWidget], Callable[[], tuple[Hint, ...]]], ...] = (
    (SearchField, _titles),
    (FindField, _found),
    (SearchLine, _narrowed),
    (SuggestionView, _suggestions),
    (RowsView, _rows),
)

"""Which keys an action has: those the user chose, else its own of the table, without those that labels have."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtGui import QKeySequence

from annotator.model.schema import Schema
from ui.actions.actions import ActionSpec
from ui.article.keys import caret_keys
from ui.base.settings import Settings

CARET = "caret"  # what holds the keys that move the caret of the article
_SIGNS = {
    "Return": "⏎",
    "Backspace": "⌫",
    "Tab": "⇥",
    "Space": "␣",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


class Keymap:
    """Reads and changes what the user chose; it is kept in the settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def with_keys(self, specs: Iterable[ActionSpec], labels: Collection[str]) -> list[ActionSpec]:
        """Give actions with the keys that they have now.

        ``labels`` are keys that labels have: in the article they win. What the user chose wins over what another
        action has by itself, as a newer version may bring an action whose key was given away long ago.
        """
        every = list(specs)
        chosen = {spec.id: keys for spec in every if (keys := self._settings.keys(spec.id)) is not None}
        given = {key for keys in chosen.values() for key in keys}
        found = []
        for spec in every:
            own = chosen.get(spec.id)
            kept = own if own is not None else [key for key in spec.shortcuts if key not in given]
            found.append(spec._replace(keys=" ".join(key for key in kept if key not in labels)))
        return found

    def is_changed(self, id_: str) -> bool:
        """Tell whether the user chose the keys of an action."""
        return self._settings.keys(id_) is not None

    def choose(self, spec: ActionSpec, shortcuts: Sequence[str]) -> None:
        """Give an action these keys; its own ones are no choice."""
        kept = tuple(dict.fromkeys(shortcuts))
        self._settings.choose_keys(spec.id, None if kept == spec.shortcuts else kept)

    def reset(self, ids: Iterable[str]) -> None:
        """Give actions their own keys back."""
        for id_ in ids:
            self._settings.choose_keys(id_, None)


def label_keys(schema: Schema | None) -> frozenset[str]:
    """Give the keys of the labels that a schema offers, as shortcuts."""
    labels = schema.labels if schema is not None else ()
    return frozenset(label.key.upper() for label in labels if label.active and label.key)


def holder(shortcut: str, specs: Iterable[ActionSpec]) -> str | None:
    """Give the id of the action that has a key, `CARET` where it moves the caret, None where it is free."""
    for spec in specs:
        if shortcut in spec.shortcuts:
            return spec.id
    return CARET if shortcut in caret_keys() else None


def native(shortcut: str) -> str:
    """Give a key as the system writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def sign(shortcut: str) -> str:
    """Give a key as short as can be."""
    held, plus, key = shortcut.rpartition("+")
    short = _SIGNS.get(key)
    return native(f"{held}{plus}A").removesuffix("A") + short if short else native(shortcut)

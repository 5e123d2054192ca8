"""The current shortcuts: those the user chose, else the defaults of the action table, minus the keys of labels."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtGui import QKeySequence

from annotator.model.schema import Schema
from ui.actions.actions import ActionSpec
from ui.article.keys import caret_keys
from ui.base.settings import Settings

CARET = "caret"  # stands for an action's id where a key moves the caret of the article
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
    """Reads and changes the user's shortcuts in the settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def with_keys(self, specs: Iterable[ActionSpec], labels: Collection[str]) -> list[ActionSpec]:
        """Return the actions with their current shortcuts.

        ``labels`` are the keys of labels, which take precedence in the article. A key that the user assigned belongs to
        that action only, even if it is the default key of another action, which a newer version may have added.
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
        """Return whether the user chose the shortcuts of an action."""
        return self._settings.keys(id_) is not None

    def choose(self, spec: ActionSpec, shortcuts: Sequence[str]) -> None:
        """Store an action's shortcuts, or remove the entry if they are the defaults."""
        kept = tuple(dict.fromkeys(shortcuts))
        self._settings.choose_keys(spec.id, None if kept == spec.shortcuts else kept)

    def reset(self, ids: Iterable[str]) -> None:
        """Restore the default shortcuts of actions."""
        for id_ in ids:
            self._settings.choose_keys(id_, None)


def label_keys(schema: Schema | None) -> frozenset[str]:
    """Return the keys of the active labels, as shortcuts."""
    labels = schema.labels if schema is not None else ()
    return frozenset(label.key.upper() for label in labels if label.active and label.key)


def holder(shortcut: str, specs: Iterable[ActionSpec]) -> str | None:
    """Return the id of the action with this shortcut, `CARET` if the shortcut moves the caret, or None."""
    for spec in specs:
        if shortcut in spec.shortcuts:
            return spec.id
    return CARET if shortcut in caret_keys() else None


def native(shortcut: str) -> str:
    """Return a shortcut as the operating system writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def sign(shortcut: str) -> str:
    """Return a shortcut in short notation, with signs such as ⏎ for keys that have one."""
    held, plus, key = shortcut.rpartition("+")
    short = _SIGNS.get(key)
    return native(f"{held}{plus}A").removesuffix("A") + short if short else native(shortcut)

"""Actions named in the manual: ``<kbd id="…">`` holds an action's key, ``<b id="…">`` its path in the menus.

A code host such as GitHub shows the files as they are, with the default keys. The window shows the user's keys.
"""

import re
from collections.abc import Callable, Iterable

from ui.actions.actions import ActionSpec, menu_name, plain_text
from ui.actions.keymap import native, sign
from ui.actions.menus import submenu_names

_KEY = re.compile(r"<kbd(?: id=\"([^\"]+)\")?>([^<]*)</kbd>")
_WAY = re.compile(r"<b id=\"([^\"]+)\">([^<]*)</b>")
_ARROWS = {"Left", "Right", "Up", "Down"}
_OUTSIDE = re.compile(r"(?<!!)\[([^\]]*)\]\(([a-z]+:[^)]*)\)")


class ActionWords:
    """The keys and menu paths of actions, in the window's language."""

    def __init__(self, specs: Iterable[ActionSpec]) -> None:
        """Take the actions with their current shortcuts."""
        self._specs = {spec.id: spec for spec in specs}

    def __contains__(self, action: str) -> bool:
        return action in self._specs

    def key(self, action: str) -> str:
        """Return the first key of an action, or its menu path if it has no key."""
        keys = self._specs[action].shortcuts
        return _written(keys[0]) if keys else self.way(action)

    def way(self, action: str) -> str:
        """Return an action's path in the menus, such as ``File → Export``."""
        spec = self._specs[action]
        inner = submenu_names().get(spec.choice or spec.submenu, "").replace("&", "")
        return " → ".join(filter(None, (menu_name(spec.menu), inner, plain_text(spec).rstrip())))


def actions_in(text: str) -> tuple[str, ...]:
    """Return the ids of the actions that a text names, each id once."""
    found = (*(id_ for id_, _ in _KEY.findall(text) if id_), *(id_ for id_, _ in _WAY.findall(text)))
    return tuple(dict.fromkeys(found))


def renewed(text: str, known: ActionWords) -> str:
    """Return a file's text with the keys and menu paths brought up to date; the markup stays."""
    text = _KEY.sub(lambda hit: _tagged("kbd", hit[1], known.key(hit[1])) if hit[1] else hit[0], text)
    return _WAY.sub(lambda hit: _tagged("b", hit[1], known.way(hit[1])), text)


def shown(text: str, known: ActionWords) -> str:
    """Return plain Markdown with the current keys and menu paths; links to other sites become text with the address."""
    text = _KEY.sub(lambda hit: f"`{_either(hit[1], known, known.key, hit[2])}`", text)
    text = _WAY.sub(lambda hit: f"**{_either(hit[1], known, known.way, hit[2])}**", text)
    return _OUTSIDE.sub(r"\1 (\2)", text)


def plain_words(text: str) -> str:
    """Return a text without Markdown's marks, pictures and link targets."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)|<[^>]*>", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"^[#>|\s-]+|^\d+\. |[*`|]|^:?-+:?$", "", text, flags=re.MULTILINE)
    return " ".join(text.split())


def _written(shortcut: str) -> str:
    """Return a shortcut in the window's language; arrow keys become arrow signs."""
    return sign(shortcut) if shortcut.rpartition("+")[2] in _ARROWS else native(shortcut)


def _tagged(name: str, action: str, words: str) -> str:
    return f'<{name} id="{action}">{words}</{name}>'


def _either(action: str, known: ActionWords, words: Callable[[str], str], written: str) -> str:
    """Return ``words(action)``, or the file's own text ``written`` if the open project lacks the action."""
    return words(action) if action in known else written

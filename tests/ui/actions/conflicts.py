"""Two actions that share a key."""

from PySide6.QtGui import QKeySequence


def conflicts(specs):
    """Return each (shortcut, action, other action) that share a key.

    Keys of the article and of the window may not clash either.
    """
    known: dict[str, str] = {}
    found = []
    for spec in specs:
        for shortcut in spec.shortcuts:
            key = QKeySequence(shortcut).toString()
            if key in known:
                found.append((shortcut, known[key], spec.id))
            known[key] = spec.id
    return found

"""Python's own import statement, restored after Qt is loaded."""

import builtins

from PySide6 import QtCore  # noqa: F401  # puts its own in place


def import_plainly() -> None:
    """Remove PySide's import hook, which serves ``from __feature__ import …``; the program does not use that.

    The hook reads the source of every imported module for uses of Qt and keeps the lines. That takes a tenth of the
    time until the window's first paint, and 6 MB.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

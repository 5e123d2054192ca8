"""Gives Python its own import statement back once Qt is there."""

import builtins

from PySide6 import QtCore  # noqa: F401  # puts its own in place


def import_plainly() -> None:
    """Do without PySide's import statement, which serves ``from __feature__ import …``; nobody here writes that.

    It reads the source of every module that is imported, to see whether Qt is named there, and keeps the lines: a tenth
    of what the window costs until its first paint, and 6 MB.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

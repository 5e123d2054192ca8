"""An annotator's notes and doubts about a label: a sign where the label is shown, and the text."""

from PySide6.QtCore import QCoreApplication

from annotator.model.values import Span
from ui.article.layout.row_index import Drawn

_NOTE, _DOUBT = "*", "?"


def signs(row: Drawn) -> str:
    """Return a sign for a note and one for a doubt, or ""."""
    if not isinstance(row, Span):
        return ""
    return (_NOTE if row.note else "") + (_DOUBT if row.doubt else "")


def remarks(row: Drawn) -> str:
    """Return the doubt and the note, one line each, or ""."""
    if not isinstance(row, Span):
        return ""
    doubted = QCoreApplication.translate("Remarks", "In doubt") if row.doubt else ""
    return "\n".join(filter(None, (doubted, row.note)))

"""What an annotator remarked on a label, a note or a doubt: a small sign where the label is shown, and its words."""

from PySide6.QtCore import QCoreApplication

from annotator.model.values import Span
from ui.article.layout.row_index import Drawn

_NOTE, _DOUBT = "*", "?"


def signs(row: Drawn) -> str:
    """Give a sign for a note and one for a doubt; nothing where there is neither."""
    if not isinstance(row, Span):
        return ""
    return (_NOTE if row.note else "") + (_DOUBT if row.doubt else "")


def remarks(row: Drawn) -> str:
    """Give the note, and say that the label is in doubt, a line each; nothing where there is neither."""
    if not isinstance(row, Span):
        return ""
    doubted = QCoreApplication.translate("Remarks", "In doubt") if row.doubt else ""
    return "\n".join(filter(None, (doubted, row.note)))

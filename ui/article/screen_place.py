"""The screen position of words in the article, and the placing of dialogs that must not hide them."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QDialog

from ui.article.canvas import ArticleCanvas

_GAP = 48  # pixels, so that the lines next to the place stay in sight


def place_of(view: ArticleCanvas, start: int, end: int) -> QRect:
    """Return the rectangle on the screen of the text from ``start`` to ``end`` (code points, end exclusive)."""
    layout = view.page.layout
    first, last = (
        layout.caret_box(offset).translated(layout.measures.left, -view.scrolling.top) for offset in (start, end)
    )
    found = first.united(last).toAlignedRect()
    return QRect(view.viewport().mapToGlobal(found.topLeft()), found.size())


def lay_aside(dialog: QDialog, place: QRect) -> None:
    """Move a dialog off a place that it hides, upwards or downwards, where there is more room; it shrinks to fit."""
    frame = dialog.frameGeometry()
    wanted = place.adjusted(-_GAP, -_GAP, _GAP, _GAP)
    if not frame.intersects(wanted):
        return
    screen = dialog.screen().availableGeometry()
    above, below = wanted.top() - screen.top(), screen.bottom() - wanted.bottom()
    border = frame.height() - dialog.height()
    height = max(dialog.minimumSizeHint().height(), min(dialog.height(), max(above, below) - border))
    dialog.resize(QSize(dialog.width(), height))
    top = wanted.bottom() if below >= above else wanted.top() - height - border
    dialog.move(frame.left(), max(screen.top(), min(top, screen.bottom() - height - border)))

"""Output of the board: a table for the clipboard, CSV, or a picture as SVG or PNG."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette

from annotator.jobs.board import Board, as_csv
from annotator.text.normalization import defused
from ui.base import pictures
from ui.base.i18n import number
from ui.base.look.plain_text import one_line, sized
from ui.base.look.sizes import SMALL, TEXT, TITLE
from ui.base.look.theme import LIGHT, palette
from ui.base.rows.row_list import paint_line
from ui.board.bars import MARGIN, claimant_name, legend, paint_stances, stance_names, topic_name

SUFFIXES = ("csv", "svg", "png")
MOST_ROWS, MOST_COLUMNS = 60, 16  # most claimants and topics in a picture
MOST_COPIED = (1_000, 60)  # most claimants and topics on the clipboard
_NAMES, _SUMS, _CELL, _ROW, _HEAD, _FOOT = 220, 150, 124, 40, 34, 30
_EDGE = 16
_LONGEST = 60


def as_mime(board: Board, totals: str, everything: str) -> QMimeData:
    """Return the claim counts as a table: tab-separated for spreadsheets, HTML for documents.

    ``totals`` is the heading of the claimants, ``everything`` the heading of the column of all topics.
    """
    most, columns = MOST_COPIED[0], min(len(board.topics), MOST_COPIED[1])
    rows = [[totals, everything, *(topic_name(topic) for topic in board.topics[:columns])]]
    for row, claimant in enumerate(board.claimants[:most]):
        cells = (board.cells.get((row, column)) for column in range(columns))
        counts = [str(stances.total) if stances is not None else "" for stances in cells]
        rows.append([claimant_name(claimant), str(claimant.stances.total), *counts])
    lines = ("\t".join(defused(" ".join(cell.split())) for cell in row) for row in rows)
    mime = QMimeData()
    mime.setText("\n".join(lines))
    head, *body = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    head = head.replace("<td>", "<th>").replace("</td>", "</th>")
    mime.setHtml(f"<table><tr>{head}</tr>{''.join(f'<tr>{row}</tr>' for row in body)}</table>")
    return mime


def save(board: Board, title: str, font: QFont, target: Path) -> None:
    """Write a board to a file, atomically; its suffix, one of `SUFFIXES`, decides the format.

    Raises:
        FormatError: ``format.target``.
    """

    def paint(painter: QPainter) -> None:
        _paint(painter, board, title, font)

    match target.suffix.lower():
        case ".csv":
            content = pictures.BOM + as_csv(board).encode()
        case ".svg":
            content = pictures.svg(_size(board), title, paint)
        case _:
            content = pictures.png(_size(board), paint)
    pictures.put(content, target)


def _size(board: Board) -> QSize:
    rows, columns = min(len(board.claimants), MOST_ROWS), min(len(board.topics), MOST_COLUMNS)
    return QSize(2 * _EDGE + _NAMES + _SUMS + columns * _CELL, 2 * _EDGE + 2 * _HEAD + rows * _ROW + _FOOT)


def _paint(painter: QPainter, board: Board, title: str, font: QFont) -> None:
    """Paint the first claimants and topics. The colours are always light, since the picture goes into a document."""
    colours, size = palette(LIGHT), _size(board)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), colours.color(QPalette.ColorRole.Base))
    painter.translate(_EDGE, _EDGE)
    painter.setPen(colours.color(QPalette.ColorRole.Text))
    painter.setFont(sized(font, TITLE, QFont.Weight.DemiBold))
    _write(painter, QRect(0, 0, size.width() - 2 * _EDGE, _HEAD), title)
    topics = board.topics[:MOST_COLUMNS]
    painter.setFont(sized(font, SMALL))
    painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
    for column, topic in enumerate(topics):
        _write(painter, QRect(_left(column) + MARGIN, _HEAD, _CELL - MARGIN - 4, _HEAD), topic_name(topic))
    most = max((stances.total for stances in board.cells.values()), default=1)
    most_of_all = max((claimant.stances.total for claimant in board.claimants), default=1)
    line = colours.color(QPalette.ColorRole.Mid)
    for row, claimant in enumerate(board.claimants[:MOST_ROWS]):
        top = 2 * _HEAD + row * _ROW
        painter.setPen(line)
        painter.drawLine(0, top, size.width() - 2 * _EDGE, top)
        painter.setPen(colours.color(QPalette.ColorRole.Text))
        painter.setFont(sized(font, TEXT))
        _write(painter, QRect(0, top, _NAMES - 8, _ROW), claimant_name(claimant))
        paint_stances(painter, QRect(_NAMES, top, _SUMS, _ROW), claimant.stances, most_of_all, font, colours)
        for column in range(len(topics)):
            stances = board.cells.get((row, column))
            if stances is not None:
                cell = QRect(_left(column), top, _CELL, _ROW)
                paint_stances(painter, cell, stances, most, font, colours)
    _paint_legend(painter, board, font, colours, 2 * _HEAD + min(len(board.claimants), MOST_ROWS) * _ROW + 4)


def _paint_legend(painter: QPainter, board: Board, font: QFont, colours: QPalette, top: int) -> None:
    painter.setFont(sized(font, SMALL))
    x = 0
    for (sign, colour), name in zip(legend(colours), stance_names(), strict=True):
        painter.setPen(colour)
        words = f"{sign} {name}"
        painter.drawText(QRect(x, top, 200, _FOOT), Qt.AlignmentFlag.AlignVCenter, words)
        x += painter.fontMetrics().horizontalAdvance(words) + 16
    left = len(board.claimants) - MOST_ROWS
    if left > 0:
        painter.setPen(colours.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(QRect(x + 8, top, 300, _FOOT), Qt.AlignmentFlag.AlignVCenter, f"+ {number(left)} …")


def _left(column: int) -> int:
    """Return the left edge of a topic's column."""
    return _NAMES + _SUMS + column * _CELL


def _write(painter: QPainter, room: QRect, words: str) -> None:
    paint_line(painter, room, one_line(words, _LONGEST))

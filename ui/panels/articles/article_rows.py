"""The rows of the article list. They are read from the file when they become visible."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.model.values import CLAIMS, Priority, State, priority_of
from ui.base import i18n
from ui.base.i18n import translate
from ui.base.look.plain_text import one_line, strong, tooltip
from ui.base.look.sizes import SMALL
from ui.base.rows.rows_model import Index, ListModel
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.filtering.filter_words import priority_words, state_words
from ui.panels.decided import count_words, share_of, share_words, team_words

if TYPE_CHECKING:
    from annotator.store.queries.talk import ArticleProgress
    from annotator.store.reader import DocumentLine

ROW = 82
MARGIN = 18
LINE = Qt.ItemDataRole.UserRole
_PAGE = 64
_KEPT = 4096  # lines kept in memory, at most
_BAR = 3
_FINE = 1000  # steps of the progress bar, finer than its pixels


class ArticleModel(ListModel[str]):
    """A model of the articles that a query finds: it holds all their ids, and reads their lines page by page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: OrderedDict[str, DocumentLine] = OrderedDict()
        self._rows: dict[str, int] = {}
        self.mixed = False  # whether a line was read of an article in another language than the window's
        session.project_closed.connect(self._forget_languages)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these articles."""
        self._rows = {id_: row for row, id_ in enumerate(ids)}
        self._lines.clear()
        self.show_rows(list(ids))

    def row_of(self, id_: str) -> int | None:
        return self._rows.get(id_)

    def line(self, row: int) -> "DocumentLine | None":
        """Return the content of a row; read its page from the file if needed."""
        id_ = self.shown[row]
        if id_ not in self._lines:
            self._read(row)
        return self._lines.get(id_)

    def drop_line(self, id_: str) -> None:
        row = self._rows.get(id_)
        if row is not None:
            self._lines.pop(id_, None)
            self.dataChanged.emit(self.index(row), self.index(row))

    def drop_lines(self) -> None:
        self._lines.clear()
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))

    def update_opened(self, opened: Opened) -> None:
        """Update the open article's line from memory, because counting in the file would take too long."""
        document, line = opened.document, self._lines.get(opened.document.id)
        if line is None:
            return
        now = self._lines[document.id] = replace(
            line,
            title=document.title,
            language=document.language,
            publisher=document.publisher,
            published=document.published,
            state=opened.state.state if opened.state is not None else State.OPEN,
            note=opened.state.note if opened.state is not None else "",
            priority=priority_of(document.meta),
            spans=len(opened.spans),
            claims=opened.count(CLAIMS),
            pending=len(opened.suggestions),
            decided=opened.decided,
        )
        if _shown_facts(now) != _shown_facts(line):
            index = self.index(self._rows[document.id])
            self.dataChanged.emit(index, index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == LINE:
            return self.line(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            line = self.line(index.row())
            return _spoken(line, role) if line else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            line = self.line(index.row())
            return tooltip("\n\n".join(filter(None, self._told(line)))) if line else ""
        return None

    @Slot()
    def _forget_languages(self) -> None:
        self.mixed = False

    def _told(self, line: "DocumentLine") -> tuple[str, ...]:
        project = self._session.project
        team = "" if project is None else "\n".join(standing_words(project.read.talk.standing(line.id), line))
        return line.title, line.note, decided_words(line), team

    def _read(self, row: int) -> None:
        project = self._session.project
        if project is None:
            return
        first = row - row % _PAGE
        wanted = [id_ for id_ in self.shown[first : first + _PAGE] if id_ not in self._lines]
        for line in project.read.lines(wanted, project.annotator):
            self._lines[line.id] = line
            self.mixed = self.mixed or line.language != i18n.ui_language()
        while len(self._lines) > _KEPT:
            self._lines.popitem(last=False)


class ArticleDelegate(QStyledItemDelegate):
    """Paints a row: title, publisher, date and progress."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(option.rect.width(), ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if line is None:
            return
        palette = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        accent = palette.color(QPalette.ColorRole.Accent)
        rect = option.rect
        painter.save()
        if chosen:
            ground = QColor(accent)
            ground.setAlphaF(0.12)
            painter.fillRect(rect, ground)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), accent)
        inner = rect.adjusted(MARGIN, 0, -14, 0)
        bar = QRect(inner.left(), rect.bottom() - _BAR - 8, inner.width(), _BAR)
        font = QFont(option.font)
        font.setPixelSize(SMALL)
        title = _title_lines(one_line(line.title), strong(option.font), inner.width())
        words = len(title) * QFontMetrics(strong(option.font)).height() + 2 + QFontMetrics(font).height()
        inner.setTop(rect.top() + (bar.top() - rect.top() - words + 2) // 2)  # no empty line below a short title
        below = _paint_title(painter, inner, title, strong(option.font), palette.color(QPalette.ColorRole.WindowText))
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        language = line.language.upper() if shows_languages(index) else ""
        signs = (
            _PRIORITIES.get(line.priority, "")
            + _SIGNS.get(line.state, "")
            + ("✎  " if line.note else "")
            + _team_signs(line)
        )
        place = QRect(inner.left(), below + 2, inner.width(), QFontMetrics(font).height())
        facts = (one_line(line.publisher or ""), i18n.date(line.published), language)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, facts_within(signs, facts, font, inner.width()))
        _paint_bar(painter, bar, line, palette)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()


def shows_languages(index: Index) -> bool:
    """Return whether rows show their language: all rows do once one article is in another language than the window."""
    model = index.model()
    return isinstance(model, ArticleModel) and model.mixed


def _spoken(line: "DocumentLine", role: int) -> str:
    """Return the title; for screen readers, also the priority and the decided share, which are only painted."""
    if role != Qt.ItemDataRole.AccessibleTextRole:
        return line.title
    priority = "" if line.priority is Priority.NORMAL else priority_words(line.priority)
    return ", ".join(filter(None, (line.title, priority, decided_words(line))))


def standing_words(standing: "ArticleProgress", line: "DocumentLine") -> list[str]:
    """Return tooltip lines: each person's state if several have one, who reviewed and adjudicated, open comments."""
    found: list[str] = []
    if len(standing.states) > 1:
        found += [f"{name}: {state_words(state)}" for name, state in standing.states]
    found += team_words(standing)
    if line.discussed:
        found.append(translate("ArticleList", "Comments are open."))
    return found


def decided_words(line: "DocumentLine") -> str:
    """Return the text for the progress bar under a title."""
    counts = line.decided, line.pending
    share = share_words(*counts, done=line.state is State.DONE)
    return (
        translate("ArticleList", "{share} ({counts})").format(share=share, counts=count_words(*counts)) if share else ""
    )


def facts_within(signs: str, facts: tuple[str, ...], font: QFont, width: int) -> str:
    """Join facts into a line; if there is no room, elide the first fact and keep the others whole."""
    metrics = QFontMetrics(font)
    first, *others = facts
    whole = signs + " · ".join(filter(None, facts))
    over = metrics.horizontalAdvance(whole) - width
    if over <= 0:
        return whole
    room = max(0, metrics.horizontalAdvance(first) - over)
    shorter = metrics.elidedText(first, Qt.TextElideMode.ElideRight, room)
    return metrics.elidedText(signs + " · ".join(filter(None, (shorter, *others))), Qt.TextElideMode.ElideRight, width)


def _title_lines(title: str, font: QFont, width: int) -> list[str]:
    """Break a title into at most two lines, eliding the second."""
    layout = QTextLayout(title, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # a long word would run out of the row
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    cut = first.textLength()
    layout.endLayout()
    units = title.encode("utf-16-le")
    top, rest = units[: 2 * cut].decode("utf-16-le"), units[2 * cut :].decode("utf-16-le")
    if not rest.strip():
        return [top]
    return [top, QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]


def _paint_title(painter: QPainter, rect: QRect, lines: Sequence[str], font: QFont, colour: QColor) -> int:
    """Paint the lines of a title from the top of a rectangle; return the y at which they end."""
    height = QFontMetrics(font).height()
    painter.setFont(font)
    painter.setPen(colour)
    for number, words in enumerate(lines):
        painter.drawText(QRect(rect.left(), rect.top() + number * height, rect.width(), height), 0, words)
    return rect.top() + len(lines) * height


_PRIORITIES = {Priority.HIGH: "▲  ", Priority.LOW: "▽  "}
_SIGNS = {State.DONE: "✓  ", State.SKIPPED: "↷  "}  # so that states can be told apart without colour


def _team_signs(line: "DocumentLine") -> str:
    signs = (("◎  ", line.reviewed), ("◆  ", line.adjudicated), ("❞  ", line.discussed))
    return "".join(sign for sign, is_so in signs if is_so)


def _share(line: "DocumentLine") -> float:
    """Return the share of an article's suggestions that is decided, 0 to 1."""
    return share_of(line.decided, line.pending, done=line.state is State.DONE) or 0.0


def _shown_facts(line: "DocumentLine") -> "tuple[DocumentLine, int]":
    """Return the facts that a row shows. Most decisions do not change them: the bar moves by less than a pixel."""
    return replace(line, spans=0, claims=0, pending=0, decided=0), round(_share(line) * _FINE) + (_share(line) > 0)


def _paint_bar(painter: QPainter, rect: QRect, line: "DocumentLine", palette: QPalette) -> None:
    painter.fillRect(rect, palette.color(QPalette.ColorRole.Mid))
    share = _share(line)
    if share > 0:
        done = QRect(rect.left(), rect.top(), max(2, round(rect.width() * share)), rect.height())
        painter.fillRect(done, palette.color(QPalette.ColorRole.Accent))

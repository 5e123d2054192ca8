"""The list of articles: by state, searched by title. Lines are read from the file as they come into sight."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.edits import Edit, EditKind
from annotator.model import CLAIMS, State
from ui import i18n
from ui.later import Later
from ui.opened import Opened
from ui.panels.rows_view import RowsView
from ui.session import Session

if TYPE_CHECKING:
    from annotator.project import Project
    from annotator.store.reading import DocumentLine

_PAGE = 64
_KEPT = 4096  # lines
_MANY = 200  # articles whose lines are sooner read anew all at once
_ROW = 82
_MARGIN = 18
_BAR = 3
LINE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ArticleModel(QAbstractListModel):
    """All articles that a query gives; ids at once, what is shown of them page by page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: OrderedDict[str, DocumentLine] = OrderedDict()
        self.ids: list[str] = []
        self._rows: dict[str, int] = {}

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these articles."""
        self.beginResetModel()
        self.ids = list(ids)
        self._rows = {id_: row for row, id_ in enumerate(ids)}
        self._lines.clear()
        self.endResetModel()

    def row_of(self, id_: str) -> int | None:
        """Give the row of an article."""
        return self._rows.get(id_)

    def line(self, row: int) -> "DocumentLine | None":
        """Give what is shown in a row."""
        id_ = self.ids[row]
        if id_ not in self._lines:
            self._read(row)
        return self._lines.get(id_)

    def forget(self, id_: str) -> None:
        """Read an article's line again when it is next shown."""
        row = self._rows.get(id_)
        if row is not None:
            self._lines.pop(id_, None)
            self.dataChanged.emit(self.index(row), self.index(row))

    def forget_all(self) -> None:
        """Read every line again when it is next shown."""
        self._lines.clear()
        if self.ids:
            self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    def follow(self, opened: Opened) -> None:
        """Show what is the case in the open article: to have it counted in the file would take too long."""
        document, line = opened.document, self._lines.get(opened.document.id)
        if line is None:
            return
        self._lines[document.id] = replace(
            line,
            title=document.title,
            language=document.language,
            publisher=document.publisher,
            published=document.published,
            state=opened.state.state if opened.state is not None else State.OPEN,
            spans=len(opened.spans),
            claims=opened.count(CLAIMS),
            pending=len(opened.suggestions),
        )
        index = self.index(self._rows[document.id])
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == LINE:
            return self.line(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            line = self.line(index.row())
            return line.title if line else ""
        return None

    def _read(self, row: int) -> None:
        project = self._session.project
        if project is None:
            return
        first = row - row % _PAGE
        wanted = [id_ for id_ in self.ids[first : first + _PAGE] if id_ not in self._lines]
        for line in project.read.lines(wanted, project.annotator):
            self._lines[line.id] = line
        while len(self._lines) > _KEPT:
            self._lines.popitem(last=False)


class ArticleDelegate(QStyledItemDelegate):
    """Draws title, source and date, and how far one is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(option.rect.width(), _ROW)

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
        inner = rect.adjusted(_MARGIN, 0, -14, 0)
        bar = QRect(inner.left(), rect.bottom() - _BAR - 8, inner.width(), _BAR)
        font = QFont(option.font)
        font.setPixelSize(12)
        title = _title_lines(line.title, _bold(option.font), inner.width())
        words = len(title) * QFontMetrics(_bold(option.font)).height() + 2 + QFontMetrics(font).height()
        inner.setTop(rect.top() + (bar.top() - rect.top() - words + 2) // 2)  # a short title leaves no empty line
        below = _paint_title(painter, inner, title, _bold(option.font), palette.color(QPalette.ColorRole.WindowText))
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        foreign = "" if line.language == i18n.ui_language() else line.language.upper()
        facts = " · ".join(filter(None, (line.publisher, i18n.date(line.published), foreign)))
        meta = f"{_SIGNS.get(line.state, '')}{facts}"
        place = QRect(inner.left(), below + 2, inner.width(), QFontMetrics(font).height())
        elided = QFontMetrics(font).elidedText(meta, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, elided)
        _paint_bar(painter, bar, line, palette)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()


class ArticleList(QWidget):
    """Tabs for the states above the list. Picking an article opens it; Return and Esc go on in it."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articlePage")
        self._session = session
        self._title = ""
        self._edited: set[str] = set()
        self._recount = False
        self._later = Later(self._follow, self)
        self.model = ArticleModel(session, self)
        self.list = RowsView(_ROW)
        self.list.setObjectName("articleList")
        self.list.setAccessibleName(self.tr("Articles"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(ArticleDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.leaving.connect(self.left)
        self._empty = QLabel()
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setProperty("role", "muted")
        self._empty.setContentsMargins(_MARGIN, 12, _MARGIN, 0)
        self._tabs = _Tabs()
        self._tabs.chosen.connect(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._tabs)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        session.project_opened.connect(self._on_project)
        session.documents_changed.connect(self.refresh)
        session.document_opened.connect(self._show_current)
        session.edited.connect(self._on_edit)
        session.suggestions_changed.connect(self.model.forget)
        session.tokens_arrived.connect(self.model.forget)

    def search(self, title: str) -> None:
        """List those whose title holds these words."""
        self._title = title.strip()
        self._list()

    @Slot()
    def refresh(self) -> None:
        """List and count anew what the file holds."""
        self._list()
        self._count()

    @Slot()
    def _list(self) -> None:
        project = self._session.project
        if project is None:
            self.model.show_ids([])
            return
        self.model.show_ids(_ids(project, title=self._title, state=self._tabs.state))
        self._show_current()
        there = bool(self.model.ids)
        self.list.setVisible(there)
        self._empty.setVisible(not there)
        self._empty.setText(
            self.tr("No title holds “{words}”.").format(words=self._title)
            if self._title
            else self.tr("Nothing here yet.\nImport articles (Ctrl+I), paste one (Ctrl+Shift+V), or drop files.")
            if self._tabs.state is None
            else self.tr("No article is in this state.")
        )

    def go_next(self) -> None:
        """Open the next article of the list."""
        self._step(1)

    def go_previous(self) -> None:
        """Open the previous article of the list."""
        self._step(-1)

    def go_on(self) -> None:
        """Open the next article that is still open, from the current one on."""
        project, opened = self._session.project, self._session.opened
        if project is None:
            return
        ids, every = _ids(project, state=State.OPEN), _ids(project)
        places = {id_: place for place, id_ in enumerate(every)}
        here = places.get(opened.document.id, -1) if opened else -1
        following = [id_ for id_ in ids if places[id_] > here] or ids
        if following:
            self._session.open_document(following[0])

    def go_first_open(self) -> None:
        """Open the first article of the project that is still open."""
        project = self._session.project
        if project is None:
            return
        found = _ids(project, state=State.OPEN, first=1)
        if found:
            self._session.open_document(found[0])

    def _step(self, step: int) -> None:
        opened = self._session.opened
        row = self.model.row_of(opened.document.id) if opened else None
        wanted = 0 if row is None else row + step
        if 0 <= wanted < len(self.model.ids):
            self._session.open_document(self.model.ids[wanted])

    @Slot()
    def _on_project(self) -> None:
        self._title = ""
        self._tabs.choose(None)
        self.refresh()

    @Slot(object)
    def _on_edit(self, edit: Edit) -> None:
        self._edited |= edit.document_ids
        self._recount |= edit.kind is EditKind.STATE
        self._later.ask()

    def _follow(self) -> None:
        opened, edited, recount = self._session.opened, self._edited, self._recount
        self._edited, self._recount = set(), False
        if len(edited) > _MANY:
            self.model.forget_all()
        for id_ in edited if len(edited) <= _MANY else ():
            if opened is not None and opened.document.id == id_:
                self.model.follow(opened)
            else:
                self.model.forget(id_)
        if recount:
            self._count()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        opened = self._session.opened
        if current.isValid():
            id_ = self.model.ids[current.row()]
            if opened is None or opened.document.id != id_:
                self._session.open_document(id_)

    @Slot()
    def _show_current(self) -> None:
        opened = self._session.opened
        row = self.model.row_of(opened.document.id) if opened else None
        selection = self.list.selectionModel()
        if row is None:
            selection.clear()
            return
        index = self.model.index(row)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _count(self) -> None:
        project = self._session.project
        if project is None:
            return
        counts = dict.fromkeys(State, 0)
        counts.update({State(state): count for _, state, count in project.read.counts.states(project.annotator)})
        self._tabs.count(counts)


class _Tabs(QWidget):
    """Which state is listed; None for all."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state: State | None = None
        self._names: dict[State | None, str] = {
            State.OPEN: self.tr("Open"),
            State.DONE: self.tr("Done"),
            None: self.tr("All"),
        }
        self._buttons: dict[State | None, QPushButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(4)
        for state, name in self._names.items():
            button = QPushButton(name)
            button.setCheckable(True)
            button.setChecked(state is None)
            button.setObjectName(f"tab.{state or 'all'}")
            button.setAccessibleName(name)
            button.setProperty("role", "tab")
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[state] = button
        layout.addStretch(1)
        group.buttonClicked.connect(self._choose)

    def choose(self, state: State | None) -> None:
        """Press a tab without saying so."""
        self.state = state
        self._buttons[state].setChecked(True)

    def count(self, counts: dict[State, int]) -> None:
        """Show how many there are in each state."""
        for state, button in self._buttons.items():
            number = sum(counts.values()) if state is None else counts[state]
            button.setText(f"{self._names[state]} {i18n.number(number)}")

    @Slot(object)
    def _choose(self, button: QPushButton) -> None:
        self.state = next(state for state, own in self._buttons.items() if own is button)
        self.chosen.emit()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _title_lines(title: str, font: QFont, width: int) -> list[str]:
    """Break a title into two lines at most; what does not fit into the second is cut."""
    layout = QTextLayout(title, font)
    layout.setTextOption(QTextOption())
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
    """Paint the lines of a title from the top of a rectangle, and give where they end."""
    height = QFontMetrics(font).height()
    painter.setFont(font)
    painter.setPen(colour)
    for number, words in enumerate(lines):
        painter.drawText(QRect(rect.left(), rect.top() + number * height, rect.width(), height), 0, words)
    return rect.top() + len(lines) * height


_SIGNS = {State.DONE: "✓  ", State.SKIPPED: "↷  "}  # seen without colour, too


def _paint_bar(painter: QPainter, rect: QRect, line: "DocumentLine", palette: QPalette) -> None:
    painter.fillRect(rect, palette.color(QPalette.ColorRole.Mid))
    total = line.spans + line.pending
    share = 1.0 if line.state is State.DONE else line.spans / total if total else 0.0
    if share > 0:
        done = QRect(rect.left(), rect.top(), max(2, round(rect.width() * share)), rect.height())
        painter.fillRect(done, palette.color(QPalette.ColorRole.Accent))


def _ids(project: "Project", **asked: Any) -> list[str]:
    from annotator.store.reading import DocumentQuery  # with SQLite: not before the window is painted

    return project.read.document_ids(DocumentQuery(annotator=project.annotator, **asked))

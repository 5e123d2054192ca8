"""The history of the open article: what was done, when and by whom. Users can go to a step's place or undo to it."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from annotator.editing.edits import Edit, EditKind
from annotator.editing.log.history import LoggedStep
from annotator.model.schema import Schema
from annotator.model.values import Document
from ui.base.i18n import moment
from ui.base.look.painting import paint_focus
from ui.base.look.plain_text import plain, sized, tooltip
from ui.base.look.sizes import SMALL
from ui.base.rows.row_list import paint_line
from ui.base.rows.rows_model import ROOT, Index, ListModel
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.deciding.edit_names import edit_name
from ui.panels.articles.left_list import LeftList, selection_ground

STEP = Qt.ItemDataRole.UserRole
_KEPT = 1024  # edits kept in memory
_LEFT_OUT = frozenset({EditKind.SUGGEST, EditKind.DETECT})  # kinds of edits without a decision by a person


class HistoryModel(ListModel[LoggedStep]):
    """The steps of an article; ``read`` loads an edit by its id."""

    def __init__(self, read: Callable[[str], Edit], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self.shown: list[LoggedStep] = []  # oldest first; rows are in reverse order
        self._undoing: set[str] = set()  # ids of steps that undo another one, and are not undone themselves
        self._undone: set[str] = set()  # ids of steps that are undone now
        self._origins: dict[str, str] = {}  # step id → id of the original step that it undoes or redoes
        self._edits: OrderedDict[str, Edit] = OrderedDict()
        self._schema: Schema | None = None
        self._document: Document | None = None

    def show_steps(self, steps: Iterable[LoggedStep], schema: Schema | None, document: Document | None) -> None:
        """Show the steps of a document; ``steps`` are given oldest first."""
        self.beginResetModel()
        self._edits.clear()
        self.shown.clear()
        self._origins.clear()
        self._undone.clear()
        self._undoing.clear()
        self._schema, self._document = schema, document
        for step in steps:
            self._take(step)
        self.endResetModel()

    def add(self, step: LoggedStep) -> None:
        """Insert a new step at the top."""
        if step.kind not in _LEFT_OUT:
            self.beginInsertRows(ROOT, 0, 0)
            self._take(step)
            self.endInsertRows()
            self.dataChanged.emit(self.index(1), self.index(self.rowCount() - 1))

    def step(self, row: int) -> LoggedStep | None:
        return self.shown[-1 - row] if 0 <= row < len(self.shown) else None

    def edit(self, row: int) -> Edit | None:
        step = self.step(row)
        return self._edit(step.id) if step is not None else None

    def is_taken_back(self, row: int) -> bool:
        """Return whether the step in a row is undone, or is itself an undo or redo."""
        step = self.step(row)
        return step is not None and (step.undoes is not None or step.id in self._undone)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        edit = self.edit(index.row())
        if edit is None or self._schema is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(edit)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._name(edit))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._name(edit), self.facts(index.row()))))
        return self.step(index.row()) if role == STEP else None

    def facts(self, row: int) -> str:
        """Return the text with a step's time and annotator, and a note if it is the newest step."""
        edit = self.edit(row)
        if edit is None:
            return ""
        facts = [moment(edit.when), edit.annotator]
        if row == 0:
            facts.insert(0, self.tr("now"))
        elif edit.id in self._undone:
            facts.append(self.tr("undone"))
        return " · ".join(facts)

    def _edit(self, id_: str) -> Edit:
        found = self._edits.get(id_)
        if found is None:
            found = self._edits[id_] = self._read(id_)
            if len(self._edits) > _KEPT:
                self._edits.popitem(last=False)
        return found

    def _take(self, step: LoggedStep) -> None:
        """Append a step. If it is an undo or redo, update which original step is undone now."""
        if step.kind in _LEFT_OUT:
            return
        self.shown.append(step)
        self._origins[step.id] = self._origins.get(step.undoes or step.id, step.id)
        if step.undoes is None:
            return
        undoes = step.undoes not in self._undoing
        (self._undoing.add if undoes else self._undoing.discard)(step.id)
        (self._undone.add if undoes else self._undone.discard)(self._origins[step.id])

    def _name(self, edit: Edit) -> str:
        if self._schema is None or self._document is None:
            return ""
        origin = edit if edit.undoes is None else self._edit(self._origins[edit.id])
        name = edit_name(origin, self._schema, self._document)
        if edit.undoes is None:
            return name[:1].upper() + name[1:]
        words = self.tr("Undone: {step}") if edit.id in self._undoing else self.tr("Redone: {step}")
        return words.format(step=name)


_HEIGHT = 48
_MARGIN = 18


class StepDelegate(QStyledItemDelegate):
    """Paints a step: its name, and below it time and annotator. Undone steps are faint."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, HistoryModel):
            return
        palette, rect = option.palette, option.rect
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        accent = palette.color(QPalette.ColorRole.Accent)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, selection_ground(palette))
            if option.state & QStyle.StateFlag.State_HasFocus:
                paint_focus(painter, rect, palette)
        if index.row() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), accent)
        inner = rect.adjusted(_MARGIN, 5, -_MARGIN, -5)
        above = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        below = QRect(inner.left(), above.bottom() + 1, inner.width(), inner.height() - above.height())
        if option.state & QStyle.StateFlag.State_Selected:
            muted = palette.color(QPalette.ColorRole.Text)
        painter.setFont(option.font)
        painter.setPen(muted if model.is_taken_back(index.row()) else palette.color(QPalette.ColorRole.Text))
        paint_line(painter, above, str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        painter.setFont(sized(option.font, SMALL))
        painter.setPen(muted)
        paint_line(painter, below, model.facts(index.row()))
        painter.restore()


class HistoryPage(QWidget):
    """The list of an article's steps, with a button that goes back to a step. It is not updated while hidden."""

    chosen = Signal(str)  # id of an edit whose place to show
    back_wanted = Signal(str)  # id of the edit to return to
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("historyPage")
        self._session = session
        self._following = False
        self._clock = QTimer(self, interval=0, singleShot=True)
        self._clock.timeout.connect(self.refresh)
        self.model = HistoryModel(lambda id_: session.required().read.edit(id_), self)  # noqa: PLW0108  # of the project now
        self.list = LeftList("historyList", self.tr("Steps in this article, newest first"), _HEIGHT)
        self.list.setModel(self.model)
        self.list.setItemDelegate(StepDelegate(self.list))
        self._empty = plain(self.tr("Nothing has been done in this article yet."), role="muted", wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.back = named(QPushButton(self.tr("Go Back to Here")), "goBack")
        self.back.setAccessibleDescription(
            self.tr("Undoes everything you did after this step. This can be undone, too.")
        )
        self.back.setToolTip(self.back.accessibleDescription())
        layout = fill(QVBoxLayout(self), (self.list, 1), (self._empty, 1), margins=(0, 0, 0, 12), spacing=8)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.leaving.connect(self.left)
        self.back.clicked.connect(self._on_back)
        for signal in (session.document_opened, session.project_closed):
            signal.connect(self._clock.start)
        session.settled.connect(self._on_settled)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the steps from the project file again."""
        if not self.isVisible():
            return
        self._session.settling.catch_up()  # otherwise the latest steps would be added twice
        opened, project = self._session.opened, self._session.project
        self._following = True
        if opened is None or project is None:
            self.model.show_steps((), None, None)
        else:
            steps = project.read.steps(opened.document.id, None)
            self.model.show_steps(steps, project.schema, opened.document)
        self._following = False
        self._show_what_is_there()

    def _show_what_is_there(self) -> None:
        there = self.model.rowCount() > 0
        self.list.setVisible(there)
        self._empty.setVisible(not there)
        self._enable()

    @Slot(object)
    def _on_settled(self, edits: Sequence[Edit]) -> None:
        opened = self._session.opened
        if self.isVisible() and opened is not None:
            self._following = True
            for edit in edits:
                if opened.document.id in edit.document_ids:
                    self.model.add(LoggedStep(id=edit.id, kind=edit.kind, undoes=edit.undoes))
            self._following = False
            self._show_what_is_there()

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._enable()
        step = self.model.step(current.row()) if current.isValid() else None
        if step is not None and not self._following:
            self.chosen.emit(step.id)

    @Slot()
    def _on_back(self) -> None:
        step = self.model.step(self.list.currentIndex().row())
        if step is not None:
            self.back_wanted.emit(step.id)

    def _enable(self) -> None:
        row = self.list.currentIndex().row()
        self.back.setEnabled(self._session.writable and row > 0)

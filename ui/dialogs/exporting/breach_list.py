"""Labels that break the schema's rules, for review beside the article. It never blocks an export."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.jobs import rule_breaches
from annotator.jobs.rule_breaches import Breach
from annotator.model.schema import words
from annotator.system.errors import AnnotatorError
from ui.base.i18n import number, ui_language
from ui.base.log_dialog import resize_within_screen
from ui.base.look.plain_text import one_line, plain
from ui.base.messages import sentence
from ui.base.widgets.inputs import fill, named
from ui.bridge.session import Session
from ui.jobs.job_line import JobLine
from ui.jobs.last_question import LastQuestion
from ui.jobs.workers import JobProcess

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_PAUSE = 300  # milliseconds after the last edit
_MARGIN = 8
_RULE, _WHERE = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole


class BreachModel(QAbstractListModel):
    """Breaches in the order of articles and text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._breaches: tuple[Breach, ...] = ()

    def show(self, found: Sequence[Breach]) -> None:
        """Replace the breaches."""
        self.beginResetModel()
        self._breaches = tuple(found)
        self.endResetModel()

    def breach(self, row: int) -> Breach:
        """Return the breach of a row."""
        return self._breaches[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._breaches)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        breach = self._breaches[index.row()]
        where = self.tr("“{words}”, {article}").format(
            words=one_line(breach.quote, 120), article=one_line(breach.title)
        )
        text = words(breach.words, ui_language()) or breach.rule
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.UserRole:
                return where
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{text} {where}"
            case _:
                return None


class _Rows(QStyledItemDelegate):
    """Paints two lines: the rule, and muted its words and article."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.lineSpacing() + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            ground = QColor(option.palette.color(QPalette.ColorRole.Accent))
            ground.setAlpha(40)
            painter.fillRect(option.rect, ground)
        line, inner = option.fontMetrics.lineSpacing(), option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        shown = ((_RULE, QPalette.ColorRole.Text), (_WHERE, QPalette.ColorRole.PlaceholderText))
        for place, (role, colour) in enumerate(shown):
            at = inner.adjusted(0, place * line, 0, 0)
            at.setHeight(line)
            painter.setPen(option.palette.color(colour))
            text = option.fontMetrics.elidedText(index.data(role), Qt.TextElideMode.ElideRight, at.width())
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, text)


class BreachList(QListView):
    """A click or Return goes to the place in the article."""

    chosen = Signal(int)  # row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breachList")
        self.setAccessibleName(self.tr("Labels that break rules"))
        self.setItemDelegate(_Rows(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._choose(self.currentIndex())  # otherwise the dialog presses its default button
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())


class BreachDialog(QDialog):
    """Finds breaches in the process for files; searches again after each edit."""

    jump_wanted = Signal(str, int, int)

    def __init__(self, session: Session, files: JobProcess, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Labels That Break Rules"))
        self._path = session.required().path
        self.line = JobLine()
        self._looking = LastQuestion(files, self._on_found, self, self.line.advance)
        self.breaches = BreachModel(self)
        self._list = BreachList()
        self._list.setModel(self.breaches)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._pause.timeout.connect(self._look)
        self._looking.failed.connect(self._on_failed)
        session.edited.connect(self._pause.start)
        session.documents_changed.connect(self._pause.start)
        self._list.chosen.connect(self._jump)
        self._look()

    def done(self, result: int) -> None:
        self._pause.stop()
        self._looking.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        fill(
            QVBoxLayout(self),
            self.line,
            (self._list, 1),
            plain(self.tr("Click a row to go to its place in the article."), "muted"),
            buttons,
            margins=(20, 16, 20, 16),
            spacing=12,
        )
        resize_within_screen(self, 640, 420)

    @Slot()
    def _look(self) -> None:
        self.line.begin(self.tr("Checking all labels…"))
        self._looking.ask(rule_breaches.find, self._path)

    def _on_found(self, found: tuple[Breach, ...]) -> None:
        here = self._list.currentIndex().row()
        self.breaches.show(found)
        self._list.setCurrentIndex(self.breaches.index(max(0, min(here, len(found) - 1))))
        right = self.tr("All labels follow the rules, and every field was reviewed.")
        self.line.end(breaking_words(len({breach.span for breach in found})) or right)

    @Slot(object)
    def _on_failed(self, error: AnnotatorError) -> None:
        self.line.warn(sentence(error))

    @Slot(int)
    def _jump(self, row: int) -> None:
        breach = self.breaches.breach(row)
        self.jump_wanted.emit(breach.document, breach.start, breach.end)


def breaking_words(count: int) -> str:
    """Return how many labels need another look, or "" if none do."""
    if count == 0:
        return ""
    if count == 1:
        return translate("BreachDialog", "1 label breaks rules or has unreviewed fields.")
    return translate("BreachDialog", "{count} labels break rules or have unreviewed fields.").format(
        count=number(count)
    )


class BreakingLine(QWidget):
    """A line, shown while labels break rules; it does not block the export."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breakingLine")
        self._words = plain("")
        self._words.setWordWrap(True)
        show = named(
            QPushButton(self.tr("Show"), autoDefault=False), "breakingShow", self.tr("Show the labels that break rules")
        )
        show.setProperty("role", "link")
        show.clicked.connect(self.wanted)
        fill(QHBoxLayout(self), (self._words, 1), show, margins=(0, 0, 0, 0))
        self.hide()

    def show_count(self, count: int) -> None:
        """Show the number of labels that break rules."""
        self._words.setText(breaking_words(count))
        self.setVisible(count > 0)

"""The list of sources, each with a check box that turns it on in this project."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from annotator.jobs.learning.source_quality import Standing
from annotator.model.source_choices import SourceChoices
from annotator.suggest.sources.source import SourceInfo
from annotator.system.errors import AnnotatorError
from ui.base.look.plain_text import one_line
from ui.base.tables.plain_table import PlainTable
from ui.base.words.rule_names import source_words
from ui.sources.source_words import kind_words, standing_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A source; without ``info`` only its suggestions are left. ``problem`` is why it could not be loaded."""

    name: str
    info: SourceInfo | None
    on: bool
    problem: AnnotatorError | None = None
    standing: Standing = field(default_factory=Standing)


class SourceModel(QAbstractListModel):
    """A row for each source."""

    turned = Signal(str)  # the name of a source to toggle

    def __init__(self, parent: QWidget, *, writable: bool) -> None:
        super().__init__(parent)
        self._writable = writable
        self.rows: Sequence[Row] = ()

    def show_sources(self, rows: Sequence[Row]) -> None:
        """Show sources. If they are the same as before, the selection stays."""
        if [row.name for row in rows] == [row.name for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        able = self._writable and index.isValid() and self.rows[index.row()].info is not None
        return usual | Qt.ItemFlag.ItemIsUserCheckable if able else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and row.info is not None:
            return Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_name(row)}\n{state_words(row)}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_name(row)}, {kind_words(row.info)}, {state_words(row)}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.turned.emit(self.rows[index.row()].name)
        return True


class SourceList(PlainTable):
    """A list with two lines for each source; the space bar turns the selected one on or off."""

    def __init__(self, *, writable: bool) -> None:
        super().__init__("sourceList", QCoreApplication.translate("SourceList", "Sources"))
        self.be_list(2 * self.fontMetrics().lineSpacing() + 14)
        self.sources = SourceModel(self, writable=writable)
        self.setModel(self.sources)

    def show_sources(self, rows: Sequence[Row]) -> None:
        """Show sources and keep the selected one, or select the first if it is gone."""
        chosen = self.chosen()
        self.sources.show_sources(rows)
        if chosen is not None and not self.currentIndex().isValid():
            place = next((at for at, row in enumerate(rows) if row.name == chosen.name), 0)
            self.setCurrentIndex(self.sources.index(place))

    def chosen(self) -> Row | None:
        """Return the selected source."""
        index = self.currentIndex()
        return self.sources.rows[index.row()] if index.isValid() else None


def arranged(
    infos: Sequence[SourceInfo],
    choices: SourceChoices,
    standings: Mapping[str, Standing],
    problem: Callable[[SourceInfo], AnnotatorError | None],
) -> tuple[Row, ...]:
    """Return a row for each source in order of trust, then for those that are no longer here."""
    here = [Row(name=info.name, info=info, on=info.name not in choices.off, problem=problem(info)) for info in infos]
    names = {row.name for row in here}
    gone = [Row(name=name, info=None, on=False) for name in sorted({*standings, *choices.packages} - names)]
    return tuple(replace(row, standing=standings.get(row.name, Standing())) for row in (*here, *gone))


def state_words(row: Row) -> str:
    """Return that a source could not be loaded, or else the counts of its suggestions."""
    if row.problem is not None:
        return QCoreApplication.translate("SourceList", "could not be loaded")
    return standing_words(row.standing)


def _name(row: Row) -> str:
    return one_line(source_words(row.name), _LONGEST)

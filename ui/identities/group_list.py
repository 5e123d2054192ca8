"""The people and bodies of a project as a table: what they are called, how often, and what is still a proposal."""

from collections.abc import Sequence
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from annotator.errors import QT_TRANSLATE_NOOP
from annotator.model import ENTITIES
from annotator.namesakes import Group, compared
from annotator.schema import Schema
from ui.i18n import number
from ui.occurrences.key_table import KeyTable
from ui.panels.chips import label_colour, label_name, one_line, tooltip

Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_ROW = 30
_FORMS_SHOWN = 6


class Column(IntEnum):
    """What stands in which column."""

    NAME = 0
    LABEL = 1
    FORMS = 2
    COUNT = 3
    DOCUMENTS = 4
    STATE = 5


class Shown(StrEnum):
    """Which groups are listed."""

    OPEN = "open"
    DECIDED = "decided"
    ALL = "all"


_HEADERS = {
    Column.NAME: QT_TRANSLATE_NOOP("GroupModel", "Who"),
    Column.LABEL: QT_TRANSLATE_NOOP("GroupModel", "Label"),
    Column.FORMS: QT_TRANSLATE_NOOP("GroupModel", "Called"),
    Column.COUNT: QT_TRANSLATE_NOOP("GroupModel", "Mentions"),
    Column.DOCUMENTS: QT_TRANSLATE_NOOP("GroupModel", "Articles"),
    Column.STATE: QT_TRANSLATE_NOOP("GroupModel", "Decided"),
}
_NUMBERS = frozenset({Column.COUNT, Column.DOCUMENTS})


class GroupModel(QAbstractTableModel):
    """Groups, the largest first, or those of them that are wanted."""

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self.every: list[Group] = []
        self.shown: list[Group] = []
        self._wanted = Shown.OPEN
        self._words = ""

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these instead."""
        self.every = list(groups)
        self._work_out()

    def arrange(self, wanted: Shown, words: str) -> None:
        """Say which are shown: by what is decided, and by words that one of their names holds."""
        self._wanted, self._words = wanted, compared(words)
        self._work_out()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("GroupModel", _HEADERS[Column(section)])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        group, column = self.shown[index.row()], Column(index.column())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words_of(group, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._words_of(group, column))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(group, column)
        return None

    def _words_of(self, group: Group, column: Column) -> str:
        match column:
            case Column.NAME:
                return one_line(group.name, 80)
            case Column.LABEL:
                return label_name(self._schema, ENTITIES, group.label)
            case Column.FORMS:
                if [form.words for form in group.forms] == [group.name]:
                    return ""
                forms = (f"{one_line(form.words, 60)} {number(form.count)}" for form in group.forms[:_FORMS_SHOWN])
                return " · ".join(forms) + (" …" if len(group.forms) > _FORMS_SHOWN else "")
            case Column.COUNT:
                return number(group.count)
            case Column.DOCUMENTS:
                return number(group.documents)
            case Column.STATE:
                return self._state(group)

    def _state(self, group: Group) -> str:
        proposed = len(group.proposed)
        if group.identity is None:
            return self.tr("proposed")
        return self.tr("and {count} proposed").format(count=number(proposed)) if proposed else self.tr("yes")

    def _colour(self, group: Group, column: Column) -> QColor | None:
        widget = self.parent()
        palette = widget.palette() if isinstance(widget, QWidget) else QPalette()
        if column is Column.LABEL:
            return label_colour(self._schema.label(ENTITIES, group.label), palette)
        quiet = column in {Column.FORMS, Column.STATE} or (group.identity is None and column is not Column.NAME)
        return palette.color(QPalette.ColorRole.PlaceholderText) if quiet else None

    def _work_out(self) -> None:
        self.beginResetModel()
        self.shown = [group for group in self.every if self._is_wanted(group)]
        self.endResetModel()

    def _is_wanted(self, group: Group) -> bool:
        if self._wanted is Shown.OPEN and group.identity is not None and not group.proposed:
            return False
        if self._wanted is Shown.DECIDED and group.identity is None:
            return False
        aliases = group.identity.aliases if group.identity is not None else ()
        names = (group.name, *aliases, *(form.words for form in group.forms))
        return not self._words or any(self._words in compared(name) for name in names)


class GroupTable(KeyTable):
    """Shows the groups; several can be chosen. What its keys mean the window knows."""

    chosen = Signal()  # look at `selected` and `current`

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("identityList")
        self.setAccessibleName(self.tr("People and bodies"))
        self.groups = GroupModel(schema, self)
        self.setModel(self.groups)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW)
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(Column.FORMS, QHeaderView.ResizeMode.Stretch)
        widths = {Column.NAME: 164, Column.LABEL: 112, Column.COUNT: 88, Column.DOCUMENTS: 68, Column.STATE: 128}
        for column, width in widths.items():
            columns.resizeSection(column, width)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    @property
    def current(self) -> Group | None:
        """The group that has the keyboard."""
        index = self.currentIndex()
        return self.groups.shown[index.row()] if index.isValid() else None

    @property
    def selected(self) -> list[Group]:
        """The chosen groups, in the list's order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.groups.shown[row] for row in rows]

    def choose(self, row: int) -> None:
        """Choose a row, or the one nearest to it."""
        if self.groups.shown:
            self.selectRow(max(0, min(row, len(self.groups.shown) - 1)))
        else:
            self.chosen.emit()

    def row_of(self, group: Group | None) -> int | None:
        """Find the row of a group of a former list: of the same identity, or one that shares a mention."""
        if group is None:
            return None
        mentions = {*group.decided, *group.proposed}
        for row, each in enumerate(self.groups.shown):
            same = group.identity is not None and each.identity is not None and each.identity.id == group.identity.id
            if same or not mentions.isdisjoint((*each.decided, *each.proposed)):
                return row
        return None

    @Slot()
    def _on_selected(self) -> None:
        self.chosen.emit()

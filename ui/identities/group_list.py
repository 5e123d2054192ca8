"""The table of people and organisations: their names, forms and counts, and what is still to decide."""

from collections.abc import Sequence
from enum import IntEnum, StrEnum

from PySide6.QtCore import (
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotator.model.schema import Schema
from annotator.model.values import ENTITIES
from annotator.suggestions.namesakes import Group, compared
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import number, translate
from ui.base.look.look import label_colour, label_name
from ui.base.look.plain_text import one_line
from ui.base.rows.plain_table import KeyTable
from ui.base.rows.rows_model import Index, RowsModel

_FORMS_SHOWN = 6


Column = IntEnum("Column", "NAME LABEL FORMS COUNT DOCUMENTS STATE", start=0)


class ListedGroups(StrEnum):
    """The groups that the table lists: those with something to decide, those with an identity, or all."""

    OPEN = "open"
    DECIDED = "decided"
    ALL = "all"


_HEADERS = {
    Column.NAME: QT_TRANSLATE_NOOP("GroupModel", "Who"),
    Column.LABEL: QT_TRANSLATE_NOOP("GroupModel", "Label"),
    Column.FORMS: QT_TRANSLATE_NOOP("GroupModel", "Spellings"),
    Column.COUNT: QT_TRANSLATE_NOOP("GroupModel", "Mentions"),
    Column.DOCUMENTS: QT_TRANSLATE_NOOP("GroupModel", "Articles"),
    Column.STATE: QT_TRANSLATE_NOOP("GroupModel", "Decided"),
}
_NUMBERS = frozenset({Column.COUNT, Column.DOCUMENTS})


class GroupModel(RowsModel[Group, Column]):
    """A table model of groups of mentions; it shows the groups that match the chosen state and the typed text."""

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        super().__init__("GroupModel", _HEADERS, parent, numbers=_NUMBERS)
        self._schema = schema
        self.every: Sequence[Group] = ()
        self._wanted = ListedGroups.OPEN
        self._typed = ""

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Replace the groups, and filter them again."""
        self.every = groups
        self._work_out()

    def arrange(self, wanted: ListedGroups, words: str) -> None:
        """Filter by state, and by a text that at least one of a group's names contains."""
        self._wanted, self._typed = wanted, compared(words)
        self._work_out()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(self.shown[index.row()], self.column(index))
        return super().data(index, role)

    def words(self, row: Group, column: Column) -> str:
        match column:
            case Column.NAME:
                return one_line(row.name, 80)
            case Column.LABEL:
                return label_name(self._schema, ENTITIES, row.label)
            case Column.FORMS:
                if [form.words for form in row.forms] == [row.name]:
                    return ""
                forms = (f"{one_line(form.words, 60)} {number(form.count)}" for form in row.forms[:_FORMS_SHOWN])
                return " · ".join(forms) + (" …" if len(row.forms) > _FORMS_SHOWN else "")
            case Column.COUNT:
                return number(row.count)
            case Column.DOCUMENTS:
                return number(row.documents)
            case Column.STATE:
                return self._state(row)

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
        self.show_rows([group for group in self.every if self._is_wanted(group)])

    def _is_wanted(self, group: Group) -> bool:
        if self._wanted is ListedGroups.OPEN and group.identity is not None and not group.proposed:
            return False
        if self._wanted is ListedGroups.DECIDED and group.identity is None:
            return False
        aliases = group.identity.aliases if group.identity is not None else ()
        names = (group.name, *aliases, *(form.words for form in group.forms))
        return not self._typed or any(self._typed in compared(name) for name in names)


_WIDTHS = {Column.NAME: 164, Column.LABEL: 112, Column.COUNT: 88, Column.DOCUMENTS: 68, Column.STATE: 128}  # pixels
_NARROW = sum(_WIDTHS.values()) + 80


class GroupTable(KeyTable):
    """The table of groups, with multiple selection. The window handles its keys."""

    chosen = Signal()  # `selected` or `current` changed

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("identityList", translate("GroupTable", "People and organisations"), parent)
        self.groups = GroupModel(schema, self)
        self.setModel(self.groups)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.share_width((Column.NAME, Column.FORMS))
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.selectionModel().selectionChanged.connect(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the details show, too, if the table is narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        for column in (Column.FORMS, Column.COUNT, Column.DOCUMENTS):
            self.setColumnHidden(column, narrow)

    @property
    def current(self) -> Group | None:
        """The group of the current row, or None."""
        index = self.currentIndex()
        return self.groups.shown[index.row()] if index.isValid() else None

    @property
    def selected(self) -> list[Group]:
        """The selected groups, in the list's order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.groups.shown[row] for row in rows]

    def choose(self, row: int) -> None:
        """Select a row; if it does not exist, select the nearest one."""
        if self.groups.shown:
            self.selectRow(max(0, min(row, len(self.groups.shown) - 1)))
        else:
            self.chosen.emit()

    def row_of(self, group: Group | None) -> int | None:
        """Return the row of a group from an earlier list; None if it is gone.

        Groups are the same if they share an identity or a mention.
        """
        if group is None:
            return None
        mentions = {*group.decided, *group.proposed}
        for row, each in enumerate(self.groups.shown):
            same = group.identity is not None and each.identity is not None and each.identity.id == group.identity.id
            if same or not mentions.isdisjoint((*each.decided, *each.proposed)):
                return row
        return None

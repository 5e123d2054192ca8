"""The table of conflicts: where each one is, and each side's values."""

import json
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.editing.log.replaying import WHOLE
from annotator.jobs.merging.conflicts import Conflict, Side
from annotator.model.schema import Schema
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.look.look import field_name, label_name
from ui.base.look.plain_text import one_line
from ui.base.rows.plain_table import PlainTable, click_on_return
from ui.base.rows.rows_model import RowsModel
from ui.base.widgets.empty_words import EmptyWords

translate = QCoreApplication.translate
LETTERS = "ABCDEF"
_SHOWN = 80  # shown characters of a cell
_NONE = "–"

Column = IntEnum("Column", "WORDS FIELD SAID ARTICLE", start=0)
_HEADERS = {
    Column.WORDS: QT_TRANSLATE_NOOP("Conflicts", "Words"),
    Column.FIELD: QT_TRANSLATE_NOOP("Conflicts", "In conflict"),
    Column.SAID: QT_TRANSLATE_NOOP("Conflicts", "Each person’s version"),
    Column.ARTICLE: QT_TRANSLATE_NOOP("Conflicts", "Article"),
}
_FIELDS = {
    WHOLE: QT_TRANSLATE_NOOP("Conflicts", "kept or removed"),
    "label": QT_TRANSLATE_NOOP("Conflicts", "label"),
    "parts": QT_TRANSLATE_NOOP("Conflicts", "boundaries"),
    "note": QT_TRANSLATE_NOOP("Conflicts", "note"),
    "doubt": QT_TRANSLATE_NOOP("Conflicts", "doubt"),
    "origin": QT_TRANSLATE_NOOP("Conflicts", "origin"),
    "annotator": QT_TRANSLATE_NOOP("Conflicts", "person"),
    "state": QT_TRANSLATE_NOOP("Conflicts", "state"),
    "value": QT_TRANSLATE_NOOP("Conflicts", "schema"),
    "head": QT_TRANSLATE_NOOP("Conflicts", "start of the relation"),
    "tail": QT_TRANSLATE_NOOP("Conflicts", "end of the relation"),
    "excluded": QT_TRANSLATE_NOOP("Conflicts", "excluded paragraphs"),
    "title": QT_TRANSLATE_NOOP("Conflicts", "title"),
    "author": QT_TRANSLATE_NOOP("Conflicts", "author"),
    "publisher": QT_TRANSLATE_NOOP("Conflicts", "publisher"),
    "published": QT_TRANSLATE_NOOP("Conflicts", "date"),
    "language": QT_TRANSLATE_NOOP("Conflicts", "language"),
    "name": QT_TRANSLATE_NOOP("Conflicts", "name"),
}
_KINDS = {
    "identity": QT_TRANSLATE_NOOP("Conflicts", "who is meant"),
    "setting": QT_TRANSLATE_NOOP("Conflicts", "schema"),
    "document": QT_TRANSLATE_NOOP("Conflicts", "article details"),
    "document_state": QT_TRANSLATE_NOOP("Conflicts", "state of the article"),
    "document_label": QT_TRANSLATE_NOOP("Conflicts", "label of the article"),
}


class ConflictModel(RowsModel[Conflict, Column]):
    """The conflicts as table rows."""

    def __init__(self, schema: Schema, parent: QWidget | None = None) -> None:
        super().__init__("Conflicts", _HEADERS, parent)
        self._schema = schema

    def words(self, row: Conflict, column: Column) -> str:
        match column:
            case Column.WORDS:
                return one_line(row.words, _SHOWN) if row.words else kind_words(row.kind)
            case Column.FIELD if len(row.sides) == 1:
                return translate("Conflicts", "unknown label")
            case Column.FIELD:
                return ", ".join(field_words(self._schema, row.layer, name) for name in row.fields)
            case Column.SAID if len(row.sides) == 1:
                return f"{one_line(row.sides[0].annotator, _SHOWN)}: {label_name(self._schema, row.layer, row.label)}"
            case Column.SAID:
                return "   ".join(
                    f"{letter}  {side_words(self._schema, row, side)}"
                    for letter, side in zip(LETTERS, row.sides, strict=False)
                )
            case Column.ARTICLE:
                return one_line(row.title, _SHOWN)


class ConflictTable(PlainTable):
    """A click or Return goes to the place of a conflict; the letter of a side settles the conflict for that side."""

    jump_wanted = Signal(str, int, int)
    settle_wanted = Signal(int)  # index of the side that wins

    def __init__(self, schema: Schema) -> None:
        super().__init__("conflictTable", translate("Conflicts", "Conflicts"))
        self.rows = ConflictModel(schema, self)
        self.setModel(self.rows)
        EmptyWords(self, translate("Conflicts", "Places where merged copies contradict each other are listed here."))
        self.set_lines(2)
        self.share_width((Column.WORDS, Column.SAID))
        for column in (Column.FIELD, Column.ARTICLE):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.clicked.connect(self._jump)
        click_on_return(self)

    @property
    def chosen(self) -> Conflict | None:
        row = self.currentIndex().row()
        return self.rows.shown[row] if 0 <= row < len(self.rows.shown) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if len(letter) == 1 and letter in LETTERS and self.chosen is not None:
            side = LETTERS.index(letter)
            if side < len(self.chosen.sides) > 1:
                self.settle_wanted.emit(side)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Do nothing: letters settle conflicts, so they must not search in the table."""

    @Slot(QModelIndex)
    def _jump(self, index: QModelIndex) -> None:
        row = self.rows.shown[index.row()]
        if row.document:
            self.jump_wanted.emit(row.document, row.start, row.end)


def kind_words(kind: str) -> str:
    """Return the name of the kind of a row without a place in a text, else ""."""
    return translate("Conflicts", _KINDS[kind]) if kind in _KINDS else ""


def field_words(schema: Schema, layer: str, name: str) -> str:
    """Return the name of a field in conflict, in the window's language."""
    outer, _, inner = name.partition(".")
    if outer == "attributes":
        return field_name(schema, layer, inner)
    if inner:
        return inner
    return translate("Conflicts", _FIELDS[name]) if name in _FIELDS else name


def side_words(schema: Schema, row: Conflict, side: Side) -> str:
    """Return one side's name and its values of the fields in conflict."""
    said = (_value_words(schema, row, name, value) for name, value in zip(row.fields, side.values, strict=True))
    return f"{one_line(side.annotator, _SHOWN)}: {', '.join(said)}"


def _value_words(schema: Schema, row: Conflict, name: str, value: Any) -> str:
    if name == WHOLE:
        return translate("Conflicts", "removed") if value is None else translate("Conflicts", "kept")
    if row.kind == "setting":
        return translate("Conflicts", "its own schema")
    if value is None or value == "":
        return _NONE
    if name == "label" and row.kind == "span":
        return label_name(schema, row.layer, str(value))
    if isinstance(value, bool):
        return translate("Conflicts", "yes") if value else translate("Conflicts", "no")
    if name == "parts" and isinstance(value, list):
        return " + ".join(f"{start}–{end}" for start, end in value)
    return one_line(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), _SHOWN)

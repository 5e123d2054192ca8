"""The table of a language model's doubts about labels; a click or Return goes to the label."""

from enum import IntEnum
from typing import NamedTuple

from PySide6.QtWidgets import QHeaderView, QWidget

from annotator.model.schema import Schema
from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import translate
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line
from ui.base.rows.plain_table import Place, PlaceTable
from ui.base.rows.rows_model import RowsModel

_LONGEST = 120  # shown characters of a cell
_ARTICLE, _WORDS, _LABEL = 170, 170, 110  # widths of columns in pixels

Column = IntEnum("Column", "ARTICLE WORDS LABEL DOUBT", start=0)


class DoubtRow(NamedTuple):
    """A doubt about a label, with its place in code points, end exclusive."""

    document: str
    start: int
    end: int
    title: str
    words: str
    layer: str
    label: str
    doubt: str


class DoubtModel(RowsModel[DoubtRow, Column]):
    """The doubts, in the order in which they came."""

    def __init__(self, schema: Schema, parent: QWidget) -> None:
        headings = {
            Column.ARTICLE: QT_TRANSLATE_NOOP("DoubtTable", "Article"),
            Column.WORDS: QT_TRANSLATE_NOOP("DoubtTable", "Words"),
            Column.LABEL: QT_TRANSLATE_NOOP("DoubtTable", "Label"),
            Column.DOUBT: QT_TRANSLATE_NOOP("DoubtTable", "Doubt"),
        }
        super().__init__("DoubtTable", headings, parent)
        self._schema = schema

    def words(self, row: DoubtRow, column: Column) -> str:
        match column:
            case Column.ARTICLE:
                return one_line(row.title, _LONGEST)
            case Column.WORDS:
                return one_line(row.words, _LONGEST)
            case Column.LABEL:
                return label_name(self._schema, row.layer, row.label)
            case Column.DOUBT:
                return row.doubt


class DoubtTable(PlaceTable):
    """The table of doubts. The column of doubts takes all the width that is left."""

    def __init__(self, schema: Schema) -> None:
        super().__init__("modelDoubts", translate("DoubtTable", "Doubts about labels"))
        self.doubts = DoubtModel(schema, self)
        self.setModel(self.doubts)
        self.set_lines(2)
        columns = self.horizontalHeader()
        for column, width in ((Column.ARTICLE, _ARTICLE), (Column.WORDS, _WORDS), (Column.LABEL, _LABEL)):
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            columns.resizeSection(column, width)
        self.share_width((Column.DOUBT,))

    def place(self, row: int) -> Place:
        return self.doubts.shown[row]

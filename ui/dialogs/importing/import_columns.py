"""The mapping of table columns or JSON keys to article fields."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from annotator.corpus.draft import FIELDS, Sheet
from ui.base.look.plain_text import one_line, plain, tooltip
from ui.base.widgets.choice import Choice
from ui.base.widgets.named import named

_IN_A_ROW = 4  # fields
_NARROW = 10  # least visible characters of a column's name


class ImportColumns(QWidget):
    """A combo box of columns per field, preset to the guess. Only the text needs a column."""

    chosen = Signal(dict)  # columns by field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        names = {
            "text": self.tr("Text"),
            "title": self.tr("Title"),
            "published": self.tr("Published"),
            "author": self.tr("Author"),
            "publisher": self.tr("Publisher"),
            "url": self.tr("Address"),
            "language": self.tr("Language"),
            "id": self.tr("Identifier"),
        }
        self.lists: dict[str, QComboBox] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(8)
        self._caption = plain("", "muted")
        layout.addWidget(self._caption, 0, 0, 1, _IN_A_ROW)
        for place, field in enumerate(FIELDS):
            column, row = place % _IN_A_ROW, 1 + 2 * (place // _IN_A_ROW)
            layout.addWidget(plain(names[field]), row, column)
            self.lists[field] = self._list(field, names[field])
            layout.addWidget(self.lists[field], row + 1, column)
            layout.setColumnStretch(column, 1)

    def show_sheet(self, file: str, sheet: Sheet) -> None:
        """Show the columns of a file and the fields they were mapped to."""
        self._caption.setText(self.tr("Columns of {file}:").format(file=one_line(file, 80)))
        for field, choice in self.lists.items():
            with QSignalBlocker(choice):
                choice.clear()
                if field != "text":
                    choice.addItem("–", None)
                for column in sheet.columns:
                    choice.addItem(one_line(column.name, 60), column.name)
                    sample = tooltip(f"{column.name}: {column.sample}")
                    choice.setItemData(choice.count() - 1, sample, Qt.ItemDataRole.ToolTipRole)
                found = choice.findData(sheet.chosen.get(field))
                choice.setCurrentIndex(found if found >= 0 else -1 if field == "text" else 0)

    def _list(self, field: str, name: str) -> QComboBox:
        choice = named(Choice(), f"importColumn.{field}", self.tr("Column for {field}").format(field=name))
        choice.setMinimumContentsLength(_NARROW)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        choice.activated.connect(self._on_activated)
        return choice

    @Slot(int)
    def _on_activated(self, _index: int) -> None:
        columns = {field: choice.currentData() for field, choice in self.lists.items()}
        if columns["text"] is not None:
            self.chosen.emit({field: column for field, column in columns.items() if column is not None})

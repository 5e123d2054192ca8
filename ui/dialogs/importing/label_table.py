"""The table of labels in imported files, and a text for a record."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from annotator.model.schema import Schema
from annotator.model.values import Annotated, Span, Suggestion, quote
from ui.base.i18n import number
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, tooltip
from ui.base.widgets.cells import cell_width
from ui.base.widgets.inputs import Choice, named
from ui.dialogs.importing.import_table import language_words

FILE, COUNT, HERE = range(3)
_SEEN = 4  # rows that stay visible
_TITLE = 121  # characters: a shortened title and its ellipsis
_SPANS = 12  # labels shown of a record, at most
_ROLE = Qt.ItemDataRole.UserRole  # data of a label's row: its layer

translate = QCoreApplication.translate


class LabelTable(QTableWidget):
    """A row for each name in the files: the name, how often it occurs, and a combo box of the project's names."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        named(self, "importLabelTable", translate("ImportLabels", "Labels in the files"))
        self.setHorizontalHeaderLabels(
            [
                translate("ImportLabels", "In the file"),
                translate("ImportLabels", "Count"),
                translate("ImportLabels", "Here"),
            ]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its combo boxes take the focus instead
        self.setShowGrid(False)
        self.setWordWrap(False)  # otherwise a long name is cut at its first space
        self.verticalHeader().hide()
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(COUNT, QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(HERE, QHeaderView.ResizeMode.Fixed)

    def put(self, row: int, shown: str, count: int, called: str, layer: str | None = None) -> Choice:
        """Fill a row and return an empty combo box for it, to be filled and passed to `place`.

        Args:
            row: Its number.
            shown: The name in the files.
            count: How often it occurs.
            called: The combo box's object name.
            layer: The label's layer in the files; see `hide_labels`.
        """
        name = QTableWidgetItem(one_line(shown, 80))
        name.setToolTip(tooltip(one_line(shown, 300)))
        name.setData(_ROLE, layer)
        self.setItem(row, FILE, name)
        cell = QTableWidgetItem(number(count))
        cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setItem(row, COUNT, cell)
        words = translate("ImportLabels", "The project’s label for {label} in the file")
        return named(Choice(), called, words.format(label=name.text()))

    def place(self, row: int, choice: Choice) -> None:
        """Put a filled combo box into its row, and widen the column to fit its texts."""
        self.setCellWidget(row, HERE, choice)
        self.setColumnWidth(HERE, max(self.columnWidth(HERE), cell_width(choice)))
        self.setRowHeight(row, choice.sizeHint().height() + 4)

    def see_some(self) -> None:
        """Keep the first few rows visible, even if many files are listed above."""
        rows = sum(self.rowHeight(row) for row in range(min(_SEEN, self.rowCount())))
        head = self.horizontalHeader().sizeHint().height()
        self.setMinimumHeight(head + rows + 2 * self.frameWidth())

    def hide_labels(self, layers: Collection[str]) -> None:
        """Hide the rows of labels in these layers, and show all other rows."""
        for row in range(self.rowCount()):
            name = self.item(row, FILE)
            self.setRowHidden(row, name is not None and name.data(_ROLE) in layers)


def record_words(schema: Schema, annotated: Annotated) -> str:
    """Return the title of an article and its first labels, each on its own line."""
    document = annotated.document
    head = f"{one_line(document.title, _TITLE)}  ·  {language_words(document.language)}"
    spans: list[Span | Suggestion] = [*annotated.spans, *annotated.suggestions]
    lines = [article_label_words(label.label, label.value) for label in annotated.labels[:_SPANS]]
    lines += [_span(schema, document.text, span) for span in spans[:_SPANS]]
    if len(spans) > _SPANS:
        more = translate("ImportLabels", "… and {count} more")
        lines.append(more.format(count=number(len(spans) - _SPANS)))
    return "\n".join([head, *(lines or [translate("ImportLabels", "no labels")])])


def article_label_words(label: str, value: str) -> str:
    """Return the line that shows a label of a whole article."""
    named = f"{label} = {value}" if value else label
    return "    " + translate("ImportLabels", "label of the article: {label}").format(label=one_line(named, 80))


def _span(schema: Schema, text: str, span: Span | Suggestion) -> str:
    called = label_name(schema, span.layer, span.label)
    return f"    {called}:  {one_line(quote(text, span.parts), 80)}"

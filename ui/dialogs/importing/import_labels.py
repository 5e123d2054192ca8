"""Options for imported labels: their names in the project, the annotator, and a preview of records."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.editing.schema_editing.new_label import NEW, new_label, with_labels, with_used
from annotator.editing.schema_editing.new_relation import requested_relations, with_relations, with_used_relations
from annotator.formats.problem import Problem
from annotator.jobs.importing.labelled_files import LEFT_OUT, FileLabel
from annotator.model.schema import Label, RelationType, Schema, words
from annotator.model.values import ATTRIBUTION, Annotated, Span, Suggestion, quote
from ui.base.i18n import number, ui_language
from ui.base.look.look import label_name
from ui.base.look.plain_text import one_line, plain, set_role, tooltip
from ui.base.widgets.inputs import Choice, fill, named
from ui.dialogs.importing.import_reading import Wanted
from ui.dialogs.importing.import_table import language_words

_MOST = 200  # most labels in the table; a file with more has free-text labels
_SEEN = 4  # rows
_RECORDS = 3
_SPANS = 12  # of a record
_UNITS = frozenset({"record.utf16", "record.units", "row.outside"})  # problems that may mean another offset unit
_FILE, _COUNT, _HERE = range(3)


class ImportLabels(QWidget):
    """The options; `changed` means that files must be read again."""

    changed = Signal()

    def __init__(self, schema: Schema, annotators: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._renamed: dict[str, str] = {}
        self._made: dict[str, Label] = {}  # by their names in the files
        self._relations: dict[str, int] = {}  # the files' relations that the project lacks, and how often they occur
        self._new_relations: dict[str, RelationType] = {}  # by their names in the files
        self._labels: list[str] = []
        self.table = QTableWidget(0, 3)
        self._prepare_table()
        self._rest = plain("", "muted")
        self._rest.setWordWrap(True)
        self.preview = named(
            QPlainTextEdit(readOnly=True), "importRecords", self.tr("The first articles as they will be imported")
        )
        self.preview.setTabChangesFocus(True)
        self.decisions = QRadioButton(self.tr("as &decisions by"))
        self.decisions.setChecked(True)
        self.decisions.setObjectName("importDecisions")
        self.annotator = named(QComboBox(editable=True), "importAnnotator", self.tr("Annotator for labels without one"))
        self.annotator.setToolTip(tooltip(self.annotator.accessibleName()))
        self.annotator.addItems(list(annotators))
        self.suggestions = named(QRadioButton(self.tr("as &suggestions, to be decided")), "importSuggestions")
        self.units = named(QComboBox(), "importUnits", self.tr("Offsets count"))
        self.units.addItem(self.tr("as usual in the format"), None)
        self.units.addItem(self.tr("characters"), False)
        self.units.addItem(self.tr("UTF-16 units"), True)
        self._units_line = QWidget()
        self._units_line.hide()
        self._caption = plain("", "muted")
        self._group = QButtonGroup(self)
        self._lay_out()
        self.decisions.toggled.connect(self.annotator.setEnabled)
        self.units.currentIndexChanged.connect(self.changed)

    @property
    def renamed(self) -> dict[str, str]:
        """The project's label for each of the files' labels that the user reassigned."""
        return dict(self._renamed)

    @property
    def schema(self) -> Schema:
        """The project's schema with the new labels."""
        return with_relations(with_labels(self._schema, self._made.values()), self._new_relations.values())

    def schema_for(self, annotated: Iterable[Annotated]) -> Schema | None:
        """Return the schema with the new labels used by these records; None without any."""
        entries = list(annotated)
        labels = with_used(self._schema, self._made.values(), entries)
        return with_used_relations(labels, self._schema, self._new_relations.values(), entries)

    @property
    def utf16(self) -> bool | None:
        """Return whether offsets count UTF-16 units; None leaves that to the format."""
        chosen: bool | None = self.units.currentData()
        return chosen

    def wanted(self, paths: Sequence[Path]) -> Wanted:
        """Return the request to read files with these options."""
        return Wanted(paths=paths, renamed=self.renamed, schema=self.schema, utf16=self.utf16)

    @property
    def as_suggestions(self) -> bool:
        """Return whether the labels become suggestions."""
        return self.suggestions.isChecked()

    def begin(self) -> None:
        """Reset the options for other files."""
        self._renamed, self._made, self._labels = {}, {}, []
        self._relations, self._new_relations = {}, {}
        with QSignalBlocker(self.units):
            self.units.setCurrentIndex(0)
        self._units_line.hide()

    def show_heard(self, heard: Sequence[FileLabel], problems: Sequence[Problem]) -> None:
        """Show the files' labels, unknown ones first."""
        if any(problem.code in _UNITS for problem in problems):
            self._units_line.show()
        labels = {entry.label for entry in heard}
        found = Counter(problem.details["label"] for problem in problems if problem.code == "row.relation")
        for name, count in found.items():
            if name not in labels:
                self._relations.setdefault(name, count)
        lacking = [*(entry.label for entry in heard if entry.found is None), *self._relations]
        self._show_unknown(sum(name not in self._renamed for name in lacking))
        if {*labels, *self._relations} == set(self._labels):
            return  # only a choice changed; keep the rows
        relations = [FileLabel(label=name, count=count, found=None) for name, count in self._relations.items()]
        shown = [*relations, *sorted(heard, key=lambda entry: entry.found is not None)]
        self._labels = [entry.label for entry in shown]
        self.table.setRowCount(min(_MOST, len(shown)))
        for row, entry in enumerate(shown[:_MOST]):
            self._put(row, entry)
        self._see_some()
        over = len(shown) - _MOST
        self._rest.setVisible(over > 0)
        self._rest.setText(
            self.tr("{count} more labels: those that the project has are imported.").format(count=number(over))
        )

    def show_records(self, annotated: Sequence[Annotated]) -> None:
        """Show the first records."""
        self.preview.setPlainText("\n\n".join(self._record(entry) for entry in annotated[:_RECORDS]))

    # Inside

    def _prepare_table(self) -> None:
        table = self.table
        table.setObjectName("importLabelTable")
        table.setAccessibleName(self.tr("Labels in the files"))
        table.setHorizontalHeaderLabels([self.tr("In the file"), self.tr("Count"), self.tr("Here")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its combo boxes have the focus
        table.setShowGrid(False)
        table.verticalHeader().hide()
        columns = table.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(_FILE, QHeaderView.ResizeMode.Stretch)
        columns.setSectionResizeMode(_COUNT, QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(_HERE, QHeaderView.ResizeMode.ResizeToContents)

    def _lay_out(self) -> None:
        for button in (self.decisions, self.suggestions):
            self._group.addButton(button)
        how = fill(QHBoxLayout(), plain(self.tr("Import labels"), "muted"), self.decisions, self.annotator, spacing=8)
        how.addSpacing(16)
        how.addWidget(self.suggestions)
        how.addStretch(1)
        fill(
            QHBoxLayout(self._units_line),
            plain(self.units.accessibleName(), "muted"),
            self.units,
            plain(self.tr("(choose another if labels are off by a character or two)"), "muted"),
            1,
            margins=(0, 0, 0, 0),
            spacing=8,
        )
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(8)
        layout.addWidget(self._caption, 0, 0)
        layout.addWidget(plain(self.preview.accessibleName(), "muted"), 0, 1)
        layout.addWidget(self.table, 1, 0)
        layout.addWidget(self.preview, 1, 1)
        layout.addWidget(self._rest, 2, 0, 1, 2)
        layout.addLayout(how, 3, 0, 1, 2)
        layout.addWidget(self._units_line, 4, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)
        self._rest.hide()

    def _see_some(self) -> None:
        """Keep the first rows visible, even with many files listed above."""
        rows = sum(self.table.rowHeight(row) for row in range(min(_SEEN, self.table.rowCount())))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setMinimumHeight(head + rows + 2 * self.table.frameWidth())

    def _show_unknown(self, count: int) -> None:
        caption = self.tr("Labels in the files, and their names here")
        if count:
            one, more = self.tr("one is unknown here"), self.tr("{count} are unknown here")
            caption += " · " + (one if count == 1 else more.format(count=number(count)))
        self._caption.setText(caption)
        set_role(self._caption, "warning" if count else "muted")

    def _put(self, row: int, entry: FileLabel) -> None:
        name = QTableWidgetItem(one_line(entry.label, 80))
        name.setToolTip(tooltip(one_line(entry.label, 300)))
        self.table.setItem(row, _FILE, name)
        count = QTableWidgetItem(number(entry.count))
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItem(row, _COUNT, count)
        choice = named(Choice(), f"importLabel.{row}", self.tr("{label} in the file is here").format(label=name.text()))
        choice.addItem(self.tr("leave out"), LEFT_OUT)
        if entry.label in self._relations:
            self._offer_relations(choice, entry.label)
        else:
            self._offer_labels(choice, entry)
        self.table.setCellWidget(row, _HERE, choice)
        self.table.setRowHeight(row, choice.sizeHint().height() + 4)

    def _offer_labels(self, choice: Choice, entry: FileLabel) -> None:
        if entry.found is None:
            self._offer_new(choice, one_line(entry.label, 80))
        for layer in self._schema.layers:
            for label in layer.labels:
                shown = f"{words(label.name, ui_language())} ({words(layer.name, ui_language())})"
                choice.addItem(shown, f"{layer.id}.{label.id}")
        choice.setCurrentIndex(0 if entry.found is None else choice.findData(".".join(entry.found)))
        choice.currentIndexChanged.connect(lambda: self._rename(entry.label, choice.currentData()))

    def _offer_relations(self, choice: Choice, name: str) -> None:
        """Offer a new relation of this name, whose data is `NEW`, and the project's relations."""
        choice.addItem(self.tr("new relation “{name}”").format(name=one_line(name, 80)), NEW)
        for relation in self._schema.relations:
            choice.addItem(self.tr("relation {name}").format(name=words(relation.name, ui_language())), relation.id)
        choice.setCurrentIndex(0)
        choice.currentIndexChanged.connect(
            lambda: self._rename_relation(name, choice.currentIndex(), choice.currentData())
        )

    def _rename_relation(self, name: str, at: int, here: str) -> None:
        self._new_relations.pop(name, None)
        if at == 1:
            (made,) = requested_relations(self.schema, {name: NEW}) or (None,)
            if made is not None:
                self._new_relations[name] = made
            here = name if made is None else made.id  # another name of the file became the same relation
        self._renamed[name] = here
        self.changed.emit()

    def _offer_new(self, choice: Choice, label: str) -> None:
        """Offer a new label in each layer; the item's data is the layer id."""
        for layer in self._schema.layers:
            if layer.id != ATTRIBUTION:
                words_ = self.tr("new label “{label}” ({layer})")
                choice.addItem(words_.format(label=label, layer=words(layer.name, ui_language())), layer.id)

    def _rename(self, label: str, here: str) -> None:
        self._made.pop(label, None)
        if here in {layer.id for layer in self._schema.layers}:
            self._made[label] = new_label(self.schema, here, one_line(label, 80))
            here += f".{self._made[label].id}"
        self._renamed[label] = here
        self.changed.emit()

    def _record(self, annotated: Annotated) -> str:
        document = annotated.document
        head = f"{one_line(document.title, 120)}  ·  {language_words(document.language)}"
        spans: list[Span | Suggestion] = [*annotated.spans, *annotated.suggestions]
        lines = [self._span(document.text, span) for span in spans[:_SPANS]]
        if len(spans) > _SPANS:
            lines.append(self.tr("… and {count} more").format(count=number(len(spans) - _SPANS)))
        return "\n".join([head, *(lines or [self.tr("no labels")])])

    def _span(self, text: str, span: Span | Suggestion) -> str:
        called = label_name(self.schema, span.layer, span.label)
        return f"    {called}:  {one_line(quote(text, span.parts), 80)}"

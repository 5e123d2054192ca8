"""Options for imported labels: their names in the project, the annotator, and a preview of records."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QHBoxLayout, QPlainTextEdit, QRadioButton, QWidget

from annotator.editing.schema_editing.new_label import (
    NEW,
    new_label,
    requested_labels,
    with_broader,
    with_labels,
    with_used,
)
from annotator.editing.schema_editing.new_relation import requested_relations, with_relations, with_used_relations
from annotator.formats.problem import Problem
from annotator.jobs.importing.labelled_files import LEFT_OUT, FileLabel, broader_ones
from annotator.model.schema import Label, RelationType, Schema, words
from annotator.model.values import ATTRIBUTION, Annotated
from ui.base.i18n import number, ui_language
from ui.base.look.plain_text import one_line, plain, set_role, tooltip
from ui.base.widgets.inputs import Choice, fill, named
from ui.dialogs.importing.import_reading import ReadRequest
from ui.dialogs.importing.label_table import LabelTable, record_words

_MOST = 200  # labels in the table, at most; a file with more has free-text labels
_RECORDS = 3
_UNITS = frozenset({"record.utf16", "record.units", "row.outside"})  # may come from offsets in another unit
_EACH, _OUT = "*", "-"  # choices for a layer other than a layer of the project: label by label, leave out
_UNKNOWN = ""  # in place of a layer: all labels that the project lacks, if the files have no layers


class ImportLabels(QWidget):
    """The options for labels. `changed` is emitted when files must be read again."""

    changed = Signal()

    def __init__(self, schema: Schema, annotators: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema = schema
        self._renamed: dict[str, str] = {}
        self._made: dict[str, Label] = {}  # by their names in the files
        self._relations: dict[str, int] = {}  # how often each relation occurs that the project lacks
        self._new_relations: dict[str, RelationType] = {}  # by their names in the files
        self._labels: list[str] = []
        self._of_files: list[FileLabel] = []
        self._unknown: set[str] = set()  # the labels that the project lacked, if they have a row for all of them
        self._layers: dict[str, str] = {}  # the choice for each layer of the files
        self._rows: list[str] = []  # the layers that have a row
        self._several = False  # whether the files have labels of several layers
        self.table = LabelTable()
        self._rest = plain("", "muted", wraps=True)
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
        """The labels that the user mapped: a label's name in the files → the project's label."""
        return dict(self._renamed)

    @property
    def schema(self) -> Schema:
        """The project's schema with the new labels."""
        return with_relations(with_labels(self._schema, self._made.values()), self._new_relations.values())

    def schema_for(self, annotated: Iterable[Annotated]) -> Schema | None:
        """Return the schema with the new labels that records use and their parents; None if there are no new labels."""
        entries = list(annotated)
        made = with_broader(self._schema, self._made, broader_ones(self._of_files))
        labels = with_used(self._schema, made.values(), entries)
        return with_used_relations(labels, self._schema, self._new_relations.values(), entries)

    @property
    def utf16(self) -> bool | None:
        """Return whether offsets count UTF-16 units; None means that the format decides."""
        chosen: bool | None = self.units.currentData()
        return chosen

    def wanted(self, paths: Sequence[Path]) -> ReadRequest:
        """Return the request to read files with these options."""
        return ReadRequest(paths=paths, renamed=self.renamed, schema=self.schema, utf16=self.utf16)

    @property
    def as_suggestions(self) -> bool:
        return self.suggestions.isChecked()

    def begin(self) -> None:
        """Reset the options before other files are read."""
        self._renamed, self._made, self._labels = {}, {}, []
        self._relations, self._new_relations = {}, {}
        self._of_files, self._layers, self._rows, self._unknown = [], {}, [], set()
        self.table.setRowCount(0)
        self.preview.clear()
        with QSignalBlocker(self.units):
            self.units.setCurrentIndex(0)
        self._units_line.hide()

    def show_labels(self, labels: Sequence[FileLabel], problems: Sequence[Problem]) -> None:
        """Show the files' labels; those that the project lacks come first."""
        if any(problem.code in _UNITS for problem in problems):
            self._units_line.show()
        self._of_files = list(labels)
        names = {entry.name for entry in labels}
        found = Counter(problem.details["label"] for problem in problems if problem.code == "row.relation")
        for name, count in found.items():
            if name not in names:
                self._relations.setdefault(name, count)
        lacking = [
            *(entry.name for entry in labels if entry.found is None and not self._is_out(entry)),
            *self._relations,
        ]
        self._show_unknown(sum(name not in self._renamed for name in lacking))
        if {*names, *self._relations} == set(self._labels):
            return  # only a choice has changed: keep the rows
        relations = [FileLabel(label=name, count=count, found=None) for name, count in self._relations.items()]
        shown = [*relations, *sorted(labels, key=lambda entry: entry.found is not None)]
        self._labels = [entry.name for entry in shown]
        rows = self._group_rows()
        known, self._rows = self._rows, [layer for layer, _ in rows]
        self.table.setRowCount(len(rows) + min(_MOST, len(shown)))
        for row, (layer, count) in enumerate(rows if known != self._rows else ()):  # unchanged rows may have the focus
            self._put_layer(row, layer, count)
        for row, entry in enumerate(shown[:_MOST], len(rows)):
            self._put(row, entry)
        self.table.hide_labels({layer for layer, chosen in self._layers.items() if chosen != _EACH})
        self.table.see_some()
        over = len(shown) - _MOST
        self._rest.setVisible(over > 0)
        self._rest.setText(
            self.tr("{count} more labels: those that the project has are imported.").format(count=number(over))
        )

    def show_records(self, annotated: Sequence[Annotated]) -> None:
        """Show the first few records as text."""
        self.preview.setPlainText("\n\n".join(record_words(self.schema, entry) for entry in annotated[:_RECORDS]))

    # Inside

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
            margins=0,
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
        layout.setColumnStretch(0, 4)
        layout.setColumnStretch(1, 3)
        layout.setRowStretch(1, 1)
        self._rest.hide()

    def _group_rows(self) -> list[tuple[str, int]]:
        """Return each group of labels that can be chosen as one, and its count: layers, or else all unknown labels."""
        self._several = len({entry.layer for entry in self._of_files}) > 1
        unknown = [entry for entry in self._of_files if entry.found is None or entry.name in self._unknown]
        self._unknown = {entry.name for entry in unknown} if len(unknown) > 1 and not self._several else set()
        if self._several:
            counts = Counter[str]()
            for entry in self._of_files:
                if entry.layer is not None:
                    counts[entry.layer] += entry.count
            return list(counts.items())
        return [(_UNKNOWN, sum(entry.count for entry in unknown))] if self._unknown else []

    def _show_unknown(self, count: int) -> None:
        caption = self.tr("Labels in the files, and their names here")
        if count:
            one, more = self.tr("one is unknown here"), self.tr("{count} are unknown here")
            caption += " · " + (one if count == 1 else more.format(count=number(count)))
        self._caption.setText(caption)
        set_role(self._caption, "warning" if count else "muted")

    def _put(self, row: int, entry: FileLabel) -> None:
        shown = f"{entry.layer} · {entry.label}" if self._several and entry.layer is not None else entry.label
        group = _UNKNOWN if entry.name in self._unknown else entry.layer
        choice = self.table.put(row, shown, entry.count, f"importLabel.{row}", group)
        choice.addItem(self.tr("leave out"), LEFT_OUT)
        if entry.label in self._relations:
            self._offer_relations(choice, entry.label)
        else:
            self._offer_labels(choice, entry)
        self.table.place(row, choice)

    def _put_layer(self, row: int, layer: str, count: int) -> None:
        """Fill a row for a whole layer of the files. Choices: label by label, leave out, or all as new labels."""
        unknown = layer == _UNKNOWN
        shown = self.tr("all unknown labels") if unknown else self.tr("all of {layer}").format(layer=layer)
        choice = self.table.put(row, shown, count, f"importLayer.{row}")
        choice.addItem(self.tr("label by label"), _EACH)
        choice.addItem(self.tr("leave out"), _OUT)
        for known in self._schema.layers:
            if known.id != ATTRIBUTION:
                words_ = self.tr("new labels ({layer})").format(layer=words(known.name, ui_language()))
                choice.addItem(words_, known.id)
        choice.setCurrentIndex(max(0, choice.findData(self._layers.get(layer, _EACH))))
        choice.currentIndexChanged.connect(lambda: self._take_layer(layer, choice.currentData()))
        self.table.place(row, choice)

    def _take_layer(self, layer: str, chosen: str) -> None:
        """Apply the choice for a layer of the files: leave it out, map all its labels to new ones, or choose each."""
        unknown = layer == _UNKNOWN
        mine = [entry for entry in self._of_files if (entry.name in self._unknown if unknown else entry.layer == layer)]
        for name in (f"{layer}.*", *(entry.name for entry in mine)):
            self._renamed.pop(name, None)
            self._made.pop(name, None)
        self._layers[layer] = chosen
        if chosen == _OUT and unknown:
            self._renamed |= {entry.name: LEFT_OUT for entry in mine}
        elif chosen == _OUT:
            self._renamed[f"{layer}.*"] = LEFT_OUT
            self._renamed |= {entry.name: LEFT_OUT for entry in mine if entry.found is not None}
        elif chosen != _EACH:
            self._renamed |= self._all_new(mine, chosen)
        self._labels = []  # the rows are filled again after reading
        self.table.hide_labels({layer for layer, chosen in self._layers.items() if chosen != _EACH})
        self.changed.emit()

    def _all_new(self, entries: Sequence[FileLabel], here: str) -> dict[str, str]:
        """Make a label in layer ``here`` for each name that has none there.

        Return the project's label for each name.
        """
        wanted = {one_line(entry.label, 80): f"{here}.{NEW}" for entry in entries}
        made, names = requested_labels(self.schema, wanted)
        found = {entry.name: one_line(entry.label, 80) for entry in entries}
        self._made |= {name: made[label] for name, label in found.items() if label in made}
        return {name: names[label] for name, label in found.items()}

    def _is_out(self, entry: FileLabel) -> bool:
        return entry.layer is not None and self._layers.get(entry.layer) == _OUT

    def _offer_labels(self, choice: Choice, entry: FileLabel) -> None:
        made = self._made.get(entry.name)
        if entry.found is None or made is not None:
            self._offer_new(choice, one_line(entry.label, 80))
        for layer in self._schema.layers:
            for label in layer.labels:
                shown = f"{words(label.name, ui_language())} ({words(layer.name, ui_language())})"
                choice.addItem(shown, f"{layer.id}.{label.id}")
        chosen = LEFT_OUT if entry.found is None else ".".join(entry.found)
        choice.setCurrentIndex(choice.findData(chosen if made is None else made.layer))
        choice.currentIndexChanged.connect(lambda: self._rename(entry, choice.currentData()))

    def _offer_relations(self, choice: Choice, name: str) -> None:
        """List a new relation of this name (its data is `NEW`) and the project's relations."""
        choice.addItem(self.tr("new relation “{name}”").format(name=one_line(name, 80)), NEW)
        for relation in self._schema.relations:
            choice.addItem(self.tr("relation {name}").format(name=words(relation.name, ui_language())), relation.id)
        chosen = self._renamed.get(name, LEFT_OUT)
        known = choice.findData(chosen)
        choice.setCurrentIndex(known if known >= 0 else choice.findData(NEW))
        choice.currentIndexChanged.connect(
            lambda: self._rename_relation(name, choice.currentIndex(), choice.currentData())
        )

    def _rename_relation(self, name: str, at: int, here: str) -> None:
        self._new_relations.pop(name, None)
        if at == 1:
            (made,) = requested_relations(self.schema, {name: NEW}) or (None,)
            if made is not None:
                self._new_relations[name] = made
            here = name if made is None else made.id  # another of the files' names was mapped to the same new relation
        self._renamed[name] = here
        self.changed.emit()

    def _offer_new(self, choice: Choice, label: str) -> None:
        """List a new label in each layer; an item's data is the id of its layer."""
        for layer in self._schema.layers:
            if layer.id != ATTRIBUTION:
                words_ = self.tr("new label “{label}” ({layer})")
                choice.addItem(words_.format(label=label, layer=words(layer.name, ui_language())), layer.id)

    def _rename(self, entry: FileLabel, here: str) -> None:
        name = entry.name
        self._made.pop(name, None)
        if here in {layer.id for layer in self._schema.layers}:
            self._made[name] = new_label(self.schema, here, one_line(entry.label, 80))
            here += f".{self._made[name].id}"
        self._renamed[name] = here
        self.changed.emit()

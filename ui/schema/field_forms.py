"""The forms of fields and relations of a schema."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from annotator.schema import Attribute, AttributeKind, RelationType, Schema
from ui.schema.draft import called
from ui.schema.fields import BothWords, Choice, IdLine, KeyLine
from ui.schema.forms import lay_out

_ENDS = 7  # lines of a list of ends


class FieldForm(QWidget):
    """A field of the spans of a layer: names, help, kind, key, whether it is shown."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field: Attribute | None = None
        self.id = IdLine("schemaFieldId")
        self.names = BothWords("schemaFieldName", self.tr("Name"))
        self.help = BothWords("schemaFieldHelp", self.tr("In a line"))
        self.kind = Choice()
        self.kind.setObjectName("schemaFieldKind")
        self.kind.setAccessibleName(self.tr("What is said in it"))
        for kind, words in (
            (AttributeKind.CHOICE, self.tr("one of its values")),
            (AttributeKind.SCALE, self.tr("one of its values, on a scale")),
            (AttributeKind.TEXT, self.tr("words")),
            (AttributeKind.DATE, self.tr("a date")),
        ):
            self.kind.addItem(words, kind)
        self.key = KeyLine("schemaFieldKey", self.tr("Key"))
        self.shown = QCheckBox(self.tr("shown on the card"))
        self.shown.setObjectName("schemaFieldShown")
        lay_out(
            self,
            (
                (self.tr("&Name"), self.names),
                (self.tr("&Short name in files"), self.id),
                (self.tr("In a &line"), self.help),
                (self.tr("&Holds"), self.kind),
                (self.tr("&Key"), self.key),
                ("", self.shown),
            ),
        )
        self.id.chosen.connect(self._give)
        self.id.refused.connect(self.refused)
        for field in (self.names, self.help, self.key):
            field.edited.connect(self._give)
        self.kind.activated.connect(self._give)
        self.shown.clicked.connect(self._give)

    def show_part(self, field: Attribute, schema: Schema) -> None:
        """Show a field."""
        self._field = field
        self.id.show_id(field.id, [other.id for other in schema.attributes_of(field.layer) if other.id != field.id])
        self.names.show_words(field.name)
        self.help.show_words(field.help)
        self.kind.setCurrentIndex(self.kind.findData(field.kind))
        self.key.show_key(field.key)
        self.shown.setChecked(field.shown)

    @Slot()
    def _give(self) -> None:
        before = self._field
        if before is None:
            return
        self._field = replace(
            before,
            id=self.id.id,
            name=self.names.words(before.name),
            help=self.help.words(before.help),
            kind=AttributeKind(self.kind.currentData()),
            key=self.key.key,
            shown=self.shown.isChecked(),
        )
        self.edited.emit(self._field)


class RelationForm(QWidget):
    """A relation type: names, help, key, what it may join, whether a head has one at most."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._relation: RelationType | None = None
        self.id = IdLine("schemaRelationId")
        self.names = BothWords("schemaRelationName", self.tr("Name"))
        self.help = BothWords("schemaRelationHelp", self.tr("In a line"))
        self.key = KeyLine("schemaRelationKey", self.tr("Key"))
        self.single = QCheckBox(self.tr("one at most"))
        self.single.setObjectName("schemaRelationSingle")
        self.head = Ends("schemaRelationHead", self.tr("From"))
        self.tail = Ends("schemaRelationTail", self.tr("To"))
        lay_out(
            self,
            (
                (self.tr("&Name"), self.names),
                (self.tr("&Short name in files"), self.id),
                (self.tr("In a &line"), self.help),
                (self.tr("&Key"), self.key),
                ("", self.single),
                (self.tr("From"), self.head),
                (self.tr("To"), self.tail),
            ),
        )
        self.id.chosen.connect(self._give)
        self.id.refused.connect(self.refused)
        for field in (self.names, self.help, self.key, self.head, self.tail):
            field.edited.connect(self._give)
        self.single.clicked.connect(self._give)

    def show_part(self, relation: RelationType, schema: Schema) -> None:
        """Show a relation type."""
        self._relation = relation
        self.id.show_id(relation.id, [other.id for other in schema.relations if other.id != relation.id])
        self.names.show_words(relation.name)
        self.help.show_words(relation.help)
        self.key.show_key(relation.key)
        self.single.setChecked(relation.single)
        self.head.show_ends(relation.head, schema)
        self.tail.show_ends(relation.tail, schema)

    @Slot()
    def _give(self) -> None:
        before = self._relation
        if before is None:
            return
        self._relation = replace(
            before,
            id=self.id.id,
            name=self.names.words(before.name),
            help=self.help.words(before.help),
            key=self.key.key,
            single=self.single.isChecked(),
            head=self.head.ends,
            tail=self.tail.ends,
        )
        self.edited.emit(self._relation)


class Ends(QListWidget):
    """The layers and labels of a schema to tick: what a relation may begin or end at."""

    edited = Signal()

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _ENDS + 8)
        self.itemChanged.connect(self.edited)

    @property
    def ends(self) -> tuple[str, ...]:
        """What is ticked: layers, and ``layer.LABEL``."""
        rows = (self.item(row) for row in range(self.count()))
        return tuple(row.data(Qt.ItemDataRole.UserRole) for row in rows if row.checkState() == Qt.CheckState.Checked)

    def show_ends(self, ends: Sequence[str], schema: Schema) -> None:
        """Show what there is, and tick these."""
        self.blockSignals(True)
        self.clear()
        for layer in schema.layers:
            self._add(self.tr("all of {layer}").format(layer=called(layer)), layer.id, ends)
            for label in layer.labels:
                self._add(f"    {called(label)}", f"{layer.id}.{label.id}", ends)
        self.blockSignals(False)

    def _add(self, words: str, end: str, ends: Sequence[str]) -> None:
        row = QListWidgetItem(words)
        row.setData(Qt.ItemDataRole.UserRole, end)
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        row.setCheckState(Qt.CheckState.Checked if end in ends else Qt.CheckState.Unchecked)
        self.addItem(row)

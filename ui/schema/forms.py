"""What can be said about the parts of a schema, a form each. A form gives the part anew with each key."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QWidget

from annotator.schema import Label, Layer, Rule, Schema, Value
from ui.panels.chips import plain
from ui.schema.colours import ColourFields
from ui.schema.draft import called
from ui.schema.fields import BothTexts, BothWords, Choice, IdLine, KeyLine, LanguageNames

_LINES = 5  # of guidelines


class LabelForm(QWidget):
    """A label: names, help, key, colours, whether it is offered, what it is a kind of, guidelines, examples."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: Label | None = None
        self.id = IdLine("schemaLabelId")
        self.names = BothWords("schemaLabelName", self.tr("Name"))
        self.help = BothWords("schemaLabelHelp", self.tr("In a line"))
        self.key = KeyLine("schemaLabelKey", self.tr("Key"))
        self.colours = ColourFields()
        self.active = QCheckBox(self.tr("offered for labelling"))
        self.active.setObjectName("schemaLabelActive")
        self.parent_label = Choice()
        self.parent_label.setObjectName("schemaLabelParent")
        self.parent_label.setAccessibleName(self.tr("Kind of"))
        self.guidelines = BothTexts("schemaLabelGuidelines", self.tr("Guidelines"), _LINES)
        self.examples = BothTexts("schemaLabelExamples", self.tr("Examples, each on a line"), 3)
        self._lay_out()
        self.id.chosen.connect(self._give)
        self.id.refused.connect(self.refused)
        for field in (self.names, self.help, self.key, self.colours, self.guidelines, self.examples):
            field.edited.connect(self._give)
        self.active.clicked.connect(self._give)
        self.parent_label.activated.connect(self._give)

    def show_part(self, label: Label, schema: Schema) -> None:
        """Show a label."""
        self._label = label
        siblings = [other for other in schema.labels if other.layer == label.layer and other.id != label.id]
        self.id.show_id(label.id, [other.id for other in siblings])
        self.names.show_words(label.name)
        self.help.show_words(label.help)
        self.key.show_key(label.key)
        self.colours.show_label(label, schema)
        self.active.setChecked(label.active)
        self.parent_label.clear()
        self.parent_label.addItem(self.tr("no other label"), None)
        for other in siblings:
            if not _is_above(label.id, other, siblings):
                self.parent_label.addItem(called(other), other.id)
        self.parent_label.setCurrentIndex(max(0, self.parent_label.findData(label.parent)))
        self.guidelines.show_words(label.guidelines)
        self.examples.show_examples(label.examples)

    @Slot()
    def _give(self) -> None:
        before = self._label
        if before is None:
            return
        light, dark = self.colours.colours(before)
        self._label = replace(
            before,
            id=self.id.id,
            name=self.names.words(before.name),
            help=self.help.words(before.help),
            key=self.key.key,
            light=light,
            dark=dark,
            active=self.active.isChecked(),
            parent=self.parent_label.currentData(),
            guidelines=self.guidelines.words(before.guidelines),
            examples=self.examples.examples(before.examples),
        )
        self.edited.emit(self._label)

    def _lay_out(self) -> None:
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("&Name"), self.names),
            (self.tr("&Short name in files"), self.id),
            (self.tr("In a &line"), self.help),
            (self.tr("&Key"), self.key),
            (self.tr("&Colours"), self.colours),
            ("", self.active),
            (self.tr("Kind &of"), self.parent_label),
            (self.tr("&Guidelines"), self.guidelines),
            (self.tr("&Examples"), self.examples),
        )
        lay_out(self, rows)


class LayerForm(QWidget):
    """A layer: its names."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self.names = BothWords("schemaLayerName", self.tr("Name"))
        self._id = plain(role="muted")
        lay_out(self, ((self.tr("&Name"), self.names), (self.tr("Short name in files"), self._id)))
        self.names.edited.connect(self._give)

    def show_part(self, layer: Layer, _schema: Schema) -> None:
        """Show a layer."""
        self._layer = layer
        self._id.setText(layer.id)
        self.names.show_words(layer.name)

    @Slot()
    def _give(self) -> None:
        if self._layer is not None:
            self._layer = replace(self._layer, name=self.names.words(self._layer.name))
            self.edited.emit(self._layer)


class ValueForm(QWidget):
    """A value of a field: names, help, key, examples."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Value | None = None
        self.id = IdLine("schemaValueId")
        self.names = BothWords("schemaValueName", self.tr("Name"))
        self.help = BothWords("schemaValueHelp", self.tr("In a line"))
        self.key = KeyLine("schemaValueKey", self.tr("Key"))
        self.examples = BothTexts("schemaValueExamples", self.tr("Examples, each on a line"), 4)
        lay_out(
            self,
            (
                (self.tr("&Name"), self.names),
                (self.tr("&Short name in files"), self.id),
                (self.tr("In a &line"), self.help),
                (self.tr("&Key"), self.key),
                (self.tr("&Examples"), self.examples),
            ),
        )
        self.id.chosen.connect(self._give)
        self.id.refused.connect(self.refused)
        for field in (self.names, self.help, self.key, self.examples):
            field.edited.connect(self._give)

    def show_part(self, value: Value, siblings: Iterable[Value]) -> None:
        """Show a value; ``siblings`` are all of its field."""
        self._value = value
        self.id.show_id(value.id, [other.id for other in siblings if other.id != value.id])
        self.names.show_words(value.name)
        self.help.show_words(value.help)
        self.key.show_key(value.key)
        self.examples.show_examples(value.examples)

    @Slot()
    def _give(self) -> None:
        before = self._value
        if before is None:
            return
        self._value = replace(
            before,
            id=self.id.id,
            name=self.names.words(before.name),
            help=self.help.words(before.help),
            key=self.key.key,
            examples=self.examples.examples(before.examples),
        )
        self.edited.emit(self._value)


class RuleForm(QWidget):
    """A rule: only its words can be changed here, what it asks for stands in the file of the schema."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule: Rule | None = None
        self.words = BothTexts("schemaRuleWords", self.tr("What should be the case"), 3)
        hint = plain(self.tr("What a rule asks for stands in the schema's file: export it, change it, import it."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        lay_out(self, ((self.tr("&Words"), self.words), ("", hint)))
        self.words.edited.connect(self._give)

    def show_part(self, rule: Rule, _schema: Schema) -> None:
        """Show a rule."""
        self._rule = rule
        self.words.show_words(rule.words)

    @Slot()
    def _give(self) -> None:
        if self._rule is not None:
            self._rule = replace(self._rule, words=self.words.words(self._rule.words))
            self.edited.emit(self._rule)


def lay_out(form: QWidget, rows: Iterable[tuple[str, QWidget]]) -> None:
    """Put rows of fields below each other."""
    layout = QFormLayout(form)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(16)
    layout.setVerticalSpacing(10)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    layout.addRow("", LanguageNames())
    for words, field in rows:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        label.setContentsMargins(0, 6, 0, 0)
        label.setBuddy(field)
        layout.addRow(label, field)


def _is_above(id_: str, label: Label, siblings: list[Label]) -> bool:
    """Tell whether a label is a kind of the one with this id, however far above."""
    parents = {other.id: other.parent for other in siblings}
    parent = label.parent
    while parent is not None and parent in parents:
        parent = parents[parent]
    return parent == id_

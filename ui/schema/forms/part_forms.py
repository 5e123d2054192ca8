"""The forms of labels, layers and values. A form emits the changed part on each key press."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QWidget

from annotator.model.schema import Attribute, AttributeKind, Label, Layer, RelationType, Schema, Value
from annotator.model.values import DOCUMENT
from ui.base import i18n
from ui.base.i18n import translate
from ui.base.look.plain_text import plain
from ui.base.widgets.dialog_parts import form_layout
from ui.base.widgets.inputs import Choice, named, refill
from ui.schema.forms.colours import ColourFields
from ui.schema.forms.small_fields import BothTexts, BothWords, IdLine, KeyLine, LanguageNames, Ticks, ends_of
from ui.schema.schema_draft import called

_LINES = 5  # visible lines of the guidelines field


Named = TypeVar("Named", Label, Value, Attribute, RelationType)


class NamedForm(QWidget, Generic[Named]):
    """A form for a part with short name, names, help and key; subclasses add their fields."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: Named | None = None
        self.id: IdLine = IdLine(f"{name}Id")
        self.names: BothWords = BothWords(f"{name}Name", translate("SchemaForm", "Name"))
        self.help: BothWords = BothWords(f"{name}Help", translate("SchemaForm", "One-line help"))
        self.key: KeyLine = KeyLine(f"{name}Key", translate("SchemaForm", "Key"))
        self.id.chosen.connect(self._emit_part)
        self.id.refused.connect(self.refused)
        self.names.edited.connect(self._on_named)
        for field in (self.help, self.key):
            field.edited.connect(self._emit_part)

    def show_names(self, part: Named, siblings: Iterable[Named]) -> None:
        """Show a part's common fields; its short name must be unique among ``siblings``."""
        self.part = part
        self.id.show_id(part.id, [other.id for other in siblings if other.id != part.id], follows=not part.name)
        self.names.show_words(part.name)
        self.help.show_words(part.help)
        self.key.show_key(self.shown_key(part))

    def shown_key(self, part: Named) -> str | None:
        """Return the part's key as the form shows it, or None."""
        return part.key

    def filled(self, part: Named) -> Named:
        """Return the part with the values of the subclass's own fields."""
        raise NotImplementedError

    def lay_out(self, rows: Iterable[tuple[str, QWidget]]) -> None:
        """Lay out the common fields above the subclass's ``rows`` of captions and fields."""
        named: tuple[tuple[str, QWidget], ...] = (
            (translate("SchemaForm", "&Name"), self.names),
            (translate("SchemaForm", "&Short name in files"), self.id),
            (translate("SchemaForm", "One-&line help"), self.help),
            (translate("SchemaForm", "&Key"), self.key),
        )
        lay_out(self, (*named, *rows))

    @Slot()
    def _on_named(self) -> None:
        self.id.follow(self.names.typed)
        self._emit_part()

    @Slot()
    def _emit_part(self) -> None:
        if self.part is not None:
            self.part = self.filled(
                replace(
                    self.part,
                    id=self.id.id,
                    name=self.names.words(self.part.name),
                    help=self.help.words(self.part.help),
                    key=self.key.key,
                )
            )
            self.edited.emit(self.part)


class LabelForm(NamedForm[Label]):
    """The form of a label: names, help, key, colours, whether it is offered, parent, guidelines, examples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("schemaLabel", parent)
        self._actions: Mapping[str, str] = {}
        self.key_note = plain(role="muted", name="schemaKeyTold", wraps=True)
        self.colours = ColourFields()
        self.active = named(QCheckBox(self.tr("offered for labelling")), "schemaLabelActive")
        self.parent_label = named(Choice(), "schemaLabelParent", self.tr("Kind of"))
        self.guidelines = BothTexts("schemaLabelGuidelines", self.tr("Guidelines"), _LINES)
        self.examples = BothTexts("schemaLabelExamples", self.tr("Examples, each on a line"), 3)
        self.lay_out(
            (
                ("", self.key_note),
                (self.tr("&Colours"), self.colours),
                ("", self.active),
                (self.tr("Kind &of"), self.parent_label),
                (self.tr("&Guidelines"), self.guidelines),
                (self.tr("&Examples"), self.examples),
            )
        )
        for field in (self.colours, self.guidelines, self.examples):
            field.edited.connect(self._emit_part)
        self.key.edited.connect(self._show_key_note)
        self.active.clicked.connect(self._emit_part)
        self.parent_label.activated.connect(self._emit_part)

    def know_actions(self, by_key: Mapping[str, str]) -> None:
        """Set the actions with one-character keys, which a label's key overrides."""
        self._actions = by_key
        self._show_key_note()

    @Slot()
    def _show_key_note(self) -> None:
        key = self.key.text()
        pattern = self.tr("In the article, {key} now gives this label instead of “{action}”.")
        self.key_note.setText(pattern.format(key=key, action=self._actions[key]) if key in self._actions else "")
        layout = self.layout()
        if isinstance(layout, QFormLayout):
            layout.setRowVisible(self.key_note, key in self._actions)

    def show_part(self, label: Label, schema: Schema) -> None:
        siblings = [other for other in schema.labels if other.layer == label.layer and other.id != label.id]
        self.show_names(label, siblings)
        self._show_key_note()
        self.colours.show_label(label, schema)
        self.active.setChecked(label.active)
        others = [(called(other), other.id) for other in siblings if not _is_above(label.id, other, siblings)]
        refill(self.parent_label, [(self.tr("no other label"), None), *others], label.parent)
        self.guidelines.show_words(label.guidelines)
        self.examples.show_examples(label.examples)

    def filled(self, part: Label) -> Label:
        light, dark = self.colours.colours(part)
        return replace(
            part,
            light=light,
            dark=dark,
            active=self.active.isChecked(),
            parent=self.parent_label.currentData(),
            guidelines=self.guidelines.words(part.guidelines),
            examples=self.examples.examples(part.examples),
        )


class LayerForm(QWidget):
    """The form of a layer: its names. Its short name is shown but cannot be edited."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: Layer | None = None
        self.names = BothWords("schemaLayerName", self.tr("Name"))
        self._id = plain(role="muted")
        lay_out(self, ((self.tr("&Name"), self.names), (self.tr("Short name in files"), self._id)))
        self.names.edited.connect(self._emit_part)

    def show_part(self, layer: Layer, _schema: Schema) -> None:
        self._layer = layer
        self._id.setText(layer.id)
        self.names.show_words(layer.name)

    @Slot()
    def _emit_part(self) -> None:
        if self._layer is not None:
            self._layer = replace(self._layer, name=self.names.words(self._layer.name))
            self.edited.emit(self._layer)


class ValueForm(NamedForm[Value]):
    """The form of a field's value: names, help, key, examples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("schemaValue", parent)
        self.examples = BothTexts("schemaValueExamples", self.tr("Examples, each on a line"), 4)
        self.lay_out(((self.tr("&Examples"), self.examples),))
        self.examples.edited.connect(self._emit_part)

    def show_part(self, value: Value, siblings: Iterable[Value]) -> None:
        """Show a value; ``siblings`` are its field's values."""
        self.show_names(value, siblings)
        self.examples.show_examples(value.examples)

    def filled(self, part: Value) -> Value:
        return replace(part, examples=self.examples.examples(part.examples))


def lay_out(form: QWidget, rows: Iterable[tuple[str, QWidget]]) -> None:
    """Lay out rows of captions and fields."""
    layout = form_layout(form)
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    layout.addRow("", LanguageNames())
    for words, field in rows:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "muted")
        if words:  # as tall as one line, to align with the first line of the field
            label.setContentsMargins(0, 6, 0, 6)
        label.setBuddy(field.focusProxy() or field)  # a widget that only holds fields takes no focus from its label
        layout.addRow(label, field)


def _is_above(id_: str, label: Label, siblings: list[Label]) -> bool:
    """Return whether the label with this id is an ancestor of ``label``."""
    parents = {other.id: other.parent for other in siblings}
    parent = label.parent
    while parent is not None and parent in parents:
        parent = parents[parent]
    return parent == id_


class FieldForm(NamedForm[Attribute]):
    """The form of a span field (names, help, kind, key, visibility) or of a document label.

    Document labels always have values, and keys only for values.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("schemaField", parent)
        self.kind = named(Choice(), "schemaFieldKind", self.tr("Contents"))
        self.shown = named(QCheckBox(self.tr("shown on the card")), "schemaFieldShown")
        self.lay_out(((self.tr("&Contents"), self.kind), ("", self.shown)))
        self.kind.activated.connect(self._emit_part)
        self.shown.clicked.connect(self._emit_part)

    def show_part(self, field: Attribute, schema: Schema) -> None:
        self.show_names(field, schema.attributes_of(field.layer))
        self._offer_kinds(field)
        self.kind.setCurrentIndex(self.kind.findData(field.kind))
        of_article = field.layer == DOCUMENT
        self.shown.setText(self.tr("offered for articles") if of_article else self.tr("shown on the card"))
        self.shown.setChecked(field.shown)
        rows = self.layout()
        if isinstance(rows, QFormLayout):
            for line in (self.kind, self.key):
                rows.setRowVisible(line, not of_article)

    def _offer_kinds(self, field: Attribute) -> None:
        """List the kinds a field can have. The kind of the field for a claim's sources is fixed."""
        cites = field.kind is AttributeKind.CITATIONS
        self.kind.setEnabled(not cites)
        self.kind.clear()
        for kind, words in (
            (AttributeKind.CHOICE, self.tr("one of its values")),
            (AttributeKind.SCALE, self.tr("one of its values, on a scale")),
            (AttributeKind.TEXT, self.tr("text")),
            (AttributeKind.DATE, self.tr("a date")),
            (AttributeKind.CITATIONS, self.tr("sources, each with address and quote")),
        ):
            if cites is (kind is AttributeKind.CITATIONS):
                self.kind.addItem(words, kind)

    def shown_key(self, part: Attribute) -> str | None:
        return part.key_in(i18n.ui_language())

    def filled(self, part: Attribute) -> Attribute:
        part = self._with_key(part, part.key)
        return replace(part, kind=AttributeKind(self.kind.currentData()), shown=self.shown.isChecked())

    def _with_key(self, part: Attribute, key: str | None) -> Attribute:
        """Return the field with its new key. If the window's language has its own key, only that one changes.

        None removes the keys of all languages.
        """
        language, before = i18n.ui_language(), self.part
        if key is None or before is None or language not in part.keys:
            return replace(part, keys={} if key is None else part.keys)
        return replace(part, key=before.key, keys={**part.keys, language: key})


class RelationForm(NamedForm[RelationType]):
    """The form of a relation type: names, help, key, ends, and whether a head has at most one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("schemaRelation", parent)
        self.single = named(QCheckBox(self.tr("at most one")), "schemaRelationSingle")
        self.head = Ends("schemaRelationHead", self.tr("From"))
        self.tail = Ends("schemaRelationTail", self.tr("To"))
        self.lay_out((("", self.single), (self.tr("From"), self.head), (self.tr("To"), self.tail)))
        for ends in (self.head, self.tail):
            ends.edited.connect(self._emit_part)
        self.single.clicked.connect(self._emit_part)

    def show_part(self, relation: RelationType, schema: Schema) -> None:
        self.show_names(relation, schema.relations)
        self.single.setChecked(relation.single)
        self.head.show_ends(relation.head, schema)
        self.tail.show_ends(relation.tail, schema)

    def filled(self, part: RelationType) -> RelationType:
        return replace(part, single=self.single.isChecked(), head=self.head.ends, tail=self.tail.ends)


class Ends(Ticks):
    """Check boxes for layers and labels: the ends of a relation, or the labels of a rule."""

    @property
    def ends(self) -> tuple[str, ...]:
        """The ticked layers and ``layer.LABEL``."""
        return self.ticked

    def show_ends(self, ends: Sequence[str], schema: Schema) -> None:
        """Show all layers and labels, and tick ``ends``."""
        self.show_rows(ends_of(schema), ends)

"""The forms of fields and relations."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QFormLayout, QWidget

from annotator.model.schema import Attribute, AttributeKind, RelationType, Schema
from annotator.model.values import DOCUMENT
from ui.base import i18n
from ui.base.widgets.choice import Choice
from ui.schema.forms.part_forms import NamedForm
from ui.schema.forms.tick_list import Ticks, ends_of


class FieldForm(NamedForm[Attribute]):
    """A field of a layer's spans: names, help, kind, key, visibility; or a label of whole articles.

    Labels of articles always have values, and only the values have keys.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("schemaField", parent)
        self.kind = Choice()
        self.kind.setObjectName("schemaFieldKind")
        self.kind.setAccessibleName(self.tr("Contents"))
        self.shown = QCheckBox(self.tr("shown on the card"))
        self.shown.setObjectName("schemaFieldShown")
        self.lay_out(((self.tr("&Contents"), self.kind), ("", self.shown)))
        self.kind.activated.connect(self._emit_part)
        self.shown.clicked.connect(self._emit_part)

    def show_part(self, field: Attribute, schema: Schema) -> None:
        """Show a field."""
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
        """Offer the kinds. A claim has one field for its sources, whose kind is fixed."""
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
        """Set the key of the current language if it has one of its own; removing it removes all keys."""
        language, before = i18n.ui_language(), self.part
        if key is None or before is None or language not in part.keys:
            return replace(part, keys={} if key is None else part.keys)
        return replace(part, key=before.key, keys={**part.keys, language: key})


class RelationForm(NamedForm[RelationType]):
    """A relation type: names, help, key, ends, and whether a head has at most one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("schemaRelation", parent)
        self.single = QCheckBox(self.tr("at most one"))
        self.single.setObjectName("schemaRelationSingle")
        self.head = Ends("schemaRelationHead", self.tr("From"))
        self.tail = Ends("schemaRelationTail", self.tr("To"))
        self.lay_out((("", self.single), (self.tr("From"), self.head), (self.tr("To"), self.tail)))
        for ends in (self.head, self.tail):
            ends.edited.connect(self._emit_part)
        self.single.clicked.connect(self._emit_part)

    def show_part(self, relation: RelationType, schema: Schema) -> None:
        """Show a relation type."""
        self.show_names(relation, schema.relations)
        self.single.setChecked(relation.single)
        self.head.show_ends(relation.head, schema)
        self.tail.show_ends(relation.tail, schema)

    def filled(self, part: RelationType) -> RelationType:
        return replace(part, single=self.single.isChecked(), head=self.head.ends, tail=self.tail.ends)


class Ends(Ticks):
    """The layers and labels to tick: the ends of a relation, or what a rule is about."""

    @property
    def ends(self) -> tuple[str, ...]:
        """The ticked layers and ``layer.LABEL``."""
        return self.ticked

    def show_ends(self, ends: Sequence[str], schema: Schema) -> None:
        """Show all layers and labels, and tick ``ends``."""
        self.show_rows(ends_of(schema), ends)

"""The edits of a draft: replace, add, move, remove, merge and split parts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.editing.schema_editing.flaws import free_id
from annotator.editing.schema_editing.new_label import fresh_colours, new_label
from annotator.model.schema import Attribute, AttributeKind, Label, Layer, RelationType, Rule, Schema, Value
from annotator.model.values import DOCUMENT
from ui.base.look.plain_text import plain
from ui.base.widgets.buttons import name_buttons
from ui.base.widgets.dialog_parts import button_box
from ui.base.widgets.inputs import fill, named
from ui.schema.forms.rule_form import NOTHING
from ui.schema.outlook import articles_words, labels_words
from ui.schema.schema_draft import Draft, Part, PartKind, PartPlace, called
from ui.schema.split_dialog import SplitDialog


class Removal(StrEnum):
    """The fate of the uses of a removed part: hide the part, merge it into another, or remove its uses."""

    HIDE = "hide"
    TURN = "turn"
    REMOVE = "remove"


class RemoveDialog(QDialog):
    """The choices for removing a part in use; the least destructive is preselected."""

    wanted = Signal(object, object)  # the Removal, and the id to merge into, or None

    def __init__(
        self,
        name: str,
        used: str,
        others: Iterable[tuple[str, str]],
        *,
        may_hide: bool,
        merging: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Build the dialog.

        Args:
            name: The part's name.
            used: A text about how often it is used.
            others: Ids and names of parts to merge it into.
            may_hide: Whether it can stay without being offered.
            merging: Whether the user has asked to merge it.
            parent: The parent window.
        """
        super().__init__(parent)
        self.setObjectName("schemaRemoveDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("Merge “{name}”") if merging else self.tr("Remove “{name}”")
        self.setWindowTitle(title.format(name=name))
        self.hide_part = QRadioButton(self.tr("&Keep it, but no longer offer it"))
        self.turn = QRadioButton(self.tr("&Turn it into"))
        self.remove = QRadioButton(self.tr("&Remove it with all its uses"))
        self.into = named(QComboBox(), "schemaRemoveInto", self.tr("Turn it into"))
        for id_, part in others:
            self.into.addItem(part, id_)
        for button, id_ in ((self.hide_part, "Hide"), (self.turn, "Turn"), (self.remove, "All")):
            button.setObjectName(f"schemaRemove{id_}")
        self.hide_part.setVisible(may_hide and not merging)
        self.remove.setVisible(not merging)
        may_turn = self.into.count() > 0
        self.turn.setEnabled(may_turn)
        self.into.setEnabled(may_turn)
        gentle = self.hide_part if may_hide else (self.turn if may_turn else self.remove)
        (self.turn if merging and may_turn else gentle).setChecked(True)
        self.into.activated.connect(self._on_into)
        self._lay_out(self.tr("“{name}” is used: {used}.").format(name=name, used=used))
        name_buttons(self)

    def _lay_out(self, used: str) -> None:
        words = plain(used, wraps=True)
        hint = plain(self.tr("Nothing changes before Apply, and Apply can be undone."), "muted")
        buttons = button_box(self, accept=self._on_accepted)
        turning = fill(QHBoxLayout(), self.turn, (self.into, 1), spacing=8)
        fill(QVBoxLayout(self), words, self.hide_part, turning, self.remove, hint, buttons, margins=16, spacing=12)

    @Slot()
    def _on_into(self) -> None:
        self.turn.setChecked(True)

    @Slot()
    def _on_accepted(self) -> None:
        self.accept()
        if self.hide_part.isChecked():
            self.wanted.emit(Removal.HIDE, None)
        elif self.turn.isChecked():
            self.wanted.emit(Removal.TURN, self.into.currentData())
        else:
            self.wanted.emit(Removal.REMOVE, None)


NEW = "NEW"


class DraftEditor(QObject):
    """Edits the draft, and asks before changing a part in use."""

    chosen = Signal(object)  # the Place of a new or renamed part
    told = Signal(str)
    words_wanted = Signal(str, str)  # layer, label; the receiver answers with `show_words`

    def __init__(self, draft: Draft, window: QWidget) -> None:
        super().__init__(window)
        self._draft = draft
        self._window = window
        self._split: SplitDialog | None = None

    def put(self, place: PartPlace, part: Part) -> None:
        made = _with(self._draft.change, place.path, part)
        here = PartPlace(place.kind, (*place.path[:-1], part.id))
        self._draft.put(made)
        if here != place:
            self.chosen.emit(here)

    def add(self, kind: PartKind, near: PartPlace | None) -> None:
        """Add a part after the selected one of its kind. If it needs a layer and there is none, add a layer instead."""
        of_article = near is not None and near.path[:1] == (DOCUMENT,)
        in_layer = {PartKind.LABEL, PartKind.RULE} if of_article else {PartKind.LABEL, PartKind.RULE, PartKind.FIELD}
        if kind in in_layer and not self._draft.schema.layers:
            kind = PartKind.LAYER
        making: Mapping[PartKind, Callable[[PartPlace | None], PartPlace]] = {
            PartKind.LABEL: self._add_label,
            PartKind.FIELD: self._add_field,
            PartKind.VALUE: self._add_value,
            PartKind.RELATION: self._add_relation,
            PartKind.LAYER: self._add_layer,
            PartKind.RULE: self._add_rule,
        }
        self.chosen.emit(making[kind](near))

    def add_named(self, layer: str, name: str) -> None:
        """Select the layer's label of this name; if there is none, add one that can be applied as it is."""
        schema = self._draft.schema
        known = (label for label in schema.labels if label.layer == layer and name in label.name.values())
        label = next(known, None)
        if label is None:
            label = new_label(schema, layer, name)
            self._draft.put(changes.add_label(self._draft.change, label))
        self.chosen.emit(PartPlace(PartKind.LABEL, (layer, label.id)))

    def move(self, place: PartPlace, by: int) -> None:
        """Move a part up (negative) or down."""
        change, path = self._draft.change, place.path
        match place.kind, path:
            case [PartKind.LABEL, (layer, id_)]:
                self._draft.put(changes.move_label(change, (layer, id_), by))
            case [PartKind.FIELD, (layer, id_)]:
                self._draft.put(changes.move_attribute(change, (layer, id_), by))
            case [PartKind.VALUE, (layer, field, id_)]:
                self._draft.put(changes.move_value(change, (layer, field), id_, by))
            case [PartKind.RELATION, (id_,)]:
                self._draft.put(changes.move_relation(change, id_, by))
            case [PartKind.RULE, (id_,)]:
                self._draft.put(changes.move_rule(change, id_, by))
            case _:
                return
        self.chosen.emit(place)

    def remove(self, place: PartPlace, *, merging: bool = False) -> None:
        """Remove a part; if it is in use, first ask what to do with its uses."""
        part = self._draft.part(place)
        if part is None:
            return
        if isinstance(part, Layer) and (part.labels or self._draft.schema.attributes_of(part.id)):
            self.told.emit(self.tr("Remove the labels and fields of “{layer}” first.").format(layer=called(part)))
            return
        used = self._draft.uses(place)
        if not used and not merging:
            self._settle(place, Removal.REMOVE, None)
            return
        dialog = RemoveDialog(
            called(part),
            self._used(place, used),
            self._others(place),
            may_hide=place.kind in {PartKind.LABEL, PartKind.FIELD},
            merging=merging,
            parent=self._window,
        )
        dialog.wanted.connect(partial(self._settle, place))
        dialog.open()

    def split(self, place: PartPlace) -> None:
        """Ask for a new label that takes over some of a label's spans."""
        part = self._draft.part(place)
        if not isinstance(part, Label):
            return
        ids = self._label_ids(part.layer)
        dialog = SplitDialog(called(part), free_id(NEW, ids), ids, self._window)
        dialog.wanted.connect(partial(self._split_into, part))
        self._split = dialog
        dialog.finished.connect(self._on_split_closed)
        dialog.open()
        before = [key for key in self._draft.usage.labels if self._becomes(key) == (part.layer, part.id)]
        for layer, label in before:
            self.words_wanted.emit(layer, label)

    def show_words(self, words: Mapping[str, int]) -> None:
        """Show the texts of the spans of the label to split."""
        if self._split is not None:
            self._split.show_words(words)

    # Inside

    def _settle(self, place: PartPlace, fate: Removal, into: str | None) -> None:
        part, change, path = self._draft.part(place), self._draft.change, place.path
        if fate is Removal.HIDE and isinstance(part, Label):
            self.put(place, replace(part, active=False))
        elif fate is Removal.HIDE and isinstance(part, Attribute):
            self.put(place, replace(part, shown=False))
        else:
            self._draft.put(_removed(change, place.kind, path, into))
            if into is not None:
                self.chosen.emit(PartPlace(place.kind, (*path[:-1], into)))

    def _split_into(self, label: Label, id_: str, names: Mapping[str, str], words: frozenset[str]) -> None:
        schema = self._draft.schema
        light, dark = fresh_colours(schema)
        new = replace(
            label,
            id=id_,
            name=names,
            help={},
            key=None,
            light=light,
            dark=dark,
            guidelines={},
            examples={},
            active=True,
        )
        self._draft.put(changes.split_label(self._draft.change, (label.layer, label.id), new, words))
        self.chosen.emit(PartPlace(PartKind.LABEL, (label.layer, id_)))

    def _on_split_closed(self) -> None:
        self._split = None

    def _add_label(self, near: PartPlace | None) -> PartPlace:
        schema = self._draft.schema
        layer = _layer_of(near, schema)
        light, dark = fresh_colours(schema)
        id_ = free_id(NEW, self._label_ids(layer))
        label = Label(id=id_, layer=layer, name={}, help={}, key=None, light=light, dark=dark)
        after = near.path[1] if near is not None and near.kind is PartKind.LABEL else None
        self._draft.put(changes.add_label(self._draft.change, label, after=after))
        return PartPlace(PartKind.LABEL, (layer, id_))

    def _add_field(self, near: PartPlace | None) -> PartPlace:
        of_article = near is not None and near.path[:1] == (DOCUMENT,)
        layer = DOCUMENT if of_article else _layer_of(near, self._draft.schema)
        id_ = free_id("new", [field.id for field in self._draft.schema.attributes_of(layer)])
        field = Attribute(id=id_, layer=layer, kind=AttributeKind.CHOICE, name={}, help={})
        self._draft.put(changes.add_attribute(self._draft.change, field))
        return PartPlace(PartKind.FIELD, (layer, id_))

    def _add_value(self, near: PartPlace | None) -> PartPlace:
        if near is None or near.kind not in {PartKind.FIELD, PartKind.VALUE}:
            return near or PartPlace(PartKind.LAYER, (self._draft.schema.layers[0].id,))
        layer, name, *chosen = near.path
        field = self._draft.schema.attribute(layer, name)
        id_ = free_id("new", [value.id for value in field.values] if field is not None else [])
        value = Value(id=id_, name={}, help={})
        after = chosen[0] if chosen else None
        self._draft.put(changes.add_value(self._draft.change, (layer, name), value, after=after))
        return PartPlace(PartKind.VALUE, (layer, name, id_))

    def _add_relation(self, near: PartPlace | None) -> PartPlace:
        del near
        id_ = free_id("new", [relation.id for relation in self._draft.schema.relations])
        relation = RelationType(id=id_, name={}, help={}, head=(), tail=())
        self._draft.put(changes.add_relation(self._draft.change, relation))
        return PartPlace(PartKind.RELATION, (id_,))

    def _add_layer(self, near: PartPlace | None) -> PartPlace:
        del near
        id_ = free_id("layer", [layer.id for layer in self._draft.schema.layers])
        self._draft.put(changes.add_layer(self._draft.change, Layer(id=id_, name={}, labels=())))
        return PartPlace(PartKind.LAYER, (id_,))

    def _add_rule(self, near: PartPlace | None) -> PartPlace:
        schema = self._draft.schema
        id_ = free_id("rule", [rule.id for rule in schema.rules])
        after = near.path[0] if near is not None and near.kind is PartKind.RULE else None
        of = next((rule.of for rule in schema.rules if rule.id == after), (_layer_of(near, schema),))
        rule = Rule(id=id_, of=of, then=NOTHING, words={})
        self._draft.put(changes.add_rule(self._draft.change, rule, after=after))
        return PartPlace(PartKind.RULE, (id_,))

    def _label_ids(self, layer: str) -> list[str]:
        return [label.id for label in self._draft.schema.labels if label.layer == layer]

    def _becomes(self, key: tuple[str, str]) -> tuple[str, str | None]:
        return key[0], self._draft.change.fates.labels.get(key, key[1])

    def _used(self, place: PartPlace, count: int) -> str:
        if place.kind is PartKind.RELATION:
            return self.tr("relations: {count}").format(count=count)
        if place.path[0] == DOCUMENT:
            return articles_words(count)
        return labels_words(count)

    def _others(self, place: PartPlace) -> list[tuple[str, str]]:
        """Return ids and names of the parts that a part can be merged into: same kind, same parent."""
        schema, path = self._draft.schema, place.path
        match place.kind:
            case PartKind.LABEL:
                every: tuple[Part, ...] = tuple(label for label in schema.labels if label.layer == path[0])
            case PartKind.VALUE:
                field = schema.attribute(path[0], path[1])
                every = field.values if field is not None else ()
            case PartKind.RELATION:
                every = schema.relations
            case _:
                every = ()
        return [(part.id, called(part)) for part in every if part.id != path[-1]]


def _with(change: SchemaChange, path: tuple[str, ...], part: Part) -> SchemaChange:
    match part:
        case Label():
            return changes.put_label(change, path[1], part)
        case Attribute():
            return changes.put_attribute(change, path[1], part)
        case Value():
            layer, field, id_ = path
            return changes.put_value(change, (layer, field), id_, part)
        case RelationType():
            return changes.put_relation(change, path[0], part)
        case Layer():
            return changes.put_layer(change, part)
        case Rule():
            return changes.put_rule(change, part)


def _removed(change: SchemaChange, kind: PartKind, path: tuple[str, ...], into: str | None) -> SchemaChange:
    match kind, path:
        case [PartKind.LABEL, (layer, id_)]:
            return changes.remove_label(change, (layer, id_), into)
        case [PartKind.FIELD, (layer, id_)]:
            return changes.remove_attribute(change, (layer, id_))
        case [PartKind.VALUE, (layer, field, id_)]:
            return changes.remove_value(change, (layer, field), id_, into)
        case [PartKind.RELATION, (id_,)]:
            return changes.remove_relation(change, id_, into)
        case [PartKind.RULE, (id_,)]:
            return changes.remove_rule(change, id_)
        case [PartKind.LAYER, (id_,)]:
            return changes.remove_layer(change, id_)
        case _:
            return change


def _layer_of(near: PartPlace | None, schema: Schema) -> str:
    known = {layer.id for layer in schema.layers}
    of_layer = {PartKind.LAYER, PartKind.LABEL, PartKind.FIELDS, PartKind.FIELD, PartKind.VALUE}
    near_one = near is not None and near.kind in of_layer and near.path[0] in known
    return near.path[0] if near is not None and near_one else schema.layers[0].id

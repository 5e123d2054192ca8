"""The schema as it is being edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from annotator.editing.schema_editing.changes import SchemaChange
from annotator.editing.schema_editing.effects import Usage
from annotator.editing.schema_editing.flaws import OF_RULES, Flaw
from annotator.model.schema import Attribute, Label, Layer, RelationType, Rule, Schema, Value, words
from ui.base.i18n import ui_language

Part = Layer | Label | Attribute | Value | RelationType | Rule


class PartKind(StrEnum):
    """The kind of a place in the schema; the last three kinds are headings.

    Document labels are fields of the layer `DOCUMENT`.
    """

    LAYER = "layer"
    LABEL = "label"
    FIELD = "field"
    VALUE = "value"
    RELATION = "relation"
    RULE = "rule"
    FIELDS = "fields"
    RELATIONS = "relations"
    RULES = "rules"


@dataclass(frozen=True, slots=True)
class PartPlace:
    """A place in the schema: its kind, and the ids on the path to it."""

    kind: PartKind
    path: tuple[str, ...] = ()


class Draft(QObject):
    """The edits so far, as one schema change. The project stays the same until the change is applied."""

    changed = Signal()

    def __init__(self, schema: Schema, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.change = SchemaChange(before=schema, after=schema)
        self.usage = Usage()
        self.broken: Mapping[str, int] = {}  # by rule id: labels that will break the rule, if counted

    @property
    def schema(self) -> Schema:
        """The schema after the change."""
        return self.change.after

    def put(self, change: SchemaChange) -> None:
        """Replace the change, and emit `changed` if it is another one."""
        if change != self.change:
            self.change = change
            self.changed.emit()

    def begin(self, schema: Schema) -> None:
        """Start over from a schema."""
        self.change = SchemaChange(before=schema, after=schema)
        self.changed.emit()

    def count(self, usage: Usage) -> None:
        """Set how often each part is used in the project."""
        self.usage = usage
        self.changed.emit()

    def count_broken(self, broken: Mapping[str, int]) -> None:
        """Set how many labels will break each new or changed rule."""
        self.broken = broken
        self.changed.emit()

    def part(self, place: PartPlace) -> Part | None:
        return part_of(self.schema, place)

    def uses(self, place: PartPlace) -> int:
        """Return how often the part at a place is used now, under its ids before the change."""
        usage, fates = self.usage, self.change.fates
        match place.kind:
            case PartKind.LABEL:
                layer, id_ = place.path
                own = {key: n for key, n in usage.labels.items() if key[0] == layer}
                return sum(n for key, n in own.items() if fates.labels.get(key, key[1]) == id_)
            case PartKind.FIELD:
                led_to = ((key[0], fates.fields.get(key, key[1]), n) for key, n in usage.fields.items())
                return sum(n for layer, id_, n in led_to if (layer, id_) == place.path)
            case PartKind.VALUE:
                return sum(n for key, n in usage.values.items() if self._value_is(key) == place.path)
            case PartKind.RELATION:
                own_types = {label for label, *_ in usage.relations}
                led = (label for label in own_types if fates.relations.get(label, label) == place.path[0])
                return sum(map(usage.relations_of, led))
            case _:
                return 0

    def _value_is(self, key: tuple[str, str, str]) -> tuple[str | None, ...]:
        layer, field, value = key
        fates = self.change.fates
        return layer, fates.fields.get((layer, field), field), fates.values.get(key, value)


def part_of(schema: Schema, place: PartPlace) -> Part | None:
    """Return the schema's part at a place, or None."""
    path = place.path
    match place.kind:
        case PartKind.LAYER:
            return next((layer for layer in schema.layers if layer.id == path[0]), None)
        case PartKind.LABEL:
            return schema.label(path[0], path[1])
        case PartKind.FIELD:
            return schema.attribute(path[0], path[1])
        case PartKind.VALUE:
            field = schema.attribute(path[0], path[1])
            return next((value for value in field.values if value.id == path[2]), None) if field is not None else None
        case PartKind.RELATION:
            return schema.relation(path[0])
        case PartKind.RULE:
            return next((rule for rule in schema.rules if rule.id == path[0]), None)
        case _:
            return None


def called(part: Part) -> str:
    """Return a part's name in the window's language, or its id."""
    return words(part.words if isinstance(part, Rule) else part.name, ui_language()) or part.id


def called_at(schema: Schema, place: PartPlace) -> str:
    """Return the name of the part at a place, or the id if the schema lacks it."""
    part = part_of(schema, place)
    return called(part) if part is not None else place.path[-1]


def places_of(flaw: Flaw, schema: Schema) -> tuple[PartPlace, ...]:
    """Return the places of a flaw: one, or two if two parts of the schema conflict."""
    if flaw.wrong in OF_RULES:
        return (PartPlace(PartKind.RULE, flaw.place),)
    return tuple(place_of(path, schema) for path in (flaw.place, flaw.other) if path)


def place_of(path: tuple[str, ...], schema: Schema) -> PartPlace:
    """Return the place with these ids; see `annotator.editing.schema_editing.flaws.Flaw`."""
    match len(path):
        case 1:
            return PartPlace(PartKind.RELATION if schema.relation(path[0]) is not None else PartKind.LAYER, path)
        case 2:
            return PartPlace(PartKind.LABEL if schema.label(*path) is not None else PartKind.FIELD, path)
        case _:
            return PartPlace(PartKind.VALUE, path)

"""The values that a project knows, such as its labels and annotators; unknown values are damage, or are added."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from annotator.editing.schema_editing.flaws import free_id
from annotator.editing.schema_editing.new_label import fresh_colours, short_name
from annotator.editing.splitting import SPLITS
from annotator.model.schema import ROLE, Attribute, AttributeKind, Label, Layer, RelationType, Schema, Value
from annotator.model.sentence_states import SentenceState
from annotator.model.values import DOCUMENT, NOBODY, State
from annotator.store.repair.mending import read_json
from annotator.store.repair.shapes import Row
from annotator.store.row_json import dump
from annotator.text.language import LANGUAGES, OTHER

_NAMES = MappingProxyType({"en": "{} (unknown)", "de": "{} (unbekannt)"})
_NAMELESS = MappingProxyType({"en": "Unknown", "de": "Unbekannt"})
_HELP = MappingProxyType(
    {"en": "Found in a damaged project file.", "de": "Stammt aus einer beschädigten Projektdatei."}
)
_LONGEST = 60  # characters of a name
_MOST = 1_000  # unknown ids added to a schema one by one; only hostile files have more
_UNREADABLE = "UNKNOWN"  # the id of a label of which no letter can be used
_OWN_FIELDS = frozenset({"identity"})  # attributes of spans that are not in the schema
_SPLITS = frozenset({*SPLITS, None})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedValue:
    """A value that the report names: ``why`` is a key of `mending.WHY`, ``was`` the value as the file had it."""

    why: str
    was: str


class Known:
    """The schema and names of a project. Labels that the schema lacks are added to it; `added` says whether any was.

    ``spans`` are the ids of the saved spans.
    """

    def __init__(self, schema: Schema, annotators: Iterable[str]) -> None:
        self.schema = schema
        self.annotators = {*annotators, *NOBODY}
        self.spans: set[str] = set()
        self.added = False
        #: The ids in the schema by how and where an unknown id was added, and by that id.
        self._ids: dict[tuple[str, ...], str] = {}

    def count_unknown(self, table: str, column: str, row: Row, *, digest: str = "") -> int:
        """Count the values in a column of a row that are unknown; ``digest`` is the hash of an article's text."""
        value = row.get(column)
        if column in {"layer", "label"} and table in {"span", "suggestion"}:
            return self._unknown_in_label(row)
        if column == "attributes":
            return self._unknown_in_fields(table, row)
        if column == "annotator":
            return int(value not in self.annotators)
        if (table, column) == ("document", "sha256"):
            return int(value != digest)
        is_known = _IS_KNOWN.get((table, column))
        return 0 if is_known is None else int(not is_known(self, value))

    def has_spans(self, ids: object) -> bool:
        """Return whether these are ids of saved spans."""
        return isinstance(ids, list) and all(isinstance(id_, str) and id_ in self.spans for id_ in ids)

    def _unknown_in_label(self, row: Row) -> int:
        """Return 1 for an unknown label in a known layer, 2 if the layer is unknown, too, else 0."""
        layer, label = str(row["layer"]), str(row["label"])
        if self.schema.label(layer, label) is not None:
            return 0
        return 1 if layer in {known.id for known in self.schema.layers} else 2

    def _unknown_in_fields(self, table: str, row: Row) -> int:
        found = read_json(row["attributes"])
        if not isinstance(found, dict):
            return 1
        if table == "relation":
            relation = self.schema.relation(str(row["label"]))
            roles = {role.id for role in relation.roles} if relation is not None else set()
            return int(ROLE in found and bool(roles) and str(found[ROLE]) not in roles)
        fields = {field.id: field for field in self.schema.attributes_of(str(row["layer"]))}
        unknown = sum(name not in fields and name not in _OWN_FIELDS for name in found)
        return unknown + sum(name in fields and not fields[name].allows(value) for name, value in found.items())

    # Additions to the schema

    def admit(self, table: str, row: Row) -> list[ReportedValue]:
        """Add a row's labels, values and relation types to the schema if it lacks them; return the values to report.

        If an id cannot be used in a schema, the row gets another one.
        """
        match table:
            case "span":
                return [*self._admit_label(row), *self._admit_values(row)]
            case "relation":
                return self._admit_relation(row)
            case "document_label":
                return self._admit_document_label(row)
            case _:
                return []

    def _added(self, add: Callable[..., str], *ids: str) -> str:
        """Return the schema's id for the unknown id that is the last of ``ids``; the first time, add it to the schema.

        After `_MOST` additions, further unknown ids in the same place share one id.
        """
        key = (add.__name__, *ids)
        if key not in self._ids and len(self._ids) >= _MOST:
            ids = (*ids[:-1], "")
            key = (add.__name__, *ids)
        if key not in self._ids:
            self._ids[key] = add(*ids)
        return self._ids[key]

    def _admit_label(self, row: Row) -> list[ReportedValue]:
        told: list[ReportedValue] = []
        layer, label = str(row["layer"] or ""), str(row["label"] or "")
        layers = [each.id for each in self.schema.layers]
        if layer not in layers:
            having = [each for each in layers if self.schema.label(each, label) is not None]
            is_sure = len(having) == 1
            told.append(ReportedValue(why="single_bit" if is_sure else "added_to_schema", was=layer))
            row["layer"] = layer = having[0] if is_sure else self._added(self._add_layer, layer)
        if self.schema.label(layer, label) is None:
            told.append(ReportedValue(why="added_to_schema", was=label))
            row["label"] = self._added(self._add_label, layer, label)
        return told

    def _add_layer(self, layer: str) -> str:
        id_ = _usable(layer, {each.id for each in self.schema.layers})
        self._grow(layers=(*self.schema.layers, Layer(id=id_, name=_named(layer), labels=())))
        return id_

    def _add_label(self, layer: str, label: str) -> str:
        known = next(each for each in self.schema.layers if each.id == layer)
        id_ = _usable(label, {each.id for each in known.labels})
        light, dark = fresh_colours(self.schema)
        made = Label(
            id=id_, layer=layer, name=_named(label), help=_HELP, key=None, light=light, dark=dark, active=False
        )
        grown = replace(known, labels=(*known.labels, made))
        self._grow(layers=tuple(grown if each.id == layer else each for each in self.schema.layers))
        return id_

    def _admit_values(self, row: Row) -> list[ReportedValue]:
        told: list[ReportedValue] = []
        found = read_json(row["attributes"])
        values: dict[str, Any] = dict(found) if isinstance(found, dict) else {}
        for name, value in list(values.items()):
            field = self.schema.attribute(str(row["layer"]), name)
            if field is None or field.allows(value):
                continue
            if field.closed and isinstance(value, str):
                told.append(ReportedValue(why="added_to_schema", was=f"{name}: {value}"))
                values[name] = self._added(self._add_value, field.layer, name, value)
            else:
                told.append(ReportedValue(why="unknown_value", was=f"{name}: {value}"))
                del values[name]
        if told:
            row["attributes"] = dump(values)
        return told

    def _admit_relation(self, row: Row) -> list[ReportedValue]:
        label = str(row["label"])
        if self.schema.relation(label) is not None:
            return []
        row["label"] = self._added(self._add_relation, label)
        return [ReportedValue(why="added_to_schema", was=label)]

    def _add_relation(self, label: str) -> str:
        id_ = _usable(label, {each.id for each in self.schema.relations})
        every = tuple(layer.id for layer in self.schema.layers)
        made = RelationType(id=id_, name=_named(label), help=_HELP, head=every, tail=every)
        self._grow(relations=(*self.schema.relations, made))
        return id_

    def _admit_document_label(self, row: Row) -> list[ReportedValue]:
        label, value = str(row["label"]), str(row["value"])
        field = self.schema.attribute(DOCUMENT, label)
        if field is not None and field.allows(value):
            return []
        if field is None:
            row["label"] = self._added(self._add_document_label, label)
        row["value"] = self._added(self._add_value, DOCUMENT, str(row["label"]), value)
        return [ReportedValue(why="added_to_schema", was=f"{label}: {value}")]

    def _add_document_label(self, label: str) -> str:
        id_ = _usable(label, {each.id for each in self.schema.document_labels})
        made = Attribute(id=id_, layer=DOCUMENT, kind=AttributeKind.CHOICE, name=_named(label), help=_HELP)
        self._grow(document_labels=(*self.schema.document_labels, made))
        return id_

    def _add_value(self, layer: str, field: str, value: str) -> str:
        known = next(each for each in self.schema.attributes_of(layer) if each.id == field)
        id_ = _usable(value, {each.id for each in known.values})
        grown = replace(known, values=(*known.values, Value(id=id_, name=_named(value), help=_HELP)))
        fields = [grown if (each.layer, each.id) == (layer, field) else each for each in self.schema.fields]
        self.schema = self.schema.with_fields(fields)
        self.added = True
        return id_

    def _grow(self, **more: Any) -> None:
        self.schema = replace(self.schema, **more)
        self.added = True


_IS_KNOWN: Mapping[tuple[str, str], Callable[[Known, Any], bool]] = {
    ("relation", "label"): lambda known, value: known.schema.relation(str(value)) is not None,
    ("relation", "head"): lambda known, value: value in known.spans,
    ("relation", "tail"): lambda known, value: value in known.spans,
    ("identity", "label"): lambda known, value: value in {label.id for label in known.schema.labels},
    ("document", "language"): lambda _, value: value in {*LANGUAGES, OTHER},
    ("document_split", "split"): lambda _, value: value in _SPLITS,
    ("document_state", "state"): lambda _, value: value in set(State),
    ("sentence_mark", "state"): lambda _, value: value == SentenceState.EMPTY,
    ("settled", "layer"): lambda known, value: (
        str(value).partition(".")[0] in {DOCUMENT, *(layer.id for layer in known.schema.layers)}
    ),
    ("settled", "taken"): lambda known, value: known.has_spans(read_json(value)),
    ("comment", "span"): lambda known, value: value is None or value in known.spans,
}


def _usable(id_: str, taken: Iterable[str]) -> str:
    """Return the id if a schema may have it and it is not taken, else a free one that resembles it."""
    usable = short_name(id_) or _UNREADABLE
    return id_ if usable == id_ and id_ not in set(taken) else free_id(usable, taken)


def _named(id_: str) -> dict[str, str]:
    shown = id_[:_LONGEST].encode("utf-8", "replace").decode()
    return {language: name.format(shown) if shown else _NAMELESS[language] for language, name in _NAMES.items()}

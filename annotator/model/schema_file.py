"""Read and write schemas as JSON files (``NAME.schema.json``), to edit and reuse; each project has its own copy."""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from annotator.model.schema import (
    Attribute,
    AttributeKind,
    Comparison,
    Condition,
    Examples,
    Label,
    Layer,
    RelationType,
    Rule,
    Schema,
    Subject,
    Value,
    Words,
    unknown_to,
)
from annotator.model.values import DOCUMENT
from annotator.system.errors import SchemaError
from annotator.system.json_objects import REPEATS, has_repeats, object_from_pairs
from annotator.system.resources import resource_path

VERSION = 1
LIMIT = 4_000_000  # bytes of the largest schema file that is read
DEFAULT = "news"
ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_T = TypeVar("_T")
_FIELDS: Mapping[type, list[str]] = {
    kind: [each.name for each in fields(kind) if (kind, each.name) != (Label, "layer")]
    for kind in (Layer, Label, Attribute, Value, RelationType, Rule)
}
_OPTIONAL = frozenset({"parent", "guidelines", "examples", "keys", "roles"})


def ready_schemas() -> dict[str, Path]:
    """Return the paths of the schemas that ship with the program, by name."""
    return {
        path.name.removesuffix(".schema.json"): path for path in sorted(resource_path("schemas").glob("*.schema.json"))
    }


def load(name_or_path: str) -> Schema:
    """Load a built-in schema by name, or any schema by path.

    Raises:
        SchemaError: ``schema.unknown`` or ``schema.invalid``.
    """
    ready = ready_schemas()
    path = ready.get(name_or_path, Path(name_or_path))
    if not path.is_file():
        raise SchemaError("schema.unknown", name=name_or_path, names=", ".join(ready))
    try:
        if path.stat().st_size > LIMIT:
            raise SchemaError("schema.invalid", file=path.name, place="file", reason="more than 4 MB")
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SchemaError("schema.invalid", file=path.name, place="file", reason=error) from error
    return loads(text, name=path.name)


def loads(text: str, *, name: str) -> Schema:
    """Read a schema from JSON.

    Raises:
        SchemaError: ``schema.invalid``, with the place in the JSON.
    """
    try:
        return _parsed(text)
    except SchemaError as error:
        raise SchemaError(error.code, **{**error.details, "file": name}) from error


@lru_cache(maxsize=4)  # commands and windows read the same text again and again
def _parsed(text: str) -> Schema:
    try:
        value = json.loads(text, object_pairs_hook=object_from_pairs)
        text.encode()
        if "\\u" in text:  # an escape may be half a character; the check is slow
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise SchemaError("schema.invalid", file="", place="JSON", reason=error) from error
    if has_repeats(value):
        raise SchemaError("schema.invalid", file="", place="JSON", reason=REPEATS)
    return _Reader().schema(value)


def dumps(schema: Schema) -> str:
    """Return a schema as JSON that people can read and edit."""
    value = {
        "version": VERSION,
        "id": schema.id,
        **{name: _to(getattr(schema, name)) for name in ("name", "layers", "attributes", "relations", "rules")},
    }
    if schema.document_labels:
        value["document_labels"] = [_document_label_to(label) for label in schema.document_labels]
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _to(part: Any) -> Any:
    """Return a part of a schema as JSON, without the fields in `_OPTIONAL` that are empty."""
    if isinstance(part, tuple):
        return [_to(value) for value in part]
    if isinstance(part, Mapping):
        return {name: _to(value) for name, value in part.items()}
    if isinstance(part, Condition):
        written = {str(part.subject): part.id, "test": part.test}
        return written | ({"values": list(part.values)} if part.values else {})
    if (names := _FIELDS.get(type(part))) is None:
        return part
    found = {name: _to(getattr(part, name)) for name in names}
    return {name: value for name, value in found.items() if value or name not in _OPTIONAL}


def _document_label_to(label: Attribute) -> dict[str, Any]:
    written = _to(label)
    return {name: written[name] for name in ("id", "name", "help", *(() if label.shown else ("shown",)), "values")}


class _Reader:
    """Reads a schema from untrusted JSON; every error names the place in the JSON."""

    def schema(self, value: Any) -> Schema:
        if self._of(dict, value, "schema").get("version") != VERSION:
            raise self._error("version", f"{VERSION} expected")
        layers = self._each(value, "layers", "schema", self._layer)
        schema = Schema(
            id=self._id(value, "schema"),
            name=self._words(value, "name", "schema"),
            layers=layers,
            attributes=self._each(value, "attributes", "schema", self._attribute),
            relations=self._each(value, "relations", "schema", self._relation),
            rules=self._each(value, "rules", "schema", self._rule),
            document_labels=self._each(value, "document_labels", "schema", self._document_label),
        )
        self._check(schema)
        return schema

    def _layer(self, value: Any, place: str) -> Layer:
        layer = self._id(value, place)
        return Layer(
            id=layer,
            name=self._words(value, "name", place),
            labels=self._each(value, "labels", f"layer {layer}", lambda v, p: self._label(v, p, layer)),
        )

    def _label(self, value: Any, place: str, layer: str) -> Label:
        place = f"label {self._id(value, place)}"
        return Label(
            id=self._id(value, place),
            layer=layer,
            name=self._words(value, "name", place),
            help=self._words(value, "help", place),
            key=self._key(value, place),
            light=self._colour(value, "light", place),
            dark=self._colour(value, "dark", place),
            active=bool(value.get("active", True)),
            parent=self._of(str, value["parent"], f"{place}, parent") if value.get("parent") is not None else None,
            guidelines=self._words(value, "guidelines", place),
            examples=self._examples(value, place),
        )

    def _attribute(self, value: Any, place: str) -> Attribute:
        place = f"attribute {self._id(value, place)}"
        kind = value.get("kind", "choice")
        if kind not in list(AttributeKind):
            raise self._error(place, f"kind {kind}")
        return Attribute(
            id=self._id(value, place),
            layer=self._of(str, value.get("layer"), f"{place}, layer"),
            kind=AttributeKind(kind),
            name=self._words(value, "name", place),
            help=self._words(value, "help", place),
            values=self._values(value, "values", place),
            key=self._key(value, place),
            keys=self._keys(value, place),
            shown=bool(value.get("shown", True)),
        )

    def _document_label(self, value: Any, place: str) -> Attribute:
        return self._attribute({**self._of(dict, value, place), "layer": DOCUMENT, "kind": "choice"}, place)

    def _values(self, value: Any, name: str, place: str) -> tuple[Value, ...]:
        values = self._each(value, name, place, self._value)
        self._once([each.id for each in values], place)
        return values

    def _value(self, value: Any, place: str) -> Value:
        return Value(
            id=self._id(value, place),
            name=self._words(value, "name", place),
            help=self._words(value, "help", place),
            key=self._key(value, place),
            examples=self._examples(value, place),
        )

    def _examples(self, value: Any, place: str) -> Examples:
        entries = self._of(dict, value.get("examples", {}), f"{place}, examples")
        return {str(language): self._strings(entries, language, f"{place}, examples") for language in entries}

    def _relation(self, value: Any, place: str) -> RelationType:
        place = f"relation {self._id(value, place)}"
        return RelationType(
            id=self._id(value, place),
            name=self._words(value, "name", place),
            help=self._words(value, "help", place),
            head=self._strings(value, "head", place),
            tail=self._strings(value, "tail", place),
            key=self._key(value, place),
            single=bool(value.get("single", False)),
            roles=self._values(value, "roles", place),
        )

    def _rule(self, value: Any, place: str) -> Rule:
        place = f"rule {self._id(value, place)}"
        return Rule(
            id=self._id(value, place),
            of=self._strings(value, "of", place),
            when=self._each(value, "when", place, self._condition),
            then=self._condition(self._of(dict, value.get("then"), f"{place}, then"), f"{place}, then"),
            words=self._words(value, "words", place),
        )

    def _condition(self, value: Any, place: str) -> Condition:
        subjects = [subject for subject in Subject if subject in value]
        test = value.get("test")
        if len(subjects) != 1 or test not in list(Comparison):
            raise self._error(place, f"test {test}" if subjects else "attribute or relation expected")
        asks = test in {Comparison.IN, Comparison.NOT_IN}
        return Condition(
            subject=subjects[0],
            id=self._of(str, value[subjects[0]], place),
            test=Comparison(test),
            values=self._strings(value, "values", place) if asks else (),
        )

    def _check(self, schema: Schema) -> None:
        layers = [layer.id for layer in schema.layers]
        self._once(layers, "layers")
        for layer in schema.layers:
            self._once([label.id for label in layer.labels], f"layer {layer.id}")
            self._check_parents(layer)
        self._once([label.key for label in schema.labels if label.key and label.active], "keys of labels")
        for attribute in schema.attributes:
            if attribute.layer not in layers:
                raise self._error(f"attribute {attribute.id}", f"layer {attribute.layer}")
        for layer_id in layers:
            self._once([a.id for a in schema.attributes_of(layer_id)], f"attributes of {layer_id}")
        self._once([relation.id for relation in schema.relations], "relations")
        ends = {*layers, *(f"{label.layer}.{label.id}" for label in schema.labels)}
        for relation in schema.relations:
            for end in (*relation.head, *relation.tail):
                if end not in ends:
                    raise self._error(f"relation {relation.id}", f"end {end}")
        self._once([rule.id for rule in schema.rules], "rules")
        self._once([label.id for label in schema.document_labels], "document labels")
        for rule in schema.rules:
            if unknown := unknown_to(schema, rule):
                raise self._error(f"rule {rule.id}", ", ".join(unknown))

    def _check_parents(self, layer: Layer) -> None:
        parents = {label.id: label.parent for label in layer.labels}
        checked: set[str] = set()
        for label in parents:
            above, parent = {label}, parents[label]
            while parent is not None and parent not in checked:
                if parent in above or parent not in parents:
                    raise self._error(f"label {label}", f"parent {parent}")
                above.add(parent)
                parent = parents[parent]
            checked |= above

    def _once(self, values: list[str], place: str) -> None:
        twice = [value for value, count in Counter(values).items() if count > 1]
        if twice:
            raise self._error(place, f"{', '.join(sorted(twice))} ×2")

    def _each(self, value: Any, name: str, place: str, read: Callable[[Any, str], _T]) -> tuple[_T, ...]:
        entries = self._of(list, value.get(name, []), f"{place}, {name}")
        return tuple(
            read(self._of(dict, entry, f"{place}, {name} {i}"), f"{place}, {name} {i}")
            for i, entry in enumerate(entries, 1)
        )

    def _id(self, value: Any, place: str) -> str:
        found = value.get("id")
        if not isinstance(found, str) or not ID.fullmatch(found):
            raise self._error(place, f"id {found!r}")
        return found

    def _words(self, value: Any, name: str, place: str) -> Words:
        found = value.get(name, {})
        if isinstance(found, str):
            return {"en": found}
        entries = self._of(dict, found, f"{place}, {name}")
        return {str(language): self._of(str, text, f"{place}, {name}") for language, text in entries.items()}

    def _key(self, value: Any, place: str) -> str | None:
        key = value.get("key")
        if key is not None and (not isinstance(key, str) or len(key) != 1):
            raise self._error(place, f"key {key!r}")
        return key

    def _keys(self, value: Any, place: str) -> Words:
        entries = self._of(dict, value.get("keys", {}), f"{place}, keys")
        found = {str(language): self._key({"key": key}, place) for language, key in entries.items()}
        return {language: key for language, key in found.items() if key is not None}

    def _colour(self, value: Any, name: str, place: str) -> str:
        colour = value.get(name)
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise self._error(place, f"{name} {colour!r}")
        return colour

    def _strings(self, value: Any, name: str, place: str) -> tuple[str, ...]:
        entries = self._of(list, value.get(name), f"{place}, {name}")
        return tuple(self._of(str, entry, f"{place}, {name}") for entry in entries)

    def _of(self, kind: type[_T], value: Any, place: str) -> _T:
        if not isinstance(value, kind):
            raise self._error(place, f"{kind.__name__} expected")
        return value

    def _error(self, place: str, reason: str) -> SchemaError:
        return SchemaError("schema.invalid", file="", place=place, reason=reason)

"""Mapping a file's labels to those of the project."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from annotator.model.schema import Label, Schema
from annotator.system.errors import SchemaError

USUAL: Mapping[str, str] = MappingProxyType(
    {
        "person": "PER",
        **dict.fromkeys(("organization", "organisation", "corporation", "company"), "ORG"),
        **dict.fromkeys(("location", "place", "gpe"), "LOC"),
        **dict.fromkeys(("miscellaneous", "oth"), "MISC"),
        "time": "DATE",
    }
)
"""Usual label names in other tools, in lower case, and ours for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Maps a file's names to the project's.

    Without ``schema`` every name stays. ``renamed`` maps a label or relation of the file to one of the project:
    ``LABEL`` or ``layer.LABEL``.
    """

    schema: Schema | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)

    def label(self, label: str, layer: str | None) -> tuple[str, str] | None:
        """Return (layer, label), or None if the project has no such label.

        Case is ignored unless two labels differ only in case. Besides ids, the names of labels and the usual names in
        other tools are known. An unknown or missing layer matches any; without a schema the layer must be given.
        """
        named = self.renamed.get(label, label)
        if label in self.renamed and "." in named:
            layer, named = named.split(".", maxsplit=1)
        if self.schema is None:
            return None if layer is None else (layer, named)
        layers = {known.id for known in self.schema.layers}
        known = [entry for entry in self.schema.labels if layer not in layers or entry.layer == layer]
        found = _same(named, [entry.id for entry in known]) or _called(named, known)
        return next(((entry.layer, entry.id) for entry in known if entry.id == found), None)

    def relation(self, label: str) -> str | None:
        """Return the project's relation of this name, or None."""
        named = self.renamed.get(label, label)
        return named if self.schema is None else _same(named, [entry.id for entry in self.schema.relations])

    def holds(self, layer: str, attribute: str, value: Any) -> bool:
        """Return whether an attribute may have this value."""
        if self.schema is None:
            return True
        try:
            self.schema.check_attributes(layer, {attribute: value})
        except SchemaError:
            return False
        return True


def _called(name: str, known: Iterable[Label]) -> str | None:
    """Find the one label with this name or usual name; None if several match."""
    folded = name.casefold()
    usual = USUAL.get(folded)
    found = {label.id for label in known if label.id == usual or folded in map(str.casefold, label.name.values())}
    return found.pop() if len(found) == 1 else None


def _same(name: str, among: Iterable[str]) -> str | None:
    known = list(among)
    if name in known:
        return name
    return next((found for found in known if found.casefold() == name.casefold()), None)

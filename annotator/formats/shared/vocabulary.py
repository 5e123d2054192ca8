"""Maps a file's labels to those of the project."""

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
"""Our label for each of the usual label names of other tools, which are in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Maps a file's names of labels and relations to the project's.

    Attributes:
        schema: The project's schema; without it, every name is kept.
        renamed: The user's choices: for each label or relation of the file, a relation of the project, or its label as
            ``LABEL`` or ``layer.LABEL``. The file's name may be ``layer.LABEL``, too, or ``layer.*`` for the rest of a
            layer.
        cached: The labels of each layer that were looked up, for `label`.
    """

    schema: Schema | None = None
    renamed: Mapping[str, str] = field(default_factory=dict)
    cached: dict[str | None, Mapping[str, Label]] = field(default_factory=dict, compare=False, repr=False)

    def label(self, label: str, layer: str | None) -> tuple[str, str] | None:
        """Return (layer, label), or None if the project has no such label.

        Case is ignored unless two labels differ only in case. Besides ids, the names of labels and the usual names in
        other tools are known. An unknown or missing layer matches any; without a schema the layer must be given.
        """
        chosen = self.chosen(label, layer)
        named = label if chosen is None else chosen
        if chosen is not None and "." in chosen:
            layer, named = chosen.split(".", maxsplit=1)
        if self.schema is None:
            return None if layer is None else (layer, named)
        known = self._known(layer)
        found = known.get(named) or known.get(named.casefold())
        if found is None and (called := _called(named, known.values())) is not None:
            found = known[called]
        return None if found is None else (found.layer, found.id)

    def names_layer(self, label: str, name: str, layer: str) -> bool:
        """Return whether a layer's name in a file is the span's label, and ``label`` only the value of a field.

        That is the case if the project has a label of that name, but none called ``label``. Nothing is recorded.
        """
        by_layer = Vocabulary.label(self, name, layer)  # not that of a subclass
        return by_layer is not None and Vocabulary.label(self, label, layer) is None

    def chosen(self, label: str, layer: str | None) -> str | None:
        """Return the name that the user chose for a file's label in a layer, or None."""
        if not self.renamed:
            return None
        keys = (f"{layer}.{label}", label, f"{layer}.*") if layer is not None else (label,)
        return next((self.renamed[key] for key in keys if key in self.renamed), None)

    def _known(self, layer: str | None) -> Mapping[str, Label]:
        """Return the labels of a layer, or of all, by id and by id in lower case; the first of several counts."""
        if layer not in self.cached and self.schema is not None:
            layers = {known.id for known in self.schema.layers}
            entries = [entry for entry in self.schema.labels if layer not in layers or entry.layer == layer]
            found: dict[str, Label] = {}
            for names in (((entry.id, entry) for entry in entries), ((e.id.casefold(), e) for e in entries)):
                for name, entry in names:
                    found.setdefault(name, entry)
            self.cached[layer] = found
        return self.cached[layer]

    def add_broader(self, label: str, parent: str) -> None:
        """Take note of a broader label in the file. This does nothing here; the subclass used by imports records it."""

    def relation(self, label: str) -> str | None:
        """Return the project's relation of this name, or None."""
        named = self.renamed.get(label, label)
        if self.schema is None:
            return named
        known = [entry.id for entry in self.schema.relations]
        return _same(named, known) or _same(named.rpartition(".")[2], known)  # a new one is named like a label

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
    """Return the id of the only label with this name or usual name; None if none or several match."""
    folded = name.casefold()
    usual = USUAL.get(folded)
    found = {label.id for label in known if label.id == usual or folded in map(str.casefold, label.name.values())}
    return found.pop() if len(found) == 1 else None


def _same(name: str, among: Iterable[str]) -> str | None:
    known = list(among)
    if name in known:
        return name
    return next((found for found in known if found.casefold() == name.casefold()), None)

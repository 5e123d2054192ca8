"""Finds the broader labels of a label, for formats that hold a hierarchy of labels."""

from collections.abc import Mapping

from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.schema import Schema
from annotator.model.values import Span


def above(schema: Schema | None, layer: str, label: str) -> tuple[str, ...]:
    """Return the broader labels of a label, broadest first."""
    known = {one.id: one.parent for one in schema.labels if one.layer == layer} if schema is not None else {}
    found: list[str] = []
    parent = known.get(label)
    while parent is not None and parent not in found:
        found.insert(0, parent)
        parent = known.get(parent)
    return tuple(found)


def add_all_broader(vocabulary: Vocabulary, label: str, parents: Mapping[str, str]) -> None:
    """Add a file's label to a vocabulary with its broader label, that label's broader one, and so on."""
    seen: set[str] = set()
    while label in parents and label not in seen:
        seen.add(label)
        vocabulary.add_broader(label, parents[label])
        label = parents[label]


def has_broader(schema: Schema | None, spans: tuple[Span, ...]) -> bool:
    """Return whether the label of any span has a broader one."""
    if schema is None:
        return False
    narrow = {(label.layer, label.id) for label in schema.labels if label.parent is not None}
    return bool(narrow) and any((span.layer, span.label) in narrow for span in spans)

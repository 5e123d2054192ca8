"""Where parts of a schema name other parts: they follow when one is called otherwise, or goes."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum, auto

from annotator.schema import Layer, Schema


class Names(Enum):
    """What is named."""

    LABEL = auto()  # layer, label
    ATTRIBUTE = auto()  # layer, attribute
    VALUE = auto()  # layer, attribute, value
    RELATION = auto()  # relation


def renamed(schema: Schema, what: Names, old: tuple[str, ...], new: str | None) -> Schema:
    """Let all names of ``old`` say ``new``; None: they go.

    The part itself is called ``new`` already, or is no longer there.
    """
    if what is not Names.LABEL:
        return schema
    layer, label = old
    named = f"{layer}.{label}"
    becomes = f"{layer}.{new}" if new is not None else None
    return replace(
        schema,
        layers=tuple(_with_parents(each, label, new) if each.id == layer else each for each in schema.layers),
        relations=tuple(
            replace(r, head=_exchanged(r.head, named, becomes), tail=_exchanged(r.tail, named, becomes))
            for r in schema.relations
        ),
    )


def _with_parents(layer: Layer, old: str, new: str | None) -> Layer:
    labels = (replace(v, parent=new) if v.parent == old else v for v in layer.labels)
    return replace(layer, labels=tuple(labels))


def _exchanged(ends: Iterable[str], old: str, new: str | None) -> tuple[str, ...]:
    found = (new if end == old else end for end in ends)
    return tuple(dict.fromkeys(end for end in found if end is not None))

"""A label that a project is to get, with all that it needs to stand among the others."""

import re

from annotator.schema import Label, Schema
from annotator.schema_editing.flaws import free_id
from ui.schema.colours import fresh_colours
from ui.schema.fields import LANGUAGES

_LONGEST = 60  # characters of a short name
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9_-]+")
_BEFORE_LETTER = re.compile(r"^[^A-Za-z]+")
_KEYS = "123456789"


def new_label(schema: Schema, layer: str, name: str) -> Label:
    """Give a label of this name for a layer: with a short name and colours that no other has, and a free digit."""
    ids = [label.id for label in schema.labels if label.layer == layer]
    wanted = _BEFORE_LETTER.sub("", _NOT_IN_IDS.sub("_", name))[:_LONGEST]
    taken = {label.key for label in schema.labels}
    light, dark = fresh_colours(schema)
    return Label(
        id=free_id(wanted or "NEW", ids),
        layer=layer,
        name=dict.fromkeys(LANGUAGES, name),
        help={},
        key=next((key for key in _KEYS if key not in taken), None),
        light=light,
        dark=dark,
    )

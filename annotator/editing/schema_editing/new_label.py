"""New labels for a schema, with an id, a free key and distinct colours."""

import re
from collections.abc import Collection, Iterable, Mapping
from colorsys import hls_to_rgb
from itertools import product
from unicodedata import normalize

from annotator.editing.schema_editing.changes import SchemaChange, add_label
from annotator.editing.schema_editing.colour_vision import APART, READABLE, Eyes, contrast, difference
from annotator.editing.schema_editing.flaws import free_id
from annotator.model.schema import Label, Schema
from annotator.model.values import ATTRIBUTION, ENTITIES, Annotated
from annotator.system.errors import SchemaError

LIGHT_PAPER, DARK_PAPER = "#ffffff", "#202329"
"""The backgrounds of articles in the window's two themes."""

LANGUAGES = ("de", "en")
"""The languages of a schema."""

NEW = "new"
"""The target that requests a new label for a label of a file."""

_LONGEST = 60  # characters of a short name
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9_-]+")
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_BEFORE_LETTER = re.compile(r"^[^A-Za-z]+")
_KEYS = "123456789"
_OFFERED = (  # light and dark, each readable on its paper
    ("#b5477d", "#dd8fbd"),
    ("#2f6fb3", "#8fb0ee"),
    ("#0b6249", "#5dcfae"),
    ("#7f7000", "#f5d470"),
    ("#7a2a05", "#ea8741"),
    ("#7a5aa6", "#bfa3e8"),
    ("#4f7a3a", "#a4cf8b"),
    ("#a33a2c", "#f09a8c"),
    ("#1b7a8c", "#6fd0e0"),
    ("#3d3a8c", "#a9a6f5"),
    ("#5a6b7b", "#a7b6c4"),
    ("#8c1d5a", "#f08ac0"),
)
_HUES = range(0, 360, 24)  # if none of these is distinct enough
_SATURATIONS = (140, 220, 60)
_LIGHTNESSES = (90, 120, 150, 180, 210, 60)


def new_label(schema: Schema, layer: str, name: str) -> Label:
    """Build a label of this name for a layer, with a unique id, distinct colours and a free digit key."""
    ids = [label.id for label in schema.labels if label.layer == layer]
    taken = {label.key for label in schema.labels}
    light, dark = fresh_colours(schema)
    return Label(
        id=free_id(short_name(name) or "NEW", ids),
        layer=layer,
        name=dict.fromkeys(LANGUAGES, name),
        help={},
        key=next((key for key in _KEYS if key not in taken), None),
        light=light,
        dark=dark,
    )


def short_name(name: str) -> str:
    """Return the name as an id: ASCII letters, digits, - and _, starting with a letter; empty if nothing is left."""
    letters = normalize("NFKD", name.translate(_SPELT)).encode("ascii", "ignore").decode()
    return _BEFORE_LETTER.sub("", _NOT_IN_IDS.sub("_", letters))[:_LONGEST].strip("_")


def requested_labels(schema: Schema, renamed: Mapping[str, str]) -> tuple[dict[str, Label], dict[str, str]]:
    """Build the labels that ``--map THEIRS=new`` requests, and resolve the mapping.

    ``new`` requests a label in the layer of names, ``LAYER.new`` in another. A label that the schema already has, by id
    or name, is used instead; so is one whose id is ``new`` itself.

    Returns:
        The new labels by their names in the file, and ``renamed`` with their ids.

    Raises:
        SchemaError: ``value.layer``.
    """
    made: dict[str, Label] = {}
    names = dict(renamed)
    for theirs, ours in renamed.items():
        layer, _, target = ours.rpartition(".")
        layer = layer or _first_layer(schema)
        if target != NEW or schema.label(layer, NEW) is not None:
            continue
        if layer not in (known := [each.id for each in schema.layers]):
            raise SchemaError("value.layer", layer=layer, names=", ".join(known))
        now = with_labels(schema, made.values())
        label = _called(now, layer, theirs)
        if label is None:
            label = made[theirs] = new_label(now, layer, theirs)
        names[theirs] = f"{layer}.{label.id}"
    return made, names


def with_labels(schema: Schema, labels: Iterable[Label]) -> Schema:
    """Return the schema with these labels added."""
    change = SchemaChange(before=schema, after=schema)
    for label in labels:
        change = add_label(change, label)
    return change.after


def with_used(schema: Schema, labels: Iterable[Label], annotated: Iterable[Annotated]) -> Schema | None:
    """Return the schema with those labels added that documents use, or None if they use none."""
    used = {(row.layer, row.label) for entry in annotated for rows in (entry.spans, entry.suggestions) for row in rows}
    wanted = [label for label in labels if (label.layer, label.id) in used]
    return with_labels(schema, wanted) if wanted else None


def _first_layer(schema: Schema) -> str:
    layers = [layer.id for layer in schema.layers]
    return ENTITIES if ENTITIES in layers else layers[0]


def _called(schema: Schema, layer: str, name: str) -> Label | None:
    """Find the label of a layer with this id or name, ignoring case."""
    wanted = name.casefold()
    known = (label for label in schema.labels if label.layer == layer)
    return next((v for v in known if wanted in {v.id.casefold(), *map(str.casefold, v.name.values())}), None)


def fresh_colours(schema: Schema) -> tuple[str, str]:
    """Return the light and dark colour that differ most from those of all labels, or at least enough."""
    others = [label for label in schema.labels if is_seen(label)]
    lights, darks = [label.light for label in others], [label.dark for label in others]

    def nearest(colours: tuple[str, str]) -> float:
        both = zip(colours, (lights, darks), strict=True)
        return min((difference(c, o, eyes) for c, known in both for o in known for eyes in Eyes), default=APART)

    best = max(_OFFERED, key=nearest)
    if nearest(best) >= APART:
        return best
    for hue in _HUES:
        found = _of_hue(hue, LIGHT_PAPER, lights), _of_hue(hue, DARK_PAPER, darks)
        if all(found):
            return found
    return best


def is_seen(label: Label) -> bool:
    """Return whether articles show a label, so that its colour must be distinct."""
    return label.active and label.layer != ATTRIBUTION


def _of_hue(hue: int, paper: str, taken: Collection[str]) -> str:
    """Return a colour that is readable on its paper and distinct from others for all eyes, or an empty string."""
    for saturation, lightness in product(_SATURATIONS, _LIGHTNESSES):
        shares = hls_to_rgb(hue / 360, lightness / 255, saturation / 255)
        colour = "#" + "".join(f"{round(255 * share):02x}" for share in shares)
        if contrast(colour, paper) >= READABLE and all(
            difference(colour, other, eyes) >= APART for other in taken for eyes in Eyes
        ):
            return colour
    return ""

"""Build new labels for a schema, with a free id, a free key and distinct colours."""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import replace
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import TypeAlias

from annotator.editing.schema_editing.changes import SchemaChange, add_label
from annotator.editing.schema_editing.flaws import free_id
from annotator.model.schema import DIGITS, Label, Schema
from annotator.model.values import ATTRIBUTION, ENTITIES, Annotated
from annotator.system.errors import SchemaError
from annotator.text.ascii_names import in_ascii
from annotator.text.language import LANGUAGES

Triple: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Triple, Triple, Triple]

READABLE = 4.5  # the least contrast of readable text. Source: WCAG 2.2, 1.4.3
_DIM = 6.5  # the least contrast of a dark theme's colour that follows a light one
_SAME_HUE, _GREY = 0.08, 0.05  # hues that differ less belong together; below this saturation a colour has no hue
APART = 9.0  # the least CIEDE2000 difference of two labels' colours, for all kinds of colour vision


class Eyes(StrEnum):
    """A kind of colour vision."""

    EVERYONE = "everyone"
    DEUTAN = "deutan"
    PROTAN = "protan"
    TRITAN = "tritan"


# Source: Machado, Oliveira & Fernandes 2009, severity 1.0, on linear RGB
_SEEN_BY: dict[Eyes, Matrix] = {
    Eyes.EVERYONE: ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    Eyes.DEUTAN: ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    Eyes.PROTAN: ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    Eyes.TRITAN: ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_XYZ: Matrix = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE: Triple = (0.95047, 1.0, 1.08883)
_LUMINANCE: Triple = (0.2126, 0.7152, 0.0722)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, relative luminance."""
    light, dark = sorted((_dot(_LUMINANCE, _linear(colour)) for colour in (first, second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1 << 16)  # adding many labels compares the same colours again and again
def difference(first: str, second: str, eyes: Eyes) -> float:
    """Return the CIEDE2000 difference of two colours, as people with this colour vision see them."""
    return ciede2000(_lab(first, eyes), _lab(second, eyes))


def ciede2000(first: Triple, second: Triple) -> float:
    """Return the CIEDE2000 difference of two CIELAB colours. Source: Sharma, Wu & Dalal 2005."""
    (l1, a1, b1), (l2, a2, b2) = first, second
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    c1, c2 = math.hypot(a1 * stretch, b1), math.hypot(a2 * stretch, b2)
    h1, h2 = (math.degrees(math.atan2(b, a * stretch)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    middle = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    waves = ((1, -30, -0.17), (2, 0, 0.24), (3, 6, 0.32), (4, -63, -0.2))
    shape = 1 + sum(weight * math.cos(math.radians(factor * middle + shift)) for factor, shift, weight in waves)
    by_light = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    by_chroma, by_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * shape
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    rotation *= math.sin(math.radians(60 * math.exp(-(((middle - 275) / 25) ** 2))))
    d_light, d_chroma, d_hue = (l2 - l1) / by_light, (c2 - c1) / by_chroma, hue / by_hue
    return math.sqrt(d_light**2 + d_chroma**2 + d_hue**2 + rotation * d_chroma * d_hue)


def _seen(colour: str, eyes: Eyes) -> Triple:
    red, green, blue = (min(1.0, max(0.0, _dot(row, _linear(colour)))) for row in _SEEN_BY[eyes])
    return red, green, blue


def _linear(colour: str) -> Triple:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return red, green, blue


@lru_cache(maxsize=1 << 10)
def _lab(colour: str, eyes: Eyes) -> Triple:
    linear = _seen(colour, eyes)
    shares = [_dot(row, linear) / white for row, white in zip(_XYZ, _WHITE, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _dot(row: Sequence[float], values: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(row, values, strict=True))


LIGHT_PAPER, DARK_PAPER = "#ffffff", "#202329"
"""The backgrounds of articles in the window's two themes."""


NEW = "new"
"""The target in ``--map THEIRS=new`` that requests a new label for a file's label."""

_LONGEST = 60  # characters of a short name
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9_-]+")
_BEFORE_LETTER = re.compile(r"^[^A-Za-z]+")
_OFFERED = (  # colours for the light and the dark theme, each readable on its background
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
_MOST_APART = 40  # labels; with more, no colour is distinct for all colour vision, and the search takes long
_HUES = range(0, 360, 24)  # tried if no offered colour is distinct enough
_SATURATIONS = (140, 220, 60)
_LIGHTNESSES = (90, 120, 150, 180, 210, 60)


def new_label(schema: Schema, layer: str, name: str) -> Label:
    """Return a new label for a layer, with a unique id, distinct colours and, if one is free, a digit as its key."""
    ids = {label.id for label in schema.labels if label.layer == layer}
    taken = {label.key for label in schema.labels if label.active}
    return _label(layer, name, ids, taken, fresh_colours(schema))


def _label(
    layer: str, name: str, ids: Collection[str], taken: Collection[str | None], colours: tuple[str, str]
) -> Label:
    light, dark = colours
    return Label(
        id=free_id(short_name(name) or "NEW", ids),
        layer=layer,
        name=dict.fromkeys(LANGUAGES, name),
        help={},
        key=next((key for key in DIGITS if key not in taken), None),
        light=light,
        dark=dark,
    )


def short_name(name: str) -> str:
    """Return an id for a name, of ASCII letters, digits, - and _, beginning with a letter; "" if nothing is left."""
    return _BEFORE_LETTER.sub("", _NOT_IN_IDS.sub("_", in_ascii(name)))[:_LONGEST].strip("_")


def requested_labels(schema: Schema, renamed: Mapping[str, str]) -> tuple[dict[str, Label], dict[str, str]]:
    """Return the labels that ``--map THEIRS=new`` requests, and the mapping with their ids.

    The target ``-`` leaves a label out, ``new`` requests a label in the layer of names, ``LAYER.new`` a label in
    another layer. If a label with this id or name exists, it is used. If the layer has a label with the id ``new``,
    that label is meant.

    Returns:
        The new labels by their names in the file, and ``renamed`` with ids in place of ``new``, and "" for ``-``.

    Raises:
        SchemaError: ``value.layer`` for an unknown layer.
    """
    made: dict[str, Label] = {}
    names = {theirs: "" if ours == "-" else ours for theirs, ours in renamed.items()}
    known_names = _Names(schema.labels)
    for theirs, ours in renamed.items():
        layer, _, target = ours.rpartition(".")
        layer = layer or _first_layer(schema)
        if target != NEW or known_names.reserved(layer):
            continue
        if layer not in (known := [each.id for each in schema.layers]):
            raise SchemaError("value.layer", layer=layer, names=", ".join(known))
        label = known_names.called(layer, theirs)
        if label is None:
            few = known_names.seen <= _MOST_APART
            now = with_labels(schema, made.values()) if few else schema
            colours = fresh_colours(now) if few else _offered(known_names.seen)
            label = _label(layer, theirs, known_names.ids[layer], known_names.keys, colours)
            made[theirs] = label
            known_names.add(label)
        names[theirs] = f"{layer}.{label.id}"
    return made, names


def with_labels(schema: Schema, labels: Iterable[Label]) -> Schema:
    """Return the schema with these labels added."""
    change = SchemaChange(before=schema, after=schema)
    for label in labels:
        change = add_label(change, label)
    return change.after


def with_used(schema: Schema, labels: Iterable[Label], annotated: Iterable[Annotated]) -> Schema | None:
    """Return the schema with the labels that documents use, and their broader ones, or None if they use none."""
    new = list(labels)
    above = {(label.layer, label.id): label.parent for label in new}
    used = {(row.layer, row.label) for entry in annotated for rows in (entry.spans, entry.suggestions) for row in rows}
    used |= {(layer, broader) for layer, label in used for broader in _above(layer, label, above)}
    wanted = [label for label in new if (label.layer, label.id) in used]
    wanted.sort(key=lambda label: len(_above(label.layer, label.id, above)))  # broader ones first
    return with_labels(schema, wanted) if wanted else None


def with_broader(schema: Schema, made: Mapping[str, Label], parents: Mapping[str, str]) -> dict[str, Label]:
    """Return new labels with their broader labels as parents; missing broader labels are made, too.

    Args:
        schema: The schema without the new labels.
        made: The new labels by their names in the files, ``LABEL`` or ``layer.LABEL``.
        parents: The broader label's name for each label of the files that has one.
    """
    names = _Names((*schema.labels, *made.values()))
    above = {(label.layer, label.id): label.parent for label in schema.labels}
    found, waiting = dict(made), list(made)
    while waiting:
        theirs = waiting.pop()
        label = found[theirs]
        parent = parents.get(theirs) or parents.get(theirs.rpartition(".")[2])
        if parent is None or label.parent is not None:
            continue
        broader = names.called(label.layer, parent)
        if broader is None:
            colours = _offered(names.seen)
            broader = _label(label.layer, parent, names.ids[label.layer], names.keys, colours)
            names.add(broader)
            found[parent] = broader
            waiting.append(parent)
        if label.id not in (broader.id, *_above(label.layer, broader.id, above)):
            found[theirs] = replace(label, parent=broader.id)
            above[label.layer, label.id] = broader.id
    return found


def _above(layer: str, label: str, parents: Mapping[tuple[str, str], str | None]) -> list[str]:
    """Return the ids of the labels above a label, the narrowest first."""
    found: list[str] = []
    parent = parents.get((layer, label))
    while parent is not None and parent not in found:
        found.append(parent)
        parent = parents.get((layer, parent))
    return found


def _first_layer(schema: Schema) -> str:
    layers = [layer.id for layer in schema.layers]
    return ENTITIES if ENTITIES in layers else layers[0]


class _Names:
    """Finds labels by layer and by id or name, ignoring case; if several have the same name, the first counts."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._labels: dict[tuple[str, str], Label] = {}
        self.ids: defaultdict[str, set[str]] = defaultdict(set)  # layer → ids of its labels
        self.keys: set[str | None] = set()  # of offered labels
        self.seen = 0  # the number of labels that need a distinct colour
        for label in labels:
            self.add(label)
        self._reserved = {layer for layer, ids in self.ids.items() if NEW in ids}

    def add(self, label: Label) -> None:
        self.ids[label.layer].add(label.id)
        self.keys |= {label.key} if label.active else set()
        self.seen += is_seen(label)
        for name in (label.id, *label.name.values()):
            self._labels.setdefault((label.layer, name.casefold()), label)

    def called(self, layer: str, name: str) -> Label | None:
        return self._labels.get((layer, name.casefold()))

    def reserved(self, layer: str) -> bool:
        return layer in self._reserved


def fresh_colours(schema: Schema) -> tuple[str, str]:
    """Return colours for the light and the dark theme that differ enough from all labels', or as much as possible."""
    others = [label for label in schema.labels if is_seen(label)]
    if len(others) > _MOST_APART:
        return _offered(len(others))
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


def dark_colour_after(light: str, dark: str, now: str) -> str:
    """Return the dark colour after the light one became ``now``: of its hue, if the two had about the same hue."""
    (hue, _, full), (other, _, _) = _hls(light), _hls(dark)
    apart = abs(hue - other)
    if now == light or (full > _GREY and min(apart, 1 - apart) > _SAME_HUE):
        return dark
    hue, lightness, saturation = _hls(now)
    shades = (step / 100 for step in range(round(100 * lightness), 100))
    colours = (_hex(hls_to_rgb(hue, shade, saturation)) for shade in shades)
    return next((colour for colour in colours if contrast(colour, DARK_PAPER) >= _DIM), dark)


def _hls(colour: str) -> Triple:
    """Return hue, lightness and saturation of a colour, each 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return rgb_to_hls(red, green, blue)


def _hex(shares: Triple) -> str:
    return "#" + "".join(f"{round(255 * share):02x}" for share in shares)


def _offered(number: int) -> tuple[str, str]:
    return _OFFERED[number % len(_OFFERED)]


def is_seen(label: Label) -> bool:
    """Return whether a label is shown in articles, so that it needs a distinct colour."""
    return label.active and label.layer != ATTRIBUTION


def _of_hue(hue: int, paper: str, taken: Collection[str]) -> str:
    """Return a colour of a hue that is readable on ``paper`` and distinct from ``taken`` for all eyes, or ""."""
    for saturation, lightness in product(_SATURATIONS, _LIGHTNESSES):
        colour = _hex(hls_to_rgb(hue / 360, lightness / 255, saturation / 255))
        if contrast(colour, paper) >= READABLE and all(
            difference(colour, other, eyes) >= APART for other in taken for eyes in Eyes
        ):
            return colour
    return ""

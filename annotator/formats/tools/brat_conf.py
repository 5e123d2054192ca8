"""brat's ``annotation.conf`` (labels, relations and fields) and ``visual.conf`` (their display names).

Source: https://brat.nlplab.org/configuration.html
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from annotator.formats.base import ABOVE
from annotator.model.schema import RelationType, Schema

CONF, VISUAL = "annotation.conf", "visual.conf"
SETTINGS = (CONF, VISUAL, "tools.conf", "kb_shortcuts.conf")
"""brat's configuration files; the last two have no labels."""

_LARGEST = 1 << 20  # bytes of a file
_SECTION = re.compile(r"\[(\w+)\]\s*", re.ASCII)
_PARTING = re.compile(r"[\W_]+")
_LABELS, _RELATIONS = ("entities", "events"), ("relations",)


def names_for(path: Path, schema: Schema) -> dict[str, str]:
    """Map the types in a file from brat to the project's labels and relations if those have other names.

    A type is compared by its display name in ``visual.conf``, else by its own name; a label or relation by its name in
    any language. Types that the project has under the same name are left out, and so are unknown ones.

    Args:
        path: The file; brat's settings are in its folder or in one above.
        schema: The project's schema.

    Returns:
        Type → ``layer.LABEL``, or relation.
    """
    folders = path.parents[:ABOVE]
    conf = next((found for folder in folders if (found := _lines(folder / CONF))), ())
    visual = next((found for folder in folders if (found := _lines(folder / VISUAL))), ())
    labels = tuple((f"{label.layer}.{label.id}", label.id, *label.name.values()) for label in schema.labels)
    links = tuple((relation.id, relation.id, *relation.name.values()) for relation in schema.relations)
    return dict(_map_types(conf, visual, _LABELS, labels)) | dict(_map_types(conf, visual, _RELATIONS, links))


def write_conf(schema: Schema | None, used: Sequence[str]) -> str:
    """Return the configuration with the labels of the schema and any others in ``used``."""
    known = [label.id for label in schema.labels] if schema else []
    lines = ["[entities]", *dict.fromkeys([*known, *used]), "", "[relations]"]
    lines.append("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>")
    if schema is not None:
        lines += [_relation(schema, relation) for relation in schema.relations]
    lines += ["", "[events]", "", "[attributes]", "Doubt\tArg:<ENTITY>"]
    if schema is not None:
        lines += _attributes(schema)
    return "\n".join(lines) + "\n"


def _relation(schema: Schema, relation: RelationType) -> str:
    return f"{relation.id}\tArg1:{_ends(schema, relation.head)}, Arg2:{_ends(schema, relation.tail)}"


def _ends(schema: Schema, ends: Sequence[str]) -> str:
    """Return the labels that ``layer`` and ``layer.LABEL`` stand for."""
    labels = [label.id for label in schema.labels if {label.layer, f"{label.layer}.{label.id}"} & set(ends)]
    return "|".join(dict.fromkeys(labels)) or "<ENTITY>"


def _attributes(schema: Schema) -> Iterator[str]:
    for attribute in schema.attributes:
        if attribute.closed:
            values = "|".join(value.id for value in attribute.closed)
            yield f"{attribute.id}\tArg:{_ends(schema, [attribute.layer])}, Value:{values}"


def _unknown_types(lines: Iterable[str], sections: Collection[str], known: Collection[str]) -> Iterator[str]:
    """Yield the types in sections of the configuration that are not known."""
    section = ""
    for line in lines:
        if begins := _SECTION.fullmatch(line):
            section = begins[1]
        elif section in sections and line.strip() and not line.startswith("#"):
            name = line.split()[0].removeprefix("!")
            if name[:1] != "<" and name.casefold() not in known:  # "<" begins macros and overlap rules
                yield name


def _display_names(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each type with its display names, longest first."""
    section = ""
    for line in lines:
        if begins := _SECTION.fullmatch(line):
            section = begins[1]
        elif section == "labels" and "|" in line and not line.startswith("#"):
            name, *called = (part.strip() for part in line.split("|"))
            yield name, [word for word in called if word]


def _folded(name: str) -> str:
    """Return a name without case and punctuation, since brat's types cannot have spaces."""
    return _PARTING.sub(" ", name).casefold()


@lru_cache(maxsize=16)  # the same for each article of a folder
def _map_types(
    conf: tuple[str, ...], visual: tuple[str, ...], sections: tuple[str, ...], here: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, str], ...]:
    """Return each type of the sections that is found ``here``, with the project's name for it.

    Each entry of ``here`` is the project's name, the id, and the names in words.
    """
    known = {own.casefold() for _, own, *_ in here}
    names = {stands_for: set(map(_folded, called)) for stands_for, *called in here}
    return tuple(_matched(_unknown_types(conf, sections, known), dict(_display_names(visual)), names))


def _matched(
    types: Iterable[str], shown: Mapping[str, Sequence[str]], here: Mapping[str, set[str]]
) -> Iterator[tuple[str, str]]:
    for name in types:
        for called in map(_folded, (*shown.get(name, ()), name)):
            fitting = next((id_ for id_, names in here.items() if called in names), None)
            if fitting is not None:
                yield name, fitting
                break


def _lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a configuration, none if there is no file; undecodable bytes are replaced."""
    try:
        state = path.stat()
        return _read(path, state.st_mtime_ns, state.st_size)
    except OSError:
        return ()


@lru_cache(maxsize=16)  # the same for each article of a folder
def _read(path: Path, changed: int, size: int) -> tuple[str, ...]:
    del changed, size
    with path.open("rb") as file:
        return tuple(file.read(_LARGEST).decode("utf-8", "replace").splitlines())

"""brat's standoff: a ``.txt`` and an ``.ann`` for each article, and the folder's ``annotation.conf``.

Offsets are code points, end exclusive. brat allows no span across a line end, so such a span is written in pieces,
which import joins again. What brat's own lines cannot hold is in notes, each with the name of a field as its type.
Source: https://brat.nlplab.org/standoff.html, and brat's parser.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from annotator.formats.base import ABOVE, Exporter, FileLayout, Put
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.metadata.facts import value_to_text
from annotator.formats.shared.target import file_name
from annotator.model.schema import RelationType, Schema
from annotator.model.values import Annotated, Identity, Part, Span

CONF, VISUAL = "annotation.conf", "visual.conf"
SETTINGS = (CONF, VISUAL, "tools.conf", "kb_shortcuts.conf")
"""brat's configuration files; the last two have no labels."""

_LARGEST = 1 << 20  # bytes of a file
_SECTION = re.compile(r"\[(\w+)\]\s*", re.ASCII)
_PARTING = re.compile(r"[\W_]+")
_LABELS, _RELATIONS = ("entities", "events"), ("relations",)


def names_for(path: Path, schema: Schema) -> dict[str, str]:
    """Map the brat types of a file to ``layer.LABEL`` or a relation, if these have other names in the project.

    A type is compared by its display name in ``visual.conf``, else by its own name; labels and relations by their name
    in any language. Unknown types, and those with the same name in the project, are left out. brat's settings are in
    the file's folder or in one above it.
    """
    conf, visual = _nearest(path, CONF), _nearest(path, VISUAL)
    labels = tuple((f"{label.layer}.{label.id}", label.id, *label.name.values()) for label in schema.labels)
    links = tuple((relation.id, relation.id, *relation.name.values()) for relation in schema.relations)
    return dict(_map_types(conf, visual, _LABELS, labels)) | dict(_map_types(conf, visual, _RELATIONS, links))


def broader_types(path: Path) -> tuple[tuple[str, str], ...]:
    """Return pairs of an entity or event type and its broader type, read from the indentation of the configuration."""
    return _indented_types(_nearest(path, CONF))


@lru_cache(maxsize=16)  # the same for each article of a folder
def _indented_types(conf: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    section, above = "", list[tuple[int, str]]()
    for line in conf:
        if begins := _SECTION.fullmatch(line):
            section, above = begins[1], []
        elif section in _LABELS and line.strip() and not line.lstrip().startswith(("#", "<")):
            depth, name = len(line) - len(line.lstrip()), line.split()[0].removeprefix("!")
            above = [entry for entry in above if entry[0] < depth]
            if above and above[-1][1] != name:
                found.setdefault(name, above[-1][1])
            above.append((depth, name))
    return tuple(found.items())


def write_conf(schema: Schema | None, used: Sequence[str]) -> str:
    """Return the configuration for the schema's labels and any others in ``used``."""
    known = list(_indented(schema)) if schema else []
    named = {line.strip() for line in known}
    lines = ["[entities]", *known, *(name for name in used if name not in named), "", "[relations]"]
    lines.append("<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>")
    if schema is not None:
        lines += [_relation(schema, relation) for relation in schema.relations]
    lines += ["", "[events]", "", "[attributes]", "Doubt\tArg:<ENTITY>"]
    if schema is not None:
        lines += _attributes(schema)
    return "\n".join(lines) + "\n"


def _indented(schema: Schema) -> Iterator[str]:
    """Yield the labels, indented below their broader labels; a label in two layers is yielded once."""
    below: dict[tuple[str, str | None], list[str]] = {}
    for label in schema.labels:
        below.setdefault((label.layer, label.parent), []).append(label.id)
    named: set[str] = set()
    for layer in schema.layers:
        waiting = [(name, 0) for name in reversed(below.get((layer.id, None), []))]
        while waiting:
            name, depth = waiting.pop()
            waiting += [(inner, depth + 1) for inner in reversed(below.get((layer.id, name), []))]
            if name not in named:
                named.add(name)
                yield "\t" * depth + name


def _relation(schema: Schema, relation: RelationType) -> str:
    return f"{relation.id}\tArg1:{_ends(schema, relation.head)}, Arg2:{_ends(schema, relation.tail)}"


def _ends(schema: Schema, ends: Sequence[str]) -> str:
    """Return the labels at one end of a relation, as brat writes them.

    ``ends`` names each label as ``layer.LABEL``, or all labels of a layer as ``layer``.
    """
    labels = [label.id for label in schema.labels if {label.layer, f"{label.layer}.{label.id}"} & set(ends)]
    return "|".join(dict.fromkeys(labels)) or "<ENTITY>"


def _attributes(schema: Schema) -> Iterator[str]:
    for attribute in schema.attributes:
        if attribute.closed:
            values = "|".join(value.id for value in attribute.closed)
            yield f"{attribute.id}\tArg:{_ends(schema, [attribute.layer])}, Value:{values}"


def _unknown_types(lines: Iterable[str], sections: Collection[str], known: Collection[str]) -> Iterator[str]:
    """Yield the types in some sections of the configuration that are not in ``known``."""
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
    """Return pairs of a type in these sections and the project's name for it; types without a match are left out.

    Each entry of ``here`` is the project's name (``layer.LABEL``), followed by its id and its names in all languages.
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


def _nearest(path: Path, name: str) -> tuple[str, ...]:
    """Return the lines of a configuration beside a file or above it, or () without one; wrong bytes are replaced."""
    for folder in path.parents[:ABOVE]:
        with suppress(OSError):
            state = (folder / name).stat()
            if lines := _read_types(folder / name, state.st_mtime_ns, state.st_size):
                return lines
    return ()


@lru_cache(maxsize=16)  # the same for each article of a folder
def _read_types(path: Path, changed: int, size: int) -> tuple[str, ...]:
    del changed, size
    with path.open("rb") as file:
        return tuple(file.read(_LARGEST).decode("utf-8", "replace").splitlines())


NOTE = "AnnotatorNotes"  # brat's own type of notes
FIELDS = "Fields"  # type of a note with fields whose names brat refuses
ALIASES = "Aliases"  # type of a note with an identity's aliases
DOUBT = "Doubt"
WIKIDATA, IDENTITY = "Wikidata", "Identity"  # what references point to
LINE_ENDS = frozenset("\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")  # Python's line ends; brat is written in Python

_NAME = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    taken: set[str] = set()
    used: dict[str, None] = {}

    def put(fitted: Fitted) -> None:
        annotated = fitted.annotated
        used.update(dict.fromkeys(safe(span.label) for span in annotated.spans))
        write_article(path / file_name(annotated.document, taken), annotated.document.text, _lines(annotated))

    yield put
    (path / "annotation.conf").write_text(write_conf(options.schema, list(used)), "utf-8", newline="\n")


def write_article(path: Path, text: str, lines: Iterable[str]) -> None:
    """Write an article's ``.txt`` and ``.ann`` to a path without suffix."""
    path.with_name(f"{path.name}.txt").write_text(text, "utf-8", newline="\n")
    path.with_name(f"{path.name}.ann").write_text("".join(f"{line}\n" for line in lines), "utf-8", newline="\n")


def safe(name: str) -> str:
    """Return a name that brat accepts."""
    return name if _NAME.fullmatch(name) else re.sub(r"[^A-Za-z0-9_-]", "_", name) or "_"


def text_line(name: str, label: str, span: Span, text: str) -> str:
    """Return the line for a span."""
    pieces = [piece for part in span.parts for piece in _pieces(text, part)]
    places = ";".join(f"{start} {end}" for start, end in pieces)
    words = " ".join(text[start:end] for start, end in pieces)
    return f"{name}\t{label} {places}\t{words}"


def _lines(annotated: Annotated) -> Iterator[str]:
    document = annotated.document
    names = {span.id: f"T{number}" for number, span in enumerate(annotated.spans, 1)}
    for span in annotated.spans:
        yield text_line(names[span.id], safe(span.label), span, document.text)
    for number, relation in enumerate(annotated.relations, 1):
        yield f"R{number}\t{safe(relation.label)} Arg1:{names[relation.head]} Arg2:{names[relation.tail]}\t"
    identities = {identity.id: identity for identity in annotated.identities}
    numbers = {"A": 0, "N": 0, "#": 0}
    for span in annotated.spans:
        for kind, line in _fields(span, names[span.id], identities):
            numbers[kind] += 1
            yield f"{kind}{numbers[kind]}\t{line}"


def _fields(span: Span, name: str, identities: dict[str, Identity]) -> Iterator[tuple[str, str]]:
    unnamed: dict[str, Any] = {}
    for field, value in span.attributes.items():
        identity = identities.get(value) if field == "identity" and isinstance(value, str) else None
        if identity is not None:
            yield "N", f"Reference {name} {_reference(identity)}\t{_line(identity.name)}"
            if identity.aliases:
                yield "#", f"{ALIASES} {name}\t{json.dumps(identity.aliases)}"
        elif not _NAME.fullmatch(field) or field in {NOTE, FIELDS, ALIASES, DOUBT}:
            unnamed[field] = value
        elif isinstance(value, str) and _NAME.fullmatch(value):
            yield "A", f"{field} {name} {value}"
        else:
            yield "#", f"{field} {name}\t{_line(value)}"
    if unnamed:
        yield "#", f"{FIELDS} {name}\t{json.dumps(unnamed)}"
    if span.doubt:
        yield "A", f"{DOUBT} {name}"
    if span.note:
        yield "#", f"{NOTE} {name}\t{_line(span.note)}"


def _reference(identity: Identity) -> str:
    return f"{WIKIDATA}:{identity.kb_id}" if identity.kb_id else f"{IDENTITY}:{identity.id}"


def _line(value: Any) -> str:
    """Return a value as one line of text for `value_from_text`."""
    words = value_to_text(value)
    return words if words == words.strip() and LINE_ENDS.isdisjoint(words) else json.dumps(value)


def _pieces(text: str, part: Part) -> Iterator[Part]:
    """Yield the pieces of a part, one for each line of the text."""
    start, end = part
    for at in range(start, end):
        if text[at] in LINE_ENDS:
            if start < at:
                yield start, at
            start = at + 1
    if start < end:
        yield start, end


BRAT_OUT = Exporter(
    name="brat",
    title="brat standoff",
    suffix="",
    holds=Capabilities(
        overlap=True,
        discontinuous=True,
        relations=True,
        identities=True,
        attributes=True,
        details=frozenset({"text", "hierarchy"}),
        layers=False,
    ),
    open=_open,
    layout=FileLayout.FOLDER,
)

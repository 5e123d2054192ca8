"""brat's standoff: a ``.txt`` and an ``.ann`` for each article, and the folder's ``annotation.conf``.

Offsets are code points, end exclusive. brat allows no span across a line end, so such a span is written in pieces,
which are joined again on import. What brat's own lines cannot hold is a note whose type is the field's name.
Source: https://brat.nlplab.org/standoff.html, and brat's parser.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Layout, Put
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.facts import value_to_text
from annotator.formats.shared.file_names import file_name
from annotator.formats.tools.brat_conf import write_conf
from annotator.model.values import Annotated, Identity, Part, Span

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
    """Write an article's ``.txt`` and ``.ann``; the path has no suffix."""
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
    """Return a value as one line of text that `value_from_text` can read."""
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
        details=frozenset({"text"}),
        layers=False,
    ),
    open=_open,
    layout=Layout.FOLDER,
)

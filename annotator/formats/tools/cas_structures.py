"""An article as UIMA feature structures, for any serialisation.

Offsets count UTF-16 units, the end exclusive. Entities are DKPro's ``NamedEntity``, other layers types of
``webanno.custom``. INCEpTION requires tokens and sentences.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from annotator.formats.base import Open, Put
from annotator.formats.capabilities import Capabilities
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.control_characters import has_controls
from annotator.formats.shared.facts import value_to_text
from annotator.formats.shared.file_names import file_name
from annotator.formats.shared.training_tokens import tokenise
from annotator.formats.tools.cas_in import (
    ANNOTATOR,
    CUSTOM,
    DEPENDENT,
    DOUBT,
    ENTITY,
    FIELDS,
    GOVERNOR,
    LABEL,
    NOTE,
    RELATION,
    VALUE,
)
from annotator.model.schema import Schema
from annotator.model.values import ENTITIES, Annotated, Span
from annotator.text import sentences
from annotator.text.offsets import OffsetMap

HELD = Capabilities(
    overlap=True,
    white_space=True,
    relations=True,
    relation_attributes=True,
    attributes=True,
    annotators=True,
    relation_annotators=True,
    details=frozenset({"title", "language", "text"}),
)
"""The capabilities of a CAS in any serialisation."""

SOFA = 1
"""The id of the structure with the text."""

STRING, SPAN, DOCUMENT = "uima.cas.String", "uima.tcas.Annotation", "uima.tcas.DocumentAnnotation"
_SEGMENT = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
_META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"

Types: TypeAlias = dict[str, dict[str, str]]
"""Type → feature → range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A feature structure with offsets. ``links`` are features whose values are ids of other structures."""

    id: int
    type: str
    begin: int
    end: int
    features: Mapping[str, str]
    links: Mapping[str, int] = field(default_factory=dict)


def cas_opener(
    suffix: str, content: Callable[[Annotated, Types], str], finish: Callable[[Path, Types], None] | None = None
) -> Open:
    """Return the opener of a format with one file for each article; ``finish`` may write one more at the end."""

    @contextmanager
    def opened(path: Path, options: Options) -> Iterator[Put]:
        taken: set[str] = set()
        types = types_of(options.schema)

        def put(fitted: Fitted) -> None:
            for span in fitted.annotated.spans:
                types.setdefault(type_of(span.layer), _features())
            file = path / f"{file_name(fitted.annotated.document, taken)}{suffix}"
            file.write_text(content(fitted.annotated, types), "utf-8", newline="\n")

        yield put
        if finish is not None:
            finish(path, types)

    return opened


def types_of(schema: Schema | None) -> Types:
    """Return the types of a schema's layers and that of relations."""
    types: Types = {}
    if schema is not None:
        for layer in schema.layers:
            own = [attribute.id for attribute in schema.attributes_of(layer.id)]
            types[type_of(layer.id)] = {**_features(), **dict.fromkeys(own, STRING)}
    types[RELATION] = {LABEL: STRING, ANNOTATOR: STRING, FIELDS: STRING, GOVERNOR: SPAN, DEPENDENT: SPAN}
    return types


def all_types(types: Types) -> Types:
    """Return all types that articles are written with."""
    return {
        _META: {"documentTitle": STRING, "documentId": STRING},
        f"{_SEGMENT}Sentence": {},
        f"{_SEGMENT}Token": {},
        **types,
    }


def supertype(name: str) -> str:
    """Return the supertype of a type."""
    return DOCUMENT if name == _META else SPAN


def type_of(layer: str) -> str:
    """Return the type of a layer."""
    return ENTITY if layer == ENTITIES else f"{CUSTOM}.{layer[:1].upper()}{layer[1:]}"


def structures(annotated: Annotated, types: Types) -> Iterator[Structure]:
    """Yield an article's document, sentences, tokens, spans and relations; ids ascend from `SOFA` + 1."""
    yield from _StructureBuilder(annotated, types).all()


def _words(value: Any) -> str:
    """Return a value as text; one with control characters as escaped JSON."""
    words = value_to_text(value)
    return json.dumps(value) if has_controls(words) else words


def _features() -> dict[str, str]:
    return dict.fromkeys([VALUE, FIELDS, NOTE, DOUBT, ANNOTATOR], STRING)


class _StructureBuilder:
    """The feature structures of one article, with ascending ids."""

    def __init__(self, annotated: Annotated, types: Types) -> None:
        self._annotated = annotated
        self._types = types
        self._units = OffsetMap(annotated.document.text)
        self._ids: dict[str, int] = {}
        self._last = SOFA

    def all(self) -> Iterator[Structure]:
        document = self._annotated.document
        whole = (0, len(document.text))
        language = document.language if document.language != "other" else "x-unspecified"
        yield self._structure(DOCUMENT, *whole, {"language": language})
        yield self._structure(_META, *whole, {"documentTitle": document.title, "documentId": document.id})
        for start, end in sentences.split(document.text):
            yield self._structure(f"{_SEGMENT}Sentence", start, end, {})
        for token in tokenise(document):
            if not token.is_space:
                yield self._structure(f"{_SEGMENT}Token", token.idx, token.idx + len(token), {})
        by_id = {span.id: span for span in self._annotated.spans}
        for span in self._annotated.spans:
            yield self._span(span)
        for relation in self._annotated.relations:
            links = {GOVERNOR: self._ids[relation.head], DEPENDENT: self._ids[relation.tail]}
            fields = {FIELDS: json.dumps(dict(relation.attributes))} if relation.attributes else {}
            facts = {LABEL: relation.label, ANNOTATOR: relation.annotator, **fields}
            tail = by_id[relation.tail]
            yield self._structure(RELATION, tail.start, tail.end, facts, links)

    def _span(self, span: Span) -> Structure:
        name = type_of(span.layer)
        known = self._types[name].keys() - _features().keys()
        features = {VALUE: span.label, ANNOTATOR: span.annotator}
        features |= {field: _words(value) for field, value in span.attributes.items() if field in known}
        rest = {field: value for field, value in span.attributes.items() if field not in known}
        if rest:
            features[FIELDS] = json.dumps(rest)
        if span.note:
            features[NOTE] = _words(span.note)
        if span.doubt:
            features[DOUBT] = "true"
        made = self._structure(name, span.start, span.end, features)
        self._ids[span.id] = made.id
        return made

    def _structure(
        self, name: str, start: int, end: int, features: Mapping[str, str], links: Mapping[str, int] | None = None
    ) -> Structure:
        self._last += 1
        begin, after = self._units.to_utf16(start), self._units.to_utf16(end)
        return Structure(id=self._last, type=name, begin=begin, end=after, features=features, links=links or {})

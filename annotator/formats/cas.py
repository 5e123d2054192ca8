"""UIMA CAS XMI: a file for each article, and the type system of the folder, as INCEpTION takes them.

Ends count UTF-16 units, the end exclusive. Entities are DKPro's ``NamedEntity``, other layers types of
``webanno.custom``. Written by hand rather than with dkpro-cassis, whose pins would hold back lxml for all the rest,
and which trusts what it parses.
Source: OASIS UIMA 1.0 §A (XMI); INCEpTION user guide, "UIMA CAS XMI"
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias
from xml.sax.saxutils import quoteattr

from annotator import sentences
from annotator.formats.base import Exporter, Importer, Layout, Put
from annotator.formats.cas_in import (
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
    TITLE,
    VALUE,
    read,
)
from annotator.formats.facts import to_words
from annotator.formats.file_names import file_name
from annotator.formats.fit import CONTROLS, Capabilities, Fitted, Options
from annotator.formats.tokens import tokenise
from annotator.model import ENTITIES, Annotated, Span
from annotator.offsets import OffsetMap
from annotator.schema import Schema

_STRING, _SPAN = "uima.cas.String", "uima.tcas.Annotation"
_SEGMENT = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
_META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_SPACES = {
    "xmi": "http://www.omg.org/XMI",
    "cas": "http:///uima/cas.ecore",
    "tcas": "http:///uima/tcas.ecore",
}
_SOFA = 1

_Types: TypeAlias = dict[str, dict[str, str]]  # type → feature → its range


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    taken: set[str] = set()
    types = _types(options.schema)

    def put(fitted: Fitted) -> None:
        annotated = fitted.annotated
        for span in annotated.spans:
            types.setdefault(type_of(span.layer), _features())
        written = _Cas(annotated, types).lines()
        content = "".join(f"{line}\n" for line in written)
        (path / f"{file_name(annotated.document, taken)}.xmi").write_text(content, "utf-8", newline="\n")

    yield put
    (path / "TypeSystem.xml").write_text("\n".join(_type_system(types)), "utf-8", newline="\n")


def type_of(layer: str) -> str:
    """Give the type of a layer."""
    return ENTITY if layer == ENTITIES else f"{CUSTOM}.{layer[:1].upper()}{layer[1:]}"


def _features() -> dict[str, str]:
    return dict.fromkeys([VALUE, FIELDS, NOTE, DOUBT, ANNOTATOR], _STRING)


def _types(schema: Schema | None) -> _Types:
    types: _Types = {}
    if schema is not None:
        for layer in schema.layers:
            own = [attribute.id for attribute in schema.attributes_of(layer.id)]
            types[type_of(layer.id)] = {**_features(), **dict.fromkeys(own, _STRING)}
    types[RELATION] = {LABEL: _STRING, ANNOTATOR: _STRING, FIELDS: _STRING, GOVERNOR: _SPAN, DEPENDENT: _SPAN}
    return types


class _Cas:
    """One article."""

    def __init__(self, annotated: Annotated, types: _Types) -> None:
        self._annotated = annotated
        self._types = types
        self._units = OffsetMap(annotated.document.text)
        self._ids: dict[str, int] = {}
        self._last = _SOFA

    def lines(self) -> Iterator[str]:
        document = self._annotated.document
        names = [_META, f"{_SEGMENT}Sentence", *self._types]
        spaces = _SPACES | {_prefix(name): _space(name) for name in names}
        declared = " ".join(f"xmlns:{prefix}={quoteattr(space)}" for prefix, space in sorted(spaces.items()))
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield f'<xmi:XMI {declared} xmi:version="2.0">'
        yield '<cas:NULL xmi:id="0"/>'
        yield from self._annotations()
        text = _attribute(CONTROLS.sub("\ufffd", document.text))
        sofa = f'xmi:id="{_SOFA}" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString={text}'
        yield f"<cas:Sofa {sofa}/>"
        members = " ".join(map(str, range(_SOFA + 1, self._last + 1)))
        yield f'<cas:View sofa="{_SOFA}" members="{members}"/>'
        yield "</xmi:XMI>"

    def _annotations(self) -> Iterator[str]:
        document = self._annotated.document
        whole = (0, len(document.text))
        language = document.language if document.language != "other" else "x-unspecified"
        yield self._element("uima.tcas.DocumentAnnotation", *whole, {"language": language})
        yield self._element(_META, *whole, {"documentTitle": document.title, "documentId": document.id})
        for start, end in sentences.split(document.text):
            yield self._element(f"{_SEGMENT}Sentence", start, end, {})
        for token in tokenise(document):
            if not token.is_space:
                yield self._element(f"{_SEGMENT}Token", token.idx, token.idx + len(token), {})
        by_id = {span.id: span for span in self._annotated.spans}
        for span in self._annotated.spans:
            yield self._span(span)
        for relation in self._annotated.relations:
            ends = {GOVERNOR: str(self._ids[relation.head]), DEPENDENT: str(self._ids[relation.tail])}
            fields = {FIELDS: json.dumps(dict(relation.attributes))} if relation.attributes else {}
            facts = {LABEL: relation.label, ANNOTATOR: relation.annotator, **fields, **ends}
            tail = by_id[relation.tail]
            yield self._element(RELATION, tail.start, tail.end, facts)

    def _span(self, span: Span) -> str:
        name = type_of(span.layer)
        known = self._types[name].keys() - _features().keys()
        features = {VALUE: span.label, ANNOTATOR: span.annotator}
        features |= {field: to_words(value) for field, value in span.attributes.items() if field in known}
        rest = {field: value for field, value in span.attributes.items() if field not in known}
        if rest:
            features[FIELDS] = json.dumps(rest)
        if span.note:
            features[NOTE] = to_words(span.note)
        if span.doubt:
            features[DOUBT] = "true"
        line = self._element(name, span.start, span.end, features)
        self._ids[span.id] = self._last
        return line

    def _element(self, name: str, start: int, end: int, features: Mapping[str, str]) -> str:
        self._last += 1
        place = f'begin="{self._units.to_utf16(start)}" end="{self._units.to_utf16(end)}"'
        said = "".join(f" {feature}={_attribute(value)}" for feature, value in features.items())
        local = name.rpartition(".")[2]
        return f'<{_prefix(name)}:{local} xmi:id="{self._last}" sofa="{_SOFA}" {place}{said}/>'


def _space(name: str) -> str:
    return f"http:///{name.rpartition('.')[0].replace('.', '/')}.ecore"


def _prefix(name: str) -> str:
    package = name.rpartition(".")[0]
    return package.removesuffix(".type").rpartition(".")[2]


def _attribute(words: str) -> str:
    return quoteattr(CONTROLS.sub("\ufffd", words), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def _type_system(types: _Types) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">'
    yield "<types>"
    every: _Types = {
        _META: {"documentTitle": _STRING, "documentId": _STRING},
        f"{_SEGMENT}Sentence": {},
        f"{_SEGMENT}Token": {},
        **types,
    }
    for name, features in every.items():
        above = "uima.tcas.DocumentAnnotation" if name == _META else _SPAN
        yield f"<typeDescription><name>{name}</name><description/><supertypeName>{above}</supertypeName><features>"
        for feature, kind in features.items():
            yield (
                f"<featureDescription><name>{feature}</name><description/>"
                f"<rangeTypeName>{kind}</rangeTypeName></featureDescription>"
            )
        yield "</features></typeDescription>"
    yield "</types>"
    yield "</typeSystemDescription>\n"


CAS_OUT = Exporter(
    name="cas-xmi",
    title=TITLE,
    suffix="",
    holds=Capabilities(
        overlap=True,
        white_space=True,
        relations=True,
        relation_attributes=True,
        attributes=True,
        annotators=True,
        controls=False,
    ),
    open=_open,
    layout=Layout.FOLDER,
)
CAS_IN = Importer(name="cas-xmi", title=TITLE, suffixes=(".xmi",), read=read)

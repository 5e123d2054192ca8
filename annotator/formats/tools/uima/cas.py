"""Writes and reads the feature structures of UIMA CAS, for XMI and JSON."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeAlias

from annotator.formats.base import Open, Put, ReadOptions
from annotator.formats.capabilities import ALL_ROWS
from annotator.formats.fit import Fitted, Options
from annotator.formats.problem import Problem
from annotator.formats.shared.control_characters import has_controls
from annotator.formats.shared.incoming import read_record
from annotator.formats.shared.metadata.facts import value_from_text, value_to_text
from annotator.formats.shared.target import file_name
from annotator.formats.shared.tokens.training_tokens import tokenise
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.model.schema import Schema
from annotator.model.values import ENTITIES, Annotated, Span
from annotator.system import packed
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.safe_xml import Element, parse
from annotator.system.whole_files import Broken, read_whole, reading
from annotator.text import sentences
from annotator.text.normalization import name_in_words
from annotator.text.offsets import OffsetMap

LIMIT = 256  # MB

TITLE = "UIMA CAS XMI"
ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
CUSTOM = "webanno.custom"
RELATION = f"{CUSTOM}.Relation"
VALUE, LABEL, FIELDS, NOTE, DOUBT, ANNOTATOR = "value", "label", "fields", "note", "doubt", "annotator"
GOVERNOR, DEPENDENT = "Governor", "Dependent"

ID = "http://www.omg.org/XMI id"
_PLACE = frozenset({ID, "sofa", "begin", "end"})
_OWN = frozenset({VALUE, LABEL, FIELDS, NOTE, DOUBT, ANNOTATOR, GOVERNOR, DEPENDENT})
_FURNITURE = ("/uima/cas", "/segmentation/", "/metadata/", "/lexmorph/", "/syntax/")  # types that are not labels
_IDS = re.compile(r"\d+(?: \d+)*", re.ASCII)
_UNSPECIFIED = "x-unspecified"


def read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Yield a file's article and problems.

    Raises:
        FormatError: ``text.missing``, ``format.large`` or ``format.broken``.
    """
    with reading(path, TITLE):
        yield from read_elements(path, parse(read_whole(path, LIMIT)).children, options)


def read_elements(path: Path, elements: Sequence[Element], options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Yield the article and problems of elements in XMI's form; line 0 means unknown.

    Raises:
        Broken: There is no text.
    """
    cas = _Cas(path, elements, options.vocabulary)
    units = replace(options, utf16=options.utf16 is not False)
    yield from read_record(cas.record, file=path.name, line=0, options=units, lines=cas.lines)


class _Cas:
    """A file's elements as a record of spans and relations."""

    def __init__(self, path: Path, elements: Sequence[Element], vocabulary: Vocabulary) -> None:
        sofa = next((e for e in elements if e.name == "Sofa" and "sofaString" in e.attributes), None)
        if sofa is None:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it has no text"))
        self.lines: dict[str, int] = {}  # row, such as "spans 3" → line
        self._sofa = sofa.attributes.get(ID)
        self._vocabulary = vocabulary
        self._by_id = {element.attributes.get(ID, ""): element for element in elements}
        self._spans: list[dict[str, Any]] = []
        self._relations: list[dict[str, Any]] = []
        facts: dict[str, Any] = {}
        for element in elements:
            if element.name in {"DocumentAnnotation", "DocumentMetaData"}:
                facts.update(_facts(element))
            elif element.attributes.get("sofa") == self._sofa and not _is_furniture(element):
                self._add(element)
        facts.setdefault("title", name_in_words(packed.bare(path).stem))
        self.record = {**facts, "text": sofa.attributes["sofaString"]}
        self.record |= {"spans": self._spans, "relations": self._relations}

    def _add(self, element: Element) -> None:
        given = element.attributes
        if GOVERNOR in given or DEPENDENT in given:
            self._link(element, self._label(element), given.get(GOVERNOR), given.get(DEPENDENT), _fields(element))
        elif "begin" in given:
            self._span(element)

    def _span(self, element: Element) -> None:
        given = element.attributes
        fields = _fields(element)
        for name in [name for name in fields if given.get(name)]:
            links = [self._by_id.get(key) for key in given[name].split(" ")]
            if all(link is not None and "target" in link.attributes for link in links):
                del fields[name]
                for link in filter(None, links):
                    role, target = link.attributes.get("role") or name, link.attributes["target"]
                    self._link(element, role, given.get(ID), target, {})
        for name in [name for name in fields if self._refers(element, name)]:
            del fields[name]
            for target in given[name].split(" "):
                self._link(element, name, given.get(ID), target, {})
        named = self._label_feature(element)
        if VALUE not in given and LABEL not in given:
            if self._vocabulary.names_layer(given.get(named, ""), element.name, _layer(element)):
                named = ""
            fields.pop(named, None)
        note = value_from_text(given.get(NOTE, ""))
        self._spans.append(
            {
                "id": given.get(ID),
                "layer": _layer(element),
                "label": given.get(named, "") or element.name,
                "start": _number(given.get("begin")),
                "end": _number(given.get("end")),
                "attributes": fields,
                "note": note if isinstance(note, str) else given[NOTE],
                "doubt": given.get(DOUBT) == "true",
                "annotator": given.get(ANNOTATOR),
            }
        )
        self._add_line(f"spans {len(self._spans)}", element)

    def _label_feature(self, element: Element) -> str:
        """Return the feature that names the label: ``value``, ``label``, or else the first one that is a word."""
        given = element.attributes
        others = (name for name in given if name not in _PLACE and name not in _OWN)
        words = (name for name in others if not self._refers(element, name))
        return next((name for name in (VALUE, LABEL) if name in given), next(words, ""))

    def _label(self, element: Element) -> str:
        return element.attributes.get(self._label_feature(element), "") or element.name

    def _refers(self, element: Element, name: str) -> bool:
        """Return whether a feature refers to other labels: all of its words are ids of labels.

        Features that this program writes never refer to labels.
        """
        value = element.attributes.get(name, "")
        if ANNOTATOR in element.attributes or name in _PLACE or name in _OWN or not _IDS.fullmatch(value):
            return False
        found = [self._by_id.get(key) for key in value.split(" ")]
        return all(one is not None and "begin" in one.attributes and not _is_furniture(one) for one in found)

    def _link(self, element: Element, label: str, head: Any, tail: Any, fields: dict[str, Any]) -> None:
        who = element.attributes.get(ANNOTATOR)
        self._relations.append({"label": label, "head": head, "tail": tail, "annotator": who, "attributes": fields})
        self._add_line(f"relations {len(self._relations)}", element)

    def _add_line(self, row: str, element: Element) -> None:
        if element.line:
            self.lines[row] = element.line


def _is_furniture(element: Element) -> bool:
    return any(part in element.space for part in _FURNITURE) and GOVERNOR not in element.attributes


def _facts(element: Element) -> dict[str, Any]:
    given = element.attributes
    facts = {"title": given.get("documentTitle"), "id": given.get("documentId"), "language": given.get("language")}
    return {name: value for name, value in facts.items() if value and value != _UNSPECIFIED}


def _layer(element: Element) -> str:
    return ENTITIES if element.name == ENTITY.rpartition(".")[2] else element.name.lower()


def _fields(element: Element) -> dict[str, Any]:
    given: Mapping[str, str] = element.attributes
    packed = value_from_text(given.get(FIELDS, ""))
    fields = {name: value_from_text(value) for name, value in given.items() if name not in _PLACE and name not in _OWN}
    return {**fields, **(packed if isinstance(packed, dict) else {})}


def _number(given: str | None) -> int | str | None:
    return int(given) if given is not None and given.isdecimal() and len(given) < 12 else given


HELD = replace(ALL_ROWS, discontinuous=False, details=frozenset({"title", "language", "text"}))
"""The capabilities of a CAS in any serialisation."""

SOFA = 1
"""The id of the structure that holds the text."""

STRING, SPAN, DOCUMENT = "uima.cas.String", "uima.tcas.Annotation", "uima.tcas.DocumentAnnotation"
_SEGMENT = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type."
_META = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"

Types: TypeAlias = dict[str, dict[str, str]]
"""The range of each feature, by type and feature."""


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
    """Return the opener of a format with one file per article; ``finish`` may write one more at the end."""

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
    """Return the types of a schema's layers, and the type of relations."""
    types: Types = {}
    if schema is not None:
        for layer in schema.layers:
            own = [attribute.id for attribute in schema.attributes_of(layer.id)]
            types[type_of(layer.id)] = {**_features(), **dict.fromkeys(own, STRING)}
    types[RELATION] = {LABEL: STRING, ANNOTATOR: STRING, FIELDS: STRING, GOVERNOR: SPAN, DEPENDENT: SPAN}
    return types


def all_types(types: Types) -> Types:
    """Return all types that occur in written articles."""
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
    """Return a value as text; a value with control characters becomes escaped JSON."""
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
        language = document.language if document.language != "other" else _UNSPECIFIED
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

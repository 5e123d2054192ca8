"""Reading UIMA CAS XMI of any program: INCEpTION, WebAnno, DKPro."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.formats.base import ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.facts import value_from_text
from annotator.formats.shared.incoming import read_record
from annotator.model.values import ENTITIES, Annotated
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.safe_xml import Element, parse
from annotator.system.whole_files import Broken, read_whole, reading

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
_FURNITURE = ("/uima/", "/segmentation/", "/metadata/", "/lexmorph/", "/syntax/", "/tcas")  # types that are not labels
_LANGUAGE = "x-unspecified"


def read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Yield a file's article and problems.

    Raises:
        FormatError: ``text.missing``, ``format.large`` or ``format.broken``.
    """
    with reading(path, TITLE):
        cas = _Cas(path, parse(read_whole(path, LIMIT)).children)
    yield from _annotated(cas, path, options)


def read_elements(path: Path, elements: Sequence[Element], options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Yield the article and problems of elements in XMI's form, whatever their source; a line of 0 means unknown.

    Raises:
        Broken: There is no text.
    """
    yield from _annotated(_Cas(path, elements), path, options)


def _annotated(cas: "_Cas", path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    units = replace(options, utf16=options.utf16 is not False)
    return read_record(cas.record, file=path.name, line=0, options=units, lines=cas.lines)


class _Cas:
    """A file's elements as a record: spans, and the relations between them."""

    def __init__(self, path: Path, elements: Sequence[Element]) -> None:
        sofa = next((e for e in elements if e.name == "Sofa" and "sofaString" in e.attributes), None)
        if sofa is None:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it has no text"))
        self.lines: dict[str, int] = {}  # row, such as "spans 3" → line
        self._sofa = sofa.attributes.get(ID)
        self._by_id = {element.attributes.get(ID, ""): element for element in elements}
        self._spans: list[dict[str, Any]] = []
        self._relations: list[dict[str, Any]] = []
        facts: dict[str, Any] = {}
        for element in elements:
            if element.name in {"DocumentAnnotation", "DocumentMetaData"}:
                facts.update(_facts(element))
            elif element.attributes.get("sofa") == self._sofa and not _is_furniture(element):
                self._add(element)
        facts.setdefault("title", path.stem)
        self.record = {**facts, "text": sofa.attributes["sofaString"]}
        self.record |= {"spans": self._spans, "relations": self._relations}

    def _add(self, element: Element) -> None:
        given = element.attributes
        if GOVERNOR in given or DEPENDENT in given:
            self._link(element, _label(element), given.get(GOVERNOR), given.get(DEPENDENT), _fields(element))
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
        if VALUE not in given and LABEL not in given:
            fields.pop(_label_feature(element), None)
        note = value_from_text(given.get(NOTE, ""))
        self._spans.append(
            {
                "id": given.get(ID),
                "layer": _layer(element),
                "label": _label(element),
                "start": _number(given.get("begin")),
                "end": _number(given.get("end")),
                "attributes": fields,
                "note": note if isinstance(note, str) else given[NOTE],
                "doubt": given.get(DOUBT) == "true",
                "annotator": given.get(ANNOTATOR),
            }
        )
        self._add_line(f"spans {len(self._spans)}", element)

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
    return {name: value for name, value in facts.items() if value and value != _LANGUAGE}


def _layer(element: Element) -> str:
    return ENTITIES if element.name == ENTITY.rpartition(".")[2] else element.name.lower()


def _label_feature(element: Element) -> str:
    """Return the feature that names the label: ``value`` or ``label``, else the first one."""
    given = element.attributes
    others = (name for name in given if name not in _PLACE and name not in _OWN)
    return next((name for name in (VALUE, LABEL) if name in given), next(others, ""))


def _label(element: Element) -> str:
    return element.attributes.get(_label_feature(element), "") or element.name


def _fields(element: Element) -> dict[str, Any]:
    given: Mapping[str, str] = element.attributes
    packed = value_from_text(given.get(FIELDS, ""))
    fields = {name: value_from_text(value) for name, value in given.items() if name not in _PLACE and name not in _OWN}
    return {**fields, **(packed if isinstance(packed, dict) else {})}


def _number(given: str | None) -> int | str | None:
    return int(given) if given is not None and given.isdecimal() and len(given) < 12 else given

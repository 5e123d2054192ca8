"""UIMA CAS JSON 0.4: a file per article, with its types; in INCEpTION "UIMA CAS JSON 0.4.0".

The content is that of XMI (see `annotator.formats.tools.uima.cas`). Import converts it to XMI's elements, so that
one reader serves both.
Source: https://github.com/apache/uima-uimaj-io-jsoncas; dkpro-cassis 0.12
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, FileLayout, Importer, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.shared.json_fields import parsed
from annotator.formats.tools.uima.cas import (
    HELD,
    ID,
    LIMIT,
    SOFA,
    Structure,
    Types,
    all_types,
    cas_opener,
    read_elements,
    structures,
    supertype,
)
from annotator.model.values import Annotated
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.safe_xml import Element
from annotator.system.whole_files import Broken, read_text, reading

_TITLE = "UIMA CAS JSON"
_VIEW = "_InitialView"
_ELEMENTS = "%ELEMENTS"
_TEXT = "sofaString"
_LINK, _NUMBER = "@", "#"  # prefixes of features with an id, and with NaN or infinity


def _content(annotated: Annotated, types: Types) -> str:
    return json.dumps(_cas(annotated, types), ensure_ascii=False, indent=1) + "\n"


def _cas(annotated: Annotated, types: Types) -> dict[str, Any]:
    made = list(structures(annotated, types))
    text = {"sofaNum": 1, "sofaID": _VIEW, "mimeType": "text", _TEXT: annotated.document.text}
    return {
        "%TYPES": {name: _type(name, features) for name, features in all_types(types).items()},
        "%FEATURE_STRUCTURES": [{"%ID": SOFA, "%TYPE": "uima.cas.Sofa", **text}, *map(_structure, made)],
        "%VIEWS": {_VIEW: {"%SOFA": SOFA, "%MEMBERS": [structure.id for structure in made]}},
    }


def _type(name: str, features: Mapping[str, str]) -> dict[str, Any]:
    declared = {feature: {"%NAME": feature, "%RANGE": kind} for feature, kind in features.items()}
    return {"%NAME": name, "%SUPER_TYPE": supertype(name), **declared}


def _structure(structure: Structure) -> dict[str, Any]:
    links = {f"{_LINK}{name}": target for name, target in structure.links.items()}
    place = {"@sofa": SOFA, "begin": structure.begin, "end": structure.end}
    return {"%ID": structure.id, "%TYPE": structure.type, **place, **structure.features, **links}


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    with reading(path, _TITLE):
        yield from read_elements(path, elements_of(read_text(path, LIMIT)), options)


def elements_of(text: str) -> list[Element]:
    """Return a file's feature structures as elements of XMI.

    Raises:
        Broken: There are none, or they have values that records cannot hold.
    """
    return list(_elements(_parsed(text)))


def _parsed(text: str) -> list[Mapping[str, Any]]:
    """Return the feature structures, from a list or from an object with their ids as keys; raise like `elements_of`."""
    cas = parsed(text)
    found = cas.get("%FEATURE_STRUCTURES") if isinstance(cas, dict) else None
    if isinstance(found, dict):
        found = [{"%ID": key, **entry} for key, entry in found.items() if isinstance(entry, dict)]
    if not isinstance(found, list):
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it has no text"))
    return [entry for entry in found if isinstance(entry, dict)]


def _elements(found: Iterable[Mapping[str, Any]]) -> Iterator[Element]:
    """Yield XMI elements; a list of ids is inlined where a feature refers to it."""
    found = list(found)
    lists = {
        str(entry.get("%ID")): " ".join(map(str, entry[_ELEMENTS]))
        for entry in found
        if isinstance(entry.get(_ELEMENTS), list)
    }
    for entry in found:
        space, _, name = str(entry.get("%TYPE", "")).rpartition(".")
        attributes = {ID: str(entry.get("%ID", ""))}
        for key, value in entry.items():
            if key.startswith(_LINK):
                attributes[key[1:]] = lists.get(str(value), str(value))
            elif not key.startswith("%") and value is not None and (key != _TEXT or isinstance(value, str)):
                attributes[key.removeprefix(_NUMBER)] = value if isinstance(value, str) else json.dumps(value)
        yield Element(name, f"http:///{space.replace('.', '/')}.ecore", attributes, 0)


CAS_JSON_OUT = Exporter(
    name="cas-json",
    title=_TITLE,
    suffix="",
    holds=HELD,
    open=cas_opener(".json", _content),
    layout=FileLayout.FOLDER,
)
CAS_JSON_IN = Importer(
    name="cas-json",
    title=_TITLE,
    suffixes=(".json",),
    read=_read,
    signs=re.compile(r'^\ufeff?\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS|FLAGS)"\s*:'),
)

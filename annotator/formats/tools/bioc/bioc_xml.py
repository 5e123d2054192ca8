"""BioC's XML, as its document type describes it."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.formats.base import Exporter, Importer, Put, ReadOptions
from annotator.formats.fit import Fitted, Options
from annotator.formats.problem import Problem
from annotator.formats.shared.control_characters import xml_attribute, xml_content
from annotator.formats.shared.json_fields import objects_in
from annotator.formats.tools.bioc.bioc_documents import HELD, LIMIT, SOURCE, articles, document_of
from annotator.model.values import Annotated
from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.safe_xml import Element, parse
from annotator.system.whole_files import Broken, read_whole, reading

_TITLE = "BioC XML"
_COLLECTION = "collection"


@contextmanager
def _open(path: Path, options: Options) -> Iterator[Put]:
    del options
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE collection SYSTEM "BioC.dtd">\n')
        file.write(f"<{_COLLECTION}>\n<source>{SOURCE}</source>\n<date></date>\n<key></key>\n")

        def put(fitted: Fitted) -> None:
            file.writelines(f"{line}\n" for line in _document(document_of(fitted.annotated)))

        yield put
        file.write(f"</{_COLLECTION}>\n")


def _document(document: Mapping[str, Any]) -> Iterator[str]:
    yield f"<document>\n<id>{document['id']}</id>"
    yield from _infons(document)
    for passage in objects_in(document["passages"]):
        yield "<passage>"
        yield from _infons(passage)
        yield f"<offset>{passage['offset']}</offset>\n<text>{xml_content(passage['text'])}</text>"
        for annotation in objects_in(passage["annotations"]):
            yield f'<annotation id="{annotation["id"]}">'
            yield from _infons(annotation)
            for place in objects_in(annotation["locations"]):
                yield f'<location offset="{place["offset"]}" length="{place["length"]}"/>'
            yield f"<text>{xml_content(annotation['text'])}</text>\n</annotation>"
        for relation in objects_in(passage["relations"]):
            yield f'<relation id="{relation["id"]}">'
            yield from _infons(relation)
            for node in objects_in(relation["nodes"]):
                yield f'<node refid="{node["refid"]}" role="{node["role"]}"/>'
            yield "</relation>"
        yield "</passage>"
    yield "</document>"


def _infons(of: Mapping[str, Any]) -> Iterator[str]:
    for name, words in of["infons"].items():
        yield f"<infon key={xml_attribute(name)}>{xml_content(words)}</infon>"


# Reading


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    with reading(path, _TITLE):
        root = parse(read_whole(path, LIMIT), doctype=_COLLECTION)
        if root.name != _COLLECTION:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it has no text"))
    yield from articles(map(_document_from, root.all("document")), path, options)


def _document_from(element: Element) -> dict[str, Any]:
    return {
        "id": _text_in(element, "id"),
        "infons": _infons_from(element),
        "passages": [_passage_from(passage) for passage in element.all("passage")],
        **_rows_from(element),
    }


def _passage_from(element: Element) -> dict[str, Any]:
    return {
        "offset": _text_in(element, "offset"),
        "infons": _infons_from(element),
        "text": _text_in(element, "text"),
        "sentences": [_passage_from(sentence) for sentence in element.all("sentence")],
        **_rows_from(element),
    }


def _rows_from(element: Element) -> dict[str, Any]:
    annotations = [
        {
            "id": one.attributes.get("id"),
            "infons": _infons_from(one),
            "text": _text_in(one, "text"),
            "locations": [place.attributes for place in one.all("location")],
        }
        for one in element.all("annotation")
    ]
    relations = [
        {
            "id": one.attributes.get("id"),
            "infons": _infons_from(one),
            "nodes": [node.attributes for node in one.all("node")],
        }
        for one in element.all("relation")
    ]
    return {"annotations": annotations, "relations": relations}


def _infons_from(element: Element) -> dict[str, str]:
    return {infon.attributes.get("key", ""): infon.text for infon in element.all("infon")}


def _text_in(element: Element, name: str) -> str | None:
    found = element.first(name)
    return found.text if found is not None else None


BIOC_XML_OUT = Exporter(
    name="bioc-xml",
    title=_TITLE,
    suffix=".xml",
    holds=replace(HELD, without_controls=frozenset({"text", "title", "note"})),
    open=_open,
)
BIOC_XML_IN = Importer(
    name="bioc-xml",
    title=_TITLE,
    suffixes=(".xml",),
    read=_read,
    signs=re.compile(
        r"<!DOCTYPE\s+collection\b|<collection(?:\s[^>]{0,200})?>\s*"
        r"(?:<!--|<source\b|<infon\b|<date\b|<key\b|<document\b[^>]{0,200}>\s*<(?:id|infon|passage)\b)"
    ),
)

"""UIMA CAS XMI: a file per article, and the folder's type system, as INCEpTION imports them.

dkpro-cassis is not used for writing, because it pins lxml for the whole program and trusts its input.
Source: OASIS UIMA 1.0 §A (XMI); INCEpTION user guide, "UIMA CAS XMI"
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import quoteattr

from annotator.formats.base import Exporter, FileLayout, Importer
from annotator.formats.shared.control_characters import xml_attribute
from annotator.formats.tools.uima.cas import (
    HELD,
    SOFA,
    TITLE,
    Structure,
    Types,
    all_types,
    cas_opener,
    read,
    structures,
    supertype,
)
from annotator.model.values import Annotated

_TYPES = "TypeSystem.xml"  # declares the types that all files use
_SPACES = {
    "xmi": "http://www.omg.org/XMI",
    "cas": "http:///uima/cas.ecore",
    "tcas": "http:///uima/tcas.ecore",
}


def _content(annotated: Annotated, types: Types) -> str:
    return "".join(f"{line}\n" for line in _lines(annotated, types))


def _write_types(path: Path, types: Types) -> None:
    (path / _TYPES).write_text("\n".join(_type_system(types)), "utf-8", newline="\n")


def _lines(annotated: Annotated, types: Types) -> Iterator[str]:
    names = [name for name in all_types(types) if not name.endswith(".Token")]  # its namespace is that of Sentence
    spaces = _SPACES | {_prefix(name): _space(name) for name in names}
    declared = " ".join(f"xmlns:{prefix}={quoteattr(space)}" for prefix, space in sorted(spaces.items()))
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<xmi:XMI {declared} xmi:version="2.0">'
    yield '<cas:NULL xmi:id="0"/>'
    last = SOFA
    for structure in structures(annotated, types):
        yield _element(structure)
        last = structure.id
    text = xml_attribute(annotated.document.text)
    yield f'<cas:Sofa xmi:id="{SOFA}" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString={text}/>'
    members = " ".join(map(str, range(SOFA + 1, last + 1)))
    yield f'<cas:View sofa="{SOFA}" members="{members}"/>'
    yield "</xmi:XMI>"


def _element(structure: Structure) -> str:
    place = f'begin="{structure.begin}" end="{structure.end}"'
    features = {**structure.features, **{name: str(target) for name, target in structure.links.items()}}
    said = "".join(f" {feature}={xml_attribute(value)}" for feature, value in features.items())
    local = structure.type.rpartition(".")[2]
    return f'<{_prefix(structure.type)}:{local} xmi:id="{structure.id}" sofa="{SOFA}" {place}{said}/>'


def _space(name: str) -> str:
    return f"http:///{name.rpartition('.')[0].replace('.', '/')}.ecore"


def _prefix(name: str) -> str:
    package = name.rpartition(".")[0]
    return package.removesuffix(".type").rpartition(".")[2]


def _type_system(types: Types) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">'
    yield "<types>"
    for name, features in all_types(types).items():
        kind_of = f"<supertypeName>{supertype(name)}</supertypeName>"
        yield f"<typeDescription><name>{name}</name><description/>{kind_of}<features>"
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
    holds=replace(HELD, without_controls=frozenset({"text", "title"})),
    open=cas_opener(".xmi", _content, _write_types),
    layout=FileLayout.FOLDER,
)
CAS_IN = Importer(name="cas-xmi", title=TITLE, suffixes=(".xmi",), read=read, settings=(_TYPES,))

"""Reads projects exported from INCEpTION: each annotator's labels of each document.

The folder ``annotation`` has a folder for each document, with a file for each annotator: CAS XMI, CAS JSON or WebAnno
TSV, mostly in its own archive. So has ``curation``, for adjudicated labels. Serialised Java objects, which INCEpTION
uses itself, are not read. Source:
https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_projects_export
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from annotator.formats.base import Importer, ReadOptions
from annotator.formats.problem import Problem
from annotator.formats.tools.uima import cas_json, webanno
from annotator.formats.tools.uima.cas import read_elements
from annotator.model.values import GOLD, Annotated, by_place
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.safe_xml import parse
from annotator.system.safe_zip import Archive, opened
from annotator.system.whole_files import Broken, decoded, reading

LIMIT = 256  # MB of a file inside

_TITLE = "INCEpTION project"
_PROJECT = "exportedproject.json"
_FOLDERS = ("annotation", "curation")
_INNER = ("annotation_ser", "curation_ser")
_CURATED = "CURATION_USER"
_NOBODY = "INITIAL_CAS"  # what was imported, before anybody labelled it
_READ = (".xmi", ".json", ".tsv")


@dataclass(frozen=True, kw_only=True)
class _Layer:
    """The labels that one annotator set in one document: a file in the archive, or an archive that holds the file."""

    document: str
    annotator: str
    member: str

    @property
    def owner(self) -> str:
        """The annotator's name in Spanwright; adjudicated labels belong to `GOLD`."""
        return GOLD if self.annotator == _CURATED else self.annotator


def _read(path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    with reading(path, _TITLE), opened(path) as archive:
        layers = _layers(archive)
        for document in _documents(archive):
            found: list[Annotated] = []
            for layer in layers.get(document, []):
                for entry in _of_layer(archive, layer, path, options):
                    if isinstance(entry, Problem):
                        yield entry
                    else:
                        found.append(entry)
            yield from _merged(found)
            if document not in layers:
                yield Problem(file=path.name, line=0, code="record.java", details={"name": document})


def _documents(archive: Archive) -> list[str]:
    """Return the names of all documents, in order; raise `Broken` if the archive is not a project."""
    if archive.find(_PROJECT) is None:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "there is no exportedproject.json inside"))
    paths = map(PurePosixPath, archive.members)
    names = (path.parts[1] for path in paths if len(path.parts) > 2 and path.parts[0] in {*_FOLDERS, *_INNER})
    return sorted({*names})


def _layers(archive: Archive) -> dict[str, list[_Layer]]:
    """Return each document's files, one per annotator.

    A file from before anybody labelled the document counts only if no annotator has one.
    """
    found: dict[str, list[_Layer]] = {}
    for member in archive.members:
        path = PurePosixPath(member)
        if len(path.parts) == 3 and path.parts[0] in _FOLDERS and path.suffix.lower() in {".zip", *_READ}:
            layer = _Layer(document=path.parts[1], annotator=path.stem, member=member)
            found.setdefault(layer.document, []).append(layer)
    for document, layers in found.items():
        by_people = [layer for layer in layers if layer.annotator != _NOBODY]
        found[document] = sorted(by_people or layers, key=lambda layer: (layer.annotator, layer.member))
    return found


def _of_layer(archive: Archive, layer: _Layer, path: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    """Yield an annotator's labels of a document; a broken file is one problem, and the other files are read."""
    name = Path(f"{path.name}/{layer.document}/{layer.annotator}")
    mine = options if layer.annotator == _NOBODY else replace(options, annotator=layer.owner)
    try:
        content, suffix = _content(archive, layer)
        for entry in _read_content(content, suffix, name, mine):
            if isinstance(entry, Problem):
                place = f"{layer.document} {layer.annotator} {entry.place}".strip()
                yield replace(entry, file=path.name, place=place)
            else:
                document = replace(entry.document, title=layer.document)
                yield replace(entry, document=document)
    except (Broken, TextError) as error:
        place = f"{layer.document} {layer.annotator}"
        yield Problem(file=path.name, line=0, place=place, code="file.rest", details={"reason": str(error)})


def _content(archive: Archive, layer: _Layer) -> tuple[bytes, str]:
    suffix = PurePosixPath(layer.member).suffix.lower()
    if suffix != ".zip":
        return archive.read(layer.member, LIMIT), suffix
    inner = archive.inside(layer.member, LIMIT)
    for suffix in _READ:
        for member in inner.members:
            if member.lower().endswith(suffix):
                return inner.read(member, LIMIT), suffix
    raise Broken(QT_TRANSLATE_NOOP("Errors", "a file inside is missing"))


def _read_content(content: bytes, suffix: str, name: Path, options: ReadOptions) -> Iterator[Annotated | Problem]:
    if suffix == ".xmi":
        yield from read_elements(name, parse(content).children, options)
    elif suffix == ".json":
        yield from read_elements(name, cas_json.elements_of(decoded(content, name.name)), options)
    else:
        yield from webanno.read_content(decoded(content, name.name), name, options)


def _merged(found: list[Annotated]) -> Iterator[Annotated]:
    """Yield one article for each distinct text, with all annotators' labels."""
    texts: dict[str, list[Annotated]] = {}
    for entry in found:
        texts.setdefault(entry.document.sha256, []).append(entry)
    for entries in texts.values():
        document = entries[0].document
        spans = [replace(span, document=document.id) for entry in entries for span in entry.spans]
        labels = {replace(label, document=document.id) for entry in entries for label in entry.labels}
        yield replace(
            entries[0],
            spans=by_place(spans),
            relations=tuple(relation for entry in entries for relation in entry.relations),
            labels=tuple(sorted(labels, key=lambda label: (label.label, label.value, label.annotator))),
        )


INCEPTION_IN = Importer(
    name="inception",
    title=_TITLE,
    suffixes=(".zip",),
    read=_read,
    signs=re.compile(r"exportedproject\.json|(?:annotation|curation)(?:_ser)?/[^/\0]{1,200}/"),
)

"""The table of all formats."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from annotator.formats.base import Exporter, Importer
from annotator.formats.claims.averitec import AVERITEC_OUT
from annotator.formats.claims.checkthat import CHECKTHAT_OUT
from annotator.formats.claims.claim_cards import CLAIM_CARDS_OUT
from annotator.formats.claims.claim_review import CLAIM_REVIEW_OUT
from annotator.formats.claims.dossier import HTML_OUT, MARKDOWN_OUT
from annotator.formats.claims.fever import FEVER_OUT
from annotator.formats.claims.polnear import POLNEAR_OUT
from annotator.formats.plain.chosen_fields import is_json
from annotator.formats.plain.excel import CLAIM_CARDS_EXCEL_OUT, EXCEL_OUT
from annotator.formats.plain.json_labels import JSON_LABELS_IN
from annotator.formats.plain.jsonl import JSONL_IN, JSONL_OUT
from annotator.formats.plain.span_tables import CSV_IN, CSV_OUT, TSV_IN, TSV_OUT
from annotator.formats.plain.web_annotation import WEB_ANNOTATION_OUT
from annotator.formats.plain.web_annotation_in import WEB_ANNOTATION_IN
from annotator.formats.tools.argilla import ARGILLA_IN, ARGILLA_OUT
from annotator.formats.tools.bioc.bioc_json import BIOC_JSON_IN, BIOC_JSON_OUT
from annotator.formats.tools.bioc.bioc_xml import BIOC_XML_IN, BIOC_XML_OUT
from annotator.formats.tools.bioc.pubannotation import PUBANNOTATION_IN, PUBANNOTATION_OUT
from annotator.formats.tools.brat import BRAT_OUT
from annotator.formats.tools.brat_in import BRAT_IN
from annotator.formats.tools.doccano import DOCCANO_IN, DOCCANO_OUT, DOCCANO_RELATIONS_OUT
from annotator.formats.tools.gate.gate_json import GATE_JSON_IN, GATE_JSON_OUT
from annotator.formats.tools.gate.gate_xml import GATE_XML_IN, GATE_XML_OUT
from annotator.formats.tools.label_studio import LABEL_STUDIO_IN, LABEL_STUDIO_OUT
from annotator.formats.tools.prodigy import PRODIGY_IN, PRODIGY_OUT
from annotator.formats.tools.qda import QDA_IN, QDA_OUT
from annotator.formats.tools.uima.cas_json import CAS_JSON_IN, CAS_JSON_OUT
from annotator.formats.tools.uima.cas_xmi import CAS_IN, CAS_OUT
from annotator.formats.tools.uima.inception import INCEPTION_IN
from annotator.formats.tools.uima.webanno import WEBANNO_IN
from annotator.formats.tools.uima.webanno_out import WEBANNO_OUT
from annotator.formats.training_sets.conll import CONLL_OUT
from annotator.formats.training_sets.conll_in import CONLL_IN
from annotator.formats.training_sets.conllu import CONLLU_IN, CONLLU_OUT
from annotator.formats.training_sets.docbin import DOCBIN, DOCBIN_IN
from annotator.formats.training_sets.gliner import GLINER_IN, GLINER_OUT
from annotator.formats.training_sets.hugging_face import HUGGING_FACE_IN, HUGGING_FACE_OUT
from annotator.formats.training_sets.parquet import PARQUET_IN, PARQUET_OUT
from annotator.formats.training_sets.spacy_folder import SPACY_FOLDER
from annotator.system import packed
from annotator.system.errors import FormatError

_OUT = (
    JSONL_OUT,
    DOCBIN,
    SPACY_FOLDER,
    PRODIGY_OUT,
    DOCCANO_OUT,
    DOCCANO_RELATIONS_OUT,
    LABEL_STUDIO_OUT,
    BRAT_OUT,
    CONLL_OUT,
    CONLLU_OUT,
    HUGGING_FACE_OUT,
    PARQUET_OUT,
    GLINER_OUT,
    CSV_OUT,
    TSV_OUT,
    EXCEL_OUT,
    WEB_ANNOTATION_OUT,
    QDA_OUT,
    CAS_OUT,
    CAS_JSON_OUT,
    WEBANNO_OUT,
    BIOC_XML_OUT,
    BIOC_JSON_OUT,
    PUBANNOTATION_OUT,
    GATE_XML_OUT,
    GATE_JSON_OUT,
    ARGILLA_OUT,
    CLAIM_CARDS_OUT,
    CLAIM_CARDS_EXCEL_OUT,
    CLAIM_REVIEW_OUT,
    MARKDOWN_OUT,
    HTML_OUT,
    FEVER_OUT,
    AVERITEC_OUT,
    CHECKTHAT_OUT,
    POLNEAR_OUT,
)
_IN = (
    JSONL_IN,
    DOCBIN_IN,
    WEB_ANNOTATION_IN,
    BIOC_JSON_IN,
    GATE_JSON_IN,
    ARGILLA_IN,
    PUBANNOTATION_IN,
    PRODIGY_IN,
    DOCCANO_IN,
    LABEL_STUDIO_IN,
    BRAT_IN,
    CONLL_IN,
    CONLLU_IN,
    HUGGING_FACE_IN,
    PARQUET_IN,
    GLINER_IN,
    CSV_IN,
    TSV_IN,
    WEBANNO_IN,
    QDA_IN,
    CAS_IN,
    CAS_JSON_IN,
    BIOC_XML_IN,
    GATE_XML_IN,
    INCEPTION_IN,
    JSON_LABELS_IN,
)

EXPORTERS: Mapping[str, Exporter] = MappingProxyType({entry.name: entry for entry in _OUT})
IMPORTERS: Mapping[str, Importer] = MappingProxyType({entry.name: entry for entry in _IN})

HELD = (
    "overlap discontinuous white_space any_edges relations relation_attributes across identities attributes annotators"
    " labels suggestions progress"
).split()
"""The capabilities that the table of formats shows, in order; ``any_edges``: spans may begin or end inside tokens."""

_Format = TypeVar("_Format", Exporter, Importer)
_HEAD = 1 << 16  # bytes to search for signs
_FAR = 1 << 22  # bytes to search in JSON if the head is mostly one line, such as a long first article and its tokens
_JSON = frozenset({".json", ".jsonl", ".jsonld", ".bdocjs"})
_ARCHIVE = b"PK"


def exporter(name: str) -> Exporter:
    """Return the exporter of this name.

    Raises:
        FormatError: ``format.unknown``.
    """
    return _called(name, EXPORTERS)


def importer(name: str) -> Importer:
    """Return the importer of this name.

    Raises:
        FormatError: ``format.unknown``.
    """
    return _called(name, IMPORTERS)


def _called(name: str, known: Mapping[str, _Format]) -> _Format:
    if name not in known:
        raise FormatError("format.unknown", name=name, names=", ".join(sorted(known)))
    return known[name]


def importer_for(path: Path) -> Importer | None:
    """Find the importer for a file: one whose suffix and signs match, else one without signs.

    A file without matching signs may also be Spanwright's own JSONL.
    """
    suffix = packed.suffix_of(path)
    known = [entry for entry in IMPORTERS.values() if suffix in entry.suffixes]
    if len(known) == 1 and (known[0].signs is None or suffix in known[0].sure):
        return known[0]
    head = _head(path) if known else ""
    found = _signed(known, head)
    is_one_line = suffix in _JSON and len(head) - head.rfind("\n") > _HEAD // 2
    if found is None and is_one_line and (more := _head(path, _FAR)) != head:
        found = _signed(known, more)
    plain = JSONL_IN if suffix in JSONL_IN.suffixes else None
    return found or next((entry for entry in known if entry.signs is None), plain)


def _signed(known: list[Importer], head: str) -> Importer | None:
    return next((entry for entry in known if entry.signs is not None and entry.signs.search(head)), None)


def importer_of_fields(path: Path) -> Importer:
    """Return the importer that reads a table or JSON with chosen fields."""
    return JSON_LABELS_IN if is_json(path) else CSV_IN


def _head(path: Path, most: int = _HEAD) -> str:
    try:
        with packed.opened(path) as file:
            head = packed.read_some(file, most)
            if not packed.is_packed(path) and head.startswith(_ARCHIVE) and len(head) == _HEAD:
                # an archive lists its names at the end
                file.seek(max(_HEAD, file.seek(0, os.SEEK_END) - _HEAD))
                head += file.read(_HEAD)
            return head.decode("utf-8", "replace")
    except (OSError, FormatError):  # reading the file reports it
        return ""


def names() -> list[str]:
    """Return the names of all formats, sorted."""
    return sorted({*EXPORTERS, *IMPORTERS})


def describe(name: str) -> dict[str, Any]:
    """Return a format's description as a JSON object; ``holds`` is None if it can only be read."""
    out, into = EXPORTERS.get(name), IMPORTERS.get(name)
    suffixes = {*((out.suffix,) if out and out.suffix else ()), *(into.suffixes if into else ())}
    holds = None
    if out is not None:
        holds = {held: getattr(out.holds, held) for held in HELD if held != "any_edges"}
        holds["any_edges"] = not out.holds.tokens
    return {
        "name": name,
        "title": (out or IMPORTERS[name]).title,
        "suffixes": sorted(suffixes),
        "read": into is not None,
        "write": out is not None,
        "holds": holds,
    }

"""The formats there are."""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.errors import FormatError
from annotator.formats.base import Exporter, Importer
from annotator.formats.docbin import DOCBIN
from annotator.formats.jsonl import JSONL_IN, JSONL_OUT

EXPORTERS: Mapping[str, Exporter] = MappingProxyType({entry.name: entry for entry in (JSONL_OUT, DOCBIN)})
IMPORTERS: Mapping[str, Importer] = MappingProxyType({entry.name: entry for entry in (JSONL_IN,)})


def exporter(name: str) -> Exporter:
    """Give the format to write.

    Raises:
        FormatError: ``format.unknown``.
    """
    if name not in EXPORTERS:
        raise FormatError("format.unknown", name=name, names=", ".join(sorted(EXPORTERS)))
    return EXPORTERS[name]


def importer(name: str) -> Importer:
    """Give the format to read.

    Raises:
        FormatError: ``format.unknown``.
    """
    if name not in IMPORTERS:
        raise FormatError("format.unknown", name=name, names=", ".join(sorted(IMPORTERS)))
    return IMPORTERS[name]

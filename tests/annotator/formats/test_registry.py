"""The registry of formats."""

import pytest

from annotator.formats.registry import EXPORTERS, IMPORTERS, exporter, importer
from annotator.system.errors import FormatError


def test_finds_format_by_name():
    assert [entry.name for entry in EXPORTERS.values()] == list(EXPORTERS)
    assert [entry.name for entry in IMPORTERS.values()] == list(IMPORTERS)
    assert exporter("docbin").suffix == ".spacy"
    assert importer("jsonl") is IMPORTERS["jsonl"]


@pytest.mark.parametrize("find", [exporter, importer])
def test_unknown_format_raises_with_names(find):
    with pytest.raises(FormatError, match=r"called xml. Available: .*jsonl"):
        find("xml")

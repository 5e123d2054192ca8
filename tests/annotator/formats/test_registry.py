"""The formats there are."""

import pytest

from annotator.formats.registry import EXPORTERS, IMPORTERS, exporter, importer
from annotator.system.errors import FormatError


def test_a_format_is_found_by_its_name():
    assert [entry.name for entry in EXPORTERS.values()] == list(EXPORTERS)
    assert [entry.name for entry in IMPORTERS.values()] == list(IMPORTERS)
    assert exporter("docbin").suffix == ".spacy"
    assert importer("jsonl") is IMPORTERS["jsonl"]


@pytest.mark.parametrize("find", [exporter, importer])
def test_an_unknown_format_is_refused_with_those_there_are(find):
    with pytest.raises(FormatError, match=r"called xml. Available: .*jsonl"):
        find("xml")

"""The registry of formats."""

import pytest

from annotator.formats.fit import Options
from annotator.formats.registry import EXPORTERS, IMPORTERS, exporter, importer, importer_for
from annotator.model.values import Annotated
from annotator.system.errors import FormatError
from tests.annotator.formats.at_hand import BOTH
from tests.annotator.formats.texts import document, span


def test_finds_format_by_name():
    assert [entry.name for entry in EXPORTERS.values()] == list(EXPORTERS)
    assert [entry.name for entry in IMPORTERS.values()] == list(IMPORTERS)
    assert exporter("docbin").suffix == ".spacy"
    assert importer("jsonl") is IMPORTERS["jsonl"]


@pytest.mark.parametrize("name", BOTH)
def test_file_with_a_long_first_article_is_recognised(tmp_path, name):
    text = "Anna Lee war in Köln.\n\n" * 5_000
    row = span(2, "Anna Lee", text=text)
    target = tmp_path / f"made{exporter(name).suffix}"
    exporter(name).write([Annotated(document=document(1, text), spans=(row,), relations=())], target, Options())
    files = [target] if target.is_file() else [path for path in sorted(target.rglob("*")) if importer_for(path)]
    assert importer_for(files[0]) is importer(name)


@pytest.mark.parametrize("find", [exporter, importer])
def test_unknown_format_raises_with_names(find):
    with pytest.raises(FormatError, match=r"called xml. Available: .*jsonl"):
        find("xml")

"""A DocBin written document by document is spaCy's own, to the byte."""

import tracemalloc
import zlib

import pytest
import spacy  # noqa: TID253  # the judge
from spacy.tokens import DocBin, Span  # noqa: TID253

from annotator.formats.training_sets.docbin_file import DocBinFile

BLANK = spacy.blank("de")


def documents(count):
    for number in range(count):
        doc = BLANK(f"Das Rathaus in Köln prüft Fall {number % 7}. 😀")
        doc.ents = [Span(doc, 3, 4, "LOC")]
        doc.spans["names"] = [Span(doc, 1, 4, "ORG", span_id=f"s{number % 5}")]
        doc.cats = {"LOCAL": number % 2}
        doc.user_data["spanwright"] = {"id": f"d{number % 3}", "title": "x" * (number % 400)}
        yield doc


@pytest.mark.parametrize("count", [0, 1, 15, 16])
def test_file_is_that_of_spacy(tmp_path, count):
    whole = DocBin(store_user_data=True)
    with DocBinFile(tmp_path / "a.spacy") as file:
        for doc in documents(count):
            whole.add(doc)
            file.add(doc)
        file.write()
    assert zlib.decompress((tmp_path / "a.spacy").read_bytes()) == zlib.decompress(whole.to_bytes())
    found = list(DocBin().from_disk(tmp_path / "a.spacy").get_docs(BLANK.vocab))
    assert [doc.text for doc in found] == [doc.text for doc in documents(count)]
    assert [path.name for path in tmp_path.iterdir()] == ["a.spacy"]


def test_memory_does_not_grow_with_documents(tmp_path):
    (doc,) = documents(1)
    doc.user_data["spanwright"] = {"text": "x" * 100_000}
    with DocBinFile(tmp_path / "a.spacy") as file:
        file.add(doc)
        tracemalloc.start()
        for _ in range(300):  # 30 MB of user data
            file.add(doc)
        file.write()
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 12 << 20

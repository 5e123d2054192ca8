"""A DocBin written document by document, compared with spaCy's own."""

import zlib

import pytest
import spacy  # noqa: TID253  # the judge of what was written
import srsly
from spacy.tokens import DocBin, Span  # noqa: TID253

from annotator.formats.training_sets.docbin_file import DocBinFile, complete_classes


def _docs():
    nlp = spacy.blank("de")
    docs = [nlp.make_doc(text) for text in ("Die Stadt Ulm baut.", "", "Müller 😀 schweigt\n\nheute.")]
    docs[0].set_ents([Span(docs[0], 2, 3, label="LOC", kb_id="Q3012")])
    docs[0].spans["claims"] = [docs[0][0:3]]
    docs[0].cats = {"topic: traffic": 1.0}
    docs[2].cats = {"topic: sport": 1.0}
    docs[2].user_data["kept"] = {"a": [1, "ß", None]}
    return docs


@pytest.mark.parametrize("user_data", [True, False])
def test_file_has_what_docbin_of_spacy_has(tmp_path, *, user_data):
    target = tmp_path / "out.spacy"
    with DocBinFile(target, user_data=user_data) as file:
        for doc in _docs():
            file.add(doc)
        file.finish()
    theirs = DocBin(docs=_docs(), store_user_data=user_data).to_bytes()
    ours, wanted = (srsly.msgpack_loads(zlib.decompress(content)) for content in (target.read_bytes(), theirs))
    assert list(ours) == list(wanted)
    assert sorted(ours.pop("strings")) == wanted.pop("strings")
    assert ours == wanted
    assert [p.name for p in tmp_path.iterdir()] == ["out.spacy"]


def test_spacy_reads_file_with_completed_classes(tmp_path):
    target = tmp_path / "out.spacy"
    with DocBinFile(target) as file:
        for doc in _docs():
            file.add(doc)
        complete_classes([file.cats])
        file.finish()
    docs = list(DocBin().from_disk(target).get_docs(spacy.blank("de").vocab))
    assert [doc.text for doc in docs] == [doc.text for doc in _docs()]
    assert docs[0].cats == {"topic: traffic": 1.0, "topic: sport": 0.0}
    assert docs[1].cats == {}


def test_block_left_early_writes_nothing(tmp_path):
    with DocBinFile(tmp_path / "out.spacy") as file:
        file.add(_docs()[0])
    assert not list(tmp_path.iterdir())


def test_empty_file_is_read_by_spacy(tmp_path):
    with DocBinFile(tmp_path / "out.spacy") as file:
        file.finish()
    assert not len(DocBin().from_disk(tmp_path / "out.spacy"))

"""The file that keeps the encoder's probabilities of one training for the next."""

from io import BytesIO
from zipfile import ZipFile

import numpy as np
import pytest

from annotator.suggest.adapter.base_labels import readings_below
from annotator.suggest.encoder import encoder_component
from annotator.suggest.encoder.chance_file import ChanceFile
from annotator.suggest.encoder.name_model import NameModel
from tests.annotator.suggest.encoders import make_encoder

TEXT = "Der Rat der Stadt Köln lobt Weifang 😀.\nIn Köln regnet es am 3. Mai."
SENTENCES = [[("Köln", True), ("lobt", True)], [("Weifang", False)]]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory):
    return make_encoder(tmp_path_factory.mktemp("encoder")).folder


def read(encoder, path, texts):
    """Read texts in a fresh pipeline; return their readings."""
    import spacy

    nlp = spacy.blank("de")
    encoder_component.add_to(nlp, encoder)
    with encoder_component.keeping(nlp, path):
        return [list(readings_below(nlp)(doc)) for doc in nlp.pipe(texts)]


def test_second_reading_is_the_same_without_the_encoder(encoder, tmp_path, monkeypatch):
    path = tmp_path / "Ordner ö" / "names.npz"
    first = read(encoder, path, [TEXT, "Köln"])
    monkeypatch.setattr(NameModel, "log_chances", None)
    assert read(encoder, path, ["Köln", TEXT]) == first[::-1]


def test_rounding_ends_with_the_training(encoder, tmp_path):
    import spacy

    nlp = spacy.blank("de")
    encoder_component.add_to(nlp, encoder)
    exact = readings_below(nlp)(nlp(TEXT))
    with encoder_component.keeping(nlp, tmp_path / "names.npz"):
        assert readings_below(nlp)(nlp(TEXT)) != exact
    assert readings_below(nlp)(nlp(TEXT)) == exact


def test_text_kept_twice_drops_no_other(monkeypatch):
    monkeypatch.setattr(encoder_component, "_KEPT", 5)
    chances = encoder_component._Chances()
    for text, words in (("a", 3), ("a", 3), ("b", 2)):
        chances.keep(text, np.zeros((words, 9), np.float32))
    assert chances.of("a") is not None
    chances.keep("c", np.zeros((1, 9), np.float32))
    assert chances.of("a") is None
    assert chances.of("b") is not None


def test_only_new_texts_are_read(encoder, tmp_path, monkeypatch):
    path, heard = tmp_path / "names.npz", []
    usual = NameModel.log_chances

    def listening(model, texts, style):
        heard.append(len(texts))
        return usual(model, texts, style)

    monkeypatch.setattr(NameModel, "log_chances", listening)
    for texts in ([TEXT], [TEXT, "Weifang"], ["Weifang"], [TEXT]):
        read(encoder, path, texts)
    assert heard == [1, 1, 1]  # what the third training did not ask for is gone


def packed(suffix, content):
    """Return a zip archive with three equal files."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name in ("keys", "ends", "rows"):
            archive.writestr(f"{name}{suffix}", content)
    return stream.getvalue()


def array(header="{'descr': '<f2', 'fortran_order': False, 'shape': (0,)}"):
    """Return the bytes of an array file with this header and nothing else."""
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header.encode()


HUGE = array("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000000,)}")


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"{}", bytes(1_000), array(), packed("", b"no array"), packed(".npy", HUGE)],
    ids=["empty", "zip", "json", "zeros", "one array", "no array", "huge array"],
)
def test_damaged_file_is_ignored(encoder, tmp_path, content):
    path = tmp_path / "names.npz"
    right = read(encoder, path, [TEXT])
    path.write_bytes(content)
    assert read(encoder, path, [TEXT]) == right


@pytest.mark.parametrize(
    "spoilt",
    [
        {"rows": np.zeros((2, 9), np.float16)},
        {"rows": np.full((3, 9), np.nan, np.float16)},
        {"rows": np.zeros((3, 9), np.float64)},
        {"ends": np.array([-1])},
        {"ends": np.array([2.0])},
        {"keys": np.zeros((1, 3), np.uint8)},
    ],
)
def test_impossible_arrays_are_ignored(tmp_path, spoilt):
    path = tmp_path / "names.npz"
    file = ChanceFile(path)
    file.add(SENTENCES, np.zeros((3, 9), np.float32))
    file.write()
    assert ChanceFile(path).of(SENTENCES, 9) is not None
    with np.load(path) as stored:
        arrays = {**stored, **spoilt}
    np.savez(path, **arrays)
    assert ChanceFile(path).of(SENTENCES, 9) is None


def test_other_labels_or_words_are_unknown(tmp_path):
    file = ChanceFile(tmp_path / "names.npz")
    file.add(SENTENCES, np.zeros((3, 9), np.float32))
    file.write()
    again = ChanceFile(tmp_path / "names.npz")
    assert again.of(SENTENCES, 7) is None
    assert again.of([[*SENTENCES[0], *SENTENCES[1]]], 9) is None
    assert again.of([[("Köln", False), ("lobt", True)], SENTENCES[1]], 9) is None


def test_unwritable_folder_does_not_matter(encoder, tmp_path):
    (tmp_path / "file").write_text("")
    assert read(encoder, tmp_path / "file" / "names.npz", [TEXT])

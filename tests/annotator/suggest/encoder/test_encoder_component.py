import json
import os
import subprocess
import sys
from typing import Any, cast

import numpy as np
import pytest

from annotator.model.values import Document
from annotator.suggest.adapter.base_labels import readings_below
from annotator.suggest.crf import checksums
from annotator.suggest.crf.crf_component import scores
from annotator.suggest.encoder import encoder_component
from annotator.suggest.encoder.encoder_component import FACTORY, EncoderRecognizer
from annotator.suggest.encoder.name_model import DESCRIPTION, FILES, NAMES, VOCABULARY, WORDS, NameModel
from annotator.system.resources import resource_path
from annotator.training.lessons import lesson
from tests.annotator.suggest.encoders import make_encoder

TEXT = "Der Rat der Stadt Köln lobt Weifang 😀.\nIn Köln regnet es am 3. Mai."


def pipeline(folder, base=()):
    """Return a pipeline whose base finds the given words: quote and label."""
    import spacy

    made = spacy.blank("de")
    if base:
        ruler: Any = made.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": label, "pattern": words} for words, label in base])
    encoder_component.add_to(made, folder)
    return made


def found(doc):
    return [(ent.text, ent.label_) for ent in doc.ents]


def test_base_alone_decides_with_whole_weight(tmp_path):
    nlp = pipeline(make_encoder(tmp_path, weight=1.0).folder, [("Köln", "LOC"), ("Weifang", "ORG")])
    assert found(nlp(TEXT)) == [("Köln", "LOC"), ("Weifang", "ORG"), ("Köln", "LOC")]


def test_encoder_alone_decides_without_weight(tmp_path):
    nlp = pipeline(make_encoder(tmp_path, always="O", weight=0.0).folder, [("Köln", "LOC")])
    assert found(nlp(TEXT)) == []
    nlp = pipeline(make_encoder(tmp_path / "loc", always="B-LOC", weight=0.0).folder)
    assert {label for _, label in found(nlp("Der Rat tagt"))} == {"LOC"}


def test_labels_it_does_not_know_stay(tmp_path):
    nlp = pipeline(make_encoder(tmp_path, always="O", weight=0.2).folder, [("Köln", "LOC"), ("3. Mai", "DATE")])
    doc = nlp(TEXT)
    assert found(doc) == [("3. Mai", "DATE")]
    assert scores(doc) == {}, "the base gave it none"
    readings = readings_below(nlp)(doc)
    assert [reading.label for reading in readings if reading.label != "O"] == ["B-DATE", "I-DATE"]


def test_lessons_have_readings_of_both_answers(tmp_path):
    nlp = pipeline(make_encoder(tmp_path, always="O", weight=0.0).folder, [("Köln", "LOC")])
    document = Document(id="1", title="", text=TEXT, sha256="", language="de")
    made = lesson(document, (), nlp)
    assert [one.words for one in made.sentences] == [one.words for one in made.fast]
    import spacy

    assert lesson(document, (), spacy.blank("de")).fast == ()


def test_scores_are_calibrated(tmp_path):
    folder = make_encoder(tmp_path, always="B-LOC", weight=0.0).folder
    description = json.loads((folder / DESCRIPTION).read_text())
    description["languages"]["de"]["shares"] = [0.0, 0.8]
    (folder / DESCRIPTION).write_text(json.dumps(description))
    checksums.write(folder, FILES)
    assert set(scores(pipeline(folder)("Rat tagt")).values()) == {0.8}


def test_batch_finds_the_same_as_one_by_one(tmp_path):
    nlp = pipeline(make_encoder(tmp_path).folder, [("Köln", "LOC")])
    texts = [TEXT, "", " \n ", "Köln", TEXT * 20, "x" * 5000, "😀" * 300]
    other = pipeline(make_encoder(tmp_path).folder, [("Köln", "LOC")])
    assert [found(doc) for doc in nlp.pipe(texts)] == [found(other(text)) for text in texts]


def test_text_read_before_is_not_read_again(tmp_path):
    nlp = pipeline(make_encoder(tmp_path).folder)
    component = cast("EncoderRecognizer", nlp.get_pipe(FACTORY))
    first, model = found(nlp(TEXT)), component.load()
    del model._encoder  # it could not read
    assert found(nlp(TEXT)) == first


def test_disabled_encoder_leaves_base(tmp_path):
    nlp = pipeline(tmp_path / "not there", [("Köln", "LOC")])
    (doc,) = nlp.pipe([TEXT], disable=[FACTORY])
    assert found(doc) == [("Köln", "LOC"), ("Köln", "LOC")]
    assert [reading.label for reading in readings_below(nlp)(doc)].count("B-LOC") == 2


def test_other_language_is_refused(tmp_path):
    nlp = pipeline(make_encoder(tmp_path, languages=("en",)).folder)
    with pytest.raises(ValueError, match="language de"):
        encoder_component.load_all(nlp)


@pytest.mark.parametrize("name", FILES)
def test_tampered_or_truncated_file_is_refused(tmp_path, name):
    folder = make_encoder(tmp_path).folder
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(ValueError, match="damaged"):
        NameModel.from_disk(folder)
    checksums.write(folder, FILES)  # whoever changes a file can change its checksum
    with pytest.raises(ValueError, match=r"."):
        NameModel.from_disk(folder)


def test_new_checksums_do_not_pass_the_seal(tmp_path):
    folder, seal = make_encoder(tmp_path)
    make_encoder(tmp_path, always="O")
    with pytest.raises(ValueError, match="modified"):
        NameModel.from_disk(folder, seal)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (DESCRIPTION, b'{"format": 2}'),
        (DESCRIPTION, b'{"format": 1, "labels": ["O"], "languages": {"de": {}}}'),
        (DESCRIPTION, b"[" * 100_000),
        (DESCRIPTION, b'{"format": 1, "labels": ["O"], "languages": {}}'),
        (VOCABULARY, b'{"pieces": ["a"], "scores": [], "unknown": 3, "forms": {}}'),
        (VOCABULARY, b'{"pieces": [], "scores": [], "unknown": 3, "forms": {}}'),
        (VOCABULARY, b"\xff"),
        (NAMES, b"PK\x03\x04"),
        (WORDS, b""),
    ],
)
def test_hostile_file_is_refused(tmp_path, name, content):
    folder = make_encoder(tmp_path).folder
    (folder / name).write_bytes(content)
    checksums.write(folder, FILES)
    with pytest.raises((ValueError, OSError)):
        NameModel.from_disk(folder)


def test_word_table_of_another_vocabulary_is_refused(tmp_path):
    folder = make_encoder(tmp_path).folder
    words = dict(np.load(folder / WORDS))
    np.savez(folder / WORDS, scales=words["scales"][:5], codes=words["codes"][:5])
    checksums.write(folder, FILES)
    with pytest.raises(ValueError, match="vocabulary"):
        NameModel.from_disk(folder)


@pytest.mark.parametrize(
    "text",
    [
        "Köln" * 3_000,
        "😀" * 10_000,
        "\u0000\u0007\u200b\u202e Köln \ufffd\ud7ff",
        "北京市議會 التقى in Köln Привет",
        "\n" * 50 + "\t",
        "a\u0301" * 400,
    ],
    ids=["no spaces", "emoji", "control characters", "scripts", "white space", "combining"],
)
def test_odd_text_is_read(tmp_path, text):
    nlp = pipeline(make_encoder(tmp_path, weight=1.0).folder, [("Köln", "LOC")])
    doc = nlp(text)
    assert doc.text == text
    assert [ent.text for ent in doc.ents] == ["Köln"] * len(doc.ents)


_OLD = """
import sys, spacy
from pathlib import Path
from annotator.suggest.encoder import encoder_component
nlp = spacy.blank("de")
encoder_component.add_to(nlp, Path(sys.argv[1]))
print([(e.start_char, e.end_char, e.label_) for e in nlp(sys.argv[2]).ents])
"""


def test_old_processor_finds_the_same(tmp_path):
    folder = make_encoder(tmp_path, weight=0.0).folder
    nlp = pipeline(folder)
    old = {"NPY_DISABLE_CPU_FEATURES": "AVX2 FMA3 AVX512F AVX512_SKX", "OPENBLAS_CORETYPE": "Nehalem"}
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _OLD, str(folder), TEXT],
        capture_output=True,
        text=True,
        check=True,
        cwd=resource_path().parent,
        env={**os.environ, **old},
    )
    assert run.stdout.strip() == str([(e.start_char, e.end_char, e.label_) for e in nlp(TEXT).ents])

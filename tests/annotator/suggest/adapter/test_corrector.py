"""A corrector on a pipeline: what it changes, what it leaves, and damaged files."""

from dataclasses import replace
from typing import Any

import pytest

from annotator.suggest.adapter.base_labels import WordReading, readings_below
from annotator.suggest.adapter.corrector import CorrectingRecognizer, Corrector, add_to, lexicon_in
from annotator.suggest.adapter.cues import CueReader
from annotator.suggest.adapter.memory import Memory, WordCounts
from annotator.suggest.adapter.trust import Trust
from annotator.suggest.crf import checksums
from annotator.suggest.crf.crf_component import scores
from annotator.training.adapter import fit

WORDS = "Die Möwe liegt in Köln .".split()
BASE = ["O", "B-ORG", "O", "O", "B-LOC", "O"]
LABELS = ["O", "B-SHIP", "O", "O", "B-LOC", "O"]

MONEY = ["O", "O", "O", "B-MISC", "O"]


@pytest.fixture(scope="module")
def corrector():
    """A corrector that has learnt that a Möwe is a ship."""
    memory = Memory(WordCounts())
    rows = []
    for words, base, labels in ((WORDS, BASE, LABELS), ("Das kostet drei Euro .".split(), MONEY, MONEY)):
        readings = [WordReading(label, 0.9, 0.1) for label in base]
        rows += [(CueReader(None).features(words, readings, memory, 0.0), labels)] * 3
    model = fit(rows, {"c1": 0.0, "c2": 0.1, "max_iterations": 50}, lambda: None)
    return Corrector(model=model, memory=memory, labels=frozenset({"SHIP", "LOC", "ORG"}))


@pytest.fixture
def pipeline():
    import spacy

    made = spacy.blank("de")
    patterns = [{"label": "ORG", "pattern": "Möwe"}, {"label": "LOC", "pattern": "Köln"}]
    ruler: Any = made.add_pipe("entity_ruler")
    ruler.add_patterns([*patterns, {"label": "DATE", "pattern": "heute"}])
    return made


def test_corrector_relabels_names_and_keeps_untaught_labels(pipeline, corrector, tmp_path):
    corrector.to_disk(tmp_path)
    text = "Die Möwe liegt in Köln .\n\nWo ist sie heute ?"
    assert [ent.label_ for ent in pipeline(text).ents] == ["ORG", "LOC", "DATE"]
    add_to(pipeline, tmp_path)
    doc = pipeline(text)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Möwe", "SHIP"), ("Köln", "LOC"), ("heute", "DATE")]
    score = scores(doc)
    assert set(score) == {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ != "DATE"}
    assert all(0.5 < value <= 1 for value in score.values())


def test_scores_mean_what_held_out_names_told(pipeline, corrector, tmp_path):
    replace(corrector, trust=Trust(0.5, -1.0)).to_disk(tmp_path)
    add_to(pipeline, tmp_path)
    lowered = scores(pipeline("Die Möwe liegt in Köln ."))
    assert lowered
    assert all(value < 0.9 for value in lowered.values())


def test_deleted_meaning_of_scores_is_noticed(corrector, tmp_path):
    replace(corrector, trust=Trust(0.5, -1.0)).to_disk(tmp_path)
    (tmp_path / "trust.json").unlink()
    with pytest.raises((OSError, ValueError)):
        Corrector.from_disk(tmp_path)


def test_corrector_on_another_corrector(pipeline, corrector, tmp_path):
    corrector.to_disk(tmp_path)
    add_to(pipeline, tmp_path)
    add_to(pipeline, tmp_path)
    assert len(pipeline.pipe_names) == 3
    doc = pipeline("Die Möwe liegt heute in Köln .")
    assert [ent.label_ for ent in doc.ents] == ["SHIP", "DATE", "LOC"]
    assert (15, 20) not in scores(doc), "the pipeline gave the date none"


def test_component_without_corrector_raises(pipeline):
    doc = pipeline.make_doc("Köln")
    with pytest.raises(ValueError, match="has no model"):
        CorrectingRecognizer()(doc)


@pytest.mark.parametrize("name", ["model.crfsuite", "memory.json", "labels.json", "sha256.json"])
def test_a_damaged_file_is_refused(corrector, tmp_path, name):
    corrector.to_disk(tmp_path)
    assert Corrector.from_disk(tmp_path).labels == corrector.labels
    (tmp_path / name).write_bytes(b"[]")
    with pytest.raises(ValueError, match=r"damaged|does not name"):
        Corrector.from_disk(tmp_path)


def test_model_changed_together_with_its_checksums_is_refused(corrector, tmp_path):
    corrector.to_disk(tmp_path)
    seal = checksums.seal(tmp_path)
    assert Corrector.from_disk(tmp_path, seal).labels == corrector.labels
    model = tmp_path / "model.crfsuite"
    model.write_bytes(model.read_bytes()[:-1] + b"\1")
    checksums.write(tmp_path, ("model.crfsuite", "memory.json", "labels.json"))
    Corrector.from_disk(tmp_path)
    with pytest.raises(ValueError, match="modified since it was created"):
        Corrector.from_disk(tmp_path, seal)


def test_folder_without_lexicon(corrector, tmp_path):
    corrector.to_disk(tmp_path)
    assert lexicon_in(tmp_path) is None


def test_upper_corrector_reads_the_base_for_untaught_labels(pipeline, corrector, tmp_path):
    corrector.to_disk(tmp_path)
    add_to(pipeline, tmp_path)
    doc = pipeline("Die Möwe kommt heute nach Köln .")
    labels = [reading.label for reading in readings_below(pipeline)(doc)]
    assert labels == ["O", "B-SHIP", "O", "B-DATE", "O", "B-LOC", "O"]

"""The features from which a corrector decides about words."""

import pytest

from annotator.suggest.adapter.base_labels import WordReading
from annotator.suggest.adapter.cues import CueReader
from annotator.suggest.adapter.memory import Memory, WordCounts

NOTHING_REMEMBERED = Memory(WordCounts())


def cues(*readings):
    words = ["Möwe"] * len(readings)
    return CueReader(None).features(words, readings, NOTHING_REMEMBERED, 0.0)


def test_base_probabilities_become_log_features():
    (row,) = map(dict, cues(WordReading("B-ORG", 0.6, 0.6, {"B-ORG": 0.6, "B-LOC": 0.001, "I-LOC": 0.0, "O": 0.399})))
    assert row["P=B-ORG"] > row["P=O"] > 5
    assert row["P=B-LOC"] == pytest.approx(0, abs=0.1)
    assert row["P=I-LOC"] == pytest.approx(-2.3, abs=0.1)
    assert row["y=B-ORG"] == row["w=möwe"] == 1


def test_base_without_probabilities_gives_label_features_only():
    (row,) = cues(WordReading("B-ORG", 1.0, 1.0))
    assert "y=B-ORG" in row
    assert not any(cue.startswith("P=") for cue in row)

"""The number of known sentences that a corrector rehearses besides the new lessons."""

import pytest

from annotator.suggest.adapter.base_labels import Reading
from annotator.suggest.adapter.memory import Counts
from annotator.training import adapter
from annotator.training.lessons import Lesson, Sentence

OTHER = [Sentence(["Sie", name, "."], [Reading("O", 1.0, 0.0)] * 3, ["O", "B-PER", "O"]) for name in ("Ada", "Ida")]


@pytest.mark.parametrize(("sentences", "rehearsed"), [(1, 2), (3, 4), (50, 10)])
def test_rehearsal_matches_lessons_in_words(monkeypatch, sentences, rehearsed):
    learnt = Sentence(["Die", "Möwe", "ankert", "."], [Reading("O", 1.0, 0.0)] * 4, ["O", "B-SHIP", "O", "O"])
    lesson = Lesson(id="1", sentences=(learnt,) * sentences, counts=Counts())
    given: list[adapter.Row] = []

    def fit(rows, _settings, _step):
        given.extend(rows)
        return b""

    monkeypatch.setattr(adapter, "fit", fit)
    adapter.train([lesson], [lesson], OTHER, None, lambda: None)
    labels = [labels for _, labels in given]
    assert labels[:sentences] == [learnt.labels] * sentences
    assert len(labels) - sentences == rehearsed
    assert ["w=ada" in features[1] for features, _ in given[sentences:]] == [True, False] * (rehearsed // 2)

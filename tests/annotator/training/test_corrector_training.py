"""The number of known sentences that a corrector rehearses besides the new lessons."""

import tracemalloc

import pytest

from annotator.suggest.adapter.base_labels import WordReading
from annotator.suggest.adapter.memory import WordCounts
from annotator.training import adapter
from annotator.training.lessons import Lesson, LessonSentence

OTHER = [
    LessonSentence(["Sie", name, "."], [WordReading("O", 1.0, 0.0)] * 3, ["O", "B-PER", "O"]) for name in ("Ada", "Ida")
]


@pytest.mark.parametrize(("sentences", "rehearsed"), [(1, 2), (3, 4), (50, 10)])
def test_rehearsal_matches_lessons_in_words(monkeypatch, sentences, rehearsed):
    learnt = LessonSentence(["Die", "Möwe", "ankert", "."], [WordReading("O", 1.0, 0.0)] * 4, ["O", "B-SHIP", "O", "O"])
    lesson = Lesson(id="1", sentences=(learnt,) * sentences, counts=WordCounts())
    given: list[adapter.Row] = []

    def fit(rows, _settings, _step):
        given.extend(rows)
        return b""

    monkeypatch.setattr(adapter, "fit", fit)
    adapter.train([lesson], [lesson], OTHER, None, lambda: None)
    labels = [labels for _, labels in given]
    assert labels[:sentences] == [learnt.labels] * sentences
    assert len(labels) - sentences == rehearsed
    assert ["w=ada" in features.items()[1] for features, _ in given[sentences:]] == [True, False] * (rehearsed // 2)


def test_memory_for_features_does_not_grow_with_articles(monkeypatch):
    monkeypatch.setattr(adapter, "ITERATIONS", 1)
    learnt = LessonSentence(
        ["Die", "Möwe", "ankert", "."] * 9, [WordReading("O", 1.0, 0.0)] * 36, ["O", "B-SHIP", "O", "O"] * 9
    )
    peaks = []
    for articles in (5, 50):
        lessons = [Lesson(id=str(number), sentences=(learnt,), counts=WordCounts()) for number in range(articles)]
        tracemalloc.start()
        adapter.train(lessons, lessons, OTHER, None, lambda: None)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0]

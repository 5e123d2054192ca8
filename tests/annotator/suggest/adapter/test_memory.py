"""Memory of an analyst's articles, with and without the article itself."""

import json

import pytest

from annotator.suggest.adapter.corrector import lexicon_of
from annotator.suggest.adapter.memory import Cue, LabelledSentence, Memory, WordCounts, WordPlace, count
from annotator.suggest.sources.pipeline import load
from annotator.suggest.sources.registry import available

FIRST = LabelledSentence("Heute fuhr die Möwe 🎈 nach Köln .".split(), "O O O B-SHIP O O B-LOC O".split())
SECOND = LabelledSentence("Die Möwe der Reederei HD Hyundai sank .".split(), "O B-SHIP O O B-ORG I-ORG O O".split())


def memory(*sentences):
    counts = WordCounts()
    for sentence in sentences:
        counts.add(count([sentence]))
    return Memory(counts)


def test_word_has_its_most_frequent_label():
    known = memory(FIRST, FIRST, SECOND)
    assert known.of_words(["Möwe", "Hyundai", "Reederei", "Berlin", "sank"]) == [
        Cue("SHIP", 3, 3),
        Cue("ORG", 3, 1),
        Cue("O", 3, 1),
        None,
        None,
    ]


def test_longest_remembered_name_is_found_first():
    known = memory(SECOND, LabelledSentence(["Hyundai"], ["B-LOC"]))
    words = "Die HD Hyundai und Hyundai".split()
    assert known.of_names(words) == [
        None,
        WordPlace("B", "ORG", 1),
        WordPlace("I", "ORG", 1),
        None,
        WordPlace("B", "LOC", 1),
    ]


def test_memory_leaves_out_the_article_itself():
    known = memory(FIRST, SECOND)
    own = count([FIRST])
    assert known.of_words(["Möwe", "Köln"], own) == [Cue("SHIP", 3, 1), None]
    assert known.of_names(["Köln"], own) == [None]


def test_likeness_leaves_out_the_article_itself():
    (german,) = available().named(["de_news"])
    lexicon = lexicon_of(load(german.name, german.folder, german.version, ()))
    assert lexicon
    known = memory(FIRST, SECOND)
    alike = known.likeness("Die Möwe der Reederei sank".split(), lexicon)
    other = known.likeness("Im Halbfinale verlor Bayern gegen Madrid".split(), lexicon)
    assert alike > 0 > other
    alone = memory(FIRST)
    assert alone.likeness(FIRST.words, lexicon, count([FIRST])) < 0 < alone.likeness(FIRST.words, lexicon)


def test_counts_survive_writing_and_reading(tmp_path):
    counts = memory(FIRST, SECOND).counts
    counts.to_disk(tmp_path / "memory.json")
    assert WordCounts.from_disk(tmp_path / "memory.json") == counts


@pytest.mark.parametrize(
    "value",
    [
        b"[]",
        b"{",
        b"\xff",
        b"[" * 100_000,
        json.dumps({"words": {"Köln": {"LOC": -1}}, "names": {}, "bag": {}}).encode(),
        json.dumps({"words": {"Köln": {"LOC": "1"}}, "names": {}, "bag": {}}).encode(),
        json.dumps({"words": {"Köln": 1}, "names": {}, "bag": {}}).encode(),
        json.dumps({"words": [], "names": {}, "bag": {}}).encode(),
    ],
)
def test_a_damaged_file_is_refused(tmp_path, value):
    (tmp_path / "memory.json").write_bytes(value)
    with pytest.raises(ValueError, match=r"memory\.json|number|Expecting|decode"):
        WordCounts.from_disk(tmp_path / "memory.json")

"""What is remembered of an analyst's articles, and how an article asks about itself."""

import json

import pytest

from annotator.suggest.adapter.corrector import lexicon_of
from annotator.suggest.adapter.memory import Counts, Cue, LabelledSentence, Memory, Place, count
from annotator.suggest.sources.pipeline import load
from annotator.suggest.sources.registry import available

FIRST = LabelledSentence("Heute fuhr die Möwe 🎈 nach Köln .".split(), "O O O B-SHIP O O B-LOC O".split())
SECOND = LabelledSentence("Die Möwe der Reederei HD Hyundai sank .".split(), "O B-SHIP O O B-ORG I-ORG O O".split())


def memory(*sentences):
    counts = Counts()
    for sentence in sentences:
        counts.add(count([sentence]))
    return Memory(counts)


def test_words_have_the_label_that_most_places_gave_them():
    known = memory(FIRST, FIRST, SECOND)
    assert known.of_words(["Möwe", "Hyundai", "Reederei", "Berlin", "sank"]) == [
        Cue("SHIP", 3, 3),
        Cue("ORG", 3, 1),
        Cue("O", 3, 1),
        None,
        None,
    ]


def test_a_name_is_found_as_a_whole_and_the_longest_first():
    known = memory(SECOND, LabelledSentence(["Hyundai"], ["B-LOC"]))
    words = "Die HD Hyundai und Hyundai".split()
    assert known.of_names(words) == [None, Place("B", "ORG", 1), Place("I", "ORG", 1), None, Place("B", "LOC", 1)]


def test_an_article_does_not_hear_its_own_answer():
    known = memory(FIRST, SECOND)
    own = count([FIRST])
    assert known.of_words(["Möwe", "Köln"], own) == [Cue("SHIP", 3, 1), None]
    assert known.of_names(["Köln"], own) == [None]


def test_articles_of_the_same_kind_sound_alike_and_their_own_words_do_not_count():
    (german,) = available().named(["de_news"])
    lexicon = lexicon_of(load(german.name, german.folder, german.version, ()))
    assert lexicon
    known = memory(FIRST, SECOND)
    alike = known.likeness("Die Möwe der Reederei sank".split(), lexicon)
    other = known.likeness("Im Halbfinale verlor Bayern gegen Madrid".split(), lexicon)
    assert alike > 0 > other
    alone = memory(FIRST)
    assert alone.likeness(FIRST.words, lexicon, count([FIRST])) < 0 < alone.likeness(FIRST.words, lexicon)


def test_what_is_written_is_read_again(tmp_path):
    counts = memory(FIRST, SECOND).counts
    counts.to_disk(tmp_path / "memory.json")
    assert Counts.from_disk(tmp_path / "memory.json") == counts


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
        Counts.from_disk(tmp_path / "memory.json")

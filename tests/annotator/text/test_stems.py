"""Similarity of statements."""

import time

import pytest

from annotator.text.stems import folded, likeness, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Die Stadt senkt die Steuern", "Steuern wurden von der Stadt gesenkt"),
        ("Züge fahren in den Straßen", "der Zug fährt in der Strasse"),
        ("Häuser der Kinder", "das Haus eines Kindes"),
        ("Die Städte sparen", "eine Stadt spart"),
        ("the city raised taxes", "cities raise a tax"),
        ("4,2 Millionen Euro", "4.2 Millionen Euros"),
        ("Zoe\u0308 klagt", "ZOË KLAGT"),
    ],
)
def test_stems_ignore_endings(one, other):
    assert likeness(stems(one), stems(other)) > 0.6
    if "city" not in one:
        assert stems(one) == stems(other)


def test_stems_keep_negations_and_numbers():
    assert stems("Es ist in der Tat so, dass er das soll") == stems("die Tat")
    assert stems("kein Zug") == stems("Der Zug: nicht!") == stems("not a Zug") != stems("Zug")
    assert likeness(stems("Die Steuern steigen um 5 Prozent"), stems("Die Steuern steigen um 50 Prozent")) < 1


def test_stem_is_a_prefix_of_its_word():
    words = (
        "Verwaltungsdienste Gesetze gespart Schulen Meister Wasser fallen entscheidend Flüsse taxes's running".split()
    )
    for word in words:
        (found,) = stems(word)
        assert folded(word).startswith((found, f"ge{found}"))


def test_likeness_of_empty_sets_is_zero():
    assert stems("…, der die 🎈") == frozenset()
    assert likeness(frozenset(), frozenset()) == 0
    assert likeness({"a"}, {"b"}) == 0


@pytest.mark.parametrize("piece", ["te", "ging", "\u0315\u0301\u0323", "\u0f73", "e\u0301\u0323"])
def test_endless_word_takes_linear_time(piece):
    def seconds(characters):
        text = piece * (characters // len(piece))
        stem.cache_clear()
        before = time.process_time()
        stems(text)
        return time.process_time() - before

    assert seconds(20_000) < 0.001 + 3 * 10 * max(seconds(2_000), seconds(2_000))

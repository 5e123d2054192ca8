"""Shapes of words that contain a name or are derived from one."""

import pytest

from annotator.suggest.sources.memory.word_shapes import Shape, countries_of, places_of, rest_of, shaped, words_in


@pytest.mark.parametrize(
    ("word", "shape", "names"),
    [
        ("Siemens-Chef", Shape.COMPOUND, ["Siemens"]),
        ("Karl-Marx-Stadt", Shape.COMPOUND, ["Karl-Marx", "Karl"]),
        ("EU-weit", Shape.PARTICIPLE, ["EU"]),
        ("deutsch-französische", Shape.ADJECTIVE, []),
        ("russischem", Shape.ADJECTIVE, []),
        ("Deutschen", Shape.ADJECTIVE, []),
        ("Kölner", Shape.INHABITANT, []),
        ("Lehrer", Shape.INHABITANT, []),
    ],
)
def test_german_word_has_a_shape(word, shape, names):
    found = shaped(word, "de")
    assert found is not None
    assert (found.shape, [word[:cut] for cut in found.cuts]) == (shape, names)


@pytest.mark.parametrize(
    ("word", "shape"),
    [("London-based", Shape.PARTICIPLE), ("Berlin-Paris", Shape.COMPOUND), ("German", Shape.ADJECTIVE), ("Peru", None)],
)
def test_english_word_has_a_shape(word, shape):
    found = shaped(word, "en")
    assert (found.shape if found else None) == shape


@pytest.mark.parametrize("word", ["NATO", "Nord-", "-Rat", "1-2", "", "-", "---", "a-b", "🎈"])
def test_word_without_a_name_has_no_shape(word):
    assert shaped(word, "de") is None


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("Kölner", "Köln"),
        ("Münchner", "München"),
        ("Bremer", "Bremen"),
        ("Amerikaner", "Amerika"),
        ("Engländer", "England"),
        ("Zürcher", "Zürich"),
        ("Hallenser", "Halle"),
    ],
)
def test_inhabitant_comes_from_place(word, place):
    assert place in places_of(word)


@pytest.mark.parametrize(
    ("stem", "place"),
    [
        ("russisch", "Russland"),
        ("polnisch", "Polen"),
        ("chinesisch", "China"),
        ("dänisch", "Dänemark"),
        ("deutsch", "Deutschland"),
    ],
)
def test_adjective_comes_from_country(stem, place):
    assert place in countries_of(stem)


def test_adjective_of_no_country():
    assert "Polen" not in countries_of("politisch")


@pytest.mark.parametrize("hyphen", "-‐‑")
def test_part_of_a_word_is_not_a_word(hyphen):
    assert [word.shape for word in words_in(f"Eine Berliner{hyphen}Reise", "de")] == [Shape.COMPOUND]


def test_offsets_are_code_points():
    text = "🎈 Der Siemens-Chef, der Kölner."
    assert [(word.text, text[word.start : word.end]) for word in words_in(text, "de")] == [
        ("Siemens-Chef", "Siemens-Chef"),
        ("Kölner", "Kölner"),
    ]


@pytest.mark.parametrize(
    ("following", "rest"), [("-Chef sagte", "-Chef"), ("-Chef.", "-Chef"), (" - Chef", ""), ("- und", ""), ("", "")]
)
def test_rest_of_a_word(following, rest):
    assert rest_of(following) == rest


@pytest.mark.parametrize("text", ["a" * 200_000, "a-" * 100_000, "a." * 100_000 + "-b", "Isch" * 50_000, "-" * 200_000])
def test_endless_words_take_no_time(text):
    assert list(words_in(text, "de")) is not None

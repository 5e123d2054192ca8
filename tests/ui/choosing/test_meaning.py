import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.choosing.meaning import Meanings, quality, sense, word_list


def made(*entries):
    return Meanings([sense(title, (), synonyms, menu) for title, synonyms, menu in entries])


def best(meanings, typed):
    found = meanings.find(typed)
    return max(found, key=lambda entry: found[entry].points) if found else None


ENTRIES = made(
    ("Open Project", ("load",), "File"),
    ("Zoom In", ("font size", "Schrift größer"), "View"),
    ("Who Is Who", ("merge names",), "Project"),
    ("Hide Suggestions", ("Vorschläge ausblenden",), "View"),
    ("Schema", ("label colour",), "Project"),
)


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("project open", 0),
        ("proj", 0),
        ("how do I load it", 0),
        ("wie mache ich die Schrift groesser", 1),
        ("who is who", 2),
        ("blende Vorschläge", 3),
        ("sugestions", 3),
        ("suggetsions", 3),
        ("label color", 4),
        ("view zoom", 1),
    ],
)
def test_question_finds_its_entry(typed, entry):
    assert best(ENTRIES, typed) == entry


def test_unknown_words_find_nothing():
    assert ENTRIES.find("Quitte Kürbis") == {}


def test_title_counts_more_than_synonym():
    found = made(("Copy", (), "File"), ("Save", ("copy",), "File")).find("copy")
    assert found[0].points > found[1].points


def test_reason_is_named_unless_in_title():
    found = ENTRIES.find("font size")
    assert found[1].why == "font size"
    assert ENTRIES.find("zoom")[1].why == ""


@pytest.mark.parametrize(
    ("better", "worse"),
    [("export", "exports"), ("exp", "exprt"), ("exporting", "xport"), ("expo", "xpor")],
)
def test_closer_words_fit_better(better, worse):
    assert quality(better, "export") >= quality(worse, "export") > 0


@pytest.mark.parametrize(("typed", "word"), [("note", "not"), ("abcd", "abxd"), ("claim", "exclaimed!"[:2])])
def test_short_likeness_is_not_a_match(typed, word):
    assert quality(typed, word) == 0


@given(st.text(max_size=30))
def test_any_text_can_be_asked(typed):
    for found in ENTRIES.find(typed).values():
        assert 0 <= found.points < 3
    assert all(word_list(word) for word in word_list(typed))

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.choosing.ranking import fold, names, score, wanted


def points(typed, *more, **what):
    return score(wanted(typed), names(*more, **what))


def test_letters_accents_and_dots_are_folded():
    assert fold("Größe Ce\u0301line ÅÉ") == "grosse celine ae"


def test_the_better_it_fits_the_more_points():
    found = [
        points("accept", "Accept"),
        points("accept", "Accept Suggestion"),
        points("acc", "Accept Suggestion"),
        points("sug", "Accept Suggestion"),
        points("ugg", "Accept Suggestion"),
        points("sug acc", "Accept Suggestion"),
        points("as", "Accept Suggestion"),
        points("acsu", "Accept Suggestion"),
    ]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)
    assert points("xyz", "Accept Suggestion") == 0


def test_a_key_is_found_first_of_all():
    assert points("3", "Place", keys=["3"]) > points("3", "3")


def test_other_names_stand_behind_the_one_that_is_shown():
    assert points("ort", "Ort") > points("ort", "Place", ["Ort"]) > 0


def test_words_of_the_menu_help():
    assert points("label del", "Delete", context="Label") > 0
    assert points("label del", "Delete", context="File") == 0


@pytest.mark.parametrize("typed", ["", "  "])
def test_nothing_typed_is_not_a_fault(typed):
    assert points(typed, "Place") >= 0


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_letters_of_a_name_in_order_are_found(before, after):
    name = f"{before}ä🎈b{after}"
    assert points("ab", name) > 0 or "a" not in fold(name)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.choosing.ranking import fold, names, score, wanted


def points(typed, *more, **what):
    return score(wanted(typed), names(*more, **what))


def test_fold_case_accents_and_umlauts():
    assert fold("Größe Ce\u0301line ÅÉ") == "grosse celine ae"


def test_better_match_scores_higher():
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


def test_key_scores_highest():
    assert points("3", "Place", keys=["3"]) > points("3", "3")


def test_aliases_score_lower():
    assert points("ort", "Ort") > points("ort", "Place", ["Ort"]) > 0


def test_menu_name_adds_context():
    assert points("label del", "Delete", context="Label") > 0
    assert points("label del", "Delete", context="File") == 0


@pytest.mark.parametrize("typed", ["", "  "])
def test_empty_text_scores(typed):
    assert points(typed, "Place") >= 0


@given(st.text(max_size=20), st.text(max_size=20))
def test_letters_in_order_match(before, after):
    name = f"{before}ä🎈b{after}"
    assert points("ab", name) > 0 or "a" not in fold(name)

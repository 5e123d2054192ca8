"""Names that are labelled inconsistently."""

from annotator.editing.inconsistencies import Strings
from annotator.text.tokens import provisional

TEXT = "HD\u00a0Hyundai baut. Hyundai und HD Hyundai, 🎈 HD Hyundai-Werk in Köln; Köln, Köln."


def left_out(labelled, text=TEXT, decided=(), pending=()):
    strings = Strings(labelled)
    for _ in strings.count_unlabelled(text, provisional(text), sorted(decided), pending=pending):
        pass
    return [(found.words, found.labels, found.left_out, found.damage) for found in strings.inconsistencies()]


def test_the_most_damage_comes_first():
    found = left_out([("Köln", "LOC", 5), ("Köln", "ORG", 1), ("HD Hyundai", "ORG", 9), ("Seoul", "LOC", 2)])
    assert found == [
        ("Köln", (("LOC", 5), ("ORG", 1)), 3, 4),
        ("HD Hyundai", (("ORG", 9),), 2, 2),
    ]


def test_longest_string_counts_and_decided_places_do_not():
    assert left_out([("HD Hyundai", "ORG", 5), ("Hyundai", "ORG", 5)])[0] == ("HD Hyundai", (("ORG", 5),), 2, 2)
    start = TEXT.index("Hyundai und")
    assert left_out([("Hyundai", "ORG", 5)], decided=[(0, 10), (start, start + 7)]) == [
        ("Hyundai", (("ORG", 5),), 1, 1),
    ]


def test_labels_are_the_damage_where_most_places_have_none():
    assert left_out([("Köln", "LOC", 1)]) == [("Köln", (("LOC", 1),), 3, 1)]


def test_consistent_strings_and_short_ones_are_not_listed():
    assert left_out([("Seoul", "LOC", 4), ("🎈", "MISC", 1), ("a", "MISC", 1)]) == []


def test_a_string_may_begin_with_more_than_a_token():
    text = "Die G-20 tagt, G-20!"
    assert left_out([("G-20 tagt", "MISC", 3)], text) == [("G-20 tagt", (("MISC", 3),), 1, 1)]


def test_place_inside_longer_suggestion_is_still_undecided():
    longer, equal = TEXT.index("HD Hyundai,"), TEXT.index("Hyundai und")
    parts = [(longer, longer + 10), (equal, equal + 7)]
    assert left_out([("Hyundai", "ORG", 5)], decided=[(0, 10)]) == [("Hyundai", (("ORG", 5),), 2, 2)]
    assert left_out([("Hyundai", "ORG", 5)], decided=[(0, 10)], pending=parts) == [("Hyundai", (("ORG", 5),), 1, 1)]

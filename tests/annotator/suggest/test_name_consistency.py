from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotator.suggest.name_consistency import FoundName, consistent


def words_of(text):
    return text.split()


def test_name_gets_its_most_trusted_label():
    words = words_of("Weifang wächst . Weifang lädt ein . Für Weifang gilt")
    found = [FoundName(0, 1, "LOC", 0.5), FoundName(3, 4, "PER", 0.6), FoundName(8, 9, "LOC", 0.5)]

    settled = consistent(words, found)

    assert [name.label for name in settled] == ["LOC", "LOC", "LOC"]
    assert [name.score for name in settled] == [0.5, 1.0 / 1.6, 0.5]


def test_sure_name_is_found_everywhere():
    words = words_of("Die Grüne Brücke steht . 🙂 Grüne Brücke")

    settled = consistent(words, [FoundName(1, 3, "LOC", 0.9)])

    assert settled == [FoundName(1, 3, "LOC", 0.9), FoundName(6, 8, "LOC", 0.7)]


def test_unsure_short_and_long_names_are_not_repeated():
    words = words_of("Köln EU Bund der Freunde Kölns Köln EU Bund der Freunde Kölns")
    found = [FoundName(0, 1, "LOC", 0.8), FoundName(1, 2, "ORG", 1.0), FoundName(2, 6, "ORG", 1.0)]

    assert consistent(words, found) == found


def test_sure_name_inside_another_is_not_repeated():
    words = words_of("Bremen siegt . Werder Bremen jubelt . Bremen")
    found = [FoundName(0, 1, "LOC", 0.95), FoundName(3, 5, "ORG", 0.9)]

    assert consistent(words, found) == [*found, FoundName(7, 8, "LOC", 0.7)]


def test_consistent_without_names():
    assert consistent([], []) == []
    assert consistent(["Ä", "\n"], []) == []


@given(
    st.lists(st.sampled_from(["Weifang", "Bank", "der", "a\u0308"]), max_size=12),
    st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["PER", "LOC"]), st.floats(0.01, 1))),
)
def test_consistent_names_never_overlap(words, drawn):
    found, place = [], 0
    for length, label, score in drawn:
        if place + length <= len(words):
            found.append(FoundName(place, place + length, label, score))
        place += length + 1

    settled = consistent(words, found)

    assert all(a.end <= b.start for a, b in pairwise(settled))
    assert {(name.start, name.end) for name in found} <= {(n.start, n.end) for n in settled}
    labels = {(*words[name.start : name.end], name.label) for name in settled}
    assert len(labels) == len({tuple(words[name.start : name.end]) for name in settled})
    assert all(0 < name.score <= 1 for name in settled)


def test_names_with_score_zero_stay():
    words = words_of("Köln 🎈 Köln")
    found = [FoundName(0, 1, "LOC", 0.0), FoundName(2, 3, "LOC", 0.0)]

    assert consistent(words, found) == found

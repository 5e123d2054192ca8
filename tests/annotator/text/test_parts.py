from hypothesis import given
from hypothesis import strategies as st

from annotator.model.values import Part, check_parts
from annotator.text.parts import cut, is_between, joined, part_at, united, without

TEXT = "Köln, Weifang 🎈 – „Bonn“ am Ce\u0301 Rhein"


def pieces(parts, *places, text=TEXT):
    return [[text[start:end] for start, end in piece] for piece in cut(text, parts, places)]


def test_separators_are_dropped_at_the_cut():
    end = TEXT.index(" 🎈")
    assert pieces([(0, end)], TEXT.index("Weifang")) == [["Köln"], ["Weifang"]]
    assert pieces([(0, end)], TEXT.index(",")) == [["Köln"], ["Weifang"]]


def test_cut_compound_at_hyphen_keeps_quotation_marks():
    assert pieces([(0, 13)], 2, text="EU-Kommission") == [["EU"], ["Kommission"]]
    start = TEXT.index("„")
    assert pieces([(start, len(TEXT))], TEXT.index(" am")) == [["„Bonn“"], ["am Ce\u0301 Rhein"]]


def test_cut_out_middle_makes_three_pieces():
    assert pieces([(0, 9)], 3, 6, text="AAABBBCCC") == [["AAA"], ["BBB"], ["CCC"]]


def test_cut_keeps_parts_on_their_side():
    assert pieces([(0, 2), (3, 5), (6, 8)], 4, text="ab cd ef") == [["ab", "c"], ["d", "ef"]]


def test_cut_outside_does_nothing_and_empty_pieces_go():
    assert len(cut(TEXT, [(0, 4)], [0, 4, 30])) == 1
    assert cut("Köln, ", [(0, 6)], [4]) == [((0, 4),)]


def test_united_merges_touching_and_overlapping_parts():
    assert united([(5, 9), (0, 3), (2, 4)]) == ((0, 4), (5, 9))
    assert united([(0, 4), (6, 9)], [(4, 6)]) == ((0, 9),)


def test_is_between():
    assert [character for character in "a ,-–\u00a0.“" if is_between(character)] == [" ", ",", "-", "–", "\u00a0"]


@given(st.text("aé ,-🎈", min_size=2, max_size=30), st.data())
def test_cut_pieces_are_in_order_and_complete(text, drawn):
    places = drawn.draw(st.lists(st.integers(-2, len(text) + 2), max_size=4))
    found = cut(text, [(0, len(text))], places)
    flat = [part for piece in found for part in piece]
    assert flat == sorted(flat)
    assert all(start < end for start, end in flat)
    kept = "".join(text[start:end] for start, end in flat)
    assert [c for c in kept if not is_between(c)] == [c for c in text if not is_between(c)]


KOREA = "Nord- und Südkorea 🎈 und  Japan"


def test_joined_parts_are_in_order():
    assert joined(((10, 18),), (0, 5), KOREA) == ((0, 5), (10, 18))


def test_joined_merges_across_white_space():
    assert joined(((0, 5),), (4, 9), KOREA) == ((0, 9),)
    assert joined(((0, 5),), (6, 9), KOREA) == ((0, 9),)
    assert joined(((0, 5), (10, 18)), (6, 9), KOREA) == ((0, 18),)


def test_without_middle_leaves_two_trimmed_parts():
    assert without(((0, 18),), (6, 9), KOREA) == ((0, 5), (10, 18))
    assert without(((0, 5), (10, 18)), (10, 18), KOREA) == ((0, 5),)
    assert without(((0, 5),), (0, 5), KOREA) == ()


def test_part_at_offset():
    assert [part_at(((0, 5), (10, 18)), offset) for offset in (0, 5, 7, 18)] == [(0, 5), (0, 5), None, (10, 18)]


def covered(parts):
    return {at for start, end in parts for at in range(start, end) if not KOREA[at].isspace()}


stretch = st.tuples(st.integers(0, len(KOREA) - 1), st.integers(1, 9)).map(
    lambda pair: (pair[0], min(len(KOREA), sum(pair)))
)


@given(st.lists(stretch, min_size=1, max_size=5), stretch)
def test_joined_covers_and_without_removes(stretches, taken):
    parts: tuple[Part, ...] = ()
    for each in stretches:
        parts = joined(parts, each, KOREA)
    check_parts(parts)
    assert covered(parts) == covered(stretches)
    left = without(parts, taken, KOREA)
    if left:
        check_parts(left)
    assert covered(left) == covered(parts) - covered([taken])

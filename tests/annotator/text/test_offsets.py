from hypothesis import given
from hypothesis import strategies as st

from annotator.text.offsets import OffsetMap

TEXTS = st.text(st.one_of(st.sampled_from("ab🌊👩‍👧ä\u0301\u00a0"), st.characters(exclude_categories=["Cs"])))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_utf16_offset_counts_units_before_it(text):
    offsets = OffsetMap(text)
    for offset in range(len(text) + 1):
        assert offsets.to_utf16(offset) == _units(text[:offset])


@given(TEXTS)
def test_offsets_round_trip(text):
    offsets = OffsetMap(text)
    for offset in range(len(text) + 1):
        assert offsets.to_code_point(offsets.to_utf16(offset)) == offset


@given(TEXTS)
def test_unit_maps_to_its_character(text):
    offsets = OffsetMap(text)
    held = [index for index, character in enumerate(text) for _ in range(_units(character))]
    assert [offsets.to_code_point(unit) for unit in range(_units(text))] == held


def test_offsets_equal_without_astral_characters():
    offsets = OffsetMap("Größe, z.\u00a0B.")
    assert [offsets.to_utf16(i) for i in range(5)] == [offsets.to_code_point(i) for i in range(5)] == [0, 1, 2, 3, 4]

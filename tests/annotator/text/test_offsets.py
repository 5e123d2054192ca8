from hypothesis import given
from hypothesis import strategies as st

from annotator.text.offsets import OffsetMap

TEXTS = st.text(st.one_of(st.sampled_from("ab🌊👩‍👧ä\u0301\u00a0"), st.characters(exclude_categories=["Cs"])))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_each_offset_is_as_many_units_as_the_text_before_it(text):
    offsets = OffsetMap(text)
    for offset in range(len(text) + 1):
        assert offsets.to_utf16(offset) == _units(text[:offset])


@given(TEXTS)
def test_there_and_back_gives_the_same_offset(text):
    offsets = OffsetMap(text)
    for offset in range(len(text) + 1):
        assert offsets.to_code_point(offsets.to_utf16(offset)) == offset


@given(TEXTS)
def test_every_unit_belongs_to_the_character_that_holds_it(text):
    offsets = OffsetMap(text)
    held = [index for index, character in enumerate(text) for _ in range(_units(character))]
    assert [offsets.to_code_point(unit) for unit in range(_units(text))] == held


def test_a_text_without_astral_characters_needs_no_map():
    offsets = OffsetMap("Größe, z.\u00a0B.")
    assert [offsets.to_utf16(i) for i in range(5)] == [offsets.to_code_point(i) for i in range(5)] == [0, 1, 2, 3, 4]

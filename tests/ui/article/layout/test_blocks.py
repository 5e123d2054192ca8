import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from ui.article.layout.blocks import LONGEST, BlockKind, Heights, cut, for_qt, grapheme_step, heading_of


def test_paragraphs_become_blocks_without_line_feeds():
    blocks = cut("Möwe\n\n😀 Ente", "")

    assert [(block.start, block.end) for block in blocks] == [(0, 4), (5, 5), (6, 12)]
    assert [block.kind for block in blocks] == [BlockKind.BODY, BlockKind.BLANK, BlockKind.BODY]


def test_first_paragraph_equal_to_title_is_headline():
    blocks = cut("Vorspann\nTitel \nText\nTitel", " Titel")

    assert [block.kind for block in blocks] == [BlockKind.BODY, BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY]


@pytest.mark.parametrize("unit", ["Wort ", "Satz. ", "x", "e\u0301", "👩‍🚀"])
def test_long_paragraph_is_cut_between_graphemes(unit):
    text = unit * (20_000 // len(unit))
    blocks = cut(text, "")

    assert len(blocks) > 3
    assert all(block.end - block.start <= LONGEST for block in blocks)
    assert "".join(text[block.start : block.end] for block in blocks) == text
    assert all(block.start % len(unit) == 0 for block in blocks)
    assert [block.opens for block in blocks] == [True] + [False] * (len(blocks) - 1)
    assert [block.closes for block in blocks] == [False] * (len(blocks) - 1) + [True]


@pytest.mark.parametrize("cluster", ["a", "😀", "e\u0301", "👩‍🚀", "🇩🇪", "ä", "\u00a0"])
def test_grapheme_step_never_splits_a_grapheme(cluster):
    text = f"x{cluster}y"

    assert grapheme_step(text, 1, 1) == 1 + len(cluster)
    assert grapheme_step(text, 1 + len(cluster), -1) == 1


@pytest.mark.parametrize("first", ["\ufeff", "\ufffe", "ä"])
def test_leading_character_dropped_by_qt_is_replaced(first):
    shown = for_qt(f"{first}Möwe")

    assert len(shown) == 5
    assert QTextLayout(shown).text() == shown
    assert grapheme_step(f"{first}Möwe", 1, 1) == 2


def test_grapheme_step_stops_at_ends_of_text():
    assert grapheme_step("ä", 0, -1) == 0
    assert grapheme_step("ä", 1, 1) == 1


@given(st.lists(st.integers(1, 90), min_size=1, max_size=40), st.data())
def test_heights_match_plain_sum(values, data):
    heights = Heights(list(values))
    for _ in range(5):
        index = data.draw(st.integers(0, len(values) - 1))
        height = data.draw(st.integers(1, 90))
        assert heights.change(index, height) == height - values[index]
        values[index] = height

    assert heights.total() == sum(values)
    for index in range(len(values)):
        top = sum(values[:index])
        assert heights.top(index) == top
        assert heights.find(top) == index
        assert heights.find(top + values[index] - 1) == index
    assert heights.find(sum(values) + 5) == len(values) - 1


@pytest.mark.parametrize(
    ("text", "title", "shown"),
    [
        ("Die Brücke kommt im Mai.\n\nMehr dazu.", "Brücke für Wiesenau", "Brücke für Wiesenau"),
        ("Brücke für Wiesenau\n\nSie kommt im Mai.", "Brücke für Wiesenau", ""),
        ("Brücke  für Wiesenau kommt im Mai, sagt sie.", "Brücke für Wiesenau kommt…", ""),
        ("Sie kommt im Mai.", " ", ""),
    ],
)
def test_title_that_text_lacks_is_the_heading(text, title, shown):
    assert heading_of(text, title, cut(text, title)) == shown

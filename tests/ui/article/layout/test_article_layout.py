from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from annotator.model.schema_file import load
from annotator.model.values import Document, Span
from tests.ui.articles import CLEAN, TEXT, claim, cue, document, part, span, suggestion, whole
from ui.article.layout.article_layout import KEPT, ArticleLayout
from ui.article.layout.blocks import cut
from ui.article.layout.captions import plain_caption
from ui.article.layout.measures import measures
from ui.article.layout.row_index import EVERYTHING, RowIndex
from ui.base.look.look import label_colours, light

pytestmark = pytest.mark.usefixtures("qapp")
LOOK = light(label_colours(load("news"), dark=False))


def laid_out(rows=(), text=TEXT, *, look=LOOK, zoom=1.0, clean=False, view=700, **fields):
    found = document(text, **fields)
    measured = measures(look, zoom=zoom, labelled=not clean, view=view, caption=plain_caption, has_byline=True)
    return ArticleLayout(found, RowIndex(rows, CLEAN if clean else EVERYTHING), cut(found.text, found.title), measured)


def all_laid(layout):
    return [layout.laid(index) for index in range(len(layout.blocks))]


CROWD = "Universität Möwenort am Hafen der Küstenstadt Nord liegt, sagt man, weit draußen. "


def crowded_rows(text):
    words = [
        "Universität Möwenort am Hafen der Küstenstadt Nord",
        "Universität Möwenort am Hafen der Küstenstadt",
        "Universität Möwenort am Hafen",
        "Universität Möwenort",
        "Universität",
        "Möwenort am Hafen",
        "Hafen",
        "Nord",
        "Küstenstadt",
    ]
    for nth in range(1, text.count(CROWD) + 1):
        for number, phrase in enumerate(words):
            make = suggestion if (number + nth) % 2 else span
            yield make(phrase, "ORG" if number % 3 else "MISC", nth=nth, text=text)
        yield claim("Universität Möwenort am Hafen der Küstenstadt Nord liegt", nth=nth, text=text)


@pytest.mark.parametrize(("zoom", "view"), [(1.0, 787), (1.0, 340), (2.0, 900), (0.6, 500)])
def test_names_overlap_nothing(zoom, view):
    text = CROWD * 6
    layout = laid_out(crowded_rows(text), text, zoom=zoom, view=view)

    for laid in all_laid(layout):
        names = whole(laid).names
        solid = [band.rect for band in (*whole(laid).lanes, *whole(laid).dashes, *whole(laid).outlines)]
        words = [QRectF(0, line.words, 5000, line.lanes - line.words) for line in laid.lines]
        assert len(names) > 20
        for index, name in enumerate(names):
            assert not any(name.rect.intersects(other.rect) for other in names[index + 1 :])
            assert not any(name.rect.intersects(rect) for rect in solid)
            assert not any(name.rect.intersects(rect) for rect in words)
            assert name.rect.top() >= 0


def test_lanes_end_before_next_line():
    text = CROWD * 6
    laid = laid_out(crowded_rows(text), text).laid(0)

    for band in (*whole(laid).lanes, *whole(laid).dashes):
        line = max((line for line in laid.lines if line.top <= band.rect.top()), key=lambda line: line.top)
        assert line.lanes <= band.rect.top()
        assert band.rect.bottom() <= line.bottom


@pytest.mark.parametrize("zoom", [0.75, 1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("title", ["", "Möwenort wächst"], ids=["text", "headline"])
def test_five_lanes_move_no_line(zoom, title):
    text = "Möwenort wächst und wächst, sagt man am Hafen." if not title else f"{title}\n\nSagt man am Hafen."
    words = "Möwenort wächst"
    rows = [
        span("Möwenort", text=text),
        span(words, "ORG", text=text),
        claim(words, text=text),
        claim("wächst", text=text),
        suggestion(words, "CLAIM", layer="claims", text=text),
    ]
    bare = laid_out((), text, zoom=zoom, view=1200, title=title).laid(0)
    for number in range(1, len(rows) + 1):
        laid = laid_out(rows[:number], text, zoom=zoom, view=1200, title=title).laid(0)
        picture = whole(laid)
        lanes = sorted((band.rect for band in (*picture.lanes, *picture.dashes)), key=QRectF.top)
        assert (laid.lines, laid.height) == (bare.lines, bare.height)
        assert len(lanes) == number
        assert all(upper.bottom() < lower.top() for upper, lower in pairwise(lanes))
        assert lanes[-1].bottom() <= bare.lines[0].bottom


def test_nested_spans_have_a_lane_each_and_claims_lie_below():
    text = "Die Universität Möwenort am Hafen der Küstenstadt zahlt"
    nested = [" ".join(text.split()[1:end]) for end in range(7, 1, -1)]
    rows = [*(span(words, text=text) for words in nested), claim(text, text=text)]
    picture = whole(laid_out(rows, text, view=1200).laid(0))
    lanes = {band.row_id: band.rect.top() for band in picture.lanes}
    lowest = lanes.pop(rows[-1].id)

    assert len(set(lanes.values())) == 6
    assert lowest > max(lanes.values())
    assert min(lanes, key=lambda row_id: lanes[row_id]) == rows[5].id  # the innermost next to the words


def test_decisions_suggestions_and_claims_differ_in_shape():
    rows = [
        span("Möwenort"),
        suggestion("Küstenrat", "ORG", nth=2),
        cue("Laut"),
        claim("spart das"),
        suggestion("das koste nichts", "CLAIM", layer="claims"),
    ]
    pictures = [whole(laid) for laid in all_laid(laid_out(rows))]

    def drawn(kind):
        return {band.row_id for picture in pictures for band in getattr(picture, kind)}

    assert drawn("tints") == {rows[0].id, rows[3].id}
    assert drawn("lanes") == {rows[0].id, rows[3].id}
    assert drawn("outlines") == {rows[1].id}
    assert drawn("dots") == {rows[2].id}
    assert drawn("dashes") == {rows[4].id}


def test_only_suggestions_show_a_score():
    rows = [span("Möwenort"), suggestion("Küstenrat", "ORG", nth=2, score=0.81)]
    names = [name.text for laid in all_laid(laid_out(rows)) for name in whole(laid).names]

    assert "LOC" in names
    assert any(name.startswith("ORG 0") and name.endswith("81") for name in names)


def test_score_is_dropped_beside_the_next_name():
    text = "EU, UN und so"
    rows = [suggestion("EU", "ORG", text=text), suggestion("UN", "ORG", text=text)]
    names = [name.text for name in whole(laid_out(rows, text).laid(0)).names]

    assert names[0] == "ORG"


def test_unlabelled_lines_reserve_room_for_names():
    bare, labelled = laid_out(), laid_out([span("Möwenort"), claim("spart das")])

    assert [laid.height for laid in all_laid(bare)] == [laid.height for laid in all_laid(labelled)]


def test_clean_reading_hides_names_and_suggestions():
    rows = [span("Möwenort"), suggestion("Küstenrat", "ORG", nth=2)]
    clean = laid_out(rows, clean=True)
    picture = whole(clean.laid(2))

    assert not picture.names
    assert not picture.outlines
    assert [band.row_id for band in picture.lanes] == [rows[0].id]
    size = LOOK.size
    assert 1.6 <= clean.measures.styles[clean.blocks[2].kind].line / size <= 1.9
    assert 2.3 <= laid_out().measures.styles[clean.blocks[2].kind].line / size <= 2.6


@pytest.mark.parametrize("family", ["Source Serif 4", "DejaVu Serif"])
@pytest.mark.parametrize("clean", [False, True])
def test_line_height_is_independent_of_font_metrics(family, clean):
    plain = TEXT.replace("👩‍🚀", "Sie")  # another font lends an emoji, and may ask for more room
    laid = laid_out([span("Möwenort")], plain, look=replace(LOOK, reading=(family,)), clean=clean).laid(2)

    assert {line.bottom - line.top for line in laid.lines} == {28 if clean else 41}


def test_span_over_two_paragraphs_has_one_name():
    start, end = part("Lotsin")[0], part("Möwenort")[1]
    row = replace(span("Lotsin"), parts=((start, end),))
    laid = all_laid(laid_out([row]))

    assert [bool(whole(block).boxes) for block in laid] == [True, False, True, False, False]
    assert sum(len(whole(block).names) for block in laid) == 1


def test_discontinuous_span_has_separate_boxes():
    row = replace(span("Möwenort"), parts=(part("Möwenort"), part("bestellt", 2)))
    boxes = whole(laid_out([row], view=1200).laid(2)).boxes[row.id]

    assert len(boxes) == 2
    assert boxes[0].right() < boxes[1].left()


def test_caret_positions_round_trip_through_geometry():
    layout = laid_out([span("Möwenort"), claim("spart das")], view=400)
    seen = 0
    for index, block in enumerate(layout.blocks):
        laid = layout.laid(index)
        for offset in range(block.start, block.end):
            box = layout.caret_box(offset)
            found = layout.offset_at(box.left() + 0.01, int(box.center().y()))
            line = laid.lines[laid.line_of(offset)]
            if found != offset:  # within a grapheme, or the white space at a wrap
                assert TEXT[offset] in "\u0301\u200d🚀" or offset >= line.seen
            else:
                seen += 1
    assert seen > len(TEXT) * 0.9


def test_right_to_left_text_is_aligned_right_with_matching_boxes():
    text = "اللغة العربية جميلة"
    layout = laid_out([span("العربية", text=text)], text, title="", view=700)
    laid = layout.laid(0)
    box = whole(laid).boxes["LOC-العربية-1"][0]

    assert laid.x_of(0) > layout.measures.width - 5
    assert layout.measures.width / 2 < box.left() < box.right() < layout.measures.width
    assert laid.offset_at(0, box.center().x()) in range(*part("العربية", text=text))


def test_emoji_and_combining_characters_keep_later_offsets():
    for words in ("fährt", "Cafe\u0301", "am Hafen"):
        row = span(words)
        laid = next(laid for laid in all_laid(laid_out([row], view=900)) if row.id in whole(laid).boxes)
        box = whole(laid).boxes[row.id][0]
        assert laid.offset_at(laid.line_at(int(box.center().y())), box.left()) == row.start
        assert laid.offset_at(laid.line_at(int(box.center().y())), box.right()) == row.end


def test_line_separator_breaks_the_line():
    layout = laid_out()
    laid = layout.laid(4)
    after = TEXT.index("\u2028") + 1

    assert laid.line_of(after) == laid.line_of(after - 2) + 1


def test_layout_above_keeps_visible_lines_in_place():
    text = "\n".join(f"{number} " + "Möwe Küste Hafen 😀 " * (number % 37 + 3) for number in range(400))
    layout = laid_out(text=text, title="")
    keep = 200
    layout.settle(layout.top(keep), 600, keep)
    before = layout.top(keep)
    moved = layout.settle(before - 500, 600, keep)

    assert layout.top(keep) - before == moved


def test_excluded_paragraphs_are_muted():
    layout = laid_out(excluded=(part("Im Cafe\u0301 am Hafen"),))

    assert [laid.excluded for laid in all_laid(layout)] == [False, False, False, False, True]
    assert layout.laid(4).broken.layout.formats()[0].format.foreground().color() == LOOK.muted


def test_huge_paragraph_is_laid_out_only_where_visible():
    text = "Möwenort zahlt nichts. " * 43_479
    layout = laid_out([span("Möwenort", text=text)], text, title="")
    layout.settle(layout.top(150), 800, 0)

    assert len(text) > 1_000_000
    assert len(layout._laid) < 5
    assert layout.blocks[-1].end == len(text)


def test_word_wider_than_column_is_broken():
    text = "x" * 3000
    laid = laid_out(text=text, title="").laid(0)

    assert len(laid.lines) > 10
    assert all(laid.last_of(line) < laid.lines[line].end for line in range(len(laid.lines) - 1))


def test_many_overlapping_spans_have_bounded_height():
    rows = [
        Span(id=f"{n}", document="d1", layer="entities", label="LOC", parts=((n % 7, 20 + n % 5),), annotator="a")
        for n in range(500)
    ]
    laid = laid_out(rows, "Möwenort und die Küstenstadt", title="").laid(0)

    assert laid.height < 250


def test_empty_article_has_one_block():
    layout = ArticleLayout(
        Document(id="e", title="", text="", sha256="", language="de"),
        RowIndex(),
        cut("", ""),
        laid_out().measures,
    )

    assert layout.offset_at(10, 10) == 0


@given(
    st.text(
        st.sampled_from("aä \n\t\u00a0\u0301\u200d😀👩🚀\u2028\u2029\u0627\u05d0\u202e\ufeff\ufffe.-"), max_size=300
    ),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_any_text_can_be_laid_out_and_walked(text, data):
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    end = data.draw(st.integers(start + 1, max(start + 1, len(text))))
    row = Span(id="any", document="d1", layer="entities", label="LOC", parts=((start, end),), annotator="anna")
    layout = laid_out([row], text, title="", view=260)
    layout.settle(0, 1_000_000, 0)
    for index, block in enumerate(layout.blocks):
        laid = layout.laid(index)
        assert laid.lines[0].start == block.start
        assert laid.lines[-1].end == block.end
        assert [line.end for line in laid.lines[:-1]] == [line.start for line in laid.lines[1:]]
        for offset in range(block.start, block.end + 1):
            box = layout.caret_box(offset)
            assert block.start <= layout.offset_at(box.left(), int(box.center().y())) <= block.end
            for step in (-1, 1):
                assert 0 <= layout.line_step(offset, box.left(), step) <= len(text)
                assert block.start <= layout.line_edge(offset, step) <= block.end


def test_caret_in_empty_line_has_text_height():
    text = "Erste Zeile.\n\nZweite Zeile.\n"
    layout = laid_out((), text, title="")
    usual = layout.caret_box(0).height()
    for offset in (13, len(text)):
        box = layout.caret_box(offset)
        assert box.height() == usual
        assert layout.block_at(layout.offset_at(box.left(), int(box.center().y()))) == layout.block_at(offset)
    between = layout.caret_box(13)
    assert layout.caret_box(0).bottom() < between.top()
    assert between.bottom() < layout.caret_box(14).top()


def test_deep_overlap_limits_tints():
    text = "Die Universität Möwenort am Hafen der Küstenstadt zahlt"
    rows = [span(" ".join(text.split()[1:end]), text=text) for end in range(7, 1, -1)]
    picture = whole(laid_out(rows, text, view=1200).laid(0))

    assert len({band.row_id for band in picture.lanes}) == 6
    assert len({band.row_id for band in picture.tints}) == 3


MIXED = "Die Stadt القاهرة und ihr Rat in ירושלים zahlen HD Hyundai."
LEFTWARDS = "قال الوزير إن شركة HD Hyundai ستبني سفينة"


def across(laid, start, end):
    """Return where a range is, from left to right, in whole pixels."""
    return [(round(box.left()), round(box.right())) for box in laid.boxes(start, end)]


@pytest.mark.parametrize("text", [MIXED, LEFTWARDS])
def test_character_boxes_of_mixed_line_do_not_overlap(text):
    laid = laid_out((), text, title="", view=900).laid(0)
    each = [across(laid, offset, offset + 1) for offset in range(len(text))]
    boxes = sorted(box for found in each for box in found)
    assert boxes[0][0] == across(laid, 0, len(text))[0][0]
    assert all(left - 2 <= before[1] <= left + 2 for before, (left, _) in pairwise(boxes))


def test_range_over_direction_change_has_two_boxes():
    start, end = MIXED.index("Stadt"), MIXED.index("القاهرة") + 3
    laid = laid_out((), MIXED, title="", view=900).laid(0)
    boxes = across(laid, start, end)
    assert len(boxes) == 2
    rest = across(laid, end, MIXED.index("القاهرة") + len("القاهرة"))
    assert boxes[0][1] <= rest[0][0] + 1
    assert rest[0][1] <= boxes[1][0] + 1


def test_part_of_right_to_left_name_has_correct_box():
    laid = laid_out((), LEFTWARDS, title="", view=900).laid(0)
    start = LEFTWARDS.index("HD")
    (whole,), (first,) = across(laid, start, start + 10), across(laid, start, start + 2)
    assert whole[0] == first[0]
    assert first[1] < (whole[0] + whole[1]) / 2


def test_span_over_direction_change_has_one_name():
    row = replace(span("Stadt", text=MIXED), parts=((MIXED.index("Stadt"), MIXED.index("القاهرة") + 3),))
    laid = laid_out([row], MIXED, title="", view=900).laid(0)
    assert len(whole(laid).boxes[row.id]) == 2
    assert [name.text for name in whole(laid).names] == ["LOC"]
    assert len(whole(laid).lanes) == 2


def test_click_in_mixed_line_finds_the_character():
    laid = laid_out((), MIXED, title="", view=900).laid(0)
    for offset in range(len(MIXED) - 1):
        for left, right in across(laid, offset, offset + 1):
            if right - left > 3:
                assert laid.offset_at(0, (left + right) / 2) in {offset, offset + 1}, MIXED[offset]


def test_leading_and_width_keep_names_and_lanes_apart():
    rows = [span("Möwenort"), claim("Laut Rat spart das")]
    usual = laid_out(rows).laid(2)
    higher = laid_out(rows, look=replace(LOOK, leading=1.45, column=500)).laid(2)
    heights = {line.bottom - line.top for line in higher.lines}
    assert heights == {60}
    assert higher.lines[0].end < usual.lines[0].end
    assert all(name.rect.top() >= line.top for name in whole(higher).names for line in higher.lines[:1])


def test_innermost_label_has_the_pattern():
    rows = [
        span("Küstenrat", "ORG", nth=2),
        span("Möwenort"),
        span("Küstenrat in Möwenort", "MISC"),
        span("Änne", "PER"),
    ]
    assert whole(laid_out(rows).laid(2)).patterns == []
    picture = whole(laid_out(rows, look=replace(LOOK, patterns=True)).laid(2))
    found = {band.row_id: band for band in picture.patterns}
    assert len({band.pattern for band in found.values()}) == len(found) == 4
    between = found[rows[2].id].rect
    assert between.left() == pytest.approx(found[rows[0].id].rect.right())
    assert between.right() == pytest.approx(found[rows[1].id].rect.left())


def test_layout_cache_drops_least_recent_blocks():
    layout = laid_out(text="\n".join(f"Absatz {number} liegt am Hafen." for number in range(KEPT + 10)))
    first, second = layout.laid(0), layout.laid(1)
    for index in range(2, KEPT):
        layout.laid(index)
        assert layout.laid(0) is first
    layout.laid(KEPT)
    assert layout.laid(0) is first
    assert layout.laid(1) is not second


def test_relaid_block_is_counted_once():
    layout = laid_out(text="\n".join(f"Absatz {number} liegt am Hafen." for number in range(KEPT)))
    kept = [layout.laid(index) for index in range(KEPT)]
    for _ in range(3):
        layout.drop([0])
        layout.laid(0)
    assert all(layout.laid(index) is kept[index] for index in range(1, KEPT))

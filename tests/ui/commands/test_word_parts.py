"""Parts of words, spans of several parts and the selection unit, over spaCy's tokens, read with SQLite."""

import json
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from annotator.corpus.article import Article
from annotator.jobs.exporting.export_files import Request, preflight
from annotator.model.values import Suggestion
from annotator.suggest.work import draw_tokens, prepare
from tests.ui.articles import whole
from tests.ui.opened import new_project
from ui.jobs.suggesting.source_finder import Work

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
TEXT = "Kürzlich 🎈 rief die EU-Kommission Seouler Ärzte nach Nord- und Südkorea. Die Metaverse-Stadt Weifang wächst."


@pytest.fixture
def window(make_window, tmp_path, qtbot):
    project = new_project(tmp_path / "Stadt")
    project.add_articles([Article(title="Kürzlich", text=TEXT, language="de")])
    project.close()
    made = make_window(project.path, work=Work(draw_tokens=draw_tokens, prepare=prepare, sources=()))
    qtbot.waitUntil(lambda: not made.session.opened.tokens.provisional, timeout=60_000)
    return made


def spans(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        rows = connection.execute("SELECT label, quote, attributes FROM span ORDER BY start").fetchall()
    return [(label, quote, json.loads(attributes)) for label, quote, attributes in rows]


def count_edits(window):
    with closing(sqlite3.connect(window.session.project.path)) as connection:
        return connection.execute("SELECT count(*) FROM edit WHERE kind IN ('add', 'move', 'change')").fetchone()[0]


def select(window, words, *, exact=True):
    at = TEXT.index(words)
    window.view.select(at, at + len(words), exact=exact)
    return at


def press(qtbot, window, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(window.view, key, modifier)


def type_sign(qtbot, window, sign):
    qtbot.keyClicks(window.view, sign)


def at_words(window, words):
    """Return the point to click inside words."""
    view, at = window.view, TEXT.index(words)
    box = view.page.layout.caret_box(at + len(words) // 2)
    return box.translated(view.page.layout.measures.left + 2, 8 - view.scrolling.top).toRect().topLeft()


def test_name_inside_word_becomes_part_in_same_step(window, qtbot):
    select(window, "EU")
    press(qtbot, window, Key.Key_2)
    assert spans(window) == [("ORG", "EU", {"part_of_word": "part"})]
    assert count_edits(window) == 1
    assert window.messages.words.startswith("“EU” is part of “EU-Kommission”. Token-based formats")
    qtbot.waitUntil(lambda: "omit it" in window.panels.inspector._inside.text())
    press(qtbot, window, Key.Key_Z, modifier=CONTROL)
    assert spans(window) == []


def test_span_shows_that_it_is_part(window, qtbot):
    select(window, "EU")
    press(qtbot, window, Key.Key_2)
    row = window.session.opened.spans[0]
    assert window.view._caption(row).full == "Organisation · part"
    page = window.view.page
    lanes = whole(page.layout.laid(page.layout.block_at(row.start))).lanes
    assert sum(band.row_id == row.id for band in lanes) == 3, "the lane, its ends turned up"


def test_suggestion_shows_that_it_is_part(window):
    at = TEXT.index("EU-Kommission")
    row = Suggestion(
        id="s",
        document=window.session.opened.document.id,
        layer="entities",
        label="ORG",
        parts=((at, at + 2),),
        attributes={"part_of_word": "part"},
        score=0.97,
        source="seen",
        version="2",
    )
    assert window.view._caption(row).full == "Organisation · part 0.97"


def test_whole_word_is_not_a_part(window, qtbot):
    select(window, "EU-Kommission")
    press(qtbot, window, Key.Key_2)
    assert spans(window) == [("ORG", "EU-Kommission", {})]
    assert window.messages.words == ""
    qtbot.waitUntil(window.panels.inspector._inside.isHidden)


def test_export_treats_part_as_reported(window, qtbot):
    select(window, "EU")
    press(qtbot, window, Key.Key_2)
    (loss,) = preflight(window.session.project.path, Request(format="docbin")).losses
    assert (loss.reason, loss.quote, loss.remedy) == ("token_edges", "EU", "expand")


def test_moving_edge_switches_between_whole_and_part(window, qtbot):
    select(window, "EU")
    press(qtbot, window, Key.Key_2)
    press(qtbot, window, Key.Key_Right, modifier=ALT)
    assert spans(window) == [("ORG", "EU-Kommission", {})]
    press(qtbot, window, Key.Key_Z, modifier=CONTROL)
    assert spans(window) == [("ORG", "EU", {"part_of_word": "part"})]


def test_key_cycles_part_derived_whole(window, qtbot):
    select(window, "Seouler")
    press(qtbot, window, Key.Key_4)
    said = []
    for _ in range(3):
        press(qtbot, window, Key.Key_T)
        said.append(spans(window)[0][2].get("part_of_word"))
    assert said == ["part", "deriv", None]


def test_key_selects_parts_of_compound(window, qtbot):
    at = TEXT.index("EU-Kommission")
    window.view.select(at + 1, at + 1)
    taken = []
    for _ in range(3):
        press(qtbot, window, Key.Key_L, modifier=CONTROL_SHIFT)
        start, end = window.view.selection()
        taken.append(TEXT[start:end])
    assert taken == ["EU", "Kommission", "EU"]


def test_control_double_click_selects_part(window, qtbot):
    place = at_words(window, "Metaverse")
    for modifier, expected in ((CONTROL, "Metaverse"), (Qt.KeyboardModifier.NoModifier, "Metaverse-Stadt")):
        qtbot.mouseDClick(window.view.viewport(), Qt.MouseButton.LeftButton, modifier, place)
        qtbot.mouseRelease(window.view.viewport(), Qt.MouseButton.LeftButton, modifier, place)
        start, end = window.view.selection()
        assert TEXT[start:end] == expected


def test_selection_unit_is_word_sentence_or_character(window, qtbot):
    taken = []
    at = TEXT.index("Weifang")
    for _ in range(3):
        window.view.select(at + 1, at + 3)
        start, end = window.view.selection()
        QApplication.sendPostedEvents()  # the line follows once the article is painted
        words = "; ".join(hint.words for hint in window.key_line.hints.hints)
        taken.append((TEXT[start:end], "selecting" in words, window.actions_by_id["snapping.token"].isChecked()))
        press(qtbot, window, Key.Key_F4)
    assert taken == [
        ("Weifang", False, True),
        ("Die Metaverse-Stadt Weifang wächst.", True, False),
        ("ei", True, False),
    ]
    window.actions_by_id["snapping.character"].trigger()
    assert window.view.selection() == (at + 1, at + 3), "what is selected follows at once"


def test_adds_words_to_last_active_label_and_removes_them(window, qtbot):
    select(window, "Nord-")
    press(qtbot, window, Key.Key_3)
    at = TEXT.index("Südkorea")
    window.view.select(at, at)
    press(qtbot, window, Key.Key_Right, modifier=Qt.KeyboardModifier.ShiftModifier | CONTROL)
    qtbot.waitUntil(lambda: "add to “Nord-”" in [hint.words for hint in window.key_line.hints.hints])
    select(window, "korea")
    type_sign(qtbot, window, "+")
    assert spans(window) == [("LOC", "Nord- korea", {"part_of_word": "part"})]
    window.view.select(at + 4, at + 4)
    qtbot.waitUntil(lambda: "remove this part" in [hint.words for hint in window.key_line.hints.hints])
    type_sign(qtbot, window, "-")
    assert spans(window) == [("LOC", "Nord-", {})]
    type_sign(qtbot, window, "-")
    assert "Place the caret in the part" in window.messages.words
    window.view.select(at - 10, at - 10)
    type_sign(qtbot, window, "-")
    assert spans(window) == [("LOC", "Nord-", {})]
    assert "Delete removes the label" in window.messages.words
    press(qtbot, window, Key.Key_Z, modifier=CONTROL)
    assert spans(window)[0][1] == "Nord- korea"


def test_removing_middle_leaves_two_parts(window, qtbot):
    select(window, "Metaverse-Stadt Weifang wächst")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClick(window.panels.claim_card, Key.Key_Escape)
    (made,) = window.session.opened.spans
    select(window, "Weifang")
    window.aim.activate(made.id)
    type_sign(qtbot, window, "-")
    (row,) = window.session.opened.spans
    assert row.quote(TEXT) == "Metaverse-Stadt wächst"
    page = window.view.page
    picture = whole(page.layout.laid(page.layout.block_at(row.start)))
    lanes = sorted((band.rect for band in picture.lanes if band.row_id == row.id), key=lambda rect: rect.left())
    assert [rect.height() > 1 for rect in lanes] == [True, False, True], "a hairline between the two"
    assert lanes[0].right() == pytest.approx(lanes[1].left(), abs=1)
    assert lanes[1].right() == pytest.approx(lanes[2].left(), abs=1)
    assert len(window.view.span_rects(row.id)) == 2
    gap = TEXT.index("Weifang") + 2
    assert row not in page.rows.at(gap), "the caret in the gap is not in the span"


def test_moving_an_edge_keeps_the_other_parts(window, qtbot):
    select(window, "Nord-")
    press(qtbot, window, Key.Key_3)
    select(window, "Südkorea")
    type_sign(qtbot, window, "+")
    press(qtbot, window, Key.Key_Left, modifier=ALT | Qt.KeyboardModifier.ShiftModifier)
    assert spans(window)[0][1] == "nach Nord- Südkorea"


def test_export_reports_label_of_several_parts(window, qtbot):
    select(window, "Nord-")
    press(qtbot, window, Key.Key_3)
    select(window, "Südkorea")
    type_sign(qtbot, window, "+")
    path = window.session.project.path
    assert [loss.reason for loss in preflight(path, Request(format="docbin")).losses] == ["discontinuous"]
    assert preflight(path, Request(format="jsonl")).losses == ()


def test_parts_need_words_or_label(window, qtbot):
    type_sign(qtbot, window, "+")
    assert window.messages.words.startswith("Select words to add")
    type_sign(qtbot, window, "-")
    assert window.messages.words == "No label is active."
    press(qtbot, window, Key.Key_T)
    assert window.messages.words == "Go to a name first."


def drag(qtbot, window, words, modifier=NO_MODIFIER):
    """Drag with the mouse from the first to behind the last character of words."""
    view, port, left = window.view, window.view.viewport(), Qt.MouseButton.LeftButton
    at = view.page.document.text.index(words)
    begin, end = (
        view.page.layout.caret_box(offset)
        .translated(view.page.layout.measures.left, 8 - view.scrolling.top)
        .toRect()
        .topLeft()
        for offset in (at, at + len(words))
    )
    qtbot.mousePress(port, left, modifier, begin)
    place = QPointF(end)
    move = QMouseEvent(QEvent.Type.MouseMove, place, port.mapToGlobal(place), Qt.MouseButton.NoButton, left, modifier)
    QApplication.sendEvent(port, move)
    qtbot.mouseRelease(port, left, modifier, end)


def test_part_that_was_dragged_over_is_labelled_as_part(window, qtbot):
    drag(qtbot, window, "Metaverse-")
    press(qtbot, window, Key.Key_2)
    assert spans(window) == [("ORG", "Metaverse", {"part_of_word": "part"})]


@pytest.mark.parametrize("modifier", [ALT, CONTROL])
def test_letters_are_dragged_over_with_a_key(window, qtbot, modifier):
    drag(qtbot, window, "Süd", modifier)
    press(qtbot, window, Key.Key_3)
    assert spans(window) == [("LOC", "Süd", {"part_of_word": "part"})]


def test_dragging_over_first_english_part_leaves_the_hyphen(make_window, tmp_path, qtbot):
    project = new_project(tmp_path / "City")
    text = "A Braxochem-backed plan for the harbour was presented on Monday by the council of the city."
    project.add_articles([Article(title="Plan", text=text, language="en")])
    project.close()
    window = make_window(project.path, work=Work(draw_tokens=draw_tokens, prepare=prepare, sources=()))
    qtbot.waitUntil(lambda: not window.session.opened.tokens.provisional, timeout=20_000)
    drag(qtbot, window, "Braxochem-")
    press(qtbot, window, Key.Key_2)
    assert [quote for _, quote, _ in spans(window)] == ["Braxochem"]

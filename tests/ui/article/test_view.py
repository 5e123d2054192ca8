from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.editing.edits import Change
from annotator.model.sentence_states import SentenceState
from annotator.model.values import SentenceMark, SuggestionState
from annotator.text.tokens import provisional
from tests.ui.articles import CLEAN, TEXT, claim, document, part, span, suggestion, tokens_of
from ui.article.canvas import LARGEST, clear_selection
from ui.article.caret import Snapping
from ui.article.layout.row_index import EVERYTHING, ShownRows
from ui.article.view import ArticleView

MOEWENORT = span("Möwenort")
RAT = suggestion("Küstenrat", "ORG", nth=2)
PETERSEN = suggestion("Änne Petersen", "PER", nth=2)
LONG = "\n".join(f"{number} Möwenort zahlt 😀 für den Hafen. " * 12 for number in range(300))


def shot(view):
    return view.grab().toImage()


def long_view(view, rows=()):
    view.show_document(document(LONG, id="long", title=""), rows, [], tokens_of(LONG))
    return view


@pytest.fixture
def view(qtbot):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.show_document(document(), [MOEWENORT], [RAT, PETERSEN], tokens_of(TEXT), byline="Küstenbote")
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    return view


def press(qtbot, view, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        qtbot.keyClick(view, key, modifier)


def selected(view):
    return TEXT[slice(*view.selection())]


def visible(view, row_id):
    return all(view.viewport().rect().intersects(rect) for rect in view.span_rects(row_id))


def test_document_id(view):
    assert view.objectName() == "articleView"
    assert view.accessibleName()
    assert view.document_id() == "d1"
    view.clear()
    assert view.document_id() is None
    assert view.offset_at(QPoint(100, 100)) is None
    assert view.selection() == (0, 0)


def test_span_rects_match_offset_at(view):
    for row in (MOEWENORT, RAT, PETERSEN):
        rects = view.span_rects(row.id)
        first, last = rects[0], rects[-1]
        assert view.offset_at(QPoint(first.left(), first.center().y())) == row.start
        assert view.offset_at(QPoint(last.right(), last.center().y())) == row.end
    assert view.span_rects("nobody") == []


def test_caret_moves_by_graphemes(qtbot, view):
    start = TEXT.index("👩")
    view.select(start, start)
    press(qtbot, view, Qt.Key.Key_Right)
    assert TEXT[start : view.caret()] == "👩\u200d🚀"
    press(qtbot, view, Qt.Key.Key_Left)
    assert view.caret() == start


def test_key_selection_snaps_to_token(qtbot, view):
    view.select(part("Möwenort")[0], part("Möwenort")[0])
    with qtbot.waitSignal(view.selection_changed) as told:
        press(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == list(part("Möwenort"))
    assert selected(view) == "Möwenort"


def test_caret_moves_by_tokens(qtbot, view):
    press(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, times=2)
    assert view.caret() == TEXT.index("😀")
    press(
        qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, times=2
    )
    assert selected(view) == "😀 Lotsin"
    press(qtbot, view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == TEXT.index("Lotsin")


def test_up_and_down_keep_column(qtbot, view):
    start = part("Petersen")[0]
    view.select(start, start)
    press(qtbot, view, Qt.Key.Key_Up)
    assert view.caret() < TEXT.index("\n")
    press(qtbot, view, Qt.Key.Key_Down)
    assert view.caret() == start


def test_home_and_end_stay_on_line(qtbot, view):
    start = part("Petersen")[0]
    view.select(start, start)
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.caret() == TEXT.index("Der Küstenrat")
    press(qtbot, view, Qt.Key.Key_End)
    end = view.caret()
    assert end > start
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.caret() == TEXT.index("Der Küstenrat")
    press(qtbot, view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == len(TEXT)
    press(qtbot, view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert view.drawn.selected == (0, len(TEXT))


def test_page_keys_scroll_with_caret(qtbot, view):
    long_view(view)
    press(qtbot, view, Qt.Key.Key_PageDown, times=3)
    assert view.caret() > 2000
    assert view.verticalScrollBar().value() > 500
    press(qtbot, view, Qt.Key.Key_PageUp, times=9)
    assert view.caret() < 200


def test_select_and_extend_by_sentence(qtbot, view):
    start = part("Möwenort")[0]
    view.select(start, start)
    view.keys.select_sentence()
    assert selected(view) == "Der Küstenrat in Möwenort hat Änne Petersen bestellt."
    press(qtbot, view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert selected(view).endswith("im Jahr.")
    clear_selection(view)
    assert view.selection() == (view.caret(), view.caret())


def test_up_and_down_pass_over_blank_lines(qtbot, view):
    text = "Ein Satz.\n\n \n\nEin Satz.\n\n"
    view.show_document(document(text, title=""), [], [], tokens_of(text))
    view.select(4, 4)
    press(qtbot, view, Qt.Key.Key_Down)
    assert view.caret() == text.rindex("Ein") + 4
    press(qtbot, view, Qt.Key.Key_Up)
    press(qtbot, view, Qt.Key.Key_Down, times=2)
    assert view.caret() > text.rindex("Ein Satz.") + len("Ein Satz.")


def test_sentence_after_blank_line_is_selected(view):
    blank = TEXT.index("\n\n") + 1
    view.select(blank, blank)
    view.keys.select_sentence()
    assert selected(view) == "Der Küstenrat in Möwenort hat Änne Petersen bestellt."


def test_other_keys_are_ignored(qtbot, view):
    taken = []
    for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Space):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        event.accept()
        QGuiApplication.sendEvent(view, event)
        taken.append(event.isAccepted())
    assert not any(taken)


def test_copy_is_exact(qtbot, view):
    start, end = part("4,2\u00a0Millionen Euro im Jahr. 👩\u200d🚀")
    view.select(start, end, exact=True)
    press(qtbot, view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == TEXT[start:end]
    start, end = part("Cafe\u0301 am Hafen\u2028wurde")
    view.select(start, end)
    view.keys.copy()
    assert QGuiApplication.clipboard().text() == TEXT[start:end]
    view.keys.select_all()
    view.keys.copy()
    assert QGuiApplication.clipboard().text() == TEXT
    view.show_document(document("x \ufeffMöwe", id="bom"), [], [], tokens_of(""))
    view.select(2, 6, exact=True)
    view.keys.copy()
    assert QGuiApplication.clipboard().text() == "\ufeffMöw"


def test_character_snapping_selects_part_of_word(view):
    view.set_snapping(Snapping.CHARACTER)
    view.select(*part("Hafen", 2))
    assert selected(view) == "Hafen"
    view.set_snapping(Snapping.TOKEN)
    view.select(*part("Hafen", 2))
    assert selected(view) == "Hafen-Stadt"


def test_snapping_uses_new_tokens(view):
    view.show_document(document(), [], [], provisional(TEXT))
    view.select(*part("afen-St"))
    assert selected(view) == "Hafen-Stadt"
    view.show_tokens(tokens_of(TEXT.replace("-", " ")))
    assert selected(view) == "Hafen-Stadt"
    view.select(*part("afen", 2))
    assert selected(view) == "Hafen"


def test_next_suggestion_by_place(qtbot, view):
    with qtbot.waitSignal(view.activated) as told:
        assert view.row_steps.next_suggestion() == RAT.id
    assert told.args == [RAT.id]
    assert view.caret() == RAT.start
    assert view.row_steps.next_suggestion() == PETERSEN.id
    assert view.row_steps.next_suggestion() is None
    assert view.active() == PETERSEN.id
    assert view.row_steps.previous_suggestion() == RAT.id
    assert view.row_steps.next_span() == MOEWENORT.id
    assert view.row_steps.previous_span() is None


def test_cycle_active_through_overlapping_rows(view):
    whole = claim("Küstenrat in Möwenort hat")
    view.update_rows([MOEWENORT, whole], [RAT, PETERSEN])
    view.select(MOEWENORT.start + 1, MOEWENORT.start + 1)
    assert view.row_steps.cycle_active() == MOEWENORT.id
    seen = [view.row_steps.cycle_active() for _ in range(3)]
    assert seen == [whole.id, MOEWENORT.id, whole.id]


def test_moving_caret_activates_row(qtbot, view):
    view.select(MOEWENORT.start - 1, MOEWENORT.start - 1)
    press(qtbot, view, Qt.Key.Key_Right)
    assert view.active() == MOEWENORT.id
    press(qtbot, view, Qt.Key.Key_Home)
    assert view.active() is None


def test_unknown_row_cannot_be_active(view):
    view.set_active("nobody")
    assert view.active() is None


def test_accepted_suggestion_is_shown_as_span(view):
    view.set_active(RAT.id)
    taken = replace(span("Küstenrat", "ORG", nth=2), id="taken")
    view.apply(
        [Change(before=RAT, after=replace(RAT, state=SuggestionState.ACCEPTED)), Change(before=None, after=taken)]
    )
    assert view.span_rects(RAT.id) == []
    assert len(view.span_rects("taken")) == 1
    assert view.active() is None
    view.apply(
        [Change(before=taken, after=None), Change(before=replace(RAT, state=SuggestionState.ACCEPTED), after=RAT)]
    )
    assert view.span_rects("taken") == []
    assert len(view.span_rects(RAT.id)) == 1


def test_rows_of_another_article_are_ignored(view):
    view.apply([Change(before=None, after=replace(MOEWENORT, id="elsewhere", document="d2"))])
    assert view.span_rects("elsewhere") == []


def test_only_touched_paragraphs_are_relaid(view):
    view.grab()
    before = {i: view.page.layout.laid(i) for i in range(len(view.page.words.blocks))}
    view.update_rows([MOEWENORT, span("Lotsin", "PER")], [RAT, PETERSEN])
    after = {i: view.page.layout.laid(i) for i in before}
    assert [i for i in before if before[i] is not after[i]] == [0]


def test_margin_shows_reading_progress(view):
    def states():
        return [state for _, state in view.page.progress.of(4)]

    found = [(start, end) for start, end in view.page.words._sentences_of(4)]
    view.update_rows([], [])
    marks = [SentenceMark(document="d1", annotator="anna", start=start, end=end) for start, end in found]
    for mark in marks:
        assert SentenceState.UNREAD in states()
        before = shot(view)
        view.apply([Change(before=None, after=mark)])
        assert shot(view) != before
    assert set(states()) == {SentenceState.EMPTY}
    view.apply([Change(before=marks[0], after=None)])
    assert states()[0] is SentenceState.UNREAD


def test_active_row_is_scrolled_to_if_hidden(view):
    far = span("Möwenort", nth=1200, id_="far", text=LONG)
    near = span("Möwenort", nth=2, id_="near", text=LONG)
    long_view(view, [far, near])
    view.set_active("near")
    assert view.verticalScrollBar().value() == 0
    view.set_active("far")
    assert visible(view, "far")
    place = view.verticalScrollBar().value()
    view.set_active(None)
    view.set_active("far")
    assert view.verticalScrollBar().value() == place


def test_row_changes_above_keep_position(view):
    far = span("Möwenort", nth=1200, id_="far", text=LONG)
    long_view(view, [far])
    view.set_active("far")
    before = view.span_rects("far")
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() - 40)
    bar.setValue(bar.value() + 40)
    assert view.span_rects("far") == before
    crowd = [
        span("Möwenort", label, nth=n, text=LONG) for n in range(1000, 1100) for label in ("ORG", "LOC", "PER", "MISC")
    ]
    view.update_rows([far, *crowd], [])
    assert view.span_rects("far") == before


def test_scrolling_up_over_unseen_paragraphs(view):
    far = span("Möwenort", nth=1800, id_="far", text=LONG)
    long_view(view, [far])
    view.set_active("far")
    bar = view.verticalScrollBar()
    for _ in range(6):
        before = view.span_rects("far")[0].top()
        bar.setValue(bar.value() - 50)
        assert view.span_rects("far")[0].top() - before == 50


def test_zoom_keeps_position_and_has_limits(qtbot, view):
    far = span("Möwenort", nth=1200, id_="far", text=LONG)
    long_view(view, [far])
    view.set_active("far")
    with qtbot.waitSignal(view.zoom_changed) as told:
        view.set_zoom(1.5)
    assert told.args == [1.5]
    assert visible(view, "far")
    view.set_zoom(99)
    assert view.display.zoom == LARGEST
    view.set_zoom(1)
    assert visible(view, "far")


def test_narrower_window_keeps_position(view):
    far = span("Möwenort", nth=1200, id_="far", text=LONG)
    long_view(view, [far])
    view.set_active("far")
    view.resize(420, 700)
    assert visible(view, "far")


def test_showing_same_article_keeps_caret_and_position(view):
    long_view(view)
    view.select(40_000, 40_000)
    view.verticalScrollBar().setValue(3000)
    long_view(view)
    assert view.caret() == 40_000
    assert view.verticalScrollBar().value() == 3000
    view.show_document(document(), [], [], tokens_of(TEXT))
    assert view.caret() == 0
    assert view.verticalScrollBar().value() == 0


def test_clean_reading_skips_suggestions(view):
    view.set_shown(CLEAN)
    assert view.row_steps.next_suggestion() is None
    view.set_shown(EVERYTHING)
    assert view.row_steps.next_suggestion() == RAT.id


def test_current_hit_is_scrolled_to(view):
    long_view(view)
    start = LONG.index("250 Möwenort")
    view.show_hits([(start, start + 3)], (start, start + 3))
    assert view.verticalScrollBar().value() > 1000


def test_huge_paragraph_can_be_walked(qtbot, view):
    text = "Möwenort zahlt 😀 nichts. " * 40_000
    view.show_document(document(text, id="huge", title=""), [], [], tokens_of(text[:1000]))
    press(qtbot, view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == len(text)
    assert 0 < view.page.layout.caret_box(len(text)).bottom() - view.scrolling.top < view.viewport().height()
    press(qtbot, view, Qt.Key.Key_Left, times=3)
    assert view.caret() == len(text) - 3


LEFTWARDS = "قال الوزير إن شركة HD Hyundai ستبني سفينة"


def test_arrow_keys_in_right_to_left_text(qtbot, view):
    view.show_document(document(LEFTWARDS, id="links", title=""), [], [], tokens_of(LEFTWARDS))
    press(qtbot, view, Qt.Key.Key_Left, times=3)
    assert view.caret() == 3
    press(qtbot, view, Qt.Key.Key_Right)
    assert view.caret() == 2
    press(qtbot, view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == LEFTWARDS.index("الوزير")
    press(qtbot, view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == (LEFTWARDS.index("الوزير"), LEFTWARDS.index("الوزير") + len("الوزير"))
    press(qtbot, view, Qt.Key.Key_End)
    assert view.caret() == len(LEFTWARDS)


def test_hidden_layer_is_skipped_and_deactivated(qtbot, view):
    view.set_active(MOEWENORT.id)
    with qtbot.waitSignal(view.activated) as said:
        view.set_shown(ShownRows(hidden=frozenset({"entities"})))
    assert said.args == [""]
    assert view.active() is None
    assert view.span_rects(MOEWENORT.id) == []
    assert view.row_steps.next_span() is None
    view.set_shown(EVERYTHING)
    assert view.span_rects(MOEWENORT.id)


def test_edits_of_hidden_layer_appear_when_shown(view):
    view.set_shown(ShownRows(hidden=frozenset({"entities"})))
    added = span("Lotsin", "PER")
    view.apply([Change(after=added)])
    assert view.span_rects(added.id) == []
    view.apply([Change(before=MOEWENORT)])
    view.set_shown(EVERYTHING)
    assert view.span_rects(added.id)
    assert view.span_rects(MOEWENORT.id) == []


def test_title_outside_the_text_is_shown_above_it(qtbot):
    long = "Brücke für Wiesenau kommt früher, teurer und ohne Radwege"
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(420, 500)
    view.show()
    qtbot.waitExposed(view)
    body = "Sie kommt im Mai.\n\nDas sagte die Stadt."
    view.show_document(document(body, title=body.split("\n")[0]), [], [], tokens_of(body))
    plain = view.page.layout.measures.header
    view.show_document(document(body, title="Brücke"), [], [], tokens_of(body))
    one = view.page.layout.measures.header
    view.show_document(document(body, title=long), [], [], tokens_of(body))
    several = view.page.layout.measures.header
    assert plain < one < several
    view.resize(1400, 500)
    qtbot.waitUntil(lambda: view.page.layout.measures.header < several)

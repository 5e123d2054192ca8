from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.articles import TEXT, claim, document, part, span, suggestion, tokens_of, whole
from ui.article.view import ArticleView

MOEWENORT = span("Möwenort")
RAT = suggestion("Küstenrat", "ORG", nth=2)
WHOLE = claim("Küstenrat in Möwenort hat")
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot):
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.show_document(document(), [MOEWENORT, WHOLE], [RAT], tokens_of(TEXT))
    view.show()
    qtbot.waitExposed(view)
    return view


def point(view, offset, nudge=1):
    box = view.page.layout.caret_box(offset)
    left = view.page.layout.measures.left
    return QPoint(round(box.left()) + left + nudge, round(box.center().y()) - view.scrolling.top)


def send(view, kind, where, modifiers=NONE):
    buttons = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    place = QPointF(where)
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, place, view.viewport().mapToGlobal(place), button, buttons, modifiers)
    QApplication.sendEvent(view.viewport(), event)


def drag(view, start, end, modifiers=NONE):
    send(view, QEvent.Type.MouseButtonPress, start, modifiers)
    send(view, QEvent.Type.MouseMove, (start + end) / 2, modifiers)
    send(view, QEvent.Type.MouseMove, end, modifiers)
    send(view, QEvent.Type.MouseButtonRelease, end, modifiers)


def click(view, where, modifiers=NONE):
    send(view, QEvent.Type.MouseButtonPress, where, modifiers)
    send(view, QEvent.Type.MouseButtonRelease, where, modifiers)


def double_click(view, where):
    click(view, where)
    send(view, QEvent.Type.MouseButtonDblClick, where)
    send(view, QEvent.Type.MouseButtonRelease, where)


def selected(view):
    return TEXT[slice(*view.selection())]


def test_drag_within_name_selects_whole_tokens(view):
    start, end = part("nne Peter")
    drag(view, point(view, start), point(view, end))
    assert selected(view) == "Änne Petersen"
    assert view.drawn.selected == part("Änne Petersen")  # what is seen is what is taken


def test_backward_drag_selects_the_same(view):
    start, end = part("nne Peter")
    drag(view, point(view, end), point(view, start))
    assert selected(view) == "Änne Petersen"
    assert view.caret() == part("Änne Petersen")[0]


@pytest.mark.parametrize(
    ("dragged", "taken"),
    [
        ("Hafen-", "Hafen"),
        ("afe", "Hafen"),
        ("tadt", "Stadt"),
        ("fen-Sta", "Hafen-Stadt"),
        ("Die Haf", "Die Hafen-Stadt"),
        ("Möwen", "Möwenort"),
    ],
)
def test_drag_takes_part_of_hyphenated_word(view, dragged, taken):
    start = TEXT.index("Die Hafen-Stadt") if dragged[0] not in "Mö" else 0
    start = TEXT.index(dragged, start)
    for way in (1, -1):
        drag(view, *(point(view, at) for at in (start, start + len(dragged))[::way]))
        assert selected(view) == taken
    assert TEXT[slice(*view.drawn.selected)] == taken


def test_alt_drag_selects_within_word(view):
    start, end = part("Hafen", 2)
    drag(view, point(view, start), point(view, end, nudge=0), ALT)
    assert selected(view) == "Hafen"


def test_drag_over_several_lines(view):
    drag(view, point(view, part("Lotsin")[0]), point(view, part("Möwenort")[1] - 1))
    assert selected(view) == "Lotsin\n\nDer Küstenrat in Möwenort"


def test_drag_over_emoji_selects_whole_grapheme(view):
    start, end = part("👩\u200d🚀")
    drag(view, point(view, start), point(view, end, nudge=0))
    assert selected(view) == "👩\u200d🚀"


def test_double_and_triple_click(view):
    where = point(view, part("Stadt")[0] + 2)
    double_click(view, where)
    assert selected(view) == "Hafen-Stadt"
    click(view, where)
    assert selected(view) == "Die Hafen-Stadt Möwenort zahlt, sagt Änne Petersen; das koste nichts."


def test_double_click_drag_selects_by_tokens(view):
    where = point(view, part("Änne")[0] + 1)
    click(view, where)
    send(view, QEvent.Type.MouseButtonDblClick, where)
    send(view, QEvent.Type.MouseMove, point(view, part("bestellt", 2)[0] + 3))
    send(view, QEvent.Type.MouseButtonRelease, where)
    assert selected(view) == "Änne Petersen bestellt"


def test_shift_click_extends_selection(view):
    click(view, point(view, part("Möwenort")[0]))
    click(view, point(view, part("Petersen")[0] + 3), Qt.KeyboardModifier.ShiftModifier)
    assert selected(view) == "Möwenort hat Änne Petersen"


def test_clicks_cycle_through_overlapping_rows(qtbot, view):
    where = point(view, MOEWENORT.start + 3)
    with qtbot.waitSignal(view.activated) as told:
        click(view, where)
    assert told.args == [MOEWENORT.id]
    click(view, where)
    assert view.active() == WHOLE.id
    click(view, where)
    assert view.active() == MOEWENORT.id
    with qtbot.waitSignal(view.activated) as told:
        click(view, point(view, part("zahlt")[0]))
    assert told.args == [""]
    assert view.active() is None


def test_click_on_name_activates_row(view):
    name = next(name for name in whole(view.page.layout.laid(2)).names if name.row_id == MOEWENORT.id)
    layout = view.page.layout
    click(view, (name.rect.center() + QPointF(layout.measures.left, layout.top(2))).toPoint())
    assert view.active() == MOEWENORT.id


def test_dragging_an_edge_moves_the_boundary(qtbot, view):
    view.set_active(MOEWENORT.id)
    rect = view.span_rects(MOEWENORT.id)[0]
    edge = QPoint(rect.right() + 1, rect.center().y())
    with qtbot.waitSignal(view.boundary_dragged) as told:
        drag(view, edge, point(view, part("Petersen")[0] + 2))
    assert told.args == [MOEWENORT.id, (part("Möwenort hat Änne Petersen"),)]
    assert view.overlay.moved is None
    with qtbot.waitSignal(view.boundary_dragged) as told:
        drag(view, QPoint(rect.left(), rect.center().y()), point(view, part("in Möwenort")[0] + 1))
    assert told.args == [MOEWENORT.id, (part("in Möwenort"),)]


def test_edge_dragged_back_changes_nothing(qtbot, view):
    view.set_active(MOEWENORT.id)
    rect = view.span_rects(MOEWENORT.id)[0]
    edge = QPoint(rect.right() + 1, rect.center().y())
    with qtbot.assertNotEmitted(view.boundary_dragged):
        drag(view, edge, edge - QPoint(20, 0))


def test_edge_of_part_stops_at_next_part(qtbot, view):
    row = replace(MOEWENORT, id="apart", parts=(part("Möwenort"), part("bestellt", 2)))
    view.update_rows([row], [])
    view.set_active("apart")
    rect = view.span_rects("apart")[-1]
    with qtbot.assertNotEmitted(view.boundary_dragged):
        drag(view, QPoint(rect.right() + 1, rect.center().y()), point(view, part("Küstenrat", 2)[0]))


def test_pointer_shape_over_edge(view):
    view.set_active(MOEWENORT.id)
    rect = view.span_rects(MOEWENORT.id)[0]
    for place, shape in ((rect.right(), Qt.CursorShape.SplitHCursor), (rect.center().x(), Qt.CursorShape.IBeamCursor)):
        where = QPointF(place, rect.center().y())
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            where,
            view.viewport().mapToGlobal(where),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            NONE,
        )
        QApplication.sendEvent(view.viewport(), event)
        assert view.viewport().cursor().shape() == shape


def test_context_menu_at_mouse_or_caret(qtbot, view):
    where = point(view, RAT.start + 2)
    with qtbot.waitSignal(view.context_requested) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, view.viewport().mapToGlobal(where))
        QApplication.sendEvent(view.viewport(), event)
    assert told.args[1:] == [RAT.start + 2, [RAT.id, WHOLE.id]]
    view.select(MOEWENORT.start + 2, MOEWENORT.start + 2)
    with qtbot.waitSignal(view.context_requested) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
        QApplication.sendEvent(view.viewport(), event)
    assert told.args[1:] == [MOEWENORT.start + 2, [MOEWENORT.id, WHOLE.id]]


def test_control_wheel_zooms(qtbot, view):
    for turn, grows in ((120, True), (-120, False)):
        before = view.display.zoom
        event = QWheelEvent(
            QPointF(100, 100),
            QPointF(100, 100),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view.viewport(), event)
        assert (view.display.zoom > before) is grows


def test_drag_beyond_edge_scrolls(qtbot, view):
    text = "Möwenort zahlt für den Hafen.\n" * 200
    view.show_document(document(text, id="long", title=""), [], [], tokens_of(text))
    send(view, QEvent.Type.MouseButtonPress, QPoint(200, 300))
    send(view, QEvent.Type.MouseMove, QPoint(200, view.viewport().height() + 60))
    assert view._mouse._clock.isActive()
    send(view, QEvent.Type.MouseMove, QPoint(200, 300))
    assert not view._mouse._clock.isActive()
    send(view, QEvent.Type.MouseMove, QPoint(200, view.viewport().height() + 60))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 50)
    send(view, QEvent.Type.MouseButtonRelease, QPoint(200, 600))
    assert not view._mouse._clock.isActive()
    assert view.selection()[1] > view.selection()[0]


def test_mouse_without_article(view):
    view.clear()
    click(view, QPoint(100, 100))
    double_click(view, QPoint(100, 100))
    assert view.caret() == 0
    assert QGuiApplication.clipboard() is not None


def test_drag_and_edges_in_right_to_left_text(view):
    text = "قال الوزير أحمد حسن إن شركة ستبني سفينة"
    name = span("أحمد", "PER", text=text)
    view.show_document(document(text, id="d1", title=""), [name], [], tokens_of(text))
    start, end = text.index("شركة"), text.index("ستبني") + len("ستبني")
    drag(view, point(view, start, -1), point(view, end, 1))
    assert view.selection() == (start, end)
    view.set_active(name.id)
    moved = []
    view.boundary_dragged.connect(lambda row_id, parts: moved.append((row_id, parts)))
    stop = text.index("حسن") + len("حسن")
    drag(view, point(view, name.end, 0), point(view, stop, 1))
    assert moved == [(name.id, ((name.start, stop),))]


def test_title_above_text_is_pressed_without_selecting(view, qtbot):
    view.show_document(replace(document(), title="Ein Titel, den der Text nicht hat"), [], [], tokens_of(TEXT))
    measures = view.page.layout.measures
    title = QPoint(measures.left + 20, measures.byline + 10)
    view.select(3, 5, exact=True)
    with qtbot.waitSignal(view.heading_pressed):
        drag(view, title, point(view, 20))
    assert view.selection() == (3, 5)
    send(view, QEvent.Type.MouseButtonPress, point(view, 8))
    assert view.caret() == 8, "the text takes clicks again"

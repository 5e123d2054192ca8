from PySide6.QtWidgets import QWidget

from ui.base.screen import FRAME, resize_within_screen


def test_a_window_is_as_large_as_asked_where_there_is_room_and_never_larger_than_the_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    resize_within_screen(window, 300, 200)
    assert window.size().toTuple() == (300, 200)
    resize_within_screen(window, 100_000, 200)
    assert window.size().toTuple() == (window.screen().availableSize().width() - FRAME.width(), 200)


def test_a_window_that_grows_near_the_edge_of_the_screen_moves_so_that_all_of_it_is_seen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    window.move(room.right() - 210, room.bottom() - 160)
    window.resize(200, 150)
    window.show()
    resize_within_screen(window, 300, 200)
    qtbot.waitUntil(lambda: room.contains(window.frameGeometry()))
    assert window.size().toTuple() == (300, 200)

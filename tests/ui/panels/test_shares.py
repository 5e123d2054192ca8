import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.panels.right_column import Shares

FEW_ROWS = 164


@pytest.fixture
def shares(qtbot):
    made = Shares(QStackedWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.empty(False)
    made.show()
    return made


def test_taller_window_extends_list(shares):
    top = shares.sizes()[0]
    shares.resize(300, 800)
    assert shares.sizes()[0] == top


def test_heights_are_kept_per_kind_of_card(shares):
    small = shares.sizes()[0]
    shares.need_large(430)
    shares.turn(large=True)
    assert shares.sizes()[0] > small
    shares.moveSplitter(400, 1)
    shares.turn(large=False)
    assert shares.sizes()[0] == small
    shares.turn(large=True)
    assert shares.sizes()[0] == 400


def test_dragged_heights_survive_restart(shares, qtbot):
    shares.moveSplitter(250, 1)
    other = Shares(QStackedWidget(), QWidget())
    qtbot.addWidget(other)
    other.resize(300, 600)
    other.restore(shares.save())
    other.show()
    assert other.sizes()[0] == 250


@pytest.mark.parametrize("state", [b"", b"1", b"-3 x", b"99999999 1", b"\xff\x00 2"])
def test_invalid_saved_heights_are_ignored(shares, state):
    before = shares.sizes()
    shares.restore(QByteArray(state))
    assert shares.sizes() == before


def test_large_card_fits_fields_until_dragged(shares):
    shares.need_large(500)
    shares.turn(large=True)
    assert shares.sizes()[1] == FEW_ROWS
    shares.resize(300, 1000)
    assert shares.sizes()[0] == 500
    shares.moveSplitter(400, 1)
    shares.resize(300, 1200)
    assert shares.sizes()[0] == 400


def test_large_card_height_is_capped_by_visible_height(shares):
    shares.need_large(500)
    shares.have_room(620)
    small = shares.minimumSizeHint().height()
    shares.turn(large=True)
    assert shares.minimumSizeHint().height() == 620
    shares.have_room(900)
    assert shares.minimumSizeHint().height() == 500 + 14 + FEW_ROWS
    shares.turn(large=False)
    assert shares.minimumSizeHint().height() == small


def test_low_window_keeps_least_list_height(shares):
    shares.resize(300, 340)
    assert shares.sizes()[1] == FEW_ROWS
    shares.moveSplitter(152, 1)
    shares.resize(300, 350)
    assert shares.sizes()[0] == 152


def test_empty_list_gives_room_to_card(shares):
    small = shares.sizes()
    shares.empty(True)
    assert shares.sizes()[0] > small[0]
    shares.turn(large=True)
    assert shares.sizes()[1] == 56
    shares.empty(False)
    assert shares.sizes()[1] >= FEW_ROWS
    shares.turn(large=False)
    assert shares.sizes() == small


def test_small_card_keeps_height_above_many_labels(shares):
    shares.have_room(600, 200)
    squeezed = shares.minimumSizeHint().height()
    shares.have_room(600, 1200)
    assert shares.minimumSizeHint().height() > squeezed
    assert shares.minimumSizeHint().height() <= 600

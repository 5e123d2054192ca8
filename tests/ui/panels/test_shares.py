import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.panels.shares import Shares

FEW_ROWS = 164


@pytest.fixture
def shares(qtbot):
    made = Shares(QStackedWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.empty(False)
    made.show()
    return made


def test_a_taller_window_is_all_the_list_s(shares):
    top = shares.sizes()[0]
    shares.resize(300, 800)
    assert shares.sizes()[0] == top


def test_each_kind_of_card_has_its_height_and_gets_back_the_one_that_was_drawn(shares):
    small = shares.sizes()[0]
    shares.need_large(430)
    shares.turn(large=True)
    assert shares.sizes()[0] > small
    shares.moveSplitter(400, 1)
    shares.turn(large=False)
    assert shares.sizes()[0] == small
    shares.turn(large=True)
    assert shares.sizes()[0] == 400


def test_what_was_drawn_is_there_again_in_the_next_window(shares, qtbot):
    shares.moveSplitter(250, 1)
    other = Shares(QStackedWidget(), QWidget())
    qtbot.addWidget(other)
    other.resize(300, 600)
    other.restore(shares.save())
    other.show()
    assert other.sizes()[0] == 250


@pytest.mark.parametrize("state", [b"", b"1", b"-3 x", b"99999999 1", b"\xff\x00 2"])
def test_settings_that_cannot_be_understood_are_not_heeded(shares, state):
    before = shares.sizes()
    shares.restore(QByteArray(state))
    assert shares.sizes() == before


def test_a_large_card_has_what_its_fields_need_until_its_gap_is_drawn(shares):
    shares.need_large(500)
    shares.turn(large=True)
    assert shares.sizes()[1] == FEW_ROWS
    shares.resize(300, 1000)
    assert shares.sizes()[0] == 500
    shares.moveSplitter(400, 1)
    shares.resize(300, 1200)
    assert shares.sizes()[0] == 400


def test_a_large_card_asks_for_all_that_is_in_sight_and_no_more(shares):
    shares.need_large(500)
    shares.have_room(620)
    small = shares.minimumSizeHint().height()
    shares.turn(large=True)
    assert shares.minimumSizeHint().height() == 620
    shares.have_room(900)
    assert shares.minimumSizeHint().height() == 500 + 14 + FEW_ROWS
    shares.turn(large=False)
    assert shares.minimumSizeHint().height() == small


def test_a_low_window_leaves_the_list_its_least_until_somebody_draws_the_gap(shares):
    shares.resize(300, 340)
    assert shares.sizes()[1] == FEW_ROWS
    shares.moveSplitter(152, 1)
    shares.resize(300, 350)
    assert shares.sizes()[0] == 152


def test_a_list_with_nothing_on_it_gives_the_card_its_room_and_takes_it_back(shares):
    small = shares.sizes()
    shares.empty(True)
    assert shares.sizes()[0] > small[0]
    shares.turn(large=True)
    assert shares.sizes()[1] == 56
    shares.empty(False)
    assert shares.sizes()[1] >= FEW_ROWS
    shares.turn(large=False)
    assert shares.sizes() == small


def test_a_small_card_is_not_squeezed_by_labels_that_scroll_in_any_case(shares):
    shares.have_room(600, 200)
    squeezed = shares.minimumSizeHint().height()
    shares.have_room(600, 1200)
    assert shares.minimumSizeHint().height() > squeezed
    assert shares.minimumSizeHint().height() <= 600

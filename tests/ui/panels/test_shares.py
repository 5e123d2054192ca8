import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.panels.right_column import Shares
from ui.panels.suggestions.suggestion_list import ROW

FEW_ROWS = 164


@pytest.fixture
def shares(qtbot):
    made = Shares(QStackedWidget(), QWidget())
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.need(600)
    made.empty(False)
    made.show()
    return made


def test_taller_window_extends_list(shares):
    shares.need(300)
    card, rows = shares.sizes()
    shares.resize(300, 800)
    assert shares.sizes()[0] - card < ROW
    assert shares.sizes()[1] >= rows + 6 * ROW


def test_card_gets_its_share_but_no_more_than_fields(shares):
    shares.need(2000)
    assert shares.sizes()[1] == FEW_ROWS + 2 * ROW
    shares.need(300)
    assert 300 <= shares.sizes()[0] < 300 + ROW


@pytest.mark.parametrize("height", range(420, 640, 7))
def test_list_shows_whole_rows(shares, height):
    shares.resize(300, height)
    assert (shares.sizes()[1] - FEW_ROWS) % ROW == 0
    shares.bare(True)
    assert (shares.sizes()[1] - FEW_ROWS) % ROW == 0


def test_list_has_third_row_if_card_stays_roomy(shares):
    shares.resize(300, 280 + 12 + FEW_ROWS + ROW)
    assert shares.sizes()[1] == FEW_ROWS + ROW
    shares.resize(300, 280 + 12 + FEW_ROWS + ROW - 1)
    assert shares.sizes()[1] == FEW_ROWS


def test_dragged_height_stays(shares):
    shares.moveSplitter(400, 1)
    shares.need(2000)
    shares.resize(300, 700)
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


def test_low_window_keeps_least_list_height(shares):
    shares.resize(300, 400)
    assert shares.sizes()[1] == FEW_ROWS
    shares.moveSplitter(217, 1)
    shares.resize(300, 350)
    assert shares.sizes()[0] == 217


def test_empty_list_gives_room_to_card(shares):
    usual = shares.sizes()
    shares.empty(True)
    assert shares.sizes()[1] == 56
    shares.empty(False)
    assert shares.sizes() == usual


def test_list_keeps_its_place_when_first_suggestions_arrive(shares):
    shares.bare(True)
    before = shares.sizes()
    shares.empty(True)
    assert shares.sizes() == before


def test_many_labels_leave_card_and_list_whole_height(shares):
    shares.have_room(600, 100)
    assert shares.minimumSizeHint().height() < 500
    shares.have_room(600, 1200)
    assert shares.minimumSizeHint().height() == 600


@pytest.mark.parametrize("beside", [100, 216, 217, 266])
def test_list_gives_up_a_row_before_labels_scroll(shares, beside):
    shares.have_room(600, beside)
    assert shares.minimumSizeHint().height() + beside <= 600
    shares.resize(300, 600 - beside)
    card, rows = shares.sizes()
    assert (card >= 188, rows >= FEW_ROWS - ROW) == (True, True)


def test_height_of_large_card_from_older_version_counts(shares):
    shares.restore(QByteArray(b"236 350"))
    assert shares.sizes()[0] == 350

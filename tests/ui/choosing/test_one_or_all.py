import pytest

from ui.choosing.one_or_all import OneOrAll


@pytest.fixture
def box(qtbot):
    made = OneOrAll[tuple[str, str]]("labels", "Labels", "All labels")
    qtbot.addWidget(made)
    made.offer([("Ort", ("entities", "LOC")), ("Größe", ("entities", "QUANTITY"))])
    return made


def chosen(box):
    return box.value, box.currentText()


def test_everything_is_chosen_at_first_and_one_value_on_request(box):
    assert chosen(box) == (None, "All labels")
    box.choose(("entities", "QUANTITY"))
    assert chosen(box) == (("entities", "QUANTITY"), "Größe")
    box.choose(None)
    assert chosen(box) == (None, "All labels")


def test_what_is_chosen_stays_so_while_it_is_offered_and_nobody_is_told(box, qtbot):
    box.choose(("entities", "LOC"))
    with qtbot.assertNotEmitted(box.currentIndexChanged):
        box.offer([("Zahl", ("entities", "QUANTITY")), ("Ort", ("entities", "LOC"))])
        assert chosen(box) == (("entities", "LOC"), "Ort")
        box.offer([])
    assert chosen(box) == (None, "All labels")

import pytest

from ui.base.widgets.one_or_all import OneOrAll


@pytest.fixture
def box(qtbot):
    made = OneOrAll[tuple[str, str]]("labels", "Labels", "All labels")
    qtbot.addWidget(made)
    made.offer([("Ort", ("entities", "LOC")), ("Größe", ("entities", "QUANTITY"))])
    return made


def chosen(box):
    return box.value, box.currentText()


def test_value_is_none_until_chosen(box):
    assert chosen(box) == (None, "All labels")
    box.choose(("entities", "QUANTITY"))
    assert chosen(box) == (("entities", "QUANTITY"), "Größe")
    box.choose(None)
    assert chosen(box) == (None, "All labels")


def test_offer_keeps_choice_without_signal(box, qtbot):
    box.choose(("entities", "LOC"))
    with qtbot.assertNotEmitted(box.currentIndexChanged):
        box.offer([("Zahl", ("entities", "QUANTITY")), ("Ort", ("entities", "LOC"))])
        assert chosen(box) == (("entities", "LOC"), "Ort")
        box.offer([])
    assert chosen(box) == (None, "All labels")

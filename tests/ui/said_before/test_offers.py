"""The fields that can be copied from an earlier claim."""

import pytest
from PySide6.QtWidgets import QPushButton

from annotator.model import schema_file
from ui.said_before.said_before_page import Offers

NEWS = schema_file.load("news")
MANY = {
    "verdict": "refuted",
    "kind": "fact_claim",
    "topic": "<b>Geld</b> " * 20,
    "mine": "of no schema",
    "fact_type": "quantity",
}


@pytest.fixture
def offers(qtbot):
    made = Offers()
    qtbot.addWidget(made)
    made.show()
    return made


def buttons(offers):
    return [button for button in offers.findChildren(QPushButton) if button.objectName()]


def test_fields_are_numbered_in_schema_order(offers):
    offers.show_offers(MANY, NEWS, enabled=True)
    assert list(offers.offered) == ["kind", "fact_type", "topic", "verdict"]
    assert [button.accessibleName() for button in buttons(offers)][:2] == ["Kind: fact", "Type of fact: quantity"]
    assert [button.text()[0] for button in buttons(offers)] == ["1", "2", "3", "4"]
    assert "<b>" not in buttons(offers)[2].toolTip(), "words of an article are never markup"


def test_number_takes_one_and_zero_takes_all(offers, qtbot):
    offers.show_offers(MANY, NEWS, enabled=True)
    taken: list[object] = []
    offers.wanted.connect(taken.append)
    for number in (4, 0, 5):
        offers.take(number)
    buttons(offers)[0].click()
    assert taken == [{"verdict": "refuted"}, dict(offers.offered), {"kind": "fact_claim"}]


def test_offers_are_disabled_or_empty(offers):
    offers.show_offers(MANY, NEWS, enabled=False)
    assert not any(button.isEnabled() for button in buttons(offers))
    offers.show_offers({}, NEWS, enabled=True)
    assert buttons(offers) == []
    assert dict(offers.offered) == {}

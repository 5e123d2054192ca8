import pytest
from PySide6.QtCore import Qt

from tests.ui.opened import open_article
from ui.panels.right_column import LabelPanel


@pytest.fixture
def panel(tmp_path, qtbot):
    session, _ = open_article(tmp_path)
    panel = LabelPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    panel.close()
    session.close_project()


def test_click_emits_label(qtbot, panel):
    with qtbot.waitSignal(panel.chosen) as said:
        qtbot.mouseClick(panel.findChild(object, "chip.entities.ORG"), Qt.MouseButton.LeftButton)
    assert said.args == ["entities", "ORG"]


def test_inactive_labels_have_no_chip(panel):
    assert panel.findChild(object, "chip.entities.DATE") is None


def test_chips_wrap_in_narrow_panel(qtbot, panel):
    narrow, wide = panel.layout().heightForWidth(150), panel.layout().heightForWidth(900)
    assert narrow > 2 * wide
    panel.resize(90, 600)
    qtbot.waitUntil(lambda: panel.findChild(object, "chip.entities.ORG").width() <= 90)


def test_closed_project_disables_chips(panel):
    panel._session.close_project()
    assert panel.findChildren(object, "chip.entities.ORG", Qt.FindChildOption.FindDirectChildrenOnly)[0].isHidden()


def test_chips_show_patterns_of_labels(panel):
    chip = panel.findChild(object, "chip.entities.ORG")
    before = chip.grab().toImage()
    panel.show_patterns(True)
    assert chip.grab().toImage() != before
    panel.refresh()
    assert panel.findChildren(object, "chip.entities.ORG")[-1]._pattern == 1
    panel.show_patterns(False)
    assert chip.grab().toImage() == before

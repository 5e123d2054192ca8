import pytest
from PySide6.QtCore import Qt

from ui.dialogs.import_sources import AddressDialog, ImportSources


@pytest.fixture
def sources(qtbot):
    made = ImportSources()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_will_be_fetched_is_shown_before_it_is(qtbot, sources):
    qtbot.mouseClick(sources.address, Qt.MouseButton.LeftButton)
    dialog = sources.findChild(AddressDialog)
    assert not dialog.fetch.isEnabled()
    qtbot.keyClicks(dialog.line, "bote.example/rathaus")
    assert dialog.told.text() == "Will be fetched: https://bote.example/rathaus"
    with qtbot.waitSignal(sources.address_given) as given:
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert given.args == ["https://bote.example/rathaus"]
    assert not dialog.isVisible()


def test_what_is_no_address_cannot_be_fetched(qtbot, sources):
    qtbot.mouseClick(sources.address, Qt.MouseButton.LeftButton)
    dialog = sources.findChild(AddressDialog)
    qtbot.keyClicks(dialog.line, "file:///etc/passwd")
    assert dialog.told.text() == "This is no address of the web."
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.reject()

"""The first keys in dialogs that build some of their parts late."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog


@pytest.mark.parametrize(
    ("action", "name", "fields"),
    [
        ("file.import", "importDialog", ("importFiles", "importFolder")),
        ("file.export", "exportDialog", ("exportFormat", "exportLayer.entities")),
        ("project.schema", "schemaWindow", ("schemaTree", "schemaAdd")),
        ("suggestion.sources", "sourcesWindow", ("sourceList", "sourceAdd")),
    ],
)
def test_dialog_takes_first_keys(window, qtbot, action, name, fields):
    window.actions_by_id[action].trigger()
    dialog = window.findChild(QDialog, name)
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget().objectName() == fields[0]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget().objectName() == fields[1]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()

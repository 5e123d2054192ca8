"""The folder that an export goes into, and the options that a format offers."""

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit

from tests.ui.dialogs.export_steps import choose, labelled, open_dialog, press


@pytest.fixture
def opened(window, qtbot):
    return labelled(window)


@pytest.fixture
def dialog(opened, qtbot):
    return open_dialog(opened, qtbot)


def test_only_training_formats_offer_to_reach_far(qtbot, dialog):
    box = dialog.findChild(QCheckBox, "exportReach")
    for name, offered in (("claim-cards-xlsx", False), ("spacy-folder", True)):
        choose(qtbot, dialog, name)
        assert box.isVisible() is offered


def test_first_folder_export_proposes_new_folder(qtbot, opened, dialog):
    choose(qtbot, dialog, "brat")
    press(dialog, "exportButton")
    chooser = dialog.findChild(QFileDialog, "exportTarget")
    assert chooser.findChild(QLineEdit, "fileNameEdit").text() == f"{opened.session.required().path.stem}-brat"
    chooser.close()

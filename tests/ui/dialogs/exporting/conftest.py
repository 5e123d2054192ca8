"""An open export dialog."""

import pytest

from tests.ui.dialogs.export_steps import labelled, open_dialog


@pytest.fixture
def opened(window):
    return labelled(window)


@pytest.fixture
def dialog(opened, qtbot):
    return open_dialog(opened, qtbot)

"""The windows beside the article leave nothing behind when they close."""

import pytest
from PySide6.QtWidgets import QDialog

from tests.ui import worked


@pytest.mark.parametrize(
    ("action", "name", "asking"),
    [
        ("project.identities", "identitiesWindow", "_grouping"),
        ("suggestion.sources", "sourcesWindow", "_counting"),
        ("project.board", "boardWindow", "_counting"),
    ],
)
def test_closing_a_counting_window_frees_the_process(window, qtbot, action, name, asking):
    window.actions_by_id[action].trigger()
    dialog = window.findChild(QDialog, name)
    qtbot.waitUntil(lambda: not window.desk.files.busy, timeout=30_000)
    getattr(dialog, asking).ask(worked.work_for_ever)
    dialog.close()
    answers: list[object] = []
    window.desk.files.start(worked.double, 21, done=answers.append, failed=answers.append)
    qtbot.waitUntil(lambda: answers == [42], timeout=20_000)

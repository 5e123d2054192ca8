"""The code between the press of a label's key and the paint of the article; all else waits for `Session.settled`."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt

from annotator.editing.edits import Edit

ROOT = Path(__file__).parents[3]
FILES, CALLS = 50, 620


def test_label_key_takes_short_path(window, qtbot):
    window.decisions.label(0, 8, "entities", "PER")  # what is worked out once does not count
    window.session.undo()
    window.view.select(0, 8, exact=True)
    passed = []

    def note(frame, event, _argument):
        path = Path(frame.f_code.co_filename)
        if event == "call" and path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in {"annotator", "ui"}:
            passed.append(path)

    sys.setprofile(note)
    try:
        qtbot.keyClick(window.view, Qt.Key.Key_1)
    finally:
        sys.setprofile(None)
    assert window.session.opened.spans
    assert len(set(passed)) <= FILES
    assert len(passed) <= CALLS


def test_settled_comes_once_with_all_edits(window, qtbot):
    settled: list[tuple[Edit, ...]] = []
    window.session.settled.connect(settled.append)
    window.decisions.label(0, 8, "entities", "PER")
    window.session.undo()
    assert settled == []
    qtbot.waitUntil(lambda: bool(settled))
    assert [len(edits) for edits in settled] == [2]

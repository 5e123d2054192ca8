"""An article of five million characters is read and labelled like any other."""

import pytest
from PySide6.QtCore import Qt

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.project.project import Project
from tests.ui.keyboard import press, spans

PARAGRAPH = "Am Montag 🚆 traf Ce\u0301line in\u00a0Weifang ein, und die Ölwerke Köln zahlten „bald“. " * 20
COPIES = 5_000_000 // len(PARAGRAPH) + 1


@pytest.fixture
def huge(make_window, tmp_path):
    project = Project.create(tmp_path / "Groß", schema=schema_file.load("news"), annotator="anna")
    text = "\n\n".join([PARAGRAPH.strip()] * COPIES)
    assert len(text) > 4_990_000
    project.add_articles([Article(title="Lang", text=text, language="de")])
    path = project.path
    project.close()
    return make_window(path)


def test_its_end_is_reached_labelled_and_taken_back(huge, qtbot):
    text, view = huge.session.opened.document.text, huge.view
    press(qtbot, huge, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert view.caret() == len(text)
    at = text.rindex("Ölwerke Köln")
    view.select(at, at + len("Ölwerke Köln"))
    press(qtbot, huge, Qt.Key.Key_2)
    assert spans(huge) == [("entities", "ORG", "Ölwerke Köln")]
    (row,) = huge.session.opened.spans
    (where,) = view.span_rects(row.id)
    assert view.viewport().rect().contains(where)
    assert view.offset_at(where.center()) in range(row.start, row.end)
    huge.actions_by_id["edit.undo"].trigger()
    assert spans(huge) == []

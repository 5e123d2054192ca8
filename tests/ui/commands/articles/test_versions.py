"""Corrected versions of articles: a real window, a real process that compares them, read back from the file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QPushButton, QTableView

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import EditKind
from annotator.model.query import Query
from tests.annotator.jobs.importing.test_near_versions import BODY, HEADED
from tests.annotator.made import span
from tests.ui.keyboard import active

_SOON = 30_000  # milliseconds: a process is started
SAME, CHANGED = "Petra Müller", "das Rathaus koste die Stadt zwei Millionen Euro"


@pytest.fixture
def versions(window):
    """Return an article with labels and its corrected version, which is open; nothing is replaced yet."""
    project = window.session.project
    old, new = project.add_articles(
        [Article(title="Rathaus", text=BODY), Article(title="Streit ums Rathaus", text=HEADED)]
    ).ids
    own = {"annotator": project.annotator, "text": BODY}
    words = [(SAME, "PER"), ("Kämmerer", "PER"), (CHANGED, "MISC")]
    project.do(edits.add([span(old, quote, label, **own) for quote, label in words]))
    window.session.documents_changed.emit()
    window.session.open_document(new)
    return old, new


def replaced(window, qtbot):
    window.actions_by_id["article.replaces"].trigger()
    picker = window.versions._picker
    qtbot.keyClicks(picker.field, "Rathaus")
    assert [row.name for row in picker.model.shown] == ["Rathaus"], "the open article cannot replace itself"
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(window) is not None, timeout=_SOON)
    dialog = shown(window)
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == 3, timeout=_SOON)
    return dialog


def shown(window):
    found = (d for d in window.findChildren(QDialog) if d.objectName().startswith("versionsDialog"))
    return next((dialog for dialog in found if dialog.isVisible()), None)


def listed(window):
    return window.articles.model.shown


def accepted(window, document):
    return {s.quote(HEADED) for s in window.session.project.read.annotated(document, None).spans}


def test_replaced_article_leaves_list_and_its_labels_are_listed(window, qtbot, versions):
    old, _ = versions
    dialog = replaced(window, qtbot)
    qtbot.waitUntil(lambda: old not in listed(window))
    assert dialog.line.words == "Labels: 3. Words missing: 1, words changed: 1, unchanged: 1."
    rows = [[dialog.table.rows.index(r, c).data() for c in range(4)] for r in range(3)]
    assert [(row[0], row[2]) for row in rows] == [
        ("words missing", "Kämmerer"),
        ("words changed", CHANGED),
        ("unchanged", SAME),
    ]
    dialog.table.selectRow(1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    start, end = window.view.selection()
    assert HEADED[start:end] == CHANGED.replace("zwei", "drei")
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert window.view.document_id() == old
    assert active(window) == "Kämmerer"
    assert not dialog.same.isEnabled(), "the new version is not open"
    assert "Replaced by “Streit ums Rathaus”" in window.view.page.byline


def test_key_accepts_unchanged_labels_in_one_step(window, qtbot, versions):
    _, new = versions
    replaced(window, qtbot).close()
    assert "Replaces “Rathaus”" in window.view.page.byline
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: accepted(window, new) == {SAME}, timeout=_SOON)
    assert window.session.next_undo().kind is EditKind.ACCEPT
    window.actions_by_id["edit.undo"].trigger()
    assert accepted(window, new) == set()


def test_dialog_accepts_unchanged_labels_and_updates(window, qtbot, versions):
    _, new = versions
    dialog = replaced(window, qtbot)
    dialog.findChild(QPushButton, "versionsSame").click()
    assert accepted(window, new) == {SAME}
    qtbot.waitUntil(lambda: dialog.table.rows.index(2, 0).data() == "unchanged, decided", timeout=_SOON)
    assert not dialog.same.isEnabled()


def test_undo_restores_old_version_to_list(window, qtbot, versions):
    old, _ = versions
    replaced(window, qtbot).close()
    qtbot.waitUntil(lambda: old not in listed(window))
    assert window.session.next_undo().kind is EditKind.REPLACE
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: old in listed(window))


def test_button_restores_old_version_after_later_edits(window, qtbot, versions):
    old, _ = versions
    dialog = replaced(window, qtbot)
    dialog.findChild(QPushButton, "versionsSame").click()
    dialog.findChild(QPushButton, "versionsRestore").click()
    qtbot.waitUntil(lambda: old in listed(window))
    assert shown(window) is None


def test_filter_lists_replaced_articles(window, qtbot, versions):
    old, _ = versions
    replaced(window, qtbot).close()
    window.articles.filters.ask(replaced=True)
    assert listed(window) == [old]


def test_reports_when_nothing_was_replaced(window, versions):
    for action in ("article.versions", "article.accept_same"):
        window.messages.relent()
        window.actions_by_id[action].trigger()
        assert window.messages.words == "This article does not replace another one."
    assert shown(window) is None


def test_import_replaces_near_duplicates(window, qtbot, tmp_path):
    project = window.session.project
    (old,) = project.add_articles([Article(title="Rathaus", text=BODY)]).ids
    project.do(edits.add([span(old, SAME, "PER", annotator=project.annotator, text=BODY)]))
    window.session.documents_changed.emit()
    window.session.open_document(old)
    (tmp_path / "neu.txt").write_text(HEADED, "utf-8")
    window.dialogs.import_files([tmp_path / "neu.txt"])
    dialog = window.findChild(QDialog, "importDialog")
    choice = dialog.findChild(QCheckBox, "importReplace")
    qtbot.waitUntil(choice.isVisible, timeout=_SOON)
    assert not choice.isChecked()
    choice.click()
    assert not dialog.choices.carry.isEnabled()
    dialog.add.click()
    qtbot.waitUntil(lambda: old not in listed(window), timeout=_SOON)
    (new,) = project.read.search.ids(Query(title="Streit ums"), project.annotator)
    assert [s.quote(HEADED) for s in project.read.suggestions(new)] == [SAME]
    assert "Replaced by “Streit ums Rathaus”" in window.view.page.byline
    assert window.findChild(QTableView, "articleList") is not None

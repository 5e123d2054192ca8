"""Merging copies in the window: preview, merge, conflicts settled by keys, and undo."""

import shutil
from contextlib import closing, suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from annotator.editing import edits, talking
from annotator.jobs.merging.answers import MergeAnswers
from annotator.jobs.merging.copies_merged import merge_files
from annotator.model.packages import Packed, dumps
from annotator.model.values import ENTITIES
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project, span
from tests.ui import worked
from tests.ui.tables import cells
from ui.dialogs.merging.conflicts_window import ConflictsWindow
from ui.dialogs.merging.merge_dialog import MergeDialog


@pytest.fixture
def copies(tmp_path):
    """Make anna's project and two copies: ben changed a label of anna's, cleo added a label and a comment."""
    project = make_project(tmp_path, "Stadt")
    document = add_article(project)
    project.do(edits.add([span(document, "Köln"), span(document, "EU-Kommission", "ORG")]))
    project.close()
    folder = tmp_path / "zurück"
    folder.mkdir()
    for name in ("ben", "cleo"):
        shutil.copyfile(project.path, folder / f"{name}.spanwright")
    for path, name, make in (
        (project.path, "anna", lambda here: edits.relabel(here.spans[0], ENTITIES, "PER", annotator="anna")),
        (folder / "ben.spanwright", "ben", lambda here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben")),
        (folder / "cleo.spanwright", "cleo", lambda _: edits.add([span(document, "spare", "MISC", annotator="cleo")])),
    ):
        with closing(Project.open(path)) as opened:
            opened.set_annotator(name)
            opened.do(make(opened.read.annotated(document, None)))
            if name == "cleo":
                opened.do(talking.comment(document, (0, 8), "Wann?", annotator=name))
    return project.path, folder


def settle(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog._looking.busy and dialog._job is None and not dialog._tries, timeout=60_000)


def opened(window, qtbot, *places):
    window.actions_by_id["file.merge"].trigger()
    dialog = window.findChild(MergeDialog, "mergeDialog")
    dialog.add(list(places))
    settle(dialog, qtbot)
    return dialog


def labels(session):
    project = session.required()
    (document,) = [each.id for each in [session.required_opened().document]]
    return sorted(row.label for row in project.read.annotated(document, None).spans)


def test_list_and_buttons_share_edges(make_window, project_path, qtbot):
    window = make_window(project_path)
    window.actions_by_id["file.merge"].trigger()
    copies = window.findChild(MergeDialog).copies
    qtbot.waitUntil(lambda: copies.list.height() > 0)
    assert copies.list.geometry().top() == copies.add_files.geometry().top()
    assert copies.list.geometry().bottom() == copies.remove.geometry().bottom()


def test_copies_are_previewed_merged_settled_and_undone(make_window, copies, qtbot):
    path, folder = copies
    window = make_window(path)
    document = window.session.required_opened().document.id
    before = labels(window.session)
    dialog = opened(window, qtbot, folder)
    assert cells(dialog.people) == [("ben", "1", "0", "1", "0", "0", "1"), ("cleo", "1", "1", "0", "0", "1", "0")]
    assert labels(window.session) == before
    assert dialog.focusWidget() is dialog.merge
    dialog.merge.click()
    settle(dialog, qtbot)
    assert dialog.focusWidget() is dialog.cancel
    assert dialog.agreement.isVisible()
    assert window.session.required_opened().document.id == document
    assert len(labels(window.session)) == 3
    assert list(path.parent.glob("Stadt.backups/*merge*"))
    dialog.conflicts.click()
    conflicts = window.findChild(ConflictsWindow)
    qtbot.waitUntil(lambda: bool(conflicts.table.rows.shown), timeout=60_000)
    assert cells(conflicts.table)[0][1:3] == ("label", "A  anna: Person   B  ben: Organisation")
    qtbot.keyClick(conflicts.table, Qt.Key.Key_B)
    assert "Nothing is in conflict" in conflicts.line.words
    assert labels(window.session) == ["MISC", "ORG", "ORG"]
    window.session.undo()
    assert len(labels(window.session)) == 3
    conflicts.close()


def test_merge_is_undone_from_the_dialog(make_window, copies, qtbot):
    path, folder = copies
    window = make_window(path)
    before = labels(window.session)
    dialog = opened(window, qtbot, folder)
    dialog.merge.click()
    settle(dialog, qtbot)
    dialog.undo.click()
    settle(dialog, qtbot)
    assert labels(window.session) == before
    assert "open a copy of the backup" in dialog.line.words
    assert not dialog.merge.isEnabled()
    dialog.reject()


def test_refused_file_and_choice_of_person_are_listed(make_window, copies, qtbot, tmp_path):
    path, folder = copies
    make_project(tmp_path, "Andere").close()
    with closing(Project.open(folder / "cleo.spanwright")) as project:
        (first, *_) = project.read.log.ids()
        project.keep("package", dumps(Packed(id="p", project=first, name=project.name, annotator="anna")))
    window = make_window(path)
    dialog = opened(window, qtbot, tmp_path / "Andere.spanwright", folder / "cleo.spanwright")
    assert "another project" in cells(dialog.problems)[0][0]
    assert not dialog.merge.isEnabled()
    box = dialog.findChild(QComboBox, "mergeAnswer.other_person.cleo")
    box.setCurrentIndex(box.findText("Take"))
    box.activated.emit(box.currentIndex())
    settle(dialog, qtbot)
    assert [row[0] for row in cells(dialog.people)] == ["cleo"]
    assert dialog.merge.isEnabled()
    dialog.reject()


def test_cancelled_merge_leaves_project_open_and_unchanged(make_window, copies, qtbot):
    path, folder = copies
    window = make_window(path)
    before = labels(window.session)
    dialog = opened(window, qtbot, folder)
    dialog.merge.click()
    dialog.reject()
    settle(dialog, qtbot)
    assert dialog.isVisible()
    assert labels(window.session) in (before, sorted([*before, "MISC"]))
    dialog.reject()


def test_dialog_stays_until_the_project_is_open_again(make_window, copies, qtbot):
    path, folder = copies
    window = make_window(path)
    dialog = opened(window, qtbot, folder)
    dialog.merge.click()
    dialog._files.cancel(dialog._job)
    with closing(locking(path)):
        dialog.cancel.click()
        dialog.cancel.click()
        dialog.close()
        assert dialog.isVisible()
    settle(dialog, qtbot)
    assert window.session.required().path == path
    dialog.reject()


def test_merge_whose_process_dies_after_storing_is_reported(make_window, copies, qtbot, monkeypatch):
    path, folder = copies
    window = make_window(path)
    before = labels(window.session)
    dialog = opened(window, qtbot, folder)
    preview = dialog.line.words
    monkeypatch.setattr("ui.dialogs.merging.merge_dialog.merge_files", worked.merge_then_die)
    monkeypatch.setattr("ui.dialogs.merging.merge_dialog.take_back_merge", worked.take_back_then_die)
    dialog.merge.click()
    settle(dialog, qtbot)
    assert dialog.line.words == f"Merged. {preview}"
    assert [row[0] for row in cells(dialog.people)] == ["ben", "cleo"]
    assert dialog.conflicts.isVisible()
    assert len(labels(window.session)) == 3
    dialog.undo.click()
    settle(dialog, qtbot)
    assert "open a copy of the backup" in dialog.line.words
    assert not dialog.undo.isVisible()
    assert labels(window.session) == before
    dialog.reject()


@pytest.mark.parametrize("button", ["merge", "undo"])
def test_merge_keeps_project_open_if_its_file_is_lost(make_window, copies, tmp_path, qtbot, button):
    path, folder = copies
    window = make_window(path)
    dialog = opened(window, qtbot, folder)
    if button == "undo":
        dialog.merge.click()
        settle(dialog, qtbot)
    before = labels(window.session)
    path.unlink()
    getattr(dialog, button).click()
    settle(dialog, qtbot)
    assert "not in its place" in dialog.line.words
    dialog.reject()
    assert labels(window.session) == before
    window.session.required().copy_to(tmp_path / "gerettet.spanwright")
    with closing(Project.open(tmp_path / "gerettet.spanwright")) as copy:
        (document,) = copy.read.document_ids(DocumentQuery(annotator="anna"))
        assert sorted(row.label for row in copy.read.annotated(document, None).spans) == before


def locking(path):
    """Open a project as soon as the lock of the killed job is free."""
    while True:
        with suppress(StoreError):
            return Project.open(path)


def test_merge_cancelled_too_late_is_reported_and_undone(make_window, copies, qtbot):
    path, folder = copies
    window = make_window(path)
    before = labels(window.session)
    dialog = opened(window, qtbot, folder)
    dialog.merge.click()
    dialog._files.cancel(dialog._job)
    merge_beside(path, folder)  # as if the job had merged just before it was killed
    dialog.cancel.click()
    settle(dialog, qtbot)
    assert "too late" in dialog.line.words
    assert len(labels(window.session)) == 3
    assert not dialog.merge.isEnabled()
    dialog.undo.click()
    settle(dialog, qtbot)
    assert labels(window.session) == before
    dialog.reject()


def merge_beside(path, folder):
    locking(path).close()
    merge_files(path, (folder,), MergeAnswers(), False)

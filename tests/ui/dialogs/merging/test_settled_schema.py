"""A conflict between two schemas is settled in the window, which counts no labels itself."""

import shutil
from contextlib import closing

from PySide6.QtCore import Qt

from annotator.editing import edits
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.jobs import schema_change
from annotator.jobs.merging.copies_merged import merge
from annotator.project.project import Project
from tests.annotator.jobs.merging.test_schema_orders import added
from tests.annotator.made import add_article, make_project, span
from ui.dialogs.merging.conflicts_window import ConflictsWindow


def changed(path, name, label, document):
    with closing(Project.open(path)) as project:
        project.set_annotator(name)
        schema = project.schema
        schema_change.remodel(project, added(label)(SchemaChange(before=schema, after=schema)))
        project.do(edits.add([span(document, "Köln", label, annotator=name)]))


def labels(window):
    return {label.id for layer in window.session.required().schema.layers for label in layer.labels}


def test_schema_conflict_keeps_used_labels_and_counts_elsewhere(make_window, tmp_path, qtbot, monkeypatch):
    made = make_project(tmp_path, "Stadt")
    document = add_article(made)
    made.close()
    other = tmp_path / "ben.spanwright"
    shutil.copyfile(made.path, other)
    changed(made.path, "anna", "FIRM", document)
    changed(other, "ben", "CITY", document)
    with closing(Project.open(made.path)) as project:
        merge(project, [other])
    window = make_window(made.path)
    monkeypatch.setattr("annotator.jobs.merging.conflicts.used", None)
    conflicts = ConflictsWindow(window.session, window.desk.files, window)
    conflicts.show()
    qtbot.waitUntil(lambda: bool(conflicts.table.rows.shown), timeout=60_000)
    shown = labels(window)
    qtbot.keyClick(conflicts.table, Qt.Key.Key_B if "FIRM" in shown else Qt.Key.Key_A)
    qtbot.waitUntil(lambda: "Conflicts: 1" in conflicts.line.words, timeout=60_000)  # a label still waits
    assert labels(window) >= {*shown, "FIRM", "CITY"}
    conflicts.close()

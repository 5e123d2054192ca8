"""Applying works in slices, can be stopped, and reports failures."""

from dataclasses import replace

from annotator.editing.schema_editing import changes
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.model.values import ENTITIES, Span
from ui.schema.applying import SchemaApplier


def renaming(session):
    schema = session.project.schema
    place = replace(schema.require_label(ENTITIES, "LOC"), id="GPE")
    return changes.put_label(SchemaChange(before=schema, after=schema), "LOC", place)


def ids(session):
    return [label.id for label in session.project.schema.layers[0].labels]


def test_progress_and_open_article(qtbot, labelled):
    session = labelled.session
    applying = SchemaApplier(session, labelled.desk.files, labelled)
    said: list[str] = []
    done: list[tuple[int, int]] = []
    applying.begun.connect(said.append)
    applying.advanced.connect(lambda *far: done.append(far))
    with qtbot.waitSignal(applying.finished, timeout=20_000) as finished:
        applying.apply(renaming(session), 2)
    assert said == ["Writing a backup…", "Changing the labels…"]
    assert done[0] == (0, 0)
    assert sum(isinstance(change.after, Span) for change in finished.args[0].changes) == 2
    assert "GPE" in ids(session)
    assert [span.label for span in session.opened.spans].count("GPE") == 2
    assert any(labelled.session.project.path.with_suffix(".backups").iterdir())


def test_stopped_change_changes_nothing(qtbot, labelled):
    session = labelled.session
    applying = SchemaApplier(session, labelled.desk.files, labelled)
    applying.apply(renaming(session), 2)
    busy = [applying.busy]
    applying.stop()
    assert [*busy, applying.busy] == [True, False]
    assert "LOC" in ids(session)
    assert not session.project.timeline.busy


def test_failed_backup_changes_nothing(qtbot, labelled):
    session = labelled.session
    session.project.path.with_suffix(".backups").write_text("im Weg", "utf-8")
    applying = SchemaApplier(session, labelled.desk.files, labelled)
    with qtbot.waitSignal(applying.failed, timeout=20_000) as failed:
        applying.apply(renaming(session), 2)
    assert failed.args[0].code == "store.no_backup"
    assert not applying.busy
    assert "LOC" in ids(session)


def test_closing_project_cancels_change(qtbot, labelled):
    session = labelled.session
    path = session.project.path
    applying = SchemaApplier(session, labelled.desk.files, labelled)
    session.close_document()

    def step():
        while True:
            yield

    applying._making = step
    applying._on_backed_up(None)
    assert session.project.timeline.busy
    session.close_project()
    assert not applying.busy
    assert labelled.projects.open_path(path)
    assert "LOC" in ids(session)

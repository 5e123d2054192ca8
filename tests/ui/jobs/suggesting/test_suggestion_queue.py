"""Suggestions arrive by themselves from a real process and never disturb."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.schema_editing.changes import SchemaChange
from annotator.model.values import State
from annotator.project.project import Project
from annotator.store.queries.decided import Decided
from annotator.store.reader import DocumentQuery
from annotator.suggest.prepared import Suggested
from annotator.suggest.sources.source import SourceKind
from annotator.system.errors import AnnotatorError
from tests.annotator.made import renamed
from tests.ui import worked
from ui.jobs.suggesting.source_finder import Work
from ui.jobs.suggesting.suggestion_queue import Mood
from ui.schema.applying import SchemaApplier
from ui.sources.sources_window import SourcesWindow


def rows(path, statement):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(statement).fetchall()


def idle(window):
    return window.desk.suggesting.progress.mood is Mood.IDLE


def test_open_article_comes_first(make_window, project_path, qtbot):
    window = make_window(project_path)
    seen: list[str] = []
    window.session.suggestions_changed.connect(seen.append)
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    assert seen[0] == window.session.opened.document.id
    assert len(set(seen)) == 3
    assert not window.session.opened.tokens.provisional
    assert rows(project_path, "SELECT count(*) FROM document_tokens") == [(3,)]
    assert rows(project_path, "SELECT source, version, count(*) FROM document_source GROUP BY 1, 2") == [
        ("fake", "2", 3)
    ]


def test_window_does_not_count_project_decisions(make_window, project_path, qtbot, monkeypatch):
    def fail(*_arguments):
        raise AssertionError("in a project of 100,000 articles this takes seconds")

    monkeypatch.setattr(Decided, "seen", fail)
    window = make_window(project_path)
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    assert rows(project_path, "SELECT count(*) FROM document_source") == [(3,)]


def test_answered_articles_are_not_queued_after_restart(make_window, project_path, qtbot):
    window = make_window(project_path)
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    window.session.close_project()
    window.projects.open_path(project_path)
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    assert window.desk.suggesting.progress.total == 0


def test_new_source_version_queues_all(make_window, project_path, qtbot):
    window = make_window(project_path)
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    read = window.session.project.read
    assert len(read.asking.documents([("fake", "3", None)])) == 3
    assert read.asking.documents([("fake", "2", None)]) == []


def test_articles_are_read_again_when_labels_get_other_names(window, qtbot):
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    session = window.session
    before = session.project.schema
    change = SchemaChange(before=before, after=renamed(before, PER="Person"))
    applier = SchemaApplier(session, window.desk.files, window)
    read = set()
    window.desk.suggesting.progressed.connect(lambda progress: read.add((progress.done, progress.total)))
    applier.apply(change, 0)
    qtbot.waitUntil(lambda: (2, 2) in read and idle(window), timeout=20_000)
    assert window.desk.suggesting.progress.source == "fake 2", "only the labels have other names"


def test_stale_answers_are_dropped(window):
    session = window.session
    opened = session.opened
    answer = Suggested(source="fake", version="9", suggestions=(replace(opened.suggestions[0], label="PER"),))
    assert not session.answers.take_suggestions(opened.document.id, "0" * 64, [answer])
    assert not session.answers.take_suggestions("0" * 32, opened.document.sha256, [answer])
    assert {s.label for s in session.opened.suggestions} == {"LOC", "ORG"}


def test_rejected_suggestion_does_not_return(window, qtbot):
    first = window.session.opened.suggestions[0]
    window.decisions.reject([first.id])
    window.desk.suggesting.restart()
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    assert first.key not in {s.key for s in window.session.opened.suggestions}


def test_added_articles_get_suggestions(window, qtbot):
    window.session.add_articles([Article(title="Neu", text="In Weifang 🎈 regnet es.")], exclude_furniture=False)
    path = window.session.project.path
    statement = "SELECT count(*) FROM suggestion JOIN document ON document.id = document WHERE title = 'Neu'"
    qtbot.waitUntil(lambda: rows(path, statement) == [(1,)], timeout=20_000)


def test_closing_project_while_suggesting(make_window, project_path, qtbot):
    window = make_window(project_path)
    window.session.close_project()
    assert window.desk.suggesting.progress.mood is Mood.IDLE
    assert window.messages.words == ""


def test_crashing_article_is_left_out(make_window, project_path, qtbot):
    work = Work(draw_tokens=worked.draw, prepare=worked.die_of_hyundai, sources=worked.SOURCES)
    window = make_window(project_path, work=work)
    qtbot.waitUntil(lambda: idle(window), timeout=30_000)
    assert rows(project_path, "SELECT count(*) FROM document_source") == [(1,)]
    assert window.messages.words.startswith("Left out “")
    assert "the process that read it crashed" in window.messages.words


def test_next_job_restarts_process_of_files(make_window, project_path, qtbot, monkeypatch):
    window = make_window(project_path)
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    desk = window.desk
    monkeypatch.setattr("annotator.processes.worker.serve_once_ready", worked.end_at_once)
    desk.files.rest()
    window.projects.back_up()
    qtbot.waitUntil(lambda: "process for files" in window.messages.words, timeout=20_000)
    assert desk.files.off
    monkeypatch.undo()
    window.projects.back_up()
    assert not desk.files.off
    assert desk.suggesting.progress.mood is Mood.IDLE


def test_tokens_wait_for_long_step(make_window, project_path, qtbot):
    window = make_window()
    assert window.projects.open_path(project_path)
    session, suggesting = window.session, window.desk.suggesting
    step = session.project.timeline.doing(never_done())
    next(step)
    qtbot.waitUntil(lambda: bool(suggesting._writes), timeout=20_000)
    qtbot.wait(300)
    assert window.messages.words == ""
    assert session.opened.tokens.provisional
    step.close()
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    assert not session.opened.tokens.provisional


def never_done():
    while True:
        yield


def test_chip_shows_state(make_window, project_path, qtbot):
    work = Work(draw_tokens=worked.die, prepare=worked.die, sources=worked.SOURCES)
    window = make_window(project_path, work=work)
    qtbot.waitUntil(lambda: window.desk.suggesting.progress.mood is Mood.OFF, timeout=20_000)
    qtbot.waitUntil(lambda: "ended unexpectedly twice" in window.messages.words)
    assert window.top_bar.sources.text() == "○ suggestions off"


def test_read_only_project_is_not_written(make_window, project_path, qtbot):
    window = make_window()
    assert window.projects.open_for_reading(project_path)
    assert window.desk.suggesting.progress.mood is Mood.IDLE
    assert not window.top_bar._read_only.isHidden()
    assert not window.actions_by_id["label.entities.LOC"].isEnabled()
    qtbot.waitUntil(
        lambda: "Read only: nothing can be changed." in [hint.words for hint in window.key_line.hints.hints]
    )


def test_finding_sources_loads_nothing(qapp):
    import subprocess
    import sys
    from pathlib import Path

    code = (
        "import sys; from ui.jobs.suggesting.source_finder import real_work; work = real_work();"
        " print(sorted(str(s.kind) for s in work.sources),"
        " sys.modules.keys() & {'spacy', 'annotator.suggest.claims.engine'})"
    )
    root = Path(__file__).parents[4]
    ran = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert str(SourceKind.SEEN) in ran.stdout
    assert ran.stdout.rstrip().endswith(" set()")


def test_hanging_article_is_left_out(make_window, project_path, qtbot):
    work = Work(draw_tokens=worked.draw, prepare=worked.hang, sources=worked.SOURCES)
    window = make_window(project_path, work=work)
    suggesting, title = window.desk.suggesting, window.session.opened.document.title
    qtbot.waitUntil(lambda: not window.session.opened.tokens.provisional, timeout=30_000)
    qtbot.waitUntil(lambda: suggesting._job is not None, timeout=30_000)
    suggesting._alive.timeout.emit()
    qtbot.waitUntil(lambda: window.messages.words.startswith("Left out"), timeout=30_000)
    assert window.messages.words == (
        f"Left out “{title}”: the process that read it stopped responding. The other articles are not affected."
    )
    assert window.session.set_state(State.DONE)
    document = window.session.opened.document.id
    assert not suggesting.is_asking_about(document)
    suggesting.restart()
    qtbot.waitUntil(lambda: suggesting.is_asking_about(document), timeout=30_000)


def newer(window):
    """Install a newer version of the source, as after a training."""
    suggesting = window.desk.suggesting
    (source,) = worked.SOURCES
    found = Work(
        draw_tokens=worked.draw, prepare=worked.prepare, sources=(replace(source, version="3", language=None),)
    )
    suggesting.finder.find_work = lambda: found
    suggesting.find_again()


def test_finished_article_waits_until_reopened(window, qtbot):
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    session, suggesting = window.session, window.desk.suggesting
    finished = session.opened.document.id
    assert session.set_state(State.DONE)
    newer(window)
    assert suggesting.progress.total == 2
    assert not suggesting.is_asking_about(finished)
    session.open_document(finished)
    assert not suggesting.is_asking_about(finished)
    assert session.set_state(State.OPEN)
    session.settling.catch_up()
    assert suggesting.is_asking_about(finished)


def test_labelled_full_name_renews_its_contrary_surname(window, qtbot):
    session, suggesting = window.session, window.desk.suggesting
    session.add_articles([Article(title="Neu", text="Jo Weifang redet. Weifang lacht.")], exclude_furniture=False)
    found = "SELECT document FROM suggestion JOIN document ON document.id = document WHERE title = 'Neu'"
    qtbot.waitUntil(lambda: len(rows(session.project.path, found)) == 2, timeout=20_000)
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    ((document,), _) = rows(session.project.path, found)
    session.open_document(document)
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    window.view.select(26, 31, exact=True)
    qtbot.keyClick(window.view, Qt.Key.Key_1)  # the first label in an article changes its state
    qtbot.waitUntil(lambda: not suggesting.is_asking_about(document), timeout=20_000)
    for start, end, asks in (11, 16, False), (0, 10, True):
        window.view.select(start, end, exact=True)
        qtbot.keyClick(window.view, Qt.Key.Key_1)
        session.settling.catch_up()
        assert suggesting.is_asking_about(document) is asks


def test_restart_covers_finished_articles(window, qtbot):
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    assert window.session.set_state(State.DONE)
    window.actions_by_id["suggestion.restart"].trigger()
    assert window.desk.suggesting.is_asking_about(window.session.opened.document.id)
    assert window.desk.suggesting.progress.total == 3


def test_finished_article_is_tokenised_once(make_window, project_path, qtbot):
    project = Project.open(project_path)
    (first, *_) = project.read.document_ids(DocumentQuery(annotator=project.annotator))
    project.do(edits.set_state(None, first, State.DONE, annotator=project.annotator, note=""))
    project.close()
    window = make_window(project_path)
    qtbot.waitUntil(lambda: idle(window), timeout=20_000)
    assert rows(project_path, "SELECT count(*) FROM document_tokens") == [(3,)]


BROKEN = Work(draw_tokens=worked.draw, prepare=worked.prepare_without_the_model, sources=worked.SOURCES)


def test_broken_source_is_reported_once(make_window, project_path, qtbot):
    window = make_window(project_path, work=BROKEN)
    qtbot.waitUntil(lambda: "fake cannot be used: Mühle" in window.messages.words, timeout=30_000)
    qtbot.waitUntil(lambda: idle(window), timeout=30_000)
    window.session.close_project()

    again = make_window(project_path, work=BROKEN)
    told: list[AnnotatorError] = []
    again.desk.suggesting.failed.connect(told.append)
    qtbot.waitUntil(lambda: not again.session.opened.tokens.provisional and idle(again), timeout=30_000)
    assert again.desk.suggesting.sources == ()
    assert told == []
    again.actions_by_id["suggestion.restart"].trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)


def test_new_version_of_broken_source_is_tried(make_window, project_path, qtbot):
    window = make_window(project_path, work=BROKEN)
    qtbot.waitUntil(lambda: window.desk.suggesting.sources == (), timeout=30_000)
    newer(window)
    assert [source.version for source in window.desk.suggesting.sources] == ["3"]


def test_sources_window_shows_load_errors(make_window, project_path, qtbot):
    window = make_window(project_path, work=BROKEN)
    qtbot.waitUntil(lambda: window.desk.suggesting.sources == (), timeout=30_000)
    window.actions_by_id["suggestion.sources"].trigger()
    dialog = window.findChild(SourcesWindow)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
    assert dialog.list.sources.index(0).data() == "fake\ncould not be loaded"
    assert "fake cannot be used: Mühle" in dialog.findChild(QLabel, "sourceFacts").text()

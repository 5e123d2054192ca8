"""Projects that another program altered, in the window."""

import os
import sqlite3
from contextlib import closing

from annotator.system.errors import AnnotatorError
from tests.annotator.store import hostile


def alter(path, script):
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def test_altered_project_opens_read_only(make_window, project_path):
    alter(project_path, "CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
    window = make_window()
    assert window.projects.open_path(project_path)
    assert window.session.project.read_only
    assert window.session.opened is not None
    said = "Städte 🌆.spanwright is open for reading only: another program altered it (trigger evil), and labels"
    assert window.messages.words.startswith(said)
    window.articles.go_next()
    assert window.messages.words.startswith(said)
    assert not window.actions_by_id["label.entities.PER"].isEnabled()


def test_many_alterations_are_counted(make_window, project_path):
    long = "e\n" * 500
    triggers = (f'CREATE TRIGGER "{n} {long}" AFTER INSERT ON edit BEGIN DELETE FROM span; END' for n in range(5))
    alter(project_path, ";".join(triggers))
    window = make_window()
    window.projects.open_path(project_path)
    assert "and 3 more" in window.messages.words
    assert len(window.messages.words) < 300


def test_project_with_altered_tables_is_refused(make_window, project_path):
    alter(project_path, "DROP TABLE relation")
    window = make_window()
    assert not window.projects.open_path(project_path)
    assert window.session.project is None
    assert "table relation missing" in window.messages.words


def test_restored_project_opens_for_writing(make_window, project_path):
    alter(project_path, "CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
    window = make_window()
    window.projects.open_path(project_path)
    window.session.close_project()
    alter(project_path, "DROP TRIGGER evil")
    window.projects.open_path(project_path)
    assert window.session.writable
    assert window.messages.words == ""


def test_endless_title_is_cut(make_window, project_path):
    alter(project_path, "UPDATE document SET title = hex(zeroblob(50000)), publisher = title")
    window = make_window(project_path)
    heading = window.view.page.layout.measures.heading
    assert heading.endswith("0…")
    assert len(heading) < 2_000


SOME = [name for name in hostile.CASES if name != "title of ten million letters"]  # it is laid out for seconds
SOME = SOME if os.environ.get("SPANWRIGHT_LONG") else SOME[::6]


def test_hostile_names_do_not_break_window(make_window, tmp_path, qtbot):
    window = make_window()
    with qtbot.captureExceptions() as caught:
        for name in SOME:
            folder = tmp_path / name
            folder.mkdir()
            path = hostile.make(name, folder)
            opened = window.projects.open_path(path)
            assert opened or window.messages.words, name
            if opened and window.session.opened is not None:
                window.articles.go_next()
                qtbot.wait(1)
            window.session.close_project()
    assert [error for _, error, _ in caught if not isinstance(error, AnnotatorError)] == []  # the others are told

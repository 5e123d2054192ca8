"""The project that the program opens at its start: the last one at its last place, or at the first start the sample."""

import json
import os
import signal
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QMessageBox

from annotator.corpus.article import Article
from annotator.project.project import Project
from annotator.system.lock import Lock
from tests.ui.opened import new_project
from ui.article.caret import Caret
from ui.base import i18n
from ui.base.crashes import Crashes, UnclosedRun
from ui.base.settings import Settings
from ui.shell.app import Application

LONG = "\n\n".join(f"Absatz {number}: Die EU-Kommission 🎈 sagt in Köln wenig, was neu wäre." for number in range(200))


@pytest.fixture
def long_path(tmp_path):
    """A project with two articles, the second one long."""
    with closing(new_project(tmp_path / "Lang 📜")) as project:
        project.add_articles([Article(title="Kurz", text="Kurz.", language="de")])
        project.add_articles([Article(title="Lang", text=LONG, language="de")])
    return project.path


@pytest.fixture
def start(qtbot, qapp, tmp_path):
    """Start the program as main.py does without arguments, after ending the previous one."""
    started: list[Application] = []

    def begin(*, before=()):
        for other in (*started,):
            end(other)
        settings = Settings()
        settings.language = "en"
        crashes = Crashes(tmp_path / "log")
        crashes.ended = list(before)
        made = Application(qapp, settings, crashes)
        started.append(made)
        qtbot.addWidget(made.window)
        made.window.resize(1100, 700)
        made.show(None, sample=False)
        qtbot.waitUntil(lambda: hasattr(made.window, "menus"))
        return made

    def end(made):
        made.shut_down()
        made.window.closed.disconnect()
        made.window.may_close = lambda: True
        made.window.close()
        made.desk.close()
        made.deleteLater()
        started.remove(made)

    yield begin
    for made in (*started,):
        end(made)
    i18n.install("en")


def opened(made):
    project = made.desk.session.project
    return None if project is None else project.path


def test_first_start_of_all_opens_the_sample(start):
    made = start()
    assert opened(made).name == "Sample.spanwright"
    assert made.desk.session.opened is not None
    assert made.window.messages.words == ""


def test_first_start_of_all_begins_the_tour(start):
    made = start()
    assert made.window.touring.running
    assert made.window.view.active() is not None
    assert made.window.view.hasFocus() or made.window.focusWidget() is made.window.view


def test_skipped_tour_does_not_come_back(start):
    start().window.touring.tour.card.skip.click()
    again = start()
    assert opened(again).name == "Sample.spanwright"
    assert not again.window.touring.running


def test_tour_goes_on_after_the_program_was_closed(start):
    made = start()
    made.window.review.accept()
    made.desk.session.settling.catch_up()
    again = start()
    assert again.window.touring.running
    assert again.window.touring.tour.card.accessibleName().startswith("Tour, 2 of 8")


def test_tour_goes_on_in_another_language(start, qtbot):
    made = start()
    before = made.window
    made._speak("de")
    qtbot.addWidget(made.window)
    assert made.window is not before
    assert made.window.touring.running


def test_start_with_own_project_has_no_tour(start, long_path):
    Settings().remember(long_path)
    assert not start().window.touring.running


def test_last_project_opens_at_article_caret_and_line(start, long_path, qtbot):
    made = start()
    made.window.projects.open_path(long_path)
    made.window.articles.go_next()
    view = made.window.view
    assert view.document_id() == made.desk.session.opened.document.id
    view.select(LONG.index("Absatz 120"), LONG.index("Absatz 120"))
    view.scrolling.ensure_visible(view.caret(), view.caret())
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 37)
    before = view.caret(), view.scrolling.anchor()
    assert before[1] is not None
    qtbot.waitUntil(lambda: not made.window.last_place._rest.isActive(), timeout=5_000)
    made.window.last_place.wait()
    again = start()
    assert opened(again) == long_path
    assert again.desk.session.opened.document.title == "Lang"
    assert (again.window.view.caret(), again.window.view.scrolling.anchor()) == before
    assert again.window.view.hasFocus()


def test_place_is_written_without_closing(start, long_path, qtbot):
    made = start()
    made.window.projects.open_path(long_path)
    made.window.articles.go_next()
    made.window.view.select(500, 500)
    qtbot.waitUntil(lambda: not made.window.last_place._rest.isActive(), timeout=5_000)
    made.window.last_place.wait()
    file = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / "places.json"
    kept = json.loads(file.read_text("utf-8"))
    assert kept[str(long_path)][:2] == [made.desk.session.opened.document.id, 500]


@pytest.mark.parametrize(
    "content",
    [
        *("", "[]", "{", "[" * 100_000, '{"%s": 1}', '{"%s": ["%d", -1, 0, 0]}', '{"%s": ["%d", 1e999, 0, 0]}'),
        *('{"%s": ["%d", 99999999, 99999999, 99999999]}', '{"%s": ["%d", true, null, -2000000000]}'),
    ],
)
def test_invalid_last_place_still_opens_the_article(start, long_path, content, qtbot):
    with closing(Project.open(long_path, read_only=True)) as project:
        (id_,) = project.read.documents_with_text([project.read.document(i).sha256 for i in ids(project)][1:]).values()
    settings = Settings()
    settings.remember(long_path)
    settings.remember_document(long_path, id_)
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    folder.mkdir(parents=True)
    (folder / "places.json").write_text(content.replace("%s", str(long_path)).replace("%d", id_), "utf-8")
    made = start()
    assert made.desk.session.opened.document.title == "Lang"
    assert 0 <= made.window.view.caret() <= len(LONG)
    made.window.view.move_caret(Caret(3, 3))


def ids(project):
    from annotator.store.reader import DocumentQuery

    return project.read.document_ids(DocumentQuery(annotator=None))


def test_welcome_page_names_a_missing_last_project(start, long_path, project_path):
    settings = Settings()
    settings.remember(project_path)
    settings.remember(long_path)
    long_path.unlink()
    made = start()
    assert opened(made) is None
    assert made.window.welcome.isVisible()
    assert made.window.messages.words == f"There is no project at {long_path}."


def test_welcome_page_names_a_damaged_last_project(start, long_path):
    Settings().remember(long_path)
    long_path.write_bytes(b"SQLite format 3\0" + os.urandom(9_000))
    made = start()
    assert opened(made) is None
    assert made.window.welcome.isVisible()
    assert long_path.name in made.window.messages.words


def test_last_project_that_is_locked_asks_over_the_welcome_page(start, long_path):
    Settings().remember(long_path)
    lock = Lock(long_path)
    try:
        made = start()
        assert made.window.findChild(QMessageBox, "readOnlyQuestion").isVisible()
        assert made.window.welcome.isVisible()
        made.window.findChild(QMessageBox, "readOnlyQuestion").close()
    finally:
        lock.release()


def test_project_named_by_a_relative_path_is_found_from_elsewhere(start, long_path, monkeypatch):
    monkeypatch.chdir(long_path.parent)
    made = start()
    made.window.projects.open_path(Path(long_path.name))
    monkeypatch.chdir("/")
    assert opened(start()) == long_path


def test_project_remembered_by_relative_path_is_found_again(start, long_path, monkeypatch):
    monkeypatch.chdir(long_path.parent)
    Settings().remember(Path(long_path.name))
    monkeypatch.chdir("/")
    assert Settings().recent == [long_path]
    assert opened(start()) == long_path


def test_recent_menu_leaves_out_what_is_gone(start, long_path, project_path):
    settings = Settings()
    settings.remember(project_path)
    settings.remember(long_path)
    made = start()
    recent = made.window.menus.recent
    assert [action.text() for action in recent.actions()] == [project_path.stem], "without the open project"
    project_path.unlink()
    recent.aboutToShow.emit()
    assert recent.actions() == []


@pytest.mark.parametrize(
    ("crashed", "words"), [(False, "was not closed properly last time"), (True, "crashed last time")]
)
def test_run_that_ended_badly_is_reported_with_the_log(start, long_path, crashed, words):
    Settings().remember(long_path)
    made = start(before=[UnclosedRun("process 1", crashed, 0)])
    assert words in made.window.messages.words
    made.show_log()
    assert made.window.findChild(object, "logText") is not None


def test_project_that_ended_two_starts_is_not_opened_by_itself(start, long_path):
    Settings().remember(long_path)
    made = start(before=[UnclosedRun("process 1", True, 2)])
    assert opened(made) is None
    assert "was not opened automatically" in made.window.messages.words
    assert made.window.projects.open_path(long_path)


def test_reopening_after_a_fault_restores_the_place(start, long_path, qtbot):
    Settings().remember(long_path)
    made = start()
    made.window.articles.go_next()
    made.window.view.select(700, 700)
    first = made.window
    made.desk.crashes.report("Traceback …")
    qtbot.waitUntil(lambda: made.desk.crashes.dialog is not None)
    made.desk.crashes.dialog.findChild(object, "crashReopen").click()
    qtbot.addWidget(made.window)
    assert made.window is not first
    assert opened(made) == long_path
    assert (made.desk.session.opened.document.title, made.window.view.caret()) == ("Lang", 700)
    assert made.desk.session.writable


def test_quit_after_a_fault_closes_the_project(start, long_path, qtbot):
    Settings().remember(long_path)
    made = start()
    made.desk.crashes.report("Traceback …")
    qtbot.waitUntil(lambda: made.desk.crashes.dialog is not None)
    with qtbot.waitSignal(made.window.closed):
        made.desk.crashes.dialog.findChild(object, "crashQuit").click()


def test_signal_of_the_system_closes_the_project_in_order(start, long_path, qtbot):
    Settings().remember(long_path)
    made = start()
    qtbot.waitUntil(lambda: made.desk.session.project is not None)
    with qtbot.waitSignal(made.window.closed):
        os.kill(os.getpid(), signal.SIGTERM)
    Project.open(long_path).close()

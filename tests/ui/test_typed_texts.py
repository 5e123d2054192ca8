"""Texts typed in a window that are not saved when the program is killed."""

import json
import subprocess
import sys
import time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox

from annotator.system.errors import StoreError
from annotator.system.lock import Lock
from tests.ui.opened import open_article
from tests.ui.typing_in_window import FILES, Opened, kept
from ui.base.settings import own_folder

WORDS = "Amt oder Ort"
AGAIN = "What you had typed is here again."
KINDS = tuple(FILES)


@pytest.fixture
def path(tmp_path, isolated, qapp):
    """The path of a project with an article."""
    session, _ = open_article(tmp_path)
    path = session.required().path
    session.close_project()
    return path


@pytest.fixture
def open_window(qtbot, path):
    """Return a function that opens the project with a window of a kind; all are closed after the test."""
    every: list[Opened] = []

    def opened(kind):
        for earlier in every:
            earlier.end()
        made = Opened(path, kind)
        qtbot.addWidget(made.window)
        every[:] = [made]
        return made

    yield opened
    for made in every:
        made.end()


def killed_while_typing(path, kind):
    command = [sys.executable, "-m", "tests.ui.typing_in_window", path, kind, WORDS, QApplication.applicationName()]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as typing:
        assert typing.stdout is not None
        assert typing.stdout.readline() == b"typed\n"
        wait_for(lambda: WORDS in json.dumps(kept(FILES[kind])))
        typing.kill()
    wait_for(lambda: is_free(path))


def wait_for(holds):
    """Wait until a condition holds; on a busy machine, a process may be paused for many seconds."""
    until = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


def is_free(path):
    """Return whether no process holds the project.

    A job process that the killed program was about to start (comments list themselves in one) has its open files, and
    with them its lock, until it runs its own code.
    """
    try:
        Lock(path).release()
    except StoreError:
        return False
    return True


def written(opened):
    field = opened.field()
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def says_so(opened):
    return any(AGAIN in label.text() for label in opened.window.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("kind", KINDS)
def test_kill_while_typing_keeps_the_text(path, open_window, kind):
    killed_while_typing(path, kind)
    opened = open_window(kind)
    assert WORDS in written(opened)
    assert says_so(opened)
    assert opened.session.next_undo() is None  # nothing is stored before the user wants it


@pytest.mark.parametrize("kind", KINDS)
def test_closed_project_keeps_the_text_too(open_window, kind):
    opened = open_window(kind)
    assert not says_so(opened)
    closing = opened.window.hide if kind == "prompt" else opened.window.reject  # as windows do
    opened.session.project_closed.connect(closing)
    opened.type(WORDS)
    again = open_window(kind)
    assert WORDS in written(again)
    assert says_so(again)


@pytest.mark.parametrize("kind", KINDS)
def test_discarded_text_stays_away(qtbot, open_window, kind):
    opened = open_window(kind)
    opened.type(WORDS)
    if kind == "guideline":
        opened.window.foot.over.click()
    else:
        opened.window.reject()
        if kind == "article":
            question = opened.window.findChild(QMessageBox, "pasteDiscardQuestion")
            next(button for button in question.buttons() if button.text() == "Discard").click()
        opened.window.reject()  # a comment is discarded only the second time
    qtbot.waitUntil(lambda: kept(FILES[kind]) == {})
    again = open_window(kind)
    assert WORDS not in written(again)
    assert not says_so(again)


def test_saved_details_and_added_comment_are_forgotten(qtbot, open_window):
    opened = open_window("details")
    opened.type(WORDS)
    opened.window._store()
    qtbot.waitUntil(lambda: kept(FILES["details"]) == {})
    opened = open_window("comment")
    opened.type(WORDS)
    opened.window.say()
    qtbot.waitUntil(lambda: kept(FILES["comment"]) == {})


def test_kept_article_is_not_replaced_by_the_clipboard(path, open_window):
    killed_while_typing(path, "article")
    QApplication.clipboard().setText("Aus der Zwischenablage")
    opened = open_window("article")
    opened.window.paste_clipboard()
    assert WORDS in written(opened)
    assert says_so(opened)
    opened.window.text.clear()
    assert not says_so(opened)


def test_article_keeps_the_details_written_for_it(qtbot, open_window):
    opened = open_window("article")
    opened.type(WORDS)
    qtbot.waitUntil(opened.window.form.isEnabled)
    QTest.keyClicks(opened.window.form.lines["publisher"], "Nordkurier")
    opened.window.form.language.setFocus()
    again = open_window("article")
    qtbot.waitUntil(again.window.form.isEnabled)
    assert again.window.form.lines["publisher"].text() == "Nordkurier"
    again.window.text.clear()
    again.type("Ein anderer Titel")
    qtbot.waitUntil(lambda: again.window.form.lines["title"].text() == "Ein anderer Titel")
    assert again.window.form.lines["publisher"].text() == "Nordkurier"


def test_details_changed_meanwhile_are_not_overwritten(path, open_window):
    killed_while_typing(path, "details")
    other = open_window("comment")
    document = other.session.opened.document
    other.session.describe(
        type(document)(**{name: getattr(document, name) for name in document.__slots__} | {"title": "Neu"})
    )
    assert not says_so(open_window("details"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("row", [[], ["a"] * 3, [None] * 6, ["anna", "x", "", "gone", "-1", "0", ""]])
def test_broken_row_opens_an_empty_window(path, open_window, kind, row):
    own_folder().mkdir(parents=True, exist_ok=True)
    (own_folder() / f"{FILES[kind]}.json").write_text(json.dumps({str(path): row}))
    assert not says_so(open_window(kind))


def test_typed_texts_can_only_be_read_by_their_user(path):
    killed_while_typing(path, "prompt")
    assert (own_folder() / "prompts.json").stat().st_mode & 0o077 == 0

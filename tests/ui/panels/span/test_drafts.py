"""A text that is being typed when the program is killed."""

import gc
import subprocess
import sys
import time
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from annotator.model.values import CLAIMS
from tests.ui.opened import open_article, part
from tests.ui.panels.span import typing_process
from tests.ui.panels.span.typing_process import opened, type_into
from ui.panels.span import drafts

CLAIM = "die Stadt spare jährlich viel"


@pytest.fixture
def project(tmp_path, qapp):
    """The path of a project, and the ids of a name and a claim in it."""
    session, decisions = open_article(tmp_path)
    name = decisions.label(*part("EU"), "entities", "ORG")
    claim = decisions.label(*part(CLAIM), CLAIMS, "CLAIM")
    path = session.required().path
    session.close_project()
    return path, name.id, claim.id


def killed_while_typing(path, label, field, words):
    command = [sys.executable, "-m", "tests.ui.panels.span.typing_process", path, label, field, words]
    with subprocess.Popen([*command, QApplication.applicationName()], stdout=subprocess.PIPE) as typing:
        assert typing.stdout is not None
        assert typing.stdout.readline() == b"typed\n"
        until = time.monotonic() + 5  # a text is written within some hundredths of a second, in a busy machine later
        while words not in [typed.words for typed in typing_process.kept().values()] and time.monotonic() < until:
            time.sleep(0.01)
        typing.kill()
    assert [typed.words for typed in typing_process.kept().values()] == [words]


@pytest.mark.parametrize(("label", "field", "value"), [(0, "n", "note"), (1, "n", "note"), (1, "x", "claim_text")])
def test_kill_while_typing_keeps_the_text(qtbot, project, label, field, value):
    path, *labels = project
    killed_while_typing(path, labels[label], field, "Fragen, ob das stimmt")
    session, card = opened(path, labels[label])
    qtbot.addWidget(card)

    def stored():
        (span,) = session.required().read.spans_of([labels[label]])
        return span.note if value == "note" else span.attributes.get(value)

    qtbot.waitUntil(lambda: stored() == "Fragen, ob das stimmt")
    qtbot.waitUntil(lambda: typing_process.kept() == {})
    assert session.undo()
    assert not stored()
    card.close()
    session.close_project()


def test_escape_forgets_what_was_typed(qtbot, project):
    path, name, _ = project
    session, card = opened(path, name)
    qtbot.addWidget(card)
    type_into(card, "n", "Unsinn")
    qtbot.waitUntil(lambda: [typed.words for typed in typing_process.kept().values()] == ["Unsinn"])
    qtbot.keyPress(QApplication.focusWidget(), "\x1b")
    qtbot.waitUntil(lambda: typing_process.kept() == {})
    card.close()
    session.close_project()


def test_older_draft_never_replaces_a_newer_text(qtbot, project):
    path, name, _ = project
    killed_while_typing(path, name, "n", "alt")
    (kept,) = typing_process.kept().values()
    drafts.DRAFTS.put(path, kept._replace(before="was nun anders ist"))
    session, card = opened(path, name)
    qtbot.addWidget(card)
    qtbot.waitUntil(lambda: typing_process.kept() == {})
    assert session.required().read.spans_of([name])[0].note == ""
    card.close()
    session.close_project()


@pytest.mark.parametrize("content", ["", "[]", '{"%s": 5}', '{"%s": ["b", "c", "d", "e", "f", 5, null]}', "[" * 9999])
def test_broken_file_of_drafts_is_ignored(qtbot, project, content):
    path, name, _ = project
    drafts.DRAFTS.file.parent.mkdir(parents=True, exist_ok=True)
    drafts.DRAFTS.file.write_text(content.replace("%s", str(path)))
    session, card = opened(path, name)
    qtbot.addWidget(card)
    assert session.required().read.spans_of([name])[0].note == ""
    card.close()
    session.close_project()


@pytest.mark.parametrize("field", ["kind", "identity", "own.doubt", "evidence_url", "no_such_field"])
def test_draft_of_a_field_without_text_changes_nothing(qtbot, project, field):
    path, _, claim = project
    killed_while_typing(path, claim, "n", "x")
    (kept,) = typing_process.kept().values()
    drafts.DRAFTS.put(path, kept._replace(field=field, words="bogus"))
    session, card = opened(path, claim)
    qtbot.addWidget(card)
    qtbot.wait(50)
    (span,) = session.required().read.spans_of([claim])
    assert "bogus" not in str(span)
    card.close()
    session.close_project()


def test_closed_project_leaves_no_call_behind(qtbot, tmp_path):
    session, _ = open_article(tmp_path)
    made = drafts.Drafts(session, lambda _row, _field: None, lambda _typed: None, session)
    kept = weakref.ref(made)
    session.close_project()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)
    del made
    QCoreApplication.processEvents()
    gc.collect()
    assert kept() is None

"""The whole program in a process, used by mouse and keys; after a simulated power failure everything is still there."""

import json
import sqlite3
from contextlib import closing

import pytest

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.project.project import Project
from tests.ui.program import Program, need_tools

pytestmark = pytest.mark.window

TEXT = (
    "On Monday 🎈 Angela Merkel visited Weifang and Berlin with Siemens managers.\n\n"
    "London said the harbour of Weifang in Germany would open in May."
)


@pytest.fixture
def project_path(tmp_path):
    project = Project.create(tmp_path / "Häfen 🚢.spanwright", schema=schema_file.load("news"), annotator="anna")
    project.add_articles([Article(title="Harbours 🎈", text=TEXT, language="en")])
    project.close()
    return project.path


@pytest.fixture
def start(project_path, tmp_path):
    need_tools()
    started = []

    def begin(*, named=True):
        program = Program(project_path if named else None, tmp_path / "home")
        started.append(program)
        program.wait(lambda: program.row("Angela Merkel"))
        program.activate()
        return program

    yield begin
    for program in started:
        program.end()


@pytest.fixture
def ask(project_path):
    def query(statement):
        with closing(sqlite3.connect(project_path)) as connection:
            return connection.execute(statement).fetchall()

    return query


SPANS = "SELECT label, quote, start, end FROM span ORDER BY start, end"
SUGGESTIONS = "SELECT quote, state FROM suggestion WHERE state IN ('accepted', 'corrected', 'rejected') ORDER BY start"
CLAIMANTS = "SELECT claim, claimant FROM claim_card"


def at(words):
    start = TEXT.index(words)
    return start, start + len(words)


def until(program, ask, statement, wanted):
    program.wait(lambda: ask(statement) == wanted or None)


def test_a_day_s_work_survives_a_power_failure(start, ask):
    program = start()
    program.wait(lambda: program.row("Siemens"))
    program.drag(program.row("Angela Merkel"), program.row("Angela Merkel"))
    program.press("1")
    merkel = ("PER", "Angela Merkel", *at("Angela Merkel"))
    until(program, ask, SPANS, [merkel])

    following = [row["name"].split(",")[0] for row in program.rows() if "suggestion" in row["name"]]
    program.press("Tab")
    program.press("Return")
    program.wait(lambda: len(ask(SPANS)) == 2)
    program.press("BackSpace")
    program.wait(lambda: "rejected" in dict(ask("SELECT state, count(*) FROM suggestion GROUP BY state")))
    decided = dict(ask(SUGGESTIONS))
    assert decided["Angela Merkel"] == "accepted"
    assert sorted(decided.values()) == ["accepted", "accepted", "rejected"]
    assert [words for words in decided if words in following]

    program.look()
    program.drag(*(program.row(words) for words in ("London", "Germany")))
    program.press("c")  # makes it, and goes to its card
    claim = TEXT[at("London")[0] : at("Germany")[1]]
    program.wait(lambda: ("CLAIM", claim, *at(claim)) in ask(SPANS))
    program.wait(lambda: program.node("claimCard")["place"][2] > 0)
    program.press("w")  # who says it
    program.press("1")  # somebody named: the next click shows who
    program.look()
    program.click(program.row("Angela Merkel"))
    until(program, ask, CLAIMANTS, [(claim, "Angela Merkel")])

    program.press("Escape")
    program.press("ctrl+z")
    until(program, ask, CLAIMANTS, [(claim, "London")])  # what was suggested for nearly the same words
    program.press("ctrl+y")
    until(program, ask, CLAIMANTS, [(claim, "Angela Merkel")])
    before = ask(SPANS), ask(SUGGESTIONS), ask(CLAIMANTS)
    assert [json.loads(changes) for (changes,) in ask("SELECT changes FROM edit")]

    program.kill()
    assert (ask(SPANS), ask(SUGGESTIONS), ask(CLAIMANTS)) == before
    program = start(named=False)
    program.wait(lambda: program.row(claim[:20]))
    assert (ask(SPANS), ask(SUGGESTIONS), ask(CLAIMANTS)) == before
    program.press("ctrl+z")
    until(program, ask, CLAIMANTS, [(claim, "London")])
    assert program.quit() == 0
    assert ask("PRAGMA integrity_check") == [("ok",)]


def test_a_key_that_is_held_goes_on_once(start, ask):
    program = start()
    program.wait(lambda: program.row("Siemens"))
    document = "SELECT state FROM document_state"
    program.use("keydown", "a", "sleep", "2", "keyup", "a")
    program.wait(lambda: ask(SPANS))
    assert ask(document) == []


def test_kill_while_typing_a_note_keeps_it(start, ask):
    program = start()
    note = "SELECT note FROM span"
    program.drag(program.row("Angela Merkel"), program.row("Angela Merkel"))
    program.press("1")
    program.wait(lambda: ask(SPANS))
    program.press("n")
    program.use("type", "--delay", "60", "which Merkel?")
    program.wait(lambda: program.node("noteField"))
    assert ask(note) == [("",)]
    program.kill()
    program = start(named=False)
    program.wait(lambda: ask(note) == [("which Merkel?",)])
    assert program.quit() == 0

"""Walk through the window of the running program as a screen reader does."""

import re

import pytest

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.project.project import Project
from tests.ui.program import Program, need_tools

pytestmark = pytest.mark.window

BUTTONS = {"button", "check box", "combo box", "text"}
TEXT = (
    "Kürzlich 🎈 traf Ce\u0301line Weiß in\u00a0Weifang ein.\n\n"
    "Bundeskanzlerin Angela Merkel besuchte am Montag Köln und Berlin."
)


@pytest.fixture
def project_path(tmp_path):
    project = Project.create(tmp_path / "Städte.spanwright", schema=schema_file.load("news"), annotator="anna")
    project.add_articles([Article(title="Weifang 🎈", text=TEXT, language="de")])
    project.close()
    return project.path


@pytest.fixture
def program(project_path, tmp_path):
    need_tools()
    started = Program(project_path, tmp_path / "home")
    yield started
    started.end()


def test_the_whole_window_is_read_and_the_program_survives_it(program):
    program.wait(lambda: program.row("Köln"))
    assert program.node("articleText")["text"].replace("\n", "") == TEXT.replace("\n", "")
    assert program.paragraphs() == TEXT.split("\n\n")
    assert re.fullmatch(r"Köln, Place, suggestion, \d+%", program.row("Köln")["name"])
    names = {id_: program.node(id_)["name"] for id_ in ("labelPanel", "suggestionPanel", "inspector", "articleList")}
    assert all(names.values()), names
    program.activate()
    program.drag(program.row("Köln"), program.row("Köln"))
    program.press("3")
    program.wait(lambda: program.row("Köln")["name"] == "Köln, Place")
    nameless = [node for node in program.nodes if node["role"] in BUTTONS and node["place"][2] > 0 and not node["name"]]
    assert not nameless, nameless
    assert program.quit() == 0

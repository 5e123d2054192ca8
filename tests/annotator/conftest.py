"""A project in a file of its own."""

import pytest

from annotator.editing import edits
from annotator.model.values import State
from tests.annotator.made import OTHER, add_article, claim, make_project, span
from tests.annotator.mounts import bind_mount, disk_of

__all__ = ["bind_mount", "disk_of"]  # fixtures


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    yield made
    made.close()


@pytest.fixture
def document(project):
    return add_article(project)


@pytest.fixture
def labelled(project, document):
    other = add_article(project, "Anderer 🎈", OTHER)
    said, who = claim(document, "sie spare viel"), span(document, "EU-Kommission", "ORG")
    evidence = span(other, "Brüssel", text=OTHER)
    project.do(edits.add([said, who, span(document, "Köln", attributes={"part_of_word": "full"}, note="ü")]))
    project.do(edits.add(evidence))
    project.do(edits.relate(said, "claimant", who, annotator="anna"))
    project.do(edits.relate(said, "evidence", evidence, annotator="anna"))
    project.do(edits.set_state(None, document, State.DONE, annotator="anna"))
    return project


@pytest.fixture
def ask(capfd):
    """Return a function that runs a command in this process and returns its output."""
    from annotator.cli.app import run  # few tests need it

    def asked(*arguments, code=0):
        assert run([*map(str, arguments)]) == code
        return capfd.readouterr()

    return asked

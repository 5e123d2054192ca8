"""A project to run commands on."""

import pytest

from annotator.editing import edits
from annotator.model.values import State
from tests.annotator.made import OTHER, add_article, claim, make_project, span, suggestion

HOSTILE = "[red]Köln[/red] \x1b[31m:balloon: \u202eTitel"


@pytest.fixture
def path(tmp_path):
    """Return the file of a project of two articles with labels and suggestions."""
    project = make_project(tmp_path)
    document = add_article(project)
    add_article(project, HOSTILE, OTHER)
    said, who = claim(document, "sie spare viel", attributes={"stance": "affirms"}), span(document, "EU", "ORG")
    project.do(edits.add([said, who]))
    project.do(edits.relate(said, "claimant", who, annotator="anna"))
    project.do(edits.set_state(None, document, State.DONE, annotator="anna"))
    project.put_suggestions(document, "de_news", [suggestion(document, "Köln", score=0.5)])
    project.close()
    return project.path

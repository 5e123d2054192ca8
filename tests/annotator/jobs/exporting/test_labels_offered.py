"""The annotators whose labels are offered for export and training, and the open questions about exported articles."""

import pytest

from annotator.editing import edits
from annotator.editing.edits import Change
from annotator.editing.open_questions import QuestionKind
from annotator.jobs import open_questions
from annotator.jobs.exporting import export_files, export_preflight
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.exporting.labels_offered import offered
from annotator.model.values import GOLD, DocumentState, State
from annotator.quality.settling import as_edit
from tests.annotator.made import TEXT, add_article, claim, make_project, span

_CLAIM = "sie spare viel"  # without a claimant: a question


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    for name in ("ben", "cleo"):
        made._store.add_annotator(name)
    yield made
    made.close()


@pytest.fixture
def articles(project):
    return [add_article(project, f"Artikel {number}", TEXT.replace("viel", f"viel {number}")) for number in range(4)]


def finish(project, *pairs):
    changes = [Change(after=DocumentState(document=id_, annotator=name, state=State.DONE)) for id_, name in pairs]
    project.do(as_edit(changes, by="anna"))


def label(project, *pairs):
    rows = [claim(id_, _CLAIM, name, text=project.read.text(id_)) for id_, name in pairs]
    project.do(as_edit([Change(after=row) for row in rows], by="anna"))


def test_people_without_labels_or_finished_articles_are_left_out(project, articles):
    label(project, (articles[0], "ben"))
    finish(project, (articles[0], "ben"))
    found = offered(project)
    assert (found.people, found.labels, found.usual) == (["ben"], {"ben": 1}, "ben")
    assert (found.done, found.finished, found.every) == ({"ben": 1}, 1, 4)
    assert found.gold_or_only is None


def test_offered_counts_are_those_of_the_request(project, articles):
    label(project, *((id_, name) for id_ in articles[:2] for name in ("ben", "cleo")), (articles[0], GOLD))
    finish(project, *((id_, name) for id_ in articles[:2] for name in ("ben", "cleo")), (articles[0], GOLD))
    finish(project, (articles[2], "cleo"))
    project.do(edits.add([span(articles[3], "Köln", text=project.read.text(articles[3]))]))
    found = offered(project.path)
    assert found.people == ["anna", "ben", "cleo", GOLD]
    for name in found.people:
        request = Request(format="docbin", annotator=name)
        assert (found.done[name], found.every) == export_files.count_done(project, request, name)
    mixed = found.gold_or_only
    assert mixed is not None
    assert (mixed.counts, mixed.left_out, mixed.unfinished) == ({GOLD: 1, "cleo": 1}, 1, 1)
    assert mixed.titles == ("Artikel 1",)


def test_imported_labels_without_states_count_own_states(project, articles):
    label(project, (articles[0], "ben"))
    finish(project, *((id_, "anna") for id_ in articles[:3]))
    assert offered(project).done == {"anna": 3, "ben": 3}


def test_questions_cover_the_only_persons_labels_too(project, articles):
    label(project, *((id_, name) for id_ in articles for name in ("ben", "cleo")), (articles[0], GOLD))
    finish(project, (articles[0], GOLD), (articles[1], "ben"), (articles[2], "ben"), (articles[2], "cleo"))
    checked = export_preflight.check(project, Request(format="docbin", gold_or_only=True))
    assert checked.report.documents == 2
    assert open_questions.count(project, checked.scope)[QuestionKind.CLAIMANTS] == 2

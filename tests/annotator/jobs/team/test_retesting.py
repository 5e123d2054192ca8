"""Blind re-tests: what the package holds, what comes back, and where its rounds are hidden."""

import sqlite3
from contextlib import closing

import pytest

from annotator.editing import edits, talking
from annotator.jobs.exporting.export_files import Request, chosen_documents
from annotator.jobs.merging import copies_merged
from annotator.jobs.team import adjudicating, packing, retesting
from annotator.model.values import ENTITIES, Span, State, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.system.errors import AnnotatorError, StoreError
from tests.annotator.made import TEXT, add_article, make_project, span


@pytest.fixture
def project(tmp_path):
    """Twenty articles that Lea finished, with a note that nobody else may see."""
    made = make_project(tmp_path, annotator="lea")
    for number in range(20):
        document = add_article(made, f"Nr. {number}", f"{TEXT}\n\nNr. {number}.")
        rows = [span(document, "Köln", annotator="lea", note="earlier-secret-note")]
        if number == 7:
            rows.append(span(document, "Kürzlich", "ORG", annotator="lea"))
        made.do(edits.add(rows))
        made.do(talking.comment(document, (0, 4), "earlier-secret-comment", annotator="lea"))
        made.do(edits.set_state(None, document, State.DONE, annotator="lea"))
    yield made
    made.close()


def written(project, folder, **more):
    (made,) = retesting.write(project, folder, "lea", after=0, **more)
    packing.record(project, [made])
    return made


def labelled_again(made, words="Köln", label="LOC"):
    package = Project.open(made.path)
    for document in made.package.options["documents"]:
        start = TEXT.index(words)
        row = Span(
            id=new_id(),
            document=document,
            layer=ENTITIES,
            label=label,
            parts=((start, start + len(words)),),
            annotator="lea~2",
        )
        package.do(edits.add([row]))
        package.do(edits.set_state(None, document, State.DONE, annotator="lea~2"))
    package.close()


def test_package_has_no_earlier_label_anywhere(project, tmp_path):
    ids = [
        row.id
        for document in project.read.document_ids(DocumentQuery(annotator=None))
        for row in project.read.annotated(document, "lea").spans
    ]
    made = written(project, tmp_path / "out", share=50)
    content = made.path.read_bytes()
    assert made.articles == 10
    for earlier in (b"earlier-secret", *(id_.encode() for id_ in ids)):
        assert earlier not in content
    with closing(sqlite3.connect(made.path)) as connection:
        for table in ("span", "document_state", "suggestion", "comment", "relation", "sentence_mark"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    package = Project.open(made.path)
    assert package.annotator == "lea~2"
    package.close()


def test_rare_labels_come_first_and_no_article_twice(project, tmp_path):
    first = written(project, tmp_path / "one", share=5)
    (document,) = first.package.options["documents"]
    assert {row.label for row in project.read.annotated(document, "lea").spans} == {"LOC", "ORG"}
    second = written(project, tmp_path / "two", share=50)
    assert second.package.annotator == "lea~3"
    assert document not in second.package.options["documents"]


def test_articles_finished_lately_are_left_out(project, tmp_path):
    with pytest.raises(AnnotatorError) as caught:
        retesting.write(project, tmp_path, "lea")
    assert caught.value.code == "retest.nothing"


def test_figures_of_a_round_that_came_back(project, tmp_path):
    made = written(project, tmp_path / "out", share=50)
    labelled_again(made)
    copies_merged.merge(project, [made.path])
    (found,) = retesting.rounds(project)
    assert (found.person, found.annotator, found.articles) == ("lea", "lea~2", 10)
    drift = {each.label: each for each in found.drift}
    assert drift["LOC"][2:] == (10, 10, 10)
    assert drift["ORG"][2:] == (1, 0, 0)
    assert found.alike.labels + found.unlike.labels == 21
    assert retesting.as_mapping([found])[0]["layers"]["entities"]["f_exact"] == pytest.approx(20 / 21)


def test_rounds_are_hidden_from_lists_exports_and_adjudication(project, tmp_path):
    made = written(project, tmp_path / "out", share=50)
    labelled_again(made)
    copies_merged.merge(project, [made.path])
    assert "lea~2" not in project.read.annotators()
    assert "lea~2" in project.read.annotators(rounds=True)
    project.read.people.require("lea~2")
    with pytest.raises(StoreError, match="No annotator called lea~2"):
        project.read.people.require("lea~2", rounds=False)
    document = made.package.options["documents"][0]
    assert {row.annotator for row in project.read.annotated(document, None).spans} == {"lea"}
    assert dict(project.read.talk.standing(document).states) == {"lea": State.DONE}
    assert adjudicating.articles(project) == []
    everybody = chosen_documents(project, Request(format="jsonl", annotator=None))
    assert {row.annotator for each in everybody for row in each.spans} == {"lea"}
    asked = chosen_documents(project, Request(format="jsonl", annotator="lea~2"))
    assert sum(len(each.spans) for each in asked) == 10

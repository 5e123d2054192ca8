"""Comments in records: exported as JSONL, read again, and yielded by the package for Python."""

import json
from contextlib import closing
from dataclasses import replace

import pytest

import spanwright
from annotator.cli.app import run
from annotator.editing import edits, talking
from annotator.formats.base import ReadOptions
from annotator.formats.plain.jsonl import read
from annotator.formats.problem import Problem
from annotator.jobs.exporting.export_files import Request, export
from annotator.model import json_records
from annotator.model.talk import threads
from annotator.model.values import Annotated
from annotator.project.project import Project
from tests.annotator.made import TEXT, add_article, make_project, span

NAME = "Köln"


@pytest.fixture
def project(tmp_path):
    """An article with a label, a thread about it that is closed, and an open one."""
    made = make_project(tmp_path, annotator="lea")
    document = add_article(made)
    row = span(document, NAME, annotator="lea")
    made.do(edits.add([row]))
    made.do(talking.comment(document, (row.start, row.end), "a city here?", annotator="lea", span=row.id))
    (thread,) = threads(made.read.talk.comments(document))
    made.do(talking.answer(thread, "yes 🎈", annotator="lea"))
    made.do(talking.comment(document, (0, 8), "open", annotator="lea"))
    yield made
    made.close()


def exported(project, path, **more):
    export(project.path, path, Request(format="jsonl", annotator=None, **more))
    return path


def texts_of(path):
    with closing(Project.open(path)) as opened:
        return sorted(each.text for each in opened.read.talk.every_comment())


def test_jsonl_has_threads_by_place(project, tmp_path):
    path = exported(project, tmp_path / "out.jsonl")
    record = json.loads(path.read_text(encoding="utf-8"))
    assert (record["comments"][0]["text"], record["comments"][0]["start"]) == ("open", 0)
    question, answer = (each for each in record["comments"] if each["start"])
    assert answer["reply_to"] == question["id"]
    assert question["span"] == record["spans"][0]["id"]
    assert TEXT[question["start"] : question["end"]] == NAME


def test_reading_and_writing_again_gives_the_same_bytes(project, tmp_path):
    path = exported(project, tmp_path / "out.jsonl")
    (annotated,) = read(path, ReadOptions())
    assert isinstance(annotated, Annotated)
    assert json_records.to_line(annotated) + "\n" == path.read_text(encoding="utf-8")
    bare = replace(annotated, comments=())
    assert '"comments"' not in json_records.to_line(bare)


def test_answer_made_before_its_question_stays_behind_it(project, tmp_path):
    path = exported(project, tmp_path / "out.jsonl")
    record = json.loads(path.read_text(encoding="utf-8"))
    answer = next(each for each in record["comments"] if each["reply_to"])
    answer["made"] = "2001-01-01T00:00:00+00:00"  # its writer's clock was slow
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    (annotated,) = read(path, ReadOptions())
    assert isinstance(annotated, Annotated)
    assert [each.text for each in annotated.comments] == ["open", "a city here?", "yes 🎈"]


def test_import_brings_comments_once(project, tmp_path):
    path = exported(project, tmp_path / "out.jsonl")
    other = make_project(tmp_path, "Andere", annotator="max")
    other.close()
    for _ in range(2):
        assert run(["import", str(other.path), str(path)]) == 0
    assert texts_of(other.path) == ["a city here?", "open", "yes 🎈"]


def test_known_article_gets_only_new_comments(project, tmp_path):
    path = exported(project, tmp_path / "out.jsonl")
    other = make_project(tmp_path, "Andere", annotator="max")
    other.close()
    assert run(["import", str(other.path), str(path)]) == 0
    record = json.loads(path.read_text(encoding="utf-8"))
    record["comments"].append({**record["comments"][0], "id": "f" * 32, "text": "one more"})
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert run(["import", str(other.path), str(path)]) == 0
    assert texts_of(other.path) == ["a city here?", "one more", "open", "yes 🎈"]


@pytest.mark.parametrize("wrong", [{"start": 5, "end": 5}, {"end": 9_999}, {"text": "x" * 10_001}, {"start": None}])
def test_unusable_comments_are_problems(project, tmp_path, wrong):
    path = exported(project, tmp_path / "out.jsonl")
    record = json.loads(path.read_text(encoding="utf-8"))
    record["comments"] = [{**record["comments"][0], **wrong}]
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    problem, annotated = read(path, ReadOptions())
    assert isinstance(problem, Problem)
    assert isinstance(annotated, Annotated)
    assert problem.place == "comments 1"
    assert annotated.comments == ()


def test_package_for_python_yields_comments(project):
    with spanwright.open(project.path) as opened:
        comments = list(opened.comments())
    assert comments[0].text == "open"
    assert {each.quote for each in comments} == {NAME, TEXT[:8]}

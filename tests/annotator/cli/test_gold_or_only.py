"""`--gold-or-only`: gold where an article was adjudicated, else the labels of the only person who finished it."""

import json
from contextlib import closing

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.learning import evaluate_models
from annotator.model.values import GOLD, RETEST, DocumentState, Package, State
from annotator.project.project import Project
from annotator.quality.settling import as_edit
from tests.annotator.made import make_project, span

TEXTS = [f"In Köln und in Bonn entstehen {number} neue Brücken." for number in range(5)]


@pytest.fixture
def team(tmp_path):
    """Return a project with five articles: adjudicated, anna's, ben's, finished by both, finished by nobody."""
    with closing(make_project(tmp_path, annotator="chris")) as project:
        articles = [Article(name=f"{n}", title=f"Nr. {n}", text=text, language="de") for n, text in enumerate(TEXTS)]
        ids = project.add_articles(articles).ids
        for name, numbers in {"anna": (0, 1, 3), "ben": (0, 2, 3)}.items():
            project.set_annotator(name)
            for number in numbers:
                project.do(edits.add([span(ids[number], "Köln", annotator=name, text=TEXTS[number])]))
                project.do(edits.set_state(None, ids[number], State.DONE, annotator=name))
        golden = span(ids[0], "Bonn", annotator=GOLD, text=TEXTS[0])
        done = DocumentState(document=ids[0], annotator=GOLD, state=State.DONE)
        project.do(as_edit([Change(after=golden), Change(after=done)], by="ben"))
        project.do(edits.add([span(ids[4], "Bonn", annotator="ben", text=TEXTS[4])]))
        project.set_annotator("chris")
        return project.path


def whose(file):
    records = [json.loads(line) for line in file.read_text().splitlines()]
    return {record["title"]: {each["annotator"] for each in record["spans"]} for record in records if "title" in record}


def test_each_article_gets_gold_or_the_only_labels(team, ask, tmp_path):
    told = ask("export", team, tmp_path / "out.jsonl", "--format", "jsonl", "--gold-or-only")
    assert whose(tmp_path / "out.jsonl") == {"Nr. 0": {GOLD}, "Nr. 1": {"anna"}, "Nr. 2": {"ben"}}
    assert "Gold: 1 article. Of one person only: anna: 1, ben: 1." in told.out
    assert "nobody finished them: 1 article" in told.out
    assert "Nr. 3" in told.err


def test_counts_are_shown_before_the_export(team, ask, tmp_path):
    out = tmp_path / "out.conll"
    told = ask("export", team, out, "--format", "conll", "--gold-or-only", "--dry-run", "--json").out
    assert not out.exists()
    found = json.loads(told)
    assert found["documents"] == 3
    mixed = found["gold_or_only"]
    assert (mixed["gold"], mixed["only"], mixed["unfinished"]) == (1, {"anna": 1, "ben": 1}, 1)
    assert [each["title"] for each in mixed["left_out"]] == ["Nr. 3"]


@pytest.mark.parametrize("other", [("--gold",), ("--annotator", "anna")])
@pytest.mark.parametrize("command", ["export", "train"])
def test_another_choice_of_labels_is_refused(team, ask, tmp_path, command, other):
    out = (tmp_path / "out", "--format", "jsonl") if command == "export" else ("--out", tmp_path / "out")
    assert "--gold-or-only" in ask(command, team, *out, "--gold-or-only", *other, code=2).err


def test_evaluation_compares_with_the_same_labels(team):
    request = Request(format=evaluate_models.FORMAT, gold_or_only=True)
    with evaluate_models._Gold(team, request, None) as gold:
        found = [{row.annotator for row in annotated.spans} for annotated in gold]
    assert found == [{GOLD}, {"anna"}, {"ben"}]


def test_rounds_are_nobodys_only_labels(team):
    with closing(Project.open(team)) as project:
        made = Package(id="0" * 32, annotator="anna~2", purpose=RETEST, made="2026-01-01T00:00:00Z")
        project.do(Edit(kind=EditKind.PACK, annotator="chris", changes=(Change(after=made),)))
        project.set_annotator("anna~2")
        for id_, *_ in project.read.figures.finished_by():
            project.do(edits.set_state(None, id_, State.DONE, annotator="anna~2"))
        found = project.read.figures.finished_by()
    assert [names for _, _, names in found] == [["anna", "ben", "gold"], ["anna"], ["ben"], ["anna", "ben"], []]

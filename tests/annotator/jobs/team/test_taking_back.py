"""Taking dealt articles back, and dealing them to others: nothing that the person labelled is lost."""

import json
import shutil
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.jobs.merging.copies_merged import merge
from annotator.jobs.team import dealing, packing
from annotator.model.values import RETEST, Package, State
from annotator.project.project import Project
from annotator.quality.assigning import Wish
from annotator.system.errors import AnnotatorError
from tests.annotator.jobs.team.test_packing import code_of, dealt, labelled, packed, town
from tests.annotator.made import span
from tests.annotator.store.replays import differences, heads_in_log, in_heads

NOBODY = Wish(people=())


def holding(project, name):
    return {id_ for id_, people in project.read.assigned.given().items() if name in people}


def taken_back(project, giver, wish=NOBODY, **options):
    found = dealing.plan_back(project, giver, wish, **options)
    project.do(dealing.step(found, annotator=project.annotator))
    return found


def finish(project, id_, name):
    project.do(edits.set_state(None, id_, State.DONE, annotator=name))


def test_articles_go_to_others_in_one_undoable_step(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project)
        before = project.read.assigned.given()
        lea = holding(project, "Lea")
        steps = len(project.read.log.ids())
        found = taken_back(project, "Lea", Wish(people=("Max", "Ida", "Tom")))
        assert set(found.taken) == lea == found.fresh.keys()
        assert holding(project, "Lea") == set()
        after = project.read.assigned.given()
        assert {id_: len(people) for id_, people in after.items()} == {id_: len(who) for id_, who in before.items()}
        assert found.loads == {name: len(holding(project, name)) for name in ("Max", "Ida", "Tom")}
        assert len(project.read.log.ids()) == steps + 1
        assert differences(project._store) == {}
        assert heads_in_log(project._store) == in_heads(project._store)
        first = found.taken[0]
        assert project.undo(first).kind is EditKind.ASSIGN
        assert project.read.assigned.given() == before
        project.redo(first)
        assert project.read.assigned.given() == after
        assert project._store.check() == []


def test_articles_without_taker_are_dealt_later(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max")))
        lea = holding(project, "Lea")
        found = taken_back(project, "Lea")
        assert (set(found.taken), found.fresh) == (lea, {})
        assert dealing.plan(project, Wish(people=("Max", "Ida"))).fresh.keys() == lea


def test_finished_articles_stay_with_their_annotator(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea",)))
        done, begun, *_ = sorted(holding(project, "Lea"))
        project.set_annotator("Lea")
        finish(project, done, "Lea")
        project.do(edits.add([span(begun, "Bonn", annotator="Lea", text=project.read.text(begun))]))
        some = dealing.plan_back(project, "Lea", NOBODY, most=8)
        assert (len(some.taken), some.begun) == (8, 0), "begun articles go last"
        found = taken_back(project, "Lea", Wish(people=("Max",)))
        assert holding(project, "Lea") == {done}
        assert (len(found.taken), found.begun) == (9, 1)
        assert [each.annotator for each in project.read.annotated(begun, "Lea").spans] == ["Lea"]
        assert code_of(lambda: taken_back(project, "Lea")) == "deal.held"


def test_package_that_comes_back_later_loses_nothing(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max"), overlap=40))
        files = packed(project, tmp_path / "out")
        lea = holding(project, "Lea")
        found = taken_back(project, "Lea", Wish(people=("Ida",)))
        assert found.sent == len(lea)
        count = labelled(files["Lea"])
        told = merge(project, [files["Lea"]])
        assert (told.refused, told.disputes) == ([], 0)
        rows = [row for id_ in lea for row in project.read.annotated(id_, "Lea").spans]
        assert len(rows) == count == len(lea)
        assert set(holding(project, "Ida")) == lea
        assert holding(project, "Lea") == set()
        assert differences(project._store) == {}
        states = {(each.annotator, str(each.state)): each.documents for each in project.read.figures.states(None)}
        assert states["Lea", "done"] == len(lea)
        assert ("Lea", "open") not in states, "only dealt articles are open, if any were dealt"


def test_nothing_is_open_to_a_person_after_taking_all_back(tmp_path):
    with closing(town(tmp_path)) as project:
        figures = project.read.figures
        dealt(project, Wish(people=("Lea", "Max")))
        first = min(holding(project, "Lea"))
        taken_back(project, "Lea")
        assert figures.left("Lea") == 0
        assert "Lea" not in {each.annotator for each in figures.states(None)}
        project.undo(first)
        project.undo(first)
        assert figures.left("Lea") == 10, "nothing was dealt: all articles are open to everybody"


def test_packages_leave_out_what_was_sent_before(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max")))
        packed(project, tmp_path / "first")
        assert code_of(lambda: packed(project, tmp_path / "second")) == "package.sent"
        assert code_of(lambda: packed(project, tmp_path / "second", "Lea")) == "package.sent"
        lea = holding(project, "Lea")
        taken_back(project, "Lea", Wish(people=("Max",)))
        files = packed(project, tmp_path / "second")
        assert files.keys() == {"Max"}
        with closing(Project.open(files["Max"], read_only=True)) as package:
            assert {id_ for id_, _ in package.read.texts()} == lea
        again = packing.write(project, tmp_path / "third", ["Max"], again=True)
        assert [each.articles for each in again] == [10]


@pytest.mark.parametrize("documents", [7, "abc", [["a"]], [{}], None, {"a": 1}])
def test_hostile_list_of_sent_articles_is_passed_over(tmp_path, documents):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max")))
        made = Package(id="1" * 32, annotator="Lea", made="2026-01-01T00:00:00Z", options={"documents": documents})
        project.do(Edit(kind=EditKind.PACK, annotator="anna", changes=(Change(after=made),)))
        assert dealing.plan_back(project, "Lea", NOBODY).sent == 0
        assert packed(project, tmp_path / "out").keys() == {"Lea", "Max"}


def test_two_leads_who_take_back_the_same_articles_merge_alike(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max")))
        before = project.read.assigned.given()
        lea = holding(project, "Lea")
    second = shutil.copyfile(project.path, tmp_path / "second.spanwright")
    for path, name in ((project.path, "Ida"), (second, "Tom")):
        with closing(Project.open(path)) as lead:
            taken_back(lead, "Lea", Wish(people=(name,)))
    third = shutil.copyfile(second, tmp_path / "third.spanwright")
    results = []
    for path, other in ((project.path, third), (second, project.path)):
        with closing(Project.open(path)) as lead:
            told = merge(lead, [other])
            assert (told.refused, told.disputes) == ([], 0)
            assert differences(lead._store) == {}
            assert heads_in_log(lead._store) == in_heads(lead._store)
            assert lead._store.check() == []
            results.append(lead.read.assigned.given())
    assert results[0] == results[1] == {id_: ["Ida", "Tom"] if id_ in lea else who for id_, who in before.items()}


def test_rounds_are_left_alone(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea",)))
        ids = sorted(holding(project, "Lea"))
        package = Package(id="1" * 32, annotator="Lea~2", purpose=RETEST, made="2026-01-01T00:00:00Z")
        package = replace(package, options={"documents": ids, "person": "Lea"})
        project.do(Edit(kind=EditKind.PACK, annotator="anna", changes=(Change(after=package),)))
        assert dealing.plan_back(project, "Lea", NOBODY).sent == 0
        assert code_of(lambda: dealing.plan_back(project, "Lea~2", NOBODY)) == "deal.held"
        taken_back(project, "Lea")
        assert [each.documents for each in project.read.assigned.packages()] == [ids]


def test_articles_that_all_takers_have_are_counted(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max"), overlap=100))
        found = dealing.plan_back(project, "Lea", Wish(people=("Max",)))
        assert (found.fresh, found.already) == ({}, 10)
        assert dealing.plan_back(project, "Lea", NOBODY).already == 0


@pytest.mark.parametrize(
    ("giver", "people", "code"),
    [
        ("Nobody", (), "deal.held"),
        ("L" * 10_000, (), "deal.held"),
        ("Lea", ("Lea",), "deal.giver"),
        ("Lea", ("max",), "person.same"),
        ("Lea", ("gold",), "store.reserved"),
    ],
)
def test_wrong_names_are_refused(tmp_path, giver, people, code):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max")))
        with pytest.raises(AnnotatorError) as error:
            dealing.plan_back(project, giver, Wish(people=people))
        assert error.value.code == code


def test_command_takes_back_and_says_what_comes_of_a_package(ask, tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max"), overlap=20))
        packed(project, tmp_path / "out")
        path, lea = project.path, holding(project, "Lea")
    told = ask("deal", path, "--from", "Lea", "--to", "Max,Ida", "--number", "3", "--dry-run").out
    assert "Would take back 3 articles from Lea." in told
    assert "If it comes back later, its labels are still merged." in told
    told = ask("deal", path, "--from", "Lea", "--to", "Max", "--dry-run").out
    assert "To nobody, because they have them already: 2 articles." in told
    made = json.loads(ask("deal", path, "--from", "Lea", "--to", "Max,Ida", "--json").out)
    assert (made["from"], set(made["taken"]), made["sent"], made["begun"]) == ("Lea", lea, len(lea), 0)
    assert "nothing to take back" in ask("deal", path, "--from", "Lea", code=1).err
    assert ask("deal", path, "--from", "Max", "--overlap", "20", code=2).err
    assert "Took back" in ask("deal", path, "--from", "Max").out

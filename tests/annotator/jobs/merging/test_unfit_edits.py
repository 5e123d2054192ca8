"""A copy with an edit that Spanwright never writes is refused as a whole."""

import json
import sqlite3
from contextlib import closing

import pytest

from annotator.cli.app import run
from annotator.editing import edits, talking
from annotator.jobs.merging.copies_merged import merge
from annotator.model.values import SentenceMark, State
from annotator.project.project import Project
from annotator.system.errors import StoreError
from tests.annotator.jobs.merging.test_merge_cases import labelled
from tests.annotator.jobs.merging.test_uniting import Team, copied, done, identified, merged, picture
from tests.annotator.made import add_article, span
from tests.annotator.store.old_files import old_file
from tests.mounts import protected


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Two copies; in the second one, ben has made a step of each kind."""
    team = Team(tmp_path_factory.mktemp("team"))
    _, path, _ = team.paths

    def step(make):
        done(path, "ben", make)

    step(lambda _, here: edits.relate(here.spans[0], "claimant", here.spans[1], annotator="ben"))
    step(
        lambda _, here: edits.see(
            [SentenceMark(document=here.document.id, annotator="ben", start=0, end=5)], annotator="ben"
        )
    )
    step(lambda _, here: edits.classify(here.document.id, here.labels, "topic", "a", annotator="ben"))
    step(lambda _, here: edits.set_state(None, here.document.id, State.DONE, annotator="ben", note="n"))
    step(lambda _, here: edits.exclude(here.document, ((0, 4),), annotator="ben"))
    step(lambda _, here: talking.comment(here.document.id, (0, 4), "Wer?", annotator="ben"))
    step(lambda _, here: identified(here.spans[1], "ben"))
    with closing(Project.open(path)) as project:
        project.set_annotator("ben")
        (document, *_) = Team.documents(project)
        project.do(edits.reject(project.read.suggestions(document)[:1], annotator="ben"))
        project.do(edits.add([span(document, "traf", "PER", annotator="ben")]))
        add_article(project, "Neu", "Neues aus Köln.")
    return team.paths[:2]


@pytest.fixture
def team(made, tmp_path):
    return [copied(path, tmp_path / path.name) for path in made]


def changed(path, kind, place, value):
    """Write a value into the changes of the last step of a kind, as another program might."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "UPDATE edit SET changes = json_set(changes, ?, json(?)) WHERE number = "
            "(SELECT max(number) FROM edit WHERE kind = ?)",
            [f"$[0]{place}", json.dumps(value), kind],
        )
        connection.commit()


def refused(ours, theirs):
    """Merge a copy; return the code with which it was refused, after comparing our file."""
    before = picture(ours)
    with closing(Project.open(ours)) as project:
        found = merge(project, [theirs])
        assert project._store.check() == []
    assert picture(ours) == before
    ((_, error),) = found.refused
    return error.code


@pytest.mark.parametrize(
    ("kind", "place", "value"),
    [
        ("add", ".after.label", 5),
        ("add", ".after.label", ["PER"]),
        ("add", ".after.note", None),
        ("add", ".after.document", 7),
        ("add", ".after.parts", [[1, 99_999]]),
        ("relate", ".after.head", {}),
        ("seen", ".after.end", "5"),
        ("seen", ".after.start", -1),
        ("classify", ".after.value", [1]),
        ("state", ".after.note", 1e30),
        ("state", ".after", None),
        ("exclude", ".after.title", 10**30),
        ("exclude", ".after.sha256", "0" * 64),
        ("exclude", ".after.excluded", [[-3, 5]]),
        ("exclude", ".before.id", True),
        ("exclude", ".before.id", "other"),
        ("reject", ".before.document", "other"),
        ("add", ".before", {"row": "setting", "name": "a", "value": "b"}),
        ("comment", ".after.annotator", [1]),
        ("comment", ".after.reply_to", 10**30),
        ("identify", ".after.aliases", [[5]]),
        ("reject", ".after.score", 10**30),
        ("reject", ".after.parts", [[0, 99_999]]),
        ("import", ".after.published", []),
        ("import", ".after.id", ["a"]),
    ],
)
def test_value_that_no_step_has_refuses_the_copy(team, kind, place, value):
    changed(team[1], kind, place, value)
    assert refused(*team) in {"store.unfit", "store.damaged"}


def test_place_in_article_that_only_we_have_is_refused(team):
    ours, theirs = team
    changed(theirs, "add", ".after.parts", [[1, 99_999]])
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM document WHERE title = 'Kürzlich'")
        connection.commit()
    assert refused(ours, theirs) == "store.unfit"


@pytest.mark.parametrize(
    "facts",
    [
        '{"held": [[0, "a"]]}',
        '{"held": [[0, 5, 6]]}',
        '{"fates": 5}',
        '{"fates": {"labels": [5]}}',
        '{"fates": {"words": 3}}',
        '{"fates": {"labels": [[["entities", "PER"], 5]]}}',
        '{"fates": {"labels": [[["entities", "PER"], ["ORG"]]]}}',
        '{"fates": {"words": [[["entities", "LOC"], "Köln", ["ORG"]]]}}',
        '{"fates": {"fields": [[["entities", 5], null]]}}',
        '{"fates": {"relations": [["claimant", {}]]}}',
    ],
)
def test_facts_that_no_step_has_refuse_the_copy(team, facts):
    with closing(sqlite3.connect(team[1])) as connection:
        connection.execute("UPDATE edit SET facts = ? WHERE kind = 'add' AND annotator = 'ben'", [facts])
        connection.commit()
    assert refused(*team) == "store.unfit"


def test_schema_change_to_an_unknown_label_changes_no_label(team):
    ours, theirs = team
    facts = '{"fates": {"labels": [[["entities", "PER"], "NOWHERE"]]}}'
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute(
            "UPDATE edit SET kind = 'schema', facts = ?, turn = turn + 50 WHERE kind = 'comment'", [facts]
        )
        connection.commit()
    merged(ours, theirs)
    with closing(Project.open(ours)) as project:
        spans = [each for id_ in Team.documents(project) for each in project.read.annotated(id_, "ben").spans]
        assert {each.label for each in spans} == {"PER"}


@pytest.mark.parametrize("turn", [-1, 1 << 60, (1 << 63) - 1])
def test_turn_that_no_step_has_refuses_the_copy(team, turn):
    _turn(team[1], turn)
    assert refused(*team) == "store.unfit"


def test_project_with_the_last_turn_still_takes_steps(made, tmp_path):
    path = copied(made[1], tmp_path / "own.spanwright")
    _turn(path, (1 << 63) - 1)
    with closing(Project.open(path)) as project:
        document = Team.documents(project)[0]
        for words in ("traf", "ein"):
            project.do(edits.add([span(document, words, "PER")]))
        assert project._store.check() == []


def _turn(path, turn):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE edit SET turn = ? WHERE number = (SELECT max(number) FROM edit)", [turn])
        connection.commit()


def test_undo_of_a_missing_step_refuses_the_copy(team):
    with closing(sqlite3.connect(team[1])) as connection:
        connection.execute("UPDATE edit SET undoes = 'missing' WHERE kind = 'relate'")
        connection.commit()
    assert refused(*team) == "store.unfit"


def test_relation_of_a_missing_label_refuses_only_its_copy(tmp_path):
    ours, theirs, third = Team(tmp_path).paths
    labelled(third)
    done(theirs, "ben", lambda _, here: edits.relate(here.spans[0], "claimant", here.spans[1], annotator="ben"))
    changed(theirs, "relate", ".after.head", "missing")
    with closing(Project.open(ours)) as project:
        found = merge(project, [theirs, third])
        assert project._store.check() == []
    ((path, error),) = found.refused
    assert (path, error.code, found.edits) == (theirs, "store.unfit", 1)


def test_copy_that_needs_what_our_file_lost_is_named(tmp_path):
    ours, theirs, third = Team(tmp_path).paths
    labelled(third)
    done(theirs, "ben", lambda _, here: edits.relate(here.spans[0], "claimant", here.spans[1], annotator="ben"))
    with closing(sqlite3.connect(ours)) as connection, connection:
        connection.execute("DELETE FROM span")
    with closing(Project.open(ours)) as project, pytest.raises(StoreError, match=r"ben\.spanwright") as raised:
        merge(project, [third, theirs])
    assert raised.value.code == "store.unfit"
    with closing(Project.open(theirs, read_only=True)) as project:
        assert project.read.log.ids()[-1] in str(raised.value)


def test_added_article_without_text_is_left_out(team, capsys):
    ours, theirs = team
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM document WHERE title = 'Neu'")
        connection.commit()
    assert run(["merge", str(ours), str(theirs)]) == 0
    assert "Traceback" not in capsys.readouterr().err
    with closing(Project.open(ours)) as project:
        assert project._store.check() == []
        assert "Neu" not in {project.read.document(id_).title for id_ in Team.documents(project)}


def test_older_copy_on_a_read_only_disk_is_merged(tmp_path):
    ours, disk = old_file("m008", tmp_path), tmp_path / "disk"
    disk.mkdir()
    theirs = copied(ours, disk / ours.name)
    with protected(disk):
        told = merged(ours, theirs)
    assert (told.edits, told.refused) == (0, [])

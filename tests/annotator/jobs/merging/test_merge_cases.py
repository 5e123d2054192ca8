"""Special cases of a merge: different texts, unknown articles, labels and names, and labels set twice."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.cli.app import run
from annotator.editing import edits
from annotator.editing.schema_editing.changes import SchemaChange, put_label, remove_label
from annotator.jobs import schema_change
from annotator.jobs.merging.answers import ADD, MergeAnswers
from annotator.jobs.merging.conflicts import conflicts, settling
from annotator.jobs.merging.copies_merged import merge
from annotator.jobs.merging.merge_undone import take_back
from annotator.jobs.merging.report import SENTENCES, MergeProblem, Trouble
from annotator.model.packages import Packed, dumps
from annotator.model.values import ENTITIES, SentenceMark, State
from annotator.project.project import Project
from annotator.system.errors import StoreError
from tests.annotator.jobs.merging.test_uniting import Team, copied, disputes, done, picture, rows_of
from tests.annotator.made import OTHER, add_article, span
from tests.annotator.store.old_files import old_file
from tests.annotator.store.replays import differences, in_tables


@pytest.fixture
def team(tmp_path):
    return Team(tmp_path)


def merged(path, *files, **answers):
    with closing(Project.open(path)) as project:
        found = merge(project, files, answers=MergeAnswers(**answers))
        assert differences(project._store) == {}
        return found


def told(found):
    return [(each.trouble, each.name, each.count) for each in found.problems]


def rows(path):
    with closing(Project.open(path, read_only=True)) as project:
        return in_tables(project._store)


def remodelled(path, change):
    with closing(Project.open(path)) as project:
        schema = project.schema
        schema_change.remodel(project, change(SchemaChange(before=schema, after=schema)))


def without_org(change):
    return remove_label(change, (ENTITIES, "ORG"), None)


def with_firm(change):
    label = change.after.label(ENTITIES, "ORG")
    return put_label(change, "ORG", replace(label, id="FIRM", key=None))


def labelled(path, words="Ce\u0301line", label="PER", name="ben"):
    return done(path, name, lambda _, here: edits.add([span(here.document.id, words, label, annotator=name)]))


def become_package(path, name):
    with closing(Project.open(path)) as project:
        project.set_annotator(name)
        (first, *_) = project.read.log.ids()
        project.keep("package", dumps(Packed(id="p", project=first, name=project.name, annotator=name)))


def test_same_copy_twice_leaves_file_as_it_is(team):
    a, b, _ = team.paths
    labelled(b)
    merged(a, b)
    before = a.read_bytes()
    assert merged(a, b).edits == 0
    assert len(a.read_bytes()) == len(before)


def test_article_with_other_text_is_left_out_alone(team):
    a, b, _ = team.paths
    labelled(b)
    with closing(Project.open(b)) as project:
        second = Team.documents(project)[1]
        project.do(edits.add([span(second, "Brüssel", text=OTHER, annotator="ben")]))
    with closing(sqlite3.connect(b)) as connection:
        connection.execute("UPDATE document_text SET text = 'X' || substr(text, 2) WHERE document = ?", [second])
        connection.commit()
    found = merged(a, b)
    assert told(found) == [(Trouble.OTHER_TEXT, "Anderes", 1)]
    assert (found.edits, found.refused) == (1, [])
    assert {row.label for row in rows_of(a, "span")} >= {"PER"}


def test_metadata_changed_by_both_join_by_field(team):
    a, b, _ = team.paths

    def described(**more):
        return lambda project, here: edits.describe(
            here.document, replace(here.document, **more), annotator=project.annotator
        )

    done(a, "anna", described(author="A. Berg"))
    done(b, "ben", described(publisher="Blatt"))
    assert merged(a, b).disputes == 0
    assert ("A. Berg", "Blatt") in {(row.author, row.publisher) for row in rows_of(a, "document")}
    done(a, "anna", described(author="Anna Berg"))
    done(b, "ben", described(author="Berg, A."))
    merged(a, b)
    with closing(Project.open(a)) as project:
        (conflict,) = conflicts(project)
    assert (conflict.fields, conflict.title) == (("author",), "Kürzlich")


def test_deleted_article_is_reported_and_comes_back_with_all_labels(team):
    a, b, _ = team.paths
    labelled(b)
    with closing(Project.open(a)) as project:
        (gone, _) = Team.documents(project)
        project.delete_documents([gone])
    assert told(merged(a, b)) == [(Trouble.DELETED, "Kürzlich", 1)]
    assert rows_of(a, "span") == []


@pytest.mark.parametrize("answer", ["one", "all"])
def test_deleted_article_returns_on_request(team, answer):
    a, b, _ = team.paths
    labelled(b)
    before = rows(a)
    with closing(Project.open(a)) as project:
        (gone, _) = Team.documents(project)
        project.delete_documents([gone])
    answers = {"brings_all_back": True} if answer == "all" else {"brought_back": frozenset([gone])}
    assert told(merged(a, b, **answers)) == []
    after = rows(a)
    assert before.items() <= after.items()
    assert sorted(row.label for row in after.values() if hasattr(row, "layer") and hasattr(row, "annotator")) == [
        "LOC",
        "ORG",
        "PER",
    ]


def test_renamed_label_reaches_labels_that_arrive_later(team):
    a, b, _ = team.paths
    remodelled(a, with_firm)
    labelled(b, label="ORG")
    found = merged(a, b)
    assert told(found) == []
    assert sorted(row.label for row in rows_of(a, "span")) == ["FIRM", "FIRM", "LOC"]


def test_label_removed_here_is_reported_and_left(team):
    a, b, _ = team.paths
    remodelled(a, without_org)
    labelled(b, label="ORG")
    assert told(merged(a, b)) == [(Trouble.UNKNOWN_LABEL, "entities.ORG", 1)]
    assert [row.label for row in rows_of(a, "span")] == ["LOC"]
    assert told(merged(a, b)) == [(Trouble.UNKNOWN_LABEL, "entities.ORG", 1)]
    assert merged(a, b, labels={"entities.ORG": ADD}).edits == 1
    assert sorted(row.label for row in rows_of(a, "span")) == ["LOC", "ORG"]


@pytest.mark.parametrize(("answer", "expected"), [(ADD, ["LOC", "ORG"]), ("MISC", ["LOC", "MISC"])])
def test_label_removed_here_is_added_or_becomes_another(team, answer, expected):
    a, b, _ = team.paths
    remodelled(a, without_org)
    labelled(b, label="ORG")
    found = merged(a, b, labels={"entities.ORG": answer})
    assert told(found) == []
    assert sorted(row.label for row in rows_of(a, "span")) == expected
    assert merged(a, b).edits == 0
    with closing(Project.open(a)) as project:
        assert (project.schema.label(ENTITIES, "ORG") is not None) == (answer == ADD)


def test_others_in_a_package_are_left_out_unless_named(team):
    a, b, _ = team.paths
    labelled(b)
    labelled(b, "spare", "MISC", "cleo")
    become_package(b, "ben")
    found = merged(a, b)
    assert told(found) == [(Trouble.OTHERS, "cleo", 1)]
    assert [each.annotator for each in found.people] == ["ben"]
    assert merged(a, b, also=frozenset(["cleo"])).edits == 1


def test_name_of_any_length_is_cut_in_its_sentence():
    problem = MergeProblem(trouble=Trouble.OTHERS, name="z" * 10_000, key="z" * 10_000, count=1, file="b.spanwright")
    assert len(problem.told(SENTENCES[problem.trouble])) < 200


def test_renamed_person_is_asked_for_once(team):
    a, b, _ = team.paths
    labelled(b, name="Ben Borg")
    become_package(b, "ben")
    assert told(merged(a, b)) == [(Trouble.OTHERS, "Ben Borg", 1)]
    assert told(merged(a, b, aliases={"Ben Borg": "ben"})) == []
    assert {row.annotator for row in rows_of(a, "span")} == {"anna", "ben"}
    with closing(sqlite3.connect(b)) as connection, connection:
        connection.execute("DELETE FROM setting WHERE name = 'package'")
    labelled(b, "spare", "MISC", "Ben Borg")
    become_package(b, "ben")
    found = merged(a, b)
    assert (told(found), found.edits) == ([], 1)


def test_same_words_labelled_in_two_forks_are_reported_and_joined(team):
    a, b, c = team.paths
    labelled(b, name="anna")
    labelled(c, name="anna")
    shown = copied(a, a.with_name("shown.spanwright"))
    assert told(merged(shown, b, c)) == [(Trouble.TWINS, "anna", 1)]
    assert len(rows_of(shown, "span")) == 4
    assert told(merged(a, b, c, joins_twins=True)) == []
    assert len(rows_of(a, "span")) == 3


def test_decision_about_suggestion_is_kept_on_both_sides(team):
    a, b, _ = team.paths

    def rejected(_, here):
        return edits.reject(here.suggestions, annotator="anna")

    with closing(Project.open(a)) as project:
        document = Team.documents(project)[0]
        project.do(rejected(project, project.read.annotated(document, None, suggestions=True)))
    with closing(Project.open(b)) as project:
        project.set_annotator("ben")
        here = project.read.annotated(document, None, suggestions=True)
        project.do(edits.accept(here.suggestions, here.spans, annotator="ben"))
    merged(a, b)
    merged(b, a)
    assert picture(a) == picture(b)
    with closing(Project.open(a)) as project:
        kinds = [str(edit.kind) for edit in project.read.log.whole()]
    assert {"reject", "accept"} <= set(kinds)


def test_article_from_before_the_log_comes_with_its_first_labels(tmp_path):
    ours, theirs = old_file("m008", tmp_path), tmp_path / "theirs.spanwright"
    copied(ours, theirs)
    with closing(Project.open(theirs)) as project:
        project.set_annotator("ben")
        document = Team.documents(project)[0]
        here = project.read.annotated(document, None)
        project.do(edits.change(here.spans[0], annotator="ben", note="neu"))
    Project.open(ours).close()
    with closing(sqlite3.connect(ours)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM document WHERE id = ?", [document])
        connection.commit()
    found = merge_only(ours, theirs)
    assert found.refused == []
    with closing(Project.open(ours)) as project:
        there = project.read.annotated(document, None)
    assert {row.id for row in there.spans} == {row.id for row in here.spans}
    assert "neu" in {row.note for row in there.spans}
    assert merge_only(ours, theirs).edits == 0


def merge_only(path, *files):
    with closing(Project.open(path)) as project:
        return merge(project, files)


def test_merge_is_undone_by_one_step_and_later_decisions_stay(team):
    a, b, _ = team.paths
    before = rows(a)
    labelled(b)
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben"))
    with closing(Project.open(b)) as project:
        add_article(project, "Neu", "Neues aus Köln.")
        project.do(edits.set_state(None, Team.documents(project)[0], State.DONE, annotator="ben"))
    merged(a, b)
    mine = done(a, "anna", lambda _, here: edits.add([span(here.document.id, "sagt", "MISC")]))
    with closing(Project.open(a)) as project:
        assert take_back(project) == 3
        assert differences(project._store) == {}
        after = in_tables(project._store)
    (added,) = mine.changes
    assert after == {**before, ("span", added.after.id): added.after}
    assert merged(a, b).edits == 0


def settled(project, conflict, side):
    edit = settling(project.read, conflict, side, annotator="anna")
    assert edit is not None
    project.do(edit)


def test_conflict_is_settled_by_either_side(team):
    a, b, c = team.paths
    done(a, "anna", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "PER", annotator="anna"))
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben"))
    done(c, "cleo", lambda _, here: edits.remove([here.spans[0]], [], annotator="cleo"))
    merged(a, b)
    other = copied(a, a.with_name("other.spanwright"))
    for path, side, label in ((a, 0, "PER"), (other, 1, "ORG")):
        with closing(Project.open(path)) as project:
            (conflict,) = conflicts(project)
            assert (conflict.words, conflict.fields) == ("Köln", ("label",))
            assert [(each.annotator, each.values) for each in conflict.sides] == [("anna", ("PER",)), ("ben", ("ORG",))]
            settled(project, conflict, side)
            assert conflicts(project) == ()
        assert label in {row.label for row in rows_of(path, "span")}
    merged(a, c)
    with closing(Project.open(a)) as project:
        (conflict,) = conflicts(project)
        removing = next(n for n, side in enumerate(conflict.sides) if side.annotator == "cleo")
        settled(project, conflict, removing)
        assert conflicts(project) == ()
    assert len(rows_of(a, "span")) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE edit SET annotator = printf('%.10000c', 'x') WHERE kind = 'add'",
        'UPDATE edit SET changes = replace(changes, \'"annotator":"ben"\', \'"annotator":"a\tb"\')',
        "UPDATE edit SET changes = replace(changes, '\"note\":\"\"', '\"note\":' || printf('%.9000c', '['))",
    ],
)
def test_unfit_step_refuses_the_file(team, statement):
    a, b, _ = team.paths
    labelled(b)
    before = picture(a)
    with closing(sqlite3.connect(b)) as connection:
        connection.execute(statement)
        connection.commit()
    found = merge_only(a, b)
    assert len(found.refused) == 1
    assert picture(a) == before


def test_schema_that_cannot_be_read_refuses_the_file(team):
    a, b, _ = team.paths
    remodelled(b, with_firm)
    before = picture(a)
    with closing(sqlite3.connect(b)) as connection:
        connection.execute("UPDATE edit SET changes = json_set(changes, '$[0].after.value', '{') WHERE kind = 'schema'")
        connection.commit()
    (refused,) = merge_only(a, b).refused
    assert refused[1].code == "store.unfit"
    assert picture(a) == before


def test_state_and_mark_in_conflict_are_settled(team):
    a, b, _ = team.paths
    mark = done(
        a,
        "anna",
        lambda _, here: edits.see(
            [SentenceMark(document=here.document.id, annotator="anna", start=0, end=5)], annotator="anna"
        ),
    )
    merged(b, a)
    row = mark.changes[0].after
    for path, name in ((a, "anna"), (b, "ben")):
        done(path, name, lambda _, __, who=name: edits.unsee([row], annotator=who))
    done(b, "ben", lambda *_: edits.see([row], annotator="ben"))
    merged(a, b)
    with closing(Project.open(a)) as project:
        for conflict in conflicts(project):
            settled(project, conflict, 0)
        assert conflicts(project) == ()
        assert differences(project._store) == {}


def test_disputes_name_both_sides_after_any_order(team):
    a, b, _ = team.paths
    done(a, "anna", lambda _, here: edits.change(here.spans[0], annotator="anna", note="x"))
    done(b, "ben", lambda _, here: edits.change(here.spans[0], annotator="ben", note="y"))
    merged(a, b)
    with closing(Project.open(a)) as project:
        ((_, _, name, said),) = disputes(project._store)
    assert (name, {each["value"] for each in said}) == ("note", {"x", "y"})


def test_commands_list_conflicts_and_undo_the_merge(team, capsys):
    a, b, _ = team.paths
    done(a, "anna", lambda _, here: edits.change(here.spans[0], annotator="anna", note="x"))
    done(b, "ben", lambda _, here: edits.change(here.spans[0], annotator="ben", note="y"))
    before = rows(a)
    assert run(["merge", str(a), str(b)]) == 0
    assert "ben" in capsys.readouterr().out
    assert run(["conflicts", str(a), "--json"]) == 0
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert (conflict["fields"], conflict["words"], len(conflict["sides"])) == (["note"], "Köln", 2)
    assert run(["conflicts", str(a)]) == 0
    assert "Kürzlich" in capsys.readouterr().out
    assert run(["merge", str(a), "--undo"]) == 0
    assert rows(a) == before
    assert run(["merge", str(a), "--undo"]) == 1
    assert run(["merge", str(a)]) == 2
    assert run(["conflicts", str(a)]) == 0
    assert "Nothing is in conflict." in capsys.readouterr().out


def deleted_in(path):
    with closing(Project.open(path)) as project:
        (gone, _) = Team.documents(project)
        project.delete_documents([gone])
    return gone


def test_deletion_in_a_copy_is_reported_and_undo_restores_it(team):
    a, b, _ = team.paths
    before = rows(a)
    deleted_in(b)
    assert told(merged(a, b)) == [(Trouble.DELETES, "Kürzlich", 2)]
    assert rows_of(a, "span") == []
    with closing(Project.open(a)) as project:
        take_back(project)
        assert differences(project._store) == {}
        assert in_tables(project._store) == before
        assert project.read.text(Team.documents(project)[-1])
    assert merged(a, b).edits == 0


def test_article_deleted_in_a_copy_is_kept_on_request(team):
    a, b, _ = team.paths
    before = rows(a)
    gone = deleted_in(b)
    assert told(merged(a, b, brought_back=frozenset([gone]))) == []
    assert rows(a) == before


def test_undo_without_backup_refuses_in_a_sentence(team):
    a, b, _ = team.paths
    deleted_in(b)
    merged(a, b)
    for backup in a.parent.glob("*.backups/*merge*"):
        backup.unlink()
    with closing(Project.open(a)) as project, pytest.raises(StoreError) as refused:
        take_back(project)
    assert refused.value.code == "undo.merge_deleted"
    assert rows_of(a, "span") == []

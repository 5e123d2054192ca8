"""Merging copies of a project: complete, in any order, any number of times, and without loss."""

import itertools
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.cli.app import run
from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.log.replaying import heads, versions
from annotator.jobs.identify_mentions import dissolving
from annotator.jobs.merging.copies_merged import merge
from annotator.model.values import ENTITIES, Identity, SentenceMark, Span, State, new_id
from annotator.processes import slices
from annotator.project.project import Project
from annotator.system.errors import StoreError
from tests.annotator.made import OTHER, add_article, make_project, span, suggestion
from tests.annotator.store.old_files import old_file
from tests.annotator.store.replays import differences, heads_in_log, in_heads, in_tables

NAMES = ("anna", "ben", "cleo")
STEPS: tuple[str, ...] = ("merge", "merge", "merge", "relabel", "relabel", "field", "note", "remove", "relate")
STEPS += ("add", "relabel", "move", "note", "field", "remove", "relate", "state", "see", "classify", "describe")
STEPS += ("accept", "reject", "identify", "dissolve", "undo", "article", "delete", "suggest", "merge", "fork")
LABELS = ("PER", "ORG", "LOC")


def copied(path, target):
    """Copy a closed project."""
    shutil.copyfile(path, target)
    return target


def merged(path, *files):
    with closing(Project.open(path)) as project:
        return merge(project, files)


def disputes(store):
    found = store._connection.execute("SELECT kind, row, field, said FROM dispute ORDER BY 1, 2, 3")
    return [(kind, row, name, json.loads(said)) for kind, row, name, said in found]


def picture(path):
    """Return all that a merge determines: rows, conflicts, heads and the set of edits."""
    with closing(Project.open(path)) as project:
        store = project._store
        assert differences(store) == {}
        assert heads_in_log(store) == in_heads(store)
        return in_tables(store), disputes(store), in_heads(store), set(project.read.log.ids())


class Team:
    """Three people with a copy each, who label, merge and fork."""

    def __init__(self, folder):
        self.random = Random(0)
        project = make_project(folder, "Stadt")
        add_article(project)
        add_article(project, "Anderes", OTHER)
        (first, _) = self.documents(project)
        found = [suggestion(first, "Köln"), suggestion(first, "EU-Kommission", "ORG")]
        project.put_suggestions(first, "de_news", found)
        project.do(edits.add([span(first, "Köln"), span(first, "EU-Kommission", "ORG")]))
        project.close()
        self.paths = [copied(project.path, folder / f"{name}.spanwright") for name in NAMES]

    @staticmethod
    def documents(project):
        return [id_ for (id_,) in project._store._connection.execute("SELECT id FROM document ORDER BY rowid")]

    def some(self, values):
        return self.random.choice(list(values))

    def play(self, history):
        for who, name, seed in history:
            self.random = Random(seed)
            other = self.paths[(who + 1) % 3]
            if name == "merge":
                merged(self.paths[who], other)
            elif name == "fork":
                copied(self.paths[who], other)
            else:
                with closing(Project.open(self.paths[who])) as project:
                    project.set_annotator(NAMES[who])
                    self.step(project, name)

    def step(self, project, name):
        ids = self.documents(project)
        if name == "article":
            add_article(project, "Neu", f"Neues aus Köln {new_id()}.")
        elif name == "delete" and len(ids) > 1:
            project.delete_documents([ids[-1]])
        elif name == "suggest" and ids:
            document = self.some(ids)
            project.put_suggestions(document, "other", [suggestion(document, "Kö", source="other")])
        elif name == "undo" and ids:
            with suppress(StoreError):  # a merge may have changed the same row
                project.undo(self.some(ids))
        elif ids:
            made = self.made(project, name, self.some(ids))
            if made is not None and made.changes:
                project.do(made)

    def made(self, project, name, document):
        who = project.annotator
        here = project.read.annotated(document, None, suggestions=True)
        spans, text = here.spans, here.document.text
        start = self.random.randrange(len(text) - 2)
        parts = ((start, start + 2),)
        match name:
            case "add":
                label = self.some(LABELS)
                new = Span(id=new_id(), document=document, layer=ENTITIES, label=label, parts=parts, annotator=who)
                return edits.add(new)
            case "relabel" if spans:
                return edits.relabel(self.some(spans), ENTITIES, self.some(LABELS), annotator=who)
            case "move" if spans:
                return edits.move(self.some(spans), parts, annotator=who)
            case "note" if spans:
                return edits.change(self.some(spans), note=self.some("ab"), annotator=who)
            case "field" if spans:
                return edits.change(self.some(spans), attributes={self.some("xy"): self.some("ab")}, annotator=who)
            case "remove" if spans:
                gone = self.some(spans)
                return edits.remove([gone], project.read.relations_of([gone.id]), annotator=who)
            case "relate" if len(spans) > 1:
                return edits.relate(spans[0], "claimant", spans[1], annotator=who)
            case "state":
                states = [state for state in here.states if state.annotator == who]
                after = self.some([State.DONE, State.SKIPPED, State.OPEN])
                return edits.set_state(states[0] if states else None, document, after, annotator=who)
            case "see":
                mark = SentenceMark(document=document, annotator="anna", start=0, end=5)
                return None if mark in here.sentences else edits.see([mark], annotator=who)
            case "classify":
                return edits.classify(document, here.labels, "topic", self.some("ab"), annotator="anna")
            case "describe":
                after = replace(here.document, **{self.some(["title", "publisher"]): self.some("ab")})
                return edits.describe(here.document, after, annotator=who) if after != here.document else None
            case "accept" if here.suggestions:
                return edits.accept([self.some(here.suggestions)], spans, annotator=who)
            case "reject" if here.suggestions:
                return edits.reject([self.some(here.suggestions)], annotator=who)
            case "identify" if spans:
                return identified(self.some(spans), who)
            case "dissolve":
                return dissolved(project, who)
            case _:
                return None


def identified(mention, who):
    if "identity" in mention.attributes:
        return None
    identity = Identity(id=new_id(), name="Köln", label="LOC")
    meant = replace(mention, attributes={**mention.attributes, "identity": identity.id})
    return Edit(
        kind=EditKind.IDENTIFY, annotator=who, changes=(Change(after=identity), Change(before=mention, after=meant))
    )


def dissolved(project, who):
    found = [id_ for (id_,) in project._store._connection.execute("SELECT id FROM identity ORDER BY id")]
    return slices.finish(dissolving(project.read, found[0], annotator=who)) if found else None


def nothing_is_lost(path):
    """Check that each head of each row is what the project shows, or that a conflict names its value."""
    with closing(Project.open(path)) as project:
        log = list(project.read.log.whole())
        rows = in_tables(project._store)
        told = {(kind, row) for kind, row, _, _ in disputes(project._store)}
    gone = {key for key, own in versions(log).items() if key[0] == "document" and key not in rows}
    for key, own in versions(log).items():
        tips = [own[tip] for tip in heads(key, own)]
        people = [tip for tip in tips if not tip.by_machine]
        afters = {repr(tip.after) for tip in people}
        in_gone = any(getattr(tip.after or tip.before, "document", None) == id_ for tip in tips for _, id_ in gone)
        if len(afters) > 1 and key[0] not in {"relation", "suggestion"} and not in_gone and key not in told:
            joined = rows.get(key)
            assert joined is not None, key  # different fields: both are in the row
            for tip in people:
                assert tip.after is not None, key
                for name in set(tip.after.__slots__) - {"attributes", "origin"}:
                    wrote = tip.before is not None and getattr(tip.before, name) != getattr(tip.after, name)
                    assert not wrote or getattr(joined, name) == getattr(tip.after, name), (key, name)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(STEPS), st.integers(0, 999)), max_size=30))
def test_union_is_commutative_associative_idempotent_and_loses_nothing(history):
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        team = Team(folder)
        team.play(history)
        pictures = []
        for number, order in enumerate(itertools.permutations(team.paths)):
            made = copied(order[0], folder / f"union{number}.spanwright")
            for path in order[1:]:
                assert merged(made, path).refused == []
            pictures.append(picture(made))
            assert pictures[-1] == pictures[0], "commutative"
        a, b, c = team.paths
        both = copied(b, folder / "both.spanwright")
        merged(both, c)
        right = copied(a, folder / "right.spanwright")
        merged(right, both)
        assert picture(right) == pictures[0], "associative"
        at_once = copied(a, folder / "once.spanwright")
        merged(at_once, c, b)
        assert picture(at_once) == pictures[0], "together"
        before = at_once.read_bytes()
        assert merged(at_once, a, b, c, right).edits == 0
        assert picture(at_once) == pictures[0], "idempotent"
        assert len(before) == len(at_once.read_bytes())
        nothing_is_lost(right)


@pytest.fixture
def team(tmp_path):
    return Team(tmp_path)


def done(path, name, make):
    """Do the edit that ``make`` builds from project and first document as a person in a copy."""
    with closing(Project.open(path)) as project:
        project.set_annotator(name)
        document = Team.documents(project)[0]
        edit = make(project, project.read.annotated(document, None))
        project.do(edit)
        return edit


def rows_of(path, kind):
    with closing(Project.open(path)) as project:
        assert differences(project._store) == {}
        return [row for (name, _), row in in_tables(project._store).items() if name == kind]


def test_fields_changed_by_two_people_join(team):
    a, b, _ = team.paths
    done(a, "anna", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "PER", annotator="anna"))
    done(b, "ben", lambda _, here: edits.change(here.spans[0], annotator="ben", note="sicher"))
    assert merged(a, b).disputes == 0
    assert ("PER", "sicher") in {(row.label, row.note) for row in rows_of(a, "span")}


def test_same_field_changed_twice_is_disputed_until_somebody_settles_it(team):
    a, b, _ = team.paths
    done(a, "anna", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "PER", annotator="anna"))
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben"))
    assert merged(a, b).disputes == 1
    with closing(Project.open(a)) as project:
        ((kind, _, name, said),) = disputes(project._store)
    assert (kind, name) == ("span", "label")
    assert {(each["annotator"], each["value"]) for each in said} == {("anna", "PER"), ("ben", "ORG")}
    done(a, "anna", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "MISC", annotator="anna"))
    merged(b, a)
    assert picture(a) == picture(b)
    assert picture(a)[1] == []


def test_removed_here_and_changed_there_stays_disputed(team):
    a, b, _ = team.paths
    done(a, "anna", lambda _, here: edits.remove([here.spans[0]], [], annotator="anna"))
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben"))
    assert merged(a, b).disputes == 1
    assert len(rows_of(a, "span")) == 2


def test_relation_returns_with_its_end(team):
    a, b, c = team.paths
    done(a, "anna", lambda _, here: edits.remove([here.spans[0]], [], annotator="anna"))
    done(b, "ben", lambda _, here: edits.relate(here.spans[0], "claimant", here.spans[1], annotator="ben"))
    done(c, "cleo", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="cleo"))
    merged(a, b)
    assert rows_of(a, "relation") == []
    merged(a, c)
    assert len(rows_of(a, "relation")) == 1


def test_dissolved_identity_stays_while_somebody_means_it(team):
    a, b, _ = team.paths
    done(a, "anna", lambda _, here: identified(here.spans[0], "anna"))
    merged(b, a)
    ((identity,),) = [rows_of(a, "identity")]
    done(a, "anna", lambda project, _: dissolved(project, "anna"))

    def mean(_, here):
        mention = here.spans[1]
        meant = replace(mention, attributes={"identity": identity.id})
        return Edit(kind=EditKind.IDENTIFY, annotator="ben", changes=(Change(before=mention, after=meant),))

    done(b, "ben", mean)
    assert merged(a, b).disputes == 1
    assert rows_of(a, "identity") == [identity]


def test_deleted_article_stays_deleted_and_its_new_labels_wait(team):
    a, b, _ = team.paths
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben"))
    with closing(Project.open(a)) as project:
        project.delete_documents(Team.documents(project)[:1])
    merged(a, b)
    merged(b, a)
    assert rows_of(a, "span") == []
    assert picture(a) == picture(b)


def test_machine_never_outranks_a_person(team):
    a, b, _ = team.paths
    done(
        a,
        "anna",
        lambda _, here: edits.describe(here.document, replace(here.document, language="en"), annotator="anna"),
    )
    for _ in range(3):
        done(b, "ben", lambda _, here: edits.change(here.spans[0], annotator="ben", note=new_id()))
    with closing(Project.open(b)) as project:
        document = Team.documents(project)[0]
        project._store.put_language(document, "fr", annotator="ben")
    assert merged(a, b).disputes == 0
    assert "en" in {row.language for row in rows_of(a, "document")}


def test_merged_steps_can_be_undone_and_redone(team):
    a, b, _ = team.paths
    done(b, "anna", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="anna"))
    merged(a, b)
    before = rows_of(a, "span")
    with closing(Project.open(a)) as project:
        project.set_annotator("anna")
        document = Team.documents(project)[0]
        assert project.undo(document) is not None
        assert project.redo(document) is not None
    assert rows_of(a, "span") == before


def test_command_says_what_was_merged(team, capsys):
    a, b, _ = team.paths
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben"))
    before = a.read_bytes()
    assert run(["merge", str(a), str(b), "--dry-run", "--json"]) == 0
    told = {"disputes": 0, "edits": 1, "refused": [], "spans": 1, "problems": []}
    ben = {"annotator": "ben", "articles": 1, "new": 0, "changed": 1, "removed": 0, "comments": 0, "conflicts": 0}
    assert json.loads(capsys.readouterr().out) == {**told, "people": [ben]}
    assert a.read_bytes() == before
    assert run(["merge", str(a), str(b.parent), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {**told, "people": [ben]}
    assert list(a.parent.glob(f"{a.stem}.backups/*merge*"))
    assert run(["merge", str(a), str(b), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {**told, "people": [], "edits": 0, "spans": 0}


def test_other_project_and_foreign_trigger_are_refused(team, tmp_path, capsys):
    a, b, c = team.paths
    make_project(tmp_path, "Andere").close()
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben"))
    with closing(sqlite3.connect(b)) as connection:
        connection.execute("CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
    c.write_bytes(c.read_bytes()[:5000])
    before = picture(a)
    others = [tmp_path / "Andere.spanwright", b, c, tmp_path / "missing.spanwright"]
    assert run(["merge", str(a), *map(str, others), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    codes = [each["error"] for each in told["refused"]]
    assert codes[:2] == ["store.other_project", "store.altered"]
    assert codes[3] == "store.missing"
    assert (told["edits"], len(codes)) == (0, 4)
    assert picture(a) == before


def test_place_outside_its_text_is_refused(team):
    a, b, _ = team.paths
    done(b, "ben", lambda _, here: edits.move(here.spans[0], ((1, 3),), annotator="ben"))
    with closing(sqlite3.connect(b)) as connection:
        connection.execute("UPDATE edit SET changes = replace(changes, '[[1,3]]', '[[1,99999]]') WHERE kind = 'move'")
        connection.commit()
    (refused,) = merged(a, b).refused
    assert refused[1].code == "store.unfit"


def test_older_copy_is_migrated_aside_and_merged(tmp_path):
    ours, theirs = old_file("m008", tmp_path), tmp_path / "theirs.spanwright"
    copied(ours, theirs)
    before = theirs.read_bytes()
    told = merged(ours, theirs)
    assert (told.edits, told.refused) == (0, [])
    assert theirs.read_bytes() == before


_MERGING = """
import os, signal, sys
from pathlib import Path
from annotator.jobs.merging.copies_merged import merge_files
from annotator.jobs.merging.answers import MergeAnswers
from annotator.store.log import taking

calls, last = 0, int(sys.argv[1])
def counted(name):
    made = getattr(taking, name)
    def call(*given):
        global calls
        calls += 1
        if calls == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return made(*given)
    setattr(taking, name, call)
for name in ("_update", "_remove", "_put_heads", "_put_disputes", "_append", "_values"): counted(name)
merge_files(Path(sys.argv[2]), [Path(path) for path in sys.argv[3:]], MergeAnswers(), False)
print(calls)
"""


def test_merge_killed_at_any_write_is_before_or_after(team, tmp_path):
    a, b, c = team.paths
    done(a, "anna", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "PER", annotator="anna"))
    done(b, "ben", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="ben"))
    done(c, "cleo", lambda _, here: edits.remove([here.spans[1]], [], annotator="cleo"))
    before, target, last = picture(a), tmp_path / "killed.spanwright", 0
    while True:
        last += 1
        copied(a, target)
        command = [sys.executable, "-c", _MERGING, str(last), str(target), str(b), str(c)]
        ended = subprocess.run(command, check=False, capture_output=True)
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
        assert picture(target) == before, last
        for rest in tmp_path.glob("killed.spanwright*"):
            rest.unlink()
    assert last > 6
    assert picture(target) != before
    whole = picture(target)
    assert merged(target, b, c).edits == 0
    assert picture(target) == whole

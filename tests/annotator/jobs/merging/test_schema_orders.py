"""Several people change the schema of their copies: the merged rows are the same in any order, and none is hidden."""

import itertools
from contextlib import closing, suppress
from dataclasses import replace
from random import Random

import pytest

from annotator.editing import edits
from annotator.editing.log.replaying import WHOLE
from annotator.editing.schema_editing.changes import (
    SchemaChange,
    add_label,
    put_attribute,
    put_label,
    put_value,
    remove_label,
)
from annotator.jobs import schema_change
from annotator.jobs.merging.conflicts import conflicts
from annotator.jobs.merging.merge_undone import take_back
from annotator.jobs.merging.report import Trouble
from annotator.model.values import CLAIMS, DOCUMENT, ENTITIES, DocumentLabel, Span
from annotator.project.project import Project
from annotator.system.errors import AnnotatorError
from tests.annotator.jobs.merging.test_late_values import fields, renamed_field, renamed_value
from tests.annotator.jobs.merging.test_merge_cases import (
    labelled,
    merged,
    remodelled,
    rows,
    settled,
    team,
    told,
    without_org,
)
from tests.annotator.jobs.merging.test_uniting import NAMES, Team, copied, done
from tests.annotator.made import claim, span
from tests.annotator.store.replays import differences, in_tables

__all__ = ["team"]
LABELS, NEW = ("PER", "ORG", "LOC"), ("FIRM", "PLACE", "PER", "ORG")
ACTS: tuple[str, ...] = ("rename", "rename", "merge label", "remove", "new", "value", "field", "undo", "add", "add")
ACTS += ("relabel", "relabel", "classify", "claim", "set", "merge")


def renamed(old, new):
    return lambda change: put_label(change, old, replace(change.after.label(ENTITIES, old), id=new, key=None))


def added(new):
    return lambda change: add_label(change, replace(change.after.label(ENTITIES, "MISC"), id=new, key=None))


def in_any_order(paths):
    """Merge the copies in each order, and return the rows, which are the same each time, and the last copy's file."""
    found, path = [], paths[0]
    for number, order in enumerate(itertools.permutations(paths)):
        path = copied(order[0], order[0].with_name(f"union{number}.spanwright"))
        for other in order[1:]:
            assert merged(path, other).refused == []
        found.append(rows(path))
        assert found[-1] == found[0], f"order {number}"
    return found[0], path


def labels(found):
    return sorted(row.label for row in found.values() if isinstance(row, Span) and row.layer == ENTITIES)


def test_label_of_former_meaning_follows_although_its_name_is_used_again(team):
    a, b, _ = team.paths
    labelled(b, label="ORG")
    remodelled(a, renamed("ORG", "FIRM"))
    remodelled(a, added("ORG"))
    found, _ = in_any_order([a, b])
    assert labels(found) == ["FIRM", "FIRM", "LOC"]


def test_labels_of_the_schema_that_lost_are_shown(team):
    a, b, c = team.paths
    remodelled(a, renamed("ORG", "FIRM"))
    labelled(a, label="FIRM", name="anna")
    remodelled(b, renamed("LOC", "PLACE"))
    remodelled(b, renamed("MISC", "OTHER"))
    labelled(c, label="LOC", name="cleo")
    found, path = in_any_order([a, b, c])
    assert labels(found) == ["ORG", "ORG", "PLACE", "PLACE"]
    with closing(Project.open(path)) as project:
        assert [conflict.kind for conflict in conflicts(project)] == ["setting"]
    assert told(merged(path, a, b, c)) == []


def test_unknown_label_of_two_people_is_reported_again(team):
    a, b, c = team.paths
    remodelled(a, without_org)
    for path, name in ((b, "ben"), (c, "cleo")):
        done(path, name, lambda _, here, n=name: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator=n))
    for _ in range(2):
        assert (Trouble.UNKNOWN_LABEL, "entities.ORG", 1) in told(merged(a, b, c))


@pytest.mark.parametrize("side", [0, 1])
def test_labels_stay_when_the_schema_of_a_side_is_chosen(team, side):
    a, b, _ = team.paths
    remodelled(a, renamed("ORG", "FIRM"))
    remodelled(b, renamed("LOC", "PLACE"))
    merged(a, b)
    shown = labels(rows(a))
    with closing(Project.open(a)) as project:
        (conflict,) = conflicts(project)
        settled(project, conflict, side)
        assert conflicts(project) == ()
        assert (project._store.check(), differences(project._store)) == ([], {})
        assert labels(in_tables(project._store)) == shown
    assert merged(a, b).edits == 0


def test_value_that_two_people_set_wins_over_its_renamed_field(team):
    a, b, c = team.paths
    done(
        a,
        "anna",
        lambda _, here: edits.add([claim(here.document.id, "sie spare viel", attributes={"kind": "opinion"})]),
    )
    for path in (b, c):
        copied(a, path)
    remodelled(c, renamed_field((CLAIMS, "kind"), "sort"))
    for path, name, value in ((a, "anna", "question"), (b, "ben", "prediction")):
        done(
            path,
            name,
            lambda _, here, v=value, n=name: edits.change(
                next(row for row in here.spans if row.layer == CLAIMS), attributes={"kind": v}, annotator=n
            ),
        )
    _, path = in_any_order([a, b, c])
    assert fields(path) in ({"sort": "question"}, {"sort": "prediction"})


def test_conflict_stays_when_its_label_is_renamed_elsewhere(team):
    a, b, c = team.paths
    done(a, "anna", lambda _, here: edits.change(here.spans[1], note="ja", annotator="anna"))
    done(b, "ben", lambda _, here: edits.change(here.spans[1], note="nein", annotator="ben"))
    remodelled(c, renamed("ORG", "FIRM"))
    for order in itertools.permutations((a, b, c)):
        path = copied(order[0], a.with_name(f"{order[0].stem}{order[1].stem}.spanwright"))
        for other in order[1:]:
            merged(path, other)
        with closing(Project.open(path)) as project:
            assert [(each.label, each.fields) for each in conflicts(project)] == [("FIRM", ("note",))]


def test_removed_label_stays_in_conflict_when_renamed_elsewhere(team):
    a, b, c = team.paths
    done(a, "anna", lambda _, here: edits.change(here.spans[1], note="nein", annotator="anna"))
    done(a, "anna", lambda _, here: edits.remove([here.spans[1]], [], annotator="anna"))
    done(b, "ben", lambda _, here: edits.relabel(here.spans[1], ENTITIES, "MISC", annotator="ben"))
    remodelled(c, renamed("MISC", "FIRM"))
    _, path = in_any_order([a, b, c])
    with closing(Project.open(path)) as project:
        assert [(each.label, each.fields) for each in conflicts(project)] == [("FIRM", (WHOLE,))]


def test_fit_disputes_no_label_that_one_person_set(team):
    a, b, c = team.paths
    remodelled(a, lambda change: remove_label(change, (ENTITIES, "LOC"), None))
    remodelled(a, renamed("ORG", "FIRM"))
    for note in ("nein", "ja"):  # so that his branch ranks higher
        done(b, "ben", lambda _, here, n=note: edits.change(here.spans[0], note=n, annotator="ben"))
    done(c, "cleo", lambda _, here: edits.relabel(here.spans[0], ENTITIES, "ORG", annotator="cleo"))
    for order in itertools.permutations((a, b, c)):
        path = copied(order[0], a.with_name(f"{order[0].stem}{order[1].stem}.spanwright"))
        for other in order[1:]:
            merged(path, other)
        with closing(Project.open(path)) as project:
            assert [(each.label, each.fields) for each in conflicts(project)] == [("FIRM", (WHOLE,))]


def test_people_who_agree_get_no_conflict_when_their_label_is_renamed(team):
    a, b, c = team.paths
    for path, name in ((a, "anna"), (b, "ben")):
        done(path, name, lambda _, here, n=name: edits.relabel(here.spans[1], ENTITIES, "MISC", annotator=n))
    remodelled(c, renamed("MISC", "FIRM"))
    found, path = in_any_order([a, b, c])
    assert labels(found) == ["FIRM", "LOC"]
    with closing(Project.open(path)) as project:
        assert conflicts(project) == ()


def test_undone_merge_leaves_no_label_that_was_waiting(team):
    a, b, c = team.paths
    labelled(b, label="ORG")
    remodelled(c, without_org)
    before = rows(a)
    merged(a, b, c)
    with closing(Project.open(a)) as project:
        take_back(project)
        assert differences(project._store) == {}
    assert rows(a).keys() == before.keys()


def test_topic_changed_after_it_followed_a_rename_stays_changed(team):
    a, b, c = team.paths
    done(b, "ben", lambda _, here: edits.classify(here.document.id, (), "topic", "economy", annotator="ben"))
    remodelled(a, renamed_value((DOCUMENT, "topic"), "economy", "money"))
    merged(a, b)
    done(a, "ben", lambda _, here: edits.classify(here.document.id, here.labels, "topic", "science", annotator="ben"))
    labelled(c, name="cleo")
    found, _ = in_any_order([a, b, c])
    assert [row.value for row in found.values() if isinstance(row, DocumentLabel)] == ["science"]


class Player:
    """A person who changes the schema and labels of a copy at random."""

    def __init__(self, random, paths, who):
        self.random, self.path, self.name = random, paths[who], NAMES[who]
        self.others = [path for path in paths if path != self.path]

    def do(self, act):
        if act == "merge":
            merged(self.path, self.random.choice(self.others))
            return
        with closing(Project.open(self.path)) as project, suppress(AnnotatorError):  # not every step is possible
            project.set_annotator(self.name)
            if act == "undo":
                schema_change.take_back(project)
            elif (change := self.change(project.schema, act)) is not None:
                before = SchemaChange(before=project.schema, after=project.schema)
                schema_change.remodel(project, change(before))
            elif (edit := self.edit(project, act)) is not None and edit.changes:
                project.do(edit)

    def change(self, schema, act):
        pick = self.random.choice
        there = [label for label in (*LABELS, *NEW[:2]) if schema.label(ENTITIES, label)]
        free = [label for label in NEW if schema.label(ENTITIES, label) is None]
        kind = schema.attribute(CLAIMS, "kind")
        match act:
            case "rename" if there and free:
                return renamed(pick(there), pick(free))
            case "merge label" if there:
                return lambda change: remove_label(change, (ENTITIES, pick(there)), "MISC")
            case "remove" if there:
                return lambda change: remove_label(change, (ENTITIES, pick(there)), None)
            case "new" if free:
                return added(pick(free))
            case "value" if kind is not None:
                old = pick(kind.values[:3])
                return lambda change: put_value(change, (CLAIMS, "kind"), old.id, replace(old, id=pick(("view", "x"))))
            case "field":
                old, new = ("kind", "sort") if kind is not None else ("sort", "kind")
                field = schema.attribute(CLAIMS, old)
                return field and (lambda change: put_attribute(change, old, replace(field, id=new)))
        return None

    def edit(self, project, act):
        pick, schema = self.random.choice, project.schema
        here = project.read.annotated(Team.documents(project)[0], None)
        names = sorted((row for row in here.spans if row.layer == ENTITIES), key=lambda row: (row.start, row.label))
        claims = sorted((row for row in here.spans if row.layer == CLAIMS), key=lambda row: row.start)
        there = [label for label in (*LABELS, *NEW[:2]) if schema.label(ENTITIES, label)]
        field = schema.attribute(CLAIMS, "kind") or schema.attribute(CLAIMS, "sort")
        value = {field.id: pick(field.values).id} if field is not None and field.values else {}
        match act:
            case "add" if there:
                words = pick(("Ce\u0301line", "traf", "Köln"))
                return edits.add([span(here.document.id, words, pick(there), annotator=self.name)])
            case "relabel" if names and there:
                return edits.relabel(pick(names), ENTITIES, pick(there), annotator=self.name)
            case "classify":
                topics = schema.attribute(DOCUMENT, "topic").values
                own = [row for row in here.labels if row.annotator == self.name]
                return edits.classify(here.document.id, own, "topic", pick(topics[:3]).id, annotator=self.name)
            case "claim":
                words = pick(("sagt, sie", "sie spare viel"))
                return edits.add([claim(here.document.id, words, annotator=self.name, attributes=value)])
            case "set" if claims and value:
                return edits.change(pick(claims), attributes=value, annotator=self.name)
        return None


@pytest.mark.parametrize("seed", range(4))
def test_random_teams_agree_in_any_order(team, seed):
    random = Random(seed)
    for _ in range(14):
        Player(random, team.paths, random.randrange(3)).do(random.choice(ACTS))
    _, path = in_any_order(team.paths)
    before = path.read_bytes()
    assert merged(path, *team.paths).edits == 0
    assert len(path.read_bytes()) == len(before)

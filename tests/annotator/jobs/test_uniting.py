"""Merging copies of a project: whole, in any order, however often, and nothing is lost."""

import itertools
import json
import shutil
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.editing.replaying import heads, versions
from annotator.jobs.identify_mentions import dissolving
from annotator.jobs.uniting import merge
from annotator.model.values import ENTITIES, Identity, SentenceMark, Span, State, new_id
from annotator.processes import slices
from annotator.project.project import Project
from tests.annotator.made import OTHER, add_article, make_project, span, suggestion
from tests.annotator.store.replays import differences, heads_in_log, in_heads, in_tables

NAMES = ("anna", "ben", "cleo")
STEPS = ("add", "relabel", "move", "note", "field", "remove", "relate", "state", "see", "classify", "describe")
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
    """Return all that a merge decides: rows, disputes, heads and the set of edits."""
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
        project.put_suggestions(
            first, "de_news", [suggestion(first, "Köln"), suggestion(first, "EU-Kommission", "ORG")]
        )
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
                return edits.add(
                    Span(id=new_id(), document=document, layer=ENTITIES, label=label, parts=parts, annotator=who)
                )
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
    """Expect each head of each row to be shown, or its value to be named in a dispute."""
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


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
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

"""Undo of any sequence of edits restores the first rows; redo restores the last ones."""

import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.editing import edits
from annotator.editing.log.history import going_back
from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES, SentenceMark, Span, State, new_id
from annotator.system.errors import StoreError
from tests.annotator.made import OTHER, add_article, every_annotated, make_project, suggestion

TABLES = ("span", "relation", "suggestion", "document_state", "document", "sentence_mark")
LABELS = ((ENTITIES, "PER"), (ENTITIES, "LOC"), (CLAIMS, "CLAIM"), (ATTRIBUTION, "CUE"))
STEPS: tuple[str, ...] = ("state", "describe", "exclude", "both", "see", "undo", "redo")
STEPS += ("add", "add", "relabel", "move", "change", "relate", "unrelate", "remove", "accept", "reject", "correct")


def rows(project):
    connection = project._store._connection
    return {table: sorted(map(repr, connection.execute(f"SELECT * FROM {table}"))) for table in TABLES}


class Editor:
    """Draws edits that fit the present rows."""

    def __init__(self, project, documents, draw):
        self.project, self.documents, self.draw = project, documents, draw
        self.document = documents[0]
        self.texts = {id_: project.read.text(id_) for id_ in documents}

    def some(self, values):
        return self.draw(st.sampled_from(list(values)))

    def span(self, document):
        text = self.texts[document]
        start = self.draw(st.integers(0, len(text) - 2))
        end = self.draw(st.integers(start + 1, len(text)))
        layer, label = self.some(LABELS)
        return Span(id=new_id(), document=document, layer=layer, label=label, parts=((start, end),), annotator="anna")

    def step(self, name):
        here = self.project.read.annotated(self.document, "anna")
        pending = [s for s in self.project.read.suggestions(self.document) if s.state == "pending"]
        anywhere = [s for a in every_annotated(self.project.read, "anna") for s in a.spans]
        match name:
            case "add":
                return edits.add(self.span(self.document))
            case "both":
                return edits.add([self.span(document) for document in self.documents])
            case "relabel" if here.spans:
                return edits.relabel(self.some(here.spans), *self.some(LABELS), annotator="anna")
            case "move" if here.spans:
                return edits.move(self.some(here.spans), self.span(self.document).parts, annotator="anna")
            case "change" if here.spans:
                return edits.change(self.some(here.spans), annotator="anna", note="ä 🎈", doubt=True)
            case "relate" if here.spans:
                tail = self.some([*anywhere, None])
                adding = tail is None
                tail = tail or self.span(self.some(self.documents))
                head = self.some(here.spans)
                old = self.some([(), tuple(r for r in here.relations if r.head == head.id)])
                return edits.relate(head, "repeats", tail, annotator="anna", replacing=old, adding=adding)
            case "unrelate" if here.relations:
                relation = self.some(here.relations)
                head = next(s for s in here.spans if s.id == relation.head)
                return edits.unrelate(head, [relation], annotator="anna")
            case "remove" if here.spans:
                gone = [self.some(here.spans)]
                touching = self.project.read.relations_of(s.id for s in gone)
                return edits.remove(gone, touching, annotator="anna")
            case "accept" if pending:
                return edits.accept(pending, here.spans, annotator="anna")
            case "reject" if pending:
                return edits.reject(pending[:1], annotator="anna")
            case "correct" if pending:
                return edits.correct(pending[0], ENTITIES, "PER", ((0, 3),), annotator="anna")
            case "state":
                before = here.states[0] if here.states else None
                return edits.set_state(before, self.document, self.some(State), annotator="anna", note="ü")
            case "describe":
                return edits.describe(here.document, replace(here.document, title="Neu"), annotator="anna")
            case "see" if not here.sentences:
                mark = SentenceMark(document=self.document, annotator="anna", start=0, end=4)
                return edits.see([mark], annotator="anna")
            case "see":
                return edits.unsee(here.sentences, annotator="anna")
            case "exclude":
                return edits.exclude(here.document, ((0, 4),), annotator="anna")
        return None


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(draw=st.data(), names=st.lists(st.sampled_from(STEPS), max_size=15))
def test_any_edits_can_be_undone_and_redone(draw, names):
    with tempfile.TemporaryDirectory() as folder, closing(make_project(Path(folder))) as project:
        documents = [add_article(project), add_article(project, "Anderer", OTHER)]
        document = documents[0]
        project.put_suggestions(document, "de_news", [suggestion(document, "Köln"), suggestion(document, "EU", "ORG")])
        editor = Editor(project, documents, draw.draw)
        states = [rows(project)]  # one for each step that can be taken back
        ahead = []
        for name in names:
            if name == "undo":
                before = rows(project)
                if project.undo(document) is not None:
                    ahead.append(states.pop())
                    assert before == ahead[-1]
                    assert rows(project) == states[-1]
            elif name == "redo":
                if project.redo(document) is not None:
                    states.append(ahead.pop())
                    assert rows(project) == states[-1]
            elif (edit := editor.step(name)) is not None:
                project.do(edit)
                states.append(rows(project))
                ahead.clear()
        last = rows(project)
        steps = 0
        while project.undo(document) is not None:
            steps += 1
        assert steps == len(states) - 1
        assert rows(project) == states[0]
        for _ in range(steps):
            assert project.redo(document) is not None
        assert rows(project) == last
        assert project._store.check() == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(draw=st.data(), names=st.lists(st.sampled_from(STEPS), min_size=1, max_size=12))
def test_going_back_restores_rows_in_one_edit(draw, names):
    with tempfile.TemporaryDirectory() as folder, closing(make_project(Path(folder))) as project:
        documents = [add_article(project), add_article(project, "Anderer", OTHER)]
        project.put_suggestions(documents[0], "de_news", [suggestion(documents[0], "Köln")])
        editor = Editor(project, documents, draw.draw)
        states = {0: rows(project)}  # by how many edits there were
        for name in names:
            if name in {"undo", "redo"}:
                getattr(project, name)(documents[0])
            elif (edit := editor.step(name)) is not None:
                project.do(edit)
            states[len(project.read.steps(documents[0], "anna"))] = rows(project)
        steps = project.read.steps(documents[0], "anna")
        count = draw.draw(st.sampled_from(sorted(states)))
        before = rows(project)
        edit = going_back([project.read.edit(step.id) for step in steps[count:]], annotator="anna")
        assert (edit is None) == (before == states[count])
        if edit is not None:
            project.do(edit)
            assert rows(project) == states[count]
            assert project.undo(documents[0]) is not None
            assert rows(project) == before
        assert project._store.check() == []


@pytest.mark.parametrize("itself", [True, False])
def test_going_back_to_a_removed_relation_is_undone(tmp_path, itself):
    with closing(make_project(tmp_path)) as project:
        document = add_article(project)
        head, other = (
            Span(id=new_id(), document=document, layer=ENTITIES, label="PER", parts=(part,), annotator="anna")
            for part in ((0, 3), (4, 6))
        )
        project.do(edits.add([head, other]))
        project.do(edits.relate(head, "repeats", head if itself else other, annotator="anna", replacing=()))
        then = rows(project)
        count = len(project.read.steps(document, "anna"))
        project.do(edits.relabel(head, ENTITIES, "LOC", annotator="anna"))
        changed = next(span for span in project.read.annotated(document, "anna").spans if span.id == head.id)
        project.do(edits.remove([changed], project.read.relations_of([head.id]), annotator="anna"))
        now = rows(project)
        later = [project.read.edit(step.id) for step in project.read.steps(document, "anna")[count:]]
        back = going_back(later, annotator="anna")
        assert back is not None
        project.do(back)
        assert rows(project) == then
        assert project.undo(document) is not None
        assert rows(project) == now
        assert project.redo(document) is not None
        assert rows(project) == then
        assert project._store.check() == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(draw=st.data(), names=st.lists(st.tuples(st.integers(0, 1), st.sampled_from(STEPS)), max_size=20))
def test_undo_in_two_articles_is_whole_or_refused(draw, names):
    with tempfile.TemporaryDirectory() as folder, closing(make_project(Path(folder))) as project:
        documents = [add_article(project), add_article(project, "Anderer", OTHER)]
        editor = Editor(project, documents, draw.draw)
        for which, name in names:
            editor.document = documents[which]
            before = rows(project)
            logged = len(project.read.steps(editor.document, "anna"))
            refusal = refused(project, editor, name)
            assert refusal in {None, "undo.changed_since", "store.conflict"}
            if refusal:
                assert rows(project) == before
                assert len(project.read.steps(editor.document, "anna")) == logged
            assert project._store.check() == []


def refused(project, editor, name):
    try:
        if name in {"undo", "redo"}:
            getattr(project, name)(editor.document)
        elif (edit := editor.step(name)) is not None:
            project.do(edit)
    except StoreError as error:
        return error.code
    return None

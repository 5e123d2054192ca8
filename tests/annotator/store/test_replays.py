"""A replay of the log alone rebuilds every table, but for suggestions that nobody has decided about."""

from contextlib import closing
from dataclasses import replace

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.schema_editing.changes import Fates, SchemaChange
from annotator.jobs import schema_change
from annotator.model.values import (
    ENTITIES,
    Annotated,
    Document,
    DocumentSplit,
    Identity,
    Relation,
    State,
    SuggestionState,
    new_id,
)
from annotator.project.project import Project, SourceAnswer
from annotator.suggestions.renewal import drawn
from annotator.text.normalization import fingerprint
from tests.annotator.made import OTHER, TEXT, add_article, claim, make_project, span, suggestion
from tests.annotator.store.old_files import STATES, old_file
from tests.annotator.store.replays import differences, heads_in_log, held, in_heads, in_tables


def expect_whole(project):
    store = project._store
    assert differences(store) == {}
    assert heads_in_log(store) == in_heads(store)
    in_table, logged = held(store)
    assert in_table == logged


@pytest.fixture
def project(tmp_path):
    with closing(make_project(tmp_path)) as made:
        yield made
        expect_whole(made)


def test_import_with_every_kind_of_row_is_replayed(project):
    document = Document(id=new_id(), title="Titel", text=TEXT, sha256=fingerprint(TEXT), language="de")
    who = Identity(id=new_id(), name="Köln", label="LOC")
    label = span(document.id, "Köln", attributes={"identity": who.id})
    decided, waiting = suggestion(document.id, "EU-Kommission", "ORG"), suggestion(document.id, "Kürzlich")
    rows = Annotated(
        document=document,
        spans=(label, said := claim(document.id, "Die EU-Kommission sagt")),
        relations=(Relation(id=new_id(), label="claimant", head=said.id, tail=label.id, annotator="anna"),),
        identities=(who,),
        suggestions=(replace(decided, state=SuggestionState.REJECTED), waiting),
        split="test",
    )
    project.add_annotated([rows], [Article(title="Neu", text=OTHER, language="de")])
    assert len(in_tables(project._store)) == 9


def test_deleted_article_leaves_no_row(project):
    first, second = add_article(project), add_article(project, "Anderes", OTHER)
    head, tail = span(first, "Köln"), span(second, "Brüssel", text=OTHER)
    project.do(edits.add([head, tail]))
    project.do(edits.relate(head, "repeats", tail, annotator="anna"))
    project.delete_documents([second])
    assert {kind for kind, _ in in_tables(project._store)} == {"setting", "document", "span"}


def test_suggestions_are_logged_as_one_line_and_decided_ones_whole(project):
    document = add_article(project)
    found = [suggestion(document, "Köln"), suggestion(document, "EU-Kommission", "ORG")]
    project.put_answers(document, [SourceAnswer("de_news", found, "7")])
    project.put_suggestions(document, "de_news", [replace(found[0], score=0.5), found[1]])
    (waiting, _) = project.read.suggestions(document)
    project.do(edits.accept([waiting], (), annotator="anna"))
    project.put_suggestions(document, "de_news", [found[1]])
    told = [edit for edit in project.read.log.whole() if edit.kind == "suggest"]
    assert told[0].facts["suggested"] == [["de_news", "1", 2]]
    assert [edit.changes for edit in told] == [()] * len(told)


def test_held_sentences_and_detected_language_are_replayed(project):
    document = add_article(project)
    sentences = tuple(drawn(project.read.document(document), "key"))[:1] or ((0, 5),)
    project._store.put_suggestions((), document, annotator="anna", held=sentences)
    project._store.put_language(document, "en", annotator="anna")


def test_schema_change_logs_its_fates(project):
    document = add_article(project)
    project.do(edits.add(span(document, "Köln")))
    fates = Fates(labels={(ENTITIES, "LOC"): "ORG"})
    schema_change.remodel(project, SchemaChange(before=project.schema, after=project.schema, fates=fates))
    (edit,) = [each for each in project.read.log.whole() if each.kind == "schema"]
    assert edit.facts == {"fates": {"labels": [[["entities", "LOC"], "ORG"]]}}
    schema_change.take_back(project)


def test_split_and_state_and_undo_are_replayed(project):
    document = add_article(project)
    deal = edits.Change(before=DocumentSplit(document=document), after=DocumentSplit(document=document, split="train"))
    project.do(edits.Edit(kind=edits.EditKind.DEAL, annotator="anna", changes=(deal,)))
    project.do(edits.set_state(None, document, State.DONE, annotator="anna"))
    project.do(edits.classify(document, (), "topic", "a", annotator="anna"))
    project.do(edits.classify(document, project.read.annotated(document, None).labels, "topic", "b", annotator="anna"))
    while project.undo(document):
        pass
    while project.redo(document):
        pass


def test_large_import_is_logged_in_whole_articles(project, monkeypatch):
    monkeypatch.setattr("annotator.store.log.recording._AT_MOST", 3)
    ids = project.add_articles([Article(title=str(n), text=f"{OTHER} {n}", language="de") for n in range(10)]).ids
    told = [edit for edit in project.read.log.whole() if edit.kind == "import"]
    assert [len(edit.changes) for edit in told] == [3, 3, 3, 1]
    assert [step.kind for id_ in ids for step in project.read.steps(id_, None)] == ["import"] * 10


def test_each_change_names_what_it_was_made_over(project):
    document = add_article(project)
    project.do(added := edits.add(span(document, "Köln")))
    (row,) = project.read.annotated(document, "anna").spans
    project.do(first := edits.relabel(row, ENTITIES, "ORG", annotator="anna"))
    project.undo(document)
    told = {edit.id: edit for edit in project.read.log.whole()}
    assert told[added.id].changes[0].over == ()  # no version before it
    assert told[first.id].changes[0].over == ()  # over the only version
    (undoing,) = [edit for edit in told.values() if edit.undoes == first.id]
    assert undoing.changes[0].over == (first.id,)
    assert [edit.turn for edit in told.values()] == list(range(1, len(told) + 1))
    assert {len(edit.copy) for edit in told.values()} == {32}


@pytest.mark.parametrize("state", STATES)
def test_log_of_an_older_file_gets_heads_from_its_order(state, tmp_path):
    with closing(Project.open(old_file(state, tmp_path))) as project:
        assert heads_in_log(project._store) == in_heads(project._store)
        document = add_article(project, "Neu", OTHER)
        project.do(edits.add(span(document, "Brüssel", text=OTHER)))
        assert heads_in_log(project._store) == in_heads(project._store)

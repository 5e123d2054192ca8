"""Replacing an article by its corrected version, in real files."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.jobs import article_steps
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.importing import article_replacement, import_store
from annotator.jobs.importing.article_replacement import Survival
from annotator.model.query import Query
from annotator.model.values import DocumentLabel, DocumentSplit, Priority, State, SuggestionState
from annotator.processes import slices
from annotator.store.reader import DocumentQuery
from annotator.system.errors import StoreError
from annotator.text.normalization import fingerprint
from tests.annotator.jobs.importing.test_near_versions import BODY, HEADED, known, read
from tests.annotator.made import add_article, claim, span, suggestion

__all__ = ["known"]  # a fixture


@pytest.fixture
def new(project, known):
    """A corrected version that replaces the known one."""
    id_ = add_article(project, "Streit ums Rathaus", HEADED)
    assert replaces(project, known, id_) is not None
    return id_


def replaces(project, old, new):
    wanted = article_replacement.prepare(project.path, old, new)
    return slices.finish(project.timeline.doing(article_replacement.replacing(project.read, [wanted], "anna")))


def accepting(project, new):
    return article_replacement.accepting(project.read, new, article_replacement.find(project.path, new), "anna")


def listed(project):
    return project.read.search.ids(Query(), "anna")


def pending(project, document):
    return {s.quote(HEADED) for s in project.read.suggestions(document, SuggestionState.PENDING)}


def test_old_version_is_set_aside_with_its_decisions(project, known):
    before = project.read.annotated(known, None)
    new = add_article(project, "Neu", HEADED)
    replaces(project, known, new)
    assert listed(project) == [new]
    assert project.read.search.ids(Query(replaced=True), "anna") == [known]
    assert project.read.document_ids(DocumentQuery(annotator=None)) == [new]
    assert project.read.counts.sizes() == (1, len(HEADED))
    assert project.read.counts.labels("anna") == []
    assert project.read.counts.states("anna") == [("anna", "open", 1)]
    after = project.read.annotated(known, None)
    assert (after.document.text, after.spans, after.relations) == (BODY, before.spans, before.relations)
    (line,) = project.read.lines([known], "anna")
    assert (line.replaced_by, line.spans) == (new, 4)


def test_what_still_fits_is_suggested_and_nothing_decided(project, known, new):
    assert pending(project, new) == {"Köln", "Petra Müller", "das Rathaus koste die Stadt drei Millionen Euro"}
    assert project.read.annotated(new, None).spans == ()


def test_replacement_is_one_undoable_step(project, known, new):
    project.undo(new)
    assert listed(project) == [known, new]
    assert project.read.suggestions(new) == []
    project.redo(known)
    assert listed(project) == [new]
    assert len(pending(project, new)) == 3


def test_batch_priority_and_part_of_a_split_go_over(project, known):
    slices.finish(project.timeline.doing(article_steps.batching(project.read, [known], "März", "anna")))
    slices.finish(project.timeline.doing(article_steps.prioritising(project.read, [known], Priority.HIGH, "anna")))
    own = DocumentSplit(document=known)
    deal = edits.Edit(
        kind=edits.EditKind.DEAL,
        annotator="anna",
        changes=(edits.Change(before=own, after=replace(own, split="test")),),
    )
    project.do(deal)
    new = add_article(project, "Neu", HEADED)
    replaces(project, known, new)
    assert project.read.document(new).meta == {"batch": "März", "priority": "high"}
    assert project.read.annotated(new, None).split == "test"


def test_compared_labels_are_sorted_worst_first(project, known, new):
    found = article_replacement.compared(project.read, new, "anna")
    assert [(each.fate, each.before, each.after) for each in found] == [
        (Survival.GONE, "Kämmerer", ""),
        (
            Survival.CHANGED,
            "das Rathaus koste die Stadt zwei Millionen Euro",
            "das Rathaus koste die Stadt drei Millionen Euro",
        ),
        (Survival.SAME, "Köln", "Köln"),
        (Survival.SAME, "Petra Müller", "Petra Müller"),
    ]
    assert [each.decided for each in found] == [False] * 4
    assert [HEADED[s:e] for each in found for s, e in each.parts] == [each.after for each in found if each.after]


def test_unchanged_labels_are_accepted_in_one_step(project, known, new):
    noted = next(s for s in project.read.annotated(known, "anna").spans if s.quote(BODY) == "Köln")
    project.do(edits.change(noted, annotator="anna", note="Wirklich?", doubt=True))
    project.do(edits.classify(known, (), "topic", "economy", annotator="anna"))
    edit = accepting(project, new)
    assert edit is not None
    project.do(edit)
    taken = project.read.annotated(new, "anna")
    assert {(s.quote(HEADED), s.annotator, s.note, s.doubt) for s in taken.spans} == {
        ("Köln", "anna", "Wirklich?", True),
        ("Petra Müller", "anna", "", False),
    }
    assert taken.labels == (DocumentLabel(document=new, annotator="anna", label="topic", value="economy"),)
    assert pending(project, new) == {"das Rathaus koste die Stadt drei Millionen Euro"}
    decided = {each.before: each.decided for each in article_replacement.compared(project.read, new, "anna")}
    assert decided["Köln"]
    assert not decided["das Rathaus koste die Stadt zwei Millionen Euro"]
    assert accepting(project, new) is None
    project.undo(new)
    assert project.read.annotated(new, "anna").spans == ()
    assert len(pending(project, new)) == 3


def test_undo_is_refused_while_accepted_labels_depend_on_it(project, known, new):
    project.do(accepting(project, new))
    with pytest.raises(StoreError, match="changed"):
        project.undo(known)
    project.undo(new)
    project.undo(known)
    assert listed(project) == [known, new]


def test_rejected_label_is_not_accepted_with_the_others(project, known, new):
    refused = [s for s in project.read.suggestions(new) if s.quote(HEADED) == "Köln"]
    project.do(edits.reject(refused, annotator="anna"))
    project.do(accepting(project, new))
    assert {s.quote(HEADED) for s in project.read.annotated(new, "anna").spans} == {"Petra Müller"}


def test_an_article_replaces_neither_itself_nor_what_replaces_it(project, known, new):
    with pytest.raises(StoreError, match="cannot be replaced by itself"):
        replaces(project, new, new)
    with pytest.raises(StoreError, match="cannot be replaced by itself"):
        replaces(project, new, known)
    other = add_article(project, "Noch eine", HEADED + " Später mehr.")
    with pytest.raises(StoreError, match="has already been replaced by a newer version"):
        replaces(project, known, other)
    replaces(project, new, other)
    assert listed(project) == [other]


def test_old_version_returns_on_request_or_deletion(project, known, new):
    project.do(article_replacement.restoring(project.read, known, "anna"))
    assert listed(project) == [known, new]
    assert article_replacement.restoring(project.read, known, "anna") is None
    replaces(project, known, new)
    project.delete_documents([new])
    assert listed(project) == [known]


def test_exports_leave_replaced_versions_out_and_say_so(project, known, new, tmp_path):
    project.checkpoint()
    report = export_files.export(project.path, tmp_path / "a.jsonl", Request(format="jsonl"))
    assert (report.documents, report.replaced) == (1, 1)
    report = export_files.export(project.path, tmp_path / "b.jsonl", Request(format="jsonl", replaced=True))
    assert (report.documents, report.replaced) == (2, 0)


def test_import_replaces_near_duplicates_on_request(project, known, tmp_path):
    incoming = read(project, tmp_path / "a", neu=HEADED, noch=HEADED + " Später mehr.", anders="Etwas ganz anderes.")
    taken = import_store.take_in(project, incoming, supersede=True)
    new = project.read.documents_with_text([fingerprint(HEADED)])[fingerprint(HEADED)]
    assert (taken.replaced, len(taken.ids), taken.suggestions) == (1, 3, 3)
    assert known not in listed(project)
    assert project.read.replaced.newer(known) == new
    assert [told.code for told in taken.notices] == ["replaced", "changed", "orphan", "near"]
    assert taken.notices[0].sentence.startswith("“Streit ums Rathaus” replaces “Rathaus”, which is set aside")
    project.undo(new)
    assert known in listed(project)


def test_importing_the_old_text_again_changes_nothing(project, known, new, tmp_path):
    taken = import_store.take_in(project, read(project, tmp_path / "a", alt=BODY), supersede=True)
    assert ([told.code for told in taken.notices], taken.ids, taken.replaced) == (["present"], (), 0)
    assert listed(project) == [new]


def test_replaced_version_keeps_its_state_and_is_not_due(project, known, new):
    assert project.read.asking.documents([("model", "1", None)]) == [new]
    assert project.read.document_ids(DocumentQuery(annotator="anna", state=State.OPEN)) == [new]


def test_equal_suggestion_of_a_model_is_settled_too(project, known, new):
    start = HEADED.index("Köln")
    own = suggestion(new, "Köln", text=HEADED, source="model")
    assert own.parts == ((start, start + 4),)
    project.put_suggestions(new, "model", [own])
    project.do(accepting(project, new))
    assert [s.quote(HEADED) for s in project.read.annotated(new, "anna").spans].count("Köln") == 1
    assert "Köln" not in pending(project, new)
    (made,) = (s for s in project.read.annotated(new, "anna").spans if s.quote(HEADED) == "Köln")
    assert made.origin.source == "carried"


def test_relations_to_other_articles_and_attributes_are_copied(project):
    text = "Die Stadt wächst. " + BODY
    old, new = add_article(project, "Alt", text), add_article(project, "Neu", "Korrigiert. " + text)
    far = add_article(project, "Beleg", "Das Rathaus kostet zwei Millionen Euro.")
    said = claim(old, "das Rathaus koste die Stadt zwei Millionen Euro", text=text)
    who = span(old, "Petra Müller", "PER", text=text)
    shows = span(far, "zwei Millionen Euro", "MISC", text="Das Rathaus kostet zwei Millionen Euro.")
    project.do(edits.add([said, who, shows]))
    project.do(edits.relate(said, "claimant", who, annotator="anna", role="main"))
    project.do(edits.relate(said, "evidence", shows, annotator="anna", role="supports"))
    replaces(project, old, new)
    project.do(accepting(project, new))
    after = project.read.annotated(new, "anna")
    (stands,) = (each for each in after.spans if each.layer == "claims")
    links = {link.label: link for link in after.relations if link.head == stands.id}
    assert (links["evidence"].tail, links["evidence"].attributes) == (shows.id, {"role": "supports"})
    assert links["claimant"].attributes == {"role": "main"}
    assert len(project.read.annotated(old, "anna").relations) == 2, "the old version keeps its own"
    project.undo(new)
    assert project.read.annotated(new, "anna").relations == ()


def test_what_was_deleted_while_files_were_read_is_not_replaced(project, known, tmp_path):
    incoming = read(project, tmp_path / "a", neu=HEADED)
    project.delete_documents([known])
    taken = import_store.take_in(project, incoming, supersede=True)
    assert (len(taken.ids), taken.replaced) == (1, 0)

"""Undo, redo and going back in a real window over a real file."""

from dataclasses import replace

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import EditKind
from annotator.editing.identities import identify, new_identity
from annotator.editing.log.history import Beginning
from annotator.model.values import CLAIMS, Span, new_id
from annotator.system.errors import StoreError
from tests.ui.claims.claimed import suggested
from tests.ui.conftest import TEXT
from tests.ui.keyboard import answer, rows, undo_name
from ui.deciding.edit_names import edit_name


@pytest.fixture
def window(make_window, project_path):
    return make_window(project_path)


def label(window, words, layer="entities", name="LOC"):
    start = TEXT.index(words)
    return window.decisions.label(start, start + len(words), layer, name)


def quotes(window):
    return [span.quote(TEXT) for span in window.session.opened.spans]


def stored(window):
    return rows(window, "SELECT label, quote FROM span")


def log(window):
    return [step.id for step in window.session.project.read.steps(window.session.opened.document.id, None)]


def test_going_back_is_one_undoable_step(window):
    label(window, "Weifang")
    then = log(window)[-1]
    name = label(window, "HD Hyundai", name="ORG")
    claim = label(window, "das Schiff fahre „bald“ ohne Kapitän", CLAIMS, "CLAIM")
    window.decisions.relate(claim, "claimant", name)
    before = window.session.opened
    window.steps.go_back(then)
    assert quotes(window) == ["Weifang"]
    assert window.session.opened.relations == ()
    assert window.messages.words == "3 steps undone."
    assert window.session.next_undo().kind is EditKind.GO_BACK
    window.steps.undo()
    assert window.session.opened.spans == before.spans
    assert window.session.opened.relations == before.relations
    window.steps.redo()
    assert quotes(window) == ["Weifang"]


def test_done_message_nests_quotation_marks_of_title(window):
    here = window.session.opened.document
    window.session.do(edits.describe(here, replace(here, title="„Nichts vergessen“"), annotator="anna"))
    window.steps.finish()
    assert window.messages.words.startswith("“‚Nichts vergessen‘” is done.")


def test_going_back_survives_restart(make_window, window, project_path):
    label(window, "Weifang")
    then = log(window)[-1]
    label(window, "Köln")
    window.steps.go_back(then)
    window.session.close_project()
    again = make_window(project_path)
    assert quotes(again) == ["Weifang"]
    again.steps.undo()
    assert quotes(again) == ["Weifang", "Köln"]


def test_going_back_keeps_edits_of_others(window):
    label(window, "Weifang")
    then = log(window)[-1]
    label(window, "Köln")
    window.session.set_annotator("bert")
    label(window, "HD Hyundai", name="ORG")
    window.session.set_annotator("anna")
    window.steps.go_back(then)
    assert quotes(window) == ["Weifang"]
    window.session.set_annotator("bert")
    assert quotes(window) == ["HD Hyundai"]


def test_going_back_refuses_after_change_in_other_article(window):
    here = window.session.opened.document.id
    there = next(id_ for id_ in window.articles.model.shown if id_ != here)
    label(window, "Weifang")
    then = log(window)[-1]
    first = Span(id=new_id(), document=here, layer="entities", label="LOC", parts=((0, 8),), annotator="anna")
    second = replace(first, id=new_id(), document=there)
    window.session.do(edits.add([first, second]))
    window.session.open_document(there)
    window.decisions.relabel(second.id, "entities", "ORG")
    window.session.open_document(here)
    window.steps.go_back(then)
    assert "changed in the meantime" in window.messages.words
    assert quotes(window) == ["Kürzlich", "Weifang"]


def test_going_back_to_newest_step_does_nothing(window):
    label(window, "Weifang")
    steps = log(window)
    window.steps.go_back(steps[-1])
    assert log(window) == steps
    assert window.messages.words == "The article has not changed since then."


def test_step_leads_to_its_row_or_place(window):
    name = label(window, "Köln")
    added = log(window)[-1]
    window.aim.activate(None)
    window.view.select(0, 0)
    window.steps.show_step(added)
    assert window.view.active() == name.id
    window.decisions.remove([name.id])
    window.view.select(0, 0)
    window.steps.show_step(added)
    assert window.view.active() is None
    assert window.view.caret() == name.start


def test_undoing_relation_keeps_claim_active(window):
    start = window.session.opened.document.text.index("das Schiff")
    claim = window.decisions.label(start, start + 10, "claims", "CLAIM")
    cue = window.decisions.labelled((start - 6, start - 2), "attribution", "CUE")
    assert window.decisions.relate(claim, "cue", cue)
    window.aim.activate(claim.id)
    window.steps.undo()
    assert window.view.active() == claim.id


def test_undoing_relation_to_accepted_suggestion_keeps_claim_active(window, qtbot):
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 4, timeout=20_000)
    claim = label(window, "das Schiff", CLAIMS, "CLAIM")
    firm = next(each for each in window.session.opened.suggestions if each.quote(TEXT) == "HD Hyundai")
    assert window.decisions.relate(claim, "claimant", firm)
    window.aim.activate(claim.id)
    window.steps.undo()
    assert firm.id in {each.id for each in window.session.opened.suggestions}
    assert window.view.active() == claim.id


def test_undoing_accepted_claim_aims_at_it_again(window, qtbot):
    """The ring went to the claimant's name, which came along: Backspace then rejected the name."""
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 4, timeout=20_000)
    claim = suggested(window)
    firm = next(each for each in window.session.opened.suggestions if each.quote(TEXT) == "HD Hyundai")
    window.decisions.accept([claim.id])
    assert "HD Hyundai" in quotes(window)
    window.view.select(firm.start, firm.start, exact=True)
    window.steps.undo()
    assert window.view.active() == claim.id


def test_undoing_many_decisions_stays_near_the_caret(window):
    early, late = label(window, "Schiff"), label(window, "Köln")
    assert early.start < late.start
    window.decisions.remove([early.id, late.id])
    window.view.select(late.end, late.end, exact=True)
    window.steps.undo()
    assert window.view.active() == late.id


def ids(window):
    return list(window.articles.model.shown)


def test_undo_follows_session_steps_across_articles(window):
    first, second = ids(window)[:2]
    label(window, "Weifang")
    window.session.open_document(second)
    assert "“Weifang wird Metaverse”: Place “Weifang”" in undo_name(window)
    window.steps.undo()
    assert window.session.opened.document.id == first
    assert quotes(window) == []
    assert window.messages.words == "Undone: “Weifang wird Metaverse”: Place “Weifang”."
    window.session.open_document(second)
    window.steps.redo()
    assert window.session.opened.document.id == first
    assert quotes(window) == ["Weifang"]


def test_undo_starts_with_the_last_step_in_any_article(window):
    first, second = ids(window)[:2]
    window.session.open_document(second)
    window.decisions.label(0, 2, "entities", "LOC")
    window.session.open_document(first)
    label(window, "Weifang")
    window.session.open_document(second)
    window.steps.undo()
    assert (window.session.opened.document.id, quotes(window)) == (first, [])
    window.steps.undo()
    assert window.session.opened.document.id == second
    assert len(window.session.opened.spans) == 0


def test_undo_of_join_stays_in_open_article(window):
    second = ids(window)[1]
    names = [label(window, words, name="PER") for words in ("Ce\u0301line Weiß", "Kapitän")]
    whose = new_identity("Ce\u0301line Weiß", "PER")
    window.session.do(identify(names, whose, annotator="anna", new=True))
    window.session.open_document(second)
    window.steps.undo()
    assert window.session.opened.document.id == second
    said = "Undone: “Weifang wird Metaverse”: who is meant by Person “Ce\u0301line Weiß”, 2 occurrences."
    assert window.messages.words == said
    assert not window.session.project.read.who.identities()
    window.steps.redo()
    assert window.session.opened.document.id == second
    assert len(window.session.project.read.who.identities()) == 1


def test_undo_again_before_the_paint_says_why_not(window):
    undo = window.actions_by_id["edit.undo"]
    label(window, "Weifang")
    undo.trigger()
    assert quotes(window) == []
    undo.trigger()
    assert window.messages.words == "Nothing to undo"


def test_undo_of_earlier_sessions_stays_in_open_article(make_window, window, project_path):
    label(window, "Weifang")
    window.session.close_project()
    again = make_window(project_path)
    again.session.open_document(ids(again)[1])
    again.steps.undo()
    assert again.session.opened.document.id == ids(again)[1]
    again.session.settling.catch_up()
    assert not again.actions_by_id["edit.undo"].isEnabled()
    again.session.open_document(ids(again)[0])
    again.steps.undo()
    assert quotes(again) == []


def test_undo_skips_deleted_article(window):
    first, second = ids(window)[:2]
    label(window, "Weifang")
    window.session.open_document(second)
    window.session.delete_documents([first])
    window.steps.undo()
    assert window.session.opened.document.id == second
    assert window.session.next_undo() is None


def test_undo_stops_at_added_or_deleted_article(window):
    """Adding and deleting are not undone; undoing a step of another article instead would surprise the user."""
    first, second, third = ids(window)[:3]
    label(window, "Weifang")
    added = window.session.add_articles(
        [Article(title="Neu", text="Neues aus Köln.", language="de")], exclude_furniture=False
    )
    window.session.open_document(added.ids[0])
    window.steps.undo()
    assert (window.session.opened.document.id, stored(window)) == (added.ids[0], [("LOC", "Weifang")])
    assert window.messages.words.startswith("Adding or deleting articles is not undone")
    window.session.open_document(second)
    window.session.delete_documents([third])
    window.steps.undo()
    assert stored(window) == [("LOC", "Weifang")]
    window.session.open_document(first)
    window.steps.undo()
    assert stored(window) == []


def test_failed_deletion_keeps_article_open_and_undo(window, monkeypatch):
    first, second = ids(window)[:2]
    label(window, "Weifang")
    window.session.open_document(second)

    def fail(_ids):
        raise StoreError("store.busy")

    monkeypatch.setattr(window.session.required(), "delete_documents", fail)
    window.session.delete_documents([second])
    assert window.session.opened.document.id == second
    window.steps.undo()
    assert window.session.opened.document.id == first
    assert stored(window) == []


def test_long_undo_reports_progress_and_can_be_stopped(window, qtbot):
    many = 3_000
    (id_,) = window.session.project.add_articles([Article(title="Rat", text="Rat " * many, language="de")]).ids
    window.session.open_document(id_)
    made = [
        Span(id=new_id(), document=id_, layer="entities", label="ORG", parts=((4 * n, 4 * n + 3),), annotator="anna")
        for n in range(many)
    ]
    window.session.do(edits.add(made))
    heard: list[str] = []
    window.steps.advanced.connect(heard.append)
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard[0].startswith("Undoing: ")
    assert window.messages.words == heard[-1]
    answer(window)
    assert window.messages.words == "Stopped; nothing was changed."
    assert not window.everywhere.busy
    assert len(window.session.opened.spans) == many
    assert rows(window, "SELECT count(*) FROM span") == [(many,)]
    window.actions_by_id["edit.undo"].trigger()
    qtbot.waitUntil(lambda: not window.everywhere.busy, timeout=60_000)
    assert rows(window, "SELECT count(*) FROM span") == [(0,)]
    assert window.messages.words == "Undone: Organisation “Rat”, 3,000 occurrences."
    percents = [int(words.split()[-1].rstrip("%")) for words in heard]
    assert max(percents) < 100
    window.actions_by_id["edit.redo"].trigger()
    qtbot.waitUntil(lambda: not window.everywhere.busy, timeout=60_000)
    assert len(window.session.opened.spans) == many


def test_name_of_large_step_counts_all_places(window):
    label(window, "Weifang")
    edit = window.session.next_undo()
    long = replace(edit, changes=edit.changes * 2_000)
    name = edit_name(long, window.session.project.schema, window.session.opened.document)
    assert name == "Place “Weifang”, 2,000 occurrences"
    beginning = Beginning(kind=edit.kind, annotator=edit.annotator, changes=edit.changes, beginning_of=190_000)
    many = edit_name(beginning, window.session.project.schema, window.session.opened.document)
    assert many == "Place “Weifang”, 190,000 occurrences"

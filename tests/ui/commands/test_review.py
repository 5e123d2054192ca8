"""Accepting many suggestions with one key."""

from dataclasses import replace

from PySide6.QtCore import Qt

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.model.schema import Layer
from annotator.model.values import CLAIMS, DraftRelation
from annotator.project.project import Project
from tests.ui.keyboard import SHIFT, Key, hint_line, press
from tests.ui.opened import new_project, part, suggestion
from tests.ui.worked import SOURCES, draw, work_for_ever
from ui.commands.keys.hints import Situation, hints
from ui.jobs.suggesting.source_finder import Work


def test_key_accepts_sure_visible_suggestions_in_one_step(window, qtbot):
    sure = sum(suggestion.score >= 0.9 for suggestion in window.session.opened.suggestions)
    qtbot.keyClick(window.view, Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert len(window.session.opened.spans) == sure > 0
    assert all(suggestion.score < 0.9 for suggestion in window.session.opened.suggestions)
    window.session.undo()
    assert len(window.session.opened.spans) == 0


def test_sure_suggestions_are_counted_soon_far_down(window, qtbot):
    sure = window.panels.suggestions.sure
    sure.show_count(99)
    window.view.verticalScrollBar().valueChanged.emit(9_000)
    qtbot.waitUntil(lambda: "99" not in sure.text(), timeout=3_000)


def test_reports_why_no_suggestion_is_next(make_window, project_path, qtbot):
    window = make_window(project_path, work=Work(draw_tokens=draw, prepare=work_for_ever, sources=SOURCES))
    qtbot.waitUntil(lambda: window.view.hasFocus() and window.actions_by_id["suggestion.next"].isEnabled())
    press(qtbot, window, Key.Key_Tab)
    assert window.messages.words == "Suggestions for this article are not ready yet."


def test_reports_hidden_suggestions(window, qtbot):
    window.actions_by_id["view.hide_suggestions"].trigger()
    press(qtbot, window, Key.Key_Tab)
    assert window.messages.words == "Suggestions are hidden: F7 shows them."
    press(qtbot, window, Key.Key_A)
    expected = "Suggestions are hidden: F7 shows them, Article → Done and Continue finishes."
    assert window.messages.words == expected
    window.actions_by_id["view.hide_suggestions"].trigger()
    window.actions_by_id["view.clean"].trigger()
    press(qtbot, window, Key.Key_Tab)
    assert window.messages.words == "Suggestions are hidden: F8 shows them."


def test_hidden_suggestions_are_not_offered(window, qtbot):
    sure = window.panels.suggestions.sure
    assert sure.isVisible()
    window.actions_by_id["view.hide_suggestions"].trigger()
    qtbot.waitUntil(lambda: not sure.isVisible(), timeout=3_000)
    found = hint_line(window)
    assert found["show the suggestions"] == ("F7",)
    assert "accept the sure ones, go on" not in found
    window.actions_by_id["view.hide_suggestions"].trigger()
    qtbot.waitUntil(sure.isVisible, timeout=3_000)
    assert "accept the sure ones, go on" in hint_line(window)


def test_partly_visible_suggestions_are_not_accepted(make_window, tmp_path, qtbot):
    project = new_project(tmp_path / "lang")
    project.add_articles([Article(title="Lang", text="Nach Köln 🚆 fährt Änne.\n\n" * 60, language="de")])
    project.close()
    window = make_window(project.path)
    qtbot.waitUntil(lambda: len(window.session.opened.suggestions) == 60)
    view = window.view
    first = window.session.opened.suggestions[0]
    box = view.span_rects(first.id)[0]
    view.verticalScrollBar().setValue(box.bottom() - 2)
    assert view.span_rects(first.id)[0].bottom() >= 0
    seen = window.review.seen()
    assert first not in seen
    assert len(seen) > 0
    assert all(view.viewport().rect().contains(place) for row in seen for place in view.span_rects(row.id))


def test_suggestions_in_excluded_paragraph_are_ignored(window, qtbot):
    session, every = window.session, len(window.session.opened.suggestions)
    inside = session.opened.document.text.index("Die Firma"), session.opened.document.text.index("\n\nBild:")
    window.view.select(inside[0], inside[0])
    press(qtbot, window, Key.Key_X)
    outside = [s for s in session.opened.suggestions if s.end <= inside[0] or s.start >= inside[1]]
    assert 0 < len(outside) == len(session.opened.suggestions) < every
    assert [row.id for row in window.view.page.rows.within(*inside)] == []
    (listed,) = session.required().read.lines([session.opened.document.id], "anna")
    assert listed.pending == len(outside)
    assert "undo: paragraph excluded" in [hint.words for hint in hints(session, Situation(), window.menus.shortcuts)]
    press(qtbot, window, Key.Key_Return, SHIFT)
    assert session.opened.spans
    assert not [span for span in session.opened.spans if inside[0] <= span.start < inside[1]]
    session.undo()
    press(qtbot, window, Key.Key_X)
    assert len(session.opened.suggestions) == every


def test_undo_restores_suggestions_in_excluded_paragraph(window, qtbot):
    every = {suggestion.id for suggestion in window.session.opened.suggestions}
    at = window.session.opened.document.text.index("Die Firma")
    window.view.select(at, at)
    press(qtbot, window, Key.Key_X)
    assert {suggestion.id for suggestion in window.session.opened.suggestions} < every
    window.session.undo()
    assert {suggestion.id for suggestion in window.session.opened.suggestions} == every


def test_reports_labels_added_with_claims(window, qtbot):
    session = window.session
    text, document = session.opened.document.text, session.opened.document.id
    draft = DraftRelation(label="cue", layer="attribution", tail_label="CUE", parts=(part("sagt", text),))
    claim = suggestion(document, "das Schiff fahre", "CLAIM", CLAIMS, text=text, source="rules", score=None)
    session.required().put_suggestions(document, "rules", [replace(claim, relations=(draft,))])
    session.open_document(document)
    count = len(session.opened.suggestions)
    press(qtbot, window, Key.Key_Return, SHIFT)
    told = f"{count} suggestions accepted. One label was added with a claim."
    assert window.messages.words.startswith(told)
    assert window.messages.words.endswith("You will be asked about the unsure ones later.")
    assert f"undo: {count} suggestions" in [hint.words for hint in hints(session, Situation(), window.menus.shortcuts)]


def test_names_labelled_with_a_claim_are_shown(window, qtbot):
    session = window.session
    text, document = session.opened.document.text, session.opened.document.id
    draft = DraftRelation(label="claimant", layer="entities", tail_label="ORG", parts=(part("Die Firma", text),))
    claim = suggestion(document, "das Schiff fahre", "CLAIM", CLAIMS, text=text, source="rules", score=None)
    session.required().put_suggestions(document, "rules", [replace(claim, relations=(draft,))])
    session.open_document(document)
    window.aim.activate(claim.id)
    press(qtbot, window, Key.Key_Return)
    qtbot.waitUntil(lambda: window.messages.words == "“Die Firma” was labelled along with the claim.")
    assert len(session.opened.spans) == 2
    window.steps.undo()
    assert len(session.opened.spans) == 0


def proposed_claim(window, claimant):
    """Put a suggested claim with a claimant into the open article; return it and the article's text."""
    session = window.session
    text, document = session.opened.document.text, session.opened.document.id
    draft = DraftRelation(label="claimant", layer="entities", tail_label="ORG", parts=(part(claimant, text),))
    claim = suggestion(document, "das Schiff fahre", "CLAIM", CLAIMS, text=text, source="rules", score=None)
    session.required().put_suggestions(document, "rules", [replace(claim, relations=(draft,))])
    session.open_document(document)
    return claim, text


def test_c_accepts_claim_and_goes_to_its_card(window, qtbot):
    claim, _ = proposed_claim(window, "Die Firma")
    window.aim.activate(claim.id)
    qtbot.waitUntil(lambda: "accept, to its card" in [hint.words for hint in window.key_line.hints.hints])
    press(qtbot, window, Key.Key_C)
    card = window.panels.claim_card
    assert card.hasFocus()
    assert window.session.opened.span(card.claim).parts == claim.parts
    pending = len(window.session.opened.suggestions)
    qtbot.keyClicks(card, "a")  # a field of the card, not "accept the sure ones"
    assert len(window.session.opened.suggestions) == pending


def test_claimant_with_other_edge_stays_the_claimant(window, qtbot):
    claim, text = proposed_claim(window, "Die Firma")
    window.decisions.label(*part("Firma", text), "entities", "ORG")
    window.aim.activate(claim.id)
    press(qtbot, window, Key.Key_Return)
    opened = window.session.opened
    (made,) = [span for span in opened.spans if span.layer == CLAIMS]
    (relation,) = opened.relations.of_head(made.id)
    assert opened.span(relation.tail).quote(text) == "Firma"


def test_accepts_suggestions_in_custom_layer(make_window, tmp_path, qtbot):
    news = schema_file.load("news")
    label = replace(news.labels[0], id="SHIP", layer="ships", key=None)
    schema = replace(news, layers=(*news.layers, Layer(id="ships", name={"en": "Ships"}, labels=(label,))))
    project = Project.create(tmp_path / "hafen", schema=schema, annotator="anna")
    text = "Die Möwe 🎈 legt ab."
    (id_,) = project.add_articles([Article(title="Hafen", text=text, language="de")]).ids
    project.put_suggestions(id_, "seen", [suggestion(id_, "Möwe", "SHIP", "ships", text, source="seen")], version="1.0")
    project.close()
    window = make_window(project.path, work=Work(draw_tokens=draw, prepare=work_for_ever, sources=SOURCES))
    qtbot.waitUntil(lambda: window.view.hasFocus() and window.actions_by_id["suggestion.next"].isEnabled())
    press(qtbot, window, Key.Key_Tab)
    press(qtbot, window, Key.Key_Return)
    (span,) = window.session.opened.spans
    assert (span.layer, span.label, span.quote(text)) == ("ships", "SHIP", "Möwe")

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from annotator.model.values import CLAIMS, DraftRelation, Suggestion, new_id
from tests.ui.opened import open_article, part
from ui.base.widgets.chips import Quote
from ui.panels.span.inspector import Inspector


@pytest.fixture
def opened(tmp_path, show):
    return show(Inspector, *open_article(tmp_path, ("Köln", "LOC")))


def press(qtbot, panel, keys):
    for key in keys:
        qtbot.keyClicks(QApplication.activePopupWidget() or panel, key)


def test_keys_set_form_and_label_of_name(qtbot, opened):
    session, decisions, panel = opened
    name = decisions.label(*part("EU"), "entities", "LOC")
    panel.set_active(name.id)
    panel.open_keyboard()
    press(qtbot, panel, "t2l2d")
    span = session.opened.span(name.id)
    assert (span.label, dict(span.attributes), span.doubt) == ("ORG", {"part_of_word": "part"}, True)


def test_doubt_toggles_by_key_and_click(qtbot, opened):
    session, decisions, panel = opened
    name = decisions.label(*part("EU"), "entities", "ORG")
    panel.set_active(name.id)
    panel.open_keyboard()
    press(qtbot, panel, "d")
    assert session.opened.span(name.id).doubt
    press(qtbot, panel, "d")
    assert not session.opened.span(name.id).doubt
    field = next(each for each in panel.findChildren(QWidget, "field.own.doubt") if each.isVisible())
    qtbot.waitUntil(lambda: not field.shown.words)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert (session.opened.span(name.id).doubt, QApplication.activePopupWidget()) == (True, None)


class Selecting(QObject):
    """An article of which only the selection is known."""

    changed = Signal(int, int)
    place = (0, 0)

    def select(self, start: int, end: int) -> None:
        """Select the words from ``start`` to ``end``, in code points, end exclusive."""
        self.place = (start, end)
        self.changed.emit(start, end)


def test_hint_asks_for_no_selection_where_nothing_can_be_labelled(make_window, project_path):
    window = make_window()
    hint = window.panels.findChild(QLabel, "inspectorHint")
    assert hint.text() == "Open an article to label its words."
    window.projects.open_for_reading(project_path)
    assert hint.text() == "Read only: nothing can be changed."


def test_selected_words_are_shown_with_how_to_label_them(qtbot, opened):
    session, _, panel = opened
    hint, quote = panel.findChild(QLabel, "inspectorHint"), panel.findChild(Quote, "inspectorSelected")
    assert (panel.title.text(), quote.isVisible()) == ("Nothing selected", False)
    assert hint.text() == "Select words, then choose a label below."
    article = Selecting()
    panel.selected.follow(article.changed, lambda: article.place)
    article.select(*part("EU"))
    qtbot.waitUntil(lambda: panel.title.text() == "Selected words")
    assert (quote.words, hint.text()) == ("EU", "Choose a label below.")
    panel.set_active(session.opened.suggestions[0].id)
    qtbot.waitUntil(lambda: not quote.isVisible())
    panel.set_active(None)
    article.select(3, 3)
    qtbot.waitUntil(lambda: panel.title.text() == "Nothing selected")


def test_accepted_suggestion_stays_shown(qtbot, opened):
    session, _, panel = opened
    panel.set_active(session.opened.suggestions[0].id)
    with qtbot.waitSignal(panel.activated) as said:
        qtbot.mouseClick(panel.findChild(object, "inspectorAccept"), Qt.MouseButton.LeftButton)
    assert said.args == [session.opened.spans[0].id]
    origin = panel.findChild(object, "inspectorOrigin")
    words = "suggested by German model, accepted by"
    qtbot.waitUntil(lambda: origin.text().startswith(words))


def test_corrected_suggestion_says_who_changed_it(qtbot, opened):
    session, decisions, panel = opened
    made = decisions.correct(session.opened.suggestions[0].id, "entities", "ORG")
    panel.set_active(made.id)
    origin = panel.findChild(object, "inspectorOrigin")
    qtbot.waitUntil(lambda: origin.text().startswith("suggested by German model, changed by"))


def test_reject_button_rejects_suggestion(qtbot, opened):
    session, _, panel = opened
    panel.set_active(session.opened.suggestions[0].id)
    qtbot.mouseClick(panel.findChild(object, "inspectorReject"), Qt.MouseButton.LeftButton)
    assert session.opened.suggestions == ()
    assert session.opened.spans == ()


def test_remove_label_and_undo(qtbot, opened):
    session, decisions, panel = opened
    name = decisions.label(*part("Greifsund"), "entities", "LOC")
    panel.set_active(name.id)
    qtbot.mouseClick(panel.findChild(object, "inspectorRemove"), Qt.MouseButton.LeftButton)
    assert session.opened.spans == ()
    session.undo()
    qtbot.waitUntil(lambda: panel.findChild(Quote, "inspectorQuote").words == "Greifsund")


def test_markup_is_shown_as_text(tmp_path, qtbot):
    session, decisions = open_article(tmp_path, text="<b>Köln</b> <img src=x> ist groß.")
    panel = Inspector(session, decisions)
    qtbot.addWidget(panel)
    made = decisions.label(0, 11, "entities", "LOC")
    panel.set_active(made.id)
    quote = panel.findChild(Quote, "inspectorQuote")
    assert quote is not None
    qtbot.waitUntil(lambda: quote.words == "<b>Köln</b>")
    session.close_project()


def shown(proposed):
    return [label.text() for label in proposed.findChildren(QLabel) if not label.isHidden()]


@pytest.mark.parametrize("kind", ["entity", "unnamed"])
def test_proposals_of_claim_scroll_and_name_claimant_once(tmp_path, qtbot, kind):
    session, decisions = open_article(tmp_path)
    text = session.opened.document.text
    who, said = part("Greifsund"), part("EU")
    claim = Suggestion(
        id=new_id(),
        document=session.opened.document.id,
        layer=CLAIMS,
        label="CLAIM",
        parts=(said,),
        attributes={"claimant_kind": kind, "kind": "fact_claim"},
        relations=(DraftRelation(label="claimant", layer="entities", tail_label="LOC", parts=(who,)),),
        source="rules",
        version="1",
    )
    session.required().put_suggestions(claim.document, "rules", [claim], version="1")
    session.open_document(claim.document)
    panel = Inspector(session, decisions)
    qtbot.addWidget(panel)
    panel.set_active(session.opened.suggestions[0].id)
    proposed, area = panel.findChild(QWidget, "inspectorProposed"), panel.findChild(QScrollArea, "inspectorFields")
    along = panel.findChild(QLabel, "inspectorInside")
    assert area is not None
    assert proposed is not None
    assert along is not None
    assert area.isAncestorOf(proposed)
    qtbot.waitUntil(lambda: bool(shown(proposed)))
    assert shown(proposed)[:2] == ["Claimant", text[slice(*who)]]
    assert shown(proposed).count("Claimant") == 1
    assert along.text() == "If you accept, “Greifsund” is labelled, too."
    decisions.label(*who, "entities", "LOC")
    qtbot.waitUntil(lambda: not along.text())
    session.close_project()

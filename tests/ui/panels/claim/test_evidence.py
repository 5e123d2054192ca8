"""One field takes evidence from an article or from elsewhere; a text that was begun there is not lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.model.citations import Citation, citations_of
from annotator.model.values import CLAIMS, ENTITIES
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from tests.ui.keyboard import hint_line
from tests.ui.panels.span import typing_process
from ui.panels.span import drafts
from ui.panels.span.field_grid import FieldGrid
from ui.panels.span.fields import ValueField
from ui.panels.span.span_fields import PIECE

CLAIM = "das Schiff fahre „bald“ ohne Kapitän"
OTHER = "Kürzlich"
ADDRESS = "https://example.org/a?b=1"
Key = Qt.Key


@pytest.fixture
def window(make_window, project_path, qtbot):
    made = make_window(project_path)
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def claim(window):
    made = label(window, CLAIM, CLAIMS, "CLAIM")
    window.aim.activate(made.id)
    window.panels.open_card(made.id)
    return made


def label(window, words, layer, name):
    start = window.session.opened.document.text.index(words)
    return window.decisions.label(start, start + len(words), layer, name)


def press(qtbot, window, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.activePopupWidget() or window.focusWidget(), key)


def type_(qtbot, window, words):
    for letter in words:
        qtbot.keyClicks(window.focusWidget(), letter)


def line(window):
    focus = window.focusWidget()
    return focus if isinstance(focus, QLineEdit) else None


def cited(window, claim, path=None):
    """Return a claim's citations as the file has them."""
    project = Project.open(path or window.session.required().path, read_only=True)
    found = citations_of(project.read.spans_of([claim.id])[0].attributes)
    project.close()
    return found


def test_typed_address_goes_into_field(qtbot, window, claim):
    press(qtbot, window, Key.Key_E, Key.Key_1)
    assert window.view.hasFocus()
    type_(qtbot, window, f"{ADDRESS} Es faehrt")
    assert line(window).text() == f"{ADDRESS} Es faehrt"
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == (Citation(role="supports", url=ADDRESS, quote="Es faehrt"),)
    assert window.panels.claim_card.holds_keyboard


def test_address_typed_among_roles_is_kept_whole(qtbot, window, claim):
    press(qtbot, window, Key.Key_E)
    qtbot.waitUntil(lambda: any("or paste an address" in words for words in hint_line(window)))
    for letter in ADDRESS:
        qtbot.keyClicks(QApplication.activePopupWidget() or window.focusWidget(), letter)
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == (Citation(url=ADDRESS),)


def test_address_typed_among_roles_may_begin_with_field_key(qtbot, window, claim):
    press(qtbot, window, Key.Key_E)
    for letter in "example.org/a":
        qtbot.keyClicks(QApplication.activePopupWidget() or window.focusWidget(), letter)
    assert line(window).text() == "example.org/a"


def test_role_is_asked_after_return_if_none_was_chosen(qtbot, window, claim):
    press(qtbot, window, Key.Key_E)
    for letter in "Es faehrt":
        qtbot.keyClicks(QApplication.activePopupWidget() or window.focusWidget(), letter)
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == (Citation(quote="Es faehrt"),), "stored before the question"
    press(qtbot, window, Key.Key_2)
    assert cited(window, claim) == (Citation(role="refutes", quote="Es faehrt"),)
    assert window.panels.claim_card.holds_keyboard


def test_role_question_can_be_left_open_and_asked_again(qtbot, window, claim):
    press(qtbot, window, Key.Key_E)
    for letter in "Es faehrt":
        qtbot.keyClicks(QApplication.activePopupWidget() or window.focusWidget(), letter)
    press(qtbot, window, Key.Key_Return, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    window.panels.claim_card.findChild(FieldGrid).chosen.emit("citations", f"{PIECE}0")
    type_(qtbot, window, "Es faehrt nicht")
    press(qtbot, window, Key.Key_Return, Key.Key_1)
    assert cited(window, claim) == (Citation(role="supports", quote="Es faehrt nicht"),)


def test_role_is_not_asked_later_for_another_claim(qtbot, window, claim):
    other = label(window, OTHER, CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    press(qtbot, window, Key.Key_E)
    for letter in "Es faehrt":
        qtbot.keyClicks(QApplication.activePopupWidget() or window.focusWidget(), letter)
    window.aim.activate(other.id)  # stores the words without a question
    qtbot.waitUntil(lambda: window.panels.claim_card.claim == other.id)
    assert cited(window, claim) == (Citation(quote="Es faehrt"),)
    window.panels.open_card(other.id)
    press(qtbot, window, Key.Key_K, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None


def test_address_pasted_among_roles_is_kept_whole(qtbot, window, claim):
    QGuiApplication.clipboard().setText(ADDRESS)
    press(qtbot, window, Key.Key_E)
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == (Citation(url=ADDRESS),)


def test_address_without_scheme_goes_into_field(qtbot, window, claim):
    press(qtbot, window, Key.Key_E, Key.Key_1)
    type_(qtbot, window, "example.org/a?b=1 Es faehrt")
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == (Citation(role="supports", url="example.org/a?b=1", quote="Es faehrt"),)


def test_each_piece_of_evidence_has_a_line(qtbot, window, claim):
    field = window.panels.claim_card.findChild(object, "field.citations")
    heights = []
    for place in range(6):
        press(qtbot, window, Key.Key_Y, Key.Key_1)
        type_(qtbot, window, f"https://example.org/{place}")
        press(qtbot, window, Key.Key_Return)
        window.session.settling.catch_up()
        assert len(field.shown.pieces) == place + 1
        heights.append(field.heightForWidth(200) // field.fontMetrics().lineSpacing())
    assert heights == [1, 2, 3, 4, 4, 4]
    qtbot.waitUntil(lambda: field.height() >= field.heightForWidth(field.width()))


def test_long_evidence_has_one_line_and_full_tooltip(qtbot, window, claim):
    field = window.panels.claim_card.findChild(ValueField, "field.citations")
    one_line = field.heightForWidth(200)
    press(qtbot, window, Key.Key_Y, Key.Key_1)
    line(window).setText(f"{ADDRESS} {'Es faehrt ohne Kapitaen. ' * 12}")
    press(qtbot, window, Key.Key_Return)
    window.session.settling.catch_up()
    assert field.heightForWidth(200) == one_line
    qtbot.waitUntil(lambda: field.height() == one_line)
    assert "Es faehrt ohne Kapitaen. Es faehrt ohne Kapitaen." in field.toolTip()


def test_same_citation_typed_differently_is_no_error(qtbot, window, claim):
    begun(qtbot, window)
    type_(qtbot, window, " Es faehrt")
    press(qtbot, window, Key.Key_Return)
    card = window.panels.claim_card
    card.findChild(FieldGrid).chosen.emit("citations", f"{PIECE}0")
    line(window).setText(f"„Es faehrt“ {ADDRESS}")
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == (Citation(role="supports", url=ADDRESS, quote="Es faehrt"),)
    qtbot.wait(50)
    assert card.findChild(QLabel, "fault.citations").text() == ""


def test_pasted_address_can_be_completed(qtbot, window, claim):
    QGuiApplication.clipboard().setText(ADDRESS)
    press(qtbot, window, Key.Key_E, Key.Key_2)
    qtbot.keyClick(window.view, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line(window).text() == ADDRESS
    type_(qtbot, window, " Seite 4")
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == (Citation(role="refutes", url=ADDRESS, quote="Seite 4"),)


def test_words_that_article_lacks_become_citation(qtbot, window, claim):
    press(qtbot, window, Key.Key_E, Key.Key_3)
    type_(qtbot, window, "Jahrbuch")
    press(qtbot, window, Key.Key_Return, Key.Key_Return)
    assert cited(window, claim) == (Citation(role="context", quote="Jahrbuch"),)


def test_click_on_waiting_field_opens_line(qtbot, window, claim):
    press(qtbot, window, Key.Key_E, Key.Key_1)
    qtbot.mouseClick(window.panels.claim_card.findChild(object, "field.citations"), Qt.MouseButton.LeftButton)
    assert line(window) is not None
    type_(qtbot, window, ADDRESS)
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == (Citation(role="supports", url=ADDRESS),)


def test_other_key_writes_at_once(qtbot, window, claim):
    press(qtbot, window, Key.Key_Y, Key.Key_1)
    type_(qtbot, window, ADDRESS)
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == (Citation(role="supports", url=ADDRESS),)


def test_field_shows_both_kinds_and_removes_each(qtbot, window, claim):
    press(qtbot, window, Key.Key_Y, Key.Key_1)
    type_(qtbot, window, ADDRESS)
    press(qtbot, window, Key.Key_Return, Key.Key_E, Key.Key_2)
    at = window.session.opened.document.text.index("Köln")
    window.view.select(at, at + 4, exact=True)
    press(qtbot, window, Key.Key_Return)
    field = window.panels.claim_card.findChild(object, "field.citations")
    qtbot.waitUntil(lambda: "Köln" in field.shown.words and "example.org" in field.shown.words)
    assert len(field.shown.pieces) == 2
    press(qtbot, window, Key.Key_E, *[Key.Key_Down] * 3, Key.Key_Backspace)
    assert not [r for r in window.session.opened.relations if r.label == "evidence"]
    assert len(cited(window, claim)) == 1
    press(qtbot, window, Key.Key_E, Key.Key_0)
    assert cited(window, claim) == ()


def begun(qtbot, window):
    """Begin to write an address, without Return."""
    press(qtbot, window, Key.Key_Y, Key.Key_1)
    type_(qtbot, window, ADDRESS)


def test_other_claim_keeps_what_was_begun(qtbot, window, claim):
    other = label(window, OTHER, CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    begun(qtbot, window)
    window.aim.activate(other.id)
    qtbot.waitUntil(lambda: window.panels.claim_card.claim == other.id)
    assert [citation.url for citation in cited(window, claim)] == [ADDRESS]
    assert cited(window, other) == ()


def test_arriving_suggestions_leave_line_open(qtbot, window, claim):
    window.aim.activate(claim.id)
    window.panels.open_card(claim.id)
    begun(qtbot, window)
    window.session.suggestions_changed.emit(window.session.opened.document.id)
    label(window, "HD Hyundai", ENTITIES, "ORG")
    window.session.settling.catch_up()
    assert line(window).text() == ADDRESS


def test_next_article_keeps_what_was_begun(qtbot, window, claim):
    begun(qtbot, window)
    every = window.session.required().read.document_ids(DocumentQuery(annotator="anna"))
    window.session.open_document(next(id_ for id_ in every if id_ != claim.document))
    assert [citation.url for citation in cited(window, claim)] == [ADDRESS]


def test_closing_project_keeps_what_was_begun(qtbot, window, claim):
    path = window.session.required().path
    begun(qtbot, window)
    window.session.close_project()
    assert [citation.url for citation in cited(window, claim, path)] == [ADDRESS]


def test_opening_another_field_keeps_what_was_begun(qtbot, window, claim):
    begun(qtbot, window)
    grid = window.panels.claim_card.findChild(FieldGrid)
    qtbot.mouseClick(grid.findChild(object, "field.topic"), Qt.MouseButton.LeftButton)
    assert line(window).objectName() == "line.topic"
    assert [citation.url for citation in cited(window, claim)] == [ADDRESS]


def test_citation_given_up_does_not_take_next_text(qtbot, window, claim):
    begun(qtbot, window)
    press(qtbot, window, Key.Key_Escape, Key.Key_K)
    type_(qtbot, window, "Schiffe")
    press(qtbot, window, Key.Key_Return)
    assert cited(window, claim) == ()
    assert window.session.opened.span(claim.id).attributes == {"topic": "Schiffe"}


def test_half_a_date_is_shown_again(qtbot, make_window, tmp_path):
    project = Project.create(tmp_path / "Prüfen", schema=schema_file.load("fact_checking"), annotator="anna")
    project.add_articles([Article(title="Hafen", text="Kürzlich hieß es: das Schiff fahre „bald“ ohne Kapitän.")])
    path = project.path
    project.close()
    window = make_window(path)
    qtbot.waitUntil(window.isActiveWindow)
    claim = label(window, CLAIM, CLAIMS, "CLAIM")
    window.panels.open_card(claim.id)
    card = window.panels.claim_card
    card.findChild(FieldGrid).open("verdict_date")
    type_(qtbot, window, "12. Ma")
    other = label(window, OTHER, CLAIMS, "CLAIM")
    window.aim.activate(other.id)
    qtbot.waitUntil(lambda: card.claim == other.id)
    window.aim.activate(claim.id)
    fault = card.findChild(object, "fault.verdict_date")
    qtbot.waitUntil(lambda: fault.text() == "Not saved yet: “12. Ma”")
    card.findChild(FieldGrid).open("verdict_date")
    assert line(window).text() == "12. Ma"


def test_note_of_name_is_kept_when_another_is_chosen(qtbot, window):
    name = label(window, "HD Hyundai", ENTITIES, "ORG")
    other = label(window, "Köln", ENTITIES, "LOC")
    window.aim.activate(name.id)
    inspector = window.panels.inspector
    qtbot.waitUntil(lambda: inspector.isVisible() and inspector.press("n"))
    type_(qtbot, window, "Werft")
    window.aim.activate(other.id)
    qtbot.waitUntil(lambda: inspector.active == other.id)
    assert window.session.opened.span(name.id).note == "Werft"
    assert window.session.opened.span(other.id).note == ""


def test_citation_typed_before_a_kill_is_stored(qtbot, window, claim):
    path, document = window.session.required().path, window.session.opened.document.id
    press(qtbot, window, Key.Key_E, Key.Key_1)
    type_(qtbot, window, ADDRESS)
    qtbot.waitUntil(lambda: [typed.words for typed in typing_process.kept().values()] == [ADDRESS])
    before = typing_process.kept()
    press(qtbot, window, Key.Key_Escape)
    qtbot.waitUntil(lambda: typing_process.kept() == {})
    drafts.DRAFTS.put(path, before[str(path)])  # as after a kill
    assert cited(window, claim, path) == ()
    window.session.open_document(document)
    qtbot.waitUntil(lambda: cited(window, claim, path) == (Citation(role="supports", url=ADDRESS),))

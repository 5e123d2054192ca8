"""Asking a language model in the window: only after the user agrees, in a process, with the model's reasons shown."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPlainTextEdit, QPushButton

from annotator.editing import edits
from annotator.suggest.llm import own_settings
from annotator.suggest.llm.own_settings import OwnModel
from tests.annotator.suggest.llm.scripted import KEY, labels, said, serving
from ui.panels.span.span_fields import origin_words
from ui.sources.language_model.language_model_window import LanguageModelWindow
from ui.sources.language_model.prompt_dialog import PromptDialog
from ui.sources.sources_window import SourcesWindow


@pytest.fixture
def asking(window):
    """The window that asks a language model, for the project of the main window."""
    window.actions_by_id["suggestion.ask_model"].trigger()
    return window.findChild(LanguageModelWindow)


def fill(dialog, server):
    dialog.form.address.setText(server.address)
    dialog.form.model.setText("klein")
    dialog.form.key.setText(KEY)


def agree(dialog, role=QMessageBox.ButtonRole.AcceptRole):
    question = dialog.findChild(QMessageBox, "modelAgreement")
    words = question.text() + question.informativeText()
    next(button for button in question.buttons() if question.buttonRole(button) is role).click()
    return words


def wait(dialog, qtbot):
    qtbot.waitUntil(lambda: not dialog.asking.busy and dialog.stop.isHidden(), timeout=60_000)


def suggested(window):
    return [row for row in window.session.opened.suggestions if row.source == "llm"]


def test_opening_asks_nothing(asking):
    assert not asking.asking.busy
    assert "OpenAI" in asking.form.where.text()
    asking.ask.click()
    assert asking.line.words == "No language model is set up: its address or its name is missing."


def test_suggestions_come_after_agreement_with_reasons(asking, window, qtbot):
    with serving(labels(("Kapitän", "PER", "<b>A person</b>"), ("Rom", "LOC"))) as server:
        fill(asking, server)
        assert asking.form.where.text() == "The model runs on this computer: articles do not leave it."
        asking.ask.click()
        assert not server.asked
        words = agree(asking)
        assert server.address.removesuffix("/v1") in words
        assert "text of the articles" in words
        wait(asking, qtbot)
        assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
        assert "Suggested: 1. Left out: 1." in asking.line.words
        (found,) = suggested(window)
        assert origin_words(found) == "suggested by language model · “<b>A person</b>”"
        asking.ask.click()  # agreed
        wait(asking, qtbot)
        assert len(server.asked) == 2
    assert own_settings.load().key == KEY
    assert not asking.findChild(QMessageBox, "modelAgreement")


def test_refused_agreement_sends_nothing(asking, qtbot):
    with serving(labels()) as server:
        fill(asking, server)
        asking.ask.click()
        agree(asking, QMessageBox.ButtonRole.RejectRole)
        qtbot.waitUntil(lambda: not asking.asking.busy)
        assert not server.asked


def test_listed_articles_are_asked_about(asking, window, qtbot):
    with serving(labels(("HD Hyundai", "ORG", "A firm"))) as server:
        own_settings.save(OwnModel(address=server.address, model="m").agreeing())
        asking.reject()
        window.actions_by_id["suggestion.ask_model"].trigger()
        again = next(each for each in window.findChildren(LanguageModelWindow) if each.isVisible())
        again.scope.setCurrentIndex(1)
        assert again.scope.currentText() == "The listed articles: 3"
        again.ask.click()
        wait(again, qtbot)
        assert len(server.asked) == 3


def test_stop_ends_a_slow_answer_at_once(asking, qtbot):
    with serving(lambda _n, _r, handler: handler.drip()) as server:
        fill(asking, server)
        asking.ask.click()
        agree(asking)
        qtbot.waitUntil(lambda: bool(server.asked), timeout=60_000)
        asking.stop.click()
        assert not asking.asking.busy
        assert asking.line.words == "Stopped. What was stored stays."
        assert asking.ask.isEnabled()


def test_run_cannot_be_changed_while_it_lasts(asking, qtbot):
    chosen = (asking.form.address, asking.form.key, asking.scope, asking.tabs)
    with serving(lambda _n, _r, handler: handler.drip()) as server:
        fill(asking, server)
        asking.ask.click()
        agree(asking)
        qtbot.waitUntil(lambda: bool(server.asked), timeout=60_000)
        assert not any(part.isEnabled() for part in chosen)
        asking.stop.click()
        assert all(part.isEnabled() for part in chosen)


def test_doubts_lead_to_their_labels_and_change_nothing(asking, window, qtbot):
    session = window.session
    start = session.opened.document.text.index("Weifang")
    document, annotator = session.opened.document.id, session.required().annotator
    session.do(edits.add([edits_span(document, annotator, start)]))
    before = session.required().read.annotated(document, annotator)
    with serving(said({"doubts": [{"number": 1, "reason": "A city, not a person"}]})) as server:
        fill(asking, server)
        asking.tabs.findChild(QPushButton, "modelTab.True").click()
        asking.ask.click()
        assert "your labels" in agree(asking)
        wait(asking, qtbot)
    (row,) = asking.table.doubts.shown
    assert (row.words, row.doubt) == ("Weifang", "A city, not a person")
    assert session.required().read.annotated(document, annotator) == before
    asking.table.setCurrentIndex(asking.table.doubts.index(0, 0))
    qtbot.keyClick(asking.table, Qt.Key.Key_Return)
    assert (window.aim.row().start, window.aim.row().end) == (start, start + 7)


def edits_span(document, annotator, start):
    from annotator.model.values import ENTITIES, Span, new_id

    parts = ((start, start + 7),)
    return Span(id=new_id(), document=document, layer=ENTITIES, label="PER", parts=parts, annotator=annotator)


def test_test_button_sends_nothing_of_the_project(asking, window, qtbot):
    with serving(said({"ok": True})) as server:
        fill(asking, server)
        asking.trying.click()
        wait(asking, qtbot)
        assert asking.line.words.startswith("The model answers.")
        sent = json.dumps(server.asked, ensure_ascii=False)
    assert "Weifang" not in sent
    assert "PER" not in sent


def test_failure_is_reported_in_a_sentence(asking, qtbot):
    with serving(lambda _n, _r, handler: handler.put(401, {"error": KEY})) as server:
        fill(asking, server)
        asking.trying.click()
        wait(asking, qtbot)
    assert "refuses the request (401)" in asking.line.words
    assert KEY not in asking.line.words


def test_prompt_shows_all_that_is_sent_and_is_kept(asking, qtbot):
    asking.prompt.click()
    dialog = asking.findChild(PromptDialog)
    preview = dialog.findChild(QPlainTextEdit, "promptPreview")
    assert "- PER (Person)" in preview.toPlainText()
    dialog.words.setPlainText("Nur Schiffe.")
    assert preview.toPlainText().startswith("Nur Schiffe.\n\n- PER")
    dialog.accept()
    wait(asking, qtbot)
    assert own_settings.load().prompts.suggest == "Nur Schiffe."
    assert own_settings.load().prompts.review == ""


def test_unsafe_address_is_reported_while_typing(asking):
    asking.form.address.setText("http://llm.example")
    assert "unencrypted" in asking.form.where.text()
    asking.form.address.setText("https://llm.example/v1")
    assert asking.form.where.text().endswith("leave this computer and go to https://llm.example.")


def test_sources_window_lists_the_model_without_check_box(window, qtbot):
    own_settings.save(OwnModel(address="localhost:1", model="klein"))
    window.actions_by_id["suggestion.sources"].trigger()
    sources = window.findChild(SourcesWindow)
    qtbot.waitUntil(lambda: not sources.busy, timeout=30_000)
    row = next(at for at, row in enumerate(sources.list.sources.shown) if row.name == "llm")
    index = sources.list.sources.index(row)
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not index.flags() & Qt.ItemFlag.ItemIsUserCheckable
    assert index.data().startswith("Language model\n")
    sources.list.setCurrentIndex(index)
    assert sources.asked.isVisible()
    sources.asked.click()
    assert window.findChild(LanguageModelWindow) is not None


def test_open_sources_window_lists_a_model_set_up_meanwhile(window, qtbot):
    window.actions_by_id["suggestion.sources"].trigger()
    sources = window.findChild(SourcesWindow)
    qtbot.waitUntil(lambda: not sources.busy, timeout=30_000)
    window.actions_by_id["suggestion.ask_model"].trigger()
    asking = window.findChild(LanguageModelWindow)
    chosen = sources.list.chosen().name
    asking.form.address.setText("localhost:1")
    asking.form.model.setText("klein")
    asking.ask.click()
    agree(asking)
    qtbot.waitUntil(lambda: "llm" in [row.name for row in sources.list.sources.shown], timeout=30_000)
    assert sources.list.chosen().name == chosen

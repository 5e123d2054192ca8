from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.model.values import CLAIMS, GOLD
from tests.ui.opened import open_article, suggest_claim, suggestion
from ui.article.layout.captions import Captions
from ui.base import i18n
from ui.bridge.session import Session, loaded
from ui.deciding.decisions import Decisions
from ui.panels.articles.left_list import SearchLine
from ui.panels.suggestions.suggestion_panel import SuggestionPanel

SUGGESTED = (("Ce\u0301line Dahl", "PER"), ("Köln", "LOC"), ("Greifsund", "LOC"), ("Jörg Süß", "PER"))


@pytest.fixture
def opened(tmp_path, show):
    return show(SuggestionPanel, *open_article(tmp_path, *SUGGESTED))


@pytest.fixture
def thousand(tmp_path, show):
    names = [(f"Ort{number}ü", "LOC") for number in range(1000)]
    return show(SuggestionPanel, *open_article(tmp_path, *names, text=" ".join(name for name, _ in names)))[2]


def test_rows_and_captions_have_names_of_labels(opened):
    session, _, panel = opened
    assert panel.list.model().spoken(1).startswith("Place Köln")
    captions = Captions(session)
    assert [captions(each).name for each in session.opened.suggestions][:2] == ["Person", "Place"]
    unscored = replace(session.opened.suggestions[0], label="MISC", score=None)
    assert captions(unscored).full == "Other name"
    i18n.install("de")
    session.schema_changed.emit()  # the names are looked up anew
    try:
        assert captions(session.opened.suggestions[1]).name == "Ort"
    finally:
        i18n.install("en")


def test_thousands_leave_room_for_heading(thousand):
    count = thousand.findChild(QLabel, "suggestionCount")
    assert (count.text(), count.accessibleName()) == ("1,000", "1,000 open")
    assert "1,000 open" in count.toolTip()


def rows(panel):
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def test_suggestions_in_text_order(opened):
    assert rows(opened[2]) == [words for words, _ in SUGGESTED]
    assert opened[2].findChild(object, "suggestionCount").text() == "4 open"


def test_suggestions_follow_decisions_and_undo(qtbot, opened):
    session, decisions, panel = opened
    resets = QSignalSpy(panel.model.modelReset)
    decisions.accept([session.opened.suggestions[1].id])
    decisions.reject([session.opened.suggestions[0].id])
    qtbot.waitUntil(lambda: rows(panel) == ["Greifsund", "Jörg Süß"])
    session.undo()
    session.undo()
    qtbot.waitUntil(lambda: rows(panel) == [words for words, _ in SUGGESTED])
    assert resets.count() == 0


def test_suggestions_follow_many_decisions(tmp_path, qtbot):
    text = " ".join(f"Ort{number}ü" for number in range(200))
    names = [(f"Ort{number}ü", "LOC") for number in range(200)]
    session, decisions = open_article(tmp_path, *names, text=text)
    panel = SuggestionPanel(session, decisions)
    qtbot.addWidget(panel)
    decisions.accept([suggestion.id for suggestion in session.opened.suggestions[:150]])
    qtbot.waitUntil(lambda: panel.model.rowCount() == 50)
    session.close_project()


def test_only_moving_in_list_emits_activated(qtbot, opened):
    session, _, panel = opened
    said = QSignalSpy(panel.activated)
    panel.set_active(session.opened.suggestions[1].id)
    qtbot.waitUntil(lambda: panel.list.currentIndex().row() == 1)
    assert said.count() == 0
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert said.at(0) == [session.opened.suggestions[2].id]
    panel.set_active(None)
    qtbot.waitUntil(lambda: not panel.list.currentIndex().isValid())


def test_enter_accepts_and_backspace_rejects(qtbot, opened):
    session, _, panel = opened
    panel.set_active(session.opened.suggestions[0].id)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    qtbot.keyClick(panel.list, Qt.Key.Key_Backspace)
    assert [span.label for span in session.opened.spans] == ["PER"]
    assert rows(panel) == ["Greifsund", "Jörg Süß"]
    assert panel.list.currentIndex().row() == 0


def test_empty_panel_shrinks_and_returns_focus(qtbot, opened):
    session, _, panel = opened
    panel.show()
    panel.list.setFocus()
    with qtbot.waitSignal(panel.left):
        for suggestion in session.opened.suggestions:
            panel.set_active(suggestion.id)
            qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert not panel.list.isVisible()
    session.undo()
    qtbot.waitUntil(panel.list.isVisible)


def test_row_shows_certainty_and_source(opened):
    _, _, panel = opened
    told = panel.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "sure 0.97 · suggested by German model" in told


@pytest.fixture
def mixed(tmp_path, show):
    """Four suggestions of different certainty from two sources, and a claim that a rule suggested."""
    session, decisions = open_article(tmp_path)
    document = session.opened.document.id
    rows = [
        suggestion(document, "Ce\u0301line Dahl", "PER", score=0.97),
        suggestion(document, "Köln", "LOC", score=0.4),
        suggestion(document, "Greifsund", "LOC", score=0.75),
    ]
    session.required().put_suggestions(document, "de_news", rows)
    seen = suggestion(document, "Jörg Süß", "PER", source="seen", score=0.92, rule="seen 3 times")
    session.required().put_suggestions(document, "seen", [seen])
    suggest_claim(session, "die Stadt spare jährlich viel", {"form": "reported"}, "sagt")
    return show(SuggestionPanel, session, decisions)


def choose(qtbot, panel, name, text):
    box = panel.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(text))


def show_filters(qtbot, panel):
    qtbot.mouseClick(panel.findChild(QPushButton, "suggestionFiltering"), Qt.MouseButton.LeftButton)


def test_order_by_doubt_follows_undo(qtbot, mixed):
    session, decisions, panel = mixed
    qtbot.mouseClick(panel.findChild(QPushButton, "suggestionOrder.True"), Qt.MouseButton.LeftButton)
    by_doubt = ["Köln", "die Stadt spare jährlich viel", "Greifsund", "Jörg Süß", "Ce\u0301line Dahl"]
    qtbot.waitUntil(lambda: rows(panel) == by_doubt)
    decisions.reject([panel.model.suggestion(2).id])
    qtbot.waitUntil(lambda: "Greifsund" not in rows(panel))
    session.undo()
    qtbot.waitUntil(lambda: rows(panel) == by_doubt)
    qtbot.mouseClick(panel.findChild(QPushButton, "suggestionOrder.False"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rows(panel)[0] == "Ce\u0301line Dahl")


def test_filters_and_hiding_them(qtbot, mixed):
    _, _, panel = mixed
    show_filters(qtbot, panel)
    choose(qtbot, panel, "suggestionFilterTier", "sure")
    qtbot.waitUntil(lambda: rows(panel) == ["Ce\u0301line Dahl", "Jörg Süß"])
    count = panel.findChild(object, "suggestionCount")
    assert (count.text(), count.accessibleName()) == ("2 of 5", "2 of 5 open")
    choose(qtbot, panel, "suggestionFilterSource", "Earlier labels")
    qtbot.waitUntil(lambda: rows(panel) == ["Jörg Süß"])
    choose(qtbot, panel, "suggestionFilterLabel", "Place")
    qtbot.waitUntil(lambda: rows(panel) == [])
    show_filters(qtbot, panel)
    qtbot.waitUntil(lambda: len(rows(panel)) == 5)
    show_filters(qtbot, panel)
    words = panel.findChild(SearchLine)
    qtbot.keyClicks(words, "grEIF")
    qtbot.waitUntil(lambda: rows(panel) == ["Greifsund"])
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert panel.list.currentIndex().row() == 0, "Return leads from the words to what they found"


def test_undone_decision_respects_filter(qtbot, mixed):
    session, decisions, panel = mixed
    show_filters(qtbot, panel)
    choose(qtbot, panel, "suggestionFilterTier", "sure")
    qtbot.waitUntil(lambda: len(rows(panel)) == 2)
    decisions.accept([s.id for s in session.opened.suggestions])
    qtbot.waitUntil(lambda: rows(panel) == [])
    session.undo()
    qtbot.waitUntil(lambda: rows(panel) == ["Ce\u0301line Dahl", "Jörg Süß"])


def test_tooltip_shows_proposals_and_origin(qtbot, mixed):
    session, _, panel = mixed
    claim = next(s for s in session.opened.suggestions if s.layer == CLAIMS)
    said = panel.model.facts(claim)
    assert said[0] == "die Stadt spare jährlich viel"
    assert "rules" in said[1]
    assert said[1].startswith("likely")
    assert "Cue: sagt" in said[2]


def test_tooltip_escapes_markup(qtbot, tmp_path):
    text = "Die <b>Firma</b> wächst."
    session, decisions = open_article(tmp_path, ("<b>Firma</b>", "ORG"), text=text)
    panel = SuggestionPanel(session, decisions)
    qtbot.addWidget(panel)
    shown = panel.model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Firma&lt;/b&gt;<br>" in shown
    session.close_project()


@pytest.mark.parametrize("height", [300, 311, 320])
def test_list_shows_whole_rows_only(qtbot, opened, height):
    panel = opened[2]
    panel.resize(320, height)
    row = panel.list.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: panel.list.viewport().height() % row == 0)
    assert panel.list.viewport().height() >= row


def test_open_filters_keep_height_beside_claim_card(window, qtbot):
    panel = window.panels.suggestions
    panel.findChild(QPushButton, "suggestionFiltering").click()
    wanted = panel.filters.sizeHint().height()
    start = window.session.opened.document.text.index("das Schiff")
    claim = window.decisions.label(start, start + 10, "claims", "CLAIM")
    window.aim.activate(claim.id)
    qtbot.waitUntil(window.panels.claim_card.isVisible)
    qtbot.waitUntil(lambda: panel.filters.height() >= wanted)
    assert panel.list.height() >= panel.list.minimumSizeHint().height()


def test_sure_button_explains_both_keys(window):
    button = window.panels.suggestions.findChild(QPushButton, "acceptSure")
    assert button.text() == "Accept Sure Suggestions"
    assert "Alt+Return" in button.toolTip()
    assert "Shift+Return accepts all" in button.toolTip()


@pytest.fixture
def long(tmp_path, qtbot):
    """A panel with two hundred suggestions, the first one active, scrolled to the middle."""
    text = " ".join(f"Ort{number}ü" for number in range(200))
    session, decisions = open_article(tmp_path, *((f"Ort{number}ü", "LOC") for number in range(200)), text=text)
    panel = SuggestionPanel(session, decisions)
    qtbot.addWidget(panel)
    panel.resize(300, 400)
    panel.show()
    panel.set_active(session.opened.suggestions[0].id)
    qtbot.waitUntil(lambda: panel.list.currentIndex().isValid())
    bar = panel.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1_000)
    bar.setValue(bar.maximum() // 2)
    yield session, decisions, panel
    panel.close()
    session.close_project()


def test_new_suggestions_keep_scroll_position(qtbot, long):
    session, _, panel = long
    bar, resets = panel.list.verticalScrollBar(), QSignalSpy(panel.model.modelReset)
    there = bar.value()
    session.suggestions_changed.emit(session.opened.document.id)
    qtbot.waitUntil(lambda: resets.count() == 1)
    assert bar.value() == there
    assert panel.list.currentIndex().row() == 0


def test_decisions_elsewhere_keep_scroll_position(qtbot, long):
    session, decisions, panel = long
    bar = panel.list.verticalScrollBar()
    there = bar.value()
    decisions.accept([session.opened.suggestions[-1].id])
    qtbot.waitUntil(lambda: panel.model.rowCount() == 199)
    assert bar.value() == there


def test_active_suggestion_is_scrolled_to(qtbot, long):
    session, _, panel = long
    panel.set_active(session.opened.suggestions[1].id)
    qtbot.waitUntil(lambda: panel.list.currentIndex().row() == 1)
    assert panel.list.verticalScrollBar().value() <= panel.list.rowHeight(0)


def test_new_article_scrolls_list_to_top(qtbot, long):
    session, _, panel = long
    resets = QSignalSpy(panel.model.modelReset)
    session.close_document()
    panel.set_active(None)
    qtbot.waitUntil(lambda: resets.count() == 1)
    session.open_first()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 200)
    assert panel.list.verticalScrollBar().value() == 0


@pytest.mark.parametrize(("language", "told"), [("other", True), ("de", False)])
def test_panel_says_that_no_model_reads_language(tmp_path, qtbot, language, told):
    session = Session()
    assert session.create_project(tmp_path / "Stadt", schema_file.load("news"), "auto")
    text = "La alcaldesa dijo que las obras empezarán en otoño."
    added = session.add_articles([Article(title="Obras", text=text, language=language)], exclude_furniture=False)
    assert added is not None
    session.open_document(added.ids[0])
    panel = SuggestionPanel(session, Decisions(session))
    qtbot.addWidget(panel)
    panel.show()
    foreign = panel.findChild(QLabel, "suggestionsForeign")
    assert foreign is not None
    assert foreign.isVisible() is told
    session.close_project()


def test_second_annotator_reads_that_others_decided(opened, qtbot):
    session, decisions, panel = opened
    note = panel.findChild(QLabel, "suggestionsByOthers")
    count = panel.findChild(QLabel, "suggestionCount")
    decisions.accept([each.id for each in session.opened.suggestions[:3]])
    qtbot.waitUntil(lambda: rows(panel) == ["Jörg Süß"])
    assert not count.toolTip(), "one's own decisions need no explanation"
    session.set_annotator("Bea")
    qtbot.waitUntil(lambda: "Others decided 3 suggestions here." in count.toolTip())
    assert not note.isVisible(), "the list needs the room"
    decisions.reject([session.opened.suggestions[0].id])
    qtbot.waitUntil(lambda: not rows(panel))
    assert not note.isVisible()
    session.set_annotator("Cem")
    qtbot.waitUntil(note.isVisible)
    assert note.text().startswith("Others decided 4 suggestions here.")


def test_adjudicator_reads_nothing_about_others(opened, qtbot):
    session, decisions, panel = opened
    decisions.accept([each.id for each in session.opened.suggestions[:3]])
    session.open_document(session.opened.document.id, load=lambda project, id_: loaded(project, id_, GOLD))
    qtbot.waitUntil(lambda: not rows(panel))
    assert not panel.findChild(QLabel, "suggestionsByOthers").isVisible()
    assert not panel.findChild(QLabel, "suggestionCount").toolTip()

"""The identities window by keys and mouse, over a project of two articles."""

import itertools
import threading

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QScrollArea

from annotator.corpus.article import Article
from annotator.editing.edits import add
from annotator.model.values import ENTITIES, Span, State, new_id
from tests.ui.opened import new_project
from tests.ui.typing_in_window import kept
from ui.identities.group_list import Column, ListedGroups
from ui.identities.identities_window import IdentitiesWindow

FIRST = "Oh Se-hoon 🎈 kam nach Weifang. Oh ging."
SECOND = "In Weifang sagt Kim: Oh Se-hoon irrt."


@pytest.fixture
def named_path(tmp_path):
    project = new_project(tmp_path / "Wer 🌆")
    articles = [Article(title=title, text=text, language="de") for title, text in (("Eins", FIRST), ("Zwei", SECOND))]
    first, second = project.add_articles(articles).ids
    for document, text, words, label in (
        (first, FIRST, "Oh Se-hoon", "PER"),
        (first, FIRST, "Oh ging", "PER"),
        (first, FIRST, "Weifang", "LOC"),
        (second, SECOND, "Oh Se-hoon", "PER"),
        (second, SECOND, "Kim", "PER"),
        (second, SECOND, "Weifang", "LOC"),
    ):
        start = text.index(words)
        parts = ((start, start + len(words.removesuffix(" ging"))),)
        project.do(
            add(Span(id=new_id(), document=document, layer=ENTITIES, label=label, parts=parts, annotator="anna"))
        )
    path = project.path
    project.close()
    return path


@pytest.fixture
def who(make_window, named_path, qtbot):
    window = make_window(named_path)
    window.actions_by_id["project.identities"].trigger()
    made = window.findChild(IdentitiesWindow)
    qtbot.waitUntil(lambda: len(made.list.groups.shown) == 3, timeout=30_000)
    settle(made, qtbot)
    return made


def settle(who, qtbot):
    """Wait until grouping, searching and storing are finished."""

    def is_still():
        waiting = who._grouping.busy or who._placing.busy or who.steps.busy
        return not waiting and not who._rest.isActive() and not who._again.isActive()

    qtbot.waitUntil(is_still, timeout=30_000)


def press(who, qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(who.list, key, modifiers)
    settle(who, qtbot)


def meant(who):
    """Return the identity of each mention, by article title and words."""
    read = who._session.required().read
    names = {identity.id: identity.name for identity in read.who.identities()}
    return {
        (read.document(each.document).title, each.words): names[each.identity]
        for each in read.who.named("anna")
        if each.identity
    }


def shown(who):
    return [(group.name, len(group.decided), len(group.proposed)) for group in who.list.groups.shown]


def select_names(who, *names):
    choosing = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    who.list.clearSelection()
    for row, (name, *_) in enumerate(shown(who)):
        if name in names:
            who.list.selectionModel().select(who.list.groups.index(row, 0), choosing)


def turn_to(who, wanted):
    who._shown.choose(wanted)
    who._arrange()


OH = {("Eins", "Oh Se-hoon"): "Oh Se-hoon", ("Eins", "Oh"): "Oh Se-hoon", ("Zwei", "Oh Se-hoon"): "Oh Se-hoon"}


def test_nothing_can_be_pressed_until_mentions_are_grouped(make_window, named_path, qtbot):
    window = make_window(named_path)
    window.actions_by_id["project.identities"].trigger()
    made = window.findChild(IdentitiesWindow)
    buttons = [made.findChild(QPushButton, f"identity{name}") for name in ("Take", "Merge", "Dissolve", "Undo")]
    assert not any(button.isEnabled() for button in buttons)
    qtbot.waitUntil(buttons[0].isEnabled, timeout=30_000)
    settle(made, qtbot)


def test_proposes_groups_most_frequent_first(who):
    assert shown(who) == [("Oh Se-hoon", 0, 3), ("Weifang", 0, 2), ("Kim", 0, 1)]
    assert [form.words for form in who.details.forms.shown] == ["Oh Se-hoon", "Oh"]
    assert [place.title for place in who.details.places.shown] == ["Eins", "Zwei", "Eins"]
    assert not who.details.name.isEnabled(), "there is nobody yet who could be renamed"
    assert "3 shown, 0 decided. Mentions to decide: 6" in who.line.words


def test_return_accepts_proposal_and_goes_on(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return)
    assert meant(who) == OH
    assert shown(who) == [("Weifang", 0, 2), ("Kim", 0, 1)]
    assert who.list.current.name == "Weifang"
    qtbot.keyClick(who, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(who, qtbot)
    assert meant(who) == {}
    assert who._session.required().read.who.identities() == []


def test_shift_return_accepts_all_shown_in_one_step(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert len(meant(who)) == 6
    assert who.findChild(QLabel, "identityNothing").text() == "Nothing left to decide."
    who.steps.undo()
    settle(who, qtbot)
    assert meant(who) == {}
    who.steps.redo()
    settle(who, qtbot)
    assert len(meant(who)) == 6


def test_m_merges_selected_groups(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.ALL)
    select_names(who, "Oh Se-hoon", "Kim")
    press(who, qtbot, Qt.Key.Key_M)
    assert meant(who) == {**OH, ("Zwei", "Kim"): "Oh Se-hoon"}


def test_merge_says_where_the_name_went(who, qtbot):
    select_names(who, "Oh Se-hoon", "Kim")
    press(who, qtbot, Qt.Key.Key_M)
    assert "“Oh Se-hoon” is now under “Decided”." in who.line.words
    qtbot.mouseClick(who.findChild(QPushButton, "jobAction"), Qt.MouseButton.LeftButton)
    assert [name for name, *_ in shown(who)] == ["Oh Se-hoon"]
    assert who.list.current.name == "Oh Se-hoon"
    turn_to(who, ListedGroups.OPEN)
    assert "Merged" not in who.line.words
    qtbot.mouseClick(who.findChild(QPushButton, "identityUndo"), Qt.MouseButton.LeftButton)
    settle(who, qtbot)
    assert meant(who) == {}


def test_merge_asks_if_labels_differ(who, qtbot):
    select_names(who, "Oh Se-hoon", "Weifang")
    press(who, qtbot, Qt.Key.Key_M)
    question = who.findChild(QMessageBox, "identityMergeQuestion")
    assert question.text() == "These names have different labels: “Oh Se-hoon” (Person), “Weifang” (Place)."
    qtbot.keyClick(question, Qt.Key.Key_Return)
    settle(who, qtbot)
    assert meant(who) == {}, "Return keeps them apart"
    press(who, qtbot, Qt.Key.Key_M)
    question = who.findChildren(QMessageBox, "identityMergeQuestion")[-1]
    next(button for button in question.buttons() if button.text() == "Merge Anyway").click()
    qtbot.waitUntil(lambda: set(meant(who).values()) == {"Oh Se-hoon"}, timeout=30_000)
    settle(who, qtbot)
    assert len(meant(who)) == 5


def test_s_splits_form_and_undo_restores_it(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.DECIDED)
    settle(who, qtbot)
    qtbot.keyClick(who.list, Qt.Key.Key_Right)
    qtbot.keyClick(who.details.form_list, Qt.Key.Key_Down)
    qtbot.keyClick(who.details.form_list, Qt.Key.Key_S)
    settle(who, qtbot)
    assert meant(who) == {**OH, ("Eins", "Oh"): "Oh"}
    qtbot.mouseClick(who.findChild(QPushButton, "identityUndo"), Qt.MouseButton.LeftButton)
    settle(who, qtbot)
    assert meant(who) == OH


@pytest.mark.parametrize("chosen", [0, 2])
def test_split_of_all_spellings_says_why_not(who, qtbot, chosen):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.DECIDED)
    settle(who, qtbot)
    if chosen:
        who.details.form_list.selectAll()
    qtbot.mouseClick(who.findChild(QPushButton, "identitySplit"), Qt.MouseButton.LeftButton)
    settle(who, qtbot)
    assert who.line.words == "Select some spellings, not all. For one mention, choose Who Is This in its article."
    assert meant(who) == OH


def test_split_form_merged_back_keeps_name(who, qtbot):
    who.steps.take(who.list.groups.shown[:1])
    settle(who, qtbot)
    turn_to(who, ListedGroups.DECIDED)
    group = who.list.groups.shown[0]
    who.steps.part([form for form in group.forms if form.words == "Oh"], group.identity, to_own=True)
    settle(who, qtbot)
    assert meant(who) == {**OH, ("Eins", "Oh"): "Oh"}
    who.steps.merge(sorted(who.list.groups.shown, key=lambda each: each.name))
    settle(who, qtbot)
    assert meant(who) == OH


def test_form_can_be_released(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.DECIDED)
    settle(who, qtbot)
    who.details.form_list.selectRow(1)
    qtbot.keyClick(who.details.form_list, Qt.Key.Key_Backspace)
    settle(who, qtbot)
    assert ("Eins", "Oh") not in meant(who)


def test_fields_are_stored_when_left(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.DECIDED)
    who.details.name.setText("Bürgermeister Oh")
    who.details.aliases.setText("OSH; Oh;")
    who.details.wikidata.setText("https://www.wikidata.org/wiki/Q483384")
    qtbot.keyClick(who.details.wikidata, Qt.Key.Key_Return)
    settle(who, qtbot)
    (identity,) = who._session.required().read.who.identities()
    assert (identity.name, identity.aliases, identity.kb_id) == ("Bürgermeister Oh", ("OSH", "Oh"), "Q483384")
    assert shown(who) == [("Bürgermeister Oh", 3, 0)]
    who.steps.undo()
    settle(who, qtbot)
    assert who._session.required().read.who.identities()[0].name == "Oh Se-hoon"


def test_typed_details_survive_a_kill(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.DECIDED)
    qtbot.waitUntil(who.details.aliases.isEnabled)
    qtbot.keyClicks(who.details.aliases, "OSH")
    again = IdentitiesWindow(who._session, who._grouping._files)
    qtbot.addWidget(again)
    settle(again, qtbot)
    assert again.details.name.text() == "Oh Se-hoon"
    assert again.details.aliases.text() == "OSH"
    assert "What you had typed is here again." in again.line.words
    assert who._session.required().read.who.identities()[0].aliases == ()
    qtbot.keyClick(again.details.aliases, Qt.Key.Key_Return)
    settle(again, qtbot)
    assert who._session.required().read.who.identities()[0].aliases == ("OSH",)
    qtbot.waitUntil(lambda: not kept("identities"))


def test_typed_details_stay_while_mentions_are_grouped_again(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.DECIDED)
    qtbot.waitUntil(who.details.aliases.isEnabled)
    qtbot.keyClicks(who.details.aliases, "OSH")
    qtbot.keyClick(who.details.aliases, Qt.Key.Key_Home)
    who.seek()
    settle(who, qtbot)
    qtbot.keyClicks(who.details.aliases, "Y")
    assert who.details.aliases.text() == "YOSH"
    who.reject()
    qtbot.waitUntil(lambda: not kept("identities"))


@pytest.mark.parametrize(("field", "words"), [("aliases", "OSH"), ("wikidata", "no id")])
def test_closing_the_project_stores_or_keeps_a_field(who, named_path, qtbot, field, words):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.DECIDED)
    line = getattr(who.details, field)
    qtbot.waitUntil(line.isEnabled)
    line.setFocus()
    qtbot.keyClicks(line, words)
    session = who._session
    session.close_project()
    session.open_project(named_path)
    stored = session.required().read.who.identities()[0].aliases
    again = IdentitiesWindow(session, who._grouping._files)
    qtbot.addWidget(again)
    settle(again, qtbot)
    assert stored == ((words,) if field == "aliases" else ())
    assert ("here again" in again.line.words) == (field == "wikidata")
    again.reject()


def test_reports_invalid_wikidata_id(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.DECIDED)
    who.details.wikidata.setText("Berlin")
    qtbot.keyClick(who.details.wikidata, Qt.Key.Key_Return)
    assert "not a Wikidata id" in who.line.words
    assert who._session.required().read.who.identities()[0].kb_id is None


def test_backspace_dissolves_and_proposes_mentions_again(who, qtbot):
    press(who, qtbot, Qt.Key.Key_Return)
    turn_to(who, ListedGroups.DECIDED)
    press(who, qtbot, Qt.Key.Key_Backspace)
    assert meant(who) == {}
    turn_to(who, ListedGroups.OPEN)
    assert ("Oh Se-hoon", 0, 3) in shown(who)


def test_finds_names_by_any_form(who):
    who.search.setText("OH")
    assert [name for name, *_ in shown(who)] == ["Oh Se-hoon"]
    who.search.setText("nobody")
    assert who.findChild(QLabel, "identityNothing").text() == "No name matches."


def test_mention_leads_to_article(who, qtbot):
    window = who.parent()
    who.details.form_list.selectRow(1)
    qtbot.waitUntil(lambda: [place.words for place in who.details.places.shown] == ["Oh"], timeout=20_000)
    qtbot.keyClick(who.details.form_list, Qt.Key.Key_Return)
    qtbot.keyClick(who.details.place_list, Qt.Key.Key_Return)
    span = window.aim.row()
    assert (window.session.opened.document.title, span.quote(FIRST)) == ("Eins", "Oh")
    press(who, qtbot, Qt.Key.Key_Return)
    span = window.session.opened.span(span.id)
    assert span.attributes["identity"]
    window.actions_by_id["edit.undo"].trigger()
    settle(who, qtbot)
    assert meant(who) == {}, "the article's undo takes the step back in all articles"


def test_fits_small_screen_and_fields_scroll(who, qtbot):
    who.resize(784, 444)
    qtbot.waitUntil(lambda: who.size().toTuple() == (784, 444))
    area = who.findChild(QScrollArea, "identityArea")
    assert area.verticalScrollBar().maximum() > 0
    assert who.details.name.height() >= who.details.name.sizeHint().height()


def test_fields_and_states_are_whole_at_200_percent(who, qtbot):
    who.resize(624, 304)
    qtbot.waitUntil(lambda: who.size().toTuple() == (624, 304))
    area = who.findChild(QScrollArea, "identityArea")
    assert area.widget().width() <= area.viewport().width()
    assert who.list.horizontalHeader().length() <= who.list.viewport().width()
    assert not who.list.isColumnHidden(Column.STATE)
    who.resize(1180, 720)
    qtbot.waitUntil(lambda: not who.list.isColumnHidden(Column.FORMS))
    assert who.list.columnWidth(Column.NAME) > 190


def test_name_can_be_typed_at_once(who):
    assert who.focusWidget() is who.search


def test_down_goes_from_search_to_list(who, qtbot):
    who.search.setFocus()
    qtbot.keyClicks(who.search, "o")
    qtbot.keyClick(who.search, Qt.Key.Key_Down)
    assert who.list.hasFocus()


def test_stays_open_during_long_step(who, qtbot):
    window, over = who.parent(), threading.Event()

    def nothing_after_a_while():
        while not over.is_set():
            yield

    who.steps._make(nothing_after_a_while(), 1)
    qtbot.keyClick(who, Qt.Key.Key_Escape)
    assert who.isVisible()
    assert "still being stored" in who.line.words
    over.set()
    settle(who, qtbot)
    qtbot.keyClick(who, Qt.Key.Key_Escape)
    assert not who.isVisible()
    assert window.session.set_state(State.DONE), "the article can be edited again"


def test_closes_with_project_during_long_step(who, qtbot):
    window = who.parent()
    who.steps._make((None for _ in itertools.count()), 1)
    window.session.close_project()
    assert not who.isVisible()

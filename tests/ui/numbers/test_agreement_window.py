"""The agreement window in use, by keys and mouse, with the article beside it."""

from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QSplitter

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.team.agreement import Disagreement, DisagreementQuery
from annotator.model.values import CLAIMS, ENTITIES, DocumentState, Relation, Span, State, new_id
from tests.ui.keyboard import active
from tests.ui.opened import new_project
from tests.ui.tables import cells
from ui.dialogs.merging.merge_dialog import MergeDialog
from ui.numbers.agreement_tables import PlaceColumn
from ui.numbers.agreement_window import AgreementWindow

TEXT = "Nr. {number} 🎈: Oh Se-hoon reist nach Köln, sagt die Nordwerft."
ARTICLES = 12


def labels(text, document, annotator, number):
    """Yield an annotator's labels.

    Ben labels the shipyard as a place in each third article, and misses Köln in each fourth.
    """
    rows = [("Oh Se-hoon", "PER"), ("Köln", "LOC"), ("Nordwerft", "ORG")]
    if annotator == "ben":
        rows[2] = ("Nordwerft", "LOC" if number % 3 == 0 else "ORG")
        rows = [row for row in rows if row[0] != "Köln" or number % 4]
    for words, label in rows:
        start = text.index(words)
        parts = ((start, start + len(words)),)
        yield Span(id=new_id(), document=document, layer=ENTITIES, label=label, parts=parts, annotator=annotator)


@pytest.fixture
def team_path(tmp_path):
    project = new_project(tmp_path / "Gruppe")
    texts = {number: TEXT.format(number=number) for number in range(1, ARTICLES + 1)}
    articles = [
        Article(title=f"Artikel {number}", text=text, language="de", published=f"2026-0{1 + number % 2}-01")
        for number, text in texts.items()
    ]
    ids = project.add_articles(articles).ids
    for who in ("ben", "anna"):
        project.set_annotator(who)
        for number, id_ in enumerate(ids, 1):
            project.do(replace(edits.add(list(labels(project.read.text(id_), id_, who, number)))))
            project.do(edits.set_state(None, id_, State.DONE, annotator=who))
    path = project.path
    project.close()
    return path


def opened(window, qtbot):
    window.actions_by_id["project.agreement"].trigger()
    made = window.findChild(AgreementWindow)
    settle(made, qtbot)
    return made


def settle(agreement, qtbot):
    busy = agreement._measuring, agreement._listing
    qtbot.waitUntil(lambda: not any(part.busy for part in busy), timeout=30_000)


@pytest.fixture
def window(make_window, team_path):
    return make_window(team_path)


@pytest.fixture
def agreement(window, qtbot):
    return opened(window, qtbot)


def places(agreement):
    return [row[:3] for row in cells(agreement.places)]


def test_one_plain_sentence_comes_first(agreement):
    said = agreement.sentence.text()
    assert said.startswith("Of 100 names that one of two people labelled, the other labelled 84 the same way (74–94")
    assert said.endswith("; 12 articles, 1 pair).")
    assert "γ" not in agreement.chance.text()
    assert "uα" in agreement.chance.text()


def test_words_are_shown_where_only_they_differ(agreement):
    place = Disagreement("a", "A", 0, 9, "Köln", ("anna", "ben"), ("LOC", "LOC"), ("Köln", "Köln, sagt"))
    model = agreement.places.places
    model.show_places(DisagreementQuery(layer=ENTITIES), [place])
    assert model.words(place, PlaceColumn.ONE) == "anna: Place “Köln”"
    assert model.words(place, PlaceColumn.OTHER) == "ben: Place “Köln, sagt”"


def test_pair_opens_its_disagreements_by_mouse(agreement, window, qtbot):
    index = agreement.pairs.pairs.index(0, 1)
    assert index.data() == "84 (12)"
    qtbot.mouseClick(
        agreement.pairs.viewport(),
        Qt.MouseButton.LeftButton,
        pos=agreement.pairs.visualRect(index).center(),
    )
    settle(agreement, qtbot)
    assert agreement.heading.text() == "anna – ben: 7 disagreements."
    assert places(agreement)[0] == ("Nordwerft", "anna: Organisation", "ben: Place")
    agreement.places.setFocus()
    agreement.places.setCurrentIndex(agreement.places.places.index(0, 0))
    qtbot.keyClick(agreement.places, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.opened is not None and window.session.opened.document.title == "Artikel 3")


def test_table_has_height_until_places_are_listed(agreement, qtbot):
    table, hint = agreement.pages, agreement.heading
    qtbot.waitUntil(lambda: table.height() > 0.6 * agreement.height())
    assert hint.isVisible()
    agreement.confusion.wanted.emit(agreement.confusion.rows.index(0, 0))
    settle(agreement, qtbot)
    qtbot.waitUntil(lambda: agreement.places.height() > table.height() > 80)


def test_hint_is_whole_at_200_percent(agreement, qtbot):
    agreement.resize(624, 304)
    hint = agreement.heading
    hint.setFixedWidth(180)  # three lines or more
    agreement.resize(624, 306)
    qtbot.waitUntil(lambda: hint.height() >= hint.heightForWidth(hint.width()) > 2 * hint.fontMetrics().height())


def test_confusion_lists_only_its_labels(agreement, qtbot):
    assert cells(agreement.confusion) == [("Organisation", "Place", "4"), ("Place", "no label", "3")]
    agreement.confusion.setCurrentIndex(agreement.confusion.rows.index(1, 0))
    qtbot.keyClick(agreement.confusion, Qt.Key.Key_Return)
    settle(agreement, qtbot)
    assert agreement.heading.text() == "Place – no label: 3 disagreements."
    assert {words for words, *_ in places(agreement)} == {"Köln"}


def test_labels_have_a_range_and_months_follow(agreement):
    shown = {row[0]: row for row in cells(agreement.labels)}
    assert shown["Person"][2:] == ("100", "100–100", "24")
    assert shown["Organisation"][2] == "80"
    assert [row[2] for row in cells(agreement.months)] == ["79", "89"]


def test_layer_without_fields_has_no_page_for_them(agreement):
    assert agreement.findChild(QPushButton, "agreementTab.4").isHidden()
    assert not agreement.findChild(QPushButton, "agreementTab.3").isHidden()


def test_project_of_one_person_says_so(make_window, counted_path, qtbot):
    agreement = opened(make_window(counted_path), qtbot)
    assert agreement.sentence.text() == "No article is marked as done by two people."
    assert not agreement.tabs.isVisible()
    assert agreement.nothing.title.text() == agreement.sentence.text()
    assert agreement.nothing.title.isVisible() is not agreement.sentence.isVisible()
    purpose = agreement.nothing.purpose
    assert purpose.height() >= purpose.heightForWidth(purpose.width()), "no line is cut"
    middle = agreement.nothing.purpose.mapTo(agreement, agreement.nothing.purpose.rect().center())
    assert abs(middle.x() - agreement.width() // 2) <= 1


def test_empty_agreement_leads_to_merging_copies(make_window, counted_path, qtbot):
    window = make_window(counted_path)
    agreement = opened(window, qtbot)
    qtbot.mouseClick(agreement.nothing.merge, Qt.MouseButton.LeftButton)
    assert window.findChild(MergeDialog).isVisible()


def test_two_people_need_no_words_about_how_to_begin(agreement):
    assert agreement.nothing.isHidden()
    assert agreement.sentence.isVisible()


def test_edit_is_measured_again(agreement, window, qtbot):
    session = window.session
    document = session.required().read.find_document("Artikel 3")
    done = DocumentState(document=document, annotator="anna", state=State.DONE)
    session.do(edits.set_state(done, document, State.OPEN, annotator="anna"))
    agreement._again.setInterval(1)
    agreement._again.start()
    qtbot.waitUntil(lambda: "11 articles" in agreement.sentence.text(), timeout=30_000)


def test_closing_ends_the_work(agreement, qtbot):
    agreement.measure()
    agreement.close()
    assert not agreement._measuring.busy


def test_adjudication_is_one_button_away(agreement, window, qtbot):
    qtbot.mouseClick(agreement.adjudicate, Qt.MouseButton.LeftButton)
    assert window.findChild(QDialog, "adjudicationDialog").isVisible()


def test_nothing_measured_shows_no_empty_halves(make_window, counted_path, qtbot):
    agreement = opened(make_window(counted_path), qtbot)
    splitter = agreement.findChild(QSplitter)
    assert not splitter.handle(1).isVisible()


def test_relation_is_told_apart_from_field_of_its_name(make_window, tmp_path, qtbot):
    with closing(new_project(tmp_path / "Zwei")) as project:
        (document,) = project.add_articles([Article(title="Eins", text=TEXT, language="de")]).ids
        for who, kind in (("anna", "entity"), ("ben", "author")):
            project.set_annotator(who)
            name = label_at(document, who, "Nordwerft", "ORG")
            claim = replace(label_at(document, who, "Köln", "CLAIM"), layer=CLAIMS, attributes={"claimant_kind": kind})
            said = Relation(id=new_id(), label="claimant", head=claim.id, tail=name.id, annotator=who)
            project.do(edits.add([name, claim], [said]))
            project.do(edits.set_state(None, document, State.DONE, annotator=who))
        path = project.path
    window = opened(make_window(path), qtbot)
    window.layers.setCurrentIndex(window.layers.findData(CLAIMS))
    assert [row[0] for row in cells(window.fields)] == ["Claimant", "Claimant (relation)"]


def test_field_and_relation_open_their_disagreements(make_window, tmp_path, qtbot):
    with closing(new_project(tmp_path / "Drei")) as project:
        (document,) = project.add_articles([Article(title="Eins", text=TEXT, language="de")]).ids
        for who, kind, words in (("anna", "entity", "Nordwerft"), ("ben", "author", "Oh Se-hoon")):
            project.set_annotator(who)
            names = [label_at(document, who, "Nordwerft", "ORG"), label_at(document, who, "Oh Se-hoon", "PER")]
            claim = replace(label_at(document, who, "Köln", "CLAIM"), layer=CLAIMS, attributes={"claimant_kind": kind})
            tail = next(name for name in names if name.quote(TEXT) == words)
            said = Relation(id=new_id(), label="claimant", head=claim.id, tail=tail.id, annotator=who)
            project.do(edits.add([*names, claim], [said]))
            project.do(edits.set_state(None, document, State.DONE, annotator=who))
        path = project.path
    made = make_window(path)
    window = opened(made, qtbot)
    window.layers.setCurrentIndex(window.layers.findData(CLAIMS))
    window.tabs.choose(4)
    window.fields.setFocus()
    window.fields.setCurrentIndex(window.fields.figures.index(0, 0))
    qtbot.keyClick(window.fields, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert window.heading.text() == "Claimant: 1 disagreement."
    assert places(window) == [("Köln", "anna: name", "ben: the author")]
    window.fields.clicked.emit(window.fields.figures.index(1, 0))
    settle(window, qtbot)
    assert places(window) == [("Köln", "anna: Nordwerft", "ben: Oh Se-hoon")]
    window.places.setCurrentIndex(window.places.places.index(0, 0))
    qtbot.keyClick(window.places, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: active(made) == "Köln")


def label_at(document, who, words, label):
    start = TEXT.index(words)
    parts = ((start, start + len(words)),)
    return Span(id=new_id(), document=document, layer=ENTITIES, label=label, parts=parts, annotator=who)

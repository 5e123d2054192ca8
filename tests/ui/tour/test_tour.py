"""The tour, taken with real keys from its first step to the export, in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from annotator.corpus.tour_article import tour_text
from annotator.model.values import CLAIMS, State
from annotator.suggest.claims.frame_values import INFO
from annotator.suggest.requests import draw_tokens, prepare
from tests.ui.keyboard import CONTROL, SHIFT, Key, press, spans
from ui.base import i18n
from ui.base.settings import Settings, Tour
from ui.jobs.suggesting.source_finder import Work

LANGUAGES = ("en", "de")


def card(window):
    return window.touring.tour.card


def text(window, name):
    return card(window).findChild(QLabel, name).text()


def at(window):
    """Return the number of the step that is shown, or the last words at the end."""
    return text(window, "tourCount").split()[0]


def click(window, name):
    card(window).findChild(QPushButton, name).click()


@pytest.fixture
def start(make_window, qtbot):
    def begin(language="en", path=None, work=None):
        window = make_window(path, language=language, work=work)
        window.actions_by_id["help.tour"].trigger()
        qtbot.waitUntil(lambda: card(window).isVisible())
        window.activateWindow()
        QApplication.processEvents()
        return window

    return begin


def wait(qtbot, window, step):
    qtbot.waitUntil(lambda: at(window) == step)
    QApplication.processEvents()


def do_words(qtbot, window):
    """Do the six steps of the tour that are about words of the article."""
    press(qtbot, window, Key.Key_Return)
    wait(qtbot, window, "2")
    press(qtbot, window, Key.Key_2)
    wait(qtbot, window, "3")
    press(qtbot, window, Key.Key_Backspace)
    wait(qtbot, window, "4")
    press(qtbot, window, Key.Key_Right, SHIFT)
    press(qtbot, window, Key.Key_2)
    wait(qtbot, window, "5")
    press(qtbot, window, Key.Key_L, CONTROL)
    press(qtbot, window, Key.Key_C)
    wait(qtbot, window, "6")
    kind = window.session.project.schema.attribute(CLAIMS, "kind")
    qtbot.keyClicks(window.panels.claim_card, kind.key_in(i18n.ui_language()))
    qtbot.keyClick(QApplication.activePopupWidget(), Key.Key_Return)
    window.activateWindow()  # without a screen, no window is active after a popup
    qtbot.waitUntil(window.isActiveWindow)
    wait(qtbot, window, "7")
    claim = window.view.span_rects(next(span.id for span in window.session.opened.spans if span.layer == CLAIMS))
    assert not any(card(window).geometry().intersects(line) for line in claim)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whole_tour_with_real_keys(start, qtbot, tmp_path, language):
    window = start(language)
    known = tour_text(language)
    document = window.session.opened.document
    assert document.sha256 == known.sha256
    wait(qtbot, window, "1")
    do_words(qtbot, window)
    made = {(layer, label, quote) for layer, label, quote in spans(window)}
    for step, place in known.places.items():
        quote = known.text[place.start : place.end]
        assert ((place.layer, place.label, quote) in made) is (step != "reject"), step
    window.view.setFocus()
    press(qtbot, window, Key.Key_Return, CONTROL)  # lists the claim without claimant
    qtbot.waitUntil(lambda: not window.finishing.busy)
    press(qtbot, window, Key.Key_Return, CONTROL)
    wait(qtbot, window, "8")
    project = window.session.project
    assert project.read.lines([document.id], project.annotator)[0].state is State.DONE
    qtbot.keyClick(window, Key.Key_E, CONTROL)
    dialog = window.findChild(QDialog, "exportDialog")
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    formats = dialog.findChild(QObject, "exportFormat")
    formats.setCurrentIndex(formats.findData("jsonl"))
    qtbot.waitUntil(lambda: dialog.report is not None, timeout=20_000)
    target = tmp_path / "labels.jsonl"
    dialog.write(target)
    qtbot.waitUntil(lambda: not card(window).findChild(QPushButton, "tourNext").isVisible(), timeout=20_000)
    assert target.exists()
    assert Settings().tour is Tour.OVER
    click(window, "tourSkip")
    assert not card(window).isVisible()
    assert not window.touring.running


def test_label_taken_for_the_mistake_is_removed(start, qtbot):
    window = start()
    place = tour_text("en").places["reject"]
    (doors,) = window.session.opened.suggestions_at(place.start, place.end)
    window.decisions.accept([doors.id])
    click(window, "tourNext")
    click(window, "tourNext")
    assert at(window) == "3"
    press(qtbot, window, Key.Key_Backspace)
    assert window.messages.words == "This is a label, not a suggestion: Label → Remove Label takes it away."
    keys = card(window).findChild(QObject, "tourKeys").accessibleName()
    assert keys == "⌫: Reject; Del: Remove, if already accepted"
    press(qtbot, window, Key.Key_Delete)
    wait(qtbot, window, "4")


def test_one_accepted_proposal_ends_the_card_step(start, qtbot):
    window = start(work=Work(draw_tokens=draw_tokens, prepare=prepare, sources=(INFO,)))
    qtbot.waitUntil(lambda: bool(window.desk.suggesting.asked), timeout=60_000)
    name = tour_text("en").places["claim"].start + len("For ")
    window.decisions.label(name, name + len("Pearce"), "entities", "PER")
    for _ in range(4):
        click(window, "tourNext")
    press(qtbot, window, Key.Key_L, CONTROL)
    press(qtbot, window, Key.Key_C)
    wait(qtbot, window, "6")
    claim_card = window.panels.claim_card
    qtbot.waitUntil(lambda: claim_card.proposed.together, timeout=60_000)
    assert claim_card.hasFocus()
    assert text(window, "tourTitle") == "Look at the claim’s card"
    qtbot.keyClick(claim_card, Key.Key_Down)
    assert at(window) == "6"
    qtbot.keyClick(claim_card, Key.Key_Return)
    wait(qtbot, window, "7")


def test_skipped_claim_skips_its_card(start, qtbot):
    window = start()
    wait(qtbot, window, "1")
    for step in "2", "3", "4", "5", "7":
        click(window, "tourNext")
        assert at(window) == step


def test_tour_leaves_own_project_alone_and_leads_back(start, qtbot, project_path):
    before = project_path.read_bytes()
    window = start(path=project_path)
    assert window.session.project.path != project_path
    press(qtbot, window, Key.Key_Return)
    wait(qtbot, window, "2")
    for _ in range(6):
        click(window, "tourNext")
    back = card(window).findChild(QPushButton, "tourBack")
    assert back.isVisible()
    assert project_path.stem in back.text()
    assert Settings().last == project_path
    back.click()
    assert window.session.project.path == project_path
    assert not card(window).isVisible()
    window.session.close_project()
    assert len(project_path.read_bytes()) == len(before)


def test_ended_tour_leads_back_to_own_project(start, qtbot, project_path):
    window = start(path=project_path)
    click(window, "tourSkip")
    assert window.messages.words == "The tour is over."
    window.messages._act()
    assert window.session.project.path == project_path
    assert window.messages.words == ""


def test_each_tour_is_a_fresh_copy(start, qtbot):
    window = start()
    first = window.session.project.path
    press(qtbot, window, Key.Key_Return)
    wait(qtbot, window, "2")
    click(window, "tourSkip")
    window.actions_by_id["help.tour"].trigger()
    assert at(window) == "1"
    assert window.session.project.path != first
    assert first.exists()
    assert window.session.opened.spans == ()


def test_running_tour_gets_the_keyboard_and_gives_it_back(start, qtbot):
    window = start()
    path = window.session.project.path
    window.actions_by_id["help.tour"].trigger()
    assert window.session.project.path == path
    assert card(window).isAncestorOf(window.focusWidget())
    qtbot.keyClick(window.focusWidget(), Key.Key_Escape)
    assert window.view.hasFocus()


def test_step_done_before_its_turn_is_passed_over(start, qtbot):
    window = start()
    place = tour_text("en").places["correct"]
    window.decisions.label(place.start, place.end, "entities", "ORG")
    press(qtbot, window, Key.Key_Return)
    wait(qtbot, window, "3")


def test_wrongly_accepted_name_can_still_be_corrected(start, qtbot):
    window = start()
    press(qtbot, window, Key.Key_Return)
    wait(qtbot, window, "2")
    press(qtbot, window, Key.Key_Return)
    click(window, "tourPlace")
    press(qtbot, window, Key.Key_2)
    wait(qtbot, window, "3")


def test_words_of_the_step_are_found_again(start, qtbot):
    window = start()
    window.articles.go_next()
    assert window.session.opened.document.sha256 != tour_text("en").sha256
    assert not window.view.findChild(QObject, "tourOutline").isVisible()
    click(window, "tourPlace")
    assert window.session.opened.document.sha256 == tour_text("en").sha256
    assert window.view.findChild(QObject, "tourOutline").isVisible()
    press(qtbot, window, Key.Key_Return)
    wait(qtbot, window, "2")


def test_brackets_around_words_tint_nothing_between(start):
    outline = start().view.findChild(QWidget, "tourOutline")
    drawn = QImage(outline.size(), QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(0)
    outline.render(drawn, QPoint(), QRegion(), QWidget.RenderFlag(0))
    middle = drawn.width() // 2
    assert not any(drawn.pixelColor(middle, y).alpha() for y in range(drawn.height()))
    assert all(any(drawn.pixelColor(x, y).alpha() for x in (0, 1)) for y in range(drawn.height()))


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (900, 600), (720, 430), (640, 420)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_card_covers_no_words_of_its_step(start, qtbot, language, size):
    window = start(language)
    window.resize(*size)
    QApplication.processEvents()
    for step in range(1, 7):
        QApplication.processEvents()
        shown, outline = card(window), window.view.findChild(QObject, "tourOutline")
        around = QRect(window.view.viewport().mapTo(window.view, QPoint()), window.view.viewport().size())
        words = outline.geometry().translated(around.topLeft())
        click(window, "tourPlace")
        words = outline.geometry().translated(around.topLeft())
        assert around.contains(shown.geometry())
        assert around.contains(words)
        assert not shown.geometry().intersects(words)
        if step == 5:
            if size[1] < 600:
                break  # too low for the label's name above the words and the card below them
            press(qtbot, window, Key.Key_L, CONTROL)
            press(qtbot, window, Key.Key_C)
            wait(qtbot, window, "6")
        else:
            click(window, "tourNext")


def test_card_is_named_for_a_screen_reader(start):
    window = start()
    assert card(window).accessibleName() == "Tour, 1 of 8: Accept a suggestion"
    assert "Marlene Pearce" in card(window).accessibleDescription()
    assert "⏎: Accept" in card(window).accessibleDescription()


def test_tour_files_stay_beside_the_sample(start):
    window = start()
    path: Path = window.session.project.path
    assert path.parent.name == "tour"
    assert path not in Settings().recent

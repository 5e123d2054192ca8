"""Messages at the foot of the window: plain text, removed by a key."""

import string

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from annotator.system.errors import SENTENCES, AnnotatorError, StoreError
from tests.ui.keyboard import CONTROL, SHIFT, Key, hint_line, press, select
from ui.base import messages
from ui.base.key_line import KeyLine
from ui.base.messages import MessageBar, sentence


@pytest.fixture
def bar(qtbot):
    made = MessageBar(KeyLine())
    qtbot.addWidget(made)
    return made


def test_notice_disappears_and_failure_stays(bar, qtbot):
    bar._timer.setInterval(1)
    bar.tell("Gespeichert 🎈")
    assert bar.words == "Gespeichert 🎈"
    bar._timer.start(1)
    qtbot.waitUntil(lambda: bar.words == "")
    bar.fail(StoreError("store.full", file="Stadt.spanwright", folder="/mnt"))
    assert not bar._timer.isActive()
    assert bar.words.startswith("The disk is full")


def test_lasting_notice_stays_until_next_step(bar):
    bar.tell("Drei Labels ausgelassen 🎈", "Zeigen", print, stays=True)
    assert not bar._timer.isActive()
    bar.go_on()
    assert bar.words
    bar.relent()
    assert bar.words == ""


def test_lasting_notice_ends_with_late_action(bar, monkeypatch, qtbot):
    monkeypatch.setattr(messages, "_NOTICE", 1)
    bar.tell("Sieben Artikel aufgenommen 🎈", "Zeigen", print, stays=True)
    qtbot.wait(10)
    assert bar.words, "it waits for an action"
    bar.go_on()
    assert bar.words == ""
    bar.offer("Die Festplatte ist voll", ("Kopie", print))
    qtbot.wait(10)
    bar.go_on()
    assert bar.words, "a problem waits for its answer"


def test_offer_returns_after_notice(bar):
    done = []
    bar.offer("Stadt.spanwright wurde gelöscht 🛟", ("Kopie", lambda: done.append(1)))
    bar.tell("Zuerst die Wörter auswählen.")
    assert bar.words == "Zuerst die Wörter auswählen."
    bar._timer.timeout.emit()
    assert "gelöscht" in bar.words
    bar.findChild(QPushButton, "messageAction").click()
    bar.tell("Kopiert")
    bar._timer.timeout.emit()
    assert (done, bar.words) == ([1], "")


def test_notice_button_keeps_offer(bar):
    done = []
    bar.propose("Nur zum Lesen geöffnet 🛟", "Kopie", lambda: done.append("copy"))
    bar.tell("Sieben angenommen", "Rückgängig", lambda: done.append("undo"))
    bar._act()
    bar.tell("Nur zum Lesen.")
    bar._timer.timeout.emit()
    assert "🛟" in bar.words
    bar._act()
    assert (done, bar.words) == (["undo", "copy"], "")


def test_covered_notice_returns_with_both_buttons(bar):
    done = []
    bar.tell("Drei Labels ausgelassen 🎈", "Zeigen", print, other=("Ordner", lambda: done.append(1)), stays=True)
    bar.tell("Zuerst die Wörter auswählen.")
    bar._timer.timeout.emit()
    other = bar.findChild(QPushButton, "messageOther")
    assert ("🎈" in bar.words, other.text()) == (True, "Ordner")
    other.click()
    assert done == [1]


def test_dismissed_offer_stays_away(bar):
    bar.offer("Stadt.spanwright wurde gelöscht 🛟", ("Kopie", print))
    bar.findChild(QPushButton, "messageClose").click()
    bar.tell("Zuerst die Wörter auswählen.")
    bar._timer.timeout.emit()
    assert bar.words == ""


def test_button_acts_once(bar, qtbot):
    done = []
    bar.tell("Sieben angenommen", "Rückgängig", lambda: done.append(1))
    button = bar.findChild(QPushButton, "messageAction")
    button.click()
    assert (done, bar.words) == ([1], "")
    bar.tell("Ohne Knopf")
    assert button.isHidden()


def test_message_is_plain_text(bar):
    bar.fail(StoreError("store.not_sqlite", file="<b>fett</b>.spanwright"))
    label = bar.findChild(QLabel, "messageWords")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<b>fett</b>" in label.text()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_every_error_has_a_sentence(code, qapp):
    names = [name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name]
    error = AnnotatorError(code, **{name: f"<{name}> Ä" for name in names})
    assert "{" not in sentence(error)


def test_edit_removes_message(bar):
    for say in (
        lambda: bar.fail(StoreError("store.full", file="Stadt.spanwright", folder="/mnt")),
        lambda: bar.tell("Sieben 🎈", "Rückgängig", print),
    ):
        say()
        assert bar.words
        bar.relent()
        assert bar.words == ""


def test_failure_covers_only_key_line(window, qtbot):
    before = window.view.height()
    window.messages.fail(StoreError("store.full", file="Stadt.spanwright", folder="/mnt"))
    bar, line = window.messages, window.key_line
    qtbot.waitUntil(lambda: bar.width() == line.width())
    assert window.view.height() == before
    assert bar.mapTo(window, QPoint(0, 0)) == line.mapTo(window, QPoint(0, 0))
    assert bar.size() == line.size()
    assert window.childAt(line.mapTo(window, QPoint(40, 10))) is bar.findChild(QLabel, "messageWords")


def test_lines_keep_clear_of_the_edges(window, qtbot):
    window.resize(640, 600)
    failure = StoreError("store.full", file=f"Stadt {'und Hafen ' * 12}.spanwright", folder="/mnt")
    window.messages.fail(failure)
    words = window.messages.findChild(QLabel, "messageWords")
    room = words.contentsRect()
    lines = words.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words.text()).height()
    qtbot.waitUntil(lambda: window.messages.height() >= lines + 12)


def test_notice_stands_beside_key_hints(window, qtbot):
    window.messages.tell("Gespeichert 🎈")
    assert window.messages.words == "Gespeichert 🎈"
    assert not window.messages.isVisible()
    assert window.key_line.findChild(QLabel, "noticeWords").isVisible()
    assert "next suggestion" in hint_line(window)
    press(qtbot, window, Key.Key_Tab)
    assert window.messages.words == ""
    assert window.key_line.findChild(QLabel, "storedWords").isVisible()


def test_notice_with_button_outlasts_next_action(window, qtbot):
    done = []
    window.messages.tell("Sieben 🎈", "Rückgängig", lambda: done.append(1))
    press(qtbot, window, Key.Key_Tab)
    qtbot.mouseClick(window.key_line.findChild(QPushButton, "noticeAction"), Qt.MouseButton.LeftButton)
    assert done == [1]
    assert window.messages.words == ""
    window.messages.tell("lang " * 200)
    assert window.messages.isVisible()
    window.messages.tell("kurz")
    assert not window.messages.isVisible()


def test_notice_over_key_hints_ends_with_next_action(window, qtbot):
    window.messages.tell("lang " * 200, "Rückgängig", print)
    assert window.messages.isVisible()
    press(qtbot, window, Key.Key_Tab)
    assert not window.messages.isVisible()
    assert "accept" in hint_line(window)


@pytest.mark.parametrize(
    ("held", "presses", "said"),
    [
        (CONTROL, 2, "“Weifang wird Metaverse” is done. Suggestions left: 4."),
        (CONTROL | SHIFT, 1, "“Weifang wird Metaverse” is skipped."),
    ],
)
def test_finishing_article_can_be_undone(window, qtbot, held, presses, said):
    first = window.session.opened.document.id
    for _ in range(presses):
        assert window.session.opened.document.id == first
        press(qtbot, window, Key.Key_Return, held)
        qtbot.waitUntil(lambda: not window.finishing.busy)
    assert window.session.opened.document.id != first
    assert window.messages.words == said
    press(qtbot, window, Key.Key_Z, CONTROL)
    assert window.session.opened.document.id == first
    assert window.session.opened.state is None
    assert window.messages.words.startswith("Undone: “Weifang wird Metaverse”: article")


def test_reopening_article_is_noticed(window, qtbot):
    window.steps.finish()
    press(qtbot, window, Key.Key_PageUp, CONTROL)
    press(qtbot, window, Key.Key_R, CONTROL)
    assert window.messages.words == "“Weifang wird Metaverse” is open again."


def test_click_on_cross_leaves_keyboard_in_article(window, qtbot):
    window.view.setFocus()
    window.messages.fail(StoreError("store.full", file="Stadt.spanwright", folder="/mnt"))
    qtbot.mouseClick(window.messages.findChild(QPushButton, "messageClose"), Qt.MouseButton.LeftButton)
    assert window.messages.isHidden()
    assert window.focusWidget() is window.view


def test_step_replaces_message(window, qtbot):
    press(qtbot, window, Key.Key_N)
    assert window.messages.words == "Place the caret in a label first."
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_1)
    assert window.messages.words == ""


def test_message_does_not_cover_card_keys(window, qtbot):
    select(window, "Kapitän")
    press(qtbot, window, Key.Key_C)
    qtbot.keyClick(window.panels.claim_card, Key.Key_Escape)
    press(qtbot, window, Key.Key_B)
    assert window.messages.words == "No claims after this point."
    press(qtbot, window, Key.Key_C)
    assert window.messages.words == ""
    assert window.key_line.isVisible()


@pytest.mark.parametrize("button", ["messageClose", "messageAction"])
def test_dismissed_message_gives_keyboard_to_article(window, qtbot, button):
    window.messages.offer("Stadt.spanwright wurde gelöscht 🛟", ("Kopie", list))
    pressed = window.messages.findChild(QPushButton, button)
    pressed.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    assert window.focusWidget() is window.view

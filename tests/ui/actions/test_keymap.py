"""The keys of an action: those the user chose, else the default ones, but none that a label has."""

from dataclasses import replace

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.project.project import Project
from tests.ui.keyboard import CONTROL, Key, press, select, spans
from ui.actions.keymap import CARET, Keymap, holder, label_keys, sign
from ui.base.settings import Settings
from ui.shell.action_table import ACTIONS, label_specs

DOUBT = next(spec for spec in ACTIONS if spec.id == "span.doubt")


def keys(spec=DOUBT, labels=()):
    return next(found.shortcuts for found in Keymap(Settings()).with_keys(ACTIONS, labels) if found.id == spec.id)


def test_keeps_chosen_keys_and_drops_defaults(qapp):
    keymap = Keymap(Settings())
    assert keys() == ("D",)
    keymap.choose(DOUBT, ["Ctrl+D", "F4"])
    assert keys() == ("Ctrl+D", "F4")
    keymap.choose(DOUBT, [])
    assert keys() == ()
    assert keymap.is_changed("span.doubt")
    keymap.choose(DOUBT, ["D"])
    assert not keymap.is_changed("span.doubt")


def test_chosen_key_wins_over_another_default(qapp):
    note = next(spec for spec in ACTIONS if spec.id == "span.note")
    Keymap(Settings()).choose(DOUBT, ["N"])
    assert (keys(DOUBT), keys(note)) == (("N",), ())


def test_what_the_settings_file_holds_by_mistake_is_passed_over(qapp):
    Settings().stored.setValue("keys/span.doubt", "Ctrl+D Quatsch+Ü+7 ")
    assert keys() == ("Ctrl+D",)


def test_a_labels_key_is_the_labels_before_any_actions(qapp):
    assert keys(labels={"D"}) == ()
    news = schema_file.load("news")
    assert label_keys(news) == {"1", "2", "3", "4", "C", "S", "G"}


def test_action_that_has_a_key_is_named(qapp):
    specs = (*ACTIONS, *label_specs(schema_file.load("news")))
    assert holder("Ctrl+K", specs) == "edit.palette"
    assert holder("3", specs) == "label.entities.LOC"
    assert holder("Ctrl+Right", specs) == CARET
    assert holder("Ctrl+Alt+F12", specs) is None


def test_keys_are_written_as_short_as_can_be(qapp):
    shortcuts = ["Return", "Ctrl+Shift+Down", "Alt++", "+", "Ctrl+Return", "Left"]
    assert list(map(sign, shortcuts)) == ["⏎", "Ctrl+Shift+↓", "Alt++", "+", "Ctrl+⏎", "←"]


def test_label_key_wins_in_the_article(make_window, tmp_path, qtbot):
    news = schema_file.load("news")
    first, *others = news.layers
    doubtful = replace(first.labels[0], key="d")
    other = replace(news, layers=(replace(first, labels=(doubtful, *first.labels[1:])), *others))
    path = tmp_path / "D.spanwright"
    project = Project.create(path, schema=other, annotator="anna")
    project.add_articles([Article(title="Zug", text="Änne Petersen 🎈 kam mit dem Zug.", language="de")])
    project.close()
    window = make_window(path)
    qtbot.waitUntil(window.view.hasFocus)
    select(window, "Änne Petersen")
    press(qtbot, window, Key.Key_D)
    assert spans(window) == [("entities", "PER", "Änne Petersen")]
    assert window.menus.shortcuts("span.doubt") == ()


def test_a_chosen_key_works_and_the_old_one_no_more(window, qtbot):
    spec = next(spec for spec in ACTIONS if spec.id == "article.next")
    window.menus.keymap.choose(spec, ["Ctrl+F12"])
    window.menus.apply_keys()
    press(qtbot, window, Key.Key_PageDown, CONTROL)
    assert window.session.opened.document.title == "Weifang wird Metaverse"
    press(qtbot, window, Key.Key_F12, CONTROL)
    assert window.session.opened.document.title == "Zweiter Zug"

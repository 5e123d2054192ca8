"""Word lists and GLiNER in the window of sources."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QPushButton

from annotator.jobs.suggesting.pattern_lists import lists_here
from annotator.model import source_choices
from annotator.model.source_choices import SOURCES
from annotator.suggest.sources import gliner
from tests.annotator.suggest.sources.fake_gliner import make_model, make_python
from ui.jobs.suggesting.suggestion_queue import Mood
from ui.sources.gliner_setup import GlinerSetup
from ui.sources.label_wordings import LabelWordings
from ui.sources.pattern_window import PatternWindow
from ui.sources.sources_window import SourcesWindow

LIST = "phrase,label\nKöln,LOC\nWeiß,PERSON\nGorch Fock,SHIP\n"


@pytest.fixture
def sources(window, qtbot):
    qtbot.waitUntil(lambda: window.desk.suggesting.progress.mood is Mood.IDLE, timeout=30_000)
    window.actions_by_id["suggestion.sources"].trigger()
    made = window.findChild(SourcesWindow)
    qtbot.waitUntil(lambda: not made.busy, timeout=30_000)
    return made


def choose(sources, name):
    menu = sources.findChild(QMenu, "sourceAddMenu")
    menu.aboutToShow.emit()
    sources.findChild(QAction, name).trigger()


@pytest.fixture
def lists(sources, qtbot):
    """The dialog of word lists."""
    choose(sources, "sourceAdd.lists")
    made = sources.findChild(PatternWindow)
    qtbot.waitUntil(lambda: not made.busy, timeout=30_000)
    return made


def rows(dialog):
    model = dialog.model
    return [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]


def press_ok(dialog):
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def listed(sources):
    return [row.name for row in sources.list.sources.shown]


def take(dialog, path, qtbot):
    dialog.take(str(path))
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)


def test_list_is_imported_edited_and_stored(lists, sources, window, tmp_path, qtbot):
    path = tmp_path / "Städte 😀.csv"
    path.write_text(LIST, encoding="utf-8")
    take(lists, path, qtbot)
    assert rows(lists) == [
        ["Köln", "Place", "Städte 😀"],
        ["Weiß", "Person", "Städte 😀"],
        ["Gorch Fock", "SHIP", "Städte 😀"],
    ]
    assert "Not in the schema: SHIP" in lists.line.words
    lists.table.selectRow(2)
    lists.findChild(QAction, "patternLabel.MISC").trigger()
    assert lists.line.words == ""
    index = lists.model.index(1, 0)
    lists.model.setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    lists.findChild(QPushButton, "patternAdd").click()
    lists.model.setData(lists.model.index(3, 0), "Bonn")
    lists.forms.click()
    press_ok(lists)
    (stored,) = lists_here(window.session.required())
    assert [(one.words, one.label, one.on) for one in stored.patterns] == [
        ("Köln", "LOC", True),
        ("Weiß", "PER", False),
        ("Gorch Fock", "MISC", True),
        ("Bonn", "MISC", True),
    ]
    assert stored.forms is False
    assert listed(sources) == ["patterns", "fake"]
    assert sources.list.chosen().name == "patterns"
    assert (sources.names.isEnabled(), sources.names.text()) == (True, "&Lists…")
    sources.names.click()
    again = next(each for each in sources.findChildren(PatternWindow) if each is not lists and each.isVisible())
    again.findChild(QPushButton, "patternUndo").click()
    assert lists_here(window.session.required()) == ()
    assert listed(sources) == ["fake"]


@pytest.mark.parametrize("removed", ["patternRemove", "patternRemoveList"])
def test_removed_entry_needs_no_label(lists, tmp_path, qtbot, removed):
    path = tmp_path / "ships.csv"
    path.write_text("phrase,label\nKöln,LOC\nGorch Fock,SHIP\n", encoding="utf-8")
    take(lists, path, qtbot)
    assert "Not in the schema: SHIP" in lists.line.words
    lists.table.selectRow(1)
    lists.findChild(QPushButton, removed).click()
    assert lists.line.words == ""


def test_empty_lists_say_what_to_do_first(lists, tmp_path, qtbot):
    assert lists.empty.isVisible()
    assert lists.empty.text() == "Add phrases and choose their label, or import a word list."
    path = tmp_path / "towns.csv"
    path.write_text(LIST, encoding="utf-8")
    take(lists, path, qtbot)
    assert not lists.empty.isVisible()
    lists.search.setText("nowhere")
    assert lists.empty.isVisible()
    assert lists.empty.text() == "No entry contains these words."


def test_unusable_phrase_is_refused_with_reason(lists, tmp_path, qtbot):
    (tmp_path / "a.jsonl").write_text('{"label": "LOC", "pattern": [{"TEXT": {"REGEX": "(a+)+"}}]}', encoding="utf-8")
    take(lists, tmp_path / "a.jsonl", qtbot)
    assert "some never end" in lists.line.words
    lists.findChild(QPushButton, "patternAdd").click()
    assert not lists.model.setData(lists.model.index(0, 0), "…")
    assert "cannot be used" in lists.line.words
    assert rows(lists)[0][0] == "New phrase"


def test_lists_are_searched_removed_and_exported(lists, window, tmp_path, qtbot):
    (tmp_path / "a.csv").write_text(LIST, encoding="utf-8")
    take(lists, tmp_path / "a.csv", qtbot)
    lists.search.setText("wei")
    assert [row[0] for row in rows(lists)] == ["Weiß"]
    lists.table.selectRow(0)
    lists.findChild(QPushButton, "patternRemove").click()
    lists.search.clear()
    assert [row[0] for row in rows(lists)] == ["Köln", "Gorch Fock"]
    lists.write(str(tmp_path / "out.txt"))
    qtbot.waitUntil(lambda: not lists.busy, timeout=30_000)
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "Köln\nGorch Fock\n"
    lists.findChild(QPushButton, "patternRemoveList").click()
    press_ok(lists)
    assert lists_here(window.session.required()) == ()


def test_cancelled_draft_changes_nothing(lists, window, tmp_path, qtbot):
    (tmp_path / "a.csv").write_text(LIST, encoding="utf-8")
    take(lists, tmp_path / "a.csv", qtbot)
    lists.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel).click()
    assert lists_here(window.session.required()) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="the fake Python is a shell script")
def test_gliner_is_set_up_and_its_labels_worded(sources, window, tmp_path, qtbot):
    choose(sources, "sourceAdd.gliner")
    dialog = sources.findChild(GlinerSetup)
    assert not dialog.ok.isEnabled()
    dialog.python.setText(make_python(tmp_path / "p"))
    dialog.folder.setText(str(tmp_path))
    dialog.ok.setFocus()
    dialog.ok.click()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    assert "no gliner_config.json" in dialog.line.words
    assert dialog.focusWidget() is dialog.ok  # not Cancel, where Qt moves it meanwhile
    dialog.folder.setText(str(make_model(tmp_path)))
    dialog.ok.click()
    qtbot.waitUntil(lambda: "gliner" in listed(sources), timeout=60_000)
    row = sources.list.chosen()
    assert (row.name, row.on) == ("gliner", True)
    assert gliner.chosen() is not None
    sources.names.click()
    words = sources.findChild(LabelWordings)
    assert words.fields["PER"].text() == "person"
    words.fields["PER"].setText("person name")
    words.fields["ORG"].clear()
    words.threshold.setValue(35)
    press_ok(words)
    stored = source_choices.loads(window.session.required().read.setting(SOURCES))
    assert (stored.threshold, stored.labels["gliner"]["person name"]) == (35, "PER")
    assert "ORG" not in stored.labels["gliner"].values()
    assert "gliner" in stored.on

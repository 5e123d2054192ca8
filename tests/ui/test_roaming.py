"""Random commands, then random keys and clicks in whatever window they open; SPANWRIGHT_ROAMING=5000 gives 5,000."""

import os
import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QFileDialog, QWidget

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model import schema_file
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from tests.annotator.made import span, suggestion

COMMANDS = int(os.environ.get("SPANWRIGHT_ROAMING", "250"))
# these end the session, take long, or reach outside the project
LEFT_OUT = (
    "file.close file.new file.open file.quit file.sample help.file help.log help.manual help.tour model.train"
    " project.corpus suggestion.ask_model team.practice"
).split()
NAMES = ("Änne Petersen", "Küstenrat", "Oskar Berg", "Nordhafen", "Lotte Winkel", "Möwenort", "EU-Kommission")
SAYING = ("{} sagt, {} koste nichts.", "Laut {} zahlt {}.", "„Wir gehen nach {}“, sagte {}.", "{} fordert Geld von {}.")
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
MODIFIERS = (*[NONE] * 6, Qt.KeyboardModifier.ShiftModifier, CTRL, Qt.KeyboardModifier.AltModifier)
LETTERS = [Qt.Key(ord(letter)) for letter in "ABCDEFGHIJLPRSTUXY1234"]  # with Ctrl, none of them ends the session
MOVING = "Tab Return Space Down Up Left Right Delete Backspace Home End PageDown F2".split()
KEYS = [*LETTERS, *(getattr(Qt.Key, f"Key_{name}") for name in MOVING)]


class Roamer:
    """Triggers commands at random, and plays in the windows that they open."""

    def __init__(self, window, seed):
        self.window = window
        self.chance = random.Random(seed)
        self.done: list[str] = []  # the last acts, for whoever reads a failure

    def roam(self, count):
        for _ in range(count):
            actions = self.window.actions_by_id
            action = actions[self.chance.choice([id_ for id_ in actions if id_ not in LEFT_OUT])]
            if action.isEnabled():
                self._note(action.text())
                action.trigger()
            self._settle()
            for _ in range(self.chance.randint(0, 12)):
                self._act()
            self._close(everything=self.chance.random() < 0.7)

    def _act(self):
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
        if top is None:
            return
        if self.chance.random() < 0.5:
            key, modifier = self.chance.choice(KEYS), self.chance.choice(MODIFIERS)
            there = QApplication.focusWidget() or top
            self._note(f"{modifier.name} {key.name} in {type(there).__name__}")
            QTest.keyClick(there, key, modifier)
        else:
            able = [each for each in top.findChildren(QWidget) if each.isVisible() and each.isEnabled()]
            if able:
                chosen = self.chance.choice(able)
                self._note(f"click on {chosen.objectName() or type(chosen).__name__}")
                target = chosen.viewport() if isinstance(chosen, QAbstractScrollArea) else chosen
                place = QPoint(self.chance.randrange(target.width() + 1), self.chance.randrange(target.height() + 1))
                QTest.mouseClick(target, Qt.MouseButton.LeftButton, NONE, place)
        self._settle()

    def _settle(self):
        QApplication.processEvents()
        for files in self.window.findChildren(QFileDialog):
            files.close()

    def _close(self, *, everything):
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if not everything:
            return
        others = [each for each in QApplication.topLevelWidgets() if each is not self.window]
        for each in (*others, *self.window.findChildren(QDialog)):
            if each.isVisible():
                each.close()
        self.window.activateWindow()
        self.window.view.setFocus()

    def _note(self, act):
        self.done.append(act)
        del self.done[:-40]


@pytest.fixture
def path(tmp_path):
    """A project with eight articles; three people have labelled five of them differently."""
    chance = random.Random(8)
    project = Project.create(tmp_path / "Weg", schema=schema_file.load("news"), annotator="anna")
    texts = [" ".join(chance.choice(SAYING).format(*chance.sample(NAMES, 2)) for _ in range(12)) for _ in range(8)]
    articles = [Article(title=f"Artikel {n}", text=text, language="de") for n, text in enumerate(texts)]
    ids = project.add_articles(articles).ids
    for who in ("bea", "chris", "anna"):
        project.decide_as(who)
        for id_, text in list(zip(ids, texts, strict=True))[:5]:
            found = [name for name in NAMES if name in text and chance.random() < 0.8]
            rows = [span(id_, name, chance.choice(("PER", "ORG", "LOC")), text=text) for name in found]
            project.do(edits.add([replace(row, annotator=who) for row in rows]))
    for id_, text in zip(ids, texts, strict=True):
        offered = [suggestion(id_, name, text=text) for name in NAMES if name in text]
        project.put_suggestions(id_, "s", offered, version="1")
    project.close()
    return project.path


@pytest.mark.timeout(max(300, COMMANDS // 2))
def test_no_window_fails_however_one_roams(make_window, path, monkeypatch):
    """Pytest-qt fails the test if anything raises."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    window = make_window(path)
    roamer = Roamer(window, seed=COMMANDS)
    roamer.roam(COMMANDS)
    log, enough = window.session.required().read.log, 30 + COMMANDS / 10
    for _ in range(5):  # what a key does depends on how far the window has come, so some plays make few steps
        if len(log.ids()) <= enough:
            roamer.roam(COMMANDS // 5)
    made = len(log.ids())
    window.session.close_project()
    assert check(path, progress=no_progress) == [], roamer.done
    assert made > enough, "it was no idle play"

"""The number of key presses that settle a disagreement, with labels of five people who err, by real key events."""

import random

import pytest
from PySide6.QtCore import Qt

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model import schema_file
from annotator.model.values import ENTITIES, GOLD, Span, State, new_id
from annotator.project.project import Project
from annotator.quality.questions import Question
from tests.annotator.quality.people import NAMES, TEAM
from tests.ui import worked
from ui.adjudicating.variants import order
from ui.jobs.suggesting.source_finder import Work

LABELS = ("PER", "ORG", "LOC")
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = 260


def placed(first, last):
    """Return the code points of the words ``first`` to ``last``; each word takes five characters and a space."""
    return 6 * first, 6 * last + 5


def truth(draw):
    return [(first, first + draw.randint(0, 1), draw.choice(LABELS)) for first in range(3, WORDS - 6, 6)]


def said(person, names, draw):
    found = set()
    for name in names:
        first, last, label = name
        if draw.random() < person.miss:
            continue
        if draw.random() < person.wrong:
            label = draw.choice([other for other in LABELS if other != label])
        if draw.random() < person.edge:
            last += 1
        found.add((first, last, label))
    return sorted(found)


@pytest.fixture
def project_of_five(tmp_path):
    draw = random.Random(3)
    names = truth(draw)
    text = " ".join(f"W{number:04}" for number in range(WORDS)) + "."
    project = Project.create(tmp_path / "Fünf", schema=schema_file.load("news"), annotator="chris")
    (document,) = project.add_articles([Article(title="Fünf", text=text, language="de")]).ids
    for who, person in zip(NAMES, TEAM, strict=False):
        project.set_annotator(who)
        rows = [
            Span(id=new_id(), document=document, layer=ENTITIES, label=label, parts=(placed(a, b),), annotator=who)
            for a, b, label in said(person, names, draw)
        ]
        project.do(edits.add(rows))
        project.do(edits.set_state(None, document, State.DONE, annotator=who))
    project.set_annotator("chris")
    project.close()
    return project.path, document, {(placed(a, b), label) for a, b, label in names}


class Lead:
    """A simulated lead who knows the right names, and whose key presses are counted."""

    def __init__(self, qtbot, window, names):
        self._qtbot, self._window, self._names = qtbot, window, names
        self.keys = 0

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        self.keys += 1
        self._qtbot.keyClick(self._window.view, key, modifiers)

    def answer(self, question):
        variants = [question.variants[choice] for choice in order(question)]
        right = next((at for at, v in enumerate(variants) if (v.parts[0], v.label) in self._names), None)
        if right is not None:
            self.press(Qt.Key(Qt.Key.Key_A + right))
            return
        hull = (question.start, question.end)
        meant = next((name for name in self._names if name[0][0] < hull[1] and hull[0] < name[0][1]), None)
        if meant is None:
            self.press(Qt.Key.Key_Backspace)
            return
        (_, end), label = meant
        moved = (variants[0].parts[0][1] - end) // 6
        for _ in range(abs(moved)):
            self.press(Qt.Key.Key_Left if moved > 0 else Qt.Key.Key_Right, ALT)
        if variants[0].label != label:
            self.press(self._window.actions_by_id[f"label.entities.{label}"].shortcut().toString().lower())
        if moved:
            self.press(Qt.Key.Key_Return)
        self._window.adjudication.mode.catch_up()


def test_a_disagreement_takes_little_more_than_a_key(qtbot, make_window, project_of_five):
    path, document, names = project_of_five
    window = make_window(path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))
    mode = window.adjudication.mode
    with qtbot.waitSignal(mode.begun, timeout=60_000):
        window.adjudication.adjudicate(document)
    lead, disagreements = Lead(qtbot, window, names), 0
    while (question := mode.question) is not None:
        assert isinstance(question, Question)
        disagreements += 1
        assert disagreements < 100
        lead.answer(question)
    gold = window.session.project.read.annotated(document, GOLD)
    met = {(span.parts[0], span.label) for span in gold.spans}
    assert met <= names
    assert len(met) > 0.95 * len(names)
    assert disagreements > 15
    assert lead.keys / disagreements <= 1.2

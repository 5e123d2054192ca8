"""Presses keys, clicks, drags and scrolls at random, and checks that file, session and picture still agree."""

import random
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from annotator.model.values import Relation
from annotator.project.project import Project
from ui.article.article_page import ReadingProgress
from ui.article.layout.row_index import Drawn, RowIndex
from ui.article.view import ArticleView
from ui.shell.main_window import MainWindow

NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
CARET = (*ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
LABELS = tuple(Qt.Key(ord(key)) for key in "1234CSGX")
REVIEW = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Space)
LETTERS = tuple(Qt.Key(ord(key)) for key in "123POECA")
SHAPES = (
    *((Qt.Key(ord(key)), keys) for key in "JDRU.," for keys in (NONE, SHIFT)),
    *((Qt.Key(ord(key)), keys) for key in ".," for keys in (ALT, ALT | SHIFT)),
    *((key, keys) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down) for keys in (CTRL, CTRL | SHIFT)),
)
PARTS = (
    (Qt.Key.Key_T, NONE),
    (Qt.Key.Key_Plus, NONE),
    (Qt.Key.Key_Plus, NONE),
    (Qt.Key.Key_Minus, NONE),
    (Qt.Key.Key_L, CTRL | SHIFT),
    (Qt.Key.Key_F4, NONE),
)
OCCURRENCES = (*(Qt.Key(ord(key)) for key in "1234LRANIE"), Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Delete)
MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)


class Monkey:
    """Plays with a window. Its actions depend only on the seed and on what the window shows."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.done: list[str] = []  # the last acts, for whoever reads a failure
        self._acts: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self._move),
            (25, self._label),
            (20, self._review),
            (10, self._edge),
            (12, self._back_and_forth),
            (12, self._click),
            (10, self._drag),
            (6, self._wheel),
            (2, self._resize),
            (2, self._other_article),
            (15, self._shape),
            (6, self._ask),
            (8, self._parts),
            (1, self._all_occurrences),
            (6, self._read),
            (4, self._look),
            (2, self._go_back),
        )

    @property
    def view(self) -> ArticleView:
        """The article."""
        return self.window.view

    def play(self, count: int) -> None:
        """Do ``count`` random actions."""
        weights = [weight for weight, _ in self._acts]
        for _ in range(count):
            (_, act), *_ = self.chance.choices(self._acts, weights)
            self.done.append(act())
            del self.done[:-20]
            QApplication.processEvents()
            self._leave()

    def _leave(self) -> None:
        """Close all popups and dialogs, and give the article the focus."""
        while (popup := QApplication.activePopupWidget()) is not None:
            QTest.keyClick(popup, Qt.Key.Key_Escape)
            if QApplication.activePopupWidget() is popup:
                popup.close()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        if QApplication.activeWindow() is None:
            # offscreen, a popup that is gone takes the activation along, and without it no shortcut works again
            self.window.activateWindow()
        if QApplication.focusWidget() is not self.view and self.chance.random() < 0.7:
            self.view.setFocus()

    def _press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> str:
        QTest.keyClick(QApplication.focusWidget() or self.view, key, keys)
        return f"{key.name} {keys}"

    def _move(self) -> str:
        keys = self.chance.choice((NONE, NONE, SHIFT, CTRL, CTRL | SHIFT, ALT))
        return self._press(self.chance.choice(CARET), keys)

    def _label(self) -> str:
        return self._press(self.chance.choice(LABELS))

    def _review(self) -> str:
        return self._press(self.chance.choice(REVIEW), self.chance.choice((NONE, NONE, NONE, SHIFT)))

    def _edge(self) -> str:
        return self._press(self.chance.choice(ARROWS), self.chance.choice((ALT, ALT | SHIFT)))

    def _back_and_forth(self) -> str:
        return self._press(Qt.Key.Key_Z, self.chance.choice((CTRL, CTRL, CTRL | SHIFT)))

    def _click(self) -> str:
        place, count = self._place(), self.chance.choice((1, 1, 1, 2, 3))
        for _ in range(count):
            QTest.mouseClick(self._viewport, Qt.MouseButton.LeftButton, self._modifier(), place)
        return f"{count} clicks at {place.toTuple()}"

    def _drag(self) -> str:
        start, end, keys = self._place(), self._place(), self._modifier()
        middle = (start + end) / 2
        for kind, place in zip((*MOUSE[:2], *MOUSE[1:]), (start, middle, end, end), strict=True):
            held = Qt.MouseButton.NoButton if kind is MOUSE[2] else Qt.MouseButton.LeftButton
            button = Qt.MouseButton.NoButton if kind is MOUSE[1] else Qt.MouseButton.LeftButton
            there = QPointF(self._viewport.mapToGlobal(place))
            QApplication.sendEvent(self._viewport, QMouseEvent(kind, QPointF(place), there, button, held, keys))
        return f"drag from {start.toTuple()} to {end.toTuple()}"

    def _read(self) -> str:
        return self._press(Qt.Key.Key_E, self.chance.choice((NONE, NONE, SHIFT)))

    def _look(self) -> str:
        ids = ("left.articles", "left.rows", "left.history", "layer.entities", "view.names", "view.patterns")
        id_ = self.chance.choice((*ids, "view.hide_suggestions", "view.clean", "leading.usual", "leading.higher"))
        self.window.actions_by_id[id_].trigger()
        return id_

    def _go_back(self) -> str:
        session = self.window.session
        steps = session.required().read.steps(session.required_opened().document.id, None)[-12:]
        self.window.steps.go_back(self.chance.choice(steps).id)
        return "go back"

    def _wheel(self) -> str:
        place, turn = QPointF(self._place()), self.chance.choice((-360, -120, 120, 360))
        there = QPointF(self._viewport.mapToGlobal(place.toPoint()))
        keys = self.chance.choice((NONE, NONE, NONE, CTRL))
        event = QWheelEvent(
            place,
            there,
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self._viewport, event)
        return f"wheel {turn}"

    def _resize(self) -> str:
        width, height = self.chance.randint(640, 1500), self.chance.randint(420, 1000)
        self.window.resize(width, height)
        return f"resize to {width} × {height}"

    def _other_article(self) -> str:
        return self._press(self.chance.choice((Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)), CTRL)

    def _shape(self) -> str:
        return self._press(*self.chance.choice(SHAPES))

    def _ask(self) -> str:
        """Open the picker or the note, type something, then accept or cancel."""
        asked = self._press(self.chance.choice((Qt.Key.Key_L, Qt.Key.Key_L, Qt.Key.Key_N)))
        typed = self._press(self.chance.choice(LETTERS))
        left = self._press(self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        return f"{asked}, {typed}, {left}"

    def _parts(self) -> str:
        key, keys = self.chance.choice(PARTS)
        return self._press(key, keys)

    def _all_occurrences(self) -> str:
        """Open the drawer for the selected or active words and apply its step; wait until the step is stored."""
        window = self.window
        window.actions_by_id["occurrences.open"].trigger()
        if window.drawer.isHidden():
            return "no occurrences"
        for key in self.chance.choices(OCCURRENCES, k=4):
            QTest.keyClick(window.drawer.page.list, key)
        QTest.keyClick(window.drawer.page.list, self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        while window.everywhere.busy or window.drawer.page.busy:
            QApplication.processEvents()
        return "all occurrences"

    @property
    def _viewport(self) -> QWidget:
        return self.view.viewport()

    def _place(self) -> QPoint:
        return QPoint(
            self.chance.randint(0, max(1, self._viewport.width() - 1)),
            self.chance.randint(0, max(1, self._viewport.height() - 1)),
        )

    def _modifier(self) -> Qt.KeyboardModifier:
        return self.chance.choice((NONE, NONE, NONE, SHIFT, ALT))


def flaws(window: MainWindow) -> list[str]:
    """Return the places where file, session and picture differ."""
    return [*_stored_otherwise(window), *_held_otherwise(window), *_painted_otherwise(window)]


def _stored_otherwise(window: MainWindow) -> list[str]:
    """Compare the rows of the session with those that another reader finds in the file."""
    session = window.session
    opened, project = session.required_opened(), session.required()
    other = Project.open(project.path, read_only=True)
    try:
        stored = other.read.annotated(opened.document.id, project.annotator, suggestions=True)
    finally:
        other.close()
    pairs = (
        ("document", opened.document, stored.document),
        ("spans", opened.spans, stored.spans),
        ("relations", _by_id(opened.relations), _by_id(stored.relations)),
        ("suggestions", opened.suggestions, stored.suggestions),
        ("state", (opened.state,) if opened.state else (), stored.states),
        ("marks", opened.marks, {(mark.start, mark.end) for mark in stored.sentences}),
    )
    return [f"{name}: the session holds {held}, the file {kept}" for name, held, kept in pairs if held != kept]


def _by_id(rows: Iterable[Relation]) -> list[Relation]:
    return sorted(rows, key=lambda row: row.id)


def _held_otherwise(window: MainWindow) -> list[str]:
    """Compare the rows in the article and in the list beside it with those of the session."""
    opened, index, listed = window.session.required_opened(), window.view.page.rows, window.left.rows
    rows: tuple[Drawn, ...] = (*opened.spans, *opened.suggestions)
    held = {row.id: row for row in rows}
    wanted = {row.id: row for row in rows if index.shows(row)}
    drawn = {row.id: row for row in index.within(0, len(opened.document.text))}
    found = [] if drawn == wanted else [f"drawn is otherwise: {drawn.keys() ^ wanted.keys()}"]
    if listed.isVisible():
        QApplication.processEvents()
        shown = {row.id: row for row in map(listed.model.row, range(listed.model.rowCount())) if row is not None}
        found += [] if shown == held else [f"listed is otherwise: {shown.keys() ^ held.keys()}"]
    progress = window.view.page.progress
    while not progress.compute_for(1):
        pass
    fresh = ReadingProgress(opened.document, window.view.page.words.blocks, RowIndex(rows), opened.marks)
    while not fresh.compute_for(1):
        pass
    same = (progress.read, progress.total) == (fresh.read, fresh.total)
    return found if same else [*found, f"read: {progress.read} instead of {fresh.read} of {fresh.total}"]


def _painted_otherwise(window: MainWindow) -> list[str]:
    """Compare the picture on screen with a picture of the same rows laid out from scratch."""
    view, opened = window.view, window.session.required_opened()
    seen = view.viewport().grab().toImage()
    view.show_document(
        opened.document,
        opened.spans,
        opened.suggestions,
        opened.tokens,
        byline=view.page.byline,
        marks=opened.marks,
    )
    return [] if seen == view.viewport().grab().toImage() else ["the picture differs from a fresh one"]

"""How long a decision takes in the real window until it is stored and painted, in an article of 1M characters.

``python tests/benchmarks/action.py [--json FILE]``. The floor is a bare transaction of two rows, committed with
``synchronous = FULL``, and a bare repaint of the same viewport, measured in turn in the same loop.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks._corpus import article
from tests.benchmarks._figures import Goal, finish, percentile
from tests.benchmarks._project import store, window
from ui.main_window import MainWindow

CHARACTERS, ROWS = 1_000_000, 20_000
ROUNDS, UNCOUNTED = 220, 20
LABELS = ("PER", "ORG", "LOC", "MISC")
ROW = "{'layer': 'entities', 'label': 'ORG', 'parts': [[123456, 123470]], 'annotator': 'bench', 'origin': {}}"


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.count += 1
        return False


class Bench:
    """The window, and how long it took for what."""

    def __init__(self, made: MainWindow, floor: sqlite3.Connection) -> None:
        self.window = made
        self.floor = floor
        self.painted = Painted(made.view.viewport())
        self.wall: dict[str, list[float]] = defaultdict(list)
        self.cpu: dict[str, list[float]] = defaultdict(list)

    def measure(self, name: str, act: Callable[[], object]) -> None:
        """Act, and wait until the article is painted anew and nothing is left to do."""
        seen = self.painted.count
        wall, cpu = time.perf_counter(), time.thread_time()
        act()
        while self.painted.count == seen and time.perf_counter() < wall + 1:
            QCoreApplication.processEvents()
        self.wall[name].append((time.perf_counter() - wall) * 1e3)
        self.cpu[name].append((time.thread_time() - cpu) * 1e3)
        if self.painted.count == seen:
            sys.exit(f"{name}: nothing was painted")
        QCoreApplication.processEvents()

    def bare(self) -> None:
        """Store a span and a line of a log, and repaint."""
        self.floor.execute("BEGIN IMMEDIATE")
        key = self.floor.execute("INSERT INTO span VALUES (NULL, 1, 2, 3, 'ORG', 'bench', ?)", [ROW]).lastrowid
        self.floor.execute("INSERT INTO log VALUES (NULL, 'now', 'bench', 'add', ?, ?)", [key, ROW])
        self.floor.execute("COMMIT")
        self.window.view.viewport().repaint()

    def go_somewhere(self, chance: random.Random) -> None:
        """Select words in sight that carry no name yet; now and then scroll first."""
        view = self.window.view
        if chance.random() < 0.05:
            view.verticalScrollBar().setValue(chance.randint(0, view.verticalScrollBar().maximum()))
            QCoreApplication.processEvents()
        room, opened = view.viewport().rect(), self.window.session.required_opened()
        while True:
            point = QPoint(chance.randint(150, room.width() - 150), chance.randint(50, room.height() - 50))
            offset = view.offset_at(point) or 0
            view.select(offset, offset + 14)
            start, end = view.selection()
            if start < end and not opened.spans_at(start, end) and not opened.suggestions_at(start, end):
                break
        QCoreApplication.processEvents()


def play(bench: Bench) -> None:
    """Label, undo, accept, undo, reject, each followed by the floor."""
    made = bench.window
    actions = made.actions_by_id
    chance = random.Random(7)
    for _ in range(ROUNDS):
        bench.go_somewhere(chance)
        bench.measure("label", actions[f"label.entities.{chance.choice(LABELS)}"].trigger)
        bench.measure("floor", bench.bare)
        bench.measure("undo", actions["edit.undo"].trigger)
        if chance.random() < 0.5:
            bench.measure("redo", actions["edit.redo"].trigger)
        made.view.clear_selection()
        made.review.go_next()
        QCoreApplication.processEvents()
        bench.measure("accept", actions["suggestion.accept"].trigger)
        bench.measure("floor", bench.bare)
        made.review.go_next()
        QCoreApplication.processEvents()
        bench.measure("reject", actions["suggestion.reject"].trigger)


def main() -> int:
    """Measure, print, give the exit code."""
    application = QApplication(sys.argv[:1])
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder, "floor.db"), isolation_level=None)) as floor,
    ):
        floor.execute("PRAGMA journal_mode = WAL")
        floor.execute("PRAGMA synchronous = FULL")
        floor.execute("CREATE TABLE span (id INTEGER PRIMARY KEY, document, start, end, label, annotator, row)")
        floor.execute("CREATE INDEX place ON span (document, start)")
        floor.execute("CREATE TABLE log (id INTEGER PRIMARY KEY, at, who, action, span, row)")
        made = window(Path(folder))
        made.resize(1440, 900)
        made.show()
        made.projects.open_path(store(article(CHARACTERS, ROWS), Path(folder, "action.spanwright")))
        for _ in range(50):
            QCoreApplication.processEvents()
        bench = Bench(made, floor)
        if "--profile" in sys.argv:
            profile(partial(play, bench))
        else:
            play(bench)
        made.close()
        made.desk.close()
    application.quit()
    names = ("floor", "label", "accept", "reject", "undo", "redo")
    wall = {name: bench.wall[name][UNCOUNTED:] for name in names}
    cpu = {name: bench.cpu[name][UNCOUNTED:] for name in names}
    figures = {f"{name} p50, ms": percentile(wall[name], 50) for name in names}
    figures |= {f"{name} p99, ms": percentile(wall[name], 99) for name in names}
    figures |= {f"{name} p50, CPU ms": percentile(cpu[name], 50) for name in names}
    figures |= {f"{name} p99, CPU ms": percentile(cpu[name], 99) for name in names}
    ratios = {name: figures[f"{name} p50, ms"] / figures["floor p50, ms"] for name in names[1:]}
    goals = [Goal(name=f"{name} p50 / floor", value=ratio, limit=1.5) for name, ratio in ratios.items()]
    goals += [Goal(name=f"{name} p99, CPU ms", value=figures[f"{name} p99, CPU ms"], limit=8.0) for name in names[1:]]
    return finish(figures, goals)


def profile(work: Callable[[], object]) -> None:
    """Show where the time goes."""
    import cProfile
    import pstats

    profiler = cProfile.Profile()
    profiler.runcall(work)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    sys.exit(main())

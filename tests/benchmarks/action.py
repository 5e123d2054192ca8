"""Time of a decision in the real window until it is stored and painted, in an article of 1M characters.

``python tests/benchmarks/action.py [--json FILE] [--profile]``. The floor is a bare transaction of two rows,
committed with ``synchronous = FULL``, and a bare repaint of the same viewport, measured in turn in the same loop.

Two times are measured for each action, and nothing can hide between them:

* *until painted*: from the action until the paint request that painted the article was served, that is until the
  picture was handed to the system. Delayed panels are refreshed after that. Goal: 8 ms of CPU time.
* *the whole turn*: the CPU time of the window's thread from the action until 150 ms later, with all that happens in
  them: delayed panels, hints and menus, their painting, and timers. It is thread CPU time, so idling costs nothing.
  Goal: a frame, so that a key that is held down stays fluid.

The same is played in an article of 3,000 characters, because the cost must not grow with the size.

Garbage collection works as in the program (main.py, ui/shell/app.py): it pauses until the window is there and its
article is opened, skips everything made until then, and works from then on. So the figures include collecting the
garbage of the actions, but not scanning the modules and the window, which the program never does.
"""

import gc
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QApplication

from annotator.model.values import Span
from tests.benchmarks._corpus import article
from tests.benchmarks._figures import Goal, finish, percentile
from tests.benchmarks._project import store, window
from tests.benchmarks._stopwatch import Stopwatch
from ui.article.canvas import clear_selection
from ui.shell.main_window import MainWindow

SIZES = {"huge": (1_000_000, 20_000), "typical": (3_000, 60)}
ROUNDS, UNCOUNTED = {"huge": 120, "typical": 50}, 20
_FURTHER = 30  # the longest next word to move a boundary to
ACTIONS = ("label", "move", "delete", "accept", "reject", "undo", "redo")
LABELS = ("PER", "ORG", "LOC", "MISC")
PAINTED, FRAME = 8.0, 16.0  # milliseconds
ROW = "{'layer': 'entities', 'label': 'ORG', 'parts': [[123456, 123470]], 'annotator': 'bench', 'origin': {}}"


class Bench(Stopwatch):
    """The window with its timings."""

    def __init__(self, made: MainWindow, floor: sqlite3.Connection) -> None:
        super().__init__(made, made.view.viewport())
        self.window = made
        self.floor = floor

    def bare(self) -> None:
        """Store a span and a log row, and repaint."""
        self.floor.execute("BEGIN IMMEDIATE")
        key = self.floor.execute("INSERT INTO span VALUES (NULL, 1, 2, 3, 'ORG', 'bench', ?)", [ROW]).lastrowid
        self.floor.execute("INSERT INTO log VALUES (NULL, 'now', 'bench', 'add', ?, ?)", [key, ROW])
        self.floor.execute("COMMIT")
        self.window.view.viewport().repaint()

    def go_somewhere(self, chance: random.Random) -> None:
        """Select visible words without a name; now and then scroll first."""
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
            around = opened.document.text[start : end + _FURTHER]
            whole = start < end and "\n" not in around  # names end with their paragraph
            if whole and not opened.spans_at(start, end) and not opened.suggestions_at(start, end):
                break
        self.rest()

    def go_to_suggestion(self, chance: random.Random) -> None:
        """Put the ring around a visible suggestion."""
        clear_selection(self.window.view)
        for _ in range(chance.randint(1, 3)):
            self.window.review.go_next()
        self.rest()


def play(bench: Bench, rounds: int) -> None:
    """Label, move a boundary, delete, accept, reject, and undo each, in turn with the floor."""
    made = bench.window
    actions = made.actions_by_id
    chance = random.Random(7)
    undo, redo = actions["edit.undo"].trigger, actions["edit.redo"].trigger
    for _ in range(rounds):
        bench.go_somewhere(chance)
        bench.measure("label", actions[f"label.entities.{chance.choice(LABELS)}"].trigger)
        bench.measure("floor", bench.bare)
        if not isinstance(made.aim.row(), Span):
            sys.exit("what was labelled has no ring")
        bench.measure("move", partial(made.boundaries.move_end, "1"))
        bench.measure("undo", undo)
        bench.measure("redo", redo)
        bench.measure("delete", made.labelling.remove)
        undo(), undo(), undo()  # as many characters and rows as before
        bench.go_to_suggestion(chance)
        bench.measure("accept", actions["suggestion.accept"].trigger)
        bench.measure("floor", bench.bare)
        undo()
        bench.go_to_suggestion(chance)
        bench.measure("reject", actions["suggestion.reject"].trigger)
        bench.measure("undo", undo)


def measure(size: str, folder: Path, floor: sqlite3.Connection, playing: Callable[[Callable[[], None]], None]) -> Bench:
    """Play in an article of a size, in a window that is built and opened as in the program."""
    path = store(article(*SIZES[size]), folder / f"{size}.spanwright")
    gc.disable()
    made = window(folder)
    made.resize(1440, 900)
    made.show()
    made.projects.open_path(path)
    gc.freeze()
    gc.enable()
    for _ in range(50):
        QCoreApplication.processEvents()
    bench = Bench(made, floor)
    playing(partial(play, bench, ROUNDS[size]))
    made.close()
    made.desk.close()
    return bench


def main() -> int:
    """Measure, print, return the exit code."""
    application = QApplication(sys.argv[:1])
    found: dict[str, Bench] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder, "floor.db"), isolation_level=None)) as floor,
    ):
        floor.execute("PRAGMA journal_mode = WAL")
        floor.execute("PRAGMA synchronous = FULL")
        floor.execute("CREATE TABLE span (id INTEGER PRIMARY KEY, document, start, end, label, annotator, row)")
        floor.execute("CREATE INDEX place ON span (document, start)")
        floor.execute("CREATE TABLE log (id INTEGER PRIMARY KEY, at, who, action, span, row)")
        if "--profile" in sys.argv:
            measure("huge", Path(folder), floor, profile)
            return 0
        for size in SIZES:
            found[size] = measure(size, Path(folder), floor, lambda work: work())
    application.quit()
    return report(found)


def report(found: dict[str, Bench]) -> int:
    """Compare the figures with the goals."""
    figures: dict[str, float] = {}
    for size, bench in found.items():
        for name in ("floor", *ACTIONS):
            wall, cpu, turn = (kind[name][UNCOUNTED:] for kind in (bench.wall, bench.cpu, bench.turn))
            figures |= {f"{size}: {name} until painted p50, ms": percentile(wall, 50)}
            figures |= {f"{size}: {name} until painted p50, CPU ms": percentile(cpu, 50)}
            figures |= {f"{size}: {name} until painted p99, CPU ms": percentile(cpu, 99)}
            figures |= {f"{size}: {name} whole turn p50, CPU ms": percentile(turn, 50)}
            figures |= {f"{size}: {name} whole turn p99, CPU ms": percentile(turn, 99)}
            figures |= {f"{size}: {name} over a frame, %": 100 * sum(value > FRAME for value in wall) / len(wall)}
    floor = figures["huge: floor until painted p50, ms"]
    over = figures["huge: floor over a frame, %"]
    goals = []
    for name in ACTIONS:
        huge = f"huge: {name}"
        grown = figures[f"{huge} whole turn p50, CPU ms"] / figures[f"typical: {name} whole turn p50, CPU ms"]
        least = 100 / len(found["huge"].wall[name])  # a single sample makes no ratio
        goals += [
            Goal(name=f"{name} p50 / floor", value=figures[f"{huge} until painted p50, ms"] / floor, limit=1.5),
            Goal(name=f"{name} painted p99, CPU ms", value=figures[f"{huge} until painted p99, CPU ms"], limit=PAINTED),
            Goal(name=f"{name} whole turn p99, CPU ms", value=figures[f"{huge} whole turn p99, CPU ms"], limit=FRAME),
            Goal(name=f"{name} huge / typical, CPU", value=grown, limit=1.5),
            Goal(name=f"{name} over a frame, %", value=figures[f"{huge} over a frame, %"], limit=2 * max(over, least)),
        ]
    return finish(figures, goals)


def profile(work: Callable[[], None]) -> None:
    """Print where the time goes."""
    import cProfile
    import pstats

    profiler = cProfile.Profile()
    profiler.runcall(work)
    shown = pstats.Stats(profiler).sort_stats("tottime")
    shown.print_stats(30)
    shown.sort_stats("cumtime").print_stats(r"(ui|annotator)/", 90)


if __name__ == "__main__":
    sys.exit(main())

"""Time to open an article in the real window, to scroll, to jump and to change the width.

``python tests/benchmarks/open.py [--json FILE]``. The floor of opening is a bare layout of the words of one page and
three bare reads of text, spans and suggestions from the project file, in turn in the same loop. CPU milliseconds of
the window's thread, until the article is painted; ``turn`` includes the panels that are refreshed afterwards.
"""

import random
import sqlite3
import sys
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from tests.benchmarks._corpus import Article, article
from tests.benchmarks._figures import Goal, cpu, finish, percentile
from tests.benchmarks._project import store_all, window
from tests.benchmarks._stopwatch import Stopwatch
from tests.benchmarks.article_view import Floor
from ui.shell.main_window import MainWindow

OPENED, ROUNDS = 9, 120
READS = (
    "SELECT text FROM document_text WHERE document = ?",
    "SELECT * FROM span WHERE document = ? ORDER BY start, end, id",
    "SELECT * FROM suggestion WHERE document = ? AND state = 'pending' ORDER BY start, end, id",
)


def articles() -> dict[str, Article]:
    """Build the articles by name, in the order of their ids."""
    return {
        "typical": article(6_000, 60),
        "other typical": article(6_000, 60, seed=2),
        "long, 100,000 characters": article(100_000, 1_000),
        "one paragraph of 100,000": article(100_000, 1_000, paragraph=(100_000, 100_000)),
        "1M characters, 5,000 rows": article(1_000_000, 5_000),
        "1M characters, 20,000 rows": article(1_000_000, 20_000),
        "5M characters, 25,000 rows": article(5_000_000, 25_000),
    }


def open_all(made: MainWindow, watch: Stopwatch, texts: dict[str, Article], path: Path) -> dict[str, list[float]]:
    """Open each article several times, each time from a typical one; return the floor's CPU milliseconds by name."""
    floors: dict[str, list[float]] = {}
    with closing(sqlite3.connect(path)) as connection:
        for number, (name, text) in enumerate(texts.items()):
            floor = Floor(made.view, text.document.text)
            for _ in range(OPENED):
                made.session.open_document("1" if number == 0 else "0")
                watch.rest()
                reads = partial(_read, connection, str(number))
                floors.setdefault(name, []).append(cpu(floor.lay, reads))
                watch.measure(name, partial(made.session.open_document, str(number)))
    return floors


def move(made: MainWindow, watch: Stopwatch, kind: str) -> None:
    """Scroll, jump and change the width in the open article."""
    chance = random.Random(7)
    bar, width = made.view.verticalScrollBar(), made.width()
    bar.setValue(bar.maximum() // 2)
    watch.rest()
    for _ in range(ROUNDS):
        watch.measure(f"{kind}: scroll", partial(bar.setValue, bar.value() + 60))
    for _ in range(ROUNDS // 2):
        watch.measure(f"{kind}: leap", partial(bar.setValue, chance.randint(0, bar.maximum())))
    for number in range(ROUNDS // 4):
        watch.measure(f"{kind}: resize", partial(made.resize, width - 180 - 60 * (number % 3), made.height()))
    made.resize(width, made.height())
    watch.rest()


def main() -> int:
    """Measure, print, return the exit code."""
    application = QApplication(sys.argv[:1])
    texts = articles()
    with tempfile.TemporaryDirectory() as folder:
        made = window(Path(folder))
        made.resize(1440, 900)
        made.show()
        path = store_all(list(texts.values()), Path(folder, "open.spanwright"))
        made.projects.open_path(path)
        watch = Stopwatch(made, made.view.viewport())
        watch.rest()
        floors = open_all(made, watch, texts, path)
        for kind, name in (("1M", "1M characters, 20,000 rows"), ("paragraph", "one paragraph of 100,000")):
            made.session.open_document(str(list(texts).index(name)))
            watch.rest()
            move(made, watch, kind)
        made.close()
        made.desk.close()
    application.quit()
    return report(watch, floors)


def report(watch: Stopwatch, floors: dict[str, list[float]]) -> int:
    """Compare the figures with the goals."""
    figures: dict[str, float] = {}
    for name in watch.cpu:
        figures[f"{name} p50, CPU ms"] = percentile(watch.cpu[name], 50)
        figures[f"{name} p99, CPU ms"] = percentile(watch.cpu[name], 99)
        figures[f"{name} turn p50, CPU ms"] = percentile(watch.turn[name], 50)
        if name in floors:
            figures[f"{name} / floor"] = percentile(watch.cpu[name], 50) / percentile(floors[name], 50)
    limits = {
        "1M characters, 5,000 rows / floor": 3.0,
        "1M characters, 5,000 rows p50, CPU ms": 60.0,
        "long, 100,000 characters p50, CPU ms": 30.0,
        "typical p50, CPU ms": 30.0,
        "1M: scroll p99, CPU ms": 6.0,
        "1M: leap p99, CPU ms": 8.0,
        "1M: resize p99, CPU ms": 25.0,
    }
    return finish(figures, [Goal(name=name, value=figures[name], limit=limit) for name, limit in limits.items()])


def _read(connection: sqlite3.Connection, document: str) -> None:
    for statement in READS:
        connection.execute(statement, [document]).fetchall()


if __name__ == "__main__":
    sys.exit(main())

"""Time to show, filter and scroll the list of 100,000 articles.

``python tests/benchmarks/list.py [--json FILE]``. The floor is the bare query for the ids of the same articles, on a
connection of its own, in turn in the same loop. Wall and CPU milliseconds until the list is painted.
"""

import random
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication, QPushButton

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.project.project import Project
from tests.benchmarks._figures import Goal, finish, percentile
from tests.benchmarks._project import window
from tests.benchmarks._stopwatch import Stopwatch
from ui.panels.articles.article_list import ArticleList
from ui.shell.main_window import MainWindow

ARTICLES = 100_000
REPEATED, FRAMES = 9, 200
WORDS = "Hafen Küste Rat Stadt Zug Brücke Kohle Strom Wahl Haushalt Möwe Deich Schiff Werft 🎈".split()
SHOWN = "SELECT id FROM document WHERE 1 ORDER BY rowid"
TITLED = "SELECT id FROM document WHERE instr(casefold(title), 'deich') ORDER BY rowid"
STATED = (
    "SELECT id FROM document WHERE EXISTS (SELECT 1 FROM document_state WHERE document = document.id"
    " AND annotator = 'bench' AND state = 'done') ORDER BY rowid"
)


def project(path: Path, articles: int = ARTICLES) -> Path:
    """Write a project of many short articles, a tenth of them done."""
    chance = random.Random(3)
    made = Project.create(path, schema=schema_file.load("news"), language="de", annotator="bench")
    texts = (" ".join(chance.choices(WORDS, k=9)) for _ in range(articles))
    made.add_articles(
        [
            Article(
                title=f"{text[:60]} {number}",
                text=f"{number}. {text}.",
                language="de",
                publisher="Küstenbote",
                published="2026-03-09",
            )
            for number, text in enumerate(texts)
        ]
    )
    made.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO document_state (document, annotator, state, note)"
            " SELECT id, 'bench', 'done', '' FROM document WHERE rowid % 10 = 0"
        )
    return path


def find(articles: ArticleList, words: str) -> None:
    """Search for words, without the delay for typing."""
    articles.search(words)
    articles.catch_up()


def play(made: MainWindow, watch: Stopwatch, connection: sqlite3.Connection) -> dict[str, list[float]]:
    """Show, filter, scroll; return the milliseconds of the floors by name."""
    floors: dict[str, list[float]] = defaultdict(list)
    articles, chance = made.articles, random.Random(5)
    done, every = (_button(made, f"tab.{name}") for name in ("done", "all"))
    for _ in range(REPEATED):
        floors["show"].append(bare(connection, SHOWN))
        watch.measure("show", articles.refresh)
        floors["filter by title"].append(bare(connection, TITLED))
        watch.measure("filter by title", partial(find, articles, "Deich"))
        find(articles, "")
        floors["filter by state"].append(bare(connection, STATED))
        watch.measure("filter by state", done.click)
        every.click()
    bar = articles.list.verticalScrollBar()
    for number in range(FRAMES):
        if number % 20 == 0:
            bar.setValue(chance.randint(0, bar.maximum() - 4000))
            watch.rest()
        watch.measure("scroll", partial(bar.setValue, bar.value() + 90))
    for _ in range(FRAMES // 4):
        watch.measure("leap", partial(bar.setValue, chance.randint(0, bar.maximum())))
    return floors


def bare(connection: sqlite3.Connection, statement: str) -> float:
    """Query ids and return the duration."""
    begun = time.perf_counter()
    ids: Sequence[object] = connection.execute(statement).fetchall()
    if not ids:
        sys.exit(f"nothing was found: {statement}")
    return (time.perf_counter() - begun) * 1e3


def _button(made: MainWindow, name: str) -> QPushButton:
    button = made.findChild(QPushButton, name)
    if not isinstance(button, QPushButton):
        sys.exit(f"there is no {name}")
    return button


def main() -> int:
    """Measure, print, return the exit code."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        path = project(Path(folder, "list.spanwright"))
        made = window(Path(folder))
        made.resize(1440, 900)
        made.show()
        made.projects.open_path(path)
        watch = Stopwatch(made, made.articles.list.viewport())
        watch.rest()
        with closing(sqlite3.connect(path)) as connection:
            connection.create_function("casefold", 1, str.casefold, deterministic=True)
            floors = play(made, watch, connection)
        made.close()
        made.desk.close()
    application.quit()
    figures: dict[str, float] = {}
    for name in watch.wall:
        figures[f"{name} p50, ms"] = percentile(watch.wall[name], 50)
        figures[f"{name} p50, CPU ms"] = percentile(watch.cpu[name], 50)
        figures[f"{name} p99, CPU ms"] = percentile(watch.cpu[name], 99)
    figures |= {f"{name}, bare query p50, ms": percentile(values, 50) for name, values in floors.items()}
    goals = [
        Goal(name=f"{name} / bare query", value=figures[f"{name} p50, ms"] / percentile(values, 50), limit=3.0)
        for name, values in floors.items()
    ]
    goals.append(Goal(name="scroll p99, CPU ms", value=figures["scroll p99, CPU ms"], limit=8.0))
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())

"""Time to search 10,000 articles for occurrences, and how long the window freezes for 20,000 of them.

``python tests/benchmarks/occurrences.py [--json FILE]``. The floor of the search is reading every text and finding the
words in it, without regard to their context. The beat's gaps count as CPU of the window's thread.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from annotator.corpus.article import Article
from annotator.editing.finding import WantedWords
from annotator.jobs.searching.project_search import search
from annotator.model import schema_file
from annotator.model.values import ENTITIES
from annotator.project.project import Project
from tests.benchmarks._figures import Goal, finish
from tests.benchmarks._project import window
from tests.benchmarks.gaps import Beat

ARTICLES = 10_000
WORDS = "HD Hyundai"
FILLER = "Der Rat von Möwenort hat über die Brücke beraten und will im Herbst neu entscheiden. " * 48
PATIENCE = 240_000
ROUNDS = 3


def project(path: Path) -> Path:
    """Write articles of 4,000 characters that contain the words twice each."""
    made = Project.create(path, schema=schema_file.load("news"), language="de", annotator="bench")
    text = "{words} {number} 🎈 baut.\n\n{filler}\n\nAuch {words} schweigt."
    made.add_articles(
        [
            Article(
                title=f"Artikel {number}", text=text.format(words=WORDS, number=number, filler=FILLER), language="de"
            )
            for number in range(ARTICLES)
        ]
    )
    made.close()
    return made.path


def floor(path: Path) -> int:
    """Read every text, and count the words in it."""
    with closing(sqlite3.connect(path)) as connection:  # without our code
        return sum(text.count(WORDS) for (text,) in connection.execute("SELECT text FROM document_text"))


def processor(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the quickest of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        begun = time.thread_time()
        work()
        rounds.append(time.thread_time() - begun)
    return min(rounds)


def beaten(begin: Callable[[], object], over: SignalInstance) -> tuple[float, float]:
    """Start something and wait for its end; return its seconds, and the most CPU ms between two beats of the timer."""
    loop, begun = QEventLoop(), time.perf_counter()
    QTimer.singleShot(0, begin)
    over.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    beat = Beat()
    loop.exec()
    over.disconnect(loop.quit)
    seconds = time.perf_counter() - begun
    QTimer.singleShot(300, loop.quit)  # later painting counts, too
    loop.exec()
    beat.deleteLater()
    return seconds, max(beat.busy)


def main() -> int:
    """Measure, print, return the exit code."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        path = project(Path(folder, "occurrences.spanwright"))
        bare = processor(lambda: floor(path))
        ours = processor(lambda: search(path, WantedWords(words=WORDS), ENTITIES))
        made = window(Path(folder))
        made.resize(1440, 900)
        made.show()
        made.projects.open_path(path)
        page = made.drawer.page
        made.view.select(0, len(WORDS))
        made.drawer.open()
        listed, listing = beaten(lambda: page.head.toggle("p"), page.seeking.found)
        count = len(page.model.shown)
        labelled, labelling = beaten(page.apply, made.everywhere.ended)
        undone, undoing = beaten(made.steps.undo, made.everywhere.ended)
        made.close()
        made.desk.close()
    application.quit()
    figures = {
        "occurrences": float(count),
        "search, CPU s": ours,
        "read and count, CPU s": bare,
        "list, s": listed,
        "label, s": labelled,
        "undo, s": undone,
        "most CPU in a gap, list, ms": listing,
        "most CPU in a gap, label, ms": labelling,
        "most CPU in a gap, undo, ms": undoing,
    }
    return finish(
        figures,
        [
            Goal(name="occurrences missing", value=float(2 * ARTICLES - count), limit=0),
            Goal(name="search / read and count", value=ours / bare, limit=40.0),
            Goal(name="most CPU in a gap, list, ms", value=listing, limit=32.0),
            Goal(name="most CPU in a gap, label, ms", value=labelling, limit=100.0),
            Goal(name="most CPU in a gap, undo, ms", value=undoing, limit=100.0),
        ],
    )


if __name__ == "__main__":
    sys.exit(main())

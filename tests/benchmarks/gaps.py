"""The times the window freezes while 50 articles get suggestions, and while the models learn from these articles.

``python tests/benchmarks/gaps.py [--json FILE]``. A precise timer of 5 ms beats in the real window. The floor is the
longest pause between two beats while nothing is done, before and after each work. The goal is two frames, 32 ms, or
twice the floor if that is more: on a machine shared with others, the idle window freezes that long, too (23 ms idle and
48 at work were measured with eight neighbours, of which the window itself worked 8). Our own share of a gap is limited
by its CPU time, without any such allowance.
"""

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from annotator.corpus.article import Article
from annotator.corpus.samples import sample_articles
from annotator.editing import edits
from annotator.model import schema_file
from annotator.model.values import ENTITIES, State
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from annotator.suggest.adapter.shelf import shelf_of
from annotator.suggest.tiers import best_of
from tests.benchmarks._figures import Goal, finish, percentile
from tests.benchmarks._project import window
from ui.jobs.suggesting.source_finder import real_work
from ui.jobs.suggesting.suggestion_queue import Mood, SuggestionProgress
from ui.shell.main_window import MainWindow

ARTICLES = 50
FRAMES = 32.0  # milliseconds, two frames
IDLE = 3000
LONGEST = 240_000  # milliseconds, for either work


class Beat(QObject):
    """A timer that records the longest gap between two beats, and the thread's CPU time in this gap."""

    def __init__(self, every: int = 5) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.busy: list[float] = []
        self._last = time.perf_counter(), time.thread_time()
        self._timer = QTimer(self, interval=every, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def _on_beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self.gaps.append((now[0] - self._last[0]) * 1e3)
        self.busy.append((now[1] - self._last[1]) * 1e3)
        self._last = now


def project(path: Path) -> Path:
    """Write a project of the sample articles; each occurs several times, with different first lines."""
    made = Project.create(path, schema=schema_file.load("news"), annotator="bench")
    texts = [entry.document for entry in sample_articles("bench")]
    made.add_articles(
        [
            Article(
                title=f"{number} {text.title}",
                text=f"Fassung {number} 🎈\n\n{text.text}",
                language=text.language,
            )
            for number, text in zip(range(ARTICLES), texts * ARTICLES, strict=False)
        ]
    )
    made.close()
    return made.path


def wait(milliseconds: int, every: int = 5) -> Beat:
    """Let the timer beat for some milliseconds; ``every`` is the time between two beats."""
    loop, beat = QEventLoop(), Beat(every)
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    beat.deleteLater()
    return beat


def suggest(made: MainWindow, path: Path) -> tuple[Beat, SuggestionProgress]:
    """Open a project, and beat until all its articles have suggestions."""
    suggesting = made.desk.suggesting
    made.projects.open_path(path)
    wait(0)
    loop, beat = QEventLoop(), Beat()

    def on_progress(progress: SuggestionProgress) -> None:
        if progress.mood is not Mood.WORKING and progress.done == progress.total > 0:
            loop.quit()

    suggesting.progressed.connect(on_progress)
    QTimer.singleShot(LONGEST, loop.quit)
    loop.exec()
    suggesting.progressed.disconnect(on_progress)
    beat.deleteLater()
    return beat, suggesting.progress


def decide(made: MainWindow) -> None:
    """Accept the suggestions of the articles, and finish them."""
    project = made.desk.session.required()
    for id_ in project.read.document_ids(DocumentQuery(annotator=project.annotator)):
        found = project.read.annotated(id_, None, suggestions=True).suggestions
        names = best_of(suggestion for suggestion in found if suggestion.layer == ENTITIES)
        project.do(edits.accept(names, (), annotator=project.annotator))
        project.do(edits.set_state(None, id_, State.DONE, annotator=project.annotator))


def learn(made: MainWindow) -> Beat:
    """Beat while the models learn from all finished articles."""
    learning = made.desk.learning
    loop, beat = QEventLoop(), Beat()
    learning.told.connect(loop.quit)
    learning.failed.connect(loop.quit)
    QTimer.singleShot(LONGEST, loop.quit)
    learning.start()
    loop.exec()
    beat.deleteLater()
    return beat


def main() -> int:
    """Measure, print, return the exit code."""
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        made = window(Path(folder), find_work=real_work)
        made.resize(1440, 900)
        made.show()
        path = project(Path(folder, "gaps.spanwright"))
        wait(500)
        floors = [wait(IDLE)]
        suggesting, progress = suggest(made, path)
        floors.append(wait(IDLE))
        decide(made)
        learning = learn(made)
        learnt = len(shelf_of(path).attempts())
        floors.append(wait(IDLE))
        made.close()
        made.desk.close()
    application.quit()
    floor = max(gap for beat in floors for gap in beat.gaps)
    figures = {"articles": float(progress.done), "trainings": float(learnt), "longest idle gap, ms": floor}
    goals = [
        Goal(name="articles left", value=float(ARTICLES - progress.done), limit=0),
        Goal(name="languages not learnt", value=2.0 - learnt, limit=0),
    ]
    for name, beat in (("suggesting", suggesting), ("learning", learning)):
        longest, busiest = max(beat.gaps), max(beat.busy)
        figures[f"{name}, s"] = sum(beat.gaps) / 1e3
        figures[f"{name}, gap p99, ms"] = percentile(beat.gaps, 99)
        figures[f"{name}, longest gap, ms"] = longest
        figures[f"{name}, most CPU in a gap, ms"] = busiest
        goals.append(Goal(name=f"{name}, longest gap, ms", value=longest, limit=max(FRAMES, 2 * floor)))
        goals.append(Goal(name=f"{name}, most CPU in a gap, ms", value=busiest, limit=FRAMES))
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())

"""Memory and file size while one analyst labels 300 articles in the same window.

``python tests/benchmarks/soak.py [--articles 300] [--json FILE]``; on Linux only. The articles are invented, and the
shipped models suggest. In each article five suggestions are decided one by one and the rest at once; then it is
finished. Keys are those of xdotool if there is an X server, else those of Qt. A timer of 5 ms beats throughout, as in
``gaps.py``. Memory is each process's proportional share; at the end it is compared with that after a third.
"""

import gc
import itertools
import multiprocessing
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.corpus.article import Article
from annotator.model import schema_file
from annotator.project.project import Project
from tests.benchmarks._figures import Goal, finish, percentile
from tests.benchmarks._project import window
from tests.benchmarks.gaps import Beat
from ui.jobs.suggesting.source_finder import real_work
from ui.shell.import_ahead import ImportAhead, ImportSteps
from ui.shell.main_window import MainWindow

ARTICLES = 300
KEYS = "Tab Return Tab 2 Tab Backspace Tab Return Tab Return Shift+Return".split()
FINISH = "Ctrl+Return"
PATIENCE = 240.0  # seconds to wait for suggestions
LAST = 20.0  # seconds to wait for another article before the finished one counts as the last
XDOTOOL = {"Backspace": "BackSpace", "Ctrl+Return": "ctrl+Return", "Shift+Return": "shift+Return"}
FIRST = "Anna Moira Callum Edie Priya Tom Ines Rieke Odo Gesa Lutz Enno Lena Jan Karin Peter".split()
SYLLABLES = "har row gate sel lick dun more cor ran skel mar rick tan sley wel sand kol tide brin wie be".split()
SENTENCES = {
    "en": (
        "{person} of {firm} said on Monday that the harbour of {place} would cost {number} million pounds.",
        "The mayor of {place}, {person}, rejected the plan.",
        "{firm} expects {number} ships a week in {place} from May.",
        "According to {person}, the works in {place} are late by {number} months.",
        "The regulator will hear {firm} in London, {name} said.",
        "{name} called the report of {firm} a disgrace.",
    ),
    "de": (
        "{person} von {firm} sagte am Montag, der Hafen von {place} koste {number} Millionen Euro.",
        "Die Bürgermeisterin von {place}, {person}, lehnte den Plan ab.",
        "{firm} erwartet ab Mai {number} Schiffe in der Woche in {place}.",
        "Laut {person} verzögern sich die Arbeiten in {place} um {number} Monate.",
        "Das Amt hört {firm} in Berlin an, sagte {name}.",
        "{name} nannte das Gutachten von {firm} eine Frechheit.",
    ),
}


def written(count: int) -> list[Article]:
    """Invent articles; every other one is German."""
    chance = random.Random(18)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize()

    places = [word() for _ in range(60)]
    firms = [f"{word()} {chance.choice(['GmbH', 'Ltd', 'AG', 'Group'])}" for _ in range(120)]
    people = [(chance.choice(FIRST), word()) for _ in range(200)]
    articles = []
    for number, language in zip(range(count), itertools.cycle(SENTENCES)):
        place, firm = chance.choice(places), chance.choice(firms)
        paragraphs = [f"{number + 1} {place}: {firm}"]
        for _ in range(2):
            first, name = chance.choice(people)
            filled = {"person": f"{first} {name}", "name": name, "firm": firm, "place": place}
            said = [one.format(**filled, number=chance.randint(2, 99)) for one in chance.sample(SENTENCES[language], 2)]
            paragraphs.append(" ".join(said))
        articles.append(Article(title=paragraphs[0], text="\n\n".join(paragraphs), language=language))
    return articles


def until(ready: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Run the event loop until ``ready``; return False if that takes too long."""
    loop, timer, end = QEventLoop(), QTimer(), time.monotonic() + patience
    timer.timeout.connect(lambda: loop.quit() if ready() or time.monotonic() > end else None)
    timer.start(20)
    loop.exec()
    timer.stop()
    return ready()


def press(made: MainWindow, keys: list[str]) -> None:
    """Press keys, each after the work of the one before."""
    if QApplication.platformName() != "xcb":
        for key in keys:
            QTest.keySequence(made.windowHandle(), QKeySequence(key))
            until(lambda: True)
        return
    names = [XDOTOOL.get(key, key) for key in keys]
    with subprocess.Popen(["xdotool", "key", "--delay", "60", *names]) as pressing:
        until(lambda: pressing.poll() is not None)


def share(process: str = "self") -> float:
    """Return the memory of a process in MB."""
    rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024


def memory() -> dict[str, float]:
    """Return the memory of each process of the program, by name."""
    found = {"window": share()}
    for each in multiprocessing.active_children():
        with suppress(ProcessLookupError):  # the learning process was ended a moment ago
            found[each.name.removeprefix("spanwright ")] = share(str(each.pid))
    return found


def size(project: Path) -> float:
    """Return the size of a project's files in MB."""
    return sum(each.stat().st_size for each in project.parent.glob(f"{project.name}*")) / 2**20


def questions_shown(made: MainWindow) -> bool:
    """Return whether the window lists open questions."""
    title = made.findChild(QWidget, "questionsTitle")
    return title is not None and title.isVisible()


def read(made: MainWindow) -> bool:
    """Decide about the suggestions of the open article, and finish it; return whether another one followed."""
    session = made.session
    document = session.required_opened().document.id
    until(lambda: bool(session.required_opened().suggestions))
    made.view.setFocus()
    press(made, KEYS)

    def is_left() -> bool:
        return session.opened is not None and session.opened.document.id != document

    press(made, [FINISH])
    until(lambda: is_left() or questions_shown(made))
    if not is_left():
        press(made, [FINISH])  # although there are open questions
    return until(is_left, LAST)


def decisions(path: Path) -> int:
    """Return how many decisions the project's file has."""
    wanted = "SELECT count(*) FROM suggestion WHERE state IN ('accepted', 'corrected', 'rejected')"
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(wanted).fetchone()[0])


def seconds(work: Callable[[], object]) -> float:
    """Return how long some work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def open_first(made: MainWindow, path: Path) -> None:
    """Open a project, and wait for the article that it shows."""
    made.projects.open_path(path)
    until(lambda: made.session.opened is not None)


def close(made: MainWindow) -> None:
    """Close a window, and end its processes."""
    made.close()
    made.desk.close()


def main() -> int:
    """Measure, print, return the exit code."""
    count = int(sys.argv[sys.argv.index("--articles") + 1]) if "--articles" in sys.argv else ARTICLES
    application = QApplication(sys.argv[:1])
    figures: dict[str, float] = {}

    def note(at: int) -> dict[str, float]:
        until(lambda: not made.desk.training.busy)  # its memory at rest is compared
        found = memory() | {"project on disk": size(path), "widgets": float(len(application.allWidgets()))}
        figures.update({f"{name} after {at}": value for name, value in found.items()})
        print(at, {name: round(value, 1) for name, value in found.items()}, decisions(path), flush=True)
        return found

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "soak.spanwright")
        with closing(Project.create(path, schema=schema_file.load("news"), annotator="bench")) as project:
            project.add_articles(written(count))
        made = window(Path(folder), find_work=real_work)
        made.resize(1440, 870)
        made.show()
        made.activateWindow()
        open_first(made, path)
        steps = ImportSteps(ImportAhead(), made)  # as the program does
        until(lambda: not steps.left)
        noted, beat, third = [], Beat(), max(1, count // 3)
        for number in range(count):
            going = read(made)
            if number == 0 or (number + 1) % third == 0:
                noted.append(note(number + 1))
            if not going:
                break
        figures["articles"], figures["decisions"] = number + 1, decisions(path)
        figures["gap p99, ms"], figures["longest gap, ms"] = percentile(beat.gaps, 99), max(beat.gaps)
        figures["most CPU in a gap, ms"] = max(beat.busy)
        beat.deleteLater()
        gc.unfreeze()
        figures["unreachable objects that were kept"] = gc.collect()
        figures["window after a collection"] = share()
        figures["closing, s"] = seconds(lambda: close(made))
        figures["project on disk, closed"] = size(path)
        again = window(Path(folder), find_work=real_work)
        again.show()
        figures["opening again, s"] = seconds(lambda: open_first(again, path))
        close(again)
    goals = [Goal(name="articles not finished", value=count - figures["articles"], limit=0)]
    goals += [
        Goal(name=f"{name}: end / after a third", value=noted[-1][name] / noted[1][name], limit=1.15)
        for name in ("window", "suggestions", "learning", "widgets")
        if len(noted) > 2 and name in noted[1] and name in noted[-1]  # the learning process ends when it has learnt
    ]
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())

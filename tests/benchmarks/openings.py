"""The time that each dialog takes when it is opened for the first time: ``python tests/benchmarks/openings.py``.

Each opens in a process of its own, once the modules are imported ahead. A timer beats every millisecond; the figure is
the most CPU time of the GUI thread between two beats, that is, in one turn of the event loop. It is the median of three
runs, since other programs on the machine empty the caches. The goal is two frames, 32 ms.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from annotator.corpus.samples import sample_articles
from annotator.model import schema_file
from annotator.project.project import Project
from tests.benchmarks._figures import Goal, finish, percentile
from tests.benchmarks._project import window
from tests.benchmarks.gaps import FRAMES, Beat, wait
from ui.base.look.reading_style import load_fonts
from ui.jobs.suggesting.source_finder import real_work
from ui.shell.import_ahead import ImportAhead, ImportSteps

ACTIONS = (
    "file.import file.paste file.export file.merge file.new edit.palette edit.keys article.describe span.pick"
    " occurrences.open search.open suggestion.triage project.rules project.board project.identities project.numbers"
    " suggestion.sources suggestion.ask_model project.corpus project.conflicts project.comments project.agreement"
    " project.schema project.annotator team.deal team.packages model.train"
    " help.keyboard help.manual help.file help.about"
).split()
TIMES = 3
SETTLED = 1_500  # milliseconds until the window is at rest


def first_opening(action: str) -> float:
    """Open a dialog in this process; return the most CPU milliseconds in one turn of the event loop."""
    application = QApplication(sys.argv[:1])
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "openings.spanwright")
        made_project = Project.create(path, schema=schema_file.load("news"), annotator="bench")
        made_project.add_annotated(sample_articles("bench"))
        made_project.close()
        made = window(Path(folder), find_work=real_work)
        made.resize(1440, 870)
        made.show()
        made.projects.open_path(path)
        made.view.setFocus()
        steps, loop, look = ImportSteps(ImportAhead(), made), QEventLoop(), QTimer(interval=50)
        look.timeout.connect(lambda: None if steps.left else loop.quit())
        look.start()
        loop.exec()
        look.stop()
        wait(SETTLED)
        QTimer.singleShot(50, made.actions_by_id[action].trigger)
        beat: Beat = wait(SETTLED, every=1)
        made.close()
        made.desk.close()
    application.quit()
    return max(beat.busy)


def main() -> int:
    """Measure all dialogs, print the figures, and return the exit code."""
    if "--open" in sys.argv:
        print(first_opening(sys.argv[sys.argv.index("--open") + 1]))
        return 0
    figures, goals = {}, []
    for action in ACTIONS:
        command = [sys.executable, __file__, "--open", action]
        took = [float(subprocess.check_output(command, text=True).split()[-1]) for _ in range(TIMES)]
        figures[f"{action}, least ms"] = min(took)
        goals.append(Goal(name=f"{action}, CPU ms in a turn", value=percentile(took, 50), limit=FRAMES))
    return finish(figures, goals)


if __name__ == "__main__":
    sys.exit(main())

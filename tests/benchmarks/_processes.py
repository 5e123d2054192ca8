"""Runs the program, or a window of bare Qt, as a process of its own that tells when it painted and what it holds.

As a script it is that process: ``_processes.py bare``, ``_processes.py PROJECT``, or ``_processes.py empty`` for the
program without a project. All go the same way: an event
filter watches for the first painting, and for that of the article.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
BARE, EMPTY = "bare", "empty"
LATE = "sqlite_utils qtawesome spacy py3langid typer rich charset_normalizer numpy".split()


def run(what: str | Path, home: Path) -> dict[str, float]:
    """Start a process, wait until it ends, and give its figures: milliseconds since its start, and MB.

    ``effort`` is the CPU time until the first paint: other than the rest it hardly depends on what else runs.

    Args:
        what: ``bare``, ``empty`` or a project.
        home: A folder for settings.

    Raises:
        CalledProcessError: It failed.
    """
    kinds = ("CONFIG", "DATA", "CACHE", "STATE")
    environment = {**os.environ, **{f"XDG_{kind}_HOME": str(home) for kind in kinds}}
    environment["PYTHONPYCACHEPREFIX"] = str(home / "bytecode")  # the first run fills it, as an installation does
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, __file__, str(what)]
    begun = time.monotonic()
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=ROOT).stdout
    told = json.loads(answer.splitlines()[-1])
    if told["late"]:
        sys.exit(f"imported before the article was painted: {', '.join(told['late'])}")
    return {
        "first paint": (told["first"] - begun) * 1e3,
        "effort": told["effort"] * 1e3,
        "article": (told["article"] - begun) * 1e3,
        "memory": told["memory"],
    }


def _watched_execution() -> int:
    """Stand in for ``QApplication.exec``: tell when it was painted, and end."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    told: dict[str, object] = {}
    seen: list[bool] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
                if not told:  # a timer of the program may come before ours, so widget after widget is timed
                    QTimer.singleShot(0, lambda: seen.append(True))
                if not seen:
                    told["first"], told["effort"] = time.monotonic(), time.process_time()
                if "article" not in told and _shows_all(watched):
                    told["article"] = 0
                    QTimer.singleShot(0, lambda: told.update(article=time.monotonic(), late=_late()))
                    QTimer.singleShot(700, loop.quit)
            return False

    loop, watch = QEventLoop(), Watch()
    application = QApplication.instance()
    if application is None:
        raise RuntimeError("there is no application")
    application.installEventFilter(watch)
    loop.exec()
    application.removeEventFilter(watch)
    print(json.dumps({**told, "memory": _memory()}), flush=True)
    os._exit(0)


def _shows_all(widget: object) -> bool:
    """Tell whether this is the article, with words in it; in the bare window any widget is."""
    view = getattr(widget, "parentWidget", lambda: None)()
    if view is None or view.objectName() != "articleView":
        return sys.argv[1] in {BARE, EMPTY}
    return view.document_id() is not None


def _late() -> list[str]:
    return [name for name in LATE if name in sys.modules]


def _memory() -> float:
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(lines["VmRSS"].split()[0]) / 1024


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QPlainTextEdit("Kürzlich 🎈 in Weifang"))
    window.resize(1440, 900)
    window.show()
    application.exec()


def _program(arguments: list[str]) -> None:
    from main import main

    if not arguments:
        from ui.base.settings import Settings

        Settings().remember(Path("gone.spanwright"))  # at the very first start the sample would be opened
    main(arguments)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication

    QApplication.exec = staticmethod(_watched_execution)  # type: ignore[method-assign]
    if sys.argv[1] == BARE:
        _bare()
    else:
        _program([] if sys.argv[1] == EMPTY else sys.argv[1:])

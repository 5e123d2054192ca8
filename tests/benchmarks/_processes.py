"""Runs the program, or a bare Qt window, as a separate process that reports its first paint and its memory.

As a script it is that process: ``_processes.py bare``, ``_processes.py PROJECT``, or ``_processes.py empty`` for the
program without a project. In all cases an event filter waits for the first paint, and for that of the article.
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
    """Run a process to its end and return its figures: milliseconds since its start, and MB.

    ``effort`` is the CPU time until the first paint; unlike the rest it hardly depends on what else runs.

    Args:
        what: ``bare``, ``empty`` or a project.
        home: A folder for settings.

    Raises:
        CalledProcessError: It failed.
    """
    kinds = ("CONFIG", "DATA", "CACHE", "STATE")
    environment = {**os.environ, **{f"XDG_{kind}_HOME": str(home) for kind in kinds}}
    environment["PYTHONPYCACHEPREFIX"] = str(home / "bytecode")  # filled by the first run, as by an installation
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, __file__, str(what)]
    begun = time.monotonic()
    answer = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=ROOT).stdout
    shown = json.loads(answer.splitlines()[-1])
    if shown["late"]:
        sys.exit(f"imported before the article was painted: {', '.join(shown['late'])}")
    return {
        "first paint": (shown["first"] - begun) * 1e3,
        "effort": shown["effort"] * 1e3,
        "article": (shown["article"] - begun) * 1e3,
        "memory": shown["memory"],
    }


def _watched_execution() -> int:
    """Replace ``QApplication.exec`` by a function that reports the first paints and ends."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    shown: dict[str, object] = {}
    seen: list[bool] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
                if not shown:  # the program's timer may come before ours, so each widget is timed
                    QTimer.singleShot(0, lambda: seen.append(True))
                if not seen:
                    shown["first"], shown["effort"] = time.monotonic(), time.process_time()
                if "article" not in shown and _shows_all(watched):
                    shown["article"] = 0
                    QTimer.singleShot(0, lambda: shown.update(article=time.monotonic(), late=_late()))
                    QTimer.singleShot(700, loop.quit)
            return False

    loop, watch = QEventLoop(), Watch()
    application = QApplication.instance()
    if application is None:
        raise RuntimeError("there is no application")
    application.installEventFilter(watch)
    loop.exec()
    application.removeEventFilter(watch)
    print(json.dumps({**shown, "memory": _memory()}), flush=True)
    os._exit(0)


def _shows_all(widget: object) -> bool:
    """Return whether this is the article with its text; in the bare window any widget is."""
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

        Settings().remember(Path("gone.spanwright"))  # the very first start would open the sample
    main(arguments)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    from PySide6.QtWidgets import QApplication

    QApplication.exec = staticmethod(_watched_execution)  # type: ignore[method-assign]
    if sys.argv[1] == BARE:
        _bare()
    else:
        _program([] if sys.argv[1] == EMPTY else sys.argv[1:])

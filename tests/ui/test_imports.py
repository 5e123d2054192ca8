"""Modules that take long to import stay out of the process that paints."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

OPEN_PAINT_LABEL_EXPORT_CLOSE = """
import json, os, sys
from pathlib import Path
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

FOUND = {}

def late():
    return [name for name in NAMES if name in sys.modules]

def window():
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow")

def when(ready, then):
    def look():
        if ready():
            timer.stop()
            then()
    timer = QTimer(QApplication.instance(), interval=20)
    timer.timeout.connect(look)
    timer.start()

def label():
    FOUND["painted"] = late()
    made = window()
    text = made.session.opened.document.text
    made.view.select(text.index("Kapitän"), text.index("Kapitän") + len("Kapitän"))
    made.actions_by_id["label.entities.PER"].trigger()
    made.actions_by_id["file.export"].trigger()
    dialog = made.findChild(QDialog, "exportDialog")
    when(lambda: dialog.report is not None, lambda: choose(dialog))

def choose(dialog):
    combo = dialog.findChild(QObject, "exportFormat")
    combo.setCurrentIndex(combo.findData("docbin"))
    when(lambda: dialog.report is not None, lambda: write(dialog))

def write(dialog):
    dialog.write(Path(TARGET))
    when(lambda: Path(TARGET).exists(), lambda: QTimer.singleShot(200, close))

def close():
    window().repairs.check()
    never = ("spacy", "thinc", "sqlite_utils", "annotator.suggest.claims.engine", "annotator.store.repair.rebuilding")
    FOUND["at the end"] = [name for name in never if name in sys.modules]
    window().close()

def opened():
    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow"]
    return found and found[0].view.document_id() is not None and found[0].isVisible()

def watch_and_run(*_):
    when(opened, lambda: QTimer.singleShot(50, label))
    return RUN()

if __name__ == "__main__":  # the processes import this file again
    from main import main

    RUN, QApplication.exec = QApplication.exec, watch_and_run
    print(json.dumps([main([PROJECT]), FOUND]))
"""

LATE = "spacy thinc sqlite_utils qtawesome py3langid typer rich charset_normalizer numpy".split()


def run(*arguments):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.timeout(120)
def test_labelling_exporting_and_closing_import_neither_spacy_nor_sqlite_utils(project_path, tmp_path):
    target = tmp_path / "Städte.spacy"
    script = tmp_path / "day.py"
    names = f"NAMES, PROJECT, TARGET = {LATE!r}, {str(project_path)!r}, {str(target)!r}\n"
    script.write_text(names + OPEN_PAINT_LABEL_EXPORT_CLOSE, "utf-8")
    done = run(script)
    assert done.returncode == 0, done.stderr
    assert target.stat().st_size > 0
    assert done.stdout.splitlines()[-1] == '[0, {"painted": [], "at the end": []}]', done.stdout + done.stderr


def test_a_file_of_this_version_opens_without_sqlite_utils(project_path):
    asked = (
        "import sys; from pathlib import Path; from annotator.project.project import Project\n"
        "project = Project.open(Path(sys.argv[1])); project.close()\n"
        "print([name for name in ('sqlite_utils', 'spacy', 'PySide6') if name in sys.modules])"
    )
    done = run("-c", asked, project_path)
    assert done.stdout.strip() == "[]", done.stderr


def test_qt_does_not_cache_the_sources_of_the_window(project_path):
    asked = (
        "import linecache, sys; from PySide6.QtWidgets import QApplication; from main import main\n"
        "QApplication.exec = staticmethod(lambda: 0); main([sys.argv[1]])\n"
        "print('ui.shell.main_window' in sys.modules, [name for name in linecache.cache if 'main_window' in name])"
    )
    done = run("-c", asked, project_path)
    assert done.stdout.strip() == "True []", done.stderr

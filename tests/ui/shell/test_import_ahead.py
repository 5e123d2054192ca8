"""The modules that are imported before they are needed, in a process of its own."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[3]
SCRIPT = """
import json, sys
import ui.shell.main_window
before = set(sys.modules)
from ui.shell.import_ahead import ImportAhead
usual = sys.getswitchinterval()
ImportAhead().wait()
assert sys.getswitchinterval() == usual
ahead = set(sys.modules) - before - {"ui.shell.import_ahead"}
import ui.dialogs.exporting.export_dialog
later = set(sys.modules) - before - ahead
print(json.dumps([sorted(ahead), sorted(later)]))
"""


def loaded():
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_export_dialog_needs_no_more_of_the_core():
    ahead, later = loaded()
    assert [name for name in later if name.startswith("annotator.")] == []
    assert [name for name in ahead if name.startswith(("ui", "PySide6", "shiboken6", "spacy"))] == []


STEPS = """
import json, sys
from PySide6.QtCore import QCoreApplication, QEventLoop
import ui.shell.main_window
from ui.shell.import_ahead import ImportAhead, ImportSteps
application = QCoreApplication([])
before, seen = set(sys.modules), []
steps = ImportSteps(ImportAhead())
while steps.left:
    application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    seen.append(len(steps.left))
there = set(sys.modules)
import ui.occurrences.questions_page
import ui.dialogs.exporting.export_dialog
print(json.dumps([seen, sorted(set(sys.modules) - there)]))
"""


def test_modules_of_questions_and_export_are_imported_one_by_one():
    done = subprocess.run([sys.executable, "-c", STEPS], cwd=ROOT, capture_output=True, text=True, check=True)
    seen, missing = json.loads(done.stdout)
    assert all(one - other <= 1 for one, other in pairwise(seen))
    assert missing == []

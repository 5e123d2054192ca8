"""The modules that are imported before they are needed, in a process of its own."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[3]
WINDOWS = """
import ui.adjudicating.articles_dialog
import ui.board.board_window
import ui.choosing.palette
import ui.corpora.corpus_window
import ui.dialogs.exporting.export_dialog
import ui.dialogs.help.cheat_sheet
import ui.dialogs.help.keys_dialog
import ui.dialogs.importing.import_dialog
import ui.dialogs.importing.paste_dialog
import ui.dialogs.merging.conflicts_window
import ui.dialogs.merging.merge_dialog
import ui.dialogs.new_project_dialog
import ui.dialogs.team.comments_window
import ui.dialogs.team.deal_dialog
import ui.dialogs.team.packages_dialog
import ui.identities.identities_window
import ui.manual.manual_window
import ui.numbers.agreement_window
import ui.numbers.numbers_window
import ui.occurrences.questions_page
import ui.occurrences.triage_page
import ui.schema.schema_window
import ui.search.search_page
import ui.sources.sources_window
import ui.training.training_window
"""
SCRIPT = """
import json, sys
import ui.shell.main_window
before = set(sys.modules)
from ui.shell.import_ahead import ImportAhead
usual = sys.getswitchinterval()
ImportAhead().wait()
assert sys.getswitchinterval() == usual
ahead = set(sys.modules) - before - {"ui.shell.import_ahead"}
WINDOWS
later = set(sys.modules) - before - ahead
print(json.dumps([sorted(ahead), sorted(later)]))
"""


def loaded():
    script = SCRIPT.replace("WINDOWS", WINDOWS)
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_windows_need_no_more_of_the_core():
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
WINDOWS
print(json.dumps([seen, sorted(set(sys.modules) - there)]))
"""


def test_modules_of_windows_are_imported_one_by_one():
    script = STEPS.replace("WINDOWS", WINDOWS)
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    seen, missing = json.loads(done.stdout)
    assert all(one - other <= 1 for one, other in pairwise(seen))
    assert missing == []

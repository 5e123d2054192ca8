"""The modules that are imported before they are needed, in a process of its own."""

import json
import subprocess
import sys
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

"""Every acknowledged edit is on disk, whenever the process is killed.

Ten kills as a rule; SPANWRIGHT_KILLS=100 sets more.
"""

import os
import random
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from annotator.store.reader import DocumentQuery
from tests.annotator.made import TEXT, add_article, make_project

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("SPANWRIGHT_KILLS", "10"))
SECONDS = 0.4  # the longest a process may label before it is killed


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.timeout(60 + 3 * KILLS)
def test_killed_process_loses_no_acknowledged_edit(tmp_path):
    project = make_project(tmp_path)
    documents = [add_article(project, str(n), f"{n} {TEXT} " * 20) for n in range(3)]
    project.close()
    chance = random.Random(7)
    acknowledged = set()
    for number in range(KILLS):
        fresh = labelled_until_killed(project.path, number, chance.uniform(0.005, SECONDS))
        acknowledged |= fresh
        assert check(project.path, progress=no_progress) == [], f"after kill {number}"
        with closing(Project.open(project.path)) as again:
            assert again.read.document_ids(DocumentQuery(annotator=None)) == documents
            stored = {step.id for document in documents for step in again.read.steps(document, "anna")}
            assert acknowledged <= stored, f"lost after kill {number}: {acknowledged - stored}"
            undone = again.undo(documents[number % 3])
            if undone is not None:
                acknowledged.add(undone.id)
                again.redo(documents[number % 3])
    print(f"{KILLS} kills, {len(acknowledged)} acknowledged edits")
    assert len(acknowledged) > KILLS


def labelled_until_killed(path, seed, seconds):
    """Let a process label for some seconds, kill it, and return the ids of the edits that it acknowledged."""
    command = [sys.executable, str(Path(__file__).with_name("kill_loop.py")), str(path), str(seed)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        killer = threading.Timer(seconds, process.kill)
        killer.start()
        told = process.stdout.read()
        killer.join()
    whole, _, _cut = told.rpartition("\n")
    return set(whole.split())

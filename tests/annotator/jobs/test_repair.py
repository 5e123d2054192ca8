"""Repaired files get free names, and nothing is overwritten when one is put in place."""

import json
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.editing import edits
from annotator.jobs.quick_check import quick_check
from annotator.jobs.repair import copy_backup, free_name, to_json
from annotator.project.project import Project
from annotator.store.repair.repairing import put_in_place, repair
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project, span

ROOT = Path(__file__).parents[3]
KILLED = """
import os, sys
from pathlib import Path
from annotator.store.repair.repairing import put_in_place
left, rename = int(sys.argv[3]), os.rename
def rename_or_die(*names, **options):
    global left
    if not left:
        os.kill(os.getpid(), 9)
    left -= 1
    rename(*names, **options)
os.rename = rename_or_die
put_in_place(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.fixture
def path(tmp_path):
    project = make_project(tmp_path)
    add_article(project)
    project.close()
    return project.path


def test_each_repair_gets_a_free_name(path):
    assert free_name(path, "repaired").name == "Stadt (repaired).spanwright"
    free_name(path, "repaired").touch()
    assert free_name(path, "repaired").name == "Stadt (repaired 2).spanwright"


def test_damaged_project_is_set_aside_with_its_log(path):
    out = free_name(path, "repaired")
    repair(path, out)
    path.with_name(path.name + "-wal").write_bytes(b"log")
    content = path.read_bytes()
    aside = put_in_place(path, out)
    assert aside.name.startswith("Stadt.damaged-")
    assert aside.read_bytes() == content
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"log"
    assert not out.exists()
    assert quick_check(path) == ()


@pytest.mark.parametrize("renamed", range(4))
def test_kill_while_replacing_hides_no_last_step(tmp_path, renamed):
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    with closing(make_project(tmp_path)) as project:
        document = add_article(project)
        project.checkpoint(truncate=True)
        project.do(edits.add(span(document, "Köln")))
        for kind in ("", "-wal"):
            shutil.copyfile(f"{project.path}{kind}", crashed / f"{project.path.name}{kind}")
    path = crashed / project.path.name
    out = free_name(path, "repaired")
    repair(path, out)
    subprocess.run([sys.executable, "-c", KILLED, path, out, str(renamed)], cwd=ROOT, check=False)
    found = [each for each in (path, out) if each.exists()]
    assert found
    for each in found:
        with closing(Project.open(each)) as opened:
            assert len(opened.read.annotated(document, "anna").spans) == 1


def test_project_stays_where_the_repaired_one_is_gone(path):
    content = path.read_bytes()
    path.with_name(path.name + "-wal").write_bytes(b"log")
    with pytest.raises(StoreError):
        put_in_place(path, path.with_name("nowhere.spanwright"))
    assert path.read_bytes() == content
    assert path.with_name(path.name + "-wal").read_bytes() == b"log"


def test_backup_is_copied_and_stays(path):
    project = Project.open(path)
    backup = project._store.back_up(reason="daily")
    project.close()
    content = backup.read_bytes()
    target = copy_backup(backup, free_name(path, "backup"))
    assert quick_check(target) == ()
    assert backup.read_bytes() == content
    with pytest.raises(StoreError, match="exists"):
        copy_backup(backup, target)


def test_report_is_plain_json(path):
    written = to_json(repair(path, free_name(path, "repaired")))
    assert json.loads(json.dumps(written)) == written
    assert written["whole"] is True
    assert set(written) >= {"out", "saved", "lost", "changed", "articles", "backup", "damaged", "left_out"}

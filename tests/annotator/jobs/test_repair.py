"""Repaired files get free names, and nothing is overwritten when one is put in place."""

import json

import pytest

from annotator.jobs.quick_check import quick_check
from annotator.jobs.repair import copy_backup, free_name, to_json
from annotator.project.project import Project
from annotator.store.repair.repairing import put_in_place, repair
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project


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

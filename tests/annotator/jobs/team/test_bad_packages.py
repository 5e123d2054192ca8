"""Packages that are broken or odd. Each is refused in a sentence or merged as a whole."""

import itertools
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.jobs.merging.copies_merged import merge
from annotator.jobs.team import packing
from annotator.project.project import Project
from annotator.quality.assigning import Wish
from annotator.system import staging
from tests.annotator.jobs.team.test_packing import code_of, dealt, labelled, names_of_labels, packed, town
from tests.annotator.made import span
from tests.annotator.store.hostile import DEEP
from tests.annotator.store.replays import differences

FOUR = ("Ida", "Lea", "Max", "Nora")


def labelled_package(folder):
    """Return the project, and the labelled package of one person."""
    with closing(town(folder, 3)) as project:
        dealt(project, Wish(people=("Lea",)))
        path = packed(project, folder / "out")["Lea"]
    labelled(path)
    return project.path, path


def refused(path, package):
    """Merge a package into a project, check that nothing changed, and return why the package was refused."""
    before = names_of_labels(path)
    with closing(Project.open(path)) as project:
        found = merge(project, [package])
        assert found.edits == 0
        assert differences(project._store) == {}
    assert names_of_labels(path) == before
    ((_, error),) = found.refused
    assert str(error)
    return error.code


@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.99])
def test_cut_package_is_refused(tmp_path, share):
    path, package = labelled_package(tmp_path)
    whole = package.read_bytes()
    package.write_bytes(whole[: int(len(whole) * share)])
    assert refused(path, package).startswith(("store.", "package."))


@pytest.mark.parametrize("row", ["edit", "schema"])
def test_package_with_deep_json_is_refused(tmp_path, row):
    path, package = labelled_package(tmp_path)
    statement = {
        "edit": "UPDATE edit SET changes = ? WHERE number = (SELECT max(number) FROM edit)",
        "schema": "UPDATE setting SET value = ? WHERE name = 'schema'",
    }[row]
    with closing(sqlite3.connect(package)) as connection, connection:
        connection.execute(statement, [DEEP])
    assert refused(path, package)


@pytest.mark.parametrize("when", ["1970-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00", "gestern"])
def test_wrong_clock_changes_nothing_in_a_merge(tmp_path, when):
    path, package = labelled_package(tmp_path)
    odd = shutil.copyfile(package, tmp_path / "odd.spanwright")
    with closing(sqlite3.connect(odd)) as connection, connection:
        connection.execute("UPDATE edit SET at = ? WHERE annotator = 'Lea'", [when])
    results = []
    for file in (package, odd):
        target = shutil.copyfile(path, tmp_path / f"after {file.name}")
        with closing(Project.open(target)) as project:
            found = merge(project, [file])
            assert (found.refused, found.disputes) == ([], 0)
        results.append(names_of_labels(target))
    assert results[0] == results[1]


def test_two_people_with_one_user_name_stay_apart(tmp_path):
    with closing(town(tmp_path, 4)) as project:
        dealt(project, Wish(people=("Lea", "Max"), overlap=100))
        files = packed(project, tmp_path / "out")
        for package in files.values():
            with closing(Project.open(package)) as opened:  # both work as the same user of their computers
                id_ = next(id_ for id_, _ in opened.read.texts())
                opened.do(edits.add([span(id_, "Bonn", annotator=opened.annotator, text=opened.read.text(id_))]))
        found = merge(project, list(files.values()))
        assert (found.refused, found.problems, found.disputes) == ([], [], 0)
        assert project.read.people.labelling() == ["Lea", "Max", "anna"]


def test_four_packages_merge_alike_in_all_orders(tmp_path):
    with closing(town(tmp_path, 4)) as project:
        dealt(project, Wish(people=FOUR, overlap=50))
        files = packed(project, tmp_path / "out")
    for package in files.values():
        labelled(package)
    results = set()
    for number, order in enumerate(itertools.permutations(files.values())):
        target = shutil.copyfile(project.path, tmp_path / f"{number}.spanwright")
        with closing(Project.open(target)) as lead:
            for package in order:
                assert merge(lead, [package]).refused == []
        results.add(tuple(names_of_labels(target)))
    assert len(results) == 1
    assert {row[0] for row in next(iter(results))} == {"anna", *FOUR}


def test_altered_package_is_refused_in_one_sentence(tmp_path, ask):
    path, package = labelled_package(tmp_path)
    with closing(sqlite3.connect(package)) as connection:
        connection.execute("CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
    said = ask("merge", path, package, code=1).err
    assert said.count("Lea.spanwright was altered by another program (trigger evil added)") == 1


_DYING = """
import os, signal, sys
from pathlib import Path
from annotator.jobs.team import packing
packing.write(Path(sys.argv[1]), Path(sys.argv[2]))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_job_killed_after_writing_leaves_no_unrecorded_package(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max")))
        command = [sys.executable, "-c", _DYING, str(project.path), str(tmp_path / "out")]
        ended = subprocess.run(command, check=False, capture_output=True)
        assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
        assert not list((tmp_path / "out").glob("*.spanwright"))
        files = packed(project, tmp_path / "out")
        assert sorted(files) == ["Lea", "Max"]
        assert all(path.exists() for path in files.values())
        left = [path for path in (tmp_path / "out").iterdir() if path not in files.values()]
        for path in left:
            os.utime(path, (0, 0))
        staging.clear(tmp_path / "out")
        assert sorted((tmp_path / "out").iterdir()) == sorted(files.values())
        assert len(left) == 2


def test_taken_name_leaves_package_unrecorded_and_writable_again(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project, Wish(people=("Lea", "Max")))
        written = packing.write(project, tmp_path / "out")
        (tmp_path / "out" / "Max.spanwright").write_text("anderes")
        assert code_of(lambda: packing.record(project, written)) == "store.exists"
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["Max.spanwright"]
        assert not project.read.assigned.packages()
        (tmp_path / "out" / "Max.spanwright").unlink()
        assert sorted(packed(project, tmp_path / "out")) == ["Lea", "Max"]

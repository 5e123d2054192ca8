"""If another program changes an open project file, each edit is refused in a sentence, and no label is lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from annotator.editing import edits
from annotator.project.project import Project
from annotator.store.place import FileState, why_unwritable
from annotator.store.reader import DocumentQuery
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project, span
from tests.annotator.store.old_files import old_file
from tests.mounts import protected

ROOT = Path(__file__).parents[3]


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    yield made
    with suppress(sqlite3.ProgrammingError):  # already closed
        made.close()


@pytest.fixture
def document(project):
    """An article with one label."""
    id_ = add_article(project)
    project.do(edits.add(span(id_, "Köln")))
    return id_


def beside(path, kind):
    return path.with_name(path.name + kind)


def replace(path):
    other = path.with_name("other")
    other.write_bytes(b"x" * 200_000)
    other.replace(path)


def move_folder(path):
    path.parent.rename(path.parent.with_name("elsewhere"))


def cut(path, size=0):
    os.truncate(path, size)


HAPPENINGS = {
    "deleted": (Path.unlink, FileState.GONE, "store.gone"),
    "moved": (lambda path: path.rename(path.with_name("moved.spanwright")), FileState.GONE, "store.gone"),
    "replaced": (replace, FileState.REPLACED, "store.exchanged"),
    "truncated": (cut, FileState.CUT, "store.cut"),
    "cut in the middle": (lambda path: cut(path, path.stat().st_size // 2), FileState.CUT, "store.cut"),
    "log deleted": (lambda path: beside(path, "-wal").unlink(), FileState.LOG_GONE, "store.log_gone"),
    "log replaced": (lambda path: replace(beside(path, "-wal")), FileState.LOG_GONE, "store.log_gone"),
    "index deleted": (lambda path: beside(path, "-shm").unlink(), FileState.LOG_GONE, "store.log_gone"),
}


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_step_is_refused_and_labels_can_be_copied(project, document, tmp_path, happens):
    do, state, code = HAPPENINGS[happens]
    project.checkpoint()
    do(project.path)
    assert project.place.state() is state
    with pytest.raises(StoreError, match="the last step was not stored") as failure:
        project.do(edits.add(span(document, "EU", "ORG")))
    assert failure.value.code == code
    if state is FileState.CUT:
        return
    project.copy_to(tmp_path / "rescued.spanwright")
    with closing(Project.open(tmp_path / "rescued.spanwright", read_only=True)) as rescued:
        (found,) = rescued.read.annotated(document, "anna").spans
        assert found.quote(rescued.read.text(document)) == "Köln"


@pytest.mark.parametrize("happens", [name for name, (_, state, _) in HAPPENINGS.items() if state is not FileState.CUT])
def test_long_step_is_refused_if_file_is_lost_meanwhile(project, document, happens):
    do, _, code = HAPPENINGS[happens]

    def label_and_lose():
        with project.together():
            project.do(edits.add(span(document, "EU", "ORG")))
            do(project.path)

    with pytest.raises(StoreError, match="the last step was not stored") as failure:
        label_and_lose()
    assert failure.value.code == code
    assert len(project.read.annotated(document, "anna").spans) == 1


def test_log_of_another_machine_is_kept(project, document, tmp_path):
    """A program that synchronises folders put it in the place of ours."""
    project.checkpoint(truncate=True)
    there = tmp_path / "there"
    there.mkdir()
    shutil.copyfile(project.path, there / project.path.name)
    with closing(Project.open(there / project.path.name)) as other:
        other.do(edits.add(span(document, "EU", "ORG")))
        log = beside(other.path, "-wal").read_bytes()
    project.do(edits.add(span(document, "Köln", "LOC")))
    (there / "log").write_bytes(log)
    (there / "log").replace(beside(project.path, "-wal"))
    assert project.place.state() is FileState.LOG_GONE
    project.close()
    (kept,) = tmp_path.glob("*-wal.unrelated-*")
    assert kept.read_bytes() == log
    with closing(Project.open(project.path)) as opened:
        assert len(opened.read.annotated(document, "anna").spans) == 2


def test_copy_of_truncated_file_is_whole_or_refused(project, document, tmp_path):
    project.checkpoint()
    cut(project.path, 4_096)
    target = tmp_path / "rescued.spanwright"
    failed = None
    try:
        project.copy_to(target)
    except StoreError as error:
        failed = error
    if failed is None:
        with closing(Project.open(target, read_only=True)) as rescued:
            assert len(rescued.read.annotated(document, "anna").spans) == 1
    else:
        assert failed.code == "store.damaged"
        assert str(failed).startswith("Stadt.spanwright is damaged")
        assert not list(tmp_path.glob("*rescued*"))


def test_moved_file_is_found_and_whole_without_its_log(tmp_path):
    project = make_project(tmp_path)
    document = add_article(project)
    project.do(edits.add(span(document, "Köln")))
    moved = tmp_path / "Häfen 🚢.spanwright"
    project.path.rename(moved)
    assert project.place.moved_to() == moved
    project.close()
    with closing(Project.open(moved)) as opened:
        assert len(opened.read.annotated(document, "anna").spans) == 1


def test_deleted_file_has_no_new_place(project):
    project.path.unlink()
    assert project.place.moved_to() is None


def test_file_that_is_put_back_takes_edits_again(project, document, tmp_path):
    aside = tmp_path / "aside"
    project.path.rename(aside)
    assert project.place.state() is FileState.GONE
    aside.rename(project.path)
    assert project.place.state() is FileState.IN_PLACE
    project.do(edits.add(span(document, "EU", "ORG")))


def test_truncated_file_stays_refused_when_it_grows(project, document):
    project.checkpoint()
    cut(project.path)
    assert project.place.state() is FileState.CUT
    os.truncate(project.path, 1 << 20)
    assert project.place.state() is FileState.CUT
    project.checkpoint()
    assert project.path.read_bytes() == bytes(1 << 20)


def test_vacuum_by_another_program_is_not_a_truncation(project, document):
    long = add_article(project, "long", " ".join(f"Wort{number}" for number in range(60_000)))
    project.delete_documents([long])
    project.checkpoint(truncate=True)
    assert project.place.state() is FileState.IN_PLACE
    before = project.path.stat().st_size
    with closing(sqlite3.connect(project.path)) as other:
        other.execute("VACUUM")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert project.path.stat().st_size < before
    project.do(edits.add(span(document, "EU", "ORG")))


def test_truncated_index_does_not_kill_the_process(tmp_path):
    made = make_project(tmp_path)
    id_ = add_article(made)
    made.close()
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from annotator.editing import edits\n"
        "from annotator.project.project import Project\n"
        "from tests.annotator.made import span\n"
        "project = Project.open(Path(sys.argv[1]))\n"
        "project.do(edits.add(span(sys.argv[2], 'Köln')))\n"
        "os.truncate(sys.argv[1] + '-shm', 0)\n"
        "project.do(edits.add(span(sys.argv[2], 'EU', 'ORG')))\n"
        "print(len(project.read.annotated(sys.argv[2], 'anna').spans))\n"
        "project.close()\n"
    )
    command = [sys.executable, "-c", script, str(made.path), id_]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "2\n"), done.stderr


def test_lost_permissions_leave_the_open_file_usable(project, document):
    project.path.chmod(0o400)
    project.do(edits.add(span(document, "EU", "ORG")))
    if os.geteuid():
        assert project.place.state_for_others() is FileState.SEALED


def test_read_only_disk_is_reported(project, document):
    with protected(project.path.parent):
        assert project.place.state_for_others() is FileState.SEALED
    assert project.place.state_for_others() is FileState.IN_PLACE


def test_folder_that_cannot_be_written_refuses_writing_and_lets_read(tmp_path):
    folder = tmp_path / "Archiv 📦"
    folder.mkdir()
    made = make_project(folder)
    id_ = add_article(made)
    made.close()
    with protected(folder):
        assert why_unwritable(made.path)
        with pytest.raises(StoreError, match="cannot be written: its") as failure:
            Project.open(made.path)
        assert failure.value.code == "store.unwritable"
        with closing(Project.open(made.path, read_only=True)) as opened:
            assert opened.read.document(id_).title == "Kürzlich"
        assert sorted(path.name for path in folder.iterdir()) == ["Stadt.spanwright", "Stadt.spanwright.lock"]


@pytest.mark.parametrize("kind", ["-wal", "-shm"])
def test_write_protected_index_or_log_refuses_writing(tmp_path, kind):
    made = make_project(tmp_path)
    add_article(made)
    copy = tmp_path / "Kopie" / made.path.name
    copy.parent.mkdir()
    for each in ("", "-wal", "-shm"):  # as a killed process leaves them
        shutil.copyfile(f"{made.path}{each}", f"{copy}{each}")
    made.close()
    protected_file = beside(copy, kind)
    seal = ["chattr", "+i", str(protected_file)]
    if not shutil.which("chattr") or subprocess.run(seal, check=False, capture_output=True).returncode:
        pytest.skip("this file system cannot protect a file from root")
    try:
        with pytest.raises(StoreError, match="-wal or -shm file is write-protected") as failure:
            Project.open(copy)
    finally:
        subprocess.run(["chattr", "-i", str(protected_file)], check=True)
    assert failure.value.code == "store.unwritable"
    with closing(Project.open(copy)) as opened:
        assert len(opened.read.document_ids(DocumentQuery(annotator="anna"))) == 1


def test_read_only_older_file_names_the_remedy(tmp_path):
    folder = tmp_path / "Archiv"
    folder.mkdir()
    older = old_file("m008", folder)
    with protected(folder), pytest.raises(StoreError, match="Copy it to a folder") as failure:
        Project.open(older, read_only=True)
    assert failure.value.code == "store.old_unwritable"


@pytest.mark.skipif(not shutil.which("setpriv") or os.name == "nt" or os.geteuid() != 0, reason="only root may be else")
def test_file_of_another_user_is_opened_read_only(tmp_path):
    """Run as nobody, whom permissions stop."""
    made = make_project(tmp_path)
    id_ = add_article(made)
    made.close()
    for folder in (tmp_path, *list(tmp_path.parents)[:-2]):
        folder.chmod(folder.stat().st_mode | 0o055)
    script = (
        "import sys; from pathlib import Path; from annotator.system.errors import StoreError\n"
        "from annotator.project.project import Project\n"
        "try:\n    Project.open(Path(sys.argv[1]))\nexcept StoreError as error:\n    print(error.code)\n"
        "print(Project.open(Path(sys.argv[1]), read_only=True).read.document(sys.argv[2]).title)\n"
    )
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    command = [*nobody, sys.executable, "-c", script, str(made.path), id_]
    known = subprocess.run([*nobody, sys.executable, "-c", ""], cwd=ROOT, capture_output=True, check=False)
    if known.returncode:
        pytest.skip("nobody may not start this Python")
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    assert done.stdout == "store.unwritable\nKürzlich\n", done.stderr

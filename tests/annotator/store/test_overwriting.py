"""Another program writes into an open project file: nothing is mixed, and the other contents stay as they are."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest

from annotator.editing import edits
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from annotator.store import checkpoints
from annotator.store.checks import rescued
from annotator.store.checks.contents import contents_of_file
from annotator.store.place import FileState
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project, span
from tests.mounts import no_descriptors

ROOT = Path(__file__).parents[3]


def run(*command):
    """Run a program: opening the file in this process would cost its locks."""
    subprocess.run([str(word) for word in command], check=True, capture_output=True)


@pytest.fixture
def other(tmp_path):
    """A closed project of another newsroom, larger than the one that is open."""
    folder = tmp_path / "Archiv"
    folder.mkdir()
    with closing(make_project(folder, annotator="bert")) as made:
        for number in range(30):
            add_article(made, f"Nr. {number}", f"Die EU tagt in Bonn zum {number}. Mal. " * 50)
    return made.path


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    yield made
    with suppress(sqlite3.ProgrammingError):  # already closed
        made.close()


@pytest.fixture
def document(project):
    id_ = add_article(project)
    project.do(edits.add(span(id_, "Köln")))
    return id_


def refused(project, document):
    with pytest.raises(StoreError, match="the last step was not stored") as failure:
        project.do(edits.add(span(document, "EU", "ORG")))
    return failure.value.code


def labels(path, document):
    with closing(Project.open(path, read_only=True)) as opened:
        return [found.quote(opened.read.text(document)) for found in opened.read.annotated(document, "anna").spans]


@pytest.mark.parametrize("truncate", [None, False, True], ids=["log full", "log copied", "log empty"])
@pytest.mark.parametrize("way", ["window looks", "label", "close"])
def test_contents_are_never_mixed(project, document, other, tmp_path, truncate, way):
    if truncate is not None:
        project.checkpoint(truncate=truncate)
    run("cp", other, project.path)
    if way == "label":
        assert refused(project, document) == "store.overwritten"
    if way != "close":
        assert project.place.state() is FileState.OVERWRITTEN
        project.checkpoint()
        project.copy_to(tmp_path / "rescued.spanwright")
        assert labels(tmp_path / "rescued.spanwright", document) == ["Köln"]
    project.close()
    assert project.path.read_bytes() == other.read_bytes()
    assert check(project.path, progress=no_progress) == []
    with closing(Project.open(project.path)) as opened:
        assert len(opened.read.figures.finished_by()) == 30


@pytest.mark.parametrize(("notice", "said"), [("print(project.place.state(), flush=True)", "overwritten\n"), ("", "")])
def test_kill_after_overwriting_leaves_contents_whole(tmp_path, other, notice, said):
    script = (
        "import os, subprocess, sys\n"
        "from pathlib import Path\n"
        "from annotator.editing import edits\n"
        "from tests.annotator.made import add_article, make_project, span\n"
        "project = make_project(Path(sys.argv[1]))\n"
        "project.do(edits.add(span(add_article(project), 'Köln')))\n"
        "subprocess.run(['cp', sys.argv[2], project.path], check=True)\n"
        f"{notice}\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path, other], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == said, done.stderr
    path = tmp_path / other.name
    with closing(Project.open(path)) as opened:
        opened.checkpoint()
    assert check(path, progress=no_progress) == []
    assert path.read_bytes() == other.read_bytes()
    assert list(tmp_path.glob("*-wal.unrelated-*"))  # the last labels are not thrown away


def test_older_state_of_same_project_is_noticed(project, document, tmp_path):
    project.checkpoint(truncate=True)
    older = tmp_path / "older"
    run("cp", project.path, older)
    project.do(edits.add(span(document, "EU", "ORG")))
    project.checkpoint(truncate=True)
    run("cp", older, project.path)
    assert refused(project, document) == "store.overwritten"
    project.close()
    assert project.path.read_bytes() == older.read_bytes()


@pytest.mark.parametrize("later", [False, True], ids=["steps missing", "steps without their label"])
def test_mixture_of_two_states_is_not_a_copy(project, document, tmp_path, later):
    spans = [span(document, "EU", "ORG") for _ in range(300)]
    for each in spans:
        project.do(edits.add(each))
    project.checkpoint(truncate=True)
    older = tmp_path / "older"
    run("cp", project.path, older)
    project.do(edits.change(spans[0], note="geprüft", annotator="anna"))
    project.checkpoint(truncate=True)
    if later:
        project.do(edits.add(span(document, "Köln")))
    project._store._connection.execute("PRAGMA shrink_memory")
    run("cp", older, project.path)
    with pytest.raises(StoreError, match="No copy was saved") as failure:
        project.copy_to(tmp_path / "rescued.spanwright")
    assert ("last steps" in str(failure.value)) is not later
    assert not list(tmp_path.glob("*rescued*"))


def test_copy_that_contradicts_its_log_is_refused(project, document, tmp_path):
    project.close()
    with closing(sqlite3.connect(project.path)) as connection:
        rescued.copy_to(connection, project.path, tmp_path / "sound.spanwright", None, known=None)
        connection.execute("UPDATE span SET note = 'older'")
        connection.commit()
        with pytest.raises(StoreError, match="parts of it are missing"):
            rescued.copy_to(connection, project.path, tmp_path / "mixed.spanwright", None, known=None)


def test_backup_put_back_in_place_is_noticed(project, document):
    project.checkpoint(truncate=True)
    run("cp", project._store.back_up(reason="daily"), project.path)  # the same steps on other pages
    assert refused(project, document) == "store.overwritten"


def test_smaller_project_is_not_a_truncation(project, document, tmp_path):
    for number in range(30):
        add_article(project, f"Nr. {number}", f"Die EU tagt in Bonn zum {number}. Mal. " * 50)
    project.checkpoint()
    folder = tmp_path / "Archiv"
    folder.mkdir()
    with closing(make_project(folder)) as small:
        pass
    run("cp", small.path, project.path)
    assert project.place.state() is FileState.OVERWRITTEN


@pytest.mark.parametrize("copied", [False, True])
def test_foreign_bytes_are_noticed(project, document, tmp_path, copied):
    if copied:
        project.checkpoint()
    junk = tmp_path / "junk"
    junk.write_bytes(b"x" * (1 << 20))
    run("cp", junk, project.path)
    assert refused(project, document) == "store.overwritten"


def test_foreign_bytes_after_another_program_wrote_are_noticed(project, document, tmp_path):
    project.checkpoint(truncate=True)
    run_sql(project.path, ["INSERT OR REPLACE INTO setting VALUES ('tone', 'soft')"])
    junk = tmp_path / "junk"
    junk.write_bytes(b"x" * (1 << 20))
    run("cp", junk, project.path)
    assert project.place.state() is FileState.OVERWRITTEN
    project.close()
    assert project.path.read_bytes() == junk.read_bytes()


def test_overwriting_during_long_transaction_is_refused(project, document, other):
    def keep_while_overwritten():
        with project.together():
            project.keep("tone", "soft")
            run("cp", other, project.path)

    with pytest.raises(StoreError) as failure:
        keep_while_overwritten()
    assert failure.value.code == "store.overwritten"
    project.close()
    assert project.path.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("way", ["label", "close"])
def test_changed_file_that_cannot_be_opened_is_left_alone(project, document, other, way):
    run("cp", other, project.path)
    with no_descriptors():
        if way == "label":
            assert refused(project, document) == "store.unreachable"
            project.checkpoint()
        else:
            project.close()
    assert project.path.read_bytes() == other.read_bytes()
    if way == "label":
        assert project.place.state() is FileState.OVERWRITTEN


def test_unopenable_change_during_long_transaction_is_refused(project, document, other):
    def keep_while_overwritten(held):
        with project.together():
            project.keep("tone", "soft")
            run("cp", other, project.path)
            held.enter_context(no_descriptors())

    with ExitStack() as held, pytest.raises(StoreError) as failure:
        keep_while_overwritten(held)
    assert failure.value.code == "store.unreachable"
    project.close()
    assert project.path.read_bytes() == other.read_bytes()


def test_steps_go_on_once_a_file_can_be_opened_again(project, document, tmp_path):
    touch(project.path)
    with no_descriptors():
        assert refused(project, document) == "store.unreachable"
        with pytest.raises(StoreError):
            project.copy_to(tmp_path / "copy.spanwright")
    goes_on(project, document)


def test_own_checkpoint_of_unopenable_file_lets_steps_go_on(project, document):
    """The connection still works, as after all permissions of the file were taken away."""
    project.do(edits.add(span(document, "EU", "ORG")))
    with no_descriptors():
        project.checkpoint(truncate=True)
        assert project.place.state() is FileState.IN_PLACE
        project.do(edits.add(span(document, "EU", "ORG")))
    touch(project.path)
    goes_on(project, document)


def test_mixture_of_two_states_is_not_a_copy_after_deletion(project, document, tmp_path):
    for _ in range(300):
        project.do(edits.add(span(document, "EU", "ORG")))
    project.checkpoint(truncate=True)
    older = tmp_path / "older"
    run("cp", project.path, older)
    project.do(edits.add(span(document, "Köln")))
    project.checkpoint(truncate=True)
    project._store._connection.execute("PRAGMA shrink_memory")
    run("cp", older, project.path)
    assert project.place.state() is FileState.OVERWRITTEN
    project.path.unlink()
    with pytest.raises(StoreError, match="No copy was saved"):
        project.copy_to(tmp_path / "rescued.spanwright")


def touch(path):
    os.utime(path, (1, 1))


def read(path):
    script = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute('SELECT * FROM edit').fetchall()"
    run(sys.executable, "-c", script)


def copy_and_put_back(path):
    run("cp", path, f"{path}.same")
    run("cp", f"{path}.same", path)


def checkpoint(path):
    script = f"import sqlite3; c = sqlite3.connect({str(path)!r}); c.execute('PRAGMA wal_checkpoint').fetchall()"
    run(sys.executable, "-c", script)


@pytest.mark.parametrize("does", [touch, read, copy_and_put_back, checkpoint])
@pytest.mark.parametrize("copied", [False, True])
def test_harmless_programs_lock_nobody_out(project, document, does, copied):
    if copied:
        project.checkpoint(truncate=True)
    does(project.path)
    project.do(edits.add(span(document, "EU", "ORG")))
    assert project.place.state() is FileState.IN_PLACE
    assert project._store.check() == []
    project.close()
    assert sorted(labels(project.path, document)) == ["EU", "Köln"]


CHECKPOINT = "PRAGMA wal_checkpoint"
SETTING = "INSERT OR REPLACE INTO setting VALUES ('tone', hex(randomblob(9000)))"
STATEMENTS = {
    "checkpoint": [CHECKPOINT],
    "commit, checkpoint": [SETTING, CHECKPOINT],
    "checkpoint, commit": [CHECKPOINT, SETTING],
    "commit, checkpoint, commit": [SETTING, CHECKPOINT, SETTING],
    "twice": [SETTING, CHECKPOINT, SETTING, CHECKPOINT, SETTING],
    "log emptied": [SETTING, "PRAGMA wal_checkpoint(TRUNCATE)", SETTING],
    "own table": [CHECKPOINT, "CREATE TABLE own (a)", CHECKPOINT, SETTING],
    "vacuum": ["VACUUM", CHECKPOINT, SETTING],
}


def run_sql(path, statements):
    script = (
        f"import sqlite3; from contextlib import closing; path = {str(path)!r}\n"
        f"with closing(sqlite3.connect(path, isolation_level=None)) as c:\n"
        f"    for each in {statements!r}: c.execute(each).fetchall()\n"
    )
    run(sys.executable, "-c", script)


def goes_on(project, document):
    """Whether nothing is said, and steps before and after another program's changes are all stored."""
    assert project.place.state() is FileState.IN_PLACE
    project.do(edits.add(span(document, "EU", "ORG")))
    project.checkpoint()
    assert project.place.state() is FileState.IN_PLACE
    project.do(edits.add(span(document, "EU", "ORG")))
    assert project._store.check() == []
    project.close()
    assert labels(project.path, document).count("EU") >= 2
    assert not list(project.path.parent.glob("*unrelated*"))


@pytest.mark.parametrize("statements", STATEMENTS.values(), ids=STATEMENTS)
@pytest.mark.parametrize("state", ["log full", "log copied", "log empty", "log copied, step", "log empty, step"])
def test_program_that_writes_through_sqlite_overwrites_nothing(project, document, statements, state):
    if state != "log full":
        project.checkpoint(truncate=state.startswith("log empty"))
    if state.endswith("step"):
        project.do(edits.add(span(document, "EU", "ORG")))
    run_sql(project.path, statements)
    goes_on(project, document)


@pytest.mark.parametrize("statements", STATEMENTS.values(), ids=STATEMENTS)
def test_program_that_writes_before_first_step_after_crash(project, document, tmp_path, statements):
    for _ in range(30):
        project.do(edits.add(span(document, "EU", "ORG")))
    folder = tmp_path / "crashed"
    folder.mkdir()
    for kind in ("", "-wal", "-shm"):
        run("cp", f"{project.path}{kind}", folder)
    crashed = Project.open(folder / project.path.name)
    run_sql(crashed.path, statements)
    goes_on(crashed, document)


def test_checkpoint_during_transaction_refuses_nothing(project, document):
    with project.together():
        project.keep("tone", "soft")
        run_sql(project.path, [CHECKPOINT])
    goes_on(project, document)


def test_half_a_checkpoint_overwrites_nothing(project, document):
    """A reader keeps another program from copying all pages, so the file alone is not a database."""
    project.checkpoint(truncate=True)
    for _ in range(100):
        project.do(edits.add(span(document, "EU", "ORG")))
    with closing(Project.open(project.path, read_only=True)) as reader, reader.snapshot():
        reader.read.document(document)
        project.do(edits.add(span(document, "EU", "ORG")))
        run_sql(project.path, [CHECKPOINT])
        assert contents_of_file(project.path) is None
        assert project.place.state() is FileState.IN_PLACE
    goes_on(project, document)


def test_own_checkpoints_are_not_a_change(project, document, monkeypatch):
    monkeypatch.setattr(checkpoints, "_REST", 0.001)
    monkeypatch.setattr(checkpoints, "_LONG_REST", 0.002)
    project.give_way(print)
    for _ in range(200):
        project.do(edits.add(span(document, "EU", "ORG")))
        assert project.place.state() is FileState.IN_PLACE


def test_view_in_other_contents_does_not_run_for_ever(project, document, tmp_path):
    foreign = tmp_path / "foreign"
    with closing(sqlite3.connect(foreign)) as made:
        made.execute("CREATE TABLE setting (name, value)")
        made.execute(
            "CREATE VIEW edit AS WITH RECURSIVE n(number, id) AS"
            " (SELECT 1, 'a' UNION ALL SELECT number + 1, 'a' FROM n) SELECT * FROM n"
        )
        made.execute("CREATE TABLE fill (bytes)")
        made.execute("INSERT INTO fill VALUES (zeroblob(4000000))")
        made.commit()
    shutil.copy(foreign, tmp_path / "copy")
    run("cp", tmp_path / "copy", project.path)
    assert project.place.state() is FileState.OVERWRITTEN

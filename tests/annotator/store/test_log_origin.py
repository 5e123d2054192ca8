"""A log that was left beside other contents is never applied to them; a log of the file itself always is."""

import gzip
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from annotator.editing import edits
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from annotator.store import wal
from annotator.store.checks import log_origin
from annotator.store.repair.log_frames import FRAME_HEADER, HEADER, read_log
from annotator.store.repair.repairing import repair
from annotator.system.errors import StoreError
from tests.annotator.made import add_article, make_project, span

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests/golden/projects"
SECTOR = 512
PAGE = 4_096


def killed(project, folder):
    """Return a copy of the files of an open project, as a kill would leave them now."""
    folder.mkdir()
    for kind in ("", "-wal", "-shm"):
        shutil.copyfile(wal.beside(project.path, kind), folder / f"{project.path.name}{kind}")
    return folder / project.path.name


def left_by(path, folder, *statements):
    """Return a copy of a project's files as another program leaves them if it is killed after some statements."""
    folder.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        for kind in ("", "-wal"):
            shutil.copyfile(wal.beside(path, kind), folder / f"{path.name}{kind}")
    return folder / path.name


def label(project, document, times=1):
    for _ in range(times):
        project.do(edits.add(span(document, "EU", "ORG")))


def labels(project):
    return sorted(
        row.quote(project.read.text(id_))
        for (id_,) in project._store._connection.execute("SELECT id FROM document")
        for row in project.read.annotated(id_, "anna").spans
    )


def kept_logs(path):
    return list(path.parent.glob("*-wal.unrelated-*"))


@pytest.fixture
def project(tmp_path):
    with closing(make_project(tmp_path)) as made:
        yield made


@pytest.fixture
def document(project):
    id_ = add_article(project)
    label(project, id_)
    project.checkpoint(truncate=True)
    return id_


def other_project(project, document, folder):
    with closing(make_project(folder, annotator="bert")) as made:
        for number in range(30):
            add_article(made, f"Nr. {number}", f"Die EU tagt in Bonn zum {number}. Mal. " * 50)
    return made.path


def same_steps_elsewhere(project, document, folder):
    """A backup holds the same steps on other pages."""
    project._store.copy_to(folder / "copy.spanwright")
    with closing(Project.open(folder / "copy.spanwright")) as made:  # makes it a file with a log
        return made.path


def older(project, document, folder):
    return Path(shutil.copyfile(project.path, folder / "older"))


def branched(project, document, folder):
    """Somebody else's copy, with a step of theirs."""
    shutil.copyfile(project.path, folder / project.path.name)
    with closing(Project.open(folder / project.path.name)) as made:
        label(made, document)
    return made.path


def older_after_half_a_log(project, document, folder):
    """A checkpoint without an empty log, then more steps."""
    label(project, document)
    project.checkpoint()
    return Path(shutil.copyfile(project.path, folder / "older"))


def older_without_steps(project, document, folder):
    """An older state with the same steps, from before a setting was stored."""
    project.keep("tone", "soft")
    project.checkpoint(truncate=True)
    return Path(shutil.copyfile(project.path, folder / "older"))


def overwrite(project, document, make, tmp_path):
    """Return a crashed project over which other contents were copied, and a copy of these."""
    folder = tmp_path / "Archiv"
    folder.mkdir()
    laid = make(project, document, folder)
    project.keep("tone", "harsh")
    if make is not same_steps_elsewhere:
        label(project, document, 60)
    project.checkpoint(truncate=True)
    label(project, document)
    path = killed(project, tmp_path / "crashed")
    shutil.copyfile(laid, path)
    return path, laid


@pytest.fixture
def overwritten(project, document, tmp_path):
    return overwrite(project, document, older, tmp_path)


@pytest.mark.parametrize(
    "make", [other_project, same_steps_elsewhere, older, branched, older_after_half_a_log, older_without_steps]
)
def test_contents_laid_over_a_crash_stay_as_they_are(project, document, make, tmp_path):
    path, laid = overwrite(project, document, make, tmp_path)
    log = wal.beside(path, "-wal").read_bytes()
    with closing(Project.open(path)) as opened:
        assert opened.unrelated_log == kept_logs(path)[0]
    assert path.read_bytes() == laid.read_bytes()
    assert kept_logs(path)[0].read_bytes() == log
    assert check(path, progress=no_progress) == []
    with closing(Project.open(path)) as opened:
        assert opened.unrelated_log is None


def test_log_is_found_through_a_symlink(overwritten, tmp_path):
    path, laid = overwritten
    link = tmp_path / "link.spanwright"
    link.symlink_to(path)
    with closing(Project.open(link, read_only=True)) as opened:
        assert opened.unrelated_log == wal.beside(path, "-wal")
    with closing(Project.open(link)) as opened:
        assert opened.unrelated_log == kept_logs(path)[0]
    assert path.read_bytes() == laid.read_bytes()


def test_readers_ignore_the_log_of_other_contents(overwritten):
    path, laid = overwritten
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    with closing(Project.open(laid, read_only=True)) as opened:
        there = labels(opened)
    with closing(Project.open(path, read_only=True)) as opened:
        assert labels(opened) == there
        assert opened.unrelated_log == wal.beside(path, "-wal")
    assert check(path, progress=no_progress) == []
    after = {each.name: each.read_bytes() for each in path.parent.iterdir() if not each.name.endswith(".lock")}
    assert after == before


def test_repair_ignores_the_log_of_other_contents(overwritten, tmp_path):
    path, laid = overwritten
    for source, out in ((path, "out"), (laid, "expected")):
        assert repair(source, tmp_path / f"{out}.spanwright").whole
    found = []
    for out in ("out", "expected"):
        with closing(Project.open(tmp_path / f"{out}.spanwright", read_only=True)) as opened:
            found.append(labels(opened))
    assert found[0] == found[1]


def test_repair_lists_the_steps_of_a_log_set_aside(project, document, tmp_path):
    label(project, document, 20)
    project.checkpoint(truncate=True)
    laid = older(project, document, tmp_path)
    label(project, document)
    project.checkpoint(truncate=True)
    for words in ("Köln", "Kommission"):
        project.do(edits.add(span(document, words, "LOC")))
    path = killed(project, tmp_path / "crashed")
    shutil.copyfile(laid, path)
    with closing(Project.open(path)) as opened:
        label(opened, document)  # a step of the same number
    report = repair(path, tmp_path / "out.spanwright")
    assert report.whole
    (log,) = report.set_aside
    assert [log.path] == kept_logs(path)
    assert [(step.label, step.words) for step in log.lacks[-2:]] == [("LOC", "Köln"), ("LOC", "Kommission")]
    assert {(step.kind, step.annotator, step.titles) for step in log.lacks} == {("add", "anna", ("Kürzlich",))}
    assert not repair(laid, tmp_path / "other.spanwright").set_aside


def test_repair_before_opening_lists_steps_of_unrelated_log(project, document, tmp_path):
    project.checkpoint(truncate=True)
    laid = older(project, document, tmp_path)
    label(project, document)
    project.checkpoint(truncate=True)
    project.do(edits.add(span(document, "Köln", "LOC")))
    path = killed(project, tmp_path / "crashed")
    shutil.copyfile(laid, path)
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    (log,) = repair(path, tmp_path / "out.spanwright").set_aside
    assert log.path == wal.beside(path, "-wal")
    assert log.lacks[-1].words == "Köln"
    assert {each.name: each.read_bytes() for each in path.parent.iterdir() if each.suffix != ".lock"} == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"document":"', '"document":{},"of":"'),
        ('"document":"', '"document":"\\ud800'),
        ('"parts":[[', '"parts":[[1e999,1],['),
    ],
)
def test_repair_survives_impossible_values_in_a_log_set_aside(project, document, tmp_path, old, new):
    label(project, document)
    project.checkpoint(truncate=True)
    laid = older(project, document, tmp_path)
    label(project, document)
    project.checkpoint(truncate=True)
    label(project, document)
    with project._store._connection as connection:
        connection.execute("UPDATE edit SET changes = replace(changes, ?, ?)", [old, new])
    path = killed(project, tmp_path / "crashed")
    shutil.copyfile(laid, path)
    Project.open(path).close()
    (log,) = repair(path, tmp_path / "out.spanwright").set_aside
    assert log.lacks[-1].words == ""


def test_command_line_says_that_a_log_was_not_used(overwritten):
    path, _ = overwritten
    for word in ("list", "stats"):
        command = [sys.executable, str(ROOT / "main.py"), word, str(path), "--json"]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode == 0
        assert done.stderr.count("other contents") == 1


def test_log_that_cannot_be_set_aside_refuses_writing(overwritten, read_only_folder):
    path, laid = overwritten
    (path.parent / f"{path.name}.lock").touch()
    read_only_folder(path.parent)
    with pytest.raises(StoreError):
        Project.open(path)
    assert path.read_bytes() == laid.read_bytes()


def half_done(path, folder, chance):
    """Yield a killed project with each part of a checkpoint in it: page by page, then sectors in any order."""
    content, log = path.read_bytes(), wal.beside(path, "-wal").read_bytes()
    with wal.beside(path, "-wal").open("rb") as file:
        found = read_log(file)
    size = found.page_size
    pages = {page: log[start : start + size] for page, start in sorted(found.newest.items())}
    folder.mkdir()
    made = folder / path.name
    for kept in [set(list(pages)[:count]) for count in range(0, len(pages) + 1, 2)] + [None] * 12:
        now = bytearray(content)
        for page, new in pages.items():
            for at in range(0, size, SECTOR):
                if page in kept if kept is not None else chance.random() < 0.5:
                    start = (page - 1) * size + at
                    now.extend(bytes(max(0, start + SECTOR - len(now))))
                    now[start : start + SECTOR] = new[at : at + SECTOR]
        made.write_bytes(now)
        wal.beside(made, "-wal").write_bytes(log)
        wal.beside(made, "-shm").unlink(missing_ok=True)
        yield made


@pytest.mark.parametrize("steps", [1, 60])
@pytest.mark.parametrize("before", ["log empty", "log copied", "reopened"])
def test_half_done_checkpoint_is_never_taken_for_other_contents(project, document, tmp_path, steps, before):
    label(project, document, 2)
    if before != "reopened":
        project.checkpoint(truncate=before == "log empty")
        label(project, document, steps)
        path = killed(project, tmp_path / "crashed")
    else:
        with closing(Project.open(killed(project, tmp_path / "first"))) as again:
            label(again, document, steps)
            path = killed(again, tmp_path / "crashed")
    for made in half_done(path, tmp_path / "half", random.Random(steps)):
        assert not log_origin.is_unrelated(made, locked=True)
        with closing(Project.open(made, read_only=True)) as opened:
            assert len(labels(opened)) == 3 + steps


def test_every_moment_of_a_session_fits_its_log(project, document, tmp_path):
    chance, reading = random.Random(7), ExitStack()
    for number in range(60):
        match chance.choice(["label", "label", "label", "copy log", "empty log", "setting", "backup", "reader"]):
            case "label":
                label(project, document)
            case "copy log":
                project.checkpoint()
            case "empty log":
                reading.close()  # a reader would keep the log
                project.checkpoint(truncate=True)
            case "setting":
                project.keep("tone", str(number))
            case "backup":
                project._store.back_up(reason="daily")
            case "reader":
                reading.close()
                reader = reading.enter_context(closing(Project.open(project.path, read_only=True)))
                assert reader.unrelated_log is None
                reading.enter_context(reader.snapshot())
                assert labels(reader) == labels(project)
        with closing(Project.open(killed(project, tmp_path / str(number)))) as opened:
            assert opened.unrelated_log is None
            assert labels(opened) == labels(project)
    reading.close()


@pytest.mark.parametrize("before", ["log empty", "log copied"])
def test_log_cut_off_in_the_first_transaction_fits(project, document, tmp_path, before):
    label(project, document, 5)
    project.checkpoint(truncate=before == "log empty")
    old = wal.beside(project.path, "-wal").read_bytes()
    label(project, document)
    path = killed(project, tmp_path / "crashed")
    new = wal.beside(path, "-wal").read_bytes()
    assert new[:HEADER] != old[:HEADER]  # the log has begun again
    found = set()
    for cut in range(HEADER, len(new) + 1, (FRAME_HEADER + PAGE) // 2):
        wal.beside(path, "-wal").write_bytes(new[:cut] + old[cut:])
        wal.beside(path, "-shm").unlink(missing_ok=True)
        assert not log_origin.is_unrelated(path, locked=True)
        with closing(Project.open(path, read_only=True)) as opened:
            found.add(len(labels(opened)))
    assert found == {6, 7}


@pytest.mark.parametrize("number", ["0", None])
def test_log_of_an_earlier_version_is_read(project, document, tmp_path, number):
    path = killed(project, tmp_path / "closed")
    if number is not None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {number}")
    left = left_by(path, tmp_path / "left", "UPDATE setting SET value = 'en' WHERE name = 'language'")
    with closing(Project.open(left)) as opened:
        assert opened.unrelated_log is None
        assert opened.read.setting("language") == "en"


@pytest.mark.parametrize(
    ("statement", "steps"),
    [
        ("CREATE TABLE own (a)", 0),
        ("CREATE TABLE own (a)", 3),
        ("VACUUM", 0),
        ("VACUUM", 3),
        ("PRAGMA user_version = 7", 3),
    ],
)
def test_log_continued_by_another_program_fits(project, document, tmp_path, statement, steps):
    label(project, document, 2)
    project.checkpoint(truncate=True)
    label(project, document, steps)
    path = left_by(killed(project, tmp_path / "crashed"), tmp_path / "left", statement)
    for made in half_done(path, tmp_path / "half", random.Random(steps)):
        assert not log_origin.is_unrelated(made, locked=True)
        with closing(Project.open(made, read_only=True)) as opened:
            assert len(labels(opened)) == 3 + steps


@pytest.mark.parametrize("steps", [0, 1])
def test_log_of_a_migration_fits(tmp_path, steps):
    path = tmp_path / "old.spanwright"
    path.write_bytes(gzip.decompress((GOLDEN / "m009.spanwright.gz").read_bytes()))
    with closing(Project.open(path)) as migrated:
        for number in range(steps):
            migrated.keep("tone", str(number))
        left = killed(migrated, tmp_path / "crashed")
    for made in half_done(left, tmp_path / "half", random.Random(steps)):
        assert not log_origin.is_unrelated(made, locked=True)
    with closing(Project.open(left)) as opened:
        assert opened.unrelated_log is None


def test_crashed_project_fits_with_and_without_its_log(project, document, tmp_path):
    label(project, document, 2)
    path = killed(project, tmp_path / "crashed")
    alone = Path(shutil.copyfile(path, tmp_path / "alone.spanwright"))
    together = Path(shutil.copyfile(path, tmp_path / "together.spanwright"))
    shutil.copyfile(wal.beside(path, "-wal"), wal.beside(together, "-wal"))
    for copy, known in ((alone, 1), (together, 3)):
        with closing(Project.open(copy)) as opened:
            assert opened.unrelated_log is None
            assert len(labels(opened)) == known


def test_log_of_a_restored_backup_fits(project, document, tmp_path):
    label(project, document, 2)
    restored = shutil.copyfile(project._store.back_up(reason="daily"), tmp_path / "restored.spanwright")
    with closing(Project.open(restored)) as opened:
        label(opened, document)
        path = killed(opened, tmp_path / "crashed")
    for made in half_done(path, tmp_path / "half", random.Random(1)):
        assert not log_origin.is_unrelated(made, locked=True)
        with closing(Project.open(made, read_only=True)) as opened:
            assert len(labels(opened)) == 4


def test_log_that_takes_too_long_to_compare_is_read(overwritten, monkeypatch):
    path, _ = overwritten
    monkeypatch.setattr(log_origin, "_LONGEST", 5_000)
    assert not log_origin.is_unrelated(path, locked=True)


def test_reader_beside_a_writer_sees_its_labels(project, document):
    label(project, document, 5)
    with closing(Project.open(project.path, read_only=True)) as opened:
        assert opened.unrelated_log is None
        assert len(labels(opened)) == 6

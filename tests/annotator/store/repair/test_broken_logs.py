"""Edits in a damaged log are saved before SQLite drops them."""

import shutil

import pytest

from annotator.editing import edits
from annotator.project.project import Project
from annotator.store.repair.log_frames import FRAME_HEADER, HEADER
from annotator.store.repair.repairing import repair
from tests.annotator.made import add_article, make_project, span
from tests.annotator.store.damaged_files import spans

FRAME = FRAME_HEADER + 4096


@pytest.fixture
def killed(tmp_path):
    """Copy a project while it is being labelled: the files are as a kill would leave them."""
    project = make_project(tmp_path)
    document = add_article(project)
    project.checkpoint()
    for words in ("Köln", "EU", "Kommission"):
        project.do(edits.add([span(document, words)]))
    path = tmp_path / "killed.spanwright"
    for suffix in ("", "-wal"):
        shutil.copy(f"{project.path}{suffix}", f"{path}{suffix}")
    project.close()
    return path


def damage(path, at):
    log = path.with_name(path.name + "-wal")
    content = bytearray(log.read_bytes())
    content[at] ^= 0xFF
    log.write_bytes(content)


def test_project_with_a_broken_log_is_copied_and_opens(killed):
    damage(killed, HEADER + FRAME + 100)
    project = Project.open(killed)
    assert project.kept_aside is not None
    assert project.kept_aside.parent.name == "killed.backups"
    add_article(project, "Neu", "Neu hinzugekommen.")
    project.close()
    assert len(spans(killed)) < 3
    report = repair(project.kept_aside, killed.with_name("out.spanwright"))
    assert report.log_broken
    assert len(spans(killed.with_name("out.spanwright"))) == 3
    assert report.backup is None


def test_broken_log_is_kept_when_opened_through_a_symlink(killed, tmp_path):
    damage(killed, HEADER + FRAME + 100)
    link = tmp_path / "elsewhere" / "link.spanwright"
    link.parent.mkdir()
    link.symlink_to(killed)
    project = Project.open(link)
    project.close()
    assert project.kept_aside is not None
    repair(project.kept_aside, tmp_path / "out.spanwright")
    assert len(spans(tmp_path / "out.spanwright")) == 3


@pytest.mark.parametrize("damaged", ["nothing", "tail"])
def test_intact_log_of_a_killed_process_is_not_copied(killed, damaged):
    log = killed.with_name(killed.name + "-wal")
    if damaged == "tail":
        log.write_bytes(log.read_bytes()[: -FRAME // 2])
    project = Project.open(killed)
    assert project.kept_aside is None
    project.close()
    assert not killed.with_suffix(".backups").exists()


def test_command_line_reports_broken_log(killed, capfd):
    from annotator.cli.app import run

    damage(killed, HEADER + FRAME + 100)
    text = killed.with_name("a.txt")
    text.write_text("Ein neuer Artikel über Köln.", "utf-8")
    assert run(["import", str(killed), str(text)]) == 0
    assert "repair that copy" in capfd.readouterr().err

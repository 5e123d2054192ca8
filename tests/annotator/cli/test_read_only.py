"""Commands on a project in a read-only folder."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from tests.mounts import protected


@pytest.fixture
def archive(path, tmp_path):
    folder = tmp_path / "Archiv 📦"
    folder.mkdir()
    return Path(shutil.move(path, folder))


def test_reading_commands_work_in_a_read_only_folder(ask, archive, tmp_path):
    with protected(archive.parent):
        for command in ("list", "stats", "check", "schema", "board"):
            assert "cannot be written" not in ask(command, archive).err
        assert "Köln" in ask("show", archive, "Kürzlich").out
        ask("export", archive, tmp_path / "out.jsonl", "--format", "jsonl")
        ask("backup", archive, tmp_path / "copy.spanwright")
    ask("import", tmp_path / "copy.spanwright", tmp_path / "out.jsonl")


@pytest.mark.parametrize(
    "command", [("import", "{}", "{}"), ("suggest", "{}"), ("replace", "{}", "a", "b"), ("adapt", "{}")]
)
def test_writing_commands_say_why_they_do_not(ask, archive, command):
    with protected(archive.parent):
        said = ask(*(part.format(archive) for part in command), code=1).err
    assert said.startswith("Stadt.spanwright cannot be written: its ")
    assert said.count("\n") == 1


def test_project_whose_log_gets_too_long_a_name_is_refused(ask, path):
    room = os.pathconf(path.parent, "PC_NAME_MAX") - len(path.suffix)
    named = path.rename(path.with_name(f"{'n' * room}{path.suffix}"))
    said = ask("list", named, code=1).err
    assert said == f"{named.name} could not be read: {os.strerror(errno.ENAMETOOLONG)}.\n"

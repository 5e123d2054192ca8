"""The commands' messages about a project that another program altered."""

import sqlite3
from contextlib import closing

import pytest

from annotator.cli.app import run
from tests.annotator.store.old_files import STATES, old_file

EVIL = "CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END"


@pytest.fixture
def path(tmp_path):
    path = old_file(STATES[-1], tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(EVIL)
    return path


def test_writing_command_names_the_object_and_the_remedy(path, tmp_path, capsys):
    before = path.read_bytes()
    article = tmp_path / "new.txt"
    article.write_text("Ein neuer Artikel aus Köln.", "utf-8")
    assert run(["import", str(path), str(article)]) == 1
    said = capsys.readouterr()
    assert said.err == (
        f"{path.name} was altered by another program (trigger evil added) and is not written to: such a change can"
        f" remove labels. Make a cleaned copy: repair {path.name} OUT.\n"
    )
    assert said.out == ""
    assert path.read_bytes() == before


@pytest.mark.parametrize("command", ["list", "show", "stats", "board", "schema", "export", "report", "backup"])
def test_reading_command_warns_in_one_sentence(command, path, tmp_path, capsys):
    more = {
        "show": ["Kürzlich"],
        "export": [str(tmp_path / "out.jsonl"), "--format", "jsonl"],
        "report": [str(tmp_path / "out.html")],
        "backup": [str(tmp_path / "copy.spanwright")],
    }
    assert run([command, str(path), *more.get(command, [])]) == 0
    said = capsys.readouterr()
    assert said.err.strip() == (
        f"{path.name} was altered by another program (trigger evil added). It was read without these changes; to"
        f" make a clean copy: repair {path.name} OUT."
    )
    assert said.out


def test_check_names_what_was_altered(path, capsys):
    assert run(["check", str(path)]) == 1
    assert "evil" in capsys.readouterr().out


def test_check_names_altered_tables_that_cannot_be_read(path, capsys):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE relation")
    assert run(["check", str(path)]) == 1
    said = capsys.readouterr()
    assert "relation" in said.out
    assert "evil" in said.out


def test_whole_project_is_read_without_a_warning(tmp_path, capsys):
    assert run(["check", str(old_file(STATES[-1], tmp_path))]) == 0
    assert capsys.readouterr().err.strip() == ""

"""Start: what opens the window, and what the command line prints."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def main(monkeypatch):
    """Return the file `main.py` as a module."""
    monkeypatch.syspath_prepend(str(ROOT))
    import main

    return main


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["--sample"], True),
        (["Stadt.spanwright"], True),
        (["ordner/Stadt"], True),
        (["pyproject.toml"], True),
        (["Stadt"], False),
        (["lisst"], False),
        (["list"], False),
        (["--version"], False),
        (["list", "Stadt.spanwright"], False),
        (["one", "two"], False),
        (["--sample", "x"], False),
    ],
)
def test_project_opens_the_window_and_command_does_not(main, monkeypatch, arguments, window):
    monkeypatch.chdir(ROOT)
    assert main._is_for_window(arguments) is window


def test_the_command_line_says_which_command_it_does_not_know(main, capfd):
    assert main.main(["lisst"]) == 2
    assert "lisst" in capfd.readouterr().err


def test_the_commands_are_those_of_the_command_line(main):
    from annotator.cli.app import COMMANDS

    assert COMMANDS.keys() == main.COMMANDS


def test_command_collects_garbage_once_it_is_imported(main, capfd):
    assert main.main(["formats"]) == 0
    assert gc.isenabled()


def test_a_program_without_streams_gets_some(main, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    main._have_streams()
    opened = [sys.stdout, sys.stderr]
    assert main.main(["--version"]) == 0
    for stream in opened:
        stream.close()


def test_the_whole_self_test_passes():
    command = [sys.executable, "main.py", "--self-test"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) >= 7
    assert all(line.startswith("ok ") for line in lines)


def test_importing_main_loads_neither_qt_nor_typer():
    code = "import sys, main; print([n for n in sys.modules if n.split('.')[0] in ('PySide6', 'typer', 'annotator')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_program_for_terminals_opens_no_window(main):
    assert main._asked(["/usr/bin/spanwright-cli"]) == ["--help"]
    assert main._asked([r"spanwright-cli.exe", "list"]) == ["list"]
    assert main._asked(["/usr/bin/spanwright"]) == []

"""No hostile argument, and no closed output, makes a command print a traceback.

All files are in the test's own folder. Never let a command write to a device of the real `/dev`.
"""

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.cli import app
from tests.annotator.made import OTHER, add_article, make_project

ROOT = Path(__file__).parents[3]
GOOD, IN, OUT = "{project}", "{input}", "{out}"
COMMANDS = {
    "adapt": [GOOD],
    "ask": [GOOD, "--address", "http://127.0.0.1:9/v1", "--model", "none", "--agree"],
    "backup": [GOOD, OUT],
    "board": [GOOD],
    "check": [GOOD],
    "comments": [GOOD],
    "evaluate": [GOOD, "--model", IN],
    "export": [GOOD, OUT, "--format", "jsonl"],
    "forecast": [GOOD, "--out", OUT],
    "formats": [],
    "import": [GOOD, IN],
    "conflicts": [GOOD],
    "list": [GOOD],
    "merge": [GOOD, IN],
    "new": [OUT],
    "package": [IN, OUT],
    "patterns": [GOOD, "import", IN, "--label", "LOC"],
    "prioritise": [GOOD, "Kürzlich", "--to", "high"],
    "replace": [GOOD, "Kürzlich", "zwei"],
    "report": [GOOD, OUT],
    "schema": [GOOD],
    "show": [GOOD, "Kürzlich"],
    "sources": [],
    "stats": [GOOD],
    "suggest": [GOOD, "--source", "seen"],
    "train": [GOOD, "--out", OUT, "--steps", "1"],
}
SLOTS = [
    (command, slot)
    for command, template in COMMANDS.items()
    for slot, word in enumerate(template)
    if word in {GOOD, IN, OUT}
]


def hostile(folder):
    """Create hostile arguments; return the paths by name."""
    (folder / "folder").mkdir(parents=True)
    os.mkfifo(folder / "fifo")
    (folder / "empty").touch()
    (folder / "Müll ü\n🎈.spanwright").write_bytes(b"x" * 5000)
    (folder / "loop").symlink_to(folder / "loop")
    (folder / "dangling").symlink_to(folder / "nowhere" / "at all")
    (folder / "unreadable").write_bytes(b"x")
    (folder / "unreadable").chmod(0)
    below = [folder / "empty" / "below a file", folder / "nowhere" / "below", folder / ("x" * 300)]
    return [folder / "missing", *sorted(folder.iterdir()), *below, "", ".", "..", "-x", "--", "a\udcff"]


def test_every_command_is_tried():
    made = {"deal", "packages", "agreement", "adjudicate", "retest", "practice", "person"}  # tried where they are made
    assert app.COMMANDS.keys() - {"corpus", "repair"} - made == COMMANDS.keys()


@pytest.mark.timeout(60)  # a FIFO that is opened would wait for ever
@pytest.mark.parametrize(("command", "slot"), SLOTS)
def test_hostile_path_is_refused_in_a_sentence(run_quietly, tmp_path, monkeypatch, command, slot):
    with closing(make_project(tmp_path)) as project:
        add_article(project)
        add_article(project, "zwei", OTHER)
    (tmp_path / "in.txt").write_text("Neues aus Köln.", "utf-8")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")  # what is written to a relative path stays there
    for number, path in enumerate(hostile(tmp_path / "hostile")):
        words = {"project": project.path, "input": tmp_path / "in.txt", "out": tmp_path / f"out{number}"}
        line = [word.format(**words) for word in COMMANDS[command]]
        line[slot] = os.fspath(path)
        code, said = run_quietly(command, *line)
        assert code in {0, 1, 2}, (path, said)
        assert "Traceback" not in said
        assert "should not have" not in said or path == "a\udcff", (path, said)
        assert bool(said.strip()) or code == 0, path


@pytest.fixture
def run_quietly(capfd):
    from annotator.cli.app import run

    def ran(*arguments):
        code = run(arguments)
        return code, capfd.readouterr().err

    return ran


@pytest.fixture
def long_list(tmp_path):
    """A command line that lists a project whose list is longer than a pipe holds."""
    with closing(make_project(tmp_path)) as project:
        add_article(project, "Über Köln " * 300_000)  # 3 MB
    return [sys.executable, ROOT / "main.py", "list", project.path]


def test_closed_pipe_is_silent(long_list):
    with subprocess.Popen(long_list, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(2) == b"id"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in {0, 1}  # 0 where the system took all of it at once


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no device that is always full")
def test_full_output_is_reported_in_a_sentence(long_list):
    with Path("/dev/full").open("wb") as full:  # as standard output: nothing is opened by its name
        for line in (long_list, [*long_list[:2], "formats"]):
            done = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
            assert (done.returncode, done.stderr) == (
                1,
                "The output could not be written: the disk is full; make room and try again.\n",
            )


def test_ctrl_c_ends_with_130_and_without_words(long_list):
    with subprocess.Popen(long_list, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(2)  # now it waits for somebody to read on
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b""
        assert process.wait(20) == 130


def test_umlauts_are_printed_whatever_the_locale(long_list):
    plain = {"PATH": os.environ["PATH"], "LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run([*long_list, "--json"], env=plain, capture_output=True, check=True)
    assert "Über Köln".encode() in done.stdout


def test_bug_is_one_sentence_unless_trace_is_requested(run_quietly, monkeypatch, tmp_path):
    broken = str(tmp_path / "a\0b")  # no shell can give it
    code, said = run_quietly("suggest", broken)
    assert code == 1
    assert said.startswith("This is a bug in Spanwright (ValueError: ")
    monkeypatch.setenv("SPANWRIGHT_TRACEBACK", "1")
    with pytest.raises(ValueError, match="null"):
        run_quietly("suggest", broken)

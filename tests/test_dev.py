"""The first start: how the progress of the installation is shown, in a terminal and in a log."""

import hashlib
import sys
import zipfile
from pathlib import Path

import pytest

import dev

LOCK = """click==8.5.1 \\
    --hash=sha256:0
numpy==2.4.6 ; x
numpy==2.5.5 ; y
pyside6-essentials==6.11.3
wincon==1 ; z
"""


class Terminal:
    """An output that can claim to be a terminal or not."""

    def __init__(self, *, is_terminal):
        self.text = ""
        self._is_terminal = is_terminal

    def isatty(self):
        return self._is_terminal

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def install(monkeypatch, site, *, is_terminal, term="xterm"):
    """Simulate an installation from the lines that pip prints, and return what was printed."""
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLUMNS", "40")
    shown = Terminal(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stdout", shown)
    progress = dev.Progress()
    progress.show(0, "Creating .venv")
    fetching = dev.Fetching(LOCK, progress, site)
    fetching.heed("Ignoring numpy: markers 'y' don't match your environment")
    fetching.heed("Ignoring wincon: markers 'z' don't match your environment")
    fetching.heed("WARNING: Running pip as the 'root' user can result in broken permissions")
    for name in ("click==8.5.1", "numpy==2.4.6", "pyside6-essentials==6.11.3"):
        fetching.heed(f"Collecting {name} (from -r requirements.lock (line 1))")
        fetching.heed("  Downloading it.whl (9 MB)")
    fetching.heed("Installing collected packages: pyside6-essentials, numpy, click")
    for name in ("pyside6_essentials", "numpy"):
        (site / f"{name}-1.dist-info").mkdir()
        fetching.heed("")
    progress.show(100, "Installed")
    return shown.text


@pytest.mark.parametrize(("is_terminal", "term"), [(False, "xterm"), (True, "dumb")])
def test_progress_on_dumb_terminal_is_plain_lines(monkeypatch, tmp_path, is_terminal, term):
    assert install(monkeypatch, tmp_path, is_terminal=is_terminal, term=term).splitlines() == [
        "  0 %  Creating .venv",
        " 13 %  Downloading pyside6-essentials",
        " 70 %  Installing pyside6-essentials",
        " 79 %  Installing numpy",
        " 89 %  Installing click",
        "100 %  Installed",
    ]


def test_progress_in_terminal_rewrites_one_line(monkeypatch, tmp_path):
    text = install(monkeypatch, tmp_path, is_terminal=True)
    lines = text.split("\r")[1:]
    assert text.count("\n") == 1
    assert text.endswith("\n")
    assert {len(line.rstrip("\n")) for line in lines} == {39}
    percents = [int(line[:3]) for line in lines]
    assert percents == sorted(percents)
    assert "WARNING" not in text


def test_failed_installation_prints_its_reason(tmp_path, capsys):
    lock = tmp_path / "requirements.lock"
    lock.write_text("no/such/package\n", "utf-8")
    assert not dev.fetch(Path(sys.executable), lock, dev.Progress())
    assert "ERROR: Invalid requirement" in capsys.readouterr().out


def wheel(folder, name, version, needs=""):
    """Write a wheel without modules; return its line in a lock."""
    file = folder / f"{name}-{version}-py3-none-any.whl"
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}")
        packed.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        packed.writestr(f"{info}/RECORD", "")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


def test_lock_installs_though_newer_releases_exist(tmp_path, monkeypatch):
    lock = tmp_path / "requirements.lock"
    asker = wheel(tmp_path, "asker", "1", "Requires-Dist: opener[web]>=1\n")
    lock.write_text(asker + wheel(tmp_path, "opener", "1"), "utf-8")
    wheel(tmp_path, "opener", "2")
    for option, value in (("NO_INDEX", "1"), ("FIND_LINKS", tmp_path), ("TARGET", tmp_path / "site")):
        monkeypatch.setenv(f"PIP_{option}", str(value))
    assert dev.fetch(Path(sys.executable), lock, dev.Progress())
    assert (tmp_path / "site/opener-1.dist-info").is_dir()


PRINTS = """
import sys
if "--last-failed" not in sys.argv:
    print("FAILED tests/a.py::test_x - assert 1", "ERROR tests/b.py", "ERROR    root:x.py:1 a log", sep="\\n")
elif "always" in sys.argv:
    print("FAILED tests/a.py::test_x - assert 2")
print("1 failed in 1.2s")
sys.exit("always" in sys.argv or "--last-failed" not in sys.argv)
"""


def test_failed_tests_are_listed_apart(monkeypatch, capsys):
    monkeypatch.delenv("CI", raising=False)
    code, summary, failures = dev.pytest(sys.executable, "-c", PRINTS)
    assert (code, summary) == (1, "1 failed in 1.2s")
    assert failures.split("\n  ") == ["", "FAILED tests/a.py::test_x - assert 1", "ERROR tests/b.py"]
    assert "root:x.py:1 a log" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "ended", "flaky"),
    [((), 0, ["tests/a.py::test_x", "tests/b.py"]), (("always",), 1, ["tests/b.py"])],
)
def test_few_failed_tests_run_again_on_ci(monkeypatch, args, ended, flaky):
    monkeypatch.setenv("CI", "1")
    monkeypatch.setattr(dev, "FLAKY", [])
    code, _, failures = dev.pytest(sys.executable, "-c", PRINTS, *args)
    assert code == ended
    assert [line.split()[1] for line in dev.FLAKY] == flaky
    assert ("assert 2" in failures) == bool(ended)

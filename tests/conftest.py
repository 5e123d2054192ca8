"""Every test works in a folder of its own, opens no dialog and leaves nothing behind."""

import gc
import multiprocessing
import os
import tempfile
import threading
from pathlib import Path

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
)

import annotator.jobs.searching.meaning  # noqa: F401  # takes the encoder that ships, which compares meanings in all tests
from annotator.suggest.sources import registry
from annotator.suggest.sources.source import EncoderFolder

MEMORY = Path("/dev/shm")  # noqa: S108  # pytest makes its folders in it
if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK):
    _disk = os.statvfs(MEMORY)
    if _disk.f_bavail * _disk.f_frsize >= 4 << 30 and not _disk.f_flag & os.ST_NOEXEC:
        # On a disk, tests of the store wait a third of their time for SQLite to sync.
        os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

hypothesis.settings.register_profile("spanwright", deadline=None)  # machines differ in speed
hypothesis.settings.load_profile("spanwright")

SHIPPED = registry.ENCODER
#: Other tests do without the encoder, which takes ten times as long; fixtures of a whole session, too.
registry.ENCODER = EncoderFolder(Path(__file__).parent / "no encoder")

MOST_EXEMPT = 20_000  #: objects; the windows of ten tests
TURN = 10  #: tests from one count of these objects to the next, since a count takes long
_tests = _kept = 0

GOLDEN = Path(__file__).parent / "golden"
MODAL = {
    QDialog: ("exec",),
    QMessageBox: ("exec", "about", "critical", "information", "question", "warning"),
    QFileDialog: (
        "exec",
        "getExistingDirectory",
        "getOpenFileName",
        "getOpenFileNames",
        "getSaveFileName",
    ),
    QInputDialog: ("exec", "getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    QColorDialog: ("exec", "getColor"),
    QFontDialog: ("exec", "getFont"),
    QMenu: ("exec",),
}


def pytest_collection_finish(session):
    """Keep the shipped encoder if only tests of corpora run, because their processes use it, too."""
    if session.items and all("scale" in item.keywords for item in session.items):
        registry.ENCODER = SHIPPED


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


def refuse(*_args, **_kwargs):
    raise AssertionError("a test opened a modal dialog or menu: it would wait for ever")


@pytest.fixture(autouse=True)
def answers_of_shipped_encoder(request, monkeypatch):
    """Let only tests marked as `thorough` read with the shipped encoder."""
    if "thorough" in request.keywords:
        monkeypatch.setattr(registry, "ENCODER", SHIPPED)


@pytest.fixture(autouse=True)
def isolated(tmp_path, monkeypatch):
    """Settings and user folders lie in the test's own folder; nothing modal opens."""
    home = tmp_path / ".home"
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(home / "config"))
    for owner, names in MODAL.items():
        for name in names:
            monkeypatch.setattr(owner, name, refuse)


def _sweep():
    """Free closed windows that the garbage collector was told to skip; pytest holds them until the test is over."""
    global _tests, _kept  # noqa: PLW0603  # one for this process
    _tests += 1
    if _tests % TURN == 0 and gc.get_freeze_count() - _kept > MOST_EXEMPT:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        _kept = gc.get_freeze_count()


@pytest.fixture(autouse=True)
def nothing_left_over(isolated):
    """No thread, process or visible window outlives its test."""
    _sweep()
    before = set(threading.enumerate())
    yield
    if QApplication.instance():
        QApplication.clipboard().clear()  # Qt without a screen would free it when Python is gone: a crash at exit
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # an unclosed file or database is told now, not in a later test
    gc.freeze()  # what stays need not be looked through after each test
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(timeout=10)
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for window in windows:
        window.hide()  # the next test is not to blame
    processes = multiprocessing.active_children()
    for process in processes:
        process.kill()
    assert not [thread for thread in left if thread.is_alive()], "threads left over"
    assert not processes, "processes left over"
    assert not windows, "windows left over"


@pytest.fixture
def golden(request):
    """Return a check of bytes against the file of that name in tests/golden."""

    def check(name, content: bytes):
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert path.is_file(), f"no {path}; make it with --update-golden and read it"
        assert content == path.read_bytes()

    return check

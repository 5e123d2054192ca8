"""A bug is logged and shown in a dialog, and the program goes on."""

import gc
import logging
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, Qt, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from annotator.system.errors import StoreError
from ui.base.crashes import Crashes
from ui.base.log_dialog import LogDialog


@pytest.fixture
def crashes(tmp_path, qtbot):
    import faulthandler

    hooks = sys.excepthook, threading.excepthook
    made = Crashes(tmp_path / "Protokoll")
    made.install()
    yield made
    made.uninstall()
    sys.excepthook, threading.excepthook = hooks
    qInstallMessageHandler(None)
    faulthandler.enable()


def log(crashes):
    for handler in logging.getLogger("spanwright").handlers:
        handler.flush()
    return (crashes.folder / "spanwright.log").read_text("utf-8")


def raised(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


def test_exception_is_logged_and_shown(crashes, qtbot):
    sys.excepthook(*raised(ValueError("<b>Größe</b> 🎈")))
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    assert "ValueError: <b>Größe</b> 🎈" in crashes.dialog.trace
    assert "ValueError: <b>Größe</b> 🎈" in log(crashes)
    assert isinstance(crashes.dialog.findChild(QPlainTextEdit, "crashTrace"), QPlainTextEdit)
    crashes.dialog.copy()
    assert QGuiApplication.clipboard().text() == crashes.dialog.trace


def test_second_fault_uses_same_dialog(crashes, qtbot):
    crashes.report("erstens")
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    first = crashes.dialog
    crashes.report("zweitens")
    qtbot.waitUntil(lambda: "zweitens" in first.trace)
    assert crashes.dialog is first


def test_crash_dialog_outlives_closed_window(crashes, qtbot):
    front = QDialog()
    front.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    front.show()
    front.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is front)
    crashes.report("erstens 🎈")
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    with qtbot.waitSignal(front.destroyed):
        front.close()
    assert crashes.dialog.isVisible()
    crashes.report("zweitens")
    qtbot.waitUntil(lambda: "zweitens" in crashes.dialog.trace)


def test_fault_in_crash_dialog_is_logged_once(crashes, qtbot, monkeypatch):
    tried = []

    def show(trace):
        tried.append(trace)
        crashes.report("Fehler im Fehler")  # what sys.excepthook does with what a slot raised
        raise ValueError

    monkeypatch.setattr(crashes, "_show", show)
    crashes.report("erstens")
    with qtbot.captureExceptions():
        qtbot.waitUntil(lambda: bool(tried))
        QCoreApplication.processEvents()
        QCoreApplication.processEvents()
    assert tried == ["erstens"]
    assert log(crashes).count("Fehler im Fehler") == 1


def test_thread_fault_is_shown_on_gui_thread(crashes, qtbot):
    def fail():
        raise ValueError("im Faden")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crashes.dialog is not None and "im Faden" in crashes.dialog.trace)


def test_uncaught_expected_failure_is_shown_and_logged(window, qtbot):
    crashes = window.desk.crashes
    hooks = sys.excepthook, threading.excepthook
    crashes.install()
    try:
        sys.excepthook(*raised(StoreError("store.damaged", file="Städte", place="Seite 7 🎈", backups="hier")))
        qtbot.waitUntil(lambda: window.messages.words != "")
        assert "Städte" in window.messages.words
        assert crashes.dialog is None
        assert "Seite 7 🎈" in log(crashes)
    finally:
        crashes.uninstall()
        sys.excepthook, threading.excepthook = hooks


def test_return_closes_log(crashes, qtbot):
    dialog = LogDialog(crashes.log)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_qt_warnings_are_logged(crashes):
    qWarning("Achtung 🎈")
    assert "WARNING Qt default: Achtung 🎈" in log(crashes)


def test_dialog_without_log(tmp_path, qtbot):
    hooks = sys.excepthook, threading.excepthook
    (tmp_path / "Datei").write_text("")
    crashes = Crashes(tmp_path / "Datei" / "log")
    crashes.install()
    try:
        crashes.report("Spur")
        qtbot.waitUntil(lambda: crashes.dialog is not None)
        assert crashes.dialog is not None
    finally:
        crashes.uninstall()
        sys.excepthook, threading.excepthook = hooks


def test_crash_dialog_is_freed_without_the_collector(crashes, qtbot):
    crashes.report("erstens 🎈")
    qtbot.waitUntil(lambda: crashes.dialog is not None and crashes.dialog.isVisible())
    held = weakref.ref(crashes.dialog)
    gc.disable()
    try:
        crashes.uninstall()
        assert held() is None
    finally:
        gc.enable()

"""What becomes of a bug: log and dialog, and work goes on."""

import logging
import sys
import threading

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


def test_an_exception_is_logged_and_shown_as_plain_text_that_can_be_copied(crashes, qtbot):
    sys.excepthook(*raised(ValueError("<b>Größe</b> 🎈")))
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    assert "ValueError: <b>Größe</b> 🎈" in crashes.dialog.trace
    assert "ValueError: <b>Größe</b> 🎈" in log(crashes)
    assert isinstance(crashes.dialog.findChild(QPlainTextEdit, "crashTrace"), QPlainTextEdit)
    crashes.dialog.copy()
    assert QGuiApplication.clipboard().text() == crashes.dialog.trace


def test_a_second_fault_goes_into_the_same_dialog(crashes, qtbot):
    crashes.report("erstens")
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    first = crashes.dialog
    crashes.report("zweitens")
    qtbot.waitUntil(lambda: "zweitens" in first.trace)
    assert crashes.dialog is first


def test_a_fault_outlives_the_window_in_front_of_it_and_the_next_one_is_shown_too(crashes, qtbot):
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


def test_a_fault_in_telling_of_a_fault_is_logged_once_and_not_told_for_ever(crashes, qtbot, monkeypatch):
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


def test_a_fault_on_another_thread_is_told_on_the_gui_thread(crashes, qtbot):
    def fail():
        raise ValueError("im Faden")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crashes.dialog is not None and "im Faden" in crashes.dialog.trace)


def test_an_expected_failure_that_nobody_caught_is_told_in_the_message_bar_and_logged(window, qtbot):
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


def test_return_in_the_log_closes_it(crashes, qtbot):
    dialog = LogDialog(crashes.log)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_warnings_of_qt_are_in_the_log(crashes):
    qWarning("Achtung 🎈")
    assert "WARNING Qt default: Achtung 🎈" in log(crashes)


def test_without_a_place_for_the_log_there_is_still_the_dialog(tmp_path, qtbot):
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

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.base.later import Later


def test_runs_once_after_painting(qtbot):
    happened = []

    class Sheet(QWidget):
        def paintEvent(self, _event):  # noqa: N802 - Qt calls it
            happened.append("painted")

    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitExposed(sheet)
    qtbot.waitUntil(lambda: "painted" in happened)
    happened.clear()
    later = Later(lambda: happened.append("done"), sheet)
    later.ask()
    sheet.update()
    later.ask()
    assert happened == []
    qtbot.waitUntil(lambda: "done" in happened)
    assert happened == ["painted", "done"]


def test_catch_up_runs_once(qtbot):
    done, parent, turns = [], QObject(), []
    later = Later(lambda: done.append(True), parent)
    later.catch_up()
    assert done == []
    later.ask()
    later.catch_up()
    Later(lambda: turns.append(True), parent).ask()
    qtbot.waitUntil(lambda: bool(turns))
    assert done == [True]


def test_call_follows_the_one_that_requests_it(qtbot):
    done, parent = [], QObject()

    def begin():
        done.append("first")
        then.ask()

    first = Later(begin, parent)
    then = Later(lambda: done.append("then"), parent, first)
    first.ask()
    then.catch_up()
    assert done == ["first", "then"]
    first.ask()
    first.catch_up()
    assert done == ["first", "then"] * 2


def test_cancelled_call_does_not_run(qtbot):
    done, parent, turns = [], QObject(), []
    later = Later(lambda: done.append(True), parent)
    later.ask()
    asked = [later.asked]
    later.cancel()
    asked.append(later.asked)
    assert asked == [True, False]
    Later(lambda: turns.append(True), parent).ask()
    qtbot.waitUntil(lambda: bool(turns))
    assert done == []

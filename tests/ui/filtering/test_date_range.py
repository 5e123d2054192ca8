"""The dialog for a range of days."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit

from ui.filtering.filters import DateRange


def asked(qtbot, since, until, act):
    dialog = DateRange(since, until)
    qtbot.addWidget(dialog)
    said = []
    dialog.chosen.connect(lambda *days: said.append(days))
    act(dialog)
    dialog.accept()
    return said


def test_chosen_day_is_a_limit(qtbot):
    said = asked(qtbot, None, None, lambda d: d.findChild(QDateEdit, "sinceDay").setDate(QDate(2026, 3, 9)))
    assert said == [("2026-03-09", "")]


def test_limit_can_be_removed(qtbot):
    said = asked(qtbot, "2026-03-09", "2026-03-10", lambda d: d.findChild(QCheckBox, "sinceBox").setChecked(False))
    assert said == [("", "2026-03-10")]


def test_reversed_days_are_swapped(qtbot):
    assert asked(qtbot, "2026-03-10", "2026-03-09", lambda d: None) == [("2026-03-09", "2026-03-10")]

import gc
import weakref

import pytest
from PySide6.QtCore import Qt

from ui.base.gc_pause import Sweeping, uncollected


class Row:
    """Something that goes when nobody holds it."""

    itself: "Row | None" = None


def test_the_collector_rests_and_works_again_afterwards():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_a_failure_too():
    with pytest.raises(ValueError, match="Köln"), uncollected():
        raise ValueError("Köln")
    assert gc.isenabled()


def test_where_it_rested_before_it_goes_on_resting():
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
    gc.enable()


def test_what_was_made_meanwhile_goes_when_nobody_holds_it():
    with uncollected():
        row = Row()
    gone = weakref.ref(row)
    del row
    assert gone() is None


def test_cycles_that_were_passed_over_go_while_another_program_is_in_front(qapp, qtbot, monkeypatch):
    monkeypatch.setattr("ui.base.gc_pause._AWAY", 50)
    sweeping = Sweeping(qapp)
    row = Row()
    row.itself = row
    gone = weakref.ref(row)
    with uncollected():
        del row
    gc.collect()
    assert gone() is not None, "it was passed over"
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.wait(100)
    assert gone() is not None, "nothing is held up while somebody works"
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: gone() is None)
    sweeping.deleteLater()

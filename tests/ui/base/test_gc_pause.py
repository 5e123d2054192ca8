import gc
import weakref

import pytest
from PySide6.QtCore import Qt

from ui.base.gc_pause import BackgroundCollector, uncollected


class Row:
    """An object that is freed when unreferenced."""

    itself: "Row | None" = None


def test_collector_pauses_and_resumes():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collector_resumes_after_failure():
    with pytest.raises(ValueError, match="Köln"), uncollected():
        raise ValueError("Köln")
    assert gc.isenabled()


def test_disabled_collector_stays_disabled():
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
    gc.enable()


def test_unreferenced_objects_are_freed():
    with uncollected():
        row = Row()
    gone = weakref.ref(row)
    del row
    assert gone() is None


def test_exempt_cycles_are_collected_in_background(qapp, qtbot, monkeypatch):
    monkeypatch.setattr("ui.base.gc_pause._AWAY", 50)
    collector = BackgroundCollector(qapp)
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
    collector.deleteLater()

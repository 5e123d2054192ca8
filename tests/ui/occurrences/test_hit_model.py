"""Choosing occurrences in the list."""

import pytest
from PySide6.QtCore import Qt

from annotator.editing.occurrence_states import Hit, OccurrenceState, Purpose
from annotator.jobs.searching.project_search import FoundOccurrences
from annotator.model import schema_file
from ui.occurrences.hit_list import HitModel
from ui.occurrences.occurrence_words import Keep
from ui.occurrences.occurrences_page import joined


def hit(start, standing=OccurrenceState.FREE, label="", document="d"):
    return Hit(document, start, start + 3, "der ", "Rat", " tagt", standing, label)


HITS = (hit(0), hit(10, OccurrenceState.LABELLED, "LOC"), hit(20, OccurrenceState.REFUSED, "ORG"), hit(30))


@pytest.fixture
def model(qapp):
    made = HitModel()
    made.schema = schema_file.load("news")
    made.aim_at(Purpose.LABEL, "ORG")
    made.show_hits(HITS, {"d": "Rat 🎈"}, afresh=True)
    return made


def states(model):
    return [model.state(row) for row in range(model.rowCount())]


def test_rejected_is_dropped_and_decided_cannot_be_kept(model):
    assert states(model) == [Keep.KEPT, Keep.NEVER, Keep.DROPPED, Keep.KEPT]
    assert model.kept == 2
    assert not model.keep(1, True)


def test_states_take_room_only_if_a_row_has_one(model):
    assert model.says_states
    model.show_hits((hit(0), hit(30)), {}, afresh=True)
    assert not model.says_states


def test_dropped_row_stays_dropped_across_purposes(model, qtbot):
    with qtbot.waitSignal(model.counted):
        model.keep(0, False)
    model.aim_at(Purpose.RELABEL, "ORG")
    assert states(model) == [Keep.NEVER, Keep.KEPT, Keep.NEVER, Keep.NEVER]
    model.aim_at(Purpose.LABEL, "PER")
    assert states(model) == [Keep.DROPPED, Keep.NEVER, Keep.KEPT, Keep.KEPT]
    model.show_hits(HITS, {}, afresh=False)
    assert model.state(0) is Keep.DROPPED
    model.show_hits(HITS, {}, afresh=True)
    assert model.state(0) is Keep.KEPT


def test_keep_all_skips_decided_rows(model):
    model.keep_all(True)
    assert model.places() == {"d": {(0, 3), (20, 23), (30, 33)}}
    model.keep_all(False)
    assert model.places() == {}
    assert model.kept == 0


def test_accessible_text_has_words_state_and_choice(model):
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1, 2)]
    around = "der Rat tagt"
    assert spoken == [
        f"Rat, chosen, Rat 🎈, {around}",
        f"Rat, Place, Rat 🎈, {around}",
        f"Rat, Organisation rejected, not chosen, Rat 🎈, {around}",
    ]


def test_tooltip_shows_full_context(model):
    told = str(model.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert "der Rat tagt" in told
    assert "Rat 🎈" in told


def test_refreshed_article_keeps_its_place():
    project = FoundOccurrences(
        hits=(hit(0, document="a"), hit(0, document="b"), hit(0, document="c")),
        titles=dict(zip("abc", "ABC", strict=True)),
    )
    article = FoundOccurrences(hits=(hit(5, document="b"), hit(9, document="b")), titles={"b": "B"})
    found = joined(project, article)
    assert [(one.document, one.start) for one in found.hits] == [("a", 0), ("b", 5), ("b", 9), ("c", 0)]
    gone = joined(project, FoundOccurrences(hits=(), titles={"b": "B"}))
    assert [one.document for one in gone.hits] == ["a", "c"]

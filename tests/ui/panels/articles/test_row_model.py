from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import Qt

from annotator.editing.edits import Change
from annotator.model.schema_file import load
from annotator.model.values import SuggestionState
from tests.ui.articles import TEXT, claim, span, suggestion
from ui.article.accessible import plain_words
from ui.panels.articles.row_model import DOUBTED, SUGGESTED, RowModel, RowOrder

MOEWENORT = span("Möwenort")
PETERSEN = replace(span("Änne Petersen", "PER"), doubt=True)
SAVES = replace(claim("spart das"), note="Prüfen: Haushalt")
SURE = suggestion("Küstenrat", "ORG", nth=2, score=0.97)
UNSURE = suggestion("Hafen-Stadt", "MISC", score=0.4)
ROWS = (MOEWENORT, PETERSEN, SAVES, SURE, UNSURE)


@pytest.fixture
def model(qapp):
    model = RowModel(plain_words)
    model.show_all(ROWS, TEXT, load("news"))
    return model


def words(model):
    return [model.data(model.index(row)) for row in range(model.rowCount())]


def test_rows_in_order_of_place(model):
    assert words(model) == ["Küstenrat", "Möwenort", "Änne Petersen", "spart das", "Hafen-Stadt"]
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "Küstenrat, ORG, suggestion, 97%"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (RowOrder.LABEL, ["Änne Petersen", "Küstenrat", "Möwenort", "Hafen-Stadt", "spart das"]),
        (RowOrder.WORDS, ["Hafen-Stadt", "Küstenrat", "Möwenort", "spart das", "Änne Petersen"]),
        (RowOrder.DOUBT, ["Änne Petersen", "Hafen-Stadt", "Küstenrat", "Möwenort", "spart das"]),
    ],
)
def test_rows_in_each_order(model, order, expected):
    model.arrange(order)
    assert words(model) == expected
    for place, row in enumerate(expected):
        assert words(model)[model.index_of(model.row(place).id)] == row


@pytest.mark.parametrize(
    ("typed", "kind", "expected"),
    [
        ("möwen", "", ["Möwenort"]),
        ("PER", "", ["Änne Petersen"]),
        ("place", "", ["Möwenort"]),
        ("haushalt", "", ["spart das"]),
        ("", "claims", ["spart das"]),
        ("", SUGGESTED, ["Küstenrat", "Hafen-Stadt"]),
        ("", DOUBTED, ["Änne Petersen", "spart das"]),
        ("rat", "entities", ["Küstenrat"]),
        ("nirgends", "", []),
    ],
)
def test_narrow_by_words_label_note_and_kind(model, typed, kind, expected):
    model.narrow(typed, kind)
    assert words(model) == expected
    assert model.held == 5
    model.narrow("", "")
    assert model.rowCount() == 5


@pytest.mark.parametrize("order", list(RowOrder))
def test_following_edits_equals_reloading(model, order):
    model.arrange(order)
    accepted = replace(SURE, state=SuggestionState.ACCEPTED)
    named = span("Küstenrat", "ORG", nth=2)
    moved = replace(MOEWENORT, parts=((0, 5),))
    model.apply_changes([Change(before=SURE, after=accepted), Change(after=named)], "d1")
    model.apply_changes([Change(before=MOEWENORT, after=moved)], "d1")
    model.apply_changes([Change(before=PETERSEN)], "d1")
    model.apply_changes([Change(after=replace(named, id="elsewhere", document="d2"))], "d1")
    followed = words(model)
    anew = RowModel(plain_words)
    anew.show_all((moved, SAVES, UNSURE, named), TEXT, load("news"))
    anew.arrange(order)
    assert followed == words(anew)
    assert model.index_of(SURE.id) is None


def test_follow_many_changes(model):
    many = [replace(MOEWENORT, id=f"row {number}") for number in range(200)]
    Random(1).shuffle(many)
    model.apply_changes([Change(after=row) for row in many], "d1")
    assert model.rowCount() == 205
    model.apply_changes([Change(before=row) for row in many], "d1")
    assert words(model) == ["Küstenrat", "Möwenort", "Änne Petersen", "spart das", "Hafen-Stadt"]


def test_filtered_row_appears_without_filter(model):
    model.narrow("", "claims")
    model.apply_changes([Change(after=span("Lotsin", "PER"))], "d1")
    assert words(model) == ["spart das"]
    model.narrow("", "")
    assert "Lotsin" in words(model)

from dataclasses import replace

from annotator.model.values import Span, Suggestion, SuggestionState
from tests.ui.articles import span, suggestion
from ui.article.layout.row_index import EVERYTHING, LONG, RowIndex, ShownRows, place_of

MOEWENORT: Span = span("Möwenort")
PETERSEN = span("Änne Petersen", "PER")
RAT = suggestion("Küstenrat", "ORG", nth=2)


def test_rows_are_found_by_any_shared_character():
    rows = RowIndex([PETERSEN, RAT, MOEWENORT])

    assert rows.within(RAT.start, MOEWENORT.end) == [RAT, MOEWENORT]
    assert rows.within(MOEWENORT.end, PETERSEN.start) == []
    assert rows.within(PETERSEN.end - 1, PETERSEN.end) == [PETERSEN]


def test_long_row_is_found_from_its_far_end():
    far = replace(MOEWENORT, id="far", parts=((0, 3 * LONG),))
    rows = RowIndex([far, PETERSEN])

    assert rows.within(3 * LONG - 1, 3 * LONG) == [far]
    assert rows.remove("far") is far
    assert rows.within(0, 10) == []


def test_rows_are_added_and_removed():
    rows = RowIndex([PETERSEN])
    rows.add(MOEWENORT)

    assert rows.within(0, 200) == [MOEWENORT, PETERSEN]
    assert rows.remove(MOEWENORT.id) is MOEWENORT
    assert rows.remove(MOEWENORT.id) is None
    assert rows.within(0, 200) == [PETERSEN]
    assert len(rows) == 1


def test_decided_suggestion_is_not_drawn():
    rows = RowIndex([replace(RAT, state=SuggestionState.REJECTED)])

    assert len(rows) == 0


def test_next_row_by_place_and_kind():
    second = span("Möwenort", nth=2)
    rows = RowIndex([second, PETERSEN, RAT, MOEWENORT])

    assert rows.next(Span, (0, -1, ""), 1) == MOEWENORT
    assert rows.next(Span, place_of(MOEWENORT), 1) == PETERSEN
    assert rows.next(Span, place_of(second), 1) is None
    assert rows.next(Span, place_of(second), -1) == PETERSEN
    assert rows.next(Suggestion, place_of(second), -1) == RAT


def test_next_visits_all_rows_at_same_place():
    twins = [replace(MOEWENORT, id=id_) for id_ in ("b", "a", "c")]
    rows = RowIndex(twins)
    visited: list[str] = []
    key = (0, -1, "")
    while (row := rows.next(Span, key, 1)) is not None:
        visited.append(row.id)
        key = place_of(row)

    assert visited == ["a", "b", "c"]


def test_replaced_by_returns_only_differences():
    changed = replace(PETERSEN, label="ORG")
    rows = RowIndex([MOEWENORT, PETERSEN, RAT])

    assert rows.replaced_by([replace(MOEWENORT), changed]) == ([PETERSEN, RAT], [changed])


def test_hidden_rows_are_found_only_by_held():
    rows = RowIndex([PETERSEN, RAT, MOEWENORT], ShownRows(hidden=frozenset({"claims"}), suggestions=False))
    assert rows.within(0, 200) == [MOEWENORT, PETERSEN]
    assert rows.get(RAT.id) is None
    assert rows.held(RAT.id) is RAT
    assert rows.next(Suggestion, (0, 0, ""), 1) is None
    rows.shown = ShownRows(hidden=frozenset({"entities"}))
    assert rows.within(0, 200) == rows.at(MOEWENORT.start) == []
    assert rows.next(Span, (0, 0, ""), 1) is None
    assert rows.spans_within(0, 200) == [MOEWENORT, PETERSEN]
    rows.shown = EVERYTHING
    assert rows.within(0, 200) == [RAT, MOEWENORT, PETERSEN]


def test_starting_returns_at_most_so_many_rows():
    many = [replace(MOEWENORT, id=str(n), parts=((40 + n, 60 + n),)) for n in range(10)]
    rows = RowIndex([*many, replace(PETERSEN, parts=((90, 90 + 3 * LONG),))])
    found = [rows.starting(start, end, 3) for start, end in ((0, 40), (40, 80), (80, 100))]
    assert [[row.start for row in stretch] for stretch in found] == [[], [40, 41, 42], [90]]

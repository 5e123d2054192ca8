import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.values import CLAIMS, ENTITIES, Span
from ui.bridge.placed_rows import PlacedRows


def span(number, start, *, end=None, layer=ENTITIES):
    parts = ((start, start + 3 if end is None else end),)
    return Span(id=f"Ü{number}", document="d", layer=layer, label="LOC", parts=parts, annotator="anna")


def place(row):
    return row.start, row.end, row.id


def many(count, seed=5):
    chance = random.Random(seed)
    made = [span(n, chance.randrange(4 * count), layer=chance.choice((ENTITIES, CLAIMS))) for n in range(count)]
    return sorted(made, key=place)


def test_finds_rows_by_id_place_and_index():
    rows = many(3000)
    placed = PlacedRows(rows)
    assert list(placed) == rows
    assert len(placed) == 3000
    assert [placed[index] for index in (0, 257, 2999, -1)] == [rows[0], rows[257], rows[2999], rows[-1]]
    assert placed[10:12] == tuple(rows[10:12])
    assert all(placed.get(row.id) is row for row in rows)
    assert placed.get("nobody") is None
    with pytest.raises(IndexError):
        placed[3000]


def test_finds_same_place_across_chunks():
    same = sorted((span(number, 40) for number in range(700)), key=place)
    placed = PlacedRows([span("before", 1), *same, span("after", 41)])
    assert placed.at(40, 43) == tuple(same)
    assert placed.at(40, 44) == ()
    assert PlacedRows().at(0, 3) == ()


def test_finds_overlapping_rows():
    chance = random.Random(3)
    rows = sorted(
        (span(n, at := chance.randrange(9_000), end=at + chance.randrange(1, 60)) for n in range(3000)), key=place
    )
    rows = sorted([*rows, span("all", 0, end=10_000)], key=place)
    placed = PlacedRows(rows)
    grown = placed.exchanged([(None, span("late", 8_000, end=9_900))])
    for start, end in ((0, 1), (4_000, 4_003), (9_050, 9_900), (20_000, 20_001)):
        assert list(placed.touching(start, end)) == [row for row in rows if row.start < end and start < row.end]
        assert list(grown.touching(start, end)) == [row for row in grown if row.start < end and start < row.end]
    assert list(PlacedRows().touching(0, 9)) == []


def test_counts_and_ranks_by_layer():
    rows = many(2000)
    placed = PlacedRows(rows)
    claims = [row for row in rows if row.layer == CLAIMS]
    assert placed.count_of(CLAIMS) == len(claims)
    assert [placed.rank(row) for row in claims] == list(range(len(claims)))


CHANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60), st.sampled_from((ENTITIES, CLAIMS, None))))


@pytest.mark.parametrize("present", [0, 3, 1200])
@given(steps=CHANGES)
def test_changed_copy_equals_list(present, steps):
    rows = many(present)
    placed, known, changes = PlacedRows(rows), {row.id: row for row in rows}, []
    for number, start, layer in steps:
        before = known.pop(f"Ü{number}", None)
        after = None if layer is None else span(number, start, layer=layer)
        if after is not None:
            known[after.id] = after
        changes.append((before, after))
    copy = placed.exchanged(changes)
    expected = sorted(known.values(), key=place)
    assert list(copy) == expected
    assert [copy.get(row.id) for row in expected] == expected
    assert copy.count_of(CLAIMS) == sum(row.layer == CLAIMS for row in expected)
    assert [copy[index] for index in range(len(copy))] == expected
    assert list(placed) == rows


def test_removing_absent_rows():
    only = span(1, 5)
    placed = PlacedRows([only])
    assert placed.exchanged([(span(2, 5), None)]) == (only,)
    emptied = placed.exchanged([(only, None)])
    assert emptied == ()
    assert emptied.exchanged([(None, only)]) == (only,)


def test_full_chunks_are_split():
    placed: PlacedRows[Span] = PlacedRows()
    for number in range(1200):
        placed = placed.exchanged([(None, span(number, 7))])
    assert [row.id for row in placed] == sorted(f"Ü{number}" for number in range(1200))
    assert len(placed.at(7, 10)) == 1200


@pytest.mark.parametrize("step", [1, -1])
def test_finds_next_row_of_layer(step):
    rows = many(1500)
    placed, claims = PlacedRows(rows), [row for row in rows if row.layer == CLAIMS]
    walked, key = [], (-1, 0, "") if step > 0 else (10**9, 0, "")
    while (found := placed.beside(key, CLAIMS, step)) is not None:
        walked.append(found)
        key = place(found)
    assert walked == claims[::step]
    assert placed.beside(place(claims[700]), "attribution", step) is None


@pytest.mark.parametrize("step", [1, -1])
def test_no_neighbour_without_rows(step):
    assert PlacedRows[Span]().beside((0, -1, ""), CLAIMS, step) is None

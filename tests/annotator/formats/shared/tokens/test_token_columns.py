"""Labels as chunks of tokens (IOB and the like) in columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.shared.tokens.token_columns import chunks, iob2, joined
from annotator.formats.shared.tokens.training_tokens import tokenise
from tests.annotator.formats.texts import document, span

SAME = [("PER", 0, 2), ("LOC", 2, 3), ("LOC", 3, 4), ("PER", 5, 8)]


@pytest.mark.parametrize(
    "column",
    [
        "B-PER I-PER B-LOC B-LOC O B-PER I-PER I-PER",  # IOB2
        "I-PER I-PER I-LOC B-LOC O I-PER I-PER I-PER",  # IOB1
        "B-PER L-PER U-LOC U-LOC O B-PER I-PER L-PER",  # BILOU
        "B-PER E-PER S-LOC S-LOC O B-PER I-PER E-PER",  # BIOES
        "B_PER I_PER B_LOC B_LOC O B_PER I_PER I_PER",
    ],
)
def test_tagging_schemes_give_same_chunks(column):
    assert list(chunks(column.split())) == SAME


@pytest.mark.parametrize(
    ("column", "found"),
    [
        (
            "person person O place - work-of-art E-mail",
            [("person", 0, 2), ("place", 3, 4), ("work-of-art", 5, 6), ("E-mail", 6, 7)],
        ),
        ("O O", []),
        ("", []),
        ("B-A B-A", [("A", 0, 1), ("A", 1, 2)]),
        ("B-A I-B I-B", [("A", 0, 1), ("B", 1, 3)]),
        ("L-A I-A", [("A", 0, 1), ("A", 1, 2)]),
    ],
)
def test_reads_bare_labels_and_odd_columns(column, found):
    assert list(chunks(column.split())) == found


def test_white_space_is_outside_without_splitting_chunks():
    text = "Am\n\nRhein, Köln"
    doc = tokenise(document(text=text))
    spans = [span(1, "Am\n\nRhein", text=text, label="LOC"), span(2, "Köln", text=text, label="LOC")]
    assert iob2(doc, spans) == ["B-LOC", "O", "I-LOC", "O", "B-LOC"]


def test_joins_tokens_to_text():
    text, places = joined([["Am", "Rhein"], ["🤗"]])
    assert text == "Am Rhein\n🤗"
    assert [text[start:end] for start, end in places] == ["Am", "Rhein", "🤗"]


@given(st.lists(st.sampled_from("O B-A I-A L-A U-A E-A S-A B-B I-B x".split()), max_size=12))
def test_chunks_are_ordered_without_overlap(column):
    found = list(chunks(column))
    ends = [0, *(after for _, _, after in found)]
    for end, (label, first, after) in zip(ends, found, strict=False):
        assert end <= first < after <= len(column)
        assert label

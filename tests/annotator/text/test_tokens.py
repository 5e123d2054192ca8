import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.tokens import Tokens, from_pairs, provisional, trim

TEXT = "„Über“ z.\u00a0B. Cafe\u0301s 🌊 (Metaverse-Stadt)."


def _words(text: str, tokens: Tokens) -> list[str]:
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def _real() -> Tokens:
    """Return tokens as spaCy would: ``Haus`` and the full stop touch."""
    return from_pairs("spacy", "3", [(0, 3), (4, 8), (8, 9), (11, 14)])


def test_provisional_tokens_are_words_without_punctuation():
    tokens = provisional(TEXT)
    assert _words(TEXT, tokens) == ["Über", "z", "B", "Cafe\u0301s", "🌊", "Metaverse-Stadt"]
    assert tokens.provisional
    assert len(tokens) == 6


def test_real_tokens_are_not_provisional():
    assert not _real().provisional


@pytest.mark.parametrize(
    ("selected", "snapped"),
    [
        ((1, 2), (0, 3)),
        ((1, 5), (0, 8)),
        ((4, 8), (4, 8)),
        ((5, 9), (4, 9)),
        ((3, 4), None),
        ((9, 11), None),
        ((3, 12), (4, 14)),
        ((0, 99), (0, 14)),
        ((14, 20), None),
        ((5, 5), (4, 8)),
        ((8, 8), None),
    ],
)
def test_snap_widens_to_whole_tokens(selected, snapped):
    assert _real().snap(*selected) == snapped


@pytest.mark.parametrize(
    ("offset", "token"), [(0, (0, 3)), (3, (0, 3)), (8, (8, 9)), (9, (8, 9)), (10, None), (14, (11, 14)), (15, None)]
)
def test_token_at_offset(offset, token):
    assert _real().at(offset) == token


def test_no_token_before_the_first():
    assert provisional("  Haus").at(1) is None
    assert provisional(" … ").at(1) is None


def test_next_and_previous_boundaries():
    tokens = _real()
    assert [tokens.next_start(o) for o in (0, 3, 8, 11)] == [4, 4, 11, None]
    assert [tokens.previous_start(o) for o in (0, 3, 8, 99)] == [None, 0, 4, 11]
    assert [tokens.next_end(o) for o in (0, 3, 8, 14)] == [3, 8, 9, None]
    assert [tokens.previous_end(o) for o in (3, 4, 9, 99)] == [None, 3, 8, 14]


def test_trim_both_edges():
    text = "\u00a0 Über 🌊\n"
    assert trim(text, 0, len(text)) == (2, 8)
    assert trim(text, 0, 2) == (2, 2)
    assert trim(text, 3, 3) == (3, 3)


@given(st.text(st.sampled_from("aß🌊\u0301\u00a0 \n.,„“()-")))
def test_provisional_tokens_are_in_order_without_white_space(text):
    tokens = provisional(text)
    last = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert last <= start < end <= len(text)
        assert len(text[start:end].split()) == 1
        last = end


@given(st.text(st.sampled_from("ab 🌊.")), st.integers(0, 20), st.integers(0, 20))
def test_snap_is_idempotent(text, start, length):
    tokens = provisional(text)
    snapped = tokens.snap(start, start + length)
    assert snapped is None or tokens.snap(*snapped) == snapped


@pytest.mark.parametrize("piece", ["a", ".", "» ", "Die Stadt „wächst“, z.\u00a0B. am 31. Oktober. "])
def test_provisional_tokens_take_linear_time(piece):
    def seconds(characters):
        text = piece * (characters // len(piece))
        before = time.process_time()
        provisional(text)
        return time.process_time() - before

    seconds(100_000)  # what is made once is made
    assert seconds(1_000_000) < 3 * 10 * max(seconds(100_000), seconds(100_000))

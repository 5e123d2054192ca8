import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.system.errors import TextError
from annotator.text.normalization import count_words, fingerprint, normalise, refuse_broken, shortened

TEXTS = st.text(st.sampled_from("aä🌊\u0301\u00a0\u2028\u0085\r\n\ufeff"), min_size=1).map(lambda text: text + "x")


def test_line_breaks_and_bom_are_normalised():
    text, _ = normalise("\ufeffÜber\r\nGrößen\rund 🌊\n", name="a.txt")
    assert text == "Über\nGrößen\nund 🌊\n"


def test_normalise_changes_nothing_else():
    raw = "Cafe\u0301 Café z.\u00a0B.\u2028drei\u0085 \t\ufeff ﬁ \u00ad"
    assert normalise(raw, name="a.txt")[0] == raw


@pytest.mark.parametrize(
    ("raw", "code", "offset"),
    [
        ("", "text.empty", None),
        ("\ufeff \r\n\u00a0", "text.empty", None),
        ("🌊a\0", "text.nul", 2),
        ("🌊a\udc00", "text.surrogate", 2),
        ("\ud83d", "text.surrogate", 0),
    ],
)
def test_broken_text_is_refused_with_offset(raw, code, offset):
    with pytest.raises(TextError) as caught:
        normalise(raw, name="böse.txt")
    assert (caught.value.code, caught.value.details.get("offset")) == (code, offset)
    assert "böse.txt" in str(caught.value)


def test_intact_text_is_not_refused():
    refuse_broken("🌊 ganz", name="a.txt")


@given(TEXTS)
def test_normal_map_keeps_characters(raw):
    text, mapping = normalise(raw, name="a.txt")
    for offset, character in enumerate(raw):
        if offset in mapping.dropped:
            assert text[mapping.to_normal(offset)] == raw[offset + 1].replace("\r", "\n")
        else:
            assert text[mapping.to_normal(offset)] == character.replace("\r", "\n")
    assert mapping.to_normal(len(raw)) == len(text)
    assert len(raw) - len(mapping.dropped) == len(text)


@given(TEXTS)
def test_normalise_is_idempotent_but_for_second_bom(raw):
    text, _ = normalise(raw.lstrip("\ufeff"), name="a.txt")
    again, mapping = normalise(text, name="a.txt")
    assert (again, mapping.dropped) == (text, ())


def test_fingerprint_is_sha256_of_utf8():
    assert fingerprint("Größe 🌊") == hashlib.sha256("Größe 🌊".encode()).hexdigest()
    assert fingerprint("Cafe\u0301") != fingerprint("Café")


@given(st.text(st.sampled_from("aä„🌊 \n\t\x1c\u0085\u00a0\u2028\u3000\u200b")))
def test_count_words_by_white_space(text):
    assert count_words(text) == len(text.split())


def test_long_line_is_cut_between_words():
    assert shortened("the builder denied it", 14) == "the builder…"
    assert shortened("Donaudampfschiff", 5) == "Donau…"
    assert shortened("the builder", 11) == "the builder"

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.values import Document
from annotator.suggest.passages import LONGEST, paragraphs, passages


def document(text, excluded=()):
    return Document(id="d", title="", text=text, sha256="", language="de", excluded=excluded)


def test_paragraphs_are_trimmed():
    text = "Überschrift\n\n \u00a0Erster Absatz 😀. \n\u2029Zweiter Absatz."
    assert [p.text for p in passages(document(text))] == ["Überschrift", "Erster Absatz 😀.", "Zweiter Absatz."]


def test_passages_skip_page_furniture():
    text = "Anfang.\nBild: Müller\nEnde."
    assert [p.text for p in passages(document(text, excluded=((8, 20),)))] == ["Anfang.", "Ende."]


def test_empty_text_has_no_passages():
    assert passages(document(" \n\n\u00a0")) == []


def test_long_paragraph_is_cut_at_a_sentence():
    sentence = "Der 31. Oktober kam, und Köln feierte mit z. B. Musik. "
    found = [p.text for p in passages(document(sentence * 200))]
    assert len(found) > 1
    assert all(len(text) <= LONGEST and text.endswith("Musik.") for text in found)
    assert " ".join(found) == (sentence * 200).strip()


def test_long_sentence_is_cut_at_a_space():
    words = list(paragraphs("Wörter " * 2000))
    assert all(end - start <= LONGEST for start, end in words)
    assert {("Wörter " * 2000)[start:end].split()[-1] for start, end in words} == {"Wörter"}
    assert list(paragraphs("ü" * (LONGEST + 1))) == [(0, LONGEST), (LONGEST, LONGEST + 1)]


def test_joined_paragraphs_map_to_document_offsets():
    text = "Weifang\n\n  Shandong 😀\nGoertek"
    (together,) = passages(document(text), together=1000)
    assert together.text == "Weifang\nShandong 😀\nGoertek"
    for name in ("Weifang", "Shandong", "Goertek"):
        start = together.text.index(name)
        assert together.place(start, start + len(name)) == (text.index(name), text.index(name) + len(name))


def test_passages_respect_the_limit():
    text = "\n".join("zehn Zeich" for _ in range(10))
    assert [len(p.parts) for p in passages(document(text), together=32)] == [3, 3, 3, 1]


def test_place_ends_with_its_paragraph():
    (together,) = passages(document("Bonn \n\n Köln"), together=100)
    assert together.place(0, len(together.text)) == (0, 4)
    assert together.place(4, 5) is None


def test_place_is_trimmed():
    (passage,) = passages(document("in \u00a0Köln nun"))
    assert passage.place(2, 9) == (4, 8)
    assert passage.place(2, 4) is None


@given(
    st.text(st.sampled_from("aü.! \n\u00a0\u2028😀\u0308"), max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3),
    st.integers(0, 30),
)
def test_passages_cover_the_text_once_in_order(text, excluded, together):
    read = passages(document(text, excluded=tuple(excluded)), together=together)
    places = [place for p in read for start, end in p.parts for place in range(start, end)]
    covered = {place for start, end in excluded for place in range(start, end)}
    wanted = [i for i, c in enumerate(text) if i not in covered and not c.isspace()]
    assert [place for place in places if not text[place].isspace()] == wanted
    for passage in read:
        for (start, end), first in zip(passage.parts, passage.starts, strict=True):
            assert passage.text[first : first + end - start] == text[start:end]
            assert passage.place(first, first + end - start) == (start, end)


def test_million_characters_are_cut_quickly():
    for text in ("Ein Satz mit Wörtern. " * 45_000, "x" * 1_000_000, "\n" * 1_000_000, "1. " * 330_000):
        before = perf_counter()
        list(paragraphs(text))
        assert perf_counter() - before < 10  # 0.2 s on a quiet machine


@pytest.mark.parametrize(
    "credit", ["Bild: Pixbank, murkel", "Foto : Anna Berg/dpa", "Photos: Getwell", "Symbolbild:Ute Ahrens"]
)
def test_credit_of_picture_is_not_read(credit):
    text = f"Der Hafen wächst.\n{credit}\nEnde."
    assert [text[start:end] for start, end in paragraphs(text)] == ["Der Hafen wächst.", "Ende."]


@pytest.mark.parametrize(
    "caption", ["Foto: Elf Kutter lagen am Montag im Hafen. (Archiv)", "Das Bild: ein Rätsel", "Bildung: Köln baut"]
)
def test_captions_and_headlines_are_read(caption):
    assert list(paragraphs(caption)) == [(0, len(caption))]

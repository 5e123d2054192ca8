"""The reader of claims: windows of articles, and what it says about words and claims."""

import numpy as np
import pytest

from annotator.suggest.claims.by_meaning.reader import CLAIM, CUE, AskedClaim, reader_of
from annotator.suggest.claims.by_meaning.windows import windows, words_of
from annotator.suggest.encoder.name_model import vocabulary
from tests.conftest import SHIPPED

SENTENCE = "Der Rat von Kleinheim tagte am Montag in der alten Halle am Fluss und sprach über den Haushalt. "
REPORT = (
    "The council of Fernley met on Monday. Sheila Brand came late. She said the rent was too high for young families."
    " The hall was built in 1974.\n"
)


@pytest.fixture(scope="module")
def unigram():
    found, _ = vocabulary(SHIPPED[0])
    return found


@pytest.fixture(scope="module")
def reader():
    found = reader_of(*SHIPPED)
    assert found is not None
    return found


def place(words):
    start = REPORT.index(words)
    return start, start + len(words)


@pytest.mark.parametrize("text", [SENTENCE, SENTENCE * 40, "Wort " * 3_000, "ä" * 5_000, "🎈" * 2_000])
def test_each_word_is_fresh_in_one_window(text, unigram):
    words = words_of(text)
    cut = list(windows(text, words, unigram))
    assert [n for window in cut for n in range(window.fresh, window.end)] == list(range(len(words.parts)))
    for window in cut:
        assert window.first <= window.fresh < window.end
        assert len(window.pieces) <= 511
        assert len(window.heads) == window.end - window.first


def test_windows_begin_and_end_with_sentences(unigram):
    text = SENTENCE * 40
    words = words_of(text)
    _, second, *_ = windows(text, words, unigram)
    assert second.first < second.fresh
    for number in (second.first, second.fresh, second.end):
        assert words.sentences[number] != words.sentences[number - 1]


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_text_without_words_has_no_window(text, unigram, reader):
    assert not list(windows(text, words_of(text), unigram))
    assert not reader.article(text).sentences


def test_words_of_claims_and_cues_are_told_apart(reader):
    read = reader.article(REPORT)
    roles = {REPORT[slice(*part)]: int(row.argmax()) for part, row in zip(read.words.parts, read.roles, strict=True)}
    assert roles["said"] == CUE
    assert {roles[word] for word in ("rent", "too", "high")} == {CLAIM}
    assert roles["Monday"] not in {CLAIM, CUE}
    assert np.allclose(read.roles.sum(1), 1, atol=1e-5)


def test_only_the_sentence_with_a_claim_holds_one(reader):
    sentences = reader.article(REPORT).sentences
    assert [number for number, each in sorted(sentences.items()) if each.holding > 0.5] == [2]


def test_pronoun_means_the_person_before(reader):
    (answer,) = reader.article(REPORT).answer(
        [AskedClaim((place("the rent was too high for young families"),), place("said"))]
    )
    words = reader.article(REPORT).words.parts
    assert REPORT[slice(*words[answer.first + int(answer.shares.argmax())])] in {"Sheila", "Brand"}
    assert answer.shares.sum() + answer.nobody + answer.author == pytest.approx(1, abs=0.02)


def test_answers_do_not_depend_on_other_claims(reader):
    asked = [AskedClaim((place("the rent was too high"),), place("said")), AskedClaim((place("The hall"),), None)]
    together = reader.article(REPORT).answer(asked)
    for one, answer in zip(asked, together, strict=True):
        (alone,) = reader.article(REPORT).answer([one])
        assert np.allclose(alone.shares, answer.shares, atol=1e-3)
        assert np.allclose(alone.kinds, answer.kinds, atol=1e-3)


def test_claims_of_later_windows_are_answered(reader):
    text = SENTENCE * 40 + REPORT
    at = text.index("the rent")
    read = reader.article(text)
    (answer,) = read.answer([AskedClaim(((at, at + len("the rent was too high")),), None)])
    assert answer.first > 0
    word = read.words.parts[answer.first + int(answer.shares.argmax())]
    assert text[slice(*word)] in {"Sheila", "Brand"}

"""Cached tokens equal those of spaCy."""

import random
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.text.tokens import LONGEST_RUN, RememberingTokenizer

LANGUAGES = ["de", "en", "xx"]
PIECES = (
    "z.B. z. B. u.a. d.h. Dr. Prof. bzw. usw. can't cannot I'm don't Ma'am o'clock he's 's n't gonna"
    " :) :-( ^_^ ¯\\(ツ)/¯"
    " Köln „Köln“ (Köln) ((Köln) Köln) Köln, Köln. Köln... …Köln Metaverse-Stadt Metaverse- -Stadt und/oder a/b 3. 10."
    " 3.10. 3,5 5% 5\u00a0% 5km 5km/h (5km) $5 5€ EU-Staaten 1990er 10:30 a.m. 8a.m. U.S. U.S.-China e.g. e.g., (e.g.)"
    " www.beispiel.de https://beispiel.de/a?b=(c) a@b.de #wort @name 😀 👩‍👩‍👧 cafe\u0301"
    " \u200b \ufeff \u00ad wort\u00adteil"
    " ... .. -- — ''' \"\" '' „ “ » « ab.Cd ab,cd ab;cd aB.cD A.B.C. x:y [1] [1]. {a} <b> & && + += =="
    " ÄÖÜ ß ſ İ ǅ 中文 한국어 ابجد ๆ"
).split(" ")
GAPS = [" ", "  ", "\n", "\n\n", "\t", "\u00a0", "\u2028", "\u3000", "", " \n "]


def tokens(doc):
    return [(token.text, token.idx, token.whitespace_, token.norm_, token.is_space) for token in doc]


def remembering_of(language, **options):
    import spacy

    return RememberingTokenizer(spacy.blank(language).tokenizer, **options)


@cache
def pair(language):
    """Return spaCy's own tokenizer without a cache, and one with our cache."""
    import spacy

    plain: Any = spacy.blank(language).tokenizer
    plain.max_cache_size = 0
    return plain, remembering_of(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_have_spacy_tokens_for_any_cache_size(language):
    chance = random.Random(7)
    plain, remembering = pair(language)
    scarce = remembering_of(language, most=20)
    for _ in range(300):
        runs = ["".join(chance.choices(PIECES, k=chance.choice([1, 1, 1, 2, 3]))) for _ in range(chance.randint(1, 30))]
        text = "".join(run + chance.choice(GAPS) for run in runs)
        expected = tokens(plain(text))
        assert tokens(remembering(text)) == expected
        assert tokens(scarce(text)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_run_has_same_tokens_alone_and_in_context(language):
    plain, remembering = pair(language)
    for run in PIECES:
        for text in (run, f"z.B. {run}", f"{run} can't {run}", f"({run})", f"„{run}“."):
            assert tokens(remembering(text)) == tokens(plain(text)), text


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=80), language=st.sampled_from(LANGUAGES))
def test_any_text_has_spacy_tokens(text, language):
    plain, remembering = pair(language)
    assert tokens(remembering(text)) == tokens(plain(text))
    assert remembering(text).text == text


def test_cache_size_is_limited():
    remembering = remembering_of("xx", most=100)
    for number in range(50):
        remembering(" ".join(f"wort{number}-{run}" for run in range(10)))
    assert len(remembering._cached) == 100


def test_long_runs_are_not_cached():
    remembering = remembering_of("xx")
    remembering("a" * LONGEST_RUN + " " + "b" * (LONGEST_RUN + 1))
    assert remembering._cached == {"a" * LONGEST_RUN}

"""Sentences that repeat a speech verb or a quotation mark. Work is counted in calls, not in time."""

import sys

import pytest

from annotator.suggest.claims.engine import find
from annotator.suggest.sources.source import never


def calls_for(text):
    calls = []
    before = sys.getprofile()
    sys.setprofile(lambda frame, event, arg: calls.append(event))
    try:
        find(text, "de", (), never)
    finally:
        sys.setprofile(before)
    return len(calls)


@pytest.mark.parametrize("said", ["Sie sagte ", "Sie sagte, ", "Sie sagte: ", "Das teilte sie mit und "])
def test_work_per_word_does_not_grow_with_the_sentence(said):
    short, long = (said * 5 + ". ") * 16, (said * 80 + ". ")
    find(short, "de", (), never)  # fills caches
    assert calls_for(long) < 1.3 * calls_for(short)


@pytest.mark.parametrize("words", ["'a ", "s' a ", "\"a\" 'b c' ", "‘a s’ a "])
def test_work_grows_in_proportion_to_quotation_marks(words):
    find(words * 400, "de", (), never)  # fills caches
    assert calls_for(words * 800) < 2.2 * calls_for(words * 400)

import string
from multiprocessing import Pipe

import pytest

from annotator.system.errors import SENTENCES, AnnotatorError, Conflict, StoreError, TextError


def _through_a_pipe(value):
    ours, theirs = Pipe()
    with ours, theirs:
        theirs.send(value)
        return ours.recv()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_failure_fills_its_sentence_and_survives_the_way_from_a_process(code):
    names = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}
    error = AnnotatorError(code, **{name: f"<{name} 🌊>" for name in names})
    again = _through_a_pipe(error)
    assert all(f"<{name} 🌊>" in str(again) for name in names)
    assert (type(again), str(again), again.code, again.details) == (type(error), str(error), code, error.details)


def test_the_kind_of_failure_survives_too():
    error = _through_a_pipe(Conflict("store.conflict"))
    assert type(error) is Conflict
    assert isinstance(error, StoreError)


def test_a_cause_that_cannot_be_sent_is_sent_as_its_words():
    error = _through_a_pipe(TextError("text.missing", file="a.txt", reason=_Stubborn("kaputt")))
    assert str(error) == "a.txt could not be read: kaputt."


class _Stubborn(Exception):
    def __reduce__(self):
        raise TypeError


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_sentence_ends_as_one(code):
    assert SENTENCES[code].rstrip().endswith((".", ")", "{reason}."))
    assert SENTENCES[code][0].isupper() or SENTENCES[code].startswith("{")

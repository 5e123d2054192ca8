import string
from multiprocessing import Pipe

import pytest

from annotator.system.errors import SENTENCES, AnnotatorError, RowConflict, StoreError, TextError


def _through_a_pipe(value):
    ours, theirs = Pipe()
    with ours, theirs:
        theirs.send(value)
        return ours.recv()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_errors_fill_their_sentence_and_are_picklable(code):
    names = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}
    error = AnnotatorError(code, **{name: f"<{name} 🌊>" for name in names})
    again = _through_a_pipe(error)
    assert all(f"<{name} 🌊>" in str(again) for name in names)
    assert (type(again), str(again), again.code, again.details) == (type(error), str(error), code, error.details)


def test_error_class_is_picklable():
    error = _through_a_pipe(RowConflict("store.conflict"))
    assert type(error) is RowConflict
    assert isinstance(error, StoreError)


def test_unpicklable_detail_becomes_text():
    error = _through_a_pipe(TextError("text.missing", file="a.txt", reason=_Stubborn("kaputt")))
    assert str(error) == "a.txt could not be read: kaputt."


class _Stubborn(Exception):
    def __reduce__(self):
        raise TypeError


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_sentence_ends_with_a_full_stop(code):
    assert SENTENCES[code].rstrip().endswith((".", ")", "{reason}."))
    assert SENTENCES[code][0].isupper() or SENTENCES[code].startswith("{")

"""Values pass between processes unchanged."""

import pickle  # what packing makes is loaded by it

import pytest

from annotator.corpus.article import Article
from annotator.formats.shared.vocabulary import Vocabulary
from annotator.jobs.importing.import_read import Incoming
from annotator.model.values import OriginKind
from annotator.processes.worker import pickled
from annotator.system.errors import TextError
from tests.annotator.formats.checked import full

VALUES = [
    full(),
    Incoming(articles=(Article(title="Köln", text="Köln 🎈", meta={"file": "a"}, furniture=((0, 4),)),)),
    [Vocabulary(), None, OriginKind.IMPORT, ("a", 1)],
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_pickled_values_are_equal(value):
    assert pickle.loads(pickled(value)) == value  # noqa: S301


def test_pickled_error_keeps_its_message():
    back = pickle.loads(pickled(TextError("text.empty", file="a.txt")))  # noqa: S301
    assert (back.code, str(back)) == ("text.empty", "a.txt contains no text.")


def test_unpicklable_value_is_refused():
    with pytest.raises(TypeError):
        pickled(i for i in range(3))

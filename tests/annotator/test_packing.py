"""Values go from process to process as they are."""

import pickle  # what packing makes is loaded by it

import pytest

from annotator.corpus.article import Article
from annotator.errors import TextError
from annotator.formats.vocabulary import Vocabulary
from annotator.jobs.intake import Incoming
from annotator.model import OriginKind
from annotator.packing import packed
from tests.annotator.formats.checked import full

VALUES = [
    full(),
    Incoming(articles=(Article(title="Köln", text="Köln 🎈", meta={"file": "a"}, furniture=((0, 4),)),)),
    [Vocabulary(), None, OriginKind.IMPORT, ("a", 1)],
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_come_back_equal(value):
    assert pickle.loads(packed(value)) == value  # noqa: S301


def test_failure_comes_back_with_its_sentence():
    back = pickle.loads(packed(TextError("text.empty", file="a.txt")))  # noqa: S301
    assert (back.code, str(back)) == ("text.empty", "a.txt holds no text.")


def test_what_cannot_be_sent_is_refused():
    with pytest.raises(TypeError):
        packed(i for i in range(3))

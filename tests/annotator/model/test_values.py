import dataclasses
import pickle
from uuid import RFC_4122, UUID

import pytest

from annotator.model.values import DraftRelation, Origin, OriginKind, Span, Suggestion, new_id, quote
from annotator.system.errors import AnnotatorError

TEXT = "Über Zürich 🌊 und z.\u00a0B. Cafe\u0301s"


def _span(*parts: tuple[int, int]) -> Span:
    return Span(id="s", document="d", layer="entities", label="LOC", parts=parts, annotator="jana")


def _suggestion(*parts: tuple[int, int]) -> Suggestion:
    return Suggestion(id="g", document="d", layer="entities", label="LOC", parts=parts, source="x", version="1")


@pytest.mark.parametrize("make", [_span, _suggestion])
def test_span_has_hull_and_quote(make):
    span = make((0, 4), (12, 13))
    assert (span.start, span.end) == (0, 13)
    assert span.quote(TEXT) == "Über 🌊"
    assert make((5, 11)).quote(TEXT) == quote(TEXT, ((5, 11),)) == "Zürich"


@pytest.mark.parametrize(
    "parts", [(), ((0, 0),), ((3, 2),), ((-1, 2),), ((0, 2), (2, 4)), ((0, 3), (2, 4)), ((4, 6), (0, 2))]
)
@pytest.mark.parametrize(
    "make",
    [
        _span,
        _suggestion,
        lambda *parts: DraftRelation(label="cue", layer="attribution", tail_label="CUE", parts=parts),
    ],
)
def test_invalid_parts_are_refused(make, parts):
    with pytest.raises(AnnotatorError) as caught:
        make(*parts)
    assert caught.value.code == "value.parts"


def test_same_label_on_same_words_has_same_key():
    assert _suggestion((0, 4)).key == dataclasses.replace(_suggestion((0, 4)), id="h", source="y").key
    assert _suggestion((0, 4)).key != _suggestion((0, 5)).key


def test_ids_are_never_the_same():
    assert len({new_id() for _ in range(1000)}) == 1000


def test_ids_are_random_uuids_in_hex():
    ids = [UUID(hex=new_id()) for _ in range(1000)]
    assert {(id_.version, id_.variant) for id_ in ids} == {(4, RFC_4122)}
    always, ever = (1 << 128) - 1, 0
    for id_ in ids:
        always, ever = always & id_.int, ever | id_.int
    assert (always | ~ever & (1 << 128) - 1).bit_count() == 6, "bits that are the same in all: version and variant"


def test_rows_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(_span((0, 1)), "label", "PER")  # noqa: B010 - mypy sees an assignment


def test_rows_are_by_hand_by_default():
    assert _span((0, 1)).origin == Origin(kind=OriginKind.HUMAN)


def test_suggestion_is_picklable():
    draft = DraftRelation(label="cue", layer="attribution", tail_label="CUE", parts=((5, 6), (7, 9)))
    sent = dataclasses.replace(
        _suggestion((0, 3), (12, 13)), attributes={"stance": "affirms"}, relations=(draft,), score=0.5, rule="laut 🌊"
    )
    assert pickle.loads(pickle.dumps(sent)) == sent  # noqa: S301

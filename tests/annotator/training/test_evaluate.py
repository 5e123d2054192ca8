"""Evaluation: right and partly right labels, and each kind of mistake."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.values import CLAIMS, ENTITIES, Document
from annotator.training.evaluate import NOTHING, EvaluatedSpan, Evaluation, MistakeKind, Score, evaluate

TEXT = "🎈 Dr. Petra Müller kommt aus Bad Köln am Rhein."
PAPER = Document(id="d", title="Über Köln", text=TEXT, sha256="", language="de")


def found(words, label="PER", layer=ENTITIES):
    start = TEXT.index(words)
    return EvaluatedSpan(layer=layer, parts=((start, start + len(words)),), label=label)


def faults(evaluation):
    return [
        (mistake.fault, mistake.words, mistake.gold, mistake.found, mistake.other) for mistake in evaluation.mistakes
    ]


def test_mistakes_have_kind_place_and_text():
    gold = [found("Petra Müller"), found("Köln", "LOC"), found("Rhein", "LOC")]
    seen = [found("Dr. Petra Müller"), found("Köln", "ORG"), found("Bad", "LOC")]
    evaluation = evaluate([(PAPER, gold, seen)])
    assert faults(evaluation) == [
        (MistakeKind.BOUNDARY, "Petra Müller", "PER", "PER", "Dr. Petra Müller"),
        (MistakeKind.SPURIOUS, "Bad", NOTHING, "LOC", ""),
        (MistakeKind.LABEL, "Köln", "LOC", "ORG", ""),
        (MistakeKind.MISSED, "Rhein", "LOC", NOTHING, ""),
    ]
    first = evaluation.mistakes[0]
    assert (first.document, first.title, first.layer) == ("d", "Über Köln", ENTITIES)
    assert TEXT[first.start : first.end] == "Petra Müller"
    assert evaluation.matrix == {
        (ENTITIES, "PER", "PER"): 1,
        (ENTITIES, "LOC", "ORG"): 1,
        (ENTITIES, "LOC", NOTHING): 1,
        (ENTITIES, NOTHING, "LOC"): 1,
    }


def test_strict_and_partial_scores():
    gold = [found("Petra Müller"), found("Köln", "LOC"), found("Rhein", "LOC")]
    seen = [found("Müller"), found("Köln", "LOC")]
    evaluation = evaluate([(PAPER, gold, seen)])
    assert evaluation.scores == {
        (ENTITIES, "LOC"): Score(gold=2, found=1, right=1),
        (ENTITIES, "PER"): Score(gold=1, found=1, partly=1),
    }
    person, total = evaluation.scores[ENTITIES, "PER"], evaluation.total
    assert (person.precision(), person.recall(), person.f()) == (0, 0, 0)
    assert person.f(partial=True) == 50
    assert total.precision() == 50
    assert total.recall(partial=True) == 50
    assert total.f() == pytest.approx(40)
    assert total.f(partial=True) == pytest.approx(60)


def test_closest_pairs_first_and_each_span_once():
    gold = [found("Bad Köln", "LOC"), found("Köln", "LOC")]
    evaluation = evaluate([(PAPER, gold, [found("Köln", "LOC")])])
    assert evaluation.scores == {(ENTITIES, "LOC"): Score(gold=2, found=1, right=1)}
    assert faults(evaluation) == [(MistakeKind.MISSED, "Bad Köln", "LOC", NOTHING, "")]


def test_layers_are_evaluated_separately():
    evaluation = evaluate([(PAPER, [found("Köln", "LOC")], [found("Köln", "CLAIM", CLAIMS)])])
    assert [mistake.fault for mistake in evaluation.mistakes] == [MistakeKind.MISSED, MistakeKind.SPURIOUS]


def test_evaluating_nothing():
    assert evaluate([]) == Evaluation()
    assert evaluate([(PAPER, [], [])]) == Evaluation(documents=1)
    assert Evaluation().total.f() == 0


SPANS = st.lists(
    st.builds(
        lambda start, size, label, layer: EvaluatedSpan(
            layer=layer, parts=((start, min(len(TEXT), start + size)),), label=label
        ),
        st.integers(0, len(TEXT) - 1),
        st.integers(1, 12),
        st.sampled_from(["PER", "LOC"]),
        st.sampled_from([ENTITIES, CLAIMS]),
    ),
    max_size=12,
)


@given(SPANS, SPANS)
def test_matrix_adds_up(gold, seen):
    evaluation = evaluate([(PAPER, gold, seen)])
    total = evaluation.total
    assert (total.gold, total.found) == (len(gold), len(seen))
    assert total.right + total.partly <= min(len(gold), len(seen))
    assert sum(count for (_, one, _), count in evaluation.matrix.items() if one) == len(gold)
    assert sum(count for (_, _, other), count in evaluation.matrix.items() if other) == len(seen)
    assert len(evaluation.mistakes) == sum(evaluation.matrix.values()) - total.right
    assert all(mistake.words for mistake in evaluation.mistakes)


@given(SPANS)
def test_spans_equal_to_gold_are_right(gold):
    evaluation = evaluate([(PAPER, gold, list(reversed(gold)))])
    assert evaluation.mistakes == ()
    assert evaluation.total.right == len(gold)

"""A lead who knows the right names makes gold from what five people labelled, over random histories of packages."""

import random
from dataclasses import replace

import pytest

from annotator.quality.asked_article import SchemaFacts
from annotator.quality.measures.common import common
from annotator.quality.questions import Question, questions
from annotator.quality.settling import UNANIMOUS, Adjudication
from tests.annotator.quality.people import TEAM, annotated, f_of, said, truth

HISTORIES, ARTICLES = 100, 4
FACTS = SchemaFacts(fields={}, single=frozenset())


def adjudication(labelled, length, rows):
    article = common(annotated(labelled, length))
    assert article is not None
    return Adjudication(article.document, questions(article), [], rows, FACTS)


def answer(one, question, names):
    """Answer a question as somebody who knows the article's names would."""
    right = [variant for variant in question.variants if (*variant.parts[0], variant.label) in names]
    own = [
        replace(question.variants[0], label=label, parts=((start, end),))
        for start, end, label in names
        if start < question.end and question.start < end
    ]
    return one.label(question, right or own, by="Lead")


def adjudicate(one, names, draw):
    """Answer all questions in any order; one in ten first wrongly, which is then undone or answered again."""
    one.automatic(UNANIMOUS, by="Lead")
    while waiting := one.open():
        question = draw.choice(waiting)
        assert isinstance(question, Question)
        if draw.random() < 0.1:
            slip = one.choose(question, draw.randrange(len(question.variants) + 1), by="Lead")
            if draw.random() < 0.5:
                one.take(replace(change, before=change.after, after=change.before) for change in reversed(slip))
                assert question in one.open()
        answer(one, question, names)
    one.finished()


@pytest.mark.parametrize("seed", range(HISTORIES))
def test_gold_of_lead_is_right_in_ninety_nine_of_hundred(seed):
    draw = random.Random(seed)
    found = []
    for _ in range(ARTICLES):
        names, length = truth(draw)
        labelled = [said(person, names, length, draw) for person in draw.sample(TEAM, len(TEAM))]
        one = adjudication(labelled[:2], length, ())
        for arrived in sorted({*draw.sample(range(2, len(TEAM)), draw.randint(0, 3)), len(TEAM)}):
            one = adjudication(labelled[:arrived], length, tuple(one.rows.values()))
            adjudicate(one, names, draw)
        found.append(([(span.start, span.end, span.label) for span in one.spans.values()], names))
    assert f_of(found) >= 0.99

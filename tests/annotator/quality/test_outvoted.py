"""Answers about fields, relations and labels of the whole article that lost their majority."""

from dataclasses import replace

from annotator.editing.edits import Change
from annotator.jobs.team.adjudicating import adjudication
from annotator.model.values import DocumentLabel, Relation
from annotator.quality.outvoted import confirmed, outvoted
from annotator.quality.questions import FieldQuestion, RelationQuestion
from tests.annotator.quality.people import NAMES, annotated
from tests.annotator.quality.test_questions import FACTS, claims

PERSON, OTHER = (40, 45), (60, 66)


def adjudicated(article, rows=()):
    found = adjudication(article, (), FACTS)
    assert found is not None
    found.take(Change(after=row) for row in rows)
    return found


def settled(article):
    """Return the adjudication of an article with all its questions answered by hand, each with the first choice."""
    one = adjudicated(article)
    while waiting := one.open():
        one.choose(waiting[0], 0, by="Chris")
    return one


def with_votes(one, article):
    """Return the same adjudication after more people labelled the article, and who came after each answer."""
    late = NAMES[3 : len(article.states)]
    return adjudicated(article, one.rows.values()), {row.asked: late for row in one.settled.values()}


def test_field_is_asked_again_until_it_is_kept():
    early = [({"kind": "fact"}, None), ({"kind": "fact"}, None), ({"kind": "view"}, None)]
    again, newcomers = with_votes(settled(claims(*early)), claims(*early, *[({"kind": "view"}, None)] * 2))
    (question,) = outvoted(again, newcomers)
    assert isinstance(question, FieldQuestion)
    confirmed(again, question, by="Chris")
    assert outvoted(again, newcomers) == []
    assert [span.attributes for span in again.spans.values()] == [{"kind": "fact"}]


def test_field_without_new_votes_is_not_asked():
    early = [({"kind": "fact"}, None), ({"kind": "fact"}, None), ({"kind": "view"}, None)]
    again, newcomers = with_votes(settled(claims(*early)), claims(*early, ({"kind": "fact"}, None)))
    assert outvoted(again, newcomers) == []


def test_relation_that_followed_the_majority_is_asked_again():
    one = settled(with_a_difference(claims(*[({}, PERSON)] * 3)))
    (drawn,) = [row for row in one.rows.values() if isinstance(row, Relation)]
    everybody = with_a_difference(claims(*[({}, PERSON)] * 7))
    early_rows = tuple(row for row in everybody.relations if row.annotator in NAMES[:3])
    again, newcomers = with_votes(one, replace(everybody, relations=early_rows))
    (question,) = outvoted(again, newcomers)
    assert isinstance(question, RelationQuestion)
    assert question.tails == (drawn.tail,)
    assert outvoted(again, {}) == []


def with_a_difference(article):
    """Return the article with a name that only Lea labelled, so that there is an answer by hand."""
    twin = next(span for span in article.spans if span.annotator == "Lea")
    name = replace(twin, id="name", layer="entities", label="PER", parts=((80, 85),), attributes={})
    return replace(article, spans=(*article.spans, name))


def labelled(*votes):
    """Return an article without spans, whose labels "urgent" and "relevance" have each of these values."""
    made = annotated([[] for _ in votes], 400)
    labels = [
        DocumentLabel(document=made.document.id, annotator=name, label=label, value=value)
        for name, value in zip(NAMES, votes, strict=False)
        for label in ("relevance", "urgent")
    ]
    return replace(made, labels=tuple(labels))


def test_labels_with_equal_votes_are_kept_one_by_one():
    one = settled(labelled("yes", "yes", "no"))
    again, newcomers = with_votes(one, labelled("yes", "yes", "no", "no", "no"))
    first, second = outvoted(again, newcomers)
    assert [first.layer, second.layer] == ["document.relevance", "document.urgent"]
    confirmed(again, first, by="Chris")
    assert outvoted(again, newcomers) == [second]
    assert confirmed(again, second, by="Chris") != []
    assert outvoted(again, newcomers) == []


def test_relation_that_lost_to_another_is_asked_once():
    one = settled(claims(*[({}, PERSON)] * 2, ({}, OTHER)))
    again, newcomers = with_votes(one, claims(*[({}, PERSON)] * 2, *[({}, OTHER)] * 3))
    question, words = outvoted(again, newcomers)
    assert isinstance(question, RelationQuestion)
    assert (words.start, question.ballots) == (PERSON[0], (("Eva", "Ida", "Tom"), ("Lea", "Max")))
    again.choose(question, 1, by="Chris")
    assert outvoted(again, newcomers) == [words]

"""The order of comments does not depend on any computer's clock."""

from dataclasses import replace

from annotator.model.talk import Comment, in_order

FIRST = Comment(id="b", document="d", start=0, end=8, text="a city here?", annotator="lea", made="2026-03-01T09:00")


def answer(id_, to, made="2026-03-01T09:00"):
    return replace(FIRST, id=id_, text="yes", reply_to=to, made=made)


def ids(*comments):
    return [each.id for each in in_order(comments)]


def test_answer_of_same_instant_follows_its_question():
    assert ids(answer("a", "b"), FIRST) == ["b", "a"]


def test_answer_by_a_slow_clock_follows_its_question():
    assert ids(answer("c", "b", made="2026-02-28T23:59"), FIRST) == ["b", "c"]


def test_comments_in_a_circle_are_all_kept():
    assert ids(answer("x", "y"), answer("y", "x"), FIRST) == ["b", "x", "y"]

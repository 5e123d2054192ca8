"""Questions of adjudication, the rules that settle them, and what answers change."""

from dataclasses import replace

import pytest

from annotator.editing.edits import Change
from annotator.model.values import GOLD, DocumentState, Relation, Settled, Span, State, new_id
from annotator.quality.asked_article import SchemaFacts
from annotator.quality.measures.common import common
from annotator.quality.questions import FieldQuestion, Question, RelationQuestion, Variant, questions
from annotator.quality.settling import Adjudication
from annotator.quality.strategies import Closeness, decide, parse
from annotator.system.errors import AnnotatorError
from tests.annotator.quality.people import NAMES, TEAM, Person, annotated, f_of, team_articles

FACTS = SchemaFacts(fields={"claims": ("kind", "topic")}, single=frozenset({"claimant"}))


def asked(*labelled):
    return questions(shared(annotated(list(labelled), 400)))


def shared(article):
    found = common(article)
    assert found is not None
    return found


def adjudicated(article, rows=()):
    found = shared(article)
    relations = [row for theirs in found.relations for row in theirs]
    return Adjudication(found.document, questions(found), relations, rows, FACTS)


def gold(one):
    return sorted((span.start, span.end, span.label) for span in one.spans.values())


def test_same_labels_are_one_unanimous_question():
    (question,) = asked([(0, 5, "PER")], [(0, 5, "PER")])
    assert question.ballots == (("Lea", "Max"),)


def test_question_lists_each_variants_voters_and_who_labelled_nothing():
    (question,) = asked([(0, 5, "PER")], [(0, 8, "PER")], [(0, 5, "PER")], [])
    assert [(v.parts, v.voters) for v in question.variants] == [(((0, 5),), ("Ida", "Lea")), (((0, 8),), ("Max",))]
    assert question.without == ("Tom",)
    assert (question.start, question.end) == (0, 8)


def test_questions_are_in_order_of_text():
    found = asked([(50, 55, "PER"), (0, 5, "LOC")], [(20, 30, "ORG"), (0, 5, "LOC")])
    assert [question.start for question in found] == [0, 20, 50]


def test_ten_people_meet_in_one_question():
    labelled = [[(0, 5, "PER"), (100, 110, "ORG")] for _ in range(9)]
    (first, second) = asked(*labelled, [(0, 6, "PER")])
    assert [len(voters) for voters in first.ballots] == [9, 1]
    assert [len(voters) for voters in second.ballots] == [9, 1]
    assert second.without == (NAMES[9],)


def test_fingerprint_changes_with_choices_not_with_voters():
    (two,) = asked([(0, 5, "PER")], [(0, 8, "PER")])
    (three,) = asked([(0, 5, "PER")], [(0, 8, "PER")], [(0, 5, "PER")])
    (other,) = asked([(0, 5, "PER")], [(0, 8, "PER")], [(0, 5, "ORG")])
    assert two.asked == three.asked != other.asked
    assert two.counted != three.counted


@pytest.mark.parametrize(
    ("rule", "ballots", "choice"),
    [
        ("unanimous", (("a", "b"),), 0),
        ("unanimous", (("a",), ("b",)), None),
        ("most", (("a", "b"), ("c",)), 0),
        ("most", (("a",), ("b",)), None),
        ("at-least:3", (("a", "b"), ("c",)), None),
        ("at-least:2", (("a", "b"), ("c",)), 0),
        ("person:c", (("a", "b"), ("c",)), 1),
        ("person:d", (("a", "b"), ("c",)), None),
    ],
)
def test_rules_take_a_choice_or_leave_it(rule, ballots, choice):
    assert decide(ballots, parse(rule)) == choice


@pytest.mark.parametrize("words", ["", "best", "most:2", "at-least", "at-least:0", "at-least:²", "person:", "person"])
def test_wrong_rules_are_refused(words):
    with pytest.raises(AnnotatorError) as caught:
        parse(words)
    assert caught.value.code == "adjudicate.rule"


@pytest.mark.parametrize(("people", "expected"), [(3, 0.945), (5, 0.970)])
def test_gold_of_most_votes_meets_closed_form(people, expected):
    rule = parse("most")
    found = []
    for article, names in team_articles([Person(miss=0.2)] * people, 250):
        one = adjudicated(article)
        one.automatic(rule, by="Lea")
        found.append((gold(one), names))
    assert f_of(found) == pytest.approx(expected, abs=0.01)


def test_five_people_who_err_reach_good_gold():
    found, closeness = [], Closeness()
    for article, names in team_articles(TEAM, 120):
        one = adjudicated(article)
        one.automatic(parse("most"), by="Lea")
        found.append((gold(one), names))
        closeness.add(shared(article))
    assert f_of(found) > 0.95
    assert closeness.order()[0] == "Lea"
    assert closeness.order()[-1] == "Eva"


def test_answer_makes_gold_with_its_origin():
    one = adjudicated(annotated([[(0, 5, "PER")], [(0, 8, "PER")]], 400))
    (question,) = one.open()
    one.choose(question, 1, by="Chris")
    (span,) = one.spans.values()
    assert (span.annotator, span.parts) == (GOLD, ((0, 8),))
    assert (span.origin.kind, span.origin.source, span.origin.rule, span.origin.version) == (
        *("adjudication", "Max", "hand"),
        "Chris",
    )
    assert one.open() == []
    one.finished()
    assert [row.state for row in one.rows.values() if isinstance(row, DocumentState)] == [State.DONE]


def test_both_neither_and_own_label():
    article = annotated([[(0, 5, "PER")], [(0, 8, "ORG")]], 400)
    for taken, expected in (
        (0, []),
        (2, [(0, 5, "PER"), (0, 8, "ORG")]),
    ):
        one = adjudicated(article)
        (question,) = one.open()
        one.label(question, question.variants[:taken], by="Chris")
        assert gold(one) == expected
    one = adjudicated(article)
    (question,) = one.open()
    one.label(question, [Variant(layer="entities", label="LOC", parts=((0, 8),))], by="Chris")
    assert gold(one) == [(0, 8, "LOC")]


def test_new_choice_reopens_only_its_question():
    first = [(0, 5, "PER"), (50, 55, "LOC")]
    second = [(0, 8, "PER"), (50, 55, "ORG")]
    one = adjudicated(annotated([first, second], 400))
    for question in one.open():
        one.choose(question, 0, by="Chris")
    more = annotated([first, second, [(0, 5, "PER"), (50, 58, "LOC")]], 400)
    again = adjudicated(more, one.rows.values())
    (question,) = again.open()
    assert question.start == 50
    again.automatic(parse("most"), by="Chris")
    assert gold(again) == gold(one)
    again.choose(question, next(i for i, v in enumerate(question.variants) if v.label == "ORG"), by="Chris")
    assert (50, 55, "ORG") in gold(again)
    assert (50, 55, "LOC") not in gold(again)
    assert len([row for row in again.rows.values() if isinstance(row, Settled)]) == 2


def test_label_of_two_answers_stays_when_one_is_asked_anew():
    one = adjudicated(annotated([[(0, 8, "ORG")], [(4, 20, "ORG")], [(12, 22, "ORG")]], 400))
    meant = Variant(layer="entities", label="ORG", parts=((4, 20),))
    for question in one.open():
        one.label(question, [meant], by="Chris")
    assert len(one.settled) > 1
    for question in one.questions[1:]:
        one.label(question, [], by="Chris")
    assert gold(one) == [(4, 20, "ORG")]


def test_rule_leaves_what_a_person_answered():
    first, second = [(0, 5, "PER")], [(0, 8, "PER")]
    one = adjudicated(annotated([first, second], 400))
    one.choose(one.open()[0], 1, by="Chris")
    again = adjudicated(annotated([first, second, [(0, 5, "ORG")], first, first], 400), one.rows.values())
    assert again.automatic(parse("most"), by="Chris") == []
    assert gold(again) == [(0, 8, "PER")]
    assert len(again.open()) == 1


def claims(*said):
    """Return an article with a claim and a claimant by each person: fields, claimant words, or None."""
    made = annotated([[(0, 30, "CLAIM")] for _ in said], 400)
    spans, relations = [], []
    for span, (fields, claimant) in zip(made.spans, said, strict=True):
        claim = replace(span, layer="claims", attributes=fields)
        spans.append(claim)
        if claimant is not None:
            tail = replace(span, id=new_id(), label="PER", parts=(claimant,))
            spans.append(tail)
            row = Relation(id=new_id(), label="claimant", head=claim.id, tail=tail.id, annotator=span.annotator)
            relations.append(row)
    return replace(made, spans=tuple(spans), relations=tuple(relations))


def test_differing_fields_of_a_claim_are_asked_one_by_one():
    one = adjudicated(claims(({"kind": "fact", "topic": "x"}, None), ({"kind": "view", "topic": "x"}, None)))
    one.automatic(parse("unanimous"), by="Chris")
    (question,) = one.open()
    assert isinstance(question, FieldQuestion)
    assert (question.field, set(question.values)) == ("kind", {"fact", "view"})
    one.choose(question, question.values.index("view"), by="Chris")
    (span,) = one.spans.values()
    assert span.attributes == {"kind": "view", "topic": "x"}
    assert one.open() == []


def test_relations_follow_or_are_asked():
    person, other = (40, 45), (60, 66)
    alike = adjudicated(claims(({}, person), ({}, person)))
    alike.automatic(parse("unanimous"), by="Chris")
    (relation,) = [row for row in alike.rows.values() if isinstance(row, Relation)]
    assert (alike.spans[relation.tail].start, relation.annotator) == (40, GOLD)

    divided = adjudicated(claims(({}, person), ({}, other)))
    for question in divided.open():
        if isinstance(question, Question):
            divided.choose(question, 0, by="Chris")
    (question,) = divided.open()
    assert isinstance(question, RelationQuestion)
    assert question.ballots == (("Lea",), ("Max",))
    divided.choose(question, 1, by="Chris")
    (relation,) = [row for row in divided.rows.values() if isinstance(row, Relation)]
    assert divided.spans[relation.tail].start == 60
    assert divided.open() == []


def test_relation_to_a_label_that_one_person_made_follows_it():
    one = adjudicated(claims(({}, (40, 45)), ({}, None)))
    one.automatic(parse("unanimous"), by="Chris")
    (question,) = one.open()
    assert (question.start, question.end) == (40, 45)
    one.choose(question, 0, by="Chris")
    (relation,) = [row for row in one.rows.values() if isinstance(row, Relation)]
    assert one.spans[relation.tail].start == 40
    assert one.open() == []


def test_relation_that_one_of_two_drew_between_shared_labels_is_asked():
    made = claims(({}, (40, 45)), ({}, (40, 45)))
    one = adjudicated(replace(made, relations=made.relations[:1]))
    one.automatic(parse("unanimous"), by="Chris")
    (question,) = one.open()
    assert isinstance(question, RelationQuestion)


def cued(*claims_there):
    """Return an article where only Lea labelled claims at these places, and one cue that all of them share."""
    made = annotated([[(start, start + 20, "CLAIM") for start in claims_there], []], 400)
    spans = [replace(span, layer="claims") for span in made.spans]
    cue = replace(spans[0], id=new_id(), layer="attribution", label="CUE", parts=((200, 205),))
    relations = [
        Relation(id=new_id(), label="cue", head=span.id, tail=cue.id, annotator=span.annotator) for span in spans
    ]
    return replace(made, spans=(*spans, cue), relations=tuple(relations))


def test_no_claim_settles_its_cue_and_a_claim_asks_again():
    one = adjudicated(cued(0))
    claim, cue = one.open()
    made = one.label(claim, (), by="Chris")
    assert one.open() == []
    assert {change.after.taken for change in made if isinstance(change.after, Settled)} == {()}
    one.label(claim, claim.variants, by="Chris")
    assert one.open() == [cue]
    one.label(cue, cue.variants, by="Chris")
    assert related(one) == [200]


def test_cue_that_was_not_taken_stays_so():
    one = adjudicated(cued(0))
    claim, cue = one.open()
    one.label(cue, (), by="Chris")
    one.label(claim, claim.variants, by="Chris")
    assert one.open() == []
    assert related(one) == []


def test_cue_of_another_claim_is_still_asked():
    one = adjudicated(cued(0, 50))
    first, second, cue = one.open()
    one.label(first, (), by="Chris")
    assert one.open() == [second, cue]
    one.label(second, (), by="Chris")
    assert one.open() == []


def related(one):
    return [one.spans[row.tail].start for row in one.rows.values() if isinstance(row, Relation)]


def with_name(article, person, start):
    """Return the article with one more name, which only this person labelled: one more question."""
    twin = next(span for span in article.spans if span.annotator == person)
    name = replace(twin, id=new_id(), layer="entities", label="PER", parts=((start, start + 5),), attributes={})
    return replace(article, spans=(*article.spans, name))


def test_relation_removed_by_hand_stays_away():
    one = adjudicated(with_name(claims(({}, (40, 45)), ({}, (40, 45))), "Lea", 60))
    one.automatic(parse("unanimous"), by="Chris")
    (relation,) = [row for row in one.rows.values() if isinstance(row, Relation)]
    made = one.set_by_hand([Change(before=relation)], by="Chris")
    (question,) = one.open()
    one.choose(question, 0, by="Chris")
    assert related(one) == []
    one.automatic(parse("most"), by="Chris")
    assert related(one) == []
    one.take(replace(change, before=change.after, after=change.before) for change in reversed(made))
    assert related(one) == [40]


def test_relation_drawn_by_hand_keeps_its_place():
    one = adjudicated(with_name(claims(({}, (40, 45)), ({}, None), ({}, None)), "Max", 60))
    for question in one.open():
        if question.start == 60:
            one.choose(question, 0, by="Chris")
    one.automatic(parse("unanimous"), by="Chris")
    claim, own = sorted(one.spans.values(), key=lambda span: span.start)
    drawn = Relation(id=new_id(), label="claimant", head=claim.id, tail=own.id, annotator=GOLD)
    one.set_by_hand([Change(after=drawn)], by="Chris")
    (question,) = one.open()
    one.choose(question, 0, by="Chris")
    one.automatic(parse("most"), by="Chris")
    assert related(one) == [60]


def test_second_answer_about_a_relation_takes_the_place_of_the_first():
    one = adjudicated(claims(({}, (40, 45)), ({}, (60, 66))))
    while waiting := one.open():
        one.choose(waiting[0], 0, by="Chris")
    assert len(related(one)) == 1
    again = adjudicated(claims(({}, (40, 45)), ({}, (60, 66)), ({}, (80, 86))), one.rows.values())
    while waiting := again.open():
        choice = 0
        if isinstance(waiting[0], RelationQuestion):
            choice = next(at for at, tail in enumerate(waiting[0].tails) if again.spans[tail].start == 80)
        again.choose(waiting[0], choice, by="Chris")
    assert related(again) == [80]


def test_second_answer_takes_the_place_of_the_first():
    one = adjudicated(annotated([[(0, 5, "PER")], [(0, 8, "PER")]], 400))
    (question,) = one.open()
    one.choose(question, 0, by="Chris")
    one.choose(question, 1, by="Chris")
    assert gold(one) == [(0, 8, "PER")]
    assert len(one.settled) == 1


def test_undone_answer_is_open_again():
    one = adjudicated(annotated([[(0, 5, "PER")], [(0, 8, "PER")]], 400))
    before = one.open()
    changes = one.choose(before[0], 0, by="Chris")
    one.take(replace(change, before=change.after, after=change.before) for change in reversed(changes))
    assert one.open() == before
    assert not [row for row in one.rows.values() if isinstance(row, Span)]

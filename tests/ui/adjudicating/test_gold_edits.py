"""A person's changes of relations during adjudication: they count as answers, and nothing else changes them again."""

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model.values import Relation, Settled
from annotator.quality.strategies import parse
from tests.annotator.quality.test_questions import adjudicated, claims
from ui.adjudicating.gold_edits import of_gold
from ui.adjudicating.variants import Lanes


def begun():
    one = adjudicated(claims(({}, (40, 45)), ({}, (40, 45))))
    one.automatic(parse("unanimous"), by="Chris")
    (relation,) = [row for row in one.rows.values() if isinstance(row, Relation)]
    return one, relation


def test_removing_a_relation_is_an_answer_about_it():
    one, relation = begun()
    edit = Edit(kind=EditKind.RELATE, annotator="Chris", changes=(Change(before=relation),))
    meant, stays = of_gold(edit, one, Lanes({}))
    (answer,) = [change.after for change in meant.changes if isinstance(change.after, Settled)]
    assert (answer.layer, answer.taken, answer.annotator) == ("claims.claimant", (relation.head,), "Chris")
    assert stays


def test_deleting_a_label_says_nothing_about_its_relations():
    one, relation = begun()
    changes = (Change(before=relation), Change(before=one.spans[relation.tail]))
    meant, _ = of_gold(Edit(kind=EditKind.REMOVE, annotator="Chris", changes=changes), one, Lanes({}))
    assert (meant.kind, meant.changes) == (EditKind.REMOVE, changes)

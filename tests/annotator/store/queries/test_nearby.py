"""Merging an answer with the nearby rows only has the same result as with the whole document."""

import random
from dataclasses import replace

import pytest

from annotator.editing.edits import Change, Edit, EditKind
from annotator.model import source_choices
from annotator.model.source_choices import SOURCES
from annotator.model.values import Part, SentenceMark, Span, Suggestion, SuggestionState, new_id
from annotator.project.project import SourceAnswer
from annotator.suggestions.renewal import Held, renew
from annotator.text.sentences import split
from tests.annotator.made import add_article

WORDS = [f"Wört{number} 😀" if number % 9 else f"Ende{number}.\n" for number in range(300)]
TEXT = " ".join(WORDS)
STARTS = [TEXT.index(word) for word in WORDS]
STATES = [SuggestionState(name) for name in ("pending", "accepted", "corrected", "rejected", "superseded", "held")]


@pytest.fixture
def long(project):
    return add_article(project, "Lang", TEXT)


def made(chance, document, source, layer=None, state=SuggestionState.PENDING):
    layer = layer or chance.choice(["entities", "claims"])
    first = chance.randrange(290)
    reach = chance.randint(1, 9) if layer == "claims" else 1
    parts: tuple[Part, ...] = ((STARTS[first], STARTS[first] + 4),)
    if reach > 1:
        parts = ((parts[0][0], STARTS[first + reach - 1] + 4),)
    elif chance.random() < 0.1:
        parts = (*parts, (STARTS[first + 2], STARTS[first + 2] + 4))
    label = "CLAIM" if layer == "claims" else chance.choice(["PER", "ORG"])
    return Suggestion(
        id=new_id(), document=document, layer=layer, label=label, parts=parts, source=source, version="1", state=state
    )


def as_span(place):
    return Span(
        id=new_id(),
        document=place.document,
        layer=place.layer,
        label=place.label,
        parts=place.parts,
        annotator="anna",
    )


def fill(project, document, chance):
    """Add spans, and suggestions in every state."""
    rows = [made(chance, document, chance.choice("ab"), state=chance.choice(STATES)) for _ in range(120)]
    rows = list({(row.source, row.key): row for row in rows}.values())  # no source says the same twice
    project._store.put_suggestions([Change(after=row) for row in rows], document, annotator="anna")
    places = [made(chance, document, "") for _ in range(60)]
    changes = tuple(Change(after=as_span(place)) for place in places)
    project.do(Edit(kind=EditKind.ADD, annotator="anna", changes=changes))


@pytest.mark.parametrize("seed", range(12))
def test_answer_merges_as_with_the_whole_document(project, long, seed):
    chance = random.Random(seed)
    fill(project, long, chance)
    whole = project.read.annotated(long, None)
    for source in ("a", "b", "new"):
        fresh = [made(chance, long, source) for _ in range(chance.choice([0, 1, 40]))]
        fresh = list({each.key: each for each in fresh}.values())
        again = chance.sample(project.read.suggestions(long), 20)
        known = {each.key for each in fresh}
        fresh += [replace(each, id=new_id(), source=source) for each in again if each.key not in known]
        fresh = list({each.key: each for each in fresh}.values())
        held = Held([split(TEXT)[3]], read=False)
        everything = renew(project.read.suggestions(long), fresh, source, whole.spans, held)
        nearby = project.read.nearby
        found = renew(nearby.suggestions(long, fresh, [source]), fresh, source, nearby.taken(long, fresh), held)
        assert sorted(map(repr, found)) == sorted(map(repr, everything))


def test_empty_answer_withdraws_undecided_suggestions(project, long):
    chance = random.Random(3)
    rows = [made(chance, long, "a", state=state) for state in STATES]
    project._store.put_suggestions([Change(after=row) for row in rows], long, annotator="anna")
    assert project.put_answers(long, [SourceAnswer("a", [], "2")])
    states = sorted(str(each.state) for each in project.read.suggestions(long))
    assert states == ["accepted", "corrected", "rejected", "superseded", "superseded", "superseded"]


def test_decided_parts_across_sentences_are_found(project, long):
    sentences = split(TEXT)
    (a, a_end), (b, b_end), (c, c_end), (d, d_end) = sentences[:4]
    gap = as_span(replace(made(random.Random(1), long, "", "entities"), parts=((a, a + 3), (c, c + 3))))
    project.do(Edit(kind=EditKind.ADD, annotator="anna", changes=(Change(after=gap),)))
    project._store.add_annotator("bert")
    mark = SentenceMark(document=long, annotator="bert", start=b, end=b_end)
    project.do(Edit(kind=EditKind.ADD, annotator="bert", changes=(Change(after=mark),)))
    waiting = replace(made(random.Random(1), long, "a"), parts=((d, d + 2),))
    refused = replace(waiting, id=new_id(), parts=((d, d + 3),), state=SuggestionState.REJECTED)
    project._store.put_suggestions([Change(after=row) for row in (waiting, refused)], long, annotator="anna")
    nearby = project.read.nearby
    assert nearby.decided(long, [(a, a_end)]) == [(a, a + 3), (c, c + 3)]
    assert nearby.decided(long, [(b, b_end)]) == [(a, a + 3), (c, c + 3), (b, b_end)]
    assert nearby.decided(long, [(c + 3, c_end)]) == []
    assert nearby.decided(long, [(d, d_end)]) == [(d, d + 3)]
    assert [each.id for each in nearby.waiting(long)] == [waiting.id]


def test_merging_an_answer_reads_nearby_spans_only(project, long):
    chance = random.Random(5)
    fill(project, long, chance)
    fresh = [made(chance, long, "a", layer="entities")]
    starts = {each.start for each in project.read.nearby.taken(long, fresh)}
    assert starts <= {fresh[0].start}
    statements: list[str] = []
    project._store._connection.set_trace_callback(statements.append)
    project.put_answers(long, [SourceAnswer("a", fresh, "9")])
    project._store._connection.set_trace_callback(None)
    read = [line for line in statements if "FROM span" in line]
    assert read
    assert all("start IN" in line for line in read)


def test_nothing_is_read_if_nothing_is_held_back(project, long):
    assert not source_choices.loads(project.read.setting(SOURCES)).holds_back
    statements: list[str] = []
    project._store._connection.set_trace_callback(statements.append)
    assert not project.hold_back(long)
    project._store._connection.set_trace_callback(None)
    assert not any("document_text" in line or "FROM span" in line for line in statements)

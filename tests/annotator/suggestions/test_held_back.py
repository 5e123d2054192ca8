"""Held-back suggestions in a real project: they are never shown and never lost."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.model import source_choices
from annotator.model.source_choices import SOURCES, SourceChoices
from annotator.model.values import Document, DraftRelation, State, SuggestionState
from annotator.project.furniture import put_aside
from annotator.store.reader import DocumentQuery
from annotator.suggestions import renewal
from annotator.suggestions.renewal import drawn
from annotator.text.normalization import fingerprint
from annotator.text.sentences import split
from tests.annotator.made import add_article, span, suggestion

SENTENCES = [f"Satz {number} nennt Köln 🎈 und Nr. {number}." for number in range(2_000)]
TEXT = "\n".join(SENTENCES)


def article(id_):
    return Document(id=id_, title="", text=TEXT, sha256=fingerprint(TEXT), language="de")


def hold(project, *, on=True):
    choices = source_choices.loads(project.read.setting(SOURCES)).holding_back(on=on)
    project.keep(SOURCES, source_choices.dumps(choices))


def states(project, document):
    return [each.state for each in project.read.suggestions(document)]


def in_sentence(document, part):
    start = TEXT.index("Köln", part[0])
    return replace(suggestion(document, "Köln", text=TEXT), parts=((start, start + 4),))


@pytest.fixture
def long(project):
    return add_article(project, "Lang", TEXT)


@pytest.fixture
def held_one(project, long):
    """Return a sentence in which suggestions are held back, and one in which they are shown."""
    hold(project)
    project.hold_back(long)
    return project.read.decided.held_sentences(long)[0]


def test_draws_one_sentence_in_twenty_repeatably():
    found = drawn(article("a"), "key")
    assert 70 < len(found) < 130
    assert found == drawn(article("a"), "key")
    assert all(TEXT[start:end] in SENTENCES for start, end in found)
    assert found != drawn(article("b"), "key")
    assert found != drawn(article("a"), "another")


def test_project_stores_hold_back(project):
    chosen = SourceChoices(off=frozenset({"seen"})).holding_back(on=True)
    assert source_choices.loads(source_choices.dumps(chosen)) == chosen
    again = chosen.holding_back(on=False).holding_back(on=True)
    assert again == chosen


def test_hold_back_is_off_by_default(project, long):
    project.put_suggestions(long, "de_news", [suggestion(long, "Köln", text=TEXT)])
    assert states(project, long) == [SuggestionState.PENDING]
    assert project.read.decided.held_sentences(long) == []


def test_held_back_suggestions_are_not_listed(project, long, held_one):
    project.put_suggestions(long, "de_news", [in_sentence(long, held_one)], version="1")
    assert states(project, long) == [SuggestionState.HELD]
    assert project.read.annotated(long, None, suggestions=True).suggestions == ()
    assert project.read.document_ids(DocumentQuery(annotator=None, pending=True)) == []
    assert project.read.decided.pending("de_news") == {}
    assert next(iter(project.read.lines([long], "anna"))).pending == 0


def test_claim_related_to_held_back_sentence_is_held_back(project, long, held_one):
    free, _end = next(part for part in split(TEXT) if part not in project.read.decided.held_sentences(long))
    draft = DraftRelation(label="claimant", layer="entities", tail_label="ORG", parts=((held_one[0], held_one[0] + 4),))
    alone = replace(suggestion(long, "Satz", text=TEXT), layer="claims", label="CLAIM", parts=((free, free + 4),))
    leading = replace(alone, id="b" * 32, parts=((free + 5, free + 10),), relations=(draft,))
    project.put_suggestions(long, "claims", [leading, alone])
    assert [(s.parts, s.state) for s in project.read.suggestions(long)] == [
        (alone.parts, SuggestionState.PENDING),
        (leading.parts, SuggestionState.HELD),
    ]


def test_renewal_keeps_suggestions_held_back(project, long, held_one):
    fresh = in_sentence(long, held_one)
    project.put_suggestions(long, "de_news", [fresh], version="1")
    project.put_suggestions(long, "de_news", [replace(fresh, id="b" * 32, score=0.7, version="2")], version="2")
    assert [(s.id, s.score, s.state) for s in project.read.suggestions(long)] == [(fresh.id, 0.7, SuggestionState.HELD)]
    project.put_suggestions(long, "de_news", [], version="3")
    assert states(project, long) == [SuggestionState.SUPERSEDED]


def test_labels_in_held_back_sentences_are_manual(project, long, held_one):
    fresh = in_sentence(long, held_one)
    project.put_suggestions(long, "de_news", [fresh], version="1")
    project.do(edits.add(replace(span(long, "Köln", text=TEXT), parts=fresh.parts)))
    project.put_suggestions(long, "de_news", [replace(fresh, id="b" * 32, version="2")], version="2")
    assert states(project, long) == [SuggestionState.HELD]
    assert project.read.decided.missed("de_news", "de") == {}


def test_held_back_stays_in_finished_document(project, long, held_one):
    project.put_suggestions(long, "de_news", [in_sentence(long, held_one)], version="1")
    project.do(edits.set_state(None, long, State.DONE, annotator="anna"))
    project.put_suggestions(long, "de_news", [], version="2")
    hold(project, on=False)
    assert project.hold_back(long) is False
    assert states(project, long) == [SuggestionState.HELD]


def test_turning_on_holds_back_only_undecided_sentences(project, long, monkeypatch):
    monkeypatch.setattr(renewal, "SHARE", 1.0)
    first, second, third = (in_sentence(long, (TEXT.index(line), 0)) for line in SENTENCES[:3])
    project.put_suggestions(long, "de_news", [first, second, third])
    project.do(edits.accept([first], [], annotator="anna"))
    project.do(edits.reject([second], annotator="anna"))
    hold(project)
    assert project.hold_back(long) is True
    assert states(project, long) == [SuggestionState.ACCEPTED, SuggestionState.REJECTED, SuggestionState.HELD]
    project.undo(long)
    assert states(project, long)[1] is SuggestionState.PENDING
    project.put_suggestions(long, "de_news", [first, second, third], version="2")
    assert states(project, long)[1] is SuggestionState.PENDING


def test_answer_that_holds_back_tells_a_change(project, long, monkeypatch):
    """The window would go on showing what can no longer be accepted."""
    monkeypatch.setattr(renewal, "SHARE", 1.0)
    offered = [in_sentence(long, (TEXT.index(SENTENCES[0]), 0))]
    project.put_suggestions(long, "de_news", offered, version="1")
    hold(project)
    assert project.put_suggestions(long, "de_news", offered, version="1")
    assert states(project, long) == [SuggestionState.HELD]
    assert not project.put_suggestions(long, "de_news", offered, version="1")


def test_turning_off_shows_suggestions_again(project, long, held_one):
    project.put_suggestions(long, "de_news", [in_sentence(long, held_one)], version="1")
    hold(project, on=False)
    assert project.hold_back(long) is True
    assert states(project, long) == [SuggestionState.PENDING]
    assert project.read.decided.held_sentences(long) == []
    hold(project)
    project.hold_back(long)
    assert project.read.decided.held_sentences(long)[0] == held_one


def test_suggestions_in_page_furniture_stay_held_back(project):
    document = add_article(project, "Kurz", "Köln 🎈 wächst.\n\nBild: Köln")
    text = project.read.document(document).text
    caption = text.index("Bild:"), len(text)
    rows = [replace(suggestion(document, "Köln", text=text), parts=((at, at + 4),)) for at in (0, text.rindex("Köln"))]
    project.put_suggestions(document, "de_news", rows)
    before = project.read.document(document)
    held = put_aside(project.read, before, (caption,))
    project.do(edits.exclude(before, (caption,), annotator="anna", held=held))
    assert states(project, document) == [SuggestionState.PENDING, SuggestionState.HELD]
    project.put_suggestions(document, "de_news", rows[:1])  # sources skip furniture
    project.put_suggestions(document, "import", [replace(rows[1], id="i", source="import")])
    assert states(project, document) == [SuggestionState.PENDING, SuggestionState.HELD, SuggestionState.HELD]
    excluded = project.read.document(document)
    project.do(edits.exclude(excluded, (), annotator="anna", held=put_aside(project.read, excluded, ())))
    assert set(states(project, document)) == {SuggestionState.PENDING}

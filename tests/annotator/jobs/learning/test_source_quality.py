"""The quality of a source, from a real file and its log."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.jobs.learning.source_quality import About, RefusedRule, truth
from annotator.jobs.suggesting.wanted_sources import seen_here
from annotator.jobs.suggesting.withdrawal import holding_back
from annotator.model import source_choices
from annotator.model.source_choices import SOURCES, SourceChoices
from annotator.model.values import CLAIMS, Annotated, Document, Span, State, SuggestionState, new_id
from annotator.suggest.adapter.corrector import Corrector
from annotator.suggest.adapter.memory import Memory, WordCounts
from annotator.suggest.adapter.shelf import AdapterFacts, Attempt, shelf_of
from annotator.suggest.sources.memory.seen import refused
from annotator.suggestions import renewal
from annotator.suggestions.reliability import Bin, Pace, Tally, Uncounted
from annotator.suggestions.suggestion_effect import Influence, SentenceCounts
from annotator.text.normalization import fingerprint
from tests.annotator.made import OTHER, add_article, span, suggestion

GERMAN = About(name="de_news", language="de", labels=("LOC", "ORG", "PER"), learns=True)


def ask(project, document, *suggestions, source="de_news"):
    project.put_suggestions(document, source, suggestions, version="1")


def pending(project, document):
    return {s.label: s for s in project.read.suggestions(document, SuggestionState.PENDING)}


def accept(project, suggested, milliseconds=0):
    edit = edits.accept([suggested], [], annotator="anna")
    project.do(replace(edit, milliseconds=milliseconds))
    return next(change.after for change in edit.changes if isinstance(change.after, Span))


def labels(project, about=GERMAN):
    return dict(truth(project.path, about).labels)


@pytest.fixture
def asked(project, document):
    ask(project, document, suggestion(document, "Köln", score=0.97), suggestion(document, "EU", "ORG", score=0.7))
    return document


def test_nothing_is_known_before_anything_was_decided(project, asked):
    found = truth(project.path, GERMAN)
    assert dict(found.labels) == {("entities", "LOC"): Tally(pending=1), ("entities", "ORG"): Tally(pending=1)}
    assert (found.times, found.bins, found.suggested, found.by_hand, found.course) == ((), (), None, None, ())


def test_accepted_corrected_and_rejected_are_counted(project, asked):
    there = pending(project, asked)
    accept(project, there["LOC"])
    project.do(edits.reject([there["ORG"]], annotator="anna"))
    assert labels(project) == {("entities", "LOC"): Tally(accepted=1), ("entities", "ORG"): Tally(rejected=1)}


def test_what_was_accepted_and_relabelled_later_counts_as_corrected(project, asked):
    made = accept(project, pending(project, asked)["LOC"])
    project.do(edits.relabel(made, "entities", "ORG", annotator="anna"))
    assert labels(project)["entities", "LOC"] == Tally(corrected=1)


def test_what_was_accepted_and_removed_later_counts_as_rejected(project, asked):
    made = accept(project, pending(project, asked)["LOC"])
    project.do(edits.remove([made], [], annotator="anna"))
    assert labels(project)["entities", "LOC"] == Tally(rejected=1)


def test_what_was_taken_back_is_undecided_again(project, asked):
    accept(project, pending(project, asked)["LOC"])
    project.timeline.undo(asked)
    assert labels(project)["entities", "LOC"] == Tally(pending=1)
    project.timeline.redo(asked)
    assert labels(project)["entities", "LOC"] == Tally(accepted=1)


def test_what_is_labelled_by_hand_without_a_suggestion_was_missed(project, asked):
    project.do(edits.add(span(asked, "line", "PER")))
    project.do(edits.add(span(asked, "Kürzlich", "MISC")))
    project.do(edits.add(span(asked, "in\u00a0Köln")))
    counted = labels(project)
    assert counted["entities", "PER"] == Tally(missed=1)
    assert ("entities", "MISC") not in counted, "the source knows no such label"
    assert counted["entities", "LOC"].missed == 0, "it was suggested, with other edges"


def test_labels_before_the_source_ran_are_not_misses(project, document):
    project.do(edits.add(span(document, "Köln")))
    ask(project, document, suggestion(document, "EU", "ORG"))
    assert ("entities", "LOC") not in labels(project)


def test_imported_labels_are_not_misses(project):
    document = Document(id=new_id(), title="Fertig", text=OTHER, sha256=fingerprint(OTHER), language="de")
    brought = span(document.id, "Brüssel", text=OTHER)
    project.add_annotated([Annotated(document=document, spans=(brought,))])
    ask(project, document.id, suggestion(document.id, "Brüssel", text=OTHER))
    assert ("entities", "LOC") not in labels(project)


def test_a_source_misses_nothing_in_articles_of_other_languages(project, asked):
    project.do(edits.add(span(asked, "line", "PER")))
    assert ("entities", "PER") not in labels(project, replace(GERMAN, language="en"))


def test_an_imported_decision_is_nobodys_here(project, asked, tmp_path):
    entry = project.read.annotated(asked, None, suggestions=True)
    decided = [replace(s, state=SuggestionState.ACCEPTED) for s in entry.suggestions]
    for change in decided:
        project._store.put_suggestions(
            [edits.Change(before=next(s for s in entry.suggestions if s.id == change.id), after=change)],
            asked,
            annotator="anna",
        )
    assert labels(project) == {}


def test_bulk_decisions_do_not_count_as_single_ones(project, asked):
    other = add_article(project, "Anderer", OTHER)
    ask(project, other, suggestion(other, "Brüssel", text=OTHER, score=0.99))
    single, many = pending(project, other).values(), pending(project, asked).values()
    project.do(replace(edits.reject(single, annotator="anna"), milliseconds=1_500))
    project.do(replace(edits.reject(many, annotator="anna"), milliseconds=9_000))
    project.do(replace(edits.add(span(asked, "line", "PER")), milliseconds=4_000))
    found = truth(project.path, GERMAN)
    assert [(each.lowest, each.decided) for each in found.bins] == [(0.95, 1)]
    assert found.uncounted == Uncounted(sight=2)
    assert (found.suggested, found.by_hand) == (Pace(decisions=1, seconds=1.5), Pace(decisions=1, seconds=4.0))


def test_learning_course_is_limited_to_the_source_language(project):
    attempts = [
        Attempt(day="2026-11-23", language="de", articles=10, before=60.0, after=66.5, taken=True),
        Attempt(day="2026-11-24", language="en", articles=12, before=70.0, after=69.0, taken=False),
    ]
    for attempt in attempts:
        shelf_of(project.path).add_attempts([attempt])
    assert truth(project.path, GERMAN).course == (attempts[0],)
    assert truth(project.path, About(name="claims", language="de")).course == ()


def test_learnt_counts_articles_of_the_adapter_in_use(project):
    corrector = Corrector(model=b"m", memory=Memory(WordCounts()), labels=frozenset({"LOC"}))
    facts = AdapterFacts(base="de_news 1", learnt=("a", "b"), held=("b",), before=60.0, after=70.0)
    shelf_of(project.path).add({"de": (corrector, facts)})
    assert truth(project.path, replace(GERMAN, base="de_news 1")).learnt == 2
    assert truth(project.path, replace(GERMAN, base="de_news 2")).learnt == 0, "for another version"
    (shelf_of(project.path).folder / "0001" / "adapter.json").write_text("[]", encoding="utf-8")
    assert truth(project.path, replace(GERMAN, base="de_news 1")).learnt == 0


def test_sentences_without_suggestions_count_once_their_article_is_done(project, asked, monkeypatch):
    project.keep(SOURCES, source_choices.dumps(SourceChoices().holding_back(on=True)))
    monkeypatch.setattr(renewal, "SHARE", 1.0)
    list(holding_back(project))
    assert pending(project, asked) == {}
    project.do(edits.add(span(asked, "Köln")))
    assert truth(project.path, GERMAN).influence == Influence()
    project.do(edits.set_state(None, asked, State.DONE, annotator="anna"))
    found = truth(project.path, GERMAN)
    assert found.influence == Influence(held=SentenceCounts(words=13, suggested=2, taken=1, same=1, labels=1))
    assert found.labels == ()


def refuse_rule(project, document, rule, words):
    asked = [suggestion(document, each, "CLAIM", rule=rule) for each in words.split()]
    ask(project, document, *(replace(each, layer=CLAIMS, source="claims") for each in asked), source="claims")
    waiting = [each for each in project.read.suggestions(document, SuggestionState.PENDING) if each.rule == rule]
    project.do(edits.reject(waiting, annotator="anna"))


def test_refused_rules_belong_to_the_source_with_rules(project, document):
    refuse_rule(project, document, "speech verb", "Kürzlich Köln spare viel EU-Kommission")
    rules = About(name="claims", has_rules=True)
    assert truth(project.path, rules).rules == (RefusedRule(name="speech verb", rejected=5, followed=False),)
    assert truth(project.path, GERMAN).rules == ()
    assert (CLAIMS, "CLAIM", "speech verb") in refused(seen_here(project))
    project.keep(SOURCES, source_choices.dumps(SourceChoices().following("speech verb", on=True)))
    assert truth(project.path, rules).rules == (RefusedRule(name="speech verb", rejected=5, followed=True),)
    assert refused(seen_here(project)) == frozenset()


BINS = (Bin(lowest=0.95, highest=1.0, decided=20, accepted=19, mean=0.98),)
TESTED = replace(GERMAN, base="de_news 1", measured=BINS)


def learn(project, base, bins=()):
    corrector = Corrector(model=b"model", memory=Memory(WordCounts()), labels=frozenset({"LOC"}))
    facts = AdapterFacts(base=base, learnt=("a", "b"), held=("b",), before=1.0, after=2.0, bins=bins, tested=len(bins))
    shelf_of(project.path).add({"de": (corrector, facts)})


def test_test_texts_say_what_scores_mean(project):
    found = truth(project.path, TESTED)
    assert (found.measured, found.tested) == (BINS, 0)


def test_held_out_articles_replace_test_texts(project):
    own = (replace(BINS[0], accepted=10),)
    learn(project, TESTED.base, own)
    found = truth(project.path, TESTED)
    assert (found.measured, found.tested, found.learnt, found.outdated) == (own, 1, 2, 0)


def test_adapter_for_another_version_is_outdated(project):
    learn(project, "de_news 0.9", BINS)
    found = truth(project.path, TESTED)
    assert (found.measured, found.tested, found.learnt, found.outdated) == (BINS, 0, 0, 2)
    learn(project, "other 0.9", BINS)
    assert truth(project.path, TESTED).outdated == 0

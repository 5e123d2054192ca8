"""Suggestions for many documents, with the real pipelines."""

from dataclasses import replace

import pytest

from annotator.editing import edits
from annotator.jobs.suggesting import suggest_documents, wanted_sources
from annotator.jobs.suggesting.suggest_documents import Effort
from annotator.model.values import SuggestionState
from annotator.processes.worker import no_progress
from annotator.store.reader import DocumentQuery
from annotator.suggest import work
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceKind
from annotator.system.errors import ModelError
from tests.annotator.made import TEXT, add_article, claim, every_annotated, make_project, span
from tests.annotator.trips_of_crew import DEADLY, deadly

GERMAN = "Die Stadt Köln 🎈 prüft nach Angaben von Petra Müller den Vertrag mit der Siemens AG in\u00a0München."


def test_suggest_stores_tokens_and_keeps_decisions(project):
    first, second = add_article(project, "eins", GERMAN), add_article(project, "zwei", TEXT)
    project.do(edits.add(span(first, "Köln", "MISC", text=GERMAN)))
    heard = []
    outcome = suggest_documents.suggest(
        project, [first, second], available().sources, lambda done, total: heard.append((done, total))
    )
    assert (outcome.documents, outcome.problems) == (2, ())
    assert heard == [(1, 2), (2, 2)]
    entry = project.read.annotated(first, None, suggestions=True)
    assert [s.label for s in entry.spans] == ["MISC"]
    assert "Petra Müller" in {s.quote(GERMAN) for s in entry.suggestions}
    assert "Köln" not in {s.quote(GERMAN) for s in entry.suggestions}
    assert outcome.pending == sum(
        len(project.read.annotated(id_, None, suggestions=True).suggestions) for id_ in (first, second)
    )
    assert project.read.tokens(first) is not None
    assert project._store.check() == []


def test_model_that_cannot_be_loaded_is_reported_once(project, tmp_path):
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "meta.json").write_text('{"lang": "de", "name": "broken", "version": "1", "pipeline": ["ner"]}')
    (folder / "config.cfg").write_text("[nlp]\nlang = nothing\n")
    found = available([folder])
    ids = [add_article(project, "eins", GERMAN), add_article(project, "zwei", TEXT)]
    broken = [source for source in found.sources if source.folder == folder]
    if not broken:
        assert any(isinstance(problem, ModelError) for problem in found.problems)
        return
    outcome = suggest_documents.suggest(project, ids, broken, no_progress)
    assert len(outcome.problems) == 1


@pytest.mark.parametrize(("language", "fallback"), [("auto", "de"), ("en", "en")])
def test_suggest_uses_offered_labels_and_fallback_language(project, language, fallback):
    project._store.put_setting("language", language)
    assert wanted_sources.wanted_labels(project) == ("PER", "ORG", "LOC", "MISC", "CLAIM", "SPEAKER")
    assert project.fallback_language == fallback


def told(project):
    """Return the pending suggestions of each document as text."""
    entries = every_annotated(project.read, None, suggestions=True)
    return [[(s.source, s.label, s.quote(e.document.text), s.score) for s in e.suggestions] for e in entries]


def articles(project, count):
    return [add_article(project, str(number), f"{GERMAN} {number}") for number in range(count)]


def test_parallel_processes_give_the_same_suggestions(project, tmp_path):
    (tmp_path / "other").mkdir()
    other = make_project(tmp_path / "other")
    try:
        suggest_documents.suggest(project, articles(project, 12), available().sources, no_progress)
        heard = []
        outcome = suggest_documents.suggest(
            other, articles(other, 12), available().sources, lambda *p: heard.append(p), Effort(processes=2)
        )
        assert told(other) == told(project)
        assert (outcome.documents, outcome.problems, heard[-1]) == (12, (), (12, 12))
        assert other.read.tokens(other.read.document_ids(DocumentQuery(annotator=None))[0]) is not None
        assert other._store.check() == []
    finally:
        other.close()


def test_article_that_crashes_its_process_is_left_out(project, monkeypatch):
    monkeypatch.setattr(suggest_documents, "prepare_many", deadly)
    ids = articles(project, 3)
    ids.append(add_article(project, "Tödlich", DEADLY))
    outcome = suggest_documents.suggest(project, ids, available().named(["de_news"]), no_progress, Effort(processes=2))
    (problem,) = outcome.problems
    assert str(problem).startswith("Left out “Tödlich”: the process that read it ended unexpectedly.")
    assert [len(found) > 0 for found in told(project)] == [True, True, True, False]
    assert suggest_documents.due(project, available().named(["de_news"])) == ids[-1:]


def test_article_that_breaks_the_only_process_is_left_out(project, monkeypatch):
    monkeypatch.setattr(work, "_prepare", breaking(work._prepare))
    ids = [add_article(project, "Tödlich", DEADLY), *articles(project, 2)]
    heard = []
    german = available().named(["de_news"])
    outcome = suggest_documents.suggest(project, ids, german, lambda *p: heard.append(p))
    (problem,) = outcome.problems
    assert str(problem).startswith("Left out “Tödlich”: IndexError: list index out of range.")
    assert [len(found) > 0 for found in told(project)] == [False, True, True]
    assert suggest_documents.due(project, german) == ids[:1]
    assert heard == [(1, 3), (2, 3), (3, 3)]


def breaking(prepare):
    """Return `_prepare` with a bug that only the deadly article brings out."""

    def prepare_or_break(document, *arguments):
        if document.text == DEADLY:
            raise IndexError("list index out of range")
        return prepare(document, *arguments)

    return prepare_or_break


def test_due_are_articles_new_to_a_source_version(project):
    ids = articles(project, 2)
    german = available().named(["de_news"])
    suggest_documents.suggest(project, ids[:1], german, no_progress)
    assert suggest_documents.due(project, german) == ids[1:]
    suggest_documents.suggest(project, ids[1:], german, no_progress)
    assert suggest_documents.due(project, german) == []
    assert suggest_documents.due(project, [replace(german[0], version="another")]) == ids


ENGLISH = " ".join(
    ["The council said that it was the first of its kind to have been built by the river for years."] * 4
)


def test_new_source_version_is_due_for_readable_articles(project):
    german, english = add_article(project, "eins", GERMAN), add_article(project, "two", ENGLISH)
    every = available().named(["de_news", "claims"])
    assert suggest_documents.due(project, every) == [german, english]
    suggest_documents.suggest(project, [german, english], every, no_progress)
    before = told(project)
    another = replace(every[0], version="another")
    assert suggest_documents.due(project, [another, every[1]]) == [german]
    assert suggest_documents.due(project, [every[0], replace(every[1], version="another")]) == [german, english]
    suggest_documents.suggest(project, [german], [another, every[1]], no_progress)
    assert suggest_documents.due(project, [another, every[1]]) == []
    assert told(project) == before


def test_source_that_fails_is_reported_once_and_stays_due(project, tmp_path):
    ids = articles(project, 2)
    gone = replace(available().named(["de_news"])[0], name="gone", folder=tmp_path / "gone", version="9")
    sources = [gone, *available().named(["de_news"])]
    outcome = suggest_documents.suggest(project, ids, sources, no_progress, Effort(processes=2))
    assert [problem.code for problem in outcome.problems] == ["source.missing"]
    assert all(told(project))
    assert suggest_documents.due(project, sources) == ids


SAID = "„Das Wasser sinkt {n} Tage lang“, sagte Petra Müller 🎈.\n\nPetra Müller sagte, die Brücke {n} sei sicher."
RULES = tuple(source for source in available().sources if source.kind is SourceKind.RULES)


def claims_of(project, id_):
    suggest_documents.suggest(project, [id_], RULES, no_progress)
    found = project.read.annotated(id_, None, suggestions=True).suggestions
    return {(s.rule or "").partition(":")[0]: s for s in found if s.state is SuggestionState.PENDING}


def test_claim_rule_rejected_every_time_is_disabled(project):
    for number in range(5):
        found = claims_of(project, add_article(project, str(number), SAID.format(n=number)))
        assert set(found) == {"quotation", "speech verb"}
        project.do(edits.reject([found["quotation"]], annotator="anna"))
    assert set(claims_of(project, add_article(project, "neu", SAID.format(n="viele")))) == {"speech verb"}


def test_claim_rule_with_corrected_bounds_stays_enabled(project):
    for number in range(5):
        text = SAID.format(n=number)
        id_ = add_article(project, str(number), text)
        project.do(edits.reject([claims_of(project, id_)["quotation"]], annotator="anna"))
        if number == 2:
            project.do(edits.add(claim(id_, "Das Wasser sinkt", text=text)))
    assert "quotation" in claims_of(project, add_article(project, "neu", SAID.format(n="viele")))

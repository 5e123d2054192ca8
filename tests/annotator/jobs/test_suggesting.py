"""Suggestions for many documents, by the real pipelines."""

import pytest

from annotator import edits
from annotator.errors import ModelError
from annotator.jobs import suggesting
from annotator.suggest.sources import available
from annotator.worker import no_progress
from tests.annotator.made import TEXT, add_article, span

GERMAN = "Die Stadt Köln 🎈 prüft nach Angaben von Petra Müller den Vertrag mit der Siemens AG in\u00a0München."


def test_each_document_gets_tokens_and_suggestions_and_decisions_are_left_alone(project):
    first, second = add_article(project, "eins", GERMAN), add_article(project, "zwei", TEXT)
    project.do(edits.add(span(first, "Köln", "MISC", text=GERMAN)))
    heard = []
    outcome = suggesting.suggest(
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


def test_a_model_that_cannot_be_loaded_is_told_once(project, tmp_path):
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
    outcome = suggesting.suggest(project, ids, broken, no_progress)
    assert len(outcome.problems) == 1


@pytest.mark.parametrize(("language", "fallback"), [("auto", "de"), ("en", "en")])
def test_the_labels_that_are_offered_are_asked_for_and_short_texts_take_the_language_of_the_project(
    project, language, fallback
):
    project._store.put_setting("language", language)
    assert suggesting.wanted_labels(project) == ("PER", "ORG", "LOC", "MISC", "CLAIM", "SPEAKER")
    assert project.fallback_language == fallback

"""Training that starts from a shipped model, and the comparison with it."""

from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.formats.fit import Options
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.learning import evaluate_models, starting
from annotator.model.values import State
from annotator.suggest.sources import own
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.work import prepare
from annotator.system.errors import ModelError
from tests.annotator.made import add_article, make_project, span

PEOPLE = ("Petra Müller", "Jana Berg", "Ole Kant", "Uwe Lindt", "Ines Rau", "Timo Beck", "Kai Voss", "Lena Ott")
TEXT = "Am Montag sprach {who} in Köln über die Lage {n}.\nDas Projekt Nordlicht {n} kostet viel, sagte {who}."


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return a project of 16 articles that label project names differently from the shipped model."""
    with closing(make_project(tmp_path_factory.mktemp("projekt"))) as made:
        for number in range(16):
            who = PEOPLE[number % len(PEOPLE)]
            text = TEXT.format(who=who, n=number)
            document = add_article(made, f"Nr. {number}", text)
            for words, label in ((who, "PER"), ("Köln", "LOC"), (f"Nordlicht {number}", "MISC")):
                made.do(edits.add(span(document, words, label, text=text)))
            second = text.rindex(who)
            again = span(document, who, "PER", text=text)
            made.do(edits.add(type(again)(**{**_fields(again), "parts": ((second, second + len(who)),)})))
            made.do(edits.set_state(None, document, State.DONE, annotator="anna"))
        return made.path


def _fields(row):
    return {name: getattr(row, name) for name in ("id", "document", "layer", "label", "annotator")}


def request(**options):
    return Request(format=evaluate_models.FORMAT, options=Options(split="50/25/25", **options), done_only=True)


@pytest.fixture(scope="module")
def continued(project, tmp_path_factory):
    return evaluate_models.train(project, tmp_path_factory.mktemp("weiter"), request(), start_from=starting.SHIPPED)


def test_continued_model_is_compared_on_same_articles(continued):
    compared = continued.shipped
    assert compared is not None
    assert compared.documents == continued.evaluation.documents == 4
    assert compared.yours >= compared.shipped > 0
    assert not compared.worse
    assert evaluate_models.shipped_beside(continued.folder) == compared


def test_model_from_scratch_is_worse_and_said_so(project, tmp_path):
    trained = evaluate_models.train(project, tmp_path / "neu", request(), steps=2)
    assert trained.shipped is not None
    assert trained.shipped.worse
    assert evaluate_models.shipped_beside(tmp_path / "neu") == trained.shipped


def test_continued_model_can_be_used_and_continued(project, continued, tmp_path, monkeypatch):
    monkeypatch.setattr(own, "shelf", lambda: tmp_path / "pipelines")
    info = own.take_up(continued.folder / "model" / "model-best", "weiter")
    assert (info.language, set(info.labels) >= {"PER", "LOC", "MISC"}) == ("de", True)
    with closing(make_project(tmp_path, "Neu")) as made:
        document = made.read.document(add_article(made, "Neu", TEXT.format(who="Maja Stern", n=99)))
    found = prepare(document, "de", ("PER", "LOC", "ORG", "MISC"), (), (info,))
    assert not found.problems
    assert {one.quote(document.text) for result in found.results for one in result.suggestions} >= {"Köln"}
    again = evaluate_models.train(project, tmp_path / "noch", request(), start_from=info.name)
    assert len(list((again.folder / "model" / "model-best" / "correctors").iterdir())) == 2
    assert describe(again.folder / "model" / "model-best").labels


def test_unknown_start_and_language_are_refused(project, tmp_path):
    with pytest.raises(ModelError, match="nix"):
        evaluate_models.train(project, tmp_path / "a", request(), start_from="nix")
    with pytest.raises(ModelError, match="reads the language of most articles"):
        starting.base_of(starting.SHIPPED, "other")

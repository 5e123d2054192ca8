"""Sources with an encoder: two speeds of one source, and what is left when the encoder cannot be loaded."""

import shutil
from dataclasses import replace

import pytest

from annotator.model.values import Document
from annotator.suggest.adapter.shelf import AdapterFacts, Generation, adapted, base_of
from annotator.suggest.sources import registry
from annotator.suggest.sources.pipeline import PipelineSource, load
from annotator.suggest.sources.source import EncoderFolder, SourceKind, Speed, at_speed
from annotator.suggest.work import prepare, prepare_each, prepare_many
from annotator.system.errors import ModelError
from annotator.text.normalization import fingerprint
from tests.annotator.suggest.encoders import make_encoder

LABELS = ("PER", "LOC", "ORG", "MISC")
TEXT = "Angela Merkel sprach in Köln mit der Siemens AG über den Haushalt der Stadt.\n😀 Berlin zahlt mehr."


def article(text=TEXT, language="de", id_="d"):
    return Document(id=id_, title="", text=text, sha256=fingerprint(text), language=language)


@pytest.fixture
def encoder(tmp_path, monkeypatch):
    """Install an encoder that finds no name at all, in place of the one that ships."""
    made = make_encoder(tmp_path / "encoder ö", always="O", weight=0.0)
    monkeypatch.setattr(registry, "ENCODER", made)
    return made


def names(prepared):
    return {result.source: [s.quote(TEXT) for s in result.suggestions] for result in prepared.results}


def test_shipped_encoder_has_a_seal():
    assert registry.ENCODER.seal or not registry.ENCODER.folder.exists()


def test_both_built_in_models_have_the_encoder(encoder):
    models = [info for info in registry.available().sources if info.kind is SourceKind.MODEL]
    assert [info.encoder for info in models] == [encoder] * 2
    assert all(info.thorough and info.version.endswith(f".{encoder.seal[:8]}") for info in models)


def test_users_own_pipelines_have_no_encoder(encoder, tmp_path):
    import spacy

    spacy.blank("de", meta={"name": "eigenes"}).to_disk(tmp_path / "own")
    assert registry.available([tmp_path / "own"]).sources[0].encoder is None


def test_speed_changes_answer_but_not_version(encoder):
    thorough = registry.available().sources
    fast = at_speed(thorough, Speed.FAST)
    answers = [prepare(article(), None, LABELS, (), sources) for sources in (fast, thorough)]
    assert names(answers[0])["de_news"] == ["Angela Merkel", "Köln", "Siemens AG", "Berlin"]
    assert names(answers[1])["de_news"] == []
    first, second = ([result.version for result in one.results] for one in answers)
    assert first == second
    assert not answers[0].problems + answers[1].problems


def test_both_speeds_use_one_loaded_pipeline(encoder):
    sources = registry.available().sources
    prepare(article(), None, LABELS, (), at_speed(sources, Speed.FAST))
    before = load.cache_info().misses
    prepare(article(), None, LABELS, (), sources)
    assert load.cache_info().misses == before


def test_many_and_each_read_thoroughly(encoder):
    sources = registry.available().sources
    pairs = [(article(id_=str(n)), None) for n in range(3)]
    many = prepare_many(pairs, LABELS, (), sources)
    each = list(prepare_each(pairs, LABELS, (), sources, total=3))
    assert [names(one)["de_news"] for one in (*many, *each)] == [[]] * 6


def test_finer_labels_are_not_mapped(encoder):
    english = registry.available().sources[1]
    text = "Joe Biden met Angela Merkel in Berlin. They talked about the budget for an hour."
    source = PipelineSource(info=english, labels=frozenset({"PERSON", "GPE"}))
    assert {s.label for s in source.suggest(article(text, "en"), lambda: False)} == {"PERSON", "GPE"}


def spoil_sums(folder):
    (folder / "sha256.json").write_text("{}")


def spoil_weights(folder):
    with (folder / "names.npz").open("r+b") as stream:
        stream.seek(200)
        stream.write(b"Muehle")


def make_again(folder):
    make_encoder(folder, always="B-LOC")


@pytest.mark.parametrize("spoil", [shutil.rmtree, spoil_sums, spoil_weights, make_again])
def test_spoilt_encoder_leaves_fast_answer(encoder, spoil):
    sources = registry.available().sources
    spoil(encoder.folder)
    prepared = prepare(article(), None, LABELS, (), sources)
    assert names(prepared)["de_news"] == ["Angela Merkel", "Köln", "Siemens AG", "Berlin"]
    (problem,) = prepared.problems
    assert problem.code == "source.encoder"
    assert str(problem).startswith("The thorough model of de_news cannot be used: ")
    (many,) = prepare_many([(article(), None)], LABELS, (), sources)
    assert names(many) == names(prepared)
    assert [p.code for p in many.problems] == ["source.encoder"]


def test_folder_without_encoder_changes_nothing(tmp_path, monkeypatch):
    usual = registry.available().sources
    monkeypatch.setattr(registry, "ENCODER", EncoderFolder(tmp_path / "none"))
    assert registry.available().sources == usual


def test_missing_pipeline_is_reported_as_before(encoder, tmp_path):
    german = replace(registry.available().sources[0], folder=tmp_path / "gone")
    (problem,) = prepare(article(), None, LABELS, (), (german,)).problems
    assert problem.code == "source.missing"
    with pytest.raises(ModelError, match="missing"):
        PipelineSource(info=german, labels=frozenset(LABELS)).load_encoder()


def test_long_article_shows_progress_and_can_be_cancelled(encoder):
    german = registry.available().sources[0]
    text = "Köln und Berlin zahlen der Bahn mehr Geld für neue Züge, sagte ein Sprecher. " * 2_600  # 200,000 characters
    told = []
    source = PipelineSource(info=german, labels=frozenset(LABELS), progress=lambda done, total: told.append(done))
    source.suggest(article(text), lambda: len(told) >= 2)
    assert 2 <= len(told) < 5


def test_encoder_stands_above_shipped_corrector(encoder):
    english = registry.available().sources[1]
    assert english.folder is not None
    names_of = load("", english.folder, "", english.correctors, english.seals, encoder).pipe_names
    assert [name.partition("_")[2].rstrip("_0123456789") for name in names_of[-2:]] == ["corrector", "encoder"]


def test_adapter_sits_only_on_the_base_it_learnt_on(encoder, tmp_path, monkeypatch):
    stacked = registry.available().sources[0]
    monkeypatch.setattr(registry, "ENCODER", EncoderFolder(tmp_path / "none"))
    plain = registry.available().sources[0]
    (tmp_path / "0001").mkdir()
    for base, other in ((stacked, plain), (plain, stacked)):
        facts = AdapterFacts(base=base_of(base), learnt=(), held=(), before=0, after=1)
        generation = Generation(number=1, folder=tmp_path / "0001", facts={"de": facts})
        assert adapted((other,), generation) == (other,)
        (taken,) = adapted(at_speed((base,), Speed.FAST), generation)
        assert taken.correctors == (tmp_path / "0001" / "de",)

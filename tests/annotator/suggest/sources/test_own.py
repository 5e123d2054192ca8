"""Pipelines that the user trained or added."""

import shutil
import subprocess
import sys
from typing import Any

import pytest

from annotator.model.values import CLAIMS, Document
from annotator.suggest.sources import own
from annotator.suggest.sources.pipeline import PipelineSource
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import never
from annotator.system import staging
from annotator.system.errors import ModelError


@pytest.fixture
def pipeline(tmp_path):
    """Write a pipeline that knows a place."""
    import spacy

    nlp = spacy.blank("de")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "LOC", "pattern": "Köln"}])
    nlp.to_disk(tmp_path / "gebaut")
    return tmp_path / "gebaut"


def suggested(info, text):
    document = Document(id="d", title="", text=text, sha256="", language="de")
    source = PipelineSource(info=info, labels=frozenset({"LOC", "CLAIM"}))
    return [(s.layer, s.label, s.quote(text)) for s in source.suggest(document, never)]


def test_added_pipeline_is_a_source_with_its_name(pipeline):
    assert own.folders() == []
    info = own.take_up(pipeline, "Rhein & Köln 2")
    assert info.name == "de_rhein_koeln_2"
    assert available(own.folders()).sources[0] == info
    assert suggested(info, "In Köln 🎈.") == [("entities", "LOC", "Köln")]
    again = own.take_up(pipeline, "Rhein & Köln 2")
    assert again.folder == info.folder


def test_changed_pipeline_is_refused_on_loading(pipeline):
    info = own.take_up(pipeline, "x")
    assert info.folder is not None
    with (info.folder / "vocab" / "strings.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    with pytest.raises(ModelError, match="damaged") as error:
        suggested(info, "In Köln.")
    assert error.value.code == "source.broken"


def test_remove_only_own_pipelines(pipeline):
    info = own.take_up(pipeline, "a")
    kept = own.take_up(pipeline, "b")
    assert info.folder
    own.remove(info.folder)
    own.remove(info.folder)  # by another window
    assert own.folders() == [kept.folder]
    with pytest.raises(ValueError, match="not one of the user's own"):
        own.remove(pipeline)
    assert pipeline.is_dir()


def test_folder_without_pipeline_is_not_added(tmp_path):
    with pytest.raises(ModelError) as error:
        own.take_up(tmp_path, "x")
    assert error.value.code == "source.missing"
    assert own.folders() == []


def test_best_of_overlapping_claims_is_suggested():
    import spacy
    from spacy.tokens import SpanGroup

    from annotator.suggest.sources.pipeline import _best_claims

    doc = spacy.blank("de")("Die Miete steige stark und das Wetter werde gut")
    spans = [doc[0:3], doc[0:4], doc[5:9], doc[1:2]]
    for span in spans:
        span.label_ = "CLAIM"
    doc.spans[CLAIMS] = SpanGroup(doc, name=CLAIMS, spans=spans, attrs={"scores": [0.6, 0.9, 0.7, 0.8]})
    assert [(span.text, score) for span, score in _best_claims(doc)] == [
        ("Die Miete steige stark", 0.9),
        ("das Wetter werde gut", 0.7),
    ]


def test_other_claim_labels_and_own_layers_follow_the_schema(tmp_path):
    import spacy

    nlp = spacy.blank("de")
    patterns = {"claims": [("steige stark", "FORECAST"), ("Miete steige stark", "CLAIM")], "ships": [("Möwe", "SHIP")]}
    for key, known in patterns.items():
        ruler: Any = nlp.add_pipe("span_ruler", name=key, config={"spans_key": key})
        ruler.add_patterns([{"label": label, "pattern": words} for words, label in known])
    nlp.to_disk(tmp_path / "gebaut")
    info, text = own.take_up(tmp_path / "gebaut", "x"), "Die Miete steige stark 🎈, die Möwe auch."
    document = Document(id="d", title="", text=text, sha256="", language="de")

    def found(*labels):
        source = PipelineSource(info=info, labels=frozenset(labels))
        return [(s.layer, s.label, s.quote(text)) for s in source.suggest(document, never)]

    ship, claim = ("ships", "SHIP", "Möwe"), ("claims", "CLAIM", "Miete steige stark")
    assert found("CLAIM", "claims.FORECAST", "ships.SHIP") == [ship, claim, ("claims", "FORECAST", "steige stark")]
    assert found("CLAIM", "SHIP") == [("entities", "SHIP", "Möwe"), claim]


def test_pipeline_with_too_many_files_is_refused(pipeline):
    for number in range(150):
        (pipeline / f"{number}.bin").touch()
    assert suggested(own.take_up(pipeline, "x"), "In Köln.") == [("entities", "LOC", "Köln")]
    for number in range(5_500):
        (pipeline / f"{'b' * 130}{number}").touch()
    with pytest.raises(ModelError, match="too long") as error:
        own.take_up(pipeline, "y")
    assert error.value.code == "source.broken"
    assert [path.name for path in own.shelf().iterdir()] == ["x"]


KILLED = """
import os, sys
from pathlib import Path
from annotator.suggest.sources import own

own.shelf = lambda: Path(sys.argv[2])
steps = iter(range(1, 10_000))

def kill(event, arguments):
    if event in ("os.rename", "os.remove", "os.rmdir", "shutil.rmtree") and next(steps) == int(sys.argv[3]):
        os._exit(9)

sys.addaudithook(kill)
own.take_up(Path(sys.argv[1]), "mine")
"""


def test_kill_while_adding_leaves_old_or_new_pipeline(pipeline):
    killed = 0
    first = own.take_up(pipeline, "mine")
    while run(KILLED, pipeline, own.shelf(), killed + 1) == 9:
        killed += 1
        (info,) = available(own.folders()).sources[:1]
        assert info == first, f"killed at step {killed}"
        assert suggested(info, "In Köln 🎈.") == [("entities", "LOC", "Köln")]
        assert [path.name for path in own.shelf().iterdir() if any(path.iterdir())] == ["mine"]
    assert killed >= 3


def test_pipeline_in_the_making_is_left_alone(pipeline):
    own.take_up(pipeline, "mine")
    with staging.room(own.shelf() / "mine") as room:
        (room / "mine").mkdir()
        assert [folder.name for folder in own.folders()] == ["mine"]
        assert (room / "mine").is_dir()


def test_leftover_of_older_version_is_used_if_alone(pipeline):
    info = own.take_up(pipeline, "mine")
    assert info.folder is not None
    info.folder.replace(own.shelf() / "mine.new")
    shutil.copytree(pipeline, own.shelf() / "half.new")
    assert own.folders() == [own.shelf() / "mine"]
    assert suggested(info, "In Köln.") == [("entities", "LOC", "Köln")]
    assert [path.name for path in own.shelf().iterdir()] == ["mine"]


def run(code, *arguments):
    """Run code in its own process and return the exit code."""
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=False).returncode

"""Pipelines of the user's own."""

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
    """Give a pipeline that knows a place, on disk."""
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


def test_a_pipeline_that_is_taken_up_is_among_the_sources_under_its_name(pipeline):
    assert own.folders() == []
    info = own.take_up(pipeline, "Rhein & Köln 2")
    assert info.name == "de_rhein_k_ln_2"
    assert available(own.folders()).sources[0] == info
    assert suggested(info, "In Köln 🎈.") == [("entities", "LOC", "Köln")]
    again = own.take_up(pipeline, "Rhein & Köln 2")
    assert again.folder == info.folder


def test_a_pipeline_that_was_changed_since_is_refused_when_it_is_loaded(pipeline):
    info = own.take_up(pipeline, "x")
    assert info.folder is not None
    with (info.folder / "vocab" / "strings.json").open("a", encoding="utf-8") as file:
        file.write(" ")
    with pytest.raises(ModelError, match="damaged") as told:
        suggested(info, "In Köln.")
    assert told.value.code == "source.broken"


def test_what_is_removed_is_gone_and_nothing_else_can_be_removed(pipeline):
    info = own.take_up(pipeline, "a")
    kept = own.take_up(pipeline, "b")
    assert info.folder
    own.remove(info.folder)
    own.remove(info.folder)  # by another window
    assert own.folders() == [kept.folder]
    with pytest.raises(ValueError, match="not one of the user's own"):
        own.remove(pipeline)
    assert pipeline.is_dir()


def test_a_folder_without_a_pipeline_is_not_taken_up(tmp_path):
    with pytest.raises(ModelError) as told:
        own.take_up(tmp_path, "x")
    assert told.value.code == "source.missing"
    assert own.folders() == []


def test_of_claims_that_overlap_the_most_certain_is_suggested():
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


def test_claims_of_other_labels_and_layers_of_the_users_own_are_suggested_where_the_schema_has_them(tmp_path):
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


def test_a_pipeline_with_many_files_can_be_used_and_one_with_too_many_is_refused(pipeline):
    for number in range(150):
        (pipeline / f"{number}.bin").touch()
    assert suggested(own.take_up(pipeline, "x"), "In Köln.") == [("entities", "LOC", "Köln")]
    for number in range(5_500):
        (pipeline / f"{'b' * 130}{number}").touch()
    with pytest.raises(ModelError, match="too long") as told:
        own.take_up(pipeline, "y")
    assert told.value.code == "source.broken"
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


def test_whenever_a_process_is_killed_that_takes_up_a_pipeline_the_old_or_the_new_one_is_in_use(pipeline):
    killed = 0
    first = own.take_up(pipeline, "mine")
    while run(KILLED, pipeline, own.shelf(), killed + 1) == 9:
        killed += 1
        (info,) = available(own.folders()).sources[:1]
        assert info == first, f"killed at step {killed}"
        assert suggested(info, "In Köln 🎈.") == [("entities", "LOC", "Köln")]
        assert [path.name for path in own.shelf().iterdir() if any(path.iterdir())] == ["mine"]
    assert killed >= 3


def test_what_a_process_makes_at_this_moment_is_left_to_it(pipeline):
    own.take_up(pipeline, "mine")
    with staging.room(own.shelf() / "mine") as room:
        (room / "mine").mkdir()
        assert [folder.name for folder in own.folders()] == ["mine"]
        assert (room / "mine").is_dir()


def test_what_older_versions_left_when_they_were_killed_is_used_where_nothing_else_is_there(pipeline):
    info = own.take_up(pipeline, "mine")
    assert info.folder is not None
    info.folder.replace(own.shelf() / "mine.new")
    shutil.copytree(pipeline, own.shelf() / "half.new")
    assert own.folders() == [own.shelf() / "mine"]
    assert suggested(info, "In Köln.") == [("entities", "LOC", "Köln")]
    assert [path.name for path in own.shelf().iterdir()] == ["mine"]


def run(code, *arguments):
    """Run code in a process of its own, and give its exit code."""
    return subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=False).returncode

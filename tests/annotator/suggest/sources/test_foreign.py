"""Pipelines of other makers: installed packages, folders, and their labels."""

import json
import os
import sys
from typing import Any

import pytest

from annotator.model.source_choices import SourceChoices
from annotator.model.values import Document
from annotator.suggest.sources import foreign, own
from annotator.suggest.sources.pipeline import PipelineSource
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceKind, never
from annotator.system.errors import ModelError

TEXT = "In Köln 🎈 tagt die IG\u00a0Metall."


def built(folder, name="fremd", *, ruler="entity_ruler", language="de"):
    """Write a pipeline that knows a city and a union under its own labels."""
    import spacy

    nlp = spacy.blank(language, meta={"name": name, "version": "1.0"})
    pipe: Any = nlp.add_pipe(ruler)
    pipe.add_patterns([{"label": "STADT", "pattern": "Köln"}, {"label": "BUND", "pattern": "IG\u00a0Metall"}])
    folder.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Install a package with a pipeline, as pip would."""
    site = tmp_path / "site"
    built(site / "de_fremd" / "de_fremd-1.0")
    (site / "de_fremd" / "__init__.py").write_text("raise ImportError('it must not be imported to be found')")
    about = site / "de_fremd-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: de-fremd\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[spacy_models]\nde_fremd = de_fremd\n")
    monkeypatch.syspath_prepend(site)
    return "de_fremd"


def suggested(info):
    document = Document(id="d", title="", text=TEXT, sha256="", language="de")
    source = PipelineSource(info=info, labels=frozenset({"LOC", "ORG"}))
    return [(s.label, s.quote(TEXT), s.score) for s in source.suggest(document, never)]


def test_installed_pipeline_is_used_if_project_names_it(package):
    assert foreign.installed() == [package]
    shipped = available().sources
    assert foreign.apply_choices(shipped, SourceChoices()).sources == shipped
    sources = foreign.apply_choices(shipped, SourceChoices().with_package(package)).sources
    assert [info.name for info in sources if info.kind is SourceKind.MODEL][-1] == "de_fremd"
    assert sources[-1] == shipped[-1], "what builds on names comes after all that find some"
    assert package not in sys.modules


def test_project_renames_labels_and_version_changes(package):
    choices = SourceChoices().with_package(package)
    plain = next(s for s in foreign.apply_choices((), choices).sources)
    assert plain.own_labels == ("BUND", "STADT")
    assert suggested(plain) == []
    choices = choices.with_labels("de_fremd", {"STADT": "LOC", "BUND": ""})
    (named,) = foreign.apply_choices((), choices).sources
    assert suggested(named) == [("LOC", "Köln", None)]
    assert named.version != plain.version


def test_other_share_changes_version_of_claim_source():
    shipped = available(()).sources
    plain, other = (foreign.apply_choices(shipped, SourceChoices(share=share)).sources[-1] for share in (25, 40))
    assert (plain, plain.share) == (shipped[-1], 25)
    assert other.share == 40
    assert other.version != plain.version


def test_overlapping_names_of_span_groups_are_suggested(tmp_path):
    info = foreign.try_out(built(tmp_path / "p", ruler="span_ruler"))
    choices = SourceChoices().with_labels(info.name, {"STADT": "LOC", "BUND": "ORG"})
    (named,) = foreign.apply_choices((info,), choices).sources
    assert suggested(named) == [("LOC", "Köln", None), ("ORG", "IG\u00a0Metall", None)]


def test_project_can_name_only_installed_pipelines(tmp_path):
    found = foreign.apply_choices((), SourceChoices(packages=("json", str(tmp_path), "no_such")))
    assert found.sources == ()
    assert [problem.code for problem in found.problems] == ["source.missing"] * 3


def test_folder_is_tried_and_copied(tmp_path):
    info = foreign.take_in(built(tmp_path / "irgendwo 🎈"))
    assert (info.name, info.folder) == ("de_fremd", own.shelf() / "fremd")
    assert own.folders() == [own.shelf() / "fremd"]
    sources = foreign.apply_choices(available(own.folders()).sources, SourceChoices()).sources
    models = [source.name for source in sources if source.kind is SourceKind.MODEL]
    assert models[0] == "de_news", "nothing is learnt on top of what others made"
    assert models[-1] == "de_fremd"


def test_missing_component_is_named_and_nothing_copied(tmp_path):
    folder = built(tmp_path / "p")
    config = (folder / "config.cfg").read_text("utf-8").replace('"entity_ruler"\n', '"curated_transformer"\n')
    (folder / "config.cfg").write_text(config, encoding="utf-8")
    with pytest.raises(ModelError, match="needs the component curated_transformer, which is not installed") as error:
        foreign.take_in(folder)
    assert error.value.code == "source.factory"
    assert own.folders() == []


def test_unloadable_pipeline_of_other_release_is_reported(tmp_path):
    folder = built(tmp_path / "p")
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    (folder / "meta.json").write_text(json.dumps({**meta, "spacy_version": ">=2.3,<3.0"}), encoding="utf-8")
    (folder / "vocab" / "strings.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError) as error:
        foreign.try_out(folder)
    assert (error.value.code, error.value.details["wanted"]) == ("source.release", ">=2.3,<3.0")


def test_damaged_pipeline_is_reported(tmp_path):
    folder = built(tmp_path / "p")
    (folder / "vocab" / "strings.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError) as error:
        foreign.try_out(folder)
    assert error.value.code == "source.broken"


def _endless_list(folder):
    (folder / "sha256.json").write_text('{"../../../../../../../../../../dev/zero": ""}', encoding="utf-8")


ODD = {
    "source.odd_file": {
        "pipe": lambda folder: os.mkfifo(folder / "pipe"),
        "device": lambda folder: (folder / "device").symlink_to("/dev/zero"),
        "link to nothing": lambda folder: (folder / "link to nothing").symlink_to("gone"),
        "link to itself": lambda folder: (folder / "link to itself").symlink_to("link to itself"),
        "link to a folder": lambda folder: (folder / "vocab/link to a folder").symlink_to(".."),
    },
    "source.broken": {"/dev/zero": _endless_list},
}


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, some in ODD.items() for name in some])
def test_what_is_no_file_is_named_and_not_read(tmp_path, code, name):
    folder = built(tmp_path / "p")
    ODD[code][name](folder)
    with pytest.raises(ModelError, match=name) as error:
        foreign.take_in(folder)
    assert error.value.code == code
    assert own.folders() == []


def test_huge_file_is_not_copied(tmp_path):
    folder = built(tmp_path / "p")
    with (folder / "weights").open("wb") as file:
        file.truncate(40 << 30)
    with pytest.raises(ModelError, match="it is too large for a pipeline"):
        foreign.take_in(folder)
    assert own.folders() == []


def test_links_to_files_are_copied_as_files(tmp_path):
    folder = built(tmp_path / "p")
    (folder / "tokenizer").rename(tmp_path / "blob")
    (folder / "tokenizer").symlink_to(tmp_path / "blob")
    taken = foreign.take_in(folder).folder
    assert taken is not None
    assert not (taken / "tokenizer").is_symlink()


DAMAGE = {
    "vocab/vectors": [b"PK\x03\x04", b"\x93NUMPY\x01\x00\x04\x00{((\n", b"\x93NUMPY\x01\x00\x0c\x00a\n    b\n  c\n"],
    "entity_ruler/patterns.jsonl": [b'{"label": "X", "pattern": [{"TEXT": {"REGEX": "("}}]}\n', b"[" * 200_000],
    "config.cfg": [b"[nlp]\n[nlp]\n", b'[nlp]\nlang = "de"\nlang = "en"\n'],
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # numpy leaves a broken archive open
@pytest.mark.parametrize(("file", "content"), [(file, each) for file, some in DAMAGE.items() for each in some])
def test_file_that_no_parser_reads_is_reported_briefly(tmp_path, file, content):
    folder = built(tmp_path / "p")
    (folder / file).write_bytes(content)
    with pytest.raises(ModelError) as error:
        foreign.take_in(folder)
    assert (error.value.code, len(str(error.value)) < 400) == ("source.broken", True)
    assert own.folders() == []


@pytest.mark.parametrize(
    ("label", "usual"), [("PER", "PER"), ("GPE", "LOC"), ("GPE 🎈", ""), ("MONEY", ""), ("NORP", "MISC")]
)
def test_usual_label_follows_the_schema(label, usual):
    assert foreign.usual_label(label, ("PER", "LOC", "MISC")) == usual


@pytest.mark.parametrize(
    ("label", "offered", "usual"),
    [
        *(("PER", ("PERSON", "GPE"), "PERSON"), ("LOC", ("PERSON", "GPE"), "GPE"), ("LOC", ("GPE", "LOC"), "LOC")),
        *(("MISC", ("PER", "OTH"), "OTH"), ("NORP", ("PER", "OTH"), "OTH"), ("MISC", ("PERSON", "GPE"), "")),
        ("FAC", ("PERSON", "GPE"), ""),
    ],
)
def test_usual_label_may_be_that_of_another_schema(label, offered, usual):
    assert foreign.usual_label(label, offered) == usual

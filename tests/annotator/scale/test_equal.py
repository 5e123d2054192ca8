"""A corpus gets the suggestions that a project gets, in every field but the ids."""

import json
import os
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.cli.app import run
from annotator.editing import edits
from annotator.jobs.suggesting import suggest_documents
from annotator.jobs.suggesting.pattern_lists import changed
from annotator.jobs.suggesting.wanted_sources import sources_here
from annotator.model import schema_file
from annotator.model.patterns import PatternList, pattern
from annotator.model.values import Span, new_id
from annotator.processes.worker import no_progress
from annotator.project.project import Project
from annotator.scale import recipe
from annotator.scale import run as scale_run
from annotator.scale.engines import Engine, Where
from annotator.scale.places import Folder
from annotator.store.reader import DocumentQuery
from annotator.suggest.sources import patterns
from annotator.suggest.sources.foreign import with_roles
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import Speed, at_speed
from annotator.suggestions.label_roles import roles_of
from annotator.system.resources import resource_path
from tests.annotator.made import make_project
from tests.annotator.scale.corpora import articles, asked, mixed, table, write_lines

pytestmark = pytest.mark.scale
MORE = int(os.environ.get("SPANWRIGHT_EQUAL", "0"))  # further articles compared, which takes minutes


def parts(places):
    return tuple((place["start"], place["end"]) for place in places)


def of_corpus(out):
    """Return the suggestions of a run by the hash of their text, in order."""
    hashes = {row["key"]: row["sha256"] for row in table(out, "articles")}
    found: dict[str, list[tuple[object, ...]]] = {sha256: [] for sha256 in hashes.values()}
    for row in table(out, "suggestions"):
        relations = [
            (one["label"], one["layer"], one["tail_label"], parts(one["parts"])) for one in row["relations"] or ()
        ]
        places = parts(row["parts"]) if row["parts"] else ((row["start"], row["end"]),)
        known = json.loads(row["attributes"] or "{}")
        words = [row[name] for name in ("layer", "label", "score", "source", "version", "rule")]
        found[hashes[row["key"]]].append((places, relations, known, *words))
    return {sha256: sorted(some, key=repr) for sha256, some in found.items()}


def of_project(project):
    found = {}
    for id_ in project.read.document_ids(DocumentQuery(annotator=None)):
        said = project.read.suggestions(id_)
        found[project.read.document(id_).sha256] = sorted(
            (
                (
                    one.parts,
                    [(draft.label, draft.layer, draft.tail_label, draft.parts) for draft in one.relations],
                    dict(one.attributes),
                    *(one.layer, one.label, one.score, one.source, one.version, one.rule),
                )
                for one in said
            ),
            key=repr,
        )
    return found


@pytest.mark.parametrize("speed", Speed)
def test_corpus_and_project_get_the_same_suggestions(tmp_path, speed, capfd):
    samples = [{"text": path.read_text("utf-8")} for path in sorted(resource_path("samples").glob("*.txt"))]
    corpus = write_lines(tmp_path / "c/a.jsonl", [*samples, *articles(12), *({"text": text} for text in mixed(MORE))])
    with closing(make_project(tmp_path)) as project:
        path = project.path
    assert run(["import", str(path), str(corpus)]) == 0
    assert run(["suggest", str(path), "--speed", str(speed)]) == 0
    line = ["corpus", "prelabel", str(tmp_path / "c"), str(tmp_path / "o"), "--engine", "serial", "--rows", "7"]
    assert run([*line, "--speed", str(speed)]) == 0
    with closing(Project.open(path)) as project:
        wanted = of_project(project)
    assert of_corpus(tmp_path / "o") == wanted
    assert sum(map(len, wanted.values())) > 300
    layers = {one[3] for some in wanted.values() for one in some}
    assert layers >= {"entities", "claims"}
    assert "suggestions, not checked by anybody" in capfd.readouterr().out


def test_decisions_of_a_project_count_in_the_corpus(tmp_path):
    corpus = write_lines(tmp_path / "c/a.jsonl", articles(6))
    with closing(make_project(tmp_path)) as project:
        path = project.path
    assert run(["import", str(path), str(corpus)]) == 0
    with closing(Project.open(path)) as project:
        first, *others = project.read.document_ids(DocumentQuery(annotator=None))
        text = project.read.document(first).text
        at = text.index("Brücke")
        span = Span(
            id=new_id(), document=first, layer="entities", label="MISC", parts=((at, at + 6),), annotator="anna"
        )
        project.do(edits.add([span]))
        here = sources_here(project, available().sources)
        suggest_documents.suggest(project, others, at_speed(here.asked, Speed.FAST), no_progress)
        wanted = of_project(project)
        del wanted[project.read.document(first).sha256]
    assert (
        run(["corpus", "prelabel", str(corpus), str(tmp_path / "o"), "--project", str(path), "--engine", "serial"]) == 0
    )
    found = of_corpus(tmp_path / "o")
    assert {sha256: found[sha256] for sha256 in wanted} == wanted
    assert any(one[6] == "seen" for some in wanted.values() for one in some)


def test_a_recipe_says_all_that_decides(tmp_path):
    before = recipe.write(asked()).content
    for other in (
        replace(asked(), rows=11),
        replace(asked(), language="de"),
        replace(asked(), sources=asked().sources[:1]),
        replace(asked(), columns={"text": "note"}),
        replace(asked(), labels=("PER",)),
    ):
        assert len(recipe.differences(before, recipe.write(other).content)) == 1


def test_own_pipeline_goes_along_and_is_checked(tmp_path):
    import spacy

    from annotator.suggest.sources import own
    from annotator.system.errors import ModelError

    made = spacy.blank("de")
    made.meta |= {"name": "fluss", "version": "1.0"}
    made.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Lindental"}])  # type: ignore[attr-defined]
    made.to_disk(tmp_path / "made")
    info = own.take_up(tmp_path / "made", "fluss")
    write_lines(tmp_path / "c/a.jsonl", articles(1))
    wanted = replace(asked(), sources=(info,))
    state = list(prelabel_as(wanted, tmp_path))[-1]
    assert state.undone == []
    assert {(row["quote"], row["source"]) for row in table(tmp_path / "o", "suggestions")} == {
        ("Lindental", "de_fluss")
    }
    (model,) = (tmp_path / "o/recipe/models").iterdir()
    written = recipe.write(wanted)
    assert recipe.known(str(tmp_path / "o"), written.fingerprint).sources[0].folder == model
    recipe.known.cache_clear()
    (model / "strange.py").write_text("", "utf-8")
    with pytest.raises(ModelError) as told:
        recipe.known(str(tmp_path / "o"), written.fingerprint)
    assert told.value.code == "corpus.recipe"


def prelabel_as(wanted, folder):
    return scale_run.prelabel(str(folder / "c"), str(folder / "o"), wanted, Engine.SERIAL, Where())


def test_word_lists_of_a_project_travel_with_the_recipe(tmp_path, capfd):
    write_lines(tmp_path / "c/a.jsonl", articles(6))
    with closing(make_project(tmp_path)) as project:
        listed = PatternList(name="Orte", patterns=(pattern("Rathaus", "LOC"),))
        edit = changed(project, [listed])
        assert edit is not None
        project.do(edit)
        path = project.path
    line = ["corpus", "prelabel", str(tmp_path / "c"), str(tmp_path / "o"), "--project", str(path)]
    assert run([*line, "--engine", "serial"]) == 0
    found = [row for row in table(tmp_path / "o", "suggestions") if row["source"] == patterns.INFO.name]
    assert {row["quote"] for row in found} == {"Rathaus"}
    assert {row["label"] for row in found} == {"LOC"}


def test_roles_of_own_labels_travel_with_the_recipe():
    shipped, roles = {info.name: info for info in available().sources}, roles_of(schema_file.load("germeval"))
    for info in (with_roles(each, roles) for each in shipped.values()):
        written = json.loads(json.dumps(recipe._source_to(info, shipped[info.name], {})))
        assert recipe._source_from(written, shipped, Folder("memory://out")) == info

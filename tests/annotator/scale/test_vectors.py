"""Vectors of articles and claims: in the files, in samples, and in the search for claims that say the same."""

import json
from contextlib import closing

import numpy as np
import pytest

from annotator.scale import recipe
from annotator.scale.places import Folder
from annotator.scale.results import asking, checking, meaning, sampling
from annotator.scale.results.sampling import SampleCriterion, SampleRequest
from annotator.scale.writing import SIZE
from annotator.suggest.encoder.meaning import Said, loaded, unit
from annotator.system.errors import ModelError
from tests.annotator.made import make_project
from tests.annotator.scale.corpora import articles, asked, prelabel, table, write_lines
from tests.conftest import SHIPPED

pytestmark = pytest.mark.scale

SUBJECTS = {
    "bridge": "The council of Falkenau will not repair the old bridge before spring, mayor Greta Weiss said on {day}.",
    "school": "“Our school needs twelve new teachers,” headmaster Jonas Linde said on {day} in Neustadt.",
    "football": "Coach David Ostrow said on {day} that the team would win its last match of the season.",
}


def about(subject, number):
    """Return an article of some sentences about a subject."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    words = " ".join(SUBJECTS[subject].format(day=days[(number + more) % 5]) for more in range(3))
    return {"id": f"{subject}{number}", "title": f"The {subject} {number}", "text": f"{words} It was day {number}."}


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """The results, with vectors, of 24 articles about the bridge, three about the school and three about football."""
    folder = tmp_path_factory.mktemp("vectors")
    records = [about("bridge", number) for number in range(24)]
    records += [about(subject, number) for subject in ("school", "football") for number in range(3)]
    write_lines(folder / "c/a.jsonl", [*records, {"text": ""}])
    prelabel(folder / "c", folder / "o", rows=20, vectors=True)
    return folder / "o"


def test_vectors_are_those_of_the_model(results):
    assert checking.check(str(results)).whole
    rows = table(results, "articles")
    model = loaded(*SHIPPED)
    for row, record in zip(rows[::7], [about("bridge", number) for number in range(0, 24, 7)], strict=False):
        (wanted,) = model.vectors([Said("en", f"{record['title']}\n{record['text'][:500]}")])
        got = np.frombuffer(row["vector"], np.int8)
        assert float((unit(got[None]) @ unit(wanted[None]).T)[0, 0]) > 0.999
    assert rows[-1]["problem"] == "text.empty"
    assert rows[-1]["vector"] is None
    for row in table(results, "suggestions"):
        assert (row["vector"] is not None) == (row["layer"] == "claims")
        assert row["vector"] is None or len(row["vector"]) == SIZE


def test_recipe_names_the_model_of_meaning(tmp_path):
    plain, told = recipe.write(asked()).content, recipe.write(asked(vectors=True)).content
    assert recipe.differences(plain, told) == ["vectors"]
    seal = str(SHIPPED.seal)
    assert json.loads(told)["vectors"]["model"] == seal
    out = Folder(str(tmp_path))
    other = recipe.Recipe(told.replace(seal.encode(), b"0" * 64), {})
    recipe.put(other, out)
    with pytest.raises(ModelError) as raised:
        recipe.known(str(tmp_path), other.fingerprint)
    assert raised.value.code == "corpus.worker"


def test_sample_by_meaning_takes_rare_subjects_and_has_weights(results):
    out = Folder(str(results))
    with asking.opened(str(results)) as answers:
        drawn = sampling.draw(answers, out, SampleRequest(SampleCriterion.MEANING, 6, 1))
        assert drawn == sampling.draw(answers, out, SampleRequest(SampleCriterion.MEANING, 6, 1))
        chance = sampling.draw(answers, out, SampleRequest(SampleCriterion.RANDOM, 6, 1))
        ids = dict(answers.rows("SELECT key, id FROM articles"))
    subjects = {ids[one.key].rstrip("0123456789") for one in drawn.drawn}
    assert subjects == set(SUBJECTS)
    assert sum(drawn.frame.values()) == sum(chance.frame.values()) == 30
    manifest = {"by": "meaning", "drawn": [one._asdict() for one in drawn.drawn], "frame": drawn.frame}
    found = sampling.weights(manifest, {one.key for one in drawn.drawn})
    assert sum(found.values()) == pytest.approx(sum(drawn.frame[one] for one in {d.stratum for d in drawn.drawn}))


def test_claims_that_say_the_same_are_found_in_the_other_language(results, ask):
    line = ("corpus", "said", results, "Die Mannschaft gewinnt ihr letztes Spiel der Saison", "--n", "2")
    found = json.loads(ask(*line, "--json").out)["claims"]
    assert found
    assert "last match" in found[0]["quote"]
    assert 0.4 < found[0]["likeness"] <= 1
    assert found[0]["articles"] == 3
    told = ask(*line).out
    assert "suggested, not checked" in told
    assert "vectors of articles and claims: 46 kB." in ask("corpus", "stats", results).out


def test_results_without_vectors_say_so(tmp_path, ask):
    write_lines(tmp_path / "c/a.jsonl", articles(2))
    prelabel(tmp_path / "c", tmp_path / "o")
    assert "vector" not in table(tmp_path / "o", "articles")[0]
    assert json.loads(ask("corpus", "stats", tmp_path / "o", "--json").out)["vectors"] == 0
    assert "have no vectors" in ask("corpus", "said", tmp_path / "o", "Das ist zu viel", code=1).err
    with closing(make_project(tmp_path)) as project:
        path = project.path
    assert "have no vectors" in ask("corpus", "sample", tmp_path / "o", path, "--by", "meaning", code=1).err


def test_columns_of_another_form_are_damage(results, tmp_path):
    import shutil

    import pyarrow as pa
    from pyarrow import parquet

    out = shutil.copytree(results, tmp_path / "o")
    (first, *_) = sorted((out / "suggestions").iterdir())
    whole = parquet.read_table(first)
    vector, quote = (whole.column_names.index(name) for name in ("vector", "quote"))
    for other in (
        whole.set_column(vector, "vector", pa.array([b"short"] * whole.num_rows)),
        whole.set_column(vector, "vector", pa.array([1.5] * whole.num_rows)),
        whole.set_column(quote, "quote", pa.array([["a"]] * whole.num_rows)),
        whole.remove_column(quote),
    ):
        parquet.write_table(other, first)
        with asking.opened(str(out)) as answers, pytest.raises(ModelError) as told:
            meaning.same(Folder(str(out)), answers, Said("en", "The team won"), 3)
        assert told.value.code == "corpus.damaged"


@pytest.mark.parametrize("words", ["", " ", "\udcff", "x" * 100_000])
def test_any_words_can_be_searched(results, words):
    with asking.opened(str(results)) as answers:
        assert len(meaning.same(Folder(str(results)), answers, Said("en", words), 3)) <= 3


def test_groups_do_not_depend_on_how_vectors_are_cut():
    rows = np.random.default_rng(3).integers(-127, 128, (50, SIZE)).astype(np.int8)
    whole = meaning._cosines(rows, rows[:5])
    assert (np.concatenate([meaning._cosines(rows[at : at + 7], rows[:5]) for at in range(0, 50, 7)]) == whole).all()
    assert len(set(meaning._middles(rows, 9))) == 9

"""Questions about results, and samples that become articles of a project."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.values import SuggestionState
from annotator.project.project import Project
from annotator.scale.places import Folder
from annotator.scale.results import asking, sampling
from annotator.scale.results.sampling import SampleCriterion, SampleRequest
from annotator.store.reader import DocumentQuery
from annotator.system.errors import ModelError
from tests.annotator.made import make_project
from tests.annotator.scale.corpora import articles, prelabel, table, write_lines, write_parquet

pytestmark = pytest.mark.scale


def prelabelled(folder):
    """Return the results of 32 articles in a folder: two are equal, and one row has a problem."""
    long = [{**one, "text": f"{one['text']}\n\n{one['text']}"} for one in articles(30)]
    write_parquet(folder / "c/a.parquet", long[:20], group=20)
    again = {**long[0], "publisher": "Morgenblatt", "published": "2024-03-01"}
    write_lines(folder / "c/b.jsonl", [*long[20:], again, {"text": ""}])
    prelabel(folder / "c", folder / "o")
    return folder / "o"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return prelabelled(tmp_path_factory.mktemp("made"))


@pytest.fixture
def results(made, tmp_path):
    """A copy of the results that a test may change; it refers to the same corpus."""
    return Path(shutil.copytree(made, tmp_path / "o"))


def test_sums_and_facets_are_those_of_the_files(results):
    rows = table(results, "suggestions")
    with asking.opened(str(results)) as answers:
        total = answers.total()
        assert (total.rows, total.articles, total.suggestions) == (32, 31, len(rows))
        assert answers.problems() == {"text.empty": 1}
        assert sum(answers.labels().values()) == len(rows)
        assert [(share.value, share.articles) for share in answers.facet("publisher")] == [
            ("Nordkurier", 30),
            ("Morgenblatt", 1),
        ]
        assert {share.value for share in answers.facet("month")} == {None, "2024-03"}


@pytest.mark.parametrize(
    "question",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY articles TO '{out}/x.csv'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "SELECT 1; DROP VIEW articles",
        "SELECT",
    ],
)
def test_a_question_reads_nothing_else_and_writes_nothing(results, question):
    with asking.opened(str(results)) as answers, pytest.raises(ModelError) as told:
        answers.rows(question.format(out=results))
    assert told.value.code == "corpus.question"
    assert not (results / "x.csv").exists()


def test_a_seed_draws_the_same_articles_until_they_are_kept(results):
    out = Folder(str(results))
    with asking.opened(str(results)) as answers:
        first, again, other = (
            sampling.draw(answers, out, SampleRequest(SampleCriterion.RANDOM, 8, seed)) for seed in (1, 1, 2)
        )
        assert first == again
        assert first.drawn != other.drawn
        assert first.frame == {"random": 30}  # equal texts count once
        sampling.write_manifest(out, first, "f")
        second = sampling.draw(answers, out, SampleRequest(SampleCriterion.RANDOM, 100, 1))
        assert len(second.drawn) == 22
        assert {one.key for one in first.drawn}.isdisjoint(one.key for one in second.drawn)


def test_every_fifth_article_of_a_sample_by_doubt_is_random(results):
    with asking.opened(str(results)) as answers:
        sample = sampling.draw(answers, Folder(str(results)), SampleRequest(SampleCriterion.DOUBT, 10, 1))
    assert sorted(one.stratum for one in sample.drawn) == ["doubt"] * 8 + ["random"] * 2
    doubt = {row["key"]: row["doubt"] for row in table(results, "articles")}
    taken = {one.key for one in sample.drawn}
    least = min(doubt[one.key] for one in sample.drawn if one.stratum == "doubt")
    left = [value for key, value in doubt.items() if key not in taken and value is not None and key != "b.jsonl#10"]
    assert least >= max(left)


def test_sample_comes_into_a_project_with_its_suggestions(results, ask, tmp_path):
    with closing(make_project(tmp_path)) as project:
        path = project.path
    told = json.loads(ask("corpus", "sample", results, path, "--n", "6", "--by", "doubt", "--json").out)
    assert (len(told["added"]), told["drawn"]) == (6, 6)
    manifest = json.loads((results / f"samples/{told['sample']}.json").read_text("utf-8"))
    rows = table(results, "suggestions")
    with closing(Project.open(path)) as project:
        ids = project.read.document_ids(DocumentQuery(annotator=None))
        metas = {project.read.document(id_).meta["corpus_key"]: id_ for id_ in ids}
        assert set(metas) == {one["key"] for one in manifest["drawn"]}
        for key, id_ in metas.items():
            found = project.read.suggestions(id_)
            wanted = [row for row in rows if row["key"] == key]
            names = ("layer", "label", "start", "end", "score", "source", "version", "rule")
            said = [tuple(getattr(one, name) for name in names) for one in found]
            assert sorted(said, key=repr) == sorted((tuple(row[name] for name in names) for row in wanted), key=repr)
            assert sum(len(s.relations) for s in found) == sum(len(row["relations"] or ()) for row in wanted)
            assert {s.state for s in found} <= {SuggestionState.PENDING, SuggestionState.HELD}
    assert "is not representative" in ask("corpus", "sample", results, path, "--n", "3", "--by", "doubt").out
    assert "suggested, not checked" in ask("corpus", "stats", results).out
    assert json.loads(ask("corpus", "stats", results, "--json").out)["rows"] == 32


def test_changed_text_is_not_sampled(ask, tmp_path):
    results = prelabelled(tmp_path)
    with closing(make_project(tmp_path)) as project:
        path = project.path
    changed = (
        (tmp_path / "c/b.jsonl").read_text("utf-8").replace("Millionen", "Milliarden").replace("million", "trillion")
    )
    (tmp_path / "c/b.jsonl").write_text(changed, "utf-8")
    (tmp_path / "c/a.parquet").unlink()
    assert "has changed since" in ask("corpus", "sample", results, path, "--n", "30", code=1).err
    assert not (results / "samples").exists()

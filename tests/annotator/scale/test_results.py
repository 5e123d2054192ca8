"""Near-duplicates, kinds of samples, the claims board, other corpora, and labels that go back to the results."""

import json
from collections import Counter
from contextlib import closing

import pytest

from annotator.editing import edits
from annotator.model.values import CLAIMS, ENTITIES, State, SuggestionState
from annotator.project.project import Project
from annotator.scale.places import Folder
from annotator.scale.results import asking, claimants, comparing, looking, near, returning, sampling
from annotator.scale.results.claimants import Across
from annotator.scale.results.sampling import SampleCriterion, SampleRequest
from annotator.scale.run import known
from annotator.store.reader import DocumentQuery
from annotator.system.errors import ModelError
from annotator.text import near_duplicates
from annotator.text.near_duplicates import alike, sketch
from tests.annotator.made import make_project
from tests.annotator.scale.corpora import article, prelabel, table, write_lines

pytestmark = pytest.mark.scale
PLACES = ("Bergheim", "Falkenau", "Neustadt", "Lindental", "Ostrau", "Wiesen", "Grünau", "Altdorf", "Seeburg", "Hagen")


def different(number):
    """Return an article that shares few runs of words with the others."""
    place = PLACES[number % len(PLACES)]
    facts = " ".join(f"Im Jahr {1900 + number * 7 + n} zählte {place} {n * number + 11} Brunnen." for n in range(14))
    text = f"{article(0)['text']} {facts} In {place} fehlt Geld, sagte Clara Rehn. {facts[::-1]}"
    month = f"2024-0{1 + number % 3}-11"
    publisher = ("Nordkurier", "Morgenblatt", "Abendpost")[0 if number < 12 else 1 if number < 18 else 2]
    licence = "CC0" if number % 2 else None
    return {"title": f"Brunnen {number}", "text": text, "publisher": publisher, "published": month, "licence": licence}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The results of 20 articles, a cut copy of the first, and an equal text of the second."""
    folder = tmp_path_factory.mktemp("made")
    records = [different(number) for number in range(20)]
    cut = {**records[0], "text": records[0]["text"][: len(records[0]["text"]) * 3 // 4], "title": "Noch einmal"}
    write_lines(folder / "c/a.jsonl", [*records, cut, {**records[1], "publisher": "Ein anderer"}])
    prelabel(folder / "c", folder / "o")
    return folder


@pytest.fixture
def results(made, tmp_path):
    """A copy of the results that a test can change; it refers to the same corpus."""
    import shutil

    return shutil.copytree(made / "o", tmp_path / "o")


def draw(results, *wanted, **more):
    with asking.opened(str(results)) as answers:
        return sampling.draw(answers, Folder(str(results)), SampleRequest(*wanted, **more))


def test_smaller_sketches_find_the_same_copies():
    whole = different(3)["text"]
    one, cut, other = (sketch(text)[:32] for text in (whole, whole[: len(whole) * 3 // 4], different(4)["text"]))
    assert alike(one, cut, 32)
    assert not alike(one, other, 32)
    assert near_duplicates.alike(sketch(whole), sketch(whole[: len(whole) * 3 // 4]))


def test_near_copies_count_once(results, ask):
    told = json.loads(ask("corpus", "near", results, "--json").out)
    wanted = near_duplicates.groups({row["key"]: sketch(text_of(row)) for row in table(results, "articles")})
    groups = Counter(first for key, first in wanted.items())
    copied = [first for first, size in groups.items() if size > 1]
    assert told == {"articles": sum(groups[f] for f in copied), "groups": len(copied), "left_out": 22 - len(groups)}
    assert told["left_out"] == 2
    sample = draw(results, SampleCriterion.RANDOM, 100)
    assert (len(sample.drawn), sample.frame, sample.near) == (20, {"random": 20}, True)
    assert not {"a.jsonl#20", "a.jsonl#21"} & {one.key for one in sample.drawn}


def text_of(row):
    records = [different(number)["text"] for number in range(20)]
    records += [records[0][: len(records[0]) * 3 // 4], records[1]]
    return records[row["row"]]


def test_copy_of_a_drawn_article_is_not_drawn(results):
    """Copies are found after the first sample, which has drawn the later of the two."""
    out = Folder(str(results))
    first = draw(results, SampleCriterion.QUERY, 1, what="SELECT key FROM articles WHERE title = 'Noch einmal'")
    assert [one.key for one in first.drawn] == ["a.jsonl#20"]
    sampling.write_manifest(out, first, "f")
    with asking.opened(str(results)) as answers:
        near.find(answers, out)
    assert {"a.jsonl#0", "a.jsonl#20"}.isdisjoint(one.key for one in draw(results, SampleCriterion.RANDOM, 100).drawn)


def test_each_publisher_has_its_turn_and_its_weight(results):
    sample = draw(results, SampleCriterion.PUBLISHER, 6)
    assert Counter(one.stratum for one in sample.drawn) == {"Nordkurier": 2, "Morgenblatt": 2, "Abendpost": 2}
    assert sample.frame == {"Nordkurier": 13, "Morgenblatt": 6, "Abendpost": 2}
    sampling.write_manifest(Folder(str(results)), sample, "f")
    (manifest,) = sampling.manifests(Folder(str(results))).values()
    weights = sampling.weights(manifest, {one.key for one in sample.drawn})
    assert sum(weights.values()) == pytest.approx(21)
    assert sampling.weights(manifest, set()) == {}


def test_diversity_takes_publisher_month_and_language_in_turn(results):
    sample = draw(results, SampleCriterion.DIVERSITY, 9)
    assert len({one.stratum for one in sample.drawn}) == min(9, len(sample.frame))
    assert {"Nordkurier | 2024-01 | de", "Abendpost | 2024-01 | de"} <= sample.frame.keys()


def test_label_licence_and_question_narrow_a_sample(results):
    rows = table(results, "suggestions")
    having = {row["key"] for row in rows if row["label"] == "CLAIM"} - {"a.jsonl#21"}
    for what in ("CLAIM", "claims.CLAIM"):
        assert draw(results, SampleCriterion.LABEL, 100, what=what).frame == {"label": len(having)}
    assert draw(results, SampleCriterion.LABEL, 100, what="no.LABEL").drawn == ()
    free = draw(results, SampleCriterion.RANDOM, 100, licence="CC0")
    assert len(free.drawn) == 10
    asked = draw(
        results, SampleCriterion.QUERY, 5, what="SELECT key FROM articles WHERE publisher = 'Abendpost' -- all"
    )
    assert (len(asked.drawn), asked.frame) == (2, {"query": 2})
    for question in (
        "SELECT title FROM articles",
        "DROP VIEW articles",
        "SELECT 1 AS key; SELECT 2",
        "SELECT key FROM",
    ):
        with pytest.raises(ModelError) as told:
            draw(results, SampleCriterion.QUERY, 5, what=question)
        assert told.value.code == "corpus.question"


def test_board_counts_claims_of_claimants(results):
    rows = [row for row in table(results, "suggestions") if row["layer"] == CLAIMS and row["key"] != "a.jsonl#21"]
    who = [next((r["quote"] for r in row["relations"] or () if r["label"] == "claimant"), "") for row in rows]
    with asking.opened(str(results)) as answers:
        found = claimants.board(answers, Across.STANCE)
        months = claimants.board(answers, Across.MONTH)
        few = claimants.board(answers, Across.PUBLISHER, rows=1, columns=1)
    assert {one.name: one.claims for one in found.claimants} == Counter(who)
    assert found.claims == len(rows)
    assert all(sum(one.cells) == one.claims for one in found.claimants)
    assert list(months.columns) == sorted(months.columns)
    assert (len(few.claimants), few.columns, few.claims) == (1, ("Nordkurier",), len(rows))


def test_board_is_headed_as_not_checked(results, ask):
    told = ask("corpus", "board", results)
    assert "suggested, not checked; right: not measured" in told.out
    assert ask("corpus", "board", results, "--csv").out.startswith(
        '"claimant (suggested, not checked)",claims,articles'
    )
    assert json.loads(ask("corpus", "board", results, "--across", "month", "--json").out)["checked"] is False
    ask("corpus", "board", results, "--csv", "--json", code=2)


def test_other_corpus_differs_in_these_figures(results, made, tmp_path, ask):
    write_lines(tmp_path / "d/a.jsonl", [article(1), article(3)])
    prelabel(tmp_path / "d", tmp_path / "p")
    with asking.opened(str(results)) as answers, asking.opened(str(tmp_path / "p")) as others:
        found = {(one.kind, one.name): one for one in comparing.compared(answers, others)}
        assert all(one.size == 0 for one in comparing.compared(answers, answers))
    assert (found["languages", "de"].here, found["languages", "en"].there) == (100, 100)
    assert found["languages", "de"].there is None
    assert "Other is not worse" in ask("corpus", "stats", results, "--against", tmp_path / "p").out


def test_sums_in_another_order_do_not_differ():
    assert comparing.FigureDifference("doubt", "", 0.1 + 0.2 + 0.3, 0.3 + 0.2 + 0.1).size == 0


@pytest.mark.parametrize("by", ["label", "query=", "random=x", "best"])
def test_strange_ways_to_draw_are_refused(results, tmp_path, ask, by):
    with closing(make_project(tmp_path)) as project:
        path = project.path
    ask("corpus", "sample", results, path, "--by", by, code=2)


def label_all(path, keep=lambda _: True):
    """Accept suggestions of names in all articles, and say that the articles are done."""
    with closing(Project.open(path)) as project:
        for id_ in project.read.document_ids(DocumentQuery(annotator=None)):
            pending = [one for one in project.read.suggestions(id_) if one.state is SuggestionState.PENDING]
            wanted = [one for one in pending if one.layer == ENTITIES and keep(one)]
            project.do(edits.accept(wanted, (), annotator=project.annotator))
            project.do(edits.set_state(None, id_, State.DONE, annotator=project.annotator))


def test_labels_go_back_and_measure_what_was_suggested(results, tmp_path, ask):
    with closing(make_project(tmp_path)) as project:
        path = project.path
    ask("corpus", "sample", results, path, "--n", "8", "--by", "random")
    assert json.loads(ask("corpus", "labels", path, results, "--json").out)["open"] == 8
    assert "not measured" in ask("corpus", "stats", results).out
    label_all(path, keep=lambda one: one.label != "LOC")
    told = json.loads(ask("corpus", "labels", path, results, "--json").out)
    assert (told["articles"], told["changed"], told["open"]) == (8, 0, 0)
    rates = returning.measured(Folder(str(results)))
    assert rates[ENTITIES, "LOC"].share == 0
    assert rates[ENTITIES, "PER"].share == 1
    assert "100% of" in ask("corpus", "stats", results).out
    assert "0% of" in ask("corpus", "board", results).out  # claims were looked at, none accepted
    lines = (results / f"labels/{told['name']}.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["meta"]["corpus_key"] for line in lines} <= {r["key"] for r in table(results, "articles")}
    with closing(make_project(tmp_path, "Lernen")) as project:
        again = project.path
    ask("import", again, results / f"labels/{told['name']}.jsonl")
    with closing(Project.open(again)) as project:
        assert len(project.read.document_ids(DocumentQuery(annotator=None))) == 8


def test_damaged_records_say_which_file(results, ask):
    (results / "labels").mkdir()
    (results / "labels/x.json").write_text("[", "utf-8")
    assert "labels/x.json" in ask("corpus", "stats", results, code=1).err


def test_window_gets_all_that_it_shows_at_once(results, tmp_path):
    found = looking.overview(str(results))
    assert (found.total.articles, found.left, found.near, found.samples) == (22, 0, False, ())
    assert [share.value for share in found.facets["language"]] == ["de"]
    seen = looking.look(str(results), SampleRequest(SampleCriterion.DOUBT, 5), tmp_path / "s.jsonl")
    assert len(seen.titles) == len(seen.sample.drawn) == 5
    assert looking.overview(str(results)).samples == ()  # a look draws nothing
    name = looking.keep(str(results), seen)
    assert looking.overview(str(results)).samples == (name,)
    assert seen.fingerprint == known(Folder(str(results))).fingerprint


def test_round_trip_from_doubt_to_a_trained_model(results, made, tmp_path, ask):
    """Prelabel, sample by doubt, label, labels back, train, prelabel again with the model: the keys stay."""
    with closing(make_project(tmp_path)) as project:
        path = project.path
    ask("corpus", "sample", results, path, "--n", "12", "--by", "doubt")
    label_all(path)
    told = json.loads(ask("corpus", "labels", path, results, "--json").out)
    assert told["articles"] == 12
    second = json.loads(ask("corpus", "sample", results, path, "--n", "30", "--by", "doubt", "--json").out)
    assert second["drawn"] <= 21 - 12  # nothing is drawn twice
    with closing(make_project(tmp_path, "Lernen")) as project:
        learning = project.path
    ask("import", learning, results / f"labels/{told['name']}.jsonl")
    options = ("--annotator", "anna", "--layer", ENTITIES, "--steps", "20", "--use", "lindental", "--json")
    source = json.loads(ask("train", learning, "--out", tmp_path / "t", *options).out)["source"]
    line = ("corpus", "prelabel", made / "c", tmp_path / "again", "--engine", "serial", "--source", source)
    ask(*line)
    before, after = (table(folder, "articles") for folder in (results, tmp_path / "again"))
    assert [row["key"] for row in before] == [row["key"] for row in after]
    assert [row["sha256"] for row in before] == [row["sha256"] for row in after]
    assert {row["source"] for row in table(tmp_path / "again", "suggestions")} == {source}


def test_strange_results_make_no_connection(results, tmp_path, ask):
    """A results folder from elsewhere may name any address as its corpus."""
    record = json.loads((results / "run.json").read_text("utf-8"))
    record["corpus"] = "memory://stranger/news"
    (results / "run.json").write_text(json.dumps(record), "utf-8")
    with closing(make_project(tmp_path)) as project:
        path = project.path
    said = ask("corpus", "sample", results, path, "--n", "3", code=1).err
    assert "memory://stranger/news" in said
    assert "--corpus" in said
    said = ask("corpus", "sample", results, path, "--n", "3", "--corpus", "memory://stranger/news", code=1).err
    assert "Nothing was read" not in said  # it was asked for, but nothing is there

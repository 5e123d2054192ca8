"""Full text and filters, over real files."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model.query import Order, Query
from annotator.model.values import CLAIMS, Relation, State, new_id
from annotator.project.project import Project
from tests.annotator.made import TEXT, add_article, claim, make_project, span, suggestion
from tests.annotator.store.old_files import old_file


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    made.add_articles(
        [
            Article(title="Zug", text=TEXT, language="de", publisher="Bote", published="2026-03-09"),
            Article(
                title="Zug nach Köln", text="Ein Zug 🚆.", language="de", publisher="Blatt", published="2026-03-10"
            ),
            Article(title="Train", text="A train left Koln.", language="en", meta={"batch": "eins"}),
        ]
    )
    yield made
    made.close()


def titles(project, **asked):
    return [d.title for d in project.read.search.documents(Query(**asked), "anna").documents]


def found(project, words):
    answer = project.read.search.documents(Query(words=words), "anna")
    return {d.title: [d.text[start:end] for start, end in d.parts] for d in answer.documents}


def test_search_matches_prefixes_and_ignores_accents(project):
    assert found(project, "köl") == {"Zug": ["Köln"], "Zug nach Köln": [], "Train": ["Koln"]}
    assert found(project, "céline") == {"Zug": ["Ce\u0301line"]}  # the text has letter and accent apart
    assert found(project, "eu-kommission") == {"Zug": ["EU-Kommission"]}
    assert found(project, '"in köln"') == {"Zug": ["in\u00a0Köln"]}
    assert found(project, '"köln in"') == {}
    assert found(project, "zug left") == {}


def test_matches_are_code_points_after_an_emoji(project):
    answer = project.read.search.documents(Query(words="köln"), "anna")
    (part,) = answer.documents[0].parts
    assert TEXT[slice(*part)] == "Köln"
    assert answer.documents[0].text == TEXT


def test_text_with_match_signs_is_found_without_places(project):
    add_article(project, "Zeichen", "Vor \ufdd0 Hafen \ufdd1 nach")
    assert found(project, "hafen") == {"Zeichen": []}


def test_deleted_article_and_old_title_are_not_found(project):
    first = project.read.document(project.read.find_document("Zug"))
    project.do(edits.describe(first, replace(first, title="Bahn"), annotator="anna"))
    assert list(found(project, "zug")) == ["Zug nach Köln"]
    assert list(found(project, "bahn")) == ["Bahn"]
    project.undo(first.id)
    assert list(found(project, "zug")) == ["Zug", "Zug nach Köln"]
    project.delete_documents([first.id])
    assert list(found(project, "zug")) == ["Zug nach Köln"]
    assert found(project, "céline") == {}
    with closing(sqlite3.connect(project.path)) as connection:
        connection.execute("INSERT INTO document_search (document_search, rank) VALUES ('integrity-check', 1)")


def test_excluding_a_paragraph_keeps_the_index(project):
    first = project.read.document(project.read.find_document("Zug"))
    before = _index_rows(project)
    project.do(edits.exclude(first, ((0, 8),), annotator="anna"))
    assert _index_rows(project) == before


def _index_rows(project):
    with closing(sqlite3.connect(project.path)) as connection:
        return connection.execute("SELECT id, block FROM document_search_data ORDER BY id").fetchall()


@pytest.mark.parametrize(
    ("asked", "titled"),
    [
        ({"language": "en"}, ["Train"]),
        ({"publisher": "Bote"}, ["Zug"]),
        ({"since": "2026-03-10"}, ["Zug nach Köln"]),
        ({"until": "2026-03-09"}, ["Zug"]),
        ({"batch": "eins"}, ["Train"]),
        ({"title": "ZUG"}, ["Zug", "Zug nach Köln"]),
        ({"words": "zug", "publisher": "Blatt"}, ["Zug nach Köln"]),
        ({"words": "zug", "language": "en"}, []),
    ],
)
def test_articles_are_filtered_by_details(project, asked, titled):
    assert titles(project, **asked) == titled
    listed = project.read.search.ids(Query(**asked), "anna")
    assert [project.read.document(id_).title for id_ in listed] == titled


def test_state_is_that_of_the_annotator(project):
    document = project.read.find_document("Zug")
    project.do(edits.set_state(None, document, State.SKIPPED, annotator="anna", note="zu kurz"))
    assert titles(project, state=State.SKIPPED) == ["Zug"]
    assert titles(project, state=State.OPEN) == ["Zug nach Köln", "Train"]
    assert project.read.search.documents(Query(state=State.SKIPPED), "bert").documents == ()


def test_spans_are_filtered_by_their_fields(project):
    document = project.read.find_document("Zug")
    place = span(document, "Köln", note="welches?")
    said = claim(document, "sie spare viel", attributes={"fact_type": "prediction"}, doubt=True)
    speaker = span(document, "EU-Kommission", "ORG")
    project.do(edits.add([place, said, speaker]))
    link = Relation(id=new_id(), label="claimant", head=said.id, tail=speaker.id, annotator="anna")
    project.do(edits.Edit(kind=edits.EditKind.RELATE, annotator="anna", changes=(edits.Change(after=link),)))
    for asked, expected in (
        ({"label": "LOC"}, place),
        ({"note": True}, place),
        ({"layer": CLAIMS}, said),
        ({"doubt": True}, said),
        ({"attribute": ("fact_type", "prediction")}, said),
        ({"claimant": "kommission"}, said),
    ):
        query = Query(**asked)
        assert titles(project, **asked) == ["Zug"]
        assert [s.id for s in project.read.search.spans(document, query, "anna")] == [expected.id]
        assert project.read.search.spans(document, query, "bert") == []
    assert titles(project, label="LOC", said_by="bert") == []
    assert titles(project, attribute=("fact_type", 'x"]')) == []
    assert titles(project, attribute=('ki"nd', "prediction")) == []


def test_label_beside_another_by_the_same_annotator(project):
    one, two, _ = project.read.search.ids(Query(), "anna")
    project.do(edits.add([span(one, "Köln"), claim(one, "spare viel"), span(two, "Zug", text="Ein Zug 🚆.")]))
    project.set_annotator("ben")
    project.do(edits.add([replace(claim(two, "Zug", text="Ein Zug 🚆."), annotator="ben")]))
    asked = Query(layer="entities", label="LOC", beside=(CLAIMS, "CLAIM"))
    assert [d.title for d in project.read.search.documents(asked, "anna").documents] == ["Zug"]
    assert [found.label for found in project.read.search.spans(one, asked, "anna")] == ["LOC"]
    assert project.read.search.spans(two, asked, "anna") == []


def test_slices_of_a_search_miss_nothing(project):
    search, asked = project.read.search, Query(words="zug")
    first = search.documents(asked, "anna", scanned=1)
    second = search.documents(asked, "anna", scanned=1, after=first.reached)
    third = search.documents(asked, "anna", scanned=1, after=second.reached)
    assert [d.title for answer in (first, second, third) for d in answer.documents] == ["Zug", "Zug nach Köln"]
    assert third.reached is None


def test_slice_ends_at_its_limit_of_characters(project):
    for number in range(3):
        add_article(project, f"Lang {number}", f"Hafen {number} " + "Wort " * 10_000)
    search, held = project.read.search, []
    reached: int | None = 0
    while reached is not None:
        answer = search.documents(Query(words="hafen"), "anna", after=reached)
        held.append([d.title for d in answer.documents])
        reached = answer.reached
    assert held == [["Lang 0", "Lang 1"], ["Lang 2"]]


def test_ranked_unless_too_many_match(project, monkeypatch):
    add_article(project, "Mehr", "Köln, Köln, Köln")
    best = project.read.search.ranked(Query(words="köln"), "anna")
    assert best[0].title == "Mehr"
    assert len(best) == 4
    english = project.read.search.ranked(Query(words="köln", language="en"), "anna")
    assert [document.title for document in english] == ["Train"]
    monkeypatch.setattr("annotator.store.queries.searching.MOST_RANKED", 3)
    assert project.read.search.ranked(Query(words="köln"), "anna") is None


def test_articles_are_sorted_by_each_order(project):
    def ordered(order, seed=0):
        ids = project.read.search.ids(Query(), "anna", order, seed)
        return [project.read.document(id_).title for id_ in ids]

    assert ordered(Order.ADDED) == ["Zug", "Zug nach Köln", "Train"]
    assert ordered(Order.NEWEST) == ["Zug nach Köln", "Zug", "Train"]
    assert ordered(Order.OLDEST) == ["Zug", "Zug nach Köln", "Train"]
    assert ordered(Order.TITLE) == ["Train", "Zug", "Zug nach Köln"]
    assert ordered(Order.BATCH) == ["Train", "Zug", "Zug nach Köln"]
    assert ordered(Order.RANDOM, 5) == ordered(Order.RANDOM, 5)
    for order in (Order.TITLE, Order.RANDOM):
        every = project.read.search.ids(Query(), "anna", order, 5)
        assert project.read.search.ids(Query(), "anna", order, 5, first=2) == every[:2]
    assert len({tuple(ordered(Order.RANDOM, seed)) for seed in range(9)}) > 1
    assert sorted(ordered(Order.WAITING)) == sorted(ordered(Order.ADDED))


@pytest.mark.parametrize("seed", range(6))
def test_following_is_next_of_highest_priority(tmp_path, seed):
    chance = random.Random(seed)
    priorities = chance.choice([["high", "low", ""], ["low", ""], [""]])
    articles = [
        Article(title=f"{i}", text=f"Zug 🚆 {i}.", language="de", meta={"priority": p} if p else {})
        for i, p in enumerate(chance.choices(priorities, k=25))
    ]
    with closing(make_project(tmp_path)) as project:
        ids = project.add_articles(articles).ids
        for id_ in chance.sample(ids, chance.choice([5, 20, 25])):
            project.do(edits.set_state(None, id_, State.DONE, annotator="anna", note=""))
        search, still = project.read.search, Query(state=State.OPEN)
        every, open_ = search.ids(Query(), "anna"), search.ids(still, "anna")
        rank = {id_: articles[at].meta.get("priority", "normal") for at, id_ in enumerate(ids)}
        best = [id_ for id_ in open_ if rank[id_] == rank[open_[0]]]
        for at, here in enumerate(every):
            round_ = (*every[at + 1 :], *every[: at + 1])
            assert search.following(still, "anna", here) == next((id_ for id_ in round_ if id_ in best), None)
        assert search.following(still, "anna") == next(iter(open_), None)
        assert search.following(replace(still, words="zug 7"), "anna", ids[3]) in {None, ids[7]}
        assert search.following(replace(still, words="bus"), "anna", ids[3]) is None


def test_learning_order_has_one_in_five_at_random(tmp_path):
    project = make_project(tmp_path, "Lernen")
    texts = [f"Köln {'🎈 ' * 400}{number}" for number in range(20)]
    ids = [add_article(project, str(number), text) for number, text in enumerate(texts)]
    for number, (id_, text) in enumerate(zip(ids, texts, strict=True)):
        project.put_suggestions(id_, "de_news", [suggestion(id_, "Köln", text=text, score=1 - number / 20)])
    ordered = project.read.search.ids(Query(), "anna", Order.LEARNING, 3)
    assert sorted(ordered) == sorted(ids)
    by_doubt = [id_ for place, id_ in enumerate(ordered) if place % 5 != 4]
    assert by_doubt == sorted(by_doubt, key=ids.index, reverse=True)
    assert by_doubt[0] == ids[-1]
    assert ordered == project.read.search.ids(Query(), "anna", Order.LEARNING, 3)
    assert ordered[:7] == project.read.search.ids(Query(), "anna", Order.LEARNING, 3, first=7)
    others = {tuple(project.read.search.ids(Query(), "anna", Order.LEARNING, seed)[4::5]) for seed in range(9)}
    assert len(others) > 1
    project.close()


def test_learning_order_counts_pending_doubt_per_character(tmp_path):
    project = make_project(tmp_path, "Lernen")
    long, short = "Köln und Weifang. " + "🎈 " * 2_000, "Köln und Weifang. " + "🎈 " * 300
    first, second = add_article(project, "lang", long), add_article(project, "kurz", short)
    for id_, text in ((first, long), (second, short)):
        project.put_suggestions(id_, "de_news", [suggestion(id_, "Köln", text=text, score=0.5)])
    assert project.read.search.ids(Query(), "anna", Order.LEARNING) == [second, first]
    project.do(edits.reject(project.read.suggestions(second), annotator="anna"))
    assert project.read.search.ids(Query(), "anna", Order.LEARNING) == [first, second]
    project.close()


def test_titles_and_publishers_are_sorted_like_a_dictionary(tmp_path):
    project = make_project(tmp_path, "Namen")
    for title, publisher in (("Zug", "taz"), ("„Öl“ brennt", "Ärzteblatt"), ("an Bord", "Bote"), ("Ödland", "dpa")):
        add_article(project, title, title, publisher=publisher)
    titles = [project.read.document(id_).title for id_ in project.read.search.ids(Query(), "anna", Order.TITLE)]
    assert titles == ["an Bord", "Ödland", "„Öl“ brennt", "Zug"]
    assert project.read.search.publishers() == ["Ärzteblatt", "Bote", "dpa", "taz"]
    assert project.read.who.publishers() == project.read.search.publishers()
    project.close()


def test_publishers_and_batches_are_listed(project):
    assert project.read.search.publishers() == ["Blatt", "Bote"]
    assert project.read.search.batches() == ["eins"]


def test_texts_are_found_after_migration(tmp_path):
    with closing(Project.open(old_file("m001", tmp_path))) as project:
        assert found(project, "köln") == {"Kürzlich": ["Köln"]}
        add_article(project, "Neu", "Auch Köln")
        assert list(found(project, "köln")) == ["Kürzlich", "Neu"]


def test_copy_finds_the_same_articles(project, tmp_path):
    project.delete_documents([project.read.find_document("Zug")])
    project.copy_to(tmp_path / "copy.spanwright")
    with closing(Project.open(tmp_path / "copy.spanwright", read_only=True)) as copy:
        assert found(copy, "zug") == {"Zug nach Köln": ["Zug"]}
        assert found(copy, "train") == {"Train": ["train"]}


def test_text_missing_in_the_index_is_a_fault(project):
    assert project._store.check() == []
    with closing(sqlite3.connect(project.path)) as connection, connection:
        connection.execute("DELETE FROM document_number WHERE number = 2")
    fault, index = project._store.check()
    assert (fault.table, fault.what) == ("document", "cannot be found by its words")
    assert index.table == "document_search"

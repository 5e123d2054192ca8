"""The example queries of the help, run on the sample project by plain SQLite, read-only."""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.corpus.samples import sample_articles
from annotator.editing import edits
from annotator.model import schema_file
from annotator.model.values import CLAIMS, ENTITIES, State
from annotator.project.project import Project
from annotator.store.queries.worked_queries import QUERIES


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The path of the sample project, and its content. One step took ninety seconds; one pause counts as a break."""
    project = Project.create(
        tmp_path_factory.mktemp("sample") / "Beispiel 🎈", schema=schema_file.load("news"), annotator="anna"
    )
    articles = sample_articles("anna")
    project.add_annotated(articles)
    first = articles[0].document
    done = edits.set_state(None, articles[1].document.id, State.SKIPPED, annotator="anna")
    project.do(replace(done, milliseconds=90_000))
    span = replace(articles[0].spans[0], id="0" * 32)
    project.do(replace(edits.add(span), milliseconds=600_000))
    project.do(edits.remove([span], [], annotator="anna"))
    project.close()
    return project.path, articles, first


def answer(path, name):
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        found = connection.execute(QUERIES[name])
        return [column[0] for column in found.description], found.fetchall()


def test_labels_by_publisher(sample):
    path, articles, _ = sample
    wanted = Counter(("anna", a.document.publisher, s.layer, s.label) for a in articles for s in a.spans)
    columns, rows = answer(path, "labels")
    assert columns == ["annotator", "publisher", "layer", "label", "labels"]
    assert {row[:4]: row[4] for row in rows} == wanted
    assert [row[4] for row in rows] == sorted(wanted.values(), reverse=True)


def test_claimants_by_claims(sample):
    path, articles, _ = sample
    claims: Counter[str] = Counter()
    refuting: Counter[str] = Counter()
    for annotated in articles:
        spans = {span.id: span for span in annotated.spans}
        heads = {(r.head, r.tail) for r in annotated.relations if r.label == "claimant"}
        for head, tail in heads:
            if spans[head].layer == CLAIMS:
                name = spans[tail].quote(annotated.document.text)
                claims[name] += 1
                refuting[name] += spans[head].attributes.get("stance") == "refutes"
    columns, rows = answer(path, "claimants")
    assert columns == ["claimant", "claims", "refuting"]
    assert {name: counted for name, counted, _ in rows} == claims
    assert {name: counted for name, _, counted in rows} == dict(refuting)


def test_progress_by_annotator(sample):
    path, articles, _ = sample
    done = sum(1 for annotated in articles if annotated.states)
    columns, rows = answer(path, "progress")
    assert columns == ["annotator", "open", "done", "skipped"]
    assert rows == [("anna", len(articles) - done - 1, done, 1)]


def test_names_and_the_articles_that_mention_them(sample):
    path, articles, _ = sample
    mentions: Counter[tuple[str, str]] = Counter()
    where: dict[tuple[str, str], set[str]] = {}
    for annotated in articles:
        for span in annotated.spans:
            if span.layer == ENTITIES:
                key = span.quote(annotated.document.text), span.label
                mentions[key] += 1
                where.setdefault(key, set()).add(annotated.document.id)
    columns, rows = answer(path, "names")
    assert columns == ["name", "label", "mentions", "articles"]
    assert len(rows) == min(20, len(mentions))
    assert all(mentions[name, label] == n and len(where[name, label]) == m for name, label, n, m in rows)
    assert rows[0][2] == max(mentions.values())


def test_minutes_per_article_without_breaks(sample):
    path, articles, first = sample
    columns, rows = answer(path, "time")
    assert columns == ["title", "annotator", "steps", "minutes"]
    assert rows == [(articles[1].document.title, "anna", 1, 1.5)]
    assert first.title not in {title for title, *_ in rows}

"""A project with labelled, finished and timed articles, and the numbers window."""

from dataclasses import replace

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model.values import CLAIMS, ENTITIES, Relation, Span, State, new_id
from tests.ui.opened import new_project

MINUTE = 60_000
TEXT = "Nr. {number} 🎈: Oh Se-hoon sagt in Köln, die Stadt spare viel."
ARTICLES = (("2026-01-15", "Küstenbote"), ("2026-03-02", "Anzeiger"), ("2026-03-09", "Küstenbote"), (None, None))


@pytest.fixture
def counted_path(tmp_path):
    """A project of four articles. Three are done, in two, four and six minutes; one of these is in a batch."""
    project = new_project(tmp_path / "Zahlen 🌆")
    articles = [
        Article(
            title=f"Artikel {number}",
            text=TEXT.format(number=number),
            language="de",
            published=published,
            publisher=publisher,
        )
        for number, (published, publisher) in enumerate(ARTICLES, 1)
    ]
    ids = project.add_articles(articles).ids
    for number, id_ in enumerate(ids[:3], 1):
        spans, relation = labels(project.read.text(id_), id_)
        project.do(replace(edits.add(spans, [relation]), milliseconds=number * MINUTE))
        project.do(replace(edits.set_state(None, id_, State.DONE, annotator="anna"), milliseconds=number * MINUTE))
    path = project.path
    project.close()
    return path


def labels(text, document):
    def span(words, layer, label):
        parts = ((text.index(words), text.index(words) + len(words)),)
        return Span(id=new_id(), document=document, layer=layer, label=label, parts=parts, annotator="anna")

    name, place = span("Oh Se-hoon", ENTITIES, "PER"), span("Köln", ENTITIES, "LOC")
    claim = span("die Stadt spare viel", CLAIMS, "CLAIM")
    said = Relation(id=new_id(), label="claimant", head=claim.id, tail=name.id, annotator="anna")
    return [name, place, claim], said


@pytest.fixture
def window(make_window, counted_path):
    return make_window(counted_path)

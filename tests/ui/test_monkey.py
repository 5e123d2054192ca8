"""Random keys, clicks and drags over difficult articles; SPANWRIGHT_MONKEY=50000 makes 50,000 of them."""

import os
import random

import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.model import schema_file
from annotator.model.values import Span, Suggestion, new_id
from annotator.project.project import Project
from annotator.store.reader import DocumentQuery
from tests.ui.monkey import Monkey, flaws

ACTS = int(os.environ.get("SPANWRIGHT_MONKEY", "2000"))
BURST = 50
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
TEXTS = {
    "news": "Der Küstenrat tagt 😀\n\nÄnne Petersen sagt, das koste nichts. Laut Rat zahlt die EU-Kommission.\n\n" * 12,
    "one endless paragraph": "Weifang und Möwenort streiten, sagt Änne. " * 2500,
    "no spaces": "Donaudampfschifffahrtsgesellschaft" * 400,
    "signs": "\n\n".join(
        f"a\u0301\u0323o\u0308 {FAMILY}{FAMILY} \U0001f1e9\U0001f1ea\U0001f1ebx\ty\u00a0z\u2028w" for _ in range(30)
    ),
    "right to left": "Die Zeitung الأهرام schreibt über القاهرة und חיפה am Meer.\n\nשלום עולם 😀 sagt 123 Leute.\n\n"
    * 10,
}


def deep(document, count):
    """Nest spans in one paragraph, and put suggestions beside them."""
    text = document.text
    spans = []
    for number in range(count):
        start = number % 40
        end = min(len(text), start + 3 + number)
        spans.append(_span(document, start, end, random.Random(number).choice(("PER", "ORG", "LOC", "MISC"))))
    return spans


def _span(document, start, end, label):
    parts = ((start, end),)
    return Span(id=new_id(), document=document.id, layer="entities", label=label, parts=parts, annotator="anna")


def _suggestion(document, start, end):
    return Suggestion(
        id=new_id(),
        document=document.id,
        layer="entities",
        label="LOC",
        parts=((start, end),),
        score=0.5,
        source="s",
        version="1",
    )


@pytest.fixture
def path(tmp_path):
    project = Project.create(tmp_path / "Affe 🐒", schema=schema_file.load("news"), annotator="anna")
    articles = [Article(name=name, title=name, text=text, language="de") for name, text in TEXTS.items()]
    added = project.add_articles(articles)
    nested = project.read.document(added.ids[0])
    project.do(edits.add(deep(nested, 300)))
    for id_ in added.ids:
        document = project.read.document(id_)
        starts = range(0, min(len(document.text) - 9, 4000), 97)
        offered = [
            _suggestion(document, start, start + 6) for start in starts if document.text[start : start + 6].strip()
        ]
        project.put_suggestions(id_, "s", offered, version="1")
    project.close()
    return project.path


@pytest.mark.timeout(max(300, ACTS // 4))
def test_nothing_comes_apart_however_one_plays(make_window, path):
    window = make_window(path)
    monkey = Monkey(window, seed=ACTS)
    documents = window.session.required().read.document_ids(DocumentQuery(annotator=None))
    for burst in range(ACTS // BURST):
        if burst % 4 == 0:
            window.session.open_document(documents[burst // 4 % len(documents)])
        monkey.play(BURST)
        assert flaws(window) == [], monkey.done
    read = window.session.required().read
    made = sum(len(read.steps(id_, "anna")) for id_ in documents)
    assert made > ACTS / 10  # it was no idle play

"""Reading labels of whole articles from tables, for articles that the project already has."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.corpus.article import Article
from annotator.model.values import Annotated
from annotator.project.furniture import document_of, labels_of
from annotator.text.language import OTHER
from annotator.text.normalization import fingerprint

if TYPE_CHECKING:
    from annotator.project.project import Project


def known_with_labels(project: "Project", articles: Sequence[Article]) -> tuple[list[Annotated], tuple[Article, ...]]:
    """Return the labelled articles whose text the project has, as documents with labels, and all other articles."""
    prints = {fingerprint(article.text) for article in articles if article.labels}
    known = project.read.documents_with_text(prints) if prints else {}
    entries: list[Annotated] = []
    others: list[Article] = []
    for article in articles:
        if article.labels and fingerprint(article.text) in known:
            document = document_of(article, (), article.language or OTHER, exclude=False)
            entries.append(Annotated(document=document, labels=labels_of(article, document.id)))
        else:
            others.append(article)
    return entries, tuple(others)

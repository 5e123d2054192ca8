"""Check and build documents before they are added to a project, with pauses."""

from collections.abc import Callable, Collection, Generator, Sequence

from annotator.corpus.article import Article
from annotator.model.schema import Schema
from annotator.model.values import Annotated, Document, Row
from annotator.project.furniture import labels_of
from annotator.project.timeline import refuse_unfit
from annotator.store.reader import Reader

_PORTION = 200  # articles whose texts are looked up at a time


def refusing_unfit_rows(annotated: Sequence[Annotated], schema: Schema) -> Generator[None, None, None]:
    """Check that spans and relations of documents fit a schema.

    Raises:
        SchemaError: The schema lacks a label or relation.
    """
    texts = {entry.document.id: entry.document.text for entry in annotated}
    for entry in annotated:
        rows: tuple[Row, ...] = (*entry.spans, *entry.relations)
        for row in rows:
            refuse_unfit(row, schema, texts.__getitem__)
        yield


def new_documents(
    read: Reader, articles: Sequence[Article], made: Callable[[Article], Document], known: Collection[str]
) -> Generator[None, None, tuple[list[Annotated], list[str]]]:
    """Return articles as documents, and the titles of those left out because their text is known.

    Args:
        read: The project, whose texts are known.
        articles: The articles; of several with the same text, the first becomes a document.
        made: Builds the document of an article.
        known: The SHA-256 of further known texts.
    """
    fresh: list[Annotated] = []
    present: list[str] = []
    seen = set(known)
    for start in range(0, len(articles), _PORTION):
        coming = articles[start : start + _PORTION]
        portion = [made(article) for article in coming]
        seen |= read.documents_with_text(document.sha256 for document in portion).keys()
        for article, document in zip(coming, portion, strict=True):
            if document.sha256 in seen:
                present.append(document.title)
            else:
                seen.add(document.sha256)
                fresh.append(Annotated(document=document, labels=labels_of(article, document.id)))
        yield
    return fresh, present

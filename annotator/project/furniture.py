"""Page furniture: which parts of a new article are excluded or proposed for exclusion, and effects on suggestions."""

from collections.abc import Iterable, Sequence

from annotator.corpus import furniture as page_rules
from annotator.corpus.article import Article
from annotator.corpus.furniture import PageRule
from annotator.editing.edits import Change
from annotator.model.json_rows import parts_from
from annotator.model.values import IMPORTED, Document, DocumentLabel, Part, new_id
from annotator.store.reader import Reader
from annotator.suggestions.renewal import Held
from annotator.text.normalization import fingerprint

FURNITURE = "furniture"  # in a document's meta: paragraphs proposed for exclusion


def document_of(article: Article, rules: Sequence[PageRule], language: str, *, exclude: bool) -> Document:
    """Build the document of a new article.

    Paragraphs that ``rules`` match are excluded. Paragraphs that only look like page furniture are excluded with
    ``exclude``, else proposed for exclusion in the document's ``meta``.
    """
    ruled = page_rules.parts_by_rules(article.text, article.publisher, rules)
    furniture = [list(part) for part in article.furniture]
    proposed = {FURNITURE: furniture} if furniture and not exclude else {}
    return Document(
        id=new_id(),
        title=article.title,
        text=article.text,
        sha256=fingerprint(article.text),
        language=language,
        publisher=article.publisher,
        author=article.author,
        url=article.url,
        published=article.published,
        meta={**article.meta, **proposed},
        excluded=tuple(sorted({*ruled, *(article.furniture if exclude else ())})),
    )


def labels_of(article: Article, document: str) -> tuple[DocumentLabel, ...]:
    """Return the labels of the whole article as rows of the annotator `IMPORTED`, sorted."""
    made = {
        DocumentLabel(document=document, annotator=IMPORTED, label=name, value=value) for name, value in article.labels
    }
    return tuple(sorted(made, key=lambda label: (label.label, label.value)))


def proposed_furniture(document: Document) -> tuple[Part, ...]:
    """Return the paragraphs proposed for exclusion and not yet excluded, in code points, end exclusive."""
    try:
        proposed = parts_from(document.meta.get(FURNITURE, ()))
    except (TypeError, ValueError):  # an imported record may hold anything
        return ()
    inside = (part for part in proposed if 0 <= part[0] < part[1] <= len(document.text))
    return tuple(part for part in inside if part not in document.excluded)


def put_aside(read: Reader, document: Document, excluded: Iterable[Part]) -> list[Change]:
    """Return the changes of a document's suggestions when exactly the parts ``excluded`` become page furniture.

    Undecided suggestions inside these parts are held back, so that nobody sees, counts or accepts them. Suggestions
    outside become pending again.
    """
    held = Held(read.decided.held_sentences(document.id), read=False, furniture=excluded)
    return held.changes(read.suggestions(document.id))

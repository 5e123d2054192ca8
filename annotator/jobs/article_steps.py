"""Edits that set properties of whole articles: page furniture, batch and priority."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.corpus.furniture import PageRule, parts_by_rules
from annotator.editing.edits import Change, EditKind, SlicedEdit, edit_of
from annotator.model.query import Query
from annotator.model.values import BATCH, PRIORITY, Document, Part, Priority
from annotator.project.furniture import put_aside

if TYPE_CHECKING:
    from annotator.store.reader import Reader


def counting(read: "Reader", rule: PageRule, annotator: str) -> Generator[None, None, tuple[int, int]]:
    """Count the articles and paragraphs that a page furniture rule would exclude, pausing after each article."""
    articles = paragraphs = 0
    for document in _of_publisher(read, rule.publisher, annotator):
        fresh = _new_parts(document, rule)
        articles += bool(fresh)
        paragraphs += len(fresh)
        yield
    return articles, paragraphs


def excluding(read: "Reader", rule: PageRule, annotator: str) -> SlicedEdit:
    """Build the edit that applies a page furniture rule to its publisher's articles, or None if nothing changes."""
    changes: list[Change] = []
    for document in _of_publisher(read, rule.publisher, annotator):
        if fresh := _new_parts(document, rule):
            after = replace(document, excluded=tuple(sorted({*document.excluded, *fresh})))
            changes += [Change(before=document, after=after), *put_aside(read, document, after.excluded)]
        yield
    return edit_of(EditKind.EXCLUDE, changes, annotator=annotator)


def batching(read: "Reader", ids: Iterable[str], batch: str, annotator: str) -> SlicedEdit:
    """Build the edit that puts articles into a batch ("" for none), or None if nothing changes.

    Raises:
        StoreError: ``store.no_document``.
    """
    return _set_meta(read, ids, BATCH, batch, annotator)


def prioritising(read: "Reader", ids: Iterable[str], priority: Priority, annotator: str) -> SlicedEdit:
    """Build the edit that sets the priority of articles, or None if nothing changes.

    Raises:
        StoreError: ``store.no_document``.
    """
    return _set_meta(read, ids, PRIORITY, "" if priority is Priority.NORMAL else str(priority), annotator)


def _set_meta(read: "Reader", ids: Iterable[str], name: str, value: str, annotator: str) -> SlicedEdit:
    """Set a metadata entry of articles; an empty value removes it."""
    changes: list[Change] = []
    for id_ in ids:
        document = read.document(id_)
        others = {own: known for own, known in document.meta.items() if own != name}
        after = replace(document, meta={**others, name: value} if value else others)
        if after != document:
            changes.append(Change(before=document, after=after))
        yield
    return edit_of(EditKind.DESCRIBE, changes, annotator=annotator)


def _of_publisher(read: "Reader", publisher: str, annotator: str) -> Iterator[Document]:
    return map(read.document, read.search.ids(Query(publisher=publisher), annotator))


def _new_parts(document: Document, rule: PageRule) -> list[Part]:
    found = parts_by_rules(document.text, document.publisher, [rule])
    return [(s, e) for s, e in found if not any(start <= s and e <= end for start, end in document.excluded)]

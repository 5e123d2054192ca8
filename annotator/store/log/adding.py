"""Adds documents with their annotations to a file, and logs them."""

from collections.abc import Generator, Iterator
from itertools import chain

from annotator.model.values import Annotated, Document, Identity, Relation, Row
from annotator.store import writing
from annotator.store.connection import Connection
from annotator.store.log.recording import Imported

_PORTION = 100_000  # characters of articles inserted at a time: one by one takes three times as long
_MOST = 100  # articles inserted at a time
_LARGER = 100  # times as many if no window waits, since each insertion writes a piece of the full text index


class Addition:
    """The documents added in one transaction. Documents are inserted in portions, their rows at the end.

    `insert_rows`, `insert_relations` and `logging` are called in this order, after the last `add`.
    """

    def __init__(self, connection: Connection, annotator: str, *, gives_way: bool) -> None:
        """``gives_way`` is whether a window waits; then documents are inserted in smaller portions."""
        self.documents: list[str] = []  # ids, in order
        self._connection = connection
        self._annotator = annotator
        self._record = Imported(annotator=annotator)
        self._signed: set[str] = set()  # annotators that the file has
        self._waiting: list[tuple[Document, str | None, str]] = []  # documents to insert, with split and time
        self._characters = 0  # in the texts of these
        self._times = 1 if gives_way else _LARGER
        self._rows: list[Row] = []
        self._texts: dict[str, str] = {}  # of the documents that have rows, by id
        self._relations: list[Relation] = []
        self._identities: list[Identity] = []

    def add(self, entry: Annotated) -> None:
        """Add a document; its annotations wait until all documents are there."""
        document = entry.document
        if new := {self._annotator, *_signatures(entry)} - self._signed:
            writing.add_annotators(self._connection, new)
            self._signed |= new
        self._waiting.append((document, entry.split, self._record.when))
        self.documents.append(document.id)
        self._characters += len(document.text)
        if self._characters > self._times * _PORTION or len(self._waiting) == self._times * _MOST:
            self._insert_waiting()
        own = list(_rows(entry))
        self._record.add_document(document, entry.split, own)
        if own:
            self._rows += own
            self._texts[document.id] = document.text
        self._relations += entry.relations
        self._identities += entry.identities

    def insert_rows(self) -> Generator[None, None, None]:
        """Insert the waiting documents, all rows except relations, and identities that the file lacks, with pauses."""
        self._insert_waiting()
        yield from writing.inserting(self._connection, self._rows, self._texts.__getitem__)
        self._record.add(writing.add_identities(self._connection, self._identities))

    def insert_relations(self) -> Generator[None, None, None]:
        """Insert the relations, with pauses; they come last, since a relation may join two documents."""
        yield from writing.inserting(self._connection, self._relations, self._texts.__getitem__)
        self._record.add(self._relations)

    def logging(self) -> Generator[None, None, None]:
        """Log what was added, with pauses."""
        yield from self._record.logging(self._connection)

    def _insert_waiting(self) -> None:
        writing.add_documents(self._connection, self._waiting)
        self._waiting, self._characters = [], 0


def _rows(entry: Annotated) -> Iterator[Row]:
    yield from entry.spans
    yield from entry.labels
    yield from entry.sentences
    yield from entry.states
    yield from entry.suggestions
    yield from entry.comments


def _signatures(entry: Annotated) -> set[str]:
    rows: Iterator[Row] = chain(
        entry.spans, entry.relations, entry.labels, entry.sentences, entry.states, entry.comments
    )
    return writing.signed(rows)

"""An open project: reads records, and opens edits."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from types import TracebackType

from annotator.model.values import CLAIMS, Annotated, State, SuggestionState
from annotator.project import project as core
from annotator.store.reader import DocumentQuery
from annotator.store.sqlite_errors import named, unrelated
from annotator.system.errors import AnnotatorError, StoreError
from spanwright.arguments import given_id, given_name, given_text
from spanwright.editing import Edit
from spanwright.made import article_of, claim_of, comment_of, span_of, suggestion_of
from spanwright.records import Article, Claim, Comment, Records, Span, Suggestion, choice


class Project:
    """A project that is open for reading; made by `spanwright.open`.

    In all methods ``article`` is the id of an article, or its title if no other article has the same title.
    ``annotator`` is a name; None stands for all annotators. Articles that a newer version replaces are left out unless
    ``replaced`` is true.
    """

    def __init__(self, path: str | PathLike[str], *, migrate: bool = False) -> None:
        file = Path(path).expanduser()
        if migrate:
            core.Project.open(file).close()
        try:
            self._core = core.Project.open(file, read_only=True)
        except StoreError as error:
            if error.code == "store.needs_migration":
                raise StoreError("python.older", file=file.name) from error
            raise
        self._closed = self._editing = False
        if self._core.altered:
            told = f"{self.path.name} was altered by another program ({named(self._core.altered)}); that is not read."
            warnings.warn(told, stacklevel=3)
        if self._core.unrelated_log is not None:
            warnings.warn(str(unrelated(self.path, self._core.unrelated_log)), stacklevel=3)

    def __enter__(self) -> "Project":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a ``with`` block does that by itself."""
        if not self._closed:
            self._closed = True
            self._core.close()

    @property
    def path(self) -> Path:
        """The project file."""
        return self._core.path

    @property
    def annotators(self) -> tuple[str, ...]:
        """The names of all annotators, sorted."""
        return tuple(self._open.read.annotators())

    @property
    def labels(self) -> Mapping[str, tuple[str, ...]]:
        """The schema's labels by layer."""
        return {layer.id: tuple(label.id for label in layer.labels) for layer in self._open.schema.layers}

    @property
    def relations(self) -> tuple[str, ...]:
        """The schema's types of relations."""
        return tuple(relation.id for relation in self._open.schema.relations)

    def article(self, article: str) -> Article:
        """Return one article.

        Raises:
            Error: No article has this id or title, or several have the title.
        """
        return next(self.articles(article=article))

    def articles(
        self,
        *,
        article: str | None = None,
        title: str = "",
        state: str | None = None,
        annotator: str | None = None,
        replaced: bool = False,
    ) -> Records[Article]:
        """Return the articles, in the order in which they were added.

        Args:
            article: Only this one.
            title: Only those whose title contains this; case does not matter.
            state: Only those that are ``open``, ``done`` or ``skipped`` for the annotator.
            annotator: Whose state; by default the project's current annotator.
            replaced: Also those that a newer version replaces.
        """
        whose = annotator or self._open.annotator
        wanted = None if state is None else choice(State, state)
        query = DocumentQuery(annotator=whose, title=given_text(title, "title"), state=wanted, replaced=replaced)
        return Records(Article, lambda: (article_of(each) for each in self._walk(article, query, whose)))

    def spans(
        self,
        *,
        layer: str | None = None,
        label: str | None = None,
        annotator: str | None = None,
        article: str | None = None,
        replaced: bool = False,
    ) -> Records[Span]:
        """Return the labelled words, article by article, in text order.

        Args:
            layer: Only this layer; ``entities`` are names.
            label: Only this label.
            annotator: Only the labels of this annotator.
            article: Only those of this article.
            replaced: Also those of articles that a newer version replaces.
        """
        self._require_layer(layer)
        self._require_label(layer, label)
        query = DocumentQuery(annotator=None, replaced=replaced)

        def walk() -> Iterator[Span]:
            for annotated in self._walk(article, query, annotator):
                for row in annotated.spans:
                    if layer in {None, row.layer} and label in {None, row.label}:
                        yield span_of(row, annotated.document.text)

        return Records(Span, walk)

    def comments(self, *, article: str | None = None, replaced: bool = False) -> Records[Comment]:
        """Return all annotators' comments on passages, article by article, in text order.

        Args:
            article: Only those on this article.
            replaced: Also those on articles that a newer version replaces.
        """
        query = DocumentQuery(annotator=None, replaced=replaced)

        def walk() -> Iterator[Comment]:
            for annotated in self._walk(article, query, None):
                for row in self._open.read.talk.comments(annotated.document.id):
                    yield comment_of(row, annotated.document.text)

        return Records(Comment, walk)

    def claims(
        self, *, annotator: str | None = None, article: str | None = None, replaced: bool = False
    ) -> Records[Claim]:
        """Return the claims with their claimants and other relations, article by article, in text order.

        Args:
            annotator: Only the claims of this annotator.
            article: Only those of this article.
            replaced: Also those of articles that a newer version replaces.
        """
        query = DocumentQuery(annotator=None, replaced=replaced)

        def walk() -> Iterator[Claim]:
            read = self._open.read
            for annotated in self._walk(article, query, annotator):
                whole = read.claims.with_elsewhere(annotated)
                yield from (claim_of(row, whole) for row in whole.spans if row.layer == CLAIMS)

        return Records(Claim, walk)

    def suggestions(
        self,
        *,
        state: str | None = "pending",
        source: str | None = None,
        layer: str | None = None,
        label: str | None = None,
        article: str | None = None,
        replaced: bool = False,
    ) -> Records[Suggestion]:
        """Return the suggestions, article by article, in text order.

        Args:
            state: Only those in this state; None for all.
            source: Only those of this source, as `Suggestion.source` names it.
            layer: Only this layer.
            label: Only this label.
            article: Only those of this article.
            replaced: Also those of articles that a newer version replaces.
        """
        self._require_layer(layer)
        wanted = None if state is None else choice(SuggestionState, state)
        query = DocumentQuery(annotator=None, replaced=replaced)

        def walk() -> Iterator[Suggestion]:
            opened = self._open
            for id_ in self._ids(article, query):
                text = opened.read.text(id_)
                for row in opened.read.suggestions(id_, wanted):
                    if source in {None, row.source} and layer in {None, row.layer} and label in {None, row.label}:
                        yield suggestion_of(row, text)
                        self._require_same(opened)

        return Records(Suggestion, walk)

    @contextmanager
    def edit(self, *, annotator: str) -> Iterator[Edit]:
        """Open the project for writing, and make decisions in an annotator's name.

        The ``with`` block is one transaction: everything is stored when the block ends, and nothing is stored if an
        exception ends it. Each call is a separate edit in the log, which the window can undo. Until the block ends,
        nobody else can write to the file, and this project still reads the state before the block.

        Args:
            annotator: Who decides. A new name is added to the project's annotators.

        Raises:
            Error: A window or another program has the project open for writing, or it cannot be written.
        """
        if not given_name(annotator).strip():
            raise AnnotatorError("python.no_annotator")
        path = self._open.path
        if self._editing:
            raise AnnotatorError("python.editing", file=path.name)
        self._core.close()  # a reader may map the log's index read-only for its whole process
        self._editing = True
        try:
            opened = self._core = core.Project.open(path)
            try:
                with _together(opened):
                    opened.decide_as(annotator)
                    edit = Edit(opened)
                    try:
                        yield edit
                        edit.finish()
                    finally:
                        edit.end()
            finally:
                opened.close()
        finally:
            self._editing = False
            self._closed = True  # it stays closed if reopening fails
            self._core = core.Project.open(path, read_only=True)
            self._closed = False

    @property
    def _open(self) -> core.Project:
        if self._closed:
            raise AnnotatorError("python.closed", file=self._core.path.name)
        return self._core

    def _ids(self, article: str | None, query: DocumentQuery) -> Iterator[str]:
        read = self._open.read
        return (
            iter([read.find_document(given_id(article, "article"))])
            if article is not None
            else read.iter_document_ids(query)
        )

    def _walk(self, article: str | None, query: DocumentQuery, annotator: str | None) -> Iterator[Annotated]:
        if annotator is not None:
            self._require_annotator(annotator)
        opened = self._open
        found = opened.read.gathering.each(self._ids(article, query), annotator)
        while (annotated := next(found, None)) is not None:
            yield annotated
            self._require_same(opened)

    def _require_same(self, opened: core.Project) -> None:
        """Raise if the file has been closed or edited since ``opened`` was in use: its rows may be outdated."""
        if self._closed or self._core is not opened:
            raise AnnotatorError("python.closed", file=opened.path.name)

    def _require_annotator(self, annotator: str) -> None:
        known = self.annotators
        if annotator not in known and annotator != self._core.annotator:
            raise AnnotatorError("store.no_annotator", annotator=annotator, file=self.path.name, names=", ".join(known))

    def _require_label(self, layer: str | None, label: str | None) -> None:
        known = [name for of, names in self.labels.items() if layer in {None, of} for name in names]
        if label is not None and label not in known:
            raise AnnotatorError("python.value", value=label, names=", ".join(dict.fromkeys(known)))

    def _require_layer(self, layer: str | None) -> None:
        if layer is not None and layer not in [*self.labels]:
            raise AnnotatorError("value.layer", layer=layer, names=", ".join(self.labels))


@contextmanager
def _together(opened: core.Project) -> Iterator[None]:
    """Run the block in one transaction."""
    try:
        with opened.together():
            yield
    except StoreError as error:
        if error.code == "store.read_only":
            raise StoreError("python.read_elsewhere", file=opened.path.name) from error
        raise

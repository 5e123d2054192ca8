"""The facade: open or create a project, read it, do an edit, take it back."""

from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from annotator.corpus import page_rules
from annotator.corpus.article import Article
from annotator.editing.edits import Change, Edit
from annotator.model import schema_file, source_choices
from annotator.model.schema import Schema
from annotator.model.values import SCHEMA, Annotated, Document, Part, Row, Suggestion
from annotator.processes import slices
from annotator.processes.worker import Progress, no_progress
from annotator.project.furniture import document_of
from annotator.project.timeline import Timeline, refuse_unfit
from annotator.store import copies, creation, file
from annotator.store.checks import checking
from annotator.store.place import refuse_unwritable
from annotator.store.reader import Reader
from annotator.store.repair import broken_logs
from annotator.store.store import Store
from annotator.suggestions.held_back import Held, drawn, untouched
from annotator.suggestions.renewal import renew, shown_only
from annotator.system.disk import reason
from annotator.system.errors import AnnotatorError, StoreError
from annotator.system.lock import Lock
from annotator.system.user import user_name

AUTO = "auto"
FALLBACK_LANGUAGE = "de"
LANGUAGE_SET = "language_set"  # in a document's meta: a person chose the language
_PORTION = 200  # articles whose texts are looked for at once
PAGE_RULES = "page_rules"  # a setting: what is excluded from whatever comes in, by publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of articles: the ids of new documents in order, and the titles of texts that were there already."""

    ids: tuple[str, ...]
    present: tuple[str, ...]


class Answer(NamedTuple):
    """What a source suggests for a document; with ``version`` it is remembered that this version was asked."""

    source: str
    suggestions: Sequence[Suggestion]
    version: str | None = None


class Project:
    """One open project: ``read`` answers questions, ``timeline`` does steps.

    ``keep`` keeps a setting by its name, ``together`` makes all that is written inside one step,
    ``checkpoint`` folds the log into the file, so that a plain copy is whole; that happens by itself at rest, and
    ``give_way`` says that no edit is to wait for it. ``commits`` says how quick the disk is,
    ``place`` what became of the file, ``altered`` what another program did to the schema, if the project is only read.
    Nobody else writes to the file while it is open for writing.
    """

    def __init__(self, store: Store, lock: Lock | None, schema: Schema, annotator: str) -> None:
        self._store = store
        self._lock = lock
        self.timeline = Timeline(store, schema, annotator)
        self.do, self.undo, self.redo = self.timeline.do, self.timeline.undo, self.timeline.redo
        self.next_undo, self.next_redo = self.timeline.next_undo, self.timeline.next_redo
        self.keep = store.put_setting
        self.put_tokens = store.put_tokens
        self.copy_to = store.copy_to
        self.snapshot = store.snapshot
        self.together = store.together
        self.checkpoint = store.checkpoint
        self.give_way = store.give_way
        self.commits = store.commits
        self.place = store.place
        self.altered = store.altered
        self.annotator = annotator
        self.kept_aside: Path | None = None  # a copy of the project with a broken log, as it was before it was opened

    @classmethod
    def create(cls, path: Path, *, schema: Schema, language: str = AUTO, annotator: str | None = None) -> "Project":
        """Make a new project file with a schema of its own.

        Args:
            path: The file; ``.spanwright`` is added where it has no suffix.
            schema: What can be said.
            language: ``de`` or ``en`` for all articles, or ``auto`` to detect it for each.
            annotator: Who decides; the system's user name by default.

        Raises:
            StoreError: The file is there already or cannot be made.
        """
        path = with_suffix(path)
        if path.exists():
            raise StoreError("store.exists", file=path)
        try:
            lock = Lock(path)
        except OSError as error:
            raise StoreError("format.target", file=path, reason=reason(error)) from error
        name = annotator or user_name()
        try:
            creation.make(path, schema, language, name, hold=lock.hold_file)
            try:
                store = Store.open(path)
            except StoreError:
                creation.unmake(path)
                raise
        except BaseException:
            lock.release()
            raise
        return cls(store, lock, schema, name)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Project":
        """Open a project, for writing where nothing else is said.

        Raises:
            StoreError: It is missing, no project, of a newer version, open in another window (``store.locked``), or
                can only be read where it lies (``store.unwritable``) or because another program altered it
                (``store.altered``).
        """
        aside = None if read_only else broken_logs.keep_if_broken(path)
        file.check_header(path)
        if not read_only:
            refuse_unwritable(path)
        try:
            lock = None if read_only else Lock(path)
        except OSError as error:
            raise StoreError("store.no_lock", file=path.name, reason=reason(error)) from error
        try:
            store = Store.open(path, read_only=read_only)
            try:
                schema = schema_file.loads(store.read.setting(SCHEMA) or "", name=path.name)
                name = store.read.setting("annotator") or user_name()
            except AnnotatorError:
                store.close()
                raise
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        project = cls(store, lock, schema, name)
        project.kept_aside = aside
        return project

    def close(self) -> None:
        """Close the file and let go of it."""
        try:
            self._store.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    @property
    def path(self) -> Path:
        """The project file."""
        return self._store.path

    @property
    def name(self) -> str:
        """What the project is called: the file's name without suffix."""
        return self._store.path.stem

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be changed."""
        return self._store.read_only

    @property
    def read(self) -> Reader:
        """What is in the file."""
        return self._store.read

    @property
    def schema(self) -> Schema:
        """What can be said."""
        return self.timeline.schema

    @property
    def language(self) -> str:
        """``de``, ``en`` or ``auto``."""
        return self.read.setting("language") or AUTO

    @property
    def fallback_language(self) -> str:
        """The language of texts that are too short to tell."""
        return self.language if self.language != AUTO else FALLBACK_LANGUAGE

    def add_articles(self, articles: Sequence[Article], *, exclude_furniture: bool = False) -> Added:
        """Add articles, all in one transaction. A text that is there already is not added again.

        Args:
            articles: In order.
            exclude_furniture: Exclude the paragraphs that look like page furniture; otherwise they are proposed.
        """
        return self.add_annotated((), articles, exclude_furniture=exclude_furniture)

    def add_annotated(
        self, annotated: Sequence[Annotated], articles: Sequence[Article] = (), *, exclude_furniture: bool = False
    ) -> Added:
        """Add articles, and documents with what was decided about them, at once: see `adding`."""
        return slices.finish(self.adding(annotated, articles, exclude_furniture=exclude_furniture))

    def adding(
        self,
        annotated: Sequence[Annotated],
        articles: Sequence[Article] = (),
        *,
        exclude_furniture: bool = False,
        labels: Edit | None = None,
        merging: Edit | None = None,
    ) -> Generator[None, None, Added]:
        """Add articles, and documents with what was decided about them, all in one transaction, with many pauses.

        ``labels`` is a step that gives the schema what the documents need, ``merging`` one that adds to documents that
        are there already; they are made in the same transaction.

        Documents are added even where their text is there already; articles (see `add_articles`) are not. Closed
        early, nothing was added.

        Raises:
            SchemaError: A label or relation that the schema does not have; nothing was added.
        """
        texts = {entry.document.id: entry.document.text for entry in annotated}
        schema = self.schema if labels is None else self.timeline.schema_with(labels)
        for entry in annotated:
            rows: tuple[Row, ...] = (*entry.spans, *entry.relations)
            for row in rows:
                refuse_unfit(row, schema, texts.__getitem__)
            yield
        yield from _checking(merging, schema, self.read.text)
        rules = page_rules.loads(self.read.setting(PAGE_RULES) or "") if articles else ()
        fresh: list[Document] = []
        present: list[str] = []
        known = {entry.document.sha256 for entry in annotated}
        for start in range(0, len(articles), _PORTION):
            coming = articles[start : start + _PORTION]
            portion = [document_of(each, rules, self._language_of(each), exclude=exclude_furniture) for each in coming]
            known |= self.read.documents_with_text(document.sha256 for document in portion).keys()
            for document in portion:
                if document.sha256 in known:
                    present.append(document.title)
                else:
                    known.add(document.sha256)
                    fresh.append(document)
            yield
        ids: tuple[str, ...] = ()
        if fresh or annotated or labels is not None or merging is not None:
            entries = chain((Annotated(document=document) for document in fresh), annotated)
            ids = yield from self._store.adding(entries, annotator=self.annotator, labels=labels, merging=merging)
        for step in (labels, merging):
            if step is not None:
                self.timeline.remember(step)
        return Added(ids=ids, present=tuple(present))

    def _language_of(self, article: Article) -> str:
        return self.language if self.language != AUTO else article.language or FALLBACK_LANGUAGE

    def remember_files(self, files: Mapping[str, Collection[str]]) -> None:
        """Remember files whose articles are all there, so that nobody reads them again.

        ``files`` are the SHA-256 of the texts that each gave, by the SHA-256 of its bytes.
        """
        there = self.read.documents_with_text({sha256 for prints in files.values() for sha256 in prints})
        whole = {
            digest: {there[sha256] for sha256 in prints}
            for digest, prints in files.items()
            if all(sha256 in there for sha256 in prints)
        }
        if whole:
            self._store.put_files(whole)

    def delete_documents(self, ids: Iterable[str]) -> None:
        """Delete documents and all that was decided about them; the log keeps its record."""
        gone = list(ids)
        self._store.delete_documents(gone, annotator=self.annotator)
        for id_ in gone:
            self.timeline.forget(id_)

    def put_suggestions(
        self, document: str, source: str, fresh: Sequence[Suggestion], *, version: str | None = None
    ) -> bool:
        """Take a source's new answer in: `put_answers` of a single one."""
        return self.put_answers(document, [Answer(source, fresh, version)])

    def put_answers(self, document: str, answers: Sequence[Answer]) -> bool:
        """Take new answers in, each of another source; what anybody decided stays as it is (see `renewal.renew`).

        What they say of fields that the schema does not show is left out: nobody would see what is accepted.
        Tell whether any suggestion changed.
        """
        self.hold_back(document)
        coming = [suggestion for answer in answers for suggestion in answer.suggestions]
        nearby = self.read.nearby
        present = nearby.suggestions(document, coming, [answer.source for answer in answers])
        known = {suggestion.source for suggestion in present}
        telling = [answer for answer in answers if answer.suggestions or answer.source in known]
        changes: list[Change] = []
        if telling:  # else nothing can come of it
            sentences, excluded = self.read.decided.held_sentences(document), self.read.document(document).excluded
            held = Held(sentences, read=nearby.is_done(document), furniture=excluded)
            taken = nearby.taken(document, coming)
            for source, fresh, _ in telling:
                shown = [shown_only(each, self.schema) for each in fresh]
                changes += renew(present, shown, source, taken, held)
        versions = [(source, version) for source, _, version in answers if version is not None]
        asked = [pair for pair in versions if not self.read.asking.was_asked(document, *pair)]
        if changes or asked:
            self._store.put_suggestions(changes, document, annotator=self.annotator, asked=asked)
        return bool(changes)

    def hold_back(self, document: str) -> bool:
        """Hold suggestions back in some sentences of a document, or no more, as is chosen in the project.

        Where anybody is done with it all stays as it is. Tell whether any suggestion changed.
        """
        choices = source_choices.loads(self.read.setting(source_choices.SOURCES))
        known = self.read.decided.held_sentences(document)
        nearby = self.read.nearby
        if choices.holds_back == bool(known) or nearby.is_done(document):
            return False
        found = self.read.document(document)
        sentences: Sequence[Part] = ()
        if choices.holds_back:
            sentences = drawn(found, choices.key)
            sentences = untouched(sentences, nearby.decided(document, sentences))
        if not sentences and not known:
            return False
        changes = Held(sentences, read=False, furniture=found.excluded).changes(nearby.waiting(document))
        self._store.put_suggestions(changes, document, annotator=self.annotator, held=sentences)
        return bool(changes)

    def put_language(self, document: str, language: str) -> bool:
        """Keep a detected language, unless a person chose one or the project has one; tell whether it changed."""
        known = self.read.document(document)
        if self.language != AUTO or known.meta.get(LANGUAGE_SET) or known.language == language:
            return False
        self._store.put_language(document, language)
        return True

    def set_annotator(self, name: str) -> None:
        """Say who decides from now on."""
        self._store.add_annotator(name)
        self._store.put_setting("annotator", name)
        self.annotator = name
        self.timeline.turn_to(name)

    @property
    def in_place(self) -> bool:
        """Tell whether the file that was opened still lies where it lay."""
        return self._store.in_place


def _checking(edit: Edit | None, schema: Schema, text: Callable[[str], str]) -> Generator[None, None, None]:
    for change in () if edit is None else edit.changes:
        if change.after is not None:
            refuse_unfit(change.after, schema, text)
        yield


def with_suffix(path: Path) -> Path:
    """Give a project file its suffix."""
    return path if path.suffix == copies.SUFFIX else path.with_name(path.name + copies.SUFFIX)


def check(path: Path, *, progress: Callable[[int, int], None]) -> list[tuple[str, str, str]]:
    """Verify a project file; it may be open elsewhere. Return (table, row, what is wrong) for each fault."""
    progress(0, 1)
    try:
        with closing(Store.open(path, read_only=True)) as store:
            found = store.check()
    except StoreError as error:
        if error.code != "store.altered_tables":
            raise
        found = checking.alteration_faults(file.alterations(path))
    return [(fault.table, fault.row, fault.what) for fault in found]


def back_up_daily(path: Path, *, progress: Callable[[int, int], None]) -> Path | None:
    """Write today's backup, unless there is one; the project may be open elsewhere."""
    progress(0, 1)
    if copies.backed_up_today(path):
        return None
    with closing(Store.open(path, read_only=True)) as store:
        return store.back_up(reason="daily")


def back_up(path: Path, reason: str, *, progress: Progress = no_progress) -> Path:
    """Write a backup before something that is not undone step by step; the project may be open elsewhere.

    Raises:
        StoreError: It could not be written.
    """
    progress(0, 1)
    with closing(Store.open(path, read_only=True)) as store:
        return store.back_up(reason=reason)


def copy(path: Path, target: Path, stopped: Callable[[], bool]) -> None:
    """Write a full copy of what a project holds now; it may be open elsewhere. ``stopped`` is asked now and then.

    Raises:
        StoreError: ``store.exists``, ``store.stopped``, or it could not be written.
    """
    with closing(Store.open(path, read_only=True)) as store:
        store.copy_to(target, stopped)

"""The facade of a project: open or create it, read it, apply edits and undo them."""

import sys
from collections.abc import Callable, Collection, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from getpass import getuser
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from annotator.corpus import furniture as page_rules
from annotator.corpus.article import Article
from annotator.editing.edits import Change, Edit
from annotator.model import packages, schema_file, source_choices
from annotator.model.packages import Packed
from annotator.model.schema import Schema
from annotator.model.values import CLAIMS, SCHEMA, Annotated, Document, Part, Suggestion, SuggestionState
from annotator.processes import slices
from annotator.processes.worker import Progress, no_progress
from annotator.project.furniture import document_of
from annotator.project.new_documents import new_documents, refusing_unfit_rows
from annotator.project.timeline import Timeline, refusing_unfit
from annotator.store import copies, file
from annotator.store.checks import checking
from annotator.store.fixed import ANNOTATOR
from annotator.store.migrating import creation
from annotator.store.place import refuse_unwritable
from annotator.store.reader import Reader
from annotator.store.repair import broken_logs
from annotator.store.store import Store
from annotator.suggestions.renewal import Held, LabelledWords, drawn, renew, shown_only, untouched
from annotator.system.disk import reason
from annotator.system.errors import AnnotatorError, StoreError
from annotator.system.lock import Lock


def user_name() -> str:
    """Return the user's full name, or the login name if the system stores no full name."""
    try:
        login = getuser()
    except (ImportError, KeyError, OSError):  # which one depends on Python's version and the system
        return "annotator"
    return _full_name(login) or login


def _full_name(login: str) -> str:
    """Return a user's full name, or "" if the system stores none."""
    if sys.platform == "win32":
        return ""
    import pwd

    try:
        kept = pwd.getpwnam(login).pw_gecos
    except KeyError:
        return ""
    name = kept.encode("utf-8", "ignore").decode()  # bytes that are not UTF-8 come as surrogates
    return name.split(",")[0].replace("&", login.capitalize()).strip()  # "&" stands for the login name


AUTO = "auto"
FALLBACK_LANGUAGE = "de"
LANGUAGE_SET = "language_set"  # in a document's meta: a person chose the language
PAGE_RULES = "page_rules"  # a setting: the rules for excluding parts of new articles, by publisher


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The result of adding articles: ids of new documents, in order, and titles of texts that were already present."""

    ids: tuple[str, ...]
    present: tuple[str, ...]


class SourceAnswer(NamedTuple):
    """A source's suggestions for a document; with ``version``, the document counts as processed by that version."""

    source: str
    suggestions: Sequence[Suggestion]
    version: str | None = None


class Project:
    """An open project. ``read`` answers queries; ``timeline`` applies, undoes and redoes edits.

    Some methods are those of the timeline or the store: see `__init__`. ``keep`` stores a setting by its name.
    ``together`` makes all writing inside it one transaction. ``take`` writes the result of a merge, ``pack`` writes
    packages. ``checkpoint`` copies the write-ahead log into the file, so that a plain copy of it is complete. This also
    happens after a pause in writing; after ``give_way`` no edit waits for it. ``commits`` holds the times of commits,
    ``place`` tells what has become of the file, ``altered`` how another program altered the schema of a read-only
    project. ``unrelated_log`` is a log of other contents (see `log_origin`). Only one process can open it to write.
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
        self.take = store.taking.take
        self.pack = store.packing.pack
        self.checkpoint = store.checkpoint
        self.give_way = store.give_way
        self.commits = store.commits
        self.place = store.place
        self.altered = store.altered
        self.unrelated_log = store.unrelated_log
        self.annotator = annotator
        self.packed: Packed | None = store.fixed.packed  # the facts about the package, None if it is not a package
        self.kept_aside: Path | None = None  # the copy made because the log was broken

    @classmethod
    def create(cls, path: Path, *, schema: Schema, language: str = AUTO, annotator: str | None = None) -> "Project":
        """Create a project file, and open it for writing.

        Args:
            path: The file; ``.spanwright`` is added unless it has this suffix.
            schema: The project's schema.
            language: ``de`` or ``en`` for all articles, or ``auto`` to detect the language of each article.
            annotator: The current annotator's name; the system's user name by default.

        Raises:
            StoreError: The file already exists or cannot be made.
        """
        if annotator is not None:
            packages.check_name(annotator)
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
        """Open a project, for writing by default.

        Raises:
            StoreError: The file is missing, not a project, of a newer version, open in another window
            (``store.locked``), not writable (``store.unwritable``), or altered by another program
            (``store.altered``).
        """
        aside = None if read_only else broken_logs.keep_if_broken(path)
        if not read_only:
            file.check_header(path)  # before a lock file is made
            refuse_unwritable(path)
        try:
            lock = None if read_only else Lock(path)
        except OSError as error:
            raise StoreError("store.no_lock", file=path.name, reason=reason(error)) from error
        try:
            store = Store.open(path, read_only=read_only)
            try:
                schema = schema_file.loads(store.read.setting(SCHEMA) or "", name=path.name)
                packed = packages.loads(store.read.setting(packages.PACKAGE), file=path.name)
                name = packed.annotator if packed else store.read.setting(ANNOTATOR) or user_name()
                store.fixed.packed = packed
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
        """Close the file and release its lock."""
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
        """The file's name without its suffix."""
        return self._store.path.stem

    @property
    def read_only(self) -> bool:
        """Whether the project is open read-only, so that nothing can be changed."""
        return self._store.read_only

    @property
    def read(self) -> Reader:
        """The queries of the project file."""
        return self._store.read

    @property
    def schema(self) -> Schema:
        """The schema in force."""
        return self.timeline.schema

    @property
    def language(self) -> str:
        """The language of the articles, ``de`` or ``en``, or ``auto`` if it is detected for each article."""
        return self.read.setting("language") or AUTO

    @property
    def fallback_language(self) -> str:
        """The language that is assumed for texts too short for detection."""
        return self.language if self.language != AUTO else FALLBACK_LANGUAGE

    def add_articles(self, articles: Sequence[Article], *, exclude_furniture: bool = False) -> Added:
        """Add articles in one transaction, except those whose text is already in the project.

        ``exclude_furniture`` excludes paragraphs that look like page furniture instead of only proposing it.
        """
        return self.add_annotated((), articles, exclude_furniture=exclude_furniture)

    def add_annotated(
        self, annotated: Sequence[Annotated], articles: Sequence[Article] = (), *, exclude_furniture: bool = False
    ) -> Added:
        """Add articles, and documents with their annotations, without pauses; see `adding`."""
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
        """Add articles, and documents with their annotations, in one transaction with many pauses.

        ``labels`` is an edit that adds to the schema what the documents need. ``merging`` is an edit of documents that
        are already in the project. Both are applied in the same transaction.

        Articles are not added if their text is already in the project; documents are. If the generator is closed early,
        nothing is added.

        Raises:
            SchemaError: The schema lacks a label or relation; nothing was added.
        """
        schema = self.schema if labels is None else self.timeline.schema_with(labels)
        yield from refusing_unfit_rows(annotated, schema)
        if merging is not None:
            yield from refusing_unfit(merging, schema, self.read.text)
        rules = page_rules.loads(self.read.setting(PAGE_RULES) or "") if articles else ()
        chosen = self.language

        def made(article: Article) -> Document:
            return document_of(article, rules, _language(article, chosen), exclude=exclude_furniture)

        known = {entry.document.sha256 for entry in annotated}
        fresh, present = yield from new_documents(self.read, articles, made, known)
        ids: tuple[str, ...] = ()
        if fresh or annotated or labels is not None or merging is not None:
            entries = chain(fresh, annotated)
            ids = yield from self._store.adding(entries, annotator=self.annotator, labels=labels, merging=merging)
        for step in (labels, merging):
            if step is not None:
                self.timeline.remember(step)
        return Added(ids=ids, present=tuple(present))

    def remember_files(self, files: Mapping[str, Collection[str]]) -> None:
        """Record the files whose texts are all in the project, so that these files are not read again.

        ``files`` maps the SHA-256 of each file's bytes to the SHA-256 hashes of the texts in it.
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
        """Delete documents with their annotations; the log keeps its entries."""
        gone = list(ids)
        self._store.delete_documents(gone, annotator=self.annotator)
        for id_ in gone:
            self.timeline.drop_history(id_)

    def put_suggestions(
        self, document: str, source: str, fresh: Sequence[Suggestion], *, version: str | None = None
    ) -> bool:
        """Store a source's new suggestions for a document; see `put_answers`."""
        return self.put_answers(document, [SourceAnswer(source, fresh, version)])

    def put_answers(self, document: str, answers: Sequence[SourceAnswer]) -> bool:
        """Merge new suggestions of different sources; decisions stay as they are (see `renewal.renew`).

        What a pending suggestion of yet another source says is not suggested again; for a claim, nearly the same words
        are enough. Fields that the schema does not show are dropped, since nobody would see what they accept. Return
        whether any suggestion changed, also by being held back.
        """
        is_held = self.hold_back(document)
        if self.packed is not None and self.packed.withholds:
            answers = [answer._replace(suggestions=()) for answer in answers]
        coming = [suggestion for answer in answers for suggestion in answer.suggestions]
        nearby = self.read.nearby
        sources = {answer.source for answer in answers}
        present = nearby.suggestions(document, coming, sources)
        known = {suggestion.source for suggestion in present}
        relevant = [answer for answer in answers if answer.suggestions or answer.source in known]
        changes: list[Change] = []
        if relevant:  # else nothing can change
            sentences, excluded = self.read.decided.held_sentences(document), self.read.document(document).excluded
            held = Held(sentences, read=nearby.is_done(document), furniture=excluded)
            others = [s for s in present if s.state is SuggestionState.PENDING and s.source not in sources]
            waiting = {each.key for each in others}
            claims = [each for each in others if each.layer == CLAIMS]
            taken: list[LabelledWords | Suggestion] = [*nearby.taken(document, coming), *claims]
            for source, fresh, _ in relevant:
                shown = [shown_only(each, self.schema) for each in fresh if each.key not in waiting]
                changes += renew(present, shown, source, taken, held)
        versions = [(source, version) for source, _, version in answers if version is not None]
        asked = [pair for pair in versions if not self.read.asking.was_asked(document, *pair)]
        if changes or asked:
            self._store.put_suggestions(changes, document, annotator=self.annotator, asked=asked)
        return is_held or bool(changes)

    def hold_back(self, document: str) -> bool:
        """Hold back suggestions in some sentences of a document, or release them, as the project's settings say.

        Nothing changes in a document that anybody has finished. Return whether any suggestion changed.
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
        """Store a document's detected language unless a person or the project set one; return whether it changed."""
        known = self.read.document(document)
        if self.language != AUTO or known.meta.get(LANGUAGE_SET) or known.language == language:
            return False
        self._store.put_language(document, language, annotator=self.annotator)
        return True

    def set_annotator(self, name: str) -> None:
        """Make a person the current annotator and store it; raise `AnnotatorError` if name or package forbid it."""
        self.decide_as(name)
        self._store.put_setting(ANNOTATOR, name)

    def decide_as(self, name: str) -> None:
        """Make a person the current annotator until the project is closed, without storing it; see `set_annotator`."""
        self._store.fixed.refuse_annotator(name)
        packages.check_name(name)
        self._store.add_annotator(name)
        self.annotator = name
        self.timeline.turn_to(name)

    @property
    def in_place(self) -> bool:
        """Whether the opened file is still in its place, not cut off, and has its log."""
        return self._store.in_place


def with_suffix(path: Path) -> Path:
    """Return the path with the suffix of project files, which is added unless the path has it."""
    return path if path.suffix == copies.SUFFIX else path.with_name(path.name + copies.SUFFIX)


def check(path: Path, *, progress: Callable[[int, int], None]) -> list[tuple[str, str, str]]:
    """Run the full check of a project file, which may be open elsewhere; return (table, row, what) of each fault."""
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
    """Write today's backup and return its path, or None if there is one. The project may be open elsewhere."""
    progress(0, 1)
    if copies.backed_up_today(path):
        return None
    with closing(Store.open(path, read_only=True)) as store:
        return store.back_up(reason="daily")


def back_up(path: Path, reason: str, *, progress: Progress = no_progress) -> Path:
    """Write a backup before an operation that undo cannot revert. The project may be open elsewhere.

    Raises:
        StoreError: The backup could not be written.
    """
    progress(0, 1)
    with closing(Store.open(path, read_only=True)) as store:
        return store.back_up(reason=reason)


def copy(path: Path, target: Path, stopped: Callable[[], bool]) -> None:
    """Write a verified copy of a project, which may be open elsewhere. Copying stops once ``stopped`` returns True.

    Raises:
        StoreError: ``store.exists``, ``store.stopped``, or the copy could not be written.
    """
    with closing(Store.open(path, read_only=True)) as store:
        store.copy_to(target, stopped)


def _language(article: Article, chosen: str) -> str:
    """Return an article's language: the one that a person set for it, or else the project's ``chosen`` one."""
    is_own = chosen == AUTO or article.meta.get(LANGUAGE_SET)
    return article.language or FALLBACK_LANGUAGE if is_own else chosen

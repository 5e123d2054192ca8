"""An open project file, read and written as values."""

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from time import perf_counter

from annotator.editing.edits import Change, Edit, SlicedEdit
from annotator.model.values import Annotated, Part
from annotator.processes.slices import aside
from annotator.store import copies, file, wal, writing
from annotator.store.checkpoints import Checkpoints
from annotator.store.checks import checking, log_origin, quick_check, rescued, schema_guard
from annotator.store.checks.row_checks import Fault
from annotator.store.checks.schema_guard import Alteration
from annotator.store.commit_times import Commits
from annotator.store.connection import Connection
from annotator.store.fixed import Fixed
from annotator.store.log import heads, recording
from annotator.store.log.adding import Addition
from annotator.store.log.taking import Taking
from annotator.store.packing import Packing
from annotator.store.place import FilePlace, FileState
from annotator.store.reader import Reader
from annotator.store.sqlite_errors import altered, damaged, expect_unrelated, sqlite_errors
from annotator.system.errors import StoreError
from annotator.text.tokens import Tokens


class Store:
    """One open project file. ``read`` holds its queries; each writing method is one durable transaction.

    When a writing method returns, its changes are on disk. ``altered`` are another program's changes of the schema; a
    file with an altered schema can only be open read-only.
    """

    def __init__(
        self, path: Path, connection: Connection, *, read_only: bool, altered: tuple[Alteration, ...] = ()
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.altered = altered
        self._connection = connection
        self._joined = False  # whether `together` is running
        self._named = False  # whether this copy has its own id
        self.unrelated_log: Path | None = None  # a log of other contents, which was set aside or not read
        self.read = Reader(connection, path)
        self.place = FilePlace(path, connection, read_only=read_only)
        self._schema_version = schema_guard.version_of(connection)
        self.commits = Commits()
        self.checkpoints = Checkpoints(path, self.place)
        self.taking = Taking(connection, self.transaction, self.read.text)
        self.fixed = Fixed(path)
        self.packing = Packing(connection, path)
        if not read_only and wal.size(path):
            self.checkpoints.note_commit()

    @classmethod
    def create(cls, path: Path) -> "Store":
        """Create a project file.

        Raises:
            StoreError: ``store.exists``, or the file could not be made.
        """
        if path.exists():
            raise StoreError("store.exists", file=path)
        file.make(path)
        connection = file.connect(path, read_only=False)
        try:
            file.migrate(connection, path, read_only=False)
        except StoreError:
            connection.close()
            raise
        return cls(path, connection, read_only=False)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Store":
        """Open a project file; to write, the caller must hold the project's lock.

        Raises:
            StoreError: The file is missing, not a project, or of a newer version; another program altered it so that it
            must not be written, or not even read; or it cannot be opened.
        """
        page = file.check_header(path)
        seen = None
        unrelated = log_origin.is_unrelated(path, locked=not read_only, page=page)
        log = wal.beside(path, "-wal") if unrelated else None
        if not read_only:
            wal.heal(path, alone=True)
            seen = file.refuse_altered(path, unrelated=unrelated)
            log = file.set_aside_log(path) if unrelated else None
        connection = file.connect(path, read_only=read_only, unrelated=unrelated)
        try:
            altered = file.migrate(connection, path, read_only=read_only, seen=seen)
        except StoreError:
            connection.close()
            raise
        store = cls(path, connection, read_only=read_only, altered=altered)
        store.unrelated_log = log
        expect_unrelated(path, log)
        return store

    def close(self) -> None:
        """Close the file, after copying the write-ahead log into it, so that a plain copy of it is complete."""
        self.checkpoints.stop()
        with closing(self._connection), suppress(StoreError):  # on a full disk the log stays beside the file
            if not self.read_only:
                self.place.keep_other_log()
                self.checkpoint(truncate=True, last=True)
                if self.place.is_barred:
                    self._connection.interrupt()  # stops the checkpoint that the last connection runs on closing

    def checkpoint(self, *, truncate: bool = False, last: bool = False) -> None:
        """Copy the write-ahead log into the file; nothing is done during a long edit. ``truncate`` empties the log.

        After the ``last`` checkpoint, the store is closed.
        """
        if self.busy:
            return
        mode = "TRUNCATE" if truncate else "PASSIVE"
        with self.checkpoints, sqlite_errors(self.path, full="store.not_folded"):
            self.place.state()  # `is_barred` is about what it sees
            if self.place.is_barred:  # a cut-off file would get holes, an overwritten one pages of this project
                return
            with self.place.writing(last=last):
                self._connection.execute(f"PRAGMA wal_checkpoint({mode})")

    def give_way(self, failed: Callable[[StoreError], None]) -> None:
        """Run all checkpoints on a thread, and stop them for commits, so that no commit waits for one.

        ``failed`` is called on that thread with the error of a failed checkpoint.
        """
        self.checkpoints.failed = failed
        self.checkpoints.gives_way = True
        file.checkpoint_by_itself(self._connection, wanted=False)

    # Writing

    def applying(self, make: SlicedEdit) -> SlicedEdit:
        """Run ``make`` and apply the edit that it returns, in one transaction, with pauses.

        Until it ends, other writing is refused (``store.busy``), so the rows that ``make`` reads cannot change. If the
        generator is closed early, nothing is stored.

        Raises:
            RowConflict: A row differs from the one the edit was made for.
            StoreError: The disk is full, the file is gone, or it is open read-only.
        """
        with self.transaction():
            edit = yield from make
            if self.fixed.packed is not None:  # spares most edits, which follow a key press, a call
                self.fixed.refuse_edit(edit)
            if edit is not None:
                yield from writing.applying(self._connection, edit, self.read.text)
                if len(edit.changes) > writing.LONG:
                    yield from aside(partial(file.write_out, self.path))
        return edit

    @property
    def busy(self) -> bool:
        """Whether a long edit is being stored."""
        return self._connection.in_transaction

    def adding(
        self,
        annotated: Iterable[Annotated],
        *,
        annotator: str,
        labels: Edit | None = None,
        merging: Edit | None = None,
    ) -> Generator[None, None, tuple[str, ...]]:
        """Add documents with their annotations in one transaction, and log it; return the documents' ids.

        In the same transaction, ``labels``, an edit of the schema, is applied before, and ``merging``, an edit of other
        documents, afterwards. There is a pause after each document; meanwhile the store is `busy`. If the generator is
        closed early, nothing is added.

        Raises:
            StoreError: The file could not be written; nothing was added.
        """
        addition = Addition(self._connection, annotator, gives_way=self.checkpoints.gives_way)
        with self.transaction(), writing.large_cache(self._connection, wanted=not self.checkpoints.gives_way):
            self.fixed.refuse_edit(labels)
            if labels is not None:
                yield from writing.applying(self._connection, labels, self.read.text)
            for entry in annotated:
                self.fixed.refuse()
                addition.add(entry)
                yield
            yield from addition.insert_rows()
            if merging is not None:
                writing.add_annotators(self._connection, writing.signed(change.after for change in merging.changes))
                yield from writing.applying(self._connection, merging, self.read.text)
            yield from addition.insert_relations()
            if addition.documents or labels is not None:
                yield from addition.logging()
        return tuple(addition.documents)

    def delete_documents(self, ids: Iterable[str], *, annotator: str) -> None:
        """Delete documents with their annotations; the log keeps its entries. Raise if the file is a package."""
        gone = frozenset(ids)
        with self.transaction():
            self.fixed.refuse()
            edit = recording.deletion(self._connection, gone, annotator)
            self._connection.executemany("DELETE FROM document WHERE id = ?", [(id_,) for id_ in gone])
            writing.log(self._connection, edit)

    def put_suggestions(
        self,
        changes: Sequence[Change],
        document: str,
        *,
        annotator: str,
        asked: Iterable[tuple[str, str]] = (),
        held: Sequence[Part] | None = None,
    ) -> None:
        """Store the changes of a document's suggestions that merging new ones made, and log them.

        ``asked`` are (source, version), recorded even if a source suggests nothing. ``held`` are the sentences in which
        suggestions are held back from now on; None leaves them as they are.
        """
        with self.transaction():
            if held is not None:
                writing.put_held(self._connection, document, held)
            rows = [(document, source, version) for source, version in asked]
            self._connection.executemany("INSERT OR REPLACE INTO document_source VALUES (?, ?, ?)", rows)
            if not changes and held is None:
                return
            pairs = [(change.before, change.after) for change in changes]
            fresh = [after for before, after in pairs if before is None and after is not None]
            writing.insert_alike(self._connection, fresh, self.read.text)
            for before, after in pairs:
                if before is not None and after is not None:
                    writing.update(self._connection, after, self.read.text)
            writing.log(self._connection, recording.suggesting(changes, document, held, annotator))

    def put_tokens(self, document: str, tokens: Tokens) -> None:
        """Store a document's token boundaries; nothing is stored if the document was deleted meanwhile."""
        with self.transaction():
            self._connection.execute(
                "INSERT OR REPLACE INTO document_tokens (document, tokenizer, version, starts, ends)"
                " SELECT id, ?, ?, ?, ? FROM document WHERE id = ?",
                [tokens.tokenizer, tokens.version, tokens.starts.tobytes(), tokens.ends.tobytes(), document],
            )

    def put_files(self, files: Mapping[str, Collection[str]]) -> None:
        """Record which documents each file that was read contained: document ids by the SHA-256 of the file's bytes."""
        with self.transaction():
            for digest, documents in files.items():
                self._connection.execute("DELETE FROM file_read WHERE digest = ?", [digest])
                rows = [(digest, document, len(documents)) for document in documents]
                self._connection.executemany("INSERT INTO file_read VALUES (?, ?, ?)", rows)

    def put_language(self, document: str, language: str, *, annotator: str) -> None:
        """Store a document's detected language; a language that a person sets is an edit instead."""
        with self.transaction():
            edit = recording.detection(self.read.document(document), language, annotator)
            writing.log(self._connection, edit)
            self._connection.execute("UPDATE document SET language = ? WHERE id = ?", [language, document])

    def add_annotator(self, name: str) -> None:
        """Add an annotator unless the file has one of this name."""
        with self.transaction():
            writing.add_annotators(self._connection, {name})

    def put_setting(self, name: str, value: str) -> None:
        """Store a setting of the project; raise if the file is a package that does not allow it."""
        with self.transaction():
            self.fixed.refuse_setting(name, self.read.setting(name), value)
            self._connection.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [name, value])

    def back_up(self, *, reason: str) -> Path:
        """Write a backup into ``NAME.backups`` beside the file, and delete old backups made for the same reason."""
        return copies.back_up(self._connection, self.path, reason=reason)

    def copy_to(self, target: Path, stopped: Callable[[], bool] | None = None) -> None:
        """Write a verified copy, even of a file that was deleted; it may run on a thread. Nothing is left if it fails.

        Raises:
            StoreError: ``store.exists``, ``store.busy`` during a long edit, ``store.stopped``, or the copy could not be
            written.
        """
        if self.busy:  # a copy must not contain half an edit
            raise StoreError("store.busy")
        try:
            self.place.state()  # `may_be_foreign` is about what it sees
            if self.place.may_be_foreign:
                rescued.copy_to(self._connection, self.path, target, stopped, known=self.place.contents)
            else:
                copies.copy_to(self._connection, target, stopped)
        except StoreError as error:
            if error.code == "store.damaged":  # this file is damaged, not the copy
                raise damaged(self.path, str(error.details["place"])) from error
            raise

    def check(self) -> list[Fault]:
        """Run the full check of the file and return its faults; see `checking`."""
        return checking.faults(self._connection, self.altered)

    def quick_check(self) -> list[Fault]:
        """Check for damage without reading every text and return the faults; see `quick_check`."""
        return quick_check.quick_faults(self._connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run the block as one durable transaction.

        Raises:
            StoreError: The disk is full, the file is gone, it is open read-only, another program has altered its schema
            meanwhile, or a long edit is being stored. Nothing was stored.
        """
        if self.read_only:
            raise StoreError("store.read_only", file=self.path.name)
        if self._joined:
            yield
            return
        if self.busy:
            raise StoreError("store.busy")
        with self.checkpoints, sqlite_errors(self.path, full="store.full"):
            state = self.place.state()
            if state is not FileState.IN_PLACE:
                raise self.place.error(state)
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._refuse_altered()
                if not self._named:
                    heads.name_copy(self._connection, self.path)
                self.place.name_log()
                yield
                self.place.refuse_change()
                started = perf_counter()
                self._connection.execute("COMMIT")
                self.place.note_commit(may_checkpoint=not self.checkpoints.gives_way)
                self._named = True
                self.commits.add(perf_counter() - started)
                self.checkpoints.note_commit()
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """Join all transactions in the block into one, which is much faster.

        Raises:
            StoreError: As `transaction`; nothing was stored.
        """
        with self.transaction():
            self._joined = True
            try:
                yield
            finally:
                self._joined = False

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all queries in the block see the same state of the file, even if another process writes meanwhile."""
        with sqlite_errors(self.path, reads=True):
            self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    @property
    def in_place(self) -> bool:
        """Whether the opened file is still in its place, not cut off, and has its log."""
        return self.place.state() is FileState.IN_PLACE

    # Inside

    def _refuse_altered(self) -> None:
        """Raise if another program has altered the schema; it is compared only if its version number changed."""
        version = self._connection.execute("PRAGMA schema_version").fetchone()[0]
        if version != self._schema_version:
            found = file.inspect(self._connection, self.path)
            if found.alterations:
                raise altered(self.path, found.alterations)
            self._schema_version = version

"""Write salvaged rows into a new project file, an article at a time, its labels before its suggestions."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from annotator.editing.edits import now
from annotator.model import schema_file
from annotator.model.values import SCHEMA
from annotator.store import writing
from annotator.store.connection import Connection, IntegrityError
from annotator.store.migrating.migration_statements import HEADS_FROM_ORDER
from annotator.store.repair import mending
from annotator.store.repair.evidence import Evidence, key_of
from annotator.store.repair.mending import Mended, from_log
from annotator.store.repair.repaired import Finding
from annotator.store.repair.salvage import ADDED, BY_LOOK, Salvaged
from annotator.store.repair.shapes import SHAPES, Row
from annotator.system.errors import SchemaError
from annotator.text.normalization import fingerprint

_SHOWN = 120  # characters of words in a finding
_TELLING = ("quote", "name", "state", "kind", "value")  # columns; the first that has a value describes a row


class Findings(list[Finding]):
    """Findings in the order they were made. ``titles`` are articles' titles by id; more may be added later."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles

    def add_row(self, table: str, row: Row, why: str) -> None:
        """Add a finding about a row; ``why`` is a key of `mending.WHY`."""
        words = next((row[name] for name in _TELLING if row.get(name)), "")
        key = "/".join(str(row.get(column)) for column in SHAPES[table].key)
        self.add(table, key, why, document=row.get("document"), label=row.get("label"), words=words)

    def add(
        self, table: str, row: str, why: str, *, document: object = None, label: object = "", words: object = ""
    ) -> None:
        """Add a finding about a row of a table; ``row`` is the row's key. Details that are not text are left out."""
        id_ = document if isinstance(document, str) else None
        self.append(
            Finding(
                table=table,
                row=row,
                why=why,
                document=id_,
                title=self._titles.get(id_ or "", ""),
                label=label if isinstance(label, str) else "",
                words=words[:_SHOWN] if isinstance(words, str) else "",
            )
        )


_PORTION = 200  # articles added to the full text index at a time
_BEGINNING = 40  # characters shown of a label whose end is lost


class Target:
    """Stores salvaged rows in the new file, and answers what has been stored."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._annotators: set[str] = set()
        self._fresh: list[str] = []  # documents that are not in the full text index yet

    def insert(self, table: str, row: Row | None) -> bool:
        """Store a row; return False if it is None, already stored, or holds values that its columns refuse."""
        if row is None:
            return False
        columns = [column for column in SHAPES[table].columns if column in row]
        names = ", ".join(f'"{column}"' for column in columns)
        places = ", ".join("?" for _ in columns)
        try:  # not OR IGNORE: that would apply to all triggers, too
            self.connection.execute(
                f"INSERT INTO {table} ({names}) VALUES ({places})",  # noqa: S608  # names of ours
                [row[column] for column in columns],
            )
        except (IntegrityError, UnicodeEncodeError, OverflowError):
            return False
        return True

    def insert_signed(self, table: str, row: Row) -> bool:
        """Store a row, and first its annotator if the file lacks it; return whether the row was stored."""
        annotator = row.get("annotator")
        if isinstance(annotator, str) and annotator not in self._annotators:
            self._annotators.add(annotator)
            writing.add_annotators(self.connection, {annotator})
        return self.insert(table, row)

    def insert_document(self, row: Row, text: str) -> None:
        """Store an article with its text; every 200 articles are added to the full text index together."""
        self.insert("document", row)
        self.insert("document_text", {"document": row["id"], "text": text})
        self._fresh.append(str(row["id"]))
        if len(self._fresh) >= _PORTION:
            self.index_words()

    def index_words(self) -> None:
        """Add the articles that are not yet in the full text index."""
        writing.add_to_search(self.connection, self._fresh)
        self._fresh.clear()

    def has(self, table: str, columns: tuple[str, ...], key: tuple[object, ...]) -> bool:
        """Return whether a row with this key is stored."""
        where = " AND ".join(f"{column} = ?" for column in columns)
        found = self.connection.execute(f"SELECT 1 FROM {table} WHERE {where}", key)  # noqa: S608  # names of ours
        return found.fetchone() is not None

    def words_at(self, document: object, start: object) -> str:
        """Return the first words of a lost label, so that a person can find its place, or "" if it is unknown."""
        found = self.connection.execute("SELECT text FROM document_text WHERE document = ?", [document]).fetchone()
        if found is None or not isinstance(start, int) or not 0 <= start < len(found[0]):
            return ""
        return " ".join(found[0][start : start + _BEGINNING].split()) + "…"


_OF_DOCUMENT = ("document_state", "document_label", "sentence_mark", "settled", "comment")
_KEPT_QUIETLY = ("document_tokens", "held_sentence", "document_source", "assignment", "review")


class Rebuilder:
    """Fills a new file. ``lost`` and ``changed`` are findings, ``labels`` counts the saved labels by article."""

    def __init__(self, found: Salvaged, target: Connection, backup: Connection | None) -> None:
        self._found = found
        self._target = Target(target)
        self._language = "de"
        self._evidence = Evidence(found, backup)
        self.states = self._evidence.states
        self._titles: dict[str, str] = {}
        self.lost = Findings(self._titles)
        self.changed = Findings(self._titles)
        self.labels: Counter[str] = Counter()

    def fill(self, progress: Callable[[int, int], None]) -> None:
        """Write all rows in one transaction, then run the migrations that change rows."""
        self._evidence.name_anew()
        self._target.connection.execute("BEGIN IMMEDIATE")
        self._settings()
        for row in self._found.each("annotator", "WHERE whole"):
            self._target.insert("annotator", {"name": row["name"], "created": row["created"]})
        self._identities()
        ids = self._documents()
        for place, id_ in enumerate(ids):
            self._document(id_)
            progress(place, len(ids))
        self._target.index_words()
        self._relations()
        self._edits()
        self._target.connection.execute(HEADS_FROM_ORDER)
        self._files()
        self._note_gone()
        self._target.connection.execute("COMMIT")
        self._migrate()

    # Settings

    def _settings(self) -> None:
        kept = {str(row["name"]): row["value"] for row in self._found.each("setting")}
        for name, value in kept.items():
            if isinstance(value, str) and name != SCHEMA:
                self._target.insert("setting", {"name": name, "value": value})
        language = kept.get("language")
        self._language = language if language in {"de", "en"} else "de"
        schema, why = self._schema(kept.get(SCHEMA))
        self._target.insert("setting", {"name": SCHEMA, "value": schema})
        if why:
            self.changed.add("setting", SCHEMA, why)

    def _schema(self, stored: object) -> tuple[str, str]:
        """Return the stored schema, else the newest in the log, in the backup or the default, and the reason, or ""."""
        if _is_schema(stored):
            return str(stored), ""
        logged = self._logged("setting", (SCHEMA,))
        if logged is not None and _is_schema(logged["value"]):
            return str(logged["value"]), "of_log"
        saved = self._evidence.of_backup("SELECT value FROM setting WHERE name = ?", [SCHEMA])
        if saved is not None and _is_schema(saved["value"]):
            return str(saved["value"]), "of_backup"
        return schema_file.dumps(schema_file.load(schema_file.DEFAULT)), "schema_made"

    # Articles

    def _documents(self) -> list[str]:
        """Return the ids of the articles of which any row or index entry is left, in the order they were added."""
        rows = self._found.rows.execute(
            "SELECT id FROM (SELECT id, 0 AS late, rowid AS place FROM document"
            " UNION ALL SELECT document, 1, rowid FROM document_text"
            " UNION ALL SELECT keys ->> 'id', 2, number FROM named WHERE of = 'document'"
            " UNION ALL SELECT keys ->> 'document', 3, number FROM named WHERE of = 'document_text'"
            " UNION ALL SELECT document, 4, rowid FROM span) WHERE id IS NOT NULL GROUP BY id ORDER BY min(late), place"
        )
        return [id_ for (id_,) in rows]

    def _document(self, id_: str) -> None:
        row = next(self._found.each("document", "WHERE id = ?", [id_]), None)
        if (row is None or row["how"] == BY_LOOK) and self.states.was_deleted(id_):
            return
        text = next(self._found.each("document_text", "WHERE document = ?", [id_]), None)
        words = text["text"] if text is not None else None
        row, words, proven, why = self._with_text(id_, row, words if isinstance(words, str) else None)
        if words is None:
            self._without_text(id_, row)
            return
        mended, reason = mending.mend_document(row, id_, words, self._language, now())
        if mended is None:
            return
        self._titles[id_] = str(mended["title"])
        for each in dict.fromkeys(filter(None, (why, reason))):
            self.changed.add("document", id_, each, document=id_)
        self._target.insert_document(mended, words)
        self._spans(id_, words, proven=proven)
        for table in _OF_DOCUMENT:
            self._plain(table, id_, words)
        self._suggestions(id_, words)
        for table in _KEPT_QUIETLY:
            for kept in self._found.each(table, "WHERE document = ? AND whole", [id_]):
                self._target.insert(table, mending.mend_plain(kept, words)[0])

    def _with_text(self, id_: str, row: Row | None, text: str | None) -> tuple[Row | None, str | None, bool, str]:
        """Return an article's row, its text, whether that is the imported text, and the reason for any replacement."""
        digest = row["sha256"] if row is not None else None
        if text is not None and digest is not None and _hash(text) == digest:
            return row, text, True, ""
        statement = "SELECT * FROM document JOIN document_text ON document = id WHERE id = ?"
        saved = self._evidence.of_backup(statement, [id_])
        if saved is not None and _hash(saved["text"]) == (digest or saved["sha256"]):
            stored = {column: saved[column] for column in SHAPES["document"].columns}
            why = "" if text == saved["text"] else "text_of_backup"
            return (row or stored), str(saved["text"]), True, why or ("" if row is not None else "of_backup")
        if row is None:
            row = self._logged("document", (id_,), text or "")
            if row is not None and text is not None and _hash(text) == row["sha256"]:
                return row, text, True, "of_log"
        return row, None if text is None else text.replace("\0", "\ufffd"), False, "text_damaged" if row else ""

    def _without_text(self, id_: str, row: Row | None) -> None:
        title = row["title"] if row is not None and isinstance(row["title"], str) else ""
        self._titles[id_] = title
        if row is not None:
            self.lost.add("document", id_, "no_text", document=id_, words=title)
        for table in ("span", "suggestion", *_OF_DOCUMENT):
            for each in self._found.each(table, "WHERE document = ?", [id_]):
                self.lost.add_row(table, each, "no_article")

    # Labels

    def _spans(self, document: str, text: str, *, proven: bool) -> None:
        there: set[object] = set()
        for row in self._kept("span", "WHERE document = ? ORDER BY start, id", [document], there):
            self._store_row("span", row, text, mending.mend_span(_stored(row), text, proven=proven))
        for row in self._evidence.missing("span", document, text, there):
            self._store_row("span", row, text, mending.mend_span(row, text, proven=proven), why=str(row.pop("why")))

    def _relations(self) -> None:
        spans = {id_ for (id_,) in self._target.connection.execute("SELECT id FROM span")}
        there: set[object] = set()
        for row in self._kept("relation", "ORDER BY rowid", (), there):
            self._link(row, mending.mend_relation(_stored(row)), spans, "")
        for row in self._evidence.missing("relation", None, "", there):
            why = str(row.pop("why"))
            self._link(row, mending.mend_relation(row), spans, why)

    def _link(self, row: Row, mended: Mended, spans: set[str], why: str) -> None:
        stored, _ = mended
        if stored is not None and not {stored["head"], stored["tail"]} <= spans:
            self.lost.add_row("relation", row, "no_end")
            return
        self._store_row("relation", row, "", mended, why=why)

    def _store_row(self, table: str, row: Row, text: str, mended: Mended, *, why: str = "") -> None:
        """Store a mended row, or its state in the log if mending lost something, and record any finding."""
        stored, reason = mended
        reason = why or reason
        if stored is None or (reason and not why and reason not in {"quote", "other_words"}):
            logged = self._logged(table, key_of(table, row), text)
            if logged is not None:
                stored, reason = logged, "of_log"
        if stored is None:
            self.lost.add_row(table, row, reason)
            return
        if not reason and self.states.contradicts(table, stored, text):
            reason = "other_in_log"
        if not self._target.insert_signed(table, stored):
            self.lost.add_row(table, row, "unreadable")
            return
        if table == "span":
            self.labels[str(stored["document"])] += 1
        if reason:
            self.changed.add_row(table, stored, reason)

    def _logged(self, table: str, key: tuple[object, ...], text: str = "") -> Row | None:
        _, after = self.states.last(table, key)
        return from_log(after, text) if after is not None else None

    def _kept(self, table: str, rest: str, values: Iterable[object], there: set[object]) -> Iterator[Row]:
        """Yield the found rows that had not been removed; add the keys of all found rows to ``there``."""
        for row in [*self._found.each(table, rest, values)]:
            there.add(key_of(table, row))
            if not self._evidence.was_removed(table, row):
                yield row

    # Other rows of an article

    def _plain(self, table: str, document: str, text: str) -> None:
        there: set[object] = set()
        for row in self._kept(table, "WHERE document = ?", [document], there):
            mended, why = (
                mending.mend_state(_stored(row)) if table == "document_state" else mending.mend_plain(row, text)
            )
            if mended is None:
                self.lost.add_row(table, row, why)
            elif not self._target.insert_signed(table, mended):
                self.lost.add_row(table, row, "unreadable")
            elif why:
                self.changed.add_row(table, mended, why)
        if not self._found.faulty(table):
            return
        for after in self.states.rows_of(table, document):
            logged = from_log(after, "")
            key = () if logged is None else key_of(table, logged)
            if logged is not None and key not in there and self._evidence.may_be_there(table, key):
                self._target.insert_signed(table, logged)
                self.changed.add_row(table, logged, "of_log")

    def _suggestions(self, document: str, text: str) -> None:
        for row in self._found.each("suggestion", "WHERE document = ? ORDER BY start, id", [document]):
            mended, why = mending.mend_suggestion(_stored(row), text)
            if not self._target.insert("suggestion", mended):
                self.lost.add_row("suggestion", row, why or "unreadable")

    def _identities(self) -> None:
        there: set[object] = set()
        for row in self._kept("identity", "", (), there):
            good = row["whole"] and isinstance(mending.read_json(row["aliases"]), list)
            self._store_row("identity", row, "", (_stored(row), "") if good else (None, "unreadable"))
        if self._found.faulty("identity"):
            for after in self.states.rows_of("identity", None):
                logged = from_log(after, "")
                if (
                    logged is not None
                    and key_of("identity", logged) not in there
                    and self._evidence.may_be_there("identity", (logged["id"],))
                ):
                    self._store_row("identity", logged, "", (logged, ""), why="of_log")

    # The log

    def _edits(self) -> None:
        for row in self._found.each("edit", "ORDER BY number"):
            mended, why = mending.mend_edit(_stored(row))
            if mended is None:
                self.lost.add_row("edit", row, why)
                continue
            if self._target.has("edit", ("id",), (mended["id"],)):
                continue
            self._target.insert_signed("edit", mended)
            if row["number"] in self._evidence.steps_of_backup:
                why = why or "of_backup"
            for document in self.states.about(row["number"]):
                self._target.insert("edit_document", {"document": document, "edit": row["number"]})
            if why:
                self.changed.add_row("edit", mended, why)

    def _files(self) -> None:
        for row in self._found.each("file_read", "WHERE whole"):
            if row["document"] in self._titles:
                self._target.insert("file_read", mending.mend_plain(row)[0])
        for row in self._found.each("package", "WHERE whole"):
            self._target.insert("package", mending.mend_plain(row)[0])

    def _note_gone(self) -> None:
        """Record as lost the rows that an index names but that were neither found nor removed by anybody."""
        self.lost[:] = [finding for finding in self.lost if not self._was_saved(finding)]
        noted = {(finding.table, finding.row) for finding in self.lost}
        for entry in self._found.each("named", "ORDER BY of, number"):
            table, keys = str(entry["of"]), json.loads(str(entry["keys"]))
            if not self._found.faulty(table):
                continue
            shape = SHAPES[table]
            key = (entry["number"],) if table == "edit" else tuple(keys.get(column) for column in shape.key)
            written = "/".join(map(str, key))
            document = keys.get("document", keys.get("id") if table == "document" else None)
            if None in key or (table, written) in noted or self._target.has(table, shape.key, key):
                continue
            if self.states.last(table, key) != (True, None) and not self.states.was_deleted(str(document)):
                label, words = str(keys.get("label") or ""), self._target.words_at(document, keys.get("start"))
                self.lost.add(table, written, "gone", document=document, label=label, words=words)

    def _was_saved(self, finding: Finding) -> bool:
        """Return whether a row recorded as lost was stored after all, from another place in the file."""
        key = SHAPES[finding.table].key
        return len(key) == 1 and self._target.has(finding.table, key, (finding.row,))

    def _migrate(self) -> None:
        """Run the migrations that change rows, unless the damaged file had them already."""
        done = {str(row["name"]) for row in self._found.each("_sqlite_migrations")}
        if not done or "m008_citations" in done:
            return
        from sqlite_utils import Database

        from annotator.store.migrating.migrations import m008_citations

        m008_citations(Database(self._target.connection))


def _stored(row: Row) -> Row:
    return {column: value for column, value in row.items() if column not in ADDED}


def _hash(text: object) -> str:
    try:
        return fingerprint(str(text))
    except UnicodeEncodeError:
        return ""


def _is_schema(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        schema_file.loads(value, name="")
    except (SchemaError, RecursionError):
        return False
    return True

"""Write salvaged rows into a new project file, an article at a time, its labels before its suggestions."""

import json
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator

from annotator.editing.edits import now
from annotator.model import schema_file
from annotator.model.values import SCHEMA, SuggestionState
from annotator.store import file
from annotator.store.connection import Connection
from annotator.store.migrating.migration_statements import HEADS_FROM_ORDER
from annotator.store.repair import mending
from annotator.store.repair.evidence import FileEvidence, key_of
from annotator.store.repair.known import Known, ReportedValue
from annotator.store.repair.mending import Mended, from_log
from annotator.store.repair.new_file import Findings, Target
from annotator.store.repair.repaired import Finding
from annotator.store.repair.salvage import ADDED, BY_LOOK, Salvaged
from annotator.store.repair.shapes import SHAPES, Row
from annotator.store.repair.weighing import Weighing
from annotator.system.errors import SchemaError
from annotator.text.normalization import fingerprint

_OF_DOCUMENT = ("document_state", "document_label", "sentence_mark", "settled", "comment", "assignment", "review")
_KEPT_QUIETLY = ("document_tokens", "held_sentence", "document_source")
_UNORDERED = frozenset({"assignment", "review"})  # rows whose last edit does not follow from the order
_TRIES = 10  # damaged texts whose single bits are tried
_DECIDED = frozenset({SuggestionState.ACCEPTED, SuggestionState.CORRECTED, SuggestionState.REJECTED})


class Rebuilder:
    """Fills a new file. ``lost`` and ``changed`` are findings, ``labels`` counts the saved labels by article."""

    _known: Known  # set by `fill` from the settings, like the next one
    _weighing: Weighing

    def __init__(self, found: Salvaged, target: Connection, backup: Connection | None) -> None:
        self._found = found
        self._target = Target(target)
        self._language = "de"
        self._evidence = FileEvidence(found, backup)
        self.states = self._evidence.states
        self._titles: dict[str, str] = {}
        self.lost = Findings(self._titles)
        self.changed = Findings(self._titles)
        self.labels: Counter[str] = Counter()
        self._tries = _TRIES
        self._steps: set[str] = set()  # the numbers that saved edits had

    def fill(self, progress: Callable[[int, int], None]) -> None:
        """Write all rows in one transaction, then run the migrations that change rows."""
        self._evidence.name_anew()
        self._target.connection.execute("BEGIN IMMEDIATE")
        self._settings()
        self._annotators()
        self._identities()
        ids = self._documents()
        for place, id_ in enumerate(ids):
            self._document(id_)
            progress(place, len(ids))
        self._target.index_words()
        self._relations()
        self._edits()
        self._heads()
        self._files()
        self._note_gone()
        if self._known.added:
            schema = schema_file.dumps(self._known.schema)
            self._target.connection.execute("UPDATE setting SET value = ? WHERE name = ?", [schema, SCHEMA])
        self._target.connection.execute("COMMIT")
        self._migrate()

    # Settings

    def _settings(self) -> None:
        kept = {str(row["name"]): row["value"] for row in self._found.each("setting")}
        language = kept.get("language")
        self._language = language if language in {"de", "en"} else "de"
        schema, why = self._schema(kept.get(SCHEMA))
        self._target.insert("setting", {"name": SCHEMA, "value": schema})
        if why:
            self.changed.add("setting", SCHEMA, why)
        self._known = Known(schema_file.loads(schema, name=""), self._evidence.annotators())
        self._weighing = Weighing(self._known, self.states)
        for name, value in kept.items():
            if name != SCHEMA:
                self._store_row("setting", {"name": name}, "", ({"name": name, "value": value}, ""))

    def _schema(self, stored: object) -> tuple[str, str]:
        """Return the stored schema, else the newest in the log, in the backup or the default, and the reason, or ""."""
        logged = self._logged("setting", (SCHEMA,))
        if _is_schema(stored):
            better = (
                logged is not None
                and _is_schema(logged["value"])
                and self._evidence.fits_better(str(logged["value"]), str(stored))
            )
            return (str(logged["value"]), "of_log") if logged is not None and better else (str(stored), "")
        if logged is not None and _is_schema(logged["value"]):
            return str(logged["value"]), "of_log"
        saved = self._evidence.of_backup("SELECT value FROM setting WHERE name = ?", [SCHEMA])
        if saved is not None and _is_schema(saved["value"]):
            return str(saved["value"]), "of_backup"
        return schema_file.dumps(schema_file.load(schema_file.DEFAULT)), "schema_made"

    def _annotators(self) -> None:
        """Store the annotators; a damaged name is replaced if it can have been only one of the names in use."""
        there = {row["name"] for row in self._found.each("annotator", "WHERE whole")}
        used = self._evidence.in_use()
        for row in self._found.each("annotator", "WHERE whole"):
            meant = None if row["name"] in used else mending.near(row["name"], used - there)
            if meant is not None:
                self.changed.add("annotator", meant, "single_bit", was=str(row["name"]))
                self._known.annotators.discard(str(row["name"]))
            self._target.insert("annotator", {"name": meant or row["name"], "created": row["created"]})

    # Articles

    def _documents(self) -> list[str]:
        """Return the ids of the articles that still have a row or index entry, in the order they were added."""
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
        digest = _hash(words)
        mended, told = self._weighing.weigh("document", mended, words, digest=digest)
        mended, more = self._weighing.weigh_split(mended)
        self._titles[id_] = str(mended["title"])
        for each in dict.fromkeys(filter(None, (why, reason))):
            self.changed.add("document", id_, each, document=id_, words=mended["title"])
        for one in (*told, *more):
            self.changed.add("document", id_, one.why, document=id_, words=mended["title"], was=one.was)
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
        logged = self._logged("document", (id_,), text or "")
        if row is not None and text is not None and logged is not None and _hash(text) == logged["sha256"]:
            return row, text, True, ""  # the stored hash is damaged, not the text
        statement = "SELECT * FROM document JOIN document_text ON document = id WHERE id = ?"
        saved = self._evidence.of_backup(statement, [id_])
        if saved is not None and _hash(saved["text"]) == (digest or saved["sha256"]):
            stored = {column: saved[column] for column in SHAPES["document"].columns}
            why = "" if text == saved["text"] else "text_of_backup"
            return (row or stored), str(saved["text"]), True, why or ("" if row is not None else "of_backup")
        if row is None:
            row = logged
            if row is not None and text is not None and _hash(text) == row["sha256"]:
                return row, text, True, "of_log"
        if text is not None and digest is not None and self._tries > 0:
            self._tries -= 1
            meant = mending.restored(text, digest)
            if meant is not None:
                return row, meant, True, "text_of_bit"
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
        there: set[object] = set()
        for row in self._kept("relation", "ORDER BY rowid", (), there):
            self._store_row("relation", row, "", mending.mend_relation(_stored(row)))
        for row in self._evidence.missing("relation", None, "", there):
            why = str(row.pop("why"))
            self._store_row("relation", row, "", mending.mend_relation(row), why=why)

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
        stored, told = self._weighing.weigh(table, stored, text)
        told += self._weighing.fit(table, stored)
        if table == "relation" and not {stored["head"], stored["tail"]} <= self._known.spans:
            self.lost.add_row(table, row, "no_end")
            return
        if not self._target.insert_signed(table, stored):
            self.lost.add_row(table, row, "unreadable")
            return
        if table == "span":
            self.labels[str(stored["document"])] += 1
            self._known.spans.add(str(stored["id"]))
        if reason:
            self.changed.add_row(table, stored, reason)
        for each in told:
            self.changed.add_row(table, stored, each.why, each.was)

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
            meant = self._evidence.meant(table, document, row)
            if meant is not None and self._target.insert_signed(table, meant):
                there.add(key_of(table, meant))
                self.changed.add_row(table, meant, "value_of_log", _differing(row, meant))
                continue
            mended = mending.mend_state(_stored(row)) if table == "document_state" else mending.mend_plain(row, text)
            self._store_row(table, row, text, mended)
        for logged in self._evidence.only_logged(table, document, "", there):
            if self._target.insert_signed(table, logged):
                self.changed.add_row(table, logged, self._evidence.of_log(table))

    def _suggestions(self, document: str, text: str) -> None:
        there: set[object] = set()
        for row in self._found.each("suggestion", "WHERE document = ? ORDER BY start, id", [document]):
            there.add(key_of("suggestion", row))
            mended, why = mending.mend_suggestion(_stored(row), text)
            logged = self._logged("suggestion", (row["id"],), text)
            if logged is not None and logged["state"] in _DECIDED:  # others may have changed without an edit
                self._store_row("suggestion", row, text, (mended, why))
            elif (
                mended is not None
                and mended["state"] not in _DECIDED
                and self._known.count_unknown("suggestion", "label", mended)
            ):
                self.lost.add_row("suggestion", row, "unreadable")
            elif not self._target.insert("suggestion", mended):
                self.lost.add_row("suggestion", row, why or "unreadable")
        for logged in self._evidence.only_logged("suggestion", document, text, there):
            if logged["state"] in _DECIDED:  # a source can suggest the others again
                self._store_row("suggestion", logged, text, (logged, ""), why=self._evidence.of_log("suggestion"))

    def _identities(self) -> None:
        there: set[object] = set()
        for row in self._kept("identity", "", (), there):
            aliases = mending.read_json(row["aliases"])
            good = row["whole"] and isinstance(aliases, list) and all(isinstance(name, str) for name in aliases)
            self._store_row("identity", row, "", (_stored(row), "") if good else (None, "unreadable"))
        for logged in self._evidence.only_logged("identity", None, "", there):
            self._store_row("identity", logged, "", (logged, ""), why=self._evidence.of_log("identity"))

    # The log

    def _edits(self) -> None:
        """Store the log, numbered without gaps: the check after opening takes a gap for damage."""
        ids = {str(row["id"]) for row in self._found.each("edit")}
        for row in self._found.each("edit", "ORDER BY number"):
            mended, why = mending.mend_edit(_stored(row))
            if mended is None:
                self.lost.add_row("edit", row, why)
                continue
            told = [*self._weighing.fit("edit", mended), *_find_undone(mended, ids)]
            if self._target.has("edit", ("id",), (mended["id"],)):
                continue
            number = len(self._steps) + 1
            if not self._target.insert_signed("edit", {**mended, "number": number}):
                self.lost.add_row("edit", row, "unreadable")
                continue
            self._steps.add(str(row["number"]))
            if row["number"] in self._evidence.steps_of_backup:
                why = why or "of_backup"
            for document in self.states.about(row["number"]):
                self._target.insert("edit_document", {"document": document, "edit": number})
            if why:
                told.insert(0, ReportedValue(why=why, was="" if mended["kind"] == row["kind"] else str(row["kind"])))
            for each in told:
                self.changed.add_row("edit", mended, each.why, each.was)

    def _heads(self) -> None:
        """Store the heads of rows, and disputes.

        If heads or edits are missing, the heads follow from the order of the log.
        """
        complete = self.states.complete and not self._found.faulty("row_head")
        ids = {str(row["id"]) for row in self._found.each("edit")}
        for row in self._found.each("row_head", "WHERE whole"):
            if not complete and row["kind"] not in _UNORDERED:
                continue
            edit = row["edit"] if row["edit"] in ids else mending.near(row["edit"], ids)
            if edit is not None:
                self._target.insert("row_head", {**_stored(row), "edit": edit})
        if not complete or not self._found.count("row_head"):
            self._target.connection.execute(HEADS_FROM_ORDER)
        for row in self._found.each("dispute"):
            good = row["whole"] and isinstance(mending.read_json(row["said"]), list)
            if not good or not self._target.insert("dispute", _stored(row)):
                self.lost.add_row("dispute", row, "unreadable")

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
            if None in key or (table, written) in noted or self._has(table, key):
                continue
            if self.states.last(table, key) != (True, None) and not self.states.was_deleted(str(document)):
                label, words = str(keys.get("label") or ""), self._target.words_at(document, keys.get("start"))
                self.lost.add(table, written, "gone", document=document, label=label, words=words)

    def _was_saved(self, finding: Finding) -> bool:
        """Return whether a row recorded as lost was stored after all, from another place in the file."""
        return len(SHAPES[finding.table].key) == 1 and self._has(finding.table, (finding.row,))

    def _has(self, table: str, key: tuple[object, ...]) -> bool:
        """Return whether a row with this key was stored; the key of an edit is its number in the damaged file."""
        return str(key[0]) in self._steps if table == "edit" else self._target.has(table, SHAPES[table].key, key)

    def _migrate(self) -> None:
        """Run the migrations that change rows, unless the damaged file already had them."""
        done = {str(row["name"]) for row in self._found.each("_sqlite_migrations")}
        if not done or any(name >= "m008_citations" for name in done & file.NAMES):
            return
        from sqlite_utils import Database

        from annotator.store.migrating.migrations import m008_citations

        m008_citations(Database(self._target.connection))


def _find_undone(edit: Row, ids: Container[str]) -> list[ReportedValue]:
    """Correct the id of the edit that an edit undoes if there is no edit with this id; return the decision to report.

    It becomes the only id that differs in a single bit, or None.
    """
    was = edit["undoes"]
    if was is None or (was in ids and was != edit["id"]):
        return []
    meant = mending.near(was, ids)
    edit["undoes"] = meant if meant != edit["id"] else None
    return [
        ReportedValue(why="undoes_lost", was="")
        if edit["undoes"] is None
        else ReportedValue(why="single_bit", was=str(was))
    ]


def _differing(row: Row, meant: Row) -> str:
    """Return the values of a damaged row that differ from ``meant``, the same row undamaged, as text."""
    return ", ".join(str(row[column]) for column in meant if row.get(column) != meant[column])


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

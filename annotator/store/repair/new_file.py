"""The new file of a repair, and the findings about rows for the report."""

from collections.abc import Mapping

from annotator.store import writing
from annotator.store.connection import Connection, IntegrityError
from annotator.store.repair.repaired import Finding
from annotator.store.repair.shapes import SHAPES, Row
from annotator.text.normalization import one_line

_SHOWN = 120  # characters of words in a finding
_TELLING = ("quote", "name", "state", "kind", "value")  # columns; the first that has a value describes a row


def _shown(value: object) -> str:
    """Return the beginning of a text, without half characters, or "" if it is not text."""
    return value[:_SHOWN].encode("utf-8", "replace").decode() if isinstance(value, str) else ""


class Findings(list[Finding]):
    """Findings in the order they were made. ``titles`` are articles' titles by id; more may be added later."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles

    def add_row(self, table: str, row: Row, why: str, was: str = "") -> None:
        """Add a finding about a row; ``why`` is a key of `mending.WHY`, ``was`` a value that was left out."""
        words = next((row[name] for name in _TELLING if row.get(name)), "")
        key = "/".join(str(row.get(column)) for column in SHAPES[table].key)
        self.add(table, key, why, document=row.get("document"), label=row.get("label"), words=words, was=was)

    def add(
        self,
        table: str,
        row: str,
        why: str,
        *,
        document: object = None,
        label: object = "",
        words: object = "",
        was: str = "",
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
                label=_shown(label),
                words=_shown(words),
                was=_shown(was),
            )
        )


_PORTION = 200  # articles added to the full text index at a time
_BEGINNING = 40  # characters shown of a label whose end is lost


class Target:
    """Stores salvaged rows in the new file, and knows which rows it has."""

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
            try:
                writing.add_annotators(self.connection, {annotator})
            except UnicodeEncodeError:  # half a character, from the log
                return False
            self._annotators.add(annotator)
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
        return one_line(found[0][start : start + _BEGINNING]) + "…"

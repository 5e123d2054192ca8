"""The new project file that a repair fills."""

from annotator.store import writing
from annotator.store.connection import Connection, IntegrityError
from annotator.store.repair.shapes import SHAPES, Row

_PORTION = 200  # articles that enter the full text index at once
_BEGINNING = 40  # characters shown of a label whose end is lost


class Target:
    """Stores salvaged rows, and answers what has been stored."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._annotators: set[str] = set()
        self._fresh: list[str] = []  # documents that are not in the full text index yet

    def insert(self, table: str, row: Row | None) -> bool:
        """Store a row; return whether that worked: it may be there already, or hold what no column takes."""
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
        """Store a row and, if the file lacks it, the annotator whom it names; return whether that worked."""
        annotator = row.get("annotator")
        if isinstance(annotator, str) and annotator not in self._annotators:
            self._annotators.add(annotator)
            writing.add_annotators(self.connection, {annotator})
        return self.insert(table, row)

    def insert_document(self, row: Row, text: str) -> None:
        """Store an article with its text, and index its words a portion at a time."""
        self.insert("document", row)
        self.insert("document_text", {"document": row["id"], "text": text})
        self._fresh.append(str(row["id"]))
        if len(self._fresh) >= _PORTION:
            self.index_words()

    def index_words(self) -> None:
        """Add the articles of the last portion to the full text index."""
        writing.add_to_search(self.connection, self._fresh)
        self._fresh.clear()

    def has(self, table: str, columns: tuple[str, ...], key: tuple[object, ...]) -> bool:
        """Return whether a row with this key is stored."""
        where = " AND ".join(f"{column} = ?" for column in columns)
        found = self.connection.execute(f"SELECT 1 FROM {table} WHERE {where}", key)  # noqa: S608  # names of ours
        return found.fetchone() is not None

    def words_at(self, document: object, start: object) -> str:
        """Return an article's words from where a lost label began, so that a person can find the place."""
        found = self.connection.execute("SELECT text FROM document_text WHERE document = ?", [document]).fetchone()
        if found is None or not isinstance(start, int) or not 0 <= start < len(found[0]):
            return ""
        return " ".join(found[0][start : start + _BEGINNING].split()) + "…"

"""Which files were read, so that they need not be read again."""

import sqlite3
from pathlib import Path

from annotator.store.sqlite_errors import sqlite_errors

_KNOWN = "SELECT digest FROM file_read GROUP BY digest HAVING count(*) = max(documents)"


class Files:
    """Reads the table ``file_read`` of one open project file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def known(self) -> frozenset[str]:
        """Give the SHA-256 of the bytes of each file whose articles are all there still."""
        with sqlite_errors(self._path):
            return frozenset(digest for (digest,) in self._connection.execute(_KNOWN))

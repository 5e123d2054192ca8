"""The names from sqlite3 that the store uses: its connections, blobs and errors.

A module that opens a database, or needs SQLite's constants, imports sqlite3 itself, with a reason in
`pyproject.toml`.
"""

from sqlite3 import Blob, Connection, DatabaseError, Error, IntegrityError, OperationalError

__all__ = ["Blob", "Connection", "DatabaseError", "Error", "IntegrityError", "OperationalError"]

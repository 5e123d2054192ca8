"""The names of SQLite that the store uses: the type of a connection and the errors that it raises.

Whoever opens a database, or needs SQLite's constants, imports sqlite3 itself, with a reason in `pyproject.toml`.
"""

from sqlite3 import Blob, Connection, DatabaseError, Error, IntegrityError, OperationalError

__all__ = ["Blob", "Connection", "DatabaseError", "Error", "IntegrityError", "OperationalError"]

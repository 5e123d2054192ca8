"""Opening what an attack left, as the program does, and summing up its content.

The content of a project is a digest of all its rows, so that files are compared by what they store, not by their pages.
"""

import hashlib
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from annotator.jobs.merging.copies_merged import LAST
from annotator.processes.worker import no_progress
from annotator.project.project import Project, check
from annotator.store.log.heads import COPY
from annotator.system import staging
from annotator.system.errors import AnnotatorError, StoreError
from tests.attack import disk
from tests.attack.disk import Image

SUFFIX = ".spanwright"
APPENDED = "points.jsonl"
AT_ONCE = 2.0  # seconds; a file that cannot be read by all that is tried takes ten
_BESIDE = ("-wal", "-shm", "-journal", ".lock")
_UNFINISHED = re.compile(r"\..{0,40}\.spanwright-[a-z0-9_]{8}|\d{4}\.new", re.DOTALL)
_OF_SQLITE = re.compile(r"sqlite_.*|_sqlite_migrations|(?:document|claim)_search(?:_\w+)?")


@dataclass(frozen=True, slots=True)
class Judged:
    """The content of a file: a digest, the ids of all its edits, and its faults."""

    digest: str
    edits: frozenset[str] = frozenset()
    wrong: str = ""
    seconds: float = 0.0


class Judge:
    """Judges files and folders; a state that it knows is not opened again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[bytes, Judged] = {}
        self.opened = 0
        self.slowest = 0.0

    def image(self, image: Image) -> dict[str, Judged]:
        """Return what the files of an image hold, by path.

        Files that the program writes beside a target before it moves them into place are left out. If an earlier file
        was moved aside, the program puts it back the next time.
        """
        cleared = self._cleared(image)
        names = (name for name, content in cleared.items() if content is not None)
        return {name: self._file(cleared, name) for name in names if _is_of_user(name) and _has_lines(cleared, name)}

    def _cleared(self, image: Image) -> Image:
        if not any(map(_UNFINISHED.fullmatch, {part for name in image for part in name.split("/")})):
            return image
        with tempfile.TemporaryDirectory(dir=self._folder) as made:
            folder = Path(made)
            disk.put(image, folder)
            for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
                if path.is_dir():
                    staging.clear(path)
            found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
            return {name: None if path.is_dir() else path.read_bytes() for name, path in found.items()}

    def _file(self, image: Image, name: str) -> Judged:
        content = image[name] or b""
        if name.endswith(APPENDED):  # who reads it passes over a line that is half written
            content = content[: content.rfind(b"\n") + 1]
        if not name.endswith(SUFFIX):
            return Judged(digest=hashlib.sha256(content).hexdigest())
        parts = {kind: image.get(name + kind) for kind in ("", "-wal", "-shm", "-journal")}
        key = hashlib.sha256(repr(parts).encode()).digest()
        if key not in self._known:
            self._known[key] = self._project({kind: part for kind, part in parts.items() if part is not None})
        return self._known[key]

    def _project(self, parts: dict[str, bytes]) -> Judged:
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        self.opened += 1
        path = folder / f"Stadt{SUFFIX}"
        for kind, part in parts.items():
            path.with_name(path.name + kind).write_bytes(part)
        try:
            found = judged(path)
        finally:
            shutil.rmtree(folder)
        self.slowest = max(self.slowest, found.seconds)
        return found


def judged(path: Path) -> Judged:
    """Check a project, open it for writing, close it, and return the content of its file alone."""
    started = perf_counter()
    try:
        faults = _checked(path)
        with closing(Project.open(path)):
            seconds = perf_counter() - started
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            digest, edits = rows_of(connection)
    except AnnotatorError as error:
        return Judged("", wrong=f"refused: {error}", seconds=perf_counter() - started)
    except (sqlite3.Error, ValueError, OSError) as error:
        return Judged("", wrong=f"a bug: {error!r}", seconds=perf_counter() - started)
    wrong = f"check: {faults[:3]}" if faults else ""
    if not wrong and seconds > AT_ONCE:
        wrong = f"opened after {seconds:.1f} s"
    return Judged(digest, edits, wrong, seconds)


def _checked(path: Path) -> list[tuple[str, str, str]]:
    try:
        return check(path, progress=no_progress)
    except StoreError as error:
        if error.code == "store.needs_migration":
            return []
        raise


def rows_of(connection: sqlite3.Connection) -> tuple[str, frozenset[str]]:
    """Return a digest of all rows but those of full text search, which `check` compares, and the ids of the edits."""
    found = hashlib.sha256()
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in tables:
        if not _OF_SQLITE.fullmatch(table):
            rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
            if table == "setting":  # which copy a file is depends on its place, and a backup's name on the time
                rows = [row for row in rows if row[0] not in {COPY, LAST}]
            found.update(repr((table, sorted(map(repr, rows)))).encode())
    edits = connection.execute("SELECT id FROM edit").fetchall()
    return found.hexdigest(), frozenset(id_ for (id_,) in edits)


def _is_of_user(name: str) -> bool:
    inside = any(map(_UNFINISHED.fullmatch, name.split("/")))
    return not inside and not name.endswith(_BESIDE)


def _has_lines(image: Image, name: str) -> bool:
    return not name.endswith(APPENDED) or b"\n" in (image[name] or b"")

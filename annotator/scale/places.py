"""Folders on this computer or in object storage, by any address that fsspec understands.

Each error of fsspec and its packages is raised as an `OSError` with a number. The number tells an error of the storage
from damage in a file, which has none. Passwords are never part of an address, since addresses are written into results
and messages; each package reads passwords from its own settings.
"""

import atexit
import errno
import io
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import parse_qsl

from annotator.corpus.folders import walk
from annotator.system import disk
from annotator.system.errors import AnnotatorError, ModelError
from annotator.system.whole_files import put

_BUFFER = 1 << 17
_FILE = "file://"
_REMOTE = "://"
_PASSWORD = re.compile(r"://[^/@]*:(?!\d*(/|$))[^@]*@")  # in a chained address, too, or with a slash; a port is none
_STORE = re.compile(r".*?://[^/]*")
_SECRET = re.compile(r"key|secret|sig|token|pass|credential", re.IGNORECASE)
_CHANGED = ("ETag", "etag", "md5Hash", "LastModified", "last_modified", "mtime", "created")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file below a folder: its path with slashes, its size in bytes, and a string that changes when it is written."""

    name: str
    size: int
    changed: str


@dataclass(frozen=True)
class Folder:
    """A folder, by a path or by an address such as ``s3://bucket/news``."""

    address: str

    @classmethod
    def at(cls, address: str) -> "Folder":
        """Return the folder for an address as a person types it; a path becomes absolute.

        Raises:
            ModelError: ``corpus.password``.
        """
        if _REMOTE not in address or address.startswith(_FILE):
            return cls(os.path.abspath(address.removeprefix(_FILE)))  # noqa: PTH100  # `resolve` would follow links
        _refuse_password(address)
        return cls(address.rstrip("/"))

    @property
    def path(self) -> Path | None:
        """The folder's path, None in object storage."""
        return None if _REMOTE in self.address else Path(self.address)

    @cached_property
    def _store(self) -> tuple[Any, str]:
        """The file system and the folder's path in it."""
        from fsspec.core import url_to_fs

        try:
            with _storage_errors(self.address):
                system, path = url_to_fs(self.address)
        except OSError as error:
            raise ModelError("corpus.address", address=self.address, reason=disk.reason(error)) from error
        return system, str(path).rstrip("/")

    @property
    def store(self) -> str:
        """The beginning of the address, up to the bucket or the computer; "" for folders on this computer."""
        found = _STORE.match(self.address)
        return found.group() if found else ""

    def split(self) -> tuple["Folder", str]:
        """Return the folder that contains this one, and the name in it."""
        above, _, name = self.address.replace(os.sep, "/").rpartition("/")
        return Folder(above or "/"), name

    def is_file(self) -> bool:
        """Return whether a file has this address."""
        if self.path is not None:
            return self.path.is_file()
        system, path = self._store
        with _storage_errors(self.address):
            return bool(system.isfile(path))

    def files(self) -> list[StoredFile]:
        """Return all files at any depth, sorted by name; hidden ones are left out.

        Raises:
            OSError: The folder cannot be listed.
        """
        if self.path is not None:
            return sorted(self._local_files(self.path), key=lambda found: found.name)
        system, path = self._store
        with _storage_errors(self.address):
            entries = system.find(path, detail=True)
        names = {name: name.removeprefix(path).lstrip("/") for name in entries}
        return [
            StoredFile(names[name], int(entry.get("size") or 0), _changed(entry))
            for name, entry in sorted(entries.items())
            if entry.get("type") == "file" and not any(step.startswith(".") for step in names[name].split("/"))
        ]

    @staticmethod
    def _local_files(root: Path) -> list[StoredFile]:
        if not root.is_dir():
            raise FileNotFoundError(2, os.strerror(2), str(root))
        found = []
        for path in walk([root]):
            if path.is_file():
                about = path.stat()
                name = path.relative_to(root).as_posix()
                found.append(StoredFile(name, about.st_size, str(about.st_mtime_ns)))
            elif path.is_dir():  # it could not be listed
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return found

    def look(self, name: str) -> StoredFile:
        """Return the size and the last change of a file.

        Raises:
            OSError: The file does not exist.
        """
        if self.path is not None:
            about = (self.path / name).stat()
            return StoredFile(name, about.st_size, str(about.st_mtime_ns))
        system, path = self._store
        with _storage_errors(name):
            system.invalidate_cache()
            entry = system.info(f"{path}/{name}")
        return StoredFile(name, int(entry.get("size") or 0), _changed(entry))

    def open(self, name: str) -> BinaryIO:
        """Open a file for reading.

        Raises:
            OSError: The file cannot be opened.
        """
        if self.path is not None:
            return (self.path / name).open("rb")
        system, path = self._store
        with _storage_errors(name):
            raw = _Stored(system.open(f"{path}/{name}", "rb"), name)
        return cast("BinaryIO", io.BufferedReader(raw, _BUFFER))  # their `readline` has no limit

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, or None if it does not exist.

        Raises:
            OSError: It cannot be read.
        """
        try:
            with self.open(name) as file:
                return file.read()
        except FileNotFoundError:
            return None

    def has(self, name: str) -> bool:
        """Return whether there is a file of this name."""
        try:
            self.look(name)
        except FileNotFoundError:
            return False
        return True

    def names(self, below: str) -> set[str]:
        """Return the names of the files in a subfolder; empty if it does not exist."""
        if self.path is not None:
            room = self.path / below
            return {path.name for path in room.iterdir() if path.is_file()} if room.is_dir() else set()
        system, path = self._store
        try:
            with _storage_errors(self.address):
                system.invalidate_cache()
                listed = system.ls(f"{path}/{below}".rstrip("/"), detail=False)
            return {str(name).rstrip("/").rpartition("/")[2] for name in listed}
        except FileNotFoundError:
            return set()

    def children(self) -> set[str]:
        """Return the names of the files and folders directly inside; empty if the folder does not exist."""
        if self.path is not None:
            return {path.name for path in self.path.iterdir()} if self.path.is_dir() else set()
        return self.names("")

    def put(self, name: str, content: bytes) -> None:
        """Write a file whole or not at all: on a disk synced and renamed, in object storage as one object.

        Raises:
            OSError: It cannot be written.
        """
        if self.path is not None:
            target = self.path / name
            disk.make_folder(target.parent)
            put(target, content)
            return
        system, path = self._store
        with _storage_errors(name):
            system.makedirs(f"{path}/{name}".rpartition("/")[0], exist_ok=True)
            system.pipe_file(f"{path}/{name}", content)

    def json_files(self, below: str) -> Iterator[tuple[str, bytes]]:
        """Yield the path and bytes of each JSON file in a subfolder, in order; hidden files are left out.

        Raises:
            OSError: A file cannot be read.
        """
        for name in sorted(self.names(below)):
            if name.endswith(".json") and not name.startswith("."):
                yield f"{below}/{name}", self.read(f"{below}/{name}") or b""

    def damaged(self, name: str, reason: object) -> ModelError:
        """Return the error for a damaged file."""
        return ModelError("corpus.damaged", file=name, out=self.address, reason=reason)

    @contextmanager
    def undamaged(self, name: str) -> Iterator[None]:
        """Turn the errors that a damaged JSON file causes inside the block into `damaged`."""
        try:
            yield
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise self.damaged(name, error) from error

    def fetched(self, names: list[str]) -> Path:
        """Return a local folder that has these files: this one, or a copy that is removed when the process ends.

        Raises:
            OSError: A file cannot be read.
        """
        if self.path is not None:
            return self.path
        made = Path(tempfile.mkdtemp(prefix="spanwright-"))
        atexit.register(shutil.rmtree, made, ignore_errors=True)
        copy = Folder(str(made))
        for name in names:
            with self.open(name) as file:
                copy.put(name, file.read())
        return made


def json_bytes(value: Mapping[str, Any]) -> bytes:
    """Return a record of a run as JSON; equal records have equal bytes."""
    content = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    return content.encode("utf-8", "surrogatepass")


def _changed(entry: dict[str, Any]) -> str:
    return next((str(entry[key]) for key in _CHANGED if entry.get(key)), "")


class _Stored(io.RawIOBase):
    """A file opened with fsspec, whose errors become those of `_storage_errors`."""

    def __init__(self, file: Any, name: str) -> None:
        self._file = file
        self._name = name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with _storage_errors(self._name):
            found = self._file.read(len(buffer))
        buffer[: len(found)] = found
        return len(found)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        with _storage_errors(self._name):
            return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        return int(self._file.tell())

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


@contextmanager
def _storage_errors(name: str) -> Iterator[None]:
    """Raise any error as an `OSError` with a number; a missing file stays `FileNotFoundError`."""
    try:
        yield
    except AnnotatorError:
        raise
    except FileNotFoundError as error:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name) from error
    except OSError as error:
        if error.errno is not None:
            raise
        kind = PermissionError if isinstance(error, PermissionError) else OSError
        number = errno.EACCES if kind is PermissionError else errno.EIO
        raise kind(number, _first_line(error), name) from error
    except Exception as error:  # each package of fsspec has its own errors
        raise OSError(errno.EIO, _first_line(error), name) from error


def _first_line(error: Exception) -> str:
    words = str(error).strip()
    return words.splitlines()[0] if words else type(error).__name__


def _refuse_password(address: str) -> None:
    query = address.partition("?")[2]
    if _PASSWORD.search(address) or any(_SECRET.search(name) for name, _ in parse_qsl(query)):
        raise ModelError("corpus.password")

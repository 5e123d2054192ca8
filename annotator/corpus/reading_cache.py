"""What was read from files, kept until all are read: an import that was killed meanwhile need not read them again.

A file in the user's cache: a line for each file that held nothing but articles. It is a cache of this version of the
program, which may read otherwise than the one before. Where it cannot be used, files are read as ever.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from annotator import __version__
from annotator.corpus.article import Article

_FIELDS = tuple(field.name for field in fields(Article) if field.name != "path")
LARGEST = 1_000_000  # characters of a file that is kept: its articles are in memory until it is read


class Kept:
    """The articles of files, by what is in each file and what it is called: the name goes into what is found out."""

    def __init__(self, path: Path) -> None:
        """Open what was kept, or begin anew."""
        self._path = path.with_name(f"{path.name}-{__version__}")
        self._places: dict[str, int] = {}
        self._file: BinaryIO | None = None
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
            self._look_through(self._file)

    @property
    def keys(self) -> frozenset[str]:
        """The files that are kept, by their `key`."""
        return frozenset(self._places)

    def articles(self, digest: str, path: Path) -> list[Article] | None:
        """Give the articles of a file, None if it was not kept."""
        place = self._places.get(key(digest, path))
        if place is None or self._file is None:
            return None
        try:
            self._file.seek(place)
            _, _, written = self._file.readline().partition(b" ")
            return [_article(value, path) for value in json.loads(written)]
        except (OSError, ValueError, TypeError, KeyError):  # somebody else wrote into it
            return None

    def keep(self, digest: str, path: Path, articles: Sequence[Article]) -> None:
        """Keep the articles of a file."""
        if self._file is None:
            return
        values = [{name: getattr(article, name) for name in _FIELDS} for article in articles]
        name = key(digest, path)
        try:
            self._places[name] = self._file.seek(0, os.SEEK_END)
            self._file.write(f"{name} {json.dumps(values, default=dict)}\n".encode())
            self._file.flush()
        except OSError:  # the disk is full: no more is kept
            self._file = None

    def __enter__(self) -> "Kept":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Forget all of it, unless something ended the reading before its time."""
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
            if kind is None:
                self._path.unlink(missing_ok=True)

    def _look_through(self, file: BinaryIO) -> None:
        """Find the lines; one that was cut off when its process was killed is overwritten."""
        place = 0
        for line in file:
            if not line.endswith(b"\n"):
                file.truncate(place)
                break
            self._places[line.partition(b" ")[0].decode(errors="replace")] = place
            place += len(line)


def key(digest: str, path: Path) -> str:
    """Return what names a file among those that are kept."""
    return sha256(f"{digest} {path.name}".encode(errors="surrogateescape")).hexdigest()


def _article(value: dict[str, Any], path: Path) -> Article:
    return Article(**{**value, "furniture": tuple((start, end) for start, end in value["furniture"]), "path": path})

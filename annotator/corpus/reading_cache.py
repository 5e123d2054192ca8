"""Cache of the articles read by an import, so that a killed import need not read them again.

One file in the user's cache folder, with a line for each file that held only articles. It belongs to one version of
the program, since another may read differently. If it cannot be used, files are read as usual.
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
LARGEST = 1_000_000  # characters of one file's articles, which stay in memory until the file is read


class CachedReadings:
    """The cached articles of files, by content and file name, since the name is part of the metadata."""

    def __init__(self, path: Path) -> None:
        """Open the cache or create it."""
        self._path = path.with_name(f"{path.name}-{__version__}")
        self._places: dict[str, int] = {}
        self._file: BinaryIO | None = None
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.fdopen(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), "r+b")
            self._index_lines(self._file)

    @property
    def keys(self) -> frozenset[str]:
        """The `key` of each cached file."""
        return frozenset(self._places)

    def articles(self, digest: str, path: Path) -> list[Article] | None:
        """Return the articles of a file, None if it is not cached."""
        place = self._places.get(key(digest, path))
        if place is None or self._file is None:
            return None
        try:
            self._file.seek(place)
            _, _, written = self._file.readline().partition(b" ")
            return [_article(value, path) for value in json.loads(written)]
        except (OSError, ValueError, TypeError, KeyError):  # damaged
            return None

    def keep(self, digest: str, path: Path, articles: Sequence[Article]) -> None:
        """Cache the articles of a file."""
        if self._file is None:
            return
        values = [{name: getattr(article, name) for name in _FIELDS} for article in articles]
        name = key(digest, path)
        try:
            self._places[name] = self._file.seek(0, os.SEEK_END)
            self._file.write(f"{name} {json.dumps(values, default=dict)}\n".encode())
            self._file.flush()
        except OSError:  # the disk is full: stop caching
            self._file = None

    def __enter__(self) -> "CachedReadings":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Delete the cache unless an exception ended the import early."""
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
            if kind is None:
                self._path.unlink(missing_ok=True)

    def _index_lines(self, file: BinaryIO) -> None:
        """Index the lines; an incomplete last line, left by a killed process, is cut off."""
        place = 0
        for line in file:
            if not line.endswith(b"\n"):
                file.truncate(place)
                break
            self._places[line.partition(b" ")[0].decode(errors="replace")] = place
            place += len(line)


def key(digest: str, path: Path) -> str:
    """Return the cache key of a file."""
    return sha256(f"{digest} {path.name}".encode(errors="surrogateescape")).hexdigest()


def _article(value: dict[str, Any], path: Path) -> Article:
    pairs = {name: tuple((first, second) for first, second in value[name]) for name in ("furniture", "labels")}
    return Article(**{**value, **pairs, "unread": tuple(value["unread"]), "path": path})

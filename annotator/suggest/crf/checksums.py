"""Checksums of a model's binary files, because a damaged table may load without an error.

The checksums detect damage by a disk or in copying. They prove where a file comes from only if the folder's `seal` is
kept elsewhere.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import put, sha256_of

#: The list of checksums: a file in the folder of the files, with the hexadecimal SHA-256 of each by name.
FILE = "sha256.json"

_CHANGED = QT_TRANSLATE_NOOP("Errors", "it has been modified since it was created")
_LARGEST = 1 << 20  # bytes: some 10,000 files


def write(folder: Path, names: Iterable[str]) -> None:
    """Write a list with the SHA-256 of these files into their folder.

    Raises:
        ValueError: if the list is longer than `check` would read.
        OSError: if a file cannot be read, or the list cannot be written.
    """
    sums = {name: sha256_of(folder / name) for name in sorted(names)}
    content = (json.dumps(sums, ensure_ascii=False, indent=2) + "\n").encode()
    if len(content) > _LARGEST:
        raise ValueError(f"{FILE} would be too long: {len(sums)} files")
    put(folder / FILE, content)


def seal(folder: Path, expected: str | None = None) -> str:
    """Return the SHA-256 of a folder's list of checksums, which identifies all listed files if it is kept elsewhere.

    Raises:
        ValueError: if the list is missing, or its SHA-256 is not ``expected``.
        OSError: if the list cannot be read.
    """
    found = hashlib.sha256(_content(folder / FILE)).hexdigest()
    if expected is not None and found != expected:
        raise ValueError(_CHANGED)
    return found


def check(folder: Path, names: Iterable[str], expected: str | None = None) -> None:
    """Check files against the list of checksums in their folder, whose expected `seal` is None if unknown.

    Raises:
        ValueError: if a file has changed or is not in the list.
        OSError: if a file cannot be read.
    """
    seal(folder, expected)
    sums = _read(folder / FILE)
    for name in names:
        if name not in sums:
            raise ValueError(f"{FILE} does not name {name}")
        if sums[name] != sha256_of(folder / name):
            raise ValueError(f"{name} is damaged: its checksum is not the one in {FILE}")


def sum_of(folder: Path, name: str) -> str:
    """Return the SHA-256 that a folder's list has for a file, "" if the file is not listed.

    Raises:
        ValueError: if the list is missing or damaged.
        OSError: if the list cannot be read.
    """
    return str(_read(folder / FILE).get(name, ""))


def check_all(folder: Path) -> None:
    """Check all files in a folder's list of checksums; a folder without a list passes.

    Raises:
        ValueError: if a file has changed.
        OSError: if a file cannot be read.
    """
    if (folder / FILE).is_file():
        check(folder, _read(folder / FILE))


def _content(path: Path) -> bytes:
    if not path.is_file():
        raise ValueError(f"{FILE} is missing")
    with path.open("rb") as stream:
        content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise ValueError(f"{FILE} is damaged")
    return content


def _read(path: Path) -> dict[str, Any]:
    try:
        sums = json.loads(_content(path))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"{FILE} is damaged") from error
    if not isinstance(sums, dict):
        raise ValueError(f"{FILE} is damaged")
    outside = next((name for name in sums if ".." in Path(name).parts or Path(name).is_absolute()), None)
    if outside is not None:
        raise ValueError(f"{FILE} names {outside}, which is outside the folder")
    return sums

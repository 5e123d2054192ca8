"""Checksums of binary files, because a damaged table may still load.

They detect damage by a disk or a copy. They prove a file's origin only if the folder's `seal` is kept elsewhere.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import put

#: The list: a file in the same folder with the hexadecimal SHA-256 of each by name.
FILE = "sha256.json"

_CHANGED = QT_TRANSLATE_NOOP("Errors", "it has been modified since it was created")
_LARGEST = 1 << 20  # bytes: some 10,000 files


def write(folder: Path, names: Iterable[str]) -> None:
    """Write a list of the files' SHA-256 into their folder.

    Raises:
        ValueError: if the list is longer than `check` would read.
        OSError: if a file cannot be read, or the list cannot be written.
    """
    sums = {name: _sha256(folder / name) for name in sorted(names)}
    content = (json.dumps(sums, ensure_ascii=False, indent=2) + "\n").encode()
    if len(content) > _LARGEST:
        raise ValueError(f"{FILE} would be too long: {len(sums)} files")
    put(folder / FILE, content)


def seal(folder: Path, expected: str | None = None) -> str:
    """Return the SHA-256 of the list. Kept elsewhere, it identifies all listed files.

    Raises:
        ValueError: if the list is missing, or not the expected one.
        OSError: if it cannot be read.
    """
    found = hashlib.sha256(_content(folder / FILE)).hexdigest()
    if expected is not None and found != expected:
        raise ValueError(_CHANGED)
    return found


def check(folder: Path, names: Iterable[str], expected: str | None = None) -> None:
    """Compare files of a folder with the folder's list.

    Args:
        folder: The folder of the files and the list.
        names: The files.
        expected: The folder's `seal`, if known.

    Raises:
        ValueError: if a file has changed or is not in the list.
        OSError: if a file cannot be read.
    """
    seal(folder, expected)
    sums = _read(folder / FILE)
    for name in names:
        if name not in sums:
            raise ValueError(f"{FILE} does not name {name}")
        if sums[name] != _sha256(folder / name):
            raise ValueError(f"{name} is damaged: its checksum is not the one in {FILE}")


def sum_of(folder: Path, name: str) -> str:
    """Return the SHA-256 that a folder's list has for a file, "" for none.

    Raises:
        ValueError: if the list is missing or damaged.
        OSError: if it cannot be read.
    """
    return str(_read(folder / FILE).get(name, ""))


def check_all(folder: Path) -> None:
    """Compare all files in the list; a folder without a list passes.

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
    return sums


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

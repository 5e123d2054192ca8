"""Reading and writing whole files, with a size limit and readable errors.

All output for the user goes through `put`, `beside` or `replacing`. They sync the new content to the disk before it
replaces the old, follow links, and keep the old content if anything fails.
"""

import errno
import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.system import disk, packed, staging
from annotator.system.errors import QT_TRANSLATE_NOOP, FormatError, TextError

_MEGABYTE = 1 << 20


class Broken(Exception):
    """Raised if a file's content is not in the expected format.

    The message is a phrase to translate (context "Errors"), or a library's own message.
    """


TOO_DEEP = QT_TRANSLATE_NOOP("Errors", "it is nested too deeply")


def json_fault(error: ValueError | RecursionError) -> str:
    """Return why `json` could not read a text, for `Broken`."""
    return TOO_DEEP if isinstance(error, RecursionError) else str(error)


@contextmanager
def reading(path: Path, title: str) -> Iterator[None]:
    """Turn errors raised inside the block into a `FormatError` about the file; ``title`` is the name of its format.

    Raises:
        FormatError: ``text.missing`` for an `OSError`, ``format.broken`` for `Broken`.
    """
    try:
        yield
    except OSError as error:
        raise FormatError("text.missing", file=path, reason=error.strerror or error) from error
    except Broken as broken:
        raise FormatError("format.broken", file=path.name, format=title, reason=broken) from None


def read_whole(path: Path, limit: int) -> bytes:
    """Return the bytes of a file of at most ``limit`` MB, unpacking it if it is packed.

    Raises:
        FormatError: ``format.large`` if the file has more bytes.
        OSError: The file cannot be read.
    """
    with packed.opened(path) as file:
        size = packed.size_of(file)
        if size > limit * _MEGABYTE:
            raise FormatError("format.large", file=path.name, limit=limit)
        # The size of special and packed files is not known in advance.
        content = packed.read_some(file, size + 1 if size else limit * _MEGABYTE + 1)
    if len(content) > limit * _MEGABYTE:
        raise FormatError("format.large", file=path.name, limit=limit)
    return content


def sha256_of(path: Path) -> str:
    """Return the hexadecimal SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _privately(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def put(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file completely or not at all, and sync it; no other file changes.

    ``private`` makes the file readable only for the user, from its first byte on.

    Raises:
        OSError: The file cannot be written; the old content stays.
    """
    real = disk.destination(path)
    made = _free_name(real)
    try:
        with open(made, "xb", opener=_privately if private else None) as file:
            if not private:
                disk.keep_mode(real, made)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _take(made, real)
    except BaseException:
        with suppress(OSError):
            made.unlink(missing_ok=True)
        raise


@contextmanager
def beside(target: Path, *, folder: bool) -> Iterator[Path]:
    """Yield a path to write to; on success, sync what was written there and move it to the target.

    A file is replaced in one step. An existing folder keeps its other files, and each of its files is replaced in one
    step. Whatever is written next to the yielded path is moved next to the target. Leftovers of killed processes beside
    the target are removed.

    Args:
        target: The final path; a link is followed.
        folder: Whether a folder is written; the yielded folder then already exists.

    Raises:
        OSError: The target cannot be written to.
    """
    real = disk.destination(target, folder=folder)
    with staging.room(real) as room:
        written = room / target.name
        if folder:
            written.mkdir()
        yield written
        disk.sync(room)
        every = sorted(room.iterdir())
        places = [real if made == written else target.parent / made.name for made in every]
        plan = [step for made, place in zip(every, places, strict=True) for step in _plan(made, place)]
        _take_places(plan, room.parent / "before")


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield a path where the caller makes a folder, which then replaces the whole target folder.

    Raises:
        OSError: The target cannot be written to; the old content stays.
    """
    real = disk.destination(target, folder=True)
    with staging.room(real) as room:
        made = room / real.name
        yield made
        staging.take_place(made, real)


def _free_name(path: Path) -> Path:
    """Return an unused hidden path beside a file; `staging.clear` removes such files if they are left behind."""
    return path.with_name(f".{path.name[:40]}.spanwright-{secrets.token_hex(4)}")


def _take(made: Path, place: Path) -> None:
    """Move a file to its final path; put the old file back if the move or the sync fails."""
    old = _second_name(place, _free_name(place))
    try:
        made.replace(place)
        disk.sync_names(place.parent)
    except BaseException:
        _restore(place, old)
        raise
    finally:
        if old is not None:
            with suppress(OSError):
                old.unlink(missing_ok=True)


def _plan(made: Path, target: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the moves to make, as (written path, final path); a folder that exists is merged file by file.

    Raises:
        OSError: A final path cannot be written to.
    """
    place = disk.destination(target, folder=made.is_dir())
    if made.is_dir() and place.is_dir():
        for each in sorted(made.iterdir()):
            yield from _plan(each, place / each.name)
    else:
        yield made, place


def _take_places(plan: Iterable[tuple[Path, Path]], before: Path) -> None:
    """Make all moves; if one fails, undo the others.

    Args:
        plan: The moves, as (written path, final path).
        before: A folder, not made yet, for hard links to the files that are replaced.
    """
    before.mkdir()
    done: list[tuple[Path, Path | None]] = []
    try:
        for made, place in plan:
            old = _second_name(place, before / str(len(done)))
            _move(made, place)
            done.append((place, old))
        for folder in {place.parent for place, _ in done}:
            disk.sync_names(folder)
    except BaseException:
        for place, old in reversed(done):
            _restore(place, old)
        raise


def _second_name(place: Path, name: Path) -> Path | None:
    """Hard-link a file that will be replaced to a second name; return that name, or None if there is no file."""
    if not place.exists():
        return None
    with suppress(OSError):  # without hard links, a replaced file cannot be restored
        os.link(place, name)
    return name


def _restore(place: Path, old: Path | None) -> None:
    with suppress(OSError):
        if old is not None:
            old.replace(place)
        elif place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink()


def _move(made: Path, place: Path) -> None:
    if place.is_file():
        disk.keep_mode(place, made)
    try:
        made.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copied = _free_name(place)  # a link inside the target leads to another disk
        try:
            disk.copy(made, copied)
            copied.replace(place)
        finally:
            with suppress(OSError):
                shutil.rmtree(copied) if copied.is_dir() else copied.unlink(missing_ok=True)


def read_text(path: Path, limit: int) -> str:
    """Return the text of a UTF-8 file of at most ``limit`` MB; line breaks and a BOM are kept.

    Raises:
        FormatError: ``format.large`` if the file has more bytes.
        TextError: ``text.encoding`` if it is not UTF-8.
        OSError: The file cannot be read.
    """
    return decoded(read_whole(path, limit), path.name)


def decoded(content: bytes, name: str) -> str:
    """Decode the bytes of a file as UTF-8; ``name`` is the file's name for the error.

    Raises:
        TextError: ``text.encoding`` if the bytes are not UTF-8.
    """
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise TextError("text.encoding", file=name, encoding="UTF-8", offset=error.start) from None

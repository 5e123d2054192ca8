"""Archives that have the same bytes whoever packs them: no owner, one time for all files, names in order."""

import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

_RECORD = 10_240  # bytes; the size of a tar file is a multiple of this
_FIRST_YEAR = 1980  # the first that zip can store


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, a link or a folder of an archive.

    Attributes:
        path: The path in the archive.
        content: The bytes of a file, or the path of the file that has them; None for a link or a folder.
        target: The path that a link leads to.
        runs: Whether the file is a program.
    """

    path: str
    content: bytes | Path | None = None
    target: str = ""
    runs: bool = False

    def read(self) -> bytes:
        """Return the content."""
        return self.content.read_bytes() if isinstance(self.content, Path) else self.content or b""


def tree(folder: Path, place: str) -> Iterator[Entry]:
    """Yield the files and links in a folder as entries below a place in the archive."""
    for path in sorted(folder.rglob("*")):
        name = f"{place}/{path.relative_to(folder).as_posix()}"
        if path.is_symlink():
            yield Entry(name, target=path.readlink().as_posix())
        elif path.is_file():
            yield Entry(name, path, runs=bool(path.stat().st_mode & 0o100) and ".so" not in path.suffixes)


def with_folders(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries in order, each folder before its content."""
    listed = {entry.path: entry for entry in entries}
    for path in list(listed):
        for parent in Path(path).parents[:-1]:
            listed.setdefault(parent.as_posix(), Entry(parent.as_posix()))
    return [listed[path] for path in sorted(listed)]


def tar(entries: Iterable[Entry], when: int, *, root: str = "") -> Iterator[bytes]:
    """Yield the bytes of a tar file; the content of each file is one portion.

    All entries get the time ``when``, in seconds since 1970. ``root`` is put before each path.
    """
    length = 0
    for entry in entries:
        info = tarfile.TarInfo(root + entry.path)
        info.mtime, info.uname, info.gname = when, "root", "root"
        content = b""
        if entry.target:
            info.type, info.linkname, info.mode = tarfile.SYMTYPE, entry.target, 0o777
        elif entry.content is None:
            info.type, info.mode = tarfile.DIRTYPE, 0o755
        else:
            content = entry.read()
            info.size, info.mode = len(content), 0o755 if entry.runs else 0o644
        for portion in (info.tobuf(tarfile.GNU_FORMAT), content, bytes(-len(content) % 512)):
            length += len(portion)
            yield portion
    yield bytes(1024 + -(length + 1024) % _RECORD)


def write_zip(path: Path, entries: Iterable[Entry], when: int) -> None:
    """Write a zip file, which Windows opens by itself."""
    time = datetime.fromtimestamp(when, UTC)
    stamp = (max(time.year, _FIRST_YEAR), *time.timetuple()[1:6])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for entry in entries:
            info = zipfile.ZipInfo(entry.path, stamp)
            info.external_attr = (0o100755 if entry.runs else 0o100644) << 16
            file.writestr(info, entry.read(), zipfile.ZIP_DEFLATED)

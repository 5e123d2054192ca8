"""Safe reading of untrusted zip archives: nothing is unpacked to disk, and no member is read beyond a limit."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import Broken

_MOST = 200_000  # members
_TOTAL = 1024  # the most MB of all members that are read, together


class Archive:
    """A zip archive, its members by name. Unsafe paths are harmless: nothing is unpacked."""

    def __init__(self, file: ZipFile, left: list[int] | None = None) -> None:
        if len(file.filelist) > _MOST:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it has too many files inside"))
        self._file = file
        self._left = left or [_TOTAL << 20]  # bytes still allowed; shared with the archives inside
        self.members = {info.filename.replace("\\", "/"): info for info in file.filelist}
        self._spelled = {name.lower(): name for name in reversed(self.members)}

    def find(self, name: str) -> str | None:
        """Return the name of the member with this name, or else of the first that differs only in case."""
        return name if name in self.members else self._spelled.get(name.lower())

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of a member of at most ``limit`` MB.

        Raises:
            Broken: The member is missing, too large or damaged.
        """
        member_name = self.find(name)
        if member_name is None:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "a file inside is missing"))
        try:
            with self._file.open(self.members[member_name]) as member:
                content = member.read((limit << 20) + 1)
        except (BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error, LZMAError) as error:
            raise Broken(str(error)) from None
        except OSError as error:
            if error.errno is not None:  # of the disk; damage in bzip2 has no number
                raise
            raise Broken(str(error)) from None
        self._left[0] -= len(content)
        if len(content) > limit << 20 or self._left[0] < 0:
            raise Broken(QT_TRANSLATE_NOOP("Errors", "it is too large when unpacked"))
        return content

    def inside(self, name: str, limit: int) -> "Archive":
        """Open a member that is itself an archive; its members count towards the same total size.

        Raises:
            Broken: The member is not an archive, or it is missing, too large or damaged.
        """
        return Archive(_zip_file(BytesIO(self.read(name, limit))), self._left)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a zip archive, and close it afterwards.

    Raises:
        Broken: The file is not a zip archive, or it is damaged.
        OSError: The file cannot be read.
    """
    with _zip_file(path) as file:
        yield Archive(file)


def _zip_file(source: Path | BytesIO) -> ZipFile:
    try:
        return ZipFile(source)
    except (BadZipFile, NotImplementedError, ValueError, zlib.error):
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it is not an archive, or it is damaged")) from None

"""Reads files of unknown size up to a limit."""

from pathlib import Path

from annotator.system import packed
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError
from annotator.system.whole_files import sha256_of

TEXT_LIMIT = 20  # MB of one article's text
FILE_LIMIT = 256  # MB of a file with pictures or many articles
MB = 1_000_000


def read_content(path: Path, limit: int = TEXT_LIMIT) -> bytes:
    """Return all bytes of a file, decompressed, at most ``limit`` MB.

    Raises:
        TextError: ``text.missing``, ``text.too_large``.
    """
    try:
        refuse_special(path)
        with packed.opened(path) as file:
            size = packed.size_of(file)
            if size > limit * MB:
                raise too_large(path.name, size, limit)
            content = packed.read_some(file, size + 1 if size else limit * MB + 1)
            if len(content) > limit * MB:
                raise too_large(path.name, len(content), limit)
            return content
    except OSError as error:
        raise TextError("text.missing", file=path.name, reason=error.strerror) from error


def read_head(path: Path, size: int) -> bytes:
    """Return the first ``size`` bytes of a file, or fewer if it is shorter.

    Raises:
        TextError: ``text.missing``.
    """
    try:
        refuse_special(path)
        with packed.opened(path) as file:
            return file.read(size)
    except OSError as error:
        raise TextError("text.missing", file=path.name, reason=error.strerror) from error


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file's bytes, or None if the file cannot be read; its reader will report why."""
    try:
        refuse_special(path)
        return sha256_of(path)
    except (OSError, TextError):
        return None


def refuse_special(path: Path) -> None:
    """Refuse a path that exists but is not a file, such as a pipe: opening it could wait forever.

    Raises:
        TextError: ``text.missing``.
    """
    if path.exists() and not path.is_file():
        raise TextError("text.missing", file=path.name, reason=QT_TRANSLATE_NOOP("Errors", "it is not a file"))


def too_large(name: str, size: int, limit: int = TEXT_LIMIT) -> TextError:
    """Return the error for a file of ``size`` bytes."""
    return TextError("text.too_large", file=name, size=f"{size / MB:.1f}", limit=limit)

"""Openers of formats that write plain text: one file for all articles, or one for each."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from annotator.formats.base import Open, Put
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.target import file_name

Written: TypeAlias = Callable[[Fitted, Options], Iterable[str]]  # an article in pieces, line breaks included


def file_writer(written: Written) -> Open:
    """Return the opener of a format that writes all articles into one file."""

    @contextmanager
    def opened(path: Path, options: Options) -> Iterator[Put]:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            yield lambda fitted: file.writelines(written(fitted, options))

    return opened


def folder_writer(suffix: str, written: Written) -> Open:
    """Return the opener of a format that writes a file for each article."""

    @contextmanager
    def opened(path: Path, options: Options) -> Iterator[Put]:
        taken: set[str] = set()

        def put(fitted: Fitted) -> None:
            file = path / f"{file_name(fitted.annotated.document, taken)}{suffix}"
            file.write_text("".join(written(fitted, options)), "utf-8", newline="\n")

        yield put

    return opened

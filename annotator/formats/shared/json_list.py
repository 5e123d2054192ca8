"""Writing JSON objects, one a line, alone or in a list."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from annotator.formats.base import Open, Put
from annotator.formats.fit import Fitted, Options


@contextmanager
def json_list(path: Path, head: str = "[", tail: str = "]") -> Iterator[Callable[[Mapping[str, Any]], None]]:
    """Open a file for a list, yield the function that adds an object, and close the list on exit.

    ``head`` stands before the first object and ``tail`` after the last, including the brackets.
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(head)
        between = "\n"

        def put(value: Mapping[str, Any]) -> None:
            nonlocal between
            file.write(between + json.dumps(value, ensure_ascii=False))
            between = ",\n"

        yield put
        file.write(f"\n{tail}\n" if between == ",\n" else f"{tail}\n")


def list_writer(
    records: Callable[[Fitted, Options], Iterable[Mapping[str, Any]]], head: str = "[", tail: str = "]"
) -> Open:
    """Return the opener of a format whose file is a list with the records of all documents; see `json_list`."""

    @contextmanager
    def opened(path: Path, options: Options) -> Iterator[Put]:
        with json_list(path, head, tail) as add:

            def put(fitted: Fitted) -> None:
                for record in records(fitted, options):
                    add(record)

            yield put

    return opened


def json_line(value: Mapping[str, Any]) -> str:
    """Return an object as a line of JSON with its line break."""
    return json.dumps(value, ensure_ascii=False) + "\n"

"""Writing a list of JSON objects, one a line."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any


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

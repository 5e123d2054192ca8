"""JSON objects that have a name twice. Python's parser keeps the last value and says nothing."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from annotator.system.errors import QT_TRANSLATE_NOOP

REPEATS = QT_TRANSLATE_NOOP("Errors", "a field is there twice in the same object")


class Repeating(dict[str, Any]):
    """An object that has a name twice; it holds the last value."""

    repeated = ""


def object_from_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object with these pairs, as `Repeating` if a name is there twice; for ``object_pairs_hook``."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeating = Repeating(found)
    repeating.repeated, _ = Counter(name for name, _ in pairs).most_common(1)[0]
    return repeating


def has_repeats(value: Any) -> bool:
    """Return whether an object has a name twice, anywhere in a value parsed with `object_from_pairs`."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Repeating):
            return True
        if isinstance(found, Mapping):
            waiting += found.values()
        elif isinstance(found, list):
            waiting += found
    return False

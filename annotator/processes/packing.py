"""Fast pickling of what our processes send each other; never used for files.

Python pickles our dataclasses field by field, in Python; here C does most of it. An article with eight labels takes a
third of the time.
"""

import copyreg
import dataclasses
import io
import pickle  # noqa: TID251  # between our own processes, as `multiprocessing` does
from collections.abc import Callable
from operator import attrgetter
from typing import Any

_PROTOCOL = 5
_setters: dict[type, tuple[Callable[[Any, Any], None], ...]] = {}


def packed(value: Any) -> bytes:
    """Return the pickle of a value; any process of ours can load it with the `pickle` module."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, _PROTOCOL)
    pickler.dispatch_table = _TABLE
    pickler.dump(value)
    return buffer.getvalue()


def made(kind: type, *values: Any) -> Any:
    """Build a dataclass from its fields without running its checks, which passed in the sending process."""
    found: Any = object.__new__(kind)
    setters = _setters.get(kind)
    if setters is None:
        setters = _setters[kind] = tuple(getattr(kind, field.name).__set__ for field in dataclasses.fields(kind))
    for set_field, value in zip(setters, values, strict=True):
        set_field(found, value)
    return found


class _Table(dict[type, Callable[[Any], Any]]):
    """Dispatch table of pickle: dataclasses with slots go through `made`, all other classes the usual way."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if not (dataclasses.is_dataclass(kind) and "__slots__" in kind.__dict__):
            raise KeyError(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        if len(names) < 2:  # attrgetter returns no tuple for one name
            raise KeyError(kind)
        values = attrgetter(*names)
        self[kind] = reduce = lambda value: (made, (kind, *values(value)))
        return reduce


_TABLE = _Table(copyreg.dispatch_table)

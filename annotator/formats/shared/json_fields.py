"""Typed access to untrusted JSON objects."""

import json
import math
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.json_objects import REPEATS, Repeating, object_from_pairs
from annotator.system.whole_files import Broken, json_fault

ReportProblem: TypeAlias = Callable[..., None]  # report(place, code, **details)

_REPEATED = "line.repeated"
_DEPTH = 32  # deeper than any real record, far below Python's recursion limit
TEXT = QT_TRANSLATE_NOOP("Formats", "text")
_TRUTH = QT_TRANSLATE_NOOP("Formats", "true or false")
_NUMBER = QT_TRANSLATE_NOOP("Formats", "a number")
_OBJECT = QT_TRANSLATE_NOOP("Formats", "an object in curly brackets")
LIST = QT_TRANSLATE_NOOP("Formats", "a list in square brackets")


REPORTED = object()
"""Stands in a list for an entry that was reported already, so that the entries after it keep their numbers."""


class UnusableRow(Exception):
    """Raised for an unusable row.

    ``code`` is a key of `annotator.formats.problem.PROBLEMS`; ``details`` fill its sentence.
    """

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class Fields:
    """A JSON object. A wrong type is reported and read as the default; `required_text` raises.

    An unknown name is reported once per record.
    """

    def __init__(
        self, value: Mapping[str, Any], place: str, report: ReportProblem, unknown: set[str] | None = None
    ) -> None:
        self.value = value
        self.place = place
        self._report = report
        self.unknown = set() if unknown is None else unknown  # names reported in the record

    def report(self, code: str, **details: str) -> None:
        """Report a problem and keep the row."""
        self._report(self.place, code, **details)

    def at(self, place: str) -> "Fields":
        """Return the same object, but report its problems at another place."""
        return Fields(self.value, place, self._report, self.unknown)

    def inner(self, name: str) -> "Fields":
        """Return the object in a field; its problems are reported with the field's name."""
        return Fields(self.mapping(name), f"{self.place} {name}".strip(), self._report, self.unknown)

    def required_text(self, name: str) -> str:
        """Return a required, non-empty string.

        Raises:
            UnusableRow: ``row.missing`` or ``row.kind``.
        """
        found = self.value.get(name)
        if found is None or found == "":
            raise UnusableRow("row.missing", field=name)
        if not isinstance(found, str):
            raise UnusableRow("row.kind", field=name, expected=TEXT)
        return found

    def text(self, name: str, default: str) -> str:
        """Return the string in a field, or the default."""
        found = self._of(name, str, TEXT)
        return default if found is None else found

    def optional_text(self, name: str) -> str | None:
        """Return the string in a field, or None."""
        found: str | None = self._of(name, str, TEXT)
        return found

    def flag(self, name: str) -> bool:
        """Return the truth value in a field, False by default."""
        return bool(self._of(name, bool, _TRUTH))

    def number(self, name: str) -> float | None:
        """Return the number in a field, or None."""
        found = self.value.get(name)
        if found is None:
            return None
        if isinstance(found, bool) or not isinstance(found, int | float):
            self.report("row.kind", field=name, expected=_NUMBER)
            return None
        return float(found)

    def mapping(self, name: str) -> dict[str, Any]:
        """Return a copy of the object in a field, empty by default."""
        return dict(self._of(name, dict, _OBJECT) or {})

    def objects(self, name: str) -> "Iterator[Fields]":
        """Yield the objects of the list in a field, and report its other entries."""
        for number, entry in enumerate(self.entries(name), 1):
            place = f"{self.place} {name} {number}".strip()
            if isinstance(entry, dict):
                yield Fields(entry, place, self._report, self.unknown)
            elif entry is not REPORTED:
                self._report(place, "row.kind", field=place, expected=_OBJECT)

    def entries(self, name: str) -> list[Any]:
        """Return the list in a field, empty by default."""
        return self._of(name, list, LIST) or []

    def report_unknown(self, known: frozenset[str]) -> None:
        """Report the fields that are not in ``known``."""
        for name in sorted(self.value.keys() - known):
            self._report_extra(name, field=name)

    def report_unread(self, values: Mapping[str, Any]) -> None:
        """Report values under unknown names; what is empty has nothing to report."""
        for name, value in values.items():
            if value and name not in self.unknown:  # most labels of a file have the same names
                self._report_extra(name, field=json.dumps({name: value}, ensure_ascii=False), name=name)

    def report_rest(self, entries: list[Any]) -> None:
        """Report the values at the end of a list that is longer than the format allows."""
        for entry in entries:
            words = json.dumps(entry, ensure_ascii=False)
            self._report_extra(words, field=words)

    def _report_extra(self, key: str, **details: str) -> None:
        if key not in self.unknown:
            self.unknown.add(key)
            self.report("row.extra", **details)

    def _of(self, name: str, kind: type, expected: str) -> Any:
        found = self.value.get(name)
        if found is None or isinstance(found, kind):
            return found
        self.report("row.kind", field=name, expected=expected)
        return None


def listed(value: Any) -> list[Any]:
    """Return a list as it is, None as an empty list, and any other value in a list of its own."""
    return value if isinstance(value, list) else [] if value is None else [value]


def object_of(value: Any) -> dict[str, Any]:
    """Return a copy of an object; any other value becomes an empty one."""
    return dict(value) if isinstance(value, Mapping) else {}


def objects_in(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects in a list; a value that is not a list has none."""
    yield from (entry for entry in value if isinstance(entry, Mapping)) if isinstance(value, list) else ()


def parsed(text: str) -> Any:
    """Return the value of a JSON file, given its text.

    Raises:
        Broken: The text is not JSON, or has values that records cannot hold.
    """
    try:
        value = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=object_from_pairs)
    except (ValueError, RecursionError) as error:
        raise Broken(json_fault(error)) from None
    refuse_flaw(value)
    return value


def refuse_flaw(value: Any) -> None:
    """Refuse a value that records cannot hold.

    Raises:
        Broken: The value has a flaw; see `flaw`.
    """
    found = flaw(value)
    if found is not None and found[0] == _REPEATED:
        raise Broken(REPEATS)
    if found is not None:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it is nested too deeply, or has characters that no text may have"))


def flaw(value: Any) -> tuple[str, dict[str, str]] | None:
    """Return code and details of what records cannot hold (deep nesting, NUL, a name twice and so on), else None."""
    level, depth = [value], 0
    while level:
        below: list[Any] = []
        for found in level:
            if isinstance(found, str):  # the most common type
                if _is_broken(found):
                    return "line.character", {}
            elif depth > _DEPTH:
                return "line.deep", {}
            elif isinstance(found, dict):
                if isinstance(found, Repeating):
                    return _REPEATED, {"field": found.repeated}
                below += found
                below += found.values()
            elif isinstance(found, list):
                below += found
            elif isinstance(found, float) and not math.isfinite(found):
                return "line.number", {"reason": QT_TRANSLATE_NOOP("Formats", "too large")}
        level, depth = below, depth + 1
    return None


def _is_broken(text: str) -> bool:
    if "\0" in text:
        return True
    if text.isascii():
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False

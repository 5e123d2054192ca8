"""Offsets in an imported text: checked, and mapped to the normalised text."""

from decimal import Decimal
from typing import Any

from annotator.formats.shared.json_fields import Fields, ReportProblem, UnusableRow
from annotator.model.values import Part, check_parts, quote
from annotator.system.errors import QT_TRANSLATE_NOOP, AnnotatorError
from annotator.text.normalization import NormalMap
from annotator.text.offsets import OffsetMap

_DIGITS = 20


class FileOffsets:
    """Converts a text's ranges to code points of the normalised text, end exclusive.

    ``raw`` is the text that the file's offsets refer to, ``text`` its normalised form. With ``utf16`` the file's
    offsets count UTF-16 units.
    """

    def __init__(self, raw: str, text: str, normal: NormalMap, *, utf16: bool = False) -> None:
        self._raw = raw
        self._text = text
        self._normal = normal
        self._units = OffsetMap(raw) if utf16 else None
        self._quotes: list[tuple[tuple[Part, ...], str]] = []  # the file's offsets with their quotes
        self._misquoted = False

    def pair(self, given: Any) -> Part:
        """Return the range in the normalised text for ``[start, end]`` in the file.

        Raises:
            UnusableRow: ``row.kind``, ``row.missing`` or ``row.outside``.
        """
        if not isinstance(given, list) or len(given) != 2:
            raise UnusableRow(
                "row.kind",
                field=QT_TRANSLATE_NOOP("Fields", "a part"),
                expected=QT_TRANSLATE_NOOP("Formats", "a list of [start, end]"),
            )
        start, end = given
        if start is None or end is None:
            raise UnusableRow("row.missing", field="start" if start is None else "end")
        if type(start) is not int or type(end) is not int:  # isinstance would accept True
            raise UnusableRow(
                "row.kind",
                field=QT_TRANSLATE_NOOP("Fields", "start or end"),
                expected=QT_TRANSLATE_NOOP("Formats", "a whole number"),
            )
        if self._units is not None:
            start, end = self._units.to_code_point(start), self._units.to_code_point(end)
        if 0 <= start < end <= len(self._raw):
            normal = self._normal.to_normal(start), self._normal.to_normal(end)
            if normal[0] < normal[1]:
                return normal
        raise UnusableRow("row.outside", start=shown(start), end=shown(end), length=str(len(self._raw)))

    def parts(self, row: Fields) -> tuple[Part, ...]:
        """Return the ranges of a row's ``parts``, or of its ``start`` and ``end``; report a differing ``quote``.

        Raises:
            UnusableRow: ``row.kind``, ``row.missing``, ``row.outside`` or ``row.parts``.
        """
        pairs = row.entries("parts")
        if not pairs:
            only: Any = (row.value.get("start"), row.value.get("end"))
            part = self.pair([*only])
            self._compare_quote(row, (part,), (only,))
            return (part,)
        parts = tuple(self.pair(pair) for pair in pairs)
        came = tuple((int(start), int(end)) for start, end in pairs)
        hull = came[0][0], came[-1][1]
        try:
            check_parts(parts)
        except AnnotatorError:
            raise UnusableRow("row.parts") from None
        if (row.value.get("start", hull[0]), row.value.get("end", hull[1])) != hull:
            raise UnusableRow("row.parts")
        self._compare_quote(row, parts, came)
        return parts

    def explain(self, report: ReportProblem) -> None:
        """Report if UTF-16 offsets would make all wrong quotes right; no offset is changed."""
        if self._misquoted and self._units is None and self._fits_utf16():
            report("", "record.utf16")

    def _compare_quote(self, row: Fields, parts: tuple[Part, ...], came: tuple[Part, ...]) -> None:
        given = row.optional_text("quote")
        if given is None:
            return
        self._quotes.append((came, given))
        found = quote(self._text, parts)
        if given.replace("\r\n", "\n").replace("\r", "\n") != found:
            self._misquoted = True
            row.report("row.quote", quote=given, start=str(parts[0][0]), end=str(parts[-1][1]), found=found)

    def _fits_utf16(self) -> bool:
        units = OffsetMap(self._raw)
        return all(
            quote(self._raw, tuple((units.to_code_point(start), units.to_code_point(end)) for start, end in came))
            == given
            for came, given in self._quotes
        )


def shown(number: int) -> str:
    """Return a number as text, cut after 20 characters; `str` refuses the longest numbers of hostile files."""
    digits = f"{Decimal(number):f}"
    return digits if len(digits) <= _DIGITS else f"{digits[:_DIGITS]}…"

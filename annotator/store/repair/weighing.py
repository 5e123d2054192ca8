"""Decide between a salvaged row and its last state in the log of edits, value by value.

A flipped bit makes a value that the project does not know, such as the label CLAAM. Where row and log differ, the value
that the project knows is kept. Every decision is reported with the value that was left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from annotator.store.repair.evidence import EditStates, key_of, value_in
from annotator.store.repair.known import Known, ReportedValue
from annotator.store.repair.mending import from_log, near, parts_of
from annotator.store.repair.shapes import Row

_TOGETHER: Mapping[str, Sequence[str]] = MappingProxyType({"layer": ("layer", "label"), "label": ()})
_DERIVED = frozenset({"start", "end", "quote"})  # of the parts of a span


class Weighing:
    """Decides between rows and the log, by what the project knows."""

    def __init__(self, known: Known, states: EditStates) -> None:
        self.known = known
        self._states = states

    def weigh(
        self, table: str, row: Row, text: str = "", *, of: str = "", digest: str = ""
    ) -> tuple[Row, list[ReportedValue]]:
        """Return the row with damaged values replaced by those of the log, and the decisions to report.

        Args:
            table: The row's table.
            row: The row, whose JSON and place are sound.
            text: The text of its article.
            of: The kind of the row in the log, if that is not the name of its table.
            digest: The hash of the text, for the row of an article.
        """
        logged = self._logged(of or table, row, text)
        if logged is None:
            return row, []
        row, told = dict(row), []
        for columns in _groups(table, logged):
            if all(value_in(column, row.get(column)) == value_in(column, logged[column]) for column in columns):
                continue
            ours, theirs = (
                self.known.count_unknown(of or table, columns[0], each, digest=digest) for each in (row, logged)
            )
            if theirs < ours:
                why = "value_of_log" if self._states.complete else "value_of_log_in_part"
                told.append(ReportedValue(why=why, was=_shown(columns, row, logged)))
                row |= {column: logged[column] for column in columns}
                if columns[0] == "parts":
                    row |= {column: logged[column] for column in _DERIVED}
            elif ours < theirs:
                told.append(ReportedValue(why="log_damaged", was=_shown(columns, logged, row)))
            elif self._states.complete:
                told.append(ReportedValue(why="other_in_log", was=_shown(columns, logged, row)))
        return row, told

    def weigh_split(self, row: Row) -> tuple[Row, list[ReportedValue]]:
        """Weigh the split of an article; a split that nobody knows is dropped."""
        row, told = self.weigh("document", row, of="document_split")
        if self.known.count_unknown("document_split", "split", row):
            told.append(ReportedValue(why="unknown_value", was=str(row["split"])))
            row["split"] = None
        return row, told

    def _logged(self, table: str, row: Row, text: str) -> Row | None:
        key = (row["id"],) if table == "document_split" else key_of(table, row)
        known, after = self._states.last(table, key)
        if not known or after is None:
            return None
        return from_log(after, text)

    def was_removed(self, table: str, row: Row) -> bool:
        """Return whether the last edit of a row removed it, according to a complete log."""
        return self._states.complete and self._states.last(table, key_of(table, row)) == (True, None)

    def fit(self, table: str, row: Row) -> list[ReportedValue]:
        """Make a row fit the project where the log does not help, and return the decisions to report.

        Unknown labels are added to the schema. An unknown annotator, or end of a link, is replaced by the only one
        that differs in a single bit.
        """
        told = self.known.admit(table, row)
        if "annotator" in row and row["annotator"] not in self.known.annotators:
            meant = near(row["annotator"], self.known.annotators)
            told += _replaced(row, "annotator", meant)
        for column in ("head", "tail") if table == "relation" else ():
            if row[column] not in self.known.spans:
                told += _replaced(row, column, near(row[column], self.known.spans))
        return told


def _replaced(row: Row, column: str, meant: str | None) -> list[ReportedValue]:
    if meant is None:
        return []
    was, row[column] = str(row[column]), meant
    return [ReportedValue(why="single_bit", was=was)]


def _groups(table: str, logged: Row) -> Iterator[Sequence[str]]:
    """Yield the columns that are compared together."""
    for column in logged:
        if column in _DERIVED and table in {"span", "suggestion"}:
            continue
        columns = _TOGETHER.get(column, (column,)) if "layer" in logged and "label" in logged else (column,)
        if columns:
            yield columns


def _shown(columns: Sequence[str], row: Row, other: Row) -> str:
    """Return the values of columns in which a row differs from another, as a person reads them."""
    if columns == ("parts",):
        parts = parts_of(row) or ()
        return ", ".join(f"{start}–{end}" for start, end in parts)
    return ".".join(str(row.get(column) or "–") for column in columns if row.get(column) != other.get(column))

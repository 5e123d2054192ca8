"""The losses and changes of a repair, noted while it runs."""

from collections.abc import Mapping

from annotator.store.repair.repaired import Finding
from annotator.store.repair.shapes import SHAPES, Row

_SHOWN = 120  # characters of a finding's words
_TELLING = ("quote", "name", "state", "kind", "value")  # columns; the first that has a value describes a row


class Findings(list[Finding]):
    """Findings in the order they were made; ``titles`` are those of articles by id, and may still grow."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles

    def add_row(self, table: str, row: Row, why: str) -> None:
        """Add a row with what is known of it; ``why`` is a key of `mending.WHY`."""
        words = next((row[name] for name in _TELLING if row.get(name)), "")
        key = "/".join(str(row.get(column)) for column in SHAPES[table].key)
        self.add(table, key, why, document=row.get("document"), label=row.get("label"), words=words)

    def add(
        self, table: str, row: str, why: str, *, document: object = None, label: object = "", words: object = ""
    ) -> None:
        """Add a row by its key; details that are no text are left out."""
        id_ = document if isinstance(document, str) else None
        self.append(
            Finding(
                table=table,
                row=row,
                why=why,
                document=id_,
                title=self._titles.get(id_ or "", ""),
                label=label if isinstance(label, str) else "",
                words=words[:_SHOWN] if isinstance(words, str) else "",
            )
        )

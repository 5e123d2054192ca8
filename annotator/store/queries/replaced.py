"""Documents that a newer version replaces."""

from annotator.store.queries.base import Queries


class Replaced(Queries):
    """Queries of the view ``replaced``."""

    def count(self) -> int:
        """Count the replaced documents."""
        return len(self._column("SELECT document FROM replaced"))

    def newer(self, document: str) -> str | None:
        """Return the id of the newer version that replaces a document, if any."""
        return next(iter(self._column("SELECT replaced_by FROM replaced WHERE document = ?", [document])), None)

    def older(self, document: str) -> list[str]:
        """Return the ids of the documents that a document replaces, in the order they were added."""
        statement = "SELECT document FROM replaced JOIN document ON id = document WHERE replaced.replaced_by = ?"
        return self._column(f"{statement} ORDER BY document.rowid", [document])

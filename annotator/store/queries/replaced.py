"""Which documents have a newer version that stands for them."""

from annotator.store.queries.base import Queries


class Replaced(Queries):
    """Reads the view ``replaced`` of one open project file."""

    def count(self) -> int:
        """Give how many documents were replaced."""
        return len(self._column("SELECT document FROM replaced"))

    def newer(self, document: str) -> str | None:
        """Give the newer version that stands for a document, if one does."""
        return next(iter(self._column("SELECT replaced_by FROM replaced WHERE document = ?", [document])), None)

    def older(self, document: str) -> list[str]:
        """Give the documents that a document stands for itself, in the order they were added."""
        statement = "SELECT document FROM replaced JOIN document ON id = document WHERE replaced.replaced_by = ?"
        return self._column(f"{statement} ORDER BY document.rowid", [document])

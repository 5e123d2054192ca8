"""The files that were read, so that they need not be read again."""

from annotator.store.queries.base import Queries

_KNOWN = "SELECT digest FROM file_read GROUP BY digest HAVING count(*) = max(documents)"


class Files(Queries):
    """Queries of the table ``file_read``."""

    def known(self) -> frozenset[str]:
        """Return the SHA-256 of the bytes of each file whose articles are all still there."""
        return frozenset(self._column(_KNOWN))

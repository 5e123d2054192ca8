"""Which files were read, so that they need not be read again."""

from annotator.store.queries.base import Queries

_KNOWN = "SELECT digest FROM file_read GROUP BY digest HAVING count(*) = max(documents)"


class Files(Queries):
    """Reads the table ``file_read`` of one open project file."""

    def known(self) -> frozenset[str]:
        """Give the SHA-256 of the bytes of each file whose articles are all there still."""
        return frozenset(self._column(_KNOWN))

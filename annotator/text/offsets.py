"""Converting between code points, which are stored and exchanged, and UTF-16 units, which Qt counts."""

from bisect import bisect_left


class OffsetMap:
    """Converts the offsets of one text. Only characters beyond U+FFFF make a difference; most texts have none."""

    __slots__ = ("_astral", "_shifted")

    def __init__(self, text: str) -> None:
        astral = [i for i, c in enumerate(text) if c > "\uffff"] if _has_astral(text) else ()
        self._astral = tuple(astral)
        self._shifted = tuple(position + i for i, position in enumerate(astral))

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return offset + bisect_left(self._astral, offset)

    def to_code_point(self, offset: int) -> int:
        """Return the code point offset of a UTF-16 offset; inside a surrogate pair, the offset of its character."""
        return offset - bisect_left(self._shifted, offset)


def _has_astral(text: str) -> bool:
    """Return whether a text has characters beyond U+FFFF; encoding it is ten times as fast as taking its maximum."""
    return not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)

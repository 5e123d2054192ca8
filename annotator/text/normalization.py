"""Normalising a text once, when it is imported, and mapping offsets of the original text."""

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from annotator.system.errors import TextError

_BOM = "\ufeff"
_HALF = re.compile("[\ud800-\udfff]")
_RARE_SPACE = re.compile("[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")  # white space outside Latin-1
_SPACE_OR_X = bytes(ord(" ") if chr(code).isspace() else ord("x") for code in range(256))


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalMap:
    """Map from code point offsets of the original text to those of the normalised text.

    ``dropped`` are the offsets, in the original text and in order, of the removed characters.
    """

    dropped: tuple[int, ...]

    def to_normal(self, offset: int) -> int:
        """Return the offset in the normalised text; a removed character maps to its successor."""
        return offset - bisect_right(self.dropped, offset - 1)


def normalise(raw: str, *, name: str) -> tuple[str, NormalMap]:
    """Remove one leading BOM and turn CRLF and lone CR into LF; no Unicode normal form is applied.

    Raises:
        TextError: ``text.nul`` or ``text.surrogate``, with the code point offset; ``text.empty`` if the text is
            only white space.
    """
    refuse_broken(raw, name=name)
    dropped = [0] if raw.startswith(_BOM) else []
    at = raw.find("\r\n")
    while at >= 0:
        dropped.append(at)
        at = raw.find("\r\n", at + 2)
    text = raw.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise TextError("text.empty", file=name)
    return text, NormalMap(dropped=tuple(dropped))


def refuse_broken(raw: str, *, name: str) -> None:
    """Raise if a text has NUL characters or lone surrogates.

    Raises:
        TextError: ``text.nul`` or ``text.surrogate``, with the code point offset.
    """
    nul = raw.find("\0")
    if nul >= 0:
        raise TextError("text.nul", file=name, offset=nul)
    try:
        raw.encode("utf-8")
    except UnicodeEncodeError as error:
        raise TextError("text.surrogate", file=name, offset=error.start) from None


def storable(words: str) -> str:
    """Return words that can be stored: each half character (a lone surrogate) becomes the replacement character."""
    return _HALF.sub("\ufffd", words)


def name_in_words(name: str) -> str:
    """Return a file name as words; bytes that are not UTF-8 come as surrogates, and are read as Windows-1252."""
    if not _HALF.search(name):
        return name
    try:
        return name.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
    except UnicodeEncodeError:  # surrogates of another origin, as names on Windows may have
        return storable(name)


def fingerprint(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def count_words(text: str) -> int:
    """Count the words, runs of characters without white space; twice as fast as splitting a long text."""
    if _RARE_SPACE.search(text):
        return len(text.split())
    flat = text.encode("latin-1", "replace").translate(_SPACE_OR_X)
    return flat.count(b"x ") + flat.endswith(b"x")


_FORMULA = re.compile(r"'*[=+\-@\t\r]")  # the start of a formula, perhaps after apostrophes that we added


def defused(cell: str) -> str:
    """Return a cell, with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def restored(cell: str) -> str:
    """Undo `defused`: return the original cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


LONGEST_WORD = 80
# The training corpora have straight quotes, while articles have typographic ones.
_PLAIN = str.maketrans({**dict.fromkeys("„“”‟«»", '"'), **dict.fromkeys("‚‘’‹›", "'")} | {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": None, "\u200b": None,
})  # fmt: skip


def plain(word: str) -> str:
    """Return a word in the form that the models learnt.

    Characters are composed, quotes straight, soft hyphens removed; at most `LONGEST_WORD` characters are kept.
    """
    if word.isascii():
        return word[:LONGEST_WORD]
    return unicodedata.normalize("NFC", word[:LONGEST_WORD].translate(_PLAIN))


def web_address(words: object) -> str | None:
    """Return a web address, or None for anything else."""
    return words if isinstance(words, str) and words.startswith(("http://", "https://")) else None


def one_line(text: str) -> str:
    """Return the text in one line, with single spaces."""
    return " ".join(text.split())


def shortened(line: str, most: int) -> str:
    """Return the line, or its beginning of at most ``most`` characters up to a word's end, with an ellipsis."""
    if len(line) <= most:
        return line
    beginning = line[:most]
    return (beginning.rpartition(" ")[0] or beginning) + "…"

"""Decodes the bytes of files.

The encoding is the user's choice; otherwise the first that fits of: byte order mark, strict UTF-8, German and English
encodings, a detector. The detector alone is not enough: it takes a short German cp1252 text for cp1250, and a Mac text
for Greek.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from annotator.system.errors import TextError
from annotator.text.normalization import refuse_broken

# Offered in the import window; any other text encoding of Python works too.
ENCODINGS = (
    "utf-8 cp1252 iso8859-15 utf-16 utf-16-le utf-16-be mac-roman cp850"
    " cp1250 iso8859-2 cp1251 koi8-r cp1253 cp1254 cp1257 gb18030 big5 shift-jis euc-kr"
).split()

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_KINDS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)
_WESTERN = ("cp1252", "iso8859-15", "mac-roman", "cp850")
_TYPICAL = frozenset("äöüÄÖÜßéèêëáàâçñíóôúïîåæøÉÀÇÅØ€£§°²½©®·•–—…‘’‚“”„‹›«»´\u00a0\u00ad")
_CORE = re.compile("[äöüÄÖÜß]")  # most non-ASCII letters of a German text; the first encoding wins a draw
# A sign between two letters is an umlaut in another encoding.
_GLUED = re.compile(r"[^\W\d_][€£§°²½©®•‚“”„‹›«»][^\W\d_]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_SAMPLE = 64 * 1024
_DETECTABLE = [name for name in ENCODINGS if name not in {"utf-8", "utf-16", "mac-roman", "cp850"}]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A decoded text with its encoding, and whether that is known rather than guessed."""

    text: str
    encoding: str
    sure: bool


def decode(raw: bytes, *, name: str, forced: str | None = None) -> Decoded:
    """Decode all bytes of the file ``name``; an encoding that the user ``forced`` is not questioned.

    Raises:
        TextError: ``text.encoding`` with the offset of the first byte that does not fit, ``text.encoding_name``,
            ``text.encoding_unknown``, ``text.binary`` for other kinds of files, ``text.nul``, ``text.surrogate``.
    """
    if raw.startswith(_OTHER_KINDS):
        raise TextError("text.binary", file=name)
    if forced is not None:
        return Decoded(text=_strictly(raw, forced, name=name), encoding=forced, sure=True)
    decoded = _marked(raw, name=name) or _plain(raw, name=name) or _guessed(raw, name=name)
    if len(_CONTROL.findall(decoded.text)) * 100 > len(decoded.text):
        raise TextError("text.binary", file=name)
    return decoded


def _strictly(raw: bytes, encoding: str, *, name: str) -> str:
    try:
        return raw.decode(encoding)
    except LookupError:
        raise TextError("text.encoding_name", encoding=encoding, names=", ".join(ENCODINGS)) from None
    except UnicodeError as error:
        offset = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise TextError("text.encoding", file=name, encoding=encoding, offset=offset) from None


def _marked(raw: bytes, *, name: str) -> Decoded | None:
    encoding = next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)
    if encoding is None:
        return None
    return Decoded(text=_strictly(raw, encoding, name=name), encoding=encoding, sure=True)


def _plain(raw: bytes, *, name: str) -> Decoded | None:
    if b"\0" in raw:
        return _unmarked_utf16(raw, name=name)
    try:
        return Decoded(text=raw.decode("utf-8"), encoding="utf-8", sure=True)
    except UnicodeDecodeError as error:
        _refuse_damaged(raw, error.start, name=name)
        return None


def _unmarked_utf16(raw: bytes, *, name: str) -> Decoded:
    """Decode UTF-16 without a byte order mark, recognised because every other byte of a Latin text is zero."""
    for encoding, high, low in (("utf-16-le", raw[1::2], raw[0::2]), ("utf-16-be", raw[0::2], raw[1::2])):
        text = _attempt(raw, encoding) if 3 * high.count(0) > len(high) and 0 not in low else None
        if text is not None:
            return Decoded(text=text, encoding=encoding, sure=False)
    raise TextError("text.nul", file=name, offset=raw.index(0))


def _refuse_damaged(raw: bytes, offset: int, *, name: str) -> None:
    """Refuse UTF-8 with a few invalid bytes: any other encoding would garble all its umlauts."""
    try:
        refuse_broken(raw.decode("utf-8", "surrogatepass"), name=name)
    except UnicodeDecodeError:
        lenient = raw.decode("utf-8", "replace")
        invalid = lenient.count("\ufffd")
        valid = len(lenient) - len(lenient.encode("ascii", "ignore")) - invalid
        if valid > 2 * invalid:
            raise TextError("text.encoding", file=name, encoding="UTF-8", offset=offset) from None


def _guessed(raw: bytes, *, name: str) -> Decoded:
    typical = [
        Decoded(text=text, encoding=encoding, sure=False)
        for encoding in _WESTERN
        if (text := _attempt(raw, encoding)) is not None and _is_typical(text)
    ]
    if typical:
        return max(typical, key=lambda decoded: len(_CORE.findall(decoded.text)))
    western = _attempt(raw, "cp1252")
    detected = _detected(raw)
    text = None if detected is None else _attempt(raw, detected)
    if western is not None and text in {None, western}:
        return Decoded(text=western, encoding="cp1252", sure=False)
    if detected is None or text is None:
        raise TextError("text.encoding_unknown", file=name)
    return Decoded(text=text, encoding=detected, sure=False)


def _attempt(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_typical(text: str) -> bool:
    foreign = {c for c in set(text) if c > "\x7f"} - _TYPICAL
    return not foreign and _GLUED.search(text) is None


def _detected(raw: bytes) -> str | None:
    """Return the encoding that the detector guesses, or None. It gets only the lines that are not ASCII."""
    lines = b"\n".join(line for line in raw.split(b"\n") if not line.isascii())
    match = from_bytes(lines[:_SAMPLE], cp_isolation=_DETECTABLE).best()
    return None if match is None else match.encoding.replace("_", "-")

"""Fetches one web page from an address the user has typed; no image, script or style is requested."""

import zlib
from email.message import Message
from urllib.parse import urlsplit

from annotator.corpus.article import Article, Draft
from annotator.corpus.byte_limits import MB, TEXT_LIMIT, too_large
from annotator.corpus.describe import finish
from annotator.corpus.encoding import decode
from annotator.corpus.readers.web import page
from annotator.system.addresses import Unreachable, answer, broke_off, completed, encoded
from annotator.system.errors import QT_TRANSLATE_NOOP, TextError

_PAGES = ("text/html", "application/xhtml+xml")
_MOST_BYTES = TEXT_LIMIT * MB
_SECONDS = 60.0
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": zlib.MAX_WBITS}  # window sizes of zlib
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.5"


def fetch(address: str, *, seconds: float = _SECONDS) -> Article:
    """Fetch a page from an address as a person types it, within ``seconds``, and extract its article.

    Raises:
        TextError: ``text.address`` with the reason, and the errors of reading a page.
    """
    wanted = completed(address) or address
    try:
        with answer(wanted, accept=_ACCEPT, seconds=seconds, size=_MOST_BYTES + MB) as found:
            raw = found.read(_MOST_BYTES + 1)
            headers, final = found.headers, found.geturl()
            if len(raw) <= _MOST_BYTES and broke_off(found):
                raise Unreachable(QT_TRANSLATE_NOOP("Errors", "the connection broke off"))
            raw = _decompressed(raw, headers)
    except Unreachable as reason:
        raise _failed(wanted, str(reason)) from None
    if len(raw) > _MOST_BYTES:
        raise too_large(wanted, len(raw))
    name = _shown_host(wanted, final)
    return finish(_draft(raw, headers, name=name, address=final), name=name)


def _shown_host(wanted: str, final: str) -> str:
    """Return the host that answered, spelled as the user typed it if it is the same."""
    typed, sent = urlsplit(wanted).hostname or wanted, urlsplit(encoded(wanted)).hostname
    answered = urlsplit(final).hostname or typed
    return typed if answered == sent else answered


def _decompressed(raw: bytes, headers: Message) -> bytes:
    """Decompress a response up to the size limit of a page; some servers compress without being asked."""
    compression = str(headers.get("Content-Encoding") or "identity").strip().lower()
    if compression == "identity" or len(raw) > _MOST_BYTES:
        return raw
    if compression not in _WINDOWS:
        raise Unreachable(QT_TRANSLATE_NOOP("Errors", "its compression is not supported"))
    decompressor = zlib.decompressobj(_WINDOWS[compression])
    try:
        content = decompressor.decompress(raw, _MOST_BYTES + 1)
    except zlib.error:
        content = b""
    if len(content) <= _MOST_BYTES and not decompressor.eof:
        raise Unreachable(QT_TRANSLATE_NOOP("Errors", "the connection broke off"))
    return content


def _draft(raw: bytes, headers: Message, *, name: str, address: str) -> Draft:
    kind = headers.get_content_type()
    if kind in _PAGES:
        return page(raw, name=name, declared=headers.get_content_charset(), url=address)
    if kind != "text/plain":
        raise _failed(
            address, QT_TRANSLATE_NOOP("Errors", "it is a file, not a web page; download the file and import it")
        )
    decoded = decode(raw, name=name)
    return Draft(text=decoded.text, url=address, encoding=decoded.encoding, encoding_sure=decoded.sure)


def _failed(address: str, reason: str) -> TextError:
    return TextError("text.address", address=address, reason=reason)

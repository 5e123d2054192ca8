"""One page from an address that a person has typed: no picture, script or style is asked for."""

from email.message import Message
from urllib.parse import urlsplit

from annotator.addresses import Unreachable, answer, completed
from annotator.corpus.article import Article
from annotator.corpus.content import MB, TEXT_LIMIT, too_large
from annotator.corpus.draft import Draft
from annotator.corpus.encoding import decode
from annotator.corpus.finishing import finish
from annotator.corpus.web import page
from annotator.errors import QT_TRANSLATE_NOOP, TextError

_PAGES = ("text/html", "application/xhtml+xml")
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.5"


def fetch(address: str) -> Article:
    """Fetch a page and find its article.

    Raises:
        TextError: ``text.address`` with what went wrong, and what reading a page raises.
    """
    wanted = completed(address) or address
    try:
        with answer(wanted, accept=_ACCEPT) as found:
            raw = found.read(TEXT_LIMIT * MB + 1)
            headers, final = found.headers, found.geturl()
    except Unreachable as reason:
        raise _failed(wanted, str(reason)) from None
    if len(raw) > TEXT_LIMIT * MB:
        raise too_large(wanted, len(raw))
    name = urlsplit(final).hostname or wanted
    return finish(_draft(raw, headers, name=name, address=final), name=name)


def _draft(raw: bytes, headers: Message, *, name: str, address: str) -> Draft:
    kind = headers.get_content_type()
    if kind in _PAGES:
        return page(raw, name=name, declared=headers.get_content_charset(), url=address)
    if kind != "text/plain":
        raise _failed(address, QT_TRANSLATE_NOOP("Errors", "it is not a page but a file; save it and import that"))
    decoded = decode(raw, name=name)
    return Draft(text=decoded.text, url=address, encoding=decoded.encoding, encoding_sure=decoded.sure)


def _failed(address: str, reason: str) -> TextError:
    return TextError("text.address", address=address, reason=reason)

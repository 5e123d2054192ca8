"""One page from an address that a person has typed. Nothing else in the program ever fetches anything.

No picture, script or style is asked for, and nothing is sent but the address.
"""

import ssl
from email.message import Message
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from annotator.corpus.article import Article
from annotator.corpus.content import MB, TEXT_LIMIT, too_large
from annotator.corpus.draft import Draft
from annotator.corpus.encoding import decode
from annotator.corpus.finishing import finish
from annotator.corpus.web import page
from annotator.errors import QT_TRANSLATE_NOOP, TextError

_PATIENCE = 20  # seconds without an answer
_REDIRECTS = 5
_PAGES = ("text/html", "application/xhtml+xml")
_HEADERS = {"User-Agent": "Spanwright", "Accept": "text/html, application/xhtml+xml, text/plain;q=0.5"}


def completed(typed: str) -> str | None:
    """Give the address that somebody means, with https where nothing is said; None where it is none of the web."""
    words = typed.strip()
    address = words if "://" in words else f"https://{words}"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    known = parts.scheme in {"http", "https"} and ("." in host or host == "localhost" or port is not None)
    plain = address.isprintable() and " " not in address and parts.username is None
    return address if known and host and plain else None


def fetch(address: str) -> Article:
    """Fetch a page and find its article.

    Raises:
        TextError: ``text.address`` with what went wrong, and what reading a page raises.
    """
    wanted = completed(address)
    if wanted is None:
        raise _failed(address, QT_TRANSLATE_NOOP("Errors", "it is no address of the web"))
    try:
        with _opener().open(Request(wanted, headers=_HEADERS), timeout=_PATIENCE) as answer:  # noqa: S310  # of the web
            raw = answer.read(TEXT_LIMIT * MB + 1)
            headers, final = answer.headers, answer.geturl()
    except HTTPError as error:
        with error:
            raise _failed(wanted, f"{error.code} {error.reason}") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise _failed(wanted, str(getattr(error, "reason", error)) or type(error).__name__) from None
    if len(raw) > TEXT_LIMIT * MB:
        raise too_large(wanted, len(raw))
    name = urlsplit(final).hostname or wanted
    return finish(_draft(raw, headers, name=name, address=final), name=name)


def _draft(raw: bytes, headers: Message, *, name: str, address: str) -> Draft:
    kind = headers.get_content_type()
    if kind in _PAGES:
        return page(raw, name=name, declared=headers.get_content_charset(), url=address)
    if kind != "text/plain":
        raise _failed(address, QT_TRANSLATE_NOOP("Errors", "it is no page but a file; save it and import that"))
    decoded = decode(raw, name=name)
    return Draft(text=decoded.text, url=address, encoding=decoded.encoding, encoding_sure=decoded.sure)


def _failed(address: str, reason: str) -> TextError:
    return TextError("text.address", address=address, reason=reason)


class _Redirects(HTTPRedirectHandler):
    max_redirections = _REDIRECTS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if completed(newurl) is None:
            raise URLError(QT_TRANSLATE_NOOP("Errors", "it leads to what is no page of the web"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> OpenerDirector:
    """Give what speaks http and https, and nothing else: no files, no other protocols, no cookies."""
    import certifi

    secure = ssl.create_default_context()
    secure.load_verify_locations(certifi.where())  # the bundle does not know where a system keeps its own
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(context=secure),
        HTTPDefaultErrorHandler(),
        _Redirects(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener

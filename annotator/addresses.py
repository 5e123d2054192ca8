"""What a person asked for from the web: by http and https only, no cookies, nothing sent but the address."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, cast
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

from annotator.errors import QT_TRANSLATE_NOOP

_PATIENCE = 20  # seconds without an answer
_REDIRECTS = 5
_FAILURES = (  # the first that fits
    (socket.gaierror, QT_TRANSLATE_NOOP("Errors", "no computer of that name is known; perhaps this one is offline")),
    (TimeoutError, QT_TRANSLATE_NOOP("Errors", "there was no answer in time")),
    (ConnectionRefusedError, QT_TRANSLATE_NOOP("Errors", "the connection was refused")),
    (ssl.SSLError, QT_TRANSLATE_NOOP("Errors", "its certificate is not trusted")),
)
_REFUSALS = {
    401: QT_TRANSLATE_NOOP("Errors", "the page asks for a name and a password"),
    403: QT_TRANSLATE_NOOP("Errors", "the server does not give the page away"),
    404: QT_TRANSLATE_NOOP("Errors", "there is no such page"),
    410: QT_TRANSLATE_NOOP("Errors", "there is no such page"),
}


class Unreachable(Exception):
    """There is no answer. The reason is a phrase of context "Errors", or what the system or the server says."""


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


@contextmanager
def answer(address: str, *, accept: str = "*/*", method: str = "GET") -> Iterator[HTTPResponse]:
    """Ask for what stands at an address, and read the answer inside.

    Raises:
        Unreachable: It is no address of the web, nobody answers, or the answer is that there is none or breaks off.
    """
    wanted = completed(address)
    if wanted is None:
        raise Unreachable(QT_TRANSLATE_NOOP("Errors", "it is not a web address"))
    request = Request(wanted, headers={"User-Agent": "Spanwright", "Accept": accept}, method=method)  # noqa: S310
    try:
        with _opener().open(request, timeout=_PATIENCE) as answering:  # of the web: `completed` has seen to it
            yield cast("HTTPResponse", answering)
    except HTTPError as error:
        with error:
            raise Unreachable(_REFUSALS.get(error.code, f"{error.code} {error.reason}")) from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise Unreachable(_reason(getattr(error, "reason", error))) from None


def _reason(failure: object) -> str:
    """Say why nobody answered: in a phrase where it is one of the usual reasons, else as the system says it."""
    phrase = next((phrase for kind, phrase in _FAILURES if isinstance(failure, kind)), None)
    return phrase or str(failure) or type(failure).__name__


class _Redirects(HTTPRedirectHandler):
    max_redirections = _REDIRECTS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if completed(newurl) is None:
            raise URLError(QT_TRANSLATE_NOOP("Errors", "it leads to something that is not a web page"))
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

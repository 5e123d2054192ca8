"""Fetching pages by http and https only, without cookies; nothing is sent but the address."""

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPException, HTTPMessage, HTTPResponse
from ipaddress import ip_address
from typing import IO, cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit, urlunsplit
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

from annotator.system.connections import PATIENCE, Budget, plain, secure
from annotator.system.errors import QT_TRANSLATE_NOOP

_REDIRECTS = 5
_SECONDS = 60.0
_SIZE = 8 << 20  # bytes, headers and redirects included
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")
_KEPT = "/?[]@!$&'()*+,;=:%~"  # characters of path and query that stay
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ELSEWHERE = QT_TRANSLATE_NOOP("Errors", "it leads to something that is not a web page")
_FAILURES = (  # the first match counts
    (socket.gaierror, QT_TRANSLATE_NOOP("Errors", "there is no server of that name, or this computer is offline")),
    (TimeoutError, QT_TRANSLATE_NOOP("Errors", "there was no answer in time")),
    (ConnectionRefusedError, QT_TRANSLATE_NOOP("Errors", "the connection was refused")),
    (ssl.SSLError, QT_TRANSLATE_NOOP("Errors", "its certificate is not trusted")),
    (ValueError, _ELSEWHERE),
)
_REFUSALS = {
    401: QT_TRANSLATE_NOOP("Errors", "the page requires a name and a password"),
    403: QT_TRANSLATE_NOOP("Errors", "the server refuses access to the page"),
    404: QT_TRANSLATE_NOOP("Errors", "there is no such page"),
    410: QT_TRANSLATE_NOOP("Errors", "there is no such page"),
}


class Unreachable(Exception):
    """A fetch that failed. The reason is a phrase of context "Errors", or the system's or server's own words."""


def completed(typed: str) -> str | None:
    """Return the web address that somebody typed, still readable, or None if it is not one.

    The scheme is https unless it is typed.
    """
    words = typed.strip()
    address = words if "://" in words else f"https://{words}"
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        encoded(address)
    except ValueError:
        return None
    return address if "." in host or ":" in host or host == "localhost" or port is not None else None


def encoded(address: str) -> str:
    """Encode a web address in ASCII, as servers want it: the host by IDNA, the rest in percent encoding.

    What is already percent-encoded stays as it is.

    Raises:
        ValueError: It is not a web address.
    """
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not address.isprintable() or parts.username is not None:
        raise ValueError(address)
    port = "" if parts.port is None else f":{parts.port}"
    place = f"{_ascii_host(unquote(parts.hostname or ''))}{port}"
    rest = (quote(_STRAY_PERCENT.sub("%25", part), safe=_KEPT) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, place, *rest))


def _ascii_host(host: str) -> str:
    if ":" in host:
        return f"[{ip_address(host)}]"
    if not host.isascii():
        import idna  # comes with requests; Python's codec encodes “ß” differently

        host = idna.encode(host, uts46=True).decode()
    if not _HOST.fullmatch(host):
        raise ValueError(host)
    return host


@contextmanager
def answer(
    address: str, *, accept: str = "*/*", method: str = "GET", seconds: float = _SECONDS, size: int = _SIZE
) -> Iterator[HTTPResponse]:
    """Request a web address, and yield the response to read.

    Args:
        address: As `completed` returns it.
        accept: The wanted content types.
        method: GET or HEAD.
        seconds: The limit for everything, from the first redirect to the last byte read.
        size: The limit of bytes, redirects included.

    Raises:
        Unreachable: It is not a web address, the server does not answer or refuses, or the response breaks off, takes
            too long or is too large.
    """
    wanted = completed(address)
    if wanted is None:
        raise Unreachable(QT_TRANSLATE_NOOP("Errors", "it is not a web address"))
    request = Request(  # noqa: S310  # of the web: `completed` has seen to it
        encoded(wanted), headers={"User-Agent": "Spanwright", "Accept": accept}, method=method
    )
    try:
        with _opener(Budget(seconds, size)).open(request, timeout=PATIENCE) as answering:
            yield cast("HTTPResponse", answering)
    except HTTPError as error:
        with error:
            raise Unreachable(_refusal(error)) from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise Unreachable(_reason(getattr(error, "reason", error))) from None


def broke_off(answered: HTTPResponse) -> bool:
    """Return whether a response that was read to its end is shorter than it stated."""
    return bool(answered.length)


def _refusal(error: HTTPError) -> str:
    if str(error.reason).startswith(_Redirects.inf_msg):
        return QT_TRANSLATE_NOOP("Errors", "it redirects without end")
    if str(error.reason).endswith("is not allowed"):
        return _ELSEWHERE
    return _REFUSALS.get(error.code, f"{error.code} {error.reason}")


def _reason(failure: object) -> str:
    """Return why nobody answered: a phrase for a usual reason, else the system's words."""
    phrase = next((phrase for kind, phrase in _FAILURES if isinstance(failure, kind)), None)
    return phrase or str(failure) or type(failure).__name__


class _Redirects(HTTPRedirectHandler):
    max_redirections = _REDIRECTS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if completed(newurl) is None:
            raise URLError(_ELSEWHERE)
        return super().redirect_request(req, fp, code, msg, headers, encoded(newurl))


class _Plain(HTTPHandler):
    def __init__(self, budget: Budget) -> None:
        super().__init__()
        self._connect = partial(plain, budget)

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._connect, req)


class _Secure(HTTPSHandler):
    def __init__(self, budget: Budget, context: ssl.SSLContext) -> None:
        super().__init__(context=context)
        self._connect = partial(secure, budget, context=context)

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._connect, req)


def _opener(budget: Budget) -> OpenerDirector:
    """Build an opener for http and https within a budget: no files, no other protocols, no cookies."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())  # the bundle does not find the system's certificates
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        _Plain(budget),
        _Secure(budget, context),
        HTTPDefaultErrorHandler(),
        _Redirects(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener

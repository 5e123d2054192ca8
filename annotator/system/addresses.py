"""Fetching web pages by http or https, without cookies; requests tell nothing about the user."""

import re
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from io import BufferedReader, RawIOBase
from ipaddress import ip_address
from typing import IO, TYPE_CHECKING, Any, cast
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

from annotator.system.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PATIENCE = 20.0  # seconds without an answer

_LATE = QT_TRANSLATE_NOOP("Errors", "it takes too long to load")
_LARGE = QT_TRANSLATE_NOOP("Errors", "the server sends too much data")
_INWARD = QT_TRANSLATE_NOOP(
    "Errors", "it redirects to a computer on the local network, although the address is not local"
)


class Exceeded(OSError):
    """Raised when a fetch exceeds its time or size, or is refused. The message is a phrase of context "Errors"."""


class Budget:
    """The time and size that one fetch may still use.

    Args:
        seconds: Until the last byte has arrived.
        size: Bytes of all responses together, headers included.
    """

    def __init__(self, seconds: float, size: int) -> None:
        self._end = time.monotonic() + seconds
        self._size = size
        self._began_outside: bool | None = None

    def wait(self) -> float:
        """Return how many seconds a connection may wait for the next bytes.

        Raises:
            Exceeded: No time is left.
        """
        return min(PATIENCE, self.left())

    def left(self) -> float:
        """Return how many seconds are left for the whole fetch.

        Raises:
            Exceeded: No time is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise Exceeded(_LATE)
        return left

    def spend(self, size: int) -> None:
        """Count bytes that have arrived.

        Raises:
            Exceeded: More bytes have arrived than the budget allows.
        """
        self._size -= size
        if self._size < 0:
            raise Exceeded(_LARGE)

    def connect(self, address: tuple[str, int], _timeout: object = None, _source: object = None) -> socket.socket:
        """Connect to the first of a host's IP addresses that answers; replaces `socket.create_connection`.

        Raises:
            Exceeded: No time is left, or a page on the internet redirected to the local network.
            OSError: No address answers.
        """
        failure = OSError(QT_TRANSLATE_NOOP("Errors", "there is no server of that name, or this computer is offline"))
        for family, kind, protocol, _, place in socket.getaddrinfo(*address, type=socket.SOCK_STREAM):
            self.refuse_inward(str(place[0]))
            made = socket.socket(family, kind, protocol)
            try:
                made.settimeout(self.wait())
                made.connect(place)
            except Exceeded:
                made.close()
                raise
            except OSError as error:
                made.close()
                failure = error
            else:
                return made
        raise failure

    def refuse_inward(self, place: str) -> None:
        """Refuse an IP address on the local network if the fetch began on the internet.

        An address that a person typed may be local. A page must not make this computer query its neighbours: the
        router, the printer, a service that trusts local clients. This checks the IP address that is connected to, not
        an earlier DNS answer.

        Raises:
            Exceeded: The address is refused.
        """
        outside = ip_address(place).is_global
        if self._began_outside is None:
            self._began_outside = outside
        if self._began_outside and not outside:
            raise Exceeded(_INWARD)


def plain(budget: Budget, host: str, **how: Any) -> HTTPConnection:
    """Build an http connection that stays within a budget."""
    return _limited(HTTPConnection(host, **how), budget)


def secure(budget: Budget, host: str, **how: Any) -> HTTPConnection:
    """Build an https connection that stays within a budget."""
    return _limited(HTTPSConnection(host, **how), budget)


def _limited(made: HTTPConnection, budget: Budget) -> HTTPConnection:
    vars(made)["_create_connection"] = budget.connect  # the attribute that http.client's own tests replace
    vars(made)["response_class"] = partial(_Answer, budget)
    return made


class _Answer(HTTPResponse):
    """A response whose bytes count against a budget, from the first byte on."""

    def __init__(self, budget: Budget, sock: socket.socket, *arguments: Any, **named: Any) -> None:
        super().__init__(sock, *arguments, **named)
        raw = self.fp.detach()
        self.fp = BufferedReader(_Metered(raw, sock, budget))


class _Metered(RawIOBase):
    """A stream of a socket's bytes that counts them against a budget."""

    def __init__(self, raw: RawIOBase, sock: socket.socket, budget: Budget) -> None:
        self._raw = raw
        self._sock = sock
        self._budget = budget

    def readable(self) -> bool:
        """Return True: the stream can be read, as `RawIOBase` asks."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        """Read the bytes that have arrived; wait for some within the budget if there are none."""
        self._sock.settimeout(self._budget.wait())
        try:
            count: int | None = self._raw.readinto(buffer)
        except TimeoutError:
            self._budget.wait()  # raises Exceeded if the whole time is up
            raise
        self._budget.spend(count or 0)
        return count

    def close(self) -> None:
        """Close the underlying stream too."""
        self._raw.close()
        super().close()


_REDIRECTS = 5
_SECONDS = 60.0
_SIZE = 8 << 20  # bytes, headers and redirects included
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")
_KEPT = "/?[]@!$&'()*+,;=:%~"  # characters of path and query that are not percent-encoded
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
    """Raised when a fetch fails. The message is a phrase of context "Errors", or the system's or server's own words."""


def completed(typed: str) -> str | None:
    """Return the typed web address with its scheme, without percent-encoding it, or None if it is not a web address.

    The scheme is https unless another one was typed.
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
    """Encode a web address in ASCII, as servers expect it: the host with IDNA, the rest percent-encoded.

    Parts that are already percent-encoded stay as they are.

    Raises:
        ValueError: The address is not a web address.
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
    """Request a web address, and yield the response, ready to be read.

    Args:
        address: As `completed` returns it.
        accept: The content types to ask for.
        method: GET or HEAD.
        seconds: The most seconds for the whole fetch, from the first request to the last byte read.
        size: The most bytes, redirects included.

    Raises:
        Unreachable: The address is not a web address, the server does not answer or refuses, or the response breaks
            off, takes too long or is too large.
    """
    wanted = completed(address)
    if wanted is None:
        raise Unreachable(QT_TRANSLATE_NOOP("Errors", "it is not a web address"))
    request = Request(  # noqa: S310  # http or https: `completed` has checked it
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
    """Return whether a response that was read to its end is shorter than its Content-Length."""
    return bool(answered.length)


def _refusal(error: HTTPError) -> str:
    if str(error.reason).startswith(_Redirects.inf_msg):
        return QT_TRANSLATE_NOOP("Errors", "it redirects without end")
    if str(error.reason).endswith("is not allowed"):
        return _ELSEWHERE
    return _REFUSALS.get(error.code, f"{error.code} {error.reason}")


def _reason(failure: object) -> str:
    """Return why a fetch failed: a phrase for a common reason, otherwise the system's words."""
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
    """Build an opener that stays within a budget: http and https only, no local files and no cookies."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())  # the bundled program does not find the system's certificates
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

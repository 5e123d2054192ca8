"""Sending one request and reading its answer, within limits.

No redirect is followed. A proxy is used only if the user's settings name one.
"""

import socket
import ssl
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from annotator.suggest.llm.connection import Connection
from annotator.system.addresses import Budget, Exceeded, plain, secure
from annotator.system.errors import QT_TRANSLATE_NOOP, ModelError
from annotator.text.normalization import one_line

_TO_CONNECT = 10.0  # seconds
_REDIRECTS = range(300, 400)
_LONGEST = 200  # characters of a server's own words

_CUT = QT_TRANSLATE_NOOP("Errors", "the answer broke off")
_OUTWARD = QT_TRANSLATE_NOOP("Errors", "the name does not stand for this computer")
_OFFLINE = QT_TRANSLATE_NOOP("Errors", "there is no server of that name, or this computer is offline")
_REFUSED = QT_TRANSLATE_NOOP("Errors", "the connection was refused")
_LATE = QT_TRANSLATE_NOOP("Errors", "there was no answer in time")
_UNTRUSTED = QT_TRANSLATE_NOOP("Errors", "its certificate is not trusted")


class Lost(Exception):
    """Raised when a request gets no complete answer.

    The message is a phrase of context "Errors", or the system's words. ``again`` tells whether another try may help.
    """

    def __init__(self, reason: str, *, again: bool = True) -> None:
        super().__init__(reason)
        self.again = again


class Response(NamedTuple):
    """A complete answer; ``retry_after`` is its Retry-After header, "" without one."""

    status: int
    retry_after: str
    body: bytes


class _Patience(Budget):
    """A budget that waits for the answer as long as time is left, but only briefly for the connection.

    With ``only_here``, only this computer may be connected to.
    """

    def __init__(self, seconds: float, size: int, *, only_here: bool) -> None:
        super().__init__(seconds, size)
        self._only_here = only_here
        self._connected = False

    def wait(self) -> float:
        left = self.left()
        return left if self._connected else min(_TO_CONNECT, left)

    def connect(self, address: tuple[str, int], _timeout: object = None, _source: object = None) -> socket.socket:
        made = super().connect(address)
        self._connected = True
        return made

    def refuse_inward(self, place: str) -> None:
        """Refuse another computer's IP address if only this computer may be asked: a host name may lead anywhere."""
        if self._only_here and not ip_address(place.partition("%")[0]).is_loopback:
            raise Exceeded(_OUTWARD)


def post(connection: Connection, body: bytes, seconds: float, size: int) -> Response:
    """Send a request (JSON), and return the complete answer.

    Both together may take ``seconds``; the answer may have ``size`` bytes, headers included.

    Raises:
        Lost: There was no complete answer.
        ModelError: The address is not usable (see `Connection.endpoint`), or ``llm.redirect`` if it redirects.
    """
    address = connection.endpoint
    parts = urlsplit(address)
    budget = _Patience(seconds, size, only_here=parts.scheme == "http")
    headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "Spanwright"}
    if connection.key:
        headers["Authorization"] = f"Bearer {connection.key}"
    try:
        asking = _connected(connection, budget)
        try:
            asking.request("POST", parts.path, body=body, headers=headers)
            with asking.getresponse() as answer:
                if answer.status in _REDIRECTS:
                    target = _target(connection, answer)
                    raise ModelError("llm.redirect", address=connection.address, target=target)
                found = Response(answer.status, answer.headers.get("Retry-After", ""), answer.read(size + 1))
                if answer.length:
                    raise Lost(_CUT)
        finally:
            asking.close()
    except Exceeded as error:
        raise Lost(str(error), again=False) from None
    except (HTTPException, OSError, ValueError) as error:
        raise _lost(error) from None
    return found


def shown(connection: Connection, words: str) -> str:
    """Return a server's words as one short line without control characters and without the key."""
    line = one_line("".join(c if c.isprintable() else " " for c in words[: 4 * _LONGEST]))
    return connection.without_key(line)[:_LONGEST]


def _target(connection: Connection, answer: HTTPResponse) -> str:
    said = str(answer.headers.get("Location", ""))
    with suppress(ValueError):  # an invalid address is shown as it is
        said = urljoin(connection.endpoint, said)
    return shown(connection, said)


def _connected(connection: Connection, budget: Budget) -> HTTPConnection:
    parts = urlsplit(connection.endpoint)
    host, port = parts.hostname or "", parts.port
    if parts.scheme == "http":
        return plain(budget, host, port=port or 80)
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())  # the bundled program does not find the system's certificates
    if not connection.proxy:
        return secure(budget, host, port=port or 443, context=context)
    through = urlsplit(connection.proxy if "://" in connection.proxy else f"//{connection.proxy}")
    asking = secure(budget, through.hostname or "", port=through.port or 8080, context=context)
    asking.set_tunnel(host, port or 443)
    return asking


def _lost(error: Exception) -> Lost:
    match error:
        case socket.gaierror():
            return Lost(_OFFLINE, again=False)
        case ConnectionRefusedError():
            return Lost(_REFUSED, again=False)
        case ssl.SSLCertVerificationError():
            return Lost(_UNTRUSTED, again=False)
        case TimeoutError():
            return Lost(_LATE, again=False)
        case HTTPException() | ConnectionError():
            return Lost(_CUT)
    return Lost(str(getattr(error, "strerror", None) or error) or type(error).__name__, again=False)

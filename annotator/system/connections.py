"""Connections for one fetch under limits of time, size and place, redirects included.

A socket's timeout starts anew with each byte, so a server that drips never reaches it. Here each wait gets what is left
of the whole time.
"""

import socket
import time
from functools import partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from io import BufferedReader, RawIOBase
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from annotator.system.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PATIENCE = 20.0  # seconds without an answer

_LATE = QT_TRANSLATE_NOOP("Errors", "it takes too long to load")
_LARGE = QT_TRANSLATE_NOOP("Errors", "the server sends too much data")
_INWARD = QT_TRANSLATE_NOOP("Errors", "it leads to a computer on the local network, which the address does not name")


class Exceeded(OSError):
    """A limit that was reached. The message is a phrase of context "Errors"."""


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
        """Return how many seconds the next step may take.

        Raises:
            Exceeded: No time is left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise Exceeded(_LATE)
        return min(PATIENCE, left)

    def spend(self, size: int) -> None:
        """Count bytes that have arrived.

        Raises:
            Exceeded: They are too many.
        """
        self._size -= size
        if self._size < 0:
            raise Exceeded(_LARGE)

    def connect(self, address: tuple[str, int], _timeout: object = None, _source: object = None) -> socket.socket:
        """Connect to the first address of a host that answers, in place of `socket.create_connection`.

        Raises:
            Exceeded: It is too late, or a page of the internet has led to the local network.
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
        """Refuse an address on the local network after one on the internet.

        What a person typed may be anywhere. A page must not make this computer query its neighbours: the router, the
        printer, a service that trusts local clients. The address connected to is checked, not an earlier DNS answer.

        Raises:
            Exceeded: It is refused.
        """
        outside = ip_address(place).is_global
        if self._began_outside is None:
            self._began_outside = outside
        if self._began_outside and not outside:
            raise Exceeded(_INWARD)


def plain(budget: Budget, host: str, **how: Any) -> HTTPConnection:
    """Build an http connection that keeps to a budget."""
    return _limited(HTTPConnection(host, **how), budget)


def secure(budget: Budget, host: str, **how: Any) -> HTTPConnection:
    """Build an https connection that keeps to a budget."""
    return _limited(HTTPSConnection(host, **how), budget)


def _limited(made: HTTPConnection, budget: Budget) -> HTTPConnection:
    vars(made)["_create_connection"] = budget.connect  # the hook of http.client's own tests
    vars(made)["response_class"] = partial(_Answer, budget)
    return made


class _Answer(HTTPResponse):
    """A response that is read under a budget, from its first byte on."""

    def __init__(self, budget: Budget, sock: socket.socket, *arguments: Any, **named: Any) -> None:
        super().__init__(sock, *arguments, **named)
        raw = self.fp.detach()
        self.fp = BufferedReader(_Metered(raw, sock, budget))


class _Metered(RawIOBase):
    """The bytes of a socket, counted against a budget."""

    def __init__(self, raw: RawIOBase, sock: socket.socket, budget: Budget) -> None:
        self._raw = raw
        self._sock = sock
        self._budget = budget

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int | None:
        """Read what has arrived, or wait for it within the budget."""
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

"""The address, name and key of a language model, and the limits for asking it."""

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from annotator.system.addresses import encoded
from annotator.system.errors import ModelError

_CALL = "chat/completions"
_KEY = re.compile(r"[\x21-\x7e]*")
_FEWEST = 6  # characters that a key must have to be hidden in answers: a shorter one would match ordinary words


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingLimits:
    """The limits for asking a language model.

    ``seconds`` is for one answer, ``total`` (seconds) for all answers. ``size`` is the most bytes of an answer,
    ``tries`` the most tries of a request, ``pause`` the seconds before the first repetition.
    """

    seconds: float = 180.0
    total: float = 4 * 3600.0
    size: int = 4 << 20
    tries: int = 4
    pause: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A language model at an address. ``proxy`` is the host:port of an https proxy, "" to use none."""

    address: str
    model: str
    key: str = field(default="", repr=False)
    proxy: str = ""

    @property
    def endpoint(self) -> str:
        """The complete address that requests are sent to.

        Raises:
            ModelError: ``llm.unset`` if the address or the model is missing, ``llm.key_form`` if the key is not valid,
                ``llm.address`` or ``llm.plain`` as for `endpoint_of`.
        """
        if not self.address.strip() or not self.model.strip():
            raise ModelError("llm.unset")
        if not _KEY.fullmatch(self.key):
            raise ModelError("llm.key_form")
        return endpoint_of(self.address)

    def without_key(self, words: str) -> str:
        """Return a server's words with the key replaced by "…", in case the server repeats the key."""
        return words.replace(self.key, "…") if len(self.key) >= _FEWEST else words


def endpoint_of(typed: str) -> str:
    """Return the address to send requests to, made from a typed address.

    ``/v1`` is added to a bare host, then the path of the call. If no scheme was typed, it is http for this computer and
    https for any other.

    Raises:
        ModelError: ``llm.address`` if it is not a web address, ``llm.plain`` for http to another computer.
    """
    words = typed.strip()
    try:
        if "://" not in words:
            scheme = "http" if _is_loopback(urlsplit(f"//{words}").hostname or "") else "https"
            words = f"{scheme}://{words}"
        address = encoded(words)
        parts = urlsplit(address)
        port = parts.port  # raises ValueError if it is not a number
    except ValueError:
        raise ModelError("llm.address", address=typed) from None
    if parts.query or parts.fragment or not parts.hostname or port == 0:
        raise ModelError("llm.address", address=typed)
    if parts.scheme == "http" and not _is_loopback(parts.hostname):
        raise ModelError("llm.plain", address=typed)
    path = parts.path.rstrip("/")
    if not path.endswith(f"/{_CALL}"):
        path = f"{path or '/v1'}/{_CALL}"
    return f"{parts.scheme}://{parts.netloc}{path}"


def host_of(address: str) -> str:
    """Return the scheme, host and port of a typed address, to which a person may agree to send articles.

    Raises:
        ModelError: As for `endpoint_of`.
    """
    parts = urlsplit(endpoint_of(address))
    return f"{parts.scheme}://{parts.netloc}"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.rstrip(".").lower() == "localhost"

"""The address, name and key of a language model, and the limits of asking it."""

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from annotator.system.addresses import encoded
from annotator.system.errors import ModelError

_CALL = "chat/completions"
_KEY = re.compile(r"[\x21-\x7e]*")
_FEWEST = 6  # characters of a key that is looked for in answers: a shorter one would match ordinary words


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of asking: seconds for one answer and for all, bytes of an answer, tries and the first pause."""

    seconds: float = 180.0
    total: float = 4 * 3600.0
    size: int = 4 << 20
    tries: int = 4
    pause: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A language model at an address. ``proxy`` is host:port of an https proxy; none is used unless it is set."""

    address: str
    model: str
    key: str = field(default="", repr=False)
    proxy: str = ""

    @property
    def endpoint(self) -> str:
        """The address that is asked.

        Raises:
            ModelError: ``llm.unset``, ``llm.address``, ``llm.plain`` or ``llm.key_form``.
        """
        if not self.address.strip() or not self.model.strip():
            raise ModelError("llm.unset")
        if not _KEY.fullmatch(self.key):
            raise ModelError("llm.key_form")
        return endpoint_of(self.address)

    def without_key(self, words: str) -> str:
        """Return words in which the key, if a server repeats it, is blotted out."""
        return words.replace(self.key, "…") if len(self.key) >= _FEWEST else words


def endpoint_of(typed: str) -> str:
    """Return the address to ask for what somebody typed: ``/v1`` is added to a bare host, then the call.

    Without a scheme it is http for this computer and https for any other.

    Raises:
        ModelError: ``llm.address``, or ``llm.plain`` for http to another computer.
    """
    words = typed.strip()
    try:
        if "://" not in words:
            scheme = "http" if _is_loopback(urlsplit(f"//{words}").hostname or "") else "https"
            words = f"{scheme}://{words}"
        address = encoded(words)
        parts = urlsplit(address)
        port = parts.port  # refuses nonsense
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
    """Return scheme, host and port of an address: what a person agrees to send articles to.

    Raises:
        ModelError: As `endpoint_of`.
    """
    parts = urlsplit(endpoint_of(address))
    return f"{parts.scheme}://{parts.netloc}"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.rstrip(".").lower() == "localhost"

"""The user's settings for a language model: address, name, key and prompts, in a file that only the user can read.

Of these settings, only the model's name ever goes into a project, an export, a log or the origin of a suggestion.
"""

import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from annotator.suggest.llm.connection import Connection, host_of
from annotator.suggest.llm.prompts import LONGEST, Prompts
from annotator.system import disk
from annotator.system.errors import ModelError
from annotator.system.whole_files import put

_LARGEST = 1 << 20  # bytes
_FIELD = 2_000  # characters
_PRIVATE = 0o600
LOCAL = "http://localhost:11434/v1"  # Ollama's address by default


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnModel:
    """The user's settings; ``agreed`` are the hosts (see `host_of`) to which the user has agreed to send articles."""

    address: str = ""
    model: str = ""
    key: str = field(default="", repr=False)
    proxy: str = ""
    prompts: Prompts = field(default_factory=Prompts)
    agreed: frozenset[str] = frozenset()

    @property
    def connection(self) -> Connection:
        """The connection to the model."""
        return Connection(address=self.address, model=self.model, key=self.key, proxy=self.proxy)

    @property
    def is_set(self) -> bool:
        """Whether both an address and a model are set."""
        return bool(self.address.strip() and self.model.strip())

    @property
    def may_send(self) -> bool:
        """Whether the user has agreed to send articles to the address.

        Raises:
            ModelError: The address is not usable.
        """
        return host_of(self.address) in self.agreed

    def agreeing(self) -> "OwnModel":
        """Return these settings plus the user's agreement to send articles to the address."""
        return replace(self, agreed=self.agreed | {host_of(self.address)})


def place() -> Path:
    """Return the path of the settings' file, which may not exist."""
    return user_config_path("Spanwright", appauthor=False) / "language-model.json"


def load() -> OwnModel:
    """Read the user's settings; an invalid value counts as not set."""
    path = place()
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            content = file.read(_LARGEST)
    except OSError:
        return OwnModel()
    if os.name == "posix" and stat.S_IMODE(status.st_mode) & ~_PRIVATE:
        with suppress(OSError):  # another program has let others read the file
            path.chmod(_PRIVATE)
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return OwnModel()
    return _read(value) if isinstance(value, Mapping) else OwnModel()


def save(settings: OwnModel) -> None:
    """Write the settings to a file that only the user can read, completely or not at all.

    Raises:
        ModelError: ``llm.settings`` if the file cannot be written.
    """
    path = place()
    value = {
        "address": settings.address,
        "model": settings.model,
        "key": settings.key,
        "proxy": settings.proxy,
        "prompts": {"suggest": settings.prompts.suggest, "review": settings.prompts.review},
        "agreed": sorted(settings.agreed),
    }
    content = json.dumps(value, indent=1).encode()
    try:
        disk.make_folder(path.parent)
        put(path, content, private=True)
    except OSError as error:
        raise ModelError("llm.settings", file=path, reason=disk.reason(error)) from error


def key_in(path: Path) -> str:
    """Return the first line of a file, which is the key for the language model's service.

    Raises:
        ModelError: ``llm.key_file`` if the file cannot be read, ``llm.key_form`` if it is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            lines = file.read(_FIELD).decode("utf-8-sig").split("\n")
    except OSError as error:
        raise ModelError("llm.key_file", file=path, reason=disk.reason(error)) from error
    except UnicodeDecodeError:
        raise ModelError("llm.key_form") from None
    return lines[0].strip()


def _read(value: Mapping[str, Any]) -> OwnModel:
    prompts, agreed = value.get("prompts"), value.get("agreed")
    said = prompts if isinstance(prompts, Mapping) else {}
    return OwnModel(
        address=_text(value, "address"),
        model=_text(value, "model"),
        key=_text(value, "key"),
        proxy=_text(value, "proxy"),
        prompts=Prompts(suggest=_text(said, "suggest", LONGEST), review=_text(said, "review", LONGEST)),
        agreed=frozenset(host for host in agreed if isinstance(host, str)) if isinstance(agreed, list) else frozenset(),
    )


def _text(value: Mapping[str, Any], name: str, longest: int = _FIELD) -> str:
    found = value.get(name)
    return found[:longest] if isinstance(found, str) else ""

"""What a project says about its sources of suggestions. A value, kept as JSON among the project's settings."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

SOURCES = "sources"  # the setting


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChoices:
    """``off`` are the names of the sources that are not asked in this project."""

    off: frozenset[str] = frozenset()

    def turned(self, name: str, *, on: bool) -> "SourceChoices":
        """Give the choices with a source on or off."""
        return replace(self, off=self.off - {name} if on else self.off | {name})


def dumps(choices: SourceChoices) -> str:
    """Write choices as JSON."""
    return json.dumps({"off": sorted(choices.off)}, ensure_ascii=False)


def loads(written: str | None) -> SourceChoices:
    """Read choices. What cannot be understood was never chosen."""
    try:
        value = json.loads(written or "{}")
    except (ValueError, RecursionError):
        return SourceChoices()
    off = value.get("off") if isinstance(value, Mapping) else None
    names = off if isinstance(off, list) else []
    return SourceChoices(off=frozenset(name for name in names if isinstance(name, str)))

"""What a project says about its sources of suggestions. A value, kept as JSON among the project's settings.

A project may come from anywhere, so it names no folders: only what is on this computer already.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

SOURCES = "sources"  # the setting


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChoices:
    """What is chosen in a project.

    ``off`` are the names of the sources that are not asked, ``packages`` those of installed pipelines that are asked,
    too. ``labels`` says by the name of a source what its labels are called here; "" leaves a label out.
    """

    off: frozenset[str] = frozenset()
    packages: tuple[str, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def turned(self, name: str, *, on: bool) -> "SourceChoices":
        """Give the choices with a source on or off."""
        return replace(self, off=self.off - {name} if on else self.off | {name})

    def with_package(self, name: str) -> "SourceChoices":
        """Give the choices with an installed pipeline, on."""
        return replace(self, off=self.off - {name}, packages=tuple(dict.fromkeys((*self.packages, name))))

    def with_labels(self, name: str, labels: Mapping[str, str]) -> "SourceChoices":
        """Give the choices with other names for the labels of a source."""
        return replace(self, labels={**self.labels, name: dict(labels)})


def dumps(choices: SourceChoices) -> str:
    """Write choices as JSON."""
    value = {"off": sorted(choices.off), "packages": choices.packages, "labels": choices.labels}
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def loads(written: str | None) -> SourceChoices:
    """Read choices. What cannot be understood was never chosen."""
    try:
        value = json.loads(written or "{}")
    except (ValueError, RecursionError):
        return SourceChoices()
    if not isinstance(value, Mapping):
        return SourceChoices()
    labels = value.get("labels")
    return SourceChoices(
        off=frozenset(_names(value.get("off"))),
        packages=tuple(dict.fromkeys(_names(value.get("packages")))),
        labels={name: _renamed(own) for name, own in labels.items()} if isinstance(labels, Mapping) else {},
    )


def _names(given: Any) -> list[str]:
    return [name for name in given if isinstance(name, str)] if isinstance(given, list) else []


def _renamed(given: Any) -> dict[str, str]:
    pairs = given.items() if isinstance(given, Mapping) else ()
    return {own: label for own, label in pairs if isinstance(label, str)}

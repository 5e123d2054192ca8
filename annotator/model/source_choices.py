"""A project's choices about its sources of suggestions, a value stored as JSON in a setting.

A project may come from anywhere, so its choices name no folders, only pipelines already on this computer.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from annotator.model.json_rows import mapping_in
from annotator.model.values import new_id

SOURCES = "sources"  # the name of the setting
SHARE = 25  # the default of ``share``, in percent
SHARES = range(10, 51)  # the allowed values of ``share``
THRESHOLD = 50  # the default of ``threshold``, in percent
THRESHOLDS = range(10, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChoices:
    """A project's choices about its sources.

    Attributes:
        off: The names of disabled sources.
        on: The names of enabled pipelines that the user trained. A pipeline trained for another project is used here
            only if it is enabled; see `annotator.suggest.sources.own.in_force`.
        packages: Further installed pipelines to use.
        labels: By source, the project's label for each of the source's labels; "" drops a label.
        holds_back: Whether suggestions are held back in some sentences; see `annotator.suggestions.renewal`.
        key: Selects these sentences.
        share: The percentage of an article's sentences that are called worth checking.
        followed: The rules for claims that are used even if they were rejected often; see `suggest.seen.refused`.
        threshold: The lowest score, in per cent, at which a zero-shot model's suggestion is used.
    """

    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    packages: tuple[str, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    holds_back: bool = False
    key: str = ""
    share: int = SHARE
    followed: frozenset[str] = frozenset()
    threshold: int = THRESHOLD

    def turned(self, name: str, *, on: bool) -> "SourceChoices":
        """Return the choices with a source enabled or disabled."""
        if on:
            return replace(self, off=self.off - {name}, on=self.on | {name})
        return replace(self, off=self.off | {name}, on=self.on - {name})

    def with_package(self, name: str) -> "SourceChoices":
        """Return the choices with an installed pipeline added and enabled."""
        return replace(self, off=self.off - {name}, packages=tuple(dict.fromkeys((*self.packages, name))))

    def with_labels(self, name: str, labels: Mapping[str, str]) -> "SourceChoices":
        """Return the choices with a source's labels mapped to the project's labels; see ``labels``."""
        return replace(self, labels={**self.labels, name: dict(labels)})

    def following(self, rule: str, *, on: bool) -> "SourceChoices":
        """Return the choices with a rule always used, or used only until it has been rejected too often."""
        return replace(self, followed=self.followed | {rule} if on else self.followed - {rule})

    def holding_back(self, *, on: bool) -> "SourceChoices":
        """Return the choices with suggestions held back or not; the key is drawn once and then kept."""
        return replace(self, holds_back=on, key=self.key or new_id())


def dumps(choices: SourceChoices) -> str:
    """Return choices as JSON."""
    value: dict[str, object] = {"off": sorted(choices.off), "packages": choices.packages, "labels": choices.labels}
    if choices.on:
        value["on"] = sorted(choices.on)
    if choices.key:
        value |= {"holds_back": choices.holds_back, "key": choices.key}
    if choices.followed:
        value["followed"] = sorted(choices.followed)
    if choices.share != SHARE:
        value["share"] = choices.share
    if choices.threshold != THRESHOLD:
        value["threshold"] = choices.threshold
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


@lru_cache(maxsize=1)  # called for each article
def loads(written: str | None) -> SourceChoices:
    """Read choices from JSON. Invalid values are ignored."""
    value = mapping_in(written)
    labels = value.get("labels")
    return SourceChoices(
        off=frozenset(_names(value.get("off"))),
        on=frozenset(_names(value.get("on"))),
        packages=tuple(dict.fromkeys(_names(value.get("packages")))),
        labels={name: _renamed(own) for name, own in labels.items()} if isinstance(labels, Mapping) else {},
        holds_back=value.get("holds_back") is True,
        key=str(value.get("key") or ""),
        share=_within(SHARES, value.get("share"), SHARE),
        followed=frozenset(_names(value.get("followed"))),
        threshold=_within(THRESHOLDS, value.get("threshold"), THRESHOLD),
    )


def _names(given: Any) -> list[str]:
    return [name for name in given if isinstance(name, str)] if isinstance(given, list) else []


def _within(choices: range, given: Any, usual: int) -> int:
    return given if type(given) is int and given in choices else usual


def _renamed(given: Any) -> dict[str, str]:
    pairs = given.items() if isinstance(given, Mapping) else ()
    return {own: label for own, label in pairs if isinstance(label, str)}

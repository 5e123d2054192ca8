"""A project's choices about its sources of suggestions. A value, stored as JSON in a setting.

A project may come from anywhere, so it names no folders: only what is on this computer already.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from annotator.model.values import new_id

SOURCES = "sources"  # the setting
SHARE = 25  # default percentage of sentences that are called worth checking
SHARES = range(10, 51)  # the choices
THRESHOLD = 50  # the least score of a zero-shot model, in percent
THRESHOLDS = range(10, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChoices:
    """A project's choices about its sources.

    ``off`` are the names of disabled sources, ``on`` those of enabled pipelines of the user's own: a pipeline trained
    for one project is not used in another by itself (see `annotator.suggest.sources.own.in_force`). ``packages`` are
    installed pipelines that are used, too. ``labels`` maps a source's labels to those of the project, by source; ""
    drops a label. ``holds_back`` says that suggestions are held back in some sentences, ``key`` selects these (see
    `annotator.suggestions.renewal`). ``share`` is the percentage of an article's sentences that are called worth
    checking. ``followed`` are rules for claims that stay in use however often they were rejected (see
    `suggest.seen.refused`). ``threshold`` is the least score in percent that a zero-shot model must give.
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
        """Return the choices with a source on or off."""
        if on:
            return replace(self, off=self.off - {name}, on=self.on | {name})
        return replace(self, off=self.off | {name}, on=self.on - {name})

    def with_package(self, name: str) -> "SourceChoices":
        """Return the choices with an installed pipeline added and on."""
        return replace(self, off=self.off - {name}, packages=tuple(dict.fromkeys((*self.packages, name))))

    def with_labels(self, name: str, labels: Mapping[str, str]) -> "SourceChoices":
        """Return the choices with other names for a source's labels."""
        return replace(self, labels={**self.labels, name: dict(labels)})

    def following(self, rule: str, *, on: bool) -> "SourceChoices":
        """Return the choices with a rule always followed, or only while it is not rejected too often."""
        return replace(self, followed=self.followed | {rule} if on else self.followed - {rule})

    def holding_back(self, *, on: bool) -> "SourceChoices":
        """Return the choices with suggestions held back or not; the project's key, once drawn, stays."""
        return replace(self, holds_back=on, key=self.key or new_id())


def dumps(choices: SourceChoices) -> str:
    """Write choices as JSON."""
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
    """Read choices. Invalid values are ignored."""
    try:
        value = json.loads(written or "{}")
    except (ValueError, RecursionError):
        return SourceChoices()
    if not isinstance(value, Mapping):
        return SourceChoices()
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

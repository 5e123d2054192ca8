"""A person's answers to the questions of a merge."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.store.reader import Reader

ALIASES = "aliases"  # a setting that maps people's names in copies to their names in this project
ADD = "add"
LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeAnswers:
    """Answers to the questions that a merge raises.

    Attributes:
        also: People whose edits are merged although they worked in somebody else's package.
        aliases: For each person who has another name in a copy, that name with the person's name here.
        labels: For each label that is unknown here, as ``layer.label``: `ADD`, `LEAVE` or a label of the same layer.
        brought_back: The ids of deleted articles to bring back.
        brings_all_back: Whether to bring all deleted articles back.
        joins_twins: Whether two equal labels that one person set on the same words become one.
    """

    also: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    brought_back: frozenset[str] = frozenset()
    brings_all_back: bool = False
    joins_twins: bool = False

    def brings_back(self, document: str) -> bool:
        """Return whether to bring a deleted article back."""
        return self.brings_all_back or document in self.brought_back


def aliases_of(read: "Reader") -> dict[str, str]:
    """Return the aliases that earlier merges stored."""
    try:
        found = json.loads(read.setting(ALIASES) or "{}")
    except (ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {theirs: ours for theirs, ours in pairs if isinstance(theirs, str) and isinstance(ours, str)}

"""A person's answers to the questions of a merge."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.store.reader import Reader

ALIASES = "aliases"  # a setting: the names that people used elsewhere, with those that they have here
ADD = "add"
LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers to the questions that a merge raises.

    ``also`` are people whose steps are taken from somebody else's package. ``aliases`` are names in the copies with
    those here. ``labels`` gives each label that is unknown here, as ``layer.label``, its fate: `ADD`, `LEAVE` or a
    label of the same layer. ``brought_back`` are ids of articles that were deleted here. With ``joins_twins``, two
    labels of one person for the same words become one.
    """

    also: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    brought_back: frozenset[str] = frozenset()
    brings_all_back: bool = False
    joins_twins: bool = False

    def brings_back(self, document: str) -> bool:
        """Return whether a deleted article comes back."""
        return self.brings_all_back or document in self.brought_back


def aliases_of(read: "Reader") -> dict[str, str]:
    """Return the names that were kept from earlier merges."""
    try:
        found = json.loads(read.setting(ALIASES) or "{}")
    except (ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {theirs: ours for theirs, ours in pairs if isinstance(theirs, str) and isinstance(ours, str)}

"""Filters for listed suggestions."""

from dataclasses import dataclass
from typing import Protocol

from annotator.model.values import Suggestion
from annotator.suggest.tiers import Tier, tier_of


class Filtered(Protocol):
    """The fields of a suggestion that every list has."""

    @property
    def layer(self) -> str:
        """The layer of the label."""

    @property
    def label(self) -> str:
        """The suggested label."""

    @property
    def source(self) -> str:
        """The name of the source."""

    @property
    def score(self) -> float | None:
        """The source's confidence, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionFilter:
    """Conditions for source, label (layer, label), tier and words. None and the empty string admit all.

    Case is ignored.
    """

    source: str | None = None
    label: tuple[str, str] | None = None
    tier: Tier | None = None
    words: str = ""

    @property
    def everything(self) -> bool:
        """Whether the filter admits all suggestions."""
        return self == SuggestionFilter()

    def admits(self, suggestion: Filtered, quote: str) -> bool:
        """Return whether the filter admits a suggestion for these words."""
        return (
            (self.source is None or suggestion.source == self.source)
            and (self.label is None or (suggestion.layer, suggestion.label) == self.label)
            and (self.tier is None or tier_of(suggestion.score) is self.tier)
            and (not self.words or self.words.casefold() in quote.casefold())
        )

    def admits_in(self, suggestion: Suggestion, text: str) -> bool:
        """Return whether the filter admits a suggestion for words of this text."""
        return self.admits(suggestion, suggestion.quote(text) if self.words else "")


EVERYTHING = SuggestionFilter()

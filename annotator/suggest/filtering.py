"""Which suggestions somebody wants to see."""

from dataclasses import dataclass
from typing import Protocol

from annotator.model.values import Suggestion
from annotator.suggest.tiers import Tier, tier_of


class Filtered(Protocol):
    """What is known of a suggestion, wherever it is listed."""

    @property
    def layer(self) -> str:
        """The layer of the label."""
        ...

    @property
    def label(self) -> str:
        """The label that is suggested."""
        ...

    @property
    def source(self) -> str:
        """The name of what suggests it."""
        ...

    @property
    def score(self) -> float | None:
        """How sure the source is, from 0 to 1."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestionFilter:
    """Those of a source, of a label (layer, label), of a tier, with words in them; None and nothing: all.

    Small and capital letters are the same.
    """

    source: str | None = None
    label: tuple[str, str] | None = None
    tier: Tier | None = None
    words: str = ""

    @property
    def everything(self) -> bool:
        """Tell whether nothing is left out."""
        return self == SuggestionFilter()

    def admits(self, suggestion: Filtered, quote: str) -> bool:
        """Tell whether a suggestion for these words is one of those."""
        return (
            (self.source is None or suggestion.source == self.source)
            and (self.label is None or (suggestion.layer, suggestion.label) == self.label)
            and (self.tier is None or tier_of(suggestion.score) is self.tier)
            and (not self.words or self.words.casefold() in quote.casefold())
        )

    def admits_in(self, suggestion: Suggestion, text: str) -> bool:
        """Tell whether a suggestion for words of this text is one of those."""
        return self.admits(suggestion, suggestion.quote(text) if self.words else "")


EVERYTHING = SuggestionFilter()

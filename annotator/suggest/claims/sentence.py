"""A sentence as the rules of both languages read it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.model.values import Part
from annotator.suggest.claims.found import Kind
from annotator.suggest.claims.sentence_words import Stretch, Token, bare


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of a sentence and the stretches they fall into.

    ``paragraph`` is where its paragraph begins; ``words`` are the tokens in small letters, each once.
    """

    text: str
    start: int
    end: int
    paragraph: int
    tokens: Sequence[Token]
    stretches: Sequence[Stretch]
    words: frozenset[str]
    is_headline: bool = False

    def of(self, stretch: Stretch) -> Sequence[Token]:
        """Give the tokens of a stretch."""
        return self.tokens[stretch.first : stretch.last]

    def is_quotation(self, index: int) -> bool:
        """Tell whether a stretch is a quotation; there may be no such stretch."""
        return 0 <= index < len(self.stretches) and self.tokens[self.stretches[index].first].inner is not None

    def inner(self, index: int) -> Part | None:
        """Give the words of the quotation that a stretch is."""
        place = self.tokens[self.stretches[index].first].inner
        return without_comma(self.text, place) if place is not None else None

    def words_from(self, first: int, last: int, linking: frozenset[str]) -> Part | None:
        """Give the part from one token up to another, without punctuation and linking words at its edges."""
        while first < last and (not self._is_content(first) or self.tokens[first].low in linking):
            first += 1
        while last > first and not self._is_content(last - 1):
            last -= 1
        if first >= last:
            return None
        return bare(self.text, self.tokens[first].start, self.tokens[last - 1].end)

    def end_of_main(self, token: int) -> int:
        """Give the token before which the main clause ends that goes on at one: a semicolon, or the sentence's end."""
        parted = (stretch.first for stretch in self.stretches if stretch.first > token and stretch.before == ";")
        return next(parted, len(self.tokens))

    def _is_content(self, index: int) -> bool:
        token = self.tokens[index]
        return token.inner is not None or token.is_word or token.text in '„“”"»«‚‘’›‹()%€$£!?'


def without_comma(text: str, place: Part) -> Part | None:
    """Take from a quotation's inside the white space and the comma or full stop at its end."""
    start, end = place
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    return (start, end) if start < end else None


def kind_of(
    text: str, parts: Iterable[Part], verb: Kind | None, opinion: frozenset[str], demand: frozenset[str],
    future: frozenset[str],
) -> Kind:  # fmt: skip
    """Tell what a claim does, by its words and the verb that brings it."""
    words = " ".join(text[start:end] for start, end in parts)
    low = {word.strip('.,!?„“”"»«()').lower() for word in words.split()}
    if verb is Kind.QUESTION or words.endswith("?"):
        return Kind.QUESTION
    if verb in {Kind.DEMAND, Kind.PREDICTION}:
        return verb
    if low & demand:
        return Kind.DEMAND
    if verb is Kind.OPINION or low & opinion:
        return Kind.OPINION
    if low & future:
        return Kind.PREDICTION
    return Kind.FACT

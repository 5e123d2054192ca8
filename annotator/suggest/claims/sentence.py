"""A sentence as the rules of both languages read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.model.values import Part
from annotator.suggest.claims.cast import Cast
from annotator.suggest.claims.frame_values import NOBODY, Context, Speaker
from annotator.suggest.claims.pronouns import Scene, resolve
from annotator.suggest.claims.sentence_words import Stretch, Token, TokenRange, bare
from annotator.suggest.claims.speakers import speaker_of
from annotator.suggest.claims.subjects import subject_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """The tokens of a sentence, its stretches, and the context from earlier sentences.

    ``paragraph`` is the start of its paragraph; ``words`` are its tokens in lower case. Rules leave the context
    unchanged.
    """

    text: str
    language: str
    start: int
    end: int
    paragraph: int
    tokens: Sequence[Token]
    stretches: Sequence[Stretch]
    words: frozenset[str]
    cast: Cast
    context: Context
    is_headline: bool = False

    def of(self, stretch: Stretch) -> Sequence[Token]:
        """Return the tokens of a stretch."""
        return self.tokens[stretch.first : stretch.last]

    def is_quotation(self, number: int) -> bool:
        """Return whether the stretch with that number exists and is a quotation."""
        return 0 <= number < len(self.stretches) and self.tokens[self.stretches[number].first].inner is not None

    def inner(self, number: int) -> Part | None:
        """Return the part between the marks if the stretch is a quotation, else None."""
        place = self.tokens[self.stretches[number].first].inner
        return without_comma(self.text, place) if place is not None else None

    def place(self, index: int) -> Part:
        """Return where a token stands."""
        return self.tokens[index].start, self.tokens[index].end

    def part(self, first: int, last: int, linking: frozenset[str] = frozenset()) -> Part | None:
        """Return the part between two tokens, without edge punctuation and initial linking words."""
        while first < last and (not self._is_content(first) or self.tokens[first].low in linking):
            first += 1
        while last > first and not self._is_content(last - 1):
            last -= 1
        return bare(self.text, self.tokens[first].start, self.tokens[last - 1].end) if first < last else None

    def token_from(self, offset: int) -> int:
        """Return the first token that begins at or after an offset, or else the number of tokens."""
        return next((i for i, token in enumerate(self.tokens) if token.start >= offset), len(self.tokens))

    def stretch_of(self, token: int) -> int:
        """Return the number of the last stretch that begins at or before a token."""
        return max((n for n, stretch in enumerate(self.stretches) if stretch.first <= token), default=0)

    def end_of_main(self, token: int) -> int:
        """Return the end of a token's main clause: a semicolon, or the sentence's end."""
        separated = (stretch.first for stretch in self.stretches if stretch.first > token and stretch.before == ";")
        return next(separated, len(self.tokens))

    def speaker(self, phrase: TokenRange | None) -> Speaker:
        """Return who is meant by a noun phrase."""
        if phrase is None:
            return NOBODY
        tokens = self.tokens[phrase[0] : phrase[1]]
        return speaker_of(self.cast, tokens, self.language, lambda: self.scene(phrase), is_headline=self.is_headline)

    def pronoun(self, index: int) -> Speaker:
        """Return whom a possessive or personal pronoun means, for "nach seinen Angaben" or "in her view"."""
        token = self.tokens[index]
        return resolve(self.cast, (token.start, token.end), token.low, self.scene(None))

    def about(self) -> Speaker:
        """Return whom the sentence before is about."""
        return subject_of(self.cast, self.text, self.context)

    def scene(self, phrase: TokenRange | None) -> Scene:
        """Return what surrounds a subject, or a possessive without a verb of its own (None)."""
        context, tokens = self.context, self.tokens
        around: list[Token] = []
        if phrase is not None:
            around = [*tokens[max(0, phrase[0] - 2) : phrase[0]], *tokens[phrase[1] : phrase[1] + 3]]
        verbs = (
            [] if phrase is None else [*tokens[max(0, phrase[0] - 1) : phrase[0]], *tokens[phrase[1] : phrase[1] + 1]]
        )
        plural = any(_is_plural(token) for token in verbs) if self.language == "de" and verbs else None
        return Scene(
            text=self.text,
            start=self.start,
            paragraph=self.paragraph,
            last=context.speaker,
            running=context.running,
            about=self.about,
            content=context.claim.parts if context.claim is not None else (),
            words=frozenset(token.low for token in around),
            first_word=next((token.low for token in tokens if token.is_word), ""),
            plural=plural,
            is_headline=self.is_headline,
        )

    def _is_content(self, index: int) -> bool:
        token = self.tokens[index]
        return token.inner is not None or token.is_word or token.text in '„“”"»«‚‘’›‹()%€$£!?'


def _is_plural(verb: Token) -> bool:
    """Return whether a German word looks like a verb of several: "sagten", "haben"."""
    return verb.is_word and not verb.is_capital and verb.low.endswith("en")


def without_comma(text: str, place: Part) -> Part | None:
    """Trim white space off a quotation's inside, and a final comma or full stop; None if empty."""
    start, end = place
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    return (start, end) if start < end else None

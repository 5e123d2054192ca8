"""The representation of a sentence that the rules of both languages read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import NOBODY, Context, Speaker
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.pronouns import Scene, resolve
from annotator.suggest.claims.sentence_words import (
    QUOTES,
    Stretch,
    Token,
    TokenRange,
    bare,
    closing_after,
    is_in_quotes,
)
from annotator.suggest.claims.speakers import speaker_of
from annotator.suggest.claims.subjects import subject_of

_SHOWN = frozenset("„“”\"»«‚‘’'›‹()%‰°€$£¥!?")  # punctuation that may begin or end a claim
_SINGULAR = frozenset("hat hatte kann konnte lässt ließ muss musste soll sollte will wird wollte wurde".split())


@dataclass(slots=True, kw_only=True)  # frozen, it would take several times as long to make
class Sentence:
    """The tokens of a sentence, its stretches, and the context from earlier sentences.

    ``paragraph`` is the offset where its paragraph begins; ``words`` are its tokens in lower case. Rules do not change
    the context.
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
        """Return whether a stretch with this number exists and is a quotation."""
        return 0 <= number < len(self.stretches) and self.tokens[self.stretches[number].first].inner is not None

    def inner(self, number: int) -> Part | None:
        """Return the part between the quotation marks if this stretch is a quotation, otherwise None."""
        place = self.tokens[self.stretches[number].first].inner
        return without_comma(self.text, place) if place is not None else None

    def place(self, index: int) -> Part:
        """Return the range of a token in the text."""
        return self.tokens[index].start, self.tokens[index].end

    def part(self, first: int, last: int, linking: frozenset[str] = frozenset()) -> Part | None:
        """Return the part from token ``first`` up to token ``last``, or None if nothing is left.

        Punctuation at both ends and linking words at the beginning are dropped.
        """
        while first < last and (not self._is_content(first) or self.tokens[first].low in linking):
            first += 1
        while last > first and not self._is_content(last - 1):
            last -= 1
        if first >= last:
            return None
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return bare(self.text, start, closing_after(self.text, start, end))

    def token_from(self, offset: int) -> int:
        """Return the index of the first token that begins at or after an offset, or the number of tokens."""
        return next((i for i, token in enumerate(self.tokens) if token.start >= offset), len(self.tokens))

    def stretch_of(self, token: int) -> int:
        """Return the number of the last stretch that begins at or before a token."""
        return max((n for n, stretch in enumerate(self.stretches) if stretch.first <= token), default=0)

    def end_of_main(self, token: int) -> int:
        """Return the token that ends the main clause of a token: the one after a semicolon, or the sentence's end."""
        separated = (stretch.first for stretch in self.stretches if stretch.first > token and stretch.before == ";")
        return next(separated, len(self.tokens))

    def speaker(self, phrase: TokenRange | None) -> Speaker:
        """Return whom a noun phrase refers to; `NOBODY` for None."""
        if phrase is None:
            return NOBODY
        tokens = self.tokens[phrase[0] : phrase[1]]
        who = speaker_of(self.cast, tokens, self.language, lambda: self.scene(phrase), is_headline=self.is_headline)
        who = _standing_for(who, (tokens[0].start, tokens[-1].end)) if tokens else who
        if not tokens or who.name is not None:
            return who
        if tokens[-1].text == ")":
            return self._without_parenthesis(who)
        return self._with_title(who, tokens) if tokens[-1].text in QUOTES else who

    def _without_parenthesis(self, who: Speaker) -> Speaker:
        """Return an unnamed speaker without the parenthesis that its last words are in: "Bericht (Mai 2024)"."""
        if who.part is None:
            return who
        words = self.text[slice(*who.part)]
        opening = words.rfind("(")
        if opening <= words.rfind(")"):
            return who
        return Speaker((who.part[0], who.part[0] + len(words[:opening].rstrip())))

    def _with_title(self, who: Speaker, phrase: Sequence[Token]) -> Speaker:
        """Return an unnamed speaker with the closing mark of a quoted title: "die Initiative „Rettet den Park“"."""
        opened = any(token.text in QUOTES for token in phrase[:-1])
        whole = who.part is not None and self.text[who.part[1] : phrase[-1].end] == phrase[-1].text
        return Speaker((who.part[0], phrase[-1].end)) if opened and whole and who.part is not None else who

    def pronoun(self, index: int) -> Speaker:
        """Return whom the pronoun at a token means, as in "nach seinen Angaben" or "in her view"."""
        token = self.tokens[index]
        place = token.start, token.end
        return _standing_for(resolve(self.cast, place, token.low, self.scene(None)), place)

    def about(self) -> Speaker:
        """Return whom the previous sentence is about."""
        return subject_of(self.cast, self.text, self.context)

    def scene(self, phrase: TokenRange | None) -> Scene:
        """Return the surroundings of a subject; None stands for a possessive pronoun, which has no verb."""
        context, tokens = self.context, self.tokens
        around: list[Token] = []
        if phrase is not None:
            around = [*tokens[max(0, phrase[0] - 2) : phrase[0]], *tokens[phrase[1] : phrase[1] + 3]]
        verbs = (
            [] if phrase is None else [*tokens[max(0, phrase[0] - 1) : phrase[0]], *tokens[phrase[1] : phrase[1] + 1]]
        )
        plural = None
        if self.language == "de" and verbs:  # "ließ sie erklären" is singular
            plural = any(map(_is_plural, verbs)) and verbs[0].low not in _SINGULAR
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
            word_before=tokens[phrase[0] - 1].low if phrase is not None and phrase[0] > 0 else "",
            at=tokens[phrase[0]].start if phrase is not None else 0,
            spoke_here=context.claim is None or context.claim.parts[0][0] >= self.paragraph,
            plural=plural,
            is_headline=self.is_headline,
            owns=phrase is None,
        )

    def closes_quote(self, index: int) -> bool:
        """Return whether a token is the closing mark behind a comma, as in "After “Old Town,” Ann Lee said"."""
        if index == 0 or self.tokens[index].text not in {"”", '"'} or self.tokens[index - 1].text != ",":
            return False
        return is_in_quotes(self.tokens, index)

    def next_colon(self, number: int) -> int:
        """Return the first token after the next colon behind a stretch, or the number of tokens."""
        later = (stretch.first for stretch in self.stretches[number + 1 :] if stretch.before == ":")
        return next(later, len(self.tokens))

    def is_bare(self, part: Part) -> bool:
        """Return whether a part is a single word of a headline, which tells too little without its verb."""
        return self.is_headline and self.tokens[-1].text != "." and len(self.text[part[0] : part[1]].split()) == 1

    def _is_content(self, index: int) -> bool:
        token = self.tokens[index]
        return token.inner is not None or token.is_word or token.text in _SHOWN


def _standing_for(who: Speaker, words: Part) -> Speaker:
    """Return a speaker with the words that stand for it, unless its own name is among them."""
    if who.name is None or (words[0] <= who.name.start and who.name.end <= words[1]):
        return who
    return replace(who, reference=words)


def _is_plural(verb: Token) -> bool:
    """Return whether a German word looks like a verb in the plural: "sagten", "haben"."""
    return verb.is_word and not verb.is_capital and verb.low.endswith("en")


def without_comma(text: str, place: Part) -> Part | None:
    """Return a quotation's inner part without outer white space and final punctuation; None if nothing is left."""
    start, end = place
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    return (start, end) if start < end else None

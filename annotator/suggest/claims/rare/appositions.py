"""Words about a source between its name and the claim: "According to Ann Lee, head of the board, | it is safe"."""

from collections.abc import Sequence

from annotator.model.values import Part
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.phrases import is_apposition
from annotator.suggest.claims.frame_values import Frame
from annotator.suggest.claims.german.objects import FINITE
from annotator.suggest.claims.german.phrases import is_like_verb
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token

_RELATIVES = frozenset("which who whose".split())
_GOING_ON = frozenset(["and", "oder", "or", "und"])


def after_apposition(sentence: Sentence, frame: Frame) -> int:
    """Return the first token after words about the source that ends a frame; without them, that after the frame.

    They are an apposition, and in English also a relative clause or an age. If the sentence ends with them, its end is
    returned.
    """
    token, source = frame.last, frame.speaker.part
    if source is None or source[1] < sentence.tokens[token - 1].start:
        return token
    first = next((n for n, stretch in enumerate(sentence.stretches) if stretch.first >= token), 0)
    if not first or any(one.is_word for one in sentence.tokens[token : sentence.stretches[first].first]):
        return token
    number = first
    while number < len(sentence.stretches) and _is_about_source(sentence, number, source):
        number += 1
    if number == len(sentence.stretches):
        return len(sentence.tokens)
    return sentence.stretches[number].first if number > first else token


def _is_about_source(sentence: Sentence, number: int, source: Part) -> bool:
    stretch, following = sentence.stretches[number], number + 1
    words = [token for token in sentence.of(stretch) if token.is_word]
    if not words or sentence.is_quotation(number) or stretch.before != ",":
        return False
    ends = following == len(sentence.stretches)
    if not ends and (sentence.stretches[following].before != "," or _is_list(sentence, following)):
        return False
    if (words[0].start, words[-1].end) == source:
        return True  # "the union’s head, Ann Lee,"
    if sentence.language == "de":
        return _is_german_apposition(words)
    is_age = len(words) == 1 and words[0].text.isdigit()
    return is_age or words[0].low in _RELATIVES or is_apposition(sentence, number)


def _is_list(sentence: Sentence, number: int) -> bool:
    """Return whether a stretch ends a list: "According to Lee, the schools, | the pools and the parks are safe"."""
    words = sentence.of(sentence.stretches[number])
    joined = next((n for n, token in enumerate(words) if token.low in _GOING_ON), len(words))
    verb = next((n for n, token in enumerate(words) if token.low in en.AUXILIARIES or is_finite(token)), len(words))
    return 0 < joined < verb < len(words)


def _is_german_apposition(words: Sequence[Token]) -> bool:
    """Return whether words begin with a noun, and have no verb: "Leiterin des Bades"."""
    return words[0].is_capital and not any(is_finite(token) for token in words)


def is_finite(token: Token) -> bool:
    """Return whether a German word has the form of a finite verb or is an irregular one."""
    return not token.is_capital and (token.low in FINITE or is_like_verb(token))

"""Words about a source between its name and the claim: "According to Ann Lee, head of the board, | it is safe"."""

from collections.abc import Sequence

from annotator.model.values import Part
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.phrases import is_apposition
from annotator.suggest.claims.frame_values import Frame
from annotator.suggest.claims.german.phrases import may_be_finite
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token

_GOING_ON = frozenset(["and", "oder", "or", "und"])


def after_apposition(sentence: Sentence, frame: Frame) -> int:
    """Return the token at which a claim may begin after a frame: behind words about the source that ends the frame.

    Such words are an apposition, or in English a relative clause. If the sentence ends with them, its end is returned.
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
    return words[0].low in en.RELATIVES or is_apposition(sentence, number)


def _is_list(sentence: Sentence, number: int) -> bool:
    """Return whether a stretch ends a list: "According to Lee, the schools, | the pools and the parks are safe"."""
    words = sentence.of(sentence.stretches[number])
    joined = next((n for n, token in enumerate(words) if token.low in _GOING_ON), len(words))
    verb = next((n for n, token in enumerate(words) if token.low in en.AUXILIARIES or may_be_finite(token)), len(words))
    return 0 < joined < verb < len(words)


def _is_german_apposition(words: Sequence[Token]) -> bool:
    """Return whether words begin with a noun, and have no verb: "Leiterin des Bades"."""
    return words[0].is_capital and not any(may_be_finite(token) for token in words)

"""Appositions: who is named beside a noun, and words about a source before its claim ("Ann Lee, head of the board")."""

from collections.abc import Sequence
from itertools import takewhile

from annotator.model.values import Part
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.phrases import is_apposition
from annotator.suggest.claims.frame_values import Frame, Name, Speaker
from annotator.suggest.claims.german.phrases import may_be_finite
from annotator.suggest.claims.people.genders import may_be_person
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token, TokenRange
from annotator.suggest.claims.speaker_words import POSSESSIVES, TITLES
from annotator.suggest.claims.speakers import body_noun, named

_LONGEST_RANK = 4
_ARTICLES = frozenset("the der die das".split())
_ROLE_BEGINS = frozenset("the a an his her their der die ein eine sein seine ihr ihre".split())
_BODY_BEGINS = POSSESSIVES | {"the"}
_BEFORE_OWNER = frozenset("of for to by von des der vom für".split())
_GOING_ON = frozenset(["and", "oder", "or", "und"])


def apposed(sentence: Sentence, number: int, *, marked: bool = False) -> Speaker | None:
    """Return the person that a stretch begins with ("the head, Dr Ann Lee, said"), or None.

    With ``marked``, punctuation may precede the person's name.
    """
    if not 0 <= number < len(sentence.stretches) or sentence.is_quotation(number):
        return None
    tokens = sentence.of(sentence.stretches[number])
    able = [token for token in tokens if token.is_word or not marked] or tokens[:1]
    titles = list(takewhile(lambda token: token.low.rstrip(".") in TITLES, able))
    names = sentence.cast.within(able[0].start, tokens[-1].end)
    person = next((name for name in names if name.label == "PER"), None)
    if person is None or sentence.text[person.end : person.end + 1] in {"'", "’"}:
        return None  # "Berg’s lawyer"
    begins = {token.start for token in able[: len(titles) + 1]}  # a title may belong to the name
    return named(person) if person.start in begins or _has_rank(sentence, able, person) else None


def _has_rank(sentence: Sentence, words: Sequence[Token], person: Name) -> bool:
    """Return whether capitalised words for a rank stand between the comma and a person: "State Senator Ann Lee"."""
    before = [token for token in words if token.start < person.start and token.is_word]
    behind = any(token.is_word and token.start >= person.end for token in words)
    return (
        sentence.language == "en"
        and not behind
        and 0 < len(before) < _LONGEST_RANK
        and all(token.is_capital for token in before)
    )


def person_within(sentence: Sentence, number: int) -> Speaker | None:
    """Return the person whose name ends a stretch after a role ("his lawyer, the barrister Ann Lee, said"), or None."""
    if not 0 <= number < len(sentence.stretches) or sentence.is_quotation(number):
        return None
    words = [token for token in sentence.of(sentence.stretches[number]) if token.is_word]
    if not words or not (words[0].low in _ROLE_BEGINS or _begins_with_role(sentence, words)):
        return None
    names = sentence.cast.within(words[0].start, words[-1].end)
    person = names[-1] if names and names[-1].label == "PER" and names[-1].end == words[-1].end else None
    before = [token.low for token in words if person is not None and token.end <= person.start]
    return None if person is None or not before or before[-1] in _BEFORE_OWNER else named(person)


def _begins_with_role(sentence: Sentence, words: Sequence[Token]) -> bool:
    """Return whether an English apposition begins with a bare role: "retired judge Sir Ann Lee"."""
    roles = list(takewhile(lambda token: token.text.islower(), words[:_LONGEST_RANK]))
    return sentence.language == "en" and bool(roles) and may_be_person(roles[-1].low)


def body_apposed(sentence: Sentence, phrase: TokenRange, number: int) -> Speaker | None:
    """Return the body whose name is a whole stretch after a noun for it ("the union, ARDU, said"), or None.

    ``phrase`` is the noun phrase, ``number`` the stretch of the name.
    """
    if not 0 <= number < len(sentence.stretches) or sentence.is_quotation(number):
        return None
    noun = body_noun(sentence.tokens[phrase[0] : phrase[1]], sentence.language)
    words = [token for token in sentence.of(sentence.stretches[number]) if token.is_word]
    if words and words[0].low in _ARTICLES:
        del words[0]
    owner = sentence.tokens[phrase[0]].low in _BODY_BEGINS  # "its buyer, Alder Homes", "the library, Soundvault"
    if not words or not (noun or owner):
        return None
    start, end = words[0].start, words[-1].end
    known = next((name for name in sentence.cast.within(start, end) if (name.start, name.end) == (start, end)), None)
    if known is None and noun and sentence.language == "en" and all(token.is_capital for token in words):
        known = Name(start, end, "ORG")
    able = known is not None and (known.label == "ORG" or (noun != "" and known.label != "PER"))
    return named(known) if known is not None and able else None


def is_named_at(sentence: Sentence, speaker: Speaker, number: int) -> bool:
    """Return whether a stretch begins with a speaker's name: "…, sagte die Leiterin, Eva Roth"."""
    if speaker.part is None or not 0 <= number < len(sentence.stretches) or sentence.is_quotation(number):
        return False
    return any(token.start == speaker.part[0] for token in sentence.of(sentence.stretches[number])[:2])


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

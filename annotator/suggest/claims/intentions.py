"""Intentions, plans and hearsay: what both languages share."""

from collections.abc import Callable

from annotator.suggest.claims.found import NOBODY, Form, Found, Kind, Rule, Speaker
from annotator.suggest.claims.rules import Parts, claims
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch


def intentions(
    sentence: Sentence, cues: frozenset[str], claims_at: Callable[[Sentence, int, int], list[Found]]
) -> list[Found]:
    """Return the first claim of each stretch, given a rule for the number of a stretch and a token in it."""
    found: list[Found] = []
    if cues.isdisjoint(sentence.words):
        return found
    for number, stretch in enumerate(sentence.stretches):
        if not sentence.is_quotation(number):
            at_tokens = (claims_at(sentence, number, index) for index in range(stretch.first, stretch.last))
            found.extend(next(filter(None, at_tokens), ()))
    return found


def intended(
    sentence: Sentence, index: int, parts: Parts, speaker: Speaker, kind: Kind = Kind.PREDICTION
) -> list[Found]:
    """Return the claim that somebody intends something."""
    place = sentence.place(index)
    return claims(sentence, parts, Form.REPORTED, Rule.INTENTION, speaker=speaker, cue=place, kind=kind)


def hearsay(sentence: Sentence, index: int, parts: Parts, speaker: Speaker = NOBODY) -> list[Found]:
    """Return a claim without a source of its own."""
    place = sentence.place(index)
    return claims(sentence, parts, Form.INDIRECT, Rule.HEARSAY, speaker=speaker, cue=place, kind=Kind.FACT)


def alleged(sentence: Sentence, stretch: Stretch, index: int, linking: frozenset[str]) -> list[Found]:
    """Return the claim around a word such as "allegedly"."""
    parts = (sentence.part(stretch.first, index, linking), sentence.part(index + 1, stretch.last))
    return hearsay(sentence, index, parts)

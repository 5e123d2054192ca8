"""Telling what the author believes from what others say: "I suspect the dryer eats them", outside of quotations."""

import re
from collections.abc import Iterable
from dataclasses import replace

from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

_BELIEVING = {
    "de": frozenset("befürchte behaupte bezweifle bin denke fürchte glaube meine vermute".split()),
    "en": frozenset("believe doubt fear guess hope reckon suspect think".split()),
}
_SELF = {"de": "ich", "en": "i"}
CUES = {language: _BELIEVING[language] for language in _BELIEVING}
"""Lower-case words by language; a sentence without any of them has no belief of its author."""
_BELIEF = {
    "de": re.compile(
        r"(?:(?:Aber|Doch|Und) )?[Ii]ch (?P<cue>befürchte|behaupte|bezweifle|denke|fürchte|glaube|vermute)"
        r"(?: (?:aber|auch|fast|noch|nur))?, (?:dass |ob )?(?P<said>\S.{5,})\Z",
        re.DOTALL,
    ),
    "en": re.compile(
        r"(?:(?:And|But|So|Still|Yet),? )?I (?:also |rather |still )?(?P<cue>believe|doubt|fear|guess|reckon|suspect"
        r"|think) (?!(?:about|again|back|for|in|it|not|of|so|to)\b)(?:that |whether )?(?P<said>\S.{5,})\Z",
        re.DOTALL,
    ),
}
_FEWEST_WORDS = 2


def of_author(sentence: Sentence, found: Iterable[Found]) -> list[Found]:
    """Return the claims of a sentence with those of "I" as the author's, or else the belief that it begins with."""
    every = [_owned(sentence, one) for one in found]
    return every or _believed(sentence)


def _owned(sentence: Sentence, one: Found) -> Found:
    part = one.speaker.part
    if one.speaker.name is not None or part is None or one.form is Form.DIRECT or one.cue is None:
        return one
    is_self = sentence.text[slice(*part)].lower() == _SELF[sentence.language]
    cue = sentence.text[slice(*one.cue)].lower()
    if not is_self or cue not in _BELIEVING[sentence.language]:
        return one
    return replace(one, speaker=NOBODY, form=Form.OWN, rule=Rule.AUTHOR)


def _believed(sentence: Sentence) -> list[Found]:
    language = sentence.language
    if _BELIEVING[language].isdisjoint(sentence.words) or sentence.is_headline:
        return []
    found = _BELIEF[language].match(sentence.text, sentence.start, sentence.end)
    if found is None or len(found["said"].split()) < _FEWEST_WORDS or found["said"].endswith("?"):
        return []
    part = sentence.part(sentence.token_from(found.start("said")), len(sentence.tokens))
    cue, unclear = found.span("cue"), False
    refutes = found["cue"] in {"bezweifle", "doubt"}
    return claims(sentence, [part], Form.OWN, Rule.AUTHOR, speaker=NOBODY, cue=cue, refutes=refutes, unclear=unclear)

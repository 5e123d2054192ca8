"""Finding what is held of something, by a group or by nobody in particular: "Die Strecke gilt als überlastet"."""

import re

from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Rule, Speaker
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

CUES = frozenset({"galt", "galten", "gelten", "gilt"})
"""Lower-case words; a sentence without any of them has no such claim."""
_THAT = re.compile(r"(?P<held>Als [\w ]{3,40}?) (?P<cue>galt|gilt)(?: \w+){0,3}, dass (?P<said>\S.{5,})\Z", re.DOTALL)
_CIRCLE = re.compile(r"\b(?:[Uu]nter|[Bb]ei) (?P<who>(?:(?:den|vielen|einigen|manchen) )?[A-ZÄÖÜ][\w-]+n)\b")
_NO_SUBJECT = frozenset("da dabei das dies es was wer".split())
_SUPERSEDED = frozenset("bisher bislang einst früher".split())  # "Bisher galt er als …": background of the article
_NO_JUDGEMENT = frozenset({"ob", "wenn"})


def held(sentence: Sentence) -> list[Found]:
    """Return what a main clause says that something is held to be."""
    that = _THAT.match(sentence.text, sentence.start, sentence.end)
    if that is not None:
        part = sentence.part(sentence.token_from(that.start("said")), len(sentence.tokens))
        return _claim(sentence, [part], that.span("cue"), NOBODY)
    tokens, stretch = sentence.tokens, sentence.stretches[0]
    cue = next((i for i in range(stretch.first, stretch.last) if tokens[i].low in CUES), stretch.first)
    held_as = next((i for i in range(cue + 1, stretch.last - 1) if tokens[i].low == "als"), None)
    if cue == stretch.first or held_as is None or tokens[stretch.first].low in _SUPERSEDED:
        return []
    if cue == stretch.first + 1 and tokens[stretch.first].low in _NO_SUBJECT:
        return []
    if tokens[held_as + 1].low in _NO_JUDGEMENT or sentence.tokens[-1].text == "?":
        return []
    parts = [sentence.part(stretch.first, cue), sentence.part(cue + 1, sentence.end_of_main(cue))]
    circle = _CIRCLE.search(sentence.text, tokens[stretch.first].start, tokens[held_as].start)
    who = NOBODY if circle is None else Speaker(circle.span("who"))
    return _claim(sentence, parts, sentence.place(cue), who)


def _claim(sentence: Sentence, parts: list[tuple[int, int] | None], cue: tuple[int, int], who: Speaker) -> list[Found]:
    return claims(sentence, parts, Form.REPORTED, Rule.HEARSAY, speaker=who, cue=cue)

"""Finding what things point to in English headlines: "Old maps point to a lost road"."""

import re

from annotator.suggest.claims.frame_values import Form, Found, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

CUES = frozenset("hint hints point points".split())
"""Lower-case words; a headline without any of them has no such claim."""
_HINTED = re.compile(
    r"(?P<who>[^,:;?“‘\"]{3,60}?) (?P<cue>point(?:s)? to|hint(?:s)? at) (?P<said>(?!the same\b)[^,:;?“‘\"]{5,})\Z"
)


def hinted(sentence: Sentence) -> list[Found]:
    """Return what the subject of a headline points to."""
    found = _HINTED.match(sentence.text, sentence.start, sentence.end) if sentence.is_headline else None
    if found is None:
        return []
    speaker = sentence.speaker((0, sentence.token_from(found.start("cue"))))
    part = sentence.part(sentence.token_from(found.start("said")), len(sentence.tokens))
    cue = found.span("cue")
    return claims(sentence, [part], Form.REPORTED, Rule.REPORTED_ACT, speaker=speaker, cue=cue)

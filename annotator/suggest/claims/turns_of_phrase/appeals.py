"""Finding what nobody in particular asks people to do: "Wer etwas gesehen hat, wird gebeten, sich zu melden"."""

import re

from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Kind, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

CUES = frozenset({"angehalten", "aufgefordert", "aufgerufen", "ersucht", "gebeten"})
"""Lower-case words; a sentence without any of them has no such claim."""
_ASKED = re.compile(
    rf"(?P<who>Wer\b[^:;]{{3,}}?), (?:wird|ist|sei) (?:\w+ ){{0,3}}?(?P<cue>{'|'.join(sorted(CUES))}), "
    r"(?P<said>[^:;]*\bzu \w+n\b.*|[^:;]*?\w*zu\w+n\W*)\Z",
    re.DOTALL,
)


def asked(sentence: Sentence) -> list[Found]:
    """Return what a sentence asks of "Wer …", which names nobody who asks."""
    found = _ASKED.match(sentence.text, sentence.start, sentence.end)
    if found is None:
        return []
    parts = [sentence.part(sentence.token_from(found.start(each)), _after(sentence, found, each)) for each in _PARTS]
    kind, cue = Kind.DEMAND, found.span("cue")
    return claims(sentence, parts, Form.INDIRECT, Rule.REPORTED_ACT, speaker=NOBODY, cue=cue, kind=kind)


_PARTS = ("who", "said")


def _after(sentence: Sentence, found: re.Match[str], group: str) -> int:
    return sentence.token_from(found.end(group))

"""Finding what somebody told the speaker of a claim: "She said a neighbour had told her that …"."""

import re
from collections.abc import Sequence

from annotator.suggest.claims.frame_values import Form, Found, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

_TOLD = {
    "de": re.compile(
        r"(?P<who>[^,;:]{2,60}?) (?:habe|haben|hätten|hätte) (?:ihm|ihr|ihnen|ihn|sie|uns) "
        r"(?P<cue>gesagt|erzählt|berichtet|mitgeteilt|versichert|erklärt|geschrieben|gewarnt|versprochen), "
        r"(?:dass )?(?P<said>\S.*)",
        re.DOTALL,
    ),
    "en": re.compile(
        r"(?P<who>[^,;:]{2,60}?) (?:had|has|have) (?P<cue>told|informed|assured|warned) (?:him|her|them|us) "
        r"(?:that )?(?P<said>\S.*)",
        re.DOTALL,
    ),
}
_FEWEST_WORDS = 3
_NO_CLAIM = re.compile(r"(?:to|not to|about|of|what|how|why|where|um|was|wie|wo|warum|zu)\b")


def told_to_speaker(sentence: Sentence, found: Sequence[Found]) -> list[Found]:
    """Return the claims that somebody told the speaker of one of these claims."""
    pattern = _TOLD[sentence.language]
    inner: list[Found] = []
    for one in found:
        told = pattern.match(sentence.text, *one.parts[0]) if one.form is Form.INDIRECT and one.cue else None
        if told is None or len(told["said"].split()) < _FEWEST_WORDS or _NO_CLAIM.match(told["said"]):
            continue
        who = sentence.speaker((sentence.token_from(told.start("who")), sentence.token_from(told.end("who"))))
        if who.part is not None and who != one.speaker:
            part = told.span("said")
            inner += claims(sentence, [part], Form.INDIRECT, Rule.TOLD, speaker=who, cue=told.span("cue"))
    return inner

"""Finding what somebody told the speaker of a claim: "She said a neighbour had told her that …"."""

import re
from collections.abc import Sequence

from annotator.suggest.claims.frame_values import Form, Found, Rule, Speaker
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

_CUES = {
    "de": "gesagt erzählt berichtet mitgeteilt versichert erklärt geschrieben gewarnt versprochen".split(),
    "en": "told informed assured warned".split(),
}
_TOLD = {
    "de": re.compile(
        r"(?P<who>[^,;:]{2,60}?) (?:habe|haben|hätten|hätte) (?:(?!das |dies |es )[\w-]+ ){1,3}?"
        rf"(?P<cue>{'|'.join(_CUES['de'])}), (?:dass )?(?P<said>\S.*)",
        re.DOTALL,
    ),
    "en": re.compile(
        r"(?P<who>[^,;:]{2,60}?) (?:had|has|have) (?:[^,;:]{2,60}? and (?:had|has|have) )?"
        rf"(?P<cue>{'|'.join(_CUES['en'])}) "
        r"(?:(?:him|her|them|us|colleagues|friends|neighbours|officers|police|relatives|reporters) (?:that )?"
        r"|(?!(?:about|not|of|to)\b)(?:[\w’'-]+ ){1,4}?that )(?P<said>\S.*)",
        re.DOTALL,
    ),
}
_FEWEST_WORDS = 3
_NO_CLAIM = re.compile(r"(?:to|not to|about|of|what|how|why|where|um|was|wie|wo|warum|zu)\b")


def told_to_speaker(sentence: Sentence, found: Sequence[Found]) -> list[Found]:
    """Return the claims that somebody told the speaker of one of these claims."""
    if sentence.words.isdisjoint(_CUES[sentence.language]):
        return []
    pattern = _TOLD[sentence.language]
    inner: list[Found] = []
    for one in found:
        told = pattern.match(sentence.text, *one.parts[0]) if one.form is Form.INDIRECT and one.cue else None
        if told is None or len(told["said"].split()) < _FEWEST_WORDS or _NO_CLAIM.match(told["said"]):
            continue
        who = sentence.speaker((sentence.token_from(told.start("who")), sentence.token_from(told.end("who"))))
        if who.part is not None and who != one.speaker and not _is_same(sentence, who, one.speaker):
            part = told.span("said")
            inner += claims(sentence, [part], Form.INDIRECT, Rule.TOLD, speaker=who, cue=told.span("cue"))
    return inner


def _is_same(sentence: Sentence, first: Speaker, second: Speaker) -> bool:
    """Return whether two speakers are mentions of one name: "Lee said she had told the board that …"."""
    names = first.name, second.name
    return None not in names and len({sentence.cast.key(name) for name in names if name is not None}) == 1

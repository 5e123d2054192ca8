"""Finding a statement that somebody is said to have made in an afterthought: "…, zumindest beteuerte er das"."""

import re

from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

CUES = frozenset({"jedenfalls", "so", "wenigstens", "zumindest"})
"""Lower-case words; a sentence without any of them has no such claim."""
_SAID = (
    "behauptet|bekräftigt|berichtet|beschworen|beteuert|betont|erklärt|erzählt|gesagt|geschildert|geschrieben"
    "|geschworen|versichert|verkündet"
)
_SAYS = (
    "behauptete?|bekräftigte?|berichtete?|beteuerte?|betonte?|erklärte?|erzählte?|sagte?|schilderte?|schrieb|schreibt"
    "|schwor|schwört|versicherte?|verkündete?"
)
_ADVERBS = r"(?: (?:immer|stets|oft|gern|einmal|später|selbst|wenigstens|zumindest|jedenfalls|noch|auch|damals|so))*"
_WHO = r"(?P<{}>er|sie|es|man|(?:der|die|das|ein|eine|sein|seine|ihr|ihre) [\w-]+|[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?)"
_LATER = re.compile(
    rf",(?: so)?(?: jedenfalls| zumindest| wenigstens| so) (?:(?:hat|hatte|haben) {_WHO.format('who')}"
    rf"(?: das| es| dies){_ADVERBS} (?P<cue>{_SAID})"
    rf"|(?P<cue2>{_SAYS}){_ADVERBS} {_WHO.format('who2')}(?: das| es| dies){_ADVERBS})\W*\Z"
)
_FEWEST_WORDS = 3


def added(sentence: Sentence) -> list[Found]:
    """Return the plain statement before an afterthought that says who made it."""
    found = _LATER.search(sentence.text, sentence.start, sentence.end)
    if found is None or len(sentence.text[sentence.start : found.start()].split()) < _FEWEST_WORDS:
        return []
    ending = "" if found["cue"] else "2"
    who = found.span("who" + ending)
    speaker = sentence.speaker((sentence.token_from(who[0]), sentence.token_from(who[1])))
    part = sentence.part(0, sentence.token_from(found.start()))
    if speaker == NOBODY:
        return []
    cue = found.span("cue" + ending)
    return claims(sentence, [part], Form.INDIRECT, Rule.ATTRIBUTED_AFTER, speaker=speaker, cue=cue)

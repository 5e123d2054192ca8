"""Finding what occurs to somebody in the dative: "Ihr war aufgefallen, dass drei Noten fehlten"."""

import re

from annotator.suggest.claims.frame_values import Form, Found, Rule, Speaker
from annotator.suggest.claims.people.pronouns import resolve
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

_NOTICED = "aufgefallen aufgegangen aufgestoßen bewusst eingefallen eingeleuchtet entgangen klar klargeworden".split()
_NOTICES = (("fällt", "fiel"), "auf|ein"), (("leuchtet", "leuchtete"), "ein"), (("stößt", "stieß"), "auf")
CUES = frozenset({*_NOTICED, *(verb for verbs, _ in _NOTICES for verb in verbs)})
"""Lower-case words; a sentence without any of them has no such claim."""
_DATIVES = {"ihm": "he", "ihr": "she", "ihnen": "they"}
_WHO = r"(?P<who>[^,:;]{2,60}?)"
_SAID = r"dass (?P<said>\S.{5,})\Z"
_BETWEEN = r"(?:[a-zäöüß]+ ){0,3}?"
_PERFECT = re.compile(
    rf"{_WHO} (?:ist|sei|war|wurde) {_BETWEEN}(?P<cue>{'|'.join(_NOTICED)})(?: gewesen| geworden)?, {_SAID}", re.DOTALL
)
_PARTED = [
    re.compile(rf"{_WHO} (?P<cue>{'|'.join(verbs)}) {_BETWEEN}(?:{prefix}), {_SAID}", re.DOTALL)
    for verbs, prefix in _NOTICES
]


def noticed(sentence: Sentence) -> list[Found]:
    """Return what a sentence says that somebody noticed; it begins with that person in the dative."""
    matches = (each.match(sentence.text, sentence.start, sentence.end) for each in (_PERFECT, *_PARTED))
    found = next(filter(None, matches), None)
    who = None if found is None else _in_dative(sentence, found["who"], found.span("who"))
    if found is None or who is None:
        return []
    part = sentence.part(sentence.token_from(found.start("said")), len(sentence.tokens))
    return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=who, cue=found.span("cue"))


def _in_dative(sentence: Sentence, words: str, place: tuple[int, int]) -> Speaker | None:
    """Return whom a pronoun, a name or a phrase such as "dem Förster" means; None for anything else."""
    low = words.lower()
    if low in _DATIVES:
        who = resolve(sentence.cast, place, _DATIVES[low], sentence.scene(None))
        return Speaker(who.part, who.name, who.rivals, place)
    names = sentence.cast.within(*place)
    is_name = len(names) == 1 and (names[0].start, names[0].end) == place and names[0].label != "LOC"
    if not is_name and not low.startswith(("dem ", "der ", "einem ", "einer ", "den ")):
        return None
    return sentence.speaker((sentence.token_from(place[0]), sentence.token_from(place[1])))

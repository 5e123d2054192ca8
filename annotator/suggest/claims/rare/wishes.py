"""Finding what somebody would do if they decided: "If Ann Lee had her way, …", "Ginge es nach Eva Roth, …"."""

import re
from collections.abc import Set

from annotator.suggest.claims.frame_values import Form, Found, Kind, Rule
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence

_WHO, _SAID = r"(?P<who>[^,;:]{2,80}?)", r"(?P<said>\S.{9,})"
_OWN_WAY = r"(?:his|her|its|their) (?:own )?way"
_FIRST = {
    "de": re.compile(
        rf"(?P<cue>(?:Ginge|Geht|Ging) es (?:allein |nur )?nach) {_WHO}, {_SAID}"
        rf"|(?P<cue2>(?:Würde|Wäre|Hätte) es (?:allein |nur )?nach) (?P<who2>[^,;:]{{2,80}}?) (?:gehen|gegangen), "
        r"(?P<said2>\S.{9,})"
        r"|(?P<cue3>Wenn es (?:allein |nur )?nach) (?P<who3>[^,;:]{2,80}?) (?:geht|ginge|gehen würde|gegangen wäre), "
        r"(?P<said3>\S.{9,})",
        re.DOTALL,
    ),
    "en": re.compile(
        rf"If {_WHO} (?P<cue>(?:has|had|have|gets|got|get) {_OWN_WAY}), {_SAID}"
        rf"|Had (?P<who2>[^,;:]{{2,80}}?) (?P<cue2>had {_OWN_WAY}), (?P<said2>\S.{{9,}})"
        r"|(?P<cue3>If it (?:were|was|is) up to|Were it up to) (?P<who3>[^,;:]{2,80}?), (?P<said3>\S.{9,})",
        re.DOTALL,
    ),
}
_LAST = {
    "de": re.compile(
        rf"(?P<said>\S.{{9,}}?), (?P<cue>wenn es (?:allein |nur )?nach) {_WHO} "
        r"(?:geht|ginge|gehen würde|gegangen wäre)\W*\Z",
        re.DOTALL,
    ),
    "en": re.compile(
        rf"(?P<said>\S.{{9,}}?),? (?:if {_WHO} (?P<cue>(?:has|had|have|gets|got|get) {_OWN_WAY})"
        r"|(?P<cue2>if it (?:were|was) up to) (?P<who2>[^,;:]{2,80}?))\W*\Z",
        re.DOTALL,
    ),
}
_GOING = {"de": frozenset("geht ging ginge gehen gegangen".split()), "en": frozenset(["up", "way"])}
_GROUPS = ("", "2", "3")


def may_wish(words: Set[str], language: str) -> bool:
    """Return whether a sentence with these lower-case words may say what somebody would do if they decided."""
    return not _GOING[language].isdisjoint(words) and (
        {"es", "nach"} <= words if language == "de" else not words.isdisjoint({"if", "had", "were"})
    )


def wish(sentence: Sentence) -> list[Found]:
    """Return what a sentence says that somebody would do if they decided, as their demand."""
    if not may_wish(sentence.words, sentence.language):
        return []
    text, start, end = sentence.text, sentence.start, sentence.end
    found = _FIRST[sentence.language].match(text, start, end) or _LAST[sentence.language].match(text, start, end)
    if found is None:
        return []
    groups = found.groupdict()
    ending = next(each for each in _GROUPS if groups.get(f"who{each}"))
    who, said = found.span(f"who{ending}"), found.span(f"said{ending}")
    speaker = sentence.speaker((sentence.token_from(who[0]), sentence.token_from(who[1])))
    part = sentence.part(sentence.token_from(said[0]), sentence.token_from(said[1]))
    cue = found.span(f"cue{ending}")
    kind = Kind.DEMAND
    return claims(sentence, [part], Form.INDIRECT, Rule.ACCORDING_TO, speaker=speaker, cue=cue, kind=kind)

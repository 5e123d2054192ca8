"""Finding claims in set phrases: "gibt dem Regen die Schuld", "gave the film two stars", "which Lee reads as a no"."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from annotator.suggest.claims.frame_values import Form, Found, Kind, Rule
from annotator.suggest.claims.rules import Grammar, claims
from annotator.suggest.claims.sentence import Sentence

_WHO = r"(?P<who>[^\s,;:„“”\"‘()!?][^,;:„“”\"‘()!?]{1,80}?)"
_PAPERS = (
    r"(?:Analyse|Berechnung|Bericht|Dokument|Erhebung|Gutachten|Hochrechnung|Messung|Papier|Prognose|Schätzung|Schreiben"
    r"|Statistik|Studie|Umfrage|Untersuchung|Vermerk)"
)
_BLAMING = re.compile(
    rf"{_WHO} (?P<cue>gab|gaben|geben|gibt)(?: \w+)? (?P<said>(?:de[mnr]|eine[mr]|ihr|ihm|ihnen|ihre[mnr]|seine[mnr]) "
    r"?(?:[^,;:]{2,60}?)?) die (?:Allein|Haupt|Mit)?[Ss]chuld(?P<at> (?:an|daran|dafür|für)\b[^,;:]*?)?[.!]?\s*\Z"
)
_PAPER = re.compile(
    r"[^,;:„“]*?(?P<who>(?:das|de[mnr]|die|ein(?:e[mnr]?)?) (?:[a-zäöüß]+ )?(?:[A-ZÄÖÜ][\w-]*-)?(?:[A-ZÄÖÜ]?[a-zäöüß]*)"
    rf"(?i:{_PAPERS})(?:e?n|es?)?(?: (?:de[rs]|eine[rs]|vo[nm]) [^,;:]{{2,60}}?)?), (?P<cue>nach) (?:dem|denen|der) "
    r"(?P<said>[^:;]{12,}?)[.!]?\s*\Z"
)
_POINTING = frozenset("verweisen zitieren".split())
_RATING = re.compile(
    rf"{_WHO} (?P<cue>awarded|awards|gave|gives|rated|rates) (?P<said>[^,;:]{{2,60}}? "
    r"(?:(?:[\w.½-]+|no) stars?\b|[\w.½-]+ out of (?:five|ten|\d+)\b)[^,;:]*?)[.!]?\s*\Z"
)
_RULING = re.compile(
    r"(?:(?:At|In|On|With|Without) [^,;:]{2,60}, )?(?!.{0,40}\b(?:[Cc]ourt|[Jj]ury|[Tt]ribunal)\b)"
    rf"{_WHO} (?:has |have |had )?(?P<cue>ruled) that (?P<said>.+?)[.!]?\s*\Z",
    re.DOTALL,
)
_KEEPING_ON = re.compile(
    rf"{_WHO} (?:has|have|had) been (?P<cue>saying|telling [\w’' -]{{2,40}}?) that (?P<said>.+?)[.!]?\s*\Z", re.DOTALL
)
_PROMISING = re.compile(
    rf"{_WHO} (?:(?P<cue>stell(?:en|t|te|ten))(?: \w+)?? (?P<said>[^,;:]{{3,60}}?) in Aussicht"
    rf"|(?:habe|haben|hat|hatte|hatten) (?P<said2>[^,;:]{{3,60}}?) (?P<cue2>in Aussicht gestellt))[.!]?\s*\Z"
)
_FINDING = re.compile(
    r"(?P<said>[^;:“”\"]{20,}), (?P<who>(?:an?|the) (?:[a-z’'-]+ ){0,3}?(?:audit|coroner|court|inquest"
    r"|inquiry|investigation"
    r"|judge|jury|ombudsman|regulator|report|review|study|survey|tribunal|watchdog)(?: [^,;:]{2,40}?)??)(?: has| have)?"
    r" (?P<cue>concluded|found|ruled)[.!]?\s*\Z"
)
_NEAR = {
    "de": frozenset("alleinschuld aussicht hauptschuld mitschuld schuld".split()),
    "en": frozenset("found ruled saying star stars telling".split()),
}
_RATES = frozenset("awarded awards gave gives rated rates".split())
_READ = re.compile(
    r", which (?P<who>(?!is\b|was\b)[^,;:]{2,60}?) "
    r"(?P<cue>interpret(?:ed|s)|reads|regard(?:ed|s)|saw|sees|took|takes|view(?:ed"
    r"|s)) as (?P<said>[^,;:]{3,}?)[.!]?\s*\Z"
)


def may_be_phrase(words: Set[str], language: str) -> bool:
    """Return whether a sentence with these lower-case words may hold a set phrase."""
    return not _NEAR[language].isdisjoint(words) or (
        language == "en" and "out" in words and not _RATES.isdisjoint(words)
    )


def set_phrase(sentence: Sentence, grammar: Grammar) -> list[Found]:
    """Return the claim of a set phrase that says who blames, rates or rules, or what a document says."""
    if sentence.language == "en":
        if not may_be_phrase(sentence.words, "en"):
            return []
        if "ruled" not in sentence.words and "found" in sentence.words:
            return _claim(sentence, _FINDING, None, Rule.SPEECH_VERB)
        return (
            _claim(sentence, _RATING, Kind.OPINION, Rule.REPORTED_ACT)
            or _claim(sentence, _FINDING, None, Rule.SPEECH_VERB)
            or _claim(sentence, _RULING, None, Rule.SPEECH_VERB)
            or _claim(sentence, _KEEPING_ON, None, Rule.SPEECH_VERB)
        )
    if may_be_phrase(sentence.words, "de"):
        if "aussicht" in sentence.words:
            return _claim(sentence, _PROMISING, Kind.PREDICTION, Rule.REPORTED_ACT)
        return _claim(sentence, _BLAMING, Kind.OPINION, Rule.REPORTED_ACT)
    if "nach" not in sentence.words or sentence.text.find(", nach de", sentence.start, sentence.end) < 0:
        return []
    pointing = grammar.speech_verbs(sentence, sentence.stretches[0])
    if any(spoken.verb.lemma not in _POINTING for spoken in pointing):
        return []
    paper = _claim(sentence, _PAPER, None, Rule.ACCORDING_TO)
    if paper and pointing:  # "Ann Lee verwies auf eine Umfrage, nach der …": both say so
        cited = grammar.read(sentence)[:1]
        return [*paper, *(replace(one, parts=paper[0].parts, kind=paper[0].kind) for one in cited)]
    return paper


def read_into(sentence: Sentence, found: Sequence[Found]) -> list[Found]:
    """Return what somebody takes a sentence's claim for: "…, which Ann Lee reads as a refusal"."""
    if not found or sentence.language != "en" or "which" not in sentence.words:
        return []
    place = sentence.text.rfind(", which ", sentence.start, sentence.end)
    read = _READ.match(sentence.text, place, sentence.end) if place >= 0 else None
    return [] if read is None else _from(sentence, read, Kind.OPINION, Rule.REPORTED_ACT)


def _claim(sentence: Sentence, pattern: re.Pattern[str], kind: Kind | None, rule: Rule) -> list[Found]:
    found = pattern.match(sentence.text, sentence.tokens[0].start, sentence.end)
    return [] if found is None else _from(sentence, found, kind, rule)


def _from(sentence: Sentence, found: re.Match[str], kind: Kind | None, rule: Rule) -> list[Found]:
    speaker = sentence.speaker((sentence.token_from(found.start("who")), sentence.token_from(found.end("who"))))
    if speaker.part is None:
        return []
    groups = found.groupdict()
    places = [found.span(name) for name in ("said", "said2", "at") if groups.get(name)]
    cue = found.span("cue2" if groups.get("cue2") else "cue")
    parts = [sentence.part(sentence.token_from(start), sentence.token_from(end)) for start, end in places]
    form = Form.REPORTED if rule is Rule.REPORTED_ACT else Form.INDIRECT
    return claims(sentence, parts, form, rule, speaker=speaker, cue=cue, kind=kind)

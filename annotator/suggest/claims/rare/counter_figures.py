"""Finding a figure that somebody sets against another one: "Der Verband kommt dagegen auf 610 Euro."."""

import re
from collections.abc import Sequence, Set

from annotator.suggest.claims.frame_values import Form, Found, Kind, Rule
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.people.genders import MANY
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token, bare
from annotator.suggest.claims.speakers import body_noun

_COMES = "kommt kommen kam kamen".split()
_TURNS = "aber allerdings dagegen demgegenüber hingegen indes indessen jedoch wiederum".split()
_CUE, _TURN = rf"(?P<cue>{'|'.join(_COMES)})", rf"(?:{'|'.join(_TURNS)})"
_WHO = r"(?P<who>[^,;:„“”»«\"]{3,80}?)"
_NUMBER = (
    r"(?:[a-zäöüß]+ ){0,3}?\d[\d.,]*\d?(?: (?:Millionen|Milliarden|Mio\.|Mrd\.))?(?P<unit>[ \u00a0]?[%€]| \w[\w-]*)?"
)
_SAID = rf"auf (?P<said>{_NUMBER}[^,;:„“”»«\"]{{0,80}}?)"
_FIGURE = re.compile(
    rf"(?:(?:Doch|Aber|Und) )?(?:{_WHO} (?:{_TURN} )?{_CUE} (?:[a-zäöüß]+ )?{_SAID}"
    rf"|(?:Dagegen|Demgegenüber|Hingegen|Allerdings|Jedoch) (?P<cue2>{'|'.join(_COMES)}) "
    rf"(?P<who2>[^,;:„“”»«\"]{{3,80}}?) {_SAID.replace('<said>', '<said2>').replace('<unit>', '<unit2>')}"
    rf"|Auf (?P<said3>{_NUMBER.replace('<unit>', '<unit3>')}[^,;:„“”»«\"]{{0,80}}?) "
    rf"(?P<cue3>{'|'.join(_COMES)}) {_TURN} "
    r"(?P<who3>[^,;:„“”»«\"]{3,80}?))"
    r"(?=[,;.!?]|\Z)"
)
_DIGIT = re.compile(r"\d")
_REACHED = re.compile(  # what somebody reaches instead of reckoning it
    r" ?(?:%|[Pp]rozent\w*|Punkte?n?|Sitzen?|Mandate?n?|Stimmen|Tore?n?|Treffern?|Siegen?|Meter\w*|Kilometer\w*|km"
    r"|Stundenkilometer\w*|Einsätzen?|Jahren?|Einwohner\w*|Mitglieder\w*|Punkt\w*|Länderspiele\w*|Spiele\w*)\Z"
)
_RECKONING = (
    "amt", "analyse", "behörde", "berechnung", "bericht", "experten", "fachleute", "forscher", "forscherinnen",
    "gewerkschaft", "gutachten", "gutachter", "initiative", "institut", "kammer", "ministerium", "ökonomen",
    "opposition", "polizei", "rechnungshof", "statistik", "studie", "umfrage", "veranstalter", "verband",
)  # fmt: skip


def may_counter(words: Set[str]) -> bool:
    """Return whether a German sentence with these lower-case words may set a figure against another."""
    return not words.isdisjoint(_COMES) and not words.isdisjoint(_TURNS)


def counter_figure(sentence: Sentence) -> list[Found]:
    """Return the figure at which somebody arrives, unlike others, as their claim."""
    if not may_counter(sentence.words):
        return []
    found = _FIGURE.match(sentence.text, sentence.start, sentence.end)
    if found is None:
        return []
    number = next(each for each in ("", "2", "3") if found[f"who{each}"])
    start, end = found.span(f"who{number}")
    words = [token for token in sentence.tokens if start <= token.start < end and token.low not in _TURNS]
    if not words or not _reckons(sentence, words, found[f"unit{number}"] or ""):
        return []
    who = sentence.speaker((sentence.token_from(words[0].start), sentence.token_from(words[-1].end)))
    part, cue = bare(sentence.text, *found.span(f"said{number}")), found.span(f"cue{number}")
    return claims(sentence, [part], Form.INDIRECT, Rule.SPEECH_VERB, speaker=who, cue=cue, kind=Kind.FACT)


def _reckons(sentence: Sentence, words: Sequence[Token], unit: str) -> bool:
    """Return whether a phrase means somebody who reckons, and does not reach so many votes, goals or metres."""
    noun = next((token.low for token in words if token.is_capital and token.low not in de.DETERMINERS), "")
    if noun.endswith(_RECKONING):
        return True
    names = sentence.cast.within(words[0].start, words[-1].end)
    able = bool(body_noun(words, "de")) or noun.endswith(tuple(MANY)) or any(name.label != "LOC" for name in names)
    claim = sentence.context.claim
    counters = claim is not None and any(_DIGIT.search(sentence.text, *part) for part in claim.parts)
    return able and counters and _REACHED.match(unit) is None

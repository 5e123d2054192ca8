"""Finding who takes up an earlier claim without saying it again, and whether they accept it.

"Eva Roth bestreitet die Zahl.", "Ann Lee sides with him on this.", "…, a claim that the union disputes".
"""

import re
from collections.abc import Sequence, Set
from enum import Enum, auto

from annotator.suggest.claims.frame_values import Form, Found, Rule, Speaker
from annotator.suggest.claims.people.pronouns import PRONOUNS
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence


class _Stance(Enum):
    ACCEPTS = auto()
    REFUTES = auto()
    OPEN = auto()


_WHO = r"(?P<who>[^\s,;:„“”\"‘()!?][^,;:„“”\"‘()!?]{1,80}?)"
_END = r"[.!]?\s*\Z"
_GERMAN_TAIL = rf"(?: (?:am|auf|bei|gegenüber|im|in|mit|nach|per|seit|vor|während) [^,;:]{{2,60}}?)?{_END}"
_ENGLISH_TAIL = (
    r"(?: (?:after|at|during|in|on|through|today|when|yesterday)\b[^,;:]{0,60}?|,? (?:though|although)\b.+?)?" + _END
)
_GERMAN_FIGURE = r"(?P<figure>Angaben?|Betrag|Höhe|Rechnung|Schätzung(?:en)?|Summe|Wert|Zahl(?:en)?|Zählung)"
_GERMAN_SUMMARY = (
    r"(?:Anschuldigung(?:en)?|Ansicht|Argumentation|Auffassung|Aussagen?|Begründung|Behauptung(?:en)?|Darstellung"
    r"|Deutung|Einschätzung(?:en)?|Erklärung|Lesart|Prognosen?|Schilderung(?:en)?|Sichtweise|Thesen?|Vermutung(?:en)?"
    r"|Version|Vorhaltung(?:en)?|Vorwurf|Vorwürfe)"
)
_DENIES = r"bestreite(?:t|n)|bestritt(?:en)?|bezweifel(?:t|te|n|ten)|dementier(?:t|te|en|ten)|leugne(?:t|te|n|ten)"
_LATER = r"(?: (?:aber|allerdings|auch|dagegen|gestern|heute|hingegen|jedoch|selbst|wiederum))?"
_ENGLISH_FIGURE = r"(?P<figure>amount|calculations?|counts?|estimates?|figures?|numbers?|sum|tally|total)"
_ENGLISH_SUMMARY = (
    r"(?:account|accusations?|allegations?|argument|assertions?|assessment|characteri[sz]ation|claims?|conclusions?"
    r"|description|explanation|findings?|forecast|interpretation|notion|prediction|reading|suggestion|theory|verdict"
    r"|version|view)"
)
_ENGLISH_SUM = (
    r"(?:her|his|its|that|the|their|these|this|those) (?:[a-z]+ )?"
    rf"(?:{_ENGLISH_FIGURE}|{_ENGLISH_SUMMARY})(?: of (?:events|it|that|the matter|things|what happened))?"
)
_NOT = r"(?:did not|didn[’']t|do not|does not|doesn[’']t|don[’']t)"
_CANNOT = r"(?:can|could|will|would)"
_TURNS = {
    "de": (
        (
            _Stance.REFUTES,
            (
                rf"{_WHO} (?P<cue>{_DENIES}){_LATER} (?:die|den|diese[nr]?|eine solche|einen solchen|ihre"
                rf"|ihren|seine|seinen"
                rf"|solche) (?:{_GERMAN_FIGURE}|{_GERMAN_SUMMARY}){_GERMAN_TAIL}"
            ),
        ),
        (
            _Stance.REFUTES,
            rf"(?:Die|Den|Diese[nr]?) (?:{_GERMAN_FIGURE}|{_GERMAN_SUMMARY}) (?P<cue>{_DENIES}) {_WHO}{_GERMAN_TAIL}",
        ),
        (
            _Stance.REFUTES,
            (
                rf"{_WHO} (?P<cue>lehn(?:t|te|en|ten)){_LATER} (?:das"
                rf"|dies)(?: [^,;:]{{2,40}}?)?"
                rf" (?:ab|zurück){_END}"
            ),
        ),
        (
            _Stance.REFUTES,
            (
                rf"(?:Das|Dies) (?P<cue>lehn(?:t|te|en|ten)|weist|weisen|wies|wiesen) {_WHO}"
                rf"(?: (?:am|auf|bei|entschieden|gegenüber|im|in|jedoch|mit"
                rf"|strikt)\b[^,;:]{{0,40}}?)? (?:ab|zurück){_END}"
            ),
        ),
        (_Stance.REFUTES, rf"{_WHO} (?P<cue>glaub(?:t|te|en|ten)){_LATER} (?:das|dies){_LATER} nicht{_GERMAN_TAIL}"),
        (
            _Stance.REFUTES,
            (
                r"(?:Davon (?:kann|könne) (?:überhaupt )?keine Rede sein|(?:Das|Dies) stimme (?:so "
                r"|schlicht )?nicht)"
                rf", (?P<cue>[a-zäöü]+t(?:e|en)?) {_WHO}(?: fest| klar| zurück)?{_GERMAN_TAIL}"
            ),
        ),
        (
            _Stance.REFUTES,
            rf"{_WHO} (?P<cue>entgegnete|erwiderte|sagte?), (?:das|dies) stimme (?:so |schlicht )?nicht{_GERMAN_TAIL}",
        ),
        (
            _Stance.OPEN,
            (
                rf"{_WHO} (?:hat|hatte|hatten|haben) (?:das|dies|ein(?:e|en)? solche[ns]?"
                rf"|solche) ?(?:[A-ZÄÖÜ][\w-]+ )?nicht in"
                rf" (?P<cue>Erinnerung){_GERMAN_TAIL}"
            ),
        ),
        (
            _Stance.OPEN,
            (
                rf"{_WHO} (?:kann|konnte|konnten|können) sich (?:daran|an (?:eine[nmr]? )?solche[nrms]? [A-ZÄÖÜ][\w-]+)"
                rf"{_LATER} nicht (?P<cue>erinnern){_GERMAN_TAIL}"
            ),
        ),
        (
            _Stance.OPEN,
            (
                rf"{_WHO} (?:konnte|konnten|mag|mochte|mochten|will|wollen|wollte|wollten) (?:das|dies){_LATER} weder"
                r" (?P<cue>bejahen|bestätigen|bestreiten|dementieren) noch (?:ausschließen|bestätigen|bestreiten"
                rf"|dementieren|verneinen){_GERMAN_TAIL}"
            ),
        ),
    ),
    "en": (
        (
            _Stance.REFUTES,
            (
                rf"{_WHO} (?:had |has |have )?(?:also |firmly |flatly |strongly )?(?P<cue>contest(?:ed|s)?"
                rf"|dismiss(?:ed|es)?|den(?:ied|ies|y)|disput(?:e|ed|es)|doubt(?:ed|s)?|reject(?:ed|s)?)"
                rf" {_ENGLISH_SUM}{_ENGLISH_TAIL}"
            ),
        ),
        (
            _Stance.REFUTES,
            (
                rf"(?:(?:That|This) (?:{_ENGLISH_FIGURE}|{_ENGLISH_SUMMARY})|That|This) (?:has been|is"
                rf"|was)(?: strongly)?"
                rf" (?P<cue>contested|denied|dismissed|disputed|rejected) by {_WHO}{_ENGLISH_TAIL}"
            ),
        ),
        (
            _Stance.OPEN,
            rf"{_WHO} {_CANNOT} neither (?P<cue>confirm|deny) nor (?:confirm|deny) (?:it|that|this){_ENGLISH_TAIL}",
        ),
        (
            _Stance.ACCEPTS,
            (
                rf"{_WHO} (?P<cue>agree[sd]?|sided|sides) with (?:her|him|it|that|them|this)"
                rf" (?:here|on (?:that|this)(?: point)?|there){_ENGLISH_TAIL}"
            ),
        ),
        (
            _Stance.ACCEPTS,
            rf"{_WHO} (?P<cue>accept(?:ed|s)?|acknowledge[ds]|conced(?:ed|es)) (?:that|this){_ENGLISH_TAIL}",
        ),
        (_Stance.ACCEPTS, rf"{_WHO} {_NOT} (?P<cue>contest|deny|dispute|doubt) (?:it|that|this){_ENGLISH_TAIL}"),
    ),
}
_NEAR = {
    "de": frozenset(
        "bestreiten bestreitet bestritt bestritten bezweifeln bezweifelt bezweifelte bezweifelten"
        " dementieren dementiert dementierte dementierten erinnern erinnerung glauben glaubt glaubte"
        " glaubten lehnen lehnt lehnte lehnten leugnen leugnet leugnete leugneten rede stimme weder weisen"
        " weist wies wiesen".split()
    ),
    "en": frozenset(
        "accept accepted accepts acknowledged acknowledges agree agreed agrees conceded concedes contest"
        " contested contests denied denies deny dismiss dismissed dismisses dispute disputed disputes"
        " doubt doubted doubts neither reject rejected rejects sided sides".split()
    ),
}
_FIXED = ("neither", "rede", "stimme", "weder")
_CUE = re.compile(r"\(\?P<cue>((?:[^()]|\((?:[^()])*\))*)\)")


def _needed(pattern: str, language: str) -> frozenset[str]:
    """Return lower-case words of which one is in each sentence that a pattern matches."""
    fixed = {word for word in _FIXED if re.search(rf"\b{word}\b", pattern, re.IGNORECASE)}
    cue = _CUE.search(pattern)
    words = fixed or {word for word in _NEAR[language] if cue and re.fullmatch(cue[1], word, re.IGNORECASE)}
    return frozenset(words)


_PATTERNS = {
    language: tuple((stance, _needed(pattern, language), re.compile(pattern)) for stance, pattern in every)
    for language, every in _TURNS.items()
}
_REJECTS = ("lehn", "weis", "wies")
_ALSO = re.compile(r"(?:Aber|Auch|But|Doch|However|Selbst|Yet),? ")
_NO_WHO = re.compile(r"(?:Few|Hardly anyone|Keiner|Kaum jemand|Niemand|No one|Nobody|None|Wer|Who)\b")
_SAME = re.compile(
    r"(?:an? (?:account|accusation|allegation|assertion|charge|claim|figure|suggestion|version of events)|something)"
    r" (?:that |which )?(?P<who>[^,;:]{2,60}?) (?:has |have |had |strongly |flatly |firmly )*"
    r"(?P<cue>denied|denies|deny|dispute|disputed|disputes|do not support|does not support|reject|rejected|rejects)"
    r"[.,]?\s*\Z"
)
_FIGURE = re.compile(r"\d|\b(?:zwei|drei|vier|fünf|sechs|zehn|two|three|four|five|six|ten|half|Hälfte|Drittel)\b")


def may_take_up(words: Set[str], language: str) -> bool:
    """Return whether a sentence with these lower-case words may take up an earlier claim without saying it again."""
    return not _NEAR[language].isdisjoint(words)


def taken_up(sentence: Sentence) -> list[Found]:
    """Return the previous sentence's claim again, with whoever disputes or accepts it in this sentence."""
    earlier = sentence.context.claims
    if not earlier or sentence.is_headline or not may_take_up(sentence.words, sentence.language):
        return []
    start, end = sentence.tokens[0].start, sentence.end
    also = _ALSO.match(sentence.text, start, end)
    start = also.end() if also is not None else start
    for stance, needed, pattern in _PATTERNS[sentence.language]:
        found = None if needed.isdisjoint(sentence.words) else pattern.match(sentence.text, start, end)
        if found is not None:
            if found["cue"].startswith(_REJECTS) and earlier[-1].parts[0][0] < sentence.paragraph:
                return []  # it opens a paragraph that says the rest
            meant = _meant(sentence, earlier, is_figure=found.groupdict().get("figure") is not None)
            return [] if _NO_WHO.match(found["who"]) else _again(sentence, found, meant, stance)
    return []


def disputed_here(sentence: Sentence, found: Sequence[Found]) -> list[Found]:
    """Return the last of a sentence's claims again if its end says who disputes it: "…, something the firm denies"."""
    if not found or sentence.language != "en" or len(sentence.stretches) == 1:
        return []
    last = sentence.stretches[-1]
    place = sentence.tokens[last.first].start
    same = _SAME.match(sentence.text, place, sentence.end)
    if same is None or found[-1].parts[0][0] >= place:
        return []
    return _again(sentence, same, found[-1], _Stance.REFUTES)


def _meant(sentence: Sentence, earlier: Sequence[Found], *, is_figure: bool) -> Found:
    """Return the last claim of the previous sentence, or the last one with a figure if that is what is taken up."""
    if is_figure:
        for one in reversed(earlier):
            if any(_FIGURE.search(sentence.text, *part) is not None for part in one.parts):
                return one
    return earlier[-1]


def _again(sentence: Sentence, found: re.Match[str], claim: Found, stance: _Stance) -> list[Found]:
    """Return a claim with the speaker and the cue of a match."""
    who = found["who"].removesuffix(" selbst").removesuffix(" himself").removesuffix(" herself")
    place = found.start("who"), found.start("who") + len(who)
    speaker = sentence.speaker((sentence.token_from(place[0]), sentence.token_from(place[1])))
    if speaker.part is None:
        return []
    if speaker == claim.speaker:
        if who.lower() in PRONOUNS:
            return []
        speaker = Speaker(place)  # "The baker denies that": not who was quoted
    cue = found.span("cue") if found["cue"] is not None else None
    rule = Rule.ATTRIBUTED_AFTER if stance is _Stance.ACCEPTS else Rule.DISPUTED
    return claims(
        sentence,
        claim.parts,
        Form.REPORTED,
        rule,
        speaker=speaker,
        cue=cue,
        kind=claim.kind,
        refutes=stance is _Stance.REFUTES,
        unclear=stance is _Stance.OPEN,
    )

"""Finding the words on banners as claims of the people who hold them: "held up a banner that read: “…”"."""

import re
from collections.abc import Iterator, Set

from annotator.model.values import Part
from annotator.suggest.claims.english.subjects import subject_before as english_subject
from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Rule, Speaker
from annotator.suggest.claims.german.phrases import subject_after, subject_before
from annotator.suggest.claims.rules import claims
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import TokenRange, bare
from annotator.text.parts import shared

_CARRIERS = {
    "de": (
        r"[\w-]*(?:[Bb]anner|[Pp]lakate?|[Tt]ransparente?|[Ss]childer|[Ss]child|[Ss]pruchband|[Ss]pruchbänder"
        r"|[Ff]ahnen?|[Bb]ettlaken|[Zz]ettel|[Tt]afeln?|T-Shirts?)n?"
    ),
    "en": r"[\w-]*(?:[Bb]anner|[Pp]lacard|[Ss]ign|[Pp]oster|[Ff]lag|[Bb]oard|[Bb]edsheet|T-shirt)s?",
}
_SAID = r"(?P<said>[„“”»«\"‘][^\n]{2,300}|[A-ZÄÖÜ][^\n]{2,300})"
_READS = {
    "de": r"(?P<cue>stand|standen|steht|stehen|(?:stand|war) zu lesen|zu lesen (?:war|ist|stand)|prangte|prangt)",
    "en": r"(?P<cue>read|reads|reading|said|saying|declared|declaring|proclaimed|proclaiming)",
}
_HELD = {  # the people are in the sentence itself
    "de": re.compile(
        rf"(?P<before>[^„“”»«\",;:]{{3,200}}?\b{_CARRIERS['de']}\b[^„“”»«\",:]{{0,60}}), auf "
        rf"(?:dem|denen|der|welchem|welchen)(?: [\w ]{{2,40}}?)? {_READS['de']}(?: [\w ]{{2,40}}?)?: ?{_SAID}"
    ),
    "en": re.compile(
        rf"(?P<before>[^“”\",;:]{{3,200}}?\b{_CARRIERS['en']})(?:,? (?:that|which))? {_READS['en']}:? "
        r"(?P<said>[“\"‘][^\n]{2,300})"
    ),
}
_ALONE = {  # they are in the sentence before
    "de": re.compile(
        r"Auf (?:(?:den|ihren|ihrem|einem|mehreren|vielen|einigen|anderen) )?(?:\w+en )?"
        r"(?:[\w-]*(?:[Bb]annern?|[Pp]lakat(?:en)?|[Tt]ransparent(?:en)?|[Ss]pruchbändern)|Schildern)"
        rf" {_READS['de']}(?: [\w ]{{2,40}}?)?: ?{_SAID}"
    ),
    "en": re.compile(
        rf"(?:(?:Their|The|Some|Many|Several|One|A|Other) )?(?:[Bb]anners?|[Pp]lacards?|[Pp]osters?) {_READS['en']}:? "
        r"(?P<said>[“\"‘][^\n]{2,300})"
    ),
}
_HOLDING = {
    "de": frozenset(
        "brachten demonstrierte demonstrierten entrollte entrollten hält halten hängten hatte hatten hielt hielten"
        " kamen marschierten präsentierten protestierte protestierten reckte reckten rollten schwenkte schwenkten"
        " spannten standen tragen trägt trug trugen versammelten zeigen zeigte zeigten zogen".split()
    ),
    "en": frozenset(
        "brandished brought carried carries carry chanted demonstrated displayed gathered held hold holds hung lifted"
        " marched protested raised rallied stood unfurled unrolled wave waved waves wore".split()
    ),
}
_COUNTS = {
    "de": r"(?:[Rr]und|[Ee]twa|[Kk]napp|[Üü]ber|[Mm]ehr als|[Hh]underte|[Tt]ausende|[Dd]utzende|[Ee]inige|[Vv]iele"
    r"|[Mm]ehrere|[Dd]ie|\d[\d.]*)",
    "en": r"(?:[Aa]bout|[Aa]round|[Ss]ome|[Mm]ore than|[Nn]early|[Hh]undreds of|[Tt]housands of|[Dd]ozens of|[Ss]everal"
    r"|[Mm]any|[Tt]he|\d[\d,]*)",
}
_PEOPLE = {
    "de": re.compile(
        rf"(?:{_COUNTS['de']} ){{0,3}}(?:[a-zäöüß]{{3,20}}e )?\b(?:[A-ZÄÖÜ][\w-]*)?"
        r"(?i:aktivisten|aktivistinnen|anhänger"
        r"|anhängerinnen|anwohner|anwohnerinnen|arbeiter|bauern|befürworter|beschäftigte|bewohner|bürger|demonstranten"
        r"|demonstrantinnen|demonstrierende|eltern|fans|frauen|gegner|gegnerinnen|jugendliche|kinder|landwirte|leute"
        r"|lehrer|menschen|mieter|mitarbeiter|pfleger|protestierende|schüler|schülerinnen|streikende|studenten"
        r"|studierende|teilnehmer|umweltschützer|unterstützer)\b"
    ),
    "en": re.compile(
        rf"(?:{_COUNTS['en']} ){{0,3}}(?:[a-z-]{{3,20}} )?\b(?:activists|campaigners|demonstrators|farmers|fans"
        r"|marchers|members|mothers|neighbours|nurses|opponents|parents|people|protesters|protestors|pupils|residents|staff"
        r"|strikers|students|supporters|teachers|tenants|villagers|women|workers)\b",
        re.IGNORECASE,
    ),
}
_OUTSIDE = frozenset("above beside inside near opposite outside".split())
_NEEDED = {
    "de": frozenset("stand standen steht stehen prangte prangt lesen".split()),
    "en": frozenset("read reads reading said saying declared declaring proclaimed proclaiming".split()),
}

_BANNERS = tuple(
    (
        "banner bannern banners bedsheet bedsheets bettlaken board boards fahne fahnen flag flags placard placards"
        " plakat plakate plakaten poster posters schild schilder schildern shirt shirts sign signs spruchband"
        " spruchbänder spruchbändern tafel tafeln transparent transparente transparenten zettel zetteln"
    ).split()
)


def may_be_on_banner(words: Set[str], language: str) -> bool:
    """Return whether a sentence with these lower-case words may have the words on a banner."""
    return not words.isdisjoint(_NEEDED[language]) and any(word.endswith(_BANNERS) for word in words)


def with_banner(sentence: Sentence, found: list[Found]) -> list[Found]:
    """Return a sentence's claims, with the words on a banner as a claim of the people who hold it.

    Without such words, or if the article does not say who holds the banner, the claims are returned as they are.
    """
    written = _on_banner(sentence)
    if not written:
        return found
    parts = written[0].parts
    return [*(one for one in found if not shared(one.parts, parts)), *written]


def _on_banner(sentence: Sentence) -> list[Found]:
    language = sentence.language
    if not may_be_on_banner(sentence.words, language):
        return []
    begins = (sentence.tokens[stretch.first].start for stretch in sentence.stretches)
    held = (_HELD[language].match(sentence.text, start, sentence.end) for start in begins)
    found = next((each for each in held if each is not None), None)
    if found is not None:
        who = _holder(sentence, *found.span("before"))
    else:
        found = _ALONE[language].match(sentence.text, sentence.start, sentence.end)
        who = _in_sentence_before(sentence) if found is not None else NOBODY
    part = bare(sentence.text, *found.span("said")) if found is not None else None
    if found is None or part is None or who.part is None:
        return []
    return claims(sentence, [part], Form.DIRECT, Rule.QUOTATION, speaker=who, cue=found.span("cue"))


def _holder(sentence: Sentence, start: int, end: int) -> Speaker:
    """Return who holds a banner, as the words before the banner's own words say."""
    first, last = sentence.token_from(start), sentence.token_from(end)
    for verb in (i for i in range(first, last) if sentence.tokens[i].low in _HOLDING[sentence.language]):
        place = next(_subjects(sentence, first, verb, last), None)
        if place is not None:
            outside = sentence.tokens[place[0]].low in _OUTSIDE  # "Outside the depot supporters"
            people = _people(sentence, sentence.tokens[place[0]].start, end) if outside else NOBODY
            return people if people != NOBODY else sentence.speaker(place)
    return _people(sentence, sentence.start, end)


def _subjects(sentence: Sentence, first: int, verb: int, last: int) -> Iterator[TokenRange]:
    """Yield the phrases around a verb that may be its subject, but not the banner."""
    tokens = sentence.tokens
    if sentence.language == "en":
        able = [english_subject(tokens, first, verb)]
    else:
        able = [subject_before(tokens, first, verb), subject_after(tokens, verb + 1, last)]
    for place in able:
        words = [token.text for token in tokens[slice(*place)]] if place is not None else []
        if place is not None and not any(re.fullmatch(_CARRIERS[sentence.language], word) for word in words):
            yield place


def _in_sentence_before(sentence: Sentence) -> Speaker:
    """Return the people with whom the sentence before begins, or nobody."""
    start = sentence.cast.places.sentence_at(sentence.start, -1)
    return _people(sentence, start, sentence.start) if start < sentence.start else NOBODY


def _people(sentence: Sentence, start: int, end: int) -> Speaker:
    found = _PEOPLE[sentence.language].search(sentence.text, start, end)
    place: Part | None = found.span() if found is not None else None
    return Speaker(place) if place is not None else NOBODY

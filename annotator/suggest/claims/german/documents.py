"""Finding whose words a German document has: "Laut Geschäftsbericht …", "Es sei genug, heißt es darin."."""

import re
from collections.abc import Sequence

from annotator.suggest.claims.frame_values import NOBODY, Name, Speaker
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token
from annotator.suggest.claims.speakers import named

_OWN = (  # bodies report on themselves in these
    "aussendung", "beschlussvorlage", "geschäftsbericht", "halbjahresbericht", "jahresabschluss", "jahresbericht",
    "medienmitteilung", "mitteilung", "pressemitteilung", "quartalsbericht", "sitzungsvorlage", "verwaltungsvorlage",
    "vorlage", "zwischenbericht",
)  # fmt: skip
_DOCUMENT = re.compile(
    r"\b(?:\w*(?:[Aa]nzeige|[Aa]ufruf|[Bb]ericht|[Bb]latt|[Bb]otschaft|[Bb]rief|[Ee]rklärung|[Gg]utachten|[Gg]ruß"
    r"|[Mm]ail|[Mm]itteilung|[Nn]achricht|[Pp]apier|[Pp]etition|[Ss]chreiben|[Ss]tellungnahme|[Vv]ermerk)"
    r"|Grußwort|Resolution)(?:e?s)?\b"
)
_ARTICLE = re.compile(
    r"\b((?:[Dd]e[mnr]|[Dd]ie|[Dd]as|[Ee]ine?[mnr]?|[Ii]hre?[mnr]?|[Ss]eine?[mnr]?)\s+(?:[a-zäöüß-]+\s+){0,2})\Z"
)
_TOLD = ("aussendung", "mitteilung")  # the police issue these, too, about whatever happens at a body
_BEHIND = re.compile(
    r"\b(?:am|an|auf|aus|bei|beim|durch|für|gegen|im|in|ins|mit|nach|neben|richtung|über|vor|zu|zum|zur)\s+"
    r"(?:(?:das|dem|den|der|die)\s+)?\Z",
    re.IGNORECASE,
)
_LONGEST_BEHIND = 16  # characters of "Richtung der "
_FAR = 1_000  # characters before a sentence that are searched for the document
_SENTENCES = 2  # before a document's, in which its body may be named


def issuer(sentence: Sentence, phrase: Sequence[Token]) -> Speaker | None:
    """Return the body whose own document a bare noun is, if only one is named nearby: "Laut Geschäftsbericht"."""
    if len(phrase) != 1 or not phrase[0].low.endswith(_OWN):
        return None
    cast, start = sentence.cast, phrase[0].start
    names = cast.within(cast.places.sentence_at(start, -_SENTENCES), start)
    bodies = [name for name in names if name.label == "ORG" and not cast.is_person(name)]
    if len({cast.key(name) for name in bodies}) != 1:
        return None
    if phrase[0].low.endswith(_TOLD) and all(_is_behind(sentence.text, name) for name in bodies):
        return None
    return named(bodies[-1])


def _is_behind(text: str, name: Name) -> bool:
    """Return whether a body is only where something happens: "Ein Dieb stieg in die Seebank ein"."""
    return _BEHIND.search(text, max(0, name.start - _LONGEST_BEHIND), name.start) is not None


def therein(sentence: Sentence) -> Speaker:
    """Return whose words "heißt es darin" reports: of the sender of the document in the previous sentence."""
    context, cast = sentence.context, sentence.cast
    before = cast.places.sentence_at(sentence.start, -1)
    since = max(before, sentence.start - _FAR)
    document = _DOCUMENT.search(sentence.text, since, sentence.start) if since < sentence.start else None
    if document is None:
        return NOBODY
    sender = context.speaker if context.running else sentence.about()
    if sender.part is not None:
        return sender
    begin = _ARTICLE.search(sentence.text, since, document.start())
    return Speaker((begin.start(1) if begin is not None else document.start(), document.end()))

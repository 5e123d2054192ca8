"""Finding who issued a document: "a statement from the Garrick", "seinem Bericht zufolge", "the report"."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.descriptions import head_of
from annotator.suggest.claims.people.pronouns import Scene, resolve
from annotator.suggest.claims.sentence_words import Token
from annotator.suggest.claims.speaker_words import POSSESSIVES

_MOST_BETWEEN = 3  # words between a document and who issued it: "by the consultancy"
_BARE = 2  # words of "the report"
ISSUED = {
    "de": (
        "analyse", "berechnungen", "bericht", "bilanz", "biografie", "brief", "erklärung", "gutachten", "memo",
        "mitteilung", "nachruf", "papier", "prognose", "schreiben", "statistik", "studie", "tagebuch", "umfrage",
        "untersuchung", "vermerk", "zahlen",
    ),
    "en": (
        "statement", "study", "survey", "report", "figures", "analysis", "poll", "research", "review", "letter", "data",
        "forecast", "estimates",
    ),
}  # fmt: skip
_RESULTS = (
    "antrag", "antwort", "befund", "berechnungen", "bescheid", "calculations", "einschätzung", "entwurf",
    "erinnerungen", "fazit", "findings", "proposal", "stellungnahme", "zahlen",
)  # fmt: skip
_RULINGS = ("begründung", "beschluss", "urteil", "urteilsbegründung")
_COURT = re.compile(r"[Gg]ericht|OVG|OLG|VGH|BGH|EuGH")
_DEFINITE = frozenset("das dem den der die".split())
_ISSUED_BY = re.compile(r" (?:by|from|of) (?:[\w-]+ ){0,3}")
_OF = re.compile(r" (?:des|der|von|vom|von der|von dem) ")
_IN_RELATIVE = re.compile(r", (?:das|den|die) (?:das |der |die )?")
_BY = frozenset("from by of der des von vom".split())
_FAR = 2_000  # characters before a document that are searched for its first mention
_REACH = 84  # characters behind a document that are searched for its author


def is_document(noun: str, language: str) -> bool:
    """Return whether a lower-case noun means something that a person or body wrote or found."""
    return noun.endswith((*ISSUED[language], *_RESULTS, *_RULINGS))


def issuer_of(cast: Cast, words: Sequence[Token], names: Sequence[Name], language: str) -> Name | None:
    """Return the body or person who issued a document, as the article names them; None if that is unknown.

    "a statement from the Garrick", "ein Bericht, den der Rechnungshof verfasst hat", and "the report" after these.
    """
    head = head_of(words, language)
    if head is None:
        return None
    if language == "de" and len(words) <= _BARE and head.low.endswith(_RULINGS):
        return cast.body_before(words[0].start, _COURT.search)
    if not head.low.endswith(ISSUED[language]):
        return None
    beside = _beside(cast, words, names, head)
    if beside is not None or len(words) != _BARE:
        return beside
    if language == "en":
        return _of_english(cast, words) if words[0].low == "the" and head.low in ISSUED["en"] else None
    return _of_german(cast, head) if words[0].low in _DEFINITE else None


def owner_of(cast: Cast, words: Sequence[Token], language: str, scene: Callable[[], Scene]) -> Name | None:
    """Return whom a possessive in front of a document means: "seinem Bericht", "her calculations"; None if nobody."""
    head = head_of(words, language) if words[0].low in POSSESSIVES else None
    if head is None or not is_document(head.low, language):
        return None
    return resolve(cast, (words[0].start, words[0].end), words[0].low, scene()).name


def _beside(cast: Cast, words: Sequence[Token], names: Sequence[Name], head: Token) -> Name | None:
    """Return the issuer named in a document's phrase, or in its German relative clause; None if there is none."""
    behind = [token for token in words if token.start > head.start]
    name = next((name for name in names if name.start > head.start), None)
    close = name is not None and sum(token.start < name.start for token in behind) <= _MOST_BETWEEN
    if close and behind and behind[0].low in _BY:
        return name
    end = words[-1].end
    clause = _IN_RELATIVE.match(cast.text, end) if cast.is_german else None
    if clause is None:
        return None
    bodies = [name for name in cast.within(end, end + _REACH) if name.start == clause.end()]
    return next((name for name in bodies if name.label == "ORG"), None)


def _of_english(cast: Cast, words: Sequence[Token]) -> Name | None:
    """Return who issued an English document that the article names earlier, or None.

    "The report" means the one of "a report by the Harrow Trust", or of "the Harrow Trust said in a report".
    """
    first = _first_mention(cast.text, words[1].low)
    if first is None or first.end() > words[0].start:
        return None
    start = cast.places.sentence_at(first.start())
    end = cast.places.sentence_at(first.start(), 1)
    bodies = [name for name in cast.within(start, end) if name.label == "ORG" and not cast.is_person(name)]
    behind = [name for name in bodies if name.start > first.end()]
    issued = next((name for name in behind if _ISSUED_BY.fullmatch(cast.text, first.end(), name.start)), None)
    return issued or (bodies[0] if len({cast.key(name) for name in bodies}) == 1 else None)


@lru_cache(maxsize=len(ISSUED["en"]))  # "the report" may occur in each sentence of a long text
def _first_mention(text: str, noun: str) -> re.Match[str] | None:
    """Return the place where an English text first mentions a document, as in "a report" or "its report"."""
    return re.search(rf"\b(?:an?|its|new|latest|annual|['’]s) {noun}\b", text, re.IGNORECASE)


def _of_german(cast: Cast, head: Token) -> Name | None:
    """Return who issued a German document that the text before names: "ein Bericht der Uni Moor … in dem Bericht"."""
    since = max(0, head.start - _FAR)
    before = since + cast.text[since : head.start].lower().rfind(head.low)
    if before < since:
        return None
    end = before + len(head.low)
    following = next(iter(cast.within(end, end + _REACH)), None)
    if following is not None and _OF.fullmatch(cast.text, end, following.start) is not None:
        return following
    names = cast.within(cast.places.sentence_at(before), cast.places.sentence_at(before, 1))
    bodies = [name for name in names if name.label == "ORG" and not cast.is_person(name)]
    return bodies[0] if len({cast.key(name) for name in bodies}) == 1 else None

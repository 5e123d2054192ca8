"""Finding whom an apposition names: "the coroner, Dr Philip Nesbitt, said", "the maker, Castleway of Leeds, denied"."""

import re

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.genders import may_be_person
from annotator.suggest.claims.speaker_words import TITLES

_REACH = 70  # characters from the comma to a name
_BEFORE_NAME = re.compile(r", (?P<words>(?:[\w’'-]+\.? ){0,7})")
_BEHIND_NAME = re.compile(r"(?: (?:aus|from|in|of|vom|von)\b[^,.:;!?\n]{1,60})?(?:[,.;)–-]|, \d| \(|$)")
_AGE = re.compile(r"\d+-(?:jährige[rn]?|year-old)")
_MORE_TITLES = frozenset("c dame h med st".split())
_CALLING = frozenset("called named namens".split())
_BELONGING = frozenset("at der des for from of vom von".split())
_OF_OTHERS = frozenset("and as by dem den der des for of or the to und von with".split())
_WHOSE = frozenset("deren dessen whose".split())
_BODY_WORDS = re.compile(r"(?:(?:d[ae]s|die|der|the) (?:[A-ZÄÖÜ][\w-]+ )?(?:(?:company|firm|group) )?)?")


def apposed_to(cast: Cast, phrase: Part) -> Name | None:
    """Return the person or body that an apposition behind a phrase names, or None.

    Between the comma and a person stand only titles, or words for a role that end with a noun for a person; before a
    body, at most "the firm". The spokesman of a body is not the body.
    """
    start, end = phrase
    found = _BEFORE_NAME.match(cast.text, end)
    if found is None:
        return None
    names = cast.within(end, end + _REACH)
    name = next((name for name in names if cast.is_person(name) or name.label == "ORG"), None)
    if name is None or name.start > found.end() or _BEHIND_NAME.match(cast.text, name.end) is None:
        return None
    between = cast.text[found.start("words") : name.start]
    words = between.split()
    if not cast.is_person(name):
        belongs = not _BELONGING.isdisjoint(cast.text[start:end].split()[1:])
        return name if _BODY_WORDS.fullmatch(between) is not None and not belongs else None
    if words and (words[-1] in _OF_OTHERS or not _WHOSE.isdisjoint(words)):
        return None
    able = not words or words[-1][0].isupper() or words[-1] in _CALLING
    return name if able or _is_role(cast, words[-1]) or _is_role(cast, words[0]) else None


def _is_role(cast: Cast, word: str) -> bool:
    """Return whether a word is a title, an age or an English noun for a person."""
    low = word.lower()
    is_title = low.rstrip(".") in TITLES | _MORE_TITLES or _AGE.fullmatch(low) is not None
    return is_title or (not cast.is_german and may_be_person(low))

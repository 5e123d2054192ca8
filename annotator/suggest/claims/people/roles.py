"""Reading the roles of a name from the words beside it, as in "the leader of the party, Ann Lee"."""

import re
from collections.abc import Iterable, Sequence

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.german import word_lists as de

WORDS = re.compile(r"[^\W\d_][\w'’-]*")
REACH = 60
"""Characters before or after a name in which its role may stand."""
SHORTEST = 4
_SHORTEST_OWN = 3
_ARTICLES = frozenset("the a an der die das ein eine seit former ehemalige ehemaliger früherer frühere".split())
_NO_ROLE = frozenset("a an and at bei der des for from für in mit of said says the um und von who whose with".split())
_INDEFINITE = frozenset("ein eine einer einem einen".split())
_PIECES = re.compile(r"[.,;:!?\n„“\"»)]")
_IS = re.compile(
    r"\s+(?:ist|war|wurde|arbeitet als|is|was|became|works as|worked as|serves as)\s+"
    r"(?:(?:the|an?|die|der|eine?|seit \d+|seit \w+)\s+)*([^.,;:!?„“\"»\n]{3,40})"
)
_JOINS = re.compile(r",? (?:und|and|sowie) ")
_PREPOSITIONS = frozenset(
    "als am an auf aus bei beim für gegen im in mit nach ohne über um unter vor zu zum zur".split()
)
_FUNCTION_WORDS = (
    de.DETERMINERS | de.FROM | de.GENITIVES | _PREPOSITIONS | frozenset("und sowie auch selbst nun".split())
)
_AFTER_ROLE = de.FROM | _PREPOSITIONS
_FINITE = frozenset(word for word, verb in en.VERBS.items() if not verb.noun or word.endswith("ed"))
_AGE = re.compile(r" \(\d+\)")
_AGE_APPOSED = re.compile(r"^\d+, ")


def roles_of(text: str, name: Name, people: Sequence[Name], *, is_person: bool, is_german: bool) -> Iterable[str]:
    """Yield the roles of a name, in lower case; a body's own words are roles, too.

    ``people`` are those named at most `REACH` characters before it, in text order.
    """
    before = text[max(0, name.start - REACH) : name.start]
    before = before[_after_other(text, name, people, before) :]
    apposed = before.endswith(", ")  # "the leader of the party, Ann Lee"
    words = _after_verb(WORDS.findall(_PIECES.split(before.removesuffix(", "))[-1]), is_german=is_german)
    if words and not apposed and (not is_person or words[-1].lower() not in _NO_ROLE):
        yield words[-1].lower()
    if not is_person:
        own = WORDS.findall(text[name.start : name.end])
        yield from (word.lower() for word in own if len(word) > _SHORTEST_OWN)
    elif is_german:  # "die Leiterin der Klinik, Eva Roth", "Sprecher des Verbands Klaus Berg"
        around = words[-1:] == ["um"]  # "die Initiative um Eva Roth" is not Eva Roth
        roles = [] if around or (_INDEFINITE & {word.lower() for word in words} and not apposed) else words
        yield from (word.lower() for word in roles if word[0].isupper() and len(word) >= SHORTEST)
    elif not apposed:
        yield from (word.lower() for word in words[-3:] if word.lower() not in _NO_ROLE)
    if apposed and not is_german:
        first = words[0].lower() if words else ""
        yield from _before_glue(words[1:] if first in _ARTICLES else words)
    yield from _roles_after(text, name, is_german=is_german)


def _roles_after(text: str, name: Name, *, is_german: bool) -> Iterable[str]:
    aged = _AGE.match(text, name.end, name.end + REACH)
    after = text[name.end if aged is None else aged.end() : name.end + REACH]
    is_ = _IS.match(after)
    phrase = is_[1] if is_ is not None else ""
    if after.startswith(", "):
        phrase = _PIECES.split(_AGE_APPOSED.sub("", after[2:]))[0]
    if not phrase:
        return
    words = [word for word in WORDS.findall(phrase) if word.lower() not in _ARTICLES]
    if words and words[0].endswith(("ing", "ed")):
        return  # "is facing a revolt", "was dismissed as captain"
    if is_german:
        if any(word in de.VERBS for word in words):
            return  # "Frau Roth, der Verein meint, …"
        words = words[: next((n for n, word in enumerate(words) if word in _AFTER_ROLE), None)]
        yield from (word.lower() for word in words if word[0].isupper())
    else:
        yield from _before_glue(words)


def _after_other(text: str, name: Name, people: Sequence[Name], before: str) -> int:
    """Return where the words before a name begin after another person: "Trainer A und | Torwart B"."""
    offset = name.start - len(before)
    joins = _JOINS.match(text, people[-1].end, name.start) if people else None
    return joins.end() - offset if joins is not None else 0


def _after_verb(words: Sequence[str], *, is_german: bool) -> Sequence[str]:
    """Return the words before a name that may state its role: those after the last verb."""
    for place in range(len(words) - 1, -1, -1):
        is_verb = _is_german_verb(words, place) if is_german else _is_english_verb(words[place])
        if is_verb:
            return words[place + 1 :]
    return words


def _is_german_verb(words: Sequence[str], place: int) -> bool:
    """Return whether a word is neither a noun nor an adjective nor an article or preposition: "lobte", "traf"."""
    word = words[place]
    if not word.islower() or word in _FUNCTION_WORDS:
        return False
    if word in de.VERBS:
        return True  # "Die Nachbarn sagen, Jan Pohl …"
    if word.endswith(("te", "ten")):
        return place == 0 or words[place - 1].lower() not in de.DETERMINERS
    return not word.endswith(("e", "en", "er", "es", "em"))


def _is_english_verb(word: str) -> bool:
    return word.islower() and (word in en.AUXILIARIES or word in en.PAST or word in _FINITE or word in en.SUBORDINATORS)


def _before_glue(words: Sequence[str]) -> list[str]:
    """Return the words, in lower case and without articles, up to the first "of", "for" or similar word."""
    until = next((n for n, word in enumerate(words) if word.lower() in _NO_ROLE), len(words))
    return [word.lower() for word in words[:until] if word.lower() not in _ARTICLES]

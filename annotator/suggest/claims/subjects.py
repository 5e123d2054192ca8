"""Whom a sentence is about, and whether it tells an attitude, so that what is said next is theirs."""

import re
from collections.abc import Collection, Sequence

from annotator.model.values import Part
from annotator.suggest.claims.cast import Cast
from annotator.suggest.claims.frame_values import NOBODY, Context, Name, Speaker
from annotator.suggest.claims.genders import ENGLISH_BODIES, MANY, body_gender

_ATTITUDES = frozenset(
    "zurück widerspricht widersprach widersprachen widersprechen verteidigte verteidigt skeptisch enttäuscht"
    " empört kämpferisch zuversichtlich gelassen anders sorge räumt räumte ab kritisierte kritisiert lobte"
    " versteht glaubt warb wirbt begrüßte begrüßt verärgert entsetzt erleichtert zufrieden optimistisch besorgt"
    " wütend widerspruch rejected defended dismayed furious sceptical skeptical disappointed delighted angry"
    " defiant disagree disagrees disagreed criticised criticized welcomed worried relieved unimpressed pleased"
    " optimistic apologised apologized".split()
)
_THINKING_LITTLE = frozenset(["hält", "hielt"])


def has_attitude(words: Collection[str]) -> bool:
    """Return whether a sentence of these lower-case words tells what somebody thinks: "The club rejected that."."""
    return not _ATTITUDES.isdisjoint(words) or ("nichts" in words and not _THINKING_LITTLE.isdisjoint(words))


_BODY_FIRST = re.compile(
    r"\s*((?:(?:Die|Der|Das|Den|The|An?|Ein|Eine)\s+)?(?:[a-zäöü’']+\s+)??([^\W\d_][\w-]+)"
    r"(?:\s+(?:for|of|from|at|des|der|vom|von)\s+(?:the\s+)?[\w’'-]+(?:\s+[A-ZÄÖÜ][\w-]+)*)?)(?=[\s,])"
)
_ROLE_WORDS = re.compile(r"(?:\s+[a-zäöüß][\w-]*){0,3}\s+")  # "executive", "and founder"; no comma
_OFTEN_MANY = frozenset("police detectives officers experts economists critics campaigners residents doctors".split())


def _can_speak(cast: Cast, noun: str) -> bool:
    low = noun.lower()
    many = low in _OFTEN_MANY or low in MANY or low in ENGLISH_BODIES
    return many or cast.genders.is_person_noun(noun) or (noun[0].isupper() and body_gender(low) != 0)


def subject_of(cast: Cast, text: str, context: Context) -> Speaker:
    """Return whom the last sentence is about: a body at its beginning, or its first person or organisation."""
    if context.place is not None:
        context.subject, context.place = _subject(cast, text, context.place), None
    return context.subject


def _is_role(found: re.Match[str], able: Sequence[Name]) -> bool:
    """Return whether a person's name follows within a few words of the same phrase: "Chief executive Ann Lee"."""
    if not able or able[0].label != "PER":
        return False
    between = found.string[found.end(2) : able[0].start]
    return bool(_ROLE_WORDS.fullmatch(between))


def _subject(cast: Cast, text: str, sentence: Part) -> Speaker:
    names = cast.within(*sentence)
    found = _BODY_FIRST.match(text, *sentence)
    able = [name for name in names if name.label != "LOC" or cast.is_person(name)]
    apposed = next(
        (name for name in able if cast.is_person(name) and text[max(0, name.start - 2) : name.start] == ", "), None
    )
    alone = not able or (able[0].start > found.end(2) + 1 if found is not None else False)
    if found is not None and apposed is None and alone and not _is_role(found, able) and _can_speak(cast, found[2]):
        definite = found[1].lower().startswith(("der ", "die ", "das ", "the "))
        holder = cast.holder(found[2], found.start(1)) if definite else None
        return Speaker(found.span(1)) if holder is None else Speaker((holder.start, holder.end), holder)
    if apposed is not None:
        return Speaker((apposed.start, apposed.end), apposed)
    free = [name for name in able if not cast.is_quoted(name.start)]
    return Speaker((free[0].start, free[0].end), free[0]) if free else NOBODY

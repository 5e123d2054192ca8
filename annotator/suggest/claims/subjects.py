"""Finding whom a sentence is about, and whether it tells that person's attitude.

The words reported in the next sentence may be that person's.
"""

import re
from collections.abc import Collection

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import NOBODY, Context, Speaker
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.genders import ENGLISH_BODIES, MANY, body_gender

_ATTITUDES = frozenset(
    "ab anders angry apologised apologized ärgert ärgerte bedauert bedauerte begrüßt begrüßte beklagt beklagte"
    " besorgt criticised criticized defended defiant delighted disagree disagreed disagrees disappointed"
    " dismayed empört entschuldigt entschuldigte entsetzt enttäuscht erbost erleichtert freut freute fürchtet"
    " fürchtete furious gelassen gemahnt gewarnt glaubt kämpferisch kritisiert kritisierte lobte optimistic"
    " optimistisch pleased räumt räumte rechtfertigt rechtfertigte rejected relieved sceptical skeptical"
    " skeptisch sorge ungehalten unimpressed verärgert versteht verteidigt verteidigte warb welcomed"
    " widersprach widersprachen widersprechen widerspricht widerspruch wirbt worried wütend zufrieden zurück"
    " zuversichtlich zweifelt zweifelte".split()
)
_AGREEING = frozenset(["stimmt", "stimmte", "stimmen", "stimmten"])
_THINKING_LITTLE = frozenset(["hält", "hielt"])


def has_attitude(words: Collection[str]) -> bool:
    """Return whether a sentence with these lower-case words tells what somebody thinks: "The club rejected that."."""
    if "zu" in words and not _AGREEING.isdisjoint(words):
        return True
    return not _ATTITUDES.isdisjoint(words) or ("nichts" in words and not _THINKING_LITTLE.isdisjoint(words))


_BODY_FIRST = re.compile(
    r"\s*((?:(?:Die|Der|Das|Den|The|An?|Ein|Eine)\s+)?(?:[a-zäöü’']+\s+)??([^\W\d_][\w-]+)"
    r"(?:\s+(?:for|of|from|at|des|der|vom|von)\s+(?:the\s+)?[\w’'-]+(?:\s+[A-ZÄÖÜ][\w-]+)*)?)(?=[\s,])"
)
_ONLY_TITLES = re.compile(r"(?: (?:Dr|Prof|med|Mr|Mrs|Ms|Dipl|Ing|h|c)\.?)+ ")
_TITLE_WORDS = 2
_TITLES = frozenset("executive officer secretary chief head".split())
_PAPERS = frozenset("report study survey review letter audit inquiry investigation".split())
_OFTEN_MANY = frozenset("police detectives officers experts economists critics campaigners residents doctors".split())


def _is_title(cast: Cast, words: str) -> bool:
    """Return whether these words before a name are a title: "Chief executive" before "Ann Lee"."""
    before = words.split()
    is_noun = bool(before) and (before[-1] in _TITLES or cast.genders.is_person_noun(before[-1]))
    return len(before) == _TITLE_WORDS and is_noun


def _can_speak(cast: Cast, noun: str) -> bool:
    low = noun.lower()
    if low in _PAPERS:
        return True
    many = low in _OFTEN_MANY or low in MANY or low in ENGLISH_BODIES
    return many or cast.genders.is_person_noun(noun) or (noun[0].isupper() and body_gender(low) != 0)


def subject_of(cast: Cast, text: str, context: Context) -> Speaker:
    """Return whom the last sentence is about: a person or body at its beginning, or the first one that it names.

    The result is found on the first call, and kept in ``context``.
    """
    if context.place is not None:
        context.subject, context.place = _subject(cast, text, context.place), None
    return context.subject


def _subject(cast: Cast, text: str, sentence: Part) -> Speaker:
    names = cast.within(*sentence)
    found = _BODY_FIRST.match(text, *sentence)
    able = [name for name in names if name.label != "LOC" or cast.is_person(name)]
    apposed = next(
        (name for name in able if cast.is_person(name) and text[max(0, name.start - 2) : name.start] == ", "), None
    )
    if found is not None and able and _ONLY_TITLES.fullmatch(text, found.end(2), able[0].start):
        found = None  # "Kinderärztin Dr. Eva Roth"
    alone = not able or (able[0].start > found.end(2) + 1 if found is not None else False)
    if found is not None and able and _is_title(cast, text[found.start(2) : able[0].start]):
        alone = False
    if found is not None and apposed is None and alone and _can_speak(cast, found[2]):
        definite = found[1].lower().startswith(("der ", "die ", "das ", "the "))
        holder = cast.holder(found[2], found.start(1)) if definite else None
        return Speaker(found.span(1)) if holder is None else Speaker((holder.start, holder.end), holder)
    if apposed is not None:
        return Speaker((apposed.start, apposed.end), apposed)
    free = [name for name in able if not cast.is_quoted(name.start)]
    return Speaker((free[0].start, free[0].end), free[0]) if free else NOBODY

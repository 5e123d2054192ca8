"""Finding whom a sentence is about, and whether it tells that person's attitude.

The words reported in the next sentence may be that person's.
"""

import re
from collections.abc import Set

from annotator.model.values import Part
from annotator.suggest.claims import speaker_words as words_of
from annotator.suggest.claims.frame_values import NOBODY, Context, Name, Speaker
from annotator.suggest.claims.people.apposed import apposed_to
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.genders import ENGLISH_BODIES, MANY, body_gender, may_be_person
from annotator.suggest.claims.speakers import body_of

_ATTITUDES = frozenset(
    "ab accepted accepts agreed agrees anders angry apologised apologises apologized apologizes ärgert"
    " ärgerte bedauert bedauerte begrüßt begrüßte beklagt beklagte besorgt criticised criticises criticized"
    " criticizes defended defends defiant delighted disagree disagreed disagrees disappointed dismayed empört"
    " entschuldigt entschuldigte entsetzt enttäuscht erbost erleichtert freut freute fürchtet fürchtete"
    " furious gelassen gemahnt gewarnt glaubt kämpferisch kritisiert kritisierte lobte optimistic optimistisch"
    " pleased räumt räumte rechtfertigt rechtfertigte regrets regretted rejected rejects relieved sceptical"
    " skeptical skeptisch sorge ungehalten unimpressed verärgert versteht verteidigt verteidigte warb welcome"
    " welcomed welcomes widersprach widersprachen widersprechen widerspricht widerspruch wirbt worried wütend"
    " zufrieden zurück zuversichtlich zweifelt zweifelte".split()
)
_AGREEING = frozenset(["stimmt", "stimmte", "stimmen", "stimmten"])
_THINKING_LITTLE = frozenset(["hält", "hielt"])


def has_attitude(words: Set[str]) -> bool:
    """Return whether a sentence with these lower-case words tells what somebody thinks: "The club rejected that."."""
    if "zu" in words and not _AGREEING.isdisjoint(words):
        return True
    return not _ATTITUDES.isdisjoint(words) or ("nichts" in words and not _THINKING_LITTLE.isdisjoint(words))


_BODY_FIRST = re.compile(
    r"\s*((?:(?:Die|Der|Das|Den|The|An?(?:other)?|Ein|Eine|His|Her|Its|Their|My|Seine?|Ihre?)\s+)?(?:[a-zäöü’'\d-]+\s+)??"
    r"([^\W\d_][\w-]+)"
    r"(?:\s+(?:for|of|from|at|des|der|vom|von)\s+(?:the\s+)?[\w’'-]+(?:\s+[A-ZÄÖÜ][\w-]+)*)?)(?=[\s,])"
)
_BODY_SECOND = re.compile(
    r"\s*((?:An?(?:other)?|His|Her|Its|Their|My)\s+[a-z’'-]+\s+([a-z][\w-]+)"
    r"(?:\s+(?:for|of|from|at)\s+(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w-]+)*)?)(?=[\s,])"
)
_ONLY_TITLES = re.compile(r"(?: (?:Dr|Prof|med|Mr|Mrs|Ms|Dipl|Ing|h|c)\.?)+ ")
_TITLE_WORDS = 2
_BARE = 2  # words of "the company"
_TITLES = frozenset("executive officer secretary chief head".split())
_PAPERS = frozenset("report study survey review letter audit inquiry investigation".split())
_OFTEN_MANY = frozenset("police detectives officers experts economists critics campaigners residents doctors".split())


def _is_title(cast: Cast, words: str) -> bool:
    """Return whether these words before a name are a title: "Chief executive" before "Ann Lee"."""
    before = words.split()
    is_noun = bool(before) and (before[-1] in _TITLES or cast.genders.is_person_noun(before[-1]))
    return len(before) == _TITLE_WORDS and is_noun


def _can_speak(cast: Cast, noun: str, *, bare: bool) -> bool:
    low = noun.lower()
    one = low[:-1] if bare else low
    if not cast.is_german and (low[-1] == "s") == bare and (may_be_person(one) or one in words_of.BODIES):
        return True  # "Insurers", "the official"
    if low in _PAPERS:
        return True
    many = low in _OFTEN_MANY or low in MANY or low in ENGLISH_BODIES
    return many or cast.genders.is_person_noun(noun) or (noun[0].isupper() and body_gender(low) != 0)


def _body(cast: Cast, phrase: str, found: re.Match[str]) -> Name | None:
    """Return the body that a bare noun such as "the company" means, or None."""
    noun, language = found[2].lower(), "de" if cast.is_german else "en"
    bodies = words_of.ALL_BODIES if cast.is_german else words_of.BODIES
    return body_of(cast, noun, found.start(1), language) if noun in bodies and len(phrase.split()) == _BARE else None


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
    if found is not None:
        apposed = apposed_to(cast, found.span(1)) or apposed
    if found is not None and able and _ONLY_TITLES.fullmatch(text, found.end(2), able[0].start):
        found = None  # "Kinderärztin Dr. Eva Roth"
    if found is not None and not _can_speak(cast, found[2], bare=False):
        found = _BODY_SECOND.match(text, *sentence) or found  # "A rebel commander"
    if found is not None and cast.is_called(found.end(2)):
        found = None  # "A farmer called Ann Lee"
    alone = not able or (able[0].start > found.end(2) + 1 if found is not None else False)
    if found is not None and able and _is_title(cast, text[found.start(2) : able[0].start]):
        alone = False
    if found is not None and apposed is None and alone and _can_speak(cast, found[2], bare=found[1] == found[2]):
        definite = found[1].lower().startswith(("der ", "die ", "das ", "the "))
        holder = (cast.roles.holder(found[2], found.start(1)) or _body(cast, found[1], found)) if definite else None
        return Speaker(found.span(1)) if holder is None else Speaker((holder.start, holder.end), holder)
    if apposed is not None:
        return Speaker((apposed.start, apposed.end), apposed)
    free = [name for name in able if not cast.places.is_quoted(name.start) and not cast.is_owner(name)]
    return Speaker((free[0].start, free[0].end), free[0]) if free else NOBODY

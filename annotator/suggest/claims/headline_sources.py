"""Finding whom a headline means by "study finds" or "jury told", and which headlines only name a topic."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Name, Speaker
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.people.cast import Cast

_FIRST_SENTENCES = 4
_FIRST_NAMES = 40
_TOPICS = {
    "de": re.compile(
        r"(?:Wann|Warum|Was|Welche[rs]?|Wer|Wie|Wieso|Wo)\b"
        r"|(?:Ärger|Debatte|Diskussion|Kampf|Konflikt|Kritik|Proteste?|Streit|Unmut|Zoff) (?:an|gegen|über|um|wegen)\b"
        r"(?!.* [a-zäöüß]+t\b)"  # "Streit um Brücke schadet allen"
    ),
    "en": re.compile(
        r"(?:[Hh]ow|[Ww]hat|[Ww]hen|[Ww]here|[Ww]ho|[Ww]hy)\b"
        r"|(?i:anger|battle|debate|dispute|fight|protests?|row) (?:about|against|over)\b(?!.* [a-z]+(?:ed|s)\b)"
    ),
}
_KICKER = re.compile(
    r"[^\n:]{0,60}\b(?:analyse|analysis|comment|exclusive|explainer|factbox|kommentar|live(?:-?(?:blog|ticker))?|opinion"
    r"|q&a|recap|round-?up|ticker|timeline|update(?: [0-9]+)?|überblick|watch|wrap(?:-?up)?)\s?[:|]\s*",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\s*(?:Autorin|Autor(?:en)?|Authors?|Bild|Credit|Foto|Grafik|Image|Photo|Quelle|Redaktion|Source|Text|Video)\s?:"
)
_WORDS = re.compile(r"\w+")
_VERB = re.compile(r"[a-zäöüß]+(?:t|te|en|ten|e|eln|ern)")
_NO_VERBS = (
    de.DETERMINERS
    | de.TIME
    | frozenset("denen erst fast gegen gut mit neben ohne rund seit statt weit wegen zwischen".split())
)
_AUXILIARIES = frozenset("bleibt gab ging ist kam lag sei sind war wird wurde".split())
_POLL = re.compile(r"umfragen?|(?:opinion )?polls?|surveys?")
_AT_PLACE = {"de": "[Ii]n", "en": "In|near|outside"}  # "shares in Nordwerk" names no place
_SAID = re.compile(r",?(?: \w+){0,2}? (?:told|said)\b")

_FLASH = re.compile(
    r"\s*(?:(?:Eil(?:meldung|nachricht)?|EIL(?:MELDUNG)?|(?i:breaking(?: news)?|news ?flash|flash|urgent))"
    r"(?: ?[:|]| [+–-]+) "
    r"|\+{2,} ?Eil(?:meldung)? ?\+{2,})[^\n]*(?=\n\s*\S)"
)


def flash(text: str) -> tuple[Part, ...]:
    """Return the paragraph of a flash headline ("Eilmeldung: …") if a text follows, which says the same."""
    found = _FLASH.match(text)
    return (found.span(),) if found is not None else ()


def is_topic(cast: Cast, said: Part, name: Name | None, language: str) -> bool:
    """Return whether a headline's words before a colon only name its topic or kind, and nobody who speaks.

    Examples are "Lindenau: Streit um die Brücke" and "MARKETS WRAP: Shares fall". ``said`` is the part after the colon,
    ``name`` the name before it. A name of one word is a place if the article says "in Lindenau".
    """
    headline = cast.text.rfind("\n", 0, said[0]) + 1
    is_before = language == "de" and name is not None and headline <= name.start < said[0]
    if _CREDIT.match(cast.text, headline, said[0]) or (is_before and _has_no_verb(cast, said, name)):
        return True
    if _TOPICS[language].match(cast.text, *said) or _KICKER.fullmatch(cast.text, headline, said[0]):
        return True
    word = "" if name is None else cast.text[name.start : name.end]
    return word.isalpha() and re.search(rf"\b(?:{_AT_PLACE[language]}) {word}\b", cast.text) is not None


def _has_no_verb(cast: Cast, said: Part, name: Name | None) -> bool:
    """Return whether a body stands before a German headline's colon and no verb after it: "Nordwerk: Erste Erfolge"."""
    if name is None or name.label != "ORG" or cast.is_person(name) or "gericht" in cast.text[name.start : name.end]:
        return False  # "Landgericht Aurich: Kündigung unwirksam"
    words = [word for word in _WORDS.findall(cast.text, *said) if word not in _NO_VERBS]
    return len(words) > 1 and not any(_VERB.fullmatch(word) or word in _AUXILIARIES for word in words)


def publisher(cast: Cast, document: str, offset: int) -> Name | None:
    """Return the body behind a document in a headline ("study", "Umfrage"): the first one named near it.

    The first sentences after the offset are searched, those with the document's noun first.
    """
    every = cast.places.sentences
    first = bisect_left(every, (offset, offset))
    within = list(every[first : first + _FIRST_SENTENCES])
    headline = ""
    if _POLL.fullmatch(document):  # the parties in it are named more often than who made it
        headline = cast.text[cast.text.rfind("\n", 0, offset) + 1 : cast.text.find("\n", offset)]
        within = [part for part in within if document in cast.text[slice(*part)].lower()]
    within.sort(key=lambda part: document not in cast.text[part[0] : part[1]].lower())
    bodies = (n for part in within for n in cast.within(*part) if n.label == "ORG" and not cast.is_person(n))
    return next((n for n in bodies if cast.text[n.start : n.end].rstrip("n") not in headline), None)


def of_poll(text: str, found: Sequence[Found]) -> list[Found]:
    """Return a headline's claims; those of a poll are the author's if nobody is named who made it."""
    return [_by_author(one) if _is_poll(text, one.speaker) else one for one in found]


def _is_poll(text: str, who: Speaker) -> bool:
    return who.name is None and who.part is not None and _POLL.fullmatch(text[slice(*who.part)].lower()) is not None


def _by_author(one: Found) -> Found:
    return replace(one, speaker=NOBODY, form=Form.OWN, by_author=True)


def witness(cast: Cast, offset: int) -> Name | None:
    """Return the first person after an offset who "said" or "told", for "…, jury told" in a headline."""
    first = bisect_left(cast.names, offset, key=attrgetter("start"))
    after = cast.names[first : first + _FIRST_NAMES]
    return next((n for n in after if cast.is_person(n) and _SAID.match(cast.text, n.end)), None)

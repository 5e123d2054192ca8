"""Mending an article's names for the rules: a role is not a name, and the name of a body is whole."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from annotator.suggest.claims import speaker_words as words_of
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.people.first_names import MEN, WOMEN
from annotator.suggest.claims.people.genders import body_gender, may_be_person
from annotator.text.parts import Cover

_BODY_WORDS = frozenset(
    "Agency Airlines Airport Airways Alliance Association Authority Bank Breweries Brewery Campaign College"
    " Commission Confederation Constabulary Council Court Energy Farms Federation Ferries Foundation Group"
    " Holdings Homes Hospital Industries Institute Ltd Ministry Motors Museum Network Partnership Police Rail"
    " Railways Service Society Theatre Trust Union University Water".split()
)
_BODY_WORD = re.compile(rf"(?:{'|'.join(sorted(_BODY_WORDS))})\b(?! [A-Z]|['’]s [A-Z])")
_WORD_AND_SPACE = re.compile(r"\w \Z")
_WORD_BEFORE = re.compile(r"([A-Z][\w'’.-]*|and|of|for|&) \Z")
_GENERIC = frozenset(
    "appeal borough city county crown district federal general high labor labour local national parish"
    " regional state supreme town trade village".split()
)
_NO_START = frozenset(
    "a after all an and as at before but by each every for former from her his if in its last most new on our"
    " said says since that the their this to when while yesterday".split()
)
_GLUE = frozenset("and of for &".split())
_MOST_WORDS = 6
_REACH = 90  # characters before a word such as "Union" in which the name may begin
_ADHERENTS = frozenset(
    "grüne grünen linke linken conservative democrat republican liberal green tory socialist independent nationalist"
    " unionist".split()
)
_BEFORE_ADHERENT = re.compile(r"\b(?:[Dd]er|[Dd]em|[Tt]he) \Z")
_GIVEN = WOMEN | MEN
# These two look behind only from a capital letter, which is faster.
_ALONE = re.compile(  # "the charity Wildmeadow", "the library, Soundvault, …", but not "in the club, Lee said"
    r"[A-Z](?:(?<=[a-z] .)(?=[a-z]+\b(?! [A-Z]))|(?<=[a-z], .)(?=[a-z]+[,.;]))[a-z]{2,}"
)
_WHICH = re.compile(r"([A-Z](?:(?<=\A.)|(?<=[a-z.”\"] .)|(?<=\n.))[a-z]+), which\b")
_BODY_NOUNS = words_of.BODIES - {"party", "trust", "department"}
_BODY_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_BODY_NOUNS))}),? \Z")
_LONGEST_BODY = max(map(len, _BODY_NOUNS)) + len(", ")
_NO_BODIES = frozenset(
    "April August Dame December Doctor February Friday January July June Lady Lord March May Minister"
    " Miss Monday November October President Prince Princess Professor Saturday September Sir Sunday"
    " Thursday Tuesday Wednesday".split()
)
_APPOSED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[a-z]+['’]s) (?:[a-z-]+ ){0,2}?([a-z]{4,})"
    r"(?: of [a-z ]{3,25})?, ([A-Z][a-z'’-]+ (?:Mc|Mac|O['’])?[A-Z][a-z'’-]+), (?=[a-z])"
)
_BETWEEN_COMMAS = re.compile(r", [A-Z][a-z'’-]+ (?:Mc|Mac|O['’])?[A-Z][a-z'’-]+, (?=[a-z])")
_SURNAME = re.compile(r" [A-Z][a-z]+\b(?! [A-Z])")
_ROLES = tuple(de.PERSONAL_ROLES)
_OF_BODY = re.compile(r"(([A-ZÄÖÜ][\w'’-]+) [A-ZÄÖÜ][\w'’-]+) (?:of|from|von|vom|der) ([A-ZÄÖÜ].*)")
_NEXT_NOUN = re.compile(r" ([A-ZÄÖÜ][\w-]+)")


def mended(text: str, names: Iterable[Name], *, is_german: bool) -> list[Name]:
    """Return the names without roles such as "Nordsund-Chefin"; in English, names of bodies are completed."""
    bodies = [each for name in names if not _is_adherent(text, name) for each in _split(text, name)]
    if is_german:
        return [name for name in bodies if not _is_role(text, name) and not _is_adjective(text, name)]
    people = _with_apposed(text, [_with_surname(text, name) for name in bodies])
    return _completed(text, sorted(_called(text, people), key=lambda name: (name.start, -name.end)))


def _split(text: str, name: Name) -> list[Name]:
    """Return a person and a body where a model took both for one name: "Kath Moody of Transport United"."""
    both = _OF_BODY.fullmatch(text, name.start, name.end) if name.label != "PER" else None
    if both is None or both[2].lower() not in _GIVEN:
        return [name]
    return [Name(name.start, both.end(1), "PER"), Name(both.start(3), name.end, "ORG")]


def _with_surname(text: str, name: Name) -> Name:
    """Return a person's whole name where a model found only the first name: "Lucinda" of "Lucinda Prior"."""
    words = text[name.start : name.end]
    if name.label != "PER" or words.lower() not in _GIVEN:
        return name
    surname = _SURNAME.match(text, name.end)
    return name if surname is None else Name(name.start, surname.end(), "PER")


def _with_apposed(text: str, names: list[Name]) -> list[Name]:
    """Return the names, with people who follow a role and a comma: "Its head of news, Morven Black, said"."""
    if _BETWEEN_COMMAS.search(text) is None:
        return names
    whole = [name for name in names if name.label == "PER" or " " in text[name.start : name.end]]
    known = Cover([(name.start, name.end) for name in whole])
    new = [
        found.span(2)
        for found in _APPOSED.finditer(text)
        if may_be_person(found[1]) and not known.touches(*found.span(2)) and found[2].split()[-1] not in _BODY_WORDS
    ]
    shown = Cover(new)
    kept = [name for name in names if not shown.touches(name.start, name.end)]
    return [*kept, *(Name(start, end, "PER") for start, end in new)]


def _called(text: str, names: list[Name]) -> list[Name]:
    """Return the names, with bodies that no model found or that one took for people: "the charity Wildmeadow".

    A single word names a body if a noun for a body stands before it or "which" behind it, unless it is a part of
    somebody's name.
    """
    after = [found for found in _ALONE.finditer(text) if _follows(_BODY_BEFORE, text, found.start(), _LONGEST_BODY)]
    which = {found[1] for found in _WHICH.finditer(text)} if ", which" in text else set()
    if not after and not which:
        return names
    people = [text[name.start : name.end].split() for name in names if name.label == "PER"]
    alone = {words[0] for words in people if len(words) == 1}
    parts = {word for words in people if len(words) > 1 for word in words}
    bodies = ({found[0] for found in after} - _NO_BODIES | which & alone) - parts
    if not bodies:
        return names
    known = {text[name.start : name.end] for name in names}
    taken = {place for name in names for place in range(name.start, name.end)}
    added = [Name(*found.span(), "ORG") for found in after if found[0] in bodies - known and found.start() not in taken]
    changed = (
        Name(name.start, name.end, "ORG") if name.label == "PER" and text[name.start : name.end] in bodies else name
        for name in names
    )
    return [*changed, *added]


def _follows(pattern: re.Pattern[str], text: str, offset: int, longest: int = 2) -> bool:
    """Return whether a pattern of at most ``longest`` characters ends at an offset.

    A search for a pattern that begins with a boundary or a lookbehind is slow: it is tried at each character.
    """
    return pattern.search(text, max(0, offset - longest), offset) is not None


def is_adherent(words: str) -> bool:
    """Return whether words are for a member of a party: "Conservative", "Liberal Democrat"."""
    return words.lower().removeprefix("liberal ") in _ADHERENTS


def _is_adherent(text: str, name: Name) -> bool:
    """Return whether a party's name means one of its members: "Der Grüne", "the Conservative"."""
    if not is_adherent(text[name.start : name.end]):
        return False
    return _BEFORE_ADHERENT.search(text, max(0, name.start - 5), name.start) is not None


def _is_role(text: str, name: Name) -> bool:
    """Return whether a name is a role with the name of its body in front: "Nordsund-Chefin"."""
    body, hyphen, role = text[name.start : name.end].rpartition("-")
    return bool(hyphen and body) and " " not in role and role.lower().endswith(_ROLES)


def _is_adjective(text: str, name: Name) -> bool:
    """Return whether a name is only an adjective before a noun for a body: "Mainzer" of "Mainzer Ministerium"."""
    words = text[name.start : name.end]
    if name.label == "PER" or " " in words or not words.endswith("er"):
        return False
    noun = _NEXT_NOUN.match(text, name.end)
    return noun is not None and body_gender(noun[1].lower()) != 0


def _completed(text: str, names: list[Name]) -> list[Name]:
    """Return the names, with whole names of bodies in the place of their parts: "South Vale" of "South Vale Water"."""
    starts = [name.start for name in names]
    dropped: set[int] = set()
    whole = []
    for found in _BODY_WORD.finditer(text):
        if not _follows(_WORD_AND_SPACE, text, found.start()):
            continue
        start = _beginning(text, found.start())
        first = bisect_left(starts, start)
        inside = range(first, bisect_left(starts, found.end()))
        labels = [names[n].label for n in inside]
        known = "PER" in labels or any(names[n].label == "ORG" and names[n].end > found.start() for n in inside)
        joined = labels[:-1] == ["LOC"] or (labels[:-1] == ["ORG"] and text[start - 4 : start].lower() == "the ")
        known = known and not joined  # "Greater" and "Manchester Police", "the Seafarers and" "Dockers Union"
        before = names[first - 1] if first else None
        if start < found.start() and not known and (before is None or before.end <= start):
            dropped.update(inside)
            whole.append(Name(start, found.end(), "ORG"))
    return sorted([*(n for i, n in enumerate(names) if i not in dropped), *whole], key=lambda n: n.start)


def _beginning(text: str, end: int) -> int:
    """Return where the capitalised words before an offset begin; the offset itself if they are only generic."""
    start, words, kept = end, 0, end
    own = False
    while words < _MOST_WORDS:
        found = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
        if found is None or (words == 0 and found[1] in _GLUE):
            break
        if found[1] in _BODY_WORDS and text.startswith("and ", start):
            break  # "South Vale Water and | Greater Manchester Police"
        start, words = found.start(), words + 1
        if found[1] in _GLUE:
            continue
        if found[1].lower() in _NO_START:
            break
        kept, own = start, own or found[1].lower() not in _GENERIC
        if start == 0 or text[start - 2 : start] in {". ", "! ", "? "}:
            break
    return kept if own else end

"""The names of an article that can speak, with the roles mentioned beside them ("the minister")."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import Name
from annotator.suggest.claims.mended_names import mended
from annotator.suggest.claims.people.genders import FEMALE, MALE, Genders, given_of
from annotator.suggest.claims.people.places import Places
from annotator.suggest.claims.people.role_holders import RoleHolders
from annotator.suggest.claims.people.roles import REACH, WORDS

_FIRST = re.compile(r"[^\W_]+")
_CAPITALISED = re.compile(r"[^\W_a-zäöüß](?<![^\W_].)[^\W_]*")  # a search is fast if the pattern begins with a set
_SPEAKERS = frozenset({"PER", "ORG", "LOC"})
_REACH = 300  # how many names to search backwards
_SHORTEST_MENTION = 3
_HYPHENS = "-‐‑"
_AFTER_INDEFINITE = re.compile(r"\b(?:an?|eine?[rnms]?)\s+([\w-]+)(?:\s+([\w-]+))?(?:\s+([\w-]+))?", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ][a-zäöü]{2,}ministeriums?"
    r"|(?:Bundes|Landes|Staats)(?:regierung|bank|wehr|tags?|rats?|agentur|gerichts?(?:hofs?)?"
    r"|[a-zäöü]*(?:amts?|amtes|anstalt|agentur|behörde))|EU-Kommission|(?:Bundesk|K)anzleramts?)(?![\w-])"
)
_OFFICIAL_SIGNS = ("ministerium", "Bundes", "Landes", "Staats", "EU-Kommission", "anzleramt")
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.(?= [a-zäöü])(?:(?<=\A..)|(?<=\n..)|(?<=[a-zäöüß,.“] ..))")
_CALLED = re.compile(r" (?:called|named|namens|mit (?:dem )?Namen) ")
_POSSESSIVE = ("'s", "’s")
_APOSTROPHES = ("'", "’")
_GENITIVE = re.compile(r"['’]s|(?<=s)['’] \w")  # after a name: "Lee’s", "James’ lawyer"
_OWNED = re.compile(r"['’]? ([A-ZÄÖÜ][\w-]{2,})")


class Cast:
    """The names of an article that can speak, in text order, with the roles mentioned beside them.

    Names in the ``excluded`` parts, which are sorted, are left out. ``language`` decides which words show a gender.
    """

    def __init__(
        self, text: str, names: Iterable[Name], *, excluded: Sequence[Part] = (), language: str = "de"
    ) -> None:
        self.text = text
        self.is_german = language == "de"
        able = [name for name in names if name.label in _SPEAKERS and not is_compound(text, name.start, name.end)]
        able = [name for name in able if not text[name.start : name.end].isspace()]
        known = mended(text, able, is_german=self.is_german)
        known += [*_initials(text, known), *_officials(text, known)] if self.is_german else []
        every = sorted([*known, *_mentioned_again(text, known)], key=lambda n: (n.start, -n.end))
        self.names = [name for name in every if not _lies_in(excluded, name)] if excluded else every
        self._starts = [name.start for name in self.names]
        self._keys: dict[str, str] = {}
        self.places = Places(text)

    def within(self, start: int, end: int) -> list[Name]:
        """Return the names that lie in a range, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [name for name in self.names[first:last] if name.end <= end]

    def before(self, offset: int, most: int) -> list[Name]:
        """Return the last names before an offset, at most ``most`` of them."""
        last = bisect_left(self._starts, offset)
        return self.names[max(0, last - most) : last]

    def body_before(self, offset: int, fits: Callable[[str], object] | None = None) -> Name | None:
        """Return the last organisation before an offset; if there is none, the last place.

        With ``fits``, return the last organisation whose words fit, or None.
        """
        if fits is not None:
            return self.last_before(
                offset, lambda name: name.label == "ORG" and bool(fits(self.text[name.start : name.end]))
            )
        last = self.last_before(offset, lambda name: name.label == "ORG" and not self.is_person(name))
        return last or self.last_before(offset, lambda name: name.label == "LOC" and not self.is_person(name))

    def bodies_before(self, offset: int) -> int:
        """Return how many organisations are named before an offset."""
        known = (name for name in self.before(offset, _REACH) if name.label == "ORG" and not self.is_person(name))
        return len({self.key(name) for name in known})

    def nearest(self, who: Name, offset: int) -> Name:
        """Return the last mention of a name before an offset, or the name itself if there is none."""
        key, is_person = self.key(who), self.is_person(who)
        return self.last_before(offset, lambda n: self.is_person(n) == is_person and self.key(n) == key) or who

    def last_before(self, offset: int, fits: Callable[[Name], bool]) -> Name | None:
        """Return the last name before an offset that fits, or None."""
        last = bisect_right(self._starts, offset - 1)
        return next((name for name in reversed(self.names[max(0, last - _REACH) : last]) if fits(name)), None)

    def key(self, name: Name) -> str:
        """Return the key that all mentions of a name share: its last word in lower case.

        If several people have that surname, the first name stands before it.
        """
        words = self.text[name.start : name.end]
        known = self._keys.get(words)
        if known is None:
            last = _last_word(words)
            if self.is_german and last[-1:] == "s" and last[:-1] in self._last_words:
                last = last[:-1]
            given = given_of(words.split())
            family = self._families.get(last, ())
            known = self._keys[words] = last if len(family) < 2 else f"{given if given in family else family[0]} {last}"
        return known

    def is_person(self, name: Name) -> bool:
        """Return whether a name is a person's: it has that label, or it is the last name of a known person."""
        return name.label == "PER" or self.text[name.start : name.end].lower() in self._last_names

    def first_person(self, offset: int, gender: int) -> Name | None:
        """Return the first person named after an offset who may have this gender; for roles in a headline."""
        after = self.names[bisect_left(self._starts, offset) :]
        return next((name for name in after if self.is_person(name) and self.genders.of(name) & gender), None)

    def only_person(self, offset: int, pronoun: str) -> Name | None:
        """Return the only person named before an offset for whom a pronoun can stand, None unless there is one."""
        gender = {"she": FEMALE, "he": MALE}.get(pronoun, FEMALE | MALE)
        able = [n for n in self.before(offset, _REACH) if self.is_person(n) and self.genders.of(n) & gender]
        is_one = len({self.key(name) for name in able}) == 1 and any(" " in self.text[n.start : n.end] for n in able)
        return able[-1] if is_one else None

    def is_introduced(self, noun: str, offset: int) -> bool:
        """Return whether a noun occurs with "a" or "eine" before an offset, without a name after the noun."""
        return self._introduced.get(noun.lower(), offset) < offset

    def is_called(self, offset: int) -> bool:
        """Return whether a name follows a noun that ends at an offset, at once or after a word such as "called"."""
        words = _CALLED.match(self.text, offset)
        begin = offset + 1 if words is None else words.end()
        return any(name.start <= begin for name in self.within(offset, min(len(self.text), begin + REACH)))

    def is_owner(self, name: Name) -> bool:
        """Return whether a name is in the genitive before what belongs to it: "Lee’s lawyer", "Feldners Anwältin"."""
        if not self.is_german:
            return _GENITIVE.match(self.text, name.end) is not None
        if self.text[name.end - 1 : name.end] != "s" and self.text[name.end : name.end + 1] not in _APOSTROPHES:
            return False
        noun = _OWNED.match(self.text, name.end)
        if noun is None:
            return False
        is_name = any(each.start <= noun.end() + 1 for each in self.within(noun.start(1), noun.end() + REACH))
        return is_name or self.genders.is_person_noun(noun[1])

    def mentions(self, name: Name) -> int:
        """Return how often a name is mentioned in the article."""
        return self._counts[self.key(name)]

    @cached_property
    def genders(self) -> Genders:
        """The genders of the names; computed on first use."""
        return Genders(self.text, self.names, self.key, self.is_person, is_german=self.is_german)

    @cached_property
    def roles(self) -> RoleHolders:
        """Who holds which role; computed on first use, since most articles never need them."""
        return RoleHolders(self)

    @cached_property
    def _families(self) -> Mapping[str, list[str]]:
        """The first names of the people who share a surname with somebody else, in text order."""
        found: dict[str, list[str]] = {}
        for name in self.names:
            words = self.text[name.start : name.end]
            if name.label != "PER" or " " not in words:
                continue
            given, family = given_of(words.split()), found.setdefault(_last_word(words), [])
            if len(given) > 2 and not any(each[:3] == given[:3] for each in family):  # "Tom" is "Tommy"
                family.append(given)
        return {last: family for last, family in found.items() if len(family) > 1}

    @cached_property
    def _last_words(self) -> frozenset[str]:
        """The last word of each name in lower case; without -s, a genitive is one of them."""
        return frozenset(_last_word(self.text[name.start : name.end]) for name in self.names)

    @cached_property
    def _last_names(self) -> frozenset[str]:
        full = (self.text[name.start : name.end] for name in self.names if name.label == "PER")
        return frozenset(_last_word(words) for words in full if " " in words)

    @cached_property
    def _introduced(self) -> Mapping[str, int]:
        """The nouns introduced with "a" or "eine", in lower case, with the offset of the first such article.

        The noun is one of the three words after the article. It is left out if a name follows it.
        """
        places: dict[str, int] = {}
        for found in _AFTER_INDEFINITE.finditer(self.text):
            for number, word in enumerate(found.groups(), 1):
                end = found.end(number)
                if word and not any(name.start <= end + 2 for name in self.within(end, end + REACH)):
                    places.setdefault(word.lower(), found.start())
        return places

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self.key(name) for name in self.names)


def _lies_in(parts: Sequence[Part], name: Name) -> bool:
    before = bisect_right(parts, (name.start, name.end))
    return any(start <= name.start < end for start, end in parts[max(0, before - 1) : before + 1])


def _mentioned_again(text: str, names: list[Name]) -> Iterable[Name]:
    """Yield further mentions of names in the text: whole names, and the last names of people."""
    taken = {place for name in names for place in range(name.start, name.end)}
    labels: dict[str, str] = {}
    for name in names:
        quote = text[name.start : name.end]
        labels.setdefault(quote, name.label)
        last = quote.split()[-1]
        if name.label == "PER" and len(last) >= _SHORTEST_MENTION:
            labels[last] = "PER"
    labels = {
        quote: label for quote, label in labels.items() if len(quote) >= _SHORTEST_MENTION and _is_capital(quote[0])
    }
    by_first: dict[str, list[str]] = {}
    for quote in sorted(labels, key=len, reverse=True):
        by_first.setdefault(_FIRST.match(quote)[0], []).append(quote)  # type: ignore[index]  # it begins with a letter
    for match in _CAPITALISED.finditer(text):
        if match[0] not in by_first:
            continue
        start = match.start()
        quote = next((q for q in by_first[match[0]] if _is_at(text, q, start)), "") if start not in taken else ""
        if quote:
            taken.update(range(start, start + len(quote)))
            yield Name(start, start + len(quote), labels[quote])


def _initials(text: str, names: Iterable[Name]) -> list[Name]:
    """Return the people that a report of a trial calls by a letter more than once: "R. hatte gestanden"."""
    every = list(_INITIAL.finditer(text))
    if not every:
        return []
    taken = {place for name in names for place in range(name.start, name.end)}
    found = [match for match in every if match.start() not in taken]
    letters = Counter(match[0] for match in found)
    return [Name(*match.span(), "PER") for match in found if letters[match[0]] > 1]


def _officials(text: str, names: Iterable[Name]) -> list[Name]:
    """Return the public bodies whose German designation is a name, although no source has found it."""
    if not any(sign in text for sign in _OFFICIAL_SIGNS):
        return []
    taken = {place for name in names for place in range(name.start, name.end)}
    return [Name(*match.span(), "ORG") for match in _OFFICIAL.finditer(text) if match.start() not in taken]


def _is_capital(letter: str) -> bool:
    """Return whether a character is a capital letter; "Ⓐ" has a case, but is a sign."""
    return letter.isupper() and letter.isalnum()


def _is_at(text: str, quote: str, start: int) -> bool:
    end = start + len(quote)
    if not text.startswith(quote, start) or text[end : end + 1].isalnum():
        return False
    return not is_compound(text, start, end)


def is_compound(text: str, start: int, end: int) -> bool:
    """Return whether a name is only part of a word: "Ostsee" in "Ostsee-Pipeline"."""
    behind, ahead = text[end : end + 2], text[max(0, start - 2) : start]
    joined = len(behind) > 1 and behind[0] in _HYPHENS and behind[1].isalpha()
    return joined or (len(ahead) > 1 and ahead[1] in _HYPHENS and ahead[0].isalnum())


def _last_word(words: str) -> str:
    last = words.rpartition(" ")[2]
    if last.isalpha():
        return last.lower()
    found = WORDS.findall(words)
    last = found[-1] if found else words
    return (last[:-2] if found and last.endswith(_POSSESSIVE) else last).lower()

"""Speakers: a name, a role or pronoun that stands for a name, or somebody unnamed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from annotator.model.values import Part
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.frame_values import NOBODY, Name, Speaker
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.sentence_words import Token

_FIRST = re.compile(r"[^\W_]+")
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_SPEAKERS = frozenset({"PER", "ORG", "LOC"})
_REACH = 300  # names
_ROLE_REACH = 40  # characters before or after a name in which its role may stand
_SHORTEST_ROLE = 4
_FEWEST_NAME_WORDS = 2
_ARTICLES = frozenset("the a an der die das ein eine".split())
_BODIES = frozenset("unternehmen konzern firma company firm group trust charity network bank".split())
_WOMEN = frozenset("ms mrs miss lady frau she sie".split())
_MEN = frozenset("mr sir lord herr he er".split())
_OF_WOMEN = _WOMEN | frozenset(
    "daughter mother wife sister widow aunt niece grandmother spokeswoman chairwoman tochter mutter schwester witwe"
    " tante nichte großmutter ehefrau".split()
)
_OF_MEN = _MEN | frozenset(
    "son father husband brother widower uncle nephew grandfather spokesman chairman sohn vater bruder witwer onkel"
    " neffe großvater ehemann".split()
)
_TITLES = frozenset("mr mrs ms miss dr prof sir lady lord herr frau".split())


class Cast:
    """The names of an article that can speak, in text order, with the roles beside them.

    Names in the ``excluded`` parts (sorted) are left out.
    """

    def __init__(self, text: str, names: Iterable[Name], *, excluded: Sequence[Part] = ()) -> None:
        self._text = text
        known = [name for name in names if name.label in _SPEAKERS]
        every = sorted([*known, *_mentioned_again(text, known)], key=lambda n: (n.start, -n.end))
        self.names = [name for name in every if not _lies_in(excluded, name)]
        self._starts = [name.start for name in self.names]

    def within(self, start: int, end: int) -> list[Name]:
        """Return the names that lie in a range, in order."""
        first = bisect_left(self._starts, start)
        return [name for name in self.names[first : bisect_left(self._starts, end)] if name.end <= end]

    def body_before(self, offset: int) -> Name | None:
        """Return the last organisation before an offset."""
        return self._last_before(offset, lambda name: name.label == "ORG")

    def holder(self, role: str, offset: int) -> Name | None:
        """Return the name that a role belongs to: its nearest mention before an offset, else after, or None."""
        role = role.lower()
        holders = self._roles.get(role) or next(
            (names for known, names in self._roles.items() if len(role) >= _SHORTEST_ROLE and known.endswith(role)), []
        )
        if not holders:
            return None
        who = max((n for n in holders if n.start < offset), key=lambda n: n.start, default=holders[0])
        return self.nearest(who, offset)

    def nearest(self, who: Name, offset: int) -> Name:
        """Return the last mention of a name before an offset, else the name itself."""
        key = self._key(who)
        return self._last_before(offset, lambda n: n.label == who.label and self._key(n) == key) or who

    def person_before(self, offset: int, pronoun: str, since: int) -> Name | None:
        """Return the last person before an offset that a pronoun fits, not before ``since``, or None."""
        return self._last_before(offset, lambda name: name.label == "PER" and self.fits(name, pronoun), since)

    def _last_before(self, offset: int, fits: Callable[[Name], bool], since: int = 0) -> Name | None:
        last = bisect_right(self._starts, offset - 1)
        for name in reversed(self.names[max(0, last - _REACH) : last]):
            if name.start < since:
                return None
            if fits(name):
                return name
        return None

    def _key(self, name: Name) -> str:
        return _last_word(self._text[name.start : name.end])

    def fits(self, who: Name, pronoun: str) -> bool:
        """Return whether a pronoun fits a person, judged by titles and roles beside the name."""
        pronouns = self._genders.get(self._key(who))
        return pronouns is None or pronoun in pronouns

    @cached_property
    def _genders(self) -> Mapping[str, frozenset[str]]:
        """The possible pronouns by last name, where a title or role decides them."""
        genders: dict[str, frozenset[str]] = {}
        for name in self.names:
            pronouns = self._gender_of(name) if name.label == "PER" else None
            if pronouns is not None:
                genders.setdefault(self._key(name), pronouns)
        return genders

    @cached_property
    def _roles(self) -> Mapping[str, list[Name]]:
        """The names by role ("minister") in text order, cached; most articles never need them."""
        roles: dict[str, list[Name]] = {}
        for name in self.names:
            for role in self._roles_of(name):
                roles.setdefault(role, []).append(name)
        return roles

    def _gender_of(self, name: Name) -> frozenset[str] | None:
        words = _WORDS.findall(self._text[max(0, name.start - _ROLE_REACH) : name.start])
        title = words[-1] if words else ""
        is_noun = title[:1].isupper() and len(title) > _SHORTEST_ROLE
        if title.lower() in _OF_WOMEN or (is_noun and title.endswith("in")):
            return _WOMEN
        if title.lower() in _OF_MEN or (is_noun and title.endswith(("er", "ent", "ist", "or", "chef"))):
            return _MEN
        return None

    def _roles_of(self, name: Name) -> Iterable[str]:
        before = self._text[max(0, name.start - _ROLE_REACH) : name.start]
        words = _WORDS.findall(re.split(r"[.,;:!?\n„“\"»]", before)[-1])
        if words:
            yield words[-1].lower()
        if name.label != "PER":
            yield from (word.lower() for word in _WORDS.findall(self._text[name.start : name.end]) if len(word) > 3)
            return
        after = self._text[name.end : name.end + _ROLE_REACH]
        if after.startswith(", "):
            words = [word.lower() for word in _WORDS.findall(re.split(r"[,.;:!?\n]", after[2:])[0])]
            yield from [word for word in words if word not in _ARTICLES][:1]


def _lies_in(parts: Sequence[Part], name: Name) -> bool:
    before = bisect_right(parts, (name.start, name.end))
    return any(start <= name.start < end for start, end in parts[max(0, before - 1) : before + 1])


def _mentioned_again(text: str, names: list[Name]) -> Iterable[Name]:
    """Yield further mentions of the names: whole names, and last names of people."""
    taken = {place for name in names for place in range(name.start, name.end)}
    labels: dict[str, str] = {}
    for name in names:
        quote = text[name.start : name.end]
        labels.setdefault(quote, name.label)
        last = quote.split()[-1]
        if name.label == "PER" and len(last) >= _SHORTEST_ROLE:
            labels[last] = "PER"
    labels = {quote: label for quote, label in labels.items() if len(quote) >= _SHORTEST_ROLE and quote[0].isupper()}
    by_first: dict[str, list[str]] = {}
    for quote in sorted(labels, key=len, reverse=True):
        by_first.setdefault(_FIRST.match(quote)[0], []).append(quote)  # type: ignore[index]  # it begins with a letter
    for match in _FIRST.finditer(text):
        if match[0] not in by_first:
            continue
        start = match.start()
        quote = next((q for q in by_first[match[0]] if _is_at(text, q, start)), "") if start not in taken else ""
        if quote:
            taken.update(range(start, start + len(quote)))
            yield Name(start, start + len(quote), labels[quote])


def _is_at(text: str, quote: str, start: int) -> bool:
    end = start + len(quote)
    return text.startswith(quote, start) and not text[end : end + 1].isalnum()


def named(name: Name) -> Speaker:
    """Return a name as a speaker."""
    return Speaker((name.start, name.end), name)


def speaker_of(cast: Cast, phrase: Sequence[Token], language: str, last: Speaker, since: int) -> Speaker:
    """Return the speaker that a noun phrase refers to.

    Args:
        cast: The names of the article.
        phrase: The tokens of the noun phrase.
        language: ``"de"`` or ``"en"``.
        last: The last speaker, whom a pronoun may refer to.
        since: Start of the paragraph; once somebody has spoken, a pronoun refers no further back.
    """
    words = [token for token in phrase if token.is_word]
    if not words:
        return NOBODY
    start, end = words[0].start, words[-1].end
    known = de if language == "de" else en
    if len(words) == 1 and words[0].low in known.PRONOUNS:
        return _pronoun(cast, words[0], last, since)
    names = cast.within(start, end)
    indefinite = words[0].low in known.INDEFINITE
    person = next((name for name in names if name.label == "PER"), None)
    if person is not None and not _belongs_to_other(words, person, language):
        return named(person)
    body = next((name for name in names if name.label != "PER"), None)
    if body is not None and not indefinite and _is_head(words, body, language):
        return named(body)
    if names and not indefinite and words[0].start == names[0].start and names[0].end >= end:
        return named(names[0])
    unknown = _unknown_name(words, names) if language == "en" else None
    if unknown is not None:
        return named(unknown)
    if not indefinite and words[0].low in known.DETERMINERS | {"bürgermeister"}:
        head = _head(words, language)
        holder = cast.holder(head.text, start) if head is not None else None
        if holder is None and head is not None and head.low in _BODIES:
            holder = cast.body_before(start)
        if holder is not None and body is None:
            return named(holder)
    return Speaker((start, end))


def _unknown_name(words: Sequence[Token], names: list[Name]) -> Name | None:
    """Return two or more capitalised words at a phrase's end as a name unknown to all sources."""
    first = len(words)
    while first > 0 and words[first - 1].is_capital and words[first - 1].low not in en.DETERMINERS:
        first -= 1
    before = [token.low for token in words[:first]]
    if len(words) - first < _FEWEST_NAME_WORDS or names or set(before) & en.PHRASE_GLUE:
        return None
    body = bool(before) and (before[0] in en.DETERMINERS or before[-1] in _BODIES)
    first = first if body else max(first, len(words) - _FEWEST_NAME_WORDS)
    return Name(words[first].start, words[-1].end, "ORG" if body else "PER")


def _pronoun(cast: Cast, pronoun: Token, last: Speaker, since: int) -> Speaker:
    if pronoun.low in _WOMEN | _MEN:
        if last.name is not None and last.name.label == "PER" and cast.fits(last.name, pronoun.low):
            return named(cast.nearest(last.name, pronoun.start))
        person = cast.person_before(pronoun.start, pronoun.low, since if last.part is not None else 0)
        if person is not None:
            return named(cast.nearest(person, pronoun.start))
    elif last.name is not None and last.name.label != "PER":
        return named(cast.nearest(last.name, pronoun.start))
    elif pronoun.low == "it":
        body = cast.body_before(pronoun.start)
        if body is not None:
            return named(body)
    return last if last.part is not None else Speaker((pronoun.start, pronoun.end))


def _belongs_to_other(words: Sequence[Token], person: Name, language: str) -> bool:
    """Return whether the words before a person name another speaker: "a spokesman for Anna Kurz"."""
    glue = {"von", "des", "für"} if language == "de" else {"for", "of", "to", "behind"}
    before = [token.low for token in words if token.start < person.start]
    return any(word in glue for word in before[-2:]) and before[0] not in _TITLES


def _is_head(words: Sequence[Token], body: Name, language: str) -> bool:
    """Return whether a body itself speaks, not somebody who belongs to it."""
    before = [token for token in words if token.start < body.start]
    if language == "en":
        return not any(token.low in en.PHRASE_GLUE for token in before) and not any(
            token.start >= body.end and token.low not in {"s", "'s"} for token in words
        )
    nouns = [token for token in before if token.is_capital and token.low not in de.DETERMINERS]
    glue = [token for token in before[1:] if token.low in de.GENITIVES or token.low in de.FROM]
    return not glue and not any(token.low in de.PERSONAL_ROLES for token in nouns)


def _head(words: Sequence[Token], language: str) -> Token | None:
    if language == "de":
        return next((token for token in words if token.is_capital and token.low not in de.DETERMINERS), None)
    end = next((n for n, token in enumerate(words) if n > 0 and token.low in en.PHRASE_GLUE), len(words))
    return words[end - 1]


def _last_word(words: str) -> str:
    found = _WORDS.findall(words)
    return re.sub(r"['’]s$", "", found[-1]).lower() if found else words.lower()

"""Who is meant by the words beside a cue: a name, a role or pronoun that stands for one, or somebody unnamed."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from annotator.suggest.claims import english_words as en
from annotator.suggest.claims import german_words as de
from annotator.suggest.claims.found import NOBODY, Name, Speaker
from annotator.suggest.claims.words import Token

_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_SPEAKERS = frozenset({"PER", "ORG", "LOC"})
_ROLE_REACH = 40  # characters before or after a name in which its role may stand
_SHORTEST_ROLE = 4
_TITLES = frozenset("mr mrs ms miss dr prof sir lady lord herr frau".split())


class Cast:
    """The names of an article that can speak, in order, with the roles that stand beside them."""

    def __init__(self, text: str, names: Iterable[Name]) -> None:
        self._text = text
        self.names = sorted((n for n in names if n.label in _SPEAKERS), key=lambda n: (n.start, -n.end))
        self._starts = [name.start for name in self.names]
        self._roles: dict[str, list[Name]] = {}
        for name in self.names:
            for role in self._roles_of(name):
                self._roles.setdefault(role, []).append(name)

    def within(self, start: int, end: int) -> list[Name]:
        """Give the names that lie in a range, in order."""
        first = bisect_left(self._starts, start)
        return [name for name in self.names[first : bisect_left(self._starts, end)] if name.end <= end]

    def before(self, offset: int, label: str | None = None, since: int = 0) -> Name | None:
        """Give the last name before an offset, not before ``since``."""
        last = bisect_right(self._starts, offset - 1)
        for name in reversed(self.names[:last]):
            if name.start < since:
                return None
            if label is None or name.label == label:
                return name
        return None

    def holder(self, role: str, offset: int) -> Name | None:
        """Give the nearest mention, before an offset or else behind it, of the name that a role belongs to."""
        role = role.lower()
        fits = self._roles.get(role) or next(
            (names for known, names in self._roles.items() if len(role) >= _SHORTEST_ROLE and known.endswith(role)), []
        )
        if not fits:
            return None
        who = max((n for n in fits if n.start < offset), key=lambda n: n.start, default=fits[0])
        return self.nearest(who, offset)

    def nearest(self, who: Name, offset: int) -> Name:
        """Give the mention of a name that is the last one before an offset, else the name itself."""
        key = _last_word(self._text[who.start : who.end])
        last = bisect_right(self._starts, offset - 1)
        mentions = (
            n
            for n in reversed(self.names[:last])
            if n.label == who.label and _last_word(self._text[n.start : n.end]) == key
        )
        return next(mentions, who)

    def _roles_of(self, name: Name) -> Iterable[str]:
        before = self._text[max(0, name.start - _ROLE_REACH) : name.start]
        before = re.split(r"[.,;:!?\n„“\"»]", before)[-1]
        words = _WORDS.findall(before)
        if words:
            yield words[-1].lower()
        after = self._text[name.end : name.end + _ROLE_REACH]
        if after.startswith(", "):
            yield from (word.lower() for word in _WORDS.findall(re.split(r"[,.;:!?\n]", after[2:])[0]) if len(word) > 3)
        if name.label != "PER":
            yield from (word.lower() for word in _WORDS.findall(self._text[name.start : name.end]) if len(word) > 3)


def speaker_of(cast: Cast, phrase: Sequence[Token], language: str, last: Speaker, since: int) -> Speaker:
    """Tell who is meant by a noun phrase.

    Args:
        cast: The names of the article.
        phrase: The noun phrase, without what does not belong to it.
        language: ``"de"`` or ``"en"``.
        last: Who spoke before: whom a pronoun means.
        since: Where the paragraph begins, before which a pronoun does not reach unless somebody spoke.
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
        return _named(person)
    body = next((name for name in names if name.label != "PER"), None)
    if body is not None and not indefinite and _is_head(words, body, language):
        return _named(body)
    if names and not indefinite and words[0].start == names[0].start and names[0].end >= end:
        return _named(names[0])
    if not indefinite and words[0].low in known.DETERMINERS | {"bürgermeister"}:
        head = _head(words, language)
        holder = cast.holder(head.text, start) if head is not None else None
        if holder is not None and body is None:
            return _named(holder)
    return Speaker((start, end))


def _pronoun(cast: Cast, pronoun: Token, last: Speaker, since: int) -> Speaker:
    if last.name is not None:
        return _named(cast.nearest(last.name, pronoun.start))
    if last.part is not None:
        return last
    person = cast.before(pronoun.start, "PER", since) or cast.before(pronoun.start, None, since)
    return _named(person) if person is not None else Speaker((pronoun.start, pronoun.end))


def _named(name: Name) -> Speaker:
    return Speaker((name.start, name.end), name)


def _belongs_to_other(words: Sequence[Token], person: Name, language: str) -> bool:
    """Tell whether a name only says whose ("a spokesman for Anna Kurz", "der Anwalt von Anna Kurz")."""
    glue = {"von", "des", "für"} if language == "de" else {"for", "of", "to", "behind"}
    before = [token.low for token in words if token.start < person.start]
    return any(word in glue for word in before[-2:]) and before[0] not in _TITLES


def _is_head(words: Sequence[Token], body: Name, language: str) -> bool:
    """Tell whether a body is what speaks, and not what somebody who speaks belongs to."""
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
    plain = []
    for token in words:
        if token.low in en.PHRASE_GLUE and plain:
            break
        plain.append(token)
    return plain[-1] if plain else None


def _last_word(words: str) -> str:
    found = _WORDS.findall(words)
    return re.sub(r"['’]s$", "", found[-1]).lower() if found else words.lower()

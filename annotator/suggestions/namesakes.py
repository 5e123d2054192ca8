"""Finding mentions that may mean the same person or body. The results are proposals: a person decides.

The rules are few, so that people can predict the results:

- Mentions with the same label and the same words mean the same. Case, kinds of dashes, leading titles and a genitive
  ending are ignored ("Dr. Merz", "Weifang's", and "Weifangs" if "Weifang" occurs, too).
- A mention means an identity if its words are the name or an alias of the identity.
- A surname alone ("Oh", "Merz") means the person whose full name begins or ends with it in the same article, if there
  is only one such person.
- An abbreviation in brackets after a name ("Bundesverband Solarwirtschaft (BSW)") means this name everywhere, unless it
  also follows another name.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from annotator.model.values import Identity
from annotator.suggestions.label_roles import USUAL, Roles

Key: TypeAlias = tuple[str, str]  # label, and words normalized by `compared`

_TITLES = frozenset("dr dr. prof prof. herr frau mr mr. mrs mrs. ms ms. sir".split())
_DASHES = re.compile("[‐‑‒–]")
_APOSTROPHE = re.compile("['’](?:s)?$")
_LEAST_BEFORE_S = 4  # letters before the s, so that "Jens" is not a genitive
_ABBREVIATION = re.compile(r"(?=(?:.*[^\W\d_]){2})\S{2,12}")
_OPENS, _CLOSES = " (", ")"


class Mention(NamedTuple):
    """A span that names or stands for somebody. Offsets enclose all its parts; code points, end exclusive."""

    id: str
    document: str
    start: int
    end: int
    words: str
    label: str
    identity: str | None


@dataclass(frozen=True, slots=True)
class NameForm:
    """One wording of mentions, with their ids in text order.

    ``decided`` are the mentions to which a person assigned the group's identity, ``proposed`` all others.
    """

    words: str
    decided: tuple[str, ...]
    proposed: tuple[str, ...]

    @property
    def count(self) -> int:
        """The number of mentions."""
        return len(self.decided) + len(self.proposed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Mentions that mean, or may mean, the same person or body, by wording, the most frequent wording first.

    ``identity`` is the identity that they mean, or None if nobody has decided; then the group has only a ``name``.
    ``documents`` is the number of articles with these mentions.
    """

    identity: Identity | None
    name: str
    label: str
    forms: tuple[NameForm, ...]
    documents: int

    @property
    def decided(self) -> tuple[str, ...]:
        """The mentions to which a person assigned the group's identity."""
        return tuple(id_ for form in self.forms for id_ in form.decided)

    @property
    def proposed(self) -> tuple[str, ...]:
        """The mentions that may belong to the group, but that nobody has decided on."""
        return tuple(id_ for form in self.forms for id_ in form.proposed)

    @property
    def count(self) -> int:
        """The number of mentions."""
        return sum(form.count for form in self.forms)


def compared(words: str) -> str:
    """Normalize words for comparison: lower case, one kind of dash, no leading titles, no genitive apostrophe."""
    parts = _DASHES.sub("-", words).casefold().split()
    while len(parts) > 1 and parts[0] in _TITLES:
        parts = parts[1:]
    return _APOSTROPHE.sub("", " ".join(parts))


def groups(
    mentions: Sequence[Mention],
    identities: Iterable[Identity],
    text: Callable[[str], str] | None = None,
    roles: Roles = USUAL,
) -> list[Group]:
    """Group mentions, the largest group first; identities without mentions come last.

    The mentions are sorted by document and place. ``text`` returns a document's text by its id; without it,
    abbreviations in brackets are not found. ``roles`` say which labels mean persons.
    """
    known = {identity.id: identity for identity in identities}
    keys = _keys(mentions)
    joined = KeyGroups()
    if text is not None:
        for short, long in _abbreviations(mentions, keys, text).items():
            joined.join(short, long)
    named = _identity_by_key(known.values())
    found: dict[Hashable, list[Mention]] = defaultdict(list)
    for _, here in groupby(mentions, key=lambda mention: mention.document):
        for mention, key in _in_one_article(list(here), keys, roles):
            group = mention.identity if mention.identity in known else named.get(joined.of(key)) or named.get(key)
            found[group or joined.of(key)].append(mention)
    for id_ in known:
        found.setdefault(id_, [])
    made = [_group(key, members, known) for key, members in found.items()]
    return sorted(made, key=lambda group: (-group.count, group.name, group.label))


def alike(words: str, label: str | None, candidates: Iterable[Identity], roles: Roles = USUAL) -> list[Identity]:
    """Return the identities that words in an article may mean: matches of the full name first, then of the surname.

    ``label`` is the label of the words. None means that they are not a name ("the mayor"): then they may mean any
    identity that has them as an alias. ``roles`` say which labels mean persons.
    """
    key = compared(words)
    fitting = [identity for identity in candidates if label in {None, identity.label}]
    by_name = [identity for identity in fitting if key in _names_of(identity)]
    by_stem = [identity for identity in fitting if _stem(key) in _names_of(identity)]
    surnamed = [
        identity for identity in fitting if roles.is_person(label) and _is_surname(key, compared(identity.name))
    ]
    return list({identity.id: identity for identity in (*by_name, *by_stem, *surnamed)}.values())


def surnamed(names: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of a surname and the only full name that contains it, as indices in ``names``."""
    keys = [compared(name) for name in names]
    full = [place for place, key in enumerate(keys) if " " in key]
    found = []
    for place, key in enumerate(keys):
        meant = [other for other in full if _is_surname(key, keys[other])] if key and " " not in key else []
        if len(meant) == 1:
            found.append((place, meant[0]))
    return found


def genitives(names: Sequence[str]) -> list[tuple[int, int]]:
    """Return pairs of a name with a final s and the same name without it, as indices in ``names``."""
    keys = [compared(name) for name in names]
    places = {key: place for place, key in enumerate(keys)}
    return [(place, places[_stem(key)]) for place, key in enumerate(keys) if places.get(_stem(key), place) != place]


class KeyGroups:
    """Groups of keys that mean the same."""

    def __init__(self) -> None:
        self._others: dict[Key, Key] = {}

    def join(self, one: Key, other: Key) -> None:
        """Let two keys, and all that mean the same as one of them, mean the same."""
        if self.of(one) != self.of(other):
            self._others[self.of(one)] = self.of(other)

    def of(self, key: Key) -> Key:
        """Return the key that stands for all that mean the same as ``key``."""
        while key in self._others:
            key = self._others[key]
        return key


def _keys(mentions: Iterable[Mention]) -> dict[tuple[str, str], Key]:
    """Return the key of each (label, words); a genitive gets the key of its base form if that form occurs."""
    every = {(m.label, m.words) for m in mentions}
    keys = {each: (each[0], compared(each[1])) for each in every}
    there = set(keys.values())
    return {
        each: (label, _stem(key)) if (label, _stem(key)) in there else (label, key)
        for each, (label, key) in keys.items()
    }


def _stem(key: str) -> str:
    return key[:-1] if key.endswith("s") and len(key) > _LEAST_BEFORE_S else key


def _in_one_article(
    mentions: Sequence[Mention], keys: Mapping[tuple[str, str], Key], roles: Roles
) -> Iterable[tuple[Mention, Key]]:
    """Yield each mention of an article with its key; a surname gets the key of the full name."""
    persons = [mention for mention in mentions if roles.is_person(mention.label)]
    full = {keys[person.label, person.words] for person in persons if " " in person.words}
    for mention in mentions:
        key = keys[mention.label, mention.words]
        if roles.is_person(mention.label) and " " not in key[1]:
            meant = [name for name in full if name[0] == key[0] and _is_surname(key[1], name[1])]
            key = meant[0] if len(meant) == 1 else key
        yield mention, key


def _is_surname(word: str, full: str) -> bool:
    parts = full.split()
    return len(parts) > 1 and {word, _stem(word)} & {parts[0], parts[-1]} != set()


def _abbreviations(
    mentions: Sequence[Mention], keys: Mapping[tuple[str, str], Key], text: Callable[[str], str]
) -> dict[Key, Key]:
    found: dict[Key, set[Key]] = defaultdict(set)
    for one, other in pairwise(mentions):
        near = one.document == other.document and one.label == other.label and other.start - one.end == len(_OPENS)
        if near and _ABBREVIATION.fullmatch(other.words) and _in_brackets(text(one.document), one, other):
            found[keys[other.label, other.words]].add(keys[one.label, one.words])
    return {short: next(iter(long)) for short, long in found.items() if len(long) == 1}


def _in_brackets(text: str, one: Mention, other: Mention) -> bool:
    return text[one.end : other.start] == _OPENS and text[other.end : other.end + 1] == _CLOSES


def _identity_by_key(identities: Iterable[Identity]) -> dict[Key, str]:
    """Return the identity id of each key, leaving out keys that several identities share."""
    found: dict[Key, set[str]] = defaultdict(set)
    for identity in identities:
        for name in _names_of(identity):
            found[identity.label, name].add(identity.id)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}


def _names_of(identity: Identity) -> set[str]:
    return {compared(name) for name in (identity.name, *identity.aliases)}


def _group(key: Hashable, members: Sequence[Mention], known: Mapping[str, Identity]) -> Group:
    identity = known.get(key) if isinstance(key, str) else None
    by_words: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for member in members:
        free = identity is None or member.identity != identity.id
        by_words[member.words][free].append(member.id)
    forms = [NameForm(words, tuple(decided), tuple(proposed)) for words, (decided, proposed) in by_words.items()]
    forms.sort(key=lambda form: (-form.count, form.words))
    return Group(
        identity=identity,
        name=identity.name if identity is not None else _best_name(forms),
        label=identity.label if identity is not None else members[0].label,
        forms=tuple(forms),
        documents=len({member.document for member in members}),
    )


def _best_name(forms: Iterable[NameForm]) -> str:
    """Return the most informative wording: the one with the most words, then the most frequent, then the shortest."""
    best = min(forms, key=lambda f: (-len(f.words.split()), -f.count, f.words.isupper(), len(f.words), f.words))
    return best.words

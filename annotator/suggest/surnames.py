"""Short names follow full names: "Voss" alone gets the label of "Marlene Voss", or "Voss Energy", in the article."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from statistics import fmean
from typing import TypeAlias

from annotator.model.values import ATTRIBUTION, CLAIMS, Suggestion
from annotator.suggest.sources import patterns
from annotator.suggest.sources.memory import seen
from annotator.suggest.tiers import Tier, certainty, tier_of
from annotator.suggestions.label_roles import USUAL, Roles

RULE = "full name"  # the rule of a surname that follows, with the full name after ": "

_BY_PEOPLE = frozenset({seen.INFO.name, patterns.INFO.name})  # sources of what a person decided
_DECIDED = 0.95  # how certain a full name is, at least, that a person labelled before
_HIGHEST = 0.8  # the score of a surname that follows is likely at most, because its model contradicts itself
_REACH = 60  # characters before and after a name that are looked at
_BEFORE_OTHERS = re.compile(
    r"(?:[&-]|\b(?:in|im|bei|aus|at|near|from|inside)|\b(?:der|die|das|dem|den|des|the)(?: [\w-]+)?) ?\Z",
    re.IGNORECASE,
)
_FIRM = "GmbH|AG|KG|SE|Holding|Gruppe|Group|Inc|Ltd|LLC|plc|Corp|Co"
_AFTER_OTHERS = re.compile(rf"-| &| (?:{_FIRM})\b")
_FIRM_NAME = re.compile(
    rf"\S+ (?:\S+ )?(?:{_FIRM}|Energ(?:y|ie)|Bank|Capital|Motors?|Air(?:lines|ways)|Pharma(?:ceuticals)?|Steel|Stahl"
    r"|Industr(?:ies|ie)|Technolog(?:ies|y)|Software|Systems|Electronics|Logisti(?:cs|k)|Foods|Werke)"
)

_Word: TypeAlias = tuple[str, str]  # layer and word
_Known: TypeAlias = tuple[str, str, str]  # as `seen.known_by` returns


def following_full_names(
    suggestions: Sequence[Suggestion], text: str, rejected: Collection[_Known] = (), roles: Roles = USUAL
) -> list[Suggestion]:
    """Return an article's suggestions; the surname of a person gets the person's label if it stands alone.

    The person must not be doubtful, and must be more certain than any other label of the surname. A surname keeps its
    label next to words that mean a firm or a place ("at Voss", "die Reederei Voss"). If such a surname is sure, all in
    the article keep theirs; so they do if one is sure and a firm's name contains the word ("Voss Holding"), or if the
    label goes back to a person's decision.

    "Voss" is a firm if "Voss Energy" is one, unless the article names a person Voss in full, or the single words are,
    on average, at least as certainly a person as the full name is a firm.

    ``rejected`` are the `known_by` keys of names that a person rejected; they are not suggested again. ``roles``
    say which of the project's labels mean persons and firms.
    """
    people: dict[_Word, Suggestion] = {}
    others: dict[_Word, list[Suggestion]] = defaultdict(list)
    firms: set[_Word] = set()
    for each in suggestions:
        words = [] if each.layer in {CLAIMS, ATTRIBUTION} else each.quote(text).split()
        if len(words) == 1 and not roles.is_person(each.label):
            others[each.layer, words[0]].append(each)
        elif len(words) > 1 and roles.is_person(each.label):
            key = each.layer, words[-1]
            people[key] = max(people.get(key, each), each, key=_certainty)
        elif len(words) > 1 and tier_of(each.score) is not Tier.DOUBTFUL:
            firms.update((each.layer, word) for word in words)
    followers: dict[int, Suggestion] = {}
    for key in people.keys() & others.keys():
        if not _means_others(others[key], people[key], text, in_firm=key in firms):
            alone = [each for each in others[key] if not _is_among_others(each, text)]
            followers.update(_followers(alone, people[key], text, rejected))
    followers.update(_following_firms(suggestions, text, rejected, roles))
    return [followers.get(id(each), each) for each in suggestions]


def _following_firms(
    suggestions: Sequence[Suggestion], text: str, rejected: Collection[_Known], roles: Roles
) -> Iterator[tuple[int, Suggestion]]:
    """Yield the short names that follow a firm, each after the `id` of the suggestion that it replaces."""
    firms: dict[_Word, Suggestion] = {}
    for each in suggestions:
        if roles.is_body(each.label) and _FIRM_NAME.fullmatch(words := each.quote(text)):
            key = each.layer, words.split()[0]
            firms[key] = max(firms.get(key, each), each, key=_certainty)
    if not firms:  # true for most articles
        return
    persons = [(each, each.quote(text).split()) for each in suggestions if roles.is_person(each.label)]
    for (layer, word), firm in firms.items():
        namesakes = [(each, words) for each, words in persons if each.layer == layer and word in words]
        alone = [each for each, words in namesakes if len(words) == 1 and each.source not in _BY_PEOPLE]
        if alone and len(alone) == len(namesakes) and fmean(map(_certainty, alone)) < _certainty(firm):
            yield from _followers(alone, firm, text, rejected)


def _means_others(surnames: Sequence[Suggestion], person: Suggestion, text: str, *, in_firm: bool) -> bool:
    """Return whether a surname probably means more than the person; ``in_firm``: a longer name contains it."""
    if tier_of(person.score) is Tier.DOUBTFUL or any(each.source in _BY_PEOPLE for each in surnames):
        return True
    if _certainty(person) <= max(map(_certainty, surnames)):
        return True
    return any(tier_of(each.score) is Tier.SURE and (in_firm or _is_among_others(each, text)) for each in surnames)


def _certainty(name: Suggestion) -> float:
    score = certainty(name.score)
    return max(score, _DECIDED) if name.source == seen.INFO.name and tier_of(score) is Tier.SURE else score


def _followers(
    shorter: Sequence[Suggestion], full: Suggestion, text: str, rejected: Collection[_Known]
) -> Iterator[tuple[int, Suggestion]]:
    """Yield the short names that follow a full name, each after the `id` of the suggestion that it replaces."""
    rule = f"{RULE}: {full.quote(text)}"
    for each in shorter:
        score = None if each.score is None else min(each.score, _HIGHEST)
        follower = replace(each, label=full.label, score=score, rule=rule)
        if seen.known_by(follower, text) not in rejected:
            yield id(each), follower


def _is_among_others(name: Suggestion, text: str) -> bool:
    """Return whether the words next to a name mean a firm or a place."""
    before = text[max(0, name.start - _REACH) : name.start]
    return bool(_BEFORE_OTHERS.search(before) or _AFTER_OTHERS.match(text, name.end, name.end + _REACH))

"""Variations of articles to learn from, so that the reader learns neither names nor places in a window by heart."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from annotator.model.values import Part
from annotator.suggest.claims.by_meaning.windows import ROOM, Window
from annotator.suggest.claims.people.first_names import MEN, WOMEN
from annotator.suggest.encoder.encoder import FIRST
from annotator.suggest.encoder.unigram import Unigram
from tools.models.claim_reader.examples import Example, examples
from tools.models.claim_reader.written import ENTITY, Article, Claim

_RENAMED = 0.7  # the share of articles whose people get other surnames
_JOINED = 0.6  # the share of windows that get words of another article before them
_LEAST = 40  # pieces of another article that are worth reading

_PRONOUNS = frozenset({"he", "she", "er", "sie"})
_NAME = re.compile(r"([^\W\d_]+) ([^\W\d_a-zß-öø-ÿ][\w'’-]{2,})")


def surnames(articles: Sequence[Article]) -> list[str]:
    """Return the surnames of the people who claim something, each once."""
    return sorted({surname for article in articles for surname in _of_people(article)})


def varied(
    articles: Sequence[Article], unigram: Unigram, others: Sequence[str], chance: random.Random
) -> list[Example]:
    """Return the windows of articles, with other surnames and words of other articles before them, at random."""
    found = []
    for article in articles:
        changed = renamed(article, others, chance) if chance.random() < _RENAMED else article
        found += examples(changed, unigram)
    return [joined(one, chance.choice(found), chance) if chance.random() < _JOINED else one for one in found]


def _of_people(article: Article) -> set[str]:
    """Return the surnames of claimants with a known first name, or with a pronoun that stands for them."""
    people = set()
    for claim in article.claims:
        by_pronoun = claim.reference is not None and article.text[slice(*claim.reference)].lower() in _PRONOUNS
        for start, end in claim.claimants if claim.who == ENTITY else ():
            match = _NAME.fullmatch(article.text, start, end)
            if match is not None and (by_pronoun or match[1].lower() in WOMEN | MEN):
                people.add(match[2])
    return people


def renamed(article: Article, others: Sequence[str], chance: random.Random) -> Article:
    """Return an article whose people have other surnames, drawn from ``others``."""
    instead = {name: chance.choice(others) for name in sorted(_of_people(article))}
    if not instead:
        return article
    words = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, instead))})(?=s?\b)(?!-)")
    pieces, starts, shifts, last = [], [0], [0], 0
    for match in words.finditer(article.text):
        new = instead[match[0]]
        pieces += [article.text[last : match.start()], new]
        last = match.end()
        starts.append(last)
        shifts.append(shifts[-1] + len(new) - len(match[0]))
    places, moves = np.array(starts), np.array(shifts)

    def moved(part: Part) -> Part:
        start, end = (int(at + moves[np.searchsorted(places, at, side="right") - 1]) for at in part)
        return start, end

    text = "".join([*pieces, article.text[last:]])
    return replace(article, text=text, claims=tuple(_moved(claim, moved) for claim in article.claims))


def _moved(claim: Claim, moved: Callable[[Part], Part]) -> Claim:
    return replace(
        claim,
        parts=tuple(map(moved, claim.parts)),
        claimants=tuple(map(moved, claim.claimants)),
        reference=moved(claim.reference) if claim.reference is not None else None,
        cue=moved(claim.cue) if claim.cue is not None else None,
    )


def joined(one: Example, other: Example, chance: random.Random) -> Example:
    """Return a window with the last words of another before it, as many as there is room for or fewer."""
    room = ROOM - len(one.window.pieces)
    if room < _LEAST:
        return one
    room = chance.randint(_LEAST, room)
    ends, heads = len(other.window.pieces) - 1, other.window.heads
    first = next((n for n, head in enumerate(heads) if ends - head <= room), len(heads))
    count = len(heads) - first
    if not count:
        return one
    added = ends - heads[first]
    pieces = [FIRST, *other.window.pieces[heads[first] : ends], *one.window.pieces[1:]]
    window = Window(
        first=0,
        fresh=one.fresh + count,
        end=len(one.window.heads) + count,
        pieces=pieces,
        heads=[*(head - heads[first] + 1 for head in heads[first:]), *(head + added for head in one.window.heads)],
    )
    before = other.sentences[first:]
    return Example(
        window=window,
        sentences=np.concatenate([before - before[-1] - 1 + one.sentences[0], one.sentences]),
        roles=np.concatenate([other.roles[first:], one.roles]),
        claims=[
            replace(
                claim,
                own=[n + count for n in claim.own],
                cue=[n + count for n in claim.cue],
                claimant=np.concatenate([np.zeros(count, np.bool_), claim.claimant]),
            )
            for claim in one.claims
        ],
    )

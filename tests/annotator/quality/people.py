"""Invented people who label invented articles with known rates of error."""

import random
from dataclasses import dataclass

from annotator.model.values import Annotated, Document, DocumentState, Span, State, new_id

LABELS = ("PER", "ORG", "LOC", "MISC")
NAMES = ("Lea", "Max", "Ida", "Tom", "Eva", "Jan", "Pia", "Ben", "Ute", "Kai")


@dataclass(frozen=True)
class Person:
    """Error rates of a person: names missed, given another label or other boundaries, and names invented."""

    miss: float = 0.0
    wrong: float = 0.0
    edge: float = 0.0
    extra: float = 0.0


TEAM = (
    Person(0.04, 0.03, 0.03, 0.01),
    Person(0.07, 0.05, 0.05, 0.02),
    Person(0.10, 0.06, 0.06, 0.03),
    Person(0.15, 0.10, 0.08, 0.05),
    Person(0.25, 0.15, 0.12, 0.08),
)


def truth(draw, names=12, apart=60):
    """Return the names of an article as (start, end, label), and its length."""
    found = []
    for number in range(names):
        start = number * apart + draw.randrange(apart // 2)
        found.append((start, start + draw.randint(5, 20), draw.choice(LABELS)))
    return found, names * apart


def said(person, names, length, draw):
    """Return the names that a person labels in an article."""
    found = set()
    for name in names:
        start, end, label = name
        if draw.random() < person.miss:
            continue
        if draw.random() < person.wrong:
            label = draw.choice([other for other in LABELS if other != label])
        if draw.random() < person.edge:
            end += draw.choice([-4, 3, 5])
        found.add((start, end, label))
    for _ in range(sum(draw.random() < person.extra for _ in names)):
        start = draw.randrange(length - 15)
        found.add((start, start + draw.randint(3, 14), draw.choice(LABELS)))
    return sorted(found)


def annotated(labelled, length, id_="article"):
    """Return an article that these people finished."""
    text = "x" * (length + 40)
    document = Document(id=id_, title=id_, text=text, sha256=id_, language="de")
    people = NAMES[: len(labelled)]
    spans = tuple(
        Span(id=new_id(), document=id_, layer="entities", label=label, parts=((start, end),), annotator=name)
        for name, units in zip(people, labelled, strict=True)
        for start, end, label in units
    )
    states = tuple(DocumentState(document=id_, annotator=name, state=State.DONE) for name in people)
    return Annotated(document=document, spans=spans, states=states)


def team_articles(team, number, seed=1):
    """Yield articles that a team labelled, with the true names."""
    draw = random.Random(seed)
    for count in range(number):
        names, length = truth(draw)
        yield annotated([said(person, names, length, draw) for person in team], length, f"a{count}"), names


def f_of(pairs):
    """Return F of pairs of found and true names."""
    common = total = 0
    for found, names in pairs:
        common += len(set(found) & set(names))
        total += len(set(found)) + len(set(names))
    return 2 * common / total

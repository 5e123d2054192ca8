"""Rules that settle a question without asking a person."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.quality.measures.common import CommonArticle
from annotator.quality.questions import Ballots, Voters
from annotator.system.errors import AnnotatorError

BY_HAND = "hand"  # the rule of an answer that a person gave


class Strategy(StrEnum):
    """The rules that settle a question; people answer the questions that a rule leaves open."""

    UNANIMOUS = "unanimous"  # takes what all said
    MOST = "most"  # takes what most said; ties stay open
    AT_LEAST = "at-least"  # takes what most said, if at least N said it
    PERSON = "person"  # takes what one named person said
    CLOSEST = "closest"  # takes what the person said who agrees most with the others


RULES = "unanimous, most, at-least:N, person:NAME, closest"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenStrategy:
    """A strategy with its number or name. ``order`` are the people for `CLOSEST`, those who agree most first."""

    strategy: Strategy
    least: int = 1
    name: str = ""
    order: Voters = ()

    @property
    def words(self) -> str:
        """The rule as users write it and as it is stored."""
        match self.strategy:
            case Strategy.AT_LEAST:
                return f"{self.strategy}:{self.least}"
            case Strategy.PERSON:
                return f"{self.strategy}:{self.name}"
            case _:
                return str(self.strategy)


def parse(words: str) -> ChosenStrategy:
    """Parse a rule.

    Raises:
        AnnotatorError: ``adjudicate.rule``.
    """
    kind, _, rest = words.partition(":")
    if kind not in set(Strategy) or (bool(rest) != (kind in {Strategy.AT_LEAST, Strategy.PERSON})):
        raise AnnotatorError("adjudicate.rule", rule=words, names=RULES)
    if kind == Strategy.AT_LEAST:
        if not (rest.isascii() and rest.isdecimal() and len(rest) <= 4 and int(rest) > 0):
            raise AnnotatorError("adjudicate.rule", rule=words, names=RULES)
        return ChosenStrategy(strategy=Strategy.AT_LEAST, least=int(rest))
    return ChosenStrategy(strategy=Strategy(kind), name=rest)


def decide(ballots: Ballots, rule: ChosenStrategy) -> int | None:
    """Return the index of the choice that a rule takes, or None if the rule leaves the question open."""
    if len(ballots) == 1:
        return 0
    match rule.strategy:
        case Strategy.UNANIMOUS:
            return None
        case Strategy.MOST:
            return _single_best(ballots, 1)
        case Strategy.AT_LEAST:
            return _single_best(ballots, rule.least)
        case Strategy.PERSON:
            return next((choice for choice, voters in enumerate(ballots) if rule.name in voters), None)
        case Strategy.CLOSEST:
            who = next((name for name in rule.order if any(name in voters for voters in ballots)), None)
            return next((choice for choice, voters in enumerate(ballots) if who in voters), None)


def proposed(ballots: Ballots) -> int | None:
    """Return the index of the choice with the most voters, or None at a tie."""
    return _single_best(ballots, 1)


class Closeness:
    """Measures who agrees most with the others, by F over all pairs of people."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()
        self._same: Counter[str] = Counter()

    def add(self, article: CommonArticle) -> None:
        """Add an article."""
        for units in article.units.values():
            counts = [Counter((unit.label, unit.parts) for unit in rows) for rows in units]
            for one, name in enumerate(article.people):
                for other in range(len(counts)):
                    if other != one:
                        self._same[name] += 2 * sum((counts[one] & counts[other]).values())
                        self._met[name] += sum(counts[one].values()) + sum(counts[other].values())

    def order(self) -> Voters:
        """Return the people, those who agree most with the others first."""
        shares = {name: self._same[name] / met for name, met in self._met.items() if met}
        return tuple(sorted(shares, key=lambda name: (-shares[name], name)))


def _single_best(ballots: Sequence[Iterable[str]], least: int) -> int | None:
    sizes = [len(list(voters)) for voters in ballots]
    most = max(sizes)
    return sizes.index(most) if most >= least and sizes.count(most) == 1 else None

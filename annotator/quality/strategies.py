"""Rules that settle a question without asking anybody."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.quality.common import CommonArticle
from annotator.quality.questions import Ballots, Voters
from annotator.system.errors import AnnotatorError

BY_HAND = "hand"  # the rule of an answer that a person gave


class Strategy(StrEnum):
    """The rules that settle a question; a person is asked about what a rule leaves open."""

    UNANIMOUS = "unanimous"  # what all said
    MOST = "most"  # what most said; ties are left open
    AT_LEAST = "at-least"  # what most said, if so many did
    PERSON = "person"  # what one person said
    CLOSEST = "closest"  # what the person said who agrees most with the others


RULES = "unanimous, most, at-least:N, person:NAME, closest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A strategy with its number or name. ``order`` are the people from the closest on."""

    strategy: Strategy
    least: int = 1
    name: str = ""
    order: Voters = ()

    @property
    def words(self) -> str:
        """The rule as it is written and stored."""
        match self.strategy:
            case Strategy.AT_LEAST:
                return f"{self.strategy}:{self.least}"
            case Strategy.PERSON:
                return f"{self.strategy}:{self.name}"
            case _:
                return str(self.strategy)


def parse(words: str) -> Rule:
    """Read a rule.

    Raises:
        AnnotatorError: ``adjudicate.rule``.
    """
    kind, _, rest = words.partition(":")
    if kind not in set(Strategy) or (bool(rest) != (kind in {Strategy.AT_LEAST, Strategy.PERSON})):
        raise AnnotatorError("adjudicate.rule", rule=words, names=RULES)
    if kind == Strategy.AT_LEAST:
        if not (rest.isascii() and rest.isdecimal() and len(rest) <= 4 and int(rest) > 0):
            raise AnnotatorError("adjudicate.rule", rule=words, names=RULES)
        return Rule(strategy=Strategy.AT_LEAST, least=int(rest))
    return Rule(strategy=Strategy(kind), name=rest)


def decide(ballots: Ballots, rule: Rule) -> int | None:
    """Return the number of the choice that a rule takes, or None if a person has to be asked."""
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
    """Return the choice of most people, or None if several have as many."""
    return _single_best(ballots, 1)


class Closeness:
    """Counts who agrees most with the others: the sum of F over pairs, article by article."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()
        self._same: Counter[str] = Counter()

    def add(self, article: CommonArticle) -> None:
        """Count an article."""
        for units in article.units.values():
            counts = [Counter((unit.label, unit.parts) for unit in rows) for rows in units]
            for one, name in enumerate(article.people):
                for other in range(len(counts)):
                    if other != one:
                        self._same[name] += 2 * sum((counts[one] & counts[other]).values())
                        self._met[name] += sum(counts[one].values()) + sum(counts[other].values())

    def order(self) -> Voters:
        """Return the people, the closest one first."""
        shares = {name: self._same[name] / met for name, met in self._met.items() if met}
        return tuple(sorted(shares, key=lambda name: (-shares[name], name)))


def _single_best(ballots: Sequence[Iterable[str]], least: int) -> int | None:
    sizes = [len(list(voters)) for voters in ballots]
    most = max(sizes)
    return sizes.index(most) if most >= least and sizes.count(most) == 1 else None

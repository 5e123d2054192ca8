"""Learns which claims say the same: `python -m tools.models.claim_pairs --help`.

`papers/claim_pairs.txt` beside this file has claims of our own writing. A line `= LANGUAGE WORDS` is a claim; the lines
`+ LANGUAGE WORDS` below it say the same, the lines `- KIND LANGUAGE WORDS` only look alike. The head learns to
put a claim that says the same before all that only look alike, or are about something else.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from annotator.jobs.searching.contrasts import Wording, signs
from annotator.suggest.encoder.meaning import Said, likeness, loaded, unit
from annotator.text import stems
from tools.models import claims
from tools.models.minimum import lowest

_TABLE = Path(__file__).parent / "papers" / "claim_pairs.txt"
_PENALTY = 5e-3  # of large weights; the best of several values when learnt from one half, tried on the other
_FAR = 0.4  # the least cosine of a claim about something else that is compared
_FARTHEST = 15  # claims about something else that are compared with each claim


class Family(NamedTuple):
    """Places of a claim, of those that say the same, and of those that only look alike; the claim is the first."""

    same: list[int]
    alike: list[int]


class Question(NamedTuple):
    """A claim, one that says the same, those that must come after it, and its share in its family's questions."""

    asked: int
    wanted: int
    others: Sequence[int]
    share: float


class Table:
    """The claims, and the signs of their pairs."""

    def __init__(self, encoder: Path) -> None:
        """Read the claims and compute their vectors."""
        self.said: list[Wording] = []
        self.families: list[Family] = []
        for line in _TABLE.read_text(encoding="utf-8").splitlines():
            kind, *rest = line.split(" ", 3 if line[0] == "-" else 2)
            if kind == "=":
                self.families.append(Family([], []))
            family = self.families[-1]
            (family.alike if kind == "-" else family.same).append(len(self.said))
            said = Wording(*rest[-2:])
            self.said.append(said)
        vectors = unit(loaded(encoder).vectors([Said(*each) for each in self.said]))
        self._cosines = vectors @ vectors.T
        self._signs: dict[tuple[int, int], claims.Floats] = {}
        pairs = [(self.said[0], Wording(language, "")) for language in ("de", "en")]
        self.names: list[str] = sorted({name for pair in pairs for name in signs(*pair, 0.0)})

    def signs(self, one: int, other: int) -> claims.Floats:
        """Return the signs of a pair, in the order of `names`."""
        if (one, other) not in self._signs:
            first, second = self.said[one], self.said[other]
            words = stems.likeness(stems.stems(first.text), stems.stems(second.text))
            near = max(words, likeness(float(self._cosines[one, other])))
            found = signs(first, second, near)
            self._signs[one, other] = np.array([found.get(name, 0.0) for name in self.names])
        return self._signs[one, other]

    def questions(self, families: Sequence[Family]) -> Iterator[Question]:
        """Yield each claim with each that says the same, both ways round."""
        every = {place for family in families for places in family for place in places}
        for family in families:
            strange = every.difference(family.same, family.alike)
            for other in family.same[1:]:
                for asked, wanted in ((family.same[0], other), (other, family.same[0])):
                    near = sorted(strange, key=lambda place: -self._cosines[asked, place])[:_FARTHEST]
                    far = [place for place in near if self._cosines[asked, place] >= _FAR]
                    yield Question(asked, wanted, [*family.alike, *far], 1 / (2 * len(family.same) - 2))

    def first(self, families: Sequence[Family], weights: claims.Floats) -> tuple[int, int]:
        """Return how often the wanted claim comes first, and the number of questions."""
        questions = list(self.questions(families))
        scores = [
            [self.signs(each.asked, place) @ weights for place in (each.wanted, *each.others)] for each in questions
        ]
        return sum(bool(max(others) < wanted) for wanted, *others in scores), len(questions)


def learnt(table: Table, families: Sequence[Family]) -> claims.Floats:
    """Return the weights with which the wanted claims come first, by logistic regression over each list of claims.

    Each family counts the same.
    """
    questions = list(table.questions(families))
    lists = [
        np.array([table.signs(each.asked, place) - table.signs(each.asked, each.wanted) for place in each.others])
        for each in questions
    ]
    shares = np.array([each.share for each in questions]) / len(families)
    values, sizes = np.concatenate(lists), [len(each) for each in lists]
    starts = np.cumsum([0, *sizes[:-1]])
    spread = np.sqrt((values**2).mean(0)) + 1e-9
    values /= spread

    def loss(weights: claims.Floats) -> tuple[float, claims.Floats]:
        scores = np.exp(np.clip(values @ weights, -40, 40))
        sums = 1 + np.add.reduceat(scores, starts)
        slope = (scores * np.repeat(shares / sums, sizes)) @ values + _PENALTY * weights
        return float(shares @ np.log(sums) + _PENALTY * (weights @ weights) / 2), slope

    found: claims.Floats = lowest(loss, np.zeros(values.shape[1])) / spread
    return found


def main() -> None:
    """Learn the head and write it; print how good it is, and how good one that has learnt only half of the claims."""
    parser = argparse.ArgumentParser(description="Learns which claims say the same.")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--out", type=Path, required=True, help="file for the head, JSON")
    options = parser.parse_args()
    table = Table(options.encoder)
    half, rest = table.families[::2], table.families[1::2]
    weights = learnt(table, half)
    print("first, learnt from one half: {} of {} of the other half".format(*table.first(rest, weights)))
    weights = learnt(table, table.families)
    print("first, learnt from all: {} of {}".format(*table.first(table.families, weights)))
    content = {name: round(float(weight), 3) for name, weight in zip(table.names, weights, strict=True)}
    options.out.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

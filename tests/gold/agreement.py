"""Agreement of two annotators' gold claims. The first is the reference, which does not mean that the first is right."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.gold import gold_claims
from tests.gold.gold_claims import Answers, Claim, Place


class Both(NamedTuple):
    """The answers of two annotators on one article."""

    first: Answers
    second: Answers


class Pair(NamedTuple):
    """The same claim by two annotators."""

    first: Claim
    second: Claim
    text: str


@dataclass(frozen=True)
class Score:
    """The share of claims that two annotators have in common."""

    shared: int
    first: int
    second: int

    @property
    def precision(self) -> float:
        """The share of the second annotator's claims that the first one has."""
        return self.shared / self.second if self.second else 1.0

    @property
    def recall(self) -> float:
        """The share of the first annotator's claims that the second one has."""
        return self.shared / self.first if self.first else 1.0

    @property
    def f(self) -> float:
        """F1, the harmonic mean of precision and recall; the order of the annotators does not matter."""
        claims = self.first + self.second
        return 2 * self.shared / claims if claims else 1.0


def both(first: int = 1, second: int = 2) -> list[Both]:
    """Return two annotators' answers on all articles."""
    return [Both(*pair) for pair in zip(gold_claims.load_all(first), gold_claims.load_all(second), strict=True)]


def groups(articles: Sequence[Both]) -> dict[str, list[Both]]:
    """Return all articles, then those of each language and of each half."""
    names = ("de", "en", *gold_claims.HALVES)
    return {"all": list(articles)} | {
        name: [each for each in articles if name in (each.first.language, each.first.half)] for name in names
    }


def exact_spans(articles: Iterable[Both]) -> Score:
    """Return the score of claims with the same parts, each counted once."""
    return _score(articles, lambda first, second: sum((_spans(first) & _spans(second)).values()))


def overlapping_spans(articles: Iterable[Both]) -> Score:
    """Return the score of claims that share a code point, each in one pair."""
    return _score(articles, lambda first, second: len(pairs(first, second)))


def pairs(first: Answers, second: Answers) -> list[Pair]:
    """Return overlapping claims in pairs, each at most once: closest first, then those with the same speaker."""
    possible = []
    for i, one in enumerate(first.claims):
        for j, other in enumerate(second.claims):
            if closeness := _closeness(one, other):
                alike = same_claimant(Pair(one, other, first.text)) + (one.stance == other.stance)
                possible.append((-closeness, -alike, i, j))
    found: dict[int, int] = {}
    for _, _, i, j in sorted(possible):
        if i not in found and j not in found.values():
            found[i] = j
    return [Pair(first.claims[i], second.claims[j], first.text) for i, j in sorted(found.items())]


def same_claimant(pair: Pair) -> bool:
    """Return whether both mean the same speaker: overlapping mentions, or one phrase contained in the other."""
    one, other = pair.first.claimant, pair.second.claimant
    if pair.first.claimant_kind != pair.second.claimant_kind:
        return False
    if one is None or other is None:
        return one == other
    words, others = (pair.text[start:end].casefold() for start, end in (one, other))
    return _touch(one, other) or words in others or others in words


def holds_claim(answers: Answers) -> list[bool]:
    """Return for each sentence whether it contains a part of a claim."""
    parts = [part for claim in answers.claims for part in claim.parts]
    return [any(_touch(part, (each.start, each.end)) for part in parts) for each in answers.sentences]


def agreement(judgements: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Return the share of equal judgements."""
    return sum(one == other for one, other in judgements) / len(judgements)


def kappa(judgements: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Return the agreement beyond chance; 1 if both always give one and the same answer.

    Source:
        Cohen 1960, A coefficient of agreement for nominal scales.
    """
    firsts, seconds = (Counter(column) for column in zip(*judgements, strict=True))
    chance = sum(count * seconds[value] for value, count in firsts.items()) / len(judgements) ** 2
    return 1.0 if chance == 1 else (agreement(judgements) - chance) / (1 - chance)


def table() -> str:
    """Return all figures of the first two annotators, as in claims/README.md."""
    named = groups(both())
    columns = [_column(articles) for articles in named.values()]
    lines = [["", *named], ["---"] * (len(named) + 1)]
    lines += [[name, *(column[name] for column in columns)] for name in columns[0]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def claimant_table(annotator: int = 2, folder: Path = gold_claims.SIXTH) -> str:
    """Return how often an annotator who judged only claimants agrees with the first one, as in the set's README."""
    judged = []
    for article in gold_claims.article_ids(folder):
        first = gold_claims.load(1, article, folder)
        second = gold_claims.load_claimants(annotator, article, folder)
        pairs = (Pair(*claims, first.text) for claims in zip(first.claims, second.claims, strict=True))
        judged += [(first.language, pair.first, same_claimant(pair)) for pair in pairs]
    rows: dict[str, Callable[[Claim], bool]] = {
        "all claims": lambda _: True,
        "not the author's": lambda claim: claim.claimant_kind != "author",
        "pronouns and roles": lambda claim: claim.reference is not None,
        "a name": lambda claim: claim.claimant_kind == "entity",
        "words without a name": lambda claim: claim.claimant_kind == "unnamed" and claim.claimant is not None,
        "nobody said": lambda claim: claim.claimant_kind == "unnamed" and claim.claimant is None,
    }
    lines = ["|  | all | de | en |", "| --- | --- | --- | --- |"]
    for name, counts in rows.items():
        columns = [
            [same for spoken, claim, same in judged if counts(claim) and spoken in languages]
            for languages in (("de", "en"), ("de",), ("en",))
        ]
        shares = (f"{sum(column) / len(column):.3f} of {len(column)}" for column in columns)
        lines.append(f"| {name} | {' | '.join(shares)} |")
    return "\n".join(lines)


def _column(articles: list[Both]) -> dict[str, str]:
    matched = [pair for each in articles for pair in pairs(each.first, each.second)]
    exact, overlapping = exact_spans(articles), overlapping_spans(articles)
    holding = [row for each in articles for row in zip(holds_claim(each.first), holds_claim(each.second), strict=True)]
    return {
        "claims of 1 / 2": f"{exact.first} / {exact.second}",
        "spans, exact: P / R / F": _rates(exact),
        "spans, overlapping: P / R / F": _rates(overlapping),
        "cue": f"{agreement([(pair.first.cue, pair.second.cue) for pair in matched]):.2f}",
        "claimant": f"{agreement([(True, same_claimant(pair)) for pair in matched]):.2f}",
        "form (κ)": _with_kappa([(pair.first.form, pair.second.form) for pair in matched]),
        "kind (κ)": _with_kappa([(pair.first.kind, pair.second.kind) for pair in matched]),
        "worthiness (κ)": _with_kappa([(pair.first.worthiness, pair.second.worthiness) for pair in matched]),
        "stance (κ)": _with_kappa([(pair.first.stance, pair.second.stance) for pair in matched]),
        "sentence holds a claim (κ)": _with_kappa(holding),
        "sentence CFS/UFS/NFS (κ)": _with_kappa(_sentence_classes(articles)),
    }


def _sentence_classes(articles: list[Both]) -> list[tuple[str, str]]:
    return [
        (one.worthiness, other.worthiness)
        for each in articles
        for one, other in zip(each.first.sentences, each.second.sentences, strict=True)
    ]


def _rates(score: Score) -> str:
    return f"{score.precision:.2f} / {score.recall:.2f} / {score.f:.2f}"


def _with_kappa(judgements: Sequence[tuple[Hashable, Hashable]]) -> str:
    return f"{agreement(judgements):.2f} ({kappa(judgements):.2f})"


def _score(articles: Iterable[Both], shared: Callable[[Answers, Answers], int]) -> Score:
    rows = [(shared(one, other), len(one.claims), len(other.claims)) for one, other in articles]
    return Score(*(sum(column) for column in zip(*rows, strict=True)))


def _spans(answers: Answers) -> Counter[tuple[Place, ...]]:
    return Counter(claim.parts for claim in answers.claims)


def _closeness(one: Claim, other: Claim) -> float:
    first, second = ({point for start, end in claim.parts for point in range(start, end)} for claim in (one, other))
    return len(first & second) / len(first | second)


def _touch(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


if __name__ == "__main__":
    print(table(), claimant_table(), sep="\n\n")

"""People's labels as suggestions that are never stored: a lane for each variant, or for each person."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.model.values import OriginKind, Suggestion
from annotator.quality.questions import AnyQuestion, Question, Variant, Voters, fingerprint
from annotator.quality.settling import Adjudication
from annotator.quality.strategies import proposed
from ui.article.layout.row_index import place_of

LETTERS = "ABCDEFGH"
MOST_LANES = 5  # the most people whose lanes are shown together
_UNPROPOSED = 20  # one question in so many has no proposal, to measure how proposals influence answers


class ShownVariant(NamedTuple):
    """The variant that a suggestion shows, and the question it belongs to."""

    question: Question
    variant: Variant


def numbered(document: str, people: Voters) -> dict[str, str]:
    """Return a neutral name (P1, P2, …) for each person; who is P1 differs from article to article."""
    shuffled = sorted(people, key=lambda name: fingerprint(document, name))
    return {name: f"P{number}" for number, name in enumerate(shuffled, start=1)}


def order(question: AnyQuestion) -> list[int]:
    """Return the indices of a question's choices, from letter A on; without a proposal, in text order."""
    count = count_of(question)
    if proposal(question) is not None or not isinstance(question, Question):
        return list(range(count))
    return sorted(range(count), key=lambda choice: (question.variants[choice].parts, question.variants[choice].label))


def count_of(question: AnyQuestion) -> int:
    """Return how many choices a question has, not counting "none of them"."""
    if isinstance(question, Question):
        return len(question.variants)
    return len(question.values) if not hasattr(question, "tails") else len(question.tails)


def proposal(question: AnyQuestion) -> int | None:
    """Return the proposed choice, the most frequent one; None for a tie, and in 5% of the questions."""
    if int(question.asked[:8], 16) % _UNPROPOSED == 0:
        return None
    return proposed(question.ballots)


class Lanes:
    """Makes the suggestions for an article in adjudication; ``names`` maps people to the names to show."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._shown: dict[str, ShownVariant] = {}
        self._first: dict[str, list[str]] = {}  # suggestion ids by the question's fingerprint, from letter A on

    def of(self, id_: str | None) -> ShownVariant | None:
        """Return the question and the variant that a suggestion shows, or None."""
        return self._shown.get(id_ or "")

    def ids(self, question: Question) -> Sequence[str]:
        """Return the ids of a question's suggestions, from letter A on."""
        return self._first.get(question.asked, ())

    def called(self, voters: Voters) -> str:
        """Return the shown names of these people."""
        return ", ".join(sorted(self._names.get(name, name) for name in voters))

    def of_variants(self, one: Adjudication) -> list[Suggestion]:
        """Return a suggestion for each variant of the open questions."""
        self._shown.clear()
        self._first.clear()
        found = [made for each in one.open() if isinstance(each, Question) for made in self._variants(each)]
        return sorted(found, key=place_of)

    def of_people(self, one: Adjudication) -> list[Suggestion]:
        """Return a suggestion for each label of each person, including labels on which all agree."""
        self._shown.clear()
        self._first.clear()
        open_ = {each.asked for each in one.open()}
        found: list[Suggestion] = []
        for question in one.questions:
            if question.asked in open_:
                found += self._variants(question, apart=True)
            else:
                found += [made for variant in question.variants for made in self._people(question, variant, "")]
        return sorted(found, key=place_of)

    def _variants(self, question: Question, *, apart: bool = False) -> Iterator[Suggestion]:
        ids: list[str] = []
        for letter, choice in zip(LETTERS, order(question), strict=False):
            variant = question.variants[choice]
            made = self._suggestion(question, variant, variant.voters, letter)
            ids.append(made.id)
            if apart:
                yield from self._people(question, variant, letter)
            else:
                yield made
        self._first[question.asked] = ids

    def _people(self, question: Question, variant: Variant, letter: str) -> Iterator[Suggestion]:
        for number, voter in enumerate(variant.voters[:MOST_LANES]):
            made = self._suggestion(question, variant, (voter,), letter)
            yield made if not number else replace(made, id=fingerprint(made.id, voter)[:32])
            self._shown[fingerprint(made.id, voter)[:32]] = ShownVariant(question, variant)

    def _suggestion(self, question: Question, variant: Variant, voters: Voters, letter: str) -> Suggestion:
        id_ = fingerprint(question.asked, variant.label, variant.parts)[:32]
        self._shown[id_] = ShownVariant(question, variant)
        return Suggestion(
            id=id_,
            document=question.document,
            layer=variant.layer,
            label=variant.label,
            parts=variant.parts,
            score=round(len(variant.voters) / len(question.people), 2),
            source=self.called(voters),
            version=OriginKind.ADJUDICATION,
            rule=letter or None,
        )

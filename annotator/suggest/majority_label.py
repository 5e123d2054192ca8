"""One label per name in an article, for pipelines that read its paragraphs one by one and give no scores."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from annotator.model.values import ENTITIES, Suggestion
from annotator.suggest.sources.seen import folded

# "2030" is a year here and a number there; "May" is a month and a person.
_NO_NAMES = frozenset("DATE TIME MONEY QUANTITY CARDINAL ORDINAL PERCENT".split())


def one_label_each(text: str, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return one text's suggestions, each with the label that most occurrences of its words have; ties change nothing.

    Dates, amounts and numbers have no vote and keep their labels, as other layers do. The order stays.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for suggestion in filter(_is_name, suggestions):
        votes[folded(suggestion.quote(text))][suggestion.label] += 1
    winners = {words: winner for words, labels in votes.items() if (winner := _winner(labels))}
    settled = []
    for suggestion in suggestions:
        winner = winners.get(folded(suggestion.quote(text))) if _is_name(suggestion) else None
        settled.append(replace(suggestion, label=winner) if winner else suggestion)
    return settled


def _is_name(suggestion: Suggestion) -> bool:
    return suggestion.layer == ENTITIES and suggestion.label not in _NO_NAMES


def _winner(labels: Counter[str]) -> str | None:
    first, *others = labels.most_common(2)
    return None if others and others[0][1] == first[1] else first[0]

"""Sentences in which suggestions are held back, to measure how suggestions affect those who label.

The draw is random but repeatable: no undo and no restart reveals what was held back.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotator.editing.edits import Change
from annotator.model.sentence_states import Stretches
from annotator.model.values import Document, Part, Suggestion, SuggestionState
from annotator.text.sentences import split

SHARE = 0.05  # of the sentences of a project
_BYTES = 8


def drawn(document: Document, key: str) -> list[Part]:
    """Return the sentences in which suggestions are held back, in order; ``key`` is the project's."""
    return [(start, end) for start, end in split(document.text) if _draw(f"{key} {document.id} {start}") < SHARE]


def untouched(sentences: Iterable[Part], places: Iterable[Part]) -> tuple[Part, ...]:
    """Leave out the sentences with a decision in one of these places: it is too late to hold back there."""
    decided = Stretches(places)
    return tuple(sentence for sentence in sentences if not decided.touch(*sentence))


class Held:
    """Sentences in which suggestions are held back, and page furniture, where nobody is to decide about any."""

    def __init__(self, sentences: Sequence[Part], *, read: bool, furniture: Iterable[Part] = ()) -> None:
        """Store the places.

        ``read`` says that somebody has finished the document: what was held back there is measured, and stays.
        """
        self._stretches = Stretches(sentences)
        self._furniture = Stretches(furniture)
        self.read = read

    def is_furniture(self, suggestion: Suggestion) -> bool:
        """Return whether any words of a suggestion are page furniture."""
        return any(self._furniture.touch(*part) for part in suggestion.parts)

    def holds(self, suggestion: Suggestion) -> bool:
        """Return whether words of a suggestion, or of those it is related to, are in such a place."""
        if not (self._stretches or self._furniture):  # as in most articles
            return False
        if self.is_furniture(suggestion):
            return True
        hulls = [(suggestion.start, suggestion.end)]
        hulls += [(draft.parts[0][0], draft.parts[-1][1]) for draft in suggestion.relations]
        return any(self._stretches.touch(*hull) for hull in hulls)

    def placed(self, suggestion: Suggestion) -> Suggestion:
        """Return an undecided suggestion with its proper state: held back or pending."""
        state = SuggestionState.HELD if self.holds(suggestion) else SuggestionState.PENDING
        return suggestion if suggestion.state is state else replace(suggestion, state=state)

    def changes(self, present: Iterable[Suggestion]) -> list[Change]:
        """Return the changes that give a document's waiting suggestions their proper state."""
        pairs = ((each, self.placed(each)) for each in present if each.waits)
        return [Change(before=before, after=after) for before, after in pairs if after is not before]


NOTHING_HELD = Held((), read=False)


def _draw(words: str) -> float:
    """Return a number from 0 to 1 (exclusive) that is the same for the same text."""
    found = hashlib.blake2b(words.encode(), digest_size=_BYTES).digest()
    return int.from_bytes(found) / float(256**_BYTES)

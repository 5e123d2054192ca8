"""Sentences in which suggestions are held back, so that one can see what suggestions do to those who label.

Chance says which, but it says the same whenever it is asked: no step and no restart shows what was held back.
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
    """Give the sentences in which suggestions are held back, in order; ``key`` is that of the project."""
    return [(start, end) for start, end in split(document.text) if _draw(f"{key} {document.id} {start}") < SHARE]


def untouched(sentences: Iterable[Part], places: Iterable[Part]) -> tuple[Part, ...]:
    """Leave out the sentences in which anybody has decided anything, in these places: it is too late to hold back."""
    decided = Stretches(places)
    return tuple(sentence for sentence in sentences if not decided.touch(*sentence))


class Held:
    """Sentences in which suggestions are held back, and page furniture, where nobody is to decide about any."""

    def __init__(self, sentences: Sequence[Part], *, read: bool, furniture: Iterable[Part] = ()) -> None:
        """Take where suggestions are held back.

        ``read`` says that anybody is done with the document: what was held back there is measured, and stays as it is.
        """
        self._stretches = Stretches(sentences)
        self._furniture = Stretches(furniture)
        self.read = read

    def is_furniture(self, suggestion: Suggestion) -> bool:
        """Tell whether words of a suggestion stand in page furniture."""
        return any(self._furniture.touch(*part) for part in suggestion.parts)

    def holds(self, suggestion: Suggestion) -> bool:
        """Tell whether words of a suggestion, or those that it leads to, stand where it is held back."""
        if not (self._stretches or self._furniture):  # as in most articles
            return False
        if self.is_furniture(suggestion):
            return True
        hulls = [(suggestion.start, suggestion.end)]
        hulls += [(draft.parts[0][0], draft.parts[-1][1]) for draft in suggestion.relations]
        return any(self._stretches.touch(*hull) for hull in hulls)

    def placed(self, suggestion: Suggestion) -> Suggestion:
        """Give a suggestion that nobody has decided about as it is to be: held back, or pending."""
        state = SuggestionState.HELD if self.holds(suggestion) else SuggestionState.PENDING
        return suggestion if suggestion.state is state else replace(suggestion, state=state)

    def changes(self, present: Iterable[Suggestion]) -> list[Change]:
        """Give the changes that bring what waits in a document where it is to be."""
        pairs = ((each, self.placed(each)) for each in present if each.waits)
        return [Change(before=before, after=after) for before, after in pairs if after is not before]


NOTHING_HELD = Held((), read=False)


def _draw(words: str) -> float:
    """Give a number from 0 to 1, below it, that is the same for the same words."""
    found = hashlib.blake2b(words.encode(), digest_size=_BYTES).digest()
    return int.from_bytes(found) / float(256**_BYTES)

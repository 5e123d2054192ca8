"""Tokenizers that remember the words that they have drawn."""

from collections.abc import Container
from typing import Any

LONGEST_RUN = 200
MOST_RUNS = 200_000


class RememberingTokenizer:
    """spaCy's tokenizer, made to remember the tokens of each run of characters that it meets.

    By itself that remembers those of 10,000 runs, and none behind an abbreviation of its list in the same text; nearly
    all texts have some. So it is asked about each new run alone: drawing tokens then takes a fifth of the time. In a
    memory zone it may remember nothing.
    """

    def __init__(self, tokenizer: Any, *, most: int = MOST_RUNS) -> None:
        """Take the tokenizer that draws, and about how many runs are remembered: a third of a kilobyte each."""
        self.drawn_by = tokenizer
        self._rules: Container[str] = tokenizer.rules
        self._most = most
        self._met: set[str] = set()
        tokenizer.max_cache_size = most

    def __call__(self, text: str) -> Any:
        """Draw the tokens of a text: spaCy's ``Doc``."""
        if not self.drawn_by.vocab.in_memory_zone and len(self._met) < self._most:
            self._meet({run for run in set(text.split()) - self._met if len(run) <= LONGEST_RUN})
        return self.drawn_by(text)

    def _meet(self, fresh: set[str]) -> None:
        words = {run for run in fresh if run.isalpha() and run not in self._rules}  # no abbreviation: all at once
        for run in filter(None, (" ".join(words), *(fresh - words))):
            self.drawn_by(run)
        self._met |= fresh

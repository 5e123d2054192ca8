"""Strings that are labelled in one place and labelled otherwise, or not at all, in another."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.values import Part
from annotator.text.tokens import Tokens

_FEWEST_LETTERS = 2
_LONGEST_WORD = 200
_EQUAL_SPACES = dict.fromkeys(map(ord, "\t\n\u00a0\u2007\u2009\u202f"), " ")  # as long as before: offsets hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """A string that was not treated alike: how often it has which label, most frequent first, and how often none."""

    words: str
    labels: tuple[tuple[str, int], ...]
    left_out: int

    @property
    def damage(self) -> int:
        """How many places say something else than most of them do: what a model learns from both."""
        counts = [count for _, count in self.labels] + [self.left_out]
        return sum(counts) - max(counts)

    @property
    def usual(self) -> str:
        """The label that it has most often."""
        return self.labels[0][0]


def plain_spaces(words: str) -> str:
    """Make white space that looks alike one, character for character."""
    return words.translate(_EQUAL_SPACES)


class Strings:
    """Labelled strings of one layer, to be found wherever else they stand."""

    def __init__(self, labelled: Iterable[tuple[str, str, int]]) -> None:
        """Take (words, label, how often) in; what has fewer than two letters is no name."""
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        for words, label, count in labelled:
            if sum(map(str.isalpha, words)) >= _FEWEST_LETTERS:
                self._labels[plain_spaces(words)][label] += count
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for words in self._labels:
            self._by_first[words.split()[0]].append(words)
        self._left_out: Counter[str] = Counter()

    def look(self, text: str, tokens: Tokens, decided: Sequence[Part]) -> Iterator[None]:
        """Count the places in a document where a string stands on whole tokens and nothing was decided.

        It pauses after each token that may begin a string, so that a long text can be looked at in slices.

        Args:
            text: The document's.
            tokens: Its tokens.
            decided: Spans of the layer, refused suggestions and page furniture, sorted; they may overlap.
        """
        shown = plain_spaces(text)
        ends = set(tokens.ends)
        reach, following = 0, 0
        for start, end in zip(tokens.starts, tokens.ends, strict=True):
            candidates = self._candidates(shown, start, end)
            if not candidates:
                continue
            yield
            while following < len(decided) and decided[following][0] <= start:
                reach = max(reach, decided[following][1])
                following += 1
            if reach > start:
                continue
            found = [w for w in candidates if shown.startswith(w, start) and start + len(w) in ends]
            longest = max(found, key=len, default="")
            free = following >= len(decided) or decided[following][0] >= start + len(longest)
            if longest and free:
                self._left_out[longest] += 1
                reach = start + len(longest)

    def inconsistencies(self) -> list[Inconsistency]:
        """Give the strings that were not treated alike, the most damage first."""
        found = [
            Inconsistency(words=words, labels=_by_count(labels), left_out=self._left_out[words])
            for words, labels in self._labels.items()
        ]
        return sorted((each for each in found if each.damage), key=lambda each: (-each.damage, each.words))

    def _candidates(self, shown: str, start: int, end: int) -> list[str]:
        """Give the strings whose first word is this token, or begins with it up to the next white space."""
        found = self._by_first.get(shown[start:end])
        if found is None and shown[end : end + 1] not in {"", " "}:
            stop = shown.find(" ", end, end + _LONGEST_WORD)
            found = self._by_first.get(shown[start : stop if stop >= 0 else end + _LONGEST_WORD])
        return found or []


def _by_count(labels: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(labels.items(), key=lambda pair: (-pair[1], pair[0])))

"""Find strings that are labelled in one place, and differently or not at all in another."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.values import Part
from annotator.text.tokens import Tokens

_FEWEST_LETTERS = 2
_LONGEST_WORD = 200
_PAUSE = 1_000  # tokens between two pauses where no string begins
_EQUAL_SPACES = dict.fromkeys(map(ord, "\t\n\u00a0\u2007\u2009\u202f"), " ")  # same length, so offsets stay valid


@dataclass(frozen=True, slots=True, kw_only=True)
class Inconsistency:
    """A string that is not labelled alike everywhere.

    ``labels`` are its labels with their counts, the most frequent first. ``left_out`` is the number of unlabelled
    places.
    """

    words: str
    labels: tuple[tuple[str, int], ...]
    left_out: int

    @property
    def damage(self) -> int:
        """The number of places treated differently from the majority; each misleads a model."""
        counts = [count for _, count in self.labels] + [self.left_out]
        return sum(counts) - max(counts)

    @property
    def usual(self) -> str:
        """The most frequent label."""
        return self.labels[0][0]


def plain_spaces(words: str) -> str:
    """Replace each character that looks like a space by a space; offsets stay valid."""
    return words.translate(_EQUAL_SPACES)


class Strings:
    """Counts how often the labelled strings of one layer have each label, and how often they are unlabelled."""

    def __init__(self, labelled: Iterable[tuple[str, str, int]]) -> None:
        """Take (words, label, count); strings with fewer than two letters are ignored."""
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        for words, label, count in labelled:
            if sum(map(str.isalpha, words)) >= _FEWEST_LETTERS:
                self._labels[plain_spaces(words)][label] += count
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for words in self._labels:
            self._by_first[words.split()[0]].append(words)
        self._left_out: Counter[str] = Counter()

    def count_unlabelled(
        self,
        text: str,
        tokens: Tokens,
        decided: Sequence[Part],
        settled: Container[str] = (),
        pending: Sequence[Part] = (),
    ) -> Iterator[tuple[str, Part] | None]:
        """Count the undecided places in a document where a string fills whole tokens, in slices.

        Yield the string and place of each counted occurrence, and None for further pauses.

        Args:
            text: The document's text.
            tokens: Its tokens.
            decided: The places of the layer's spans, of rejected suggestions and of page furniture, sorted; they may
            overlap.
            settled: Strings that are not to be counted in this document.
            pending: The places of the layer's pending suggestions. A place inside a longer one is not counted,
            because it is still to be decided.
        """
        shown = plain_spaces(text)
        ends = set(tokens.ends)
        reach, following = 0, 0
        for at, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
            candidates = self._candidates(shown, start, end)
            if candidates or at % _PAUSE == 0:
                yield None
            if not candidates:
                continue
            while following < len(decided) and decided[following][0] <= start:
                reach = max(reach, decided[following][1])
                following += 1
            if reach > start:
                continue
            found = [w for w in candidates if shown.startswith(w, start) and start + len(w) in ends]
            longest = max(found, key=len, default="")
            free = following >= len(decided) or decided[following][0] >= start + len(longest)
            if longest and free:
                reach = start + len(longest)
                if longest not in settled and not _is_inside((start, reach), pending):
                    self._left_out[longest] += 1
                    yield longest, (start, reach)

    def inconsistencies(self) -> list[Inconsistency]:
        """Return the strings that are not labelled alike everywhere, the most damage (`Inconsistency.damage`) first."""
        found = [
            Inconsistency(words=words, labels=_by_count(labels), left_out=self._left_out[words])
            for words, labels in self._labels.items()
        ]
        return sorted((each for each in found if each.damage), key=lambda each: (-each.damage, each.words))

    def _candidates(self, shown: str, start: int, end: int) -> list[str]:
        """Return the strings whose first word is this token, or this token and what follows until the next space."""
        found = self._by_first.get(shown[start:end])
        if found is None and shown[end : end + 1] not in {"", " "}:
            stop = shown.find(" ", end, end + _LONGEST_WORD)
            found = self._by_first.get(shown[start : stop if stop >= 0 else end + _LONGEST_WORD])
        return found or []


def _is_inside(part: Part, others: Iterable[Part]) -> bool:
    """Return whether one of the other parts contains this part and is longer."""
    return any(low <= part[0] and part[1] <= high and (low, high) != part for low, high in others)


def _by_count(labels: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(labels.items(), key=lambda pair: (-pair[1], pair[0])))

"""What the sequence model sees of each word: a list of strings per word.

Source: the groups that paid in an ablation on half of GermEval 2014: word forms and shapes, lexicon
classes, Brown clusters, word frequencies and their combinations with the neighbours.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.suggest.lexicon import LONGEST_WORD, Lexicon, compound_heads

_REMEMBERED_WORDS = 10_000
# The training corpora write straight quotes; articles are typeset.
_PLAIN = str.maketrans({**dict.fromkeys("„“”‟«»", '"'), **dict.fromkeys("‚‘’‹›", "'")} | {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "\u00ad": None, "\u200b": None,
})  # fmt: skip
UNKNOWN = "?"


class WordFacts(NamedTuple):
    """What is known of a word wherever it stands."""

    own: list[str]
    lower: str
    shape: str
    cluster: str
    branch: str
    casing: str


def plain(word: str) -> str:
    """Give a word as the model knows it: composed, straight quotes, no soft hyphen, not endless."""
    return unicodedata.normalize("NFC", word[:LONGEST_WORD].translate(_PLAIN))


def shape(word: str) -> str:
    """Give the word's outline, runs cut to two: "Xxd" for "Ab3", "XX" for "NATO"."""
    outline = ""
    for char in word:
        if char.isupper():
            kind = "X"
        elif char.islower():
            kind = "x"
        else:
            kind = "d" if char.isdigit() else char
        if not outline.endswith(kind * 2):
            outline += kind
    return outline


class FeatureReader:
    """Turns sentences into features by means of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._remembered: dict[str, WordFacts] = {}

    def features(self, words: Sequence[str]) -> list[list[str]]:
        """Give the features of each word of one sentence."""
        known = [plain(word) for word in words]
        classes = self._lexicon.classes(known)
        facts = [self._facts(word) for word in known]
        rows = []
        for here in range(len(known)):
            row = ["b", *facts[here].own]
            row.extend(_of_classes(classes, here))
            row.extend(_of_neighbours(facts, classes, here))
            row.extend(_of_pairs(facts, classes, here))
            row.extend(_of_wider_context(facts, classes, here))
            row.extend(self._of_compound_head(known[here]))
            rows.append(row)
        return rows

    def _facts(self, word: str) -> WordFacts:
        facts = self._remembered.get(word)
        if facts is None:
            if len(self._remembered) >= _REMEMBERED_WORDS:
                self._remembered.clear()
            facts = self._remembered[word] = self._look_up(word)
        return facts

    def _look_up(self, word: str) -> WordFacts:
        lower, outline = word.lower(), shape(word)
        own = [f"w={lower}", f"s={outline}"]
        own.extend(f"p{n}={lower[:n]}" for n in (1, 2, 3, 4))
        own.extend(f"x{n}={lower[-n:]}" for n in (1, 2, 3, 4, 5, 6))
        number = self._lexicon.cluster(word)
        cluster = branch = UNKNOWN
        if number is None:
            own.append("c?")
        else:
            cluster, branch = str(number), str(number & 63)
            own.append(f"c={cluster}")
            own.extend(f"c{bits}={number & ((1 << bits) - 1)}" for bits in (4, 6, 8, 10))
        own.append(f"cx={cluster}|{lower[-3:]}")
        rarity, casing = _bin(self._lexicon.log_probability(word)), self._casing(lower)
        upper = "U" if word[:1].isupper() else ""
        own.extend((f"lp={rarity}", f"ll={_bin(self._lexicon.log_probability(lower))}"))
        own.extend((f"cr={casing}", f"lpcr={rarity}{casing}{upper}"))
        return WordFacts(own, lower, outline, cluster, branch, casing)

    def _casing(self, lower: str) -> str:
        """Tell how much commoner a word is with a capital: a name, or the start of a sentence."""
        small = self._lexicon.log_probability(lower)
        large = self._lexicon.log_probability(lower[:1].upper() + lower[1:])
        if small is None:
            return "n" if large is None else "C"
        return "l" if large is None else str(max(-6, min(6, round(large - small))))

    def _of_compound_head(self, word: str) -> Iterator[str]:
        if len(word) > 9 and word[0].isupper():
            for head in compound_heads(word, first=4):
                if cluster := self._lexicon.cluster(head):
                    yield f"hc={cluster}"
                    return


def _bin(log_probability: float | None) -> str:
    return "-" if log_probability is None else str(int(-log_probability))


def _of_classes(classes: Sequence[str], here: int) -> Iterator[str]:
    yield f"g={classes[here]}"
    for letter in classes[here]:
        yield f"G{letter}"
    for step in (-1, 1):
        if 0 <= here + step < len(classes):
            for letter in classes[here + step]:
                yield f"G{step}{letter}"


def _of_neighbours(facts: list[WordFacts], classes: Sequence[str], here: int) -> Iterator[str]:
    for step in (-2, -1, 1, 2):
        there = here + step
        if not 0 <= there < len(facts):
            yield f"E{step}"
            continue
        other = facts[there]
        yield f"w{step}={other.lower}"
        yield f"s{step}={other.shape}"
        yield f"g{step}={classes[there]}"
        yield f"c{step}={other.cluster}"
        yield f"c6{step}={other.branch}"
        if step in (-1, 1):
            yield f"x3{step}={other.lower[-3:]}"
            yield f"cr{step}={other.casing}"


def _of_pairs(facts: list[WordFacts], classes: Sequence[str], here: int) -> Iterator[str]:
    this = facts[here]
    yield f"cg={this.cluster}|{classes[here]}"
    if here:
        before = facts[here - 1]
        yield f"gg-={classes[here - 1]}|{classes[here]}"
        yield f"ss-={before.shape}|{this.shape}"
        yield f"ww-={before.lower}|{this.lower}"
        yield f"cc-={before.cluster}|{this.cluster}"
        yield f"wc-={before.lower}|{this.cluster}"
        yield f"cs-={before.cluster}|{this.shape}"
        yield f"6-={before.branch}|{this.branch}"
    else:
        yield f"first={this.casing}"
    if here + 1 < len(facts):
        after = facts[here + 1]
        yield f"gg+={classes[here]}|{classes[here + 1]}"
        yield f"ww+={this.lower}|{after.lower}"
        yield f"cc+={this.cluster}|{after.cluster}"
        yield f"wc+={this.cluster}|{after.lower}"
        yield f"cs+={this.shape}|{after.cluster}"
        yield f"6+={this.branch}|{after.branch}"


def _of_wider_context(facts: list[WordFacts], classes: Sequence[str], here: int) -> Iterator[str]:
    for step in (-3, 3):
        if 0 <= here + step < len(facts):
            yield f"c{step}={facts[here + step].cluster}"
    if 0 < here < len(facts) - 1:
        three = facts[here - 1 : here + 2]
        yield "666=" + "|".join(word.branch for word in three)
        yield "sss=" + "|".join(word.shape for word in three)
        yield "ggg=" + "|".join(classes[here - 1 : here + 2])
    if here > 1:
        yield f"ww2={facts[here - 2].lower}|{facts[here - 1].lower}"
    if here + 2 < len(facts):
        yield f"ww3={facts[here + 1].lower}|{facts[here + 2].lower}"

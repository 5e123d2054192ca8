"""Claims in sentences in which the rules find none, from inner states of the encoder.

A linear head weighs the states of a sentence against those of its article, because articles differ: an opinion piece
judges where a report tells. In sentences that probably hold a claim, a second head tells the claim's words from those
of its cue and its claimant. Only thorough suggestions use them.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from annotator.model.values import Part
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.by_meaning.states import States, columns, states_of, words_of
from annotator.suggest.claims.engine import after_dateline, quotations
from annotator.suggest.claims.frame_values import NOBODY, Adviser, Finder, Form, Found, Kind, Name, Rule, Speaker
from annotator.suggest.claims.given_words import is_quoted
from annotator.suggest.claims.worth import sealed
from annotator.suggest.encoder.encoder import Floats
from annotator.suggest.encoder.meaning import SIZE
from annotator.suggest.tiers import LIKELY_FROM
from annotator.text import sentences
from annotator.text.parts import Cover

FILE = "finder.json"
#: The SHA-256 of the file of the heads; change it whenever new heads are learnt.
HEAD = "70acfea2830ddc1370f6315d2ee72b190bf554f928a59e0da4029a6ede6876e5"
OF_SENTENCES, OF_WORDS = columns(8, 10), columns(6, 8)  # the states that each head reads
SENTENCE = 2 * 2 * SIZE  # numbers that describe a sentence
WORD = 4 * 2 * SIZE  # numbers that describe a word
OTHER, CLAIM, CUE, CLAIMANT = range(4)  # what a word can be
ROLES = ("other", "claim", "cue", "claimant")

_MOST = LIKELY_FROM - 0.01  # the highest score: such claims stay doubtful
_DIGITS = 3  # of a score; further digits would depend on which texts share a batch
_FEWEST_WORDS = 3  # of a sentence
_LONGEST = 2_000  # characters of a sentence
_TOGETHER = 64  # sentences read between two reports of progress
_CLEAR = 0.5  # the least probability of a word of the cue or the claimant
_POSSIBLE = 0.2  # the least probability that a word may belong to the cue
_KEPT = 50  # articles whose scores are kept, since an article is read again after decisions in it
_ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines the a an".split())
_FEWEST_OF_CLAIM = 3  # words outside quotation marks: "den Beschäftigten" and "flood promise" say nothing
_ENDINGS = "?!…"  # belong to a claim

_QUESTION = re.compile(r"(?:ob|wann|warum|wer|wie|whether|when|why|who|how)\b")
_DECIDING = re.compile(
    r"\b(?:entsch(?:eid|ied)|ermittel|geklärt|klär|geprüft|prüf|stimm)\w*\b[^.:;]*, ob\b"
    r"|\AOb\b[^.:;]*, (?:entsch(?:eid|ied)|ermittel|klär|prüf|soll|wird)"
    r"|\b(?:consider|decid|determin|establish|examin|vot)\w*\b[^.:;]*\b(?:whether|if)\b"
    r"|\AWhether\b[^.:;]*\b(?:decided|determined)\b"
)

_start = itemgetter(0)


class Head(NamedTuple):
    """The weights of a sentence [SENTENCE] and of a word [WORD, roles], and the bias of each.

    Words are read in sentences with the probability ``least`` or more. ``encoder`` is the SHA-256 of the encoder's file
    `MEANING` that the weights were learnt with.
    """

    sentence: Floats
    sentence_bias: float
    least: float
    word: Floats
    word_bias: Floats
    encoder: str


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that was read: its range, its chance of a claim, and its words with their chances of each role."""

    place: Part
    score: float
    words: Sequence[Part]
    chances: Floats


Reader: TypeAlias = Callable[[str], Sequence[Read]]
"""A function that returns the sentences of a text, in order."""


def finder_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Finder | None:
    """Return a function that finds claims with an encoder.

    The result is None if the encoder is damaged, or is not the one that the heads were learnt with.

    Args:
        folder: The encoder's folder.
        seal: The folder's expected `checksums.seal`, None if unknown.
        progress: Receives the number of sentences read, and the number of all to read.

    Raises:
        ModelError: ``source.broken`` if the heads' file is not the shipped one.
    """
    heads = _heads(folder, seal)
    if heads is None:
        return None
    head, states = heads

    def find(text: str, language: str, found: Sequence[Found], names: Sequence[Name]) -> list[Found]:
        del language  # the heads read both languages
        taken = Cover([part for one in found for part in one.parts])
        likely = (each for each in _read(text, states, head, progress) if each.score >= head.least)
        free = [each for each in likely if not taken.touches(*each.place)]
        new = [one for each in free if (one := _claim(text, each, names)) is not None]
        return sorted([*found, *new], key=lambda one: (one.parts[0][0], one.parts[-1][1]))

    return find


def reader_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Reader | None:
    """Return a function that reads the sentences of a text with an encoder; None as in `finder_of`."""
    heads = _heads(folder, seal)
    if heads is None:
        return None
    head, states = heads
    return lambda text: _read(text, states, head, progress)


_known: dict[str, list[Read]] = {}


def adviser_of(folder: Path, seal: str | None) -> Adviser | None:
    """Return a function that fills in what the rules leave open of a claim that a person labelled.

    The arguments, the cases in which the result is None, and the error are those of `finder_of`.
    """
    heads = _heads(folder, seal)
    if heads is None:
        return None
    head, states = heads

    def advise(text: str, parts: tuple[Part, ...], one: Found | None, names: Sequence[Name]) -> Found | None:
        if one is not None and one.rule is Rule.AUTHOR:
            return one  # nothing is open: the claimant is the author, and has no cue
        place = next((place for place in places_of(text) if place[0] < parts[0][1] and parts[0][0] < place[1]), None)
        if place is None:
            return one
        rows = states.words([text[slice(*place)]])[0][:, OF_WORDS]
        sentence = _sentence(text, place, 1.0, word_rows(rows) @ head.word + head.word_bias)
        if one is None:
            form = Form.DIRECT if is_quoted(text, parts) else Form.OWN
            one = Found(parts=parts, cue=None, speaker=NOBODY, form=form, kind=_kind(text, parts), rule=Rule.MEANING)
        claim = Cover(parts)
        speaker = one.speaker if one.speaker.part is not None else _speaker(sentence, claim, names)
        return replace(one, cue=one.cue or _cue(sentence, claim), speaker=speaker)

    return advise


def _heads(folder: Path, seal: str | None) -> tuple[Head, States] | None:
    """Return the heads and what the encoder reads, or None if it is damaged or not theirs."""
    head = _head()
    states = states_of(folder, seal, head.encoder)
    return None if states is None else (head, states)


def places_of(text: str) -> list[Part]:
    """Return the sentences to read, without datelines; very long ones and those of a word or two are left out."""
    found, last = [], -1
    for start, end in sentences.split(text):
        begin = start
        if last < 0 or "\n" in text[last:start]:  # the first of its paragraph
            line = text.find("\n", start)
            begin = min(end, after_dateline(text, start, line if line >= 0 else len(text)))
        last = end
        if end - start <= _LONGEST and len(words_of(text[begin:end])) >= _FEWEST_WORDS:
            found.append((begin, end))
    return found


def sentence_rows(means: Floats) -> Floats:
    """Return a row per sentence of an article: the mean state of its words, followed by the article's mean."""
    return np.hstack([means, np.broadcast_to(means.mean(0), means.shape)])


def word_rows(states: Floats) -> Floats:
    """Return a row for each word of a sentence: its states, their mean in the sentence, and the neighbours' states."""
    beside = np.pad(states, ((1, 1), (0, 0)))
    return np.hstack([states, np.broadcast_to(states.mean(0), states.shape), beside[:-2], beside[2:]])


def _read(text: str, states: States, head: Head, progress: Progress) -> list[Read]:
    """Return the sentences of an article; those of the last articles are kept."""
    if text not in _known:
        if len(_known) >= _KEPT:
            _known.clear()
        _known[text] = all_of(text, states, head, progress)
    return _known[text]


def all_of(text: str, states: States, head: Head, progress: Progress = no_progress) -> list[Read]:
    """Return the sentences of an article as both heads read them."""
    places = places_of(text)
    means, roles = [], []
    for at in range(0, len(places), _TOGETHER):
        for rows in states.words([text[start:end] for start, end in places[at : at + _TOGETHER]]):
            means.append(rows[:, OF_SENTENCES].mean(0))
            roles.append(word_rows(rows[:, OF_WORDS]) @ head.word + head.word_bias)
        progress(min(at + _TOGETHER, len(places)), len(places))
    if not places:
        return []
    scores = 1 / (1 + np.exp(-(sentence_rows(np.stack(means)) @ head.sentence + head.sentence_bias)))
    return [
        _sentence(text, place, score, each)
        for place, score, each in zip(places, np.round(scores, _DIGITS).tolist(), roles, strict=True)
    ]


def _sentence(text: str, place: Part, score: float, roles: Floats) -> Read:
    """Return a sentence, given the scores of its words' roles."""
    raised = np.exp(roles - roles.max(1, keepdims=True))
    chances = np.round(raised / raised.sum(1, keepdims=True), _DIGITS)
    words = [(place[0] + start, place[0] + end) for start, end in words_of(text[slice(*place)])]
    return Read(place, score, words, chances)


def _claim(text: str, sentence: Read, names: Sequence[Name]) -> Found | None:
    """Return the claim of a sentence, or None if too few of its words look like one."""
    run = _extent(sentence)
    begin = _with_article(text, sentence.words, run.start)
    words = _without_punctuation(text, sentence.words[begin : run.stop])
    if not words:
        return None
    quoted, _ = quotations(text, *sentence.place)
    part = words[0][0], words[-1][1]
    if _is_undecided(text, sentence.place, part):
        return None
    for quotation in quoted:
        part = _with_whole(part, quotation.outer, quotation.inner)
    direct = any(quotation.outer[0] <= part[0] and part[1] <= quotation.outer[1] for quotation in quoted)
    if len(words) < _FEWEST_OF_CLAIM and not direct:
        return None
    return Found(
        parts=(part,),
        cue=_cue(sentence, Cover([part])),
        speaker=_speaker(sentence, Cover([part]), names),
        form=Form.DIRECT if direct else Form.OWN,
        kind=_kind(text, (part,)),
        rule=Rule.MEANING,
        score=min(sentence.score, _MOST),
    )


def _is_undecided(text: str, place: Part, part: Part) -> bool:
    """Return whether a claim is a question that a sentence leaves open: "The court will decide whether it opens"."""
    return _QUESTION.match(text, part[0]) is not None or _DECIDING.search(text[slice(*place)]) is not None


def _kind(text: str, parts: Sequence[Part]) -> Kind:
    """Return the kind of a claim before the head for kinds decides about it."""
    return Kind.QUESTION if text[parts[-1][1] - 1] == "?" else Kind.FACT


def _extent(sentence: Read) -> range:
    """Return the words of the claim: the likeliest run, or all if no word outside the run may belong to the cue."""
    run = _words_of_claim(sentence.chances[:, CLAIM])
    cut_off = np.delete(sentence.chances[:, CUE], run)
    return run if not run or cut_off.max(initial=0.0) >= _POSSIBLE else range(len(sentence.words))


def _words_of_claim(chances: Floats) -> range:
    """Return the run of words that most probably is the whole claim."""
    odds = np.log(np.clip(chances, 1e-3, 1 - 1e-3) / np.clip(1 - chances, 1e-3, 1 - 1e-3))
    best, sum_, begin, found = 0.0, 0.0, 0, range(0)
    for number, value in enumerate(odds.tolist()):
        if sum_ <= 0:
            sum_, begin = 0.0, number
        sum_ += value
        if sum_ > best:
            best, found = sum_, range(begin, number + 1)
    return found


def _with_article(text: str, words: Sequence[Part], first: int) -> int:
    """Return the first word of a claim, or the "the" or "a" before it."""
    before = first > 0 and text[slice(*words[first - 1])].lower() in _ARTICLES
    return first - 1 if before else first


def _without_punctuation(text: str, words: Sequence[Part]) -> Sequence[Part]:
    """Return words without punctuation at either end, except for a question mark or the like at the end."""
    first, last = 0, len(words)
    while first < last and not text[words[first][0]].isalnum():
        first += 1
    while last > first and not text[words[last - 1][0]].isalnum() and text[words[last - 1][0]] not in _ENDINGS:
        last -= 1
    return words[first:last]


def _with_whole(part: Part, outer: Part, inner: Part) -> Part:
    """Return a part with both quotation marks if it has only one of them."""
    start, end = part
    if start <= outer[0] and inner[1] <= end < outer[1]:
        return start, outer[1]
    if outer[0] < start <= inner[0] and outer[1] < end:
        return outer[0], end
    return part


def _cue(sentence: Read, claim: Cover) -> Part | None:
    """Return the words outside a claim that attribute it, if they are clear."""
    clear = [
        word
        for word, share in zip(sentence.words, sentence.chances[:, CUE].tolist(), strict=True)
        if share >= _CLEAR and not claim.touches(*word)
    ]
    if not clear:
        return None
    last = next((n for n in range(1, len(clear)) if clear[n][0] - clear[n - 1][1] > 1), len(clear))
    return clear[0][0], clear[last - 1][1]


def _speaker(sentence: Read, claim: Cover, names: Sequence[Name]) -> Speaker:
    """Return the name outside a claim that clearly is its claimant, or nobody."""
    shares = sentence.chances[:, CLAIMANT].tolist()
    best = max(
        (name for name in _names_in(sentence.place, names) if not claim.touches(name.start, name.end)),
        key=lambda name: _share_of(name, sentence.words, shares),
        default=None,
    )
    if best is None or _share_of(best, sentence.words, shares) < _CLEAR:
        return NOBODY
    return Speaker((best.start, best.end), best)


def _names_in(place: Part, names: Sequence[Name]) -> Iterator[Name]:
    return (name for name in names if place[0] <= name.start and name.end <= place[1] and name.label in {"PER", "ORG"})


def _share_of(name: Name, words: Sequence[Part], shares: Sequence[float]) -> float:
    """Return the highest share of a name's words."""
    first = max(0, bisect_right(words, name.start, key=_start) - 1)
    return max((shares[n] for n in range(first, len(words)) if words[n][0] < name.end), default=0.0)


@lru_cache(maxsize=1)
def _head() -> Head:
    return head_in(json.loads(sealed(FILE, HEAD)))


def head_in(content: Mapping[str, Any]) -> Head:
    """Return the heads in the content of their file."""
    return Head(
        np.array(content["sentence"], np.float32).reshape(SENTENCE),
        float(content["sentence_bias"]),
        float(content["least"]),
        np.array(content["word"], np.float32).reshape(WORD, len(ROLES)),
        np.array(content["word_bias"], np.float32),
        str(content["encoder"]),
    )

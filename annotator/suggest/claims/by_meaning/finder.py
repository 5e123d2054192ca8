"""Claims in sentences in which the rules find none, from what the reader of claims says.

The reader tells how probably a sentence holds a claim, and what each of its words is. Only thorough suggestions use it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path

import numpy as np

from annotator.model.values import Part
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.author import is_judged_later
from annotator.suggest.claims.by_meaning.reader import CLAIM, CLAIMANT, CUE, ArticleRead, reader_of
from annotator.suggest.claims.engine import after_dateline, quotations
from annotator.suggest.claims.frame_values import NOBODY, Adviser, Finder, Form, Found, Kind, Name, Rule, Speaker
from annotator.suggest.claims.given_words import is_quoted
from annotator.suggest.encoder.encoder import Floats
from annotator.suggest.tiers import LIKELY_FROM
from annotator.text import sentences
from annotator.text.parts import Cover

_LEAST = 0.5  # the probability from which a sentence is read for its claim
_MOST = LIKELY_FROM - 0.01  # the highest score: such claims stay doubtful
_DIGITS = 3  # of a score; further digits would depend on which texts share a batch
_FEWEST_WORDS = 3  # of a sentence
_LONGEST = 2_000  # characters of a sentence
_CLEAR = 0.5  # the least probability of a word of the cue or the claimant
_LIKELY = 0.35  # the same for the cue of a claim that a person labelled
_POSSIBLE = 0.2  # the least probability that a word may belong to the cue
_ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines the a an".split())
_FEWEST_OF_CLAIM = 3  # words outside quotation marks: "den Beschäftigten" and "flood promise" say nothing
_ENDINGS = "?!…"  # belong to a claim
_CURRENCIES = "$€£¥"
_REST_OF_FIGURE = re.compile(r"(?:,\d+)*\s?[%‰°$€£¥]?")

_QUESTION = re.compile(r"(?:ob|wann|warum|wer|wie|whether|when|why|who|how)\b")
_DECIDING = re.compile(
    r"\b(?:entsch(?:eid|ied)|ermittel|geklärt|klär|geprüft|prüf|stimm)\w*\b[^.:;]*, ob\b"
    r"|\AOb\b[^.:;]*, (?:entsch(?:eid|ied)|ermittel|klär|prüf|soll|wird)"
    r"|\b(?:consider|decid|determin|establish|examin|vot)\w*\b[^.:;]*\b(?:whether|if)\b"
    r"|\AWhether\b[^.:;]*\b(?:decided|determined)\b"
)

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_start = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that was read: its range, its chance of a claim, and its words with their chances of each role."""

    place: Part
    score: float
    words: Sequence[Part]
    chances: Floats


def finder_of(folder: Path, seal: str | None, progress: Progress = no_progress) -> Finder | None:
    """Return a function that finds claims with an encoder.

    The result is None if the encoder is damaged, or its words are not those that the reader knows.

    Args:
        folder: The encoder's folder.
        seal: The folder's expected `checksums.seal`, None if unknown.
        progress: Receives the number of windows read, and the number of all to read.

    Raises:
        ModelError: ``source.broken`` if the reader's file is not the shipped one.
    """
    reader = reader_of(folder, seal)
    if reader is None:
        return None

    def find(text: str, language: str, found: Sequence[Found], names: Sequence[Name]) -> list[Found]:
        del language  # the reader reads both languages
        taken = Cover([part for one in found for part in one.parts])
        likely = (each for each in sentences_of(reader.article(text, progress)) if each.score >= _LEAST)
        free = [each for each in likely if not taken.touches(*each.place)]
        new = [one for each in free if (one := _claim(text, each, names)) is not None]
        return sorted([*found, *new], key=lambda one: (one.parts[0][0], one.parts[-1][1]))

    return find


def adviser_of(folder: Path, seal: str | None) -> Adviser | None:
    """Return a function that fills in what the rules leave open of a claim that a person labelled.

    The arguments, the cases in which the result is None, and the error are those of `finder_of`.
    """
    reader = reader_of(folder, seal)
    if reader is None:
        return None

    def advise(text: str, parts: tuple[Part, ...], one: Found | None, names: Sequence[Name]) -> Found | None:
        if one is not None and one.rule is Rule.AUTHOR:
            return one  # nothing is open: the claimant is the author, and has no cue
        read = sentences_of(reader.article(text))
        sentence = next((each for each in read if each.place[0] < parts[0][1] and parts[0][0] < each.place[1]), None)
        if sentence is None:
            return one
        if one is None:
            form = Form.DIRECT if is_quoted(text, parts) else Form.OWN
            one = Found(parts=parts, cue=None, speaker=NOBODY, form=form, kind=_kind(text, parts), rule=Rule.MEANING)
        claim = Cover(parts)
        speaker = one.speaker if one.speaker.part is not None else _speaker(sentence, claim, names)
        return replace(one, cue=one.cue or _cue(sentence, claim, _LIKELY), speaker=speaker)

    return advise


def places_of(text: str) -> list[Part]:
    """Return the sentences to read, without datelines; very long ones and those of a word or two are left out."""
    found, last = [], -1
    for start, end in sentences.split(text):
        begin = start
        if last < 0 or "\n" in text[last:start]:  # the first of its paragraph
            line = text.find("\n", start)
            begin = min(end, after_dateline(text, start, line if line >= 0 else len(text)))
        last = end
        if end - start <= _LONGEST and len(_WORD.findall(text, begin, end)) >= _FEWEST_WORDS:
            found.append((begin, end))
    return found


def sentences_of(read: ArticleRead) -> list[Read]:
    """Return the sentences of an article that was read, in order."""
    found, words = [], read.words
    for start, end in places_of(read.text):
        first = bisect_left(words.parts, start, key=_start)
        last = bisect_left(words.parts, end, key=_start)
        score = round(read.sentences[words.sentences[first]].holding, _DIGITS)
        chances = np.round(read.roles[first:last], _DIGITS)
        found.append(Read((start, end), score, words.parts[first:last], chances))
    return found


def _claim(text: str, sentence: Read, names: Sequence[Name]) -> Found | None:
    """Return the claim of a sentence, or None if too few of its words look like one."""
    run = _extent(sentence)
    begin = _with_article(text, sentence.words, run.start)
    whole = _with_signs(text, sentence.words, _without_punctuation(text, sentence.words, begin, run.stop))
    words = sentence.words[whole.start : whole.stop]
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
    own = not direct and is_judged_later(text, part[1])
    return Found(
        parts=(part,),
        cue=None if own else _cue(sentence, Cover([part])),
        speaker=NOBODY if own else _speaker(sentence, Cover([part]), names),
        form=Form.DIRECT if direct else Form.OWN,
        kind=_kind(text, (part,)),
        rule=Rule.MEANING,
        score=min(sentence.score, _MOST),
        by_author=own,
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


def _without_punctuation(text: str, words: Sequence[Part], first: int, last: int) -> range:
    """Return a run of words without punctuation at either end, except for a question mark or the like at the end."""
    while first < last and not text[words[first][0]].isalnum():
        first += 1
    while last > first and not text[words[last - 1][0]].isalnum() and text[words[last - 1][0]] not in _ENDINGS:
        last -= 1
    return range(first, last)


def _with_signs(text: str, words: Sequence[Part], run: range) -> range:
    """Return a run of words with the whole figure at either end, and its sign: "$40 a month", "3,1 %"."""
    first, last = run.start, run.stop
    if not run:
        return run
    before = first > 0 and text[slice(*words[first - 1])] in _CURRENCIES and text[words[first][0]].isdigit()
    end = words[last - 1][1]
    rest = _REST_OF_FIGURE.match(text, end) if text[end - 1].isdigit() else None
    while rest is not None and last < len(words) and words[last][0] < rest.end():
        last += 1
    return range(first - before, last)


def _with_whole(part: Part, outer: Part, inner: Part) -> Part:
    """Return a part with both quotation marks if it has only one of them."""
    start, end = part
    if start <= outer[0] and inner[1] <= end < outer[1]:
        return start, outer[1]
    if outer[0] < start <= inner[0] and outer[1] < end:
        return outer[0], end
    return part


def _cue(sentence: Read, claim: Cover, least: float = _CLEAR) -> Part | None:
    """Return the words outside a claim that attribute it, if they are at least so probable."""
    clear = [
        word
        for word, share in zip(sentence.words, sentence.chances[:, CUE].tolist(), strict=True)
        if share >= least and not claim.touches(*word)
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

"""Claims in sentences in which the rules find none, from what the reader of claims says.

The reader tells how probably a sentence holds a claim, and what each of its words is. Only thorough suggestions use it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

import numpy as np

from annotator.model.values import Part
from annotator.processes.worker import Progress, no_progress
from annotator.suggest.claims.author import is_judged_later
from annotator.suggest.claims.by_meaning.extents import CLEAR, FEWEST_WORDS, Read, with_quotations, words_of_claim
from annotator.suggest.claims.by_meaning.reader import CLAIMANT, CUE, ArticleRead, reader_of
from annotator.suggest.claims.engine import after_dateline
from annotator.suggest.claims.frame_values import NOBODY, Adviser, Finder, Form, Found, Kind, Name, Rule, Speaker
from annotator.suggest.claims.given_words import is_quoted
from annotator.suggest.tiers import LIKELY_FROM
from annotator.text import sentences
from annotator.text.parts import Cover
from annotator.text.quotations import quotations

_LEAST = 0.5  # the probability from which a sentence is read for its claim
_MOST = LIKELY_FROM - 0.01  # the highest score: such claims stay doubtful
_DIGITS = 3  # of a score; further digits would depend on which texts share a batch
_FEWEST_WORDS = 3  # of a sentence
_LONGEST = 2_000  # characters of a sentence
_LIKELY = 0.35  # the same for the cue of a claim that a person labelled

_QUESTION = re.compile(r"(?:ob|wann|warum|wer|wie|whether|when|why|who|how)\b")
_DECIDING = re.compile(
    r"\b(?:entsch(?:eid|ied)|ermittel|geklärt|klär|geprüft|prüf|stimm)\w*\b[^.:;]*, ob\b"
    r"|\AOb\b[^.:;]*, (?:entsch(?:eid|ied)|ermittel|klär|prüf|soll|wird)"
    r"|\b(?:consider|decid|determin|establish|examin|vot)\w*\b[^.:;]*\b(?:whether|if)\b"
    r"|\AWhether\b[^.:;]*\b(?:decided|determined)\b"
)

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_start = itemgetter(0)


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
    whole = words_of_claim(text, sentence)
    words = sentence.words[whole.start : whole.stop]
    if not words:
        return None
    quoted, _ = quotations(text, *sentence.place)
    part = words[0][0], words[-1][1]
    if _is_undecided(text, sentence.place, part):
        return None
    part = with_quotations(text, _with_names(part, names), quoted)
    direct = any(quotation.outer[0] <= part[0] and part[1] <= quotation.outer[1] for quotation in quoted)
    if len(words) < FEWEST_WORDS and not direct:
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


def _with_names(part: Part, names: Sequence[Name]) -> Part:
    """Return a part that does not begin or end inside a name."""
    start = next((name.start for name in names if name.start < part[0] < name.end), part[0])
    end = next((name.end for name in names if name.start < part[1] < name.end), part[1])
    return start, end


def _is_undecided(text: str, place: Part, part: Part) -> bool:
    """Return whether a claim is a question that a sentence leaves open: "The court will decide whether it opens"."""
    asked = text[place[0] : part[0]].split()[-1:] in (["whether"], ["ob"])  # "pressed her on whether | it leaks"
    return asked or _QUESTION.match(text, part[0]) is not None or _DECIDING.search(text[slice(*place)]) is not None


def _kind(text: str, parts: Sequence[Part]) -> Kind:
    """Return the kind of a claim before the head for kinds decides about it."""
    return Kind.QUESTION if text[parts[-1][1] - 1] == "?" else Kind.FACT


def _cue(sentence: Read, claim: Cover, least: float = CLEAR) -> Part | None:
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
    if best is None or _share_of(best, sentence.words, shares) < CLEAR:
        return NOBODY
    return Speaker((best.start, best.end), best)


def _names_in(place: Part, names: Sequence[Name]) -> Iterator[Name]:
    return (name for name in names if place[0] <= name.start and name.end <= place[1] and name.label in {"PER", "ORG"})


def _share_of(name: Name, words: Sequence[Part], shares: Sequence[float]) -> float:
    """Return the highest share of a name's words."""
    first = max(0, bisect_right(words, name.start, key=_start) - 1)
    return max((shares[n] for n in range(first, len(words)) if words[n][0] < name.end), default=0.0)

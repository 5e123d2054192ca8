"""Where the claim of a sentence begins and ends, from what the reader of claims says about each word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from annotator.model.values import Part
from annotator.suggest.claims.by_meaning.reader import CLAIM, CLAIMANT, CUE
from annotator.suggest.encoder.encoder import Floats
from annotator.text.quotations import Quotation

CLEAR = 0.5  # the least probability of a word of the cue or the claimant
FEWEST_WORDS = 3  # of a claim, outside quotation marks: "den Beschäftigten" and "flood promise" say nothing
_POSSIBLE = 0.2  # the least probability that a word may belong to the cue
_FEWEST_SPOKEN = 4  # words of a quotation that is the claim alone
_REST = 3  # a claim ends with its clause if at most so many words of it are left
_LONG_REST = 8  # the same for a claim that otherwise ends with one of `_OPEN`

_ARTICLES = frozenset("der die das den dem des ein eine einen einem einer eines the a an".split())
_OPEN = _ARTICLES | frozenset(  # never the last word of a phrase
    "am and as at aus bei between by durch for from für gegen her his ihre ihrem ihren ihrer im in into its"
    " kurz mit nach oder of ohne on or seine seinem seinen seiner shortly sowie their über um und unter vom von"
    " wegen with zu zum zur zwischen".split()
)
_GENITIVES = frozenset({"der", "des", "of"})
_ENDINGS = "?!…"  # belong to a claim
_CURRENCIES = "$€£¥"
_REST_OF_FIGURE = re.compile(r"(?:,\d+)*\s?[%‰°$€£¥]?")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that was read: its range, its chance of a claim, and its words with their chances of each role."""

    place: Part
    score: float
    words: Sequence[Part]
    chances: Floats


def words_of_claim(text: str, sentence: Read) -> range:
    """Return the words of a sentence's claim; the range is empty if none looks like one."""
    run = _likeliest(sentence)
    begin = _with_article(text, sentence.words, run.start)
    whole = _without_punctuation(text, sentence.words, begin, run.stop)
    return _with_signs(text, sentence.words, _from_phrase_start(text, sentence, _to_clause_end(text, sentence, whole)))


def with_quotations(text: str, part: Part, quoted: Sequence[Quotation]) -> Part:
    """Return a claim that holds quotations whole, or only the quotation that it introduces or begins with."""
    for quotation in quoted:
        part = _with_whole(part, quotation.outer, quotation.inner)
    return next((inner for each in quoted if (inner := _claimed_alone(text, part, each)) is not None), part)


def _likeliest(sentence: Read) -> range:
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


def _claimed_alone(text: str, part: Part, quotation: Quotation) -> Part | None:
    """Return the words of a quotation that follows a colon in a claim, or begins it and precedes a comma or colon."""
    (start, end), (first, last) = quotation
    stop = first + len(text[first:last].rstrip().rstrip(",.").rstrip())
    if part[0] > start or part[1] < stop or len(_WORD.findall(text, first, stop)) < _FEWEST_SPOKEN:
        return None
    introduced = text[part[0] : start].rstrip().endswith(":")
    begun = start == part[0] and (text[last - 1] == "," or text.startswith((",", ":"), end))
    return (first, stop) if introduced or begun else None


def _to_clause_end(text: str, sentence: Read, run: range) -> range:
    """Return a run of words, extended to the end of its clause if few words are left, none of the cue or claimant.

    The rest may be longer if the last word of the run never ends a phrase: "plans to | close two pools next year".
    """
    words, end = sentence.words, run.stop
    if len(run) < FEWEST_WORDS or not text[words[end - 1][0]].isalnum():
        return run
    while end < len(words) and _is_inner(text, words, end) and _is_free(sentence, end):
        end += 1
    is_clause = end == len(words) or not text[words[end][0]].isalnum()
    is_open = text[slice(*words[run.stop - 1])].lower() in _OPEN
    most = _LONG_REST if is_open else _REST if is_clause else 0
    return range(run.start, end) if end - run.stop <= most else run


def _is_inner(text: str, words: Sequence[Part], number: int) -> bool:
    """Return whether a token does not end a clause: it is a word, or the full stop of "Sen. Lee"."""
    following = text[words[number + 1][0]] if number + 1 < len(words) else ""
    return text[words[number][0]].isalnum() or (text[slice(*words[number])] == "." and following.isalnum())


def _is_free(sentence: Read, word: int) -> bool:
    """Return whether a word is neither of the cue nor of the claimant."""
    return bool(sentence.chances[word, CUE] < _POSSIBLE and sentence.chances[word, CLAIMANT] < CLEAR)


def _from_phrase_start(text: str, sentence: Read, run: range) -> range:
    """Return a run that begins with its sentence if it would begin inside a phrase: "the closure | of the pool"."""
    words, first = sentence.words, run.start
    inside = run and first and text[slice(*words[first])] in _GENITIVES and text[words[first - 1][0]].isalnum()
    noun = inside and (text[slice(*words[first])] == "of" or text[words[first - 1][0]].isupper())
    before = sentence.chances[:first]
    if not noun or before[:, CUE].max() >= CLEAR or before[:, CLAIMANT].max() >= CLEAR:
        return run
    return _without_punctuation(text, words, 0, run.stop)

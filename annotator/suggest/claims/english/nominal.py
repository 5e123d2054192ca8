"""Finding English frames whose cue is a noun or an adjective: "is convinced that", "is sure it", "amid fears that"."""

from collections.abc import Sequence

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.phrases import until_finite
from annotator.suggest.claims.english.subjects import subject_before
from annotator.suggest.claims.english.word_lists import Verb
from annotator.suggest.claims.frame_values import NOBODY, Frame, Kind
from annotator.suggest.claims.rules import verb_frame
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token, TokenRange
from annotator.suggest.claims.speakers import named

_BELIEF = Verb("believe")
_FEAR = Verb("fear", Kind.PREDICTION)
_HOPE = Verb("hope", Kind.OPINION)
_STATEMENT = Verb("state")
_FEELINGS = {
    **dict.fromkeys("convinced adamant sure certain".split(), _BELIEF),
    **dict.fromkeys("confident optimistic worried concerned afraid fearful".split(), _FEAR),
    **dict.fromkeys("hopeful pleased delighted disappointed sorry glad angry furious proud".split(), _HOPE),
}
_NOUNS = {
    **dict.fromkeys("view belief opinion impression verdict feeling judgment judgement".split(), _BELIEF),
    **dict.fromkeys("fear fears worry worries concern concerns warning warnings prediction forecast".split(), _FEAR),
    **dict.fromkeys("hope hopes wish".split(), _HOPE),
    **dict.fromkeys(
        "accusation accusations advice allegation allegations answer argument assertion assurance assurances case claim"
        " claims complaint conclusion contention explanation finding message point reply report reports rumors rumours"
        " suggestion suggestions suspicion theory".split(),
        _STATEMENT,
    ),
}
_BE = frozenset("is are was were remain remains am".split())
_BEFORE_FEELING = _BE | en.ADVERBS
_GIVING = frozenset(
    "came come comes express expressed expresses gave give gives had has have held hold holds made make makes"
    " put puts raise raised raises reach reached reaches repeat repeated repeats share shared shares take"
    " taken takes took voice voiced voices".split()
)
_OPEN = frozenset("amid there despite over following".split())
_OWNERS = frozenset("his her their its our my".split())
_CLAUSE_BEGINS = en.DETERMINERS | frozenset("he i it she there they we you".split())
_MAKING = frozenset("made make makes".split())
_PLAIN = frozenset("clear known obvious plain".split())
_NOT = ("never", "not", "n't", "n’t")
FEELINGS = frozenset(_FEELINGS)
"""Lower-case adjectives, which may be followed by a clause without "that"."""
CUES = frozenset({*_FEELINGS, *_NOUNS, *_PLAIN})
"""Lower-case words; a sentence without any of them has no such frame."""


def nominal(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of a noun or adjective for a belief in a stretch, if a clause follows it; otherwise None."""
    if CUES.isdisjoint(sentence.words):
        return None
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    for index in range(stretch.first, stretch.last - 1):
        low, following = tokens[index].low, tokens[index + 1].low
        felt = low in _FEELINGS and index > stretch.first and tokens[index - 1].low in _BEFORE_FEELING
        if felt and (following == "that" or _begins_clause(tokens, index + 1, stretch.last)):
            verb = next((i for i in range(index - 1, stretch.first - 1, -1) if tokens[i].low in _BE), None)
            return None if verb is None else _frame(sentence, number, _FEELINGS[low], index, (stretch.first, verb))
        if low in _PLAIN and following == "that":
            return _made_plain(sentence, number, index)
        if low in _NOUNS and following == "that" and index + 2 < stretch.last:
            return _of_noun(sentence, number, index)
        if low in _NOUNS and following in _BE and index + 2 < stretch.last and tokens[index + 2].low == "that":
            return _owned(sentence, number, index)
    return None


def _begins_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a clause follows without "that": "is confident | the pier will open"."""
    begins = tokens[first].low in _CLAUSE_BEGINS or (tokens[first].is_capital and tokens[first].is_word)
    return begins and until_finite(tokens, first, last) < last


def _made_plain(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "made it clear that", or None."""
    tokens, verb = sentence.tokens, index - 2
    first = sentence.stretches[number].first
    if verb <= first or tokens[verb].low not in _MAKING or tokens[index - 1].low != "it":
        return None
    if any(token.low.endswith(_NOT) for token in tokens[first:verb]):
        return None  # "has not made it clear that she will stay"
    place = subject_before(tokens, first, verb)
    if place is None:
        return None
    return verb_frame(sentence, number, _STATEMENT, verb, sentence.speaker(place), after=index + 1)


def _frame(sentence: Sentence, number: int, verb: Verb, cue: int, before: TokenRange) -> Frame | None:
    place = subject_before(sentence.tokens, *before)
    if place is None:
        return None
    return verb_frame(sentence, number, verb, cue, sentence.speaker(place), after=cue + 1)


def _of_noun(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "take the view that", or of "amid fears that", which has no particular speaker."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    verb = _NOUNS[tokens[index].low]
    giving = next((i for i in range(index - 1, stretch.first, -1) if tokens[i].low in _GIVING), None)
    if giving is not None and index - giving <= 4:
        found = _frame(sentence, number, verb, index, (stretch.first, giving))
        if found is not None and tokens[stretch.first].low != "there":
            return found
    before = [token.low for token in tokens[max(stretch.first, index - 4) : index]]
    if _OPEN.isdisjoint(before):
        return None
    return verb_frame(sentence, number, verb, index, NOBODY, after=index + 1)


def _owned(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "her worry is that" or "the union's argument is that"."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    owner = tokens[index - 1] if index > stretch.first else None
    verb = _NOUNS[tokens[index].low]
    if owner is not None and owner.low in _OWNERS:
        return verb_frame(sentence, number, verb, index, sentence.pronoun(index - 1), after=index + 2)
    names = sentence.cast.within(tokens[stretch.first].start, tokens[index].start)
    if names and owner is not None and owner.low.endswith(("'s", "s'", "s")):
        return verb_frame(sentence, number, verb, index, named(names[-1]), after=index + 2)
    return None

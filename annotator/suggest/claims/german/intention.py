"""German intention and hearsay: "will", "soll", "plant zu", "ist geplant", "soll … haben", "angeblich"."""

from annotator.model.values import Part
from annotator.suggest.claims.found import NOBODY, Form, Found, Kind, Rule, Speaker
from annotator.suggest.claims.frame_values import Context
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.phrases import subject_after, subject_before
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch
from annotator.suggest.claims.speakers import Cast, speaker_of

_WANT = frozenset("will wollen möchte möchten".split())
_SHALL = frozenset("soll sollen".split())
_PERFECT = frozenset("haben sein".split())
_PLANNED = {
    "vorgesehen": frozenset("ist sind".split()),
    "geplant": frozenset("ist sind war waren".split()),
    "erwartet": frozenset("wird werden".split()),
}
_ALLEGED = "angeblich"
CUES = frozenset({*_WANT, *_SHALL, *_PLANNED, _ALLEGED})
"""No intention and no hearsay is without one of them, in small letters."""
_FEWEST = 2  # words of a clause with a perfect infinitive


def intentions(sentence: Sentence, cast: Cast, context: Context) -> list[Found]:
    """Give the intentions, plans and hearsay of a sentence."""
    found: list[Found] = []
    if CUES.isdisjoint(sentence.words):
        return found
    for number, stretch in enumerate(sentence.stretches):
        if sentence.is_quotation(number):
            continue
        for index in range(stretch.first, stretch.last):
            low = sentence.tokens[index].low
            one = None
            if low in _WANT:
                one = _want(sentence, cast, context, number, stretch, index)
            elif low in _SHALL:
                one = _shall(sentence, cast, context, number, stretch, index)
            elif low in _PLANNED:
                one = _planned(sentence, stretch, index)
            elif low == _ALLEGED:
                one = _alleged(sentence, stretch, index)
            if one is not None:
                found.append(one)
                break
    return found


def _made(
    sentence: Sentence, index: int, parts: list[Part | None], speaker: Speaker, rule: Rule, kind: Kind, form: Form
) -> Found | None:
    real = tuple(part for part in parts if part is not None)
    if not real:
        return None
    token = sentence.tokens[index]
    return Found(parts=real, cue=(token.start, token.end), speaker=speaker, form=form, kind=kind, rule=rule)


def _clause(sentence: Sentence, number: int, stretch: Stretch) -> tuple[int, int]:
    """Give the first and last token of the clause that a stretch belongs to, with the clauses that hang on it."""
    first = stretch.first
    stretches = sentence.stretches
    if number > 0 and sentence.tokens[stretches[0].first].low in de.SUBORDINATORS | {"um", "indem", "damit"}:
        first = stretches[0].first
    last = stretch.last
    for other in stretches[number + 1 :]:
        low = sentence.tokens[other.first].low
        if low in de.CONJUNCTIONS or other.before in {";", ":"}:
            break
        last = other.last
    return first, last


def _subject(sentence: Sentence, stretch: Stretch, index: int) -> tuple[int, int] | None:
    tokens = sentence.tokens
    before = subject_before(tokens, stretch.first, index)
    if before is not None:
        return before
    return subject_after(tokens, index + 1, stretch.last)


def _want(sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch, index: int) -> Found | None:
    tokens = sentence.tokens
    low = {token.low for token in tokens[stretch.first : stretch.last]}
    if low & (de.GENERIC - {"es"}) or (number > 0 and tokens[stretch.first].low in de.RELATIVES):
        return None
    first, last = _clause(sentence, number, stretch)
    place = _subject(sentence, stretch, index)
    words = [token.low for token in tokens[stretch.first : stretch.last] if token.is_word]
    if not words[-1].endswith("n") and words[-1] not in _WANT:
        return None
    coordinate = index > stretch.first and tokens[index - 1].low == "und"
    if coordinate or (place is None and number > 0):
        subject = _first_name(sentence, cast, stretch, index)
        parts = [sentence.words_from(index + 1, last, de.LINKING)]
        return _made(sentence, index, parts, subject, Rule.INTENTION, Kind.PREDICTION, Form.REPORTED)
    if place is None:
        return None
    speaker = speaker_of(cast, tokens[place[0] : place[1]], "de", context.speaker, sentence.paragraph)
    if words[-1] in _PERFECT and len(words) > _FEWEST and _is_participle(words[-2]) and place[0] < index:
        parts = [sentence.words_from(index + 1, last, de.LINKING)]  # "will nichts gesehen haben": says so
        return _made(sentence, index, parts, speaker, Rule.HEARSAY, Kind.FACT, Form.INDIRECT)
    if place[0] < index:
        parts = [sentence.words_from(index + 1, last, de.LINKING)]
        if first < stretch.first:
            parts.insert(0, sentence.words_from(first, stretch.first, de.LINKING))
    else:
        parts = [sentence.words_from(first, index, de.LINKING | de.CONJUNCTIONS),
                 sentence.words_from(place[1], last, de.LINKING)]  # fmt: skip
    return _made(sentence, index, parts, speaker, Rule.INTENTION, Kind.PREDICTION, Form.REPORTED)


def _first_name(sentence: Sentence, cast: Cast, stretch: Stretch, index: int) -> Speaker:
    """Give whom a coordinated verb belongs to: the subject at the sentence's beginning."""
    del stretch
    tokens = sentence.tokens
    place = subject_before(tokens, 0, index) or subject_after(tokens, 0, index)
    if place is None:
        return NOBODY
    return speaker_of(cast, tokens[place[0] : place[1]], "de", NOBODY, sentence.paragraph)


def _shall(sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch, index: int) -> Found | None:
    tokens = sentence.tokens
    words = [token.low for token in tokens[stretch.first : stretch.last] if token.is_word]
    first, last = _clause(sentence, number, stretch)
    if words[0] in de.GENERIC - {"es"} or words[0] in de.QUESTION_WORDS - {"wo"}:
        return None
    hearsay = words[-1] in _PERFECT and len(words) > _FEWEST and _is_participle(words[-2])
    hearsay = hearsay or (
        len(words) > _FEWEST + 1 and words[-1] in _SHALL and words[-2] in _PERFECT and _is_participle(words[-3])
    )
    start = first
    if number > 0 and tokens[stretch.first].low in de.RELATIVES:
        start = stretch.first
        last = stretch.last
    parts = [sentence.words_from(start, index, de.LINKING), sentence.words_from(index + 1, last, frozenset())]
    if hearsay:
        speaker = context.speaker if context.running else NOBODY
        return _made(sentence, index, parts, speaker, Rule.HEARSAY, Kind.FACT, Form.INDIRECT)
    body = _body(sentence, cast, context)
    return _made(sentence, index, parts, body, Rule.INTENTION, Kind.PREDICTION, Form.REPORTED)


def _body(sentence: Sentence, cast: Cast, context: Context) -> Speaker:
    """Give the body whose intention it is: that of the sentence before, if there is one."""
    del sentence, cast
    return context.body


def _planned(sentence: Sentence, stretch: Stretch, index: int) -> Found | None:
    tokens = sentence.tokens
    auxiliary = next(
        (i for i in range(stretch.first, stretch.last) if tokens[i].low in _PLANNED[tokens[index].low]), None
    )
    hangs = tokens[stretch.first].low in {"wie", "als"} or (
        stretch.before == "," and tokens[stretch.first].low in de.RELATIVES
    )
    if auxiliary is None or hangs:
        return None
    if index == stretch.first:
        parts = [sentence.words_from(auxiliary + 1, stretch.last, frozenset())]
    elif auxiliary < index:
        parts = [
            sentence.words_from(stretch.first, auxiliary, de.LINKING),
            sentence.words_from(auxiliary + 1, index, frozenset()),
        ]
    else:
        parts = [sentence.words_from(stretch.first, index, de.LINKING)]
    return _made(sentence, index, parts, NOBODY, Rule.INTENTION, Kind.PREDICTION, Form.REPORTED)


def _alleged(sentence: Sentence, stretch: Stretch, index: int) -> Found | None:
    parts = [
        sentence.words_from(stretch.first, index, de.LINKING),
        sentence.words_from(index + 1, stretch.last, frozenset()),
    ]
    return _made(sentence, index, parts, NOBODY, Rule.HEARSAY, Kind.FACT, Form.INDIRECT)


def _is_participle(word: str) -> bool:
    return word.endswith(("t", "en")) and ("ge" in word or word.startswith(("be", "er", "ver", "ent", "zer", "über"))
        or word.endswith("iert") or word in {"worden", "gewesen"})  # fmt: skip

"""English frames: speech verbs before, after and inside what is said, and "according to"."""

from collections.abc import Iterator
from typing import NamedTuple

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.phrases import (
    Spoken,
    is_tail,
    past_hearer,
    phrase_end,
    speech_verbs,
    subject_after,
    subject_before,
)
from annotator.suggest.claims.found import NOBODY, Name, Speaker
from annotator.suggest.claims.frame_values import Context, Frame, Shape
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch
from annotator.suggest.claims.speakers import Cast, speaker_of

_PHRASES = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)
_PHRASE_CUES = frozenset(words[-2] for words in _PHRASES)
CUES = _PHRASE_CUES.union(en.VERBS)
"""No frame is without one of them, in small letters."""


def frames(sentence: Sentence, cast: Cast, context: Context) -> list[Frame]:
    """Give the frames of a sentence in order."""
    found: list[Frame] = []
    if CUES.isdisjoint(sentence.words):
        return found
    for number, stretch in enumerate(sentence.stretches):
        if sentence.is_quotation(number):
            continue
        phrase = _phrase(sentence, cast, context, number, stretch)
        if phrase is not None:
            found.append(phrase)
            continue
        found.extend(_verbal(sentence, cast, context, number, stretch, found))
    return found


def _who(sentence: Sentence, cast: Cast, context: Context, place: tuple[int, int]) -> Speaker:
    phrase = sentence.tokens[place[0] : place[1]]
    return speaker_of(cast, phrase, "en", context.speaker, sentence.paragraph)


def _verbal(
    sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch, before: list[Frame]
) -> Iterator[Frame]:
    earlier = before[-1].speaker if before else NOBODY
    inside = False
    for spoken in speech_verbs(sentence, stretch):
        if inside and not _coordinated(sentence, stretch, spoken):
            continue  # what is said may speak of speech: "said the club had told members"
        frame = _frame(sentence, cast, context, number, stretch, spoken, earlier)
        if frame is None:
            continue
        yield frame
        earlier = frame.speaker
        inside = True


def _coordinated(sentence: Sentence, stretch: Stretch, spoken: Spoken) -> bool:
    return spoken.group > stretch.first and sentence.tokens[spoken.group - 1].low in {"and", "but"}


class _Placed(NamedTuple):
    """Who speaks, on which side what is said stands, the frame's first stretch, and the token behind its words."""

    speaker: Speaker
    shape: Shape
    begin: int
    after: int


def _frame(
    sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch, spoken: Spoken, earlier: Speaker
) -> Frame | None:
    tokens = sentence.tokens
    begins = all(t.low in en.CONJUNCTIONS for t in tokens[stretch.first : spoken.group])
    cue_end = _cue_end(sentence, stretch, spoken)
    after = spoken.place + (2 if spoken.verb.lemma in en.PARTICLES else 1)
    if not (begins and sentence.is_quotation(number - 1)):
        after = past_hearer(tokens, spoken.verb.lemma, after, stretch.last)
    if _coordinated(sentence, stretch, spoken) and earlier != NOBODY:
        placed = _Placed(earlier, Shape.BEFORE_CONTENT, number, after)
    elif begins:
        placed = _begun(sentence, cast, context, number, spoken, after)
        if placed.speaker == NOBODY:
            placed = placed._replace(speaker=earlier)
    else:
        placed = _behind_subject(sentence, cast, context, number, spoken, after)
    if placed.speaker == NOBODY:
        return None
    return Frame(
        shape=placed.shape,
        stretch=number,
        begin=placed.begin,
        first=stretch.first,
        last=stretch.last,
        cue=(tokens[spoken.place].start, tokens[cue_end].end),
        speaker=placed.speaker,
        lemma=spoken.verb.lemma,
        verb=spoken.place,
        after=placed.after,
        kind=spoken.verb.kind,
        only_clause=spoken.verb.only_clause,
        refutes=spoken.verb.refutes,
    )


def _cue_end(sentence: Sentence, stretch: Stretch, spoken: Spoken) -> int:
    """Give the last token of a cue: "ruled out", "called for"."""
    following = spoken.place + 1
    calls = spoken.verb.lemma == "call" and following < stretch.last
    if spoken.verb.lemma in en.PARTICLES or (calls and sentence.tokens[following].low in {"for", "on"}):
        return following
    return spoken.place


def _begun(sentence: Sentence, cast: Cast, context: Context, number: int, spoken: Spoken, after: int) -> _Placed:
    """Read a stretch that begins with its verb: inverted, or parted from its subject by an apposition."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    quoted = sentence.is_quotation(number - 1)
    inverts = number > 0 and (quoted or not spoken.verb.told) and not _more_follows(sentence, number)
    place = subject_after(tokens, after, stretch.last, quoted=quoted) if inverts else None
    shape, begin = Shape.BEFORE_CONTENT, number
    if place is not None:
        shape, after = Shape.AFTER_CONTENT, place[1]
        person = _apposed(sentence, cast, number + 1)
    else:
        place = _first_subject(sentence, number)
        since = _after_quotation(sentence, number)
        person = next((p for n in range(since, number) if (p := _apposed(sentence, cast, n)) is not None), None)
        if since > 0 and place is not None and is_tail(tokens, after, stretch.last):
            shape, begin = Shape.AFTER_CONTENT, since
    speaker = _who(sentence, cast, context, place) if place is not None else NOBODY
    if person is not None:
        speaker = Speaker((person.start, person.end), person)
    return _Placed(speaker, shape, begin, after)


def _behind_subject(
    sentence: Sentence, cast: Cast, context: Context, number: int, spoken: Spoken, after: int
) -> _Placed:
    """Read a stretch in which the subject stands before the verb; nobody speaks where there is none."""
    stretch = sentence.stretches[number]
    place = subject_before(sentence.tokens, stretch.first, spoken.group)
    if place is None:
        return _Placed(NOBODY, Shape.BEFORE_CONTENT, number, after)
    ends = is_tail(sentence.tokens, after, stretch.last) and not _more_follows(sentence, number)
    said = sentence.is_quotation(number - 1) or sentence.is_headline or not spoken.verb.only_clause
    objects = en.OBJECTS.get(spoken.verb.lemma, ())
    takes_object = after < stretch.last and sentence.tokens[after].low in objects
    shape = Shape.AFTER_CONTENT if number > 0 and ends and said and not takes_object else Shape.BEFORE_CONTENT
    return _Placed(_who(sentence, cast, context, place), shape, number, after)


def _after_quotation(sentence: Sentence, number: int) -> int:
    """Give the first stretch behind the last quotation before a stretch."""
    return next((n + 1 for n in range(number - 1, -1, -1) if sentence.is_quotation(n)), 0)


def _apposed(sentence: Sentence, cast: Cast, number: int) -> Name | None:
    """Give the person whose name fills a stretch: "the lead author, Ann Lee, said"."""
    if not 0 <= number < len(sentence.stretches) or sentence.is_quotation(number):
        return None
    words = [token for token in sentence.of(sentence.stretches[number]) if token.is_word]
    if not words:
        return None
    people = [name for name in cast.within(words[0].start, words[-1].end) if name.label == "PER"]
    return people[0] if people and people[0].start == words[0].start else None


def _more_follows(sentence: Sentence, number: int) -> bool:
    """Tell whether what is said stands behind the verb's stretch and not before it."""
    stretches = sentence.stretches
    if number + 1 >= len(stretches) or sentence.is_quotation(number - 1):
        return False
    following = stretches[number + 1]
    return following.before == ":" or sentence.is_quotation(number + 1)


def _first_subject(sentence: Sentence, number: int) -> tuple[int, int] | None:
    """Give the subject that an apposition or a relative clause parts from its verb."""
    for index in range(_after_quotation(sentence, number), number):
        stretch = sentence.stretches[index]
        first = stretch.first
        while first < stretch.last and sentence.tokens[first].low in en.CONJUNCTIONS | en.LINKING:
            first += 1
        end = phrase_end(sentence.tokens, first, stretch.last)
        if end == stretch.last and end > first and sentence.tokens[first].low not in en.PREPOSITIONS:
            return first, end
    return None


def _phrase(sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch) -> Frame | None:
    if _PHRASE_CUES.isdisjoint(sentence.words):
        return None
    tokens = sentence.tokens
    for index in range(stretch.first, stretch.last):
        low = tuple(token.low for token in tokens[index : index + 4])
        words = next((words for words in _PHRASES if low[: len(words)] == words), None)
        if words is None:
            continue
        begin = index + len(words)
        end = phrase_end(tokens, begin, stretch.last)
        if end == begin:
            return None
        return Frame(
            shape=Shape.PHRASE,
            stretch=number,
            first=index,
            last=stretch.last if is_tail(tokens, end, stretch.last) else end,
            cue=(tokens[index].start, tokens[begin - 1].end),
            speaker=_who(sentence, cast, context, (begin, end)),
            lemma="according to",
        )
    return None

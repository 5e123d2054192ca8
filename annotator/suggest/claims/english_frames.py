"""English frames: speech verbs before, after and inside what is said, and "according to"."""

from collections.abc import Iterator

from annotator.suggest.claims import english_words as en
from annotator.suggest.claims.english_phrases import (
    Spoken,
    is_tail,
    phrase_end,
    speech_verbs,
    subject_after,
    subject_before,
)
from annotator.suggest.claims.found import NOBODY, Speaker
from annotator.suggest.claims.frames import Context, Frame, Shape
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.speakers import Cast, speaker_of
from annotator.suggest.claims.words import Stretch

_PHRASES = (("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"), ("in", "the", "opinion", "of"))


def frames(sentence: Sentence, cast: Cast, context: Context) -> list[Frame]:
    """Give the frames of a sentence in order."""
    found: list[Frame] = []
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
        inside = not spoken.verb.only_clause


def _coordinated(sentence: Sentence, stretch: Stretch, spoken: Spoken) -> bool:
    return spoken.group > stretch.first and sentence.tokens[spoken.group - 1].low in {"and", "but"}


def _frame(
    sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch, spoken: Spoken, earlier: Speaker
) -> Frame | None:
    tokens = sentence.tokens
    token = tokens[spoken.index]
    begins = all(t.low in en.CONJUNCTIONS for t in tokens[stretch.first : spoken.group])
    after = spoken.index + 1
    shape = Shape.BEFORE_CONTENT
    place = None
    if _coordinated(sentence, stretch, spoken) and earlier != NOBODY:
        speaker = earlier
    elif begins:
        quoted = sentence.is_quotation(number - 1)
        place = subject_after(tokens, after, stretch.last, quoted=quoted) if number > 0 else None
        if place is not None:
            shape, after = Shape.AFTER_CONTENT, place[1]
        else:
            place = _first_subject(sentence, number)
        speaker = _who(sentence, cast, context, place) if place is not None else earlier
    else:
        place = subject_before(tokens, stretch.first, spoken.group)
        if place is None:
            return None
        speaker = _who(sentence, cast, context, place)
        ends = is_tail(tokens, after, stretch.last) and not _more_follows(sentence, number)
        if number > 0 and ends and (sentence.is_quotation(number - 1) or not spoken.verb.only_clause):
            shape = Shape.AFTER_CONTENT
    if speaker == NOBODY:
        return None
    return Frame(
        shape=shape,
        stretch=number,
        first=stretch.first,
        last=stretch.last,
        cue=(token.start, token.end),
        speaker=speaker,
        lemma=spoken.verb.lemma,
        verb=spoken.index,
        after=after,
        kind=spoken.verb.kind,
        only_clause=spoken.verb.only_clause,
        refutes=spoken.verb.refutes,
    )


def _more_follows(sentence: Sentence, number: int) -> bool:
    """Tell whether what is said stands behind the verb's stretch and not before it."""
    stretches = sentence.stretches
    if number + 1 >= len(stretches) or sentence.is_quotation(number - 1):
        return False
    following = stretches[number + 1]
    return following.before == ":" or sentence.is_quotation(number + 1)


def _first_subject(sentence: Sentence, number: int) -> tuple[int, int] | None:
    """Give the subject that an apposition or a relative clause parts from its verb."""
    for index in range(number):
        stretch = sentence.stretches[index]
        if sentence.is_quotation(index):
            return None
        first = stretch.first
        while first < stretch.last and sentence.tokens[first].low in en.CONJUNCTIONS | en.LINKING:
            first += 1
        end = phrase_end(sentence.tokens, first, stretch.last)
        if end == stretch.last and end > first and sentence.tokens[first].low not in en.PREPOSITIONS:
            return first, end
    return None


def _phrase(sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch) -> Frame | None:
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

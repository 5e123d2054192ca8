"""German frames: speech verbs, "so der Minister", "wie die Polizei mitteilte", "laut Polizei"."""

from collections.abc import Iterator

from annotator.model.values import Part
from annotator.suggest.claims.found import NOBODY, Name, Speaker
from annotator.suggest.claims.frame_values import Context, Frame, Shape
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.phrases import (
    PREPOSITIONS,
    Spoken,
    phrase_end,
    speech_verbs,
    subject_after,
    subject_before,
)
from annotator.suggest.claims.german.verbs import VERBS
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Stretch
from annotator.suggest.claims.speakers import Cast, speaker_of

_HANGING = de.SUBORDINATORS | {"wie", "dass", "ob"}
_IT_SAYS = frozenset({"heißt", "hieß"})
CUES = frozenset({*VERBS, *_IT_SAYS, "so", "nach", "zufolge", *(words[-1] for words in de.PHRASES)})
"""No frame is without one of them, in small letters."""
_LONGEST_SO = 9  # words of "so der Minister": more is a comparison


def frames(sentence: Sentence, cast: Cast, context: Context) -> list[Frame]:
    """Give the frames of a sentence in order."""
    found: list[Frame] = []
    if CUES.isdisjoint(sentence.words):
        return found
    for number, stretch in enumerate(sentence.stretches):
        if sentence.is_quotation(number):
            continue
        found.extend(_verbal(sentence, cast, context, number, stretch, found))
        found.extend(_phrases(sentence, cast, context, number, stretch))
    return sorted(found, key=lambda frame: frame.first)


def _who(sentence: Sentence, cast: Cast, context: Context, place: tuple[int, int] | None) -> Speaker:
    if place is None:
        return NOBODY
    phrase = sentence.tokens[place[0] : place[1]]
    return speaker_of(cast, phrase, "de", context.speaker, sentence.paragraph)


def _verbal(
    sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch, before: list[Frame]
) -> Iterator[Frame]:
    tokens = sentence.tokens
    said = _it_says(sentence, cast, context, number, stretch)
    if said is not None:
        yield said
        return
    so = _so(sentence, cast, context, number, stretch)
    if so is not None:
        yield so
        return
    earlier = before[-1].speaker if before else NOBODY
    for spoken in speech_verbs(sentence, stretch):
        place, end = _subject(sentence, number, stretch, spoken)
        speaker = _who(sentence, cast, context, place) if place is not None else earlier
        person = _apposed(sentence, cast, number + 1) if speaker.name is None and place is not None else None
        speaker = Speaker((person.start, person.end), person) if person is not None else speaker
        if place is None and speaker == NOBODY and not _impersonal(sentence, stretch):
            continue
        opens = spoken.place == stretch.first and number > 0 and place is not None and place[0] > spoken.place
        starts_wie = tokens[stretch.first].low == "wie"
        after = opens or starts_wie
        yield Frame(
            shape=Shape.AFTER_CONTENT if after else Shape.BEFORE_CONTENT,
            stretch=number,
            first=stretch.first,
            last=stretch.last,
            cue=_place(sentence, spoken.cue),
            speaker=speaker,
            lemma=spoken.verb.lemma,
            verb=spoken.cue,
            after=max(end, spoken.place + 1),
            kind=spoken.verb.kind,
            only_clause=spoken.verb.only_clause,
            refutes=spoken.verb.refutes,
        )
        earlier = speaker


def _apposed(sentence: Sentence, cast: Cast, number: int) -> Name | None:
    """Give the person whose name a stretch begins with: ", sagte die Sprecherin, Anna Kurz"."""
    if number >= len(sentence.stretches) or sentence.is_quotation(number):
        return None
    first = sentence.tokens[sentence.stretches[number].first]
    people = cast.within(first.start, sentence.end)
    return people[0] if people and people[0].label == "PER" and people[0].start == first.start else None


def _place(sentence: Sentence, index: int) -> Part:
    token = sentence.tokens[index]
    return token.start, token.end


def _impersonal(sentence: Sentence, stretch: Stretch) -> bool:
    return any(token.low == "es" for token in sentence.of(stretch))


def _subject(sentence: Sentence, number: int, stretch: Stretch, spoken: Spoken) -> tuple[tuple[int, int] | None, int]:
    """Give the tokens of the subject, and the token behind verb and subject."""
    tokens = sentence.tokens
    first = stretch.first
    hangs = tokens[first].low in _HANGING
    if hangs and not any(token.is_capital for token in tokens[max(spoken.cue, spoken.place) + 1 : stretch.last]):
        place = subject_after(tokens, first + 1, spoken.place)
        return place, spoken.place + 1
    behind = spoken.place + 1
    if behind < stretch.last and tokens[behind].low in {"er", "sie", "man"} and first < spoken.place:
        return (behind, behind + 1), behind + 1  # "die Kosten bezifferte sie auf …"
    before = subject_before(tokens, first, spoken.place)
    if before is not None:
        return before, spoken.place + 1
    after = subject_after(tokens, spoken.place + 1, spoken.cue if spoken.cue > spoken.place else stretch.last)
    is_empty = all(token.low in de.CONJUNCTIONS or token.low in de.TIME for token in tokens[first : spoken.place])
    if is_empty and number > 0 and (after is None or tokens[first].low in de.CONJUNCTIONS):
        return _first_subject(sentence, number), spoken.place + 1
    return after, after[1] if after is not None else spoken.place + 1


def _first_subject(sentence: Sentence, number: int) -> tuple[int, int] | None:
    """Give the subject that an apposition or a relative clause parts from its verb."""
    for stretch in sentence.stretches[:number]:
        place = subject_before(sentence.tokens, stretch.first, stretch.last)
        if place is not None:
            return place
        if sentence.tokens[stretch.first].inner is None:
            break
    return None


def _it_says(sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch) -> Frame | None:
    """Find "heißt es in einem Schreiben" and "aus dem Rathaus hieß es": a place speaks."""
    if _IT_SAYS.isdisjoint(sentence.words):
        return None
    tokens = sentence.tokens
    cue = next(
        (
            i
            for i in range(stretch.first, stretch.last)
            if tokens[i].low in _IT_SAYS and any(t.low == "es" for t in tokens[i - 1 : i + 2])
        ),
        None,
    )
    if cue is None:
        return None
    source = next((i for i in range(stretch.first, stretch.last) if tokens[i].low in _PLACES), None)
    end = phrase_end(tokens, source + 1, stretch.last) if source is not None else 0
    speaker = NOBODY
    if source is not None and end > source + 1:
        speaker = _who(sentence, cast, context, (source + 1, end))
    after = cue == stretch.first and number > 0
    return Frame(
        shape=Shape.AFTER_CONTENT if after else Shape.BEFORE_CONTENT,
        stretch=number,
        first=stretch.first,
        last=stretch.last,
        cue=_place(sentence, cue),
        speaker=speaker,
        lemma="heißen",
        verb=cue,
        after=stretch.last,
    )


_PLACES = frozenset("aus in im bei beim von vom seitens".split())


def _so(sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch) -> Frame | None:
    tokens = sentence.tokens
    first = stretch.first
    if tokens[first].low != "so" or number == 0 or stretch.last - first > _LONGEST_SO:
        return None
    end = phrase_end(tokens, first + 1, stretch.last)
    if end == first + 1 or speech_verbs(sentence, stretch):
        return None
    speaker = _who(sentence, cast, context, (first + 1, end))
    return Frame(
        shape=Shape.AFTER_CONTENT,
        stretch=number,
        first=first,
        last=stretch.last,
        cue=_place(sentence, first),
        speaker=speaker,
        lemma="so",
    )


# Most words begin none: they are passed over at once.
_PHRASES_BEGIN = frozenset({"zufolge", "nach", "seiner", "ihrer", *(words[0] for words in de.PHRASES)})


def _phrases(sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch) -> Iterator[Frame]:
    index = stretch.first
    while index < stretch.last:
        begins = sentence.tokens[index].low in _PHRASES_BEGIN
        found = _phrase(sentence, cast, context, number, stretch, index) if begins else None
        if found is not None:
            yield found
            index = found.last
        else:
            index += 1


def _phrase(
    sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch, index: int
) -> Frame | None:
    tokens = sentence.tokens
    low = [token.low for token in tokens[index : index + 4]]
    if low[0] == "zufolge":
        return _zufolge(sentence, cast, context, number, stretch, index)
    if low[0] == "nach" and len(low) > 2 and low[1] in de.OWN and ("nach", low[2]) in de.PHRASES:
        named = cast.within(sentence.start, sentence.end)
        speaker = context.speaker if not named else Speaker((named[0].start, named[0].end), named[0])
        cue = tokens[index].start, tokens[index + 2].end
        return _framed(number, index, index + 3, cue, speaker)
    if low[0] == "nach" and len(low) > 1 and low[1].endswith(de.ACCOUNTS) and ("nach", low[1]) not in de.PHRASES:
        end = max(phrase_end(tokens, index + 1, stretch.last), index + 2)  # "dpa-Angaben" begins no phrase
        return _framed(
            number, index, end, _place(sentence, index), Speaker((tokens[index + 1].start, tokens[end - 1].end))
        )
    if low[0] in {"seiner", "ihrer"} and len(low) > 2 and low[2] == "nach":  # "seiner Ansicht nach"
        cue = tokens[index].start, tokens[index + 2].end
        return _framed(number, index, index + 3, cue, context.speaker)
    for words in de.PHRASES:
        if tuple(low[: len(words)]) != words:
            continue
        begin = index + len(words)
        joined = begin + 1 if begin < stretch.last and tokens[begin].low in {"von", "vom"} else begin
        end = phrase_end(tokens, joined, stretch.last)
        if end == joined:
            return None
        cue = tokens[index].start, tokens[joined - 1].end
        return _framed(number, index, end, cue, _who(sentence, cast, context, (joined, end)))
    return None


def _zufolge(
    sentence: Sentence, cast: Cast, context: Context, number: int, stretch: Stretch, index: int
) -> Frame | None:
    tokens = sentence.tokens
    begin = next(
        (i for i in range(stretch.first, index) if phrase_end(tokens, i, index) == index and _starts(sentence, i)), None
    )
    if begin is None:
        return None
    first = begin
    if tokens[begin].low in {"angaben", "berichten", "informationen"} and begin + 1 < index:
        begin += 2 if tokens[begin + 1].low in {"von", "vom"} else 1
    speaker = _who(sentence, cast, context, (begin, index))
    return _framed(number, first, index + 1, _place(sentence, index), speaker)


def _starts(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].low not in PREPOSITIONS and sentence.tokens[index].low not in {"und", "oder"}


def _framed(number: int, first: int, last: int, cue: Part, speaker: Speaker) -> Frame:
    return Frame(shape=Shape.PHRASE, stretch=number, first=first, last=last, cue=cue, speaker=speaker, lemma="laut")

"""Finding German frames: speech verbs, "so der Minister", "wie die Polizei mitteilte", "laut Polizei"."""

from collections.abc import Iterable, Iterator, Sequence

from annotator.suggest.claims.frame_values import NOBODY, Frame, Shape, Speaker, Verb
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.nominal import CUES as NOMINAL
from annotator.suggest.claims.german.nominal import nominal
from annotator.suggest.claims.german.phrases import (
    PREPOSITIONS,
    after_date,
    can_speak,
    phrase_after,
    phrase_end,
    speaker_behind,
    speech_verbs,
    subject_after,
    subject_before,
)
from annotator.suggest.claims.german.word_lists import VERBS
from annotator.suggest.claims.rules import Spoken, apposed, body_apposed, person_within, phrase_frame, verb_frame
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import TokenRange, skip
from annotator.suggest.claims.speakers import body_noun, named

_JOINS = frozenset("und aber sondern doch".split())
_HOW_MUCH = frozenset("viele viel oft lange hoch groß teuer sehr weit schnell stark schwer gut".split())
_EARLY = frozenset(
    "ersten bisherigen vorläufigen jüngsten neuen aktuellen übereinstimmenden offiziellen internen".split()
)
_CIRCLES = ("umfeld", "kreisen", "kreise", "reihen", "lager", "delegation", "umgebung")
_PUBLISHED = ("veröffentlichte", "veröffentlicht", "vorlegte", "vorstellte", "verbreitete", "hat", "herausgab")
_HANGING = de.SUBORDINATORS | {"wie", "dass", "ob"}
_IT_SAYS = frozenset({"heißt", "hieß"})
_STANDS = frozenset("steht stand stehe".split())
_FOLLOWS = frozenset("geht ging gehe".split())
_IT_IS_HEARD = frozenset({"hören", "verlautet", "verlautete", "verlauten"})
_PLACES = frozenset("aus in im bei beim von vom seitens".split())
_DATIVES = frozenset("ihm ihr ihnen".split())
_BODY_BEFORE = ("unternehmens", "firmen", "konzern", "vereins", "verbands")
_FEW_WORDS = 3  # with fewer words before it, "eigenen Angaben" is at the beginning of a sentence
_LONGEST_SO = 9  # words of "so der Minister": with more, "so" begins a comparison
_OWN_BEFORE = frozenset("seiner ihrer seinen ihren seinem ihrem".split())
_REPORTED = frozenset("sei habe seien hätten werde".split())
_ARTICLES = frozenset("der die das ein eine".split())
_IT_IS_TOLD = (("dem", "vernehmen", "nach"),)
_PHRASES_BEGIN = frozenset({"demnach", "dem", "zufolge", "nach", *_OWN_BEFORE, *(words[0] for words in de.PHRASES)})
_WORDS = frozenset(
    {
        *VERBS,
        *_IT_SAYS,
        *_IT_IS_HEARD,
        "so",
        "nach",
        "zufolge",
        "wonach",
        "demnach",
        *(words[-1] for words in de.PHRASES),
    }
)
WITH_CLAUSE = NOMINAL.union(_STANDS, _FOLLOWS) - _WORDS
"""Lower-case words that are cues only if a clause with "dass" or "ob" depends on them."""
CUES = _WORDS | WITH_CLAUSE
"""Lower-case words; a sentence without any of them has no frame."""


def frames_in(sentence: Sentence, number: int, before: Sequence[Frame]) -> Iterator[Frame]:
    """Yield the frames of a stretch: first those of its verbs, then those of its phrases."""
    frame = _it_says(sentence, number) or _so(sentence, number) or _wonach(sentence, number, before)
    frame = frame or nominal(sentence, number)
    if frame is not None:
        yield frame
    else:
        yield from _verbal(sentence, number, before[-1].speaker if before else NOBODY)
    yield from _phrases(sentence, number)


def _verbal(sentence: Sentence, number: int, earlier: Speaker) -> Iterator[Frame]:
    """Yield the frames of a stretch's speech verbs."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    if tokens[stretch.first].low == "wie" and tokens[min(stretch.first + 1, stretch.last - 1)].low in _HOW_MUCH:
        return  # "wie viele Eltern klagen, …"
    for spoken in speech_verbs(sentence, stretch):
        place, end = _subject(sentence, number, spoken)
        speaker = sentence.speaker(place) if place is not None else earlier
        between = range(sentence.stretch_of(place[0]) + 1 if place is not None else number, number)
        speaker = next(filter(None, (person_within(sentence, n) for n in between)), speaker)
        if place is not None and speaker.name is None:
            bodies = (body_apposed(sentence, place, n) for n in (*between, number + 1))
            speaker = apposed(sentence, number + 1) or next(filter(None, bodies), None) or speaker
            speaker = _publisher(sentence, place, between) or speaker
        if place is None and speaker == NOBODY and not any(token.low == "es" for token in sentence.of(stretch)):
            continue
        speaker = _of_house(sentence, number, place) or speaker
        opens = spoken.place == stretch.first and number > 0 and place is not None and place[0] > spoken.place
        yield verb_frame(
            sentence,
            number,
            spoken.verb,
            Shape.AFTER_CONTENT if opens or tokens[stretch.first].low == "wie" else Shape.BEFORE_CONTENT,
            cue=sentence.place(spoken.cue),
            speaker=speaker,
            place=spoken.cue,
            after=max(end, spoken.place + 1),
        )
        earlier = speaker


def _of_house(sentence: Sentence, number: int, place: TokenRange | None) -> Speaker | None:
    """Return the body where "man" speaks: "Im Rathaus hält man das für falsch"; otherwise None."""
    tokens, first = sentence.tokens, sentence.stretches[number].first
    if place is None or tokens[place[0]].low != "man" or tokens[first].low not in {"im", "in", "bei", "beim"}:
        return None
    end = phrase_end(tokens, first + 1, place[0])
    if end == first + 1 or not body_noun(tokens[first + 1 : end], "de"):
        return None
    return sentence.speaker((first + 1, end))


def _publisher(sentence: Sentence, place: TokenRange, between: range) -> Speaker | None:
    """Return who published a document, as a relative clause says: "Bilder, die der Anbieter Geolux zeigte, belegen"."""
    if not sentence.tokens[place[1] - 1].is_capital:
        return None
    for number in between:
        stretch = sentence.stretches[number]
        words = [token.low for token in sentence.of(stretch) if token.is_word]
        if not words or words[0] not in {"die", "das", "den"} or not words[-1].endswith(_PUBLISHED):
            continue
        first, last = sentence.tokens[stretch.first].start, sentence.tokens[stretch.last - 1].end
        body = next((name for name in sentence.cast.within(first, last) if name.label == "ORG"), None)
        if body is not None:
            return named(body)
    return None


def _subject(sentence: Sentence, number: int, spoken: Spoken) -> tuple[TokenRange | None, int]:
    """Return the subject of a verb (None if it has none), and the token after both verb and subject."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    first, following = stretch.first, spoken.place + 1
    is_last = not any(token.is_capital for token in tokens[max(spoken.cue, spoken.place) + 1 : stretch.last])
    if is_last and tokens[first].low in _HANGING:
        return subject_after(tokens, first + 1, spoken.place), following
    in_front = subject_before(tokens, first, spoken.place)
    speaks = in_front is not None and can_speak(sentence, in_front)
    if (
        not speaks
        and following < stretch.last
        and tokens[following].low in {"er", "sie", "man"}
        and first < spoken.place
    ):
        return (following, following + 1), following + 1  # "die Kosten bezifferte sie auf …"
    before = in_front
    if before is not None:
        behind = speaker_behind(sentence, before, spoken.verb.lemma, following, stretch.last)
        return (before, following) if behind is None else (behind, behind[1])
    apposed_to = _interrupted(sentence, number, spoken.place)
    if apposed_to is not None:
        return apposed_to, following
    if spoken.place > first and tokens[spoken.place - 1].low in _JOINS:
        return subject_before(tokens, first, spoken.place) or _first_subject(sentence, number), following
    after = subject_after(tokens, following, spoken.cue if spoken.cue > spoken.place else stretch.last)
    is_empty = all(token.low in de.CONJUNCTIONS or token.low in de.TIME for token in tokens[first : spoken.place])
    takes = after is not None and _is_object(sentence, spoken, after)
    if is_empty and number > 0 and takes and not sentence.is_quotation(number - 1):
        return _first_subject(sentence, number), following  # "Er lobte den Bau, nannte die Kosten aber zu hoch"
    if is_empty and number > 0 and (after is None or tokens[first].low in de.CONJUNCTIONS):
        return _first_subject(sentence, number), following
    return after, after[1] if after is not None else following


def _is_object(sentence: Sentence, spoken: Spoken, phrase: TokenRange) -> bool:
    """Return whether a phrase after a verb is its object: it names nobody, and the verb may have one."""
    tokens = sentence.tokens[phrase[0] : phrase[1]]
    persons = any(name.label == "PER" for name in sentence.cast.within(tokens[0].start, tokens[-1].end))
    return de.OBJECTS.get(spoken.verb.lemma) == ("",) and not persons and not can_speak(sentence, phrase)


def _interrupted(sentence: Sentence, number: int, verb: int) -> TokenRange | None:
    """Return the subject that begins a sentence if a name or relative clause stands between it and its verb, or None.

    "Der Bürgermeister, Rolf Kern, forderte", "Eva Roth, die das Haus leitet, bestreitet".
    """
    tokens, stretches = sentence.tokens, sentence.stretches
    if number < 2 or verb != stretches[number].first or stretches[number].before != ",":
        return None
    if any(sentence.is_quotation(n) for n in range(number)):
        return None
    first = skip(tokens, stretches[0].first, stretches[0].last, de.CONJUNCTIONS)
    end = phrase_end(tokens, first, stretches[0].last)
    if end == first or end < stretches[0].last or tokens[first].low in PREPOSITIONS:
        return None
    relative = tokens[stretches[1].first].low in de.RELATIVES
    named_between = any((apposed(sentence, 1), person_within(sentence, 1), body_apposed(sentence, (first, end), 1)))
    aged = tokens[stretches[1].first].text.isdigit() and stretches[1].last - stretches[1].first == 1
    return (first, end) if relative or named_between or aged else None


def _first_subject(sentence: Sentence, number: int) -> TokenRange | None:
    """Return the subject of a verb that an apposition or a relative clause separates from it, or None."""
    for stretch in sentence.stretches[:number]:
        place = subject_before(sentence.tokens, stretch.first, stretch.last)
        if place is not None or sentence.tokens[stretch.first].inner is None:
            return place
    return None


def _it_says(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of "heißt es" and its source: "heißt es in einem Schreiben", "aus dem Rathaus hieß es"."""
    if (_IT_SAYS | _IT_IS_HEARD | _STANDS | _FOLLOWS).isdisjoint(sentence.words):
        return None
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    within = range(stretch.first, stretch.last)
    says = (i for i in within if tokens[i].low in _IT_SAYS and any(t.low == "es" for t in tokens[i - 1 : i + 2]))
    cue = next(says, None)
    if cue is None and tokens[stretch.first].low == "aus":  # "aus der Fraktion war zu hören", "aus Berlin verlautete"
        cue = next((i for i in within if tokens[i].low in _IT_IS_HEARD), None)
    if cue is None:
        cue = _stands(sentence, number)
    if cue is None:
        return None
    source, end = phrase_after(tokens, stretch, _PLACES | {"auf"})
    return verb_frame(
        sentence,
        number,
        Verb("heißen"),
        Shape.AFTER_CONTENT if cue == stretch.first and number > 0 else Shape.BEFORE_CONTENT,
        cue=sentence.place(cue),
        speaker=_of_source(sentence, (source, end)) if end > source else _there(sentence),
        place=cue,
        after=stretch.last,
    )


def _stands(sentence: Sentence, number: int) -> int | None:
    """Return the verb of "im Vertrag steht, dass …" or "aus dem Papier geht hervor, dass …", or None."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    if number + 1 >= len(sentence.stretches) or tokens[stretch.first].low not in _PLACES | {"auf"}:
        return None
    following = sentence.stretches[number + 1]
    if following.before != ":" and tokens[following.first].low not in de.INTRODUCERS:
        return None
    last = next((token.low for token in reversed(sentence.of(stretch)) if token.is_word), "")
    verbs = _FOLLOWS if last == "hervor" else _STANDS
    return next((i for i in range(stretch.first, stretch.last) if tokens[i].low in verbs), None)


def _of_source(sentence: Sentence, place: TokenRange) -> Speaker:
    """Return the speaker of "heißt es in …": a body or a document, or the person who gave it, never a role."""
    tokens = sentence.tokens[place[0] : place[1]]
    names = sentence.cast.within(tokens[0].start, tokens[-1].end)
    head = next((token.low for token in tokens if token.is_capital), "")
    if len(names) == 1 and names[0].label == "LOC" and len(tokens) == 1:
        return NOBODY  # "in Berlin heißt es"
    speaks = not head.endswith(_CIRCLES) and (bool(names) or body_noun(tokens, "de") != "")
    return sentence.speaker(place) if speaks else Speaker((tokens[0].start, tokens[-1].end))


def _there(sentence: Sentence) -> Speaker:
    """Return the speaker of "hieß es dort" or "heißt es weiter": the last one, or whom the last sentence is about."""
    context = sentence.context
    if {"dort", "weiter"}.isdisjoint(sentence.words):
        return NOBODY
    subject = sentence.about()
    return context.speaker if context.running or subject.part is None else subject


def _so(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of ", so der Minister" or ", so lautet der Vorwurf", or None."""
    stretch = sentence.stretches[number]
    first = stretch.first
    if sentence.tokens[first].low != "so" or number == 0 or stretch.last - first > _LONGEST_SO:
        return None
    if sentence.tokens[min(first + 1, stretch.last - 1)].low in {"lautet", "lautete"}:
        verb, cue = Verb("lauten"), sentence.place(first + 1)
        return verb_frame(
            sentence, number, verb, Shape.AFTER_CONTENT, cue=cue, speaker=NOBODY, place=first, after=stretch.last
        )
    end = phrase_end(sentence.tokens, first + 1, stretch.last)
    if end == first + 1 or speech_verbs(sentence, stretch):
        return None
    cue, speaker = sentence.place(first), sentence.speaker((first + 1, end))
    return verb_frame(
        sentence, number, Verb("so"), Shape.AFTER_CONTENT, cue=cue, speaker=speaker, place=first, after=stretch.last
    )


def _wonach(sentence: Sentence, number: int, before: Sequence[Frame]) -> Frame | None:
    """Return the frame of a clause with "wonach" and the phrase before it: "ein Gutachten, wonach der Deich hält".

    After a speech verb there is no such frame, since the clause is the content of the verb.
    """
    first = sentence.stretches[number].first
    if sentence.tokens[first].low != "wonach" or number == 0 or any(frame.stretch == number - 1 for frame in before):
        return None
    place = _last_phrase(sentence, number - 1)
    if place is None:
        return None
    names = sentence.cast.within(sentence.tokens[place[0]].start, sentence.tokens[place[1] - 1].end)
    speaker = named(names[-1]) if names else sentence.speaker(place)
    return phrase_frame(number, first, first + 1, sentence.place(first), speaker)


def _last_phrase(sentence: Sentence, number: int) -> TokenRange | None:
    """Return the last noun phrase of a stretch with its modifiers ("einen Bericht von Nordwerk"), or None."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    index, found = stretch.first, None
    while index < stretch.last:
        end = phrase_end(tokens, index, stretch.last)
        if end > index and any(token.is_capital for token in tokens[index:end]):
            found = index, end
        index = max(end, index + 1)
    return found


def _phrases(sentence: Sentence, number: int) -> Iterable[Frame]:
    """Yield the frames of a stretch's phrases, such as "laut Polizei"."""
    stretch = sentence.stretches[number]
    index = stretch.first
    while index < stretch.last:
        begins = sentence.tokens[index].low in _PHRASES_BEGIN
        found = _phrase(sentence, number, index) if begins else None
        if found is not None:
            yield found
        index = found.last if found is not None else index + 1


def _phrase(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of a phrase at a token ("nach Angaben der Polizei", "seiner Ansicht nach"), or None."""
    tokens = sentence.tokens
    low = tuple(token.low for token in tokens[index : index + 4])
    long_cue = tokens[index].start, tokens[min(index + 2, len(tokens) - 1)].end
    if low[:3] in _IT_IS_TOLD:
        return phrase_frame(number, index, index + 3, long_cue, NOBODY)
    if low[0] in _ONE_WORD:
        return _ONE_WORD[low[0]](sentence, number, index)
    if low[0] == "nach" and len(low) > 2 and low[1] in de.OWN and ("nach", low[2]) in de.PHRASES:
        return phrase_frame(number, index, index + 3, long_cue, _own(sentence, index + 1))
    if low[0] == "nach" and len(low) > 1 and low[1].endswith(de.ACCOUNTS) and low[:2] not in de.PHRASES:
        return _of_account(sentence, number, index)
    if low[0] in _OWN_BEFORE and len(low) > 2 and low[2] == "nach":  # "seiner Ansicht nach"
        return phrase_frame(number, index, index + 3, long_cue, sentence.pronoun(index))
    if low[0] == "nach" and len(low) > 2 and tokens[index + 1].is_capital:
        own = _of_genitive(sentence, number, index)
        if own is not None:
            return own
    return _of_words(sentence, number, index)


def _of_words(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of a fixed phrase and its speaker ("laut Polizei", "nach ersten Angaben der Stadt"), or None."""
    tokens, last = sentence.tokens, sentence.stretches[number].last
    low = tuple(token.low for token in tokens[index : index + 4])
    early = len(low) > 2 and low[1] in _EARLY
    plain = (low[0], *low[2:]) if early else low  # "nach ersten Angaben"
    words = next((words for words in de.PHRASES if plain[: len(words)] == words), None)
    if words is None:
        return None
    begin = index + len(words) + early
    dated = after_date(tokens, begin, last)
    if dated > begin:  # "nach Angaben vom Freitag"
        return phrase_frame(number, index, dated, (tokens[index].start, tokens[begin - 1].end), NOBODY)
    if begin < last and tokens[begin].low in {"von", "vom"}:
        begin += 1
    end = phrase_end(tokens, begin, last)
    if end == begin:
        return None
    cue, speaker = (tokens[index].start, tokens[begin - 1].end), sentence.speaker((begin, end))
    opens = index == sentence.stretches[number].first  # then the verb follows the date
    return phrase_frame(number, index, after_date(tokens, end, last) if opens else end, cue, speaker)


def _of_account(sentence: Sentence, number: int, index: int) -> Frame:
    """Return the frame of "nach dpa-Angaben" or "nach Unternehmensangaben", a phrase of two words."""
    tokens, last = sentence.tokens, sentence.stretches[number].last
    end = max(phrase_end(tokens, index + 1, last), index + 2)  # "dpa-Angaben" is not a phrase by itself
    speaker = Speaker((tokens[index + 1].start, tokens[end - 1].end))
    if end == index + 2 and tokens[index + 1].low.startswith(_BODY_BEFORE):
        body = sentence.cast.body_before(tokens[index].start)
        speaker = named(body) if body is not None and body.label == "ORG" else speaker
    return phrase_frame(number, index, end, sentence.place(index), speaker)


def _according(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "demnach" after a claim, with the speaker of that claim, or None."""
    context = sentence.context
    if not context.running or context.speaker == NOBODY or sentence.words & _REPORTED:
        return None
    return phrase_frame(number, index, index + 1, sentence.place(index), context.speaker)


def _of_genitive(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "nach Overaths Worten", where the speaker's name stands before the noun, or None."""
    tokens, last = sentence.tokens, sentence.stretches[number].last
    names = sentence.cast.within(tokens[index + 1].start, tokens[min(index + 3, last - 1)].end)
    if not names or names[0].start != tokens[index + 1].start:
        return None
    place = next((i for i in range(index + 2, last) if tokens[i].start >= names[0].end), last)
    if place >= last or ("nach", tokens[place].low) not in de.PHRASES:
        return None
    return phrase_frame(number, index, place + 1, sentence.place(index), named(names[0]))


def _own(sentence: Sentence, index: int) -> Speaker:
    """Return whom "nach seinen Angaben" refers to; "nach eigenen Angaben" refers to the subject."""
    if sentence.tokens[index].low not in {"eigenen", "eigener", "eigenem"}:
        return sentence.pronoun(index)
    place = _subject_of_own(sentence, index)
    speaker = sentence.speaker(place)
    if speaker.name is not None or (place is not None and body_noun(sentence.tokens[place[0] : place[1]], "de")):
        return speaker
    names = sentence.cast.within(sentence.start, sentence.end)
    if names:
        return named(names[0])
    return speaker if speaker != NOBODY else sentence.context.speaker


def _subject_of_own(sentence: Sentence, index: int) -> TokenRange | None:
    """Return the subject that "nach eigenen Angaben" refers to: before it, or after it if it begins the sentence.

    "Im Mai sammelte die Initiative „Park“ nach eigenen Angaben …"
    """
    tokens = sentence.tokens
    if index < _FEW_WORDS:
        return subject_after(tokens, min(index + 3, len(tokens)), len(tokens))
    before = subject_before(tokens, 0, index)
    behind = (i for i in range(1, index) if tokens[i].low in _ARTICLES and tokens[i - 1].low not in PREPOSITIONS)
    phrases = ((i, end) for i in behind if (end := phrase_end(tokens, i, index)) > i)
    return before or next((phrase for phrase in phrases if can_speak(sentence, phrase)), None)


def _zufolge(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "der Polizei zufolge"; ``index`` is the token of "zufolge"."""
    tokens = sentence.tokens
    if index > sentence.stretches[number].first and tokens[index - 1].low in _DATIVES:  # "ihr zufolge"
        speaker = sentence.speaker((index - 1, index))
        return phrase_frame(number, index - 1, index + 1, sentence.place(index), speaker)
    within = range(sentence.stretches[number].first, index)
    end = next((i for i in within[1:] if after_date(tokens, i, index) == index), index)  # "dem Bericht vom Mai zufolge"
    able = (i for i in within if phrase_end(tokens, i, end) == end and tokens[i].low not in PREPOSITIONS)
    first = next((i for i in able if tokens[i].low not in {"und", "oder"}), None)
    if first is None:
        return None
    begin = first
    if tokens[begin].low in {"angaben", "berichten", "informationen"} and begin + 1 < end:
        begin += 2 if tokens[begin + 1].low in {"von", "vom"} else 1
    return phrase_frame(number, first, index + 1, sentence.place(index), sentence.speaker((begin, end)))


_ONE_WORD = {"demnach": _according, "zufolge": _zufolge}

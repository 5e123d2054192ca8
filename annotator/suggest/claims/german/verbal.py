"""Find the frames of German speech verbs and their subjects: "sagte die Ministerin am Montag"."""

from collections.abc import Iterator

from annotator.suggest.claims.frame_values import NOBODY, Frame, Shape, Speaker
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.phrases import (
    PREPOSITIONS,
    can_speak,
    phrase_end,
    speaker_behind,
    speech_verbs,
    subject_after,
    subject_before,
)
from annotator.suggest.claims.people.pronouns import DEMONSTRATIVES, demonstrated
from annotator.suggest.claims.rare.appositions import apposed, body_apposed, person_within
from annotator.suggest.claims.rules import Spoken, verb_frame
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import TokenRange, skip
from annotator.suggest.claims.speakers import body_noun, named

_JOINS = frozenset("und aber sondern doch".split())
_HOW_MUCH = frozenset("viele viel oft lange hoch groß teuer sehr weit schnell stark schwer gut".split())
_PUBLISHED = ("veröffentlichte", "veröffentlicht", "vorlegte", "vorstellte", "verbreitete", "hat", "herausgab")
_NOBODY = frozenset("alles vieles wer".split())
_OWNERS = frozenset("der des von".split())
_HANGING = de.SUBORDINATORS | {"wie", "dass", "ob"}


def verbal(sentence: Sentence, number: int, earlier: Speaker) -> Iterator[Frame]:
    """Yield the frames of a stretch's speech verbs."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    if tokens[stretch.first].low == "wie" and tokens[min(stretch.first + 1, stretch.last - 1)].low in _HOW_MUCH:
        return  # "wie viele Eltern klagen, …"
    for spoken in speech_verbs(sentence, stretch):
        place, end = _subject(sentence, number, spoken)
        if place is not None and tokens[place[0]].low in _NOBODY:
            continue  # "Wer etwas gesehen hat, wird gebeten, sich zu melden", "Alles deutet darauf hin, dass …"
        speaker = sentence.speaker(place) if place is not None else earlier
        between = range(sentence.stretch_of(place[0]) + 1 if place is not None else number, number)
        speaker = next(filter(None, (person_within(sentence, n) for n in between)), speaker)
        if place is not None and _is_of_other(sentence, place, speaker):
            speaker = _apposed(sentence, number, place, spoken.place) or speaker
        if place is not None and speaker.name is None:
            bodies = (body_apposed(sentence, place, n) for n in (*between, number + 1))
            person = _apposed(sentence, number, place, spoken.place)
            speaker = person or next(filter(None, bodies), None) or speaker
            speaker = _publisher(sentence, place, between) or speaker
        if place is None and speaker == NOBODY and not any(token.low == "es" for token in sentence.of(stretch)):
            continue
        speaker = _of_house(sentence, number, place) or speaker
        opens = spoken.place == stretch.first and number > 0 and place is not None and place[0] > spoken.place
        shape = Shape.AFTER_CONTENT if opens or tokens[stretch.first].low == "wie" else Shape.BEFORE_CONTENT
        after = max(end, spoken.place + 1)
        yield verb_frame(sentence, number, spoken.verb, spoken.cue, speaker, after=after, shape=shape)
        earlier = speaker


def _apposed(sentence: Sentence, number: int, place: TokenRange, verb: int) -> Speaker | None:
    """Return the person named after a verb and its subject: "sagte die Leiterin, Eva Roth"; otherwise None.

    A person with whom the reported words begin does not count: "Ein Rentner sagte, Eva Roth habe gelogen".
    """
    person = apposed(sentence, number + 1) if place[0] > verb else None
    if person is None or person.part is None:
        return None
    end = person.part[1]
    rest = [t for t in sentence.of(sentence.stretches[number + 1]) if t.is_word and t.start >= end]
    return person if not rest or (rest[0].low in PREPOSITIONS and not rest[-1].text.islower()) else None


def _is_of_other(sentence: Sentence, place: TokenRange, speaker: Speaker) -> bool:
    """Return whether a phrase only ends with the speaker's name: "der Sprecher der Verwalterin Eva Roth"."""
    if speaker.name is None or speaker.reference is not None:
        return False
    before = [token.low for token in sentence.tokens[place[0] + 1 : place[1]] if token.end <= speaker.name.start]
    return not _OWNERS.isdisjoint(before)


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
    if spoken.place == first + 1 and number == 0 and _is_demonstrative(sentence):
        return (first, spoken.place), following
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
    apposed_to = interrupted(sentence, number, spoken.place)
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


def _is_demonstrative(sentence: Sentence) -> bool:
    """Return whether a sentence begins with "Der" or "Die" for somebody mentioned before: "Der nannte es Unsinn.".

    If a noun follows, somebody must be named before: "Der forderte Geld.", but also "Die erwähnte Studie".
    """
    first, verb, *following = sentence.tokens[:3]
    if first.low not in DEMONSTRATIVES or not verb.low.endswith("te"):
        return False
    if not following or not following[0].is_capital:
        return True
    place = first.start, first.end
    return demonstrated(sentence.cast, place, first.low, sentence.scene((0, 1))).name is not None


def _is_object(sentence: Sentence, spoken: Spoken, phrase: TokenRange) -> bool:
    """Return whether a phrase after a verb is its object: it names nobody, and the verb may have one."""
    tokens = sentence.tokens[phrase[0] : phrase[1]]
    persons = any(name.label == "PER" for name in sentence.cast.within(tokens[0].start, tokens[-1].end))
    return de.OBJECTS.get(spoken.verb.lemma) == ("",) and not persons and not can_speak(sentence, phrase)


def interrupted(sentence: Sentence, number: int, verb: int) -> TokenRange | None:
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

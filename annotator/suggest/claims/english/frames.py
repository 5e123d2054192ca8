"""English frames: speech verbs before, after or inside the reported words, and phrases such as "according to"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.dependent import dependent, issued, main_subject
from annotator.suggest.claims.english.hearers import past_hearer
from annotator.suggest.claims.english.nominal import CUES as NOMINAL
from annotator.suggest.claims.english.nominal import FEELINGS, nominal
from annotator.suggest.claims.english.phrases import (
    GENITIVE_ENDINGS,
    begins_with_verb,
    is_apposition,
    is_tail,
    is_verbless,
    phrase_end,
    speech_verbs,
    until_finite,
)
from annotator.suggest.claims.english.subjects import is_relative, subject_after, subject_before
from annotator.suggest.claims.frame_values import NOBODY, Frame, Kind, Name, Shape, Speaker
from annotator.suggest.claims.people.genders import FEMALE, MALE, PLURAL, may_be_person
from annotator.suggest.claims.rare.appositions import apposed, body_apposed, person_within
from annotator.suggest.claims.rare.citations import quoted_as
from annotator.suggest.claims.rules import Spoken, phrase_frame, verb_frame
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import TokenRange, skip
from annotator.suggest.claims.speakers import named

_PHRASES = (("according", "to"), *(("in", "the", noun, "of") for noun in ("words", "view", "opinion")))
_PHRASES_BEGIN = frozenset({"by", *(words[0] for words in _PHRASES)})
_POSSESSIVES = frozenset("his her their its".split())
_VIEWS = frozenset("reckoning view opinion words account estimate telling judgment judgement".split())
_LONGEST_OWNER = 6  # tokens of "by the harbour board's"
_CLAUSE_BEGINS = en.DETERMINERS | frozenset("he it she there they we".split())
_BEFORE_VERB = 2  # stretches: "The audit", "by the board"
_BEFORE_DETERMINER = en.PREPOSITIONS | {"and", "or"}
_THINKING = frozenset("agree believe expect fear feel hope suspect".split())
_FINDING = frozenset("find indicate reveal show suggest".split())
_PAPERS = ("audit", "figures", "inquiry", "paper", "poll", "report", "review", "study", "survey")
_PRONOUNS = {"he": MALE, "she": FEMALE, "they": PLURAL}
_CAPTION_REACH = 300  # characters before "it read" in which the notice is named
_CAPTIONED = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z-]+\s+){0,2}?(?:notice|sign|tribute|message"
    r"|note|banner|post|caption|plaque|inscription|placard|poster|leaflet|card|label|headline|slogan|text)\b"
)
_FEW_WORDS = 4
_HAVE = frozenset("had has have".split())
_TIMES = en.WEEKDAYS | {"last", "on", "yesterday"}
_NO_OFFICE = en.AUXILIARIES | en.DETERMINERS | en.PREPOSITIONS - {"of"} | en.PRONOUNS | en.SUBORDINATORS
_JOINING = frozenset(["and", "but"])
_BEFORE_SUBJECT = en.CONJUNCTIONS | en.LINKING
_PHRASE_CUES = _VIEWS.union(words[-2] for words in _PHRASES)
_WORDS = _PHRASE_CUES.union(en.VERBS, en.GERUNDS, ["quoted"])
WITH_THAT = NOMINAL - FEELINGS - _WORDS
"""Lower-case words that are cues only before "that"."""
CUES = _WORDS | NOMINAL
"""Lower-case words; a sentence without any of them has no frame."""


def frames_in(sentence: Sentence, number: int, before: Sequence[Frame]) -> Iterable[Frame]:
    """Return the frame of a phrase such as "according to" in a stretch, else the frames of its speech verbs."""
    phrase = _phrase(sentence, number)
    if phrase is not None:
        return [phrase]
    citing = quoted_as(sentence, number)
    if citing is not None:
        return [citing]
    found = list(_verbal(sentence, number, before))
    frame = nominal(sentence, number) or issued(sentence, number) if not found else None
    return found if frame is None else [frame]


def _verbal(sentence: Sentence, number: int, before: Sequence[Frame]) -> Iterator[Frame]:
    """Yield the frames of a stretch's speech verbs, but not of speech that the reported words mention."""
    earlier = next((frame.speaker for frame in reversed(before) if frame.speaker != NOBODY), NOBODY)
    leaning = dependent(sentence, number, earlier)
    if leaning is not None:
        yield leaning
        return
    inside = False
    verb = before[-1].verb if before else -1
    for spoken in speech_verbs(sentence, sentence.stretches[number]):
        coordinated = _is_coordinated(sentence, number, spoken)
        if (inside and not coordinated) or (coordinated and _goes_on(sentence, verb, spoken)):
            continue  # reported speech may mention speech: "said the club had told members"
        frame = _frame(sentence, number, spoken, earlier)
        if frame.speaker != NOBODY:
            yield frame
            earlier = frame.speaker
            inside, verb = True, spoken.cue


def _goes_on(sentence: Sentence, reporting: int, spoken: Spoken) -> bool:
    """Return whether a verb goes on with the words reported by another: "said it had tested it and had found nothing".

    It is in the perfect like their verb, while the reporting verb is not. ``reporting`` is that verb's token, or -1.
    """
    tokens, first = sentence.tokens, reporting + 1
    perfect = {token.low for token in tokens[spoken.place : spoken.cue]} & _HAVE
    reported = {token.low for token in tokens[first : spoken.place]}
    before = {token.low for token in tokens[max(0, reporting - 2) : reporting]}
    return reporting >= 0 and not perfect.isdisjoint(reported) and perfect.isdisjoint(before)


def _is_coordinated(sentence: Sentence, number: int, spoken: Spoken) -> bool:
    first = sentence.stretches[number].first
    return spoken.place > first and sentence.tokens[spoken.place - 1].low in {"and", "but"}


def _frame(sentence: Sentence, number: int, spoken: Spoken, earlier: Speaker) -> Frame:
    """Return the frame of a speech verb; its speaker is `NOBODY` if none is found."""
    tokens, stretch, verb = sentence.tokens, sentence.stretches[number], spoken.verb
    start = stretch.first + sentence.closes_quote(stretch.first)  # "It was “a joke,” | said Ann Lee"
    begins = all(t.low in en.CONJUNCTIONS for t in tokens[start : spoken.place])
    cue_end = _cue_end(sentence, number, spoken)
    after = spoken.cue + (2 if verb.lemma in en.PARTICLES else 1)
    alone = begins and _is_without_hearer(sentence, number, spoken)
    if not (begins and sentence.is_quotation(number - 1)) and not alone:
        after = past_hearer(tokens, verb.lemma, after, stretch.last)
    cue = tokens[spoken.cue].start, tokens[cue_end].end
    frame = verb_frame(sentence, number, verb, spoken.cue, earlier, after=after, cue=cue)
    if verb.unclear:
        frame = frame._replace(unclear=True)
    if verb.lemma == "call" and cue_end == spoken.cue:
        frame = frame._replace(kind=Kind.OPINION)  # "called it absurd"; "called for" is a demand
    if begins and _is_attribute(sentence, number, after):
        return frame._replace(speaker=NOBODY)
    if _is_coordinated(sentence, number, spoken) and earlier != NOBODY:
        return frame
    return _begun(sentence, frame, told=verb.told and not alone) if begins else _behind_subject(sentence, frame, spoken)


def _is_attribute(sentence: Sentence, number: int, after: int) -> bool:
    """Return whether a verb after a comma only describes a subject: "the quota, agreed in May, is fair"."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    if number == 0 or number + 1 >= len(sentence.stretches) or sentence.is_quotation(number - 1):
        return False
    goes_on = tokens[sentence.stretches[number + 1].first].low in en.AUXILIARIES
    said = any(token.low == "said" for token in tokens[stretch.first : after])
    return stretch.before == "," and goes_on and not said and is_tail(tokens, after, stretch.last)


def _cue_end(sentence: Sentence, number: int, spoken: Spoken) -> int:
    """Return the last token of a verb's cue, which includes a particle: "ruled out", "called for"."""
    following, lemma = spoken.cue + 1, spoken.verb.lemma
    calls = lemma == "call" and following < sentence.stretches[number].last
    if lemma in en.PARTICLES or (calls and sentence.tokens[following].low in {"for", "on"}):
        return following
    return spoken.cue


def _issuer(sentence: Sentence, number: int) -> Speaker | None:
    """Return who made the paper that speaks: "The audit, by the Harbour Board, | describes …"; otherwise None."""
    tokens, stretches = sentence.tokens, sentence.stretches
    if number != _BEFORE_VERB or [stretch.before for stretch in stretches[1:3]] != [",", ","]:
        return None
    by, noun = stretches[1], tokens[stretches[0].last - 1].low
    if tokens[by.first].low not in {"by", "from"} or not noun.endswith(_PAPERS):
        return None
    names = sentence.cast.within(tokens[by.first].start, tokens[by.last - 1].end)
    able = names and names[0].label != "LOC" and names[0].end == tokens[by.last - 1].end  # not "the report, from Leeds"
    return named(names[0]) if able else None


def _begun(sentence: Sentence, frame: Frame, *, told: bool) -> Frame:
    """Complete the frame of a stretch that begins with its verb: an inverted clause, or one after an apposition."""
    tokens, number, last = sentence.tokens, frame.stretch, frame.last
    issuer = _issuer(sentence, number)
    if issuer is not None:
        return frame._replace(speaker=issuer)
    quoted = sentence.is_quotation(number - 1)
    relative = number > 0 and tokens[sentence.stretches[number - 1].first].low in en.RELATIVES
    inverts = number > 0 and not relative and (quoted or not told) and not _more_follows(sentence, number)
    inverts = inverts and not _follows_apposition(sentence, number)
    takes = not quoted and frame.lemma in en.OBJECTS and _first_subject(sentence, number) is not None
    present = tokens[frame.verb].low == frame.lemma  # "…, say scientists at …", but not ", said members of …"
    several = present and frame.after < last and _are_people([tokens[frame.after].low])
    bare = quoted or several or sentence.is_headline or _after_office(sentence, frame.after, last) > frame.after
    place = subject_after(tokens, frame.after, last, bare=bare) if inverts and not takes else None
    if place is not None:
        frame = frame._replace(shape=Shape.AFTER_CONTENT, after=place[1])
        person = apposed(sentence, number + 1, marked=True)
    else:
        place = _first_subject(sentence, number)
        since = _after_quotation(sentence, number)
        nearest = range(number - 1, since - 1, -1)
        person = next(filter(None, (apposed(sentence, n, marked=True) for n in nearest)), None)
        if place is not None and is_tail(tokens, frame.after, last):
            if since > 0:
                frame = frame._replace(shape=Shape.AFTER_CONTENT, begin=since)
            elif place[0] > 0 and not _more_follows(sentence, number):
                frame = frame._replace(shape=Shape.AFTER_CONTENT, begin=sentence.stretch_of(place[0]), first=place[0])
        if person is None and place is not None:
            between = range(sentence.stretch_of(place[0]) + 1, number)
            each = (person_within(sentence, n) or body_apposed(sentence, place, n) for n in between)
            person = next(filter(None, each), None)
    speaker = person or sentence.speaker(place)
    return frame._replace(speaker=speaker) if speaker != NOBODY else frame


def _after_office(sentence: Sentence, first: int, last: int) -> int:
    """Return where a person's name begins after an office without an article, else ``first``: "treasurer | Ann Lee"."""
    name = next((i for i in range(first, last) if sentence.tokens[i].is_capital), first)
    is_office = all(token.is_word and token.low not in _NO_OFFICE for token in sentence.tokens[first:name])
    return name if is_office and _person_at(sentence, name, last) is not None else first


def _person_at(sentence: Sentence, first: int, last: int) -> Name | None:
    """Return the person whose name begins at a token, or None."""
    names = sentence.cast.within(sentence.tokens[first].start, sentence.tokens[last - 1].end) if first < last else []
    is_person = names and names[0].label == "PER" and names[0].start == sentence.tokens[first].start
    return names[0] if is_person else None


def _is_without_hearer(sentence: Sentence, number: int, spoken: Spoken) -> bool:
    """Return whether the person after "warned" warns, as only a time follows: "…, warned Ann Lee on Monday"."""
    if spoken.verb.lemma != "warn" or _follows_apposition(sentence, number):
        return False
    last = sentence.stretches[number].last
    first = _after_office(sentence, spoken.cue + 1, last)
    person = _person_at(sentence, first, last)
    if person is None:
        return False
    after = next((token for token in sentence.tokens[first:last] if token.start >= person.end), None)
    return after is None or not after.is_word or after.low in _TIMES


def _follows_apposition(sentence: Sentence, number: int) -> bool:
    """Return whether nothing but a subject and its apposition precedes a stretch: "Its director, Ann Lee, | said …"."""
    between, place = range(1, number), _first_subject(sentence, number)
    if not between or place is None or place[1] != sentence.stretches[0].last:
        return False
    if until_finite(sentence.tokens, *place) < place[1]:
        return False
    person = _person_at(sentence, *place)
    is_name = person is not None and person.end == sentence.tokens[place[1] - 1].end
    if is_name and all(not sentence.is_quotation(n) and is_verbless(sentence, n) for n in between):
        return True  # "Ann Lee, 40, from Leeds, | said …"
    return all(
        apposed(sentence, n, marked=True)
        or person_within(sentence, n)
        or body_apposed(sentence, place, n)
        or is_apposition(sentence, n)
        for n in between
    )


def _behind_subject(sentence: Sentence, frame: Frame, spoken: Spoken) -> Frame:
    """Complete the frame of a verb that follows its subject; without a subject the speaker is `NOBODY`."""
    place = subject_before(sentence.tokens, frame.first, spoken.place)
    if place is None:
        return frame._replace(speaker=NOBODY)
    number, after = frame.stretch, frame.after
    place = _with_seat(sentence, number, place)
    if number > 0 and begins_with_verb(sentence.tokens, place):
        return frame._replace(speaker=main_subject(sentence, number))
    ends = _is_end(sentence, number, after, frame.last) and not _more_follows(sentence, number)
    speaker = _of_caption(sentence, place) if frame.lemma == "read" else sentence.speaker(place)
    if number > 0 and place[1] - place[0] == 1 and _is_same(sentence, place[0], frame.speaker):
        speaker = frame.speaker  # "A spokesman said the plan was sound, although he stressed …"
    frame = frame._replace(speaker=speaker)
    pronoun = sentence.tokens[place[0]].low in en.PRONOUNS  # "…, she reports"
    plain = not frame.only_clause or pronoun or may_end(sentence, frame)
    said = sentence.is_quotation(number - 1) or sentence.is_headline or plain
    takes_object = after < frame.last and sentence.tokens[after].low in en.OBJECTS.get(frame.lemma, ())
    if is_relative(sentence.tokens, place, frame.first) or not (number > 0 and ends and said and not takes_object):
        return frame
    if sentence.tokens[frame.first].low in _JOINING and not sentence.is_quotation(number - 1):
        return frame._replace(after=frame.last)  # "She was tired, and he told her about the cost"
    return frame._replace(shape=Shape.AFTER_CONTENT)


def _with_seat(sentence: Sentence, number: int, place: TokenRange) -> TokenRange:
    """Return a subject with the town before its comma: "The Salem, | Oregon-based company"."""
    tokens, begin = sentence.tokens, sentence.stretches[number - 1].first if number > 0 else 0
    based = place[0] == sentence.stretches[number].first and tokens[place[0]].low.endswith("-based")
    able = based and number > 0 and tokens[begin].low in {"a", "an", "the"} and is_verbless(sentence, number - 1)
    return (begin, place[1]) if able else place


def may_end(sentence: Sentence, frame: Frame) -> bool:
    """Return whether a verb that usually precedes its words may follow them.

    Its subject is a name, a paper or a few people: "…, Royle recalled", "…, a survey found", "…, experts agree".
    """
    if frame.lemma in en.AFTERWARDS and frame.speaker.name is not None:
        return True
    subject = [token.low for token in sentence.tokens[frame.first : frame.verb]]
    if frame.lemma in _FINDING and (any(low.endswith(_PAPERS) for low in subject) or _are_people(subject)):
        return True
    words = [token for token in sentence.tokens[frame.verb :] if token.is_word]
    alone = len(words) == 1 and 0 < len(subject) <= _FEW_WORDS
    return frame.lemma in _THINKING and alone and subject[-1].endswith("s")


def _are_people(subject: Sequence[str]) -> bool:
    """Return whether a subject begins with people: "researchers at the institute", "the scientists"."""
    return any(low.endswith("s") and may_be_person(low.removesuffix("s")) for low in subject[:2])


_OBJECTS = {"she": "her", "he": "him", "they": "them"}


def _is_same(sentence: Sentence, pronoun: int, earlier: Speaker) -> bool:
    """Return whether a pronoun may mean an unnamed speaker earlier in its sentence."""
    wanted = _PRONOUNS.get(sentence.tokens[pronoun].low, 0)
    if not wanted or earlier.part is None or earlier.name is not None:
        return False
    heard = {token.low for token in sentence.tokens[:pronoun] if token.start >= earlier.part[1]}
    if _OBJECTS.get(sentence.tokens[pronoun].low) in heard:
        return False  # "When an officer asked her to move, she said …"
    return bool(sentence.cast.genders.of_phrase(sentence.text[earlier.part[0] : earlier.part[1]]) & wanted)


def _of_caption(sentence: Sentence, place: TokenRange) -> Speaker:
    """Return the speaker of "it read": the notice or message that was mentioned last, or whom "it" means."""
    if sentence.tokens[place[0]].low != "it":
        return sentence.speaker(place)
    since = max(0, sentence.start - _CAPTION_REACH)
    found = list(_CAPTIONED.finditer(sentence.text, since, sentence.start))
    if found:
        return Speaker(found[-1].span())
    return sentence.context.speaker if sentence.context.running else sentence.speaker(place)


def _is_end(sentence: Sentence, number: int, first: int, last: int) -> bool:
    """Return whether no reported words follow.

    Circumstances ("on Monday") may follow, and after a quotation a few words without a verb.
    """
    if is_tail(sentence.tokens, first, last):
        return True
    rest = [token.low for token in sentence.tokens[first:last]]
    few = sentence.is_quotation(number - 1) and len(rest) <= _FEW_WORDS
    return few and en.AUXILIARIES.isdisjoint(rest) and "that" not in rest


def _after_quotation(sentence: Sentence, number: int) -> int:
    """Return the number of the stretch that follows the last quotation before a stretch, 0 without a quotation."""
    return next((n + 1 for n in range(number - 1, -1, -1) if sentence.is_quotation(n)), 0)


def _more_follows(sentence: Sentence, number: int) -> bool:
    """Return whether the reported words follow the verb's stretch instead of preceding it."""
    if number + 1 >= len(sentence.stretches) or sentence.is_quotation(number - 1):
        return False
    return sentence.stretches[number + 1].before == ":" or sentence.is_quotation(number + 1)


def _first_subject(sentence: Sentence, number: int) -> TokenRange | None:
    """Return the subject of a verb that an apposition or a relative clause separates from it, or None."""
    tokens = sentence.tokens
    for stretch in sentence.stretches[_after_quotation(sentence, number) : number]:
        first = skip(tokens, stretch.first, stretch.last, _BEFORE_SUBJECT)
        end = phrase_end(tokens, first, stretch.last)
        if end == stretch.last and end > first and tokens[first].low not in en.PREPOSITIONS:
            return first, until_finite(tokens, first, end) if sentence.is_headline else end
    return None


def _own(sentence: Sentence, number: int, index: int) -> Frame | None:
    """Return the frame of "in her view", "by his own account" or "by the board's estimate" at a token, or None."""
    tokens, last = sentence.tokens, sentence.stretches[number].last
    reach = range(index + 1, min(index + _LONGEST_OWNER, last))
    owner = next((i for i in reach if tokens[i].low in _POSSESSIVES or tokens[i].low.endswith(GENITIVE_ENDINGS)), last)
    place = owner + (2 if owner + 1 < last and tokens[owner + 1].low == "own" else 1)
    if place >= last or tokens[place].low not in _VIEWS:
        return None
    cue = tokens[index].start, tokens[place].end
    if tokens[owner].low in _POSSESSIVES:
        return phrase_frame(number, index, place + 1, cue, sentence.pronoun(owner)) if owner == index + 1 else None
    if tokens[place].low == "account" and place == owner + 1:
        return None  # "in the club's account"
    speaker = sentence.speaker((index + 1, owner + 1))
    part = speaker.part
    if speaker.name is None and part is not None and sentence.text.endswith(GENITIVE_ENDINGS, *part):
        speaker = Speaker((part[0], part[1] - 2))
    return phrase_frame(number, index, place + 1, cue, speaker)


def _before_clause(sentence: Sentence, number: int, first: int, end: int) -> int:
    """Return where a phrase ends if a clause follows it without a comma: "the memo | it costs more to rebuild".

    A determiner begins a clause, but not after "and" or a preposition: "Ann Lee | the pool leaks", "Lee and the board".
    """
    ends = end == sentence.stretches[number].last and number + 1 < len(sentence.stretches)
    if ends or first > sentence.stretches[0].first + 2:
        return end
    subjects = (i for i in range(first + 2, end) if sentence.tokens[i].low in _CLAUSE_BEGINS)
    return next((i for i in subjects if sentence.tokens[i - 1].low not in _BEFORE_DETERMINER), end)


def _phrase(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of "according to police", "in the words of Ann Lee" or "in her view", or None."""
    if _PHRASE_CUES.isdisjoint(sentence.words):
        return None
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    for index in range(stretch.first, stretch.last):
        if tokens[index].low not in _PHRASES_BEGIN:
            continue
        own = _own(sentence, number, index)
        if own is not None:
            return own
        low = tuple(token.low for token in tokens[index : index + 4])
        words = next((words for words in _PHRASES if low[: len(words)] == words), None)
        if words is not None:
            begin = index + len(words)
            end = phrase_end(tokens, begin, stretch.last)
            if end == begin:
                return None
            end = _before_clause(sentence, number, begin, end)
            last = stretch.last if is_tail(tokens, end, stretch.last) else end
            cue = tokens[index].start, tokens[begin - 1].end
            person = None
            if end == stretch.last and number + 1 < len(sentence.stretches):  # "the developer, Castleway"
                alone = is_verbless(sentence, number + 1)
                person = apposed(sentence, number + 1, marked=True) if alone else None
                person = person or body_apposed(sentence, (begin, end), number + 1)
            return phrase_frame(number, index, last, cue, person or sentence.speaker((begin, end)))
    return None

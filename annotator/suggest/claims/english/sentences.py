"""Building the claims of English sentences from their frames."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from annotator.suggest.claims.english import frames, intention
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.dependent import ASKED, contrasts
from annotator.suggest.claims.english.objects import SHOWING, WITH_NAME, is_refusal, object_of, ordered, shown
from annotator.suggest.claims.english.phrases import is_tail, is_verb, phrase_end, speech_verbs
from annotator.suggest.claims.english.subjects import last_phrase
from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Frame, Kind, Rule, Shape, Speaker
from annotator.suggest.claims.people.descriptions import head_of
from annotator.suggest.claims.people.genders import may_be_person
from annotator.suggest.claims.rare.appositions import after_apposition, is_named_at
from annotator.suggest.claims.rare.denials import affirmed, end_of_denial
from annotator.suggest.claims.rare.gapped import with_gapped
from annotator.suggest.claims.rare.past_promises import is_past_promise
from annotator.suggest.claims.rare.short_acts import without_short
from annotator.suggest.claims.rules import Grammar, Parts, framed, intentions, quoted, reported
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import QUOTES, Token
from annotator.suggest.claims.speakers import body_noun

_CUES = (frames.CUES - frames.WITH_THAT) | intention.CUES
_INTENTION_CUES = intention.CUES | intention.IS
_INTRODUCERS = frozenset("that whether if".split())
_QUESTION_WORDS = frozenset("who what when where why how which".split())
_MOST_POINTING = 2  # words of "that pain", which is no clause
_LONGEST_DURATION = 3  # words of "for many years"
_THINKING = frozenset("believe feel think hope fear suspect doubt expect find guess calculate agree reveal".split())
_CLAIM_NOUNS = frozenset("claim claims figure figures allegation allegations accusation accusations account".split())
_NO_SUBJECT = en.PREPOSITIONS | en.CONJUNCTIONS | en.ADVERBS
_OCCASIONS = frozenset(
    "blog briefing call conference email interview letter note post release request speech statement tweet".split()
)
_CONTRACTED = ("'d", "'ll", "'re", "'ve")
_SINGULARS = frozenset("he it she that this".split())
_NO_CLAUSE_BEGINS = frozenset("about as because nothing so".split())
_NO_PLURALS = en.AUXILIARIES | en.DETERMINERS | en.SUBORDINATORS | frozenset("always listeners sometimes us".split())
_NO_VERBS = en.PREPOSITIONS | en.CONJUNCTIONS | en.DETERMINERS
_FEWEST_OF_PLURAL = 4  # words of "prices follow the market"
_MOST_BEFORE_THAT = 6  # tokens between a verb and its "that", unless they only give time or place
_NO_ANTECEDENTS = en.ADVERBS | en.WEEKDAYS | en.PREPOSITIONS | {"reporters", "journalists"}
_BEFORE_CLAUSE = en.WEEKDAYS | {"on", "yesterday", "today"}
_BEFORE_VERB = en.ADVERBS | {"and", "but"}
_HEADLINE_SPEAKERS = frozenset(
    "boss campaigners charity chief coach council court doctors expert experts government mayor minister"
    " ministers officials pm police poll president regulator report researchers residents review scientists"
    " study survey union watchdog".split()
)


def is_quiet(words: Collection[str]) -> bool:
    """Return whether a sentence with these lower-case words has no claim, unless it is a headline with a colon."""
    if not _CUES.isdisjoint(words) or ("that" in words and not frames.WITH_THAT.isdisjoint(words)):
        return False
    return "to" not in words or intention.IS.isdisjoint(words)


def _around(sentence: Sentence, frame: Frame, parts: Parts, free: int) -> Parts:
    """Return the parts before and after a phrase that are its claim, without words about the speaker."""
    del free
    if parts[1] is None or (parts[0] is not None and is_tail(sentence.tokens, frame.last, len(sentence.tokens))):
        return parts[:1]
    end = _leaning(sentence, frame.last, sentence.token_from(parts[1][1]))
    begin = after_apposition(sentence, frame)
    following = next((s for s in sentence.stretches if s.first >= frame.last), None)
    is_clause = following is not None and sentence.tokens[following.first].low in en.RELATIVES
    goes_on = begin < end and sentence.tokens[begin].low in en.AUXILIARIES
    if parts[0] is not None and is_clause and not goes_on:
        return parts[:1]  # "…, according to the union, which wants more"
    return [parts[0], sentence.part(begin, end) if begin < end or parts[0] is not None else parts[1]]


def _leaning(sentence: Sentence, first: int, last: int) -> int:
    """Return where a claim ends because a participle begins another one: "the cut was fair | , adding that …"."""
    tokens = sentence.tokens
    begins = (s.first for s in sentence.stretches if first < s.first < last - 1 and s.before == ",")
    return next((i for i in begins if tokens[i].low in en.GERUNDS and tokens[i + 1].low == "that"), last)


def _heard(sentence: Sentence, frame: Frame) -> Frame:
    """Return a frame, without its speaker if that only hears: "a court heard", in a headline also "town told …"."""
    told = frame.lemma == "tell" and sentence.is_headline and frame.after < len(sentence.tokens)
    told = told and frame.speaker.name is None and sentence.tokens[-1].text != "."
    passive = told and not sentence.tokens[frame.after - 1].is_capital and frame.shape is Shape.BEFORE_CONTENT
    return frame._replace(speaker=NOBODY) if frame.lemma == "hear" or passive else frame


def _before(sentence: Sentence, frame: Frame, free: int) -> list[Found]:
    """Return the claim whose words precede the frame (", the mayor said"), with their continuation after it."""
    frame = _heard(sentence, frame)
    pronoun = frame.first < frame.verb and sentence.tokens[frame.first].low in en.PRONOUNS  # "…, she reports"
    told = frames.may_end(sentence, frame)
    if frame.only_clause and not pronoun and not told and not (sentence.is_headline and _speaks(sentence, frame)):
        return []
    rest = None
    number = frame.stretch + 1 + is_named_at(sentence, frame.speaker, frame.stretch + 1)
    if number < len(sentence.stretches) and not is_tail(sentence.tokens, frame.last, len(sentence.tokens)):
        following = sentence.stretches[number]
        low = sentence.tokens[following.first].low
        leads = low in en.SUBORDINATORS and not contrasts(sentence, following)
        if following.before == "," and not leads and not low.endswith("ing"):
            end = _leaning(sentence, following.first, len(sentence.tokens))
            begin = max(following.first, after_apposition(sentence, frame))
            rest = sentence.part(begin, end, en.CONJUNCTIONS)
    return reported(sentence, frame, sentence.part(free, frame.first, en.LINKING), rest)


def _speaks(sentence: Sentence, frame: Frame) -> bool:
    """Return whether a headline's words behind its verb may speak: "Port shuts, fears union", not "…, signals cut"."""
    tokens, first = sentence.tokens, sentence.stretches[frame.stretch].first
    if frame.speaker.name is not None or not first == frame.first == frame.verb:
        return True
    phrase = tokens[frame.verb + 1 : frame.after]
    words = [token for token in phrase if token.is_word]
    head = head_of(words, "en") if words else None
    if head is None:
        return False
    known = head.low in _HEADLINE_SPEAKERS or head.low in SHOWING
    return known or may_be_person(head.low.removesuffix("s")) or body_noun(phrase, "en") != ""


def _after(sentence: Sentence, frame: Frame, following: Frame | None) -> list[Found]:
    """Return the claim whose words follow the frame, up to the next frame."""
    frame, last = _heard(sentence, frame), len(sentence.tokens)
    if is_past_promise(sentence, frame, following):
        return []
    asked = frame.lemma == "ask" and (frame.speaker == NOBODY or sentence.tokens[frame.first].low in ASKED)
    if asked or sentence.tokens[frame.first].low in {"who", "which"}:
        last = frame.last  # "Asked whether she would resign, she laughed"
    if following is not None and following.shape is not Shape.PHRASE and not _is_content(sentence, frame, following):
        last = min(last, _until(sentence, frame, following))
    colon = end_of_denial(sentence, frame, last)
    found = _content(sentence, frame, colon)
    own = affirmed(sentence, frame, colon, last, tells=bool(found) or not frame.only_clause)
    return [*found, *own] or _looks_back(sentence, frame)


def _is_content(sentence: Sentence, frame: Frame, following: Frame) -> bool:
    """Return whether the next frame's verb is part of the reported words: "disagrees: his model shows a loss"."""
    number = frame.stretch + 1
    begins = number < len(sentence.stretches) and sentence.stretches[number].before == ":" and not frame.only_clause
    common = following.stretch > frame.stretch and following.only_clause and following.shape is Shape.BEFORE_CONTENT
    return begins and common and not _after(sentence, following, None)


def _until(sentence: Sentence, frame: Frame, following: Frame) -> int:
    """Return where a frame's content ends because the next frame begins."""
    if following.stretch > frame.stretch:
        return sentence.stretches[following.stretch].first
    place = following.verb
    while place > frame.after and sentence.tokens[place - 1].low in _BEFORE_VERB:
        place -= 1
    return place


def _content(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Return the claim after the verb: a quotation, a clause with or without "that", or an object."""
    tokens, stretches = sentence.tokens, sentence.stretches
    number, first = frame.stretch + 1, frame.after
    has_next = number < len(stretches) and stretches[number].first < last
    if has_next and sentence.is_quotation(number) and is_tail(tokens, first, frame.last):
        if frame.only_clause and stretches[number].before != ":":
            return []
        own = first < frame.last and tokens[first].low in en.OBJECTS.get(frame.lemma, ())  # "called for calm: “…”"
        return quoted(sentence, frame._replace(kind=None) if own else frame, sentence.inner(number))
    if has_next and stretches[number].before == ":" and not frame.only_clause:
        return reported(sentence, frame, sentence.part(stretches[number].first, last))
    gerund = first < last and tokens[first].low.endswith("ing")
    indefinite = frame.lemma == "deny" and first < last and tokens[first].low in {"a", "an"}  # "denied a leak"
    if frame.refutes and not gerund and not indefinite and len(_object_words(sentence, frame)) <= 2:
        return []  # "disputes that figure": the disputed claim is in the previous sentence
    found = ordered(sentence, frame, last) or shown(sentence, frame, last)
    if found:
        return found
    that = _introducer(sentence, frame, last)
    if that is not None:
        able = _has_content(sentence, that + 1, last) and not _points(sentence, that, last)
        return _clause(sentence, _asked_for(sentence, frame, that - 1), that + 1, last) if able else []
    if frame.kind is Kind.QUESTION and first < last and tokens[first].low in _QUESTION_WORDS:
        return _clause(sentence, frame, first, last) if first + 1 < last else []  # "asked why"
    if is_refusal(sentence, frame, first, last):
        return []
    found = object_of(sentence, frame, first, last) if frame.lemma in en.OBJECTS else []
    is_object = bool(found)
    found = with_gapped(sentence, frame, without_short(sentence.text, frame, found), last)
    if is_object or (frame.only_clause and frame.lemma not in _THINKING):
        return found
    return _bare_clause(sentence, frame, first, last)


def _introducer(sentence: Sentence, frame: Frame, last: int) -> int | None:
    """Return the "that", "whether" or "if" with which the reported clause begins, or None.

    A hearer, a time or a place may stand before it: "said at a meeting in Leeds | that".
    """
    tokens, first = sentence.tokens, frame.after
    reach = range(first + (frame.lemma in WITH_NAME), min(frame.last, last))  # "called that answer shameless"
    place = next((i for i in reach if tokens[i].low in _INTRODUCERS), None)
    if place is None or any(token.low in en.AUXILIARIES for token in tokens[first:place]):
        return None
    tells = tokens[place - 1].low in en.VERBS or all(token.low != "to" for token in tokens[first:place])
    if place - first > _MOST_BEFORE_THAT and not (tells and is_tail(tokens, first, place)):
        return None
    asks = frame.kind is Kind.QUESTION or frame.unclear or frame.refutes
    if place > first and ((tokens[place].low == "if" and not asks) or _is_relative(tokens, place, last)):
        return None  # "said she would come if it rained", "reported sales that missed forecasts"
    return place


def _is_relative(tokens: Sequence[Token], that: int, last: int) -> bool:
    """Return whether "that" is the subject of a relative clause or stands for a fact: "sales that | missed targets"."""
    if tokens[that].low != "that" or that + 1 >= last or not is_verb(tokens[that + 1]):
        return False
    before = tokens[that - 1]
    return before.is_word and not before.is_capital and before.low not in _NO_ANTECEDENTS


def _asked_for(sentence: Sentence, frame: Frame, before: int) -> Frame:
    """Return a frame, with whoever made a refused request as its speaker: "denied a motion from Lee asking that"."""
    tokens, low = sentence.tokens, sentence.tokens[before].low
    verb = en.GERUNDS.get(low) or (en.VERBS.get(low) if low.endswith("ing") else None)
    if verb is None or not frame.refutes or before <= frame.after:
        return frame
    speaker = sentence.speaker((last_phrase(tokens, frame.after, before), before))
    cue, kind = sentence.place(before), Kind.DEMAND if verb.lemma == "ask" else verb.kind
    return frame._replace(speaker=speaker, cue=cue, lemma=verb.lemma, kind=kind, refutes=False)


def _has_content(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether the tokens can be a claim, not only its time or place: "confirmed that | in a statement"."""
    low = [token.low for token in sentence.tokens[first:last] if token.is_word]
    told = bool(low) and (low[-1] in en.WEEKDAYS or low[-1] in _OCCASIONS) and not any(map(_is_verbal, low))
    return not (told and is_tail(sentence.tokens, first, last))


def _points(sentence: Sentence, that: int, last: int) -> bool:
    """Return whether "that" only points at something, without a clause: "felt that way, too", "felt that pain"."""
    tokens = sentence.tokens[that:last]
    low = [token.low for token in tokens if token.is_word]
    if low[0] != "that" or any(token.inner is not None for token in tokens):
        return False
    return low[1:2] == ["way"] or len(low) <= _MOST_POINTING


def _clause(sentence: Sentence, frame: Frame, first: int, last: int) -> list[Found]:
    """Return the claim of a clause that begins at a token; a clause that is a quotation is direct speech."""
    return reported(sentence, frame, sentence.part(first, last))


def _bare_clause(sentence: Sentence, frame: Frame, first: int, last: int) -> list[Found]:
    """Return the claim of a clause without "that", which must have its own verb."""
    tokens = sentence.tokens
    while (
        first < last
        and tokens[first].inner is None
        and (tokens[first].low in _BEFORE_CLAUSE or not (tokens[first].is_word or tokens[first].text in QUOTES))
    ):
        first += 1
    first = _after_occasion(sentence, frame, first, last)
    low = [token.low for token in tokens[first:last] if token.is_word]
    if not low or (low[0] == "for" and len(low) <= _LONGEST_DURATION):
        return []
    kept = frame.lemma == "maintain" and _is_object_first(tokens[first:last])
    if kept or not _has_content(sentence, first, last):
        return []
    helped = not en.AUXILIARIES.isdisjoint(low[1:]) or any(word.endswith(_CONTRACTED) for word in low)
    if frame.only_clause and not helped and not _is_thought(frame, low):
        return []
    if not (_begins_with_plural(low) or any(map(_is_verbal, low[1:]))) or low[0] in _NO_CLAUSE_BEGINS:
        return []
    if low[0] == "to" and frame.lemma not in {"claim", "promise", "pledge", "vow"}:
        return []
    return reported(sentence, frame, sentence.part(first, last))


def _is_object_first(tokens: Sequence[Token]) -> bool:
    """Return whether an object and a second verb stand here: "its forecast and has raised its target"."""
    verbs = (n for n, token in enumerate(tokens) if n and not token.is_capital and token.low in en.FINITE)
    return tokens[next(verbs, 0) - 1].low == "and"


def _begins_with_plural(low: Sequence[str]) -> bool:
    """Return whether a clause begins with a bare plural and its verb: "pools | account for little"."""
    noun = low[0].endswith("s") and not low[0].endswith(("ss", "'s", "ws")) and low[0] not in _NO_PLURALS
    return noun and len(low) >= _FEWEST_OF_PLURAL and low[1] not in _NO_VERBS


def _after_occasion(sentence: Sentence, frame: Frame, first: int, last: int) -> int:
    """Return where an infinitive begins after an occasion: "claimed | on its website | to have found oil"."""
    tokens = sentence.tokens
    begin = frame.after + 1
    if begin >= last or tokens[frame.after].low not in {"on", "in", "at"}:
        return first
    end = phrase_end(tokens, begin, last)
    return end if begin < end < last and tokens[end].low == "to" else first


def _is_thought(frame: Frame, low: Sequence[str]) -> bool:
    """Return whether words after "believe" or "think" are a clause: "the men | knew each other", "it | hurts"."""
    if frame.lemma not in {"believe", "think"} or low[0] in _NO_SUBJECT or low[0].endswith("ly"):
        return False
    main = takewhile(lambda word: word not in en.RELATIVES_OR_THAT, low[1:-1])
    if any(word in en.PAST or word.endswith("ed") for word in main):
        return True
    verb = next((word for word in low[1:] if word not in en.ADVERBS and not word.endswith("ly")), "")
    return low[0] in _SINGULARS and _is_verbal(verb)  # "this | damages trust"


def _is_verbal(low: str) -> bool:
    ends = low.endswith(("ed", *_CONTRACTED)) or (low.endswith("s") and not low.endswith("ss"))  # not "press"
    return ends or low in en.AUXILIARIES or low in en.PAST


def _object_words(sentence: Sentence, frame: Frame) -> list[str]:
    return [token.low for token in sentence.tokens[frame.after : frame.last] if token.is_word]


def _looks_back(sentence: Sentence, frame: Frame) -> list[Found]:
    """Return the previous sentence's claim again, as disputed by this one: "Critics dispute that."."""
    words, claim = _object_words(sentence, frame), sentence.context.claim
    if not frame.refutes or claim is None or not words:
        return []
    if words[0] not in {"that", "this", "it"} and words[-1] not in _CLAIM_NOUNS:
        return []
    return framed(sentence, frame, claim.parts, Form.REPORTED, Rule.DISPUTED)


def _intentions(sentence: Sentence) -> list[Found]:
    return intentions(sentence, _INTENTION_CUES, intention.claims_at)


def _headline_speaker(sentence: Sentence) -> Speaker:
    return sentence.speaker((0, phrase_end(sentence.tokens, 0, sentence.stretches[0].last)))


ENGLISH = Grammar(
    cues=frames.CUES,
    openers=frames.CUES | ASKED,
    linking=en.LINKING,
    frames_in=frames.frames_in,
    speech_verbs=speech_verbs,
    around=_around,
    before=_before,
    after=_after,
    quotation_reach=2,
    without_frame=(),
    intentions=_intentions,
    headline_speaker=_headline_speaker,
    is_role=_HEADLINE_SPEAKERS.__contains__,
)

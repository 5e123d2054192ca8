"""English sentences: from frames to claims."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from annotator.model.values import Part
from annotator.suggest.claims.english import frames as english_frames
from annotator.suggest.claims.english import intention
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.frames import frames
from annotator.suggest.claims.english.intention import intentions
from annotator.suggest.claims.english.phrases import is_tail, phrase_end, speech_verbs
from annotator.suggest.claims.english.word_lists import OBJECTS
from annotator.suggest.claims.found import Form, Found, Kind, Rule
from annotator.suggest.claims.frame_values import Context, Frame, Shape
from annotator.suggest.claims.sentence import Sentence, kind_of
from annotator.suggest.claims.speakers import Cast, speaker_of

_CUES = english_frames.CUES | intention.CUES
_INTRODUCERS = frozenset("that whether if".split())
_QUESTION_WORDS = frozenset("who what when where why how which".split())
_THINKING = frozenset("believe think hope fear suspect doubt expect find guess calculate agree reveal".split())
_MOST_HEADLINE_WORDS = 6
_HEADLINE_SPEAKERS = frozenset(
    "pm boss chief minister mayor police study report survey experts expert officials council court union regulator"
    " review poll researchers scientists campaigners residents watchdog charity coach president ministers doctors"
    " government".split()
)


def read(sentence: Sentence, cast: Cast, context: Context) -> list[Found]:
    """Give the claims of a sentence, in the order of their frames; the context is not changed."""
    headline = _headline(sentence, cast, context)
    if headline:
        return headline
    all_frames = frames(sentence, cast, context)
    found: list[Found] = []
    for number, frame in enumerate(all_frames):
        following = all_frames[number + 1] if number + 1 < len(all_frames) else None
        found.extend(_claims(sentence, context, frame, following, found))
    return found or intentions(sentence, cast, context)


def is_quiet(words: Collection[str]) -> bool:
    """Tell whether there is no claim in a sentence of these words, in small letters, be it no headline with a colon."""
    return _CUES.isdisjoint(words) and ("to" not in words or intention.IS.isdisjoint(words))


def kind(text: str, parts: Iterable[Part], verb: Kind | None) -> Kind:
    """Tell what a claim does, by its words and the kind that its verb has."""
    return kind_of(text, parts, verb, en.OPINION, en.DEMAND, en.FUTURE)


def _claims(
    sentence: Sentence, context: Context, frame: Frame, following: Frame | None, before: list[Found]
) -> list[Found]:
    if frame.shape is Shape.PHRASE:
        return _around(sentence, frame, before)
    if frame.shape is Shape.AFTER_CONTENT:
        return _before(sentence, frame, before)
    last = len(sentence.tokens)
    if following is not None and following.shape is not Shape.PHRASE:
        last = _until(sentence, frame, following)
    return _after(sentence, frame, last) or _looks_back(sentence, frame, context)


def _until(sentence: Sentence, frame: Frame, following: Frame) -> int:
    """Give where the content of a frame ends because another frame begins."""
    tokens = sentence.tokens
    if following.stretch > frame.stretch:
        return sentence.stretches[following.stretch].first
    place = following.verb
    while place > frame.after and tokens[place - 1].low in en.ADVERBS | {"and", "but"}:
        place -= 1
    return place


def _made(sentence: Sentence, frame: Frame, parts: list[Part | None], form: Form, rule: Rule) -> list[Found]:
    real = tuple(part for part in parts if part is not None)
    if not real:
        return []
    what = kind(sentence.text, real, frame.kind)
    return [
        Found(parts=real, cue=frame.cue, speaker=frame.speaker, form=form, kind=what, rule=rule, refutes=frame.refutes)
    ]


def _free_from(sentence: Sentence, before: list[Found]) -> int:
    """Give the first token behind what is a claim already."""
    if not before:
        return 0
    taken = max(found.parts[-1][1] for found in before)
    return next((i for i, token in enumerate(sentence.tokens) if token.start >= taken), len(sentence.tokens))


def _around(sentence: Sentence, frame: Frame, before: list[Found]) -> list[Found]:
    first = _free_from(sentence, before)
    parts = [
        sentence.words_from(first, frame.first, en.LINKING),
        sentence.words_from(frame.last, sentence.end_of_main(frame.last), frozenset()),
    ]
    if parts[1] is not None and parts[0] is not None and is_tail(sentence.tokens, frame.last, len(sentence.tokens)):
        parts.pop()
    return _made(sentence, frame, parts, Form.INDIRECT, Rule.ACCORDING_TO)


def _before(sentence: Sentence, frame: Frame, before: list[Found]) -> list[Found]:
    number = frame.stretch
    stretch = sentence.stretches[number]
    if sentence.is_quotation(frame.opens - 1):
        return _quotations(sentence, frame)
    if frame.only_clause and not sentence.is_headline:
        return []
    first = _free_from(sentence, before)
    part = sentence.words_from(first, stretch.first, en.LINKING)
    behind = None
    tail = number + 1
    if tail < len(sentence.stretches) and not is_tail(sentence.tokens, frame.last, len(sentence.tokens)):
        next_one = sentence.stretches[tail]
        low = sentence.tokens[next_one.first].low
        if next_one.before == "," and low not in en.SUBORDINATORS and not low.endswith("ing"):
            behind = sentence.words_from(next_one.first, len(sentence.tokens), en.CONJUNCTIONS)
    return _made(sentence, frame, [part, behind], Form.INDIRECT, Rule.SPEECH_VERB)


def _quotations(sentence: Sentence, frame: Frame) -> list[Found]:
    number = frame.stretch
    inner = sentence.inner(frame.opens - 1)
    found = _made(sentence, frame, [inner], Form.DIRECT, Rule.QUOTATION)
    later = next((n for n in (number + 1, number + 2) if sentence.is_quotation(n)), None)
    if later is None or inner is None:
        return found
    behind = sentence.inner(later)
    if sentence.stretches[later].before == ":" or sentence.text[inner[1] - 1] in "!?":
        return [*found, *_made(sentence, frame, [behind], Form.DIRECT, Rule.QUOTATION)]
    return _made(sentence, frame, [inner, behind], Form.DIRECT, Rule.QUOTATION)


def _after(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Take what stands behind the verb: a quotation, a clause with or without "that", an object."""
    tokens, stretches = sentence.tokens, sentence.stretches
    number = frame.stretch + 1
    has_next = number < len(stretches) and stretches[number].first < last
    first = frame.after
    if has_next and sentence.is_quotation(number) and is_tail(tokens, first, frame.last):
        if frame.only_clause and stretches[number].before != ":":
            return []
        return _made(sentence, frame, [sentence.inner(number)], Form.DIRECT, Rule.QUOTATION)
    if has_next and stretches[number].before == ":" and not frame.only_clause:
        part = sentence.words_from(stretches[number].first, last, frozenset())
        return _made(sentence, frame, [part], Form.INDIRECT, Rule.SPEECH_VERB)
    if frame.refutes and len(_object_words(sentence, frame)) <= 2:
        return []  # "disputes that figure": what is disputed stands before
    that = next((i for i in range(first, min(frame.last, last)) if tokens[i].low in _INTRODUCERS), None)
    if that is not None and that - first <= 6 and not any(t.low in en.AUXILIARIES for t in tokens[first:that]):
        return _clause(sentence, frame, that + 1, last)
    if frame.kind is Kind.QUESTION and first < last and tokens[first].low in _QUESTION_WORDS:
        return _clause(sentence, frame, first, last)
    if frame.lemma in OBJECTS:
        found = _object(sentence, frame, first, last)
        if found:
            return found
    if frame.only_clause and frame.lemma not in _THINKING:
        return []
    return _bare_clause(sentence, frame, first, last)


def _clause(sentence: Sentence, frame: Frame, first: int, last: int) -> list[Found]:
    inside = next((n for n, s in enumerate(sentence.stretches) if s.first == first and sentence.is_quotation(n)), None)
    if inside is not None and sentence.stretches[inside].last >= last - 1:
        return _made(sentence, frame, [sentence.inner(inside)], Form.DIRECT, Rule.QUOTATION)
    part = sentence.words_from(first, last, frozenset())
    return _made(sentence, frame, [part], Form.INDIRECT, Rule.SPEECH_VERB)


def _bare_clause(sentence: Sentence, frame: Frame, first: int, last: int) -> list[Found]:
    """Take a clause without "that": it has a verb of its own."""
    tokens = sentence.tokens
    while first < last and (
        tokens[first].low in en.WEEKDAYS | {"on", "yesterday", "today"} or not tokens[first].is_word
    ):
        if tokens[first].inner is not None:
            break
        first += 1
    words = [token for token in tokens[first:last] if token.is_word]
    if frame.only_clause and not any(token.low in en.AUXILIARIES for token in words[1:]):
        return []
    if len(words) < 2 or not any(_is_verbal(token.low) for token in words[1:]):
        return []
    if words[0].low in {"so", "as", "nothing", "about"}:
        return []
    if words[0].low == "to" and frame.lemma not in {"claim", "promise", "pledge", "vow"}:
        return []
    part = sentence.words_from(first, last, frozenset())
    return _made(sentence, frame, [part], Form.INDIRECT, Rule.SPEECH_VERB)


def _is_verbal(low: str) -> bool:
    return low in en.AUXILIARIES or low.endswith(("ed", "s")) or low in en.PAST


def _object(sentence: Sentence, frame: Frame, first: int, last: int) -> list[Found]:
    """Take the object of a reported act: "called for a ban", "blamed higher costs", "urged ministers to act"."""
    tokens = sentence.tokens
    before_content = OBJECTS[frame.lemma]
    end = last
    while first < end and (
        tokens[first].low in en.ADVERBS | en.WEEKDAYS
        or (tokens[first].low == "on" and first + 1 < end and tokens[first + 1].low in en.WEEKDAYS)
    ):
        first += 1
    if first >= end:
        return []
    if before_content != ("",):
        calls_it = frame.lemma == "call" and any(token.text in '“"‘' for token in tokens[first:end])
        if tokens[first].low not in before_content and not calls_it:
            return []
        first += 0 if calls_it else 1
        frame = replace(frame, kind=Kind.OPINION) if calls_it else frame
    if frame.lemma in {"predict", "announce", "suggest", "expect", "estimate", "deny"} and any(
        token.low in en.AUXILIARIES for token in tokens[first + 1 : end]
    ):
        return []
    end = _object_end(sentence, frame, end)
    if tokens[first].low == "it":
        return []
    infinitive = tokens[first].low == "to" or any(token.low == "to" for token in tokens[first:end])
    gerund = tokens[first].low.endswith("ing")
    if tokens[first].low == "to":
        first += 1
    part = sentence.words_from(first, end, frozenset())
    if part is None or sentence.text[part[0] : part[1]].lower() in {"that", "this", "it", "the claim", "the figure"}:
        return []
    if frame.lemma == "admit" and not gerund:
        return []
    clausal = (infinitive and frame.lemma in {"urge", "promise", "pledge", "vow", "threaten", "call"}) or gerund
    form = Form.INDIRECT if clausal else Form.REPORTED
    return _made(sentence, frame, [part], form, Rule.REPORTED_ACT)


def _object_end(sentence: Sentence, frame: Frame, end: int) -> int:
    """Give where an object ends: before the time of speaking, and before an adjunct that is no relative clause."""
    tokens = sentence.tokens
    following = [s for s in sentence.stretches[frame.stretch + 1 :] if s.first < end]
    if following and tokens[following[0].first].low not in {"which", "that", "who", "where", "and", "or", "not"}:
        end = min(end, frame.last)
    if tokens[end - 1].text == ".":
        end -= 1
    return end - 2 if end - 2 > frame.after and tokens[end - 1].low in en.WEEKDAYS else end


_CLAIM_NOUNS = frozenset("claim claims figure figures allegation allegations accusation accusations account".split())


def _object_words(sentence: Sentence, frame: Frame) -> list[str]:
    return [token.low for token in sentence.tokens[frame.after : frame.last] if token.is_word]


def _looks_back(sentence: Sentence, frame: Frame, context: Context) -> list[Found]:
    """Take the claim of the sentence before where it is disputed: "Critics dispute that."."""
    words = _object_words(sentence, frame)
    if not frame.refutes or context.claim is None or not words:
        return []
    if words[0] not in {"that", "this", "it"} and words[-1] not in _CLAIM_NOUNS:
        return []
    return _made(sentence, frame, list(context.claim.parts), Form.REPORTED, Rule.DISPUTED)


def _headline(sentence: Sentence, cast: Cast, context: Context) -> list[Found]:
    """Take what stands behind the colon of a headline, if somebody who can speak stands before it."""
    stretches = sentence.stretches
    if not sentence.is_headline or len(stretches) < 2 or stretches[1].before != ":":
        return []
    words = sentence.of(stretches[0])
    if len(words) > _MOST_HEADLINE_WORDS or speech_verbs(sentence, stretches[0]):
        return []
    end = phrase_end(sentence.tokens, 0, stretches[0].last)
    speaker = speaker_of(cast, sentence.tokens[0:end], "en", context.speaker, sentence.paragraph)
    role = any(token.low in _HEADLINE_SPEAKERS for token in words)
    if (speaker.name is None or speaker.name.label == "LOC") and not role:
        return []
    quoted = sentence.is_quotation(1)
    part = sentence.inner(1) if quoted else sentence.words_from(stretches[1].first, len(sentence.tokens), frozenset())
    if part is None:
        return []
    what = kind(sentence.text, [part], None)
    form = Form.DIRECT if quoted else Form.INDIRECT
    return [Found(parts=(part,), cue=None, speaker=speaker, form=form, kind=what, rule=Rule.HEADLINE)]

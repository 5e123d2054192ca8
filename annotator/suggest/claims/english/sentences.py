"""Building the claims of English sentences from their frames."""

from collections.abc import Collection, Sequence
from itertools import takewhile

from annotator.suggest.claims.english import frames, intention
from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.dependent import ASKED, contrasts
from annotator.suggest.claims.english.kinds import is_judging
from annotator.suggest.claims.english.phrases import is_tail, list_end, phrase_end, speech_verbs
from annotator.suggest.claims.frame_values import NOBODY, Form, Found, Frame, Kind, Rule, Shape, Speaker
from annotator.suggest.claims.people.descriptions import head_of
from annotator.suggest.claims.people.genders import may_be_person
from annotator.suggest.claims.rare.appositions import after_apposition
from annotator.suggest.claims.rare.denials import affirmed, end_of_denial
from annotator.suggest.claims.rare.gapped import with_gapped
from annotator.suggest.claims.rare.past_promises import is_past_promise
from annotator.suggest.claims.rare.short_acts import without_short
from annotator.suggest.claims.rules import Grammar, Parts, claims, framed, intentions, is_named_at, quoted, reported
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token
from annotator.suggest.claims.speakers import body_noun

_CUES = (frames.CUES - frames.WITH_THAT) | intention.CUES
_INTENTION_CUES = intention.CUES | intention.IS
_RELATIVES = en.RELATIVES | {"that"}
_INTRODUCERS = frozenset("that whether if".split())
_QUESTION_WORDS = frozenset("who what when where why how which".split())
_CALLED = frozenset("it the that this them him her his their".split())
_FEWEST_CALLED = 2
_MOST_POINTING = 2  # words of "that pain", which is no clause
_LONGEST_DURATION = 3  # words of "for many years"
_WITH_NAME = frozenset({"call", "describe"})
_UNTRUE = frozenset(
    "false untrue wrong misleading inaccurate incorrect unfounded baseless exaggerated premature".split()
)
_THINKING = frozenset("believe feel think hope fear suspect doubt expect find guess calculate agree reveal".split())
_CLAIM_NOUNS = frozenset("claim claims figure figures allegation allegations accusation accusations account".split())
_ORDERING = frozenset(
    "ask tell warn instruct advise remind beg implore encourage appeal plead request petition lobby".split()
)
_NO_ORDER = frozenset(
    "about against attempts efforts for how if not of on plan plans that to what when where whether which who"
    " why".split()
)
_NO_ADDRESSEE = _NO_ORDER | en.AUXILIARIES
_NO_ORDER_BEFORE = _NO_ORDER - {"not"}
_NAMED = frozenset(["identified", "named", "quoted"])
_NO_INFINITIVES = en.DETERMINERS | en.PRONOUNS | {"him", "them", "her", "us", "me"}
_LONGEST_ADDRESSEE = 9
_NO_SUBJECT = en.PREPOSITIONS | en.CONJUNCTIONS | en.ADVERBS
_FACTS = frozenset("show find reveal indicate suggest ".split())
_SHOWING = frozenset(
    "accounts analysis audit census data documents estimates figures filings findings footage images inquiry"
    " investigation minutes paper papers poll polls records report reports research results review samples"
    " scans statistics studies study survey surveys test tests".split()
)
_NUMBERS = frozenset("no little two three four five six seven eight nine ten half evidence signs links".split())
_POLICE = frozenset("police detectives officers investigators prosecutors authorities coroner".split())
_OCCASIONS = frozenset("briefing email interview letter post request speech statement".split())
_WITH_GERUND = frozenset("admit recall report".split())
_NO_OBJECTS = frozenset({"that", "this", "it", "the claim", "the figure"})
_BEFORE_CLAUSE = en.WEEKDAYS | {"on", "yesterday", "today"}
_BEFORE_OBJECT = en.ADVERBS | en.WEEKDAYS
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
    known = head.low in _HEADLINE_SPEAKERS or head.low in _SHOWING
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
    found = _ordered(sentence, frame, last) or _shown(sentence, frame, last)
    if found:
        return found
    reach = range(first + (frame.lemma in _WITH_NAME), min(frame.last, last))  # "called that answer shameless"
    that = next((i for i in reach if tokens[i].low in _INTRODUCERS), None)
    if that is not None and that - first <= 6 and not any(t.low in en.AUXILIARIES for t in tokens[first:that]):
        able = _has_content(sentence, that + 1, last) and not _points(sentence, that, last)
        return _clause(sentence, frame, that + 1, last) if able else []
    if frame.kind is Kind.QUESTION and first < last and tokens[first].low in _QUESTION_WORDS:
        return _clause(sentence, frame, first, last) if first + 1 < last else []  # "asked why"
    found = _object(sentence, frame, first, last) if frame.lemma in en.OBJECTS else []
    is_object = bool(found)
    found = with_gapped(sentence, frame, without_short(sentence.text, frame, found), last)
    if is_object or (frame.only_clause and frame.lemma not in _THINKING):
        return found
    return _bare_clause(sentence, frame, first, last)


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


def _ordered(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Return the demand of a verb with a hearer and an infinitive: "told him to leave", "appealed to drivers to …"."""
    if frame.lemma not in _ORDERING:
        return []
    tokens = sentence.tokens
    first = sentence.token_from(frame.cue[1])
    if frame.lemma in {"appeal", "plead"} and first < last and tokens[first].low in {"to", "with"}:
        first += 1
    reach = range(first + 1, min(first + _LONGEST_ADDRESSEE, last - 1))
    to = next((i for i in reach if tokens[i].low == "to"), None)
    if to is None or any(token.low in _NO_ADDRESSEE for token in tokens[first : to - 1]):
        return []
    following = tokens[to + 1]
    if tokens[to - 1].low in _NO_ORDER_BEFORE or following.is_capital or not following.is_word:
        return []
    unnamed = following.low == "be" and to + 2 < last and tokens[to + 2].low in _NAMED  # "asked not to be named"
    if following.low in _NO_INFINITIVES or unnamed:
        return []
    frame = frame._replace(kind=Kind.DEMAND)
    return framed(sentence, frame, [sentence.part(first, last)], Form.INDIRECT, Rule.REPORTED_ACT)


def _shown(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Return the claim in the object of a document that shows something: "Records show 212 assaults"."""
    tokens, first = sentence.tokens, frame.after
    end = min(frame.last, last)
    if frame.lemma not in _FACTS or first >= end:
        return []
    subject = {token.low for token in tokens[frame.first : frame.verb]}
    counts = tokens[first].text[0] in "£$€0123456789" or tokens[first].low in _NUMBERS
    low = {token.low for token in tokens[first:end]}
    if _SHOWING.isdisjoint(subject) or not counts or not en.AUXILIARIES.isdisjoint(low):
        return []
    part = sentence.part(first, last)
    return framed(sentence, frame._replace(kind=None), [part], Form.REPORTED, Rule.REPORTED_ACT)


def _clause(sentence: Sentence, frame: Frame, first: int, last: int) -> list[Found]:
    """Return the claim of a clause that begins at a token; a clause that is a quotation is direct speech."""
    return reported(sentence, frame, sentence.part(first, last))


def _bare_clause(sentence: Sentence, frame: Frame, first: int, last: int) -> list[Found]:
    """Return the claim of a clause without "that", which must have its own verb."""
    tokens = sentence.tokens
    while (
        first < last
        and tokens[first].inner is None
        and (tokens[first].low in _BEFORE_CLAUSE or not tokens[first].is_word)
    ):
        first += 1
    first = _after_occasion(sentence, frame, first, last)
    low = [token.low for token in tokens[first:last] if token.is_word]
    if not low or (low[0] == "for" and len(low) <= _LONGEST_DURATION):
        return []
    if frame.only_clause and en.AUXILIARIES.isdisjoint(low[1:]) and not _is_thought(frame, low):
        return []
    if not any(_is_verbal(word) for word in low[1:]) or low[0] in {"so", "as", "nothing", "about"}:
        return []
    if low[0] == "to" and frame.lemma not in {"claim", "promise", "pledge", "vow"}:
        return []
    return reported(sentence, frame, sentence.part(first, last))


def _after_occasion(sentence: Sentence, frame: Frame, first: int, last: int) -> int:
    """Return where an infinitive begins after an occasion: "claimed | on its website | to have found oil"."""
    tokens = sentence.tokens
    begin = frame.after + 1
    if begin >= last or tokens[frame.after].low not in {"on", "in", "at"}:
        return first
    end = phrase_end(tokens, begin, last)
    return end if begin < end < last and tokens[end].low == "to" else first


def _is_thought(frame: Frame, low: Sequence[str]) -> bool:
    """Return whether words after "believe" or "think" are a clause in the past tense: "the men | knew each other"."""
    begins = frame.lemma in {"believe", "think"} and low[0] not in _NO_SUBJECT and not low[0].endswith("ly")
    main = takewhile(lambda word: word not in _RELATIVES, low[1:-1])
    return begins and any(word in en.PAST or word.endswith("ed") for word in main)


def _is_verbal(low: str) -> bool:
    return low in en.AUXILIARIES or low.endswith(("ed", "s")) or low in en.PAST


def _object(sentence: Sentence, frame: Frame, first: int, last: int) -> list[Found]:
    """Return the claim in the object of a reported act: "called for a ban", "urged ministers to act"."""
    tokens, lemma = sentence.tokens, frame.lemma
    begin = _object_begins(sentence, frame, first, last)
    if begin is None or (
        lemma in {"predict", "announce", "suggest", "expect", "estimate", "deny", "fear", "suspect"}
        and any(token.low in en.AUXILIARIES for token in tokens[begin + 1 : last])
    ):
        return []
    end = _object_end(sentence, frame, last)
    low = tokens[begin].low
    gerund = low.endswith("ing")
    infinitive = low == "to" or any(token.low == "to" for token in tokens[begin:end])
    part = sentence.part(begin + (low == "to"), end)
    if (
        part is None
        or (lemma in _WITH_GERUND and not gerund)
        or _refers_back(sentence, frame, begin, end)
        or sentence.text[part[0] : part[1]].lower() in _NO_OBJECTS
    ):
        return []
    if lemma in {"name", "identify"} and not _is_naming(sentence, frame, begin, end):
        return []
    if lemma in {"recall", "report"}:  # "reported hearing a bang"
        who, cue = frame.speaker, frame.cue
        return claims(sentence, [part], Form.INDIRECT, Rule.REPORTED_ACT, speaker=who, cue=cue, kind=Kind.FACT)
    if lemma == "ask":
        frame = frame._replace(kind=Kind.DEMAND)
    if lemma == "call" and _is_calling(tokens[begin:last]):
        frame = frame._replace(kind=Kind.OPINION)  # "called it “a circus”"
    counted = any(token.text[0].isdigit() for token in tokens[begin:end])
    if lemma == "describe" and (counted or "as" not in [token.low for token in tokens[begin:end]]):
        frame = frame._replace(kind=None)  # "described seeing smoke"
    if lemma == "warn":
        frame = frame._replace(kind=Kind.PREDICTION)
    if frame.kind is not Kind.OPINION and sentence.is_bare(part):
        part = frame.cue[0], part[1]  # "Doctors urge limits"
    clausal = (infinitive and lemma in {"urge", "promise", "pledge", "vow", "threaten", "call"}) or gerund
    return framed(sentence, frame, [part], Form.INDIRECT if clausal else Form.REPORTED, Rule.REPORTED_ACT)


def _refers_back(sentence: Sentence, frame: Frame, first: int, last: int) -> bool:
    """Return whether a verb's object is only a pronoun for earlier words: "denied it", "denied this on Monday"."""
    low = sentence.tokens[first].low
    if frame.lemma in {"call", "put"}:
        return False
    is_alone = low in {"this", "that"} and frame.kind is not Kind.OPINION
    return low == "it" or (is_alone and is_tail(sentence.tokens, first + 1, last))


def _object_begins(sentence: Sentence, frame: Frame, first: int, last: int) -> int | None:
    """Return the first token of a verb's object, after words of time and its preposition; None without an object."""
    tokens, prepositions = sentence.tokens, en.OBJECTS[frame.lemma]
    while first < last and (
        tokens[first].low in _BEFORE_OBJECT
        or (tokens[first].low == "on" and first + 1 < last and tokens[first + 1].low in en.WEEKDAYS)
    ):
        first += 1
    if first >= last:
        return None
    if prepositions == ("",) or (frame.lemma == "call" and _is_calling(tokens[first:last])):
        return first
    return first + 1 if tokens[first].low in prepositions and first + 1 < last else None


def _is_naming(sentence: Sentence, frame: Frame, begin: int, end: int) -> bool:
    """Return whether somebody says who a person is: "police named the victim as Ann Lee"."""
    low = [token.low for token in sentence.tokens[begin:end]]
    subject = {token.low for token in sentence.tokens[frame.first : frame.verb]}
    return "as" in low and (frame.lemma == "identify" or not _POLICE.isdisjoint(subject))


def _is_calling(tokens: Sequence[Token]) -> bool:
    """Return whether "call" names or judges something: "called it “a circus”", "called the claim absurd"."""
    low = [token.low for token in tokens]
    last = next((token.low for token in reversed(tokens) if token.is_word), "")
    judged = "a" in low or "an" in low or is_judging(low) or last in _UNTRUE
    named = low[0] in _CALLED and len(low) > _FEWEST_CALLED and judged
    return _has_quote(tokens) or named


def _has_quote(tokens: Sequence[Token]) -> bool:
    return any(token.text in '“"‘' for token in tokens)


def _object_end(sentence: Sentence, frame: Frame, end: int) -> int:
    """Return the token where an object ends: before adjuncts, but after relative clauses."""
    tokens = sentence.tokens
    following = [s for s in sentence.stretches[frame.stretch + 1 :] if s.first < end]
    if following and tokens[following[0].first].low not in {"which", "that", "who", "where", "and", "or", "not"}:
        whole = frame.last == sentence.stretches[frame.stretch].last
        end = min(end, max(frame.last, list_end(sentence, following) if whole else 0))
    if tokens[end - 1].text == ".":
        end -= 1
    return end - 2 if end - 2 > frame.after and tokens[end - 1].low in en.WEEKDAYS else end


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
    without_frame=(_intentions,),
    headline_speaker=_headline_speaker,
    is_role=_HEADLINE_SPEAKERS.__contains__,
)

"""The claims in the objects of English verbs: "called for a ban", "told him to leave", "records show 212 assaults"."""

from collections.abc import Sequence
from itertools import takewhile

from annotator.suggest.claims.english import word_lists as en
from annotator.suggest.claims.english.kinds import is_judging
from annotator.suggest.claims.english.phrases import is_tail, list_end
from annotator.suggest.claims.frame_values import Form, Found, Frame, Kind, Rule
from annotator.suggest.claims.rules import claims, framed
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import Token, is_in_quotes

_CALLED = frozenset("it the that this them him her his their".split())
_FEWEST_CALLED = 2
WITH_NAME = frozenset({"call", "describe"})
"""Lemmas of verbs whose object may begin with "that"."""
_UNTRUE = frozenset(
    "false untrue wrong misleading inaccurate incorrect unfounded baseless exaggerated premature".split()
)
_ORDERING = frozenset(
    "ask tell warn instruct advise remind beg implore encourage appeal plead request petition lobby".split()
)
_NO_ORDER = frozenset(
    "about against as attempts efforts for how if not of on plan plans that to what when where whether which who"
    " why".split()
)
_NO_ADDRESSEE = _NO_ORDER | en.AUXILIARIES
_NO_ORDER_BEFORE = _NO_ORDER - {"not"}
_NAMED = frozenset(["identified", "named", "quoted"])
_NO_INFINITIVES = en.DETERMINERS | en.PRONOUNS | {"him", "them", "her", "us", "me"}
_LONGEST_ADDRESSEE = 9
_FACTS = frozenset("show find reveal indicate suggest ".split())
SHOWING = frozenset(
    "accounts analysis audit census data documents estimates figures filings findings footage images inquiry"
    " investigation minutes paper papers poll polls records report reports research results review samples"
    " scans statistics studies study survey surveys test tests".split()
)
_NUMBERS = frozenset("no little two three four five six seven eight nine ten half evidence signs links".split())
_POLICE = frozenset("police detectives officers investigators prosecutors authorities coroner".split())
_WITH_GERUND = frozenset("admit recall report".split())
_NO_OBJECTS = frozenset({"that", "this", "it", "the claim", "the figure"})
_REQUESTED = frozenset(
    "access appeal application asylum bail bid clemency entry injunction leave motion parole permission petition"
    " request visa visas".split()
)
_GOES_ON = frozenset("which that who where and or not".split())
_BEFORE_OBJECT = en.ADVERBS | en.WEEKDAYS


def ordered(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
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


def shown(sentence: Sentence, frame: Frame, last: int) -> list[Found]:
    """Return the claim in the object of a document that shows something: "Records show 212 assaults"."""
    tokens, first = sentence.tokens, frame.after
    end = min(frame.last, last)
    if frame.lemma not in _FACTS or first >= end:
        return []
    subject = {token.low for token in tokens[frame.first : frame.verb]}
    counts = tokens[first].text[0] in "£$€0123456789" or tokens[first].low in _NUMBERS
    low = {token.low for token in tokens[first:end]}
    if SHOWING.isdisjoint(subject) or not counts or not en.AUXILIARIES.isdisjoint(low):
        return []
    part = sentence.part(first, last)
    return framed(sentence, frame._replace(kind=None), [part], Form.REPORTED, Rule.REPORTED_ACT)


def object_of(sentence: Sentence, frame: Frame, first: int, last: int) -> list[Found]:
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
        against = gerund and tokens[begin - 1].low == "against"
        frame = frame._replace(kind=Kind.DEMAND if against else Kind.PREDICTION)
    if frame.kind is not Kind.OPINION and sentence.is_bare(part):
        part = frame.cue[0], part[1]  # "Doctors urge limits"
    clausal = (infinitive and lemma in {"urge", "promise", "pledge", "vow", "threaten", "call"}) or gerund
    return framed(sentence, frame, [part], Form.INDIRECT if clausal else Form.REPORTED, Rule.REPORTED_ACT)


def _refers_back(sentence: Sentence, frame: Frame, first: int, last: int) -> bool:
    """Return whether a verb's object is only a pronoun for earlier words: "denied it", "denied this on Monday"."""
    low = sentence.tokens[first].low
    if frame.lemma in {"call", "put"}:
        return False
    following = [token.low for token in sentence.tokens[first + 1 : min(first + 3, last)]]
    acts = following[:1] == ["to"] and en.DETERMINERS.isdisjoint(following)  # "urged it to review"
    is_alone = low in {"this", "that"} and frame.kind is not Kind.OPINION
    return (low == "it" and not acts) or (is_alone and is_tail(sentence.tokens, first + 1, last))


def is_refusal(sentence: Sentence, frame: Frame, first: int, last: int) -> bool:
    """Return whether something is only refused, not disputed: "denied a motion for a mistrial", "denied him bail"."""
    phrase = list(takewhile(lambda token: token.low not in en.PREPOSITIONS, sentence.tokens[first:last]))
    acts = bool(phrase) and phrase[0].low.endswith("ing")  # "denied having received a bid"
    return frame.lemma == "deny" and not acts and any(token.low in _REQUESTED for token in phrase)


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


def _goes_on(tokens: Sequence[Token], first: int) -> bool:
    """Return whether an object goes on in a stretch: ", which …", ", and jobs", but not ", and he met …"."""
    clause = tokens[first].low == "and" and first + 1 < len(tokens) and tokens[first + 1].low in en.PRONOUNS
    return tokens[first].low in _GOES_ON and (not clause or is_in_quotes(tokens, first))


def _object_end(sentence: Sentence, frame: Frame, end: int) -> int:
    """Return the token where an object ends: before adjuncts, but after relative clauses."""
    tokens = sentence.tokens
    following = [s for s in sentence.stretches[frame.stretch + 1 :] if s.first < end]
    if following and not _goes_on(tokens, following[0].first):
        whole = frame.last == sentence.stretches[frame.stretch].last
        end = min(end, max(frame.last, list_end(sentence, following) if whole else 0))
    if tokens[end - 1].text == ".":
        end -= 1
    return end - 2 if end - 2 > frame.after and tokens[end - 1].low in en.WEEKDAYS else end
